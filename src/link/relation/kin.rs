//! Kinship: what a text states between two people.

use super::super::reference::Who;
use super::super::{Link, Page};
use super::{Found, finish, never_holder, party_of};
use crate::claim::{self, ClaimId, EntityId, RelationClaim};
use crate::mention::{End, RelationMention, Value};
use crate::report::Role;
use crate::text::fold;
use crate::value::Agreement;
use crate::value::kinship::Kinship;

/// Both ends are named.
pub(super) const NAMED: f64 = 1.0;
/// A pronoun stands for an end.
pub(super) const PRONOUN: f64 = 0.92;

/// Kinship: every relation of the text in which the claim's subject or its true holder is an end.
pub(super) fn kin(
    page: &Page<'_, '_>,
    claim: ClaimId,
    body: &RelationClaim,
    truth: Kinship,
    links: &mut Vec<Link>,
) {
    for (said, ends) in page.relations() {
        if let Some(found) = kin_of(page, claim, body, truth, (said, *ends)) {
            let frame = &page.index.claims[claim.0];
            links.extend(finish(page, claim, body, frame, found));
        }
    }
}

/// The entities that are an end of a relation of the text.
pub(crate) fn entities(page: &Page<'_, '_>) -> impl Iterator<Item = EntityId> {
    let ends = page.relations().iter().flat_map(|(_, ends)| ends);
    ends.filter_map(|end| end.and_then(Who::entity))
}

/// A relation of a text, and whom its owner and its holder are.
pub(crate) type Stated<'a> = (&'a RelationMention, [Option<Who>; 2]);

/// The relations of a text, and whom the owner and the holder of each are.
pub(crate) fn relations<'a>(page: &Page<'a, '_>) -> Vec<Stated<'a>> {
    let relations = page.mentions.iter().filter_map(|mention| match &mention.value {
        Value::Relation(said) => Some((said, [person(page, &said.of), person(page, &said.is)])),
        Value::Date(_) | Value::Count(_) | Value::Name(_) => None,
    });
    relations.collect()
}

pub(super) fn kin_of(
    page: &Page<'_, '_>,
    claim: ClaimId,
    body: &RelationClaim,
    truth: Kinship,
    (said, [owner, holder]): (&RelationMention, [Option<Who>; 2]),
) -> Option<Found> {
    let of = &page.index.claims[claim.0].of;
    let is_of = |who: Option<Who>| matches!(who, Some(Who::Entity(id)) if of.contains(&id));
    let confidence = if said.of.is_pronoun || said.is.is_pronoun {
        PRONOUN
    } else {
        NAMED
    };
    let word = said.word..said.word + 1;
    if is_of(owner) {
        let party = party_of(page, body, holder, &said.is);
        let agreement = if never_relation(body, said.kinship.word) {
            Agreement::Contradicts
        } else {
            said.kinship.agreement(truth)
        };
        let evidence = vec![
            (Role::Subject, said.of.tokens.clone()),
            (Role::Relation, word.clone()),
        ];
        return match (party, agreement) {
            (Some((_, spelling)), Agreement::Supports | Agreement::Compatible) => Some(Found {
                tokens: said.is.tokens.clone(),
                agreement,
                is_spelling: spelling,
                is_never: false,
                confidence,
                bare: 0.0,
                by_subject: 1.0,
                is_of_other: false,
                note: None,
                evidence,
            }),
            // "her son Tom", where the sheet's Tom is her husband: a given name that the article has not led in is another's.
            (Some((who, _)), Agreement::Contradicts) if who.entity().is_none() => None,
            // The same two people, another relation.
            (Some(_), Agreement::Contradicts) => Some(Found {
                tokens: word,
                agreement: Agreement::Contradicts,
                is_spelling: false,
                is_never: never_relation(body, said.kinship.word),
                confidence,
                bare: 0.0,
                by_subject: 1.0,
                is_of_other: false,
                note: Some(format!(
                    "the article says {}, the claim says {}",
                    said.kinship.word, body.relation
                )),
                evidence: vec![
                    (Role::Subject, said.of.tokens.clone()),
                    (Role::Relation, said.is.tokens.clone()),
                ],
            }),
            // The same relation, another person.
            (None, Agreement::Supports) if !said.is.is_pronoun => {
                let is_never = never_holder(page, claim, holder, &page.text(&said.is.tokens));
                if !body.only && !is_never {
                    return None;
                }
                Some(Found {
                    tokens: said.is.tokens.clone(),
                    agreement: Agreement::Contradicts,
                    is_spelling: false,
                    is_never,
                    confidence,
                    bare: 0.0,
                    by_subject: 1.0,
                    is_of_other: false,
                    note: None,
                    evidence,
                })
            }
            (None, _) => None,
        };
    }
    // "Ada and her son Kim": the holder is the owner, and the relation reads from the other side.
    if is_of(holder) && said.kinship.inverse() == Some(truth.kin) {
        let (_, spelling) = party_of(page, body, owner, &said.of)?;
        return Some(Found {
            tokens: said.of.tokens.clone(),
            agreement: Agreement::Supports,
            is_spelling: spelling,
            is_never: false,
            confidence,
            bare: 0.0,
            by_subject: 1.0,
            is_of_other: false,
            note: None,
            evidence: vec![(Role::Subject, said.is.tokens.clone()), (Role::Relation, word)],
        });
    }
    None
}

/// Whom an end of a relation means.
pub(super) fn person(page: &Page<'_, '_>, end: &End) -> Option<Who> {
    let near = page.references.over(&end.tokens).map(|reference| reference.who);
    if matches!(near, Some(Who::Entity(_))) || !end.is_pronoun {
        return near;
    }
    // The reader of relations looks for a pronoun's person by other signs: what it found may be an entity.
    let named = end
        .name
        .as_deref()
        .map(|name| page.index.entities.recognise(name));
    match named.as_deref() {
        Some(&[(id, _)]) => Some(Who::Entity(id)),
        _ => near,
    }
}

pub(super) fn never_relation(body: &RelationClaim, word: &str) -> bool {
    body.never
        .iter()
        .any(|never| matches!(&never.value, claim::Role::Relation(relation) if fold(relation) == word))
}
