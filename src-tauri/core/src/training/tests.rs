#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may stop at the first surprise"
)]

mod borders;

use super::*;
use crate::{
    id::MemberId,
    letter::{Closing, Heading},
    members,
    sheet::Row,
    units::{self, UnitId},
};
use serde_json::json;

fn office() -> Office {
    Office::trial("2024-12-31".parse().unwrap()).unwrap()
}

fn unit(office: &mut Office, code: &str) -> UnitId {
    let unit = json!({ "draft": {
        "code": code, "name": format!("CĐCS {code}"), "level": "grassroots_union", "kind": "xa", "sector": "public", "calendar": "year",
    }});
    units::establish(office, serde_json::from_value(unit).unwrap()).unwrap().value
}

fn member(office: &mut Office, unit: UnitId, name: &str, gender: &str, direct: Option<bool>) -> MemberId {
    let add = json!({
        "unit": unit, "began": "listed",
        "draft": { "full_name": name, "gender": gender, "is_direct_labour": direct, "birth": { "y": 1990 } },
    });
    members::add(office, serde_json::from_value(add).unwrap()).unwrap().value.id
}

fn course(office: &mut Office, name: &str, since: &str) -> CourseId {
    let draft = json!({ "year": 2024, "calendar": "year", "name": name, "kind": "union", "since": since });
    set(office, serde_json::from_value(draft).unwrap()).unwrap().value
}

fn take(office: &mut Office, course: CourseId, members: &[MemberId]) -> u32 {
    take_in(office, TakeIn { course, members: members.to_vec() }).unwrap().value
}

fn count(office: &mut Office, course: CourseId, unit: UnitId, people: i64, women: i64) -> Result<Done<CountId>> {
    set_count(office, CountDraft { course, unit, people, women, direct: 0, source: String::new() })
}

fn of_year(office: &mut Office) -> TrainingFigures {
    figures(office, TrainingOf { year: 2024, within: None }).unwrap()
}

fn found(office: &mut Office, more: PeopleQuery) -> PeoplePage {
    people(office, PeopleAsk { query: PeopleQuery { year: 2024, ..more }, offset: 0, limit: 200 }).unwrap()
}

/// Two communes: An and Bình (a woman) in the first, Chi (a woman) in the second; An in both courses.
fn two_communes() -> (Office, [UnitId; 2], [MemberId; 3], [CourseId; 2]) {
    let mut office = office();
    let units = [unit(&mut office, "VT01"), unit(&mut office, "VT02")];
    let members = [
        member(&mut office, units[0], "Lê Văn An", "nam", Some(true)),
        member(&mut office, units[0], "Trần Thị Bình", "nu", None),
        member(&mut office, units[1], "Vũ Thị Chi", "nu", Some(true)),
    ];
    let courses =
        [course(&mut office, "Nghiệp vụ công đoàn", "2024-03-05"), course(&mut office, "Nữ công", "2024-09-10")];
    assert_eq!(take(&mut office, courses[0], &members), 3);
    assert_eq!(take(&mut office, courses[1], &members[..1]), 1);
    (office, units, members, courses)
}

#[test]
fn a_person_in_two_courses_is_one_person_and_two_attendances() {
    let (mut office, ..) = two_communes();
    let figures = of_year(&mut office);
    let whole = &figures.whole;
    assert_eq!((whole.people, whole.attendances, figures.again), (3, 4, 1));
    assert_eq!((whole.women, whole.direct, whole.percent.to_string().as_str()), (2, 2, "100,0 %"));
    assert!(figures.said[1].contains("Tính theo lượt là 4: 1 người"), "{:?}", figures.said);
    let again = found(&mut office, PeopleQuery { only: Some(TrainingOnly::Again), ..PeopleQuery::default() });
    assert_eq!((again.people, again.rows[0].courses.as_str()), (1, "Nghiệp vụ công đoàn; Nữ công"));
}

#[test]
fn a_number_without_names_is_counted_and_told_apart() {
    let (mut office, units, _, courses) = two_communes();
    count(&mut office, courses[0], units[1], 20, 15).unwrap();
    count(&mut office, courses[0], units[1], 22, 16).unwrap();
    let figures = of_year(&mut office);
    let whole = &figures.whole;
    assert_eq!(
        (whole.named, whole.reported, whole.people, whole.women),
        (3, 22, 25, 18),
        "a second report replaces the first"
    );
    assert!(figures.said.last().unwrap().contains("22 người theo số báo cáo"), "{:?}", figures.said);
    let women = found(&mut office, PeopleQuery { only: Some(TrainingOnly::Women), ..PeopleQuery::default() });
    assert_eq!((women.total, women.reported, women.people), (2, 16, 18));
    let sentences = count(&mut office, courses[0], units[0], 3, 4).unwrap_err().sentences();
    assert!(sentences.contains("Số nữ"), "{sentences}");
}

