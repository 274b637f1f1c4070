//! Whether a place of the text speaks of a claim's subject, and how surely.

use std::cell::RefCell;
use std::ops::Range;

use rustc_hash::FxHashMap;

use super::distance::Distances;
use super::entity::Entities;
use super::reference::{Manner, Reference, References, Who};
use crate::claim::{EntityId, EntityKind};
use crate::document::{Document, Tags, TokenKind};

/// How surely a place speaks of a claim's subject.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Subject {
    /// From 0 to 1.
    pub(crate) strength: f64,
    /// The words that say so, where they stand near.
    pub(crate) tokens: Option<Range<usize>>,
    /// The words that speak of another in its place, or nearer.
    pub(crate) other: Option<Range<usize>>,
}

/// Named, and nothing of its kind stands nearer.
const NAMED: f64 = 1.0;
/// A pronoun, a description, or kinship stands for it.
const MEANT: f64 = 0.95;
/// The sentence names nothing of its kind; the one before was about it.
const CARRIED: f64 = 0.85;
/// The sentence names nothing of its kind; the article is about it.
const MAIN: f64 = 0.75;
/// It stands in the sentence, but something else of its kind stands nearer.
const BESIDE: f64 = 0.5;
/// A pronoun stands for it, or for another.
const DOUBTFUL: f64 = 0.7;
/// The sentence names nothing of its kind; the article opens with it.
const LEAD: f64 = 0.8;
/// The opening of an article: its heading and first sentences.
const OPENING: usize = 3;
/// The sentence names nothing of its kind; the article is about it and another.
const SHARED: f64 = 0.6;
/// The sentence names nothing of its kind, and the article is about more than it.
const SOMEWHERE: f64 = 0.4;
/// The claim names no subject: its cues are all there is.
const NONE_NEEDED: f64 = 0.95;

/// A relative clause whose noun is none that the sheets know: it may be a description of the subject.
const UNKNOWN: f64 = 0.45;
/// How many words may stand between a relative pronoun and its verb, or its noun.
const RELATIVE: usize = 4;
/// What a comma adds to the way from a verb to a name behind it.
const PARTED: u32 = 16;
/// Brackets open at most so many words before what they hold.
const BRACKET: usize = 12;
/// Between a name and the brackets that tell of it stand at most so many words.
const BEFORE_BRACKET: usize = 3;
/// An object stands this near behind its verb.
const OBJECT: u32 = 2;

/// Of a sentence that refers to more, so many references before a place and behind it are looked at.
const REFERENCES: usize = 64;

/// An article that names so many entities of the sheets is about what they are about.
pub(super) const SEVERAL: usize = 2;
/// Nothing of its kind is named in a text of up to so many sentences.
pub(super) const SHORT: usize = 2;
/// … which then may speak of it.
const UNNAMED: f64 = 0.7;

/// What a subject is looked for in.
pub(crate) struct Scene<'a, 't> {
    pub(crate) document: &'a Document<'t>,
    pub(crate) entities: &'a Entities,
    pub(crate) references: &'a References,
    pub(crate) distances: &'a Distances,
    /// The group of subjects that is looked for, by a number of its own.
    pub(crate) group: u32,
    /// How much the article is about each group, where that is worked out.
    pub(crate) shares: &'a RefCell<FxHashMap<u32, Share>>,
}

/// How much an article is about a group of subjects.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Share {
    /// How often it names one of them.
    own: u32,
    /// How often it names another of their kind.
    others: u32,
    /// Whether it opens with one of them.
    leads: bool,
}

impl Subject {
    /// The subject of a claim that has none.
    pub(crate) const fn not_needed() -> Self {
        Self::new(NONE_NEEDED, None)
    }

    const fn new(strength: f64, tokens: Option<Range<usize>>) -> Self {
        Self {
            strength,
            tokens,
            other: None,
        }
    }
}

