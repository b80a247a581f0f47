//! Where a draft and the registers disagree: numbers, words, the office, and line by line. Pure.

use super::{
    Decision, Effect, Link, Recipient, RecipientKind, State,
    known::{Known, KnownAward, KnownLine},
    rules::{Draft, Gravity, Warning},
};
use crate::{catalogue::Reach, vietnamese::tone_place_key};
use chrono::{Datelike as _, NaiveDate};

fn warning(field: &str, gravity: Gravity, sentence: String) -> Warning {
    Warning { recipient: None, field: field.to_owned(), gravity, sentence }
}

fn look(field: &str, sentence: String) -> Warning {
    warning(field, Gravity::Look, sentence)
}

/// Whether two texts are one to a reader: spelling of tones, case and spaces aside.
fn is_same(one: &str, other: &str) -> bool {
    tone_place_key(one) == tone_place_key(other)
}

fn day(day: NaiveDate) -> String {
    day.format("%d/%m/%Y").to_string()
}

/// A number that is given already: by a decision of the office, or one that was recorded as the office's own.
pub(super) fn of_number(decision: &Decision, known: &Known) -> Vec<Warning> {
    let year = decision.signed_on.map_or(decision.year, |day| day.year());
    let number = &decision.number;
    let registered = known.number_registered.iter().map(|summary| {
        let sentence = format!(
            "Sổ văn bản năm {year} đã có số {number}: “{summary}”. Hãy ghi số khác; nếu đó chính là quyết định này, hãy chọn nó ở văn bản đó."
        );
        look("number", sentence)
    });
    let taken = known.number_taken.iter().map(|other| taken(other, number, year));
    taken.chain(registered).collect()
}

fn taken(other: &Link, number: &str, year: i32) -> Warning {
    if other.state == State::Recorded {
        let signed = other.signed_on.map(|signed| format!(" ký ngày {}", day(signed))).unwrap_or_default();
        look(
            "number",
            format!("Sổ đã ghi một quyết định số {number} của năm {year}{signed}. Hãy xem có trùng số không."),
        )
    } else {
        let sentence = format!("Số {number} đã có trong năm {year}. Hãy ghi số khác, ví dụ {number}a.");
        warning("number", Gravity::Obstacle, sentence)
    }
}

/// What it mends, its year, its symbol and its signer.
pub(super) fn of_decision(decision: &Decision, known: &Known) -> Vec<Warning> {
    let mut found = Vec::new();
    if known.about_is_void {
        let sentence = "Quyết định được sửa đổi, hủy bỏ đã bị hủy bỏ từ trước. Hãy xóa dự thảo này.";
        found.push(warning("about", Gravity::Obstacle, sentence.to_owned()));
    }
    if let Some(signed) = decision.signed_on.filter(|signed| signed.year() != decision.year) {
        found.push(look(
            "year",
            format!(
                "Quyết định ký năm {} nhưng tính vào năm {}. Nếu không đúng, hãy sửa ô “Tính vào năm”.",
                signed.year(),
                decision.year
            ),
        ));
    }
    if !known.symbol.is_empty() && !decision.symbol.ends_with(&format!("-{}", known.symbol)) {
        found.push(look(
            "symbol",
            format!(
                "Ký hiệu đang là “{0}”, còn ký hiệu của cơ quan vào ngày ký là “{1}”. Muốn đổi, hãy gõ số kèm ký hiệu, ví dụ 12/QĐ-{1}.",
                decision.symbol, known.symbol
            ),
        ));
    }
    found.extend(of_signer(decision, known));
    found
}

fn of_signer(decision: &Decision, known: &Known) -> Option<Warning> {
    let is_here = known
        .signers
        .iter()
        .any(|(name, title)| is_same(name, &decision.signer_name) && is_same(title, &decision.signer_title));
    if is_here || decision.signer_name.is_empty() || known.signers.is_empty() {
        return None;
    }
    let signers: Vec<String> = known.signers.iter().map(|(name, title)| format!("{name}, {title}")).collect();
    Some(look(
        "signer_name",
        format!(
            "“{}, {}” không có trong danh sách người ký vào ngày ký. Danh sách khi đó: {}.",
            decision.signer_name,
            decision.signer_title,
            signers.join("; ")
        ),
    ))
}

/// Grounds that are out of force, articles that say nothing, copies that name an article that is not there.
pub(super) fn of_words(draft: &Draft<'_>, known: &Known) -> Vec<Warning> {
    let mut found: Vec<Warning> = known
        .ended_grounds
        .iter()
        .map(|(text, until)| look("grounds", format!("Căn cứ “{text}” đã hết hiệu lực sau ngày {}.", day(*until))))
        .collect();
    if draft.articles.is_empty() {
        found.push(look("articles", "Quyết định chưa có điều nào.".to_owned()));
    }
    let pays = |text: &String| text.contains("{tổng tiền}");
    if let Some(at) = draft.articles.iter().position(pays).filter(|_| draft.amount == crate::money::Dong(0)) {
        found.push(look(
            "articles",
            format!(
                "Điều {} sẽ ghi tiền thưởng 0 đồng. Hãy ghi tiền thưởng trong danh sách, hoặc bỏ điều này.",
                at + 1
            ),
        ));
    }
    let beyond = |text: &&String| {
        let number = text.split_once("Như Điều ").map(|(_, rest)| rest.trim_end_matches(['.', ';', ' ']));
        number.and_then(|number| number.parse::<usize>().ok()).is_some_and(|number| number > draft.articles.len())
    };
    found.extend(draft.copies_to.iter().filter(beyond).map(|text| {
        look("copies_to", format!("Nơi nhận ghi “{text}” nhưng quyết định chỉ có {} điều.", draft.articles.len()))
    }));
    found
}

