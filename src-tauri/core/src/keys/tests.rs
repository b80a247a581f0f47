#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may stop at the first surprise")]

use super::*;
use crate::{
    clock::{Clock, StillClock},
    documents::{self, DocumentDraft},
    file,
    id::MemberId,
    initiatives::{self, InitiativeDraft},
    journal,
    members::{self, Beginning, CellChange, MemberAdd, MemberDraft, MemberEdit, MemberField, MemberQuery},
    office::{Office, Opening, REGISTER},
    units::{self, Calendar, Level, Sector, UnitDraft, UnitEstablish, UnitId, UnitKind},
    vault::{Key, KeyFile},
};
use chrono::NaiveDate;
use std::sync::Arc;

/// A folder with a register that is opened again and again.
struct Trial {
    folder: tempfile::TempDir,
    key: Key,
}

impl Trial {
    fn new() -> Self {
        Self { folder: tempfile::tempdir().unwrap(), key: KeyFile::create(None).unwrap().1 }
    }

    fn open(&self) -> Office {
        let day = NaiveDate::from_ymd_opt(2026, 11, 22).unwrap();
        let clock = Arc::new(StillClock::at(day)) as Arc<dyn Clock>;
        let opening =
            Opening { folder: self.folder.path().to_path_buf(), clock, worker: None, progress: Arc::default() };
        Office::open(opening, &self.key, |_| Ok(())).unwrap()
    }

    /// What only another version of the program would have written.
    fn forge(&self, sql: &str) {
        file::open(&self.folder.path().join(REGISTER), &self.key).unwrap().execute_batch(sql).unwrap();
    }
}

const OTHER_KEYS: &str = "update member set sort_key = x'ff', same_key = 'khác', search = 'khác';
    update unit_state set sort_key = x'ff', search = 'khác'; update initiative set search = 'khác';
    update document set search = 'khác';";
const OTHER_VERSION: &str = "update setting set value = '\"icu4x-1.0.0/vi/0 0123456789abcdef\"' where name = 'keys';";

fn unit(office: &mut Office) -> UnitId {
    let draft = UnitDraft {
        code: "VT29".into(),
        name: "CĐCS Trường Mầm non Hoa Sen".into(),
        level: Level::GrassrootsUnion,
        kind: UnitKind::MamNon,
        sector: Sector::Public,
        calendar: Calendar::School,
        parent: None,
        bloc: None,
        address: String::new(),
        phone: String::new(),
        established: None,
        established_by: String::new(),
        note: String::new(),
    };
    units::establish(office, UnitEstablish { draft, received: false }).unwrap().value
}

fn member(office: &mut Office, unit: UnitId, name: &str) -> MemberId {
    let draft = MemberDraft {
        full_name: name.into(),
        citizen_id: Some("038187012345".into()),
        phone: Some("0912 345 678".into()),
        ..MemberDraft::default()
    };
    let new = MemberAdd { draft, unit, since: None, began: Beginning::Listed, document: String::new() };
    members::add(office, new).unwrap().value.id
}

/// An office with one row of every room that keeps keys, and its unit.
fn filled(trial: &Trial) -> (Office, UnitId) {
    let mut office = trial.open();
    let unit = unit(&mut office);
    for name in ["Nguyễn Thị Hường", "Đặng Văn An"] {
        member(&mut office, unit, name);
    }
    let initiative = serde_json::json!({
        "year": 2026, "code": "SK-0001", "title": "Cải tiến giờ học ngoài trời", "unit": unit, "recognition": "base", "recognition_number": "12/QĐ-MN", "recognised_on": "2026-05-14",
        "authors": [{ "name": "Lê Hoà" }, { "name": "Đỗ Thúy" }]
    });
    let initiative: InitiativeDraft = serde_json::from_value(initiative).unwrap();
    initiatives::register(&mut office, initiative).unwrap();
    for number in ["5/KH-LĐLĐ", "12a/KH-LĐLĐ"] {
        let document = DocumentDraft {
            number: number.into(),
            dated: NaiveDate::from_ymd_opt(2026, 2, 14),
            party: "Các CĐCS".into(),
            summary: "Tổ chức thi đua".into(),
            ..DocumentDraft::default()
        };
        documents::save(&mut office, document).unwrap();
    }
    (office, unit)
}

