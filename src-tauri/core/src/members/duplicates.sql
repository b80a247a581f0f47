-- Groups of members that may be one person: why, and their keys as JSON.
select why, ids from (
  select 1 as rank, 'citizen_id' as why, json_group_array(id) as ids, citizen_id as same
  from (select id, citizen_id from member where citizen_id is not null order by citizen_id, id)
  group by citizen_id having count(*) > 1
  union all
  select 2, 'legacy_id', json_group_array(id), legacy_id
  from (select id, legacy_id from member where legacy_id is not null order by legacy_id, id)
  group by legacy_id having count(*) > 1
  union all
  select 3, 'name_and_birth', json_group_array(id), same_key
  from (select id, same_key, unit, birth from member where birth is not null order by same_key, unit, birth, id)
  group by same_key, unit, birth having count(*) > 1
) order by rank, same
