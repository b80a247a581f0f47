-- One registration, with its unit and bloc as they were then; `who` is the same for each registration of one person or collective.
select r.id, p.year, p.name as period_name, r.unit, u.code as unit_code, s.name as unit_name,
       s.bloc, b.no as bloc_no, coalesce(b.name, '') as bloc_name,
       r.kind, r.member, r.honorific, r.name, r.birth, r.title, r.form, r.movement, coalesce(m.name, '') as movement_name,
       r.content, r.received_on, r.deadline, r.late, r.note,
       r.kind = 'individual' and (r.honorific = 'Bà' or (r.honorific <> 'Ông' and coalesce(e.gender, '') = 'nu')) as woman,
       coalesce(e.is_direct_labour, 0) as direct,
       coalesce('m' || r.member, r.unit || '|' || r.kind || '|' || r.same_key || '|' || coalesce(r.birth, '')) as who
from registration r
join period p on p.id = r.period
join unit u on u.id = r.unit
join unit_state s on s.id = (
  select x.id from unit_state x where x.unit = r.unit and (x.until is null or x.until >= min(:today, p.until))
  order by x.until is null, x.until limit 1)
left join bloc b on b.id = s.bloc
left join movement m on m.id = r.movement
left join member e on e.id = r.member
where (:year is null or p.year = :year) and (:movement is null or r.movement = :movement)
  and (:unit is null or r.unit = :unit) and (:kind is null or r.kind = :kind) and (:late is null or r.late = :late)
order by r.received_on, r.id
