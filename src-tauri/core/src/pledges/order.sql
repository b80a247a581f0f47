-- The keys of the pledges of a year that match, in order.
-- ?1 year, ?2 words of a name for the search, ?3 the same as plain text, ?4 units (JSON), ?5 bloc, ?6 gender, ?7 of the Party,
-- ?8 states (JSON), ?9 of a collective, ?10 a step behind it, ?11 a step not behind it, ?12 review period, ?13 its grade,
-- ?14 shortcomings asked about, ?15 today, ?16 kind of year, ?17 order, ?18 of no bloc
select p.id
from pledge p
join period y on y.id = p.period
join pledge_progress f on f.id = p.id
join unit u on u.id = p.unit
join unit_state s on s.id = (
  select n.id from unit_state n where n.unit = p.unit and (n.until is null or n.until >= min(?15, y.until))
  order by n.until is null, n.until limit 1)
left join member m on m.id = p.member
where y.year = ?1
  and (?2 is null or m.id in (select rowid from member_search where member_search match ?2) or instr(s.search, ?3) > 0)
  and (?4 is null or p.unit in (select value from json_each(?4)))
  and (?5 is null or s.bloc = ?5)
  and not (?18 and s.bloc is not null)
  and (?6 is null or m.gender = ?6)
  and (?7 is null or coalesce(p.party_member, 0) = ?7)
  and (?8 is null or p.state in (select value from json_each(?8)))
  and (?9 is null or (p.member is null) = ?9)
  and (?10 is null or case ?10 when 'registered' then f.registered when 'confirmed' then f.confirmed when 'posted' then f.posted
       when 'reviewed' then f.reviewed when 'self_assessed' then f.self_assessed when 'assessed' then f.assessed end)
  and (?11 is null or not case ?11 when 'registered' then f.registered when 'confirmed' then f.confirmed when 'posted' then f.posted
       when 'reviewed' then f.reviewed when 'self_assessed' then f.self_assessed when 'assessed' then f.assessed end)
  and (?12 is null or exists (select 1 from pledge_assessment a where a.pledge = p.id and a.period = ?12))
  and (?13 is null or exists (select 1 from pledge_assessment a where a.pledge = p.id and a.period = p.period
       and a.assessor = 'confirmer' and a.grade = ?13))
  and (?14 is null or exists (select 1 from pledge_shortcoming h where h.pledge = p.id and h.mended_on is null
       and (?14 = 'open' or (h.deadline < ?15 and not exists (select 1 from pledge_shortcoming c where c.carried_from = h.id)))))
  and (?16 is null or y.kind = ?16)
order by case ?17 when 'state' then p.state when 'confirmed_on' then p.confirmed_on when 'unit' then u.code end,
         case when ?17 = 'name' then null else u.code end, p.member is not null, coalesce(m.sort_key, s.sort_key), p.id
