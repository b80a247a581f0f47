//! The line above a list that names the programme: "Chương trình: … (áp dụng từ 01/12/2023 đến 30/11/2024); chỉ tiêu giao: 108".

use super::ProgrammeDraft;
use crate::{
    calendar::{DateReading, PartialDate, read_date},
    vietnamese::{clean, fold},
};
use chrono::NaiveDate;

/// The programme that a line above a list names, when it says its name and its window.
pub fn programme_in(line: &str, today: NaiveDate) -> Option<ProgrammeDraft> {
    let line = clean(line);
    let (_, rest) = line.split_once(':').filter(|(head, _)| fold(head).ends_with("chuong trinh"))?;
    let (name, rest) = rest.split_once(['(', ';'])?;
    let mut days = rest
        .split(|letter: char| !letter.is_ascii_digit() && !"/-.".contains(letter))
        .filter(|word| word.len() >= 8)
        .filter_map(|word| match read_date(word, today) {
            DateReading::Read(day, _) => PartialDate::known_day(day),
            DateReading::Impossible | DateReading::Unreadable => None,
        });
    let (since, until) = (days.next()?, days.next()?);
    let folded = fold(rest);
    let target = folded.split_once("chi tieu").and_then(|(_, after)| {
        let figures: String = after
            .chars()
            .skip_while(|letter| !letter.is_ascii_digit())
            .take_while(|letter| letter.is_ascii_digit() || *letter == '.')
            .collect();
        figures.replace('.', "").parse().ok()
    });
    let name = clean(name);
    (!name.is_empty() && since <= until).then_some(ProgrammeDraft {
        id: None,
        name,
        since,
        until,
        target,
        source: String::new(),
        note: String::new(),
        targets: Vec::new(),
    })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]
    use super::*;

    #[test]
    fn a_heading_tells_the_programme_its_window_and_its_target() {
        let line = "Chương trình: Sáng kiến CNVCLĐ tỉnh Hoài Giang giai đoạn 2023 - 2024 (áp dụng từ 01/12/2023 đến 30/11/2024); chỉ tiêu giao: 108";
        let today = NaiveDate::from_ymd_opt(2024, 12, 31).unwrap();
        let found = programme_in(line, today).unwrap();
        assert_eq!(found.name, "Sáng kiến CNVCLĐ tỉnh Hoài Giang giai đoạn 2023 - 2024");
        assert_eq!((found.since.to_string(), found.until.to_string()), ("2023-12-01".into(), "2024-11-30".into()));
        assert_eq!(found.target, Some(108));
        assert_eq!(programme_in("TỔNG HỢP SÁNG KIẾN NĂM 2024", today), None);
        assert_eq!(programme_in("Chương trình: 75 nghìn sáng kiến", today), None);
    }
}