#[test]
fn an_ended_unit_reports_only_courses_that_began_while_it_lived() {
    let (mut office, units, _, courses) = two_communes();
    let end = json!({ "unit": units[1], "day": "2024-06-10", "document": "", "members": { "kind": "end" } });
    members::dissolve(&mut office, serde_json::from_value(end).unwrap()).unwrap();
    count(&mut office, courses[0], units[1], 3, 1).unwrap();
    let said = count(&mut office, courses[1], units[1], 3, 1).unwrap_err().sentences();
    assert!(said.contains("đã kết thúc hoạt động từ 10/06/2024"), "{said}");
}

#[test]
fn the_same_course_is_written_down_once() {
    let mut office = office();
    course(&mut office, "Nữ công", "2024-09-10");
    let again = |place: &str| json!({ "year": 2024, "calendar": "year", "name": "nữ  công", "kind": "union", "since": "2024-09-10", "place": place });
    assert!(
        set(&mut office, serde_json::from_value(again("")).unwrap()).unwrap_err().sentences().contains("Đã có lớp này")
    );
    set(&mut office, serde_json::from_value(again("Xã Tân Kiều")).unwrap()).unwrap();
}

#[test]
fn every_figure_of_a_unit_a_bloc_and_a_kind_opens_a_list_of_that_length() {
    let (mut office, units, _, courses) = two_communes();
    count(&mut office, courses[1], units[1], 5, 2).unwrap();
    let figures = of_year(&mut office);
    for tally in &figures.units {
        let of = |only| PeopleQuery { unit: tally.unit, only, ..PeopleQuery::default() };
        assert_eq!(found(&mut office, of(None)).people, tally.people, "{}", tally.name);
        assert_eq!(found(&mut office, of(Some(TrainingOnly::Women))).people, tally.women, "{}", tally.name);
        assert_eq!(found(&mut office, of(Some(TrainingOnly::Direct))).people, tally.direct, "{}", tally.name);
    }
    assert_eq!(figures.units.iter().map(|tally| tally.people).sum::<i64>(), figures.whole.people);
    for kind in &figures.kinds {
        assert_eq!(
            found(&mut office, PeopleQuery { kind: Some(kind.kind), ..PeopleQuery::default() }).people,
            kind.tally.people
        );
    }
}

#[test]
fn the_share_says_what_it_is_reckoned_on() {
    let (mut office, ..) = two_communes();
    assert!(of_year(&mut office).said[0].contains("của 3 đoàn viên (theo sổ, tính đến 31/12/2024)"));
    let bare = BasisDraft { year: 2024, people: 12, source: " ".into() };
    assert!(set_basis(&mut office, bare).unwrap_err().sentences().contains("Chưa ghi nguồn"));
    let basis = BasisDraft { year: 2024, people: 12, source: "Báo cáo 34/BC-LĐLĐ".into() };
    set_basis(&mut office, basis).unwrap();
    let figures = of_year(&mut office);
    assert_eq!(figures.whole.percent.to_string(), "25,0 %");
    assert!(figures.said[0].contains("12 lao động (Báo cáo 34/BC-LĐLĐ)"), "{:?}", figures.said);
    remove_basis(&mut office, BasisGone { year: 2024 }).unwrap();
    assert_eq!(of_year(&mut office).whole.percent.to_string(), "100,0 %");
}

#[test]
fn a_half_year_counts_the_courses_that_ended_in_it() {
    let (mut office, ..) = two_communes();
    let query = CourseQuery { year: 2024, ..CourseQuery::default() };
    let halves: Vec<_> = page(&mut office, query.clone()).unwrap().parts;
    let half = |part| halves.iter().find(|one| one.kind == PeriodKind::Half && one.part == part).unwrap().id;
    let held = |office: &mut Office, part| {
        page(office, CourseQuery { within: Some(half(part)), ..query.clone() }).unwrap().lines.len()
    };
    assert_eq!((held(&mut office, 1), held(&mut office, 2)), (1, 1));
    let second = figures(&mut office, TrainingOf { year: 2024, within: Some(half(2)) }).unwrap();
    assert_eq!((second.courses, second.whole.people, second.again), (1, 1, 0));
}

fn row(name: &str, unit: &str) -> CoursePasteRow {
    CoursePasteRow { name: name.into(), unit: unit.into(), ..CoursePasteRow::default() }
}

