//! Papers of a decision: the decision with its attached list, and what a person or a unit has been given.

use super::{
    DecisionPage, Effect, HistoryOf, Kind, Recipient, RecipientKind, State, Which, history, issue, named, recipients,
    register, store, wording, wording::Filling,
};
use crate::{
    calendar::{PartialDate, written_out},
    error::{Error, Result},
    host::{self, Host},
    letter::{
        self, About, Field, Signature,
        commendation::{Annex, AnnexEntry, AnnexPart, CommendationDecision, Counting},
        history::{AwardHistory, PastAward},
    },
    money::Dong,
    office::Office,
    paper::{Paper, PaperKind},
    settings,
    vietnamese::capital,
};

/// What the paper of a decision says now. On issue this is frozen.
pub(super) fn said(office: &Office, page: &DecisionPage) -> Result<CommendationDecision> {
    let decision = &page.decision;
    let host = host::as_of(office, decision.signed_on.unwrap_or_else(|| office.today()))?;
    let forms = forms(&page.recipients);
    let about = about(office, decision.about)?;
    let filling = Filling { decision, totals: &page.totals, host: &host.name, forms: &forms, about: &about };
    Ok(CommendationDecision {
        superior: host.superior.to_uppercase(),
        body: host.name.to_uppercase(),
        number: decision.number.clone(),
        symbol: decision.symbol.clone(),
        place: host.place.clone(),
        date: decision.signed_on,
        kind: "QUYẾT ĐỊNH".to_owned(),
        summary: decision.summary.clone(),
        authority: authority(&decision.signer_form, &host),
        grounds: page.grounds.iter().map(|ground| filling.fill(ground)).collect(),
        articles: page.articles.iter().map(|article| filling.fill(article)).collect(),
        recipients: page.copies_to.clone(),
        signature: signature(page),
        annex: annex(office, page, &host, &forms)?,
    })
}

/// "BAN THƯỜNG VỤ LIÊN ĐOÀN LAO ĐỘNG HUYỆN …": the body in whose name is signed; the office itself when none is said.
fn authority(form: &str, host: &Host) -> String {
    let body = form.trim_start_matches("TM.").trim();
    let body = if form.trim_start().starts_with("TM.") { body } else { "" };
    format!("{body} {}", host.name).trim().to_uppercase()
}

fn signature(page: &DecisionPage) -> Signature {
    let decision = &page.decision;
    let lines = [decision.signer_form.to_uppercase(), decision.signer_title.to_uppercase()];
    Signature {
        lines: lines.into_iter().filter(|line| !line.is_empty()).collect(),
        note: String::new(),
        name: decision.signer_name.clone(),
    }
}

/// The forms given, as printed, in the order of the list.
fn forms(recipients: &[Recipient]) -> String {
    let mut forms: Vec<&str> = Vec::new();
    for line in recipients {
        if !line.award_name.is_empty() && !forms.contains(&line.award_name.as_str()) {
            forms.push(&line.award_name);
        }
    }
    forms.join(", ")
}

/// "Quyết định số 12/QĐ-LĐLĐ ngày 19 tháng 5 năm 2026", as articles name the decision that is mended.
fn about(office: &Office, about: Option<super::DecisionId>) -> Result<String> {
    let Some(id) = about else { return Ok(String::new()) };
    let decision = store::get(office.db(), id)?;
    let day = decision.signed_on.map(|day| format!(" {}", written_out(day))).unwrap_or_default();
    Ok(format!("Quyết định số {}{day}", issue::number_of(&decision)))
}

fn annex(office: &Office, page: &DecisionPage, host: &Host, forms: &str) -> Result<Option<Annex>> {
    if page.recipients.is_empty() {
        return Ok(None);
    }
    let part = |heading: &str, kind: RecipientKind| -> Result<AnnexPart> {
        let of_kind = page.recipients.iter().filter(|line| line.kind == kind);
        Ok(AnnexPart {
            heading: heading.to_owned(),
            entries: of_kind.map(|line| entry(office, line)).collect::<Result<_>>()?,
        })
    };
    let whom = capital(wording::whom(&page.recipients));
    let summary = match page.decision.kind {
        Kind::Award => format!("{whom} được tặng {}", if forms.is_empty() { "khen thưởng" } else { forms }),
        Kind::Amend => format!("{whom} được sửa đổi thông tin khen thưởng"),
        Kind::Cancel => format!("{whom} bị hủy bỏ khen thưởng"),
    };
    Ok(Some(Annex {
        summary,
        issuer: host.name.clone(),
        parts: vec![part("Tập thể", RecipientKind::Collective)?, part("Cá nhân", RecipientKind::Individual)?],
        counting: Counting::Restart,
        words: settings::number_words(office.db())?,
    }))
}

fn entry(office: &Office, line: &Recipient) -> Result<AnnexEntry> {
    let note = match (line.effect, line.replaces) {
        (Effect::Grant, _) | (Effect::Correct, None) => line.reason.clone(),
        (Effect::Correct, Some(before)) => corrected(&recipients::get(office.db(), before)?, line),
        // The list says of all of them that they are given nothing.
        (Effect::Withdraw, _) => String::new(),
    };
    Ok(AnnexEntry {
        collective: line.kind == RecipientKind::Collective,
        honorific: line.honorific.clone(),
        name: line.name.clone(),
        post: line.post.clone(),
        unit: line.unit_name.clone(),
        form: line.award_name.clone(),
        amount: (line.amount > Dong(0)).then_some(line.amount),
        note,
    })
}

