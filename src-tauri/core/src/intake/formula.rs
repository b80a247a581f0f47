//! Formulas that join texts, as lists of names use them (`=B6&" "&C6`, `=TRIM(CONCATENATE(B6," ",C6))`), worked out when the
//! file does not carry their values. Anything else is left to a person.

/// Text of a cell by row (as Excel numbers it) and column (from 0).
pub type LookUp<'a> = &'a dyn Fn(u32, u32) -> Option<String>;

/// The text that the formula shows, `None` when it does anything but join texts.
pub fn work_out(formula: &str, look_up: LookUp<'_>) -> Option<String> {
    let mut reading = Reading { rest: formula.trim().trim_start_matches('='), look_up, depth: 0 };
    let text = reading.joined()?;
    reading.rest.trim().is_empty().then_some(text)
}

/// How deep brackets may nest.
const MOST_DEPTH: u32 = 16;

struct Reading<'a> {
    rest: &'a str,
    look_up: LookUp<'a>,
    depth: u32,
}

impl Reading<'_> {
    fn skip(&mut self, sign: char) -> bool {
        let trimmed = self.rest.trim_start();
        match trimmed.strip_prefix(sign) {
            Some(rest) => {
                self.rest = rest;
                true
            }
            None => false,
        }
    }

    fn joined(&mut self) -> Option<String> {
        let mut text = self.part()?;
        while self.skip('&') {
            text.push_str(&self.part()?);
        }
        Some(text)
    }

    fn part(&mut self) -> Option<String> {
        if self.skip('"') {
            return self.quoted();
        }
        if self.skip('(') {
            return self.bracketed();
        }
        self.rest = self.rest.trim_start();
        let end = self
            .rest
            .find(|letter: char| !(letter.is_ascii_alphanumeric() || "$._".contains(letter)))
            .unwrap_or(self.rest.len());
        let (word, rest) = self.rest.split_at(end);
        self.rest = rest;
        if self.skip('(') {
            return self.function(word);
        }
        if !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_digit()) {
            return Some(word.to_owned());
        }
        let (row, column) = place(word)?;
        (self.look_up)(row, column).or_else(|| Some(String::new()))
    }

    fn quoted(&mut self) -> Option<String> {
        let mut text = String::new();
        loop {
            let (piece, rest) = self.rest.split_once('"')?;
            text.push_str(piece);
            self.rest = rest;
            match rest.strip_prefix('"') {
                Some(after) => {
                    text.push('"');
                    self.rest = after;
                }
                None => return Some(text),
            }
        }
    }

    fn bracketed(&mut self) -> Option<String> {
        self.depth += 1;
        let text = (self.depth <= MOST_DEPTH).then(|| self.joined())??;
        self.depth -= 1;
        self.skip(')').then_some(text)
    }

    fn function(&mut self, name: &str) -> Option<String> {
        self.depth += 1;
        if self.depth > MOST_DEPTH {
            return None;
        }
        let mut parts = vec![self.joined()?];
        while self.skip(',') || self.skip(';') {
            parts.push(self.joined()?);
        }
        self.depth -= 1;
        if !self.skip(')') {
            return None;
        }
        let only = || if let [part] = parts.as_slice() { Some(part.as_str()) } else { None };
        match name.to_ascii_uppercase().as_str() {
            "CONCATENATE" | "CONCAT" | "_XLFN.CONCAT" => Some(parts.concat()),
            "TRIM" => only().map(|text| text.split_whitespace().collect::<Vec<_>>().join(" ")),
            "UPPER" => only().map(str::to_uppercase),
            "LOWER" => only().map(str::to_lowercase),
            "PROPER" => only().map(proper),
            "CLEAN" | "T" => only().map(str::to_owned),
            _ => None,
        }
    }
}

/// Each word with one capital, as Excel's PROPER.
fn proper(text: &str) -> String {
    let mut in_word = false;
    let mut proper = String::with_capacity(text.len());
    for letter in text.chars() {
        if in_word {
            proper.extend(letter.to_lowercase());
        } else {
            proper.extend(letter.to_uppercase());
        }
        in_word = letter.is_alphabetic();
    }
    proper
}

/// `$B$6` → (6, 1).
fn place(word: &str) -> Option<(u32, u32)> {
    let bare = word.replace('$', "");
    let letters = bare.bytes().take_while(u8::is_ascii_alphabetic).count();
    let (column, row) = bare.split_at_checked(letters)?;
    if column.is_empty() || column.len() > 3 {
        return None;
    }
    let number = column.bytes().fold(0_u32, |sum, letter| sum * 26 + u32::from(letter.to_ascii_uppercase() - b'A') + 1);
    Some((row.parse().ok()?, number - 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(formula: &str) -> Option<String> {
        work_out(formula, &|row, column| match (row, column) {
            (6, 1) => Some("Phạm Thị".to_owned()),
            (6, 2) => Some("Hạnh".to_owned()),
            _ => None,
        })
    }

    #[test]
    fn names_joined_by_formula_are_worked_out() {
        for formula in [
            "B6&\" \"&C6",
            "=$B6 & \" \" & C$6",
            "CONCATENATE(B6,\" \",C6)",
            "TRIM(B6&\"  \"&C6)",
            "PROPER(UPPER(B6)&\" \"&C6)",
        ] {
            assert_eq!(shown(formula).as_deref(), Some("Phạm Thị Hạnh"), "{formula}");
        }
        assert_eq!(shown("\"Bà \"\"\"&B6&\"\"\"\"").as_deref(), Some("Bà \"Phạm Thị\""));
    }

    #[test]
    fn formulas_that_count_or_reach_elsewhere_are_left_alone() {
        let deep = "(".repeat(5000);
        for formula in [
            "YEAR(TODAY())-YEAR(E6)",
            "IF(B6=\"\",1,2)",
            "'Năm 2023'!B6",
            "SUM(B6:C6)",
            "HYPERLINK(\"a\",\"b\")",
            "",
            "B6&",
            "\"",
            deep.as_str(),
        ] {
            assert_eq!(shown(formula), None, "{formula}");
        }
    }
}
