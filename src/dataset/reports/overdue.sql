-- 逾期按置业顾问与天数 (R6): whose limit lies before today; the days of the bands come as dates.
with late as (
  select site_id, coalesce(consultant, '未知') as consultant, grade, due_to
  from clients
  where state = 'due' and due_to < cast($today as date)
)
select site_id,
       consultant,
       count(*) as clients,
       count(case when due_to >= cast($late3 as date) then 1 end) as days_1_3,
       count(case when due_to < cast($late3 as date) and due_to >= cast($late7 as date) then 1 end) as days_4_7,
       count(case when due_to < cast($late7 as date) and due_to >= cast($late15 as date) then 1 end) as days_8_15,
       count(case when due_to < cast($late15 as date) and due_to >= cast($late30 as date) then 1 end) as days_16_30,
       count(case when due_to < cast($late30 as date) then 1 end) as days_over_30,
       count(case when grade = 'A' then 1 end) as grade_a,
       min(due_to) as first_due
from late
group by site_id, consultant
order by clients desc, site_id collate "C", consultant collate "C"