impl Scene<'_, '_> {
    /// How surely the words at `anchor` speak of one of `of`.
    pub(crate) fn subject(&self, of: &[EntityId], anchor: &Range<usize>, value: &Range<usize>) -> Subject {
        let Some(&first) = of.first() else {
            return Subject::not_needed();
        };
        let kind = self.entities.kind(first);
        if let Some(strength) = self.bracketed(of, kind, anchor, value) {
            return strength;
        }
        let sentence = self.document.sentence_of(anchor.start);
        if let Some(subject) = self.antecedent(of, sentence, anchor) {
            return subject;
        }
        let rivals: Vec<&Reference> = self
            .near(sentence, anchor)
            .iter()
            .filter(|reference| !reference.is_embedded && self.is_rival(reference, kind, of))
            .filter(|reference| are_apart(&reference.tokens, value) && are_apart(&reference.tokens, anchor))
            .filter(|reference| !self.is_aside(reference, anchor))
            .collect();
        // "I landed": whoever speaks.
        if self.is_first_person(anchor) {
            return Subject::new(UNKNOWN, None);
        }
        match self.governing(&rivals, anchor) {
            Some(nearest) => {
                let mut beside = self.beside(&rivals, nearest, of, anchor);
                let is_other = beside.strength <= BESIDE;
                beside.other = is_other.then(|| rivals[nearest].tokens.clone());
                // A thing that the sentence names may be an actor in what it tells of the article's own subject.
                if beside.strength == 0.0 && kind != EntityKind::Person {
                    let is_known = matches!(rivals[nearest].who, Who::Entity(_));
                    let main = self.main(kind, of, MAIN);
                    let strength = if is_known && main.strength < MAIN {
                        0.0
                    } else {
                        main.strength.min(BESIDE)
                    };
                    return Subject {
                        strength,
                        other: beside.other,
                        ..main
                    };
                }
                beside
            }
            None => self.carried(sentence, kind, of),
        }
    }

    /// Whether a reference stands in brackets in which `anchor` does not.
    fn is_aside(&self, reference: &Reference, anchor: &Range<usize>) -> bool {
        let from = reference.tokens.start.saturating_sub(BRACKET);
        let kind = |at: usize| self.document.tokens()[at].kind;
        let open = (from..reference.tokens.start)
            .rev()
            .find(|&at| matches!(kind(at), TokenKind::Open | TokenKind::Close));
        let Some(open) = open.filter(|&at| kind(at) == TokenKind::Open) else {
            return false;
        };
        anchor.end <= open || (reference.tokens.end..anchor.start).any(|at| kind(at) == TokenKind::Close)
    }

    /// Whether the subject of the verb at `anchor` is the one who speaks.
    fn is_first_person(&self, anchor: &Range<usize>) -> bool {
        let before = |back: usize| anchor.start.checked_sub(back).map(|at| self.document.word(at));
        let is_speaker = |word: Option<&str>| matches!(word, Some("I" | "we" | "We"));
        is_speaker(before(1))
            || is_speaker(before(2))
                && self
                    .document
                    .tags(anchor.start.saturating_sub(1))
                    .any(Tags::AUXILIARY.or(Tags::ADVERB))
    }

    /// The references of a sentence about an anchor.
    fn near(&self, sentence: usize, anchor: &Range<usize>) -> &[Reference] {
        let all = self.references.of_sentence(sentence);
        let next = all.partition_point(|reference| reference.tokens.start < anchor.start);
        let near = next.saturating_sub(REFERENCES)..(next + REFERENCES).min(all.len());
        all.get(near).unwrap_or_default()
    }

    /// The subject of a value in brackets, where they follow a name: "Kim (1908–1984)", "Oakmere in 2010 (353 deaths)".
    fn bracketed(
        &self,
        of: &[EntityId],
        kind: EntityKind,
        anchor: &Range<usize>,
        value: &Range<usize>,
    ) -> Option<Subject> {
        let sentence = self.document.sentence_of(value.start);
        let start = self
            .document
            .sentences()
            .get(sentence)?
            .tokens
            .start
            .max(value.start.saturating_sub(BRACKET));
        let mark = |at: usize| self.document.tokens().get(at).map(|token| token.kind);
        let open = (start..value.start)
            .rev()
            .find(|&at| matches!(mark(at), Some(TokenKind::Open | TokenKind::Close)))
            .filter(|&at| mark(at) == Some(TokenKind::Open))?;
        let inside = self.near(sentence, value);
        if inside
            .iter()
            .any(|reference| (open..value.start).contains(&reference.tokens.start))
        {
            return None;
        }
        let before = inside.iter().rev().find(|reference| {
            reference.tokens.end <= open && open - reference.tokens.end <= BEFORE_BRACKET
        })?;
        // "Royal Society (1957)" where the society is the cue.
        if !are_apart(&before.tokens, anchor) {
            return None;
        }
        let (strength, is_of) = match before.who {
            Who::Entity(id) if of.contains(&id) => (NAMED, true),
            Who::Entity(id) if self.entities.kind(id) == kind => (0.0, false),
            Who::Person(_) if kind == EntityKind::Person => (0.0, false),
            Who::Other(_) if kind != EntityKind::Person => (UNKNOWN, false),
            // "founded by Kim (1908–1984)": the years are hers.
            Who::Person(_) if before.tokens.end == open => (UNKNOWN, false),
            Who::Entity(id) if before.tokens.end == open && self.entities.kind(id) == EntityKind::Person => {
                (UNKNOWN, false)
            }
            _ => return None,
        };
        let words = Some(before.tokens.clone());
        Some(Subject {
            strength,
            tokens: words.clone().filter(|_| is_of),
            other: words.filter(|_| !is_of),
        })
    }

