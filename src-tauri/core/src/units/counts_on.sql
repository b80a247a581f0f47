-- One row is a unit with its members on a day (?1) and the women among them. Who belonged to several then is counted in the last.
select p.unit, count(*) as members, coalesce(sum(m.gender = 'nu'), 0) as women
from membership p join member m on m.id = p.member
where (p.since is null or p.since <= ?1) and (p.until is null or p.until >= ?1)
  and not exists (select 1 from membership l
                  where l.member = p.member and l.id <> p.id and (l.since is null or l.since <= ?1)
                    and (coalesce(l.until, '9999'), l.id) > (coalesce(p.until, '9999'), p.id))
group by p.unit
