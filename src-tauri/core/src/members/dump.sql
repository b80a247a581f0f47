-- Every member with the code of the unit.
select
  member.full_name, member.gender, member.birth, member.citizen_id, member.legacy_id, member.id_issue_date,
  member.id_issue_place, member.position, member.union_position, member.union_join, member.party_member,
  member.party_join, member.ethnicity, member.religion, member.education, member.phone, member.email,
  member.hometown, member.residence, member.section, member.member_code, member.worker_type,
  member.is_direct_labour, member.is_manager, member.note, member.status, u.code
from member join unit u on u.id = member.unit order by u.code, u.id, member.id
