//! The word of kinship itself, with what is joined to it: "mother-in-law", "half-sister", "great-grandson".

use std::ops::Range;

use super::reader::Reader;
use crate::document::{Tags, TokenKind};
use crate::text::fold;
use crate::value::kinship::{Kin, Kinship};

/// Parts before a word of kinship that make it another one.
const PREFIXES: &[&str] = &["ex", "half", "great", "step", "grand"];

/// Adjectives that make of kin something else.
const UNREAL: &[&str] = &[
    "foster",
    "surrogate",
    "spiritual",
    "founding",
    "adoptive",
    "honorary",
    "fictional",
    "favourite",
    "favorite",
];

/// A word of kinship with the tokens that it covers.
#[derive(Clone)]
pub(super) struct Word {
    pub(super) kinship: Kinship,
    pub(super) tokens: Range<usize>,
    pub(super) is_plural: bool,
}

impl Reader<'_, '_> {
    /// The word of kinship at `at`.
    pub(super) fn word(&self, at: usize) -> Option<Word> {
        let document = self.document;
        let lower = document.lower(at);
        let is_dash = |at: usize| self.kind(at) == Some(TokenKind::Dash);
        let is_plural = lower.ends_with('s') || lower == "children" || lower == "grandchildren";
        let word = |name: &str, tokens| {
            Some(Word {
                kinship: Kinship::of(name)?,
                tokens,
                is_plural,
            })
        };
        // "mother-in-law", "mother in law"
        for gap in [1, 2] {
            let (inside, law) = (at + gap, at + 2 * gap);
            let dashes = gap == 1 || is_dash(at + 1) && is_dash(at + 3);
            if dashes && document.lower(inside) == "in" && document.lower(law) == "law" {
                let singular = lower.strip_suffix('s').unwrap_or(lower);
                return word(&format!("{singular}-in-law"), at..law + 1);
            }
        }
        let before = |back: usize| at.checked_sub(back).map_or("", |before| document.lower(before));
        if at >= 2 && is_dash(at - 1) && (PREFIXES.contains(&before(2)) || document.joined(at - 1)) {
            return word(&format!("{}-{}", before(2), fold(lower)), at - 2..at + 1);
        }
        // "half sister", without a hyphen
        if at >= 1
            && matches!(before(1), "half" | "step")
            && let Some(joined) = word(&format!("{}-{}", before(1), fold(lower)), at - 1..at + 1)
        {
            return Some(joined);
        }
        if UNREAL.contains(&before(1)) || self.is_title(at) {
            return None;
        }
        word(&fold(lower), at..at + 1)
    }

    /// "Father Brown", "Sister Mary": a title, not kin.
    fn is_title(&self, at: usize) -> bool {
        let Some(token) = self.document.tokens().get(at).filter(|token| token.capital) else {
            return false;
        };
        let before = at
            .checked_sub(1)
            .and_then(|before| self.document.tokens().get(before));
        let is_owned = before.is_some_and(|before| {
            before.tags.any(Tags::POSSESSIVE)
                || matches!(before.kind, TokenKind::Possessive | TokenKind::Stop)
        });
        // "Queen Consort Y"
        let is_rank = token.tags.any(Tags::TITLE)
            || before.is_some_and(|before| before.capital && before.tags.any(Tags::TITLE));
        is_rank && !is_owned && self.name_from(at + 1).is_some()
    }
}

/// Whether a word names a child: a child has two parents at most, so a list of its owners is short.
pub(super) fn is_child(kinship: Kinship) -> bool {
    kinship.kin == Kin::Child
}
