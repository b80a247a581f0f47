-- One award that stands, with the year that it counts in.
select r.id, r.decision, d.number, d.symbol, d.signed_on, d.grantor, d.state, r.kind, r.award_name,
       coalesce(nullif(r.reason, ''), d.citation) as reason, r.name, r.unit_name, r.amount, s.year,
       r.kind = 'individual' and (r.honorific = 'Bà' or (r.honorific <> 'Ông' and coalesce(e.gender, '') = 'nu')) as woman
from award_standing s
join recipient r on r.id = s.recipient
join decision d on d.id = s.decision
left join member e on e.id = r.member
where s.year between :from and :until
  and (:kind is null or r.kind = :kind)
  and (not :own or d.state = 'issued')
order by s.year desc, d.signed_on desc nulls last, d.id desc, r.kind = 'individual', r.position, r.id
