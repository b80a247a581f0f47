//! What must hold of a decision before it is issued, and what is worth a second look. Pure.

use super::{
    Decision, Effect, Kind, Recipient, RecipientId, RecipientKind, doubts,
    known::{Known, KnownLine},
    wording::stays_open,
};
use crate::{
    choice::choice,
    error::{Error, Result},
    money::Dong,
    vietnamese::clean,
};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use ts_rs::TS;

choice! {
    /// How grave a warning is.
    Gravity {
        Look = "look" "Cần xem lại",
        Obstacle = "obstacle" "Chưa ban hành được",
    }
}

/// Something to look at before issuing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(rename = "DecisionWarning")]
pub struct Warning {
    /// The line of the list; none: the decision itself.
    pub recipient: Option<RecipientId>,
    /// The field: of the line or of the decision.
    pub field: String,
    /// How grave.
    pub gravity: Gravity,
    /// What is the matter, as a sentence.
    pub sentence: String,
}

/// A draft with everything that its paper will say.
pub(super) struct Draft<'a> {
    pub decision: &'a Decision,
    pub grounds: &'a [String],
    pub articles: &'a [String],
    pub copies_to: &'a [String],
    pub recipients: &'a [Recipient],
    /// All money of the list.
    pub amount: Dong,
}

/// The number as the register keeps it: `12`, `12a`, `05` becomes `5`.
pub fn number(typed: &str) -> Result<String> {
    let typed = clean(typed);
    let before_symbol = typed.split('/').next().unwrap_or_default().trim();
    if before_symbol.is_empty() {
        return Ok(String::new());
    }
    let figures: String = before_symbol.chars().take_while(char::is_ascii_digit).collect();
    let letters = before_symbol.get(figures.len()..).unwrap_or_default();
    let plain = figures.trim_start_matches('0');
    if plain.is_empty() || plain.len() > 6 || letters.chars().count() > 2 || !letters.chars().all(char::is_alphabetic) {
        return Err(Error::refused("number", "Số quyết định chưa đúng. Ví dụ: 12 hoặc 12a."));
    }
    Ok(format!("{plain}{}", letters.to_lowercase()))
}

/// The figure in a number, for the order of the register.
pub fn number_order(number: &str) -> i64 {
    let figures: String = number.chars().take_while(char::is_ascii_digit).collect();
    figures.parse().unwrap_or(0)
}

/// A number as it stands on paper: below 10 with a leading zero (NĐ 30/2020).
pub fn number_on_paper(number: &str) -> String {
    if number_order(number) < 10 && !number.is_empty() { format!("0{number}") } else { number.to_owned() }
}

/// Everything to look at: what holds the decision back or is doubtful about it as a whole, then line by line.
pub(super) fn warnings(draft: &Draft<'_>, known: &Known, today: NaiveDate) -> Vec<Warning> {
    let mut found = doubts::of_number(draft.decision, known);
    of_decision(&mut found, draft.decision, draft.recipients, today);
    found
        .extend(draft.grounds.iter().chain(draft.articles).filter(|text| stays_open(text)).map(|text| left_open(text)));
    found.extend(doubts::of_decision(draft.decision, known));
    found.extend(doubts::of_words(draft, known));
    let twice = same_twice(draft.recipients);
    for recipient in draft.recipients {
        let known = known.lines.get(&recipient.id);
        of_line(&mut found, draft.decision, recipient, known);
        found.extend(known.into_iter().flat_map(|known| doubts::of_line(recipient, known)));
        if let Some(first) = twice.get(&recipient.id) {
            look(
                &mut found,
                recipient,
                "name",
                format!("“{}” đã có ở dòng {first} của danh sách này.", recipient.name),
            );
        }
    }
    found
}

fn of_decision(found: &mut Vec<Warning>, decision: &Decision, recipients: &[Recipient], today: NaiveDate) {
    let mut obstacle = |field: &str, sentence: &str| {
        found.push(Warning {
            recipient: None,
            field: field.into(),
            gravity: Gravity::Obstacle,
            sentence: sentence.into(),
        });
    };
    if decision.number.is_empty() {
        obstacle("number", "Chưa có số quyết định.");
    }
    match decision.signed_on {
        None => obstacle("signed_on", "Chưa có ngày ký."),
        Some(day) if day > today => obstacle("signed_on", "Ngày ký không được sau hôm nay."),
        Some(_) => {}
    }
    if decision.summary.is_empty() {
        obstacle("summary", "Chưa ghi trích yếu.");
    }
    if is_unfilled(&decision.citation) {
        obstacle("citation", "Thành tích chung còn chữ trong ngoặc { }. Hãy thay bằng chữ sẽ in.");
    }
    if decision.signer_name.is_empty() {
        obstacle("signer_name", "Chưa chọn người ký.");
    }
    if recipients.is_empty() && decision.kind != Kind::Cancel {
        obstacle("recipients", "Danh sách khen thưởng chưa có ai.");
    }
    if decision.kind != Kind::Award && decision.why.is_empty() {
        obstacle("why", "Chưa ghi lý do sửa đổi hoặc hủy bỏ.");
    }
}

