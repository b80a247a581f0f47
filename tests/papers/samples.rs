//! One good example of each kind of paper, with the names that make papers go wrong.

use chrono::NaiveDate;
use office::calendar::PartialDate;
use office::id::MemberId;
use office::letter::commendation::{Annex, AnnexEntry, AnnexPart, CommendationDecision, Counting};
use office::letter::history::{AwardHistory, PastAward};
use office::letter::{About, Closing, Field, Heading, Letter, Signature, Title};
use office::money::Dong;
use office::periods::PeriodId;
use office::pledges::paper::{PledgeSaid, booklet, posting, progress};
use office::pledges::{
    Confirmer, Content, PledgeBlock, PledgeFigures, PledgeFiguresOf, PledgeId, PledgeLine, PledgeQuery, PledgeState,
    PledgeTally, Shortcoming, ShortcomingId,
};
use office::sheet::commendation::{CommendationLine, CommendationList, CommendationPart};
use office::sheet::design::{Design, Standard};
use office::sheet::office_list::{OfficeList, OfficePart};
use office::sheet::{Cell, Column, Kind, Sheet};
use office::units::{UnitId, UnitMap};
use office::vietnamese::NumberWords;

/// Names that make papers go wrong: long, of the highlands, with letters that stack marks.
pub const NAMES: [&str; 12] = [
    "Nguyễn Thị Hường",
    "H'Ngoan Byă",
    "Công Tằng Tôn Nữ Thị Quỳnh Phương Thảo Trang",
    "Đỗ Ưởng Ẩn",
    "H'Ly Hđơk",
    "Trần Văn Đậu",
    "Lò Thị Ỷ",
    "Nguyễn Đặng Trần Phương Uyên",
    "Y Thĩ Niê Kđăm",
    "Vũ Ngọc Ẵng",
    "Kpă Ŏi",
    "Lê Thị Nghiêng",
];
/// Units, one with the longest name of the district.
pub const UNITS: [&str; 6] = [
    "CĐCS Trường Tiểu học Kim Đồng",
    "CĐCS Công ty CP Xây dựng và Thương mại Minh Thượng",
    "CĐCS xã Đông Khê",
    "CĐCS Phòng Lao động - Thương binh và Xã hội",
    "CĐCS Văn phòng Huyện ủy và các Ban xây dựng Đảng",
    "Nghiệp đoàn Bốc xếp chợ Vân Trạch",
];
const POSTS: [&str; 4] =
    ["Giáo viên", "Phó Hiệu trưởng, Chủ tịch CĐCS", "Công nhân may", "Ủy viên Ban Chấp hành CĐCS, Trưởng Ban Nữ công"];
const REASON: &str =
    "Có thành tích xuất sắc trong phong trào thi đua “Lao động giỏi” và xây dựng tổ chức Công đoàn vững mạnh năm 2024";

pub fn about(title: &str) -> About {
    About {
        title: title.into(),
        author: "Liên đoàn Lao động huyện Vân Trạch".into(),
        ident: "0190b6a5-0000-7000-8000-000000000012".into(),
        made_at: day(2024, 5, 17).and_hms_opt(10, 30, 0).unwrap(),
    }
}

pub fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

fn signature() -> Signature {
    Signature {
        lines: vec!["TM. BAN THƯỜNG VỤ".into(), "CHỦ TỊCH".into()],
        note: String::new(),
        name: "Nguyễn Văn Phúc".into(),
    }
}

fn pick<'a>(list: &[&'a str], at: usize) -> &'a str {
    list[at % list.len()]
}

/// A full name that is used once only.
pub fn person(at: usize) -> String {
    const LAST: [&str; 5] = ["", " Anh", " Bình", " Cúc", " Dũng"];
    format!("{}{}", pick(&NAMES, at), pick(&LAST, at / NAMES.len()))
}

