-- 转介绍 (R16): everybody who was brought or brought somebody, with what came of it. How deep they stand and what
-- they are worth is reckoned from these edges by referral-tree.ts: no recursion over tables that are spread.
with people as materialized (
  select site_id, client_no from referrals
  union
  select site_id, referrer_no as client_no from referrals
),
known as materialized (
  select c.site_id, c.client_no, c.name, c.consultant, c.grade, c.first_contact, c.deals, c.sold
  from clients as c
  join people as p on p.site_id = c.site_id and p.client_no = c.client_no
)
select p.site_id,
       p.client_no,
       k.name,
       r.referrer_no,
       coalesce(r.since, k.first_contact) as since,
       k.consultant,
       k.grade,
       coalesce(k.deals, 0) as deals,
       coalesce(k.sold, 0) as sold,
       case when k.client_no is null then 0 else 1 end as registered
from people as p
left join referrals as r on r.site_id = p.site_id and r.client_no = p.client_no
left join known as k on k.site_id = p.site_id and k.client_no = p.client_no
order by p.site_id collate "C", coalesce(r.since, k.first_contact) nulls last, p.client_no collate "C"
