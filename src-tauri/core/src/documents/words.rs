//! The closed sets of documents.

use crate::choice::choice;

choice! {
    /// Which way a document goes.
    Direction {
        Out = "out" "Văn bản đi",
        In = "in" "Văn bản đến",
    }
}

choice! {
    /// What kind of document (NĐ 30/2020, Phụ lục III).
    DocumentKind {
        KeHoach = "ke_hoach" "Kế hoạch",
        HuongDan = "huong_dan" "Hướng dẫn",
        CongVan = "cong_van" "Công văn",
        QuyetDinh = "quyet_dinh" "Quyết định",
        ThongBao = "thong_bao" "Thông báo",
        BaoCao = "bao_cao" "Báo cáo",
        ToTrinh = "to_trinh" "Tờ trình",
        ChuongTrinh = "chuong_trinh" "Chương trình",
        NghiQuyet = "nghi_quyet" "Nghị quyết",
        ChiThi = "chi_thi" "Chỉ thị",
        QuyChe = "quy_che" "Quy chế",
        DeAn = "de_an" "Đề án",
        BienBan = "bien_ban" "Biên bản",
        GiayMoi = "giay_moi" "Giấy mời",
        Khac = "khac" "Loại khác",
    }
}

impl DocumentKind {
    /// How the kind is shortened in a symbol (NĐ 30/2020, Phụ lục III); a letter has none: `677/LĐLĐ-TCTGNC`.
    pub const fn short(self) -> &'static str {
        match self {
            Self::KeHoach => "KH",
            Self::HuongDan => "HD",
            Self::QuyetDinh => "QĐ",
            Self::ThongBao => "TB",
            Self::BaoCao => "BC",
            Self::ToTrinh => "TTr",
            Self::ChuongTrinh => "CTr",
            Self::NghiQuyet => "NQ",
            Self::ChiThi => "CT",
            Self::QuyChe => "QC",
            Self::DeAn => "ĐA",
            Self::BienBan => "BB",
            Self::GiayMoi => "GM",
            Self::CongVan | Self::Khac => "",
        }
    }
}

choice! {
    /// How our own documents are numbered.
    Numbering {
        PerKind = "per_kind" "Mỗi loại văn bản một dãy số",
        Shared = "shared" "Một dãy số chung cho mọi loại",
    }
}

choice! {
    /// Documents that something is due of.
    #[ts(rename = "DocumentDue")]
    Due {
        Open = "open" "Chưa xử lý",
        Late = "late" "Quá hạn",
    }
}
