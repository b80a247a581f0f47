#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test may stop at the first surprise"
)]

mod borders;

use super::*;
use crate::{
    catalogue::Certainty,
    error::Error,
    host::{self, HostDraft, SignerDraft},
    members::{self, UnitMerge},
    sheet::{Cell, Row},
    units::{self, BlocDraft, Level, Sector, UnitDraft, UnitEstablish, UnitKind, UnitMap},
};

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// An office with two units and the common rules.
fn office() -> Office {
    let mut office = Office::trial(day("2024-12-20")).unwrap();
    host::found(
        &mut office,
        HostDraft {
            kind: host::Kind::District,
            name: "Liên đoàn Lao động huyện Vân Trạch".into(),
            superior: "Liên đoàn Lao động tỉnh Hoài Giang".into(),
            symbol: "LĐLĐ".into(),
            place: "Vân Trạch".into(),
            signers: vec![SignerDraft {
                name: "Phạm Đức Long".into(),
                title: "Chủ tịch".into(),
                form: "TM. BAN THƯỜNG VỤ".into(),
            }],
        },
    )
    .unwrap();
    seed(&mut office).unwrap();
    let schools = BlocDraft { id: None, no: 1, name: "Khối trường học".into(), years: Vec::new() };
    let schools = units::set_bloc(&mut office, schools).unwrap().value;
    for (code, name, bloc) in
        [("VT67", "CĐCS Công ty CP Cơ khí Tân Kiều", None), ("VT31", "CĐCS Trường Mầm non Sơn Ca", Some(schools))]
    {
        let draft = UnitDraft {
            code: code.into(),
            name: name.into(),
            level: Level::GrassrootsUnion,
            kind: UnitKind::Khac,
            sector: Sector::NonState,
            calendar: Calendar::Year,
            parent: None,
            bloc,
            address: String::new(),
            phone: String::new(),
            established: None,
            established_by: String::new(),
            note: String::new(),
        };
        units::establish(&mut office, UnitEstablish { draft, received: false }).unwrap();
    }
    office
}

fn programme(office: &mut Office) -> ProgrammeId {
    let draft = ProgrammeDraft {
        id: None,
        name: "75 nghìn sáng kiến, vượt khó, phát triển".into(),
        since: day("2023-12-01"),
        until: day("2024-11-30"),
        target: Some(2),
        source: String::new(),
        note: String::new(),
        targets: Vec::new(),
    };
    set_programme(office, draft).unwrap().value
}

fn author(name: &str, share: Option<i64>) -> InitiativeAuthor {
    InitiativeAuthor { name: name.into(), share, ..InitiativeAuthor::default() }
}

fn draft(title: &str) -> InitiativeDraft {
    InitiativeDraft {
        year: 2024,
        code: String::new(),
        title: title.into(),
        unit: UnitId(1),
        authors: vec![InitiativeAuthor {
            gender: Some(Gender::Nu), ..author("Công Huyền Tôn Nữ Việt Nga", None)
        }],
        field: "Kỹ thuật".into(),
        kind: None,
        scope: None,
        first_applied: PartialDate::from_iso("2024-04-27"),
        place: String::new(),
        recognition: Some(InitiativeLevel::Base),
        recognition_number: "52/QĐ-HĐSK".into(),
        recognised_on: Some(day("2024-05-14")),
        recognised_by: String::new(),
        benefit: Dong(18_000_000),
        benefit_basis: String::new(),
        effect: "Giảm hàng lỗi".into(),
        programme: None,
        portal_on: None,
        portal_code: String::new(),
        secret: false,
        note: String::new(),
    }
}

fn lines(office: &mut Office, query: InitiativeQuery) -> Vec<InitiativeLine> {
    page(office, InitiativePageAsk { query, offset: 0, limit: 200 }).unwrap().rows
}

fn fields(error: &Error) -> Vec<String> {
    match error {
        Error::Refused(refusals) => refusals.iter().map(|refusal| refusal.field.clone()).collect(),
        Error::Broken(chain) => panic!("{chain}"),
    }
}

