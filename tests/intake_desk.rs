//! From nothing to a whole district and back, by `desk` alone: units in, 76 lists in as one act, the same data out, one undo.

use serde_json::Value;
use std::collections::BTreeMap;
use stories::by_desk::{ByDesk, expected};

#[test]
fn a_district_comes_in_with_two_commands_and_goes_with_one_undo() {
    let desk = ByDesk::with_units();
    let units = desk.dump("units");
    let truth = expected("units.json");
    let truth: BTreeMap<&str, &Value> =
        truth["units"].as_array().unwrap().iter().map(|unit| (unit["code"].as_str().unwrap(), unit)).collect();
    assert_eq!(units.len(), truth.len());
    for unit in &units {
        let truth = truth[unit["code"].as_str().unwrap()];
        for field in [
            "name",
            "kind",
            "sector",
            "bloc",
            "chair",
            "phone",
            "calendar",
            "established",
            "old_name",
            "renamed_on",
            "dissolved_on",
        ] {
            assert_eq!(unit[field], truth[field], "{field} of {}", unit["code"]);
        }
    }
    let before = desk.run(&["dump", "members"]);
    let (_, report) = desk.intake("members", "members");
    let after = desk.dump("members");
    let members = expected("members.json");
    let mut wanted: BTreeMap<String, usize> = BTreeMap::new();
    for member in members["members"].as_array().unwrap().iter().filter(|member| member["import"] == true) {
        *wanted.entry(member["unit"].as_str().unwrap().to_owned()).or_default() += 1;
    }
    let mut got: BTreeMap<String, usize> = BTreeMap::new();
    for member in &after {
        *got.entry(member["unit"].as_str().unwrap().to_owned()).or_default() += 1;
    }
    assert_eq!(got, wanted);
    assert_eq!(after.len(), 9196);

    let count =
        |status: &str| report["files"].as_array().unwrap().iter().filter(|file| file["status"] == status).count();
    assert_eq!((count("import"), count("hold"), count("refuse")), (72, 1, 3));

    desk.undo_intake("members");
    assert_eq!(desk.run(&["dump", "members"]), before);
    desk.run(&["verify"]);
}

#[test]
fn the_same_list_read_again_changes_nothing() {
    let desk = ByDesk::with_units();
    let list = "members/03_Van_phong_HDND_va_UBND_huyen.xlsx";
    desk.intake("members", list);
    let first = desk.dump("members");
    assert_eq!(first.len(), 24);
    let (said, _) = desk.intake("members", list);
    assert!(said.contains("0 mới, 0 thay đổi, 24 như cũ"), "{said}");
    assert_eq!(desk.dump("members"), first);
}
