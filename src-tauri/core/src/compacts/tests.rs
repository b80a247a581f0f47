#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may stop at the first surprise"
)]

mod borders;

use super::*;
use crate::{
    letter::Block,
    units::{self, BlocDraft, BlocYear},
    years,
};
use serde_json::json;

/// A bloc of four communes at the end of 2024, led by the first and the second.
fn office() -> (Office, BlocId, Vec<UnitId>) {
    let mut office = Office::trial("2024-12-20".parse().unwrap()).unwrap();
    seed(&mut office).unwrap();
    let host = json!({
        "kind": "district", "name": "Liên đoàn Lao động huyện Vân Trạch", "superior": "Liên đoàn Lao động tỉnh Hoài Giang",
        "symbol": "LĐLĐ", "place": "Vân Trạch", "signers": [],
    });
    crate::host::found(&mut office, serde_json::from_value(host).unwrap()).unwrap();
    let draft = BlocDraft { id: None, no: 1, name: "Khối xã".into(), years: Vec::new() };
    let bloc = units::set_bloc(&mut office, draft).unwrap().value;
    let units: Vec<UnitId> = (1..=4)
        .map(|no| {
            let unit = json!({ "draft": {
                "code": format!("VT0{no}"), "name": format!("CĐCS xã {no}"), "level": "grassroots_union", "kind": "xa",
                "sector": "public", "calendar": "year", "bloc": bloc,
            }});
            units::establish(&mut office, serde_json::from_value(unit).unwrap()).unwrap().value
        })
        .collect();
    let years = vec![BlocYear { year: 2024, head: Some(units[0]), deputy: Some(units[1]) }];
    units::set_bloc(&mut office, BlocDraft { id: Some(bloc), no: 1, name: "Khối xã".into(), years }).unwrap();
    (office, bloc, units)
}

fn of(bloc: BlocId) -> CompactOf {
    CompactOf { bloc, year: 2024 }
}

fn begin_with(office: &mut Office, year: i32, carry_over: bool, items: &[(&str, &str)]) -> u32 {
    let items = items
        .iter()
        .map(|(content, target)| CompactItem { content: (*content).into(), target: (*target).into() })
        .collect();
    let wish =
        CompactsBegin {
            year, document: "80/KH-LĐLĐ".into(), carry_over, items, signed_on: None, place: String::new()
        };
    begin(office, wish).unwrap().value
}

fn signed(office: &mut Office, bloc: BlocId, units: &[UnitId]) -> Result<Done<u32>> {
    let signers = units
        .iter()
        .map(|unit| CompactSigner { unit: *unit, signer: "Lê Văn An".into(), post: "Chủ tịch".into() })
        .collect();
    sign(office, CompactSign { of: of(bloc), signers, on: "2024-01-25".parse().ok() })
}

fn meeting(bloc: BlocId, present: i64, votes: &[(VoteFor, UnitId, i64)]) -> MeetingDraft {
    let draft = json!({
        "bloc": bloc, "year": 2024, "held_on": "2024-12-10", "units": 4, "present": present, "began": "08:00",
        "chair": "Lê Văn An", "secretary": "Trần Thị Bình",
    });
    let votes = votes
        .iter()
        .map(|(what, unit, votes)| BlocVote { what: *what, unit: *unit, award: "Cờ thi đua".into(), votes: *votes })
        .collect();
    MeetingDraft { votes, ..serde_json::from_value(draft).unwrap() }
}

fn record(office: &mut Office, bloc: BlocId) -> CompactRecord {
    get(office, of(bloc)).unwrap()
}

#[test]
fn a_plan_begins_the_compact_of_every_bloc_once_and_is_one_undo() {
    let (mut office, bloc, _) = office();
    assert_eq!(begin_with(&mut office, 2024, true, &[("Phát động thi đua", "100 % CĐCS")]), 1);
    assert_eq!(begin_with(&mut office, 2024, true, &[("Nội dung khác", "")]), 0);
    let record = record(&mut office, bloc);
    assert_eq!((record.draft.items[0].target.as_str(), record.draft.document.as_str()), ("100 % CĐCS", "80/KH-LĐLĐ"));
    assert!(record.draft.opening.contains("năm 2024"));
    office.undo(None).unwrap();
    office.undo(None).unwrap();
    assert_eq!(year(&mut office, PeriodsOf { year: 2024 }).unwrap().blocs[0].compact, None);
}

