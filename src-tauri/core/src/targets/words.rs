//! The closed sets of targets.

use crate::choice::choice;

choice! {
    /// Where a result comes from.
    Counted {
        Typed = "typed" "Nhập theo báo cáo",
        MembersAdmitted = "members_admitted" "Đếm từ sổ: đoàn viên kết nạp trong kỳ",
        UnitsEstablished = "units_established" "Đếm từ sổ: CĐCS thành lập trong kỳ",
    }
}

choice! {
    /// What can be typed in the list.
    TargetField {
        Goal = "goal" "Chỉ tiêu giao",
        Result = "result" "Kết quả",
        Document = "document" "Văn bản giao",
        Note = "note" "Ghi chú",
    }
}

choice! {
    /// To whom a target is given.
    #[ts(rename = "TargetWhom")]
    Whom {
        All = "all" "Toàn cơ quan",
        Bloc = "bloc" "Một khối",
        Unit = "unit" "Một đơn vị",
    }
}
