//! Whom a clause is about, and whom a pronoun stands for.

use std::ops::Range;

use super::ends::{Before, LIST};
use super::reader::Reader;
use crate::document::{Tags, TokenKind};
use crate::mention::End;

/// How far back the start of a relative clause or of an apposition is looked for.
const CLAUSE: usize = 30;

impl Reader<'_, '_> {
    /// Whom the possessive or pronoun at `at` stands for.
    pub(super) fn pronoun(&self, at: usize, sentence: &Range<usize>) -> Vec<End> {
        let as_pronoun = |end: End| End {
            tokens: at..at + 1,
            name: end.name,
            is_pronoun: true,
        };
        let lower = self.document.lower(at);
        if matches!(lower, "their" | "they" | "them") {
            return self
                .couple_before(at, sentence)
                .into_iter()
                .map(as_pronoun)
                .collect();
        }
        let antecedent = match lower {
            "whose" | "who" => self.antecedent(at, sentence),
            "he" | "she" => {
                if let Some(owners) = self.same_owners(at) {
                    return owners.into_iter().map(as_pronoun).collect();
                }
                self.subject_before(at, sentence)
            }
            _ => {
                if let Some(owners) = self.same_owners(at) {
                    return owners.into_iter().map(as_pronoun).collect();
                }
                self.beside(at).or_else(|| self.subject_before(at, sentence))
            }
        };
        match antecedent {
            Some(end) => vec![as_pronoun(end)],
            None if lower == "whose" || lower == "who" => Vec::new(),
            None => {
                let name = self.subject.clone().map(|tokens| self.text(tokens));
                vec![End {
                    tokens: at..at + 1,
                    name,
                    is_pronoun: true,
                }]
            }
        }
    }

    /// The owners of the same possessive earlier in the sentence: "his father X and his brother Y"; a name between the two
    /// that is not one of that kin may be spoken of now.
    fn same_owners(&self, at: usize) -> Option<Vec<End>> {
        let before = self.possessed.as_ref()?;
        let is_male = |at: usize| matches!(self.document.lower(at), "he" | "his");
        if is_male(before.pronoun) != is_male(at) || self.document.lower(before.pronoun) == "their" {
            return None;
        }
        let last = self
            .names
            .partition_point(|name| name.end <= at)
            .checked_sub(1)
            .and_then(|last| self.names.get(last))?;
        let is_kin = last.end <= before.pronoun || before.holders.iter().any(|holder| holder.tokens == *last);
        is_kin.then(|| before.owners.clone())
    }

    /// The name joined to a possessive: "Kim and her son", "Kim (regent for her son".
    fn beside(&self, at: usize) -> Option<End> {
        let before = at.checked_sub(1)?;
        // "the son of X by his second wife", "of X, by his second wife"
        if self.document.lower(before) == "by" {
            let comma = usize::from(before > 0 && self.document.word(before - 1) == ",");
            return self.name_to(before - comma);
        }
        let joins = matches!(self.document.lower(before), "and" | "&" | ",");
        if joins {
            let comma = usize::from(before > 0 && self.document.word(before - 1) == ",");
            let name = self.name_to(before - comma)?;
            let is_object = self.document.word(before) == "," && self.is_oblique(name.tokens.start);
            return (!is_object && !self.is_place(name.tokens.start)).then_some(name);
        }
        let open = (at.saturating_sub(6)..at)
            .rev()
            .find(|&at| self.kind(at) == Some(TokenKind::Open))?;
        self.name_to(open)
    }

    /// The two whom "their" and "they" stand for.
    fn couple_before(&self, at: usize, sentence: &Range<usize>) -> Vec<End> {
        let from = self.names.partition_point(|name| name.start < sentence.start);
        let to = self.names.partition_point(|name| name.end <= at);
        for name in self.names[from.min(to)..to].iter().rev().take(LIST) {
            let people = self.people_to(name.end);
            if people.len() == 2 {
                return people;
            }
        }
        self.couple
            .clone()
            .map(|(one, other)| vec![one, other])
            .unwrap_or_default()
    }

