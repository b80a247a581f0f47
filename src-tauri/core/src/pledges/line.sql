-- One pledge with whose it is; the unit is called as at the end of the pledge's year, or as today. ?1 its key, ?2 today
select p.id, p.period, y.name as period_name, y.kind as period_kind, y.year, y.closed, p.member, p.unit, u.code as unit_code,
       s.name as unit_name, s.calendar, s.bloc, b.no as bloc_no, coalesce(b.name, '') as bloc_name, coalesce(m.full_name, s.name) as name,
       m.gender, m.birth, p.position, p.party_member, p.party_cell, p.ideology, p.ethics, p.discipline, p.work_style, p.duty,
       p.following, p.goals, p.measures, p.state, p.registered_on, p.confirmer, p.confirmed_by, p.confirmed_on, p.posted_at,
       p.posted_from, p.posted_until, p.why,
       (select a.percent from pledge_assessment a join period q on q.id = a.period where a.pledge = p.id and a.percent is not null
        order by q.until desc, q.since, a.assessor limit 1) as percent,
       coalesce((select g.name from pledge_assessment a join pledge_grade g on g.id = a.grade
                 where a.pledge = p.id and a.period = p.period and a.assessor = 'confirmer'), '') as grade,
       (select count(*) from pledge_shortcoming h where h.pledge = p.id) as shortcomings,
       (select count(*) from pledge_shortcoming h where h.pledge = p.id and h.mended_on is null) as open,
       (select count(*) from pledge_shortcoming h where h.pledge = p.id and h.mended_on is null and h.deadline < ?2
        and not exists (select 1 from pledge_shortcoming c where c.carried_from = h.id)) as overdue
from pledge p
join period y on y.id = p.period
join unit u on u.id = p.unit
join unit_state s on s.id = (
  select n.id from unit_state n where n.unit = p.unit and (n.until is null or n.until >= min(?2, y.until))
  order by n.until is null, n.until limit 1)
left join bloc b on b.id = s.bloc
left join member m on m.id = p.member
where p.id = ?1