#[test]
fn an_initiative_gets_the_next_code_of_its_year_and_is_found_without_marks() {
    let mut office = office();
    register(&mut office, InitiativeDraft { code: "SK-0099".into(), ..draft("Cải tiến trạm bơm") }).unwrap();
    register(&mut office, draft("Bảng báo lỗi nhanh cho băng tải than")).unwrap();
    let found = lines(&mut office, InitiativeQuery { text: "bang tai viet nga".into(), ..InitiativeQuery::default() });
    assert_eq!(found.len(), 1);
    assert_eq!((found[0].code.as_str(), found[0].year), ("SK-0100", 2024));
    assert_eq!(found[0].authors, "Công Huyền Tôn Nữ Việt Nga");
}

#[test]
fn everything_wrong_with_an_initiative_is_said_at_once() {
    let mut office = office();
    let wrong = InitiativeDraft {
        title: " ".into(),
        authors: vec![author("Lê Lan", Some(70)), author("Vũ Hà", Some(20))],
        first_applied: PartialDate::from_iso("2025-01"),
        recognition: None,
        ..draft("")
    };
    let error = register(&mut office, wrong).unwrap_err();
    assert_eq!(fields(&error), ["title", "authors", "first_applied", "recognition"]);
    assert!(error.sentences().contains("Tổng tỷ lệ đóng góp phải bằng 100 %, hiện là 90 %."), "{error}");
}

#[test]
fn shares_may_be_unknown_for_all_but_not_for_some_and_the_precheck_asks_for_them() {
    let mut office = office();
    let programme = programme(&mut office);
    let two = |shares: [Option<i64>; 2]| InitiativeDraft {
        authors: vec![author("Lê Lan", shares[0]), author("Vũ Hà", shares[1])],
        programme: Some(programme),
        ..draft("Cải tiến trạm bơm")
    };
    assert_eq!(fields(&register(&mut office, two([Some(60), None])).unwrap_err()), ["authors"]);
    register(&mut office, two([None, None])).unwrap();
    let line = &lines(&mut office, InitiativeQuery::default())[0];
    assert_eq!(line.problems[0].kind, Obstacle::SharesUnclear);
    assert!(!line.counted);
}

#[test]
fn a_later_title_that_is_nearly_an_earlier_one_does_not_count_and_names_it() {
    let mut office = office();
    let programme = Some(programme(&mut office));
    register(&mut office, InitiativeDraft { programme, ..draft("Cải tiến trạm bơm bằng vật tư có sẵn") }).unwrap();
    register(&mut office, InitiativeDraft { programme, ..draft("CẢI TIẾN TRẠM BƠM BẰNG VẬT TƯ CÓ SẴN .") }).unwrap();
    let found =
        lines(&mut office, InitiativeQuery { obstacle: Some(Obstacle::NearDuplicate), ..InitiativeQuery::default() });
    assert_eq!(found.len(), 1);
    assert_eq!((found[0].code.as_str(), found[0].problems[0].like), ("SK-0002", Some(InitiativeId(1))));
    office.undo(None).unwrap();
    assert_eq!(lines(&mut office, InitiativeQuery { counted: Some(true), ..InitiativeQuery::default() }).len(), 1);
}

#[test]
fn a_rule_of_the_programme_stands_above_the_common_one_and_ends_on_its_last_day() {
    let mut office = office();
    let programme = programme(&mut office);
    register(&mut office, InitiativeDraft { programme: Some(programme), ..draft("Cải tiến trạm bơm") }).unwrap();
    let rule = |figure, until: Option<&str>, programme| ProgrammeRuleDraft {
        id: None,
        programme,
        kind: ProgrammeRuleKind::LeastBenefit,
        figure,
        since: None,
        until: until.map(day),
        source: "Kế hoạch của LĐLĐ tỉnh".into(),
        certainty: Certainty::Sourced,
    };
    set_rule(&mut office, rule(20_000_000, None, None)).unwrap();
    assert_eq!(lines(&mut office, InitiativeQuery::default())[0].problems[0].kind, Obstacle::BelowThreshold);
    set_rule(&mut office, rule(10_000_000, None, Some(programme))).unwrap();
    assert!(lines(&mut office, InitiativeQuery::default())[0].counted);
    let past = set_rule(&mut office, rule(30_000_000, Some("2024-06-30"), Some(programme))).unwrap();
    assert!(lines(&mut office, InitiativeQuery::default())[0].counted, "that rule has ended: {past:?}");
}