#[test]
fn last_years_contents_are_carried_over_and_heads_by_opening_the_year() {
    let (mut office, bloc, units) = office();
    begin_with(&mut office, 2024, true, &[("Kết nạp đoàn viên", "20 người")]);
    let wish = years::YearOpen { year: 2025, heads: true, shortcomings: false, targets: false };
    years::open(&mut office, wish).unwrap();
    assert_eq!(begin_with(&mut office, 2025, true, &[("Nội dung chung", "")]), 1);
    let next = get(&mut office, CompactOf { bloc, year: 2025 }).unwrap();
    assert_eq!(next.draft.items, [CompactItem { content: "Kết nạp đoàn viên".into(), target: "20 người".into() }]);
    assert_eq!((next.line.head, next.line.deputy), (Some(units[0]), Some(units[1])));
}

#[test]
fn what_was_signed_is_not_changed_any_more_not_even_by_undo() {
    let (mut office, bloc, units) = office();
    let draft = |target: &str| CompactDraft {
        items: vec![CompactItem { content: "Phát động thi đua".into(), target: target.into() }],
        ..proposed(of(bloc), String::new(), Vec::new())
    };
    set(&mut office, draft("90 %")).unwrap();
    let act = set(&mut office, draft("100 %")).unwrap().act;
    assert_eq!(signed(&mut office, bloc, &units[..3]).unwrap().value, 3);
    assert!(set(&mut office, draft("80 %")).unwrap_err().sentences().contains("đã có đơn vị ký"));
    assert!(office.undo(act).is_err());
    assert!(remove(&mut office, of(bloc)).unwrap_err().sentences().contains("3 đơn vị ký"));
    let later = CompactDraft { note: "Ký tại hội nghị".into(), ..draft("100 %") };
    set(&mut office, later).unwrap();
    unsign(&mut office, CompactUnsign { of: of(bloc), units: units.clone() }).unwrap();
    set(&mut office, draft("80 %")).unwrap();
    assert_eq!(record(&mut office, bloc).draft.items[0].target, "80 %");
}

#[test]
fn the_signing_list_has_head_and_deputy_first_and_says_who_is_missing() {
    let (mut office, bloc, units) = office();
    assert!(signed(&mut office, bloc, &units[..1]).unwrap_err().sentences().contains("chưa có bản giao ước"));
    begin_with(&mut office, 2024, false, &[("Phát động thi đua", "")]);
    signed(&mut office, bloc, &units[1..]).unwrap();
    let signing = record(&mut office, bloc).signing;
    let roles: Vec<&str> = signing.lines.iter().map(|line| line.role.as_str()).collect();
    assert_eq!(roles, ["Khối trưởng", "Khối phó", "", ""]);
    assert!(signing.message.ends_with("1. CĐCS xã 1"), "{}", signing.message);
    let nameless = CompactSign {
        of: of(bloc),
        signers: vec![CompactSigner { unit: units[0], signer: " ".into(), post: String::new() }],
        on: None,
    };
    assert!(matches!(sign(&mut office, nameless), Err(Error::Refused(all)) if all.len() == 2));
}

#[test]
fn who_is_elected_leads_the_bloc_the_year_after() {
    let (mut office, bloc, units) = office();
    let votes = [(VoteFor::Head, units[2], 3), (VoteFor::Head, units[0], 1), (VoteFor::Deputy, units[3], 4)];
    set_meeting(&mut office, meeting(bloc, 4, &votes)).unwrap();
    let outcome = record(&mut office, bloc).outcome;
    assert_eq!(
        (outcome.head[0].percent.to_string().as_str(), outcome.election_rule.as_str()),
        ("75,0 %", "quá 50 % số đơn vị có mặt")
    );
    assert!(!outcome.written);
    let elected = elect(&mut office, of(bloc)).unwrap().value;
    assert_eq!((elected.head.as_str(), elected.deputy.as_str(), elected.year), ("CĐCS xã 3", "CĐCS xã 4", 2025));
    assert!(record(&mut office, bloc).outcome.written);
    let wish = years::YearOpen { year: 2025, heads: true, shortcomings: false, targets: false };
    assert_eq!(years::open(&mut office, wish).unwrap().value.heads, 0, "the elected ones stay");
    let next = get(&mut office, CompactOf { bloc, year: 2025 }).unwrap().line;
    assert_eq!((next.head, next.deputy), (Some(units[2]), Some(units[3])));
}

