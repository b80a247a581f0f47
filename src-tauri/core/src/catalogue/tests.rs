#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test may stop at the first surprise"
)]

use super::*;
use crate::money::bonus;

fn day(y: i32, m: u32, d: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(y, m, d).unwrap()
}

fn office() -> Office {
    let mut office = Office::trial(day(2025, 8, 1)).unwrap();
    seed(&mut office).unwrap();
    office
}

fn coded(office: &Office, code: &str) -> Award {
    awards(office.db(), office.today()).unwrap().into_iter().find(|award| award.code == code).unwrap()
}

fn fields(error: Error) -> Vec<String> {
    let Error::Refused(refusals) = error else { panic!("must be refused: {error}") };
    refusals.into_iter().map(|refusal| refusal.field).collect()
}

#[test]
fn a_new_office_finds_every_award_with_its_source_and_nothing_to_undo() {
    let mut office = office();
    let page = page(&mut office, ()).unwrap();
    assert_eq!(page.awards.len(), 39);
    assert!(page.awards.iter().all(|award| !award.source.is_empty()));
    assert_eq!(crate::journal::state(office.db()).unwrap().undo, None);
    assert_eq!(seed(&mut office).unwrap().act, None, "a filled catalogue is left alone");
}

#[test]
fn every_coefficient_of_the_union_still_has_to_be_confirmed() {
    let mut office = office();
    let page = page(&mut office, ()).unwrap();
    let union =
        ["certificate_upper_union", "certificate_grassroots", "merit_provincial_union", "merit_central", "union_medal"];
    for code in union {
        let award = coded(&office, code);
        let mut rows = page.coefficients.iter().filter(|row| Some(row.award) == award.id).peekable();
        assert!(rows.peek().is_some(), "{code}");
        assert!(rows.all(|row| row.certainty == Certainty::Uncertain), "{code}");
    }
}

#[test]
fn base_salary_and_coefficient_are_those_of_the_day() {
    let office = office();
    let db = office.db();
    let base = |y, m, d| base_salary(db, day(y, m, d)).unwrap();
    assert_eq!(base(2024, 6, 30), Some((Dong(1_800_000), Certainty::Sourced)));
    assert_eq!(base(2024, 7, 1), Some((Dong(2_340_000), Certainty::Sourced)));
    assert_eq!(base(2026, 7, 1).unwrap().1, Certainty::Uncertain);
    assert_eq!(base(2010, 1, 1), None);
    let merit = coded(&office, "merit_ministry").id.unwrap();
    let of = |y, m, d| coefficient(db, merit, RecipientKind::Individual, day(y, m, d)).unwrap();
    assert_eq!(of(2023, 12, 31), Some((Hundredths(100), Certainty::Sourced)));
    assert_eq!(of(2024, 1, 1), Some((Hundredths(150), Certainty::Uncertain)));
    let unknown = coded(&office, "merit_provincial_union").id.unwrap();
    assert_eq!(coefficient(db, unknown, RecipientKind::Individual, day(2025, 1, 1)).unwrap(), None);
    let fighter = coded(&office, "title_emulation_fighter_base").id.unwrap();
    let (hundredths, _) = coefficient(db, fighter, RecipientKind::Individual, day(2025, 1, 1)).unwrap().unwrap();
    assert_eq!(bonus(Dong(2_340_000), hundredths, rounding(db).unwrap()), Some(Dong(2_340_000)));
}

#[test]
fn the_office_adds_an_award_of_its_own_without_a_code() {
    let mut office = office();
    let own = Award {
        id: None,
        code: String::new(),
        position: 0,
        name: "Giấy khen chuyên đề “Tết sum vầy”".into(),
        nature: Nature::Form,
        for_individual: true,
        for_collective: false,
        grantor: String::new(),
        comprehensive: false,
        topical: true,
        ad_hoc: false,
        long_service: false,
        reach: Reach::Own,
        criteria: String::new(),
        quota: String::new(),
        since: Some(day(2025, 1, 1)),
        until: None,
        source: String::new(),
        certainty: Certainty::General,
    };
    let id = set_award(&mut office, own.clone()).unwrap().value;
    assert_eq!(award(office.db(), id).unwrap().code, "giay_khen_chuyen_de_tet_sum_vay");
    assert!(awards(office.db(), day(2024, 12, 31)).unwrap().iter().all(|award| award.id != Some(id)));
    assert_eq!(fields(set_award(&mut office, own).unwrap_err()), ["name"]);
    let wrong = Coefficient {
        id: None,
        award: id,
        recipient: RecipientKind::Collective,
        hundredths: Some(Hundredths(-1)),
        hint: None,
        since: None,
        until: None,
        source: String::new(),
        certainty: Certainty::General,
    };
    assert_eq!(fields(set_coefficient(&mut office, wrong).unwrap_err()), ["recipient", "hundredths"]);
    remove(&mut office, CatalogueGone { list: CatalogueList::Award, id: id.0 }).unwrap();
    office.undo(None).unwrap();
    assert_eq!(award(office.db(), id).unwrap().name, "Giấy khen chuyên đề “Tết sum vầy”");
}

#[test]
fn a_confirmed_coefficient_begins_when_the_old_one_ends() {
    let mut office = office();
    let award = coded(&office, "certificate_upper_union").id.unwrap();
    let old = page(&mut office, ())
        .unwrap()
        .coefficients
        .into_iter()
        .find(|row| row.award == award && row.recipient == RecipientKind::Individual)
        .unwrap();
    let new = Coefficient {
        id: None,
        hundredths: Some(Hundredths(40)),
        since: Some(day(2025, 7, 1)),
        certainty: Certainty::Sourced,
        ..old.clone()
    };
    assert_eq!(fields(set_coefficient(&mut office, new.clone()).unwrap_err()), ["since"]);
    set_coefficient(&mut office, Coefficient { until: Some(day(2025, 6, 30)), ..old }).unwrap();
    set_coefficient(&mut office, new).unwrap();
    let of = |day| coefficient(office.db(), award, RecipientKind::Individual, day).unwrap().unwrap().0;
    assert_eq!((of(day(2025, 6, 30)), of(day(2025, 7, 1))), (Hundredths(30), Hundredths(40)));
}

#[test]
fn two_base_salaries_never_begin_on_one_day() {
    let mut office = office();
    let again = BaseSalary {
        id: None,
        amount: Dong(0),
        since: day(2024, 7, 1),
        source: String::new(),
        certainty: Certainty::General,
    };
    assert_eq!(fields(set_base_salary(&mut office, again).unwrap_err()), ["amount", "since"]);
}

#[test]
fn the_office_chooses_how_money_is_rounded_and_read() {
    let mut office = office();
    assert_eq!(rounding(office.db()).unwrap(), Rounding::Up);
    let chosen = MoneySettings { rounding: Rounding::Nearest, number_words: NumberWords::default() };
    set_settings(&mut office, chosen).unwrap();
    assert_eq!(page(&mut office, ()).unwrap().settings, chosen);
}
