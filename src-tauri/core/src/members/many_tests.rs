//! A register of 250,000: not asserted in time, only looked at. `cargo test -p office --lib many -- --ignored --nocapture`.
#![allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

use super::*;
use crate::units::{Calendar, Level, Sector, UnitDraft, UnitEstablish, UnitKind};
use std::time::Instant;

const MANY: usize = 250_000;

fn filled() -> Office {
    let mut office = Office::trial(NaiveDate::from_ymd_opt(2025, 8, 1).unwrap()).unwrap();
    let draft = UnitDraft {
        code: "VT01".into(),
        name: "CĐCS Công ty May".into(),
        level: Level::GrassrootsUnion,
        kind: UnitKind::DnFdi,
        sector: Sector::Foreign,
        calendar: Calendar::Year,
        parent: None,
        bloc: None,
        address: String::new(),
        phone: String::new(),
        established: None,
        established_by: String::new(),
        note: String::new(),
    };
    let unit = units::establish(&mut office, UnitEstablish { draft, received: false }).unwrap().value;
    let pick = |words: &[&str], at: usize| words.get(at % words.len()).copied().unwrap_or_default().to_owned();
    office
        .act(ADD, |pen| {
            for at in 0..MANY {
                let family = pick(&["Nguyễn", "Trần", "Lê", "Phạm", "Đặng", "Hoàng", "Vũ"], at);
                let middle = pick(&["Thị", "Văn", "Đức", "Thu", "Minh"], at / 7);
                let given =
                    pick(&["Hường", "An", "Bình", "Quỳnh", "Đạt", "Lan", "Oanh", "Ý", "Hà", "Tú", "Xuân"], at / 35);
                let draft = MemberDraft {
                    full_name: format!("{family} {middle} {given}"),
                    gender: Some(if at % 2 == 0 { Gender::Nu } else { Gender::Nam }),
                    citizen_id: Some(format!("{:012}", 1_000_000_007_usize.wrapping_mul(at) % 1_000_000_000_000)),
                    position: Some(pick(&["Công nhân", "Tổ trưởng", "Kế toán", "Lái xe"], at / 3)),
                    ..MemberDraft::default()
                };
                insert(pen, &draft, unit, None)?;
            }
            Ok(())
        })
        .unwrap();
    office
}

#[test]
#[ignore = "a minute of work; times are to be read, not asserted"]
fn a_register_of_many_members_is_asked() {
    let begun = Instant::now();
    let mut office = filled();
    println!("filled: {:?}", begun.elapsed());
    let ask = |query: MemberQuery, offset| MemberPageAsk { query, offset, limit: 200, unmasking: None };
    let words = |text: &str| MemberQuery { text: text.into(), ..MemberQuery::default() };
    let by = |sort| MemberQuery { sort, ..MemberQuery::default() };
    for (what, query) in [
        ("by name", MemberQuery::default()),
        ("by position", by(MemberSort::Position)),
        ("by birth", by(MemberSort::Birth)),
        ("huong", words("huong")),
        ("nguyen thi h", words("nguyen thi h")),
        ("last figures", words("000014")),
        ("as of a day", MemberQuery { as_of: NaiveDate::from_ymd_opt(2025, 7, 1), ..MemberQuery::default() }),
        (
            "active women",
            MemberQuery { gender: Some(Gender::Nu), statuses: vec![Status::Active], ..MemberQuery::default() },
        ),
    ] {
        let first = Instant::now();
        let page_one = page(&mut office, ask(query.clone(), 0)).unwrap();
        let first = first.elapsed();
        let again = Instant::now();
        page(&mut office, ask(query, page_one.total.saturating_sub(200))).unwrap();
        println!("{what}: {} found, first page {first:?}, last page {:?}", page_one.total, again.elapsed());
    }
    let begun = Instant::now();
    let counted = counts(&mut office, ()).unwrap();
    println!("counts: {} members, {:?}", counted.members, begun.elapsed());
    let begun = Instant::now();
    let groups = duplicates(&mut office, DuplicateAsk::default()).unwrap();
    println!("duplicates: {} groups, {:?}", groups.len(), begun.elapsed());
}
