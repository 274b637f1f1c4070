//! Frames: what a claim says of where its value stands (subject, cues, unit, kind). A claim without one is held against
//! everything, and of two claims with one frame nobody can tell which a wrong value belongs to.

use std::collections::{BTreeMap, BTreeSet};

use miette::Severity as Level;

use super::SheetFinding;
use crate::claim::{Body, Claim, ClaimId, ClaimSet, Entry, Number};
use crate::text::{fold, stem};

/// Claims with which another is compared at most: more that share a cue are one slip, and need no more words.
const COMPARED: usize = 16;

/// Claims that say neither whom nor what they speak of: any value of their kind is held against them, or none.
#[must_use]
pub fn unframed(claims: &ClaimSet) -> Vec<SheetFinding> {
    let is_unframed = |claim: &&Claim| {
        let says_what = match &claim.body {
            Body::Date(_) => false,
            Body::Count(count) => !count.unit.is_empty(),
            Body::Name(name) => !name.kind.is_empty(),
            Body::Relation(_) => true,
        };
        claim.about.is_empty() && claim.says.is_none() && claim.of.is_empty() && !says_what
    };
    let label = |claim: &Claim| match &claim.body {
        Body::Date(_) => "every date is held against it",
        Body::Count(_) => "every number is held against it",
        Body::Name(_) | Body::Relation(_) => "no other name is held against it",
    };
    let found = claims.claims().iter().filter(is_unframed);
    found
        .map(|claim| {
            SheetFinding::new(
                claims,
                claim.place,
                "sheet::unframed",
                Level::Warning,
                format!("`{}` does not say when it is meant", claim.id),
                label(claim).to_owned(),
                "add `about` with the words of which one stands beside its value, or `of` with whose value it is".to_owned(),
            )
        })
        .collect()
}

/// Claims of one kind, subject and unit of which all cues are another's too, though their values differ.
#[must_use]
pub fn indistinct(claims: &ClaimSet) -> Vec<SheetFinding> {
    let cues: Vec<BTreeSet<Phrase>> = claims.claims().iter().map(phrases).collect();
    let mut by_cue: BTreeMap<(String, &Phrase), Vec<usize>> = BTreeMap::new();
    for (index, claim) in claims.claims().iter().enumerate() {
        for frame in frames(claim) {
            for cue in cues.get(index).into_iter().flatten() {
                by_cue.entry((frame.clone(), cue)).or_default().push(index);
            }
        }
    }
    let mut seen = BTreeSet::new();
    let mut found = Vec::new();
    for (index, claim) in claims.claims().iter().enumerate() {
        let Some(own) = cues.get(index) else { continue };
        let Some(first) = own.first() else { continue };
        let rivals = frames(claim)
            .into_iter()
            .filter_map(|frame| by_cue.get(&(frame, first)));
        for &other in rivals.flatten().take(COMPARED) {
            let Some(rival) = cues.get(other) else { continue };
            let pair = (index.min(other), index.max(other));
            let tells = other == index || !own.is_subset(rival) || seen.contains(&pair);
            if !tells && is_rival(claim, claims.claim(ClaimId(other))) {
                seen.insert(pair);
                found.push(finding(claims, claim, claims.claim(ClaimId(other))));
            }
        }
    }
    found
}

/// A cue: the stems of its phrases.
type Phrase = Vec<Vec<String>>;

fn phrases(claim: &Claim) -> BTreeSet<Phrase> {
    let words = |words: &Vec<String>| words.iter().map(|word| stem(word).to_string()).collect();
    claim
        .about
        .iter()
        .map(|cue| cue.all.iter().map(words).collect())
        .collect()
}

/// Where values of a claim stand, but for its cues: its kind, a subject and a unit or common noun, each pair of them.
fn frames(claim: &Claim) -> Vec<String> {
    let (kind, nouns) = match &claim.body {
        Body::Date(_) => ("date", &[][..]),
        Body::Count(count) => ("count", count.unit.as_slice()),
        Body::Name(name) => ("name", name.kind.as_slice()),
        // The role tells relations apart, and two with one role are compared when the sheet is read.
        Body::Relation(_) => return Vec::new(),
    };
    let nouns: Vec<String> = match nouns {
        [] => vec![String::new()],
        nouns => nouns.iter().map(|noun| stem(&fold(noun)).to_string()).collect(),
    };
    let subjects: Vec<String> = match claim.of.as_slice() {
        [] => vec![String::new()],
        of => of.iter().map(|of| of.0.to_string()).collect(),
    };
    let pairs = subjects
        .iter()
        .flat_map(|of| nouns.iter().map(move |noun| format!("{kind}/{of}/{noun}")));
    pairs.collect()
}

/// Whether a wrong value of one may be taken for one of the other: neither is parted from the other by `except`, and
/// their truths differ.
fn is_rival(one: &Claim, other: &Claim) -> bool {
    let differ = match (&one.body, &other.body) {
        (Body::Date(one), Body::Date(other)) => !same(&one.is, &other.is, PartialEq::eq),
        (Body::Count(one), Body::Count(other)) => {
            !same(&one.is, &other.is, |one, other| match (one, other) {
                (Number::Within(one), Number::Within(other)) => one == other,
                (Number::DaysSince(one), Number::DaysSince(other)) => one == other,
                (Number::Within(_), Number::DaysSince(_)) | (Number::DaysSince(_), Number::Within(_)) => {
                    false
                }
            })
        }
        (Body::Name(one), Body::Name(other)) => !same(&one.is, &other.is, PartialEq::eq),
        _ => false,
    };
    differ && one.except.is_empty() && other.except.is_empty()
}

/// Whether two truths are the same, entry by entry.
fn same<V>(one: &[Entry<V>], other: &[Entry<V>], same: impl Fn(&V, &V) -> bool) -> bool {
    one.len() == other.len() && one.iter().zip(other).all(|(one, other)| same(&one.is, &other.is))
}

fn finding(claims: &ClaimSet, claim: &Claim, rival: &Claim) -> SheetFinding {
    let cue = claim.about.first().map_or("", |cue| cue.text.as_str());
    SheetFinding::new(
        claims,
        claim.place,
        "sheet::indistinct",
        Level::Warning,
        format!("no cue tells `{}` from `{}`", claim.id, rival.id),
        format!("every cue of it is one of `{}`, too", rival.id),
        format!(
            "beside \"{cue}\" a wrong value may belong to either: give this one a cue, a unit or an `of` of its own, or part \
             the two with `except`"
        ),
    )
}
