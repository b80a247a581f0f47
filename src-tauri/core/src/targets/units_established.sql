-- One row: a unit founded anew from ?1 to ?2, in bloc ?3 or being unit ?4 when these are given; called, and in the bloc, as at the end of
-- the period or today (?5). One that came out of a split or a merge is no new foundation.
select s.name as name, '' as unit_name, e.day as day
from unit_event e
join unit_state s on s.id = (
  select x.id from unit_state x where x.unit = e.unit and (x.until is null or x.until >= min(?2, ?5))
  order by x.until is null, x.until limit 1)
where e.what = 'established' and e.day between ?1 and ?2 and e.other is null
  and not exists (select 1 from unit_event g where g.unit = e.unit and g.what = 'merged' and g.day = e.day)
  and (?3 is null or s.bloc = ?3) and (?4 is null or e.unit = ?4)
order by e.day, s.sort_key, e.id
