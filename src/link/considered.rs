//! All that was weighed for one claim, with what explains its fate: how the subject was found, which cue excepts it, which
//! other value stands nearer to its cue, and which words of the sentence could be a cue.

use std::ops::Range;

use super::reference::Manner;
use super::{Link, Page};
use crate::claim::{Body, ClaimId};
use crate::document::{Tags, TokenKind};
use crate::report::{Fate, Role, SubjectManner};

/// How many words are offered as cues.
const OFFERED: usize = 3;
/// A subject of this strength or less stands in the sentence while another of its kind stands nearer.
const BESIDE: f64 = 0.5;
/// Words that no cue is made of.
const FUNCTION: Tags = Tags::FUNCTION
    .or(Tags::CARDINAL)
    .or(Tags::ORDINAL)
    .or(Tags::MONTH)
    .or(Tags::WEEKDAY)
    .or(Tags::TIME_UNIT)
    .or(Tags::RELATIVE)
    .or(Tags::HEDGE)
    .or(Tags::REPORTING)
    .or(Tags::ADVERB);

/// A link with its fate and what explains it.
#[derive(Clone, Debug)]
pub(crate) struct Weighed {
    pub(crate) link: Link,
    pub(crate) fate: Fate,
    pub(crate) needs_cue: bool,
    pub(crate) subject: SubjectManner,
    /// The words that speak of another in the subject's place.
    pub(crate) other: Option<Range<usize>>,
    /// Whether the text leaves out what is counted.
    pub(crate) is_unit_unsaid: bool,
    /// The words in `except` beside which it stands.
    pub(crate) excepted_by: Option<Range<usize>>,
    /// The value that stands nearer to its cue.
    pub(crate) nearer: Option<Range<usize>>,
    /// Words of the sentence that could be a cue, the nearest first.
    pub(crate) words: Vec<String>,
}

/// What was weighed for `claim`, in the order of the text.
pub(super) fn of_claim(page: &Page<'_, '_>, claim: ClaimId, links: Vec<(Link, Fate)>) -> Vec<Weighed> {
    let mut own: Vec<(Link, Fate)> = links
        .into_iter()
        .filter(|(link, _)| link.claim == claim)
        .collect();
    own.sort_by_key(|(link, _)| (link.tokens.start, link.tokens.end));
    let rivals: Vec<Option<Range<usize>>> = own.iter().map(|(link, _)| nearer(&own, link)).collect();
    let frame = &page.index.claims[claim.0];
    let weighed = own.into_iter().zip(rivals).map(|((link, fate), nearer)| Weighed {
        needs_cue: !frame.about.is_empty(),
        subject: subject(page, &link),
        other: page.subject(link.claim, anchor(page, &link), &link.tokens).other,
        is_unit_unsaid: is_unit_unsaid(page, &link),
        excepted_by: page.cues().any(&frame.except, &link.tokens),
        nearer,
        words: words(page, &link),
        link,
        fate,
    });
    weighed.collect()
}

/// How the text speaks of the subject beside a link.
fn subject(page: &Page<'_, '_>, link: &Link) -> SubjectManner {
    let claim = page.claims.claim(link.claim);
    if claim.of.is_empty() {
        return SubjectManner::NotNeeded;
    }
    let found = link.evidence.iter().find(|(role, _)| *role == Role::Subject);
    let anchor = anchor(page, link);
    let Some((_, tokens)) = found else {
        let nobody = page.subject(link.claim, anchor, &link.tokens).strength == 0.0;
        return if nobody {
            SubjectManner::Other
        } else {
            SubjectManner::Unnamed
        };
    };
    let sentence = page.document.sentence_of(link.tokens.start);
    if page.document.sentence_of(tokens.start) != sentence {
        return SubjectManner::Carried;
    }
    let is_kin = matches!(claim.body, Body::Relation(_)) && link.reach.is_none();
    if !is_kin && page.subject(link.claim, anchor, &link.tokens).strength <= BESIDE {
        return SubjectManner::Beside;
    }
    match page.references.over(tokens).map(|reference| reference.manner) {
        Some(Manner::Description) => SubjectManner::Described,
        Some(Manner::Pronoun) => SubjectManner::Pronoun,
        Some(Manner::Kin) => SubjectManner::Kin,
        Some(Manner::Name(_)) | None => SubjectManner::Named,
    }
}

/// The words around which the subject of a link is looked for.
fn anchor<'l>(page: &Page<'_, '_>, link: &'l Link) -> &'l Range<usize> {
    match page.claims.claim(link.claim).body {
        Body::Count(_) => &link.tokens,
        Body::Date(_) | Body::Name(_) | Body::Relation(_) => {
            let cue = link
                .evidence
                .iter()
                .find(|(role, _)| matches!(role, Role::Cue | Role::Relation));
            cue.map_or(&link.tokens, |(_, cue)| cue)
        }
    }
}

/// Whether a claim that counts something is weighed against a number of which the text does not say what it counts.
fn is_unit_unsaid(page: &Page<'_, '_>, link: &Link) -> bool {
    let from = page
        .mentions
        .partition_point(|mention| mention.tokens.start < link.tokens.start);
    let here = page
        .mentions
        .iter()
        .skip(from)
        .take_while(|mention| mention.tokens.start == link.tokens.start);
    let counts = matches!(&page.claims.claim(link.claim).body, Body::Count(body) if !body.unit.is_empty());
    counts
        && here.filter(|mention| mention.tokens == link.tokens).any(
            |mention| matches!(&mention.value, crate::mention::Value::Count(count) if count.unit.is_none()),
        )
}

/// The value nearest to the cue of a link, where that is another.
fn nearer(own: &[(Link, Fate)], link: &Link) -> Option<Range<usize>> {
    let (cue, distance) = link.reach.as_ref()?;
    let rivals = own.iter().filter_map(|(other, _)| {
        let (other_cue, way) = other.reach.as_ref()?;
        (other_cue.start == cue.start && way < distance).then_some((way, &other.tokens))
    });
    rivals
        .min_by_key(|(way, _)| *way)
        .map(|(_, tokens)| tokens.clone())
}

/// Words of the sentence that could be a cue, the nearest first.
fn words(page: &Page<'_, '_>, link: &Link) -> Vec<String> {
    let document = page.document;
    let Some(sentence) = document.sentences().get(document.sentence_of(link.tokens.start)) else {
        return Vec::new();
    };
    let cue = link.reach.as_ref().map_or(0..0, |(cue, _)| cue.clone());
    let tells = |at: &usize| {
        let token = document.tokens()[*at];
        token.kind == TokenKind::Word
            && !token.capital
            && token.range().len() > 3
            && !token.tags.any(FUNCTION)
            && !link.tokens.contains(at)
            && !cue.contains(at)
    };
    let mut found: Vec<(u32, usize)> = sentence
        .tokens
        .clone()
        .filter(tells)
        .map(|at| (page.distances.between(&(at..at + 1), &link.tokens), at))
        .collect();
    found.sort_unstable();
    let mut words: Vec<String> = Vec::new();
    for (_, at) in found {
        let word = document.lower(at).to_owned();
        if !words.contains(&word) {
            words.push(word);
        }
        if words.len() == OFFERED {
            break;
        }
    }
    words
}
