//! Lists as units send them, taken in by a trial office: doubts asked and answered, corrections remembered.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may stop at the first surprise"
)]

use chrono::NaiveDate;

use super::list::Told;
use super::session::{Outcome, Session, SourceFile};
use super::store::Counts;
use super::taking::{Answer, Taking};
use super::targets::{MembersIn, PledgesIn, UnitsIn};
use super::{
    IntakeBack, IntakeChoose, IntakeLayOut, IntakeMap, IntakeRow, IntakeRowsAsk, IntakeSheetWish, IntakeView,
    apply::apply, choose, lay_out, map, read_sheet, rows, state, undo,
};
use crate::members::{Gender, MemberPageAsk, MemberQuery, page};
use crate::office::Office;
use crate::sheet::read::{CellValue, ReadCell, ReadRow, ReadSheet, Workbook};

pub(super) fn sheet(name: &str, rows: &[&[&str]]) -> ReadSheet {
    let rows = rows.iter().zip(1_u32..).map(|(cells, number)| ReadRow {
        number,
        hidden: false,
        cells: cells
            .iter()
            .zip(0_u32..)
            .filter(|(text, _)| !text.is_empty())
            .map(|(text, column)| ReadCell {
                column,
                value: CellValue::Text((*text).to_owned()),
                style: None,
                formula: None,
            })
            .collect(),
    });
    ReadSheet { name: name.to_owned(), rows: rows.collect(), ..ReadSheet::default() }
}

pub(super) fn file(name: &str, sheets: Vec<ReadSheet>) -> SourceFile {
    let book = Workbook { sheets, ..Workbook::default() };
    SourceFile { name: name.to_owned(), read: Ok(book), told: Told::default(), taken: None }
}

/// Lays an import down as the wizard does after reading.
pub(super) fn lay(office: &mut Office, taking: &'static dyn Taking, files: Vec<SourceFile>) -> IntakeView {
    let mut session = Session::new(taking, files);
    session.understand(office).unwrap();
    office.tray.lay_work(session);
    state(office, ()).unwrap().unwrap()
}

pub(super) fn take_in(office: &mut Office, taking: &'static dyn Taking, files: Vec<SourceFile>) -> Counts {
    lay(office, taking, files);
    finish(office)
}

pub(super) fn finish(office: &mut Office) -> Counts {
    let session: Session = office.tray.take_work().unwrap();
    apply(office, &session).unwrap().value.counts
}

pub(super) fn office() -> Office {
    let mut office = Office::trial(NaiveDate::from_ymd_opt(2026, 9, 5).unwrap()).unwrap();
    let units = sheet(
        "Đơn vị",
        &[
            &["Mã CĐCS", "Tên công đoàn cơ sở"],
            &["VT01", "CĐCS Trường Mầm non Hoa Mai"],
            &["VT02", "CĐCS Trường Tiểu học Bình Lạc"],
            &["VT03", "CĐCS xã Minh Thượng"],
        ],
    );
    assert_eq!(take_in(&mut office, &UnitsIn, vec![file("don vi.xlsx", vec![units])]).added, 3);
    office
}

const HEADINGS: &[&str] = &["STT", "Họ và tên", "Ngày sinh", "Giới tính", "Số CCCD", "Chức vụ"];

/// A list of the first school with these people.
pub(super) fn list(people: &[&[&str]]) -> SourceFile {
    let mut rows: Vec<&[&str]> = vec![&["CĐCS TRƯỜNG MẦM NON HOA MAI"], HEADINGS];
    rows.extend(people);
    file("hoa mai.xlsx", vec![sheet("DS", &rows)])
}

pub(super) fn all_rows(office: &mut Office) -> Vec<IntakeRow> {
    let ask = IntakeRowsAsk { file: None, outcome: None, noticed: false, answered: false, offset: 0, limit: 100 };
    rows(office, ask).unwrap().rows
}

