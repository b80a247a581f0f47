//! The closed set of what deadlines are about.

use crate::choice::choice;

choice! {
    /// What a deadline is about.
    DeadlineFor {
        Registration = "registration" "Đăng ký thi đua",
        Pledges = "pledges" "Bản cam kết",
        Review = "review" "Sơ kết, tổng kết",
        Proposals = "proposals" "Hồ sơ đề nghị",
        Other = "other" "Việc khác",
    }
}
