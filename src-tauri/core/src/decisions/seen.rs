//! The register of decisions as it is seen on screen: the same filter, the same columns, the same order.

use super::{DecisionLine, DecisionQuery, Kind as DecisionKind, register};
use crate::{
    error::Result,
    host::{ListName, Seen},
    office::Office,
    paper::{Paper, PaperKind},
    sheet::{Cell, Kind},
};

/// The register as a workbook.
pub fn xlsx(office: &mut Office, wish: Seen<DecisionQuery>) -> Result<Paper> {
    made(office, wish, PaperKind::Xlsx)
}

/// The register for print.
pub fn pdf(office: &mut Office, wish: Seen<DecisionQuery>) -> Result<Paper> {
    made(office, wish, PaperKind::Pdf)
}

fn made(office: &mut Office, wish: Seen<DecisionQuery>, paper: PaperKind) -> Result<Paper> {
    let decisions = register(office, wish.query.clone())?.lines;
    let name =
        ListName { title: "Sổ quyết định khen thưởng", tab: "Quyết định", counted: "quyết định" };
    wish.list(name, &decisions, kind, cell).paper(office, paper)
}

fn kind(key: &str) -> Kind {
    match key {
        "number" => Kind::Id,
        "signed_on" => Kind::Date,
        "collectives" | "individuals" => Kind::Number,
        "amount" => Kind::Money,
        _ => Kind::Text,
    }
}

/// What a column shows of a decision; a column that is not known shows nothing.
fn cell(line: &DecisionLine, key: &str) -> Cell {
    match key {
        "number" => Cell::text(&line.number),
        "signed_on" => line.signed_on.map_or(Cell::Empty, Cell::Day),
        "summary" => Cell::text(summary(line)),
        "collectives" => Cell::Number(line.collectives),
        "individuals" => Cell::Number(line.individuals),
        "amount" => Cell::Money(line.amount),
        "grantor" => Cell::text(&line.grantor),
        "state" => Cell::text(state(line)),
        _ => Cell::Empty,
    }
}

/// The summary, with what the decision does when it does not award.
fn summary(line: &DecisionLine) -> String {
    match line.kind {
        DecisionKind::Award => line.summary.clone(),
        DecisionKind::Amend | DecisionKind::Cancel => {
            format!("{} ({})", line.summary, line.kind.label().to_lowercase()).trim().to_owned()
        }
    }
}

fn state(line: &DecisionLine) -> &'static str {
    match (line.cancelled, line.amended) {
        (true, _) => "Đã hủy bỏ",
        (false, true) => "Đã sửa đổi",
        (false, false) => line.state.label(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        decisions::{DecisionId, State},
        money::Dong,
        sheet::shown,
    };

    fn line() -> DecisionLine {
        DecisionLine {
            id: DecisionId(1),
            kind: DecisionKind::Cancel,
            state: State::Issued,
            number: "06/QĐ-LĐLĐ".into(),
            signed_on: chrono::NaiveDate::from_ymd_opt(2026, 11, 18),
            summary: "Về việc hủy bỏ khen thưởng".into(),
            grantor: String::new(),
            collectives: 6,
            individuals: 43,
            amount: Dong(34_000_000),
            cancelled: false,
            amended: true,
        }
    }

    #[test]
    fn a_line_on_paper_says_what_the_screen_says() {
        let says = |key| shown(&cell(&line(), key));
        let keys = ["number", "signed_on", "summary", "individuals", "amount", "state", "grantor"];
        assert_eq!(
            keys.map(says),
            ["06/QĐ-LĐLĐ", "18/11/2026", "Về việc hủy bỏ khen thưởng (hủy bỏ)", "43", "34.000.000", "Đã sửa đổi", ""]
        );
    }
}
