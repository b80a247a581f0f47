-- One row is a bloc with how far its scoring is. It goes on from `listed`, the units of a season (entrants.sql, with its ?1 to ?6);
-- ?7 the year itself (for who leads the bloc), ?8 the kind of group whose criteria must all have points.
entrant as (
  select bloc, unit, period from listed where ended is null or ended > last_day
),
sheet as (
  select e.bloc, h.published_on,
         (select count(*) from criterion c join score_group g on g.id = c.score_group
          where g.score_table = h.score_table and g.kind = ?8) as wanted,
         (select count(*) from score p join criterion c on c.id = p.criterion join score_group g on g.id = c.score_group
          where p.sheet = h.id and p.scorer = t.decides and g.kind = ?8) as given
  from entrant e join score_sheet h on h.unit = e.unit and h.period = e.period join score_table t on t.id = h.score_table
),
-- Gathered once for all blocs: asked bloc by bloc, the season would be read anew for each.
wide as (
  select bloc, count(*) as units from entrant group by bloc
),
done as (
  select bloc, count(*) filter (where wanted > 0 and given = wanted) as scored, count(published_on) as published
  from sheet group by bloc
)
select b.id as bloc, b.no, b.name, w.units, coalesce(d.scored, 0) as scored, coalesce(d.published, 0) as published,
       coalesce((select s.name from bloc_year y join unit_state s on s.unit = y.head
                 where y.bloc = b.id and y.year = ?7 and (s.until is null or s.until >= min(?2, ?6))
                 order by s.until is null, s.until limit 1), '') as head,
       coalesce((select s.name from bloc_year y join unit_state s on s.unit = y.deputy
                 where y.bloc = b.id and y.year = ?7 and (s.until is null or s.until >= min(?2, ?6))
                 order by s.until is null, s.until limit 1), '') as deputy
from wide w join bloc b on b.id = w.bloc left join done d on d.bloc = w.bloc
order by b.no, b.id
