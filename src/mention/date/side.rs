//! On which side a date lies: before or after what it names, in the past or to come.

use super::Found;
use super::text::Text;
use crate::document::{Tags, TokenKind};
use crate::value::date::Limit;

/// How many tokens around a date tell its tense.
const TENSE_WINDOW: usize = 9;

/// What the word before a date says of its side.
pub(super) fn limit(text: &Text<'_, '_>, start: usize) -> Limit {
    match text.before(start) {
        "since" => Limit::Since,
        "until" | "till" | "by" => Limit::Until,
        "before" => Limit::Before,
        "to" if start > 1 && text.word(start - 2) == "prior" => Limit::Before,
        "after" => Limit::After,
        _ => Limit::On,
    }
}

/// Whether the clause speaks of what is to come, as far as it shows: the nearest verb that shows its tense, before the date or after it.
pub(super) fn is_future(text: &Text<'_, '_>, found: &Found) -> Option<bool> {
    if text.before(found.start) == "for" {
        return Some(true);
    }
    let ends = |at: usize| matches!(text.kind(at), Some(TokenKind::Stop | TokenKind::Break) | None);
    let before = (1..=TENSE_WINDOW)
        .map_while(|step| found.start.checked_sub(step))
        .take_while(|&at| !ends(at));
    let after = (found.end..found.end + TENSE_WINDOW).take_while(|&at| !ends(at));
    before.chain(after).find_map(|at| tense(text, at))
}

/// Whether a word shows the future (`true`) or the past (`false`).
fn tense(text: &Text<'_, '_>, at: usize) -> Option<bool> {
    if !text.has(at, Tags::TENSE) && !text.word(at).ends_with("ed") {
        return None;
    }
    match text.word(at) {
        "will" | "shall" | "won't" | "tomorrow" | "upcoming" => Some(true),
        "scheduled" | "expected" | "due" | "slated" | "set" | "planned" | "plans"
            if text.word(at + 1) == "to" || text.word(at + 1) == "for" =>
        {
            Some(true)
        }
        "is" | "are" if text.word(at + 1) == "to" || text.word(at + 1) == "going" => Some(true),
        "was" | "were" | "had" | "did" | "said" | "told" | "came" | "went" | "took" | "saw" | "died"
        | "met" | "left" => Some(false),
        word if word.len() > 4
            && word.ends_with("ed")
            && text.is_word(at)
            && !matches!(text.before(at), "be" | "is" | "are" | "been") =>
        {
            Some(false)
        }
        _ => None,
    }
}
