//! Whom a pronoun or a possessive stands for.

use std::ops::Range;

use super::describe::Before;
use super::ends::{LIST, is_couple};
use super::reader::Reader;
use crate::document::{Tags, TokenKind};
use crate::mention::End;
use crate::value::kinship::Sex;

/// Words of an apposition between a name and the possessive that speaks of its bearer.
const NOUN: usize = 14;

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
                self.beside(at, sentence)
                    .or_else(|| self.ahead(at, sentence))
                    .or_else(|| self.subject_before(at, sentence))
            }
        };
        match antecedent {
            // "Queen X saw his son": another's.
            Some(end) if self.is_of_other_sex(&end, lower) => vec![End {
                tokens: at..at + 1,
                name: None,
                is_pronoun: true,
            }],
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

    /// Whether the title before a name tells that a pronoun cannot stand for its bearer.
    fn is_of_other_sex(&self, end: &End, pronoun: &str) -> bool {
        let sex = match pronoun {
            "he" | "his" | "him" => Sex::Male,
            "she" | "her" => Sex::Female,
            _ => return false,
        };
        !end.is_pronoun && self.sex_of(end).is_some_and(|title| title.excludes(sex))
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
        let mark = |back: usize| at.checked_sub(back).map_or("", |at| self.document.word(at));
        let is_parallel = mark(1) == ";" || matches!(mark(2), ";" | ",") && self.joins(at - 1);
        let is_kin = is_parallel
            || last.end <= before.pronoun
            || before.holders.iter().any(|holder| holder.tokens == *last);
        is_kin.then(|| before.owners.clone())
    }

    /// The name joined to a possessive: "Kim and her son", "Kim (regent for her son".
    fn beside(&self, at: usize, sentence: &Range<usize>) -> Option<End> {
        let before = at.checked_sub(1).filter(|&before| before > sentence.start)?;
        // "the son of X by his second wife", "of X, by his second wife"
        let spouse = (at + 1..at + 4).filter_map(|kin| self.word(kin)).next();
        if self.document.lower(before) == "by" && spouse.is_some_and(|word| is_couple(word.kinship)) {
            let comma = usize::from(before > 0 && self.document.word(before - 1) == ",");
            return self.name_to(before - comma);
        }
        // "X, as well as his wife"
        let is_as_well = self.document.lower(before) == "as" && self.document.lower(before - 1) == "well";
        let before = if is_as_well {
            before.saturating_sub(2)
        } else {
            before
        };
        let joins = is_as_well || matches!(self.document.lower(before), "and" | "&" | ",");
        if joins {
            let comma = usize::from(before > 0 && self.document.word(before - 1) == ",");
            let Some(name) = self.name_to(before - comma) else {
                return self.bearer_of_noun(before - comma, sentence);
            };
            // "X, the Earl of Somewhere, and his wife": X's.
            if let Some(the) = name.tokens.start.checked_sub(2)
                && self.document.lower(the + 1) == "the"
                && self.document.word(the) == ","
                && let Some(bearer) = self.name_to(the)
            {
                return Some(bearer);
            }
            // "X, brother of Y, and his wife": X's.
            if comma == 1
                && self.joins(before)
                && let Some(of) = name.tokens.start.checked_sub(4).and_then(|from| {
                    (from..name.tokens.start)
                        .rev()
                        .find(|&at| self.document.lower(at) == "of")
                })
                && of > 0
                && self.document.tags(of - 1).any(Tags::KINSHIP)
                && let Some(mark) = (of.saturating_sub(4)..of)
                    .rev()
                    .find(|&at| self.document.word(at) == ",")
                && let Some(bearer) = self.name_to(mark)
            {
                return Some(bearer);
            }
            // "X, founder of Somewhere, and his wife": X's.
            if self.joins(before)
                && self.is_domain_of_noun(name.tokens.start)
                && let Some(bearer) = self.bearer_of_noun(name.tokens.start, sentence)
            {
                return Some(bearer);
            }
            let is_object = self.document.word(before) == "," && self.is_oblique(name.tokens.start);
            return (!is_object && !self.is_place(name.tokens.start)).then_some(name);
        }
        let open = (at.saturating_sub(6)..at)
            .rev()
            .find(|&at| self.kind(at) == Some(TokenKind::Open))?;
        self.name_to(open)
    }

    /// "X, a painter and his wife": X, whose apposition ends before `end`.
    fn bearer_of_noun(&self, end: usize, sentence: &Range<usize>) -> Option<End> {
        let from = end.saturating_sub(NOUN).max(sentence.start);
        let comma = (from..end).rev().find(|&at| {
            let is_plain = self
                .document
                .tokens()
                .get(at)
                .is_some_and(|token| token.is_word())
                && (!self
                    .document
                    .tags(at)
                    .any(Tags::BE.or(Tags::VERB).or(Tags::AUXILIARY).or(Tags::PRONOUN))
                    || self.document.lower(at) == "one");
            !is_plain
        })?;
        let noun = (comma + 1..end).find(|&at| self.is_person_noun(at));
        (self.document.word(comma) == "," && noun.is_some())
            .then(|| self.name_to(comma))
            .flatten()
    }

    /// Whether a name stands in "founder of Somewhere".
    fn is_domain_of_noun(&self, name: usize) -> bool {
        let of = (name.saturating_sub(3)..name)
            .rev()
            .find(|&at| self.document.lower(at) == "of");
        of.is_some_and(|of| of > 0 && self.is_person_noun(of - 1))
    }

    /// "With his wife, Y, X had": X, whom the main clause is about that follows the phrase with which a sentence opens.
    fn ahead(&self, at: usize, sentence: &Range<usize>) -> Option<End> {
        let opens = self.document.tags(sentence.start).any(Tags::PREPOSITION)
            || matches!(
                self.document.lower(sentence.start),
                "like" | "unlike" | "together" | "according"
            );
        if !opens || at > sentence.start + 3 {
            return None;
        }
        let kin = (at + 1..at + 4).find(|&kin| self.document.tags(kin).any(Tags::KINSHIP))?;
        let comma = usize::from(self.document.word(kin + 1) == ",");
        let holder = self.name_near(kin + 1 + comma, Before::Titles)?;
        let end = self.after(holder.end);
        let name = self
            .name_near(end + 1, Before::Titles)
            .filter(|_| self.document.word(end) == ",")?;
        (!self.is_possessor(&name) && name.end < sentence.end).then(|| self.end(name))
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
            // "X, Y and their daughter", "X, his sister Y and their parents"
            let before = self.phrase_start(name.start).checked_sub(1);
            if self.joins(at.saturating_sub(1))
                && name.end + 1 == at
                && let Some(comma) = before.filter(|&comma| self.document.word(comma) == ",")
                && let Some(first) = self.name_to(comma)
                && first.tokens.start >= sentence.start
            {
                return vec![first, self.end(name.clone())];
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
}
