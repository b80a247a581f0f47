-- What is known of one member, whole; the journal writes down only a row that differs.
update member set
  full_name = ?2, sort_key = ?3, same_key = ?4, search = ?5, gender = ?6, birth = ?7, citizen_id = ?8,
  legacy_id = ?9, id_issue_date = ?10, id_issue_place = ?11, position = ?12, union_position = ?13,
  union_join = ?14, party_member = ?15, party_join = ?16, ethnicity = ?17, religion = ?18, education = ?19,
  phone = ?20, email = ?21, hometown = ?22, residence = ?23, section = ?24, member_code = ?25,
  worker_type = ?26, is_direct_labour = ?27, is_manager = ?28, note = ?29
where id = ?1
