#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test may stop at the first surprise"
)]

mod ended;
mod found;
mod merged;
mod stays;

use super::*;
use crate::{
    calendar::PartialDate,
    units::{
        Calendar, Level, Officer, OfficerEdit, OfficerList, Sector, UnitAsk, UnitDraft, UnitEstablish, UnitKind,
        UnitQuery, UnitRename,
    },
};

fn day(y: i32, m: u32, d: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(y, m, d).unwrap()
}

#[allow(clippy::unnecessary_wraps, reason = "as the fields of a draft have it")]
fn date(iso: &str) -> Option<PartialDate> {
    Some(PartialDate::from_iso(iso).unwrap())
}

fn office() -> Office {
    Office::trial(day(2025, 8, 1)).unwrap()
}

fn unit_draft(code: &str, name: &str) -> UnitDraft {
    UnitDraft {
        code: code.into(),
        name: name.into(),
        level: Level::GrassrootsUnion,
        kind: UnitKind::MamNon,
        sector: Sector::Public,
        calendar: Calendar::School,
        parent: None,
        bloc: None,
        address: String::new(),
        phone: String::new(),
        established: date("2004"),
        established_by: String::new(),
        note: String::new(),
    }
}

fn unit(office: &mut Office, code: &str) -> UnitId {
    let draft = unit_draft(code, &format!("CĐCS {code}"));
    units::establish(office, UnitEstablish { draft, received: false }).unwrap().value
}

fn huong() -> MemberDraft {
    MemberDraft {
        full_name: "Nguyễn Thị Hường".into(),
        gender: Some(Gender::Nu),
        birth: date("1987-09-05"),
        citizen_id: Some("038187012345".into()),
        position: Some("Giáo viên".into()),
        union_join: date("2010-09-01"),
        ethnicity: Some("Thái".into()),
        party_member: Some(true),
        phone: Some("0912345678".into()),
        ..MemberDraft::default()
    }
}

fn named(name: &str) -> MemberDraft {
    MemberDraft { full_name: name.into(), ..MemberDraft::default() }
}

fn join(office: &mut Office, draft: MemberDraft, unit: UnitId) -> MemberId {
    let new =
        MemberAdd { draft, unit, since: Some(day(2020, 1, 1)), began: Beginning::Admitted, document: String::new() };
    add(office, new).unwrap().value.id
}

fn ask(query: MemberQuery) -> MemberPageAsk {
    MemberPageAsk { query, offset: 0, limit: 200, unmasking: None }
}

fn names(office: &mut Office, query: MemberQuery) -> Vec<String> {
    page(office, ask(query)).unwrap().rows.into_iter().map(|line| line.full_name).collect()
}

fn found(office: &mut Office, text: &str) -> Vec<String> {
    names(office, MemberQuery { text: text.into(), ..MemberQuery::default() })
}

fn only(id: MemberId) -> MemberChoice {
    MemberChoice { ids: vec![id], query: None }
}

fn refusals(error: Error) -> Vec<(String, String)> {
    let Error::Refused(refusals) = error else { panic!("must be refused: {error}") };
    refusals.into_iter().map(|refusal| (refusal.field, refusal.sentence)).collect()
}

fn fields(error: Error) -> Vec<String> {
    refusals(error).into_iter().map(|(field, _)| field).collect()
}

fn cell(id: MemberId, field: MemberField, text: &str) -> CellChange {
    CellChange { id, field, text: text.into() }
}

fn status(office: &Office, id: MemberId) -> Status {
    member(office.db(), id).unwrap().status
}

/// Where members stand must be what their last membership says, whatever was done, undone and done again.
fn assert_standing_fits_memberships(office: &Office) {
    let odd: i64 = office
        .db()
        .query_row(
            "select count(*) from member m where not exists (
               select 1 from membership p where p.member = m.id and p.unit = m.unit
                 and case when p.until is null then p.state = m.status else p.ending = m.status end)
               or (m.status in ('active', 'suspended')) <> exists (
               select 1 from membership p where p.member = m.id and p.until is null)",
            [],
            |row| row.get(0),
        )
        .unwrap();
    assert_eq!(odd, 0);
}