#[test]
fn a_figure_of_a_rule_has_bounds_and_a_reason() {
    let mut office = office();
    let rule = ProgrammeRuleDraft {
        id: None,
        programme: None,
        kind: ProgrammeRuleKind::Similarity,
        figure: 20,
        since: None,
        until: None,
        source: String::new(),
        certainty: Certainty::Uncertain,
    };
    assert_eq!(fields(&set_rule(&mut office, rule).unwrap_err()), ["figure"]);
}

#[test]
fn figures_are_the_lengths_of_their_lists() {
    let mut office = office();
    let programme = programme(&mut office);
    for title in ["Cải tiến trạm bơm", "Bảng báo lỗi nhanh cho băng tải", "Lịch nhắc tự động tiêm chủng"]
    {
        register(&mut office, InitiativeDraft { programme: Some(programme), ..draft(title) }).unwrap();
    }
    register(&mut office, draft("Tổ chức ngày hội dân gian")).unwrap();
    enter(&mut office, InitiativesEntered { ids: vec![InitiativeId(1)], on: Some(day("2024-12-01")) }).unwrap();
    let of = InitiativesOf { year: Some(2024), programme: Some(programme), map: UnitMap::Then };
    let told = figures(&mut office, of).unwrap();
    assert_eq!((told.whole.registered, told.whole.taking_part, told.whole.counted), (4, 3, 3));
    assert_eq!((told.whole.percent.to_string().as_str(), told.entered, told.to_enter), ("150 %", 1, 2));
    let none = told.units.iter().find(|unit| unit.name == "CĐCS Trường Mầm non Sơn Ca").unwrap();
    assert_eq!(none.registered, 0, "who has none is in the list too");
    register(&mut office, InitiativeDraft { unit: UnitId(2), ..draft("Góc thư viện xanh") }).unwrap();
    let told = figures(&mut office, of).unwrap();
    for figure in &told.blocs {
        let query =
            InitiativeQuery { bloc: figure.bloc, without_bloc: figure.bloc.is_none(), ..InitiativeQuery::default() };
        let length = i64::try_from(lines(&mut office, query).len()).unwrap();
        assert_eq!(length, figure.registered, "{}", figure.name);
    }
    assert_eq!(told.blocs.iter().map(|bloc| bloc.registered).collect::<Vec<_>>(), [1, 4]);
    let merge = UnitMerge {
        units: vec![UnitId(1)],
        into: Some(UnitId(2)),
        new: None,
        day: day("2024-12-19"),
        document: "64/QĐ-LĐLĐ".into(),
    };
    members::merge_units(&mut office, merge).unwrap();
    let now = figures(&mut office, InitiativesOf { map: UnitMap::Now, ..of }).unwrap();
    assert_eq!((&now.whole, now.blocs.len(), now.units.len()), (&told.whole, 1, 1), "one bloc and one unit are left");
    for figure in now.blocs.iter().chain(&now.units) {
        let query = InitiativeQuery { units: figure.units.clone(), ..InitiativeQuery::default() };
        assert_eq!((lines(&mut office, query).len(), figure.registered), (5, 5), "{}", figure.name);
        assert_eq!(figure.target, None, "what was asked was asked by the map of then");
    }
    let wish = |map| paper::InitiativePaper {
        paper: InitiativePaperKind::Blocs,
        query: InitiativeQuery { year: of.year, programme: of.programme, ..InitiativeQuery::default() },
        map,
    };
    let (sheet, _) = paper::made(&mut office, wish(UnitMap::Now)).unwrap();
    assert_eq!(sheet.columns.len(), 6, "no column for what no bloc was asked");
    assert_eq!(sheet.notes.last().unwrap(), "Chỉ tiêu của toàn cơ quan: 2, đạt 150 %.");
    let waiting = InitiativeQuery { counted: Some(true), entered: Some(false), ..InitiativeQuery::default() };
    assert_eq!(lines(&mut office, waiting).len(), 2);
}

