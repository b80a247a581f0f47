-- One course, or those of a year that ended within some days, with how many took part.
select c.id, p.kind as period_kind, p.name as period_name, p.year, c.name, c.search, c.kind, c.organiser, c.place, c.since, c.until,
       c.cost, c.money_source, c.document, c.note,
       coalesce(n.people, 0) as named, coalesce(r.people, 0) as reported,
       coalesce(n.women, 0) + coalesce(r.women, 0) as women, coalesce(n.direct, 0) + coalesce(r.direct, 0) as direct
from course c
join period p on p.id = c.period
left join (
  select a.course, count(*) as people, count(*) filter (where coalesce(m.gender, a.gender) = 'nu') as women,
         count(*) filter (where coalesce(a.direct, m.is_direct_labour) = 1) as direct
  from course_participant a left join member m on m.id = a.member
  where :id is null or a.course = :id
  group by a.course
) n on n.course = c.id
left join (
  select course, sum(people) as people, sum(women) as women, sum(direct) as direct from course_count
  where :id is null or course = :id
  group by course
) r on r.course = c.id
where (:id is null or c.id = :id) and (:year is null or p.year = :year)
  and (:since is null or c.until between :since and :until)
order by c.since, c.until, c.id
