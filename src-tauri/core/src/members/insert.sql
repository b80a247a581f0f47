-- One member, with the keys by which the list is ordered and searched.
insert into member (
  uid, full_name, sort_key, same_key, search, gender, birth, citizen_id, legacy_id, id_issue_date,
  id_issue_place, position, union_position, union_join, party_member, party_join, ethnicity, religion,
  education, phone, email, hometown, residence, section, member_code, worker_type, is_direct_labour,
  is_manager, note, status, unit
) values (
  ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21, ?22, ?23,
  ?24, ?25, ?26, ?27, ?28, ?29, ?30, ?31
)
