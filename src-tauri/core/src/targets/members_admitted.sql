-- One row: a member admitted to the union from ?1 to ?2, in the units of bloc ?3 or in unit ?4 when these are given; the unit is called, and
-- in the bloc, as at the end of the period or today (?5).
select m.full_name as name, s.name as unit_name, p.since as day
from membership p
join member m on m.id = p.member
join unit_state s on s.id = (
  select x.id from unit_state x where x.unit = p.unit and (x.until is null or x.until >= min(?2, ?5))
  order by x.until is null, x.until limit 1)
where p.began = 'admitted' and p.since between ?1 and ?2
  and (?3 is null or s.bloc = ?3) and (?4 is null or p.unit = ?4)
order by p.since, m.sort_key, m.id
