//! What a list is read into, described as data: which fields there are, how their columns are headed, how their cells are read.
//!
//! Another room adds a target by writing such a description; the engine knows no room.

/// How the cells of a field are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Column known and left out (row numbers, salary grades).
    Ignored,
    /// Ordinary text, cleaned.
    Text,
    /// The whole name of a person.
    FullName,
    /// The name without its last word.
    FamilyMiddle,
    /// The last word of the name.
    Given,
    /// Nam, Nữ, Ông, Bà.
    Gender,
    /// A mark for one gender; alone, its absence means the other.
    GenderMark(Gender),
    /// The birth date.
    Birth,
    /// The birth date, in the column of one gender.
    BirthOf(Gender),
    /// A date known to the day, the month or the year.
    Date,
    /// Number of the citizen card; nine digits are an old card's.
    CitizenId,
    /// Telephone.
    Phone,
    /// A mark for yes.
    Mark,
    /// A whole number.
    Count,
    /// Name or code of a unit.
    Unit,
}

/// Nam or nữ.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Gender {
    /// Nam.
    Nam,
    /// Nữ.
    Nu,
}

impl Gender {
    /// As it is stored.
    pub fn word(self) -> &'static str {
        match self {
            Self::Nam => "nam",
            Self::Nu => "nu",
        }
    }
}

/// One field of a target.
#[derive(Debug, Clone, Copy)]
pub struct Field {
    /// Name in the register and in reports.
    pub name: &'static str,
    /// Name for the clerk.
    pub label: &'static str,
    /// How its cells are read.
    pub kind: Kind,
    /// Headings, folded; the longest that fits wins.
    pub words: &'static [&'static str],
    /// When not empty, the heading above (of a merged group) must be one of these.
    pub under: &'static [&'static str],
}

/// What a list is read into.
#[derive(Debug)]
pub struct Target {
    /// Its name: "members", "units".
    pub name: &'static str,
    /// Its fields.
    pub fields: &'static [Field],
    /// A sheet is such a list when it has a column for one of these.
    pub key: &'static [&'static str],
    /// How many different fields a heading row must have at least.
    pub least: usize,
}

impl Target {
    /// A field by its name.
    pub fn field(&self, name: &str) -> Option<&'static Field> {
        self.fields.iter().find(|field| field.name == name)
    }
}

const fn field(name: &'static str, label: &'static str, kind: Kind, words: &'static [&'static str]) -> Field {
    Field { name, label, kind, words, under: &[] }
}

/// Columns that lists carry and the register does not keep.
const LEFT_OUT: &[&str] = &[
    "stt",
    "tt",
    "so tt",
    "so thu tu",
    "thu tu",
    "he so luong",
    "bac luong",
    "he so",
    "luong",
    "muc luong",
    "ma so bhxh",
    "so bhxh",
    "so so bhxh",
    "bhxh",
    "tuoi",
    "do tuoi",
    "ky nhan",
    "ky ten",
    "chu ky",
    "ma nv",
    "ma nhan vien",
    "so tai khoan",
    "ngan hang",
    "phu cap",
    "thang",
    "doan phi",
    "muc dong",
    "ket qua",
    "xep loai",
];

const BIRTH: &[&str] = &[
    "ngay sinh",
    "nam sinh",
    "ngay thang nam sinh",
    "ngay thang sinh",
    "sinh ngay",
    "ngay nam sinh",
    "ngay sinh nam sinh",
    "sinh nam",
    "ntns",
    "ngay thang nam",
    "n t n sinh",
    "nam sinh ngay sinh",
];

const CARD: &[&str] = &[
    "cccd",
    "can cuoc cong dan",
    "can cuoc",
    "cmnd",
    "cmnd cccd",
    "cccd cmnd",
    "chung minh nhan dan",
    "cmtnd",
    "so cccd",
    "so cmnd",
    "giay cmnd",
    "the can cuoc",
    "so dinh danh",
    "can cuoc cong dan cmnd",
];

