//! The three lists of the package.

use super::Leaving;
use crate::{
    calendar::PartialDate,
    decisions::{self, AwardLine, HistoryOf},
    error::Result,
    host,
    letter::{Closing, Signature},
    members::{self, MemberLine, MemberQuery, MemberSort, UnmaskingId},
    office::Office,
    sheet::{
        Cell, Column, Kind, Sheet,
        office_list::{OfficeList, OfficePart},
    },
};

/// The members of each unit on its last day with us, in the order of the units.
pub(super) fn members_of(
    office: &Office,
    leaving: &[Leaving],
    leave: Option<UnmaskingId>,
) -> Result<Vec<Vec<MemberLine>>> {
    let of_unit = |unit: &Leaving| {
        // one that has not left is shown as it stands; a day would count those who came and went on it
        let as_of = unit.left.map(|_| unit.last_day);
        let statuses = if as_of.is_none() {
            members::Status::ALL.iter().copied().filter(|status| status.belongs()).collect()
        } else {
            Vec::new()
        };
        let query = MemberQuery {
            units: vec![unit.line.id],
            as_of,
            statuses,
            sort: MemberSort::default(),
            ..MemberQuery::default()
        };
        members::seen_lines(office, &members::matching(office, &query)?, as_of, leave)
    };
    leaving.iter().map(of_unit).collect()
}

/// The units.
pub(super) fn units(office: &Office, leaving: &[Leaving]) -> Result<Sheet> {
    let columns = vec![
        column("Mã đơn vị", 10, Kind::Id),
        column("Tên đơn vị", 36, Kind::Text),
        column("Cấp", 16, Kind::Text),
        column("Loại hình", 18, Kind::Text),
        column("Khu vực", 16, Kind::Text),
        column("Chủ tịch", 20, Kind::Text),
        column("Điện thoại", 13, Kind::Id),
        column("Địa chỉ", 24, Kind::Text),
        column("Thành lập", 12, Kind::Mark),
        column("Quyết định thành lập", 18, Kind::Text),
        column("Đoàn viên", 9, Kind::Number),
        column("Nữ", 7, Kind::Number),
        column("Bàn giao từ ngày", 12, Kind::Date),
        column("Số quyết định", 16, Kind::Text),
        column("Nơi tiếp nhận", 24, Kind::Text),
    ];
    let row = |unit: &Leaving| {
        let line = &unit.line;
        vec![
            Cell::text(&line.code),
            Cell::text(&line.name),
            Cell::text(line.level.label()),
            Cell::text(&line.kind_label),
            Cell::text(&line.sector_label),
            Cell::text(&line.chair),
            Cell::text(&line.phone),
            Cell::text(&line.address),
            Cell::text(shown(line.established)),
            Cell::text(&unit.established_by),
            Cell::Number(line.members),
            Cell::Number(line.women),
            unit.left.map_or(Cell::Empty, Cell::Day),
            Cell::text(&unit.decision),
            Cell::text(&unit.to),
        ]
    };
    let parts = vec![OfficePart { heading: String::new(), rows: leaving.iter().map(row).collect() }];
    list(office, "Đơn vị", "DANH SÁCH ĐƠN VỊ BÀN GIAO", "đơn vị", columns, parts)
}

