//! The parts of a document that hold no words of the letter but its title.

use super::xml::{DECLARATION, NAMESPACES, joined, twips};
use chrono::TimeDelta;
use press::{About, Page, clean};
use quick_xml::escape::escape;

pub(super) const CONTENT_TYPES: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/><Override PartName="/word/settings.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.settings+xml"/><Override PartName="/word/header1.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>"#;

pub(super) const RELATIONS: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>"#;

pub(super) const DOCUMENT_RELATIONS: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/settings" Target="settings.xml"/><Relationship Id="rId3" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/header" Target="header1.xml"/></Relationships>"#;

pub(super) const SETTINGS: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:settings xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:zoom w:percent="100"/><w:defaultTabStop w:val="567"/><w:characterSpacingControl w:val="doNotCompress"/><w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat><w:themeFontLang w:val="vi-VN"/></w:settings>"#;

pub(super) const PAGE_NUMBER: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:hdr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:p><w:pPr><w:pStyle w:val="SoTrang"/></w:pPr><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>2</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p></w:hdr>"#;

/// Title, author and time. Vietnam is seven hours ahead of what the file wants.
pub(super) fn properties(about: &About) -> String {
    let made =
        about.made_at.checked_sub_signed(TimeDelta::hours(7)).unwrap_or(about.made_at).format("%Y-%m-%dT%H:%M:%SZ");
    let namespaces = r#"xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance""#;
    let (title, author) = (clean(&about.title), clean(&about.author));
    format!(
        r#"{DECLARATION}<cp:coreProperties {namespaces}><dc:title>{}</dc:title><dc:creator>{}</dc:creator><dcterms:created xsi:type="dcterms:W3CDTF">{made}</dcterms:created><dc:language>vi-VN</dc:language></cp:coreProperties>"#,
        escape(title.as_str()),
        escape(author.as_str()),
    )
}

/// A named paragraph style.
struct Style {
    id: &'static str,
    /// As the clerk sees it in Word.
    name: &'static str,
    /// Points.
    size: u32,
    bold: bool,
    italic: bool,
    align: &'static str,
    /// First-line indent, twips.
    indent: u32,
    /// Points before and after.
    gap: (u32, u32),
}

/// The styles of the page: what the clerk changes once in Word changes the whole paper.
pub(super) fn styles(page: &Page) -> String {
    let body = u32::from(page.text_size);
    let gap = u32::from(page.gap);
    let indent = twips(u32::from(page.indent));
    let centred = Style {
        id: "CanGiua",
        name: "Căn giữa",
        size: body,
        bold: false,
        italic: false,
        align: "center",
        indent: 0,
        gap: (gap, gap),
    };
    let cell = Style {
        id: "OBang",
        name: "Ô bảng",
        size: 13,
        bold: false,
        italic: false,
        align: "left",
        indent: 0,
        gap: (1, 1),
    };
    let list = [
        Style { id: "ThanBai", name: "Thân bài", align: "both", indent, gap: (0, gap), ..centred },
        Style { id: "CanCu", name: "Căn cứ", italic: true, align: "both", indent, gap: (0, gap), ..centred },
        Style { id: "CapTren", name: "Cơ quan cấp trên", size: 12, gap: (0, 0), ..centred },
        Style { id: "BanHanh", name: "Cơ quan ban hành", size: 12, bold: true, gap: (0, 0), ..centred },
        Style { id: "QuocHieu", name: "Quốc hiệu", size: 12, bold: true, gap: (0, 0), ..centred },
        Style { id: "TieuNgu", name: "Tiêu ngữ", size: 13, bold: true, gap: (0, 0), ..centred },
        Style { id: "SoVanBan", name: "Số văn bản", size: 13, gap: (6, 0), ..centred },
        Style { id: "NgayThang", name: "Ngày tháng", size: 13, italic: true, gap: (6, 0), ..centred },
        Style { id: "TenLoai", name: "Tên loại văn bản", bold: true, gap: (12, 0), ..centred },
        Style { id: "TrichYeu", name: "Trích yếu", bold: true, gap: (0, 0), ..centred },
        Style { id: "KemTheo", name: "Kèm theo", italic: true, gap: (2, 0), ..centred },
        Style { id: "DauBang", name: "Đầu bảng", bold: true, align: "center", ..cell },
        Style { id: "NhomBang", name: "Nhóm trong bảng", bold: true, ..cell },
        Style { id: "NoiNhan", name: "Nơi nhận", size: 11, align: "left", gap: (0, 0), ..centred },
        Style { id: "NguoiKy", name: "Người ký", bold: true, gap: (0, 0), ..centred },
        Style { id: "ThongTin", name: "Thông tin", align: "left", gap: (0, 4), ..centred },
        Style { id: "SoTrang", name: "Số trang", size: 13, gap: (0, 0), ..centred },
        cell,
        centred,
    ];
    let styles = joined(list.iter().map(|style| written(style, page.line_percent)));
    format!(
        r#"{DECLARATION}<w:styles {NAMESPACES}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="Times New Roman" w:cs="Times New Roman"/><w:sz w:val="{0}"/><w:szCs w:val="{0}"/><w:lang w:val="vi-VN" w:eastAsia="vi-VN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style><w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/></w:tblPr></w:style>{styles}</w:styles>"#,
        body * 2
    )
}

fn written(style: &Style, line_percent: u16) -> String {
    let line = if style.indent > 0 { u32::from(line_percent) * 240 / 100 } else { 240 };
    let (before, after) = (style.gap.0 * 20, style.gap.1 * 20);
    let bold = if style.bold { "<w:b/>" } else { "" };
    let italic = if style.italic { "<w:i/>" } else { "" };
    let Style { id, name, indent, align, size, .. } = style;
    let size = size * 2;
    format!(
        r#"<w:style w:type="paragraph" w:customStyle="1" w:styleId="{id}"><w:name w:val="{name}"/><w:basedOn w:val="Normal"/><w:qFormat/><w:pPr><w:spacing w:before="{before}" w:after="{after}" w:line="{line}" w:lineRule="auto"/><w:ind w:firstLine="{indent}"/><w:jc w:val="{align}"/></w:pPr><w:rPr>{bold}{italic}<w:sz w:val="{size}"/><w:szCs w:val="{size}"/></w:rPr></w:style>"#
    )
}