#[test]
fn half_of_the_votes_elects_nobody_and_the_minutes_say_so() {
    let (mut office, bloc, units) = office();
    let votes = [(VoteFor::Head, units[2], 2), (VoteFor::Head, units[0], 2), (VoteFor::Deputy, units[3], 3)];
    set_meeting(&mut office, meeting(bloc, 4, &votes)).unwrap();
    assert!(elect(&mut office, of(bloc)).unwrap_err().sentences().contains("không đơn vị nào đủ phiếu"));
    let record = record(&mut office, bloc);
    let host = crate::host::as_of(&office, office.today()).unwrap();
    let section = paper::of_meeting(&host, &record, record.meeting.as_ref().unwrap());
    let text = format!("{section:?}");
    assert!(text.contains("không đơn vị nào đủ phiếu") && text.contains("có mặt 4 trong 4 đơn vị"), "{text}");
}

#[test]
fn acclaim_goes_by_the_rule_of_the_day_and_more_votes_than_units_are_refused() {
    let (mut office, bloc, units) = office();
    let votes = [(VoteFor::Acclaim, units[0], 3), (VoteFor::Acclaim, units[1], 2)];
    set_meeting(&mut office, meeting(bloc, 3, &votes)).unwrap();
    assert_eq!(record(&mut office, bloc).line.acclaimed, 2, "two of three are more than half");
    let rule = VoteRule {
        id: None,
        ballot: Ballot::Acclaim,
        percent: 75,
        beyond: false,
        base: VoteBase::All,
        since: "2024-12-01".parse().ok(),
        until: None,
        source: "Quy chế khối".into(),
        certainty: crate::catalogue::Certainty::Sourced,
    };
    set_rule(&mut office, rule).unwrap();
    let record = record(&mut office, bloc);
    assert_eq!(
        (record.line.acclaimed, record.outcome.acclaim_rule.as_str()),
        (1, "từ 75 % số đơn vị của khối trở lên")
    );
    let sheet = paper::acclaimed(crate::letter::Heading::default(), crate::letter::Closing::default(), 2024, &[record]);
    assert!(sheet.rows.len() == 3, "a bloc and its two units");
    let votes = [(VoteFor::Acclaim, units[0], 4), (VoteFor::Acclaim, units[0], 1)];
    let refused = set_meeting(&mut office, meeting(bloc, 3, &votes)).unwrap_err().sentences();
    assert!(refused.contains("từ 0 đến 3") && refused.contains("hai dòng phiếu suy tôn"), "{refused}");
}

#[test]
fn a_closed_year_keeps_its_compacts_and_meetings() {
    let (mut office, bloc, units) = office();
    begin_with(&mut office, 2023, false, &[("Phát động thi đua", "")]);
    let period = crate::periods::year_of(office.db(), Calendar::Year, 2023).unwrap().unwrap().id;
    years::close(&mut office, years::YearClose { period }).unwrap();
    let of = CompactOf { bloc, year: 2023 };
    let signers = vec![CompactSigner { unit: units[0], signer: "Lê Văn An".into(), post: String::new() }];
    let refused =
        sign(&mut office, CompactSign { of, signers, on: "2023-01-25".parse().ok() }).unwrap_err().sentences();
    assert!(refused.contains("đã khóa sổ"), "{refused}");
    assert!(remove(&mut office, of).unwrap_err().sentences().contains("đã khóa sổ"));
}

#[test]
fn the_paper_of_a_compact_has_its_contents_and_a_line_to_sign_for_every_unit() {
    let (mut office, bloc, units) = office();
    begin_with(&mut office, 2024, false, &[("Phát động thi đua", "100 % CĐCS"), ("Kết nạp đoàn viên", "20 người")]);
    signed(&mut office, bloc, &units[..1]).unwrap();
    let record = record(&mut office, bloc);
    let host = crate::host::as_of(&office, office.today()).unwrap();
    let sections = paper::compact(&host, None, &record);
    let rows = |at: usize| {
        sections[at]
            .blocks
            .iter()
            .find_map(|block| if let Block::Table(table) = block { Some(table.rows.len()) } else { None })
    };
    assert_eq!((sections.len(), rows(0), rows(1)), (2, Some(2), Some(4)));
    let Some(Block::Closing(closing)) = sections[0].blocks.last() else { panic!("no signatures") };
    assert_eq!(closing.signatures[2].name, "Lê Văn An", "the head has signed");
    assert_eq!(closing.signatures[1].note, "(Ký, ghi rõ họ tên)", "the deputy has not");
}

