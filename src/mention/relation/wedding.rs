//! Who married whom: "X married Y", "his marriage to Y", "X is engaged to Y".

use std::ops::Range;

use super::describe::Before;
use super::ends::List;
use super::reader::Reader;
use crate::document::{Tags, TokenKind};
use crate::mention::End;
use crate::value::kinship::{Kin, Kinship};

/// Tokens between the verb and "to" or "with": "married on 3 May 1902 with".
const DATE: usize = 8;

impl Reader<'_, '_> {
    /// "X married Y", "X is married to Y", "X and Y were married", "X married his daughter Y to Z".
    pub(super) fn wedding(&mut self, at: usize, sentence: &Range<usize>) {
        let Some(spouse) = Kinship::of("spouse") else {
            return;
        };
        let ones = self.subject_of(at, sentence);
        let object = self.object_of(at);
        match self
            .person(object, Before::Description)
            .filter(|(_, end)| *end <= sentence.end)
        {
            Some((other, end)) => {
                // "married his daughter Y": gave her away.
                let is_off = self.document.lower(at + 1) == "off";
                if is_off || self.is_given_away(object, &other) {
                    if self.document.lower(end) == "to"
                        && let Some((third, _)) = self.person(end + 1, Before::Description)
                    {
                        self.push_all(spouse, at, &[third], &[other]);
                    } else {
                        // "the man who married his daughter Y": another's.
                        let kin = (object..end).find(|&at| self.document.tags(at).any(Tags::KINSHIP));
                        self.done.extend(kin);
                    }
                    return;
                }
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

    /// Where the one who is married begins, behind the verb at `at`: "married [secondly, in 1950, to] Y".
    fn object_of(&self, at: usize) -> usize {
        let is_order = |at: usize| {
            matches!(
                self.document.lower(at),
                "firstly" | "secondly" | "thirdly" | "first" | "second"
            )
        };
        let mut next = at + 1;
        if self.document.word(next) == "," && is_order(next + 1) {
            next += 1;
        }
        if is_order(next) {
            next += 1 + usize::from(self.document.word(next + 1) == ",");
        }
        if self.document.lower(next) == "off" {
            next += 1;
        }
        let is_date = |at: usize| {
            let token = self.document.tokens().get(at);
            token.is_some_and(|token| {
                token.is_number() || token.kind == TokenKind::Comma || token.tags.any(Tags::MONTH)
            }) || matches!(
                self.document.lower(at),
                "in" | "on" | "st" | "nd" | "rd" | "th" | "of" | "around" | "about"
            )
        };
        if matches!(self.document.lower(next), "in" | "on" | ",") && self.name_from(next + 1).is_none() {
            let stop = (next..next + DATE).find(|&at| !is_date(at)).unwrap_or(next);
            let is_object = matches!(self.document.lower(stop), "to" | "with")
                || self.document.word(stop - 1) == "," && self.name_near(stop, Before::Titles).is_some();
            if is_object && stop > next + 1 {
                next = stop;
            }
        }
        next + usize::from(matches!(self.document.lower(next), "to" | "with"))
    }

    /// "his daughter Y", "her sister Y".
    fn is_given_away(&self, object: usize, other: &End) -> bool {
        self.document.tags(object).any(Tags::POSSESSIVE)
            && (object..other.tokens.start).any(|at| {
                self.word(at)
                    .is_some_and(|word| matches!(word.kinship.kin, Kin::Child | Kin::Sibling))
            })
    }

    /// "X is engaged to Y", "X became engaged to Y".
    pub(super) fn engagement(&mut self, at: usize, sentence: &Range<usize>) {
        let Some(fiance) = Kinship::of("fiance") else {
            return;
        };
        if self.document.lower(at + 1) != "to" {
            return;
        }
        let marry = usize::from(matches!(self.document.lower(at + 2), "marry" | "wed"));
        let mut verb = at;
        if matches!(
            at.checked_sub(1).map(|before| self.document.lower(before)),
            Some("became" | "becomes" | "got" | "become")
        ) {
            verb = at - 1;
        }
        let ones = self.subject_of(verb, sentence);
        if let (Some((other, _)), [one]) = (self.person(at + 2 + marry, Before::Description), ones.as_slice())
        {
            self.push_all(fiance, at, std::slice::from_ref(one), &[other]);
        }
    }

    /// "the marriage of X and Y", "the wedding of X to Y", "X's marriage to Y", "his marriage to Y".
    pub(super) fn marriage(&mut self, at: usize, sentence: &Range<usize>) {
        let Some(spouse) = Kinship::of("spouse") else {
            return;
        };
        match self.document.lower(at + 1) {
            "of" | "between" => {
                let Some((mut people, end)) = self.people(at + 2, Before::Description, List::Pair) else {
                    return;
                };
                if people.len() == 1
                    && matches!(self.document.lower(end), "to" | "with" | "and")
                    && let Some((other, _)) = self.person(end + 1, Before::Description)
                {
                    people.push(other);
                }
                if let [one, other] = people.as_slice() {
                    self.push_all(spouse, at, std::slice::from_ref(one), std::slice::from_ref(other));
                }
            }
            "to" | "with" | "from" => {
                let is_from = self.document.lower(at + 1) == "from";
                if is_from != (self.document.lower(at) == "divorce") {
                    return;
                }
                let Some((other, _)) = self.person(at + 2, Before::Description) else {
                    return;
                };
                let ones = self.parties(at, sentence);
                self.push_all(spouse, at, &ones, &[other]);
            }
            _ => {}
        }
    }

    /// Whose marriage: "X's second marriage", "his marriage", else the subject's.
    fn parties(&self, at: usize, sentence: &Range<usize>) -> Vec<End> {
        let owner = (at.saturating_sub(3).max(sentence.start)..at)
            .rev()
            .find(|&before| {
                self.document.tags(before).any(Tags::POSSESSIVE)
                    || self.kind(before) == Some(TokenKind::Possessive)
            });
        match owner {
            Some(owner) if self.document.tags(owner).any(Tags::POSSESSIVE) => self.pronoun(owner, sentence),
            Some(owner) => self.name_to(owner).into_iter().collect(),
            None => self.subject_before(at, sentence).into_iter().collect(),
        }
    }
}
