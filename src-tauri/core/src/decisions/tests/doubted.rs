//! Where a draft and the registers disagree: it is said, and the decision can still be issued.

use super::*;

fn write(office: &mut Office, sql: &str) {
    office.act(EDIT, |pen| Ok(pen.execute_batch(sql)?)).unwrap();
}

/// The fields and sentences of what is doubtful.
fn looks(office: &mut Office, id: DecisionId) -> Vec<(String, String)> {
    let found = page(office, Which { id }).unwrap().warnings;
    found.into_iter().filter(|one| one.gravity == Gravity::Look).map(|one| (one.field, one.sentence)).collect()
}

fn fields(office: &mut Office, id: DecisionId) -> Vec<String> {
    looks(office, id).into_iter().map(|(field, _)| field).collect()
}

fn rename_office(office: &mut Office, since: NaiveDate) {
    let host = HostDraft {
        kind: host::Kind::District,
        name: "Công đoàn xã Vân Trạch".into(),
        superior: "Liên đoàn Lao động tỉnh Hoài Giang".into(),
        symbol: "CĐX".into(),
        place: "Vân Trạch".into(),
        signers: Vec::new(),
    };
    host::change(office, host::HostChange { host, since: Some(since), document: String::new() }).unwrap();
}

/// A filled draft that nothing is wrong with.
fn filled(office: &mut Office) -> DecisionId {
    let id = draft(office);
    fill(office, id);
    assert_eq!(looks(office, id), []);
    id
}

#[test]
fn what_the_register_says_otherwise_by_now_is_pointed_out() {
    let mut office = office();
    let id = filled(&mut office);
    write(&mut office, "update member set full_name = 'Nguyễn Thị Hòa', position = 'Phó Hiệu trưởng' where id = 1");
    write(&mut office, "update unit_state set name = 'CĐCS Trường Mầm non Sen Hồng'");
    write(
        &mut office,
        "insert into membership (uid, member, unit, began, until, ending) values (x'0b', 2, 1, 'listed', '2026-10-15', 'expelled')",
    );
    let looks = looks(&mut office, id);
    let expected = [
        ("name", "“CĐCS Trường Mầm non Hoa Sen”: tên tập thể đang in là"),
        ("unit_name", "trong sổ là “CĐCS Trường Mầm non Sen Hồng”"),
        ("name", "trong sổ là “Nguyễn Thị Hòa”"),
        ("post", "chức vụ đang in là “Giáo viên”, trong sổ là “Phó Hiệu trưởng”"),
        ("name", "“Trần Văn Ân” không còn sinh hoạt sau ngày 15/10/2026 (khai trừ)."),
    ];
    for (field, part) in expected {
        assert!(looks.iter().any(|(at, sentence)| at == field && sentence.contains(part)), "{part} {looks:#?}");
    }
    issue(&mut office, Which { id }).unwrap();
}

#[test]
fn a_spelling_or_the_post_at_work_beside_the_one_in_the_union_is_no_doubt() {
    let mut office = office();
    let id = filled(&mut office);
    write(&mut office, "update member set full_name = 'nguyễn thị hoa', union_position = 'Chủ tịch CĐCS' where id = 1");
    assert_eq!(looks(&mut office, id), []);
}

#[test]
fn an_office_that_was_renamed_before_the_day_of_signing_is_pointed_out() {
    let mut office = office();
    write(&mut office, "update award set name = 'Giấy khen của công đoàn cấp trên trực tiếp cơ sở'");
    let id = filled(&mut office);
    rename_office(&mut office, day(2026, 11, 1));
    host::set_signers(
        &mut office,
        host::SignerList {
            signers: vec![host::SignerEdit {
                id: None,
                signer: SignerDraft { name: "Lê Mới".into(), title: "Chủ tịch".into(), form: String::new() },
            }],
        },
    )
    .unwrap();
    assert_eq!(fields(&mut office, id), ["symbol", "award", "award", "award"], "the old signer signed on the 18th");
    // a day of today: the new signer, and the awards get the new name with the day
    let change = EditDecision {
        id: id.0,
        number: Some("5/QĐ-CĐX".into()),
        signed_on: Some("22/11/2026".into()),
        ..EditDecision::default()
    };
    edit(&mut office, change).unwrap();
    let looks = looks(&mut office, id);
    assert!(looks.len() == 1 && looks[0].0 == "signer_name" && looks[0].1.contains("Lê Mới, Chủ tịch"), "{looks:?}");
    let page = page(&mut office, Which { id }).unwrap();
    assert_eq!(page.recipients[0].award_name, "Giấy khen của Công đoàn xã Vân Trạch");
    assert_eq!(page.decision.symbol, "QĐ-CĐX");
}

#[test]
fn names_of_the_future_are_not_printed_today() {
    let mut office = office();
    write(&mut office, "update award set name = 'Giấy khen của công đoàn cấp trên trực tiếp cơ sở'");
    rename_office(&mut office, day(2027, 1, 1));
    write(
        &mut office,
        "update unit_state set until = '2026-12-31';
         insert into unit_state (uid, unit, name, sort_key, search, level, kind, sector, calendar, since)
         values (x'0c', 1, 'CĐCS Trường Tương Lai', x'00', 'x', 'grassroots_union', 'mam_non', 'public', 'school', '2027-01-01')",
    );
    let id = draft(&mut office);
    let lines = page(&mut office, Which { id }).unwrap().recipients;
    assert_eq!(lines[0].award_name, "Giấy khen của Liên đoàn Lao động huyện Vân Trạch");
    assert_eq!(
        (lines[0].name.as_str(), lines[1].unit_name.as_str()),
        ("CĐCS Trường Mầm non Hoa Sen", "CĐCS Trường Mầm non Hoa Sen")
    );
}

