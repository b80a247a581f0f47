-- One row is a unit of a bloc (?1) as it was on the last day of its period: ?2 by the year, ?3 by the school year.
select u.id as unit, u.code, s.name, s.kind, s.calendar, u.established, u.ended, u.ending,
       (select max(e.day) from unit_event e
        where e.unit = u.id and e.other is not null and e.what in ('established', 'merged', 'split')
          and e.day <= case s.calendar when 'school' then ?3 else ?2 end) as changed
from unit_state s join unit u on u.id = s.unit
where s.bloc = ?1
  and (s.since is null or s.since <= case s.calendar when 'school' then ?3 else ?2 end)
  and (s.until is null or s.until >= case s.calendar when 'school' then ?3 else ?2 end)
order by u.code, u.id
