//! A list as an Excel workbook: Times New Roman throughout, rows as tall as their text, ready to print.

use rust_xlsxwriter::{
    DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, FormatUnderline, IgnoreError, Workbook, Worksheet,
    XlsxError,
};

use super::foot::{self, Hand, Piece};
use super::hands::{Hands, KindHands, guarded, sized};
use super::layout::Layout;
use super::{Cell, Kind, Row, Sheet, measure, shown};
use crate::error::{Error, Result};
use crate::letter::{About, Closing, Heading, clean};
use chrono::{Datelike, NaiveDate, Timelike};
use press::{Face, MOTTO, NATION, fold_name};

/// Excel's limit for one cell, in UTF-16 units.
const LONGEST_CELL: usize = 32_767;
/// Excel's limit for rows, less the room for headings and signatures.
const MOST_ROWS: usize = 1_000_000;
/// Excel's numbers for paper.
const A4: u8 = 9;
const A3: u8 = 8;
/// More characters side by side than this cannot be read on A4.
const A4_CHARACTERS: u32 = 240;
/// How hard the file is packed, 1 to 9: the usual 6 makes a list half a percent smaller and takes a fifth longer.
const PACKED: u8 = 4;

/// The list as an .xlsx file; the same list and `about` give the same bytes.
pub fn write(sheet: &Sheet, about: &About) -> Result<Vec<u8>> {
    write_book(std::slice::from_ref(sheet), about)
}

/// Several lists as one .xlsx file, a tab each, in their order.
pub fn write_book(sheets: &[Sheet], about: &About) -> Result<Vec<u8>> {
    sheets.iter().try_for_each(fits)?;
    let mut book = Workbook::new();
    set_up(&mut book, sheets, about)
        .and_then(|()| sheets.iter().try_for_each(|sheet| fill(&mut book, sheet)))
        .and_then(|()| book.save_to_buffer())
        .map_err(|error| Error::broken("xlsx", error))
}

/// Refuses what a workbook cannot hold, rather than cutting it off.
fn fits(sheet: &Sheet) -> Result<()> {
    if sheet.rows.len() > MOST_ROWS {
        let sentence = format!(
            "Danh sách có {} dòng, nhiều hơn một trang Excel chứa được. Hãy lọc bớt rồi xuất lại.",
            sheet.rows.len()
        );
        return Err(Error::refused("rows", sentence));
    }
    for (at, row) in sheet.rows.iter().enumerate() {
        let cells = match row {
            Row::Line { cells } | Row::Total { cells, .. } => cells.as_slice(),
            Row::Group { .. } => &[],
        };
        let too_long = |cell: &&Cell| matches!(cell, Cell::Text(words) if words.encode_utf16().count() > LONGEST_CELL);
        if cells.iter().any(|cell| too_long(&cell)) {
            let sentence = format!(
                "Dòng {} có ô dài hơn {LONGEST_CELL} ký tự, Excel không chứa được. Hãy rút ngắn nội dung.",
                at + 1
            );
            return Err(Error::refused("rows", sentence));
        }
    }
    Ok(())
}

/// The font of a list.
fn base(sheet: &Sheet) -> Format {
    Format::new().set_font_name("Times New Roman").set_font_size(sheet.print.text_size)
}

/// What a workbook has once: its usual font, that of the first list, who made it, and how it is packed.
fn set_up(book: &mut Workbook, sheets: &[Sheet], about: &About) -> std::result::Result<(), XlsxError> {
    if let Some(first) = sheets.first() {
        book.set_default_format(&base(first).set_align(FormatAlign::VerticalCenter), 21, 72)?;
    }
    book.set_properties(&properties(about)?);
    book.set_zip_compression_level(PACKED);
    Ok(())
}

