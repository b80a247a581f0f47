//! The closed sets of words about units.

use crate::choice::choice;

choice! {
    /// What a unit is in the order of the union ("cấp").
    Level {
        GrassrootsUnion = "grassroots_union" "Công đoàn cơ sở",
        OccupationalUnion = "occupational_union" "Nghiệp đoàn",
        MemberGrassrootsUnion = "member_grassroots_union" "Công đoàn cơ sở thành viên",
        SectionUnion = "section_union" "Công đoàn bộ phận",
        UnionGroup = "union_group" "Tổ công đoàn",
        EducationUnion = "education_union" "Công đoàn giáo dục",
        Other = "other" "Khác",
    }
}

choice! {
    /// What kind of employer a unit's members work for ("loại hình"); scoring tables are parted by it.
    UnitKind {
        CoQuan = "co_quan" "Cơ quan, đơn vị sự nghiệp",
        SuNghiep = "su_nghiep" "Đơn vị sự nghiệp công lập",
        Xa = "xa" "Xã, phường, thị trấn",
        MamNon = "mam_non" "Trường mầm non",
        TieuHoc = "tieu_hoc" "Trường tiểu học",
        Thcs = "thcs" "Trường THCS",
        Thpt = "thpt" "Trường THPT",
        Gdtx = "gdtx" "Trung tâm GDNN-GDTX",
        YTe = "y_te" "Cơ sở y tế",
        DnNn = "dn_nn" "Doanh nghiệp nhà nước",
        DnNnn = "dn_nnn" "Doanh nghiệp ngoài nhà nước",
        DnFdi = "dn_fdi" "Doanh nghiệp FDI",
        Htx = "htx" "Hợp tác xã",
        NghiepDoan = "nghiep_doan" "Nghiệp đoàn",
        Khac = "khac" "Khác",
    }
}

choice! {
    /// Whose the employer is ("khu vực"), as statistics count it.
    Sector {
        Public = "public" "Hành chính sự nghiệp",
        StateEnterprise = "state_enterprise" "Doanh nghiệp nhà nước",
        NonState = "non_state" "Ngoài nhà nước",
        Foreign = "foreign" "FDI",
    }
}

choice! {
    /// The year by which a unit competes.
    Calendar {
        Year = "year" "Năm",
        School = "school" "Năm học",
    }
}

choice! {
    /// How a unit ended.
    UnitEnding {
        Dissolved = "dissolved" "Giải thể",
        Merged = "merged" "Sáp nhập",
        Split = "split" "Chia tách",
        Transferred = "transferred" "Chuyển giao",
    }
}

choice! {
    /// What happened to a unit, by decision.
    UnitHappening {
        Established = "established" "Thành lập",
        Received = "received" "Tiếp nhận",
        Renamed = "renamed" "Đổi tên",
        Changed = "changed" "Thay đổi",
        Merged = "merged" "Sáp nhập",
        Split = "split" "Chia tách",
        Transferred = "transferred" "Chuyển giao",
        Dissolved = "dissolved" "Giải thể",
    }
}

impl UnitKind {
    /// The sector that goes without saying for that kind.
    pub const fn usual_sector(self) -> Sector {
        match self {
            Self::CoQuan
            | Self::SuNghiep
            | Self::Xa
            | Self::MamNon
            | Self::TieuHoc
            | Self::Thcs
            | Self::Thpt
            | Self::Gdtx
            | Self::YTe
            | Self::Khac => Sector::Public,
            Self::DnNn => Sector::StateEnterprise,
            Self::DnNnn | Self::Htx | Self::NghiepDoan => Sector::NonState,
            Self::DnFdi => Sector::Foreign,
        }
    }

    /// The year by which that kind competes: education by school year.
    pub const fn usual_calendar(self) -> Calendar {
        match self {
            Self::MamNon | Self::TieuHoc | Self::Thcs | Self::Thpt | Self::Gdtx => Calendar::School,
            Self::CoQuan
            | Self::SuNghiep
            | Self::Xa
            | Self::YTe
            | Self::DnNn
            | Self::DnNnn
            | Self::DnFdi
            | Self::Htx
            | Self::NghiepDoan
            | Self::Khac => Calendar::Year,
        }
    }

    /// The level that goes without saying for that kind.
    pub const fn usual_level(self) -> Level {
        match self {
            Self::NghiepDoan => Level::OccupationalUnion,
            Self::CoQuan
            | Self::SuNghiep
            | Self::Xa
            | Self::MamNon
            | Self::TieuHoc
            | Self::Thcs
            | Self::Thpt
            | Self::Gdtx
            | Self::YTe
            | Self::DnNn
            | Self::DnNnn
            | Self::DnFdi
            | Self::Htx
            | Self::Khac => Level::GrassrootsUnion,
        }
    }
}