    /// Whom "who" or "whose" at `at` goes on about.
    pub(super) fn antecedent(&self, at: usize, sentence: &Range<usize>) -> Option<End> {
        let mut end = at;
        if end > sentence.start && self.document.word(end - 1) == "," {
            end -= 1;
        }
        // "with whom", "and whose"
        if end > sentence.start && self.document.tags(end - 1).any(Tags::CONJUNCTION) {
            return self.subject_before(end - 1, sentence);
        }
        self.bearer(end, sentence).or_else(|| {
            let last = self.names.partition_point(|name| name.end <= at).checked_sub(1)?;
            let name = self
                .names
                .get(last)
                .filter(|name| name.start >= sentence.start && at - name.end <= 8)?;
            (!self.is_place(name.start)).then(|| self.end(name.clone()))
        })
    }

    /// The name that ends at `end`, or that to which the apposition that ends there belongs: "Kim, widow of Robin".
    pub(super) fn bearer(&self, end: usize, sentence: &Range<usize>) -> Option<End> {
        let name = self.name_to(end);
        if let Some(name) = name.as_ref().filter(|name| !self.is_owned(name.tokens.start)) {
            return Some(name.clone());
        }
        let from = end.saturating_sub(CLAUSE).max(sentence.start);
        let comma = (from..end).rev().find(|&at| self.document.word(at) == ",")?;
        self.name_to(comma)
    }

    /// Whether a name stands after "of", so that what comes before it is spoken of.
    fn is_owned(&self, name: usize) -> bool {
        self.preposition_before(name)
            .is_some_and(|at| matches!(self.document.lower(at), "of" | "to"))
    }

    /// The subject of the verb at `at`.
    pub(super) fn subject_of(&self, at: usize, sentence: &Range<usize>) -> Vec<End> {
        let mut before = at;
        while before > sentence.start && self.belongs_to_verb(before - 1) {
            before -= 1;
        }
        let Some(last) = before.checked_sub(1).filter(|&last| last >= sentence.start) else {
            return self
                .subject
                .clone()
                .map(|tokens| self.end(tokens))
                .into_iter()
                .collect();
        };
        match self.document.lower(last) {
            "who" | "that" | "which" => return self.antecedent(last, sentence).into_iter().collect(),
            "he" | "she" | "they" => return self.pronoun(last, sentence),
            "couple" | "pair" | "two" => {
                return self
                    .couple
                    .clone()
                    .map(|(one, other)| vec![one, other])
                    .unwrap_or_default();
            }
            _ => {}
        }
        let comma = self.document.word(last) == ",";
        if comma && let Some(bearer) = self.before_relative(last, sentence) {
            return vec![bearer];
        }
        let end = if comma { last } else { before };
        let people = self.people_to(end);
        if let Some(first) = people.first()
            && !self.is_owned(first.tokens.start)
            && !self.is_place(first.tokens.start)
        {
            return people;
        }
        if comma && let Some(bearer) = self.bearer(end, sentence) {
            return vec![bearer];
        }
        if people
            .first()
            .is_none_or(|first| self.is_place(first.tokens.start))
        {
            self.subject_before(at, sentence).into_iter().collect()
        } else {
            Vec::new()
        }
    }

    /// Whom a relative clause that ends with the comma at `comma` is about: "X, whose wife was Y, was".
    fn before_relative(&self, comma: usize, sentence: &Range<usize>) -> Option<End> {
        let from = comma.saturating_sub(CLAUSE).max(sentence.start);
        let opens = |&at: &usize| {
            matches!(self.document.lower(at), "who" | "whose")
                && at > from
                && self.document.word(at - 1) == ","
        };
        let relative = (from..comma).find(opens)?;
        self.name_to(relative - 1)
    }

    fn belongs_to_verb(&self, at: usize) -> bool {
        let lower = self.document.lower(at);
        self.document
            .tags(at)
            .any(Tags::BE.or(Tags::AUXILIARY).or(Tags::ADVERB).or(Tags::MODAL))
            || lower.len() > 4 && lower.ends_with("ly")
            || matches!(
                lower,
                "later" | "first" | "never" | "got" | "both" | "secretly" | "now" | "eventually"
            ) && !self.document.tags(at).any(Tags::PRONOUN)
    }