/// "Đã ghi: Bà Nguyễn Thị Liên": what stood before where it reads otherwise now, so that everyone sees whom a line replaces.
fn corrected(before: &Recipient, now: &Recipient) -> String {
    let called = |line: &Recipient| format!("{} {}", line.honorific, line.name).trim().to_owned();
    let said = |line: &Recipient| {
        let amount = format!("{} đồng", line.amount);
        [called(line), line.post.clone(), line.unit_name.clone(), line.award_name.clone(), amount, line.reason.clone()]
    };
    let changed = said(before).into_iter().zip(said(now)).filter(|(before, now)| before != now);
    let told = |text: String| if text.is_empty() { "(để trống)".to_owned() } else { text };
    let was: Vec<String> = changed.map(|(before, _)| told(before)).collect();
    if was.is_empty() { now.reason.clone() } else { format!("Đã ghi: {}", was.join("; ")) }
}

/// What the decision says: as frozen when issued, as it stands while it is a draft.
fn spoken(office: &mut Office, which: Which) -> Result<(DecisionPage, CommendationDecision)> {
    let page = register::page(office, which)?;
    if page.decision.state == State::Recorded {
        return Err(Error::refused("", "Quyết định cũ chỉ ghi sổ, không có văn bản để in. Hãy xem bản giấy đã lưu."));
    }
    let said = match store::frozen(office.db(), which.id)? {
        Some(frozen) => serde_json::from_str(&frozen)?,
        None => said(office, &page)?,
    };
    Ok((page, said))
}

/// The decision with its attached list, for print.
pub fn pdf(office: &mut Office, which: Which) -> Result<Paper> {
    let (page, said) = spoken(office, which)?;
    let letter = said.letter(printed(office, &page));
    Ok(Paper::new(PaperKind::Pdf, &title(&page), letter::pdf(&letter)?))
}

/// The decision with its attached list, for Word.
pub fn docx(office: &mut Office, which: Which) -> Result<Paper> {
    let (page, said) = spoken(office, which)?;
    let letter = said.letter(printed(office, &page));
    Ok(Paper::new(PaperKind::Docx, &title(&page), letter::docx(&letter)?))
}

fn title(page: &DecisionPage) -> String {
    match page.decision.number.as_str() {
        "" => "Dự thảo quyết định".to_owned(),
        _ => format!("Quyết định {}", issue::number_of(&page.decision)),
    }
}

fn printed(office: &Office, page: &DecisionPage) -> About {
    About {
        title: page.decision.summary.clone(),
        author: host::as_of(office, office.today()).map(|host| host.name).unwrap_or_default(),
        ident: format!("decision {}", page.decision.id),
        made_at: office.now().naive_local(),
    }
}

/// What a person or a unit has been given, on a page for print.
pub fn history_pdf(office: &mut Office, of: HistoryOf) -> Result<Paper> {
    let today = office.today();
    let host = host::as_of(office, today)?;
    let signer = host::signers(office, today)?.into_iter().next();
    let (name, fields) = subject(office, of)?;
    let awards = history::lines(office.db(), of)?;
    let said = AwardHistory {
        superior: host.superior.to_uppercase(),
        place_and_date: format!("{}, {}", host.place, written_out(today)),
        fields,
        awards: awards.into_iter().rev().map(|line| past(line, &host)).collect(),
        signature: signer.as_ref().map_or_else(Signature::default, host::Signer::signature),
        body: host.name.to_uppercase(),
    };
    let about = About {
        title: format!("Quá trình khen thưởng của {name}"),
        author: host.name,
        ident: format!("{of:?}"),
        made_at: office.now().naive_local(),
    };
    let title = about.title.clone();
    Ok(Paper::new(PaperKind::Pdf, &title, letter::pdf(&said.letter(about))?))
}

fn past(line: history::AwardLine, host: &Host) -> PastAward {
    PastAward {
        period: line.year.to_string(),
        award: line.award_name,
        reason: capital(&line.reason),
        decision: line.number,
        decided_on: line.signed_on.and_then(|day| PartialDate::from_iso(&day.to_string())),
        body: if line.grantor.is_empty() { host.name.clone() } else { line.grantor },
    }
}

/// Who the page is about: the name, and what tells this person or unit from others.
fn subject(office: &Office, of: HistoryOf) -> Result<(String, Vec<Field>)> {
    let field = |label: &str, value: Option<String>| {
        value.filter(|value| !value.is_empty()).map(|value| Field { label: label.to_owned(), value })
    };
    let (db, today) = (office.db(), office.today());
    let (name, fields): (String, Vec<Field>) = match of {
        HistoryOf::Member(member) => {
            let person = named::person(db, member, today)?;
            let (birth, post): (Option<PartialDate>, _) =
                db.query_row("select birth, position from member where id = ?1", [member], |row| {
                    Ok((row.get(0)?, row.get(1)?))
                })?;
            let fields = [
                field("Họ và tên", Some(person.name.clone())),
                field("Ngày sinh", birth.map(|birth| birth.to_string())),
                field("Chức vụ", post),
                field("Đơn vị", Some(person.unit_name)),
            ];
            (person.name, fields.into_iter().flatten().collect())
        }
        HistoryOf::Unit(unit) => {
            let name = named::unit(db, unit, today)?;
            let code = db.query_row("select code from unit where id = ?1", [unit], |row| row.get(0))?;
            let fields = [field("Đơn vị", Some(name.clone())), field("Mã đơn vị", code)];
            (name, fields.into_iter().flatten().collect())
        }
    };
    Ok((name, fields))
}
