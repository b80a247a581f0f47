//! The commendation list for the province: the lines of a decision in the columns of a design.
//!
//! No national standard of columns exists and each province sends its own form, so the office keeps designs.

use super::{DecisionId, DecisionPage, Recipient, RecipientKind, Which, history, register};
use crate::{
    calendar::{PartialDate, written_out},
    error::{Error, Refusals, Result},
    host,
    id::{id, new_uid},
    journal::What,
    letter::{About, Closing, Signature, Title, commendation::Counting},
    office::{Done, Office},
    paper::{Paper, PaperKind},
    settings,
    sheet::{
        self,
        commendation::{CommendationLine, CommendationList, CommendationPart},
        design::{Design, DesignColumn, Standard},
    },
    vietnamese::{capital, clean},
};
use rusqlite::{OptionalExtension, params};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

id!(
    /// A saved design of the list.
    DesignId
);

const SAVE: What = What::new("decision.design", "Lưu mẫu danh sách");
const DELETE: What = What::new("decision.design_delete", "Xóa mẫu danh sách");
const RESTRICTED: What = What::new("decision.restricted_export", "Xuất danh sách có thông tin hạn chế");

/// A saved design.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DesignLine {
    /// Its key; none: the standard design, which is always there.
    pub id: Option<DesignId>,
    /// Its columns under its name.
    pub design: Design,
}

/// The designs, and every column that a design can have with its usual heading.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DesignPage {
    /// The standard design first, then the office's own by name.
    pub designs: Vec<DesignLine>,
    /// Every column there is.
    pub columns: Vec<ColumnChoice>,
}

/// A column that a design can have.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ColumnChoice {
    /// The column with its usual heading and width.
    pub column: DesignColumn,
    /// Whether it shows restricted data: left out unless ticked, and logged.
    pub restricted: bool,
}

/// Every design.
pub fn designs(office: &mut Office, (): ()) -> Result<DesignPage> {
    let mut statement = office.db().prepare_cached("select id, design from list_design order by name")?;
    let saved = statement
        .query_map([], |row| Ok((row.get(0)?, row.get::<_, String>(1)?)))?
        .collect::<rusqlite::Result<Vec<_>>>()?;
    let mut designs = vec![DesignLine { id: None, design: Design::standard() }];
    for (id, design) in saved {
        designs.push(DesignLine { id: Some(id), design: serde_json::from_str(&design)? });
    }
    let columns = Standard::ALL.iter().map(|kind| {
        let (header, width) = kind.usual();
        ColumnChoice {
            column: DesignColumn { kind: *kind, header: header.to_owned(), width },
            restricted: kind.is_restricted(),
        }
    });
    Ok(DesignPage { designs, columns: columns.collect() })
}

/// Saves a design: a new one, or over the one named.
pub fn save_design(office: &mut Office, wish: DesignLine) -> Result<Done<DesignId>> {
    let name = clean(&wish.design.name);
    let mut wrong = Refusals::new();
    if name.is_empty() {
        wrong.refuse("name", "Chưa đặt tên mẫu. Ví dụ: Mẫu LĐLĐ tỉnh 2026.");
    }
    if wish.design.columns.is_empty() {
        wrong.refuse("columns", "Mẫu chưa có cột nào. Hãy chọn ít nhất một cột.");
    }
    let taken: bool = office.db().query_row(
        "select exists (select 1 from list_design where name = ?1 and id is not ?2)",
        params![name, wish.id],
        |row| row.get(0),
    )?;
    if taken {
        wrong.refuse("name", format!("Đã có mẫu tên “{name}”. Hãy đặt tên khác."));
    }
    wrong.or(())?;
    let design = Design { name: name.clone(), ..wish.design };
    let text = serde_json::to_string(&design)?;
    office.act(SAVE, |pen| {
        if let Some(id) = wish.id {
            pen.execute("update list_design set name = ?2, design = ?3 where id = ?1", params![id, name, text])?;
            Ok(id)
        } else {
            pen.execute(
                "insert into list_design (uid, name, design) values (?1, ?2, ?3)",
                params![new_uid(), name, text],
            )?;
            Ok(DesignId(pen.last_insert_rowid()))
        }
    })
}