#[test]
fn a_paste_says_row_by_row_who_is_not_known_and_writes_all_or_nothing() {
    let (mut office, units, _, _) = two_communes();
    let course = course(&mut office, "An toàn lao động", "2024-10-01");
    let rows = vec![
        row("lê văn an", ""),
        row("Trần Thị Bình", "VT02"),
        row("Vũ Thị Chi", "CĐCS VT02"),
        row("Lê Văn An", "VT01"),
        row("Đỗ Văn Dần", "VT99"),
    ];
    let mut wish = CoursePaste { course, unit: Some(units[0]), outsiders: false, rows };
    let answers = try_paste(&mut office, wish.clone()).unwrap();
    let said: Vec<&str> = answers.iter().map(|answer| answer.sentence.as_str()).collect();
    assert_eq!((said[0], said[2]), ("", ""));
    assert!(said[1].contains("Không thấy Trần Thị Bình") && said[3].contains("hai dòng") && said[4].contains("VT99"));
    assert!(matches!(paste(&mut office, wish.clone()), Err(Error::Refused(all)) if all.len() == 3));
    wish.outsiders = true;
    wish.rows.truncate(3);
    assert!(try_paste(&mut office, wish.clone()).unwrap()[1].outsider);
    assert_eq!(paste(&mut office, wish.clone()).unwrap().value, 3);
    assert!(paste(&mut office, wish).unwrap_err().sentences().contains("đã có trong danh sách"));
    let record = get(&mut office, WhichCourse { id: course }).unwrap();
    assert_eq!(record.participants.iter().filter(|one| one.member.is_none()).count(), 1);
    office.undo(None).unwrap();
    assert_eq!(get(&mut office, WhichCourse { id: course }).unwrap().line.people, 0);
}

#[test]
fn results_are_typed_into_the_list_and_a_strange_tick_is_refused() {
    let (mut office, _, _, courses) = two_communes();
    let id = get(&mut office, WhichCourse { id: courses[0] }).unwrap().participants[0].id;
    let cell = |field, text: &str| ParticipantCell { id, field, text: text.into() };
    let cells = vec![cell(ParticipantField::Result, " Giỏi "), cell(ParticipantField::Direct, "có lẽ")];
    let refused = edit_participants(&mut office, EditParticipants { cells }).unwrap_err();
    assert!(matches!(refused, Error::Refused(all) if all[0].field == "cells.1.direct"));
    let cells = vec![cell(ParticipantField::Result, " Giỏi "), cell(ParticipantField::Certificate, "0042/CN")];
    edit_participants(&mut office, EditParticipants { cells }).unwrap();
    let line = get(&mut office, WhichCourse { id: courses[0] }).unwrap().participants.remove(0);
    assert_eq!((line.name.as_str(), line.result.as_str(), line.certificate.as_str()), ("Lê Văn An", "Giỏi", "0042/CN"));
}

#[test]
fn two_records_that_become_one_become_one_person_of_the_course() {
    let (mut office, units, members, courses) = two_communes();
    let twice = member(&mut office, units[0], "Lê Văn Ân", "nam", None);
    take(&mut office, courses[0], &[twice]);
    let merge = serde_json::from_value(json!({ "keep": members[0], "gone": twice, "take": [] })).unwrap();
    members::merge(&mut office, merge, &[participants_follow]).unwrap();
    assert_eq!(of_year(&mut office).whole.people, 3);
}

#[test]
fn a_course_goes_with_its_people_and_comes_back_with_them() {
    let (mut office, _, _, courses) = two_communes();
    delete(&mut office, WhichCourse { id: courses[0] }).unwrap();
    assert_eq!(of_year(&mut office).whole.people, 1);
    office.undo(None).unwrap();
    assert_eq!(of_year(&mut office).whole.people, 3);
}

#[test]
fn the_paper_of_a_course_has_each_person_once_and_tells_numbers_apart() {
    let (mut office, units, _, courses) = two_communes();
    count(&mut office, courses[0], units[1], 20, 15).unwrap();
    let record = get(&mut office, WhichCourse { id: courses[0] }).unwrap();
    let sheet = paper::attended(Heading::default(), Closing::default(), &record);
    assert_eq!(sheet.rows.iter().filter(|row| matches!(row, Row::Line { .. })).count(), 3);
    assert_eq!(
        sheet.notes,
        [
            "Danh sách có 3 người có tên.",
            "Ngoài danh sách, CĐCS VT02 báo cáo thêm 20 người, trong đó nữ 15, lao động trực tiếp 0.",
            "Cộng: 23 người, trong đó nữ 17.",
        ]
    );
    let figures = of_year(&mut office);
    let sheet = paper::summary(Heading::default(), Closing::default(), "Năm 2024", &figures);
    let Some(Row::Total { cells, .. }) = sheet.rows.last() else { panic!("no total") };
    assert_eq!(cells[0], crate::sheet::Cell::Number(23));
}