#[test]
fn a_member_is_found_by_any_word_without_marks_by_figures_and_by_their_last_figures() {
    let mut office = office();
    let unit = unit(&mut office, "VT29");
    join(&mut office, huong(), unit);
    join(&mut office, named("H'Yuôn Hđơk"), unit);
    join(&mut office, named("Đặng Văn Hưởng"), unit);
    for typed in ["huong", "HƯỜNG thi", "ng hu", "038187", "012345", "0912 345 678", "5678", "nguyễn thị hường"]
    {
        assert!(found(&mut office, typed).contains(&"Nguyễn Thị Hường".to_owned()), "{typed}");
    }
    assert_eq!(found(&mut office, "dang"), ["Đặng Văn Hưởng"]);
    assert_eq!(found(&mut office, "hdok"), ["H'Yuôn Hđơk"]);
    assert_eq!(found(&mut office, "h'yuon"), ["H'Yuôn Hđơk"]);
    assert!(found(&mut office, "uong").is_empty(), "words are found from their beginning");
    for typed in ["\"", "* OR", "a\"b", "(", "-", "NOT", "'"] {
        found(&mut office, typed);
    }
}

#[test]
fn undo_and_redo_keep_the_search_true() {
    let mut office = office();
    let unit = unit(&mut office, "VT29");
    let id = join(&mut office, huong(), unit);
    edit(&mut office, MemberEdit { cells: vec![cell(id, MemberField::FullName, "Nguyễn Thị Lan")] }).unwrap();
    assert!(found(&mut office, "huong").is_empty());
    office.undo(None).unwrap();
    assert_eq!(found(&mut office, "huong").len(), 1);
    assert!(found(&mut office, "lan").is_empty());
    office.undo(None).unwrap();
    assert!(found(&mut office, "huong").is_empty());
    office.redo().unwrap();
    assert_eq!(found(&mut office, "huong").len(), 1);
    assert_standing_fits_memberships(&office);
}

#[test]
fn people_stand_by_given_name_then_family_then_middle_name() {
    let mut office = office();
    let unit = unit(&mut office, "VT29");
    for name in ["Nguyễn Văn Đạt", "Nguyễn Thị Dung", "Lê Thị An", "Bùi Thị An", "Lê Anh An", "Y"] {
        join(&mut office, named(name), unit);
    }
    let order = ["Bùi Thị An", "Lê Anh An", "Lê Thị An", "Nguyễn Thị Dung", "Nguyễn Văn Đạt", "Y"];
    assert_eq!(names(&mut office, MemberQuery::default()), order);
    let mut backwards = order;
    backwards.reverse();
    assert_eq!(names(&mut office, MemberQuery { descending: true, ..MemberQuery::default() }), backwards);
}

#[test]
fn blanks_stand_last_in_either_direction() {
    let mut office = office();
    let unit = unit(&mut office, "VT29");
    for (name, position) in [("A", Some("Đầu bếp")), ("B", None), ("C", Some("Dược sĩ")), ("D", Some("Giáo viên"))]
    {
        join(&mut office, MemberDraft { position: position.map(Into::into), ..named(name) }, unit);
    }
    let by = |descending| MemberQuery { sort: MemberSort::Position, descending, ..MemberQuery::default() };
    assert_eq!(names(&mut office, by(false)), ["C", "A", "D", "B"]);
    assert_eq!(names(&mut office, by(true)), ["D", "A", "C", "B"]);
}