#[test]
fn a_trade_secret_shows_its_title_and_effect_on_paper_and_nothing_else() {
    let mut office = office();
    register(&mut office, InitiativeDraft { secret: true, ..draft("Công thức men gốm mới") }).unwrap();
    let wish = paper::InitiativePaper {
        paper: InitiativePaperKind::List,
        query: InitiativeQuery::default(),
        map: UnitMap::Then,
    };
    let (sheet, _) = paper::made(&mut office, wish).unwrap();
    let Row::Line { cells } = &sheet.rows[1] else { panic!("a line") };
    let shown: Vec<&Cell> = cells.iter().filter(|cell| **cell != Cell::Empty).collect();
    assert_eq!(shown, [&Cell::Place(1), &Cell::text("Công thức men gốm mới"), &Cell::text("Giảm hàng lỗi")]);
}

#[test]
fn cells_are_taken_together_or_refused_together_with_the_place_of_each() {
    let mut office = office();
    let id = register(&mut office, draft("Cải tiến trạm bơm")).unwrap().value;
    let cell = |field, text: &str| InitiativeCell { id, field, text: text.into() };
    let wrong = EditInitiatives {
        cells: vec![
            cell(InitiativeField::Title, "Cải tiến trạm bơm số 2"),
            cell(InitiativeField::FirstApplied, "31/2/2024"),
            cell(InitiativeField::Benefit, "nhiều"),
        ],
    };
    assert_eq!(fields(&edit_cells(&mut office, wrong).unwrap_err()), ["cells.1.first_applied", "cells.2.benefit"]);
    let right = EditInitiatives {
        cells: vec![cell(InitiativeField::Title, "Cải tiến trạm bơm số 2"), cell(InitiativeField::Unit, "vt31")],
    };
    edit_cells(&mut office, right).unwrap();
    let line = &lines(&mut office, InitiativeQuery::default())[0];
    assert_eq!(
        (line.title.as_str(), line.unit_name.as_str()),
        ("Cải tiến trạm bơm số 2", "CĐCS Trường Mầm non Sơn Ca")
    );
}

#[test]
fn a_closed_period_takes_no_initiative_and_gives_none_back() {
    let mut office = office();
    register(&mut office, draft("Cải tiến trạm bơm")).unwrap();
    office.act(What::new("test.close", "Thử"), |pen| Ok(pen.execute("update period set closed = 1", [])?)).unwrap();
    for refused in [
        register(&mut office, draft("Bảng báo lỗi nhanh")).map(drop),
        edit(&mut office, InitiativeEdit { id: InitiativeId(1), draft: draft("Khác hẳn") }).map(drop),
        delete(&mut office, InitiativeList { ids: vec![InitiativeId(1)] }).map(drop),
    ] {
        assert_eq!(fields(&refused.unwrap_err()), ["year"]);
    }
}

#[test]
fn a_programme_that_a_closed_year_counted_keeps_its_days() {
    let mut office = office();
    let id = programme(&mut office);
    register(&mut office, InitiativeDraft { programme: Some(id), ..draft("Cải tiến trạm bơm") }).unwrap();
    office.act(What::new("test.close", "Thử"), |pen| Ok(pen.execute("update period set closed = 1", [])?)).unwrap();
    let known = programmes(&mut office, ()).unwrap().programmes.remove(0).draft;
    let shorter = ProgrammeDraft { until: day("2024-07-01"), ..known.clone() };
    let error = set_programme(&mut office, shorter).unwrap_err();
    assert_eq!(fields(&error), ["until"]);
    assert!(error.sentences().contains("năm 2024 đã khóa sổ"), "{error}");
    set_programme(&mut office, ProgrammeDraft { source: "KH 12".into(), ..known }).unwrap();
}

