//! Reading one sentence after the other: what words of kinship say.

use std::ops::Range;

use super::describe::{Before, NO_DESCRIPTION};
use super::ends::{List, is_couple};
use super::kin::{Word, is_child};
use crate::document::{Document, Tags, TokenKind};
use crate::mention::{End, Mention, RelationMention, Value};
use crate::value::kinship::{Kin, Kinship, Sex};

/// Words between a possessor and the word of kinship: "his late first wife".
const MODIFIERS: usize = 5;
/// Tokens between two words of kinship that share an end.
const GAP: usize = 8;

pub(super) struct Reader<'d, 't> {
    pub(super) document: &'d Document<'t>,
    pub(super) names: &'d [Range<usize>],
    /// The name that the sentence before was about.
    pub(super) subject: Option<Range<usize>>,
    /// The last two who were said to be a couple.
    pub(super) couple: Option<(End, End)>,
    /// The last possessive before a word of kinship, whose kin it spoke of, and who they were.
    pub(super) possessed: Option<Possessed>,
    /// Words of kinship of this sentence that are read already.
    pub(super) done: Vec<usize>,
    pub(super) found: Vec<Mention>,
}

/// "his mother Y": `his`, whose, and Y.
pub(super) struct Possessed {
    pub(super) pronoun: usize,
    pub(super) owners: Vec<End>,
    pub(super) holders: Vec<End>,
}

/// What the word of kinship before said, for those that share an end with it.
struct Shared {
    kinship: Kinship,
    owners: Vec<End>,
    holders: Vec<End>,
    is_possessed: bool,
    until: usize,
}

/// Where a phrase of kinship begins, and whose kin it speaks of.
struct Possessor {
    owners: Vec<End>,
    start: usize,
    is_possessed: bool,
}

impl Reader<'_, '_> {
    pub(super) fn sentence(&mut self, sentence: &Range<usize>) {
        let mut shared = None;
        self.possessed = None;
        self.done.clear();
        let mut at = sentence.start;
        while at < sentence.end {
            let tags = self.document.tags(at);
            if tags.any(Tags::KINSHIP)
                && !self.done.contains(&at)
                && let Some(word) = self.word(at)
            {
                let next = word.tokens.end;
                self.kinship(&word, sentence, &mut shared);
                at = next;
                continue;
            }
            if tags.any(Tags::FAMILY_EVENT) {
                self.verb(at, sentence);
            }
            at += 1;
        }
        self.subject = self.subject_in(sentence).or_else(|| self.subject.take());
    }

    fn kinship(&mut self, word: &Word, sentence: &Range<usize>, shared: &mut Option<Shared>) {
        let Possessor {
            mut owners,
            mut start,
            is_possessed,
        } = self.possessor(word, sentence);
        if !is_possessed && self.offspring(word, start, sentence) {
            return;
        }
        let mut word = word.clone();
        if word.is_plural
            && !is_possessed
            && let Some(one) = self.one_of(start)
        {
            (start, word.is_plural) = (one, false);
        }
        let word = &word;
        let mut end = word.tokens.end;
        let close = shared.as_ref().filter(|shared| {
            let until = self.apposition(shared.until).unwrap_or(shared.until);
            self.is_shared_gap(until..start)
        });
        let mut is_of = false;
        if !is_possessed && let Some((names, after)) = self.of_people(word, sentence) {
            owners = names;
            end = after;
            is_of = true;
        }
        if owners.is_empty()
            && !is_possessed
            && let Some(shared) = close.filter(|shared| shared.is_possessed)
        {
            owners.clone_from(&shared.owners);
        }
        if owners.is_empty() && !is_possessed {
            if self.pair(word, start, sentence) {
                return;
            }
            owners = self.owners_of_bare(word, start, sentence);
        }
        if owners.is_empty() {
            return;
        }
        let mut until = end;
        let holders = if is_of {
            match close.filter(|shared| !shared.is_possessed && self.goes_on(shared, word.kinship, start)) {
                Some(shared) => shared.holders.clone(),
                None => {
                    let direct = self
                        .before(start, word.is_plural, sentence)
                        .or_else(|| self.following(start, end, word.is_plural, sentence));
                    direct
                        .or_else(|| self.apposed(start, sentence).map(|end| vec![end]))
                        .unwrap_or_default()
                }
            }
        } else {
            let (holders, after) = self.holders(word, start, sentence, &owners);
            until = until.max(after);
            if is_child(word.kinship)
                && !holders.is_empty()
                && let Some((other, after)) = self.co_parent(until, false)
            {
                owners.push(other);
                until = after;
            }
            if is_possessed && self.document.tags(start).any(Tags::POSSESSIVE) {
                self.possessed = Some(Possessed {
                    pronoun: start,
                    owners: owners.clone(),
                    holders: holders.clone(),
                });
            }
            holders
        };
        self.push_all(word.kinship, word.tokens.start, &owners, &holders);
        // "the daughter of X and his wife Y and sister of Z": his wife is a part of the phrase that goes on.
        if is_possessed
            && shared
                .as_ref()
                .is_some_and(|shared| !shared.is_possessed && start < shared.until)
        {
            return;
        }
        *shared = Some(Shared {
            kinship: word.kinship,
            owners,
            holders,
            is_possessed: !is_of,
            until,
        });
    }

