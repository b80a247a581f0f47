#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may stop at the first surprise")]

use super::*;
use crate::{
    journal::What,
    office::Office,
    periods::{self, PeriodId},
    units::{self, BlocId, BlocRow, Calendar, UnitRow},
};
use std::collections::BTreeMap;

const TRIAL: What = What::new("scores.trial", "Thử");

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn unit(code: &str, established: &str, dissolved: Option<&str>) -> UnitRow {
    UnitRow {
        code: code.to_owned(),
        name: format!("CĐCS Phòng {code}"),
        kind: Some(UnitKind::CoQuan),
        bloc_no: Some(1),
        bloc_name: "Khối Cơ quan".to_owned(),
        established: crate::calendar::PartialDate::from_iso(established),
        dissolved_on: dissolved.map(day),
        ..UnitRow::default()
    }
}

/// A bloc of four units (one dissolved in the year), a period, and a table of two criteria with bonus and penalty.
struct Trial {
    office: Office,
    bloc: BlocId,
    period: PeriodId,
}

impl Trial {
    fn new() -> Trial {
        let mut office = Office::trial(day("2024-11-20")).unwrap();
        seed(&mut office).unwrap();
        let rows = [
            unit("A1", "2000-01-01", None),
            unit("A2", "2000-01-01", None),
            unit("A3", "2024-03-01", None),
            unit("A4", "2000-01-01", Some("2024-08-31")),
        ];
        let period = office
            .act(TRIAL, |pen| {
                units::import(pen, &rows)?;
                units::import_blocs(pen, &[] as &[BlocRow])?;
                periods::ensure_year(pen, Calendar::Year, 2024)
            })
            .unwrap()
            .value;
        let bloc = units::blocs(&mut office, ()).unwrap()[0].id;
        let mut trial = Trial { office, bloc, period };
        let table = trial.table();
        set_table(&mut trial.office, table).unwrap();
        trial
    }

    fn table(&mut self) -> ScoreTable {
        let model = tables(&mut self.office, ScoreTablesOf { year: 2024 }).unwrap().models[0].clone();
        let criterion = |name: &str, most: Option<i64>| Criterion {
            id: None,
            name: name.to_owned(),
            most: most.map(Hundredths),
            measure: String::new(),
        };
        let group = |kind, name: &str, cap: Option<i64>, criteria| ScoreGroup {
            id: None,
            kind,
            name: name.to_owned(),
            cap: cap.map(Hundredths),
            criteria,
        };
        ScoreTable {
            id: None,
            name: "Bảng điểm cơ quan".to_owned(),
            period: Some(self.period),
            kinds: vec![UnitKind::CoQuan],
            groups: vec![
                group(ScoreGroupKind::Scored, "Chăm lo", None, vec![criterion("Chăm lo đời sống", Some(5000))]),
                group(ScoreGroupKind::Scored, "Tổ chức", None, vec![criterion("Chế độ báo cáo", Some(4500))]),
                group(ScoreGroupKind::Bonus, "Điểm thưởng", Some(500), vec![criterion("Mô hình mới", None)]),
                group(ScoreGroupKind::Penalty, "Điểm trừ", None, vec![criterion("Báo cáo chậm", None)]),
            ],
            ..model
        }
    }

    fn book(&mut self) -> ScoreBook {
        let ask = self.ask();
        book(&mut self.office, ask).unwrap()
    }

    fn ask(&self) -> BookAsk {
        BookAsk { bloc: self.bloc, year: 2024, half: 0 }
    }

    /// Cells of a unit by the place of the criterion in the table.
    fn cells(&mut self, code: &str, scorer: Scorer, texts: &[&str]) -> ScoreEdit {
        let book = self.book();
        let unit = book.lines.iter().find(|line| line.code == code).unwrap().unit;
        let criteria: Vec<CriterionId> = book.tables[0].criteria().map(|(_, one)| one.id.unwrap()).collect();
        let cells = criteria.iter().zip(texts).map(|(criterion, text)| ScoreCell {
            unit,
            criterion: *criterion,
            scorer,
            text: (*text).to_owned(),
        });
        ScoreEdit { bloc: self.bloc, year: 2024, half: 0, cells: cells.collect(), reason: String::new() }
    }

    fn give(&mut self, code: &str, texts: &[&str]) {
        let wish = self.cells(code, Scorer::Office, texts);
        edit(&mut self.office, wish).unwrap();
    }

    fn write(&mut self, sql: &str) {
        self.office.act(TRIAL, |pen| Ok(pen.execute(sql, [])?)).unwrap();
    }

