#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test may stop at the first surprise"
)]

mod borders;

use super::*;

fn day(y: i32, m: u32, d: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(y, m, d).unwrap()
}

fn office() -> Office {
    Office::trial(day(2025, 8, 1)).unwrap()
}

fn hoa_sen() -> UnitDraft {
    UnitDraft {
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
        established: PartialDate::from_iso("2004-06-27"),
        established_by: String::new(),
        note: String::new(),
    }
}

fn add(office: &mut Office, code: &str, name: &str, parent: Option<UnitId>) -> UnitId {
    let draft = UnitDraft { code: code.into(), name: name.into(), parent, ..hoa_sen() };
    establish(office, UnitEstablish { draft, received: false }).unwrap().value
}

fn refused_fields(error: Error) -> Vec<String> {
    let Error::Refused(refusals) = error else { panic!("must be refused: {error}") };
    refusals.into_iter().map(|refusal| refusal.field).collect()
}

fn names(office: &mut Office, query: UnitQuery) -> Vec<String> {
    list(office, query).unwrap().rows.into_iter().map(|line| line.name).collect()
}

#[test]
fn a_renamed_unit_keeps_its_old_name_for_papers_of_the_past() {
    let mut office = office();
    let id = add(&mut office, "VT66", "CĐCS Công ty TNHH Xây dựng Minh Thượng", None);
    let since = day(2024, 3, 15);
    rename(
        &mut office,
        UnitRename {
            id, name: "CĐCS Công ty CP Xây dựng Minh Thượng".into(), since, document: "12/QĐ-LĐLĐ".into()
        },
    )
    .unwrap();
    let then = names(&mut office, UnitQuery { as_of: Some(day(2024, 3, 14)), ..UnitQuery::default() });
    assert_eq!(then, ["CĐCS Công ty TNHH Xây dựng Minh Thượng"]);
    assert_eq!(names(&mut office, UnitQuery::default()), ["CĐCS Công ty CP Xây dựng Minh Thượng"]);
    assert_eq!(name_on(office.db(), id, day(2020, 1, 1)).unwrap().unwrap(), "CĐCS Công ty TNHH Xây dựng Minh Thượng");
    let record = get(&mut office, UnitAsk { id, as_of: None }).unwrap();
    assert_eq!(record.states.len(), 2);
    assert_eq!(record.events[0].what, UnitHappening::Renamed);
    assert_eq!(record.events[0].document, "12/QĐ-LĐLĐ");
}

#[test]
fn a_correction_before_a_name_that_is_to_come_mends_today_and_leaves_that_name() {
    let mut office = office();
    let id = add(&mut office, "VT29", "CĐCS Trường Mầm non Hoa Sên", None);
    let to_come = UnitRename {
        id,
        name: "CĐCS Trường Mầm non Tương Lai".into(),
        since: day(2026, 1, 1),
        document: String::new(),
    };
    rename(&mut office, to_come).unwrap();
    let draft = UnitDraft { phone: "0912345678".into(), ..hoa_sen() };
    edit(&mut office, UnitEdit { id, draft }).unwrap();
    let row = UnitRow { code: "VT29".into(), address: "Phố Huyện".into(), ..UnitRow::default() };
    office.act(EDIT, |pen| import(pen, std::slice::from_ref(&row))).unwrap();
    let states = get(&mut office, UnitAsk { id, as_of: None }).unwrap().states;
    let states: Vec<_> =
        states.iter().map(|state| (state.name.as_str(), state.phone.as_str(), state.address.as_str())).collect();
    assert_eq!(
        states,
        [
            ("CĐCS Trường Mầm non Tương Lai", "0912345678", "Phố Huyện"),
            ("CĐCS Trường Mầm non Hoa Sen", "0912345678", "Phố Huyện")
        ]
    );
    assert_eq!(names(&mut office, UnitQuery::default()), ["CĐCS Trường Mầm non Hoa Sen"]);
}

