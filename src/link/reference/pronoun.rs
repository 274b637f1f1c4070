//! Pronouns and possessives, each with the one whom it stands for.

use super::{Finder, Manner, Reference, Who};
use crate::claim::{EntityKind, Gender};
use crate::document::Tags;

impl Finder<'_, '_> {
    /// A pronoun, a possessive, or a word of kinship with its owner before it.
    pub(super) fn word(&mut self, at: usize) {
        let tags = self.document.tags(at);
        if tags.any(Tags::KINSHIP) {
            self.kin(at);
        } else if tags.any(Tags::PRONOUN.or(Tags::POSSESSIVE)) {
            let who = match self.document.lower(at) {
                // "Kim asked him": not the one who asked.
                "him" => {
                    let asker = self.subject_of_clause(at);
                    self.antecedent(at, |who| Some(who) != asker && self.fits(who, Gender::Male))
                }
                "he" | "his" | "himself" => self.antecedent(at, |who| self.fits(who, Gender::Male)),
                "she" | "her" | "hers" | "herself" => {
                    self.antecedent(at, |who| self.fits(who, Gender::Female))
                }
                "it" | "its" | "itself" => self.antecedent(at, |who| self.is_thing(who)),
                _ => None,
            };
            if let Some(who) = who {
                self.push(at..at + 1, who, Manner::Pronoun);
            }
        } else if tags.any(Tags::DEMONYM)
            && let Some(id) = self.entities.of_demonym(self.document.lower(at))
        {
            self.push(at..at + 1, Who::Entity(id), Manner::Description);
        }
    }

    /// Whom "he" or "she" at `at` means: the first fitting person of its own sentence, else of the ones before.
    fn antecedent(&self, at: usize, fits: impl Fn(Who) -> bool) -> Option<Who> {
        let sentence = self.document.sentence_of(at);
        for back in 0..=3 {
            let Some(sentence) = sentence.checked_sub(back) else {
                break;
            };
            let fitting = self.references.of_sentence(sentence).iter().filter(|reference| {
                let is_stranger = matches!((reference.manner, reference.who), (Manner::Kin, Who::Person(_)));
                let is_owner = reference.is_embedded && back > 0;
                !is_owner && !is_stranger && fits(reference.who)
            });
            // In the pronoun's own sentence the nearest subject, before that what the sentence was about.
            let found = if back == 0 {
                self.nearest(fitting, at)
            } else {
                { fitting }.next()
            };
            if let Some(reference) = found {
                return Some(reference.who);
            }
        }
        None
    }

    fn nearest<'r>(&self, fitting: impl Iterator<Item = &'r Reference>, at: usize) -> Option<&'r Reference> {
        let mut first = None;
        for reference in fitting {
            // "Kim and her son": joined to the pronoun by "and".
            let end = reference.tokens.end;
            if end + 1 == at
                && matches!(self.document.lower(end), "and" | ",")
                && matches!(reference.manner, Manner::Name(_))
            {
                return Some(reference);
            }
            first = first.or(Some(reference));
        }
        first
    }

    /// The person named last before `at` in its sentence, where nothing parts the two.
    fn subject_of_clause(&self, at: usize) -> Option<Who> {
        let sentence = self.document.sentence_of(at);
        let last = self.references.of_sentence(sentence).last()?;
        let gap = last.tokens.end..at;
        let parted = gap.clone().any(|at| {
            matches!(self.document.word(at), "," | ";" | ":") || self.document.tags(at).any(Tags::CONJUNCTION)
        });
        (!parted && gap.len() <= 8).then_some(last.who)
    }

    fn is_thing(&self, who: Who) -> bool {
        match who {
            Who::Entity(id) => self.entities.kind(id) != EntityKind::Person,
            Who::Person(_) | Who::Other(_) => true,
        }
    }

    fn fits(&self, who: Who, gender: Gender) -> bool {
        match who {
            Who::Entity(id) => {
                let entity = self.claims.entity(id);
                entity.gender == Some(gender)
                    || (entity.gender.is_none() && entity.kind == EntityKind::Person)
            }
            Who::Person(_) => true,
            Who::Other(_) => false,
        }
    }
}
