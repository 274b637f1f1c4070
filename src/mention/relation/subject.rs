//! Whom a clause is about.

use std::ops::Range;

use super::describe::Before;
use super::ends::LIST;
use super::reader::Reader;
use crate::document::Tags;
use crate::mention::End;

/// How far back the start of a relative clause or of an apposition is looked for.
pub(super) const CLAUSE: usize = 30;

impl Reader<'_, '_> {
    /// The name that ends at `end`, or that to which the apposition that ends there belongs: "Kim, widow of Robin".
    pub(super) fn bearer(&self, end: usize, sentence: &Range<usize>) -> Option<End> {
        let name = self.name_to(end);
        if let Some(name) = name.as_ref().filter(|name| !self.is_owned(name.tokens.start)) {
            return Some(name.clone());
        }
        let from = end.saturating_sub(CLAUSE).max(sentence.start);
        let comma = (from..end).rev().find(|&at| self.document.word(at) == ",")?;
        // "X, widow of Y, who" is about X; "X, born in Lund, was the daughter of Y, who" is about Y.
        if self.is_finite(comma + 1) {
            return name;
        }
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
        if let Some(inner) = self.subject_of_clause(at, sentence) {
            return Some(inner);
        }
        let before = sentence.start..at;
        let opening = self.opening_pronoun(sentence).filter(|&pronoun| pronoun < at);
        let clear = self
            .clear_subject(&before)
            .filter(|name| opening.is_none_or(|pronoun| name.start > pronoun && self.is_finite(name.end)));
        if let Some(tokens) = clear {
            return Some(self.end(tokens));
        }
        if let Some(pronoun) = opening {
            let name = self.subject.clone().map(|tokens| self.text(tokens));
            return Some(End {
                tokens: pronoun..pronoun + 1,
                name,
                is_pronoun: true,
            });
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

    /// Whom the last subordinate clause before `at` is about: "that X might be succeeded by his son", "when X, often
    /// called Z, ruled after".
    fn subject_of_clause(&self, at: usize, sentence: &Range<usize>) -> Option<End> {
        let from = at.saturating_sub(CLAUSE).max(sentence.start + 1);
        for back in (from..at).rev() {
            if self.document.word(back) == ";" {
                return None;
            }
            let tags = self.document.tags(back);
            if !tags.any(Tags::SUBORDINATOR) || matches!(self.document.lower(back), "who" | "whom" | "whose")
            {
                continue;
            }
            let also_preposition =
                tags.any(Tags::PREPOSITION) || matches!(self.document.lower(back), "than" | "as");
            let name = match self.name_near(back + 1, Before::Titles) {
                Some(name) => name,
                None if also_preposition => continue,
                None => return None,
            };
            let comma = self.document.word(name.end) == ",";
            // "After X had left, her mother": the main clause.
            let mut commas = (name.end..at).filter(|&at| self.document.word(at) == ",");
            let is_over = commas.nth(if comma { 2 } else { 0 }).is_some();
            if is_over && !matches!(self.document.lower(back), "that" | "where") {
                return None;
            }
            let goes_on = self.is_finite(name.end) || comma && !also_preposition;
            return (goes_on && name.end <= at).then(|| self.end(name));
        }
        None
    }

    /// The pronoun that a sentence is about: "She was", "In her youth, she was".
    fn opening_pronoun(&self, sentence: &Range<usize>) -> Option<usize> {
        let is_pronoun = |at: usize| matches!(self.document.lower(at), "he" | "she");
        if is_pronoun(sentence.start) {
            return Some(sentence.start);
        }
        if !self
            .document
            .tags(sentence.start)
            .any(Tags::PREPOSITION.or(Tags::SUBORDINATOR))
        {
            return None;
        }
        let until = sentence.end.min(sentence.start + CLAUSE);
        (sentence.start + 1..until).find(|&at| is_pronoun(at) && self.document.word(at - 1) == ",")
    }

    /// Whether a word looks like the verb of a clause.
    fn is_finite(&self, at: usize) -> bool {
        let lower = self.document.lower(at);
        let verb = Tags::BE
            .or(Tags::AUXILIARY)
            .or(Tags::MODAL)
            .or(Tags::VERB)
            .or(Tags::REPORTING);
        let other = Tags::PREPOSITION.or(Tags::CONJUNCTION).or(Tags::KINSHIP);
        let is_plain = self
            .document
            .tokens()
            .get(at)
            .is_some_and(|token| token.is_word() && !token.capital);
        self.document.tags(at).any(verb)
            || is_plain
                && !self.document.tags(at).any(other)
                && !self.is_person_noun(at)
                && (lower.ends_with("ed")
                    || lower.ends_with('s') && !lower.ends_with("ss")
                    || matches!(lower, "became" | "met" | "left" | "went" | "took" | "gave"))
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
            let is_free = !self.is_oblique(name.start) && !self.is_joined_oblique(name.start);
            !self.is_possessor(name) && (is_free || self.is_behind_noun(name))
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
                    && (tags.any(Tags::POSSESSIVE)
                        || !tags.any(
                            Tags::BE
                                .or(Tags::AUXILIARY)
                                .or(Tags::CONJUNCTION)
                                .or(Tags::VERB)
                                .or(Tags::PRONOUN),
                        ));
            if !passes {
                return None;
            }
        }
        None
    }

    /// Whether a name stands after a preposition: no subject.
    pub(super) fn is_oblique(&self, name: usize) -> bool {
        self.preposition_before(name).is_some()
    }

    /// "In the spring of that year X moved": the preposition goes with the noun, and a verb with the name.
    fn is_behind_noun(&self, name: &Range<usize>) -> bool {
        let Some(noun) = name.start.checked_sub(1) else {
            return false;
        };
        let token = self.document.tokens().get(noun);
        let is_noun = token.is_some_and(|token| token.is_word() && !token.capital)
            && self.document.tags(noun).any(Tags::TIME_UNIT)
            || matches!(
                self.document.lower(noun),
                "period" | "time" | "death" | "war" | "age" | "era"
            );
        is_noun && self.is_finite(name.end)
    }

    /// Whether a name is joined to one that stands after a preposition: "of X and Y".
    fn is_joined_oblique(&self, name: usize) -> bool {
        let before = name
            .checked_sub(1)
            .filter(|&and| self.joins(and))
            .and_then(|and| self.name_to(and));
        before.is_some_and(|before| self.is_oblique(before.tokens.start))
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

    /// Whether a name is a place or a part of one's name: "in Somewhere", "in Somewhere, Elsewhere"; the name behind the
    /// place with which a sentence opens is its subject.
    pub(super) fn is_in_place(&self, name: usize, sentence: &Range<usize>) -> bool {
        let mut name = name;
        for _ in 0..3 {
            if self.is_place(name) && self.document.lower(name - 1) != "from" {
                return true;
            }
            let Some(before) = name
                .checked_sub(1)
                .filter(|&comma| self.document.word(comma) == ",")
                .and_then(|comma| self.name_to(comma))
                .filter(|before| before.tokens.start > sentence.start + 2)
            else {
                return false;
            };
            name = before.tokens.start;
        }
        false
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
