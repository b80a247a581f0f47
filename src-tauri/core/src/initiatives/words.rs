//! The closed sets of words about initiatives.

use crate::choice::choice;

choice! {
    /// What kind of solution an initiative is ("loại giải pháp").
    InitiativeKind {
        Technical = "technical" "Kỹ thuật",
        Management = "management" "Quản lý",
        Operation = "operation" "Tác nghiệp",
        Application = "application" "Ứng dụng tiến bộ kỹ thuật",
        Research = "research" "Đề tài nghiên cứu",
    }
}

choice! {
    /// How far an initiative reaches, and who recognised it.
    InitiativeLevel {
        Base = "base" "Cấp cơ sở",
        District = "district" "Cấp huyện",
        Province = "province" "Cấp tỉnh",
        Ministry = "ministry" "Cấp bộ, ngành",
        National = "national" "Toàn quốc",
    }
}

choice! {
    /// What a figure of a programme decides.
    ProgrammeRuleKind {
        Similarity = "similarity" "Tên giống nhau từ (%)",
        LeastBenefit = "least_benefit" "Giá trị làm lợi ít nhất (đồng)",
    }
}

choice! {
    /// Why an initiative does not count for its programme yet; in the order in which it is told.
    Obstacle {
        OutOfWindow = "out_of_window" "Ngoài thời gian",
        NotRecognised = "not_recognised" "Chưa được công nhận",
        NearDuplicate = "near_duplicate" "Gần trùng tên",
        BelowThreshold = "below_threshold" "Dưới mức giá trị",
        SharesUnclear = "shares_unclear" "Chưa rõ tỷ lệ đóng góp",
    }
}

choice! {
    /// A paper about initiatives.
    InitiativePaperKind {
        List = "list" "Danh sách sáng kiến theo đơn vị",
        Blocs = "blocs" "Kết quả sáng kiến theo khối",
        Portal = "portal" "Danh sách sáng kiến nhập lên cổng",
    }
}

/// Words by which lists name a level, folded; the first that fits wins.
const WORDED: &[(&str, InitiativeLevel)] = &[
    ("toan quoc", InitiativeLevel::National),
    ("quoc gia", InitiativeLevel::National),
    ("trung uong", InitiativeLevel::National),
    ("cap bo", InitiativeLevel::Ministry),
    ("nganh", InitiativeLevel::Ministry),
    ("tinh", InitiativeLevel::Province),
    ("huyen", InitiativeLevel::District),
    ("quan", InitiativeLevel::District),
    ("thi xa", InitiativeLevel::District),
    ("thanh pho", InitiativeLevel::District),
    ("co so", InitiativeLevel::Base),
    ("cong nhan", InitiativeLevel::Base),
];

impl InitiativeLevel {
    /// The level that a list words its own way: "Công nhận cấp cơ sở", "cấp tỉnh"; none for "Không công nhận".
    pub fn worded(text: &str) -> Option<Self> {
        let folded = crate::vietnamese::fold(text);
        if ["khong", "chua"].iter().any(|word| folded.contains(word)) {
            return None;
        }
        let named = || WORDED.iter().find(|(words, _)| folded.contains(words)).map(|(_, level)| *level);
        Self::named(text).or_else(named)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_recognition_is_read_as_lists_word_it() {
        for (text, level) in [
            ("Công nhận cấp cơ sở", Some(InitiativeLevel::Base)),
            ("Không công nhận", None),
            ("Chưa công nhận", None),
            ("", None),
            ("cấp tỉnh", Some(InitiativeLevel::Province)),
            ("Cấp Huyện", Some(InitiativeLevel::District)),
            ("Toàn quốc", Some(InitiativeLevel::National)),
        ] {
            assert_eq!(InitiativeLevel::worded(text), level, "{text}");
        }
    }
}
