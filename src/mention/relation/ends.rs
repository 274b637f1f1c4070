//! The people at the ends of a relation: names behind titles and adjectives, lists of them, "X and his wife Y".

use std::ops::Range;

use super::reader::Reader;
use crate::document::{Tags, TokenKind};
use crate::mention::End;
use crate::value::kinship::{Kin, Kinship};

/// Names in a list that one word of kinship takes.
pub(super) const LIST: usize = 12;
/// Words before a name that may describe its bearer: "the late stage actress".
const DESCRIPTION: usize = 6;
/// Tokens in a bracket after a name: "(born Vera Lind; 11 May 1802 – 3 June 1871)".
const BRACKET: usize = 32;

/// Words that neither describe a person nor stand in a name.
const NO_DESCRIPTION: Tags = Tags::BE
    .or(Tags::AUXILIARY)
    .or(Tags::MODAL)
    .or(Tags::PRONOUN)
    .or(Tags::PREPOSITION)
    .or(Tags::CONJUNCTION)
    .or(Tags::SUBORDINATOR)
    .or(Tags::NEGATION)
    .or(Tags::REPORTING)
    .or(Tags::VERB)
    .or(Tags::KINSHIP)
    .or(Tags::CARDINAL)
    .or(Tags::POSSESSIVE);

/// How much may stand between a word of kinship and the name that it goes with.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Before {
    /// Titles and roles: "his mother Dr. Lind".
    Titles,
    /// A description as well: "his mother, the late stage actress Vera Lind".
    Description,
}

impl Reader<'_, '_> {
    pub(super) fn kind(&self, at: usize) -> Option<TokenKind> {
        self.document.tokens().get(at).map(|token| token.kind)
    }

    /// The name that begins at `at`.
    pub(super) fn name_from(&self, at: usize) -> Option<Range<usize>> {
        let next = self.names.partition_point(|name| name.start < at);
        self.names.get(next).filter(|name| name.start == at).cloned()
    }

    /// The name that begins at `at`, behind what describes its bearer.
    pub(super) fn name_near(&self, at: usize, before: Before) -> Option<Range<usize>> {
        let next = self.names.partition_point(|name| name.start < at);
        let name = self.names.get(next)?;
        let fits = name.start <= at + DESCRIPTION
            && (at..name.start)
                .all(|word| self.describes(word, before) || word > at && self.joins_nouns(word));
        fits.then(|| name.clone())
    }

    /// "actress and politician Vera Lind"
    fn joins_nouns(&self, at: usize) -> bool {
        let is_noun = |at: usize| {
            let token = self.document.tokens().get(at);
            token.is_some_and(|token| token.is_word() && !token.capital)
                && !self.document.tags(at).any(NO_DESCRIPTION.or(Tags::DETERMINER))
        };
        self.joins(at) && at > 0 && is_noun(at - 1) && is_noun(at + 1)
    }

    fn describes(&self, at: usize, before: Before) -> bool {
        let Some(token) = self.document.tokens().get(at) else {
            return false;
        };
        match token.kind {
            TokenKind::Quote => true,
            TokenKind::Stop => at > 0 && self.document.tags(at - 1).any(Tags::ABBREVIATION.or(Tags::TITLE)),
            TokenKind::Word => {
                let is_title = Tags::TITLE.or(Tags::ROLE).or(Tags::DEMONYM).or(Tags::DETERMINER);
                if token.tags.any(is_title) {
                    return true;
                }
                let lower = self.document.lower(at);
                let is_verb = lower.ends_with("ed")
                    && !matches!(lower, "retired" | "famed" | "renowned" | "celebrated");
                before == Before::Description && !token.tags.any(NO_DESCRIPTION) && !is_verb
            }
            TokenKind::Dash => before == Before::Description,
            _ => false,
        }
    }

    /// The person whom the phrase at `at` names, and where the phrase ends: "the actor Y", "his wife Y", "X's wife Y".
    pub(super) fn person(&self, at: usize, before: Before) -> Option<(End, usize)> {
        if self.document.tags(at).any(Tags::POSSESSIVE) {
            return self.possessed(at + 1);
        }
        let name = self.name_near(at, before)?;
        if self.kind(name.end) == Some(TokenKind::Possessive) {
            return self
                .possessed(name.end + 1)
                .or_else(|| self.described(name.end + 1));
        }
        let end = self.after(name.end);
        Some((self.end(name), end))
    }

