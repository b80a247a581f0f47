-- One award that stands: of the member ?1, or of the collective ?2 and of those that were merged into it.
with recursive same (unit) as (
  select ?2
  union
  select m.unit from same join unit_merged m on m.successor = same.unit
)
select r.id, r.decision, d.number, d.symbol, d.signed_on, s.year, d.grantor, d.state, r.award_name,
       coalesce(nullif(r.reason, ''), d.citation) as reason, r.name, r.unit_name, r.amount
from award_standing s
join recipient r on r.id = s.recipient
join decision d on d.id = s.decision
where s.recipient in (
  select id from recipient where member = ?1
  union all
  select c.id from recipient c where c.kind = 'collective' and c.unit in (select unit from same)
)
order by d.signed_on desc nulls last, s.year desc, r.id desc
