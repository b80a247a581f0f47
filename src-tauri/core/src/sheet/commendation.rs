//! The commendation list as a workbook, in the columns of a [`Design`].

use super::design::{Design, Standard};
use super::{Cell, Column, HeaderGroup, Print, Row, Sheet};
use crate::calendar::PartialDate;
use crate::letter::commendation::{Counting, roman};
use crate::letter::{Closing, Heading, Title};
use crate::money::{Dong, Hundredths};
use crate::vietnamese::{NumberWords, split_name};

/// One name on the list; what is not known is empty.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct CommendationLine {
    /// "Ông", "Bà"; empty for a collective.
    pub honorific: String,
    /// The person's or the collective's name.
    pub full_name: String,
    /// A person; a collective has no birth and its name is never split.
    pub person: bool,
    /// A woman; none when it is not known.
    pub woman: Option<bool>,
    /// Birth, as far as it is known.
    pub birth: Option<PartialDate>,
    /// Ethnicity; restricted.
    pub ethnicity: String,
    /// Post in the agency or firm.
    pub position: String,
    /// Post in the union.
    pub union_position: String,
    /// Unit.
    pub unit: String,
    /// Address.
    pub address: String,
    /// Citizen ID.
    pub citizen_id: String,
    /// Education.
    pub education: String,
    /// Party member; restricted.
    pub party_member: Option<bool>,
    /// Years as a full-time union officer.
    pub full_time_years: Option<Hundredths>,
    /// Years as a union officer beside other work.
    pub part_time_years: Option<Hundredths>,
    /// Years outside the State sector.
    pub non_state_years: Option<Hundredths>,
    /// Years as the rules convert them.
    pub converted_years: Option<Hundredths>,
    /// Rating of the year before.
    pub rating_before: String,
    /// Rating of this year.
    pub rating_now: String,
    /// Form of award.
    pub form: String,
    /// Title.
    pub title: String,
    /// Achievement in short.
    pub reason: String,
    /// Initiatives with their decisions.
    pub initiatives: String,
    /// Awards already given.
    pub past_awards: String,
    /// Result of the vote.
    pub vote: String,
    /// Points.
    pub score: Option<Hundredths>,
    /// Works with the hands.
    pub direct_labour: bool,
    /// Bonus.
    pub amount: Option<Dong>,
    /// Anything else.
    pub note: String,
}

/// A part of the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CommendationPart {
    /// "Tập thể", "Cá nhân".
    pub heading: String,
    /// Names, in order.
    pub lines: Vec<CommendationLine>,
}

/// What the list says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CommendationList {
    /// Above the list; none on a list for further work.
    pub heading: Option<Heading>,
    /// "DANH SÁCH …", and to which paper it belongs.
    pub title: Title,
    /// Parts, in order; empty ones are left out.
    pub parts: Vec<CommendationPart>,
    /// How entries are counted.
    pub counting: Counting,
    /// How the total is read aloud.
    pub words: NumberWords,
    /// Who signs; none when nobody does.
    pub closing: Option<Closing>,
}

impl CommendationList {
    /// The list in the columns of a design.
    pub fn sheet(&self, design: &Design) -> Sheet {
        let columns = design.columns.iter().map(|column| Column {
            header: column.header.clone(),
            width: column.width,
            kind: column.kind.kind(),
        });
        let columns: Vec<Column> = columns.collect();
        let wide: u32 = columns.iter().map(|column| u32::from(column.width)).sum();
        let total = self.total().filter(|_| design.columns.iter().any(|column| column.kind == Standard::Amount));
        let notes = total.map(|total| format!("Tổng số tiền bằng chữ: {}.", self.words.dong(total)));
        Sheet {
            name: "Danh sách".to_owned(),
            heading: self.heading.clone(),
            title: Some(self.title.clone()),
            columns,
            groups: groups(design),
            rows: self.rows(design, total),
            notes: notes.into_iter().collect(),
            closing: self.closing.clone(),
            print: if wide > 95 { Print::ACROSS } else { Print::UPRIGHT },
        }
    }

    fn total(&self) -> Option<Dong> {
        let amounts: Vec<Dong> =
            self.parts.iter().flat_map(|part| &part.lines).filter_map(|line| line.amount).collect();
        if amounts.is_empty() { None } else { Dong::total(amounts) }
    }

    fn rows(&self, design: &Design, total: Option<Dong>) -> Vec<Row> {
        let mut rows = Vec::new();
        let filled: Vec<_> = self.parts.iter().filter(|part| !part.lines.is_empty()).collect();
        let mut count = 0;
        for (number, part) in (1..).zip(&filled) {
            if filled.len() > 1 {
                rows.push(Row::Group { text: format!("{}. {}", roman(number), part.heading) });
            }
            count = if self.counting == Counting::Restart { 0 } else { count };
            for line in &part.lines {
                count += 1;
                rows.push(Row::Line {
                    cells: design.columns.iter().map(|column| line.cell(column.kind, count)).collect(),
                });
            }
        }
        rows.extend(total.map(|total| total_row(design, total)));
        rows
    }
}