/// The list of members of a unit ("danh sách đoàn viên").
pub static MEMBERS: Target = Target {
    name: "members",
    key: &["full_name", "family_middle", "given"],
    least: 3,
    fields: &[
        field("-", "(bỏ qua)", Kind::Ignored, LEFT_OUT),
        field(
            "full_name",
            "Họ và tên",
            Kind::FullName,
            &[
                "ho va ten",
                "ho ten",
                "ho va ten doan vien",
                "ho ten doan vien",
                "ten doan vien",
                "ho va ten khai sinh",
                "ho ten khai sinh",
                "ho va ten nguoi lao dong",
                "ho va ten cbccvc",
                "ho va ten can bo",
                "ho ten cbnv",
                "ho va ten can bo doan vien",
                "ho ten cnv",
                "ho va ten nld",
                "ho va ten cb gv nv",
                "ho va ten cnvcld",
                "full name",
            ],
        ),
        field(
            "family_middle",
            "Họ đệm",
            Kind::FamilyMiddle,
            &[
                "ho dem",
                "ho va dem",
                "ho va ten dem",
                "ho ten dem",
                "ho lot",
                "ho va chu lot",
                "ho chu lot",
                "ho va ten lot",
                "ho",
                "ho va chu dem",
            ],
        ),
        field("given", "Tên", Kind::Given, &["ten", "ten goi"]),
        Field {
            name: "birth_nam",
            label: "Ngày sinh (nam)",
            kind: Kind::BirthOf(Gender::Nam),
            words: &["nam", "nam gioi"],
            under: BIRTH,
        },
        Field {
            name: "birth_nu",
            label: "Ngày sinh (nữ)",
            kind: Kind::BirthOf(Gender::Nu),
            words: &["nu", "nu gioi"],
            under: BIRTH,
        },
        field("birth", "Ngày sinh", Kind::Birth, BIRTH),
        field(
            "gender",
            "Giới tính",
            Kind::Gender,
            &["gioi tinh", "nam nu", "gioi", "phai", "ong ba", "nam hay nu", "gt", "gioi tinh nam nu"],
        ),
        field("gender_nam", "Nam (đánh dấu)", Kind::GenderMark(Gender::Nam), &["nam", "gioi tinh nam", "la nam"]),
        field("gender_nu", "Nữ (đánh dấu)", Kind::GenderMark(Gender::Nu), &["nu", "gioi tinh nu", "la nu", "phu nu"]),
        field(
            "unit",
            "Đơn vị",
            Kind::Unit,
            &[
                "don vi",
                "cdcs",
                "cong doan co so",
                "ten don vi",
                "don vi cong tac",
                "noi cong tac",
                "co quan don vi",
                "ten cdcs",
                "don vi cdcs",
                "co quan",
            ],
        ),
        Field {
            name: "citizen_id",
            label: "Số CCCD",
            kind: Kind::CitizenId,
            words: &["so", "so the", "so cccd"],
            under: CARD,
        },
        field(
            "citizen_id",
            "Số CCCD",
            Kind::CitizenId,
            &[
                "cccd",
                "so cccd",
                "so can cuoc cong dan",
                "can cuoc cong dan",
                "so can cuoc",
                "so cmnd cccd",
                "so cccd cmnd",
                "cmnd cccd",
                "cccd cmnd",
                "so cmnd",
                "cmnd",
                "so dinh danh ca nhan",
                "so dinh danh",
                "ma dinh danh",
                "so cmnd the can cuoc",
                "so cmtnd",
                "cmtnd",
                "so the can cuoc",
                "so can cuoc cong dan cmnd",
                "cccd so",
                "can cuoc cong dan so",
                "so cccd ho chieu",
                "cmt cccd",
            ],
        ),
        field("legacy_id", "Số CMND cũ", Kind::Text, &["so cmnd cu", "cmnd cu", "so cmnd 9 so", "cmnd 9 so"]),
        field(
            "id_issue_date",
            "Ngày cấp",
            Kind::Date,
            &[
                "ngay cap",
                "ngay cap cccd",
                "ngay cap cmnd",
                "cccd ngay cap",
                "can cuoc cong dan ngay cap",
                "ngay cap can cuoc",
            ],
        ),
        field(
            "id_issue_place",
            "Nơi cấp",
            Kind::Text,
            &["noi cap", "noi cap cccd", "noi cap cmnd", "cccd noi cap", "can cuoc cong dan noi cap", "co quan cap"],
        ),
        field(
            "position",
            "Chức vụ, nghề nghiệp",
            Kind::Text,
            &[
                "chuc vu",
                "chuc vu nghe nghiep",
                "chuc danh nghe nghiep",
                "chuc vu chuyen mon",
                "chuc danh",
                "nghe nghiep",
                "chuc vu chuc danh",
                "chuc vu chinh quyen",
                "vi tri viec lam",
                "cong viec",
                "chuc danh cong viec",
                "chuc vu don vi cong tac",
                "vi tri cong tac",
                "cong viec dang lam",
                "chuc danh chuc vu",
                "chuc vu hien nay",
                "nghe nghiep chuc vu",
            ],
        ),
        field(
            "union_position",
            "Chức vụ công đoàn",
            Kind::Text,
            &[
                "chuc vu cong doan",
                "chuc vu cd",
                "chuc vu trong cong doan",
                "chuc danh cong doan",
                "chuc vu doan the cong doan",
                "nhiem vu cong doan",
            ],
        ),
        field(
            "union_join",
            "Ngày vào công đoàn",
            Kind::Date,
            &[
                "ngay vao cd",
                "ngay vao cong doan",
                "ngay ket nap cd",
                "ngay ket nap cong doan",
                "ngay gia nhap cong doan",
                "ngay gia nhap cd",
                "thoi gian vao cong doan",
                "nam vao cong doan",
                "ngay ket nap",
                "ngay thang vao cong doan",
                "vao cong doan",
                "thang nam vao cong doan",
                "ngay gia nhap",
                "ngay ket nap doan vien",
                "ngay vao cong doan viet nam",
                "nam vao cd",
                "ngay thang nam vao cong doan",
            ],
        ),
        field(
            "party_member",
            "Đảng viên",
            Kind::Mark,
            &["dang vien", "la dang vien", "dang vien x", "dv dcsvn", "dang vien dang csvn"],
        ),
        field(
            "party_join",
            "Ngày vào Đảng",
            Kind::Date,
            &["ngay vao dang", "ngay ket nap dang", "ngay vao dcsvn", "ngay vao dang csvn", "nam vao dang"],
        ),
        field("ethnicity", "Dân tộc", Kind::Text, &["dan toc"]),
        field("religion", "Tôn giáo", Kind::Text, &["ton giao"]),
        field(
            "education",
            "Trình độ",
            Kind::Text,
            &[
                "trinh do",
                "trinh do chuyen mon",
                "trinh do chuyen mon nghiep vu",
                "trinh do cm",
                "trinh do dao tao",
                "trinh do hoc van",
                "bang cap",
                "chuyen mon",
                "trinh do nghe nghiep",
            ],
        ),
        field(
            "phone",
            "Điện thoại",
            Kind::Phone,
            &[
                "dien thoai",
                "so dien thoai",
                "sdt",
                "so dt",
                "dt",
                "dien thoai di dong",
                "di dong",
                "so dien thoai lien he",
                "tel",
                "so dtdd",
            ],
        ),
        field("hometown", "Quê quán", Kind::Text, &["que quan", "nguyen quan", "que"]),
        field(
            "residence",
            "Nơi ở hiện nay",
            Kind::Text,
            &[
                "noi o hien nay",
                "cho o hien nay",
                "noi o",
                "cho o",
                "dia chi",
                "thuong tru",
                "noi thuong tru",
                "ho khau thuong tru",
                "dia chi thuong tru",
                "noi o hien tai",
                "cho o hien tai",
                "ho khau",
                "noi cu tru",
                "dia chi lien he",
            ],
        ),
        field(
            "section",
            "Tổ công đoàn",
            Kind::Text,
            &[
                "to cong doan",
                "to cd",
                "cong doan bo phan",
                "cd bo phan",
                "to",
                "bo phan",
                "phong ban",
                "to bo phan",
                "to chuyen mon",
                "phan xuong",
                "to san xuat",
                "phong",
                "chuyen",
                "cong doan bo phan to cong doan",
            ],
        ),
        field(
            "member_code",
            "Mã số đoàn viên",
            Kind::Text,
            &[
                "ma so doan vien",
                "ma doan vien",
                "so the doan vien",
                "so the",
                "so the cong doan",
                "ma the doan vien",
                "ma so",
                "the doan vien",
                "so the dv",
                "ma dv",
                "so so doan vien",
            ],
        ),
        field(
            "worker_type",
            "Đối tượng",
            Kind::Text,
            &[
                "doi tuong",
                "loai lao dong",
                "loai hinh lao dong",
                "hinh thuc lao dong",
                "dien lao dong",
                "doi tuong lao dong",
            ],
        ),
        field("note", "Ghi chú", Kind::Text, &["ghi chu", "chu thich", "luu y"]),
    ],
};

