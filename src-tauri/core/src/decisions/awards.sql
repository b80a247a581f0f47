-- One award that stands: neither withdrawn nor cancelled, a corrected line as it was corrected, counted in the year of the decision that it mends.
select r.id, r.decision, d.number, d.symbol, d.signed_on, d.grantor, d.state, r.kind, r.award_name,
       coalesce(nullif(r.reason, ''), d.citation) as reason, r.name, r.unit_name, r.amount,
       coalesce(mended.year, d.year) as year,
       r.kind = 'individual' and (r.honorific = 'Bà' or (r.honorific <> 'Ông' and coalesce(e.gender, '') = 'nu')) as woman
from recipient r
join decision d on d.id = r.decision
left join decision mended on mended.id = d.about
left join member e on e.id = r.member
where d.state in ('issued', 'recorded')
  and r.effect <> 'withdraw'
  and coalesce(mended.year, d.year) between :from and :until
  and (:kind is null or r.kind = :kind)
  and (not :own or d.state = 'issued')
  and not exists (
    select 1 from recipient later join decision m on m.id = later.decision
    where later.replaces = r.id and m.state = 'issued'
  )
  and not exists (
    select 1 from decision c
    where c.about = d.id and c.kind = 'cancel' and c.state = 'issued'
      and not exists (select 1 from recipient withdrawn where withdrawn.decision = c.id)
  )
order by year desc, d.signed_on desc nulls last, d.id desc, r.kind = 'individual', r.position, r.id
