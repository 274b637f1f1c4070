//! Names behind what describes their bearers: titles, adjectives, "the former Acme Corp chairman Y", "its founder, Y".

use std::ops::Range;

use super::reader::Reader;
use crate::document::{Tags, TokenKind};

/// Words before a name that may describe its bearer: "the late stage actress".
pub(super) const DESCRIPTION: usize = 7;
/// Words between the name of what someone serves and the bearer's own: "Acme Corp deputy chairman Y".
const OFFICE: usize = 4;

/// Words that neither describe a person nor stand in a name.
pub(super) const NO_DESCRIPTION: Tags = Tags::BE
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

/// Endings of nouns for people: "drummer", "violinist", "statesman".
const PERSON_ENDINGS: &[&str] = &["er", "or", "ist", "man", "woman", "ian", "ess", "eur"];
/// Nouns for people without such an ending.
const PERSON_NOUNS: &[&str] = &[
    "star",
    "hero",
    "poet",
    "duke",
    "count",
    "king",
    "queen",
    "prince",
    "chief",
    "head",
    "coach",
    "friend",
    "colleague",
    "laureate",
    "champion",
    "legend",
    "tycoon",
    "magnate",
    "mogul",
    "captain",
    "pilot",
    "monarch",
    "ruler",
    "sultan",
    "shah",
    "pharaoh",
    "graduate",
    "villain",
    "rival",
    "despot",
    "veteran",
    "activist",
    "aristocrat",
    "diplomat",
    "bishop",
    "priest",
    "rabbi",
    "imam",
    "agent",
    "analyst",
    "soldier",
    "general",
    "architect",
    "chef",
    "critic",
    "athlete",
    "ballerina",
    "guru",
    "saint",
    "god",
    "goddess",
    "nymph",
    "clerk",
    "nurse",
    "guard",
    "boss",
    "spy",
    "judge",
    "scholar",
    "academic",
    "executive",
    "model",
    "host",
    "member",
    "couple",
    "knight",
    "merchant",
    "landlord",
    "immigrant",
    "native",
    "resident",
    "baronet",
    "noble",
    "nobleman",
    "entrepreneur",
    "heir",
    "friend",
];

/// How much may stand between a word of kinship and the name that it goes with.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Before {
    /// Titles and roles: "his mother Dr. Lind".
    Titles,
    /// A description as well: "his mother, the late stage actress Vera Lind".
    Description,
}