/// The office's own list of units ("danh sách công đoàn cơ sở").
pub static UNITS: Target = Target {
    name: "units",
    key: &["name"],
    least: 2,
    fields: &[
        field("-", "(bỏ qua)", Kind::Ignored, LEFT_OUT),
        field("code", "Mã", Kind::Text, &["ma cdcs", "ma don vi", "ma", "ma so", "ky hieu", "ma cong doan co so"]),
        field(
            "name",
            "Tên công đoàn cơ sở",
            Kind::Text,
            &[
                "ten cong doan co so",
                "ten cdcs",
                "cong doan co so",
                "ten don vi",
                "don vi",
                "cdcs",
                "ten cong doan",
                "ten co quan don vi",
                "ten to chuc cong doan",
                "ten cong doan co so nghiep doan",
            ],
        ),
        field("kind", "Loại hình", Kind::Text, &["loai hinh", "loai hinh don vi", "loai don vi", "loai"]),
        field(
            "sector",
            "Khu vực",
            Kind::Text,
            &["khu vuc", "khu vuc kinh te", "thanh phan kinh te", "hinh thuc so huu"],
        ),
        field(
            "bloc",
            "Khối thi đua",
            Kind::Text,
            &["khoi thi dua", "khoi", "cum thi dua", "cum", "cum khoi thi dua", "ten khoi"],
        ),
        field(
            "chair",
            "Chủ tịch",
            Kind::FullName,
            &[
                "chu tich cdcs",
                "chu tich",
                "ho ten chu tich",
                "ho va ten chu tich",
                "chu tich cong doan",
                "ho ten chu tich cdcs",
            ],
        ),
        field(
            "phone",
            "Điện thoại",
            Kind::Phone,
            &["dien thoai", "so dien thoai", "sdt", "so dt", "dien thoai chu tich"],
        ),
        field("calendar", "Chu kỳ thi đua", Kind::Text, &["chu ky thi dua", "chu ky", "nam thi dua", "nien do"]),
        field(
            "established",
            "Ngày thành lập",
            Kind::Date,
            &["ngay thanh lap", "thanh lap ngay", "nam thanh lap", "ngay quyet dinh thanh lap"],
        ),
        field(
            "members",
            "Số đoàn viên",
            Kind::Count,
            &["so doan vien", "tong so doan vien", "doan vien", "so dv", "tong so dv"],
        ),
        field("women", "Trong đó nữ", Kind::Count, &["trong do nu", "nu", "so nu", "doan vien nu", "dv nu"]),
        field("old_name", "Tên cũ", Kind::Text, &["ten cu", "ten truoc day"]),
        field("note", "Ghi chú", Kind::Text, &["ghi chu", "chu thich"]),
    ],
};

/// The blocs of emulation with their heads ("khối, cụm thi đua").
pub static BLOCS: Target = Target {
    name: "blocs",
    key: &["head"],
    least: 2,
    fields: &[
        field("number", "Khối", Kind::Count, &["khoi", "so khoi", "stt", "tt", "cum", "so"]),
        field(
            "name",
            "Tên khối",
            Kind::Text,
            &["ten khoi", "ten cum", "khoi thi dua", "cum thi dua", "ten khoi thi dua", "ten khoi cum"],
        ),
        field(
            "head",
            "Khối trưởng",
            Kind::Text,
            &["khoi truong", "cum truong", "don vi khoi truong", "don vi cum truong", "truong khoi"],
        ),
        field(
            "deputy",
            "Khối phó",
            Kind::Text,
            &["khoi pho", "cum pho", "don vi khoi pho", "don vi cum pho", "pho khoi"],
        ),
        field("count", "Số CĐCS", Kind::Count, &["so cdcs", "so don vi", "so cong doan co so"]),
    ],
};
