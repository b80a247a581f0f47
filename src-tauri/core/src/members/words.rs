//! The closed sets of words about members.

use crate::choice::choice;

choice! {
    /// Giới tính.
    Gender {
        Nam = "nam" "Nam",
        Nu = "nu" "Nữ",
    }
}

choice! {
    /// Where a member stands (domain: Điều lệ Công đoàn Việt Nam, Hướng dẫn 38/HD-TLĐ).
    Status {
        Active = "active" "Đang sinh hoạt",
        Suspended = "suspended" "Tạm dừng",
        TransferredOut = "transferred_out" "Chuyển sinh hoạt đi",
        Withdrawn = "withdrawn" "Xin thôi, xóa tên",
        Expelled = "expelled" "Khai trừ",
        Retired = "retired" "Nghỉ hưu",
        LeftJob = "left_job" "Thôi việc",
        UnitDissolved = "unit_dissolved" "CĐCS giải thể",
        Deceased = "deceased" "Từ trần",
    }
}

choice! {
    /// How a member leaves.
    Leaving {
        TransferredOut = "transferred_out" "Chuyển sinh hoạt đi",
        Withdrawn = "withdrawn" "Xin thôi, xóa tên",
        Expelled = "expelled" "Khai trừ",
        Retired = "retired" "Nghỉ hưu",
        LeftJob = "left_job" "Thôi việc",
        UnitDissolved = "unit_dissolved" "CĐCS giải thể",
        Deceased = "deceased" "Từ trần",
    }
}

choice! {
    /// How a membership began.
    Beginning {
        Listed = "listed" "Có trong danh sách",
        Admitted = "admitted" "Kết nạp",
        TransferredIn = "transferred_in" "Chuyển sinh hoạt đến",
        Moved = "moved" "Chuyển đơn vị",
        Returned = "returned" "Trở lại sinh hoạt",
        Suspended = "suspended" "Tạm dừng",
        Resumed = "resumed" "Sinh hoạt lại",
    }
}

choice! {
    /// How a membership ended.
    Ending {
        Moved = "moved" "Chuyển đơn vị",
        Suspended = "suspended" "Tạm dừng",
        Resumed = "resumed" "Sinh hoạt lại",
        Merged = "merged" "Gộp hai hồ sơ trùng",
        TransferredOut = "transferred_out" "Chuyển sinh hoạt đi",
        Withdrawn = "withdrawn" "Xin thôi, xóa tên",
        Expelled = "expelled" "Khai trừ",
        Retired = "retired" "Nghỉ hưu",
        LeftJob = "left_job" "Thôi việc",
        UnitDissolved = "unit_dissolved" "CĐCS giải thể",
        Deceased = "deceased" "Từ trần",
    }
}

choice! {
    /// Information that may be missing.
    Missing {
        Birth = "birth" "Chưa có ngày sinh",
        BirthDay = "birth_day" "Chỉ có năm hoặc tháng sinh",
        Gender = "gender" "Chưa có giới tính",
        CitizenId = "citizen_id" "Chưa có số CCCD, CMND",
        Position = "position" "Chưa có chức vụ",
        UnionJoin = "union_join" "Chưa có ngày vào công đoàn",
        Phone = "phone" "Chưa có điện thoại",
        MemberCode = "member_code" "Chưa có mã số đoàn viên",
        Education = "education" "Chưa có trình độ",
    }
}

impl Leaving {
    /// How the membership ends with it.
    pub const fn ending(self) -> Ending {
        match self {
            Self::TransferredOut => Ending::TransferredOut,
            Self::Withdrawn => Ending::Withdrawn,
            Self::Expelled => Ending::Expelled,
            Self::Retired => Ending::Retired,
            Self::LeftJob => Ending::LeftJob,
            Self::UnitDissolved => Ending::UnitDissolved,
            Self::Deceased => Ending::Deceased,
        }
    }

    /// Where the member stands then.
    pub const fn status(self) -> Status {
        match self {
            Self::TransferredOut => Status::TransferredOut,
            Self::Withdrawn => Status::Withdrawn,
            Self::Expelled => Status::Expelled,
            Self::Retired => Status::Retired,
            Self::LeftJob => Status::LeftJob,
            Self::UnitDissolved => Status::UnitDissolved,
            Self::Deceased => Status::Deceased,
        }
    }
}

impl Status {
    /// Whether the member still belongs to a unit.
    pub const fn belongs(self) -> bool {
        match self {
            Self::Active | Self::Suspended => true,
            Self::TransferredOut
            | Self::Withdrawn
            | Self::Expelled
            | Self::Retired
            | Self::LeftJob
            | Self::UnitDissolved
            | Self::Deceased => false,
        }
    }
}
