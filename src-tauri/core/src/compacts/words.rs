//! The closed sets of compacts and of the votes of a bloc.

use crate::choice::choice;

choice! {
    /// What a unit is voted for.
    VoteFor {
        Head = "head" "Khối trưởng",
        Deputy = "deputy" "Khối phó",
        Acclaim = "acclaim" "Suy tôn",
    }
}

choice! {
    /// A kind of ballot that a rule is about.
    Ballot {
        Election = "election" "Bầu khối trưởng, khối phó",
        Acclaim = "acclaim" "Suy tôn",
    }
}

choice! {
    /// What a share of votes is reckoned on.
    VoteBase {
        Present = "present" "số đơn vị có mặt",
        All = "all" "số đơn vị của khối",
    }
}

impl VoteFor {
    /// The rule that it goes by.
    pub const fn ballot(self) -> Ballot {
        match self {
            Self::Head | Self::Deputy => Ballot::Election,
            Self::Acclaim => Ballot::Acclaim,
        }
    }
}
