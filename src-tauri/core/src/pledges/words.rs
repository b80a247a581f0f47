//! The closed sets of words about pledges, and what may follow what.

use crate::choice::choice;

choice! {
    /// A block of the promise, as on paper.
    PledgeBlock {
        Ideology = "ideology" "Tư tưởng chính trị",
        Ethics = "ethics" "Đạo đức, lối sống",
        Discipline = "discipline" "Ý thức tổ chức kỷ luật",
        WorkStyle = "work_style" "Tác phong, lề lối làm việc",
        Duty = "duty" "Trách nhiệm, nhiệm vụ được giao",
        Following = "following" "Nội dung làm theo Bác",
        Goals = "goals" "Mục tiêu, chỉ tiêu",
        Measures = "measures" "Thời gian, biện pháp",
    }
}

choice! {
    /// How far a pledge has come.
    PledgeState {
        Draft = "draft" "Bản nháp",
        Registered = "registered" "Đã đăng ký",
        Confirmed = "confirmed" "Đã xác nhận",
        Published = "published" "Đã công khai",
        Reviewed = "reviewed" "Đã sơ kết",
        SelfAssessed = "self_assessed" "Đã tự đánh giá",
        Assessed = "assessed" "Đã đánh giá",
        Closed = "closed" "Đã kết thúc",
        Returned = "returned" "Trả lại để sửa",
        Withdrawn = "withdrawn" "Đã rút",
    }
}

choice! {
    /// Who confirms: the Party committee for its members, the union's committee for others.
    Confirmer {
        PartyCommittee = "party_committee" "Cấp ủy, chi bộ",
        UnionCommittee = "union_committee" "BCH công đoàn cơ sở",
    }
}

choice! {
    /// Who assesses.
    Assessor {
        Own = "self" "Tự đánh giá",
        Confirmer = "confirmer" "Nơi xác nhận đánh giá",
    }
}

choice! {
    /// What a grade says something about.
    GradePart {
        Item = "item" "Từng nội dung",
        Whole = "whole" "Cả bản cam kết",
    }
}

choice! {
    /// Into which parts a year is cut for reviews; the year itself is always assessed.
    ReviewRhythm {
        Year = "year" "Chỉ cuối năm",
        Half = "half" "6 tháng và cuối năm",
        Quarter = "quarter" "Từng quý và cuối năm",
    }
}

choice! {
    /// Of whom a pledge is expected.
    ExpectedOf {
        Everyone = "everyone" "Mọi đoàn viên",
        Officers = "officers" "Cán bộ công đoàn",
        Managers = "managers" "Lãnh đạo, quản lý",
        Party = "party" "Đảng viên",
        Units = "units" "Tập thể đơn vị",
    }
}

choice! {
    /// A step that lists and figures ask about.
    PledgeStage {
        Registered = "registered" "Đã đăng ký",
        Confirmed = "confirmed" "Đã xác nhận",
        Posted = "posted" "Đã công khai",
        Reviewed = "reviewed" "Đã sơ kết",
        SelfAssessed = "self_assessed" "Đã tự đánh giá",
        Assessed = "assessed" "Đã đánh giá cuối năm",
    }
}

choice! {
    /// Which shortcomings a list asks about.
    ShortcomingsAsked {
        Open = "open" "Còn hạn chế chưa khắc phục",
        Overdue = "overdue" "Có hạn chế quá hạn",
    }
}

/// A step in the life of a pledge.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// It came in, or came back mended.
    Register,
    /// The committee confirms it.
    Confirm,
    /// It is posted.
    Post,
    /// It is sent back to be mended.
    Return,
    /// It is taken back by who gave it.
    Withdraw,
    /// A half or a quarter is reviewed.
    Review,
    /// The year, by oneself.
    SelfAssess,
    /// The year, by the confirmer.
    Assess,
}

impl Step {
    /// From where it may be taken.
    pub const fn from(self) -> &'static [PledgeState] {
        use PledgeState::{
            Assessed, Confirmed, Draft, Published, Registered, Returned, Reviewed, SelfAssessed, Withdrawn,
        };
        match self {
            Self::Register => &[Draft, Returned, Withdrawn],
            Self::Confirm => &[Registered],
            Self::Post | Self::Review => &[Confirmed, Published, Reviewed],
            Self::Return => &[Registered, Confirmed, Published],
            Self::Withdraw => &[Draft, Registered, Confirmed, Published, Returned],
            Self::SelfAssess => &[Confirmed, Published, Reviewed, SelfAssessed],
            Self::Assess => &[Confirmed, Published, Reviewed, SelfAssessed, Assessed],
        }
    }

    /// Where it leads. A review is further than a posting: what is posted late stays reviewed.
    pub const fn to(self, from: PledgeState) -> PledgeState {
        match self {
            Self::Register => PledgeState::Registered,
            Self::Confirm => PledgeState::Confirmed,
            Self::Post => match from {
                PledgeState::Reviewed => PledgeState::Reviewed,
                PledgeState::Draft
                | PledgeState::Registered
                | PledgeState::Confirmed
                | PledgeState::Published
                | PledgeState::SelfAssessed
                | PledgeState::Assessed
                | PledgeState::Closed
                | PledgeState::Returned
                | PledgeState::Withdrawn => PledgeState::Published,
            },
            Self::Return => PledgeState::Returned,
            Self::Withdraw => PledgeState::Withdrawn,
            Self::Review => PledgeState::Reviewed,
            Self::SelfAssess => PledgeState::SelfAssessed,
            Self::Assess => PledgeState::Assessed,
        }
    }

    /// What is said when it cannot be taken.
    pub const fn sentence(self) -> &'static str {
        match self {
            Self::Register => "Chỉ đăng ký được bản nháp, bản bị trả lại hoặc bản đã rút.",
            Self::Confirm => "Chỉ xác nhận được bản đã đăng ký.",
            Self::Post => "Chỉ công khai được bản đã xác nhận và chưa đánh giá cuối năm.",
            Self::Return => "Chỉ trả lại được bản chưa sơ kết, chưa đánh giá.",
            Self::Withdraw => "Chỉ rút được bản chưa sơ kết, chưa đánh giá.",
            Self::Review => "Chỉ sơ kết được bản đã xác nhận và chưa đánh giá cuối năm.",
            Self::SelfAssess => "Chỉ tự đánh giá được bản đã xác nhận và nơi xác nhận chưa đánh giá.",
            Self::Assess => "Chỉ đánh giá được bản đã xác nhận.",
        }
    }
}

impl Confirmer {
    /// What the body is called when nobody is named.
    pub const fn body(self) -> &'static str {
        match self {
            Self::PartyCommittee => "Chi bộ",
            Self::UnionCommittee => "BCH CĐCS",
        }
    }
}
