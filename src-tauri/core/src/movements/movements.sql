-- One movement with what became of it in one year. Asked are the units that it is for, as they stood on :day, and whoever launched it besides.
with living as (
  select u.id, s.bloc
  from unit u
  join unit_state s on s.id = (
    select x.id from unit_state x where x.unit = u.id and (x.until is null or x.until >= :day)
    order by x.until is null, x.until limit 1)
  where (u.established is null or u.established <= :day) and (u.ended is null or u.ended > :day)
),
launched as (
  select distinct l.movement, l.unit
  from launch l join period p on p.id = l.period join living u on u.id = l.unit
  where p.year = :year
),
asked as (
  select m.id as movement, u.id as unit
  from movement m cross join living u
  where not exists (select 1 from movement_bloc b where b.movement = m.id)
     or u.bloc in (select b.bloc from movement_bloc b where b.movement = m.id)
  union
  select movement, unit from launched
)
select m.id, m.name, m.search, m.level, m.kind, m.audience, m.since, m.until, m.interim_on, m.final_on, m.plan, m.planned_on,
       coalesce(y.theme, '') as theme, coalesce(y.plan, '') as year_plan, y.planned_on as year_planned_on,
       (select count(*) from movement_content c where c.movement = m.id) as contents,
       (select count(*) from launched l where l.movement = m.id) as launched,
       (select count(*) from asked a where a.movement = m.id) as units,
       (select count(*) from registration r join period p on p.id = r.period
        where r.movement = m.id and p.year = :year) as registered,
       (select count(*) from movement_review v where v.movement = m.id) as reviews,
       exists (select 1 from movement_review v where v.movement = m.id and v.kind = 'interim') as interim_held,
       exists (select 1 from movement_review v where v.movement = m.id and v.kind = 'final') as final_held
from movement m
left join movement_year y on y.movement = m.id
  and y.period = (select p.id from period p where p.kind = 'year' and p.year = :year)
where (:one is null or m.id = :one)
  and (:any or ((m.since is null or m.since <= :last) and (m.until is null or m.until >= :first)))
  and (:kind is null or m.kind = :kind) and (:level is null or m.level = :level)
order by m.since desc nulls last, m.id
