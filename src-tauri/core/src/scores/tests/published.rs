//! What a published result, and one of a closed year, still follows.

use super::*;

impl Trial {
    /// A1 before A2 before A3, published.
    fn published() -> Trial {
        let mut trial = Trial::new();
        trial.write("update unit set established = '2000-01-01'");
        trial.give("A1", &["50", "45", "0", "0"]);
        trial.give("A2", &["48", "44", "0", "0"]);
        trial.give("A3", &["47", "43", "0", "0"]);
        let book = trial.ask();
        publish(&mut trial.office, ScorePublish { book }).unwrap();
        trial
    }

    fn places(&mut self) -> Vec<(String, Option<i64>)> {
        self.book().lines.into_iter().map(|line| (line.code, line.standing.map(|one| one.place))).collect()
    }

    fn condition(&mut self) -> ScoreConditionId {
        let book = self.book();
        let stated = book.tables[0].conditions.iter().find(|one| one.kind == ScoreConditionKind::Stated);
        stated.unwrap().id.unwrap()
    }
}

fn ranked(lines: &[(&str, Option<i64>)]) -> Vec<(String, Option<i64>)> {
    lines.iter().map(|(code, place)| ((*code).to_owned(), *place)).collect()
}

#[test]
fn a_result_is_published_whole_and_then_changes_only_with_a_reason() {
    let mut trial = Trial::new();
    let ask = trial.ask();
    for code in ["A1", "A2"] {
        trial.give(code, &["48", "44", "0", "0"]);
    }
    let refused = publish(&mut trial.office, ScorePublish { book: ask }).unwrap_err().sentences();
    assert!(refused.contains("A3") && refused.contains("còn trống"), "{refused}");
    trial.give("A3", &["48", "43", "0", "0"]);
    publish(&mut trial.office, ScorePublish { book: ask }).unwrap();
    assert!(trial.office.undo(None).is_err(), "publishing has no undo");
    assert_eq!(trial.book().published_on, Some(day("2024-11-20")));

    let mut wish = trial.cells("A1", Scorer::Office, &["47"]);
    assert!(edit(&mut trial.office, wish.clone()).unwrap_err().sentences().contains("lý do"));
    wish.reason = "Cộng nhầm ở nhóm I".into();
    edit(&mut trial.office, wish).unwrap();
    assert_eq!(trial.line("A1").total, Some(Hundredths(9100)));
    trial.office.undo(None).unwrap();
    assert_eq!(trial.line("A1").total, Some(Hundredths(9200)), "a reasoned change can be taken back");
}

#[test]
fn the_schema_itself_keeps_published_points_and_their_table() {
    let mut trial = Trial::new();
    let ask = trial.ask();
    for code in ["A1", "A2", "A3"] {
        trial.give(code, &["48", "44", "0", "0"]);
    }
    publish(&mut trial.office, ScorePublish { book: ask }).unwrap();
    for sql in [
        "update score set points = 0",
        "delete from score",
        "insert into score (sheet, criterion, scorer, points) select sheet, criterion, 'self', 0 from score",
        "update score_sheet set published_on = null",
        "update criterion set most = 1",
        "delete from tie_break",
        "update grade set least = 0 where code = 'HTXSNV'",
    ] {
        let refused = trial.office.act(TRIAL, |pen| Ok(pen.execute(sql, [])?)).unwrap_err();
        assert!(matches!(refused, crate::error::Error::Refused(_)), "{sql}: {refused}");
    }
}

#[test]
fn the_grades_behind_published_results_stay_but_their_scale_can_get_a_last_day() {
    let mut trial = Trial::new();
    let ask = trial.ask();
    for code in ["A1", "A2", "A3"] {
        trial.give(code, &["48", "44", "0", "0"]);
    }
    publish(&mut trial.office, ScorePublish { book: ask }).unwrap();
    let mut used = scale(&mut trial.office, "Bốn mức");
    used.until = Some(day("2030-12-31"));
    set_scale(&mut trial.office, used.clone()).unwrap();
    used.grades[0].least = Hundredths(9500);
    assert!(matches!(set_scale(&mut trial.office, used), Err(crate::error::Error::Refused(_))));
}

