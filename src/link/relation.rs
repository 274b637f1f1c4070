//! Relations: kinship that the text states between two people, and the holder of a role in the place beside its noun.

use std::ops::Range;

use rustc_hash::FxHashSet;

use super::cue::Alive;
use super::index::{Frame, Standing};
use super::reference::{Manner, Reference, Who};
use super::{Link, Page, entity::Recognised, near, slot};
use crate::claim::{self, ClaimId, EntityId, Party, RelationClaim};
use crate::mention::{End, RelationMention, Value};
use crate::report::Role;
use crate::text::fold;
use crate::value::Agreement;
use crate::value::kinship::Kinship;
use crate::value::name::{Likeness, Name};

/// Both ends are named.
const NAMED: f64 = 1.0;
/// A pronoun stands for an end.
const PRONOUN: f64 = 0.92;
/// The true holder stands near the role's noun, not beside it.
const NEAR_ROLE: f64 = 0.6;

/// Appends the links of a relation claim.
pub(super) fn link(page: &Page<'_, '_>, claim: ClaimId, body: &RelationClaim, links: &mut Vec<Link>) {
    match Kinship::of(&fold(&body.relation)) {
        Some(kinship) => kin(page, claim, body, kinship, links),
        None => role(page, claim, body, links),
    }
}

/// Kinship: every relation of the text in which the claim's subject or its true holder is an end.
fn kin(page: &Page<'_, '_>, claim: ClaimId, body: &RelationClaim, truth: Kinship, links: &mut Vec<Link>) {
    for (said, ends) in page.relations() {
        if let Some(found) = kin_of(page, claim, body, truth, (said, *ends)) {
            let frame = &page.index.claims[claim.0];
            links.extend(finish(page, claim, body, frame, found));
        }
    }
}

/// The entities that are an end of a relation of the text.
pub(super) fn entities(page: &Page<'_, '_>) -> impl Iterator<Item = EntityId> {
    let ends = page.relations().iter().flat_map(|(_, ends)| ends);
    ends.filter_map(|end| end.and_then(Who::entity))
}

/// A relation of a text, and whom its owner and its holder are.
pub(super) type Stated<'a> = (&'a RelationMention, [Option<Who>; 2]);

/// The relations of a text, and whom the owner and the holder of each are.
pub(super) fn relations<'a>(page: &Page<'a, '_>) -> Vec<Stated<'a>> {
    let relations = page.mentions.iter().filter_map(|mention| match &mention.value {
        Value::Relation(said) => Some((said, [person(page, &said.of), person(page, &said.is)])),
        Value::Date(_) | Value::Count(_) | Value::Name(_) => None,
    });
    relations.collect()
}

/// What a relation of the text says of the claim.
struct Found {
    /// The words that state the value: the other holder's name, or the word of kinship.
    tokens: Range<usize>,
    agreement: Agreement,
    is_spelling: bool,
    is_never: bool,
    confidence: f64,
    /// How sure it would be if the place spoke of the claim's subject.
    bare: f64,
    /// How surely it does.
    by_subject: f64,
    is_of_other: bool,
    note: Option<String>,
    evidence: Vec<(Role, Range<usize>)>,
}

