//! Entities that nobody needs.

use std::collections::BTreeSet;

use miette::Severity as Level;

use super::SheetFinding;
use crate::claim::{Body, Claim, ClaimSet, EntityId, Party, Role};

/// Entities that no claim, group or known contradiction speaks of. Some are there so that others are not taken for them, so it is
/// advice.
#[must_use]
pub fn unused_entities(claims: &ClaimSet) -> Vec<SheetFinding> {
    let mut used: BTreeSet<EntityId> = claims
        .entities()
        .iter()
        .flat_map(|entity| entity.members.iter().copied())
        .collect();
    for claim in claims.claims() {
        used.extend(&claim.of);
        used.extend(named(claim));
    }
    let is_idle = |&(index, entity): &(usize, &crate::claim::Entity)| {
        !used.contains(&EntityId(index)) && entity.members.is_empty() && entity.date.is_none()
    };
    let idle = claims.entities().iter().enumerate().filter(is_idle);
    idle.map(|(_, entity)| {
        SheetFinding::new(
            claims,
            entity.place,
            "sheet::unused-entity",
            Level::Advice,
            format!("no claim speaks of the entity `{}`", entity.id),
            "named here".to_owned(),
            "remove it, unless it is there so that another is not taken for it".to_owned(),
        )
    })
    .collect()
}

/// The entities among the values of a claim.
fn named(claim: &Claim) -> Vec<EntityId> {
    let entity = |party: &Party| match party {
        Party::Entity(id) => Some(*id),
        Party::Text(_) => None,
    };
    let holder = |role: &Role| match role {
        Role::Holder(Party::Entity(id)) => Some(*id),
        Role::Holder(Party::Text(_)) | Role::Relation(_) => None,
    };
    match &claim.body {
        Body::Date(_) | Body::Count(_) => Vec::new(),
        Body::Name(body) => {
            let asides = body
                .also
                .iter()
                .chain(&body.never)
                .filter_map(|aside| entity(&aside.value));
            body.is
                .iter()
                .flat_map(|entry| &entry.is)
                .filter_map(entity)
                .chain(asides)
                .collect()
        }
        Body::Relation(body) => {
            let asides = body
                .also
                .iter()
                .chain(&body.never)
                .filter_map(|aside| holder(&aside.value));
            body.is
                .iter()
                .flat_map(|entry| &entry.is)
                .filter_map(entity)
                .chain(asides)
                .collect()
        }
    }
}
