//! One sheet of a score book ("bảng chấm điểm"): a form of groups and criteria, read cell by cell. Stored sums are never
//! trusted: they are added up anew and compared.

use std::collections::BTreeMap;

use crate::money::Hundredths;
use crate::scores::{FormCriterion, FormGroup, ScoreFaultKind, ScoreGroupKind, Scorer, Totals};
use crate::units::Calendar;
use crate::vietnamese::clean;

use super::grid::{Grid, GridCell, GridRow, Nature};
use super::wordings::heading_key;

/// The heading stands on one of this many rows.
const LAST_HEADING_ROW: u32 = 30;

/// What was noticed in a form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FormFinding {
    /// Points are written as text ("7,5"), so that the stored sum skips them.
    DecimalCommaText {
        /// What the file shows as the total.
        shown: Option<Hundredths>,
        /// What it is.
        right: Hundredths,
    },
    /// Points over what the criterion may have.
    ScoreOverMax {
        /// Given.
        value: Hundredths,
        /// Allowed.
        most: Hundredths,
    },
    /// A criterion that this scorer left blank.
    BlankScore,
    /// The bonus in all over its cap.
    BonusOverCap {
        /// Given in all.
        sum: Hundredths,
        /// Allowed.
        cap: Hundredths,
    },
    /// A cell that is no number of points.
    ScoreUnreadable {
        /// What it shows.
        text: String,
    },
    /// The stored total is another one than its cells come to.
    StoredTotalDiffers {
        /// What the file shows as the total.
        shown: Hundredths,
        /// What it is.
        right: Hundredths,
    },
}

/// A finding with its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlacedFinding {
    /// "F26".
    pub cell: String,
    /// Whose points.
    pub scorer: Scorer,
    /// What.
    pub finding: FormFinding,
}

/// A form as it was read, before anybody knows whose points count.
#[derive(Debug, Clone, Default)]
pub struct ReadForm {
    /// What stands above the table: title, period.
    pub above: Vec<String>,
    /// By which calendar and in which year; none: it does not say.
    pub season: Option<(Calendar, i32)>,
    /// Its groups in order.
    pub groups: Vec<FormGroup>,
    columns: BTreeMap<Scorer, u32>,
    /// The row of each criterion, in order.
    rows: Vec<u32>,
    /// Columns with points written as text.
    texts: BTreeMap<Scorer, bool>,
    total: Option<(u32, BTreeMap<Scorer, Hundredths>)>,
    unreadable: Vec<PlacedFinding>,
}

/// Where the columns of a form are.
struct Columns {
    heading: u32,
    number: Option<u32>,
    content: u32,
    most: u32,
    evidence: Option<u32>,
    comment: Option<u32>,
    scorers: BTreeMap<Scorer, u32>,
}

/// Reads a sheet as a form; none: it is none (a summary, a cover).
pub fn read_form(grid: &Grid) -> Option<ReadForm> {
    let columns = grid.rows.iter().take_while(|row| row.number <= LAST_HEADING_ROW).find_map(columns_of)?;
    let above: Vec<String> = grid
        .rows
        .iter()
        .filter(|row| row.number < columns.heading)
        .flat_map(GridRow::filled)
        .map(|cell| clean(&cell.shown))
        .collect();
    let mut form = ReadForm {
        season: above.iter().find_map(|text| season_of(text)),
        above,
        columns: columns.scorers.clone(),
        ..ReadForm::default()
    };
    for row in grid.rows.iter().filter(|row| row.number > columns.heading) {
        if form.take(row, &columns) {
            break;
        }
    }
    (!form.groups.is_empty()).then_some(form)
}

fn columns_of(row: &GridRow) -> Option<Columns> {
    let named: Vec<(u32, String)> = row.filled().map(|cell| (cell.column, heading_key(&cell.shown))).collect();
    let find = |words: &[&str]| {
        named.iter().find(|(_, key)| words.iter().any(|word| key.contains(word))).map(|(column, _)| *column)
    };
    let content = find(&["noi dung", "tieu chi"])?;
    let most = find(&["diem chuan", "diem toi da", "thang diem"])?;
    let scorers = named
        .iter()
        .filter(|(column, _)| *column != content && *column != most)
        .filter_map(|(column, key)| scorer_of(key).map(|scorer| (scorer, *column)))
        .collect::<BTreeMap<_, _>>();
    (!scorers.is_empty()).then(|| Columns {
        heading: row.number,
        number: find(&["tt", "stt"]),
        content,
        most,
        evidence: find(&["minh chung"]),
        comment: find(&["giai trinh", "ghi chu", "nhan xet"]),
        scorers,
    })
}

fn scorer_of(key: &str) -> Option<Scorer> {
    if !key.contains("cham") && !key.contains("phuc tra") {
        return None;
    }
    Some(if key.contains("tu cham") {
        Scorer::Own
    } else if key.contains("cheo") {
        Scorer::Cross
    } else if key.contains("hoi dong") {
        Scorer::Council
    } else {
        Scorer::Office
    })
}