    fn line(&mut self, code: &str) -> BookLine {
        self.book().lines.into_iter().find(|line| line.code == code).unwrap()
    }
}

#[test]
fn points_come_to_a_total_with_bonus_up_to_its_cap_and_penalty_off() {
    let mut trial = Trial::new();
    trial.give("A1", &["48,5", "44", "7", "-1"]);
    let line = trial.line("A1");
    assert_eq!(line.total, Some(Hundredths(9650)), "48,5 + 44 + 5 - 1");
    let office = line.columns.iter().find(|column| column.scorer == Scorer::Office).unwrap();
    assert_eq!(office.totals.groups, [Hundredths(4850), Hundredths(4400)]);
    assert_eq!(office.totals.faults[0].kind, ScoreFaultKind::OverCap);
    assert_eq!(line.grade.as_deref(), Some("HTXSNV"));
}

#[test]
fn a_blank_leaves_the_total_open_and_the_unit_unranked() {
    let mut trial = Trial::new();
    trial.give("A1", &["48,5"]);
    let line = trial.line("A1");
    assert_eq!((line.total, line.standing), (None, None));
    let office = &line.columns.iter().find(|column| column.scorer == Scorer::Office).unwrap().totals;
    assert_eq!((office.so_far, office.faults[0].kind), (Hundredths(4850), ScoreFaultKind::Blank));
}

#[test]
fn typed_points_must_fit_the_criterion_and_the_step() {
    let mut trial = Trial::new();
    let wish = trial.cells("A1", Scorer::Office, &["50,5", "44,3", "ba", "1"]);
    let refused = edit(&mut trial.office, wish).unwrap_err().sentences();
    for part in ["chấm tối đa 50 điểm", "phải chẵn 0,5", "Điểm chưa đúng"] {
        assert!(refused.contains(part), "{refused}");
    }
    assert!(trial.line("A1").sheet.is_none(), "nothing was written");
}

#[test]
fn what_if_shows_totals_and_ranks_without_writing() {
    let mut trial = Trial::new();
    trial.give("A1", &["48", "44"]);
    let wish = trial.cells("A2", Scorer::Office, &["50", "45"]);
    let tried = try_edit(&mut trial.office, wish).unwrap();
    let place = |book: &ScoreBook, code: &str| {
        book.lines.iter().find(|line| line.code == code).unwrap().standing.as_ref().map(|one| one.place)
    };
    assert_eq!((place(&tried, "A2"), place(&tried, "A1")), (Some(1), Some(2)));
    let written = trial.book();
    assert_eq!((place(&written, "A2"), place(&written, "A1")), (None, Some(1)));
}

#[test]
fn a_conditional_grade_falls_with_its_reason() {
    let mut trial = Trial::new();
    trial.give("A1", &["50", "22", "0", "0"]);
    trial.give("A2", &["50", "45", "0", "0"]);
    assert_eq!(trial.line("A1").grade.as_deref(), Some("HTTNV"), "by points alone");
    let (unit, ask) = (trial.line("A2").unit, trial.ask());
    let stated =
        trial.book().tables[0].conditions.iter().find(|one| one.kind == ScoreConditionKind::Stated).unwrap().id;
    let mark = BreachMark {
        book: ask,
        unit,
        condition: stated.unwrap(),
        broken: true,
        note: "cảnh cáo 01 người".into(),
        reason: String::new(),
    };
    mark_breach(&mut trial.office, mark).unwrap();
    let line = trial.line("A2");
    assert_eq!((line.grade_by_points.as_deref(), line.grade.as_deref()), (Some("HTXSNV"), Some("HTTNV")));
    assert!(line.reason.contains("kỷ luật từ cảnh cáo") && line.reason.contains("01 người"), "{}", line.reason);
}

#[test]
fn a_criterion_under_its_share_costs_the_highest_grade() {
    let table = |id| Criterion {
        id: Some(CriterionId(id)),
        name: format!("T{id}"),
        most: Some(Hundredths(1000)),
        measure: String::new(),
    };
    let mut trial = Trial::new();
    let mut table_of = trial.table();
    table_of.groups = vec![ScoreGroup {
        id: None,
        kind: ScoreGroupKind::Scored,
        name: "I".into(),
        cap: None,
        criteria: (1..=10).map(table).collect(),
    }];
    let mut points: BTreeMap<CriterionId, Hundredths> =
        (1..=10).map(|id| (CriterionId(id), Hundredths(1000))).collect();
    points.insert(CriterionId(4), Hundredths(450));
    let scale = tables(&mut trial.office, ScoreTablesOf { year: 2024 }).unwrap().scales[0].grades.clone();
    let graded =
        rules::grade(&table_of, &scale, &points, Hundredths(9450), &rules::Facts::default(), day("2024-12-31"));
    assert_eq!(graded.grade.unwrap().code, "HTTNV");
    assert!(graded.reason.contains("(T4)"), "{}", graded.reason);
}

