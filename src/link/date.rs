//! Dates: a date belongs to a claim by the cue that governs it and whom the place speaks of.

use super::{Link, Page};
use crate::claim::{ClaimId, DateClaim};
use crate::mention::{Mention, Value};
use crate::report::Role;
use crate::value::Agreement;
use crate::value::date::DateValue;

/// Without any cue a date is linked by its value and subject alone: this much of a link.
const NO_CUE: f64 = 0.3;
/// What a bare year or weekday that contradicts is worth.
const VAGUE: f64 = 0.85;

/// Appends the links of a date claim.
pub(super) fn link(page: &Page<'_, '_>, claim: ClaimId, body: &DateClaim, links: &mut Vec<Link>) {
    for mention in page.mentions {
        if let Value::Date(date) = &mention.value
            && let Some(link) = one(page, claim, body, mention, date)
        {
            links.push(link);
        }
    }
}

fn one(
    page: &Page<'_, '_>,
    claim: ClaimId,
    body: &DateClaim,
    mention: &Mention,
    date: &DateValue,
) -> Option<Link> {
    let frame = &page.index.claims[claim.0];
    let (agreement, truth) = page
        .holding(&body.is)
        .filter(|entry| date.comparable(&entry.is))
        .map(|entry| (date.agreement(&entry.is), &entry.is))
        .min_by_key(|&(agreement, _)| agreement)?;
    let cues = page.cues();
    let governor = cues.governor(&frame.about, &mention.tokens);
    let anchor = governor.as_ref().and_then(|governor| governor.tokens.clone());
    // The subject is that of the verb, so it is looked for around the cue.
    let subject = page.subject(claim, anchor.as_ref().unwrap_or(&mention.tokens));
    let by_cue = governor.as_ref().map_or(NO_CUE, |governor| governor.strength);
    let mut confidence = by_cue * subject.strength;
    if agreement == Agreement::Contradicts && date.single_day().is_none() {
        confidence *= VAGUE;
    }
    let is = |value: &DateValue| date.comparable(value) && date.agreement(value) == Agreement::Supports;
    let is_never = agreement == Agreement::Contradicts
        && body
            .never
            .iter()
            .zip(&frame.never)
            .any(|(never, scope)| is(&never.value) && cues.applies(scope, &mention.tokens));
    let is_also = body
        .also
        .iter()
        .zip(&frame.also)
        .any(|(also, scope)| is(&also.value) && cues.applies(scope, &mention.tokens));
    let is_excepted = cues.any(&frame.except, &mention.tokens).is_some();
    let mut evidence = Vec::new();
    evidence.extend(subject.tokens.map(|tokens| (Role::Subject, tokens)));
    evidence.extend(anchor.clone().map(|tokens| (Role::Cue, tokens)));
    Some(Link {
        claim,
        tokens: mention.tokens.clone(),
        agreement,
        is_spelling: false,
        is_never,
        is_excused: is_also || is_excepted,
        confidence,
        mood: super::mood::mood(page.document, &mention.tokens, anchor.as_ref()),
        value: page.text(&mention.tokens),
        expected: truth.to_string(),
        note: None,
        evidence,
    })
}
