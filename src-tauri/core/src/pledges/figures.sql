-- Pledges of a year counted by unit, gender, Party and whether they are a collective's. ?1 year, ?2 today
select p.unit, u.code, s.name, s.bloc, coalesce(b.no, 0) as bloc_no, coalesce(b.name, '') as bloc_name,
       p.member is null as collective, coalesce(m.gender = 'nu', 0) as woman, coalesce(p.party_member, 0) as party,
       sum(not f.registered) as waiting, sum(f.registered) as registered, sum(f.confirmed) as confirmed, sum(f.posted) as posted,
       sum(f.registered and f.reviewed) as reviewed, sum(f.registered and f.self_assessed) as self_assessed,
       sum(f.registered and f.assessed) as assessed
from pledge p
join period y on y.id = p.period
join pledge_progress f on f.id = p.id
join unit u on u.id = p.unit
join unit_state s on s.id = (
  select n.id from unit_state n where n.unit = p.unit and (n.until is null or n.until >= min(?2, y.until))
  order by n.until is null, n.until limit 1)
left join bloc b on b.id = s.bloc
left join member m on m.id = p.member
where y.year = ?1 and p.state <> 'withdrawn'
group by 1, 2, 3, 4, 5, 6, 7, 8, 9
order by u.code, p.unit
