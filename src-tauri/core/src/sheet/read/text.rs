//! CSV and text with tabs: the encoding and the separator are found out, every cell is text.

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252, WINDOWS_1258};

use super::{CellValue, Filling, ReadCell, ReadSheet, Unreadable, Workbook};

/// Reads a text file as a workbook of one sheet, named after its kind (`csv`, or `txt` when tabs part the cells).
pub(super) fn read(bytes: &[u8]) -> Result<Workbook, Unreadable> {
    let text = decode(bytes).replace("\r\n", "\n").replace('\r', "\n");
    let (separator, body) = separator(&text);
    let mut lines =
        csv::ReaderBuilder::new().has_headers(false).flexible(true).delimiter(separator).from_reader(body.as_bytes());
    let mut filling = Filling::default();
    let mut row = 0_u32;
    for record in lines.records() {
        let record = record.map_err(|fault| Unreadable::Corrupt(fault.to_string()))?;
        // The reader skips blank lines, Excel numbers them: they stand at the beginning of the next record.
        let start = record.position().and_then(|position| usize::try_from(position.byte()).ok()).unwrap_or(0);
        let blank_lines = body.get(start..).unwrap_or_default().bytes().take_while(|byte| *byte == b'\n').count();
        row = row.saturating_add(u32::try_from(blank_lines).unwrap_or(0)).saturating_add(1);
        for (column, field) in record.iter().enumerate() {
            let field = unguard(field);
            if !field.trim().is_empty() {
                let column = u32::try_from(column).unwrap_or(u32::MAX);
                filling.put(
                    row,
                    ReadCell { column, value: CellValue::Text(field.to_owned()), style: None, formula: None },
                )?;
            }
        }
    }
    let name = if separator == b'\t' { "txt" } else { "csv" }.to_owned();
    let sheet = ReadSheet { name, stray: filling.stray, rows: filling.finish(), ..ReadSheet::default() };
    Ok(Workbook { sheets: vec![sheet], ..Workbook::default() })
}

/// `="036080766157"` is how careful programs keep zeros in CSV.
fn unguard(field: &str) -> &str {
    field.strip_prefix("=\"").and_then(|rest| rest.strip_suffix('"')).unwrap_or(field)
}

fn decode(bytes: &[u8]) -> String {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        let body = bytes.get(mark..).unwrap_or_default();
        return encoding.decode_without_bom_handling(body).0.into_owned();
    }
    let start = bytes.get(..bytes.len().min(4096)).unwrap_or_default();
    let zeros_at = |parity: usize| start.iter().skip(parity).step_by(2).filter(|byte| **byte == 0).count();
    if zeros_at(1) * 4 > start.len() {
        return UTF_16LE.decode_without_bom_handling(bytes).0.into_owned();
    }
    if zeros_at(0) * 4 > start.len() {
        return UTF_16BE.decode_without_bom_handling(bytes).0.into_owned();
    }
    if let Some(text) = UTF_8.decode_without_bom_handling_and_without_replacement(bytes) {
        return text.into_owned();
    }
    let vietnamese = WINDOWS_1258.decode_without_bom_handling(bytes).0;
    if is_vietnamese(&vietnamese) {
        vietnamese.into_owned()
    } else {
        // TCVN3 and VNI letters are read as Windows shows them; the intake converts them like those of old fonts.
        WINDOWS_1252.decode_without_bom_handling(bytes).0.into_owned()
    }
}

/// In windows-1258 tone marks follow vowels; other 8-bit texts put those bytes anywhere.
fn is_vietnamese(text: &str) -> bool {
    let vowels = "aăâeêioôơuưyAĂÂEÊIOÔƠUƯY";
    let is_tone = |letter: char| ('\u{300}'..='\u{323}').contains(&letter);
    let mut previous = ' ';
    let (mut right, mut wrong) = (0_u32, 0_u32);
    for letter in text.chars() {
        if is_tone(letter) {
            if vowels.contains(previous) { right += 1 } else { wrong += 1 }
        }
        previous = letter;
    }
    right > 0 && wrong * 20 <= right
}

/// The separator that parts the most lines alike, and the text after Excel's own `sep=` line.
fn separator(text: &str) -> (u8, &str) {
    if let Some((first, rest)) = text.split_once('\n')
        && let Some(sign) = first.trim_end().strip_prefix("sep=").and_then(|sign| sign.bytes().next())
    {
        return (sign, rest);
    }
    let lines: Vec<&str> = text.lines().filter(|line| !line.trim().is_empty()).take(60).collect();
    let score = |sign: char| {
        let counts: Vec<usize> = lines.iter().map(|line| count_outside_quotes(line, sign)).collect();
        let widest = counts.iter().copied().max().unwrap_or(0);
        // Lines as wide as the most common width; the width itself settles ties (a comma inside an address).
        let alike = |width: usize| counts.iter().filter(|count| **count == width).count();
        (1..=widest).map(|width| (alike(width), width)).max().unwrap_or((0, 0))
    };
    let best = ['\t', ';', ',', '|'].into_iter().max_by_key(|sign| score(*sign)).unwrap_or(',');
    (u8::try_from(best).unwrap_or(b','), text)
}

fn count_outside_quotes(line: &str, sign: char) -> usize {
    let mut quoted = false;
    line.chars()
        .filter(|letter| {
            quoted ^= *letter == '"';
            !quoted && *letter == sign
        })
        .count()
}

#[cfg(test)]
mod tests {
    #![allow(
        clippy::unwrap_used,
        clippy::expect_used,
        clippy::indexing_slicing,
        reason = "a test may stop at the first surprise"
    )]
    use super::*;

    fn cells(bytes: &[u8]) -> Vec<(u32, u32, String)> {
        let sheet = read(bytes).unwrap().sheets.remove(0);
        let mut cells = Vec::new();
        for row in sheet.rows {
            for cell in row.cells {
                let CellValue::Text(text) = cell.value else { panic!("text only") };
                cells.push((row.number, cell.column, text));
            }
        }
        cells
    }

    #[test]
    fn rows_keep_the_numbers_that_excel_gives_them() {
        let text = "STT;Họ và tên;Địa chỉ\r\n\r\n1;Lê Văn Lợi;\"Tổ 1;\nxã Kim Lũ\"\r\n2;Hà Thảo Vy;x, y, z\r\n";
        let cells = cells(text.as_bytes());
        assert_eq!(cells[1], (1, 1, "Họ và tên".to_owned()));
        assert_eq!(cells[5], (3, 2, "Tổ 1;\nxã Kim Lũ".to_owned()));
        assert_eq!(cells[7], (4, 1, "Hà Thảo Vy".to_owned()));
    }

    #[test]
    fn encodings_are_found_out() {
        let text = "STT\tHọ và tên\n1\tĐặng Thị Mỹ\n";
        let wide: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(cells(&wide)[3].2, "Đặng Thị Mỹ");
        let marked: Vec<u8> = [0xFE, 0xFF].into_iter().chain(text.encode_utf16().flat_map(u16::to_be_bytes)).collect();
        assert_eq!(cells(&marked)[3].2, "Đặng Thị Mỹ");
        // windows-1258: Đ = D0, ă = E3 + dot below F2, i + dot below F2.
        let old = b"STT,Ten\n1,\xD0\xE3\xF2ng Thi\xF2 My\n";
        assert_eq!(cells(old)[3].2, "Đă\u{323}ng Thi\u{323} My");
    }

    #[test]
    fn a_guarded_number_keeps_its_zeros() {
        assert_eq!(cells(b"CCCD,Ten\n\"=\"\"036080766157\"\"\",A\n")[2].2, "036080766157");
    }
}