/// A decision with so many collectives and people.
pub fn decision(collectives: usize, people: usize) -> CommendationDecision {
    let collective = |at: usize| AnnexEntry {
        collective: true,
        name: pick(&UNITS, at).into(),
        form: "Giấy khen".into(),
        amount: Some(Dong(1_410_000)),
        ..AnnexEntry::default()
    };
    let one = |at: usize| AnnexEntry {
        honorific: if at.is_multiple_of(2) { "Bà" } else { "Ông" }.into(),
        name: person(at),
        post: pick(&POSTS, at).into(),
        unit: pick(&UNITS, at).into(),
        form: "Giấy khen".into(),
        amount: Some(Dong(710_000)),
        ..AnnexEntry::default()
    };
    CommendationDecision {
        superior: "LIÊN ĐOÀN LAO ĐỘNG TỈNH HOÀI GIANG".into(),
        body: "LIÊN ĐOÀN LAO ĐỘNG HUYỆN VÂN TRẠCH".into(),
        number: "12".into(),
        symbol: "QĐ-LĐLĐ".into(),
        place: "Vân Trạch".into(),
        date: Some(day(2024, 5, 17)),
        kind: "QUYẾT ĐỊNH".into(),
        summary: "Về việc tặng Giấy khen cho các tập thể và cá nhân có thành tích xuất sắc trong phong trào thi đua “Lao động giỏi” năm 2024".into(),
        authority: "BAN THƯỜNG VỤ LIÊN ĐOÀN LAO ĐỘNG HUYỆN VÂN TRẠCH".into(),
        grounds: vec![
            "Căn cứ Điều lệ Công đoàn Việt Nam".into(),
            "Căn cứ Quyết định số 999/QĐ-TLĐ ngày 29 tháng 5 năm 2024 của Tổng Liên đoàn Lao động Việt Nam ban hành Quy chế khen thưởng của tổ chức Công đoàn".into(),
            "Xét đề nghị của Hội đồng Thi đua - Khen thưởng Liên đoàn Lao động huyện".into(),
        ],
        articles: vec![
            format!("Tặng Giấy khen của Ban Thường vụ Liên đoàn Lao động huyện Vân Trạch cho {collectives:02} tập thể và {people:02} cá nhân đã có thành tích xuất sắc trong phong trào thi đua “Lao động giỏi” và xây dựng tổ chức Công đoàn vững mạnh năm 2024 (có danh sách kèm theo)."),
            "Mức tiền thưởng kèm theo thực hiện theo quy định hiện hành, chi từ nguồn tài chính công đoàn.".into(),
            "Văn phòng Liên đoàn Lao động huyện, các công đoàn cơ sở và các tập thể, cá nhân có tên tại Điều 1 chịu trách nhiệm thi hành Quyết định này.\nQuyết định có hiệu lực kể từ ngày ký./.".into(),
        ],
        recipients: vec!["LĐLĐ tỉnh (để báo cáo)".into(), "Như Điều 3".into(), "Lưu: VT, HSKT".into()],
        signature: signature(),
        annex: Some(Annex {
            summary: "Tập thể, cá nhân được tặng Giấy khen".into(),
            issuer: "Ban Thường vụ Liên đoàn Lao động huyện Vân Trạch".into(),
            parts: vec![
                AnnexPart { heading: "Tập thể".into(), entries: (0..collectives).map(collective).collect() },
                AnnexPart { heading: "Cá nhân".into(), entries: (0..people).map(one).collect() },
            ],
            counting: Counting::Restart,
            words: NumberWords::default(),
        }),
    }
}

/// The same names as the list for the province.
pub fn commendation_list(collectives: usize, people: usize) -> CommendationList {
    let collective = |at: usize| CommendationLine {
        full_name: pick(&UNITS, at).into(),
        form: "Bằng khen LĐLĐ tỉnh".into(),
        reason: REASON.into(),
        amount: Some(Dong(1_410_000)),
        ..CommendationLine::default()
    };
    let one = |at: usize| CommendationLine {
        honorific: if at.is_multiple_of(2) { "Bà" } else { "Ông" }.into(),
        full_name: person(at),
        person: true,
        woman: Some(at.is_multiple_of(2)),
        birth: PartialDate::new(1970 + i32::try_from(at % 30).unwrap(), Some(3), (at % 5 != 4).then_some(5)),
        position: pick(&POSTS, at).into(),
        union_position: "Ủy viên BCH".into(),
        unit: pick(&UNITS, at).into(),
        citizen_id: format!("00118{at:07}"),
        form: "Bằng khen LĐLĐ tỉnh".into(),
        reason: REASON.into(),
        amount: Some(Dong(710_000)),
        ..CommendationLine::default()
    };
    CommendationList {
        heading: Some(heading()),
        title: Title {
            kind: "DANH SÁCH ĐỀ NGHỊ KHEN THƯỞNG NĂM 2024".into(),
            note: "(Kèm theo Tờ trình số 15/TTr-LĐLĐ ngày 20 tháng 11 năm 2024)".into(),
            ..Title::default()
        },
        parts: vec![
            CommendationPart { heading: "Tập thể".into(), lines: (0..collectives).map(collective).collect() },
            CommendationPart { heading: "Cá nhân".into(), lines: (0..people).map(one).collect() },
        ],
        counting: Counting::Restart,
        words: NumberWords::default(),
        closing: Some(signatures()),
    }
}

fn heading() -> Heading {
    Heading {
        superior: "LIÊN ĐOÀN LAO ĐỘNG TỈNH HOÀI GIANG".into(),
        body: "LIÊN ĐOÀN LAO ĐỘNG HUYỆN VÂN TRẠCH".into(),
        ..Heading::default()
    }
}