pub(super) fn say(office: &mut Office, row: u32, answer: Option<Answer>) -> IntakeView {
    choose(office, IntakeChoose { file: 0, sheet: "DS".into(), row, answer }).unwrap()
}

fn positions(office: &mut Office) -> Vec<(String, Option<String>)> {
    let ask = MemberPageAsk { query: MemberQuery::default(), offset: 0, limit: 100, unmasking: None };
    page(office, ask).unwrap().rows.into_iter().map(|line| (line.full_name, line.position)).collect()
}

/// Two namesakes, born on one day, with different cards.
fn namesakes(office: &mut Office) {
    let both = list(&[
        &["1", "Nguyễn Thị Hoa", "02/03/1980", "Nữ", "036180000001", "Giáo viên"],
        &["2", "Nguyễn Thị Hoa", "02/03/1980", "Nữ", "036180000002", "Kế toán"],
    ]);
    assert_eq!(take_in(office, &MembersIn, vec![both]).added, 2);
}

#[test]
fn a_row_that_may_be_two_people_waits_for_the_clerk_who_sees_both() {
    let mut office = office();
    namesakes(&mut office);
    let view =
        lay(&mut office, &MembersIn, vec![list(&[&["1", "Nguyễn Thị Hoa", "02/03/1980", "Nữ", "", "Hiệu phó"]])]);
    assert_eq!(view.counts, Counts { asked: 1, ..Counts::default() });
    let row = &all_rows(&mut office)[0];
    assert_eq!(row.candidates.len(), 2);
    assert!(row.candidates[1].facts.contains("036180000002"), "{:?}", row.candidates);

    let before = positions(&mut office);
    assert_eq!(finish(&mut office), Counts { asked: 1, ..Counts::default() });
    assert_eq!(positions(&mut office), before, "a doubt that nobody answered changes nothing");
}

#[test]
fn the_answer_that_it_is_this_person_corrects_that_person_in_the_same_act() {
    let mut office = office();
    namesakes(&mut office);
    lay(&mut office, &MembersIn, vec![list(&[&["1", "Nguyễn Thị Hoa", "02/03/1980", "Nữ", "", "Hiệu phó"]])]);
    let record = all_rows(&mut office)[0].candidates[1].record;
    let view = say(&mut office, 3, Some(Answer::Known { record }));
    assert_eq!(view.counts, Counts { changed: 1, ..Counts::default() });
    assert_eq!(view.answered, 1);
    let row = &all_rows(&mut office)[0];
    assert_eq!(row.answer, Some(Answer::Known { record }));
    assert_eq!((row.changes[0].old.as_str(), row.changes[0].new.as_str()), ("Kế toán", "Hiệu phó"));

    assert_eq!(say(&mut office, 3, None).counts.asked, 1, "an answer can be taken back");
    say(&mut office, 3, Some(Answer::Known { record }));
    finish(&mut office);
    let posts: Vec<Option<String>> = positions(&mut office).into_iter().map(|(_, post)| post).collect();
    assert!(posts.contains(&Some("Hiệu phó".into())) && posts.contains(&Some("Giáo viên".into())), "{posts:?}");
    undo(&mut office, IntakeBack { id: None }).unwrap();
    assert!(!positions(&mut office).iter().any(|(_, post)| post.as_deref() == Some("Hiệu phó")));
}

#[test]
fn the_answer_that_it_is_somebody_new_adds_them_and_no_merge_is_offered() {
    let mut office = office();
    namesakes(&mut office);
    lay(&mut office, &MembersIn, vec![list(&[&["1", "Nguyễn Thị Hoa", "02/03/1980", "Nữ", "", "Hiệu phó"]])]);
    assert_eq!(say(&mut office, 3, Some(Answer::New)).counts, Counts { added: 1, ..Counts::default() });
    finish(&mut office);
    assert_eq!(positions(&mut office).len(), 3);
    let offered = crate::members::duplicates(&mut office, crate::members::DuplicateAsk::default()).unwrap();
    let with_new =
        offered.iter().filter(|group| group.members.iter().any(|line| line.position.as_deref() == Some("Hiệu phó")));
    assert_eq!(with_new.count(), 0);
}

