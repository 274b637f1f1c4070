//! Verbs and nouns that state a relation without a word of kinship, and children that someone has: "married", "born to",
//! "had two sons, A and B".

use std::ops::Range;

use super::ends::Before;
use super::kin::{Word, is_child};
use super::reader::Reader;
use crate::document::{Tags, TokenKind};
use crate::mention::End;
use crate::value::kinship::Kinship;

/// Tokens between "born" and "to": "born in Lund on 3 May 1902 to".
const BIRTH: usize = 26;

impl Reader<'_, '_> {
    /// Reads the verb or noun at `at`, if it states a relation.
    pub(super) fn verb(&mut self, at: usize, sentence: &Range<usize>) {
        match self.document.lower(at) {
            "married" | "marries" | "marrying" | "marry" | "wed" | "weds" | "wedded" | "remarried"
            | "divorced" => {
                self.wedding(at, sentence);
            }
            "marriage" | "wedding" => self.marriage(at, sentence),
            "born" => self.birth(at, sentence),
            "birth" | "bore" => self.bearing(at, sentence),
            _ => {}
        }
    }

    /// "X married Y", "X is married to Y", "X and Y were married".
    fn wedding(&mut self, at: usize, sentence: &Range<usize>) {
        let Some(spouse) = Kinship::of("spouse") else {
            return;
        };
        let ones = self.subject_of(at, sentence);
        let to = usize::from(self.document.lower(at + 1) == "to");
        match self
            .person(at + 1 + to, Before::Description)
            .filter(|(_, end)| *end <= sentence.end)
        {
            Some((other, _)) => {
                if let [one] = ones.as_slice() {
                    self.push_all(spouse, at, std::slice::from_ref(one), &[other]);
                }
            }
            None => {
                let is_alone = matches!(
                    self.document.lower(at + 1),
                    "in" | "on" | "at" | "," | "." | "and" | ""
                );
                if let ([one, other], true) = (ones.as_slice(), is_alone) {
                    self.push_all(spouse, at, std::slice::from_ref(one), std::slice::from_ref(other));
                }
            }
        }
    }

    /// "the marriage of X and Y", "X's marriage to Y", "his marriage to Y".
    fn marriage(&mut self, at: usize, sentence: &Range<usize>) {
        let Some(spouse) = Kinship::of("spouse") else {
            return;
        };
        match self.document.lower(at + 1) {
            "of" | "between" => {
                if let Some((people, _)) = self.people(at + 2, Before::Description, false)
                    && let [one, other] = people.as_slice()
                {
                    self.push_all(spouse, at, std::slice::from_ref(one), std::slice::from_ref(other));
                }
            }
            "to" | "with" => {
                let Some((other, _)) = self.person(at + 2, Before::Description) else {
                    return;
                };
                let owner = (at.saturating_sub(3).max(sentence.start)..at)
                    .rev()
                    .find(|&before| {
                        self.document.tags(before).any(Tags::POSSESSIVE)
                            || self.kind(before) == Some(TokenKind::Possessive)
                    });
                let ones = match owner {
                    Some(owner) if self.document.tags(owner).any(Tags::POSSESSIVE) => {
                        self.pronoun(owner, sentence)
                    }
                    Some(owner) => self.name_to(owner).into_iter().collect(),
                    None => self.subject_before(at, sentence).into_iter().collect(),
                };
                self.push_all(spouse, at, &ones, &[other]);
            }
            _ => {}
        }
    }

    /// "X was born in Lund to Y and Z".
    fn birth(&mut self, at: usize, sentence: &Range<usize>) {
        let Some(parent) = Kinship::of("parent") else {
            return;
        };
        let window = at + 1..sentence.end.min(at + BIRTH);
        let ends = |at: &usize| {
            self.document.tags(*at).any(
                Tags::BE
                    .or(Tags::AUXILIARY)
                    .or(Tags::SUBORDINATOR)
                    .or(Tags::PRONOUN),
            ) || self.document.word(*at) == ";"
        };
        let until = window.clone().find(ends).unwrap_or(window.end);
        let Some(to) = (at + 1..until).find(|&to| self.document.lower(to) == "to") else {
            return;
        };
        let Some((mut parents, _)) = self.people(to + 1, Before::Description, false) else {
            return;
        };
        parents.truncate(2);
        let children = self.subject_of(at, sentence);
        self.push_all(parent, at, &children, &parents);
    }

