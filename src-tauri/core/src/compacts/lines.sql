-- One bloc in the year ?1 (whose last day, or today, is ?2): who leads it, how far its compact and its meeting are.
select b.id as bloc, b.no, b.name,
       (select count(*) from unit_state s join unit u on u.id = s.unit
        where s.bloc = b.id and (s.since is null or s.since <= ?2) and (s.until is null or s.until >= ?2)
          and (u.ended is null or u.ended > ?2)) as units,
       y.head, y.deputy,
       coalesce((select s.name from unit_state s where s.unit = y.head and (s.until is null or s.until >= ?2)
                 order by s.until is null, s.until limit 1), '') as head_name,
       coalesce((select s.name from unit_state s where s.unit = y.deputy and (s.until is null or s.until >= ?2)
                 order by s.until is null, s.until limit 1), '') as deputy_name,
       c.id as compact, c.signed_on, m.held_on, m.id as meeting,
       (select count(*) from compact_item i where i.compact = c.id) as items,
       (select count(*) from compact_signature g where g.compact = c.id) as signed
from bloc b
left join bloc_year y on y.bloc = b.id and y.year = ?1
left join period p on p.kind = 'year' and p.year = ?1
left join compact c on c.bloc = b.id and c.period = p.id
left join bloc_meeting m on m.bloc = b.id and m.period = p.id
where b.until is null or b.until >= ?2 or c.id is not null or m.id is not null
order by b.no, b.id