#[test]
fn what_may_be_no_name_goes_in_when_the_clerk_says_it_is_one_and_stays_out_otherwise() {
    let mut office = office();
    let odd = |office: &mut Office| {
        lay(
            office,
            &MembersIn,
            vec![list(&[
                &["1", "@Hoa", "02/03/1980", "Nữ", "036180000001", ""],
                &["2", "Trần Văn An", "05/06/1975", "Nam", "036075000002", ""],
            ])],
        )
    };
    assert_eq!(odd(&mut office).counts, Counts { added: 1, asked: 1, ..Counts::default() });
    assert_eq!(say(&mut office, 3, Some(Answer::Leave)).counts, Counts { added: 1, held: 1, ..Counts::default() });
    assert_eq!(say(&mut office, 3, Some(Answer::Take)).counts, Counts { added: 2, ..Counts::default() });
    assert_eq!(all_rows(&mut office)[0].outcome, Outcome::New);
    assert_eq!(finish(&mut office).added, 2);
}

#[test]
fn a_corrected_column_is_remembered_for_its_sender_and_else_for_the_headings() {
    let mut office = office();
    let with_card = |title: &str| {
        let rows: [&[&str]; 3] = [
            &[title],
            &["STT", "Họ và tên", "Ngày sinh", "Giới tính", "Thẻ"],
            &["1", "Trần Văn An", "05/06/1975", "A12"],
        ];
        file("danh sach.xlsx", vec![sheet("DS", &rows)])
    };
    let field = |view: &IntakeView| view.files[0].sheets[0].columns[4].field.clone();
    let correct = |office: &mut Office, title: &str, name: &str| {
        assert_eq!(lay(office, &MembersIn, vec![with_card(title)]).files.len(), 1);
        let wish = IntakeMap { file: 0, sheet: "DS".into(), column: 4, field: Some(name.to_owned()) };
        map(office, wish).unwrap();
        finish(office);
    };
    correct(&mut office, "CĐCS TRƯỜNG MẦM NON HOA MAI", "member_code");
    correct(&mut office, "CĐCS TRƯỜNG TIỂU HỌC BÌNH LẠC", "section");
    let again = |office: &mut Office, title: &str| field(&lay(office, &MembersIn, vec![with_card(title)]));
    assert_eq!(again(&mut office, "CĐCS TRƯỜNG MẦM NON HOA MAI").as_deref(), Some("member_code"));
    assert_eq!(again(&mut office, "CĐCS TRƯỜNG TIỂU HỌC BÌNH LẠC").as_deref(), Some("section"));
    assert_eq!(again(&mut office, "CĐCS XÃ MINH THƯỢNG").as_deref(), Some("section"), "of anybody: the newest");
}

#[test]
fn taking_back_tells_how_far_it_is_and_stopped_half_way_it_has_changed_nothing() {
    let mut office = office();
    namesakes(&mut office);
    let before = positions(&mut office);
    let progress = office.progress();
    progress.cancel();
    let stopped = undo(&mut office, IntakeBack { id: None });
    assert!(matches!(stopped, Err(crate::error::Error::Refused(_))), "{stopped:?}");
    assert_eq!(positions(&mut office), before);
    progress.reset();
    undo(&mut office, IntakeBack { id: None }).unwrap();
    let line = progress.line();
    assert_eq!((line.phase.as_str(), line.done), ("Đang hoàn tác", line.total));
    assert!(line.total >= 2, "{line:?}");
    assert!(positions(&mut office).is_empty());
}