#[test]
fn a_unit_younger_than_the_rule_says_takes_neither_grade_nor_place() {
    let mut trial = Trial::new();
    trial.give("A3", &["50", "45", "0", "0"]);
    let line = trial.line("A3");
    assert_eq!((line.grade_by_points.as_deref(), line.grade), (Some("HTXSNV"), None));
    assert!(line.reason.contains("đủ 12 tháng"), "{}", line.reason);
    trial.give("A1", &["48", "44", "0", "0"]);
    trial.give("A2", &["47", "44", "0", "0"]);
    assert_eq!((trial.line("A3").standing, trial.line("A1").standing.unwrap().place), (None, 1));
    let book = trial.book();
    let host = serde_json::from_value(serde_json::json!({
        "kind": "district", "name": "Liên đoàn Lao động huyện Vân Trạch", "symbol": "LĐLĐ", "place": "Vân Trạch",
    }));
    crate::host::found(&mut trial.office, host.unwrap()).unwrap();
    let host = crate::host::as_of(&trial.office, trial.office.today()).unwrap();
    let ranking = format!("{:?}", paper::ranking(&trial.office, &book, &host).unwrap());
    assert!(ranking.contains("đủ 12 tháng") && !ranking.contains("Chưa chấm đủ"), "{ranking}");
}

#[test]
fn what_is_left_of_a_split_unit_waits_six_months_like_what_came_out_of_it() {
    let mut trial = Trial::new();
    trial.give("A1", &["50", "45", "0", "0"]);
    let unit = trial.line("A1").unit;
    trial
        .office
        .act(TRIAL, |pen| units::event(pen, unit, units::UnitHappening::Split, Some(day("2024-10-01")), "", None, ""))
        .unwrap();
    let line = trial.line("A1");
    assert!(line.grade.is_none() && line.reason.contains("đủ 6 tháng"), "{}", line.reason);
}

#[test]
fn penalties_beyond_all_points_come_to_the_last_grade() {
    let mut trial = Trial::new();
    trial.give("A1", &["40", "30", "0", "-500"]);
    let line = trial.line("A1");
    assert_eq!(line.total, Some(Hundredths(-43_000)));
    let last = scale(&mut trial.office, "Bốn mức").grades.last().unwrap().clone();
    assert_eq!((last.least, line.grade), (Hundredths(0), Some(last.code)));
}

#[test]
fn a_unit_that_changes_its_calendar_stands_once_in_the_year() {
    let mut trial = Trial::new();
    trial.office.act(TRIAL, |pen| periods::ensure_year(pen, Calendar::School, 2024)).unwrap();
    trial.give("A2", &["48", "44", "0", "0"]);
    let mut to = |code: &str, calendar: Calendar, since: &str| {
        let id = trial.line(code).unit;
        let record = units::get(&mut trial.office, units::UnitAsk { id, as_of: None }).unwrap();
        let line = record.line;
        let draft = units::UnitDraft {
            code: line.code,
            name: line.name,
            level: line.level,
            kind: line.kind,
            sector: line.sector,
            calendar,
            parent: None,
            bloc: line.bloc,
            address: String::new(),
            phone: String::new(),
            established: crate::calendar::PartialDate::from_iso("2000-01-01"),
            established_by: String::new(),
            note: String::new(),
        };
        units::change(&mut trial.office, units::UnitChange { id, draft, since: day(since), document: String::new() })
            .unwrap();
        let codes: Vec<String> = trial.book().lines.into_iter().map(|line| line.code).collect();
        assert_eq!(codes, ["A1", "A2", "A3"]);
        let list = blocs(&mut trial.office, BlocsOf { year: 2024, half: 0 }).unwrap();
        assert_eq!((list[0].units, list[0].scored), (3, 1));
    };
    to("A1", Calendar::School, "2024-09-01");
    to("A2", Calendar::School, "2024-03-01");
    to("A3", Calendar::School, "2024-06-01");
    to("A3", Calendar::Year, "2024-09-01");
    assert_eq!(trial.line("A2").total, Some(Hundredths(9200)), "where it was scored already");
}

#[test]
fn a_unit_that_ended_in_an_earlier_year_is_not_told_again() {
    let mut trial = Trial::new();
    for (year, told) in [(2024, 1), (2025, 0)] {
        let ask = BookAsk { year, ..trial.ask() };
        assert_eq!(book(&mut trial.office, ask).unwrap().not_scored.len(), told, "{year}");
    }
}

