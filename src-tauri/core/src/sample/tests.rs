#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test may stop at the first surprise"
)]

use super::*;
use crate::{
    clock::{Clock, StillClock},
    compacts,
    decisions::{DecisionQuery, State, register},
    documents::{self, DocumentQuery},
    home::{SetUp, Standing, set_up},
    initiatives::{self, InitiativesOf, WorksOf},
    journal,
    movements::{self, MovementQuery},
    office::Office,
    overview::{Find, OfYear, figures, find},
    periods::PeriodsOf,
    pledges::{self, PledgeFiguresOf},
    scores::{self, BlocsOf},
    targets::{self, TargetQuery},
    training::{self, CourseQuery},
    units::{UnitQuery, blocs, list},
};
use chrono::NaiveDate;
use std::{
    collections::BTreeMap,
    path::{Path, PathBuf},
    sync::Arc,
};

fn home(folder: &Path) -> Home {
    home_on(folder, NaiveDate::from_ymd_opt(2026, 11, 22).unwrap())
}

fn home_on(folder: &Path, day: NaiveDate) -> Home {
    Home::new(folder.to_path_buf(), Arc::new(StillClock::at(day)) as Arc<dyn Clock>, None)
}

fn minh_chau() -> SetUp {
    let host = HostDraft {
        name: "Liên đoàn Lao động huyện Minh Châu".into(),
        ..serde_json::from_str(PROFILE).unwrap()
    };
    SetUp { host, clerk: "Trần Thu Hà".into(), password: None }
}

/// Every file under a folder with what is in it.
fn files(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut found = BTreeMap::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.append(&mut files(&path));
        } else {
            found.insert(path.clone(), fs::read(&path).unwrap());
        }
    }
    found
}

#[test]
fn the_sample_fills_every_screen() {
    let folder = tempfile::tempdir().unwrap();
    let mut home = home(folder.path());
    let state = load(&mut home, ()).unwrap();
    assert_eq!((state.standing, state.which, state.has_office), (Standing::Open, Which::Sample, false));
    assert_eq!(state.name, "Liên đoàn Lao động huyện Vân Trạch");
    let office = home.office().unwrap();
    let units = list(office, UnitQuery::default()).unwrap();
    assert_eq!((units.total, blocs(office, ()).unwrap().len()), (76, 6));
    assert_eq!(crate::keys::wrong(office.db()).unwrap(), [], "the keys that the rooms write are those of the views");
    let members: i64 = office.db().query_row("select count(*) from member", [], |row| row.get(0)).unwrap();
    assert_eq!(members, 9_196);
    let lines = register(office, DecisionQuery::default()).unwrap().lines;
    let states: Vec<State> = lines.iter().map(|line| line.state).collect();
    assert_eq!(states, [State::Draft, State::Issued, State::Issued, State::Recorded]);
    assert!(lines.iter().all(|line| line.collectives + line.individuals > 0), "{lines:?}");
    let figures = figures(office, OfYear { year: 2026 }).unwrap();
    assert_eq!((figures.awards.collectives, figures.awards.individuals), (6, 22));
    assert!(figures.money.this_year.0 > 0 && figures.money.last_year.0 > 0, "{figures:?}");
    assert!(figures.members.women > 4_000, "{figures:?}");
    let found = find(office, Find { text: "hoa sen".into(), limit: 0 }).unwrap();
    assert!(found.iter().any(|line| line.title == "CĐCS Trường Mầm non Hoa Sen"), "{found:?}");
    assert_eq!(journal::verify(office.db()).unwrap(), None);
}

/// How many rows a table has.
fn count(office: &Office, table: &str) -> i64 {
    office.db().query_row(&format!("select count(*) from {table}"), [], |row| row.get(0)).unwrap()
}