fn fill(book: &mut Workbook, sheet: &Sheet) -> std::result::Result<(), XlsxError> {
    let base = base(sheet);
    let layout = Layout::of(sheet);
    let tab = book.add_worksheet();
    tab.set_name(tab_name(&sheet.name))?;
    for (at, pixels) in (0..).zip(&layout.pixels) {
        tab.set_column_width_pixels(at, *pixels)?;
    }
    let mut pen = Pen { tab, layout, sheet, base, row: 0 };
    if let Some(heading) = &sheet.heading {
        pen.heading(heading)?;
    }
    pen.title()?;
    let header = pen.header()?;
    pen.body(header)?;
    for note in &sheet.notes {
        pen.across_all(note, &pen.plain(), Face::Regular)?;
    }
    if let Some(closing) = &sheet.closing {
        pen.closing(closing)?;
    }
    pen.print_setup(header)
}

fn properties(about: &About) -> std::result::Result<DocProperties, XlsxError> {
    let made = about.made_at;
    let small = |part: u32| u8::try_from(part).unwrap_or_default();
    let year = u16::try_from(made.year()).unwrap_or(1900);
    let created = ExcelDateTime::from_ymd(year, small(made.month()), small(made.day()))?.and_hms(
        u16::from(small(made.hour())),
        small(made.minute()),
        small(made.second()),
    )?;
    Ok(DocProperties::new()
        .set_title(clean(&about.title))
        .set_author(clean(&about.author))
        .set_creation_datetime(&created))
}

/// A tab's name as Excel allows it: 31 letters, none of `[ ] : * ? / \`, no apostrophe at either end.
fn tab_name(name: &str) -> String {
    let kept = clean(name).replace(['[', ']', ':', '*', '?', '/', '\\', '\n'], " ");
    let short: String = kept.trim().trim_matches('\'').chars().take(31).collect();
    if short.trim().is_empty() { "Danh sách".to_owned() } else { short.trim().to_owned() }
}

/// Where the header rows stand.
#[derive(Clone, Copy)]
struct HeaderRows {
    first: u32,
    last: u32,
}

struct Pen<'a> {
    tab: &'a mut Worksheet,
    layout: Layout,
    sheet: &'a Sheet,
    base: Format,
    row: u32,
}

type Written = std::result::Result<(), XlsxError>;

