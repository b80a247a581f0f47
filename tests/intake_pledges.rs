//! Five hundred pledges out of thirty lists: one import, the figures of the sample district, one undo.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::{Value, json};

fn data() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("data/district-a")
}

fn desk(home: &Path, words: &[&str]) -> String {
    let program = std::env::var_os("SOVANG_DESK").expect("SOVANG_DESK names the built desk: make sets it");
    let ran = Command::new(program).arg("--home").arg(home).args(words).output().unwrap();
    assert!(ran.status.success(), "desk {words:?}: {}", String::from_utf8_lossy(&ran.stderr));
    String::from_utf8(ran.stdout).unwrap()
}

fn lines(text: &str) -> Vec<Value> {
    text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

/// The rows of a report that say another gender than the register, and whether they go in.
fn warned_of(report: &Path) -> Vec<(u64, bool)> {
    let told: Value = serde_json::from_slice(&std::fs::read(report).unwrap()).unwrap();
    let rows = told["files"].as_array().unwrap().iter().flat_map(|file| file["rows"].as_array().unwrap());
    let warned = rows.filter(|row| row["warnings"].as_array().unwrap().contains(&json!("gender_other")));
    warned.map(|row| (row["row"].as_u64().unwrap(), row["import"] == true)).collect()
}

#[test]
fn five_hundred_pledges_come_in_with_one_command_and_go_with_one_undo() {
    let folder = tempfile::tempdir().unwrap();
    let home = folder.path().join("so-vang");
    let profile = folder.path().join("profile.json");
    let text = json!({"kind": "district", "name": "LĐLĐ huyện Vân Trạch", "symbol": "LĐLĐ", "signers": []});
    std::fs::write(&profile, text.to_string()).unwrap();
    desk(&home, &["init", "--profile", profile.to_str().unwrap()]);
    desk(&home, &["intake", "units", data().join("units.xlsx").to_str().unwrap()]);
    desk(&home, &["intake", "members", data().join("members").to_str().unwrap()]);

    let members = lines(&desk(&home, &["dump", "members"]));
    let report = folder.path().join("report.json");
    let said = desk(
        &home,
        &["intake", "pledges", data().join("pledges").to_str().unwrap(), "--report", report.to_str().unwrap()],
    );
    assert!(said.contains("500 mới"), "{said}");

    // of sixteen people only the lists of pledges say the gender: it is filled in, and no other one changes
    let after = lines(&desk(&home, &["dump", "members"]));
    let filled = members.iter().zip(&after).filter(|(before, after)| before["gender"] != after["gender"]);
    let filled: Vec<_> = filled.collect();
    assert_eq!(filled.len(), 16);
    assert!(filled.iter().all(|(before, _)| before["gender"].is_null()), "what the register knows stays");
    assert!(warned_of(&report).is_empty());

    // one registration calls a woman "Ông": its row is warned of, and it goes in
    let registrations = data().join("registrations.xlsx");
    desk(&home, &["intake", "registrations", registrations.to_str().unwrap(), "--report", report.to_str().unwrap()]);
    assert_eq!(warned_of(&report), [(288, true)]);
    assert_eq!(lines(&desk(&home, &["dump", "members"])), after, "the register stays");
    desk(&home, &["intake", "registrations", "--undo"]);

    let truth: Value = serde_json::from_slice(&std::fs::read(data().join("expected/pledges.json")).unwrap()).unwrap();
    let key = |one: &Value| {
        let file = one["file"].as_str().unwrap_or_default().trim_start_matches("pledges/").to_owned();
        (file, one["row"].as_u64().unwrap_or_default())
    };
    let wanted: BTreeMap<_, _> = truth["pledges"].as_array().unwrap().iter().map(|one| (key(one), one)).collect();
    let dumped = lines(&desk(&home, &["dump", "pledges"]));
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

    let again = desk(&home, &["intake", "pledges", data().join("pledges").to_str().unwrap()]);
    assert!(again.contains("0 mới, 0 thay đổi, 500 như cũ"), "{again}");
    desk(&home, &["intake", "pledges", "--undo"]);
    desk(&home, &["intake", "pledges", "--undo"]);
    assert!(desk(&home, &["dump", "pledges"]).is_empty());
    desk(&home, &["verify"]);
}
