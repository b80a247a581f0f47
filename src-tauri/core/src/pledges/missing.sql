-- Units with the members of whom a pledge is expected and how many of them have not given one for the year.
-- ?1 year, ?2 of whom it is expected, ?3 today
select u.id, u.code, s.name, coalesce(b.name, '') as bloc_name, s.phone,
       coalesce((select o.name from unit_officer o where o.unit = u.id and o.post = 'Chủ tịch' and (o.since is null or o.since <= ?3)
                   and (o.until is null or o.until >= ?3) order by o.since desc, o.id desc limit 1), '') as chair,
       case ?2 when 'units' then 1 else (
         select count(*) from member m where m.unit = u.id and m.status in ('active', 'suspended') and case ?2
           when 'everyone' then 1
           when 'officers' then m.union_position is not null and m.union_position <> 'Đoàn viên'
           when 'managers' then m.is_manager = 1
           when 'party' then m.party_member = 1 end) end as expected,
       case ?2 when 'units' then exists (
         select 1 from pledge p join period y on y.id = p.period join pledge_progress f on f.id = p.id
         where y.year = ?1 and p.unit = u.id and p.member is null and f.registered)
       else (
         select count(distinct m.id) from pledge p join period y on y.id = p.period join pledge_progress f on f.id = p.id
         join member m on m.id = p.member
         where y.year = ?1 and f.registered and m.unit = u.id and m.status in ('active', 'suspended') and case ?2
           when 'everyone' then 1
           when 'officers' then m.union_position is not null and m.union_position <> 'Đoàn viên'
           when 'managers' then m.is_manager = 1
           when 'party' then m.party_member = 1 end) end as given
from unit u
join unit_state s on s.id = (
  select x.id from unit_state x where x.unit = u.id and (x.until is null or x.until >= ?3)
  order by x.until is null, x.until limit 1)
left join bloc b on b.id = s.bloc
where (u.ended is null or u.ended > ?3)
order by u.code, u.id