#[test]
fn a_page_is_a_part_of_the_whole_order() {
    let mut office = office();
    let unit = unit(&mut office, "VT29");
    for name in ["An", "Bình", "Chi", "Dũng", "Em"] {
        join(&mut office, named(name), unit);
    }
    let part = page(&mut office, MemberPageAsk { offset: 3, limit: 1, ..ask(MemberQuery::default()) }).unwrap();
    assert_eq!((part.total, part.rows[0].full_name.as_str()), (5, "Dũng"));
    let beyond = page(&mut office, MemberPageAsk { offset: 9, ..ask(MemberQuery::default()) }).unwrap();
    assert_eq!((beyond.total, beyond.rows.len()), (5, 0));
    join(&mut office, named("Ánh"), unit);
    assert_eq!(page(&mut office, ask(MemberQuery::default())).unwrap().total, 6, "a remembered order is not stale");
}

#[test]
fn restricted_fields_are_masked_until_a_screen_asks_and_the_asking_is_written_down() {
    let mut office = office();
    let unit = unit(&mut office, "VT29");
    let id = join(&mut office, huong(), unit);
    let masked = &page(&mut office, ask(MemberQuery::default())).unwrap().rows[0];
    assert_eq!((masked.masked, &masked.restricted), (true, &None));
    let unmasking = Some(unmask(&mut office, Unmask { screen: "doan-vien".into() }).unwrap().value);
    let seen = get(&mut office, MemberAsk { id, unmasking }).unwrap().line.restricted.unwrap();
    assert_eq!((seen.ethnicity.as_deref(), seen.party_member), (Some("Thái"), Some(true)));
    let asked: String = office
        .db()
        .query_row("select detail from act where what = 'member.unmask' and kind = 'keep'", [], |row| row.get(0))
        .unwrap();
    assert_eq!(asked, "doan-vien");
    office.sit("Người khác");
    assert_eq!(
        fields(page(&mut office, MemberPageAsk { unmasking, ..ask(MemberQuery::default()) }).unwrap_err()),
        ["unmasking"]
    );
}

#[test]
fn cells_are_read_as_clerks_write_them() {
    let mut office = office();
    let unit = unit(&mut office, "VT29");
    let id = join(&mut office, named("Lê Thị An"), unit);
    let cells = vec![
        cell(id, MemberField::Birth, "5/9/87"),
        cell(id, MemberField::Gender, "nữ"),
        cell(id, MemberField::UnionJoin, "9/2010"),
        cell(id, MemberField::CitizenId, "038 187 012 345"),
        cell(id, MemberField::PartyMember, "x"),
        cell(id, MemberField::Position, "  Giáo   viên "),
    ];
    let edited = edit(&mut office, MemberEdit { cells }).unwrap();
    assert_eq!(edited.value, MemberEdited { members: 1, cells: 6 });
    let facts = member(office.db(), id).unwrap().facts;
    assert_eq!((facts.birth, facts.union_join), (date("1987-09-05"), date("2010-09")));
    assert_eq!((facts.gender, facts.party_member), (Some(Gender::Nu), Some(true)));
    assert_eq!((facts.citizen_id.as_deref(), facts.position.as_deref()), (Some("038187012345"), Some("Giáo viên")));
    office.undo(None).unwrap();
    assert_eq!(member(office.db(), id).unwrap().facts, named("Lê Thị An"), "one paste, one undo");
}

#[test]
fn one_bad_cell_refuses_the_whole_paste_and_says_which() {
    let mut office = office();
    let unit = unit(&mut office, "VT29");
    let (an, binh) = (join(&mut office, named("An"), unit), join(&mut office, named("Bình"), unit));
    let paste = MemberEdit {
        cells: vec![
            cell(an, MemberField::Birth, "05/09/1987"),
            cell(an, MemberField::Birth, "31/2/1987"),
            cell(binh, MemberField::Gender, "không rõ"),
            cell(binh, MemberField::FullName, " "),
            cell(binh, MemberField::Birth, "01/01/2030"),
        ],
    };
    let answers = try_edit(&mut office, paste.clone()).unwrap();
    assert_eq!(
        answers.iter().map(|answer| answer.sentence.is_empty()).collect::<Vec<_>>(),
        [true, false, false, false, false]
    );
    let said = refusals(edit(&mut office, paste).unwrap_err());
    let fields: Vec<&str> = said.iter().map(|(field, _)| field.as_str()).collect();
    assert_eq!(fields, ["cells.1.birth", "cells.2.gender", "cells.3.full_name", "cells.4.birth"]);
    assert!(said[0].1.starts_with("Ngày này không có trong lịch"));
    assert_eq!(member(office.db(), an).unwrap().facts.birth, None, "nothing was written");
}