/// "Tổng cộng" before the first column of money, the sum in it.
fn total_row(design: &Design, total: Dong) -> Row {
    let at = design.columns.iter().position(|column| column.kind == Standard::Amount).unwrap_or(0);
    let sum = |kind| if kind == Standard::Amount { Cell::Money(total) } else { Cell::Empty };
    if at == 0 {
        return Row::Line { cells: design.columns.iter().map(|column| sum(column.kind)).collect() };
    }
    let cells = design.columns.iter().skip(at).map(|column| sum(column.kind)).collect();
    Row::Total { label: "Tổng cộng".to_owned(), span: at, cells }
}

/// Neighbours of one family stand under a common heading.
fn groups(design: &Design) -> Vec<HeaderGroup> {
    let mut groups: Vec<HeaderGroup> = Vec::new();
    for (at, column) in design.columns.iter().enumerate() {
        let Some(family) = column.kind.family() else { continue };
        match groups.last_mut() {
            Some(last) if last.title == family && last.from + last.columns == at => last.columns += 1,
            Some(_) | None => groups.push(HeaderGroup { title: family.to_owned(), from: at, columns: 1 }),
        }
    }
    groups.retain(|group| group.columns > 1);
    groups
}

impl CommendationLine {
    fn cell(&self, kind: Standard, count: i64) -> Cell {
        let ticked = |yes: bool| if yes { Cell::text("x") } else { Cell::Empty };
        let years = |years: Option<Hundredths>| years.map_or(Cell::Empty, Cell::Hundredths);
        let birth = |shown: bool| if shown { self.birth.map_or(Cell::Empty, Cell::from) } else { Cell::Empty };
        match kind {
            Standard::Index => Cell::Place(count),
            Standard::Honorific => Cell::text(&self.honorific),
            Standard::FamilyMiddle if self.person => Cell::text(split_name(&self.full_name).family_middle),
            Standard::GivenName if self.person => Cell::text(split_name(&self.full_name).given),
            // A collective's whole name stands where the family names stand.
            Standard::FullName | Standard::FamilyMiddle => Cell::text(&self.full_name),
            Standard::GivenName => Cell::Empty,
            Standard::Birth => birth(true),
            Standard::BirthOfMan => birth(self.woman == Some(false)),
            Standard::BirthOfWoman => birth(self.woman == Some(true)),
            Standard::Gender => self.woman.map_or(Cell::Empty, |woman| Cell::text(if woman { "Nữ" } else { "Nam" })),
            Standard::Ethnicity => Cell::text(&self.ethnicity),
            Standard::Position => Cell::text(&self.position),
            Standard::UnionPosition => Cell::text(&self.union_position),
            Standard::Unit => Cell::text(&self.unit),
            Standard::Address => Cell::text(&self.address),
            Standard::CitizenId => Cell::text(&self.citizen_id),
            Standard::Education => Cell::text(&self.education),
            Standard::PartyMember => ticked(self.party_member == Some(true)),
            Standard::FullTimeYears => years(self.full_time_years),
            Standard::PartTimeYears => years(self.part_time_years),
            Standard::NonStateYears => years(self.non_state_years),
            Standard::ConvertedYears => years(self.converted_years),
            Standard::RatingBefore => Cell::text(&self.rating_before),
            Standard::RatingNow => Cell::text(&self.rating_now),
            Standard::Form => Cell::text(&self.form),
            Standard::Title => Cell::text(&self.title),
            Standard::Reason => Cell::text(&self.reason),
            Standard::Initiatives => Cell::text(&self.initiatives),
            Standard::PastAwards => Cell::text(&self.past_awards),
            Standard::Vote => Cell::text(&self.vote),
            Standard::Score => years(self.score),
            Standard::DirectLabour => ticked(self.direct_labour),
            Standard::Amount => self.amount.map_or(Cell::Empty, Cell::Money),
            Standard::Note => Cell::text(&self.note),
        }
    }
}

