//! From nothing to a whole district and back, by `desk` alone: units in, 76 lists in as one act, the same data out, one undo.

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

fn expected(name: &str) -> Value {
    serde_json::from_slice(&std::fs::read(data().join("expected").join(name)).unwrap()).unwrap()
}

fn lines(text: &str) -> Vec<Value> {
    text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

#[test]
fn a_district_comes_in_with_two_commands_and_goes_with_one_undo() {
    let folder = tempfile::tempdir().unwrap();
    let home = folder.path().join("so-vang");
    let profile = folder.path().join("profile.json");
    let text = json!({
        "kind": "district", "name": "Liên đoàn Lao động huyện Vân Trạch", "superior": "Liên đoàn Lao động tỉnh Hoài Giang",
        "symbol": "LĐLĐ", "place": "Vân Trạch", "signers": [{"name": "Lê Văn Lợi", "title": "Chủ tịch", "form": "TM. BAN THƯỜNG VỤ"}],
    });
    std::fs::write(&profile, text.to_string()).unwrap();
    desk(&home, &["init", "--profile", profile.to_str().unwrap()]);

    desk(&home, &["intake", "units", data().join("units.xlsx").to_str().unwrap()]);
    let units = lines(&desk(&home, &["dump", "units"]));
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
    let before = desk(&home, &["dump", "members"]);

    let report = folder.path().join("report.json");
    desk(&home, &["intake", "members", data().join("members").to_str().unwrap(), "--report", report.to_str().unwrap()]);
    let after = lines(&desk(&home, &["dump", "members"]));
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

    let report: Value = serde_json::from_slice(&std::fs::read(&report).unwrap()).unwrap();
    let count =
        |status: &str| report["files"].as_array().unwrap().iter().filter(|file| file["status"] == status).count();
    assert_eq!((count("import"), count("hold"), count("refuse")), (72, 1, 3));

    desk(&home, &["intake", "members", "--undo"]);
    assert_eq!(desk(&home, &["dump", "members"]), before);
    desk(&home, &["verify"]);
}

#[test]
fn the_same_list_read_again_changes_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let home = folder.path().join("so-vang");
    let profile = folder.path().join("profile.json");
    let text = json!({"kind": "district", "name": "LĐLĐ huyện Vân Trạch", "symbol": "LĐLĐ", "signers": []});
    std::fs::write(&profile, text.to_string()).unwrap();
    desk(&home, &["init", "--profile", profile.to_str().unwrap()]);
    desk(&home, &["intake", "units", data().join("units.xlsx").to_str().unwrap()]);
    let list = data().join("members/03_Van_phong_HDND_va_UBND_huyen.xlsx");
    desk(&home, &["intake", "members", list.to_str().unwrap()]);
    let first = desk(&home, &["dump", "members"]);
    assert_eq!(lines(&first).len(), 24);
    let said = desk(&home, &["intake", "members", list.to_str().unwrap()]);
    assert!(said.contains("0 mới, 0 thay đổi, 24 như cũ"), "{said}");
    assert_eq!(desk(&home, &["dump", "members"]), first);
}