#[test]
fn a_record_that_was_imported_with_a_fault_can_still_be_corrected_elsewhere() {
    let mut office = office();
    let unit = unit(&mut office, "VT29");
    let faulty = MemberDraft { union_join: date("2030-01-01"), ..named("An") };
    let id = office.act(EDIT, |pen| insert(pen, &faulty, unit, None)).unwrap().value;
    edit(&mut office, MemberEdit { cells: vec![cell(id, MemberField::Phone, "0912345678")] }).unwrap();
}

#[test]
fn a_doubtful_id_is_a_warning_and_never_a_refusal() {
    let mut office = office();
    let unit = unit(&mut office, "VT29");
    let draft = MemberDraft { gender: Some(Gender::Nam), union_join: date("2001-09-01"), ..huong() };
    let new = MemberAdd { draft, unit, since: None, began: Beginning::Listed, document: String::new() };
    let added = add(&mut office, new).unwrap().value;
    let kinds: Vec<&str> = added.warnings.iter().map(|warning| warning.kind.as_str()).collect();
    assert_eq!(kinds, ["cccd_gender_mismatch", "join_too_young"]);
    let short = MemberDraft { citizen_id: Some("12345".into()), ..named("An") };
    assert_eq!(warnings(&short)[0].kind, "cccd_bad_length");
}

#[test]
fn somebody_who_joined_in_the_year_of_turning_fifteen_gets_the_benefit_of_the_doubt() {
    assert!(!joined_too_young(date("1980"), date("1995")));
    assert!(joined_too_young(date("1980"), date("1994-12-31")));
    assert!(joined_too_young(date("1980-06-02"), date("1995-06-01")));
    assert!(!joined_too_young(date("1980-06-02"), date("1995-06-02")));
    assert!(!joined_too_young(None, date("1995")));
}

#[test]
fn whoever_leaves_is_kept_and_may_return_to_another_unit() {
    let mut office = office();
    let (here, there) = (unit(&mut office, "VT29"), unit(&mut office, "VT30"));
    let id = join(&mut office, huong(), here);
    let going =
        MembersLeave { members: only(id), how: Leaving::Retired, until: day(2025, 6, 30), document: "5/QĐ".into() };
    leave(&mut office, going.clone()).unwrap();
    assert_eq!(status(&office, id), Status::Retired);
    assert_eq!(fields(leave(&mut office, going).unwrap_err()), ["members"], "nobody leaves twice");
    let back = MembersReturn { members: only(id), unit: Some(there), since: day(2025, 7, 15), document: String::new() };
    take_back(&mut office, back).unwrap();
    let record = get(&mut office, MemberAsk { id, unmasking: None }).unwrap();
    assert_eq!((record.line.unit, record.line.status, record.memberships.len()), (there, Status::Active, 2));
    assert_eq!(record.memberships[1].ending, Some(Ending::Retired));
    assert_standing_fits_memberships(&office);
    for _ in 0..2 {
        office.undo(None).unwrap();
        assert_standing_fits_memberships(&office);
    }
    assert_eq!(status(&office, id), Status::Active);
}

#[test]
fn what_belongs_to_one_person_is_not_given_to_many() {
    let mut office = office();
    let here = unit(&mut office, "VT29");
    let ids = vec![join(&mut office, named("An"), here), join(&mut office, named("Bình"), here)];
    for field in [MemberField::FullName, MemberField::CitizenId, MemberField::LegacyId, MemberField::MemberCode] {
        let members = MemberChoice { ids: ids.clone(), query: None };
        let many = MemberBulkEdit { members, field, text: "001085012345".into() };
        assert_eq!(fields(bulk_edit(&mut office, many).unwrap_err()), ["field"]);
    }
}