impl Pen<'_> {
    fn size(&self) -> u32 {
        u32::from(self.sheet.print.text_size)
    }

    fn plain(&self) -> Format {
        self.base.clone().set_text_wrap().set_align(FormatAlign::VerticalCenter)
    }

    fn centred(&self) -> Format {
        self.plain().set_align(FormatAlign::Center)
    }

    fn boxed(&self) -> Format {
        self.plain().set_border(FormatBorder::Thin)
    }

    /// Words over several columns of one row.
    fn across(&mut self, row: u32, (from, to): (u16, u16), words: &str, format: &Format) -> Written {
        let words = clean(words);
        let format = guarded(format, &words);
        if from == to {
            self.tab.write_string_with_format(row, from, words, &format)?;
        } else {
            self.tab.merge_range(row, from, row, to, &words, &format)?;
        }
        Ok(())
    }

    /// Words over the whole width of the list, as a row of their own; goes on to the next row.
    fn across_all(&mut self, words: &str, format: &Format, face: Face) -> Written {
        let size = self.size();
        let lines = measure::lines(words, face, size, self.layout.room(self.layout.all()));
        self.tab.set_row_height(self.row, measure::height(lines, size))?;
        self.across(self.row, self.layout.all(), words, format)?;
        self.row += 1;
        Ok(())
    }

    /// Two places side by side, each as tall as it needs; goes on to the next row.
    fn side_by_side(&mut self, left: (&str, &Format), right: (&str, &Format)) -> Written {
        let (left_place, right_place) = self.layout.halves();
        let size = self.size();
        let tall = |words: &str, place| measure::lines(words, Face::Bold, size, self.layout.room(place));
        let lines = tall(left.0, left_place).max(tall(right.0, right_place));
        self.tab.set_row_height(self.row, measure::height(lines, size))?;
        self.across(self.row, left_place, left.0, left.1)?;
        if let Some(place) = Layout::distinct(left_place, right_place) {
            self.across(self.row, place, right.0, right.1)?;
        }
        self.row += 1;
        Ok(())
    }

    fn heading(&mut self, heading: &Heading) -> Written {
        let plain = self.centred();
        let bold = plain.clone().set_bold();
        let ruled = bold.clone().set_underline(FormatUnderline::Single);
        let italic = plain.clone().set_italic();
        let room = self.layout.room(self.layout.halves().0).saturating_sub(8);
        let folded = |name: &str, face| fold_name(name, face, self.size(), room).join("\n");
        let (superior, body) = (folded(&heading.superior, Face::Regular), folded(&heading.body, Face::Bold));
        if superior.is_empty() {
            self.side_by_side((&body, &ruled), (NATION, &bold))?;
            self.side_by_side(("", &plain), (MOTTO, &ruled))?;
        } else {
            self.side_by_side((&superior, &plain), (NATION, &bold))?;
            self.side_by_side((&body, &ruled), (MOTTO, &ruled))?;
        }
        if !heading.number.is_empty() || !heading.place_and_date.is_empty() {
            self.side_by_side((&heading.number, &plain), (&heading.place_and_date, &italic))?;
        }
        self.row += 1;
        Ok(())
    }

    fn title(&mut self) -> Written {
        let Some(title) = &self.sheet.title else { return Ok(()) };
        let larger = u32::from(self.sheet.print.text_size) + 2;
        let bold = self.centred().set_bold();
        if !title.kind.is_empty() {
            let lines = measure::lines(&title.kind, Face::Bold, larger, self.layout.room(self.layout.all()));
            self.tab.set_row_height(self.row, measure::height(lines, larger))?;
            self.across(self.row, self.layout.all(), &title.kind, &bold.clone().set_font_size(larger))?;
            self.row += 1;
        }
        for line in &title.summary {
            self.across_all(line, &bold, Face::Bold)?;
        }
        if !title.note.is_empty() {
            self.across_all(&title.note, &self.centred().set_italic(), Face::Italic)?;
        }
        self.row += 1;
        Ok(())
    }

    /// One header row, or two when some columns have a common heading.
    fn header(&mut self) -> std::result::Result<HeaderRows, XlsxError> {
        let bold = self.boxed().set_bold().set_align(FormatAlign::Center);
        let first = self.row;
        let two = !self.sheet.groups.is_empty();
        let last = if two { first + 1 } else { first };
        for (at, column) in (0..).zip(&self.sheet.columns) {
            let grouped = self
                .sheet
                .groups
                .iter()
                .any(|group| (group.from..group.from + group.columns).contains(&usize::from(at)));
            if two && !grouped {
                self.tab.merge_range(first, at, last, at, &clean(&column.header), &guarded(&bold, &column.header))?;
            } else {
                self.across(last, (at, at), &column.header, &bold)?;
            }
        }
        for group in &self.sheet.groups {
            let place = self.layout.span(group.from, group.columns);
            self.across(first, place, &group.title, &bold)?;
        }
        self.header_heights(first, last)?;
        self.row = last + 1;
        Ok(HeaderRows { first, last })
    }

    fn header_heights(&mut self, first: u32, last: u32) -> Written {
        let size = self.size();
        let tallest = (0..)
            .zip(&self.sheet.columns)
            .map(|(at, column)| measure::lines(&column.header, Face::Bold, size, self.layout.room((at, at))));
        let lines = tallest.max().unwrap_or(1);
        if first == last {
            self.tab.set_row_height(first, measure::height(lines, size) + 4)?;
            return Ok(());
        }
        let groups = self.sheet.groups.iter().map(|group| {
            measure::lines(
                &group.title,
                Face::Bold,
                size,
                self.layout.room(self.layout.span(group.from, group.columns)),
            )
        });
        let upper = groups.max().unwrap_or(1);
        self.tab.set_row_height(first, measure::height(upper, size))?;
        self.tab.set_row_height(last, measure::height(lines.saturating_sub(upper).max(1).max(lines - 1), size))?;
        Ok(())
    }

    fn body(&mut self, header: HeaderRows) -> Written {
        let hands = Hands::new(&self.boxed());
        let sheet = self.sheet;
        for row in &sheet.rows {
            match row {
                Row::Line { cells } => self.line(0, cells, &hands.regular, Face::Regular)?,
                Row::Group { text } => self.across_all(text, &hands.group, Face::Bold)?,
                Row::Total { label, span, cells } => {
                    let place = self.layout.span(0, (*span).max(1));
                    self.across(self.row, place, label, &hands.total_label)?;
                    self.line(*span, cells, &hands.bold, Face::Bold)?;
                }
            }
        }
        self.quiet_ids(header.last + 1)?;
        if sheet.print.filter && self.row > header.last + 1 {
            self.tab.autofilter(header.last, 0, self.row - 1, self.layout.all().1)?;
        }
        Ok(())
    }

    /// No green corner on numbers that are names.
    fn quiet_ids(&mut self, first: u32) -> Written {
        if self.row == first {
            return Ok(());
        }
        for (at, column) in (0..).zip(&self.sheet.columns) {
            match column.kind {
                Kind::Id | Kind::Text | Kind::Mark => {
                    self.tab.ignore_error_range(first, at, self.row - 1, at, IgnoreError::NumberStoredAsText)?;
                }
                Kind::Number | Kind::Money | Kind::Date => {}
            }
        }
        Ok(())
    }

    /// Cells from column `from` on, in a row as tall as its text; a column without a cell gets an empty one.
    fn line(&mut self, from: usize, cells: &[Cell], hands: &KindHands, face: Face) -> Written {
        let size = self.size();
        let mut lines = 1;
        let mut cells = cells.iter();
        for (column, at) in self.sheet.columns.iter().zip(0..).skip(from) {
            let cell = cells.next().unwrap_or(&Cell::Empty);
            self.cell(at, cell, hands, column.kind)?;
            lines = lines.max(measure::lines(&shown(cell), face, size, self.layout.room((at, at))));
        }
        self.tab.set_row_height(self.row, measure::height(lines, size))?;
        self.row += 1;
        Ok(())
    }

    fn cell(&mut self, at: u16, cell: &Cell, hands: &KindHands, kind: Kind) -> Written {
        let format = hands.of(kind);
        match cell {
            Cell::Empty => self.tab.write_blank(self.row, at, format)?,
            Cell::Text(words) => {
                let words = clean(words);
                let format = guarded(format, &words);
                self.tab.write_string_with_format(self.row, at, words, &format)?
            }
            Cell::Number(number) => self.figure(at, number.to_string(), &sized(format, *number))?,
            Cell::Place(place) => self.figure(at, place.to_string(), &hands.place)?,
            Cell::Money(amount) => self.figure(at, amount.0.to_string(), &sized(format, amount.0))?,
            Cell::Hundredths(number) => self.figure(at, number.to_string().replace(',', "."), &hands.hundredths)?,
            Cell::Share(share) => match share.of_one() {
                Some(digits) => {
                    self.figure(at, digits, if share.has_tenths() { &hands.tenths } else { &hands.percents })?
                }
                None => self.tab.write_blank(self.row, at, format)?,
            },
            Cell::Day(day) => match excel_day(*day) {
                Some(day) => self.tab.write_date_with_format(self.row, at, &day, &hands.date)?,
                None => self.tab.write_string_with_format(self.row, at, shown(cell), format)?,
            },
        };
        Ok(())
    }

    /// A number, by way of its digits: no arithmetic with floats. What a float cannot hold exactly is written as text.
    fn figure(&mut self, at: u16, digits: String, format: &Format) -> std::result::Result<&mut Worksheet, XlsxError> {
        let exact = digits.trim_start_matches('-').len() <= 15;
        match digits.parse::<f64>() {
            Ok(number) if exact => self.tab.write_number_with_format(self.row, at, number, format),
            Ok(_) | Err(_) => self.tab.write_string_with_format(self.row, at, digits, format),
        }
    }

    fn closing(&mut self, closing: &Closing) -> Written {
        self.row += 1;
        let pieces = foot::pieces(closing, &self.layout, self.size());
        let lines = pieces.iter().map(|piece| piece.tall).max().unwrap_or(0);
        let rows = lines.div_ceil(measure::most_lines(self.size())).max(1);
        for row in self.row..self.row + rows {
            self.tab.set_row_height(row, measure::height(lines.div_ceil(rows), self.size()))?;
        }
        for piece in &pieces {
            self.piece(piece, rows)?;
        }
        self.row += rows;
        Ok(())
    }

    /// One place of the foot, each line in its own hand.
    fn piece(&mut self, piece: &Piece, rows: u32) -> Written {
        let align = if piece.centred { FormatAlign::Center } else { FormatAlign::Left };
        let format = self.base.clone().set_text_wrap().set_align(FormatAlign::Top).set_align(align);
        let mut inked: Vec<(Format, String)> = Vec::new();
        for (hand, line) in &piece.lines {
            match inked.last_mut() {
                Some((_, before)) if line.is_empty() => before.push('\n'),
                Some((_, before)) => {
                    before.push('\n');
                    inked.push((self.ink(*hand), clean(line)));
                }
                None => inked.push((self.ink(*hand), clean(line))),
            }
        }
        let words: String = inked.iter().map(|(_, words)| words.as_str()).collect();
        let format = guarded(&format, &words);
        let ((from, to), row) = (piece.place, self.row);
        if rows > 1 || from < to {
            self.tab.merge_range(row, from, row + rows - 1, to, "", &format)?;
        }
        let inked: Vec<_> = inked.iter().filter(|(_, words)| !words.is_empty()).collect();
        let inked: Vec<_> = inked.iter().map(|(ink, words)| (ink, words.as_str())).collect();
        if !inked.is_empty() {
            self.tab.write_rich_string_with_format(row, from, &inked, &format)?;
        }
        Ok(())
    }

    fn ink(&self, hand: Hand) -> Format {
        let base = self.base.clone();
        match hand {
            Hand::Plain => base,
            Hand::Bold => base.set_bold(),
            Hand::Italic => base.set_italic(),
            Hand::Label => base.set_bold().set_italic(),
            Hand::Small => base.set_font_size(11),
        }
    }

    fn print_setup(&mut self, header: HeaderRows) -> Written {
        let tab = &mut *self.tab;
        let characters: u32 = self.sheet.columns.iter().map(|column| u32::from(column.width)).sum();
        tab.set_paper_size(if characters > A4_CHARACTERS { A3 } else { A4 });
        // Inches: left, right, top, bottom, header, footer.
        if self.sheet.print.landscape {
            tab.set_landscape();
            tab.set_margins(0.6, 0.5, 0.7, 0.7, 0.3, 0.3);
        } else {
            tab.set_margins(1.0, 0.6, 0.8, 0.8, 0.3, 0.3);
        }
        tab.set_print_fit_to_pages(1, 0);
        tab.set_print_center_horizontally(true);
        tab.set_repeat_rows(header.first, header.last)?;
        tab.set_footer("&C&\"Times New Roman,Regular\"&11Trang &P/&N");
        tab.set_freeze_panes(header.last + 1, self.layout.frozen)?;
        Ok(())
    }
}

/// A day as Excel counts it; days before 1900 it cannot count.
fn excel_day(day: NaiveDate) -> Option<ExcelDateTime> {
    let year = u16::try_from(day.year()).ok().filter(|year| *year >= 1900)?;
    ExcelDateTime::from_ymd(year, u8::try_from(day.month()).ok()?, u8::try_from(day.day()).ok()?).ok()
}