/// Which design.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DesignGone {
    /// Its key.
    pub id: DesignId,
}

/// Deletes a design.
pub fn delete_design(office: &mut Office, gone: DesignGone) -> Result<Done<()>> {
    office.act(DELETE, |pen| {
        pen.execute("delete from list_design where id = ?1", [gone.id])?;
        Ok(())
    })
}

/// Which list, in which design.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ListPaper {
    /// The decision.
    pub id: DecisionId,
    /// The design; none: the standard one.
    pub design: Option<DesignId>,
}

/// The commendation list as a workbook.
pub fn xlsx(office: &mut Office, wish: ListPaper) -> Result<Paper> {
    let (sheet, about) = made(office, wish)?;
    sheet.paper(PaperKind::Xlsx, about)
}

/// The commendation list for print, in the same columns.
pub fn pdf(office: &mut Office, wish: ListPaper) -> Result<Paper> {
    let (sheet, about) = made(office, wish)?;
    sheet.paper(PaperKind::Pdf, about)
}

fn made(office: &mut Office, wish: ListPaper) -> Result<(sheet::Sheet, About)> {
    let design = design(office, wish.design)?;
    if design.columns.iter().any(|column| column.kind.is_restricted()) {
        // Who took restricted data out of the office is remembered, although nothing in the register changes.
        office.keep(RESTRICTED, |pen| settings::set(pen, "restricted_export", &pen.now().to_rfc3339()))?;
    }
    let page = register::page(office, Which { id: wish.id })?;
    let number = super::store::full_number(&page.decision.number, &page.decision.symbol);
    let list = list(office, &page, &number)?;
    let about = About {
        title: format!("Danh sách khen thưởng {number}"),
        author: host::as_of(office, office.today()).map(|host| host.name).unwrap_or_default(),
        ident: format!("list {}", page.decision.id),
        made_at: office.now().naive_local(),
    };
    Ok((list.sheet(&design), about))
}

fn design(office: &Office, id: Option<DesignId>) -> Result<Design> {
    let Some(id) = id else { return Ok(Design::standard()) };
    let text: Option<String> =
        office.db().query_row("select design from list_design where id = ?1", [id], |row| row.get(0)).optional()?;
    let text = text.ok_or_else(|| Error::refused("design", "Mẫu danh sách này không còn. Hãy chọn mẫu khác."))?;
    Ok(serde_json::from_str(&text)?)
}

fn list(office: &Office, page: &DecisionPage, number: &str) -> Result<CommendationList> {
    let decision = &page.decision;
    let host = host::as_of(office, decision.signed_on.unwrap_or_else(|| office.today()))?;
    let day = decision.signed_on.map(written_out);
    let note = match &day {
        Some(day) if !decision.number.is_empty() => {
            format!("(Kèm theo Quyết định số {number} {day} của {})", host.name)
        }
        Some(_) | None => "(Dự thảo)".to_owned(),
    };
    let part = |heading: &str, kind: RecipientKind| -> Result<CommendationPart> {
        let of_kind = page.recipients.iter().filter(|line| line.kind == kind);
        let lines = of_kind.map(|line| self::line(office, line, &decision.citation)).collect::<Result<_>>()?;
        Ok(CommendationPart { heading: heading.to_owned(), lines })
    };
    let signature = Signature {
        lines: vec![decision.signer_form.to_uppercase(), decision.signer_title.to_uppercase()],
        note: String::new(),
        name: decision.signer_name.clone(),
    };
    Ok(CommendationList {
        heading: Some(host.heading()),
        title: Title {
            kind: "DANH SÁCH KHEN THƯỞNG".to_owned(),
            summary: vec![decision.summary.clone()],
            note,
            ..Title::default()
        },
        parts: vec![part("Tập thể", RecipientKind::Collective)?, part("Cá nhân", RecipientKind::Individual)?],
        counting: Counting::Restart,
        words: settings::number_words(office.db())?,
        closing: Some(Closing {
            place_and_date: day.map(|day| format!("{}, {day}", host.place)).unwrap_or_default(),
            recipients: Vec::new(),
            signatures: vec![signature],
        }),
    })
}

