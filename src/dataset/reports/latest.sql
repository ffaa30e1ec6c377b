-- 每人最近一条: of everybody who has a number, and of everybody without one who has a client number, the last thing
-- that happened, at whatever site. One row a phone_key.
with records as (
  select phone_key, phone_shown, site_id, client_no, name, consultant,
         coalesce(cast(visit_date as timestamp), timestamp '0001-01-01 00:00:00') as happened,
         '来访' as method, source_file, source_sheet, source_row
  from visits
  union all
  select phone_key, phone_shown, site_id, client_no, name, consultant,
         coalesce(called_at, timestamp '0001-01-01 00:00:00') as happened,
         '来电' as method, source_file, source_sheet, source_row
  from calls
  union all
  select phone_key, phone_shown, site_id, client_no, cast(null as text) as name, consultant,
         coalesce(contacted_at, timestamp '0001-01-01 00:00:00') as happened,
         coalesce(method, '跟进') as method, source_file, source_sheet, source_row
  from followups
),
lasts as (
  select phone_key, max(happened) as happened, count(*) as records
  from records
  where happened < cast($until as timestamp)
    and (cast($from as timestamp) is null or happened >= cast($from as timestamp))
  group by phone_key
),
placed as (
  select r.phone_key, r.phone_shown, r.site_id, r.client_no, r.name, r.consultant, r.happened, r.method,
         r.source_file, r.source_sheet, r.source_row, l.records,
         row_number() over (
           partition by r.phone_key
           order by r.site_id collate "C", r.source_file collate "C", r.source_sheet collate "C", r.source_row,
                    r.method collate "C"
         ) as place
  from lasts as l
  join records as r on r.phone_key = l.phone_key and r.happened = l.happened
)
select p.phone_shown,
       coalesce(p.name, c.name) as name,
       case when p.happened > timestamp '0001-01-01 00:00:00' then cast(p.happened as date) end as day,
       p.method,
       p.site_id,
       p.client_no,
       coalesce(p.consultant, c.consultant) as consultant,
       c.grade,
       p.records,
       p.source_file,
       p.source_sheet,
       p.source_row
from placed as p
left join clients as c
  on c.phone_key = p.phone_key and c.site_id = p.site_id and c.client_no = p.client_no
where p.place = 1
order by p.happened desc, p.site_id collate "C", p.source_file collate "C", p.source_sheet collate "C",
         p.source_row, p.method collate "C", cast(p.phone_key as text) collate "C"