/// Their members, unit by unit; restricted columns only when they are shown.
pub(super) fn members(
    office: &Office,
    leaving: &[Leaving],
    members: &[Vec<MemberLine>],
    restricted: bool,
) -> Result<Sheet> {
    let mut columns = vec![
        column("Họ và tên", 24, Kind::Text),
        column("Giới tính", 7, Kind::Mark),
        column("Ngày sinh", 12, Kind::Mark),
        column("Số CCCD", 15, Kind::Id),
        column("Chức vụ", 18, Kind::Text),
        column("Chức vụ công đoàn", 16, Kind::Text),
        column("Ngày vào công đoàn", 12, Kind::Mark),
        column("Mã đoàn viên", 14, Kind::Id),
        column("Trình độ", 14, Kind::Text),
        column("Quê quán", 24, Kind::Text),
        column("Nơi ở", 24, Kind::Text),
        column("Điện thoại", 13, Kind::Id),
        column("Trạng thái", 14, Kind::Text),
        column("Ghi chú", 18, Kind::Text),
    ];
    if restricted {
        columns.extend([
            column("Dân tộc", 10, Kind::Text),
            column("Tôn giáo", 10, Kind::Text),
            column("Đảng viên", 8, Kind::Mark),
            column("Ngày vào Đảng", 12, Kind::Mark),
        ]);
    }
    let words = |text: &Option<String>| Cell::text(text.clone().unwrap_or_default());
    let row = |line: &MemberLine| {
        let mut cells = vec![
            Cell::text(&line.full_name),
            Cell::text(line.gender.map(members::Gender::label).unwrap_or_default()),
            Cell::text(shown(line.birth)),
            words(&line.citizen_id),
            words(&line.position),
            words(&line.union_position),
            Cell::text(shown(line.union_join)),
            words(&line.member_code),
            words(&line.education),
            words(&line.hometown),
            words(&line.residence),
            words(&line.phone),
            Cell::text(&line.status_label),
            words(&line.note),
        ];
        if let Some(fields) = line.restricted.as_ref().filter(|_| restricted) {
            cells.extend([
                words(&fields.ethnicity),
                words(&fields.religion),
                Cell::text(if fields.party_member == Some(true) { "x" } else { "" }),
                Cell::text(shown(fields.party_join)),
            ]);
        }
        cells
    };
    let part = |(unit, members): (&Leaving, &Vec<MemberLine>)| OfficePart {
        heading: format!("{} – {}", unit.line.code, unit.line.name),
        rows: members.iter().map(row).collect(),
    };
    let parts = leaving.iter().zip(members).filter(|(_, members)| !members.is_empty()).map(part).collect();
    list(office, "Đoàn viên", "DANH SÁCH ĐOÀN VIÊN BÀN GIAO", "đoàn viên", columns, parts)
}

/// What the units and their members were given, unit by unit: the collective first.
pub(super) fn awards(office: &mut Office, leaving: &[Leaving], members: &[Vec<MemberLine>]) -> Result<Sheet> {
    let columns = vec![
        column("Tập thể, cá nhân", 26, Kind::Text),
        column("Hình thức khen thưởng", 30, Kind::Text),
        column("Số quyết định", 18, Kind::Text),
        column("Ngày ký", 12, Kind::Date),
        column("Năm", 7, Kind::Mark),
        column("Cấp quyết định", 24, Kind::Text),
        column("Đơn vị khi được khen", 30, Kind::Text),
        column("Thành tích", 36, Kind::Text),
        column("Tiền thưởng (đồng)", 13, Kind::Money),
    ];
    let own = host::as_of(office, office.today())?.name;
    let row = |line: AwardLine| {
        vec![
            Cell::text(line.name),
            Cell::text(line.award_name),
            Cell::text(line.number),
            line.signed_on.map_or(Cell::Empty, Cell::Day),
            Cell::text(line.year.to_string()),
            Cell::text(if line.grantor.is_empty() { own.clone() } else { line.grantor }),
            Cell::text(line.unit_name),
            Cell::text(line.reason),
            Cell::Money(line.amount),
        ]
    };
    let mut parts = Vec::new();
    for (unit, members) in leaving.iter().zip(members) {
        let mut rows: Vec<Vec<Cell>> =
            decisions::history(office, HistoryOf::Unit(unit.line.id.0))?.into_iter().map(row).collect();
        for member in members {
            rows.extend(decisions::history(office, HistoryOf::Member(member.id.0))?.into_iter().map(row));
        }
        if !rows.is_empty() {
            parts.push(OfficePart { heading: format!("{} – {}", unit.line.code, unit.line.name), rows });
        }
    }
    list(office, "Khen thưởng", "DANH SÁCH KHEN THƯỞNG BÀN GIAO", "lượt khen thưởng", columns, parts)
}

fn list(
    office: &Office,
    tab: &str,
    title: &str,
    counted: &str,
    columns: Vec<Column>,
    parts: Vec<OfficePart>,
) -> Result<Sheet> {
    let host = host::as_of(office, office.today())?;
    let side = |who: &str| Signature {
        lines: vec![who.to_owned()],
        note: "(Ký, ghi rõ họ tên)".to_owned(),
        name: String::new(),
    };
    let list = OfficeList {
        name: tab.to_owned(),
        heading: Some(host.heading()),
        title: title.to_owned(),
        filter: format!("Lập ngày {}", office.today().format("%d/%m/%Y")),
        columns,
        parts,
        counted: counted.to_owned(),
        closing: Some(Closing {
            place_and_date: String::new(),
            recipients: Vec::new(),
            signatures: vec![side("BÊN GIAO"), side("BÊN NHẬN")],
        }),
    };
    Ok(list.sheet())
}

fn column(header: &str, width: u16, kind: Kind) -> Column {
    Column { header: header.to_owned(), width, kind }
}

fn shown(day: Option<PartialDate>) -> String {
    day.map(|day| day.to_string()).unwrap_or_default()
}