    /// Whether a phrase of kinship speaks of the same person as the one before it, and not of the person whom that one
    /// ends with: "the wife of X and mother of Y", but "the son of X, son of Y".
    fn goes_on(&self, shared: &Shared, kinship: Kinship, start: usize) -> bool {
        let joined = (shared.until..start)
            .any(|at| self.document.lower(at) == "and" || self.document.tags(at).any(Tags::BE));
        // "the sister of X, and thus the brother of Y": of someone else.
        if shared.kinship.sex.excludes(kinship.sex) {
            return false;
        }
        if joined || shared.kinship.kin == kinship.kin {
            return joined;
        }
        if is_couple(shared.kinship) && shared.kinship.sex == Sex::Either {
            return true;
        }
        // "the aunt of Countess X, daughter of Y": the daughter may be X.
        let is_younger = is_child(kinship) && !is_child(shared.kinship) && !is_couple(shared.kinship);
        let owner = shared.owners.last().and_then(|owner| self.sex_of(owner));
        let same_sex = shared.kinship.sex == kinship.sex && kinship.sex != Sex::Either;
        same_sex && !(is_younger && owner == Some(kinship.sex))
    }

    /// What the title before a name says: "Countess X".
    pub(super) fn sex_of(&self, end: &End) -> Option<Sex> {
        let tags = self.document.tags(end.tokens.start.checked_sub(1)?);
        match (tags.any(Tags::MALE), tags.any(Tags::FEMALE)) {
            (true, false) => Some(Sex::Male),
            (false, true) => Some(Sex::Female),
            _ => None,
        }
    }

    /// Where "the younger of the two sons" begins, of which the phrase at `start` is the end.
    fn one_of(&self, start: usize) -> Option<usize> {
        let one = start.checked_sub(2)?;
        let is_one = self.document.tags(one).any(Tags::ORDINAL)
            || matches!(
                self.document.lower(one),
                "one" | "eldest" | "oldest" | "youngest" | "elder" | "older" | "younger" | "middle"
            );
        if !is_one || self.document.lower(start - 1) != "of" {
            return None;
        }
        let the = one
            .checked_sub(1)
            .filter(|&the| self.document.tags(the).any(Tags::DETERMINER));
        Some(the.unwrap_or(one))
    }

    /// Whose: of a word of kinship without owner that stands beside a name or a subject: "X and wife Y", "with wife Y".
    fn owners_of_bare(&self, word: &Word, start: usize, sentence: &Range<usize>) -> Vec<End> {
        let Some(before) = start.checked_sub(1).filter(|&before| before >= sentence.start) else {
            return Vec::new();
        };
        if start != word.tokens.start || self.name_near(word.tokens.end, Before::Titles).is_none() {
            return Vec::new();
        }
        let is_survived = before > 0 && self.document.lower(before - 1) == "survived";
        match self.document.lower(before) {
            "and" | "&" if is_couple(word.kinship) => self.name_to(before).into_iter().collect(),
            "with" => self.subject_before(before, sentence).into_iter().collect(),
            "by" if is_survived => self.subject_of(before - 1, sentence),
            _ => Vec::new(),
        }
    }

    /// Whose: a possessive before the word, with its adjectives between; and where the phrase begins.
    fn possessor(&self, word: &Word, sentence: &Range<usize>) -> Possessor {
        let document = self.document;
        let mut start = word.tokens.start;
        for at in (sentence.start..word.tokens.start).rev().take(MODIFIERS + 1) {
            let token = document.tokens()[at];
            if token.tags.any(Tags::POSSESSIVE) {
                return Possessor {
                    owners: self.pronoun(at, sentence),
                    start: at,
                    is_possessed: true,
                };
            }
            // "Charles' wife"
            let is_plural = token.kind == TokenKind::Quote
                && at > 0
                && document.lower(at - 1).ends_with('s')
                && self.name_to(at).is_some();
            if token.kind == TokenKind::Possessive || is_plural {
                let owners = self.people_to(at);
                let start = owners
                    .first()
                    .map_or(at, |end| self.phrase_start(end.tokens.start));
                return Possessor {
                    owners,
                    start,
                    is_possessed: true,
                };
            }
            if token.tags.any(Tags::DETERMINER) {
                return Possessor {
                    owners: Vec::new(),
                    start: at,
                    is_possessed: false,
                };
            }
            let is_rank = token.capital && token.tags.any(Tags::TITLE) && word.kinship.kin == Kin::Spouse;
            let is_modifier = (token.is_word() && !token.capital
                || token.kind == TokenKind::Dash
                || token.is_number()
                || is_rank)
                && !token.tags.any(
                    Tags::BE
                        .or(Tags::CONJUNCTION)
                        .or(Tags::PREPOSITION)
                        .or(Tags::PRONOUN)
                        .or(Tags::AUXILIARY),
                );
            if !is_modifier {
                break;
            }
            start = at;
        }
        Possessor {
            owners: Vec::new(),
            start,
            is_possessed: false,
        }
    }

