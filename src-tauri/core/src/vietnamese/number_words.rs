//! Amounts in words, as papers print them: "Ba mươi ba triệu đồng."

use serde::{Deserialize, Serialize};

use crate::money::Dong;

/// The word for a missing ten: "một trăm linh năm" or "một trăm lẻ năm".
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
pub enum Hundred {
    /// "linh", usual in the North.
    #[default]
    Linh,
    /// "lẻ", usual in the South.
    Le,
}

/// The word for a thousand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
pub enum Thousand {
    /// "nghìn", usual in the North.
    #[default]
    Nghin,
    /// "ngàn", usual in the South.
    Ngan,
}

/// How this office reads numbers aloud.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, ts_rs::TS)]
pub struct NumberWords {
    /// "linh" or "lẻ".
    pub hundred: Hundred,
    /// "nghìn" or "ngàn".
    pub thousand: Thousand,
}

const DIGITS: [&str; 10] = ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"];
const BILLION: u64 = 1_000_000_000;

impl NumberWords {
    /// "một nghìn không trăm linh năm"; lower case, "âm" in front of a negative number.
    pub fn number(self, number: i64) -> String {
        if number == 0 {
            return digit(0).to_owned();
        }
        let mut words = Vec::new();
        if number < 0 {
            words.push("âm");
        }
        self.nines(number.unsigned_abs(), &mut words);
        words.join(" ")
    }

    /// "Một triệu hai trăm nghìn đồng": first letter a capital, no full stop.
    pub fn dong(self, amount: Dong) -> String {
        format!("{} đồng", super::capital(&self.number(amount.0)))
    }

    /// Groups of nine digits, parted by "tỷ".
    fn nines(self, number: u64, words: &mut Vec<&'static str>) {
        let (higher, nine) = (number / BILLION, number % BILLION);
        if higher > 0 {
            self.nines(higher, words);
            words.push("tỷ");
        }
        let thousand = match self.thousand {
            Thousand::Nghin => "nghìn",
            Thousand::Ngan => "ngàn",
        };
        let groups = [(nine / 1_000_000, Some("triệu")), (nine / 1_000 % 1_000, Some(thousand)), (nine % 1_000, None)];
        let mut after_another = higher > 0;
        for (group, unit) in groups {
            if group == 0 {
                continue;
            }
            self.three(group, after_another, words);
            words.extend(unit);
            after_another = true;
        }
    }

    /// One group of three digits that is not zero. After another group its hundreds are always read.
    fn three(self, group: u64, after_another: bool, words: &mut Vec<&'static str>) {
        let (hundreds, tens, ones) = (group / 100, group / 10 % 10, group % 10);
        let read_hundreds = hundreds > 0 || after_another;
        if read_hundreds {
            words.extend([digit(hundreds), "trăm"]);
        }
        match (tens, ones) {
            (0, 0) => {}
            (0, _) if read_hundreds => words.push(match self.hundred {
                Hundred::Linh => "linh",
                Hundred::Le => "lẻ",
            }),
            (0, _) => {}
            (1, _) => words.push("mười"),
            (_, _) => words.extend([digit(tens), "mươi"]),
        }
        match (tens, ones) {
            (_, 0) => {}
            (2.., 1) => words.push("mốt"),
            (2.., 4) => words.push("tư"),
            (1.., 5) => words.push("lăm"),
            (_, _) => words.push(digit(ones)),
        }
    }
}

