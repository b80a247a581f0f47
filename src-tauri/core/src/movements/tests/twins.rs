//! Movements of one name.

use super::*;

#[test]
fn two_movements_of_one_name_and_level_do_not_run_at_one_time() {
    let mut office = office();
    let id = set(&mut office, drive()).unwrap().value;
    let again = MovementDraft {
        name: "ĐỢT THI ĐUA đặc biệt chào mừng Đại hội".into(), since: None, ..drive()
    };
    let refusal = set(&mut office, again.clone()).unwrap_err().sentences();
    assert!(refusal.contains("cùng tên, cùng cấp"), "{refusal}");
    for other in [
        MovementDraft { level: MovementLevel::Province, ..again.clone() },
        MovementDraft { since: Some(day("2025-01-01")), until: None, ..again.clone() },
        MovementDraft { since: None, until: Some(day("2023-12-31")), ..again },
        MovementDraft { id: Some(id), note: "Sửa ghi chú".into(), ..drive() },
    ] {
        set(&mut office, other).unwrap();
    }
}