fn names(office: &mut Office, text: &str) -> Vec<String> {
    let query = MemberQuery { text: text.into(), ..MemberQuery::default() };
    let found = members::matching(office, &query).unwrap();
    members::lines_of(office.db(), &found, None).unwrap().into_iter().map(|line| line.full_name).collect()
}

fn rename(office: &mut Office, id: MemberId, name: &str) {
    let cell = CellChange { id, field: MemberField::FullName, text: name.into() };
    members::edit(office, MemberEdit { cells: vec![cell] }).unwrap();
}

#[test]
fn the_views_make_the_keys_that_the_rooms_write() {
    let trial = Trial::new();
    let (office, _) = filled(&trial);
    assert_eq!(wrong(office.db()).unwrap(), []);
    let words: String = office.db().query_row("select search from initiative", [], |row| row.get(0)).unwrap();
    assert_eq!(words, "sk-0001 cai tien gio hoc ngoai troi le hoa do thuy 12/qd-mn");
}

#[test]
fn keys_that_another_version_made_are_made_anew_when_the_file_is_opened() {
    let trial = Trial::new();
    let (office, _) = filled(&trial);
    let acts = journal::head(office.db()).unwrap();
    drop(office);
    trial.forge(&format!("update period set closed = 1; {OTHER_KEYS} {OTHER_VERSION}"));
    let mut office = trial.open();
    assert_eq!(wrong(office.db()).unwrap(), [], "also those of a closed year");
    assert_eq!(names(&mut office, ""), ["Đặng Văn An", "Nguyễn Thị Hường"]);
    assert_eq!(names(&mut office, "huong"), ["Nguyễn Thị Hường"]);
    assert_eq!(names(&mut office, "5678"), ["Đặng Văn An", "Nguyễn Thị Hường"]);
    assert_eq!(journal::head(office.db()).unwrap(), acts, "nobody did anything");
    trial.forge("update period set closed = 0, reason = 'x'; update period set reason = ''");
    assert_eq!(journal::mixed(office.db()).unwrap(), None, "the register does not look damaged");
}

#[test]
fn keys_of_this_version_are_left_alone() {
    let trial = Trial::new();
    let (office, _) = filled(&trial);
    drop(office);
    trial.forge(OTHER_KEYS);
    assert!(!wrong(trial.open().db()).unwrap().is_empty());
}

#[test]
fn what_was_done_before_the_keys_were_made_anew_is_undone_and_has_the_keys_of_now() {
    let trial = Trial::new();
    let (office, unit) = filled(&trial);
    drop(office);
    // the images of what is done now hold other keys
    trial.forge(OTHER_KEYS);
    let mut office = trial.open();
    let (huong, an) = (MemberId(1), MemberId(2));
    rename(&mut office, huong, "Nguyễn Thị Hằng");
    let deletion = members::MemberDelete { members: members::MemberChoice { ids: vec![an], query: None } };
    members::delete(&mut office, deletion).unwrap();
    member(&mut office, unit, "Lê Văn Bình");
    drop(office);
    trial.forge(OTHER_VERSION);
    let mut office = trial.open();
    office.undo(None).unwrap();
    office.undo(None).unwrap();
    office.undo(None).unwrap();
    assert_eq!(names(&mut office, ""), ["Đặng Văn An", "Nguyễn Thị Hường"]);
    assert_eq!(names(&mut office, "huong"), ["Nguyễn Thị Hường"]);
    assert_eq!(wrong(office.db()).unwrap(), []);
    for _ in 0..3 {
        office.redo().unwrap();
    }
    assert_eq!(names(&mut office, ""), ["Lê Văn Bình", "Nguyễn Thị Hằng"]);
    assert_eq!(wrong(office.db()).unwrap(), []);
    assert_eq!(journal::mixed(office.db()).unwrap(), None);
}
