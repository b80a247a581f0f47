-- One member as the register knows them.
select
  id, full_name, gender, birth, citizen_id, legacy_id, id_issue_date, id_issue_place, position, union_position,
  union_join, party_member, party_join, ethnicity, religion, education, phone, email, hometown, residence,
  section, member_code, worker_type, is_direct_labour, is_manager, note, status, unit
from member where id = ?1