#[test]
fn an_award_is_chosen_by_the_words_that_its_cell_shows() {
    let mut office = office();
    write(&mut office, "update award set name = 'Giấy khen của công đoàn cấp trên trực tiếp cơ sở'");
    let id = draft(&mut office);
    let line = page(&mut office, Which { id }).unwrap().recipients[1].clone();
    let cell = RecipientCell { recipient: line.id, field: RecipientField::Award, text: line.award_name.clone() };
    edit_cells(&mut office, EditRecipients { id, cells: vec![cell] }).unwrap();
    assert_eq!(page(&mut office, Which { id }).unwrap().recipients[1], line);
}

#[test]
fn money_that_the_catalogue_no_longer_gives_is_pointed_out_and_computed_anew_on_the_way_to_the_signer() {
    let mut office = office();
    let id = filled(&mut office);
    write(&mut office, "update base_salary set amount = 3000000");
    let looks = looks(&mut office, id);
    assert_eq!(looks.len(), 3, "{looks:?}");
    assert!(
        looks[1].0 == "amount"
            && looks[1].1.contains("đang là 710.000 đồng, tính theo Danh mục bây giờ là 900.000 đồng")
    );
    ready(&mut office, Which { id }).unwrap();
    assert_eq!(page(&mut office, Which { id }).unwrap().totals.amount, Dong(1_800_000 + 2 * 900_000));
    assert_eq!(fields(&mut office, id), [""; 0]);
}

#[test]
fn an_award_that_is_not_ours_or_not_for_them_or_out_of_force_is_pointed_out() {
    let mut office = office();
    let id = filled(&mut office);
    write(&mut office, "update award set reach = 'record', for_individual = 0, until = '2020-12-31'");
    let looks = looks(&mut office, id);
    for (part, count) in
        [("không do cơ quan quyết định", 3), ("không dành cho cá nhân", 2), ("hết hiệu lực sau ngày 31/12/2020", 3)]
    {
        assert_eq!(looks.iter().filter(|(_, sentence)| sentence.contains(part)).count(), count, "{part} {looks:#?}");
    }
    issue(&mut office, Which { id }).unwrap();
}

#[test]
fn words_that_do_not_fit_the_decision_are_pointed_out() {
    let mut office = office();
    write(
        &mut office,
        "insert into legal_ground (uid, position, text, usual, until, certainty) values (x'0d', 1, 'Căn cứ cũ', 0, '2025-12-31', 'sourced')",
    );
    let id = filled(&mut office);
    let change = EditDecision {
        id: id.0,
        grounds: Some(vec!["Căn cứ cũ".into()]),
        articles: Some(Vec::new()),
        ..EditDecision::default()
    };
    edit(&mut office, change).unwrap();
    assert_eq!(fields(&mut office, id), ["grounds", "articles", "copies_to"]);
    write(&mut office, "update recipient set amount = 0, amount_fixed = 1, amount_why = 'không thưởng tiền'");
    let articles = vec!["Thưởng {tổng tiền} đồng.".to_owned(), "Hai".to_owned(), "Ba\nthêm".to_owned()];
    edit(
        &mut office,
        EditDecision { id: id.0, articles: Some(articles), grounds: Some(Vec::new()), ..EditDecision::default() },
    )
    .unwrap();
    let looks = looks(&mut office, id);
    assert!(looks.len() == 1 && looks[0].1.contains("Điều 1 sẽ ghi tiền thưởng 0 đồng"), "{looks:?}");
    let draft = page(&mut office, Which { id }).unwrap();
    assert_eq!(paper::said(&office, &draft).unwrap().articles[2], "Ba\nthêm", "a new line stays a paragraph");
}

#[test]
fn what_a_merged_unit_was_given_counts_for_the_one_that_took_it_in() {
    let mut office = office();
    issued(&mut office);
    write(
        &mut office,
        "insert into unit (uid, code) values (x'0e', 'VT30');
         insert into unit_state (uid, unit, name, sort_key, search, level, kind, sector, calendar)
         values (x'0e', 2, 'CĐCS Trường Mầm non Hướng Dương', x'00', 'x', 'grassroots_union', 'mam_non', 'public', 'school');
         update unit set ended = '2026-11-20', ending = 'merged' where id = 1;
         insert into unit_event (uid, unit, what, day, other) values (x'01', 1, 'merged', '2026-11-20', 2);
         insert into unit_event (uid, unit, what, day, other) values (x'02', 2, 'merged', '2026-11-20', 1);",
    );
    let names = |office: &mut Office, unit| -> Vec<String> {
        history(office, HistoryOf::Unit(unit)).unwrap().into_iter().map(|line| line.name).collect()
    };
    assert_eq!(names(&mut office, 2), ["CĐCS Trường Mầm non Hoa Sen"]);
    assert_eq!(names(&mut office, 1), ["CĐCS Trường Mầm non Hoa Sen"]);
    let id = new(&mut office, NewDecision { year: 2026 }).unwrap().value;
    let collective = NewRecipient { kind: Some(RecipientKind::Collective), unit: Some(2), ..NewRecipient::default() };
    add(&mut office, AddRecipients { id, award: Some(1), recipients: vec![collective] }).unwrap();
    let looks = looks(&mut office, id);
    assert!(looks.iter().any(|(_, one)| one.contains("khi còn là “CĐCS Trường Mầm non Hoa Sen”")), "{looks:?}");
}