fn signatures() -> Closing {
    Closing {
        place_and_date: "Vân Trạch, ngày 20 tháng 11 năm 2024".into(),
        recipients: vec![],
        signatures: vec![
            Signature {
                lines: vec!["NGƯỜI LẬP BIỂU".into()],
                note: "(Ký, ghi rõ họ tên)".into(),
                name: "Lê Thị Hạnh".into(),
            },
            signature(),
        ],
    }
}

/// The design that every office starts with.
pub fn province_sheet(collectives: usize, people: usize) -> Sheet {
    commendation_list(collectives, people).sheet(&Design::standard())
}

/// A design with every standard column.
pub fn widest_sheet(people: usize) -> Sheet {
    commendation_list(2, people).sheet(&Design::of("Tất cả", &Standard::ALL))
}

pub fn history() -> Letter {
    let award = |year: &str, award: &str, decision: &str, month: Option<u32>, body: &str| PastAward {
        period: year.into(),
        award: award.into(),
        reason: REASON.into(),
        decision: decision.into(),
        decided_on: PartialDate::new(year[..4].parse().unwrap(), month, month.map(|_| 28)),
        body: body.into(),
    };
    let district = "Ban Thường vụ LĐLĐ huyện Vân Trạch";
    AwardHistory {
        superior: heading().superior,
        body: heading().body,
        place_and_date: "Vân Trạch, ngày 17 tháng 5 năm 2024".into(),
        fields: [("Họ và tên", NAMES[2]), ("Ngày sinh", "05/03/1980"), ("Chức vụ", POSTS[3]), ("Đơn vị", UNITS[4])]
            .map(|(label, value)| Field { label: label.into(), value: value.into() })
            .into(),
        awards: vec![
            award("2019", "Giấy khen", "08/QĐ-LĐLĐ", Some(3), district),
            award("2021", "Giấy khen", "17/QĐ-LĐLĐ", None, district),
            award("2022-2023", "Chiến sĩ thi đua cơ sở", "245/QĐ-UBND", Some(8), "Chủ tịch UBND huyện Vân Trạch"),
            award(
                "2023",
                "Bằng khen Tổng Liên đoàn Lao động Việt Nam",
                "913/QĐ-TLĐ",
                Some(12),
                "Đoàn Chủ tịch Tổng LĐLĐ Việt Nam",
            ),
        ],
        signature: signature(),
    }
    .letter(about("Quá trình khen thưởng"))
}

pub fn members(count: usize) -> Sheet {
    let column = |header: &str, width, kind| Column { header: header.into(), width, kind };
    let row = |at: usize| {
        vec![
            Cell::text(person(at)),
            Cell::Day(day(1980, 3, 5)),
            Cell::text(if at.is_multiple_of(2) { "Nữ" } else { "Nam" }),
            Cell::text(format!("00118{at:07}")),
            Cell::text(pick(&POSTS, at)),
            Cell::text(pick(&UNITS, at)),
        ]
    };
    OfficeList {
        name: "Đoàn viên".into(),
        heading: Some(heading()),
        title: "DANH SÁCH ĐOÀN VIÊN".into(),
        filter: "Khối trường học".into(),
        columns: vec![
            column("Họ và tên", 26, Kind::Text),
            column("Ngày sinh", 12, Kind::Date),
            column("Giới tính", 7, Kind::Mark),
            column("Số CCCD", 15, Kind::Id),
            column("Chức vụ", 24, Kind::Text),
            column("Đơn vị", 30, Kind::Text),
        ],
        parts: vec![OfficePart { heading: String::new(), rows: (0..count).map(row).collect() }],
        counted: "đoàn viên".into(),
        closing: Some(signatures()),
    }
    .sheet()
}

pub fn units() -> Sheet {
    let column = |header: &str, width, kind| Column { header: header.into(), width, kind };
    let part = |heading: &str, from: usize| OfficePart {
        heading: heading.into(),
        rows: (from..from + 3)
            .map(|at| {
                vec![
                    Cell::text(format!("VT{at:02}")),
                    Cell::text(pick(&UNITS, at)),
                    Cell::Number(i64::try_from(at * 37 + 5).unwrap()),
                    Cell::text(person(at)),
                ]
            })
            .collect(),
    };
    OfficeList {
        name: "Đơn vị".into(),
        heading: Some(heading()),
        title: "DANH SÁCH CÔNG ĐOÀN CƠ SỞ".into(),
        filter: String::new(),
        columns: vec![
            column("Mã", 8, Kind::Id),
            column("Tên công đoàn cơ sở", 36, Kind::Text),
            column("Số đoàn viên", 10, Kind::Number),
            column("Chủ tịch", 24, Kind::Text),
        ],
        parts: vec![part("Khối cơ quan", 0), part("Khối doanh nghiệp", 3)],
        counted: "công đoàn cơ sở".into(),
        closing: None,
    }
    .sheet()
}