    /// "of X and Y", "to X": the people after the word of kinship, and where they end.
    fn of_people(&self, word: &Word, sentence: &Range<usize>) -> Option<(Vec<End>, usize)> {
        let mut at = word.tokens.end;
        // "widow and cousin of", "son and only heir of"
        if self.joins(at) {
            let of = (at + 2..at + 4).find(|&of| self.document.lower(of) == "of");
            let is_noun = |at: usize| {
                let token = self.document.tokens().get(at);
                let other = NO_DESCRIPTION.or(Tags::DETERMINER);
                token.is_some_and(|token| {
                    token.is_word() && (!token.tags.any(other) || token.tags.any(Tags::KINSHIP))
                })
            };
            at = of.filter(|&of| (at + 1..of).all(is_noun)).unwrap_or(at);
        }
        if !matches!(self.document.lower(at), "of" | "to") {
            return None;
        }
        // "the parents of X, Y and Z, spoke": X's.
        if word.is_plural
            && word.kinship.kin == Kin::Parent
            && word.tokens.start <= sentence.start + 1
            && let Some((owner, end)) = self.person(at + 1, Before::Titles)
            && self.document.word(end) == ","
            && let Some((parents, _)) = self.people(end + 1, Before::Titles, List::Pair)
            && parents.len() == 2
        {
            return Some((vec![owner], end));
        }
        if matches!(self.document.lower(at + 1), "him" | "her" | "them") {
            return Some((self.pronoun(at + 1, sentence), at + 2));
        }
        let commas = word.kinship.kin == Kin::Parent || word.kinship.kin == Kin::Grandparent;
        let list = if commas && word.is_plural {
            List::Many
        } else {
            List::Close
        };
        let list = if is_child(word.kinship) { List::Pair } else { list };
        let (mut people, end) = self.people(at + 1, Before::Description, list)?;
        // A child has two parents, a spouse is one: "the wife of X and Y's sister".
        let most = if is_child(word.kinship) {
            2
        } else if is_couple(word.kinship) {
            1
        } else {
            people.len()
        };
        people.truncate(most);
        if is_child(word.kinship)
            && people.len() == 1
            && let Some((other, after)) = self.co_parent(end, false)
        {
            people.push(other);
            return Some((people, after));
        }
        Some((people, end))
    }

    /// Whether only commas, "and" and articles stand between two words of kinship.
    fn is_shared_gap(&self, gap: Range<usize>) -> bool {
        gap.start <= gap.end
            && gap.len() <= GAP
            && gap.into_iter().all(|at| {
                let tags = self.document.tags(at);
                matches!(self.document.lower(at), "," | ";" | "and" | "also")
                    || tags.any(Tags::DETERMINER.or(Tags::BE).or(Tags::TITLE).or(Tags::ADVERB))
                    || matches!(
                        self.document.lower(at),
                        "both" | "possibly" | "probably" | "maternal" | "paternal"
                    )
                    || matches!(self.kind(at), Some(TokenKind::Open | TokenKind::Close))
            })
    }

    pub(super) fn push_all(&mut self, kinship: Kinship, word: usize, owners: &[End], holders: &[End]) {
        for holder in holders {
            for owner in owners {
                let is_other = owner.tokens != holder.tokens && owner.name != holder.name;
                // "Empress X" is nobody's uncle.
                let fits =
                    holder.is_pronoun || self.sex_of(holder).is_none_or(|sex| !sex.excludes(kinship.sex));
                if is_other && fits {
                    self.push(kinship, word, owner.clone(), holder.clone());
                }
            }
        }
    }

    fn push(&mut self, kinship: Kinship, word: usize, of: End, is: End) {
        if is_couple(kinship) {
            self.couple = Some((of.clone(), is.clone()));
        }
        let start = of.tokens.start.min(is.tokens.start).min(word);
        let end = of.tokens.end.max(is.tokens.end).max(word + 1);
        self.found.push(Mention {
            span: self.document.span(start..end),
            tokens: start..end,
            sentence: self.document.sentence_of(word),
            value: Value::Relation(RelationMention {
                kinship,
                word,
                of,
                is,
            }),
        });
    }
}
