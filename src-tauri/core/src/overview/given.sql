-- Awards that stand, of one year and of the year before: people, collectives, money of each year in đồng.
with given as (
  select r.kind, r.amount, s.year
  from award_standing s join recipient r on r.id = s.recipient
  where s.year in (?1, ?1 - 1)
)
select
  count(*) filter (where year = ?1 and kind = 'individual'),
  count(*) filter (where year = ?1 and kind = 'collective'),
  coalesce(sum(amount) filter (where year = ?1), 0),
  coalesce(sum(amount) filter (where year = ?1 - 1), 0)
from given
