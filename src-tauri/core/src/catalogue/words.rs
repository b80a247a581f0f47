//! The closed sets of words about the catalogue.

use crate::choice::choice;

choice! {
    /// How sure a figure or a rule is.
    Certainty {
        Sourced = "sourced" "Có nguồn",
        General = "general" "Thông lệ",
        Uncertain = "uncertain" "Cần xác nhận",
    }
}

choice! {
    /// What the law calls an award.
    Nature {
        Title = "title" "Danh hiệu thi đua",
        Form = "form" "Hình thức khen thưởng",
        Medal = "medal" "Kỷ niệm chương",
        Prize = "prize" "Giải thưởng",
        Other = "other" "Khác",
    }
}

choice! {
    /// Who decides on an award: our office, one above, or others whose decisions are only written down.
    Reach {
        Own = "own" "Cơ quan quyết định",
        Up = "up" "Đề nghị cấp trên",
        OwnOrUp = "own_or_up" "Quyết định hoặc đề nghị",
        Record = "record" "Chỉ ghi nhận",
        RecordOrUp = "record_or_up" "Ghi nhận hoặc đề nghị",
    }
}

choice! {
    /// Tập thể hay cá nhân.
    RecipientKind {
        Individual = "individual" "Cá nhân",
        Collective = "collective" "Tập thể",
    }
}

choice! {
    /// What a phrase is used for.
    PhraseUse {
        Reason = "reason" "Thành tích",
        Citation = "citation" "Trích dẫn trong quyết định",
    }
}

choice! {
    /// One list of the catalogue.
    CatalogueList {
        Regulation = "regulation" "Văn bản quy định",
        Award = "award" "Danh hiệu, hình thức",
        Coefficient = "coefficient" "Hệ số tiền thưởng",
        BaseSalary = "base_salary" "Mức lương cơ sở",
        Phrase = "phrase" "Mẫu câu",
        LegalGround = "legal_ground" "Căn cứ",
        MoneySource = "money_source" "Nguồn tiền thưởng",
    }
}