    /// The subject of a verb in a relative clause: what "who" or "which" right before it speaks of.
    fn antecedent(&self, of: &[EntityId], sentence: usize, anchor: &Range<usize>) -> Option<Subject> {
        let start = self.document.sentences().get(sentence)?.tokens.start;
        let from = anchor.start.saturating_sub(RELATIVE).max(start);
        let pronoun = (from..anchor.start)
            .rev()
            .find(|&at| matches!(self.document.lower(at), "who" | "which" | "where" | "whose"))?;
        // "Kim, who had asked Robin": the object is Robin all the same.
        let is_object = |reference: &Reference| {
            matches!(reference.who, Who::Entity(id) if of.contains(&id))
                && reference.tokens.start >= anchor.end
                && self.distances.between(&reference.tokens, anchor) <= OBJECT
        };
        if self.near(sentence, anchor).iter().any(is_object) {
            return None;
        }
        // "three hostages, two of whom", "who, she said, was": other subjects stand between.
        let between = self.near(sentence, anchor).iter();
        if between
            .clone()
            .any(|reference| reference.tokens.start > pronoun && reference.tokens.end <= anchor.start)
        {
            return None;
        }
        let before = between
            .rev()
            .find(|reference| reference.tokens.end <= pronoun && pronoun - reference.tokens.end <= RELATIVE);
        let is_of =
            before.is_some_and(|reference| matches!(reference.who, Who::Entity(id) if of.contains(&id)));
        Some(match before {
            Some(reference) if is_of => Subject {
                strength: NAMED,
                tokens: Some(reference.tokens.clone()),
                other: None,
            },
            _ => Subject::new(UNKNOWN, None),
        })
    }

    /// The reference that governs `anchor`: the nearest, one before it rather than one behind.
    fn governing(&self, rivals: &[&Reference], anchor: &Range<usize>) -> Option<usize> {
        let cost = |reference: &&Reference| {
            let distance = self.distances.between(&reference.tokens, anchor);
            if reference.tokens.start < anchor.start {
                2 * distance
            } else {
                // "After a year of waiting, Kim said": what stands behind a comma begins a clause of its own.
                let gap = anchor.end..reference.tokens.start;
                let is_parted = gap
                    .take(OBJECT as usize + 2)
                    .any(|at| self.document.word(at) == ",");
                3 * distance + 2 + if is_parted { PARTED } else { 0 }
            }
        };
        rivals
            .iter()
            .enumerate()
            .min_by_key(|(_, reference)| cost(reference))
            .map(|(at, _)| at)
    }

    /// The subject among the references of a sentence, of which `nearest` governs.
    fn beside(
        &self,
        rivals: &[&Reference],
        nearest: usize,
        of: &[EntityId],
        anchor: &Range<usize>,
    ) -> Subject {
        let is_of = |reference: &Reference| matches!(reference.who, Who::Entity(id) if of.contains(&id));
        let mut group = nearest..nearest + 1;
        while group.start > 0 && self.is_joined(rivals[group.start - 1], rivals[group.start]) {
            group.start -= 1;
        }
        while group.end < rivals.len() && self.is_joined(rivals[group.end - 1], rivals[group.end]) {
            group.end += 1;
        }
        let in_group = rivals[group].iter().find(|reference| is_of(reference));
        let anywhere = || rivals.iter().find(|reference| is_of(reference));
        match (in_group, in_group.is_none().then(anywhere).flatten()) {
            // "released videos of Kim": the verb has another object.
            (Some(reference), _) if self.is_attribute(reference, anchor) => Subject {
                strength: BESIDE,
                tokens: Some(reference.tokens.clone()),
                other: None,
            },
            (Some(reference), _) => {
                let is_doubtful = matches!(reference.doubt, Some(Who::Person(_)))
                    || matches!(reference.doubt, Some(Who::Entity(id)) if !of.contains(&id));
                let strength = match reference.manner {
                    _ if is_doubtful => DOUBTFUL,
                    Manner::Name(_) => NAMED,
                    Manner::Description | Manner::Pronoun | Manner::Kin => MEANT,
                };
                Subject {
                    strength,
                    tokens: Some(reference.tokens.clone()),
                    other: None,
                }
            }
            // "Kim met Robin on Monday": the verb has two people beside it.
            (None, Some(reference))
                if reference.tokens.start >= anchor.end
                    && self.distances.between(&reference.tokens, anchor) <= OBJECT =>
            {
                Subject {
                    strength: MEANT,
                    tokens: Some(reference.tokens.clone()),
                    other: None,
                }
            }
            (None, Some(reference)) => Subject {
                strength: BESIDE,
                tokens: Some(reference.tokens.clone()),
                other: None,
            },
            (None, None) => Subject::new(0.0, None),
        }
    }

