//! The list of members as it is seen on screen: the same filter, the same columns, the same order.

use super::{
    MemberLine, MemberQuery, UnmaskingId,
    lines::{LineReader, matching},
    privacy,
};
use crate::{
    calendar::PartialDate,
    error::{Error, Result},
    host::{ListName, SeenList},
    office::Office,
    paper::{Paper, PaperKind},
    sheet::{Cell, Kind, office_list::SeenColumn},
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Members on one printed list; press sets no more rows in one file, and nobody reads more.
const MOST: usize = 10_000;

/// A list as it is seen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct MemberListPaper {
    /// Which members, in which order.
    pub query: MemberQuery,
    /// The shown columns, from left to right.
    pub columns: Vec<SeenColumn>,
    /// The filter in words, for the line under the title.
    pub filter: String,
    /// Leave to see restricted fields; without it their columns stay empty.
    #[serde(default)]
    pub unmasking: Option<UnmaskingId>,
}

/// The list as a workbook.
pub fn xlsx(office: &mut Office, wish: MemberListPaper) -> Result<Paper> {
    made(office, wish, PaperKind::Xlsx, usize::MAX)
}

/// The list for print.
pub fn pdf(office: &mut Office, wish: MemberListPaper) -> Result<Paper> {
    made(office, wish, PaperKind::Pdf, MOST)
}

fn made(office: &mut Office, wish: MemberListPaper, paper: PaperKind, most: usize) -> Result<Paper> {
    let seen = privacy::unmasked(office, wish.unmasking)?;
    let members = matching(office, &wish.query)?;
    if members.len() > most {
        return Err(Error::refused(
            "query",
            format!("Danh sách có {} người, in tối đa {most}. Hãy lọc bớt, hoặc xuất Excel.", members.len()),
        ));
    }
    let mut reader = LineReader::new(office, wish.query.as_of, seen);
    let rows = members
        .into_iter()
        .map(|id| reader.line(id).map(|line| wish.columns.iter().map(|column| cell(&line, &column.key)).collect()))
        .collect::<Result<Vec<_>>>()?;
    let list = SeenList {
        name: ListName { title: "Danh sách đoàn viên", tab: "Đoàn viên", counted: "đoàn viên" },
        filter: wish.filter,
        columns: wish.columns.iter().map(|column| column.column(kind(&column.key))).collect(),
        rows,
    };
    list.paper(office, paper)
}

fn kind(key: &str) -> Kind {
    match key {
        "citizen_id" | "legacy_id" | "phone" | "member_code" => Kind::Id,
        "gender" | "birth" | "union_join" | "party_join" | "id_issue_date" | "is_direct_labour" | "is_manager"
        | "party_member" => Kind::Mark,
        _ => Kind::Text,
    }
}

/// What a column shows of a member; a column that is not known shows nothing.
fn cell(line: &MemberLine, key: &str) -> Cell {
    let restricted = line.restricted.as_ref();
    let text = match key {
        "full_name" => Some(line.full_name.clone()),
        "gender" => line.gender.map(|gender| gender.label().to_owned()),
        "birth" => shown(line.birth),
        "citizen_id" => line.citizen_id.clone(),
        "legacy_id" => line.legacy_id.clone(),
        "id_issue_date" => shown(line.id_issue_date),
        "id_issue_place" => line.id_issue_place.clone(),
        "position" => line.position.clone(),
        "union_position" => line.union_position.clone(),
        "union_join" => shown(line.union_join),
        "education" => line.education.clone(),
        "phone" => line.phone.clone(),
        "email" => line.email.clone(),
        "hometown" => line.hometown.clone(),
        "residence" => line.residence.clone(),
        "section" => line.section.clone(),
        "member_code" => line.member_code.clone(),
        "worker_type" => line.worker_type.clone(),
        "is_direct_labour" => line.is_direct_labour.map(tick),
        "is_manager" => line.is_manager.map(tick),
        "note" => line.note.clone(),
        "unit_name" => Some(line.unit_name.clone()),
        "unit_code" => Some(line.unit_code.clone()),
        "status" => Some(line.status_label.clone()),
        "party_member" => restricted.and_then(|fields| fields.party_member).map(tick),
        "party_join" => restricted.and_then(|fields| shown(fields.party_join)),
        "ethnicity" => restricted.and_then(|fields| fields.ethnicity.clone()),
        "religion" => restricted.and_then(|fields| fields.religion.clone()),
        _ => None,
    };
    text.map_or(Cell::Empty, Cell::Text)
}

fn shown(day: Option<PartialDate>) -> Option<String> {
    day.map(|day| day.to_string())
}

fn tick(truth: bool) -> String {
    if truth { "x".to_owned() } else { String::new() }
}
