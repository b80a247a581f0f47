//! Five hundred pledges out of thirty lists: one import, the figures of the sample district, one undo.

use serde_json::{Value, json};
use std::collections::BTreeMap;
use stories::by_desk::{ByDesk, expected};

/// The rows of a report that say another gender than the register, and whether they go in.
fn warned_of(report: &Value) -> Vec<(u64, bool)> {
    let rows = report["files"].as_array().unwrap().iter().flat_map(|file| file["rows"].as_array().unwrap());
    let warned = rows.filter(|row| row["warnings"].as_array().unwrap().contains(&json!("gender_other")));
    warned.map(|row| (row["row"].as_u64().unwrap(), row["import"] == true)).collect()
}

#[test]
fn five_hundred_pledges_come_in_with_one_command_and_go_with_one_undo() {
    let desk = ByDesk::with_members();
    let members = desk.dump("members");
    let (said, report) = desk.intake("pledges", "pledges");
    assert!(said.contains("500 mới"), "{said}");

    // of sixteen people only the lists of pledges say the gender: it is filled in, and no other one changes
    let after = desk.dump("members");
    let filled = members.iter().zip(&after).filter(|(before, after)| before["gender"] != after["gender"]);
    let filled: Vec<_> = filled.collect();
    assert_eq!(filled.len(), 16);
    assert!(filled.iter().all(|(before, _)| before["gender"].is_null()), "what the register knows stays");
    assert!(warned_of(&report).is_empty());

    // one registration calls a woman "Ông": its row is warned of, and it goes in
    let (_, registered) = desk.intake("registrations", "registrations.xlsx");
    assert_eq!(warned_of(&registered), [(288, true)]);
    assert_eq!(desk.dump("members"), after, "the register stays");
    desk.undo_intake("registrations");

    let truth = expected("pledges.json");
    let key = |one: &Value| {
        let file = one["file"].as_str().unwrap_or_default().trim_start_matches("pledges/").to_owned();
        (file, one["row"].as_u64().unwrap_or_default())
    };
    let wanted: BTreeMap<_, _> = truth["pledges"].as_array().unwrap().iter().map(|one| (key(one), one)).collect();
    let dumped = desk.dump("pledges");
    assert_eq!(dumped.len(), wanted.len());
    for pledge in &dumped {
        let truth = wanted[&key(pledge)];
        for field in ["unit", "name", "party", "confirmed", "confirmed_by", "confirmed_on"] {
            assert_eq!(pledge[field], truth[field], "{field} of {}", truth["person"]);
        }
        assert!(pledge["period"].as_str().unwrap().ends_with("2024"), "{}", pledge["period"]);
    }
    let count = |field: &str| dumped.iter().filter(|one| one[field] == true).count();
    assert_eq!((count("party"), count("confirmed")), (222, 462));

    let (again, _) = desk.intake("pledges", "pledges");
    assert!(again.contains("0 mới, 0 thay đổi, 500 như cũ"), "{again}");
    desk.undo_intake("pledges");
    desk.undo_intake("pledges");
    assert!(desk.dump("pledges").is_empty());
    desk.run(&["verify"]);
}
