//! Children that someone has: "had two sons, A and B, and a daughter, C, with Y".

use std::ops::Range;

use super::describe::Before;
use super::ends::List;
use super::kin::{Word, is_child};
use super::reader::Reader;
use crate::document::{Tags, TokenKind};
use crate::mention::End;
use crate::value::kinship::{Kin, Kinship};

/// Kinds of children that one sentence lists: "two sons, A and B, and a daughter, C".
const BROODS: usize = 4;
/// Words between a verb of having and the word for children.
const HAVING: usize = 6;
/// Words between the word for children and their names: "gave birth to a son on 3 May 1902, A".
const DATE: usize = 7;

/// Children of one word: "two sons, A and B, by Y".
struct Brood {
    word: Word,
    children: Vec<End>,
    other: Option<End>,
}

impl Reader<'_, '_> {
    /// "X and Y had two sons, A and B", "X had a daughter, A, by Y": whether the phrase at `start` is one of these.
    pub(super) fn offspring(&mut self, word: &Word, start: usize, sentence: &Range<usize>) -> bool {
        // "gave birth to twins, A and B"
        let is_twins = word.kinship.word == "twin" && word.is_plural;
        if !is_child(word.kinship) && !is_twins {
            return false;
        }
        let Some(verb) = self.having(start, sentence) else {
            return false;
        };
        let mut word = word.clone();
        if is_twins && let Some(child) = Kinship::of("child") {
            word.kinship = child;
        }
        let word = &word;
        let mut parents = self.having_parents(verb, sentence);
        parents.extend(self.bearer_to(verb, start, sentence));
        parents.extend(self.with_whom(verb, sentence));
        let mut broods: Vec<Brood> = Vec::new();
        let mut next = Some(word.clone());
        while let Some(word) = next.take().filter(|_| broods.len() < BROODS) {
            let mut at = word.tokens.end;
            self.done.push(word.tokens.start);
            let mut other = self.co_parent(at, true);
            if let Some((_, end)) = other {
                at = end;
            }
            let Some((children, end)) = self.children(at, &word) else {
                break;
            };
            at = end;
            if other.is_none() {
                other = self.co_parent(end, true);
                at = other.as_ref().map_or(end, |&(_, end)| end);
            }
            next = self.next_brood(at, sentence);
            broods.push(Brood {
                word,
                children,
                other: other.map(|(other, _)| other),
            });
        }
        // "two sons, A and B, and a daughter, C, with Y": Y is the parent of all.
        let mut last = None;
        for brood in broods.iter_mut().rev() {
            last = brood.other.take().or(last);
            brood.other.clone_from(&last);
        }
        for brood in broods {
            let both: Vec<End> = parents.iter().cloned().chain(brood.other).collect();
            self.push_all(
                brood.word.kinship,
                brood.word.tokens.start,
                &both,
                &brood.children,
            );
        }
        true
    }

    /// "and two daughters" after the names of sons.
    fn next_brood(&self, at: usize, sentence: &Range<usize>) -> Option<Word> {
        let mut next = at + usize::from(matches!(self.document.word(at), "," | ";"));
        if self.document.lower(next) == "and" {
            next += 1;
        } else if self.document.lower(next) == "as" && self.document.lower(next + 1) == "well" {
            next += 3;
        }
        if next == at {
            return None;
        }
        let is_count = |at: usize| {
            let token = self.document.tokens().get(at);
            token.is_some_and(|token| token.is_number() || token.is_word() && !token.capital)
                && !self
                    .document
                    .tags(at)
                    .any(Tags::POSSESSIVE.or(Tags::BE).or(Tags::AUXILIARY))
        };
        let kin = (next..next + 4).find(|&at| self.document.tags(at).any(Tags::KINSHIP))?;
        let fits = kin > next && kin < sentence.end && (next..kin).all(is_count);
        self.word(kin).filter(|word| fits && is_child(word.kinship))
    }

