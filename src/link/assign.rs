//! Links weighed together: a mention that is the truth of one claim is not held against another, and is held against one
//! claim at most, the one that explains it best.

use rustc_hash::{FxHashMap, FxHashSet};

use super::mood::Mood;
use super::{Link, Page};
use crate::value::Agreement;

/// From here on an agreeing value supports its claim.
const SUPPORTS: f64 = 0.28;
/// From here on a vaguer value counts as compatible.
const COMPATIBLE: f64 = 0.4;
/// From here on a value that disagrees is held against its claim.
const CONTRADICTS: f64 = 0.6;
/// From here on an agreeing value explains a mention, so that no other claim is held against it.
const EXPLAINS: f64 = 0.2;

/// The links that stand, in the order of the claims and, for each, of the text.
pub(super) fn assign(page: &Page<'_, '_>, links: Vec<Link>) -> Vec<Link> {
    let mut explained: FxHashSet<(usize, usize)> = FxHashSet::default();
    let mut supported: FxHashSet<(usize, usize)> = FxHashSet::default();
    for link in &links {
        if link.agreement == Agreement::Supports && link.confidence >= EXPLAINS {
            explained.insert((link.tokens.start, link.tokens.end));
        }
        if link.agreement != Agreement::Contradicts
            && link.confidence >= SUPPORTS
            && link.mood != Mood::Denied
        {
            supported.insert((link.claim.0, page.document.sentence_of(link.tokens.start)));
        }
    }
    let mut best: FxHashMap<(usize, usize), f64> = FxHashMap::default();
    for link in &links {
        let mention = (link.tokens.start, link.tokens.end);
        let held = best.entry(mention).or_insert(0.0);
        *held = held.max(link.confidence);
    }
    let mut taken: FxHashSet<(usize, usize)> = FxHashSet::default();
    links
        .into_iter()
        .filter(|link| {
            let mention = (link.tokens.start, link.tokens.end);
            match (link.agreement, link.mood) {
                // To deny the truth contradicts it; to deny anything else says nothing.
                (Agreement::Supports, Mood::Denied) => link.confidence >= CONTRADICTS,
                (_, Mood::Denied | Mood::Supposed) => false,
                (Agreement::Supports, _) => link.confidence >= SUPPORTS,
                (Agreement::Compatible, _) => link.confidence >= COMPATIBLE,
                (Agreement::Contradicts, _) if link.is_excused => false,
                (Agreement::Contradicts, _) if link.is_never => {
                    link.confidence >= CONTRADICTS * 0.8 && taken.insert(mention)
                }
                (Agreement::Contradicts, _) => {
                    let sentence = page.document.sentence_of(link.tokens.start);
                    link.confidence >= CONTRADICTS
                        && !explained.contains(&mention)
                        && !supported.contains(&(link.claim.0, sentence))
                        && best.get(&mention).is_none_or(|&best| link.confidence >= best)
                        && taken.insert(mention)
                }
            }
        })
        .collect()
}