#[test]
fn nobody_leaves_before_they_came() {
    let mut office = office();
    let here = unit(&mut office, "VT29");
    let id = join(&mut office, huong(), here);
    let early =
        MembersLeave { members: only(id), how: Leaving::LeftJob, until: day(2019, 12, 31), document: String::new() };
    assert_eq!(fields(leave(&mut office, early).unwrap_err()), ["until"]);
}

#[test]
fn a_list_of_the_past_shows_who_belonged_where_then() {
    let mut office = office();
    let (here, there) = (unit(&mut office, "VT29"), unit(&mut office, "VT30"));
    let id = join(&mut office, huong(), here);
    let moving = MembersMove { members: only(id), unit: there, since: day(2024, 9, 1), document: String::new() };
    move_to(&mut office, moving).unwrap();
    let of = |office: &mut Office, unit: UnitId, as_of| {
        names(office, MemberQuery { units: vec![unit], as_of, ..MemberQuery::default() }).len()
    };
    assert_eq!((of(&mut office, here, None), of(&mut office, there, None)), (0, 1));
    let before = Some(day(2024, 8, 31));
    assert_eq!((of(&mut office, here, before), of(&mut office, there, before)), (1, 0));
    let then =
        page(&mut office, ask(MemberQuery { as_of: before, text: "huong".into(), ..MemberQuery::default() })).unwrap();
    assert_eq!(then.rows[0].unit, here);
    assert_eq!(names(&mut office, MemberQuery { as_of: Some(day(2019, 1, 1)), ..MemberQuery::default() }).len(), 0);
    assert_standing_fits_memberships(&office);
}

#[test]
fn whoever_pauses_still_belongs() {
    let mut office = office();
    let here = unit(&mut office, "VT29");
    let id = join(&mut office, huong(), here);
    let rest = MembersPause { members: only(id), since: day(2025, 2, 1), document: String::new() };
    pause(&mut office, rest.clone()).unwrap();
    assert_eq!(status(&office, id), Status::Suspended);
    assert_eq!(counts(&mut office, ()).unwrap().members, 1);
    assert_eq!(fields(pause(&mut office, rest).unwrap_err()), ["members"]);
    resume(&mut office, MembersPause { members: only(id), since: day(2025, 5, 1), document: String::new() }).unwrap();
    assert_eq!(status(&office, id), Status::Active);
    assert_standing_fits_memberships(&office);
}

#[test]
fn all_that_match_are_changed_in_one_act() {
    let mut office = office();
    let here = unit(&mut office, "VT29");
    for name in ["An", "Bình", "Chi"] {
        join(&mut office, named(name), here);
    }
    let all = MemberChoice { ids: vec![], query: Some(MemberQuery { units: vec![here], ..MemberQuery::default() }) };
    let many = MemberBulkEdit { members: all.clone(), field: MemberField::WorkerType, text: "Viên chức".into() };
    assert_eq!(bulk_edit(&mut office, many).unwrap().value.members, 3);
    let wrong = MemberBulkEdit { members: all, field: MemberField::Birth, text: "32/1/1990".into() };
    assert_eq!(fields(bulk_edit(&mut office, wrong).unwrap_err()), ["members.0.birth"]);
    office.undo(None).unwrap();
    assert_eq!(names(&mut office, MemberQuery { text: "an".into(), ..MemberQuery::default() }), ["An"]);
    assert_eq!(
        fields(
            bulk_edit(
                &mut office,
                MemberBulkEdit { members: MemberChoice::default(), field: MemberField::Note, text: "x".into() }
            )
            .unwrap_err()
        ),
        ["members"]
    );
}

