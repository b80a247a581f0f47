-- One number that a unit reported without names for a course, with the unit as it was on the course's last day.
select n.id, n.course, c.name as course_name, c.kind, n.unit, u.code as unit_code, s.name as unit_name, s.bloc,
       coalesce(b.name, '') as bloc_name, n.people, n.women, n.direct, n.source
from course_count n
join course c on c.id = n.course
join period p on p.id = c.period
join unit u on u.id = n.unit
join unit_state s on s.id = (
  select x.id from unit_state x where x.unit = n.unit and (x.until is null or x.until >= c.until)
  order by x.until is null, x.until limit 1)
left join bloc b on b.id = s.bloc
where (:course is null or n.course = :course) and (:year is null or p.year = :year)
  and (:since is null or c.until between :since and :until)
order by u.code, u.id, c.until, c.id
