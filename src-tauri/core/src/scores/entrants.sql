-- One row is a unit of a bloc (?1; null: of any) in a season, as it was on the last day of its period or, before that day has come,
-- is today (?6): ?2 by the year (?4), ?3 by the school year (?5). It stands there once: by the calendar of its sheet, or else the
-- one that it had when the first of the two ended. What was frozen with its result (bloc, founding, last change) stands, whatever
-- its record has said since. The calendar is worked out once for a unit, not wherever it is named.
with calendar as materialized (
  select u.id as unit, coalesce(
    (select case h.period when ?5 then 'school' else 'year' end from score_sheet h
     where h.unit = u.id and h.period in (?4, ?5) order by h.bloc is null, h.period limit 1),
    (select s.calendar from unit_state s where s.unit = u.id and (s.until is null or s.until >= min(?2, ?3, ?6))
     order by s.until is null, s.until limit 1)) as calendar
  from unit u
),
season as (
  select unit, calendar, case calendar when 'school' then ?5 else ?4 end as period,
         case calendar when 'school' then ?3 else ?2 end as last_day
  from calendar
),
known as (
  select n.unit, n.calendar, n.period, n.last_day, h.bloc is not null as frozen, h.bloc, h.founded, h.changed,
         (select s.id from unit_state s where s.unit = n.unit and (s.until is null or s.until >= min(n.last_day, ?6))
          order by s.until is null, s.until limit 1) as state
  from season n left join score_sheet h on h.unit = n.unit and h.period = n.period
)
select k.unit, u.code, s.name, s.kind, k.calendar, k.period, k.last_day,
       coalesce(k.bloc, s.bloc) as bloc,
       case when not k.frozen then u.ended end as ended,
       case when not k.frozen then u.ending end as ending,
       case when k.frozen then k.founded else u.established end as established,
       case when k.frozen then k.changed else
         (select max(e.day) from unit_event e
          where e.unit = k.unit and e.day <= k.last_day
            and (e.what = 'split' or e.what in ('established', 'merged') and e.other is not null)) end as changed
from known k join unit u on u.id = k.unit join unit_state s on s.id = k.state
where (?1 is null or coalesce(k.bloc, s.bloc) = ?1)
  and coalesce(k.bloc, s.bloc) is not null
  and (k.frozen or s.since is null or s.since <= k.last_day)
order by u.code, u.id
