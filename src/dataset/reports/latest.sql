-- 每人最近一条: of everybody who has a number, and of everybody without one who has a client number, the last thing
-- that happened, at whatever site. One row a phone_key.
with records as (
  select phone_key, phone_shown, site_id, client_no, name, consultant, cast(visit_date as timestamp) as happened,
         '来访' as method, source_file, source_sheet, source_row
  from visits
  union all
  select phone_key, phone_shown, site_id, client_no, name, consultant, called_at as happened,
         '来电' as method, source_file, source_sheet, source_row
  from calls
  union all
  select phone_key, phone_shown, site_id, client_no, cast(null as text) as name, consultant, contacted_at as happened,
         coalesce(method, '跟进') as method, source_file, source_sheet, source_row
  from followups
),
placed as (
  select phone_key, phone_shown, site_id, client_no, name, consultant, happened, method,
         source_file, source_sheet, source_row,
         row_number() over (
           partition by phone_key
           order by happened desc nulls last, site_id collate "C", source_file collate "C", source_sheet collate "C",
                    source_row, method collate "C"
         ) as place,
         count(*) over (partition by phone_key) as records
  from records
  where (cast($from as timestamp) is null or happened >= cast($from as timestamp))
    and (happened < cast($until as timestamp) or (happened is null and cast($from as timestamp) is null))
)
select p.phone_shown,
       coalesce(p.name, c.name) as name,
       cast(p.happened as date) as day,
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
order by p.happened desc nulls last, p.site_id collate "C", p.source_file collate "C", p.source_sheet collate "C",
         p.source_row, p.method collate "C", cast(p.phone_key as text) collate "C"
