-- A unit and how many of its members now lack a birth date, a gender, any card number; those that lack most first. ?1 today
select m.unit, u.code, s.name,
  count(*) filter (where m.birth is null) as birth,
  count(*) filter (where m.gender is null) as gender,
  count(*) filter (where m.citizen_id is null and m.legacy_id is null) as citizen_id
from member m
join unit u on u.id = m.unit
join unit_state s on s.id = (
  select x.id from unit_state x where x.unit = m.unit and (x.until is null or x.until >= ?1)
  order by x.until is null, x.until limit 1)
where m.status in ('active', 'suspended')
  and (m.birth is null or m.gender is null or (m.citizen_id is null and m.legacy_id is null))
group by m.unit
order by count(*) desc, u.code
limit 12