    /// The verb of having before a phrase that begins at `start`: "had", "gave birth to", "bore him", "was survived by"; or
    /// the word of kinship in "is the father of two sons".
    fn having(&self, start: usize, sentence: &Range<usize>) -> Option<usize> {
        let from = start.saturating_sub(HAVING).max(sentence.start);
        let mut is_list = false;
        for at in (from..start).rev() {
            let before = |word: &str| at > from && self.document.lower(at - 1) == word;
            match self.document.lower(at) {
                "had" | "has" | "have" | "having" | "bore" | "bears" | "left" | "leaves" | "fathered"
                | "sired" | "raised" | "welcomed" | "welcomes" => {
                    return Some(at);
                }
                "birth" => return at.checked_sub(1),
                "by" if before("survived") => return Some(at - 1),
                "of" => {
                    let parent = at.checked_sub(1).filter(|&parent| parent >= sentence.start)?;
                    let is_parent = self.document.tags(parent).any(Tags::KINSHIP)
                        && self.word(parent)?.kinship.kin == Kin::Parent;
                    return is_parent.then_some(parent);
                }
                "to" | "him" | "her" | "," | "produced" | "behind" | "also" => {}
                "at" if self.document.lower(at + 1) == "least" => {}
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

    /// Who has the children: the verb's subject, or who is said to be the father.
    fn having_parents(&self, verb: usize, sentence: &Range<usize>) -> Vec<End> {
        if !self.document.tags(verb).any(Tags::KINSHIP) {
            return self.subject_of(verb, sentence);
        }
        let start = (verb.saturating_sub(2).max(sentence.start)..verb)
            .find(|&at| self.document.tags(at).any(Tags::DETERMINER))
            .unwrap_or(verb);
        self.before(start, false, sentence)
            .or_else(|| self.apposed(start, sentence).map(|end| vec![end]))
            .unwrap_or_default()
    }

    /// "Y, with whom he had two sons", "with his wife, Y, he had two sons": Y.
    fn with_whom(&self, verb: usize, sentence: &Range<usize>) -> Option<End> {
        let from = verb.saturating_sub(5).max(sentence.start);
        if let Some(whom) = (from..verb).find(|&at| self.document.lower(at) == "whom") {
            let with = whom.checked_sub(1).filter(|&with| with > sentence.start)?;
            return matches!(self.document.lower(with), "with" | "by")
                .then(|| self.antecedent(with, sentence))
                .flatten();
        }
        if !matches!(self.document.lower(sentence.start), "with" | "by" | "from") {
            return None;
        }
        let (other, end) = self.co_parent(sentence.start, true)?;
        (end < verb && (end..verb).any(|at| self.document.word(at) == ",")).then_some(other)
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

    /// The other parent: "by Y", "with Y", "(by his first wife Y)", "from his marriage to Y"; ", by Y" where a verb of having
    /// says that it is one.
    pub(super) fn co_parent(&self, at: usize, is_had: bool) -> Option<(End, usize)> {
        let document = self.document;
        let is_open = self.kind(at) == Some(TokenKind::Open);
        let has_comma = document.word(at) == ",";
        let by = at + usize::from(is_open || has_comma);
        let is_kin = document.tags(by + 1).any(Tags::POSSESSIVE);
        let found = match document.lower(by) {
            "by" | "with" if !has_comma || is_kin || is_had => self.person(by + 1, Before::Description),
            "from" if is_kin => self.person(by + 1, Before::Titles),
            _ => None,
        };
        let found = found.or_else(|| {
            if !matches!(document.lower(by), "from" | "by" | "through" | "of" | "during") {
                return None;
            }
            let is_union = |&at: &usize| {
                matches!(
                    document.lower(at),
                    "marriage" | "relationship" | "affair" | "union" | "liaison"
                )
            };
            let union = (by + 1..by + 6).find(is_union)?;
            let to = union + 1 + usize::from(document.word(union + 1) == ",");
            let is_to = matches!(document.lower(to), "to" | "with");
            is_to.then(|| self.person(to + 1, Before::Description)).flatten()
        });
        let (other, end) = found?;
        let close = usize::from(is_open && self.kind(end) == Some(TokenKind::Close));
        Some((other, end + close))
    }

    /// The names of children after the word for them: ", A and B", "(A, B)", "named A", ": A, B", ", including A".
    fn children(&self, at: usize, word: &Word) -> Option<(Vec<End>, usize)> {
        let mut next = self.after_date(at);
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
        let list = if word.is_plural { List::Kin } else { List::Pair };
        let (children, end) = self.people(next, Before::Description, list)?;
        let close = usize::from(opened && self.kind(end) == Some(TokenKind::Close));
        let kept = if word.is_plural { children.len() } else { 1 };
        Some((children.into_iter().take(kept).collect(), end + close))
    }

    /// Behind "on 3 May 1902" and "in 1902", where a comma follows.
    fn after_date(&self, at: usize) -> usize {
        if !matches!(self.document.lower(at), "on" | "in") {
            return at;
        }
        let is_date = |&at: &usize| {
            let token = self.document.tokens().get(at);
            token.is_some_and(|token| token.is_number() || token.tags.any(Tags::MONTH))
        };
        let stop = (at + 1..at + DATE).find(|at| !is_date(at)).unwrap_or(at);
        if stop > at + 1 && self.document.word(stop) == "," {
            stop
        } else {
            at
        }
    }
}
