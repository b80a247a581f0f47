//! A letter as a Word document, for chairs who change words before they sign: named styles, a header row that repeats,
//! pages numbered from the second.

mod blocks;
mod closing;
mod heading;
mod parts;
mod table;
mod xml;

use std::io::{Cursor, Write};

use crate::error::{Error, Result};
use press::{Letter, Page, Section};
use zip::{CompressionMethod, ZipWriter, write::SimpleFileOptions};

/// The paper as a .docx file; the same letter gives the same bytes.
pub fn docx(letter: &Letter) -> Result<Vec<u8>> {
    let page = letter.sections.first().map_or_else(Page::upright, |section| section.page.clone());
    let parts = [
        ("[Content_Types].xml", parts::CONTENT_TYPES.to_owned()),
        ("_rels/.rels", parts::RELATIONS.to_owned()),
        ("docProps/core.xml", parts::properties(&letter.about)),
        ("word/_rels/document.xml.rels", parts::DOCUMENT_RELATIONS.to_owned()),
        ("word/settings.xml", parts::SETTINGS.to_owned()),
        ("word/styles.xml", parts::styles(&page)),
        ("word/header1.xml", parts::PAGE_NUMBER.to_owned()),
        ("word/document.xml", document(letter)),
    ];
    let mut file = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
    for (name, text) in parts {
        file.start_file(name, options).map_err(|error| Error::broken("docx", error))?;
        file.write_all(text.as_bytes())?;
    }
    Ok(file.finish().map_err(|error| Error::broken("docx", error))?.into_inner())
}

fn document(letter: &Letter) -> String {
    let mut body = String::new();
    for (at, section) in letter.sections.iter().enumerate() {
        for (place, block) in section.blocks.iter().enumerate() {
            body.push_str(&blocks::block(block, &section.page, section.is_held(place)));
        }
        let last = at + 1 == letter.sections.len();
        body.push_str(&if last { section_rules(section) } else { section_end(section) });
    }
    format!("{}<w:document {}><w:body>{body}</w:body></w:document>", xml::DECLARATION, xml::NAMESPACES)
}

/// A section but the last ends with a paragraph that holds its rules.
fn section_end(section: &Section) -> String {
    let spacing = r#"<w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>"#;
    format!("<w:p><w:pPr>{spacing}{}</w:pPr></w:p>", section_rules(section))
}

fn section_rules(section: &Section) -> String {
    let page = &section.page;
    let (short, long) = if page.a3 { (16_838, 23_811) } else { (11_906, 16_838) };
    let size = if page.landscape {
        format!(r#"<w:pgSz w:w="{long}" w:h="{short}" w:orient="landscape"/>"#)
    } else {
        format!(r#"<w:pgSz w:w="{short}" w:h="{long}"/>"#)
    };
    let [top, bottom, left, right] = [page.margins.top, page.margins.bottom, page.margins.left, page.margins.right]
        .map(|mm| xml::twips(u32::from(mm)));
    let number = if page.restart_numbers { r#"<w:pgNumType w:start="1"/>"# } else { "" };
    let first = if page.number_first_page { "" } else { "<w:titlePg/>" };
    format!(
        r#"<w:sectPr><w:headerReference w:type="default" r:id="rId3"/>{size}<w:pgMar w:top="{top}" w:right="{right}" w:bottom="{bottom}" w:left="{left}" w:header="567" w:footer="567" w:gutter="0"/>{number}<w:cols w:space="720"/>{first}</w:sectPr>"#
    )
}