/// A day as a day; a month or a year as words, because a spreadsheet cannot hold half a date.
impl From<PartialDate> for Cell {
    fn from(date: PartialDate) -> Self {
        date.known_day().map_or_else(|| Cell::Text(date.to_string()), Cell::Day)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may stop at the first surprise")]
    use super::*;
    use crate::sheet::{Kind, shown};

    fn hoa() -> CommendationLine {
        CommendationLine {
            honorific: "Bà".into(),
            full_name: "Nguyễn Thị Hoa".into(),
            person: true,
            woman: Some(true),
            birth: PartialDate::new(1980, Some(3), Some(5)),
            citizen_id: "001180000123".into(),
            amount: Some(Dong(710_000)),
            ..CommendationLine::default()
        }
    }

    fn list(lines: Vec<CommendationLine>) -> CommendationList {
        let collective = CommendationLine { full_name: "CĐCS xã Đông Khê".into(), ..CommendationLine::default() };
        CommendationList {
            heading: None,
            title: Title { kind: "DANH SÁCH".into(), ..Title::default() },
            parts: vec![
                CommendationPart { heading: "Tập thể".into(), lines: vec![collective] },
                CommendationPart { heading: "Cá nhân".into(), lines },
            ],
            counting: Counting::Restart,
            words: NumberWords::default(),
            closing: None,
        }
    }

    fn words(row: &Row) -> Vec<String> {
        match row {
            Row::Line { cells } => cells.iter().map(shown).collect(),
            Row::Group { text } => vec![text.clone()],
            Row::Total { label, span, cells } => {
                let mut words = vec![format!("{label}/{span}")];
                words.extend(cells.iter().map(shown));
                words
            }
        }
    }

    #[test]
    fn columns_stand_in_the_order_and_under_the_headers_of_the_design() {
        let mut design = Design::of("x", &[Standard::Unit, Standard::FullName]);
        design.columns[1].header = "Họ tên".into();
        let sheet = list(vec![hoa()]).sheet(&design);
        assert_eq!(sheet.columns.iter().map(|column| column.header.as_str()).collect::<Vec<_>>(), ["Đơn vị", "Họ tên"]);
        assert_eq!(words(&sheet.rows[3]), ["", "Nguyễn Thị Hoa"]);
    }

    #[test]
    fn the_birth_of_a_woman_stands_under_nu_in_a_pair_of_columns() {
        let design = Design::of("x", &[Standard::FullName, Standard::BirthOfMan, Standard::BirthOfWoman]);
        let sheet = list(vec![hoa()]).sheet(&design);
        assert_eq!(words(&sheet.rows[3]), ["Nguyễn Thị Hoa", "", "05/03/1980"]);
        assert_eq!(sheet.groups, [HeaderGroup { title: "Ngày sinh".into(), from: 1, columns: 2 }]);
    }

    #[test]
    fn a_column_of_a_family_without_its_neighbour_stands_alone() {
        let design = Design::of("x", &[Standard::BirthOfMan, Standard::FullName, Standard::BirthOfWoman]);
        assert_eq!(list(vec![hoa()]).sheet(&design).groups, []);
    }

    #[test]
    fn a_person_s_name_is_split_and_a_collective_s_is_not() {
        let design = Design::of("x", &[Standard::FamilyMiddle, Standard::GivenName]);
        let sheet = list(vec![hoa()]).sheet(&design);
        assert_eq!(words(&sheet.rows[1]), ["CĐCS xã Đông Khê", ""]);
        assert_eq!(words(&sheet.rows[3]), ["Nguyễn Thị", "Hoa"]);
    }

    #[test]
    fn the_total_stands_under_the_money_and_in_words_below() {
        let design = Design::of("x", &[Standard::Index, Standard::FullName, Standard::Amount, Standard::Note]);
        let sheet = list(vec![hoa(), hoa()]).sheet(&design);
        assert_eq!(words(sheet.rows.last().unwrap()), ["Tổng cộng/2", "1.420.000", ""]);
        assert_eq!(sheet.notes, ["Tổng số tiền bằng chữ: Một triệu bốn trăm hai mươi nghìn đồng."]);
        let without = Design::of("x", &[Standard::Index, Standard::FullName]);
        assert!(list(vec![hoa()]).sheet(&without).notes.is_empty());
    }

    #[test]
    fn an_id_is_a_column_of_text_and_a_birth_year_stays_words() {
        let design = Design::of("x", &[Standard::CitizenId, Standard::Birth]);
        let only_year = CommendationLine { birth: PartialDate::new(1980, None, None), ..hoa() };
        let sheet = list(vec![only_year]).sheet(&design);
        assert_eq!(sheet.columns[0].kind, Kind::Id);
        let Row::Line { cells } = &sheet.rows[3] else { panic!("a line") };
        assert_eq!(cells, &[Cell::Text("001180000123".into()), Cell::Text("1980".into())]);
    }

    #[test]
    fn every_standard_column_can_be_filled() {
        let design = Design::of("Tất cả", &Standard::ALL);
        let sheet = list(vec![hoa()]).sheet(&design);
        assert!(sheet.print.landscape);
        for row in &sheet.rows {
            if let Row::Line { cells } = row {
                assert_eq!(cells.len(), Standard::ALL.len());
            }
        }
    }
}
