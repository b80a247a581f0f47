//! Titles that are nearly the same: without marks, whatever the order of words and small slips of spelling.
//!
//! Two titles are as alike as the trigrams of letters that they share (Dice: twice the shared ones over all of both).

use crate::vietnamese::fold;

/// A title's likeness to an earlier one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Likeness {
    /// Where the later title stands in the list that was given.
    pub title: usize,
    /// Where the earlier one stands.
    pub like: usize,
    /// How alike they are, in thousandths.
    pub thousandths: i64,
}

/// Every title that is at least `limit` per cent like an earlier one, with the earlier one that it is most like.
///
/// Titles share their rarest trigrams or are not alike, so each is compared with few others: ten thousand titles take moments.
pub(super) fn likenesses(titles: &[String], limit: i64) -> Vec<Likeness> {
    let sets = ranked(titles);
    let ranks = sets.iter().flatten().max().map_or(0, |highest| highest + 1);
    let mut index: Vec<Vec<usize>> = vec![Vec::new(); ranks];
    let mut compared_with = vec![usize::MAX; sets.len()];
    let mut found = Vec::new();
    for (title, set) in sets.iter().enumerate() {
        let mut best: Option<Likeness> = None;
        let telling = set.iter().take(telling(set.len(), limit));
        for posting in telling.clone().filter_map(|rank| index.get(*rank)) {
            for like in posting {
                let Some(seen) = compared_with.get_mut(*like) else { continue };
                if *seen == title {
                    continue;
                }
                *seen = title;
                let thousandths = sets.get(*like).and_then(|other| alike(set, other, limit));
                if let Some(thousandths) = thousandths
                    && best.is_none_or(|best| (best.thousandths, like) < (thousandths, &best.like))
                {
                    best = Some(Likeness { title, like: *like, thousandths });
                }
            }
        }
        found.extend(best);
        for rank in telling {
            if let Some(posting) = index.get_mut(*rank) {
                posting.push(title);
            }
        }
    }
    found
}

/// How many of the rarest trigrams of a title must be looked at: a title that is alike enough shares at least one of them.
fn telling(size: usize, limit: i64) -> usize {
    let limit = usize::try_from(limit.clamp(1, 100)).unwrap_or(100);
    let shared_at_least = (size * limit).div_ceil(200 - limit);
    if size == 0 { 0 } else { size - shared_at_least.min(size) + 1 }
}

/// The likeness of two titles in thousandths, when it reaches the limit.
fn alike(one: &[usize], other: &[usize], limit: i64) -> Option<i64> {
    let (mut left, mut right, mut shared) = (one.iter().peekable(), other.iter().peekable(), 0_i64);
    while let (Some(a), Some(b)) = (left.peek(), right.peek()) {
        match a.cmp(b) {
            std::cmp::Ordering::Less => drop(left.next()),
            std::cmp::Ordering::Greater => drop(right.next()),
            std::cmp::Ordering::Equal => {
                shared += 1;
                left.next();
                right.next();
            }
        }
    }
    let all = i64::try_from(one.len() + other.len()).ok().filter(|all| *all > 0)?;
    (200 * shared >= limit * all).then(|| (2000 * shared + all / 2) / all)
}

/// Each title as the ranks of its trigrams, the rarest first.
fn ranked(titles: &[String]) -> Vec<Vec<usize>> {
    let sets: Vec<Vec<u64>> = titles.iter().map(|title| trigrams(title)).collect();
    let mut all: Vec<u64> = sets.iter().flatten().copied().collect();
    all.sort_unstable();
    let mut counted: Vec<(usize, u64)> =
        all.chunk_by(|one, other| one == other).filter_map(|same| Some((same.len(), *same.first()?))).collect();
    counted.sort_unstable();
    let mut ranks: Vec<(u64, usize)> =
        counted.into_iter().enumerate().map(|(rank, (_, trigram))| (trigram, rank)).collect();
    ranks.sort_unstable();
    let rank = |trigram: &u64| {
        let at = ranks.binary_search_by_key(trigram, |(known, _)| *known).ok()?;
        ranks.get(at).map(|(_, rank)| *rank)
    };
    sets.iter()
        .map(|set| {
            let mut ranked: Vec<usize> = set.iter().filter_map(rank).collect();
            ranked.sort_unstable();
            ranked
        })
        .collect()
}

/// The different trigrams of a title: letters and figures without marks, single blanks, one at either end.
fn trigrams(title: &str) -> Vec<u64> {
    let folded = fold(title);
    let words: Vec<&str> =
        folded.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    if words.is_empty() {
        return Vec::new();
    }
    let letters: Vec<u64> =
        format!(" {} ", words.join(" ")).chars().map(|letter| u64::from(u32::from(letter))).collect();
    let mut trigrams: Vec<u64> =
        letters.windows(3).map(|three| three.iter().fold(0, |packed, letter| (packed << 21) | letter)).collect();
    trigrams.sort_unstable();
    trigrams.dedup();
    trigrams
}

#[cfg(test)]
mod tests {
    #![allow(clippy::indexing_slicing, reason = "a test may stop at the first surprise")]
    use super::*;
    use proptest::prelude::*;

    fn of(titles: &[&str], limit: i64) -> Vec<Likeness> {
        likenesses(&titles.iter().map(|title| (*title).to_owned()).collect::<Vec<_>>(), limit)
    }

    #[test]
    fn marks_capitals_signs_and_blanks_do_not_make_another_title() {
        let found = of(
            &[
                "Cải tiến trạm bơm bằng vật tư có sẵn",
                "CẢI TIẾN TRẠM BƠM  BẰNG VẬT TƯ CÓ SẴN .",
                "Cai tien tram bom bang vat tu co san",
            ],
            75,
        );
        assert_eq!(found.len(), 2);
        assert!(found.iter().all(|one| one.like == 0 && one.thousandths == 1000), "{found:?}");
    }

    #[test]
    fn a_few_added_words_are_alike_and_other_work_of_the_same_trade_is_not() {
        let found = of(
            &[
                "Số hóa hộ tịch có cảnh báo quá hạn",
                "Một số biện pháp số hóa hộ tịch có cảnh báo quá hạn",
                "Số hóa chính sách người có công trên máy tính không nối mạng",
            ],
            75,
        );
        assert_eq!(found, [Likeness { title: 1, like: 0, thousandths: 810 }]);
    }

    #[test]
    fn words_in_another_order_are_alike() {
        let found =
            of(&["Chống bụi, chống ồn tại dây chuyền đóng gói", "Tại dây chuyền đóng gói chống ồn, chống bụi"], 75);
        assert_eq!(found.len(), 1, "{found:?}");
    }

    #[test]
    fn a_title_without_letters_is_like_nothing() {
        assert_eq!(of(&["…", "…", "?"], 50), []);
    }

    proptest! {
        #[test]
        fn the_short_way_finds_what_comparing_all_with_all_finds(
            titles in prop::collection::vec("[a-d ]{0,14}", 0..24), limit in 50_i64..=100
        ) {
            let sets = ranked(&titles);
            let mut expected = Vec::new();
            for title in 0..sets.len() {
                let mut best: Option<Likeness> = None;
                for like in 0..title {
                    if let Some(thousandths) = alike(&sets[title], &sets[like], limit)
                        && best.is_none_or(|best| thousandths > best.thousandths)
                    {
                        best = Some(Likeness { title, like, thousandths });
                    }
                }
                expected.extend(best);
            }
            prop_assert_eq!(likenesses(&titles, limit), expected);
        }
    }
}
