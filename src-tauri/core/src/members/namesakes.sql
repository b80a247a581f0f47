-- Members of one name in one unit, of whom one has no card and one no whole day of birth: key, birth and card of each as JSON.
select json_group_array(json_array(id, birth, citizen_id))
from (select id, same_key, unit, birth, citizen_id from member order by same_key, unit, birth, citizen_id, id)
group by same_key, unit
having count(*) > 1 and count(citizen_id) < count(*) and (count(birth) < count(*) or min(length(birth)) < 10)