#[test]
fn only_units_of_the_bloc_sign_and_are_voted_for_and_not_long_before_the_year() {
    let (mut office, bloc, units) = office();
    begin_with(&mut office, 2024, false, &[("Phát động thi đua", "")]);
    let draft = BlocDraft { id: None, no: 2, name: "Khối khác".into(), years: Vec::new() };
    let other = units::set_bloc(&mut office, draft).unwrap().value;
    let unit = json!({ "draft": {
        "code": "VT40", "name": "CĐCS khác", "level": "grassroots_union", "kind": "xa", "sector": "public",
        "calendar": "year", "bloc": other,
    }});
    let stranger = units::establish(&mut office, serde_json::from_value(unit).unwrap()).unwrap().value;
    assert!(signed(&mut office, bloc, &[stranger]).unwrap_err().sentences().contains("CĐCS khác không thuộc Khối xã"));
    let signers = vec![CompactSigner { unit: units[0], signer: "Lê Văn An".into(), post: String::new() }];
    let old = CompactSign { of: of(bloc), signers, on: "1024-01-20".parse().ok() };
    assert!(sign(&mut office, old).unwrap_err().sentences().contains("không được trước năm 2023"));
    let votes = [(VoteFor::Acclaim, stranger, 3)];
    assert!(
        set_meeting(&mut office, meeting(bloc, 4, &votes)).unwrap_err().sentences().contains("không thuộc Khối xã")
    );
}

#[test]
fn a_meeting_ends_after_it_began_in_its_year_and_each_unit_votes_for_one_head() {
    let (mut office, bloc, units) = office();
    let votes = [(VoteFor::Head, units[2], 4), (VoteFor::Head, units[0], 4), (VoteFor::Deputy, units[3], 4)];
    let draft = MeetingDraft { ended: "7:00".into(), held_on: "2023-12-10".parse().ok(), ..meeting(bloc, 4, &votes) };
    let Error::Refused(refusals) = set_meeting(&mut office, draft).unwrap_err() else { panic!("must be refused") };
    let fields: Vec<&str> = refusals.iter().map(|one| one.field.as_str()).collect();
    assert_eq!(fields, ["held_on", "ended", "votes.1.votes"]);
    assert!(refusals[2].sentence.contains("8, nhiều hơn 4 đơn vị"), "{}", refusals[2].sentence);
}

#[test]
fn a_compact_is_printed_under_the_names_of_the_day_on_which_it_was_signed() {
    let (mut office, bloc, units) = office();
    let begun = json!({ "year": 2024, "document": "", "carry_over": false, "signed_on": "2024-01-20", "place": "",
                        "items": [{ "content": "Chăm lo đời sống", "target": "100 %" }] });
    begin(&mut office, serde_json::from_value(begun).unwrap()).unwrap();
    let wish = json!({ "of": { "bloc": bloc, "year": 2024 }, "on": "2024-01-20",
                       "signers": [{ "unit": units[0], "signer": "Lê Văn An", "post": "Chủ tịch" }] });
    sign(&mut office, serde_json::from_value(wish).unwrap()).unwrap();
    let host = json!({ "kind": "commune", "name": "Công đoàn xã Vân Trạch", "superior": "LĐLĐ tỉnh", "symbol": "CĐX",
                       "place": "Xã Vân Trạch", "signers": [] });
    let change = json!({ "host": host, "since": "2024-07-01", "document": "" });
    crate::host::change(&mut office, serde_json::from_value(change).unwrap()).unwrap();
    let rename = json!({ "id": units[0], "name": "CĐCS phường 1", "since": "2024-07-01" });
    units::rename(&mut office, serde_json::from_value(rename).unwrap()).unwrap();
    let paper = paper::docx(&mut office, paper::CompactPaper { year: 2024, bloc: Some(bloc) }).unwrap();
    let letter = letter_text(&paper.bytes);
    assert!(letter.contains("HUYỆN VÂN TRẠCH") && !letter.contains("Xã Vân Trạch"), "{letter}");
    assert!(letter.contains("CĐCS xã 1 (Khối trưởng)") && !letter.contains("phường 1"), "{letter}");
}

/// The words of a Word paper.
fn letter_text(bytes: &[u8]) -> String {
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
    std::io::read_to_string(archive.by_name("word/document.xml").unwrap()).unwrap()
}