/// One line: what the decision says of the recipient, and beside it what the register knows of the member.
fn line(office: &Office, recipient: &Recipient, citation: &str) -> Result<CommendationLine> {
    let mut line = CommendationLine {
        honorific: recipient.honorific.clone(),
        full_name: recipient.name.clone(),
        person: recipient.kind == RecipientKind::Individual,
        position: recipient.post.clone(),
        unit: recipient.unit_name.clone(),
        form: form(office, recipient)?,
        reason: capital(if recipient.reason.is_empty() { citation } else { &recipient.reason }),
        amount: (recipient.amount.0 > 0).then_some(recipient.amount),
        ..CommendationLine::default()
    };
    if let Some(member) = recipient.member {
        from_register(office, member, &mut line)?;
        line.past_awards = past_awards(office, history::HistoryOf::Member(member), recipient)?;
    } else if let Some(unit) = recipient.unit.filter(|_| !line.person) {
        line.past_awards = past_awards(office, history::HistoryOf::Unit(unit), recipient)?;
    }
    Ok(line)
}

/// What is given. A form of our own goes without the giver's name, which stands at the head of the list already.
fn form(office: &Office, recipient: &Recipient) -> Result<String> {
    let own: Option<bool> = office
        .db()
        .prepare_cached("select reach in ('own', 'own_or_up') from award where id = ?1")?
        .query_row([recipient.award], |row| row.get(0))
        .optional()?;
    let name = &recipient.award_name;
    Ok(if own == Some(true) { without_giver(name).to_owned() } else { name.clone() })
}

/// "Giấy khen" of "Giấy khen của Ban Thường vụ Liên đoàn Lao động huyện Vân Trạch".
fn without_giver(award: &str) -> &str {
    award.split_once(" của ").map_or(award, |(form, _)| form)
}

fn from_register(office: &Office, member: i64, line: &mut CommendationLine) -> Result<()> {
    let mut statement = office.db().prepare_cached(
        "select gender, birth, ethnicity, position, union_position, residence, citizen_id, education, party_member,
           is_direct_labour
         from member where id = ?1",
    )?;
    let mut rows = statement.query([member])?;
    let Some(row) = rows.next()? else { return Ok(()) };
    let text = |at: usize| row.get::<_, Option<String>>(at).map(Option::unwrap_or_default);
    line.woman = row.get::<_, Option<String>>(0)?.map(|gender| gender == "nu");
    line.birth = row.get::<_, Option<PartialDate>>(1)?;
    line.ethnicity = text(2)?;
    line.union_position = text(4)?;
    // The decision names the post in the union where there is one; it has a column of its own here.
    if line.position.is_empty() || line.position == line.union_position {
        line.position = text(3)?;
    }
    line.address = text(5)?;
    line.citizen_id = text(6)?;
    line.education = text(7)?;
    line.party_member = row.get(8)?;
    line.direct_labour = row.get::<_, Option<bool>>(9)?.unwrap_or_default();
    Ok(())
}

/// "Giấy khen (2024, 12/QĐ-LĐLĐ); …": what was given before this line.
fn past_awards(office: &Office, of: history::HistoryOf, now: &Recipient) -> Result<String> {
    let lines = history::lines(office.db(), of)?;
    let past = lines.iter().filter(|line| line.recipient != now.id && Some(line.recipient) != now.replaces);
    let words = past.map(|line| format!("{} ({}, {})", line.award_name, line.year, line.number));
    Ok(words.collect::<Vec<_>>().join("; "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_form_of_ours_is_named_without_its_giver() {
        assert_eq!(without_giver("Giấy khen của Ban Thường vụ Liên đoàn Lao động huyện Vân Trạch"), "Giấy khen");
        assert_eq!(without_giver("Lao động giỏi"), "Lao động giỏi");
    }
}