#[allow(clippy::expect_used, reason = "a silent gap in a sum of money would be worse")]
fn digit(digit: u64) -> &'static str {
    usize::try_from(digit).ok().and_then(|at| DIGITS.get(at)).copied().expect("BUG: a digit is at most nine")
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]
    use super::*;
    use proptest::prelude::*;

    const SOUTH: NumberWords = NumberWords { hundred: Hundred::Le, thousand: Thousand::Ngan };

    #[test]
    fn numbers_read_as_on_paper() {
        for (number, words) in [
            (0, "không"),
            (1, "một"),
            (4, "bốn"),
            (5, "năm"),
            (10, "mười"),
            (11, "mười một"),
            (14, "mười bốn"),
            (15, "mười lăm"),
            (20, "hai mươi"),
            (21, "hai mươi mốt"),
            (24, "hai mươi tư"),
            (25, "hai mươi lăm"),
            (55, "năm mươi lăm"),
            (100, "một trăm"),
            (101, "một trăm linh một"),
            (104, "một trăm linh bốn"),
            (105, "một trăm linh năm"),
            (110, "một trăm mười"),
            (115, "một trăm mười lăm"),
            (121, "một trăm hai mươi mốt"),
            (999, "chín trăm chín mươi chín"),
            (1_000, "một nghìn"),
            (1_005, "một nghìn không trăm linh năm"),
            (1_015, "một nghìn không trăm mười lăm"),
            (1_050, "một nghìn không trăm năm mươi"),
            (1_100, "một nghìn một trăm"),
            (10_000, "mười nghìn"),
            (21_000, "hai mươi mốt nghìn"),
            (105_105, "một trăm linh năm nghìn một trăm linh năm"),
            (360_000, "ba trăm sáu mươi nghìn"),
            (702_000, "bảy trăm linh hai nghìn"),
            (1_000_000, "một triệu"),
            (1_000_001, "một triệu không trăm linh một"),
            (1_001_000, "một triệu không trăm linh một nghìn"),
            (1_410_000, "một triệu bốn trăm mười nghìn"),
            (2_340_000, "hai triệu ba trăm bốn mươi nghìn"),
            (33_000_000, "ba mươi ba triệu"),
            (1_000_000_000, "một tỷ"),
            (1_000_000_005, "một tỷ không trăm linh năm"),
            (1_033_000_000, "một tỷ không trăm ba mươi ba triệu"),
            (12_345_678_901, "mười hai tỷ ba trăm bốn mươi lăm triệu sáu trăm bảy mươi tám nghìn chín trăm linh một"),
            (1_000_000_000_000, "một nghìn tỷ"),
            (1_005_000_000_000, "một nghìn không trăm linh năm tỷ"),
            (1_000_000_000_000_005, "một triệu tỷ không trăm linh năm"),
            (1_000_000_000_000_000_000, "một tỷ tỷ"),
            (-5, "âm năm"),
        ] {
            assert_eq!(NumberWords::default().number(number), words, "{number}");
        }
    }

    #[test]
    fn a_southern_office_reads_le_and_ngan() {
        assert_eq!(SOUTH.number(1_105), "một ngàn một trăm lẻ năm");
        assert_eq!(SOUTH.number(702_000), "bảy trăm lẻ hai ngàn");
    }

    #[test]
    fn an_amount_begins_with_a_capital_and_ends_with_dong() {
        assert_eq!(NumberWords::default().dong(Dong(33_000_000)), "Ba mươi ba triệu đồng");
        assert_eq!(NumberWords::default().dong(Dong(0)), "Không đồng");
        assert_eq!(SOUTH.dong(Dong(5_000)), "Năm ngàn đồng");
    }

    #[test]
    fn the_largest_and_smallest_numbers_are_read() {
        assert!(NumberWords::default().number(i64::MAX).starts_with("chín tỷ hai trăm hai mươi ba triệu"));
        assert!(NumberWords::default().number(i64::MIN).starts_with("âm chín tỷ"));
    }

    /// Reads words back into a number: an independent way, by adding up instead of taking apart.
    fn read_back(words: &str) -> u64 {
        let (mut total, mut nine, mut three) = (0, 0, 0);
        for word in words.split(' ') {
            match word {
                "trăm" => three *= 100,
                "mươi" => three = three / 10 * 10 + three % 10 * 10,
                "mười" => three += 10,
                "linh" => {}
                "mốt" => three += 1,
                "tư" => three += 4,
                "lăm" => three += 5,
                "nghìn" => {
                    nine += three * 1_000;
                    three = 0;
                }
                "triệu" => {
                    nine += three * 1_000_000;
                    three = 0;
                }
                "tỷ" => {
                    total = (total + nine + three) * BILLION;
                    (nine, three) = (0, 0);
                }
                digit => three += DIGITS.iter().position(|name| *name == digit).unwrap() as u64,
            }
        }
        total + nine + three
    }

    proptest! {
        #[test]
        fn words_read_back_give_the_number(number in 1_i64..10_000_000_000_000_000) {
            prop_assert_eq!(read_back(&NumberWords::default().number(number)), u64::try_from(number).unwrap());
        }
    }
}