/// What would move units between books and places: A1 is dissolved, A2 goes to another bloc, A3 is too young.
const LATER: [&str; 4] = [
    "update unit set ended = '2024-06-30', ending = 'dissolved' where code = 'A1'",
    "insert into bloc (uid, no, name) values (randomblob(16), 2, 'Khối khác')",
    "update unit_state set bloc = 2 where unit = (select id from unit where code = 'A2')",
    "update unit set established = '2024-11-01' where code = 'A3'",
];

#[test]
fn what_is_written_of_units_later_moves_no_published_place() {
    let mut trial = Trial::published();
    let before = trial.book();
    for sql in LATER {
        trial.write(sql);
    }
    let after = trial.book();
    assert_eq!((after.lines, after.published_on), (before.lines, before.published_on));
    let other = BookAsk { bloc: BlocId(2), ..trial.ask() };
    assert!(book(&mut trial.office, other).unwrap().lines.is_empty());
    assert_eq!(blocs(&mut trial.office, BlocsOf { year: 2024, half: 0 }).unwrap().len(), 1);
    let said = trial.office.act(TRIAL, |pen| Ok(pen.execute("update score_sheet set bloc = 2", [])?)).unwrap_err();
    assert!(said.sentences().contains("đã công bố"), "{said}");
}

#[test]
fn who_comes_into_a_published_bloc_takes_a_place_when_it_is_published_too() {
    let mut trial = Trial::published();
    let late = unit("A5", "2000-01-01", None);
    trial.office.act(TRIAL, |pen| units::import(pen, &[late])).unwrap();
    trial.give("A5", &["49", "45", "0", "0"]);
    assert_eq!(trial.places(), ranked(&[("A1", Some(1)), ("A2", Some(2)), ("A3", Some(3)), ("A5", None)]));
    let ask = trial.ask();
    publish(&mut trial.office, ScorePublish { book: ask }).unwrap();
    assert_eq!(trial.places(), ranked(&[("A1", Some(1)), ("A2", Some(3)), ("A3", Some(4)), ("A5", Some(2))]));
}

#[test]
fn a_closed_year_that_was_not_published_stands_until_it_is_opened_again() {
    let mut trial = Trial::new();
    for code in ["A1", "A2", "A3"] {
        trial.give(code, &["48", "44", "0", "0"]);
    }
    let period = trial.period;
    let year = periods::get(trial.office.db(), period).unwrap();
    trial
        .office
        .act(TRIAL, |pen| {
            close(pen, &year)?;
            periods::close(pen, period)
        })
        .unwrap();
    let before = trial.book().lines;
    for sql in LATER {
        trial.write(sql);
    }
    assert_eq!(trial.book().lines, before);
    trial
        .office
        .act(TRIAL, |pen| {
            periods::reopen(pen, period, "Bổ sung")?;
            reopen(pen, period)
        })
        .unwrap();
    assert_eq!(trial.places(), ranked(&[("A3", None)]));
}

#[test]
fn a_stated_condition_of_a_published_unit_changes_with_a_reason_and_can_be_taken_back() {
    let mut trial = Trial::published();
    let (unit, condition, ask) = (trial.line("A1").unit, trial.condition(), trial.ask());
    let mark = |reason: &str| BreachMark {
        book: ask,
        unit,
        condition,
        broken: true,
        note: String::new(),
        reason: reason.into(),
    };
    assert!(mark_breach(&mut trial.office, mark(" ")).unwrap_err().sentences().contains("ghi lý do"));
    mark_breach(&mut trial.office, mark("Sót một quyết định kỷ luật")).unwrap();
    assert_eq!(trial.line("A1").grade.as_deref(), Some("HTTNV"));
    trial.office.undo(None).unwrap();
    assert_eq!(trial.line("A1").grade.as_deref(), Some("HTXSNV"));
    let raw = format!(
        "insert into score_breach (sheet, score_condition) select id, {condition} from score_sheet where unit = {unit}"
    );
    let said = trial.office.act(TRIAL, |pen| Ok(pen.execute(&raw, [])?)).unwrap_err().sentences();
    assert!(said.contains("hãy ghi lý do"), "{said}");
}

