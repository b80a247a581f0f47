//! Who is one person, by what they count, in which half and of which unit; the members that shares are reckoned on.

use super::*;
use crate::{calendar::PartialDate, journal::What, members::Gender, periods};
use participants::ParticipantDraft;

fn outsider(office: &mut Office, course: CourseId, unit: UnitId, birth: &str, direct: Option<bool>) {
    let draft = ParticipantDraft {
        birth: PartialDate::from_iso(birth),
        direct,
        ..ParticipantDraft::new("Lê Văn Tám".into(), unit)
    };
    write_in(office, course, &draft);
}

fn write_in(office: &mut Office, course: CourseId, draft: &ParticipantDraft) {
    office.act(What::new("training.trial", "Thử"), |pen| participants::insert(pen, course, draft)).unwrap();
}

#[test]
fn who_is_not_in_the_register_is_one_person_by_name_unit_and_birth() {
    let mut office = office();
    let units = [unit(&mut office, "VT01"), unit(&mut office, "VT02")];
    let courses = [course(&mut office, "Nghiệp vụ", "2024-03-05"), course(&mut office, "Nữ công", "2024-09-10")];
    outsider(&mut office, courses[0], units[0], "1980", Some(true));
    outsider(&mut office, courses[1], units[0], "1980", None);
    outsider(&mut office, courses[1], units[0], "1990", None);
    outsider(&mut office, courses[1], units[1], "1980", None);
    let whole = of_year(&mut office).whole;
    assert_eq!((whole.people, whole.attendances, whole.direct), (3, 4, 1), "what was said once stays said");
    let sits = |unit| participants::is_outsider_in(office.db(), courses[0], unit, "Lê Văn Tám").unwrap();
    assert_eq!((sits(units[0]), sits(units[1])), (true, false));
}

#[test]
fn the_list_says_who_works_directly_and_the_register_who_is_a_woman() {
    let (mut office, units, members, courses) = two_communes();
    let lists = participants::of(office.db(), courses[0]).unwrap();
    let an = lists.iter().find(|line| line.member == Some(members[0])).unwrap().id;
    let cell = ParticipantCell { id: an, field: ParticipantField::Direct, text: "không".into() };
    edit_participants(&mut office, EditParticipants { cells: vec![cell] }).unwrap();
    let chi = ParticipantDraft {
        member: Some(members[2]),
        gender: Some(Gender::Nam),
        ..ParticipantDraft::new("Vũ Thị Chi".into(), units[1])
    };
    write_in(&mut office, courses[1], &chi);
    let lines = matching(&office, &CourseQuery { year: 2024, ..CourseQuery::default() }).unwrap();
    assert_eq!(lines.iter().map(|line| (line.women, line.direct)).collect::<Vec<_>>(), [(2, 1), (1, 2)]);
    let of = found(&mut office, PeopleQuery { course: Some(courses[0]), ..PeopleQuery::default() });
    assert_eq!(of.rows.iter().filter(|one| one.direct == Some(true)).count(), 1);
    assert_eq!(of_year(&mut office).whole.women, 2);
}

#[test]
fn a_course_counts_in_the_half_and_for_the_unit_of_its_last_day() {
    let (mut office, units, members, _) = two_communes();
    let draft = json!({
        "year": 2024, "calendar": "year", "name": "Hè", "kind": "skills", "since": "2024-06-28", "until": "2024-07-02",
    });
    let course = set(&mut office, serde_json::from_value(draft).unwrap()).unwrap().value;
    take(&mut office, course, &members[2..]);
    count(&mut office, course, units[1], 4, 0).unwrap();
    let rename = units::UnitRename {
        id: units[1],
        name: "CĐCS mới".into(),
        since: "2024-07-01".parse().unwrap(),
        document: String::new(),
    };
    units::rename(&mut office, rename).unwrap();
    let halves = periods::list(&mut office, periods::PeriodsOf { year: 2024 }).unwrap();
    let half = |part| halves.iter().find(|one| one.kind == periods::PeriodKind::Half && one.part == part).unwrap().id;
    let people = [1, 2].map(|part| {
        let of = TrainingOf { year: 2024, within: Some(half(part)) };
        figures(&mut office, of).unwrap().whole.people
    });
    assert_eq!(people, [3, 1 + 1 + 4]);
    let of = found(&mut office, PeopleQuery { course: Some(course), ..PeopleQuery::default() });
    assert_eq!((of.rows[0].unit_name.as_str(), of.counts[0].unit_name.as_str()), ("CĐCS mới", "CĐCS mới"));
}