#[test]
fn a_rule_that_would_count_a_closed_year_otherwise_is_refused() {
    let mut office = office();
    let id = programme(&mut office);
    register(&mut office, InitiativeDraft { programme: Some(id), ..draft("Cải tiến trạm bơm") }).unwrap();
    office.act(What::new("test.close", "Thử"), |pen| Ok(pen.execute("update period set closed = 1", [])?)).unwrap();
    let page = programmes(&mut office, ()).unwrap();
    let (until, known) = (page.programmes[0].draft.until, page.rules[0].draft.clone());
    let new = ProgrammeRuleDraft { id: None, figure: 60, ..known.clone() };
    let error = set_rule(&mut office, new.clone()).unwrap_err();
    assert_eq!(fields(&error), ["since"]);
    assert!(error.sentences().contains("30/11/2024"), "{error}");
    assert_eq!(
        fields(&set_rule(&mut office, ProgrammeRuleDraft { figure: 60, ..known.clone() }).unwrap_err()),
        ["since"]
    );
    let gone = ProgrammeRuleGone { id: known.id.unwrap() };
    assert_eq!(fields(&remove_rule(&mut office, gone).unwrap_err()), ["id"]);
    set_rule(&mut office, ProgrammeRuleDraft { source: "KH 12".into(), ..known }).unwrap();
    set_rule(&mut office, ProgrammeRuleDraft { since: until.succ_opt(), ..new }).unwrap();
}

#[test]
fn an_ended_unit_registers_nothing_of_a_later_year() {
    let mut office = office();
    let end = serde_json::json!({ "unit": 1, "day": "2023-06-10", "document": "", "members": { "kind": "end" } });
    members::dissolve(&mut office, serde_json::from_value(end).unwrap()).unwrap();
    assert_eq!(fields(&register(&mut office, draft("Cải tiến trạm bơm")).unwrap_err()), ["unit"]);
    register(&mut office, InitiativeDraft { year: 2023, ..draft("Cải tiến trạm bơm") }).unwrap();
}

#[test]
fn a_programme_with_initiatives_is_not_removed() {
    let mut office = office();
    let id = programme(&mut office);
    register(&mut office, InitiativeDraft { programme: Some(id), ..draft("Cải tiến trạm bơm") }).unwrap();
    assert!(remove_programme(&mut office, ProgrammeGone { id }).unwrap_err().sentences().contains("1 sáng kiến"));
    join(&mut office, InitiativesJoin { ids: vec![InitiativeId(1)], programme: None }).unwrap();
    remove_programme(&mut office, ProgrammeGone { id }).unwrap();
}

#[test]
fn works_are_kept_by_occasion() {
    let mut office = office();
    let work = WorkDraft {
        id: None,
        year: 2024,
        title: "Nhà để xe công nhân".into(),
        occasion: "Chào mừng Đại hội Công đoàn huyện".into(),
        unit: UnitId(1),
        makers: String::new(),
        completed: None,
        value: Dong(120_000_000),
        note: String::new(),
    };
    let id = set_work(&mut office, work.clone()).unwrap().value;
    assert_eq!(
        fields(&set_work(&mut office, WorkDraft { occasion: String::new(), ..work.clone() }).unwrap_err()),
        ["occasion"]
    );
    let again = WorkDraft { title: "nhà để xe  công nhân".into(), ..work.clone() };
    assert_eq!(fields(&set_work(&mut office, again).unwrap_err()), ["title"], "once");
    set_work(&mut office, WorkDraft { id: Some(id), title: "Nhà để xe".into(), ..work }).unwrap();
    let kept = works(&mut office, WorksOf { year: Some(2024) }).unwrap();
    assert_eq!((kept.len(), kept[0].draft.title.as_str()), (1, "Nhà để xe"));
    remove_work(&mut office, WorkGone { id }).unwrap();
    assert!(works(&mut office, WorksOf { year: None }).unwrap().is_empty());
}
