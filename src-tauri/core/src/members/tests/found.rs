//! By what a member is found.

use super::*;

#[test]
fn a_member_is_found_by_what_was_typed_last_whichever_field_it_is() {
    let mut office = office();
    let here = unit(&mut office, "VT29");
    let id = join(&mut office, huong(), here);
    for (field, text) in [
        (MemberField::FullName, "Lê Thị Thu"),
        (MemberField::CitizenId, "036185001234"),
        (MemberField::LegacyId, "162345678"),
        (MemberField::Phone, "0987654321"),
        (MemberField::MemberCode, "VT29001"),
        (MemberField::Position, "Kế toán"),
    ] {
        edit(&mut office, MemberEdit { cells: vec![cell(id, field, text)] }).unwrap();
        assert_eq!(crate::keys::wrong(office.db()).unwrap(), [], "{text}");
    }
}
