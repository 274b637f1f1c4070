//! "his mother", "Kim's mother": kin, with the one whom the sheets have for it.

use super::{Finder, Manner, Who};
use crate::claim::{Body, ClaimSet, EntityId, Gender, Party};
use crate::document::{Tags, TokenKind};
use crate::text::fold;
use crate::value::kinship::{Kinship, Sex};

/// Relations of the sheets, for "his mother": owner and word to holder.
#[derive(Clone, Debug, Default)]
pub(crate) struct KinTable {
    holders: Vec<(EntityId, Kinship, EntityId)>,
}

impl KinTable {
    pub(crate) fn new(claims: &ClaimSet) -> Self {
        let mut holders = Vec::new();
        for claim in claims.claims() {
            let Body::Relation(relation) = &claim.body else {
                continue;
            };
            let Some(kinship) = Kinship::of(&fold(&relation.relation)) else {
                continue;
            };
            for entry in &relation.is {
                for party in &entry.is {
                    if let Party::Entity(holder) = party {
                        holders.extend(claim.of.iter().map(|&owner| (owner, kinship, *holder)));
                    }
                }
            }
        }
        holders.sort_by_key(|&(owner, kinship, holder)| (owner, kinship.word, holder));
        Self { holders }
    }

    /// The person whom a word of kinship means for an owner, where the sheets have just one.
    fn holder(&self, owner: EntityId, word: Kinship) -> Option<EntityId> {
        use crate::value::Agreement;
        let from = self.holders.partition_point(|row| row.0 < owner);
        let of_owner = self.holders[from..].iter().take_while(|row| row.0 == owner);
        let mut fitting = of_owner.filter(|row| word.agreement(row.1) != Agreement::Contradicts);
        let first = fitting.next()?.2;
        fitting.all(|row| row.2 == first).then_some(first)
    }
}

impl Finder<'_, '_> {
    /// "his mother", "Kim's mother": the person whom the sheets have for it, else a person of the article's own.
    pub(super) fn kin(&mut self, at: usize) {
        let Some(kinship) = Kinship::of(&fold(self.document.lower(at))) else {
            return;
        };
        let Some(owner) = self.owner(at) else { return };
        // The owner stands a few words back, so only the latest references can be it.
        let recent = self.references.all.len().saturating_sub(16);
        let position = self.references.all[recent..]
            .iter()
            .rposition(|reference| reference.tokens.contains(&owner));
        let Some(position) = position.map(|position| recent + position) else {
            return;
        };
        self.references.all[position].is_embedded = true;
        let holder = match self.references.all[position].who {
            Who::Entity(owner) => self.kin.holder(owner, kinship),
            Who::Person(_) | Who::Other(_) => None,
        };
        let who = match holder {
            Some(holder) => Who::Entity(holder),
            None => {
                self.names.next += 1;
                let who = Who::Person(self.names.next);
                let gender = match kinship.sex {
                    Sex::Male => Some(Gender::Male),
                    Sex::Female => Some(Gender::Female),
                    Sex::Either => None,
                };
                self.names.genders.extend(gender.map(|gender| (who, gender)));
                who
            }
        };
        if self.sex_fits(who, kinship.sex) {
            self.push(at..at + 1, who, Manner::Kin);
            // "his parents' home" speaks of a home.
            let next = self.document.tokens().get(at + 1);
            let owns = next.is_some_and(|next| {
                next.kind == TokenKind::Possessive
                    || (next.kind == TokenKind::Quote && self.document.joined(at))
            });
            if let Some(last) = self.references.all.last_mut() {
                last.is_embedded = owns;
            }
        }
    }

    fn sex_fits(&self, who: Who, sex: Sex) -> bool {
        let Who::Entity(id) = who else { return true };
        match (self.claims.entity(id).gender, sex) {
            (Some(Gender::Male), Sex::Female) | (Some(Gender::Female), Sex::Male) => false,
            (None | Some(_), _) => true,
        }
    }

    /// The token of the possessor of the word at `at`: a few adjectives, or other kin of the same owner, may stand between.
    fn owner(&self, at: usize) -> Option<usize> {
        let start = at.saturating_sub(12);
        for before in (start..at).rev() {
            let token = self.document.tokens()[before];
            if token.kind == TokenKind::Possessive {
                return before.checked_sub(1);
            }
            if token.tags.any(Tags::POSSESSIVE) {
                return Some(before);
            }
            let passes = match token.kind {
                TokenKind::Word => {
                    !token.tags.any(
                        Tags::BE
                            .or(Tags::PREPOSITION)
                            .or(Tags::AUXILIARY)
                            .or(Tags::MODAL)
                            .or(Tags::REPORTING),
                    ) && (!token.tags.any(Tags::DETERMINER))
                }
                TokenKind::Comma => self.document.word(before) == ",",
                TokenKind::Dash | TokenKind::Number | TokenKind::Open | TokenKind::Close => true,
                _ => false,
            };
            if !passes {
                return None;
            }
        }
        None
    }
}