/// What the registers say otherwise than a line prints.
pub(super) fn of_line(line: &Recipient, known: &KnownLine) -> Vec<Warning> {
    let mut found = Vec::new();
    if known.overtaken {
        let sentence = format!(
            "Dòng “{}” đã được quyết định khác sửa hoặc hủy. Hãy bỏ dòng này, rồi lập lại từ quyết định cũ.",
            line.name
        );
        found.push(Warning { recipient: Some(line.id), ..warning("name", Gravity::Obstacle, sentence) });
    }
    let mut doubt = |(field, sentence): (&str, String)| {
        found.push(Warning { recipient: Some(line.id), ..look(field, sentence) });
    };
    match line.effect {
        Effect::Withdraw => {}
        Effect::Correct => known.award.iter().flat_map(|award| of_award(line, award)).for_each(doubt),
        // What a correction prints is of another day, and no longer what the register says.
        Effect::Grant => {
            of_person(line, known).into_iter().for_each(&mut doubt);
            known.award.iter().flat_map(|award| of_award(line, award)).for_each(&mut doubt);
            of_name_of_award(line, known).into_iter().for_each(&mut doubt);
            of_money(line, known).into_iter().for_each(&mut doubt);
        }
    }
    found
}

type Doubt = (&'static str, String);

fn of_person(line: &Recipient, known: &KnownLine) -> Vec<Doubt> {
    let mut found = Vec::new();
    let mut differs = |field, what: &str, printed: &str, now: &str| {
        if !now.is_empty() && !printed.is_empty() && !is_same(printed, now) {
            found.push((field, format!("“{}”: {what} đang in là “{printed}”, trong sổ là “{now}”.", line.name)));
        }
    };
    let unit = match &known.person {
        Some(person) => Some(&person.unit_name),
        None => known.unit_name.as_ref(),
    };
    match line.kind {
        RecipientKind::Collective => unit.iter().for_each(|unit| differs("name", "tên tập thể", &line.name, unit)),
        RecipientKind::Individual => unit.iter().for_each(|unit| differs("unit_name", "đơn vị", &line.unit_name, unit)),
    }
    if let Some(person) = &known.person {
        differs("name", "họ tên", &line.name, &person.name);
        if !person.posts.iter().any(|post| is_same(post, &line.post)) {
            differs("post", "chức vụ", &line.post, person.post());
        }
        if let Some((last, how)) = person.gone {
            let how = how.label().to_lowercase();
            found.push(("name", format!("“{}” không còn sinh hoạt sau ngày {} ({how}).", line.name, day(last))));
        }
    }
    found
}

fn of_award(line: &Recipient, award: &KnownAward) -> Vec<Doubt> {
    let mut found = Vec::new();
    let mut doubt = |sentence: String| found.push(("award", sentence));
    let (name, whom) = (&line.award_name, &line.name);
    if !matches!(award.reach, Reach::Own | Reach::OwnOrUp) {
        doubt(format!(
            "“{whom}”: “{name}” không do cơ quan quyết định (Danh mục ghi: {}).",
            award.reach.label().to_lowercase()
        ));
    }
    if !award.fits {
        doubt(format!("“{whom}”: theo Danh mục, “{name}” không dành cho {}.", line.kind.label().to_lowercase()));
    }
    if let Some(until) = award.until.filter(|until| *until < award.day) {
        doubt(format!("“{whom}”: theo Danh mục, “{name}” đã hết hiệu lực sau ngày {}.", day(until)));
    }
    if let Some(since) = award.since.filter(|since| *since > award.day) {
        doubt(format!("“{whom}”: theo Danh mục, “{name}” có hiệu lực từ ngày {}.", day(since)));
    }
    found
}

/// The office or the catalogue calls the award otherwise now: choosing it again, or another day of signing, mends it.
fn of_name_of_award(line: &Recipient, known: &KnownLine) -> Option<Doubt> {
    let award = known.award.as_ref().filter(|award| award.name != line.award_name)?;
    Some((
        "award",
        format!(
            "“{}”: hình thức đang in là “{}”, theo Danh mục và tên cơ quan vào ngày ký là “{}”. Hãy chọn lại hình thức.",
            line.name, line.award_name, award.name
        ),
    ))
}

fn of_money(line: &Recipient, known: &KnownLine) -> Option<Doubt> {
    let now = known.worth.filter(|now| !line.amount_fixed && *now != line.amount)?;
    Some((
        "amount",
        format!(
            "“{}”: tiền thưởng đang là {} đồng, tính theo Danh mục bây giờ là {now} đồng. Xóa trống ô này, hoặc chuyển lại sang chờ ký, thì được tính lại.",
            line.name, line.amount
        ),
    ))
}
