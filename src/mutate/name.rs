//! Names and kin changed into plausible others: those of the sheet first, then a neutral list.

use crate::claim::{ClaimSet, EntityId, EntityKind, Gender, NameClaim, Party, RelationClaim, Role};
use crate::report::Finding;
use crate::text::{Span, fold};
use crate::value::kinship::{Kin, Kinship, Sex};
use crate::value::name::{Likeness, Name};

/// Names that stand for any other.
const MEN: &[&str] = &["Daniel Weber", "Peter Lindqvist", "Thomas Okafor"];
const WOMEN: &[&str] = &["Maria Santos", "Ruth Keller", "Hannah Osei"];
const PLACES: &[&str] = &["Marlow", "Ashford", "Carrick"];
const OTHERS: &[&str] = &["Meridian", "Calloway", "Norwood"];

/// The true name within the words of a finding, without the title or role before it, and where it stands.
pub(super) fn bare<'f, 'c>(
    claims: &'c ClaimSet,
    truths: impl Iterator<Item = &'c Party>,
    finding: &'f Finding,
) -> (Span, &'f str) {
    let lower = finding.quote.to_ascii_lowercase();
    let names = truths.flat_map(|party| match party {
        Party::Entity(id) => {
            let entity = claims.entity(*id);
            std::iter::once(&entity.name).chain(&entity.aliases).collect()
        }
        Party::Text(text) => vec![text],
    });
    let found = names.filter_map(|name| Some((lower.find(&name.to_ascii_lowercase())?, name.len())));
    let longest = found.max_by_key(|&(_, len)| len);
    let part = longest.and_then(|(at, len)| Some((at, finding.quote.get(at..at + len)?)));
    match part {
        Some((at, quote)) => {
            let start = finding.span.start + at;
            (Span::new(start, start + quote.len()), quote)
        }
        None => (finding.span, &finding.quote),
    }
}

/// Other names in the place of `quote`, which is a true one of the claim: one of the sheet, and one that it lists as wrong or
/// that is in no sheet.
pub(super) fn other_names(claims: &ClaimSet, body: &NameClaim, quote: &str, seed: usize) -> Vec<String> {
    // A wording ("asynchronous") has no names beside it.
    if !quote.contains(char::is_uppercase) {
        return Vec::new();
    }
    let truths: Vec<&Party> = body
        .is
        .iter()
        .flat_map(|entry| &entry.is)
        .chain(body.also.iter().map(|also| &also.value))
        .collect();
    let kind = truths
        .iter()
        .find_map(|party| entity(party))
        .map(|id| claims.entity(id).kind);
    let kind = kind.or_else(|| listed_kind(claims, quote));
    let mut taken: Vec<String> = truths.iter().map(|party| text(claims, party)).collect();
    taken.extend(body.aliases.iter().cloned());
    let mut picked = pick(claims, kind, None, quote, &taken, seed);
    let never: Vec<String> = body
        .never
        .iter()
        .map(|never| text(claims, &never.value))
        .collect();
    if let Some(wrong) = never
        .get(seed % never.len().max(1))
        .filter(|wrong| wrong.starts_with(char::is_uppercase))
    {
        picked.truncate(1);
        picked.push(wrong.clone());
        picked.dedup();
    }
    picked
}

/// Other people in the place of `quote`, who holds a relation of which there is one holder.
pub(super) fn other_holders(
    claims: &ClaimSet,
    body: &RelationClaim,
    quote: &str,
    seed: usize,
) -> Vec<String> {
    if !body.only || !quote.starts_with(char::is_uppercase) {
        return Vec::new();
    }
    let truths: Vec<&Party> = body.is.iter().flat_map(|entry| &entry.is).collect();
    let gender = truths
        .iter()
        .find_map(|party| entity(party))
        .and_then(|id| claims.entity(id).gender);
    let sex = match (
        gender,
        Kinship::of(&fold(&body.relation)).map(|kinship| kinship.sex),
    ) {
        (Some(gender), _) => Some(gender),
        (None, Some(Sex::Male)) => Some(Gender::Male),
        (None, Some(Sex::Female)) => Some(Gender::Female),
        (None, _) => None,
    };
    let also = body.also.iter().filter_map(|also| match &also.value {
        Role::Holder(party) => Some(text(claims, party)),
        Role::Relation(_) => None,
    });
    let taken: Vec<String> = truths
        .iter()
        .map(|party| text(claims, party))
        .chain(also)
        .collect();
    pick(claims, Some(EntityKind::Person), sex, quote, &taken, seed)
}