#[test]
fn an_ended_unit_whose_code_was_given_away_can_be_corrected_and_its_end_is_not_taken_back() {
    let mut office = office();
    let old = add(&mut office, "VT29", "CĐCS Hoa Sên", None);
    let ended = office.act(CHANGE, |pen| end(pen, old, day(2025, 7, 1), UnitEnding::Dissolved, "64/QĐ-LĐLĐ")).unwrap();
    add(&mut office, "VT29", "CĐCS Trường Mầm non Hoa Sen mới", None);
    edit(&mut office, UnitEdit { id: old, draft: hoa_sen() }).unwrap();
    let name = get(&mut office, UnitAsk { id: old, as_of: None }).unwrap().line.name;
    assert_eq!(name, "CĐCS Trường Mầm non Hoa Sen");
    let refused = office.undo(ended.act).unwrap_err();
    assert!(matches!(refused, Error::Refused(_)), "{refused}");
}

#[test]
fn a_bloc_counts_the_units_of_today_and_ends_when_none_is_to_come_either() {
    let mut office = office();
    let id = add(&mut office, "VT29", "CĐCS Trường Mầm non Hoa Sen", None);
    let bloc =
        set_bloc(&mut office, BlocDraft { id: None, no: 2, name: "Khối Mầm non".into(), years: vec![] }).unwrap();
    let draft = UnitDraft { bloc: Some(bloc.value), ..hoa_sen() };
    change(&mut office, UnitChange { id, draft, since: day(2026, 1, 1), document: String::new() }).unwrap();
    assert_eq!(blocs(&mut office, ()).unwrap()[0].units, 0);
    let ending = BlocEnd { id: bloc.value, until: day(2025, 7, 31) };
    assert_eq!(refused_fields(end_bloc(&mut office, ending).unwrap_err()), ["id"]);
}

#[test]
fn undoing_a_renaming_leaves_one_name_and_redoing_it_two() {
    let mut office = office();
    let id = add(&mut office, "VT66", "Tên cũ", None);
    rename(&mut office, UnitRename { id, name: "Tên mới".into(), since: day(2024, 3, 15), document: String::new() })
        .unwrap();
    office.undo(None).unwrap();
    let record = get(&mut office, UnitAsk { id, as_of: None }).unwrap();
    assert_eq!((record.states.len(), record.line.name.as_str()), (1, "Tên cũ"));
    office.redo().unwrap();
    assert_eq!(get(&mut office, UnitAsk { id, as_of: None }).unwrap().line.name, "Tên mới");
}

#[test]
fn a_unit_is_not_listed_before_it_was_established() {
    let mut office = office();
    add(&mut office, "VT29", "CĐCS Trường Mầm non Hoa Sen", None);
    assert!(names(&mut office, UnitQuery { as_of: Some(day(2004, 6, 26)), ..UnitQuery::default() }).is_empty());
    assert_eq!(names(&mut office, UnitQuery { as_of: Some(day(2004, 6, 27)), ..UnitQuery::default() }).len(), 1);
}

#[test]
fn everything_wrong_with_a_unit_is_said_at_once() {
    let draft =
        UnitDraft { code: " ".into(), name: String::new(), established: PartialDate::from_iso("2026"), ..hoa_sen() };
    assert_eq!(refused_fields(check(draft, day(2025, 8, 1)).unwrap_err()), ["code", "name", "established"]);
}

#[test]
fn a_code_belongs_to_one_living_unit() {
    let mut office = office();
    let first = add(&mut office, "VT29", "CĐCS Trường Mầm non Hoa Sen", None);
    let again = UnitEstablish { draft: UnitDraft { code: "vt29".into(), ..hoa_sen() }, received: false };
    assert_eq!(refused_fields(establish(&mut office, again.clone()).unwrap_err()), ["code"]);
    office.act(EDIT, |pen| end(pen, first, day(2025, 7, 1), UnitEnding::Dissolved, "64/QĐ-LĐLĐ")).unwrap();
    establish(&mut office, again).unwrap();
}