#[test]
fn who_was_added_by_mistake_is_deleted_but_not_who_holds_a_post() {
    let mut office = office();
    let here = unit(&mut office, "VT29");
    let id = join(&mut office, huong(), here);
    delete(&mut office, MemberDelete { members: only(id) }).unwrap();
    assert!(found(&mut office, "huong").is_empty());
    office.undo(None).unwrap();
    assert_eq!(found(&mut office, "huong").len(), 1);
    let line = OfficerEdit {
        id: None,
        name: "Hường".into(),
        member: Some(id),
        post: "Chủ tịch".into(),
        since: None,
        until: None,
        document: String::new(),
    };
    units::set_officers(&mut office, OfficerList { unit: here, officers: vec![line] }).unwrap();
    assert_eq!(fields(delete(&mut office, MemberDelete { members: only(id) }).unwrap_err()), ["members"]);
}

#[test]
fn a_blank_in_a_list_erases_nothing() {
    let mut office = office();
    let here = unit(&mut office, "VT29");
    let id = join(&mut office, huong(), here);
    let row = MemberDraft { position: Some("Hiệu phó".into()), ..named("") };
    assert!(office.act(EDIT, |pen| fill(pen, id, &row)).unwrap().value);
    let facts = member(office.db(), id).unwrap().facts;
    assert_eq!(facts, MemberDraft { position: Some("Hiệu phó".into()), ..huong() });
    let again = office.act(EDIT, |pen| fill(pen, id, &row)).unwrap();
    assert_eq!((again.value, again.act), (false, None));
}

#[test]
fn what_is_missing_is_counted_and_can_be_listed() {
    let mut office = office();
    let here = unit(&mut office, "VT29");
    join(&mut office, huong(), here);
    join(&mut office, MemberDraft { birth: date("1987"), ..named("An") }, here);
    let counted = counts(&mut office, ()).unwrap();
    let of = |what| counted.missing.iter().find(|line| line.what == what).unwrap().count;
    assert_eq!((counted.members, counted.women), (2, 1));
    assert_eq!((of(Missing::Birth), of(Missing::BirthDay), of(Missing::Gender), of(Missing::CitizenId)), (0, 1, 1, 1));
    let lacking = MemberQuery { missing: vec![Missing::Gender], ..MemberQuery::default() };
    assert_eq!(names(&mut office, lacking), ["An"]);
    join(&mut office, named("Bình"), here);
    assert_eq!(counts(&mut office, ()).unwrap().members, 3, "counted anew after a change");
}

#[test]
fn a_dump_speaks_the_words_of_the_lists() {
    let mut office = office();
    let here = unit(&mut office, "VT29");
    join(&mut office, huong(), here);
    let mut dumped = Vec::new();
    dump(&office, &mut dumped).unwrap();
    let line: serde_json::Value = serde_json::from_slice(&dumped).unwrap();
    let wanted = serde_json::json!({
        "unit": "VT29", "status": "active", "full_name": "Nguyễn Thị Hường", "gender": "nu",
        "birth": {"y": 1987, "m": 9, "d": 5, "precision": "day"}, "citizen_id": "038187012345",
        "position": "Giáo viên", "union_join": {"y": 2010, "m": 9, "d": 1, "precision": "day"},
        "ethnicity": "Thái", "party_member": true, "phone": "0912345678",
    });
    assert_eq!(line, wanted);
}

#[test]
fn a_view_saved_under_the_same_name_is_written_anew() {
    let mut office = office();
    let draft =
        |query: &str| SavedViewDraft { room: "members".into(), name: "Thiếu ngày sinh".into(), query: query.into() };
    let id = save_view(&mut office, draft(r#"{"missing":["birth"]}"#)).unwrap().value;
    assert_eq!(save_view(&mut office, draft("{}")).unwrap().value, id);
    let saved = views(&mut office, ViewsOf { room: "members".into() }).unwrap();
    assert_eq!((saved.len(), saved[0].query.as_str()), (1, "{}"));
    delete_view(&mut office, ViewGone { id }).unwrap();
    assert!(views(&mut office, ViewsOf { room: "members".into() }).unwrap().is_empty());
}
