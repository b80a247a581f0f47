//! The closed sets of words about movements and registrations.

use crate::choice::choice;

choice! {
    /// Who launched a movement.
    MovementLevel {
        Central = "central" "Tổng Liên đoàn",
        Province = "province" "LĐLĐ tỉnh, công đoàn ngành",
        State = "state" "Cấp ủy, chính quyền",
        Own = "own" "Cơ quan ta",
        Grassroots = "grassroots" "Công đoàn cơ sở",
    }
}

choice! {
    /// What kind of movement.
    MovementKind {
        Permanent = "permanent" "Thường xuyên",
        Drive = "drive" "Theo đợt",
        Topical = "topical" "Chuyên đề",
        Special = "special" "Đặc biệt",
        Campaign = "campaign" "Cuộc vận động",
        Welfare = "welfare" "Chương trình chăm lo",
    }
}

choice! {
    /// Which review of a movement.
    ReviewKind {
        Interim = "interim" "Sơ kết",
        Final = "final" "Tổng kết",
    }
}

choice! {
    /// Who registers.
    RegistrationKind {
        Individual = "individual" "Cá nhân",
        Collective = "collective" "Tập thể",
    }
}

choice! {
    /// What can be corrected of a registration; the day on which it came in cannot.
    RegistrationField {
        Honorific = "honorific" "Ông (bà)",
        Name = "name" "Họ và tên, tập thể",
        Title = "title" "Danh hiệu đăng ký",
        Form = "form" "Hình thức khen thưởng",
        Content = "content" "Nội dung",
        Note = "note" "Ghi chú",
    }
}

choice! {
    /// A paper about movements and registrations.
    MovementPaperKind {
        Registrations = "registrations" "Danh sách đăng ký thi đua",
        Missing = "missing" "Đơn vị chưa đăng ký thi đua",
        Launches = "launches" "Tình hình phát động phong trào",
        Contents = "contents" "Nội dung, chỉ tiêu và kết quả phong trào",
        Progress = "progress" "Tổng hợp đăng ký thi đua",
    }
}
