-- A period that ends within these days, with a unit that has registered pledges of its year and whether all of them are assessed for
-- it: for a whole year by the confirmer, for a part by anybody. ?1 first day, ?2 last day, ?3 today
select q.id as period, q.name, q.kind, q.until, p.unit, u.code, s.name as unit_name,
       min(exists (select 1 from pledge_assessment a
                   where a.pledge = p.id and a.period = q.id and (q.parent is not null or a.assessor = 'confirmer'))) as done
from period q
join period y on y.id = coalesce(q.parent, q.id)
join pledge p on p.period = y.id
join pledge_progress f on f.id = p.id
join unit u on u.id = p.unit
join unit_state s on s.id = (
  select x.id from unit_state x where x.unit = u.id and (x.until is null or x.until >= ?3)
  order by x.until is null, x.until limit 1)
where q.until between ?1 and ?2 and y.closed = 0 and f.registered and (u.ended is null or u.ended > ?3)
group by q.id, q.name, q.kind, q.until, p.unit, u.code, s.name
order by q.until, q.id, u.code, p.unit
