//! The awards of one person or one unit on a printable page ("quá trình khen thưởng").

use super::{
    About, Align, Block, Closing, Column, Field, Heading, Letter, Page, Row, Section, Signature, Table, Title, Width,
};
use crate::calendar::PartialDate;

/// What the page says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AwardHistory {
    /// The body above; empty when there is none.
    pub superior: String,
    /// The office.
    pub body: String,
    /// "Vân Trạch, ngày …"
    pub place_and_date: String,
    /// Name, birth, post, unit: what tells this one from others.
    pub fields: Vec<Field>,
    /// The awards, oldest first.
    pub awards: Vec<PastAward>,
    /// Who signs.
    pub signature: Signature,
}

/// One award.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PastAward {
    /// The year or school year that it is for.
    pub period: String,
    /// Title or form ("Giấy khen", "Chiến sĩ thi đua cơ sở").
    pub award: String,
    /// What for.
    pub reason: String,
    /// "12/QĐ-LĐLĐ".
    pub decision: String,
    /// The decision's day, as far as it is known.
    pub decided_on: Option<PartialDate>,
    /// Who decided.
    pub body: String,
}

impl AwardHistory {
    /// The page.
    pub fn letter(&self, about: About) -> Letter {
        let mut blocks = vec![
            Block::Heading(Heading { superior: self.superior.clone(), body: self.body.clone(), ..Heading::default() }),
            Block::Title(Title { kind: "QUÁ TRÌNH KHEN THƯỞNG".to_owned(), rule: true, ..Title::default() }),
            Block::Fields { fields: self.fields.clone() },
        ];
        if self.awards.is_empty() {
            blocks.push(Block::text("Chưa có danh hiệu, hình thức khen thưởng nào được ghi trong sổ."));
        } else {
            blocks.push(Block::Table(self.table()));
            blocks
                .push(Block::text(format!("Danh sách gồm {} danh hiệu, hình thức khen thưởng./.", self.awards.len())));
        }
        blocks.push(Block::Closing(Closing {
            place_and_date: self.place_and_date.clone(),
            recipients: Vec::new(),
            signatures: vec![self.signature.clone()],
        }));
        Letter { about, sections: vec![Section { page: Page { text_size: 13, ..Page::upright() }, blocks }] }
    }

    fn table(&self) -> Table {
        let column = |header: &str, width, align| Column { header: header.to_owned(), width, align };
        let rows = (1..).zip(&self.awards).map(|(number, award): (usize, _)| Row::Line { cells: award.cells(number) });
        Table {
            columns: vec![
                column("STT", Width::Mm(11), Align::Centre),
                column("Năm", Width::Mm(20), Align::Centre),
                column("Danh hiệu, hình thức khen thưởng", Width::Share(5), Align::Left),
                column("Thành tích", Width::Share(6), Align::Left),
                column("Số, ngày quyết định", Width::Mm(28), Align::Centre),
                column("Cơ quan quyết định", Width::Share(4), Align::Left),
            ],
            groups: Vec::new(),
            rows: rows.collect(),
            text_size: 12,
        }
    }
}

impl PastAward {
    fn cells(&self, number: usize) -> Vec<String> {
        let day = self.decided_on.map(|day| day.to_string()).unwrap_or_default();
        let decision = [self.decision.as_str(), day.as_str()]
            .iter()
            .filter(|words| !words.is_empty())
            .copied()
            .collect::<Vec<_>>();
        vec![
            number.to_string(),
            self.period.clone(),
            self.award.clone(),
            self.reason.clone(),
            decision.join("\n"),
            self.body.clone(),
        ]
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may stop at the first surprise")]
    use super::*;
    use chrono::NaiveDate;

    fn history(awards: Vec<PastAward>) -> AwardHistory {
        AwardHistory {
            superior: String::new(),
            body: "LIÊN ĐOÀN LAO ĐỘNG HUYỆN VÂN TRẠCH".into(),
            place_and_date: "Vân Trạch, ngày 17 tháng 5 năm 2024".into(),
            fields: vec![Field { label: "Ngày sinh".into(), value: "1980".into() }],
            awards,
            signature: Signature::default(),
        }
    }

    fn about() -> About {
        let made_at = NaiveDate::from_ymd_opt(2024, 5, 7).unwrap().and_hms_opt(8, 0, 0).unwrap();
        About { title: String::new(), author: String::new(), ident: String::new(), made_at }
    }

    #[test]
    fn each_award_is_a_row_with_its_decision_and_day() {
        let award = PastAward {
            period: "2023".into(),
            award: "Giấy khen".into(),
            decision: "12/QĐ-LĐLĐ".into(),
            decided_on: PartialDate::new(2023, Some(5), Some(7)),
            ..PastAward::default()
        };
        let letter = history(vec![award]).letter(about());
        let Block::Table(table) = &letter.sections[0].blocks[3] else { panic!("a table") };
        let Row::Line { cells } = &table.rows[0] else { panic!("a line") };
        assert_eq!(cells, &["1", "2023", "Giấy khen", "", "12/QĐ-LĐLĐ\n07/05/2023", ""]);
    }

    #[test]
    fn someone_without_an_award_gets_a_sentence_not_an_empty_table() {
        let letter = history(vec![]).letter(about());
        assert!(!letter.sections[0].blocks.iter().any(|block| matches!(block, Block::Table(_))));
        assert!(
            matches!(&letter.sections[0].blocks[3], Block::Paragraph(words) if words.runs[0].text.starts_with("Chưa có"))
        );
    }
}
