-- 渠道帕累托: what brought people the first time, the largest first, with the running share of each site; 未知 last.
with counted as materialized (
  select site_id,
         coalesce(channel, '未知') as channel,
         count(*) as clients,
         count(case when deals > 0 then 1 end) as bought
  from clients
  where (cast($from as date) is null or first_contact >= cast($from as date))
    and (first_contact <= cast($to as date) or (first_contact is null and cast($from as date) is null))
  group by site_id, coalesce(channel, '未知')
),
running as (
  select site_id, channel, clients, bought,
         case when channel = '未知' then 1 else 0 end as nobody_knows,
         cast(sum(clients) over (partition by site_id) as bigint) as all_clients,
         cast(sum(clients) over (
           partition by site_id
           order by case when channel = '未知' then 1 else 0 end, clients desc, channel collate "C"
           rows between unbounded preceding and current row
         ) as bigint) as so_far
  from counted
)
select site_id,
       channel,
       clients,
       cast(clients as double precision) / cast(all_clients as double precision) as share,
       so_far,
       cast(so_far as double precision) / cast(all_clients as double precision) as running_share,
       bought
from running
order by site_id collate "C", nobody_knows, clients desc, channel collate "C"
