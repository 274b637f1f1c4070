//! Who holds a kinship: the name beside the word, in apposition before or after it, or the subject of its clause.

use std::ops::Range;

use super::describe::{Before, NO_DESCRIPTION};
use super::ends::List;
use super::kin::Word;
use super::reader::Reader;
use super::subject::CLAUSE;
use crate::document::{Tags, TokenKind};
use crate::mention::End;

impl Reader<'_, '_> {
    /// The name to which a phrase that begins at `start` is an apposition or a predicate.
    pub(super) fn before(&self, start: usize, is_plural: bool, sentence: &Range<usize>) -> Option<Vec<End>> {
        let document = self.document;
        let last = start.checked_sub(1).filter(|&at| at >= sentence.start)?;
        let mut at = last;
        let mut links = 0;
        while links < 4
            && (document
                .tags(at)
                .any(Tags::BE.or(Tags::ADVERB).or(Tags::AUXILIARY).or(Tags::NEGATION))
                || matches!(
                    document.lower(at),
                    "became" | "becomes" | "remains" | "as" | "now"
                ))
        {
            if document.tags(at).any(Tags::NEGATION) {
                return None;
            }
            links += 1;
            at = at.checked_sub(1).filter(|&at| at >= sentence.start)?;
        }
        let is_link = |at| self.document.tags(at).any(Tags::BE) || !self.document.tags(at).any(Tags::ADVERB);
        if links > 0 && !(at + 1..=last).any(is_link) {
            return None;
        }
        if links > 0 {
            // "was born in Lund as the son of X"
            let ends = if self.document.lower(last) == "as" {
                self.bearers_as(at + 1, sentence)
            } else {
                self.or_alias(self.subject_of(at + 1, sentence), is_plural)
            };
            let is_alias = matches!(ends.as_slice(), [_, last]
                if last.tokens.start > 0 && self.document.lower(last.tokens.start - 1) == "or");
            return (ends.len() == 1 || (is_plural || is_alias) && !ends.is_empty()).then_some(ends);
        }
        let is_mark =
            document.word(at) == "," || matches!(self.kind(at), Some(TokenKind::Open | TokenKind::Dash));
        if !is_mark {
            return None;
        }
        if is_plural {
            return Some(self.people_to(at)).filter(|people| !people.is_empty());
        }
        if let Some(bearer) = self.bearer_of_dominions(at) {
            return Some(vec![bearer]);
        }
        // "X was Queen of Somewhere, the daughter of Y", "X was born in Somewhere, Elsewhere, the daughter of Y"
        let name = self.name_to(at)?;
        let is_bearer = !self.is_domain(name.tokens.start) && !self.is_in_place(name.tokens.start, sentence);
        is_bearer.then(|| vec![name])
    }

    /// Of whom "as the son of Y" speaks, that ends before `at`: "named X and Z as the parents of Y", "X was born in Lund as
    /// the son of Y".
    fn bearers_as(&self, at: usize, sentence: &Range<usize>) -> Vec<End> {
        let people = self.people_to(at);
        if people
            .first()
            .is_some_and(|first| !self.is_oblique(first.tokens.start))
        {
            return people;
        }
        let is_verb = |at: usize| {
            matches!(
                self.document.lower(at),
                "born"
                    | "raised"
                    | "known"
                    | "described"
                    | "identified"
                    | "listed"
                    | "recognised"
                    | "recognized"
            )
        };
        let from = at.saturating_sub(CLAUSE / 2).max(sentence.start);
        let verb = (from..at).rev().find(|&at| is_verb(at));
        verb.map(|verb| self.subject_of(verb, sentence))
            .unwrap_or_default()
    }

    /// "X or Z was the son of Y": both names of the one.
    fn or_alias(&self, mut ends: Vec<End>, is_plural: bool) -> Vec<End> {
        if let [one] = ends.as_slice()
            && !is_plural
            && let Some(or) = one.tokens.start.checked_sub(1)
            && self.document.lower(or) == "or"
            && let Some(first) = self.name_to(or)
        {
            ends.insert(0, first);
        }
        ends
    }