/// A list of the first school without any heading.
fn bare() -> SourceFile {
    file(
        "CĐCS Trường Mầm non Hoa Mai.xlsx",
        vec![sheet(
            "DS",
            &[
                &["DANH SÁCH ĐOÀN VIÊN"],
                &["1", "Trần Văn An", "05/06/1975", "Nam", "036075000002", "Bảo vệ"],
                &["2", "Nguyễn Thị Hoa", "02/03/1980", "Nữ", "036180000001", "Giáo viên"],
                &["3", "Lê Thị Lan", "12/03/1988", "Nữ", "036188000003", "Giáo viên"],
            ],
        )],
    )
}

#[test]
fn of_two_sheets_with_one_list_the_clerk_says_which_is_read() {
    let mut office = office();
    let people = |post: &'static str| {
        let heading: &[&str] = &["TT", "Họ và tên", "Năm sinh", "Chức vụ"];
        let row = |name: &'static str| vec!["1", name, "1980", post];
        let rows = [row("Nguyễn Thị Hoa"), row("Lê Thị Lan"), row("Trần Văn Nam")];
        [vec!["CĐCS TRƯỜNG MẦM NON HOA MAI"], heading.to_vec()].into_iter().chain(rows).collect::<Vec<_>>()
    };
    let of = |name: &str, post| {
        let rows = people(post);
        sheet(name, &rows.iter().map(Vec::as_slice).collect::<Vec<_>>())
    };
    let view = lay(
        &mut office,
        &MembersIn,
        vec![file("hoa mai.xlsx", vec![of("Lần 1", "Giáo viên"), of("Lần 2", "Tổ trưởng")])],
    );
    assert_eq!((view.files[0].reason.as_str(), view.counts.added), ("sheet_choice", 0));
    let say = |office: &mut Office, sheet: &str, read| {
        read_sheet(office, IntakeSheetWish { file: 0, sheet: sheet.into(), read }).unwrap()
    };
    let view = say(&mut office, "Lần 1", false);
    assert_eq!(view.counts, Counts { added: 3, ..Counts::default() });
    assert_eq!(view.files[0].sheets[0].role, super::list::Role::LeftOut);
    assert!(all_rows(&mut office).iter().all(|row| row.sheet == "Lần 2"));
    let view = say(&mut office, "Lần 1", true);
    assert_eq!(view.files[0].reason, "sheet_choice", "the other was not chosen");
    assert!(read_sheet(&mut office, IntakeSheetWish { file: 0, sheet: "Lần 3".into(), read: true }).is_err());
}

#[test]
fn a_list_without_a_heading_waits_and_shows_what_its_columns_look_like() {
    let mut office = office();
    let view = lay(&mut office, &MembersIn, vec![bare()]);
    let read = &view.files[0];
    assert_eq!((read.status, read.reason.as_str()), (super::list::Status::Hold, "no_heading"));
    assert_eq!(view.counts, Counts::default(), "nothing is read on a guess");
    let sheet = &read.sheets[0];
    assert_eq!((sheet.role, sheet.first_row), (super::list::Role::Unheaded, 2));
    let fields: Vec<Option<&str>> = sheet.columns.iter().map(|column| column.field.as_deref()).collect();
    assert_eq!(fields, [None, Some("full_name"), Some("birth"), Some("gender"), Some("citizen_id"), None]);
    assert_eq!(sheet.columns[5].samples, ["Bảo vệ", "Giáo viên"]);
    assert_eq!(finish(&mut office), Counts::default());
}