    /// Whether a reference behind the verb at `anchor` only tells of what another noun is: "videos of Kim".
    fn is_attribute(&self, reference: &Reference, anchor: &Range<usize>) -> bool {
        let of = reference.tokens.start.wrapping_sub(1);
        reference.tokens.start > anchor.end && self.document.lower(of) == "of" && of > anchor.end
    }

    /// The subject of a sentence that names nothing of its kind.
    fn carried(&self, sentence: usize, kind: EntityKind, of: &[EntityId]) -> Subject {
        let here = self
            .document
            .sentences()
            .get(sentence)
            .map(|sentence| sentence.block);
        for back in 1..=2 {
            let Some(before) = sentence.checked_sub(back) else {
                break;
            };
            let same_block = self
                .document
                .sentences()
                .get(before)
                .map(|sentence| sentence.block)
                == here;
            let about = self
                .references
                .of_sentence(before)
                .iter()
                .take(REFERENCES)
                .find(|reference| !reference.is_embedded && self.is_rival(reference, kind, of));
            if let Some(reference) = about {
                return match reference.who {
                    Who::Entity(id) if of.contains(&id) => Subject {
                        strength: if same_block {
                            CARRIED
                        } else if kind == EntityKind::Person {
                            MAIN
                        } else {
                            LEAD
                        },
                        tokens: Some(reference.tokens.clone()),
                        other: None,
                    },
                    Who::Entity(_) | Who::Person(_) | Who::Other(_) => self.main(kind, of, SOMEWHERE),
                };
            }
        }
        self.main(kind, of, MAIN)
    }

    /// Whether the article as a whole is about the subject.
    fn main(&self, kind: EntityKind, of: &[EntityId], strength: f64) -> Subject {
        let known = self.shares.borrow().get(&self.group).copied();
        let share = known.unwrap_or_else(|| {
            let share = self.share(kind, of);
            self.shares.borrow_mut().insert(self.group, share);
            share
        });
        let Share { own, others, leads } = share;
        let strength = match own {
            // The event that a whole article tells of need not have a name in it.
            0 if kind == EntityKind::Event
                && self.references.entities() >= SEVERAL
                && !self.names_event(of) =>
            {
                strength.min(MAIN)
            }
            // A sentence or two, such as a claim's own tests, need not name what they are about.
            0 if others == 0 && self.document.sentences().len() <= SHORT => UNNAMED,
            // A thing may go by a name that the sheets do not list, where the article speaks of others of theirs.
            0 if kind != EntityKind::Person && others == 0 && self.references.entities() >= SEVERAL => {
                strength.min(BESIDE)
            }
            0 => 0.0,
            _ if leads => strength.max(LEAD),
            own if own >= others => strength,
            own if 2 * own >= others => strength.min(SHARED),
            _ => strength.min(SOMEWHERE),
        };
        Subject::new(strength, None)
    }

    /// Whether the article names an event other than one of `of`.
    fn names_event(&self, of: &[EntityId]) -> bool {
        let is_other = |who| matches!(who, Who::Entity(id) if self.entities.kind(id) == EntityKind::Event && !of.contains(&id));
        self.references.highest_count(is_other) > 0
    }

    fn share(&self, kind: EntityKind, of: &[EntityId]) -> Share {
        let own = of
            .iter()
            .map(|&id| self.references.count(Who::Entity(id)))
            .max()
            .unwrap_or_default();
        let is_other = |who| is_of_kind(who, kind, self.entities) && !is_one_of(who, of);
        let others = self.references.highest_count(is_other);
        // News opens with many a person; who leads a life's story is named far more often than others.
        let leads = self.leads(kind, of) && (kind != EntityKind::Person || own >= 2 * others);
        Share { own, others, leads }
    }