    /// "X, Duke of Somewhere and Elsewhere" that ends at `at`: X.
    fn bearer_of_dominions(&self, at: usize) -> Option<End> {
        let second = self.name_to(at)?;
        let and = second
            .tokens
            .start
            .checked_sub(1)
            .filter(|&and| self.joins(and))?;
        let first = self.name_to(and)?;
        let is_title =
            |at: usize| self.document.tags(at).any(Tags::TITLE) && self.document.lower(at + 1) == "of";
        (first.tokens.start + 1..first.tokens.end)
            .any(is_title)
            .then_some(first)
    }

    /// "The daughter of X and Y, Z was born", "Born in Lund, the daughter of X and Y, Z", "the daughter of X is Z", "was
    /// taught by the daughter of X, Z": the name or pronoun after a phrase of kinship.
    pub(super) fn following(
        &self,
        start: usize,
        end: usize,
        is_plural: bool,
        sentence: &Range<usize>,
    ) -> Option<Vec<End>> {
        let document = self.document;
        let opens = start <= sentence.start + 1;
        if opens && document.tags(end).any(Tags::BE) {
            return self.named(end + 1, Before::Description, is_plural);
        }
        if document.word(end) != "," {
            return None;
        }
        let is_born = document.lower(sentence.start) == "born" && start < sentence.start + CLAUSE;
        if !opens && !is_born {
            let is_object = document.lower(start) == "the"
                && start > sentence.start
                && document.tags(start - 1).any(Tags::PREPOSITION)
                && document.lower(start - 1) != "as";
            let name = self.name_from(end + 1).filter(|_| is_object)?;
            let closes = matches!(document.word(name.end), "," | "." | ";" | "");
            return closes.then(|| vec![self.end(name)]);
        }
        if matches!(document.lower(end + 1), "he" | "she") {
            let name = self.subject.clone().map(|tokens| self.text(tokens))?;
            return Some(vec![End {
                tokens: end + 1..end + 2,
                name: Some(name),
                is_pronoun: true,
            }]);
        }
        self.named(end + 1, Before::Titles, is_plural)
    }

    /// The people at `at`: one of them where the word of kinship is singular.
    fn named(&self, at: usize, before: Before, is_plural: bool) -> Option<Vec<End>> {
        if is_plural {
            return self.people(at, before, List::Kin).map(|(people, _)| people);
        }
        self.person(at, before).map(|(person, _)| vec![person])
    }

    /// Of whom a phrase in apposition speaks that no name stands beside: "X was an actor, son of Y".
    pub(super) fn apposed(&self, start: usize, sentence: &Range<usize>) -> Option<End> {
        let last = start.checked_sub(1).filter(|&at| at >= sentence.start)?;
        let lower = self.document.lower(last);
        if (lower == "and" || lower == ",")
            && let Some(bearer) = self.bearer_of_apposition(last, sentence)
        {
            return Some(bearer);
        }
        let is_apposed = lower == ","
            || matches!(lower, "as" | "and" | "or")
            || self.document.tags(last).any(Tags::BE)
            || self.kind(last) == Some(TokenKind::Close);
        if !is_apposed {
            return None;
        }
        self.bearer_of_clause(last, sentence)
    }

    /// "X, a former teacher and the mother of Y", "X is a teacher and the mother of Y": X.
    fn bearer_of_apposition(&self, last: usize, sentence: &Range<usize>) -> Option<End> {
        let document = self.document;
        for at in (last.saturating_sub(CLAUSE).max(sentence.start)..last).rev() {
            let tags = document.tags(at);
            if tags.any(Tags::BE) || matches!(document.lower(at), "became" | "becomes") {
                let [one] = <[End; 1]>::try_from(self.subject_of(at, sentence)).ok()?;
                return Some(one);
            }
            let is_clause = Tags::VERB
                .or(Tags::AUXILIARY)
                .or(Tags::MODAL)
                .or(Tags::PRONOUN)
                .or(Tags::SUBORDINATOR)
                .or(Tags::REPORTING);
            if tags.any(is_clause) || document.word(at) == ";" {
                return None;
            }
            let describes = document.tokens().get(at + 1).is_some_and(|next| {
                let is_title = Tags::TITLE.or(Tags::ROLE).or(Tags::DEMONYM).or(Tags::DETERMINER);
                next.is_word() && (!next.capital || next.tags.any(is_title))
            });
            if document.word(at) == ","
                && describes
                && !self.joins(at + 1)
                && let Some(name) = self.name_to(at)
                && !self.is_domain(name.tokens.start)
                && !self.is_in_place(name.tokens.start, sentence)
            {
                return Some(name);
            }
        }
        None
    }