#[test]
fn every_room_has_a_year_of_work() {
    let folder = tempfile::tempdir().unwrap();
    let mut home = home(folder.path());
    load(&mut home, ()).unwrap();
    let office = home.office().unwrap();
    let year = PeriodsOf { year: 2026 };
    let whole = |year: i32| PledgeFiguresOf { year, ..PledgeFiguresOf::default() };

    let pledges = pledges::figures(office, whole(2026)).unwrap().whole;
    assert_eq!((pledges.registered, pledges.confirmed), (500, 462));
    assert!(pledges.posted > 300 && pledges.reviewed > 300 && pledges.assessed > 300, "{pledges:?}");
    let open =
        office.db().query_row("select count(*) from pledge_shortcoming where mended_on is null", [], |row| row.get(0));
    assert_eq!(open.unwrap_or(0_i64), 30);

    let initiatives =
        initiatives::figures(office, InitiativesOf { year: Some(2026), ..InitiativesOf::default() }).unwrap().whole;
    assert!(initiatives.registered > 400 && initiatives.women > 200, "{initiatives:?}");
    assert_eq!(initiatives::works(office, WorksOf { year: Some(2026) }).unwrap().len(), 5);

    let query = MovementQuery { year: Some(2026), ..MovementQuery::default() };
    let special = movements::list(office, query).unwrap().into_iter().find(|line| line.contents == 7).unwrap();
    assert_eq!((special.launched, special.units, special.reviews), (68, 75, 1));
    assert!(count(office, "registration") > 700);

    let targets = targets::page(office, TargetQuery { year: 2026, ..TargetQuery::default() }).unwrap().lines;
    let members = targets.iter().find(|line| line.name == "Kết nạp đoàn viên mới").unwrap();
    assert!(members.result.unwrap().0 > 60_000, "members joined in the year: {members:?}");
    assert!(targets.iter().any(|line| line.behind) && targets.iter().any(|line| !line.behind));

    let courses = training::page(office, CourseQuery { year: 2026, ..CourseQuery::default() }).unwrap().lines;
    assert_eq!(courses.len(), 8);
    assert!(courses.iter().all(|course| course.people > 0 && course.women > 0), "{courses:?}");

    let compacts = compacts::year(office, year).unwrap().blocs;
    assert!(compacts.iter().all(|bloc| bloc.head.is_some() && bloc.items >= 6 && bloc.signed > 0), "{compacts:?}");
    assert_eq!(compacts.iter().filter(|bloc| bloc.held_on.is_some()).count(), 2);

    let books = scores::blocs(office, BlocsOf { year: 2026, half: 0 }).unwrap();
    assert_eq!(books.len(), 6);
    assert_eq!(count(office, "score_sheet"), 75);
    assert_eq!(count(office, "score_sheet where published_on is not null"), 29, "the schools are done");
    assert_eq!(documents::register(office, DocumentQuery::default()).unwrap().lines.len(), 23);
    assert!(documents::late(office.db(), office.today()).unwrap() > 0);
}

#[test]
fn early_in_a_year_the_work_of_the_last_one_is_there() {
    let folder = tempfile::tempdir().unwrap();
    let mut home = home_on(folder.path(), NaiveDate::from_ymd_opt(2027, 2, 28).unwrap());
    load(&mut home, ()).unwrap();
    let office = home.office().unwrap();
    let last = pledges::figures(office, PledgeFiguresOf { year: 2026, ..PledgeFiguresOf::default() }).unwrap().whole;
    assert_eq!((last.registered, last.confirmed), (500, 462));
    let this = pledges::figures(office, PledgeFiguresOf { year: 2027, ..PledgeFiguresOf::default() }).unwrap().whole;
    assert!(this.registered > 0 && this.assessed == 0, "{this:?}");
    assert_eq!(count(office, "document where dated > '2027-02-28'"), 0, "nothing that lies ahead");
    assert_eq!(journal::verify(office.db()).unwrap(), None);
}

#[test]
fn removing_the_sample_never_touches_the_office() {
    let folder = tempfile::tempdir().unwrap();
    let mut home = home(folder.path());
    set_up(&mut home, minh_chau()).unwrap();
    home.close().unwrap();
    let office = folder.path().join("office");
    let before = files(&office);
    assert!(before.len() > 2, "register, key and more: {:?}", before.keys());

    load(&mut home, ()).unwrap();
    home.close().unwrap();
    let state = open(&mut home, ()).unwrap();
    assert_eq!((state.which, state.has_office, state.has_sample), (Which::Sample, true, true));
    home.close().unwrap();
    assert_eq!(files(&office), before, "the sample writes only into its own folder");

    open(&mut home, ()).unwrap();
    // what is opened at the end is the office itself, which writes its lock: look before
    sweep(&mut home).unwrap();
    assert!(!folder.path().join("sample").exists());
    assert_eq!(files(&office), before);
    let state = home::state(&mut home, ()).unwrap();
    assert_eq!((state.name.as_str(), state.has_sample), ("Liên đoàn Lao động huyện Minh Châu", false));
}

#[test]
fn from_the_sample_one_goes_back_to_the_office() {
    let folder = tempfile::tempdir().unwrap();
    let mut home = home(folder.path());
    set_up(&mut home, SetUp { password: Some("Cả họ đều khen bà Đặng".into()), ..minh_chau() }).unwrap();
    load(&mut home, ()).unwrap();
    let state = open_office(&mut home, ()).unwrap();
    assert_eq!((state.standing, state.which), (Standing::Locked, Which::Office));
    assert_eq!(load(&mut home, ()).unwrap().which, Which::Sample, "it is there already and only opened");
    let state = remove(&mut home, ()).unwrap();
    assert_eq!((state.standing, state.has_sample), (Standing::Locked, false));
}

#[test]
fn a_sample_that_is_not_there_cannot_be_opened_or_removed() {
    let folder = tempfile::tempdir().unwrap();
    let mut home = home(folder.path());
    for refused in [open(&mut home, ()), remove(&mut home, ())] {
        assert!(refused.unwrap_err().sentences().contains("Không có dữ liệu mẫu"));
    }
    assert_eq!(open_office(&mut home, ()).unwrap().standing, Standing::Empty);
}
