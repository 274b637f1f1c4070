//! Verbs and nouns that state a relation without a word of kinship: "married" (`wedding`), "born to", "gave birth to".

use std::ops::Range;

use super::describe::Before;
use super::ends::List;
use super::reader::Reader;
use crate::document::Tags;
use crate::mention::End;
use crate::value::kinship::{Kin, Kinship};

/// Tokens between "born" and "to": "born in Lund on 3 May 1902 to".
const BIRTH: usize = 26;
/// Tokens between "to" and the word for a parent: "to a Danish mother".
const PARENT: usize = 5;

impl Reader<'_, '_> {
    /// Reads the verb or noun at `at`, if it states a relation; all of these words have the tag `FAMILY_EVENT`.
    pub(super) fn verb(&mut self, at: usize, sentence: &Range<usize>) {
        match self.document.lower(at) {
            "married" | "marries" | "marrying" | "marry" | "wed" | "weds" | "wedded" | "remarried"
            | "divorced" => {
                self.wedding(at, sentence);
            }
            "marriage" | "wedding" | "divorce" => self.marriage(at, sentence),
            "engaged" | "betrothed" => self.engagement(at, sentence),
            "born" => self.birth(at, sentence),
            "birth" | "bore" => self.bearing(at, sentence),
            _ => {}
        }
    }

    /// "X was born in Lund to Y and Z", "Born to Y and Z, X".
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
        // "to a Danish mother, Y"
        let mother = (to + 1..until.min(to + PARENT)).find(|&kin| self.document.tags(kin).any(Tags::KINSHIP));
        if let Some(word) = mother.and_then(|kin| self.word(kin)) {
            let comma = usize::from(self.document.word(word.tokens.end) == ",");
            let list = if word.is_plural { List::Many } else { List::Pair };
            if let Some((mut parents, _)) = self.people(word.tokens.end + comma, Before::Titles, list)
                && word.kinship.kin == Kin::Parent
            {
                parents.truncate(1 + usize::from(word.is_plural));
                let children = self.subject_of(at, sentence);
                self.push_all(word.kinship, at, &children, &parents);
            }
            return;
        }
        let Some((mut parents, end)) = self.people(to + 1, Before::Description, List::Pair) else {
            return;
        };
        parents.truncate(2);
        let children = if at == sentence.start {
            let comma = usize::from(self.document.word(end) == ",");
            let child = self.person(end + comma, Before::Titles).filter(|_| comma == 1);
            child.into_iter().map(|(child, _)| child).collect()
        } else {
            self.subject_of(at, sentence)
        };
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
        if let Some((children, _)) = self.people(next, Before::Titles, List::Pair) {
            self.push_all(child, at, &parents, &children);
        }
    }

    pub(super) fn named_or_pronoun(&self, at: usize, sentence: &Range<usize>) -> Option<(End, usize)> {
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
}
