//! The people at the ends of a relation: names behind titles and adjectives, lists of them, "X and his wife Y".

use std::ops::Range;

use super::after::BRACKET;
use super::describe::{Before, DESCRIPTION, NO_DESCRIPTION};
use super::reader::Reader;
use crate::document::{Tags, TokenKind};
use crate::mention::End;
use crate::value::kinship::{Kin, Kinship};

/// Names in a list that one word of kinship takes.
pub(super) const LIST: usize = 12;

/// What a list of people may hold.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum List {
    /// Two, joined by "and": "X and his wife Y".
    Pair,
    /// The same, but not "X, and his wife Y": what a comma parts from a brother's name is no brother's.
    Close,
    /// More, with commas alone between them.
    Many,
    /// More, none of whom is someone's kin: "his sons X and Y, his wife Z" ends before "his wife".
    Kin,
}

impl Reader<'_, '_> {
    pub(super) fn kind(&self, at: usize) -> Option<TokenKind> {
        self.document.tokens().get(at).map(|token| token.kind)
    }

    /// The person whom the phrase at `at` names, and where the phrase ends: "the actor Y", "his wife Y", "X's wife Y".
    pub(super) fn person(&self, at: usize, before: Before) -> Option<(End, usize)> {
        if self.document.tags(at).any(Tags::POSSESSIVE) {
            return self.possessed(at + 1).or_else(|| self.served(at + 1));
        }
        if let Some(found) = self.bare_spouse(at) {
            return Some(found);
        }
        let name = self.name_near(at, before)?;
        if self.is_possessor(&name) {
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
        (!self.is_possessor(&name)).then(|| (self.end(name), end))
    }

    /// "X and wife Y", "by first wife Y": a spouse without a possessive.
    fn bare_spouse(&self, at: usize) -> Option<(End, usize)> {
        let kin =
            at + usize::from(self.document.tags(at).any(Tags::ORDINAL) || self.document.lower(at) == "late");
        if !self.document.tags(kin).any(Tags::KINSHIP) || !is_couple(self.word(kin)?.kinship) {
            return None;
        }
        let name = self.name_near(kin + 1, Before::Titles)?;
        let end = self.after(name.end);
        (!self.is_possessor(&name)).then(|| (self.end(name), end))
    }

    /// "the son of its chairman, Y", "of his friend Y": someone whom no kinship binds to the owner.
    fn served(&self, at: usize) -> Option<(End, usize)> {
        let name = self.name_near(at, Before::Description)?;
        let comma = usize::from(name.start > at && self.document.word(name.start - 1) == ",");
        let noun = name.start.checked_sub(1 + comma).filter(|&noun| noun >= at)?;
        let fits = self.is_person_noun(noun) && !self.is_possessor(&name);
        let end = self.after(name.end);
        fits.then(|| (self.end(name), end))
    }

    /// Whether a name is followed by the mark of a possessive: "X's", "Charles' wife".
    pub(super) fn is_possessor(&self, name: &Range<usize>) -> bool {
        self.kind(name.end) == Some(TokenKind::Possessive)
            || self.kind(name.end) == Some(TokenKind::Quote)
                && self.document.lower(name.end - 1).ends_with('s')
                && self
                    .document
                    .tokens()
                    .get(name.end + 1)
                    .is_some_and(|token| token.is_word() && !token.capital)
    }

    /// The name behind an owner that is no kin: "Norway's first prime minister Y".
    fn described(&self, at: usize) -> Option<(End, usize)> {
        let name = self.name_near(at, Before::Description)?;
        let end = self.after(name.end);
        (!self.is_possessor(&name)).then(|| (self.end(name), end))
    }

    /// The list of people that begins with the phrase at `at`: "X and Y", "X, Y and Z". Where it ends is told as well.
    pub(super) fn people(&self, at: usize, before: Before, list: List) -> Option<(Vec<End>, usize)> {
        let commas = !matches!(list, List::Pair | List::Close);
        let (first, mut end) = self.person(at, before)?;
        let mut people = vec![first];
        // How many are certain: names behind commas are members once an "and" closes the list.
        let mut sure = (1, end);
        while people.len() < LIST {
            let Some(link) = self.link(self.apposition(end).unwrap_or(end)) else {
                break;
            };
            let is_kin = self
                .document
                .tags(link.next)
                .any(Tags::POSSESSIVE.or(Tags::KINSHIP));
            if is_kin && (list == List::Kin || list == List::Close && link.has_comma) {
                break;
            }
            let Some((next, after)) = self.person(link.next, Before::Description) else {
                break;
            };
            if link.next + 1 < next.tokens.start && !link.is_and && !commas {
                break;
            }
            // "the mother of X, and Y, sister of Z": the second has a kin of her own.
            if link.is_and && link.has_comma && self.apposition(end).is_none() && self.is_kin_phrase(after) {
                break;
            }
            // "the son of X, and Y and Z came": the second begins a list of its own.
            if link.is_and && link.has_comma && self.joins(after) && self.person(after + 1, before).is_some()
            {
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

    /// ", sister of": an apposition of kinship.
    fn is_kin_phrase(&self, at: usize) -> bool {
        self.document.word(at) == ","
            && (at + 1..at + 5)
                .find(|&at| {
                    self.kind(at) != Some(TokenKind::Word) || self.document.tags(at).any(Tags::KINSHIP)
                })
                .is_some_and(|at| {
                    self.document.tags(at).any(Tags::KINSHIP) && self.document.lower(at + 1) == "of"
                })
    }

    fn link(&self, at: usize) -> Option<Link> {
        let document = self.document;
        let comma = usize::from(document.word(at) == "," || document.word(at) == ";");
        if self.joins(at + comma) {
            let again = matches!(document.lower(at + comma + 1), "by" | "of");
            let both = usize::from(again);
            return Some(Link {
                next: at + comma + 1 + both,
                is_and: true,
                has_comma: comma == 1,
            });
        }
        if document.lower(at + comma) == "as" && document.lower(at + comma + 1) == "well" {
            return Some(Link {
                next: at + comma + 3,
                is_and: true,
                has_comma: comma == 1,
            });
        }
        // "the daughter of X by his second wife Y", "with his wife Y"
        let by = document.lower(at + comma);
        if (by == "by" || by == "with" && comma == 0) && document.tags(at + comma + 1).any(Tags::POSSESSIVE) {
            return Some(Link {
                next: at + comma + 1,
                is_and: true,
                has_comma: false,
            });
        }
        (comma == 1).then_some(Link {
            next: at + 1,
            is_and: false,
            has_comma: true,
        })
    }

    /// The name that ends just before `at`, brackets and ", Duke of Somewhere" left out.
    pub(super) fn name_to(&self, at: usize) -> Option<End> {
        let mut end = self.before_age(at).unwrap_or(at);
        for _ in 0..2 {
            if end == 0 || self.kind(end - 1) != Some(TokenKind::Close) {
                break;
            }
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
    has_comma: bool,
}

/// Whether a word of kinship binds its two as a couple.
pub(super) fn is_couple(kinship: Kinship) -> bool {
    matches!(kinship.kin, Kin::Spouse | Kin::Partner | Kin::Betrothed)
}