#[test]
fn the_clerk_lays_such_a_list_out_by_hand_and_it_goes_in() {
    let mut office = office();
    lay(&mut office, &MembersIn, vec![bare()]);
    let view = lay_out(&mut office, IntakeLayOut { file: 0, sheet: "DS".into(), first_row: 2 }).unwrap();
    assert_eq!(view.counts, Counts { added: 3, ..Counts::default() });
    assert_eq!(view.files[0].unit.as_ref().map(|unit| unit.code.as_str()), Some("VT01"));
    let wish = IntakeMap { file: 0, sheet: "DS".into(), column: 5, field: Some("position".into()) };
    map(&mut office, wish).unwrap();
    let view = lay_out(&mut office, IntakeLayOut { file: 0, sheet: "DS".into(), first_row: 3 }).unwrap();
    assert_eq!(view.counts, Counts { added: 2, ..Counts::default() });
    assert_eq!(finish(&mut office).added, 2);
    assert_eq!(positions(&mut office).iter().filter(|(_, post)| post.as_deref() == Some("Giáo viên")).count(), 2);
    let again = lay(&mut office, &MembersIn, vec![bare()]);
    assert_eq!(again.files[0].reason, "no_heading", "without headings nothing is remembered for anybody else");
}

#[test]
fn a_column_that_nobody_knows_shows_what_stands_in_it() {
    let mut office = office();
    let odd = file(
        "hoa mai.xlsx",
        vec![sheet(
            "DS",
            &[
                &["CĐCS TRƯỜNG MẦM NON HOA MAI"],
                &["STT", "Họ và tên", "Ngày sinh", "Giới tính", "Ngạch"],
                &["1", "Trần Văn An", "05/06/1975", "Nam", "V.07.02.26"],
            ],
        )],
    );
    let view = lay(&mut office, &MembersIn, vec![odd]);
    let column = &view.files[0].sheets[0].columns[4];
    assert_eq!((column.field.as_deref(), column.samples.as_slice()), (None, ["V.07.02.26".to_owned()].as_slice()));
}

#[test]
fn a_list_that_says_another_gender_is_warned_of_and_the_register_stays() {
    let mut office = office();
    let members = list(&[
        &["1", "Nguyễn Thị Hoa", "02/03/1980", "Nữ", "", "Giáo viên"],
        &["2", "Lê Văn An", "05/06/1982", "", "", "Giáo viên"],
    ]);
    assert_eq!(take_in(&mut office, &MembersIn, vec![members]).added, 2);
    let pledges = sheet(
        "Cam kết",
        &[
            &["CĐCS TRƯỜNG MẦM NON HOA MAI"],
            &["TỔNG HỢP CAM KẾT NĂM 2026"],
            &["STT", "Họ và tên", "Năm sinh", "Giới tính", "Trách nhiệm được giao", "Nội dung làm theo Bác"],
            &["1", "Nguyễn Thị Hoa", "1980", "Nam", "Không để trễ hạn hồ sơ nào", "Tiết kiệm điện"],
            &["2", "Lê Văn An", "1982", "Nam", "Không để trễ hạn hồ sơ nào", "Tiết kiệm nước"],
        ],
    );
    let pledges = || file("cam ket hoa mai.xlsx", vec![pledges.clone()]);
    let warned = |office: &mut Office| -> Vec<(u32, String)> {
        let rows = all_rows(office).into_iter();
        let found = rows.flat_map(|row| row.findings.into_iter().map(move |one| (row.row, one.name)));
        found.filter(|(_, name)| name == "gender_other").collect()
    };
    lay(&mut office, &PledgesIn, vec![pledges()]);
    assert_eq!(warned(&mut office), [(4, "gender_other".to_owned())], "of An the register knew nothing");
    assert_eq!(finish(&mut office).added, 2);
    let ask = MemberPageAsk { query: MemberQuery::default(), offset: 0, limit: 100, unmasking: None };
    let genders: Vec<_> = page(&mut office, ask).unwrap().rows.into_iter().map(|line| line.gender).collect();
    assert_eq!(genders, [Some(Gender::Nam), Some(Gender::Nu)], "An is filled in, Hoa stays");
    lay(&mut office, &PledgesIn, vec![pledges()]);
    assert_eq!(warned(&mut office).len(), 1, "and again when the list comes again");
}