#[test]
fn a_unit_never_stands_under_itself() {
    let mut office = office();
    let top = add(&mut office, "A", "CĐCS A", None);
    let middle = add(&mut office, "B", "Công đoàn bộ phận B", Some(top));
    let low = add(&mut office, "C", "Tổ công đoàn C", Some(middle));
    let draft = UnitDraft { code: "A".into(), name: "CĐCS A".into(), parent: Some(low), ..hoa_sen() };
    assert_eq!(refused_fields(edit(&mut office, UnitEdit { id: top, draft }).unwrap_err()), ["parent"]);
    let depths: Vec<u32> = tree(&mut office, UnitQuery::default()).unwrap().iter().map(|line| line.depth).collect();
    assert_eq!(depths, [0, 1, 2]);
}

#[test]
fn an_ended_unit_keeps_its_last_name_and_can_no_longer_be_renamed() {
    let mut office = office();
    let id = add(&mut office, "VT70", "CĐCS Xăng dầu Kim Lũ", None);
    office.act(EDIT, |pen| end(pen, id, day(2024, 8, 31), UnitEnding::Dissolved, "64/QĐ-LĐLĐ")).unwrap();
    let living = |office: &mut Office, as_of| {
        names(office, UnitQuery { as_of, living: Some(true), ..UnitQuery::default() }).len()
    };
    assert_eq!(living(&mut office, Some(day(2024, 8, 30))), 1);
    assert_eq!(living(&mut office, Some(day(2024, 8, 31))), 0);
    assert_eq!(names(&mut office, UnitQuery { living: Some(false), ..UnitQuery::default() }), ["CĐCS Xăng dầu Kim Lũ"]);
    let rename_it = UnitRename { id, name: "Khác".into(), since: day(2025, 1, 1), document: String::new() };
    assert_eq!(refused_fields(rename(&mut office, rename_it).unwrap_err()), ["since"]);
}

#[test]
fn units_are_found_without_marks_and_sorted_as_vietnamese_sorts() {
    let mut office = office();
    for (code, name) in [("1", "Trường Đông Khê"), ("2", "Trường Dân Lập"), ("3", "Trường An Trạch")] {
        add(&mut office, code, name, None);
    }
    let by_name = UnitQuery { sort: UnitSort::Name, ..UnitQuery::default() };
    assert_eq!(names(&mut office, by_name.clone()), ["Trường An Trạch", "Trường Dân Lập", "Trường Đông Khê"]);
    assert_eq!(names(&mut office, UnitQuery { text: "dong khe".into(), ..by_name }), ["Trường Đông Khê"]);
}

#[test]
fn a_list_of_units_taken_in_twice_changes_nothing_the_second_time() {
    let mut office = office();
    let row = UnitRow {
        code: "VT66".into(),
        name: "CĐCS Công ty CP Xây dựng Minh Thượng".into(),
        kind: Some(UnitKind::DnNnn),
        bloc_name: "Khối Doanh nghiệp".into(),
        chair: "Nguyễn Thị Oanh".into(),
        established: PartialDate::from_iso("1988-03-22"),
        old_name: "CĐCS Công ty TNHH Xây dựng Minh Thượng".into(),
        renamed_on: Some(day(2024, 3, 15)),
        ..UnitRow::default()
    };
    let blocs_of = [BlocRow {
        no: 6,
        name: "Khối Doanh nghiệp".into(),
        head: row.name.clone(),
        deputy: String::new(),
        year: 2024,
    }];
    let take = |office: &mut Office| {
        office
            .act(EDIT, |pen| {
                let imported = import(pen, std::slice::from_ref(&row))?;
                import_blocs(pen, &blocs_of)?;
                Ok(imported)
            })
            .unwrap()
    };
    assert_eq!(take(&mut office).value, Imported { added: 1, changed: 0, same: 0 });
    let again = take(&mut office);
    assert_eq!(again.value, Imported { added: 0, changed: 0, same: 1 });
    assert_eq!(again.act, None, "nothing was written");
    let line = &list(&mut office, UnitQuery::default()).unwrap().rows[0];
    assert_eq!((line.bloc_no, line.chair.as_str(), line.sector), (Some(6), "Nguyễn Thị Oanh", Sector::NonState));
    assert_eq!(blocs(&mut office, ()).unwrap()[0].years[0].head, Some(line.id));
    let mut dumped = Vec::new();
    dump(&office, &mut dumped).unwrap();
    let dumped: serde_json::Value = serde_json::from_slice(&dumped).unwrap();
    assert_eq!(dumped["kind"], "dn_nnn");
    assert_eq!(dumped["sector"], "Ngoài nhà nước");
    assert_eq!(dumped["calendar"], "year");
    assert_eq!(dumped["old_name"], "CĐCS Công ty TNHH Xây dựng Minh Thượng");
    assert_eq!(dumped["renamed_on"], "2024-03-15");
    assert_eq!(dumped["established"], "1988-03-22");
}