impl Reader<'_, '_> {
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
        if !fits {
            return self.introduced(at, name);
        }
        // "Filipino actor Y", "Acme Corp founder Y": the first name only describes.
        let bearer = self
            .names
            .get(next + 1)
            .filter(|bearer| self.is_office(name.end..bearer.start));
        if bearer.is_none() && self.only_describes(at, name) {
            return None;
        }
        Some(bearer.unwrap_or(name).clone())
    }

    /// Whether a name behind an article describes someone whose own name is not found: "the Varna painter", "a Lund mother".
    fn only_describes(&self, at: usize, name: &Range<usize>) -> bool {
        let has_article = (at..name.start).any(|at| matches!(self.document.lower(at), "the" | "a" | "an"));
        let next = self.document.tokens().get(name.end);
        has_article
            && next.is_some_and(|next| !next.capital)
            && (self.document.tags(name.end).any(Tags::KINSHIP) || self.is_person_noun(name.end))
    }

    /// The name behind the comma of a description: "the former chairman, Y", "the first minister of finance, Y".
    fn introduced(&self, at: usize, name: &Range<usize>) -> Option<Range<usize>> {
        let comma = name
            .start
            .checked_sub(1)
            .filter(|&comma| self.document.word(comma) == ",")?;
        let fits = comma > at
            && comma <= at + DESCRIPTION
            && self.is_person_noun(comma - 1)
            && (at..comma)
                .all(|word| self.describes(word, Before::Description) || word > at && self.joins_nouns(word));
        // "the daughter of an actor, Ann Lind was": what goes on behind the name is a clause.
        let ends = !self
            .document
            .tags(name.end)
            .any(Tags::BE.or(Tags::AUXILIARY).or(Tags::VERB));
        (fits && ends).then(|| name.clone())
    }

    /// Whether the words between two names make the first a part of the second's description.
    fn is_office(&self, words: Range<usize>) -> bool {
        let is_plain = |at: usize| match self.kind(at) {
            Some(TokenKind::Word) => {
                let token = self.document.tokens().get(at);
                token.is_some_and(|token| !token.capital || token.tags.any(Tags::TITLE.or(Tags::ROLE)))
                    && !self
                        .document
                        .tags(at)
                        .any(NO_DESCRIPTION.or(Tags::DETERMINER).or(Tags::ADVERB))
            }
            Some(TokenKind::Dash | TokenKind::Quote) => true,
            _ => self.joins_nouns(at),
        };
        let mut last = words.clone().rev();
        let noun = last.find(|&at| self.kind(at) != Some(TokenKind::Quote));
        !words.is_empty()
            && words.len() <= OFFICE
            && noun.is_some_and(|noun| self.is_person_noun(noun))
            && words.into_iter().all(|at| is_plain(at) || self.joins_nouns(at))
    }

    /// Whether the word at `at` is a common noun for a person or for several.
    pub(super) fn is_person_noun(&self, at: usize) -> bool {
        let Some(token) = self.document.tokens().get(at).filter(|token| token.is_word()) else {
            return false;
        };
        if token.tags.any(Tags::KINSHIP) {
            return false;
        }
        if token.tags.any(Tags::TITLE.or(Tags::ROLE)) {
            return true;
        }
        let lower = self.document.lower(at);
        let singular = lower
            .strip_suffix('s')
            .filter(|_| !lower.ends_with("ss"))
            .unwrap_or(lower);
        let plain = NO_DESCRIPTION
            .or(Tags::DETERMINER)
            .or(Tags::ADVERB)
            .or(Tags::RELATIVE)
            .or(Tags::HEDGE);
        PERSON_NOUNS.contains(&singular)
            || !token.tags.any(plain)
                && !token.capital
                && singular.len() > 4
                && PERSON_ENDINGS.iter().any(|ending| singular.ends_with(ending))
    }

    /// "actress and politician Vera Lind", "Mr. and Mrs. Lind"
    fn joins_nouns(&self, at: usize) -> bool {
        let is_noun = |at: usize| {
            let token = self.document.tokens().get(at);
            token.is_some_and(|token| token.is_word() && (!token.capital || token.tags.any(Tags::ROLE)))
                && !self.document.tags(at).any(NO_DESCRIPTION.or(Tags::DETERMINER))
        };
        let is_title = |at: usize| self.document.tags(at).any(Tags::TITLE);
        let title_before =
            at > 1 && (is_title(at - 1) || self.kind(at - 1) == Some(TokenKind::Stop) && is_title(at - 2));
        self.joins(at) && at > 0 && (is_noun(at - 1) && is_noun(at + 1) || title_before && is_title(at + 1))
    }

    pub(super) fn describes(&self, at: usize, before: Before) -> bool {
        let Some(token) = self.document.tokens().get(at) else {
            return false;
        };
        match token.kind {
            TokenKind::Quote => true,
            TokenKind::Stop => at > 0 && self.document.tags(at - 1).any(Tags::ABBREVIATION.or(Tags::TITLE)),
            TokenKind::Word => {
                let is_title = Tags::TITLE.or(Tags::ROLE).or(Tags::DEMONYM).or(Tags::DETERMINER);
                if token.tags.any(Tags::KINSHIP) && !token.capital {
                    return false;
                }
                if token.tags.any(is_title) {
                    return true;
                }
                let lower = self.document.lower(at);
                let is_verb = lower.ends_with("ed")
                    && !matches!(
                        lower,
                        "retired" | "famed" | "renowned" | "celebrated" | "noted" | "acclaimed" | "estranged"
                    );
                before == Before::Description
                    && (!token.tags.any(NO_DESCRIPTION) || lower == "couple")
                    && !is_verb
            }
            TokenKind::Dash => before == Before::Description,
            // "the children's author Y"
            TokenKind::Possessive => {
                before == Before::Description
                    && at > 0
                    && self
                        .document
                        .tokens()
                        .get(at - 1)
                        .is_some_and(|token| token.is_word() && !token.capital)
            }
            _ => false,
        }
    }

    /// "and" or "&".
    pub(super) fn joins(&self, at: usize) -> bool {
        matches!(self.document.lower(at), "and" | "&")
    }
}
