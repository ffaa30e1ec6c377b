-- 各案场漏斗: of those who first called or came in the period, how far they have come by now; whoever stands in a
-- stage stands in all before it.
select site_id,
       count(*) as clients,
       count(case when stage >= 1 then 1 end) as came,
       count(case when stage >= 2 then 1 end) as reached_c,
       count(case when stage >= 3 then 1 end) as reached_b,
       count(case when stage >= 4 then 1 end) as reached_a,
       count(case when stage >= 5 then 1 end) as subscribed,
       count(case when stage >= 6 then 1 end) as signed
from clients
where (cast($from as date) is null or first_contact >= cast($from as date))
  and (first_contact <= cast($to as date) or (first_contact is null and cast($from as date) is null))
group by site_id
order by site_id collate "C"
