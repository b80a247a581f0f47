//! Score tables and scales of grades.

use super::*;

#[test]
fn a_kind_has_one_table_a_period_and_a_copy_in_it_is_a_new_version() {
    let mut trial = Trial::new();
    let twice = trial.table();
    assert!(set_table(&mut trial.office, twice).unwrap_err().sentences().contains("đã có bảng điểm"));
    let page = tables(&mut trial.office, ScoreTablesOf { year: 2024 }).unwrap();
    let id = page.tables[0].id.unwrap();
    let copied =
        copy_table(&mut trial.office, ScoreTableCopy { id, period: Some(trial.period), kinds: vec![] }).unwrap();
    let page = tables(&mut trial.office, ScoreTablesOf { year: 2024 }).unwrap();
    assert_eq!((page.tables[0].id, page.tables[0].version), (Some(copied.value), 2));
    assert_eq!(trial.line("A1").table, Some(copied.value), "a unit without a sheet is scored by the newest version");
}

#[test]
fn a_criterion_with_points_is_not_taken_out_of_its_table() {
    let mut trial = Trial::new();
    trial.give("A1", &["48"]);
    let mut table = trial.book().tables[0].clone();
    table.groups[0].criteria = vec![Criterion { id: None, ..table.groups[0].criteria[0].clone() }];
    assert!(set_table(&mut trial.office, table).unwrap_err().sentences().contains("đã có điểm chấm"));
}

#[test]
fn a_table_says_everything_that_is_wrong_with_it() {
    let mut trial = Trial::new();
    let mut table = trial.table();
    table.name = " ".into();
    table.kinds.clear();
    table.step = Hundredths(0);
    table.groups[0].criteria[0].most = None;
    table.tie_breaks = vec![TieBreak { kind: TieBreakKind::Group, nth: 3 }];
    let refused = set_table(&mut trial.office, table).unwrap_err().sentences();
    for part in ["tên bảng điểm", "loại hình", "Bước điểm", "điểm chuẩn của “Chăm lo đời sống”", "từ 1 đến 2"]
    {
        assert!(refused.contains(part), "{part}: {refused}");
    }
}

#[test]
fn a_scale_says_everything_that_is_wrong_with_it_line_by_line() {
    let mut trial = Trial::new();
    let mut wrong = scale(&mut trial.office, "Bốn mức");
    wrong.name = String::new();
    wrong.source = String::new();
    wrong.certainty = Certainty::Sourced;
    wrong.grades[1].code = wrong.grades[0].code.clone();
    wrong.grades[2].least = Hundredths(-1);
    wrong.grades[3].least = wrong.grades[0].least;
    let crate::error::Error::Refused(refusals) = set_scale(&mut trial.office, wrong).unwrap_err() else {
        panic!("must be refused")
    };
    let fields: Vec<_> = refusals.iter().map(|one| one.field.as_str()).collect();
    assert_eq!(fields, ["name", "source", "grades.1.code", "grades.2.least", "grades.3.least"]);
}

#[test]
fn a_scale_that_is_used_stays_and_a_new_one_can_be_deleted_and_brought_back() {
    let mut trial = Trial::new();
    let used = scale(&mut trial.office, "Bốn mức");
    let refused = delete_scale(&mut trial.office, GradeScaleGone { id: used.id.unwrap() }).unwrap_err();
    assert!(refused.sentences().contains("đang dùng cho"), "{refused}");
    let new = GradeScale { id: None, name: "Thang của tỉnh".into(), ..used };
    let id = set_scale(&mut trial.office, new).unwrap().value;
    delete_scale(&mut trial.office, GradeScaleGone { id }).unwrap();
    trial.office.undo(None).unwrap();
    assert_eq!(scale(&mut trial.office, "của tỉnh").grades.len(), 4);
}

#[test]
fn a_condition_needs_its_words_and_a_figure_that_can_be_meant() {
    let mut trial = Trial::new();
    let mut table = trial.table();
    table.name = "Bảng điểm mới".into();
    table.period = None;
    let condition = |kind, text: &str, figure| ScoreCondition {
        id: None,
        kind,
        text: text.into(),
        figure,
        source: String::new(),
        certainty: Certainty::General,
    };
    table.conditions = vec![
        condition(ScoreConditionKind::LeastShare, " ", 0),
        condition(ScoreConditionKind::MonthsSinceChange, "Đã sáp nhập đủ lâu", 500),
        condition(ScoreConditionKind::Stated, "Không có người bị kỷ luật", 7),
    ];
    let crate::error::Error::Refused(refusals) = set_table(&mut trial.office, table.clone()).unwrap_err() else {
        panic!("must be refused")
    };
    let fields: Vec<_> = refusals.iter().map(|one| one.field.as_str()).collect();
    assert_eq!(fields, ["conditions.0.text", "conditions.0.figure", "conditions.1.figure"]);
    table.conditions.truncate(1);
    table.conditions[0] = condition(ScoreConditionKind::LeastShare, "Không tiêu chí nào dưới 40 %", 40);
    set_table(&mut trial.office, table).unwrap();
    let models = tables(&mut trial.office, ScoreTablesOf { year: 2024 }).unwrap().models;
    let written = models.iter().find(|model| model.name == "Bảng điểm mới").unwrap();
    assert_eq!(written.conditions[0].figure, 40);
}
