-- One row: a member admitted to the union from ?1 to ?2, in the units of bloc ?3 or in unit ?4 when these are given.
select m.full_name as name, s.name as unit_name, p.since as day
from membership p
join member m on m.id = p.member
join unit_state s on s.unit = p.unit and s.until is null
where p.began = 'admitted' and p.since between ?1 and ?2
  and (?3 is null or s.bloc = ?3) and (?4 is null or p.unit = ?4)
order by p.since, m.sort_key, m.id
