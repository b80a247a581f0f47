-- Awards that stand, of one year and of the year before: people, collectives, money of each year in đồng.
-- A line that mends another counts in the year of the decision that it mends.
with given as (
  select r.kind, r.amount, coalesce(mended.year, d.year) as year
  from recipient r
  join decision d on d.id = r.decision
  left join decision mended on mended.id = d.about
  where d.state in ('issued', 'recorded')
    and r.effect <> 'withdraw'
    and not exists (
      select 1 from recipient later join decision m on m.id = later.decision
      where later.replaces = r.id and m.state = 'issued'
    )
    and not exists (
      select 1 from decision c
      where c.about = d.id and c.kind = 'cancel' and c.state = 'issued'
        and not exists (select 1 from recipient withdrawn where withdrawn.decision = c.id)
    )
)
select
  count(*) filter (where year = ?1 and kind = 'individual'),
  count(*) filter (where year = ?1 and kind = 'collective'),
  coalesce(sum(amount) filter (where year = ?1), 0),
  coalesce(sum(amount) filter (where year = ?1 - 1), 0)
from given