    /// Whom the clause before `at` is about: a relative clause about its antecedent, another about the first name that
    /// no preposition and no possessive takes away, a sentence without one about what the sentence before was about.
    pub(super) fn subject_before(&self, at: usize, sentence: &Range<usize>) -> Option<End> {
        let from = at.saturating_sub(CLAUSE).max(sentence.start);
        for back in (from..at).rev() {
            match self.document.lower(back) {
                "," | ";" => break,
                "who" => return self.antecedent(back, sentence),
                _ => {}
            }
        }
        let before = sentence.start..at;
        if let Some(tokens) = self.clear_subject(&before) {
            return Some(self.end(tokens));
        }
        // "He married Y and is the father of": a pronoun is the subject, and no name.
        let first = self.names_in(&before).next().map_or(at, |name| name.start);
        let until = first.min(sentence.start + CLAUSE);
        if let Some(pronoun) =
            (sentence.start..until).find(|&at| matches!(self.document.lower(at), "he" | "she"))
        {
            let name = self.subject.clone().map(|tokens| self.text(tokens));
            return Some(End {
                tokens: pronoun..pronoun + 1,
                name,
                is_pronoun: true,
            });
        }
        self.subject_in(&before).map(|tokens| self.end(tokens))
    }

    /// The name that a run of tokens is about: its clear subject, else the first that is no place.
    pub(super) fn subject_in(&self, tokens: &Range<usize>) -> Option<Range<usize>> {
        let first = || {
            self.names_in(tokens)
                .find(|name| !self.is_place(name.start))
                .cloned()
        };
        self.clear_subject(tokens).or_else(first)
    }

    /// The first name of the main clause, else of any, that no preposition and no possessive takes away.
    fn clear_subject(&self, tokens: &Range<usize>) -> Option<Range<usize>> {
        let is_subject = |name: &&Range<usize>| {
            self.kind(name.end) != Some(TokenKind::Possessive) && !self.is_oblique(name.start)
        };
        let opening = self.opening(tokens);
        let main = self
            .names_in(tokens)
            .find(|name| name.start >= opening && is_subject(name));
        main.or_else(|| self.names_in(tokens).find(is_subject)).cloned()
    }

    fn names_in(&self, tokens: &Range<usize>) -> impl Iterator<Item = &Range<usize>> {
        let from = self.names.partition_point(|name| name.start < tokens.start);
        let end = tokens.end;
        self.names
            .get(from..)
            .unwrap_or_default()
            .iter()
            .take_while(move |name| name.end <= end)
            .take(LIST)
    }

    /// Where the main clause begins: after the comma of a sentence that opens with a preposition or an infinitive.
    fn opening(&self, tokens: &Range<usize>) -> usize {
        let first = self.document.tags(tokens.start);
        if !first.any(Tags::PREPOSITION.or(Tags::SUBORDINATOR)) {
            return tokens.start;
        }
        let until = tokens.end.min(tokens.start + CLAUSE);
        let comma = (tokens.start..until).find(|&at| {
            self.document.word(at) == "," && self.name_near(at + 1, Before::Description).is_some()
        });
        comma.unwrap_or(tokens.start)
    }

    /// The preposition that the name at `name` goes with, if any.
    fn preposition_before(&self, name: usize) -> Option<usize> {
        for at in (name.saturating_sub(5)..name).rev() {
            let tags = self.document.tags(at);
            if tags.any(Tags::PREPOSITION) {
                return Some(at);
            }
            let is_plain = self
                .document
                .tokens()
                .get(at)
                .is_some_and(|token| token.is_word() && !token.capital);
            let passes = tags.any(Tags::TITLE.or(Tags::ROLE).or(Tags::DEMONYM).or(Tags::DETERMINER))
                || is_plain
                    && !tags.any(
                        Tags::BE
                            .or(Tags::AUXILIARY)
                            .or(Tags::CONJUNCTION)
                            .or(Tags::VERB)
                            .or(Tags::PRONOUN),
                    );
            if !passes {
                return None;
            }
        }
        None
    }

    /// Whether a name stands after a preposition: no subject.
    fn is_oblique(&self, name: usize) -> bool {
        self.preposition_before(name).is_some()
    }

    /// Whether a name is what a dignity is of: "Queen of Somewhere"; "mother of Someone" is none.
    pub(super) fn is_domain(&self, name: usize) -> bool {
        let of = name
            .checked_sub(2)
            .filter(|&of| self.document.lower(of + 1) == "of");
        of.is_some_and(|of| {
            !self.document.tags(of).any(Tags::KINSHIP)
                && self.document.tags(of).any(Tags::TITLE.or(Tags::ROLE))
        })
    }

    /// Whether a name stands after a preposition of place.
    pub(super) fn is_place(&self, name: usize) -> bool {
        name > 0
            && matches!(
                self.document.lower(name - 1),
                "in" | "at" | "from" | "near" | "into"
            )
    }
}
