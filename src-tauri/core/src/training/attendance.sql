-- One attendance: somebody known by name in a course of the year that is asked about, with the unit as it was on the course's last day.
select a.id, a.course, c.name as course_name, c.kind, c.until, a.member, coalesce(m.full_name, a.name) as name, m.sort_key, a.same_key,
       coalesce(m.gender, a.gender) as gender, coalesce(m.birth, a.birth) as birth, coalesce(m.position, '') as position,
       coalesce(a.direct, m.is_direct_labour) as direct, a.result, a.certificate, a.note,
       a.unit, u.code as unit_code, s.name as unit_name, s.bloc, coalesce(b.name, '') as bloc_name
from course_participant a
join course c on c.id = a.course
join period p on p.id = c.period
join unit u on u.id = a.unit
join unit_state s on s.id = (
  select x.id from unit_state x where x.unit = a.unit and (x.until is null or x.until >= c.until)
  order by x.until is null, x.until limit 1)
left join bloc b on b.id = s.bloc
left join member m on m.id = a.member
where (:course is null or a.course = :course) and (:year is null or p.year = :year)
  and (:since is null or c.until between :since and :until)
order by c.until, c.id, a.id