    /// "X gave birth to Y", "X bore him Y".
    fn bearing(&mut self, at: usize, sentence: &Range<usize>) {
        let Some(child) = Kinship::of("child") else { return };
        let (verb, mut next) = match self.document.lower(at) {
            "birth" => match at.checked_sub(1).map(|verb| (verb, self.document.lower(verb))) {
                Some((verb, "gave" | "gives" | "giving" | "given"))
                    if self.document.lower(at + 1) == "to" =>
                {
                    (verb, at + 2)
                }
                _ => return,
            },
            _ => (at, at + 1),
        };
        let father = self
            .named_or_pronoun(next, sentence)
            .filter(|&(_, end)| self.numbers_children(end));
        let mut parents = self.subject_of(verb, sentence);
        if let Some((father, end)) = father {
            parents.push(father);
            next = end;
        }
        // "gave birth to a son, Y" is read at "son".
        if let Some((children, _)) = self.people(next, Before::Titles, false) {
            self.push_all(child, at, &parents, &children);
        }
    }

    fn named_or_pronoun(&self, at: usize, sentence: &Range<usize>) -> Option<(End, usize)> {
        if matches!(self.document.lower(at), "him" | "her") {
            let end = self.pronoun(at, sentence).into_iter().next()?;
            return Some((end, at + 1));
        }
        let name = self.name_from(at)?;
        let end = name.end;
        Some((self.end(name), end))
    }

    /// Whether "two sons", "a daughter" follows.
    fn numbers_children(&self, at: usize) -> bool {
        (at..at + 4).any(|at| self.document.tags(at).any(Tags::KINSHIP))
    }

    /// "X and Y had two sons, A and B", "X had a daughter, A, by Y": whether the phrase at `start` is one of these.
    pub(super) fn offspring(&mut self, word: &Word, start: usize, sentence: &Range<usize>) -> bool {
        if !is_child(word.kinship) {
            return false;
        }
        let Some(verb) = self.having(start, sentence) else {
            return false;
        };
        let mut parents = self.subject_of(verb, sentence);
        parents.extend(self.bearer_to(verb, start, sentence));
        let mut at = word.tokens.end;
        if let Some((other, end)) = self.co_parent(at) {
            parents.push(other);
            at = end;
        }
        let Some((children, end)) = self.children(at, word) else {
            return true;
        };
        let comma = usize::from(self.document.word(end) == ",");
        let other = self.co_parent(end).or_else(|| self.co_parent(end + comma));
        parents.extend(other.map(|(other, _)| other));
        self.push_all(word.kinship, word.tokens.start, &parents, &children);
        true
    }

    /// The verb of having before a phrase that begins at `start`: "had", "gave birth to", "bore him".
    fn having(&self, start: usize, sentence: &Range<usize>) -> Option<usize> {
        let from = start.saturating_sub(6).max(sentence.start);
        let mut is_list = false;
        for at in (from..start).rev() {
            match self.document.lower(at) {
                "had" | "has" | "have" | "having" | "bore" | "bears" | "left" | "fathered" | "sired"
                | "raised" => {
                    return Some(at);
                }
                "birth" => return at.checked_sub(1),
                "to" | "him" | "her" | "," | "produced" => {}
                "and" => is_list = true,
                _ if self.document.tags(at).any(
                    Tags::CARDINAL
                        .or(Tags::ORDINAL)
                        .or(Tags::DETERMINER)
                        .or(Tags::HEDGE),
                ) => {}
                _ if self.document.tags(at).any(Tags::KINSHIP) && is_list => {}
                _ if self.name_from(at).is_some() => {}
                _ => return None,
            }
        }
        None
    }

    /// Whom someone bore children: "bore him two sons".
    fn bearer_to(&self, verb: usize, start: usize, sentence: &Range<usize>) -> Option<End> {
        if !matches!(self.document.lower(verb), "bore" | "bears") {
            return None;
        }
        self.named_or_pronoun(verb + 1, sentence)
            .map(|(end, _)| end)
            .filter(|end| end.tokens.end <= start)
    }

    /// "by Y", "with Y", "with his wife Y"
    fn co_parent(&self, at: usize) -> Option<(End, usize)> {
        let is_by = matches!(self.document.lower(at), "by" | "with");
        if is_by {
            self.person(at + 1, Before::Description)
        } else {
            None
        }
    }

    /// The names of children after the word for them: ", A and B", "(A, B)", "named A", ": A, B", ", including A".
    fn children(&self, at: usize, word: &Word) -> Option<(Vec<End>, usize)> {
        let mut next = at;
        let mut opened = false;
        for _ in 0..3 {
            let kind = self.kind(next)?;
            let skips = matches!(
                kind,
                TokenKind::Comma | TokenKind::Dash | TokenKind::Open | TokenKind::Quote
            ) || matches!(
                self.document.lower(next),
                "named" | "called" | "including" | "together" | "and"
            );
            if !skips {
                break;
            }
            opened |= kind == TokenKind::Open;
            next += 1;
        }
        let (children, end) = self.people(next, Before::Description, word.is_plural)?;
        let close = usize::from(opened && self.kind(end) == Some(TokenKind::Close));
        let kept = if word.is_plural { children.len() } else { 1 };
        Some((children.into_iter().take(kept).collect(), end + close))
    }
}