/// Another relation, which excludes this one, of someone of the same sex.
pub(super) const fn other_kin(kinship: Kinship) -> Option<&'static str> {
    let (sibling, parent, cousin) = match kinship.sex {
        Sex::Male => ("brother", "father", "uncle"),
        Sex::Female => ("sister", "mother", "aunt"),
        Sex::Either => ("sibling", "parent", "cousin"),
    };
    match kinship.kin {
        Kin::Sibling => Some(parent),
        Kin::Parent | Kin::Spouse | Kin::Betrothed | Kin::Partner | Kin::Child => Some(sibling),
        Kin::Grandparent | Kin::Grandchild | Kin::ParentSibling | Kin::SiblingChild | Kin::Cousin => {
            if matches!(kinship.kin, Kin::Cousin | Kin::ParentSibling) {
                Some(sibling)
            } else {
                Some(cousin)
            }
        }
        Kin::Other => None,
    }
}

/// One name of the sheet and one of the neutral list, none of them like those in `taken`; as long as `quote` is.
fn pick(
    claims: &ClaimSet,
    kind: Option<EntityKind>,
    sex: Option<Gender>,
    quote: &str,
    taken: &[String],
    seed: usize,
) -> Vec<String> {
    let own = Name::new(quote);
    let taken: Vec<Name> = taken.iter().map(|text| Name::new(text)).collect();
    let is_free = |text: &str| {
        let name = Name::new(text);
        let apart = |other: &Name| {
            other.likeness(&name) == Likeness::Different && name.likeness(other) == Likeness::Different
        };
        apart(&own) && taken.iter().all(apart)
    };
    let listed: Vec<&str> = claims
        .entities()
        .iter()
        .filter(|entity| {
            Some(entity.kind) == kind && entity.members.is_empty() && (sex.is_none() || entity.gender == sex)
        })
        .map(|entity| entity.name.as_str())
        .filter(|name| name.contains(char::is_uppercase) && is_free(name))
        .collect();
    let neutral = match (kind, sex) {
        (Some(EntityKind::Person), Some(Gender::Female)) => WOMEN,
        (Some(EntityKind::Person), _) => MEN,
        (Some(EntityKind::Place), _) => PLACES,
        _ => OTHERS,
    };
    let neutral: Vec<&str> = neutral.iter().copied().filter(|name| is_free(name)).collect();
    let mut picked: Vec<String> = Vec::new();
    for list in [listed, neutral] {
        if let Some(name) = list.get(seed % list.len().max(1)) {
            picked.push((*name).to_owned());
        }
    }
    picked
}

/// Whether the sheet lists a name as wrong.
pub(super) fn is_never(claims: &ClaimSet, body: &NameClaim, name: &str) -> bool {
    let name = Name::new(name);
    body.never
        .iter()
        .any(|never| Name::new(&text(claims, &never.value)).likeness(&name) >= Likeness::Spelling)
}

fn entity(party: &Party) -> Option<EntityId> {
    match party {
        Party::Entity(id) => Some(*id),
        Party::Text(_) => None,
    }
}

fn text(claims: &ClaimSet, party: &Party) -> String {
    match party {
        Party::Entity(id) => claims.entity(*id).name.clone(),
        Party::Text(text) => text.clone(),
    }
}

/// What an entity of this name is.
fn listed_kind(claims: &ClaimSet, quote: &str) -> Option<EntityKind> {
    let folded = fold(quote);
    let bears = |entity: &&crate::claim::Entity| {
        std::iter::once(&entity.name)
            .chain(&entity.aliases)
            .any(|name| fold(name) == folded)
    };
    claims.entities().iter().find(bears).map(|entity| entity.kind)
}
