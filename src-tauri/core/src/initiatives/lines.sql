-- One initiative of the list, with its unit and bloc as they were at the end of its period (or are today), and its first author.
select i.id, p.year, i.code, i.title, i.search, i.unit, u.code as unit_code, s.name as unit_name, s.sort_key as unit_key,
       s.bloc, b.no as bloc_no, coalesce(b.name, '') as bloc_name, i.field, i.kind, i.scope, i.first_applied, i.place, i.recognition,
       i.recognition_number, i.recognised_on, i.recognised_by, i.benefit, i.benefit_basis, i.effect, i.programme,
       coalesce(g.name, '') as programme_name, i.portal_on, i.portal_code, i.secret, i.note,
       a.name as author, a.gender, a.birth, a.member,
       (select count(*) from initiative_author n where n.initiative = i.id) as authors,
       (select coalesce(sum(n.share), 0) from initiative_author n where n.initiative = i.id) as shares,
       (select group_concat(n.name || coalesce(' (' || nullif(n.share, 100) || char(160) || '%)', ''), ', ' order by n.position)
        from initiative_author n where n.initiative = i.id) as all_authors
from initiative i
join period p on p.id = i.period
join unit u on u.id = i.unit
join unit_state s on s.id = (
  select x.id from unit_state x where x.unit = i.unit and (x.until is null or x.until >= min(:today, p.until))
  order by x.until is null, x.until limit 1)
left join bloc b on b.id = s.bloc
left join programme g on g.id = i.programme
left join initiative_author a on a.initiative = i.id and a.position = 1
where (:year is null or p.year = :year) and (:programme is null or i.programme = :programme)
order by p.year desc, i.code, i.id
