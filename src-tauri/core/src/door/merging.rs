//! Two member records become one: every room whose rows name a member says here how they follow.

use crate::{
    decisions,
    error::Result,
    id::MemberId,
    initiatives,
    members::{self, Follow, MemberMerge},
    movements,
    office::{Done, Office},
    pledges, training, units,
};

/// One line a room. A room that is forgotten is stopped by its foreign key, not silently wrong.
const FOLLOW: &[Follow] = &[
    units::officers_follow,
    decisions::recipients_follow,
    pledges::pledges_follow,
    initiatives::authors_follow,
    movements::registrations_follow,
    training::participants_follow,
];

/// `members.merge`.
pub(super) fn merge(office: &mut Office, merge: MemberMerge) -> Result<Done<MemberId>> {
    members::merge(office, merge, FOLLOW)
}