fn pledge(at: usize) -> PledgeLine {
    let promise = |block, text: &str| (block, text.to_owned());
    let unit = at / 3;
    PledgeLine {
        id: PledgeId(1),
        period: PeriodId(1),
        period_name: "Năm học 2023-2024".into(),
        year: 2024,
        closed: false,
        member: Some(MemberId(1)),
        name: person(at),
        gender: None,
        birth: PartialDate::new(1980, None, None),
        position: pick(&POSTS, at).into(),
        unit: UnitId(1),
        unit_code: format!("VT{:02}", 29 + unit),
        unit_name: pick(&UNITS, unit).into(),
        bloc: None,
        bloc_name: "Khối trường học".into(),
        content: Content::from([
            promise(PledgeBlock::Ideology, "Giữ vững lập trường; đấu tranh với thông tin sai trên mạng xã hội."),
            promise(
                PledgeBlock::Ethics,
                "Sống trung thực, giản dị, tiết kiệm; gương mẫu, đoàn kết, không gây mất đoàn kết nội bộ.",
            ),
            promise(
                PledgeBlock::Duty,
                "Hoàn thành 100% nhiệm vụ được giao, đúng hạn; không để trễ hạn hồ sơ nào trong năm.",
            ),
            promise(
                PledgeBlock::Following,
                "Mỗi tuần đọc một mẩu chuyện về Bác trong buổi sinh hoạt tổ; dạy kèm hai học sinh yếu không thu tiền.",
            ),
            promise(PledgeBlock::Measures, "Quý I đến quý IV; báo cáo tổ hằng tháng."),
        ]),
        state: PledgeState::Published,
        state_label: "Đã công khai".into(),
        registered_on: Some(day(2023, 10, 12)),
        confirmer: Some(Confirmer::PartyCommittee),
        confirmed_by: if at.is_multiple_of(2) { "Chi bộ" } else { "BCH CĐCS" }.into(),
        confirmed_on: Some(day(2023, 10, 20)),
        posted_at: "Bảng tin nhà trường".into(),
        posted_from: Some(day(2023, 10, 23)),
        posted_until: None,
        why: String::new(),
        percent: None,
        grade: String::new(),
        shortcomings: 1,
        open: 1,
        overdue: 0,
        restricted: None,
    }
}

/// The posting list of some units.
pub fn pledge_posting(count: usize) -> Sheet {
    posting(heading(), 2024, (0..count).map(pledge).collect())
}

/// Two pledges as they are printed, the first with what is to be mended.
pub fn pledge_booklet() -> Letter {
    let shortcoming = Shortcoming {
        id: ShortcomingId(1),
        shortcoming: "Có lúc còn chậm nộp báo cáo tháng".into(),
        cause: "Chưa sắp xếp công việc khoa học".into(),
        correction: "Lập kế hoạch tuần; nộp báo cáo trước ngày 25 hằng tháng".into(),
        deadline: Some(day(2024, 6, 30)),
        follower: "Tổ trưởng tổ công đoàn".into(),
        mending: String::new(),
        mended_on: None,
        carried_from: None,
        overdue: false,
    };
    let said = |at: usize, shortcomings: Vec<Shortcoming>| PledgeSaid {
        line: pledge(at),
        topic: "Học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh về nêu cao tinh thần phục vụ Nhân dân"
            .into(),
        shortcomings,
        place: "Vân Trạch".into(),
    };
    booklet(about("Bản cam kết"), &[said(2, vec![shortcoming]), said(1, Vec::new())])
}

/// How far the pledges of a year have come.
pub fn pledge_progress() -> Sheet {
    let tally = |label: &str, registered: i64| PledgeTally {
        label: label.into(),
        query: PledgeQuery::default(),
        waiting: 0,
        registered,
        confirmed: registered - 1,
        posted: registered - 1,
        reviewed: registered * 4 / 5,
        self_assessed: 0,
        assessed: 0,
    };
    let figures = PledgeFigures {
        whole: tally("Tất cả", 500),
        women: tally("Nữ", 277),
        party: tally("Đảng viên", 222),
        collectives: tally("Tập thể", 10),
        blocs: vec![tally("Khối cơ quan", 130), tally("Khối Mầm non", 95)],
        units: UNITS.iter().zip(15..).map(|(unit, registered)| tally(unit, registered)).collect(),
    };
    let of = PledgeFiguresOf { year: 2024, map: UnitMap::Then };
    progress(heading(), of, day(2024, 7, 20), &figures)
}