    /// The name behind a word of kinship whose possessor ends before `at`: "his [second wife, Y]".
    fn possessed(&self, at: usize) -> Option<(End, usize)> {
        let kin = (at..at + 4).find(|&kin| self.document.tags(kin).any(Tags::KINSHIP))?;
        if (at..kin).any(|at| self.document.tags(at).any(NO_DESCRIPTION)) {
            return None;
        }
        let comma = usize::from(self.document.word(kin + 1) == ",");
        let name = self.name_near(kin + 1 + comma, Before::Titles)?;
        let end = self.after(name.end);
        (self.kind(name.end) != Some(TokenKind::Possessive)).then(|| (self.end(name), end))
    }

    /// The name behind an owner that is no kin: "Norway's first prime minister Y".
    fn described(&self, at: usize) -> Option<(End, usize)> {
        let name = self.name_near(at, Before::Description)?;
        let end = self.after(name.end);
        (self.kind(name.end) != Some(TokenKind::Possessive)).then(|| (self.end(name), end))
    }

    /// Where what belongs to a name ends that itself ends at `end`: brackets, ", Duke of Somewhere".
    pub(super) fn after(&self, end: usize) -> usize {
        let mut end = end;
        let is_short = end > 0 && self.document.tags(end - 1).any(Tags::ABBREVIATION);
        if is_short && self.document.word(end) == "." {
            end += 1;
        }
        for _ in 0..3 {
            let next = self.bracket(end).or_else(|| self.dignity(end));
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

    /// ", 3rd Earl of Somewhere": a title behind a name.
    fn dignity(&self, at: usize) -> Option<usize> {
        if self.document.word(at) != "," {
            return None;
        }
        let title = (at + 1..at + 6).find(|&at| {
            self.document
                .tokens()
                .get(at)
                .is_some_and(|token| token.capital && token.tags.any(Tags::TITLE))
        })?;
        let plain = |at: usize| {
            self.document.tokens().get(at).is_some_and(|token| {
                token.is_number()
                    || token.tags.any(
                        Tags::DETERMINER
                            .or(Tags::ORDINAL)
                            .or(Tags::DEMONYM)
                            .or(Tags::ROLE),
                    )
                    || matches!(
                        self.document.lower(at),
                        "th" | "st" | "nd" | "rd" | "grand" | "crown"
                    )
            })
        };
        if !(at + 1..title).all(plain) || self.document.lower(title + 1) != "of" {
            return None;
        }
        let place = self.name_near(title + 2, Before::Titles)?;
        let close = usize::from(self.document.word(place.end) == "," && self.joins(place.end + 1));
        Some(place.end + close)
    }

    fn joins(&self, at: usize) -> bool {
        matches!(self.document.lower(at), "and" | "&")
    }

    /// The list of people that begins with the phrase at `at`: "X and Y", "X, Y and Z"; with commas alone where
    /// `commas` is set. Where it ends is told as well.
    pub(super) fn people(&self, at: usize, before: Before, commas: bool) -> Option<(Vec<End>, usize)> {
        let (first, mut end) = self.person(at, before)?;
        let mut people = vec![first];
        // How many are certain: names behind commas are members once an "and" closes the list.
        let mut sure = (1, end);
        while people.len() < LIST {
            let Some(link) = self.link(end) else { break };
            let Some((next, after)) = self.person(link.next, Before::Description) else {
                break;
            };
            if link.next + 1 < next.tokens.start && !link.is_and && !commas {
                break;
            }
            people.push(next);
            end = after;
            if link.is_and || commas {
                sure = (people.len(), end);
            }
            if link.is_and && !commas {
                break;
            }
        }
        people.truncate(sure.0);
        Some((people, sure.1))
    }

    fn link(&self, at: usize) -> Option<Link> {
        let document = self.document;
        let comma = usize::from(document.word(at) == "," || document.word(at) == ";");
        if self.joins(at + comma) {
            let both = usize::from(document.lower(at + comma + 1) == "by");
            return Some(Link {
                next: at + comma + 1 + both,
                is_and: true,
            });
        }
        if document.lower(at + comma) == "as" && document.lower(at + comma + 1) == "well" {
            return Some(Link {
                next: at + comma + 3,
                is_and: true,
            });
        }
        // "the daughter of X by his second wife Y", "with his wife Y"
        let by = document.lower(at + comma);
        if (by == "by" || by == "with" && comma == 0) && document.tags(at + comma + 1).any(Tags::POSSESSIVE) {
            return Some(Link {
                next: at + comma + 1,
                is_and: true,
            });
        }
        (comma == 1).then_some(Link {
            next: at + 1,
            is_and: false,
        })
    }

    /// The name that ends just before `at`, brackets and ", Duke of Somewhere" left out.
    pub(super) fn name_to(&self, at: usize) -> Option<End> {
        let mut end = at;
        if end > 0 && self.kind(end - 1) == Some(TokenKind::Close) {
            let from = end.saturating_sub(BRACKET);
            end = (from..end)
                .rev()
                .find(|&at| self.kind(at) == Some(TokenKind::Open))?;
        }
        if end > 1
            && self.document.word(end - 1) == "."
            && self.document.tags(end - 2).any(Tags::ABBREVIATION)
        {
            end -= 1;
        }
        let last = self
            .names
            .partition_point(|name| name.end <= end)
            .checked_sub(1)?;
        let name = self.names.get(last).filter(|name| name.end == end)?;
        // The place of a dignity is nobody: "Kim, Duke of Somewhere".
        if let Some(bearer) = last.checked_sub(1).and_then(|before| self.names.get(before))
            && name.start - bearer.end <= 6
            && self.dignity(bearer.end).is_some_and(|end| end >= name.end)
        {
            return Some(self.end(bearer.clone()));
        }
        Some(self.end(name.clone()))
    }

    /// The people whose names end just before `at`: "Kim and Robin's mother", "X and his wife Y had".
    pub(super) fn people_to(&self, at: usize) -> Vec<End> {
        let Some(last) = self.name_to(at) else {
            return Vec::new();
        };
        let start = self.phrase_start(last.tokens.start);
        let and = start.checked_sub(1).filter(|&and| self.joins(and));
        match and.and_then(|and| self.name_to(and)) {
            Some(first) => vec![first, last],
            None => vec![last],
        }
    }

    /// Where the phrase begins that ends with the name at `name`: at "his" of "his second wife Y".
    pub(super) fn phrase_start(&self, name: usize) -> usize {
        let mut start = name;
        let (mut is_kin, mut past_comma) = (false, false);
        for at in (name.saturating_sub(DESCRIPTION)..name).rev() {
            let tags = self.document.tags(at);
            if tags.any(Tags::POSSESSIVE) {
                return if is_kin { at } else { start };
            }
            is_kin |= tags.any(Tags::KINSHIP);
            let is_comma = self.document.word(at) == "," && at + 1 == name;
            let passes = tags.any(Tags::KINSHIP) || is_comma || self.describes(at, Before::Description);
            // "Vera Lind, Nora's mother": another name is no description.
            let is_name = self.document.tokens().get(at).is_some_and(|token| token.capital)
                && !tags.any(Tags::TITLE.or(Tags::ROLE).or(Tags::DEMONYM).or(Tags::KINSHIP));
            if !passes || is_name {
                break;
            }
            past_comma |= is_comma;
            // What stands before a comma describes another: "Y, X's mother".
            if !past_comma && !is_kin {
                start = at;
            }
        }
        start
    }

    pub(super) fn end(&self, tokens: Range<usize>) -> End {
        End {
            name: Some(self.text(tokens.clone())),
            tokens,
            is_pronoun: false,
        }
    }

    pub(super) fn text(&self, tokens: Range<usize>) -> String {
        self.document.span(tokens).of(self.document.text()).to_owned()
    }
}

/// What joins two members of a list.
struct Link {
    next: usize,
    is_and: bool,
}

/// Whether a word of kinship binds its two as a couple.
pub(super) fn is_couple(kinship: Kinship) -> bool {
    matches!(kinship.kin, Kin::Spouse | Kin::Partner | Kin::Betrothed)
}