    /// Whether the article opens with the subject: the first thing that it names in its first sentences.
    fn leads(&self, kind: EntityKind, of: &[EntityId]) -> bool {
        let opening = self
            .references
            .all
            .iter()
            .take_while(|reference| reference.sentence < OPENING);
        let mut things = opening.filter(|reference| match reference.who {
            Who::Entity(id) => of.contains(&id) || self.entities.kind(id) == kind,
            Who::Person(_) | Who::Other(_) => self.opens_sentence(reference),
        });
        things
            .next()
            .is_some_and(|first| matches!(first.who, Who::Entity(id) if of.contains(&id)))
    }

    /// Whether a reference is one to the subject or to something of its kind, which would take its place.
    fn is_rival(&self, reference: &Reference, kind: EntityKind, of: &[EntityId]) -> bool {
        #[cfg(test)]
        crate::document::looks::count();
        let thing = matches!(
            kind,
            EntityKind::Thing | EntityKind::Event | EntityKind::Organization
        );
        match reference.who {
            Who::Entity(id) => of.contains(&id) || self.entities.kind(id) == kind,
            Who::Person(_) if kind == EntityKind::Person => true,
            // What the sheets do not know may be a thing of any kind, where the sentence is about it.
            Who::Person(_) | Who::Other(_) => {
                thing && (self.opens_sentence(reference) || self.is_apposed(reference))
            }
        }
    }

    /// Whether a name stands between commas, telling which thing its sentence is about: "her sister ship, the Rosemary,".
    fn is_apposed(&self, reference: &Reference) -> bool {
        let article = self.document.lower(reference.tokens.start.wrapping_sub(1)) == "the";
        let before = reference.tokens.start.wrapping_sub(1 + usize::from(article));
        matches!(reference.manner, Manner::Name(_))
            && self.document.word(before) == ","
            && self.document.word(reference.tokens.end) == ","
            && !self
                .document
                .tags(reference.tokens.end + 1)
                .any(Tags::CONJUNCTION)
    }

    /// Whether a sentence begins with a reference, so that it is about it.
    fn opens_sentence(&self, reference: &Reference) -> bool {
        let sentence = self.document.sentences().get(reference.sentence);
        let start = sentence.map_or(0, |sentence| sentence.tokens.start);
        reference.tokens.start <= start + 1 && reference.manner != Manner::Kin
    }

    /// Whether two references are one list: "Kim and Robin", "Kim, Robin and Lee".
    fn is_joined(&self, one: &Reference, next: &Reference) -> bool {
        let gap = one.tokens.end..next.tokens.start;
        gap.len() <= 4
            && gap.start < gap.end
            && gap.clone().all(|at| {
                let lower = self.document.lower(at);
                matches!(
                    lower,
                    "," | "and" | "or" | "&" | "his" | "her" | "their" | "the" | "with"
                ) || self.document.tokens()[at]
                    .tags
                    .any(Tags::KINSHIP.or(Tags::TITLE).or(Tags::DEMONYM))
            })
            && gap
                .into_iter()
                .any(|at| matches!(self.document.lower(at), "," | "and" | "or" | "&"))
    }
}

/// Whether two runs of tokens share none.
fn are_apart(one: &Range<usize>, other: &Range<usize>) -> bool {
    one.end <= other.start || other.end <= one.start
}

/// Whether someone or something may be of a kind: what the sheets do not know may be a thing of any.
fn is_of_kind(who: Who, kind: EntityKind, entities: &Entities) -> bool {
    match who {
        Who::Entity(id) => entities.kind(id) == kind,
        Who::Person(_) => matches!(kind, EntityKind::Person | EntityKind::Thing | EntityKind::Event),
        Who::Other(_) => kind != EntityKind::Person,
    }
}

fn is_one_of(who: Who, of: &[EntityId]) -> bool {
    matches!(who, Who::Entity(id) if of.contains(&id))
}

/// The kinds of thing of which an article may speak without naming one: those of which it names none.
pub(super) fn unnamed_kinds(
    references: &References,
    entities: &Entities,
) -> impl Iterator<Item = EntityKind> {
    let kinds = [
        EntityKind::Place,
        EntityKind::Organization,
        EntityKind::Event,
        EntityKind::Thing,
    ];
    kinds.into_iter().filter(move |&kind| {
        let is_named = |who: Who| match kind {
            EntityKind::Event => matches!(who, Who::Entity(id) if entities.kind(id) == kind),
            _ => is_of_kind(who, kind, entities),
        };
        references.highest_count(is_named) == 0
    })
}
