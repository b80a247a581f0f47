-- One row: a unit established from ?1 to ?2, in bloc ?3 or being unit ?4 when these are given.
select s.name as name, '' as unit_name, e.day as day
from unit_event e
join unit_state s on s.unit = e.unit and s.until is null
where e.what = 'established' and e.day between ?1 and ?2
  and (?3 is null or s.bloc = ?3) and (?4 is null or e.unit = ?4)
order by e.day, s.sort_key, e.id
