//! Words of kinship that two share: "the brothers X and Y", "X and Y are cousins", "X and Y, husband and wife".

use std::ops::Range;

use super::describe::Before;
use super::ends::List;
use super::kin::Word;
use super::reader::Reader;
use crate::document::Tags;
use crate::value::kinship::{Kin, Kinship};

/// Brothers and sisters of whom each is told to be one of each other's.
const SIBLINGS: usize = 6;

impl Reader<'_, '_> {
    /// Reads the word at `word`, whose phrase begins at `start`, where it tells of people what they are to each other.
    pub(super) fn pair(&mut self, word: &Word, start: usize, sentence: &Range<usize>) -> bool {
        let kinship = word.kinship;
        let is_mutual = matches!(
            kinship.kin,
            Kin::Sibling | Kin::Cousin | Kin::Spouse | Kin::Partner
        );
        if !word.is_plural || !is_mutual {
            return self.husband_and_wife(word, sentence);
        }
        let comma = usize::from(self.document.word(word.tokens.end) == ",");
        let listed = self
            .people(word.tokens.end + comma, Before::Titles, List::Kin)
            .map(|(people, _)| people);
        let people = match listed {
            Some(people) => people,
            // "X and Y are sisters"
            None => {
                let is_be = start > sentence.start && self.document.tags(start - 1).any(Tags::BE);
                let of = matches!(self.document.lower(word.tokens.end), "of" | "to" | "in");
                if !is_be || of {
                    return false;
                }
                self.subject_of(start - 1, sentence)
            }
        };
        if people.len() < 2 || kinship.kin != Kin::Sibling && people.len() > 2 {
            return false;
        }
        let people = &people[..people.len().min(SIBLINGS)];
        for (index, one) in people.iter().enumerate() {
            self.push_all(
                kinship,
                word.tokens.start,
                std::slice::from_ref(one),
                &people[index + 1..],
            );
        }
        true
    }

    /// "X and Y, husband and wife", "husband and wife X and Y".
    fn husband_and_wife(&mut self, word: &Word, sentence: &Range<usize>) -> bool {
        let document = self.document;
        let (at, end) = (word.tokens.start, word.tokens.end);
        let is_couple = document.lower(at) == "husband"
            && (document.lower(end) == "and" && document.lower(end + 1) == "wife"
                || document.lower(end + 1) == "and" && document.lower(end + 3) == "wife");
        let Some(spouse) = Kinship::of("spouse").filter(|_| is_couple) else {
            return false;
        };
        let after = (end..end + 4)
            .find(|&at| document.lower(at) == "wife")
            .map_or(end, |wife| wife + 1);
        let people = self
            .people(after, Before::Titles, List::Pair)
            .map(|(people, _)| people)
            .or_else(|| {
                let comma = at.checked_sub(1).filter(|&comma| document.word(comma) == ",")?;
                Some(self.people_to(comma))
            })
            .or_else(|| {
                let be = at.checked_sub(1).filter(|&be| document.tags(be).any(Tags::BE))?;
                Some(self.subject_of(be, sentence))
            });
        if let Some([one, other]) = people.as_deref() {
            self.push_all(spouse, at, std::slice::from_ref(one), std::slice::from_ref(other));
        }
        true
    }
}
