//! The office's own list of units and blocs: their columns. What a row does to the register: [`UnitsIn`](super::UnitsIn).

use crate::intake::target::{Kind, LEFT_OUT, Target, UnitOf, field};
use crate::journal::What;

const UNITS_IN: What = What::new("intake.units", "Nhập danh sách đơn vị");

/// The office's own list of units ("danh sách công đoàn cơ sở").
pub static UNITS: Target = Target {
    name: "units",
    label: "đơn vị",
    act: UNITS_IN,
    key: &["name"],
    must: &[],
    least: 2,
    least_alone: 2,
    in_sight: &["code", "name", "kind", "sector", "bloc", "chair"],
    unit: UnitOf::Nobody,
    one_row_each: true,
    newcomer: "Đơn vị mới",
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
    label: "khối thi đua",
    act: UNITS_IN,
    key: &["head"],
    must: &[],
    least: 2,
    least_alone: 2,
    in_sight: &[],
    unit: UnitOf::Nobody,
    one_row_each: false,
    newcomer: "Khối mới",
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