#[test]
fn published_points_that_count_are_not_made_blank() {
    let mut trial = Trial::published();
    let wish = ScoreEdit { reason: "Chấm nhầm".into(), ..trial.cells("A1", Scorer::Office, &[""]) };
    let said = edit(&mut trial.office, wish).unwrap_err().sentences();
    assert!(said.contains("“Chăm lo đời sống” không để trống được"), "{said}");
    assert_eq!(trial.places()[0].1, Some(1));
}

#[test]
fn a_bloc_without_units_is_not_called_published() {
    let mut trial = Trial::new();
    trial.write(LATER[1]);
    let book = BookAsk { bloc: BlocId(2), ..trial.ask() };
    let said = publish(&mut trial.office, ScorePublish { book }).unwrap_err().sentences();
    assert!(said.contains("không có đơn vị nào"), "{said}");
}

#[test]
fn a_unit_that_is_entered_after_the_result_leaves_it_published() {
    let mut trial = Trial::published();
    trial.office.act(TRIAL, |pen| units::import(pen, &[unit("A5", "2024-03-01", None)])).unwrap();
    let book = trial.book();
    assert_eq!((book.lines.len(), book.published_on), (4, Some(day("2024-11-20"))));
    assert_eq!(trial.places(), ranked(&[("A1", Some(1)), ("A2", Some(2)), ("A3", Some(3)), ("A5", None)]));
}

#[test]
fn the_schema_itself_keeps_all_that_a_published_result_rests_on() {
    let mut trial = Trial::new();
    trial.write("update unit set established = '2000-01-01'");
    for code in ["A1", "A2", "A3"] {
        trial.give(code, &["48", "44", "0", "0"]);
    }
    let (unit, condition, book) = (trial.line("A2").unit, trial.condition(), trial.ask());
    let (note, reason) = (String::new(), String::new());
    mark_breach(&mut trial.office, BreachMark { book, unit, condition, broken: true, note, reason }).unwrap();
    publish(&mut trial.office, ScorePublish { book }).unwrap();
    for (sql, said) in [
        ("delete from score_sheet", "đã công bố nên không xóa được"),
        ("update score_breach set note = 'Khác'", "hãy ghi lý do"),
        ("delete from score_breach", "hãy ghi lý do"),
        ("update score_table set step = 25 where period is not null", "nên không sửa được"),
        ("update score_group set cap = 600", "nên không sửa được"),
        (
            "insert into criterion (uid, score_group, position, name, most) select randomblob(16), score_group, 9, 'Mới', 100 from criterion",
            "không thêm tiêu chí",
        ),
        ("delete from criterion", "không bớt tiêu chí"),
        ("update score_condition set text = 'Khác'", "không sửa điều kiện"),
        (
            "insert into score_condition (uid, score_table, position, kind, text, certainty) select randomblob(16), score_table, 9, 'stated', 'Mới', 'general' from score_condition",
            "không thêm điều kiện",
        ),
        ("delete from score_condition", "không bớt điều kiện"),
        ("update tie_break set position = position + 10", "không đổi cách phân hạng"),
        (
            "insert into tie_break (score_table, position, kind) select score_table, 99, 'bonus' from score_sheet",
            "không đổi cách phân hạng",
        ),
        (
            "insert into grade (uid, scale, code, name, least, conditional, counts_as) select randomblob(16), scale, 'MOI', 'Mới', 1, 0, '' from score_table where period is not null",
            "Thang xếp loại đã dùng",
        ),
        ("delete from grade", "Thang xếp loại đã dùng"),
    ] {
        let refused = trial.office.act(TRIAL, |pen| Ok(pen.execute(sql, [])?)).map_err(|error| error.sentences());
        assert!(refused.as_ref().is_err_and(|told| told.contains(said)), "{sql}: {refused:?}");
    }
}