    fn bearer_of_clause(&self, at: usize, sentence: &Range<usize>) -> Option<End> {
        let pronoun = (sentence.start..at)
            .take(2)
            .find(|&at| matches!(self.document.lower(at), "he" | "she"));
        match pronoun {
            Some(pronoun) => self.pronoun(pronoun, sentence).into_iter().next(),
            None => self.subject_before(at, sentence),
        }
    }

    /// Who: the names that a possessed word of kinship goes with, and where they end.
    pub(super) fn holders(
        &self,
        word: &Word,
        start: usize,
        sentence: &Range<usize>,
        owners: &[End],
    ) -> (Vec<End>, usize) {
        let document = self.document;
        let end = self.after_joined_noun(self.after_years(word.tokens.end));
        let inside = |found: Option<(Vec<End>, usize)>| found.filter(|&(_, until)| until <= sentence.end);
        // "his mother Vera"
        if document.tokens().get(end).is_some_and(|token| token.is_word())
            && let Some(found) = inside(self.listed(end, Before::Titles, word))
        {
            return found;
        }
        // "Vera, his mother" and "Vera is his mother"
        if let Some(names) = self.before(start, word.is_plural, sentence)
            // "his wife, Ann, his mother, Eve": Ann is spoken for.
            && !self.possessed.as_ref().is_some_and(|last| {
                last.holders.iter().any(|holder| names.iter().any(|name| name.tokens == holder.tokens))
            })
            && !owners.iter().any(|owner| {
                names
                    .iter()
                    .any(|name| owner.name == name.name || owner.tokens == name.tokens)
            })
        {
            return (names, end);
        }
        // "his mother, Vera", "his mother is Vera", "his mother (Vera)"
        let skipped = match document.tokens().get(end) {
            Some(token) if matches!(token.kind, TokenKind::Comma | TokenKind::Dash | TokenKind::Open) => 1,
            Some(token) if token.is_word() && token.tags.any(Tags::BE) => {
                1 + usize::from(
                    document.tags(end + 1).any(Tags::ADVERB) || document.lower(end + 1) == "named",
                )
            }
            Some(_) if matches!(document.lower(end), "named" | "called" | "by") => 1,
            _ => return (Vec::new(), end),
        };
        inside(self.listed(end + skipped, Before::Description, word)).unwrap_or((Vec::new(), end))
    }

    /// "his wife of 52 years": behind the years.
    fn after_years(&self, end: usize) -> usize {
        let document = self.document;
        let unit = (end + 2..end + 5).find(|&at| document.tags(at).any(Tags::TIME_UNIT));
        let is_span = document.lower(end) == "of"
            && document
                .tokens()
                .get(end + 1)
                .is_some_and(|token| token.is_number() || token.tags.any(Tags::CARDINAL.or(Tags::HEDGE)));
        unit.filter(|_| is_span).map_or(end, |unit| unit + 1)
    }

    /// Where the words for someone end that begin with a word of kinship: "his son and successor Y".
    fn after_joined_noun(&self, end: usize) -> usize {
        if !self.joins(end) {
            return end;
        }
        let is_noun = |at: usize| {
            let token = self.document.tokens().get(at);
            token.is_some_and(|token| {
                token.is_word() && !token.capital && !token.tags.any(NO_DESCRIPTION.or(Tags::DETERMINER))
            })
        };
        let stop = (end + 1..end + 4).find(|&at| !is_noun(at)).unwrap_or(end + 1);
        let comma = usize::from(self.document.word(stop) == ",");
        let names = stop > end + 1 && self.name_near(stop + comma, Before::Titles).is_some();
        if names { stop } else { end }
    }

    /// The list of names at `at`: of one where the word of kinship is singular.
    fn listed(&self, at: usize, before: Before, word: &Word) -> Option<(Vec<End>, usize)> {
        if word.is_plural {
            return self.people(at, before, List::Kin);
        }
        if self.document.tags(at).any(Tags::POSSESSIVE) {
            return None;
        }
        let name = self.name_near(at, before)?;
        if self.is_possessor(&name) {
            return None;
        }
        let until = self.after(name.end);
        Some((vec![self.end(name)], until))
    }
}