fn of_line(found: &mut Vec<Warning>, decision: &Decision, recipient: &Recipient, known: Option<&KnownLine>) {
    if recipient.effect == Effect::Withdraw {
        return;
    }
    if recipient.award_name.is_empty() {
        found.push(Warning {
            recipient: Some(recipient.id),
            field: "award".into(),
            gravity: Gravity::Obstacle,
            sentence: format!("“{}” chưa chọn hình thức khen thưởng.", recipient.name),
        });
    }
    if is_unfilled(&recipient.reason) {
        found.push(Warning {
            recipient: Some(recipient.id),
            field: "reason".into(),
            gravity: Gravity::Obstacle,
            sentence: format!(
                "Thành tích của “{}” còn chữ trong ngoặc {{ }}. Hãy thay bằng chữ sẽ in.",
                recipient.name
            ),
        });
    }
    if recipient.kind == RecipientKind::Individual && recipient.post.is_empty() {
        look(found, recipient, "post", format!("“{}” chưa có chức vụ.", recipient.name));
    }
    if recipient.unit_name.is_empty() && recipient.kind == RecipientKind::Individual {
        look(found, recipient, "unit_name", format!("“{}” chưa có đơn vị.", recipient.name));
    }
    if recipient.amount_fixed && recipient.amount_why.is_empty() {
        look(
            found,
            recipient,
            "amount_why",
            format!("Tiền thưởng của “{}” được gõ tay nhưng chưa ghi lý do.", recipient.name),
        );
    }
    let Some(known) = known else { return };
    if let Some(before) = &known.awarded_before {
        look(
            found,
            recipient,
            "name",
            format!(
                "“{}” đã được tặng “{}” trong năm {}: quyết định {before}.",
                recipient.name, recipient.award_name, decision.year
            ),
        );
    }
    if let Some(day) = known.dissolved_on.filter(|day| decision.signed_on.is_none_or(|signed| signed >= *day)) {
        look(
            found,
            recipient,
            "unit_name",
            format!("Đơn vị của “{}” đã kết thúc hoạt động từ ngày {}.", recipient.name, day.format("%d/%m/%Y")),
        );
    }
    if !known.missing_letters.is_empty() {
        let letters: String = known.missing_letters.iter().flat_map(|letter| [' ', *letter]).collect();
        look(found, recipient, "name", format!("Phông chữ in không có ký tự:{letters} trong “{}”.", recipient.name));
    }
    if !recipient.amount_fixed && !recipient.award_name.is_empty() {
        if known.worth.is_none() {
            look(
                found,
                recipient,
                "amount",
                format!(
                    "“{}” chưa có hệ số tiền thưởng trong Danh mục. Hãy ghi hệ số, hoặc gõ số tiền.",
                    recipient.award_name
                ),
            );
        } else if known.worth_uncertain {
            look(
                found,
                recipient,
                "amount",
                format!("Hệ số tiền thưởng của “{}” còn cần xác nhận.", recipient.award_name),
            );
        }
    }
}

fn left_open(text: &str) -> Warning {
    Warning {
        recipient: None,
        field: "articles".into(),
        gravity: Gravity::Obstacle,
        sentence: format!("Lời văn “{text}” có chữ trong ngoặc {{ }} không điền được. Hãy thay bằng chữ sẽ in."),
    }
}

/// Words of a phrase that wait to be replaced: "năm {năm}".
fn is_unfilled(text: &str) -> bool {
    text.contains('{')
}

fn look(found: &mut Vec<Warning>, recipient: &Recipient, field: &str, sentence: String) {
    found.push(Warning { recipient: Some(recipient.id), field: field.into(), gravity: Gravity::Look, sentence });
}

/// Lines that repeat an earlier one: the same record of the register, or the same name in the same unit.
fn same_twice(recipients: &[Recipient]) -> BTreeMap<RecipientId, i64> {
    let mut first: BTreeMap<String, i64> = BTreeMap::new();
    let mut twice = BTreeMap::new();
    for recipient in recipients.iter().filter(|recipient| recipient.effect != Effect::Withdraw) {
        let name = crate::vietnamese::tone_place_key(&format!("{} {}", recipient.name, recipient.unit_name));
        let mut keys = vec![format!("{} {name}", recipient.kind.code())];
        keys.extend(recipient.member.map(|member| format!("member {member}")));
        let earlier = keys.iter().find_map(|key| first.get(key).copied());
        match earlier {
            Some(position) => drop(twice.insert(recipient.id, position)),
            None => first.extend(keys.into_iter().map(|key| (key, recipient.position))),
        }
    }
    twice
}
