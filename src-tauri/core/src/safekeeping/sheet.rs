//! The recovery key on paper: to be printed once and kept in the safe.

use crate::{
    error::{Error, Result},
    home::Home,
    host,
    paper::Paper,
};
use press::{About, Align, Block, Heading, Letter, Page, Paragraph, Run, Section, Title};

/// The sheet with the recovery key of this session.
pub fn recovery_sheet(home: &mut Home, (): ()) -> Result<Paper> {
    let recovery_key = super::keys::recovery_key(home, ())?.recovery_key;
    let office = home.office()?;
    let today = office.today();
    let name = host::as_of(office, today).map(|host| host.name).unwrap_or_default();
    let letter = letter(&name, &recovery_key, office.now().naive_local());
    let bytes = press::pdf(&letter).map_err(|trouble| Error::broken("recovery sheet", format!("{trouble:?}")))?;
    Ok(Paper {
        file_name: format!("Mã khôi phục {}.pdf", today.format("%Y-%m-%d")), media: "application/pdf", bytes
    })
}

fn letter(office: &str, recovery_key: &str, made_at: chrono::NaiveDateTime) -> Letter {
    let day = made_at.date();
    let blocks = vec![
        Block::Heading(Heading { body: office.to_uppercase(), ..Heading::default() }),
        Block::Title(Title {
            kind: "MÃ KHÔI PHỤC DỮ LIỆU SỔ VÀNG".into(),
            summary: vec![format!("Lập ngày {}", day.format("%d/%m/%Y"))],
            note: String::new(),
            rule: true,
        }),
        Block::Paragraph(Paragraph {
            runs: vec![Run { text: recovery_key.to_owned(), bold: true, italic: false }],
            align: Align::Centre,
            indent: false,
        }),
        Block::text(
            "Mã này mở được dữ liệu khi quên mật khẩu, khi hỏng máy, hoặc khi cài lại máy và chỉ còn bản sao lưu trên USB. \
             Ai có mã này và bản sao lưu thì đọc được toàn bộ dữ liệu.",
        ),
        Block::text(
            "Hãy cất tờ giấy này trong tủ có khóa hoặc két của cơ quan, để riêng với USB sao lưu. \
             Không chụp ảnh, không gửi qua Zalo hay thư điện tử.",
        ),
        Block::text(
            "Khi gõ mã: không phân biệt chữ hoa, chữ thường; có thể bỏ dấu gạch. \
             Mã không có các chữ I, L, O, U nên số 0 và số 1 không nhầm với chữ.",
        ),
        Block::text(
            "Cách khôi phục trên máy mới: cài Sổ Vàng, ở màn hình đầu chọn “Khôi phục từ bản sao lưu”, \
             chọn thư mục trên USB rồi gõ mã này.",
        ),
    ];
    Letter {
        about: About {
            title: "Mã khôi phục dữ liệu Sổ Vàng".into(),
            author: office.to_owned(),
            ident: format!("recovery-sheet-{made_at}"),
            made_at,
        },
        sections: vec![Section { page: Page::upright(), blocks }],
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]
    use super::*;

    #[test]
    fn the_sheet_shows_the_key_and_the_paper_s_properties_do_not() {
        let made_at = chrono::NaiveDate::from_ymd_opt(2026, 11, 22).unwrap().and_hms_opt(9, 0, 0).unwrap();
        let letter = letter("Liên đoàn Lao động huyện Vân Trạch", "AAAAA-BBBBB", made_at);
        assert!(format!("{:?}", letter.sections).contains("AAAAA-BBBBB"));
        assert!(!format!("{:?}", letter.about).contains("AAAAA"));
    }
}
