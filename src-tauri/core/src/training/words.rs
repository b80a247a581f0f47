//! The closed sets of training.

use crate::choice::choice;

choice! {
    /// What a course teaches.
    TrainingKind {
        Union = "union" "Nghiệp vụ công đoàn",
        Politics = "politics" "Lý luận chính trị",
        Skills = "skills" "Chuyên môn, tay nghề",
        Schooling = "schooling" "Học vấn",
        Languages = "languages" "Ngoại ngữ, tin học",
        Law = "law" "Pháp luật, an toàn lao động",
        Other = "other" "Khác",
    }
}

choice! {
    /// Some of those who took part.
    TrainingOnly {
        Women = "women" "Nữ",
        Direct = "direct" "Lao động trực tiếp",
        Again = "again" "Học từ hai lớp",
    }
}

choice! {
    /// What can be typed in the list of those who took part.
    ParticipantField {
        Direct = "direct" "Lao động trực tiếp",
        Result = "result" "Kết quả",
        Certificate = "certificate" "Chứng chỉ",
        Note = "note" "Ghi chú",
    }
}
