//! The closed sets of words about scoring.

use crate::choice::choice;

choice! {
    /// Who gives points.
    Scorer {
        Own = "self" "Tự chấm",
        Cross = "cross" "Chấm chéo",
        Office = "office" "Cấp trên chấm",
        Council = "council" "Hội đồng chấm",
    }
}

choice! {
    /// What a group of criteria does to the total.
    ScoreGroupKind {
        Scored = "scored" "Điểm chấm",
        Bonus = "bonus" "Điểm thưởng",
        Penalty = "penalty" "Điểm trừ",
    }
}

choice! {
    /// What kind of check a condition is.
    ScoreConditionKind {
        LeastShare = "least_share" "Không tiêu chí nào dưới mức",
        Stated = "stated" "Do người chấm xác nhận",
        MonthsSinceFounding = "months_since_founding" "Số tháng từ khi thành lập",
        MonthsSinceChange = "months_since_change" "Số tháng từ khi chia, tách, sáp nhập",
    }
}

choice! {
    /// What settles equal totals.
    TieBreakKind {
        Group = "group" "Điểm của nhóm",
        Bonus = "bonus" "Điểm thưởng cao hơn",
        Penalty = "penalty" "Điểm trừ ít hơn",
    }
}

choice! {
    /// What is wrong with the points of a scorer.
    ScoreFaultKind {
        Blank = "blank_score" "Chưa chấm",
        OverMost = "score_over_max" "Vượt điểm chuẩn",
        OverCap = "bonus_over_cap" "Điểm thưởng vượt mức tối đa",
    }
}