/// "Năm học 2023 - 2024" is the school year that ends in 2024; "Năm 2024" is the year.
fn season_of(text: &str) -> Option<(Calendar, i32)> {
    let key = heading_key(text);
    let years = || key.split(' ').filter(|word| word.len() == 4).filter_map(|word| word.parse::<i32>().ok());
    if key.contains("nam hoc") {
        return years().max().map(|year| (Calendar::School, year));
    }
    key.contains("nam ").then(|| years().max().map(|year| (Calendar::Year, year))).flatten()
}

/// "II": groups are numbered in Roman, criteria are not.
fn is_roman(text: &str) -> bool {
    let text = text.trim().trim_end_matches('.');
    !text.is_empty() && text.chars().all(|letter| "IVX".contains(letter))
}

impl ReadForm {
    /// Takes a row in; true: it was the total, the form ends.
    fn take(&mut self, row: &GridRow, columns: &Columns) -> bool {
        let name = clean(row.text(columns.content));
        let key = heading_key(&name);
        if key.starts_with("tong cong") || key.starts_with("tong diem") {
            let shown = self.columns.iter().filter_map(|(scorer, column)| Some((*scorer, number(row.cell(*column)?)?)));
            self.total = Some((row.number, shown.collect()));
            return true;
        }
        if name.is_empty() {
            return false;
        }
        if key.starts_with("diem tru") || key.starts_with("tru diem") {
            let new = self.groups.last().is_none_or(|group| group.kind != ScoreGroupKind::Penalty);
            if new {
                self.begin(ScoreGroupKind::Penalty, "Điểm trừ".to_owned(), None);
            }
            self.criterion(row, columns, name);
        } else if columns.number.is_some_and(|column| is_roman(row.text(column))) {
            let most = row.cell(columns.most).and_then(number);
            let bonus = key.starts_with("diem thuong") || key.starts_with("diem cong");
            let (kind, cap) = if bonus { (ScoreGroupKind::Bonus, most) } else { (ScoreGroupKind::Scored, None) };
            let name = if bonus { name.split(" (").next().unwrap_or(&name).to_owned() } else { name };
            self.begin(kind, name, cap);
        } else if !self.groups.is_empty() {
            self.criterion(row, columns, name);
        }
        false
    }

    fn begin(&mut self, kind: ScoreGroupKind, name: String, cap: Option<Hundredths>) {
        self.groups.push(FormGroup { kind, name, cap, criteria: Vec::new() });
    }

    fn criterion(&mut self, row: &GridRow, columns: &Columns, name: String) {
        let Some(kind) = self.groups.last().map(|group| group.kind) else { return };
        let mut points = BTreeMap::new();
        for (scorer, column) in &columns.scorers {
            let Some(cell) = row.cell(*column).filter(|cell| !cell.shown.trim().is_empty()) else { continue };
            let read = number(cell)
                .map(|given| if kind == ScoreGroupKind::Penalty { Hundredths(given.0.abs()) } else { given });
            match read.filter(|given| given.0 >= 0) {
                Some(given) => {
                    points.insert(*scorer, given);
                    *self.texts.entry(*scorer).or_default() |= cell.nature.is_text();
                }
                None => self.unreadable.push(PlacedFinding {
                    cell: place(*column, row.number),
                    scorer: *scorer,
                    finding: FormFinding::ScoreUnreadable { text: clean(&cell.shown) },
                }),
            }
        }
        let text = |column: Option<u32>| column.map(|column| clean(row.text(column))).unwrap_or_default();
        let criterion = FormCriterion {
            name,
            most: row.cell(columns.most).and_then(number),
            points,
            evidence: text(columns.evidence),
            comment: text(columns.comment),
        };
        self.rows.push(row.number);
        if let Some(group) = self.groups.last_mut() {
            group.criteria.push(criterion);
        }
    }

    /// What is to be told about the form, once it is known whose points count.
    pub fn findings(&self, decides: Scorer, totals: &BTreeMap<Scorer, Totals>) -> Vec<PlacedFinding> {
        let mut found = Vec::new();
        let is_text = |scorer: &Scorer| self.texts.get(scorer).copied().unwrap_or_default();
        // One sentence a sheet: the column that counts first.
        let told = std::iter::once(&decides).chain(self.columns.keys()).find(|scorer| is_text(scorer));
        for (scorer, totals) in totals.iter().filter(|(scorer, _)| self.columns.contains_key(scorer)) {
            if told == Some(scorer) {
                let finding = FormFinding::DecimalCommaText { shown: self.shown_total(*scorer), right: totals.so_far };
                found.push(PlacedFinding { cell: self.total_cell(*scorer), scorer: *scorer, finding });
            }
            for fault in &totals.faults {
                let row = usize::try_from(fault.criterion.0 - 1).ok().and_then(|at| self.rows.get(at));
                let (Some(row), Some(column)) = (row, self.columns.get(scorer)) else { continue };
                let finding = match fault.kind {
                    ScoreFaultKind::Blank => FormFinding::BlankScore,
                    ScoreFaultKind::OverMost => FormFinding::ScoreOverMax { value: fault.given, most: fault.most },
                    ScoreFaultKind::OverCap => FormFinding::BonusOverCap { sum: fault.given, cap: fault.most },
                };
                found.push(PlacedFinding { cell: place(*column, *row), scorer: *scorer, finding });
            }
            let over: i64 = totals
                .faults
                .iter()
                .filter(|fault| fault.kind == ScoreFaultKind::OverCap)
                .map(|fault| fault.given.0 - fault.most.0)
                .sum();
            let written = Hundredths(totals.so_far.0 + over);
            if let Some(shown) = self.shown_total(*scorer).filter(|shown| *shown != written && !is_text(scorer)) {
                let finding = FormFinding::StoredTotalDiffers { shown, right: totals.so_far };
                found.push(PlacedFinding { cell: self.total_cell(*scorer), scorer: *scorer, finding });
            }
        }
        found.extend(self.unreadable.iter().cloned());
        found
    }