#[test]
fn officers_are_listed_corrected_and_taken_off() {
    let mut office = office();
    let unit = add(&mut office, "VT29", "CĐCS Trường Mầm non Hoa Sen", None);
    let line = OfficerEdit {
        id: None,
        name: " Lê  Văn Lợi ".into(),
        member: None,
        post: "Chủ tịch".into(),
        since: Some(day(2023, 1, 1)),
        until: None,
        document: String::new(),
    };
    set_officers(&mut office, OfficerList { unit, officers: vec![line.clone()] }).unwrap();
    let record = get(&mut office, UnitAsk { id: unit, as_of: None }).unwrap();
    assert_eq!((record.officers[0].name.as_str(), record.line.chair.as_str()), ("Lê Văn Lợi", "Lê Văn Lợi"));
    let backwards = OfficerEdit { until: Some(day(2022, 1, 1)), post: String::new(), ..line };
    let error = set_officers(&mut office, OfficerList { unit, officers: vec![backwards] }).unwrap_err();
    assert_eq!(refused_fields(error), ["officers.0.post", "officers.0.until"]);
    set_officers(&mut office, OfficerList { unit, officers: vec![] }).unwrap();
    assert!(get(&mut office, UnitAsk { id: unit, as_of: None }).unwrap().officers.is_empty());
}

/// Two blocs with a unit each.
fn two_blocs(office: &mut Office) -> [(BlocId, UnitId); 2] {
    [(1, "VT29"), (2, "VT30")].map(|(no, code)| {
        let draft = BlocDraft { id: None, no, name: format!("Khối {no}"), years: Vec::new() };
        let bloc = set_bloc(office, draft).unwrap().value;
        let draft = UnitDraft { code: code.into(), bloc: Some(bloc), ..hoa_sen() };
        (bloc, establish(office, UnitEstablish { draft, received: false }).unwrap().value)
    })
}

#[test]
fn a_bloc_is_led_by_its_own_units() {
    let mut office = office();
    let [(first, own), (_, other)] = two_blocs(&mut office);
    let led = |head, deputy| BlocDraft {
        id: Some(first),
        no: 1,
        name: "Khối 1".into(),
        years: vec![BlocYear { year: 2025, head, deputy }],
    };
    let error = set_bloc(&mut office, led(Some(other), Some(own))).unwrap_err();
    assert_eq!(refused_fields(error), ["years.0.head"]);
    set_bloc(&mut office, led(Some(own), None)).unwrap();
}

#[test]
fn a_bloc_ends_after_its_last_unit_has_left_and_then_takes_none() {
    let mut office = office();
    let [(first, unit), (second, _)] = two_blocs(&mut office);
    let draft = UnitDraft { bloc: Some(second), ..hoa_sen() };
    change(&mut office, UnitChange { id: unit, draft, since: day(2025, 3, 1), document: String::new() }).unwrap();
    let error = end_bloc(&mut office, BlocEnd { id: first, until: day(2020, 1, 1) }).unwrap_err();
    assert!(error.sentences().contains("28/02/2025"), "{error}");
    end_bloc(&mut office, BlocEnd { id: first, until: day(2025, 2, 28) }).unwrap();
    let draft = UnitDraft { code: "VT31".into(), bloc: Some(first), ..hoa_sen() };
    let error = establish(&mut office, UnitEstablish { draft, received: false }).unwrap_err();
    assert_eq!(refused_fields(error), ["bloc"]);
}