#[test]
fn shares_are_reckoned_on_the_members_of_the_last_day_each_once_and_of_a_running_year_on_those_of_today() {
    let (mut office, units, members, _) = two_communes();
    let add = json!({
        "unit": units[0], "began": "admitted", "since": "2024-10-01", "draft": { "full_name": "Đỗ Văn Dũng", "gender": "nam" },
    });
    members::add(&mut office, serde_json::from_value(add).unwrap()).unwrap();
    let twice = "insert into membership (uid, member, unit, since, began, until, ending)
                 values (randomblob(16), ?1, ?2, '2020-01-01', 'listed', '2024-12-31', 'moved')";
    let trial = What::new("training.trial", "Thử");
    office.act(trial, |pen| Ok(pen.execute(twice, rusqlite::params![members[0], units[1]])?)).unwrap();
    let halves = periods::list(&mut office, periods::PeriodsOf { year: 2024 }).unwrap();
    let half = halves.iter().find(|one| one.kind == periods::PeriodKind::Half && one.part == 1).unwrap().id;
    let of_half = figures(&mut office, TrainingOf { year: 2024, within: Some(half) }).unwrap();
    assert_eq!((of_half.members, of_year(&mut office).members), (3, 4));
    let next = figures(&mut office, TrainingOf { year: 2025, within: None }).unwrap();
    assert_eq!(next.day, office.today());
}

#[test]
fn a_number_without_names_never_comes_again() {
    let (mut office, units, _, courses) = two_communes();
    count(&mut office, courses[0], units[1], 20, 15).unwrap();
    let again = found(&mut office, PeopleQuery { only: Some(TrainingOnly::Again), ..PeopleQuery::default() });
    assert_eq!((again.people, again.reported, again.counts.len()), (1, 0, 0));
}

#[test]
fn a_course_that_ends_in_the_next_year_may_count_in_the_one_in_which_it_began() {
    let mut office = office();
    let draft = |year| json!({ "year": year, "calendar": "year", "name": "Giao mùa", "kind": "union", "since": "2024-12-20", "until": "2025-01-10" });
    let mut counts_in = |year| set(&mut office, serde_json::from_value(draft(year)).unwrap()).is_ok();
    assert_eq!([2023, 2024].map(&mut counts_in), [false, true]);
}

#[test]
fn the_schema_itself_keeps_the_courses_and_the_workers_of_a_closed_year() {
    let (mut office, units, _, courses) = two_communes();
    count(&mut office, courses[0], units[1], 20, 15).unwrap();
    set_basis(&mut office, BasisDraft { year: 2024, people: 9196, source: "Báo cáo 34".into() }).unwrap();
    let trial = || What::new("training.trial", "Thử");
    office.act(trial(), |pen| Ok(pen.execute("update period set closed = 1", [])?)).unwrap();
    for (sql, said) in [
        (
            "insert into course (uid, period, name, kind, search, since, until) select randomblob(16), period, 'Mới', kind, '', since, until from course",
            "không ghi thêm lớp",
        ),
        ("update course set place = 'Khác'", "không sửa lớp"),
        ("delete from course", "không xóa lớp"),
        (
            "insert into course_participant (uid, course, name, same_key, unit) select randomblob(16), course, 'Thêm', '', unit from course_participant",
            "không ghi thêm người học",
        ),
        ("update course_participant set result = 'Khác'", "không sửa danh sách học"),
        ("delete from course_participant", "không bỏ người học"),
        (
            "insert into course_count (uid, course, unit, people) select randomblob(16), course, 1, 5 from course_count",
            "không ghi thêm số báo cáo",
        ),
        ("update course_count set people = 30", "không sửa số báo cáo"),
        ("delete from course_count", "không bỏ số báo cáo"),
        (
            "insert into training_basis (uid, year, people, source) values (randomblob(16), 2024, 5, 'Khác')",
            "không ghi tổng số lao động",
        ),
        ("update training_basis set people = 9000", "không đổi tổng số lao động"),
        ("delete from training_basis", "không bỏ tổng số lao động"),
    ] {
        let refused = office.act(trial(), |pen| Ok(pen.execute(sql, [])?)).map_err(|error| error.sentences());
        assert!(refused.as_ref().is_err_and(|told| told.contains(said)), "{sql}: {refused:?}");
    }
}