    fn shown_total(&self, scorer: Scorer) -> Option<Hundredths> {
        self.total.as_ref().and_then(|(_, shown)| shown.get(&scorer)).copied()
    }

    fn total_cell(&self, scorer: Scorer) -> String {
        let row = self.total.as_ref().map_or(0, |(row, _)| *row);
        self.columns.get(&scorer).map(|column| place(*column, row)).unwrap_or_default()
    }
}

impl FormFinding {
    /// Its name in reports.
    pub const fn name(&self) -> &'static str {
        match self {
            Self::DecimalCommaText { .. } => "decimal_comma_text",
            Self::ScoreOverMax { .. } => "score_over_max",
            Self::BlankScore => "blank_score",
            Self::BonusOverCap { .. } => "bonus_over_cap",
            Self::ScoreUnreadable { .. } => "score_unreadable",
            Self::StoredTotalDiffers { .. } => "stored_total_differs",
        }
    }

    /// What the clerk reads.
    pub fn sentence(&self) -> String {
        match self {
            Self::DecimalCommaText { shown, right } => format!(
                "Có điểm ghi dạng chữ (như 7,5) nên tổng trong tệp là {}, đúng là {right}.",
                shown.map_or_else(|| "trống".to_owned(), |shown| shown.to_string())
            ),
            Self::ScoreOverMax { value, most } => {
                format!("Chấm {value}, vượt điểm chuẩn {most}. Đã ghi như trong tệp.")
            }
            Self::BlankScore => "Ô điểm còn trống, không tính là 0.".to_owned(),
            Self::BonusOverCap { sum, cap } => format!("Điểm thưởng cộng lại là {sum}, chỉ tính {cap}."),
            Self::ScoreUnreadable { text } => format!("“{text}” không phải là điểm. Ô được để trống."),
            Self::StoredTotalDiffers { shown, right } => {
                format!("Tổng ghi trong tệp là {shown}, cộng lại từng ô là {right}.")
            }
        }
    }
}

/// The number in a cell, also one that is written as text with a comma; minus in front is kept.
fn number(cell: &GridCell) -> Option<Hundredths> {
    let text = match &cell.nature {
        Nature::Number { plain, .. } => clean(plain),
        Nature::Text | Nature::OldFont | Nature::Unstored => clean(&cell.shown),
        Nature::Day(_) | Nature::Fault => return None,
    };
    match text.strip_prefix(['-', '−']) {
        Some(rest) => Hundredths::read(rest).map(|number| Hundredths(-number.0)),
        None => Hundredths::read(&text),
    }
}

/// "F26".
fn place(column: u32, row: u32) -> String {
    let mut letters = String::new();
    let mut rest = column + 1;
    while rest > 0 {
        let letter = char::from_digit((rest - 1) % 26 + 10, 36).unwrap_or('?').to_ascii_uppercase();
        letters.insert(0, letter);
        rest = (rest - 1) / 26;
    }
    format!("{letters}{row}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_is_named_as_excel_names_it() {
        assert_eq!(
            (place(0, 1), place(25, 8), place(26, 3), place(5, 26)),
            ("A1".into(), "Z8".into(), "AA3".into(), "F26".into())
        );
    }

    #[test]
    fn a_season_is_read_from_the_line_below_the_title() {
        assert_eq!(season_of("Năm học 2023 - 2024"), Some((Calendar::School, 2024)));
        assert_eq!(season_of("NĂM 2024"), Some((Calendar::Year, 2024)));
        assert_eq!(season_of("BẢNG CHẤM ĐIỂM CĐCS XÃ NĂM CĂN"), None);
    }

    #[test]
    fn scorers_are_known_by_their_headings() {
        for (heading, scorer) in [
            ("tu cham", Some(Scorer::Own)),
            ("cham cheo", Some(Scorer::Cross)),
            ("ldld huyen cham", Some(Scorer::Office)),
            ("hoi dong cham", Some(Scorer::Council)),
            ("giai trinh", None),
        ] {
            assert_eq!(scorer_of(heading), scorer, "{heading}");
        }
    }
}
