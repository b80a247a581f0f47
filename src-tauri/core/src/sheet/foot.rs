//! The foot of a list: who gets a copy and who signs, side by side in one row. Excel breaks pages between rows only, and
//! fitted to the width of the page it does not heed breaks that are asked for: one row keeps a signature whole.

use super::{layout::Layout, measure};
use press::{Closing, Face, RECIPIENTS, Signature};

/// Lines between who signs and the name.
const ROOM_TO_SIGN: u32 = 5;

/// How a line of the foot is set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Hand {
    Plain,
    Bold,
    Italic,
    /// "Nơi nhận:".
    Label,
    /// Who gets a copy.
    Small,
}

/// What stands in one place of the foot, line by line from the top.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Piece {
    /// First and last column.
    pub(super) place: (u16, u16),
    /// Signatures are centred, recipients begin on the left.
    pub(super) centred: bool,
    pub(super) lines: Vec<(Hand, String)>,
    /// Lines that the place takes once they are broken.
    pub(super) tall: u32,
}

/// Recipients on the left and the signatures, the last one under place and date.
pub(super) fn pieces(closing: &Closing, layout: &Layout, size: u32) -> Vec<Piece> {
    let places = layout.shares(closing.signatures.len().max(2));
    let (left, signing) = places.split_at(places.len().saturating_sub(closing.signatures.len().max(1)));
    let nobody = [Signature::default()];
    let signatures = if closing.signatures.is_empty() { nobody.as_slice() } else { &closing.signatures };
    let above = |one: &Signature, place| {
        let lines = one.lines.iter().map(|line| broken(Hand::Bold, line, layout.room(place), size)).sum::<u32>();
        lines + u32::from(!one.note.is_empty())
    };
    let tallest = signing.iter().zip(signatures).map(|(place, one)| above(one, *place)).max().unwrap_or(0);
    let dated = !closing.place_and_date.is_empty();
    let last = signing.len().saturating_sub(1);

    let mut pieces = Vec::new();
    if let Some(place) = left.first().filter(|_| !closing.recipients.is_empty()) {
        let mut lines = vec![(Hand::Plain, String::new()); usize::from(dated)];
        lines.push((Hand::Label, RECIPIENTS.to_owned()));
        lines.extend(closing.recipients.iter().map(|one| (Hand::Small, format!("- {one}"))));
        pieces.push(piece(*place, false, lines, layout, size));
    }
    for (at, (place, one)) in signing.iter().zip(signatures).enumerate() {
        let date = if at == last { closing.place_and_date.clone() } else { String::new() };
        let mut lines = vec![(Hand::Italic, date); usize::from(dated)];
        lines.extend(one.lines.iter().map(|line| (Hand::Bold, line.clone())));
        if !one.note.is_empty() {
            lines.push((Hand::Italic, one.note.clone()));
        }
        let room = tallest - above(one, *place) + ROOM_TO_SIGN;
        lines.extend((0..room).map(|_| (Hand::Plain, String::new())));
        lines.push((Hand::Bold, one.name.clone()));
        pieces.push(piece(*place, true, lines, layout, size));
    }
    pieces
}

fn piece(place: (u16, u16), centred: bool, lines: Vec<(Hand, String)>, layout: &Layout, size: u32) -> Piece {
    let tall = lines.iter().map(|(hand, line)| broken(*hand, line, layout.room(place), size)).sum();
    Piece { place, centred, lines, tall }
}

/// Lines that one line becomes in a place of so many points.
fn broken(hand: Hand, line: &str, room: u32, size: u32) -> u32 {
    let face = match hand {
        Hand::Plain | Hand::Small => Face::Regular,
        Hand::Bold | Hand::Label => Face::Bold,
        Hand::Italic => Face::Italic,
    };
    measure::lines(line, face, size, room)
}

#[cfg(test)]
#[allow(clippy::indexing_slicing, reason = "a test may stop at the first surprise")]
mod tests {
    use super::*;

    fn layout(columns: &[u16]) -> Layout {
        Layout { pixels: columns.iter().map(|one| measure::pixels(*one)).collect(), frozen: 0, size: 12 }
    }

    fn signature(lines: &[&str], name: &str) -> Signature {
        let lines = lines.iter().map(|line| (*line).to_owned()).collect();
        Signature { lines, note: String::new(), name: name.to_owned() }
    }

    fn texts(piece: &Piece) -> Vec<&str> {
        piece.lines.iter().map(|(_, line)| line.as_str()).collect()
    }

    #[test]
    fn names_stand_on_one_height_and_the_date_above_the_last() {
        let closing = Closing {
            place_and_date: "Vân Trạch, ngày 19 tháng 5 năm 2026".into(),
            recipients: Vec::new(),
            signatures: vec![
                signature(&["NGƯỜI LẬP"], "Trần Thu Hà"),
                signature(&["TM. BAN THƯỜNG VỤ", "CHỦ TỊCH"], "Phạm Đức Long"),
            ],
        };
        let pieces = pieces(&closing, &layout(&[40, 40]), 12);
        let (clerk, chair) = (texts(&pieces[0]), texts(&pieces[1]));
        assert_eq!(clerk[..2], ["", "NGƯỜI LẬP"]);
        assert_eq!(chair[..3], ["Vân Trạch, ngày 19 tháng 5 năm 2026", "TM. BAN THƯỜNG VỤ", "CHỦ TỊCH"]);
        assert_eq!(clerk.iter().position(|line| *line == "Trần Thu Hà"), Some(8));
        assert_eq!(chair.iter().position(|line| *line == "Phạm Đức Long"), Some(8));
        assert_eq!((pieces[0].tall, pieces[1].tall), (9, 9));
    }

    #[test]
    fn a_title_that_is_broken_still_leaves_room_to_sign() {
        let long = "TM. BAN THƯỜNG VỤ LIÊN ĐOÀN LAO ĐỘNG HUYỆN VÂN TRẠCH";
        let closing = Closing { signatures: vec![signature(&[long], "Phạm Đức Long")], ..Closing::default() };
        let pieces = pieces(&closing, &layout(&[20, 20]), 12);
        assert_eq!((pieces.len(), pieces[0].place), (1, (1, 1)));
        let broken = broken(Hand::Bold, long, layout(&[20, 20]).room((1, 1)), 12);
        assert!(broken > 1);
        assert_eq!(pieces[0].tall, broken + ROOM_TO_SIGN + 1);
    }

    #[test]
    fn who_gets_a_copy_stands_on_the_left() {
        let closing = Closing {
            recipients: vec!["Như Điều 3;".into(), "Lưu: VT.".into()],
            signatures: vec![signature(&["CHỦ TỊCH"], "Phạm Đức Long")],
            ..Closing::default()
        };
        let pieces = pieces(&closing, &layout(&[30, 30]), 12);
        assert_eq!(texts(&pieces[0]), [RECIPIENTS, "- Như Điều 3;", "- Lưu: VT."]);
        assert_eq!((pieces[0].centred, pieces[0].place, pieces[1].place), (false, (0, 0), (1, 1)));
    }
}