#[test]
fn a_penalty_of_more_than_all_points_is_pointed_out_and_not_published() {
    let mut trial = Trial::new();
    trial.give("A1", &["48", "44", "", "-500"]);
    let line = trial.line("A1");
    let office = line.columns.iter().find(|column| column.scorer == Scorer::Office).unwrap();
    let fault = &office.totals.faults[0];
    assert_eq!((fault.kind, fault.given, fault.most), (ScoreFaultKind::OverMost, Hundredths(50000), Hundredths(9500)));
    let obstacles = trial.book().obstacles;
    assert!(obstacles[0].contains("“Báo cáo chậm” chấm 500 vượt điểm chuẩn 95"), "{obstacles:?}");
    trial.give("A1", &["48", "44", "", "95"]);
    assert_eq!(trial.line("A1").columns.iter().map(|column| column.totals.faults.len()).max(), Some(0));
}

#[test]
fn a_dissolved_unit_is_told_and_not_scored() {
    let mut trial = Trial::new();
    let book = trial.book();
    assert_eq!(book.lines.iter().map(|line| line.code.as_str()).collect::<Vec<_>>(), ["A1", "A2", "A3"]);
    assert_eq!(book.not_scored[0].sentence, "Giải thể từ 31/08/2024");
}

#[test]
fn equal_totals_are_parted_by_the_rules_in_order_and_say_which_one() {
    let mut trial = Trial::new();
    trial.write("update unit set established = '2000-01-01'");
    trial.give("A1", &["49", "43", "0", "0"]);
    trial.give("A2", &["48", "44", "0", "0"]);
    trial.give("A3", &["48", "44", "0", "0"]);
    let standing = |trial: &mut Trial, code: &str| trial.line(code).standing.unwrap();
    let first = standing(&mut trial, "A1");
    assert_eq!((first.rank, first.place, first.unsettled, first.tie.as_str()), (1, 1, false, "Điểm nhóm I cao hơn"));
    let shared = standing(&mut trial, "A3");
    assert_eq!((shared.rank, shared.place, shared.unsettled), (1, 2, true));
    assert_eq!(shared.tie, "Hội đồng quyết định");
}

#[test]
fn a_closed_period_takes_no_points() {
    let mut trial = Trial::new();
    let period = trial.period;
    trial.office.act(TRIAL, |pen| Ok(pen.execute("update period set closed = 1 where id = ?1", [period])?)).unwrap();
    let wish = trial.cells("A1", Scorer::Office, &["47"]);
    assert!(edit(&mut trial.office, wish).unwrap_err().sentences().contains("đã khóa"));
}

#[test]
fn the_list_of_blocs_says_how_far_the_scoring_is() {
    let mut trial = Trial::new();
    trial.give("A1", &["48", "44"]);
    trial.give("A2", &["48"]);
    let list = blocs(&mut trial.office, BlocsOf { year: 2024, half: 0 }).unwrap();
    assert_eq!((list[0].units, list[0].scored, list[0].published), (3, 1, 0));
}

fn scale(office: &mut Office, name: &str) -> GradeScale {
    let page = tables(office, ScoreTablesOf { year: 2024 }).unwrap();
    page.scales.into_iter().find(|scale| scale.name.contains(name)).unwrap()
}

mod borders;
mod published;
mod reckoned;
mod tables_and_scales;

#[test]
fn a_book_that_comes_again_erases_nothing_with_its_blanks() {
    let mut trial = Trial::new();
    trial.give("A1", &["48,5", "44", "3", "0"]);
    let unit = trial.line("A1").unit;
    let table = trial.book().tables[0].clone();
    let criterion = |one: &Criterion| FormCriterion {
        name: one.name.clone(),
        most: one.most,
        points: BTreeMap::from([(Scorer::Own, Hundredths(100))]),
        evidence: String::new(),
        comment: String::new(),
    };
    let groups = table.groups.iter().map(|group| FormGroup {
        kind: group.kind,
        name: group.name.clone(),
        cap: group.cap,
        criteria: group.criteria.iter().map(criterion).collect(),
    });
    let form = ScoreForm { unit, calendar: Calendar::Year, year: 2024, groups: groups.collect() };
    for expected in [Imported { changed: 1, ..Imported::default() }, Imported { same: 1, ..Imported::default() }] {
        assert_eq!(trial.office.act(TRIAL, |pen| import(pen, std::slice::from_ref(&form))).unwrap().value, expected);
        assert_eq!(trial.line("A1").total, Some(Hundredths(9550)), "the office's points stay");
    }
}
