-- 成交：年龄段×户型×楼栋 (004): deals that stand, by 认购日期. The bands' names sort as their ages do. The last two
-- are of deals that have an area and a price: only those make a price of a square metre (R18).
with sold as (
  select site_id,
         coalesce(age_band, '未知') as age_band,
         coalesce(layout, '未知') as layout,
         coalesce(building, '未知') as building,
         floor_area,
         total_price
  from deals
  where coalesce(refunded, false) = false
    and (cast($from as date) is null or deal_day >= cast($from as date))
    and (deal_day <= cast($to as date) or (deal_day is null and cast($from as date) is null))
)
select site_id,
       age_band,
       layout,
       building,
       count(*) as deals,
       coalesce(sum(floor_area), 0) as floor_area,
       coalesce(sum(total_price), 0) as total_price,
       count(case when floor_area > 0 and total_price > 0 then null else 1 end) as unpriced,
       coalesce(sum(case when floor_area > 0 and total_price > 0 then floor_area end), 0) as priced_area,
       coalesce(sum(case when floor_area > 0 and total_price > 0 then total_price end), 0) as priced_total
from sold
group by site_id, age_band, layout, building
order by site_id collate "C", age_band collate "C", layout collate "C", building collate "C"
