//! What belongs to a name and stands behind it: brackets, ages, epithets, dignities, appositions.

use super::describe::Before;
use super::reader::Reader;
use crate::document::{Tags, TokenKind};

/// Tokens in a bracket after a name: "(born Vera Lind; 11 May 1802 – 3 June 1871)".
pub(super) const BRACKET: usize = 32;
/// Tokens in an apposition: ", a collector of prints and a critic,".
const APPOSITION: usize = 14;

/// Words of a clause: what they stand in is no apposition.
const CLAUSE_WORD: Tags = Tags::BE
    .or(Tags::AUXILIARY)
    .or(Tags::MODAL)
    .or(Tags::PRONOUN)
    .or(Tags::SUBORDINATOR)
    .or(Tags::REPORTING)
    .or(Tags::VERB)
    .or(Tags::KINSHIP)
    .or(Tags::POSSESSIVE);

impl Reader<'_, '_> {
    /// Where what belongs to a name ends that itself ends at `end`: brackets, ", Duke of Somewhere".
    pub(super) fn after(&self, end: usize) -> usize {
        let mut end = end;
        let is_short = end > 0 && self.document.tags(end - 1).any(Tags::ABBREVIATION);
        if is_short && self.document.word(end) == "." {
            end += 1;
        }
        for _ in 0..3 {
            let next = self
                .bracket(end)
                .or_else(|| self.dignity(end))
                .or_else(|| self.age(end))
                .or_else(|| self.epithet(end));
            match next {
                Some(next) => end = next,
                None => break,
            }
        }
        end
    }

    fn bracket(&self, at: usize) -> Option<usize> {
        if self.kind(at) != Some(TokenKind::Open) {
            return None;
        }
        (at + 1..at + BRACKET)
            .find(|&at| self.kind(at) == Some(TokenKind::Close))
            .map(|close| close + 1)
    }

    /// ", 42,": up to its second comma.
    fn age(&self, at: usize) -> Option<usize> {
        let adverb = usize::from(self.document.lower(at + 1) == "also");
        let number = at + 1 + adverb;
        let is_age = self.document.word(at) == ","
            && self.kind(number) == Some(TokenKind::Number)
            && self.document.word(number).len() <= 3
            && self.document.word(number + 1) == ",";
        is_age.then_some(number + 1)
    }

    /// Where the name ends that has an age behind it, which ends at `end`.
    pub(super) fn before_age(&self, end: usize) -> Option<usize> {
        let number = end.checked_sub(1)?;
        let adverb = usize::from(number > 0 && self.document.lower(number - 1) == "also");
        let comma = number.checked_sub(1 + adverb)?;
        (self.age(comma) == Some(end)).then_some(comma)
    }

    /// "the Samaritan", "of the Hague"
    fn epithet(&self, at: usize) -> Option<usize> {
        // "Kim I the Old": the numeral stands outside the name.
        let before = matches!(self.document.word(at), "of" | "I" | "V" | "X");
        let at = at + usize::from(before);
        let is_capital = |at: usize| self.document.tokens().get(at).is_some_and(|token| token.capital);
        let is_epithet = self.document.lower(at) == "the"
            && self.document.tags(at + 1).is_none()
            && is_capital(at + 1)
            && !is_capital(at + 2);
        is_epithet.then_some(at + 2)
    }

    /// ", 3rd Earl of Somewhere", ", 5th Lord Lind of Somewhere": a title behind a name.
    pub(super) fn dignity(&self, at: usize) -> Option<usize> {
        if self.document.word(at) != "," {
            return None;
        }
        let title = (at + 1..at + 6).find(|&at| {
            self.document
                .tokens()
                .get(at)
                .is_some_and(|token| token.capital && token.tags.any(Tags::TITLE))
        })?;
        if !(at + 1..title).all(|at| self.is_rank(at)) {
            return None;
        }
        let is_numbered = title > at + 1;
        let place = if self.document.lower(title + 1) == "of" {
            self.name_near(title + 2, Before::Titles)?
        } else if is_numbered {
            self.name_from(title + 1)?
        } else {
            return None;
        };
        // "Duke of Somewhere and Elsewhere, and"
        let second = self
            .joins(place.end)
            .then(|| self.name_from(place.end + 1))
            .flatten();
        let end = second
            .filter(|second| self.document.word(second.end) == "," && self.joins(second.end + 1))
            .map_or(place.end, |second| second.end);
        let close = usize::from(self.document.word(end) == "," && self.joins(end + 1));
        Some(end + close)
    }

    /// Whether a word stands before the title of a dignity: "the", "3rd", "Grand".
    fn is_rank(&self, at: usize) -> bool {
        let rank = Tags::DETERMINER
            .or(Tags::ORDINAL)
            .or(Tags::DEMONYM)
            .or(Tags::ROLE);
        self.document
            .tokens()
            .get(at)
            .is_some_and(|token| token.is_number() || token.tags.any(rank))
            || matches!(
                self.document.lower(at),
                "th" | "st" | "nd" | "rd" | "grand" | "crown"
            )
    }

    /// ", an art collector and critic, and Y": the comma that closes an apposition inside a list of people, the first comma
    /// of which is at `at`.
    pub(super) fn apposition(&self, at: usize) -> Option<usize> {
        if self.document.word(at) != "," || self.name_near(at + 1, Before::Description).is_some() {
            return None;
        }
        let is_relative = self.document.lower(at + 1) == "who" && self.document.tags(at + 2).any(Tags::BE);
        let from = if is_relative { at + 3 } else { at + 1 };
        let is_opening = |at: usize| {
            self.document.tokens().get(at).is_some_and(|token| {
                token.is_word()
                    && (!token.capital || token.tags.any(Tags::TITLE.or(Tags::ROLE).or(Tags::DEMONYM)))
            }) && !self.joins(at)
        };
        let close = (from..at + APPOSITION).find(|&at| {
            let is_plain = self
                .document
                .tokens()
                .get(at)
                .is_some_and(|token| token.is_word())
                && (!self.document.tags(at).any(CLAUSE_WORD) || self.document.lower(at) == "one");
            !is_plain
        })?;
        let fits =
            close > from && is_opening(from) && self.document.word(close) == "," && self.joins(close + 1);
        fits.then_some(close)
    }
}