fn kin_of(
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
    // "Yelena and her son Alexander": the holder is the owner, and the relation reads from the other side.
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
fn person(page: &Page<'_, '_>, end: &End) -> Option<Who> {
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

/// Whether someone is a true holder; and whether the text spells the name in another way.
fn party_of(page: &Page<'_, '_>, body: &RelationClaim, who: Option<Who>, end: &End) -> Option<(Who, bool)> {
    let who = who.unwrap_or(Who::Other(0));
    let text = page.text(&end.tokens);
    let holds = page
        .holding(&body.is)
        .flat_map(|entry| &entry.is)
        .any(|party| match (party, who) {
            (Party::Entity(id), Who::Entity(other)) => *id == other,
            (Party::Text(own), _) => {
                Name::remembered(own).likeness(&Name::remembered(&text)) >= Likeness::Partial
            }
            // "his mother Vera" is the Vera of the sheet, though no surname says so.
            (Party::Entity(id), Who::Person(_) | Who::Other(_)) => {
                page.index.entities.recognise_as(*id, &text).is_some()
            }
        });
    let spelling = page
        .references
        .over(&end.tokens)
        .is_some_and(|reference| reference.manner == Manner::Name(Recognised::Spelling));
    holds.then_some((who, spelling))
}

fn never_relation(body: &RelationClaim, word: &str) -> bool {
    body.never
        .iter()
        .any(|never| matches!(&never.value, claim::Role::Relation(relation) if fold(relation) == word))
}

fn never_holder(page: &Page<'_, '_>, claim: ClaimId, who: Option<Who>, text: &str) -> bool {
    let frame = &page.index.claims[claim.0];
    let name = Name::remembered(text);
    let by_text = frame.wordings.iter().any(|wording| {
        matches!(wording.standing, Standing::Never(_)) && wording.name.likeness(&name) >= Likeness::Partial
    });
    let claim::Body::Relation(body) = &page.claims.claim(claim).body else {
        return by_text;
    };
    by_text
        || body.never.iter().any(|never| {
            matches!((&never.value, who), (claim::Role::Holder(Party::Entity(id)), Some(Who::Entity(other))) if *id == other)
        })
}

/// A role that is no kinship: the name beside its noun, or after a cue such as "commanded by".
fn role(page: &Page<'_, '_>, claim: ClaimId, body: &RelationClaim, links: &mut Vec<Link>) {
    let frame = &page.index.claims[claim.0];
    let nouns = frame
        .kind
        .iter()
        .flat_map(|&phrase| page.hits.all(phrase))
        .filter(|hit| says_role(page, hit, &body.relation))
        .map(|hit| (hit, true));
    let cues = frame.about.iter().filter(|cue| cue.all.len() == 1);
    let cues = cues
        .map(|cue| cue.all[0])
        .chain(
            frame
                .verbs
                .iter()
                .filter(|verb| verb.preposition == "by")
                .map(|verb| verb.phrase),
        )
        .flat_map(|phrase| page.hits.all(phrase))
        .map(|hit| (hit, false));
    let mut placed: FxHashSet<Range<usize>> = FxHashSet::default();
    for (hit, is_noun) in nouns.chain(cues) {
        let filled = slot::after_preposition(page, hit, true, false)
            .or_else(|| slot::after_label(page, hit))
            .or_else(|| is_noun.then(|| slot::beside_role(page, hit)).flatten())
            .or_else(|| slot::before_verb(page, hit));
        let Some(filled) = filled else { continue };
        if placed.contains(&filled.tokens) {
            continue;
        }
        let who = page
            .references
            .over(&filled.tokens)
            .map(|reference| reference.who);
        if let Some(found) = holder(page, claim, body, hit, filled, who) {
            placed.insert(found.tokens.clone());
            links.extend(finish(page, claim, body, frame, found));
        }
    }
    near_role(page, claim, body, frame, &placed, links);
}

/// Whether words with the stem of a role say the role itself: "command" is no "commander".
fn says_role(page: &Page<'_, '_>, hit: &Range<usize>, relation: &str) -> bool {
    let role = relation
        .split_whitespace()
        .next_back()
        .unwrap_or(relation)
        .to_lowercase();
    let said = page.document.lower(hit.end.saturating_sub(1));
    said.len() >= role.len() || said.chars().take(3).ne(role.chars().take(3))
}

fn holder(
    page: &Page<'_, '_>,
    claim: ClaimId,
    body: &RelationClaim,
    hit: &Range<usize>,
    filled: slot::Filled,
    who: Option<Who>,
) -> Option<Found> {
    let subject = page.subject(claim, hit, &filled.tokens);
    let end = End {
        tokens: filled.tokens.clone(),
        name: None,
        is_pronoun: false,
    };
    let own = matches!(who, Some(Who::Entity(id)) if page.index.claims[claim.0].of.contains(&id));
    let party = party_of(page, body, who, &end);
    let agreement = if party.is_some() {
        Agreement::Supports
    } else {
        Agreement::Contradicts
    };
    let is_never = party.is_none() && never_holder(page, claim, who, &page.text(&end.tokens));
    if own || (party.is_none() && (!body.only && !is_never || slot::is_other_role(page, hit))) {
        return None;
    }
    let mut evidence: Vec<(Role, Range<usize>)> = subject
        .tokens
        .into_iter()
        .map(|tokens| (Role::Subject, tokens))
        .collect();
    evidence.push((Role::Relation, hit.clone()));
    let by_year = if party.is_none() {
        page.by_year(&end.tokens)
    } else {
        1.0
    };
    // A name so like the true one is wrong, whoever the words around it speak of.
    let is_near = party.is_none() && near::is_near_miss(&page.index.claims[claim.0], &page.text(&end.tokens));
    let by_subject = if is_near {
        subject.strength.max(near::SUBJECT)
    } else {
        subject.strength
    };
    Some(Found {
        tokens: end.tokens,
        agreement,
        is_spelling: party.is_some_and(|(_, spelling)| spelling),
        is_never,
        confidence: filled.strength * by_subject * by_year,
        bare: filled.strength,
        by_subject,
        is_of_other: subject.other.is_some(),
        note: None,
        evidence,
    })
}

/// The true holder somewhere near the role's noun or a cue: enough to support.
fn near_role(
    page: &Page<'_, '_>,
    claim: ClaimId,
    body: &RelationClaim,
    frame: &Frame,
    placed: &FxHashSet<Range<usize>>,
    links: &mut Vec<Link>,
) {
    let parties: Vec<EntityId> = page
        .holding(&body.is)
        .flat_map(|entry| &entry.is)
        .filter_map(|party| match party {
            Party::Entity(id) => Some(*id),
            Party::Text(_) => None,
        })
        .collect();
    let named = |reference: &&Reference| {
        matches!(reference.who, Who::Entity(id) if parties.contains(&id))
            && matches!(reference.manner, Manner::Name(_) | Manner::Kin)
    };
    let all = Alive::new(&frame.about, page.hits).or(&frame.kind, page.hits);
    // Names do not overlap.
    let mut placed: Vec<&Range<usize>> = placed.iter().collect();
    placed.sort_unstable_by_key(|placed| placed.start);
    let is_placed = |tokens: &Range<usize>| {
        let from = placed.partition_point(|placed| placed.end <= tokens.start);
        placed.get(from).is_some_and(|placed| placed.start < tokens.end)
    };
    for reference in page.references.all.iter().filter(named) {
        if is_placed(&reference.tokens) {
            continue;
        }
        let sentence = page.document.sentence_of(reference.tokens.start);
        let Some(governor) = page.cues().governor(&all, &reference.tokens) else {
            continue;
        };
        let Some(cue) = governor.tokens else { continue };
        if page.document.sentence_of(cue.start) != sentence {
            continue;
        }
        let subject = page.subject(claim, &cue, &reference.tokens);
        let spelling = reference.manner == Manner::Name(Recognised::Spelling);
        let mut evidence: Vec<(Role, Range<usize>)> = subject
            .tokens
            .into_iter()
            .map(|tokens| (Role::Subject, tokens))
            .collect();
        evidence.push((Role::Cue, cue));
        let found = Found {
            tokens: reference.tokens.clone(),
            agreement: Agreement::Supports,
            is_spelling: spelling,
            is_never: false,
            confidence: NEAR_ROLE * governor.strength * subject.strength,
            bare: NEAR_ROLE * governor.strength,
            by_subject: subject.strength,
            is_of_other: subject.other.is_some(),
            note: None,
            evidence,
        };
        links.extend(finish(page, claim, body, frame, found));
    }
}

fn finish(
    page: &Page<'_, '_>,
    claim: ClaimId,
    body: &RelationClaim,
    frame: &Frame,
    found: Found,
) -> Option<Link> {
    if page.drops(
        claim,
        (found.agreement, found.is_never, 0.0, found.bare),
        found.confidence,
        &|| None,
    ) {
        return None;
    }
    let cues = page.cues();
    let held: Vec<&[Party]> = page.holding(&body.is).map(|entry| entry.is.as_slice()).collect();
    let is_excused = cues.any(&frame.except, &found.tokens).is_some() || {
        let name = Name::remembered(&page.text(&found.tokens));
        frame.wordings.iter().any(|wording| match wording.standing {
            Standing::Also(at) => {
                wording.name.likeness(&name) >= Likeness::Partial
                    && frame
                        .also
                        .get(at)
                        .is_some_and(|scope| cues.applies(scope, &found.tokens))
            }
            Standing::True(_) | Standing::Alias | Standing::Never(_) => false,
        })
    };
    let cue = found
        .evidence
        .iter()
        .find(|(role, _)| *role != Role::Subject)
        .map(|(_, tokens)| tokens.clone());
    Some(Link {
        claim,
        agreement: found.agreement,
        is_spelling: found.is_spelling,
        is_never: found.is_never,
        is_common: false,
        is_loose: false,
        is_name: false,
        is_clock: false,
        is_excused,
        confidence: found.confidence,
        is_unsure: false,
        bare: found.bare,
        by_subject: found.by_subject,
        is_of_other: found.is_of_other,
        is_kin: Kinship::of(&fold(&body.relation)).is_some(),
        mood: super::mood::mood(page.document, &found.tokens, cue.as_ref()),
        is_denial: super::mood::is_denial(page.document, &found.tokens, cue.as_ref()),
        reach: None,
        value: page.text(&found.tokens),
        expected: super::parties(page.claims, held.concat().iter()),
        note: found.note,
        tokens: found.tokens,
        evidence: found.evidence,
    })
}
