-- 跨案场客户 (R19): one number in the registers of several sites; a row a site, where they came first on top.
with several as (
  select phone_key, count(distinct site_id) as sites
  from phones
  where phone_shown is not null
    and (cast($from as date) is null or day >= cast($from as date))
    and (day <= cast($to as date) or (day is null and cast($from as date) is null))
  group by phone_key
  having count(distinct site_id) > 1
),
seen as (
  select p.phone_key, p.phone_shown, s.sites, p.site_id, p.client_no, p.name, p.consultant, p.day,
         max(p.day) over (partition by p.phone_key, p.site_id) as last_day,
         count(*) over (partition by p.phone_key, p.site_id) as records,
         row_number() over (
           partition by p.phone_key, p.site_id
           order by p.day nulls last, p.source_file collate "C", p.source_sheet collate "C", p.source_row,
                    p.client_no collate "C", p.name collate "C", p.consultant collate "C"
         ) as place
  from several as s
  join phones as p on p.phone_key = s.phone_key
  where (cast($from as date) is null or p.day >= cast($from as date))
    and (p.day <= cast($to as date) or (p.day is null and cast($from as date) is null))
)
select phone_shown, sites, site_id, client_no, name, consultant, day, last_day, records
from seen
where place = 1
order by sites desc, cast(phone_key as text) collate "C", day nulls last, site_id collate "C"
