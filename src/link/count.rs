//! Counts: a number belongs to a claim by what it counts, the cue that governs it, and whom the place speaks of.

use std::ops::Range;

use super::cue::{Alive, Governor};
use super::index::{Frame, FrameUnit, hash};
use super::reference::{Manner, Who};
use super::subject::Subject;
use super::{Link, Page};
use crate::article::BlockKind;
use crate::claim::{Body, ClaimId, CountClaim, Number, Tolerance};
use crate::document::{Document, Tags};
use crate::mention::{Count, Mention, Value};
use crate::report::Role;
use crate::text::is_past;
use crate::value::Agreement;
use crate::value::date::DateValue;
use crate::value::quantity::{Bound, Bounds, Quantity};
use crate::value::unit::{ClaimUnit, Dimension, SaidUnit, Unit, UnitMatch, singular};

/// Without any cue a number is linked by its unit and subject alone: this much of a link.
const NO_CUE: f64 = 0.45;
/// Numbers up to this one are said of so much that only a cue makes one telling.
const SMALL: f64 = 12.0;
/// A small number, or one within mere bounds, supports only where its cue is as near as this.
const SMALL_SUPPORTS: f64 = 0.6;
/// What a small number without a cue is worth.
const SMALL_WITHOUT_CUE: f64 = 0.5;
/// What a small number that contradicts is worth: texts part groups at will ("two of them").
const SMALL_CONTRADICTS: f64 = 0.9;
/// An age this many years off is a wrong one rather than that of another time.
const NEAR_AGE: f64 = 3.0;
/// The place of a cue that speaks of another is no more of the claim's subject than this.
const OWN: f64 = 0.5;
/// An age stands this near behind the name whose it is.
const APPOSED: usize = 3;
/// What an age beside a name is worth without a cue.
const AGE_BESIDE: f64 = 0.8;
/// What a number behind the label of its line is worth, where the label alone says what it counts.
const LABELLED: f64 = 0.92;
/// What a measure right before the words for its subject is worth without a cue: "the 400-metre ship".
const ATTRIBUTE: f64 = 0.8;
/// … with so many words between.
const MODIFIERS: usize = 3;
/// A number of two digits and noughts that is off by no more than this share may be a rounded one.
const ROUND: f64 = 0.05;
/// … where its last digit that is no nought stands for as much.
const HUNDRED: f64 = 100.0;
/// A bare number of this size may be an amount of money.
const MONEY: f64 = 1e5;
/// Nobody errs by more noughts than this.
const NOUGHTS: f64 = 3.5;
/// What a part of a total is worth as a contradiction of the total.
const PART: f64 = 0.6;

/// Appends the links of a count claim.
pub(super) fn link(page: &Page<'_, '_>, claim: ClaimId, body: &CountClaim, links: &mut Vec<Link>) {
    let about = Alive::new(&page.index.claims[claim.0].about, page.hits);
    let units = &page.index.claims[claim.0].units;
    if !units.is_empty() && !units.iter().any(|unit| page.counts.may_have(unit, &about)) {
        return;
    }
    let may_be = page
        .counts
        .all
        .iter()
        .filter(|counted| units.is_empty() || units.iter().any(|unit| counted.may_have(unit)));
    for counted in may_be {
        // A number that counts nothing belongs to a claim by a cue alone.
        if counted.count.unit.is_none() && !units.is_empty() && about.is_nowhere() && !counted.is_labelled() {
            continue;
        }
        links.extend(one(page, claim, body, &about, counted));
    }
}

/// A count of a text, with what tells at a glance that it is none of a claim.
pub(super) struct Counted<'a> {
    mention: &'a Mention,
    count: &'a Count,
    said: SaidUnit<'a>,
    /// The hash of the head noun.
    head: u64,
    /// The hash of the noun before a number in digits, in the singular.
    label: Option<u64>,
    /// Where that noun ends.
    label_end: usize,
}

/// The counts of a text.
pub(super) struct Counts<'a> {
    all: Vec<Counted<'a>>,
    /// The hashes of all nouns that say what is counted, in order.
    nouns: Vec<u64>,
    /// Whether there is a number that counts nothing.
    any_unsaid: bool,
}

impl Counts<'_> {
    /// Whether any of them may count what a claim counts, by a glance at all of them.
    fn may_have(&self, unit: &FrameUnit, about: &Alive<'_>) -> bool {
        let is_noun = matches!(unit.unit, ClaimUnit::Noun(_));
        !is_noun
            || self.any_unsaid && !unit.is_singular && !about.is_nowhere()
            || unit
                .words
                .iter()
                .any(|word| self.nouns.binary_search(word).is_ok())
    }
}

/// The counts among the mentions of a text.
pub(super) fn counted<'a>(document: &'a Document<'_>, mentions: &'a [Mention]) -> Counts<'a> {
    let counts = mentions.iter().filter_map(|mention| match &mention.value {
        Value::Count(count) => {
            let phrase = count.unit_span.of(document.text());
            let said = SaidUnit::new(count.unit.as_ref(), phrase);
            let label_end = label_end(document, mention.tokens.start, count);
            let is_number = || {
                let first = document.tokens().get(mention.tokens.start);
                first.is_some_and(|token| token.is_number())
            };
            let label = label_end.checked_sub(1).filter(|_| is_number());
            Some(Counted {
                mention,
                count,
                head: hash(said.head()),
                said,
                label: label.map(|at| hash(&singular(document.lower(at)))),
                label_end,
            })
        }
        Value::Date(_) | Value::Name(_) | Value::Relation(_) => None,
    });
    let all: Vec<Counted<'_>> = counts.collect();
    let mut nouns: Vec<u64> = all
        .iter()
        .flat_map(|counted| std::iter::once(counted.head).chain(counted.label))
        .collect();
    nouns.sort_unstable();
    nouns.dedup();
    Counts {
        any_unsaid: all.iter().any(|counted| counted.count.unit.is_none()),
        nouns,
        all,
    }
}

impl Counted<'_> {
    /// Whether it may count what a claim counts.
    fn may_have(&self, unit: &FrameUnit) -> bool {
        if let (Some(label), Some(last)) = (self.label, unit.words.last())
            && label == *last
        {
            return true;
        }
        match (&unit.unit, &self.count.unit) {
            (
                ClaimUnit::Noun(_),
                Some(Unit::Noun(_) | Unit::Label(_) | Unit::Ordinal(Some(_)) | Unit::Measure(_)),
            ) => unit.words.contains(&self.head),
            (ClaimUnit::Noun(_), Some(_)) => false,
            (_, Some(_)) => true,
            (_, None) => is_of_number(unit, self.count),
        }
    }

    /// Whether a noun before the number may say what it counts.
    fn is_labelled(&self) -> bool {
        self.label.is_some()
    }
}

/// Where the noun before a number ends: before "of" in "a crew of 24", before the mark in "Deaths: 97" and "| Deaths | 97 |".
fn label_end(document: &Document<'_>, start: usize, count: &Count) -> usize {
    let of = start
        .checked_sub(1)
        .filter(|&of| count.unit.is_none() && document.lower(of) == "of");
    let noun_end = of.unwrap_or(start);
    let is_mark = |at: usize| {
        let is_row = || {
            let sentence = document.sentences().get(document.sentence_of(at));
            sentence.is_some_and(|sentence| document.block(sentence).kind == BlockKind::Row)
        };
        matches!(document.word(at), ":" | "|") || document.word(at) == "\n" && is_row()
    };
    noun_end - usize::from(noun_end.checked_sub(1).is_some_and(is_mark))
}

fn one(
    page: &Page<'_, '_>,
    claim: ClaimId,
    body: &CountClaim,
    about: &Alive<'_>,
    counted: &Counted<'_>,
) -> Option<Link> {
    let frame = &page.index.claims[claim.0];
    let (mention, count) = (counted.mention, counted.count);
    let (unit, mut by_unit) = unit(page, &frame.units, counted)?;
    let quantity = converted(count, unit);
    let truths = || page.holding(&body.is).filter_map(|entry| truth(page, &entry.is));
    let best = truths()
        .map(|truth| {
            (
                quantity.agreement(truth.bounds, tolerance(body, truth.bounds)),
                truth,
            )
        })
        .min_by_key(|(agreement, _)| *agreement)?;
    let (mut agreement, truth) = best;

    let cues = page.cues();
    let is_age = matches!(count.unit, Some(Unit::Age(_)));
    let governor = cues
        .governor(about, &mention.tokens)
        .filter(|governor| !is_age || is_of_age(page, claim, mention, governor));
    let is_labelled = governor.as_ref().is_some_and(|governor| governor.is_label);
    if is_labelled && count.unit.is_none() {
        by_unit = by_unit.max(LABELLED);
    }
    // A number that counts nothing belongs to a claim by a cue alone.
    if count.unit.is_none()
        && by_unit < 1.0
        && governor.as_ref().is_none_or(|governor| governor.tokens.is_none())
    {
        return None;
    }
    let anchor = governor.as_ref().and_then(|governor| governor.tokens.clone());
    // Bounds admit so many numbers that to lie within them is no sign of a link.
    let is_bound = truth.bounds.min != truth.bounds.max;
    let small = is_bound || quantity.number.abs() <= SMALL && !matches!(count.unit, Some(Unit::Age(_)));
    // "Kim Roe, 48": an age beside a name needs no cue, where it is nearly the true one.
    let subject = || {
        let apposed = matches!(count.unit, Some(Unit::Age(_)))
            .then(|| apposed(page, frame, mention))
            .flatten();
        apposed.unwrap_or_else(|| page.subject(claim, &mention.tokens, &mention.tokens))
    };
    let is_apposed_age = is_age
        && (quantity.number - truth.bounds.min).abs() <= NEAR_AGE
        && subject().tokens.is_some_and(|tokens| {
            tokens.end <= mention.tokens.start && mention.tokens.start - tokens.end <= APPOSED
        });
    let by_cue = match &governor {
        Some(governor) if is_apposed_age => governor.strength.max(AGE_BESIDE),
        Some(governor) if governor.strength >= ATTRIBUTE => governor.strength,
        None if is_apposed_age => AGE_BESIDE,
        _ if is_attribute(page, frame, mention, count) => ATTRIBUTE,
        None if is_unit_label(page, &frame.units, counted) => LABELLED,
        Some(governor) => governor.strength,
        None if small => NO_CUE * SMALL_WITHOUT_CUE,
        None => NO_CUE,
    };
    let is_number = |bounds: Bounds| {
        bounds.min == bounds.max && (quantity.number - bounds.min).abs() <= 1e-6 * bounds.min.abs().max(1.0)
    };
    let is_never = !page.is_before(claim)
        && !truths().any(|truth| is_number(truth.bounds))
        && body
            .never
            .iter()
            .zip(&frame.never)
            .any(|(never, scope)| is_number(never.value) && cues.applies(scope, &mention.tokens));
    if is_never {
        agreement = Agreement::Contradicts;
    }
    if agreement != Agreement::Contradicts && small && by_cue < SMALL_SUPPORTS {
        return None;
    }
    // A part of a total does not take the total's cue.
    let reach = || {
        let reach = governor.as_ref().and_then(Governor::reach);
        reach.filter(|_| count.part_of.is_none())
    };
    let telling = if small { 0.0 } else { by_unit * by_cue };
    let weighed = (agreement, is_never, telling, by_unit * by_cue);
    if page.drops(claim, weighed, by_unit * by_cue, &reach) {
        return None;
    }
    let subject = subject();
    let mut confidence = by_unit * by_cue * subject.strength;
    if agreement == Agreement::Contradicts && !is_never {
        confidence *= if small { SMALL_CONTRADICTS } else { 1.0 };
        let is_one_of = quantity.number == 1.0 && page.document.lower(mention.tokens.start) == "one";
        // "36 of the 97 aboard were killed": whoever was killed is the part, not the whole.
        let is_acted = anchor
            .as_ref()
            .is_some_and(|cue| cue.start > mention.tokens.end && is_past(page.document.lower(cue.end - 1)));
        let is_part = count.part_of.is_some() && !is_acted || is_whole(page, mention) && is_acted;
        confidence *= if is_part || is_one_of { PART } else { 1.0 };
        confidence *=
            if matches!(quantity.bound, Bound::Magnitude) || is_offset(page, mention, anchor.as_ref()) {
                PART
            } else {
                1.0
            };
        // Ages and numbers that only order things are wrong by any amount.
        let is_order = matches!(
            count.unit,
            None | Some(Unit::Age(_) | Unit::Ordinal(_) | Unit::Label(_))
        ) && (frame.units.iter().any(|unit| unit.is_singular) || count.unit.is_some());
        if !is_order {
            confidence *= plausibility(&quantity, truth.bounds);
        }
        confidence *= page.by_year(&mention.tokens);
    }
    if page.drops(claim, weighed, confidence, &reach) {
        return None;
    }
    // "at least 164,000" is the 164,000 that may stand there.
    let aside = |bounds: Bounds| is_number(bounds) || quantity.agreement(bounds, 0.0) == Agreement::Supports;
    let is_also = body
        .also
        .iter()
        .zip(&frame.also)
        .any(|(also, scope)| aside(also.value) && cues.applies(scope, &mention.tokens));
    let distance = governor
        .as_ref()
        .map(|governor| governor.distance)
        .filter(|_| is_never);
    let is_excepted = cues.excepts(&frame.except, &mention.tokens, distance) && !is_whole(page, mention);
    let mut evidence = Vec::new();
    evidence.extend(subject.tokens.map(|tokens| (Role::Subject, tokens)));
    evidence.extend(anchor.clone().map(|tokens| (Role::Cue, tokens)));
    Some(Link {
        claim,
        tokens: mention.tokens.clone(),
        agreement,
        is_spelling: false,
        is_never,
        is_common: small,
        is_loose: matches!(
            quantity.bound,
            Bound::AtLeast | Bound::AtMost | Bound::MoreThan | Bound::LessThan
        ),
        is_name: false,
        is_clock: false,
        is_excused: is_also || is_excepted,
        confidence,
        is_unsure: is_rounded(&quantity, truth.bounds)
            || is_part_of_sum(page, body, &quantity)
            || page.is_before(claim)
            || governor.as_ref().is_some_and(|governor| governor.is_elsewhere),
        bare: by_unit * by_cue,
        by_subject: subject.strength,
        is_of_other: subject.other.is_some(),
        is_kin: false,
        mood: super::mood::mood(page.document, &mention.tokens, anchor.as_ref()),
        is_denial: super::mood::is_denial(page.document, &mention.tokens, anchor.as_ref()),
        reach: reach(),
        value: page.text(&mention.tokens),
        expected: truth.text(body),
        note: None,
        evidence,
    })
}

/// Whose an age is that stands in apposition to a name: "Kim Roe, a 29-year-old from Leeds", "Kim Roe (29)".
fn apposed(page: &Page<'_, '_>, frame: &Frame, mention: &Mention) -> Option<Subject> {
    let mut at = mention.tokens.start.checked_sub(1)?;
    while page.document.tags(at).any(Tags::DETERMINER) || matches!(page.document.lower(at), "now" | "aged") {
        at = at.checked_sub(1)?;
    }
    let opens = matches!(page.document.word(at), "," | "(");
    let name = page
        .references
        .over(&(at.checked_sub(1)?..at))
        .filter(|_| opens)?;
    let is_own = match name.who {
        Who::Entity(id) => frame.of.contains(&id),
        Who::Person(_) => false,
        Who::Other(_) => return None,
    };
    matches!(name.manner, Manner::Name(_)).then(|| Subject::apposed(is_own, name.tokens.clone()))
}

/// Whether a cue tells at what time an age was that of the claim's subject: no word of the age itself does, nor what another
/// did then ("her mother died when she was ten").
fn is_of_age(page: &Page<'_, '_>, claim: ClaimId, mention: &Mention, governor: &Governor) -> bool {
    governor.tokens.as_ref().is_none_or(|cue| {
        let is_apart = cue.end <= mention.tokens.start || mention.tokens.end <= cue.start;
        let is_verb = is_past(page.document.lower(cue.start));
        is_apart && (!is_verb || page.subject(claim, cue, &mention.tokens).strength > OWN)
    })
}

/// Whether a measure stands before the words for the claim's subject: "a 400-metre container ship".
fn is_attribute(page: &Page<'_, '_>, frame: &Frame, mention: &Mention, count: &Count) -> bool {
    let end = mention.tokens.end;
    let is_measure =
        matches!(count.unit, Some(Unit::Measure(measure)) if measure.dimension != Dimension::Time);
    is_measure
        && (end..=end + MODIFIERS).any(|at| {
            let reference = page.references.over(&(at..at + 1));
            reference.is_some_and(|reference| {
                reference.tokens.start == at
                    && matches!(reference.who, Who::Entity(id) if frame.of.contains(&id))
            })
        })
        && !(end..end + MODIFIERS)
            .take_while(|&at| page.references.over(&(at..at + 1)).is_none())
            .any(|at| {
                let token = page.document.tokens().get(at);
                token.is_none_or(|token| !token.is_word() || token.tags.any(Tags::FUNCTION))
            })
}

/// Whether the label of a line is what a claim counts: "Crew: 24".
fn is_unit_label(page: &Page<'_, '_>, units: &[FrameUnit], counted: &Counted<'_>) -> bool {
    let before = counted.mention.tokens.start.checked_sub(1);
    counted.count.unit.is_none()
        && before.is_some_and(|mark| matches!(page.document.word(mark), ":" | "|"))
        && units.iter().any(|unit| is_label(page, unit, counted))
}

/// Whether a number is the whole of which one beside it is a part: "36 of the 97", "of the 97, 36".
fn is_whole(page: &Page<'_, '_>, mention: &Mention) -> bool {
    let all = &page.counts.all;
    let at = all.partition_point(|counted| counted.mention.tokens.start < mention.tokens.start);
    let beside = all
        .get(at.saturating_sub(1)..(at + 2).min(all.len()))
        .unwrap_or_default();
    beside.iter().any(|counted| {
        counted
            .count
            .part_of
            .is_some_and(|whole| whole.start == mention.span.start)
    })
}

/// Whether a number is the truth of one of the parts that a claim is the sum of.
fn is_part_of_sum(page: &Page<'_, '_>, body: &CountClaim, quantity: &Quantity) -> bool {
    body.sum_of
        .iter()
        .any(|&part| match &page.claims.claim(part).body {
            Body::Count(part) => part
                .is
                .iter()
                .filter_map(|entry| truth(page, &entry.is))
                .any(|truth| truth.bounds.min == quantity.number && truth.bounds.max == quantity.number),
            Body::Date(_) | Body::Name(_) | Body::Relation(_) => false,
        })
}

/// Whether a bare number is the truth in rounder figures: "220,000" of 220,940 says another number, but may mean the same.
fn is_rounded(quantity: &Quantity, truth: Bounds) -> bool {
    let off = (quantity.number - truth.min).abs();
    quantity.bound == Bound::Exact && truth.min == truth.max && off <= ROUND * truth.min.abs() && {
        let round = 10_f64.powf(quantity.number.abs().log10().floor() - 1.0);
        round >= HUNDRED && (quantity.number / round).fract() == 0.0 && off <= round
    }
}

/// Whether a count tells how far off something lies from what its cue names: "four hours after she had sunk".
fn is_offset(page: &Page<'_, '_>, mention: &Mention, cue: Option<&Range<usize>>) -> bool {
    let next = mention.tokens.end;
    matches!(page.document.lower(next), "after" | "before" | "since" | "from")
        && cue.is_some_and(|cue| cue.start > next)
}

/// How plausible it is that a number is a wrong one for the truth, rather than one for something else.
///
/// Wrong figures lie near the true one (transposed or outdated ones), or miss it by a power of ten.
fn plausibility(quantity: &Quantity, truth: Bounds) -> f64 {
    let said = quantity.number.abs();
    let near = truth.min.abs().clamp(f64::MIN_POSITIVE, f64::MAX);
    let far = truth.max.abs().clamp(f64::MIN_POSITIVE, f64::MAX);
    let ratio = if said < near {
        near / said.max(f64::MIN_POSITIVE)
    } else {
        said / far
    };
    let power = ratio.log10();
    let by_ten = power > 0.9 && power < NOUGHTS && (power - power.round()).abs() < 0.01;
    match ratio {
        // "about 2,100" of 2,224: the hedge may cover it.
        ratio if quantity.bound == Bound::About && ratio <= 1.15 => 0.75,
        ratio if ratio <= 2.5 || by_ten => 1.0,
        ratio if ratio <= 5.0 => 0.9,
        _ => 0.6,
    }
}

/// A true number, worked out for the article's date.
struct Truth {
    bounds: Bounds,
}

impl Truth {
    fn text(&self, body: &CountClaim) -> String {
        let unit = body.unit.first().map_or(String::new(), |unit| format!(" {unit}"));
        let Bounds { min, max } = self.bounds;
        if min == max {
            format!("{}{unit}", number(min))
        } else if max.is_infinite() {
            format!("at least {}{unit}", number(min))
        } else if min.is_infinite() {
            format!("at most {}{unit}", number(max))
        } else {
            format!("{} to {}{unit}", number(min), number(max))
        }
    }
}

/// Digits with thousands parted by commas, as the press writes them.
fn number(value: f64) -> String {
    let plain = format!("{value}");
    let (whole, rest) = plain
        .split_once('.')
        .map_or((plain.as_str(), None), |(whole, rest)| (whole, Some(rest)));
    let (sign, digits) = whole
        .strip_prefix('-')
        .map_or(("", whole), |digits| ("-", digits));
    let mut grouped = String::from(sign);
    for (at, digit) in digits.char_indices() {
        if at > 0 && (digits.len() - at) % 3 == 0 && digits.len() > 4 {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    if let Some(rest) = rest {
        grouped.push('.');
        grouped.push_str(rest);
    }
    grouped
}

fn truth(page: &Page<'_, '_>, number: &Number) -> Option<Truth> {
    match number {
        Number::Within(bounds) => Some(Truth { bounds: *bounds }),
        Number::DaysSince(from) => {
            let days = DateValue::days_between(from, &DateValue::day(page.published?))? as f64;
            Some(Truth {
                bounds: Bounds { min: days, max: days },
            })
        }
    }
}

fn tolerance(body: &CountClaim, truth: Bounds) -> f64 {
    match body.tolerance {
        None => 0.0,
        Some(Tolerance::Absolute(off)) => off,
        Some(Tolerance::Share(share)) => share * truth.min.abs().max(truth.max.abs()).min(f64::MAX),
    }
}

/// The unit of the claim that the count has, and how surely.
fn unit<'u>(
    page: &Page<'_, '_>,
    units: &'u [FrameUnit],
    counted: &Counted<'_>,
) -> Option<(Option<&'u ClaimUnit>, f64)> {
    if units.is_empty() {
        return Some((None, 0.8));
    }
    let count = counted.count;
    if let Some(unit) = units.iter().find(|unit| is_label(page, unit, counted)) {
        return Some((Some(&unit.unit), 1.0));
    }
    let best = units
        .iter()
        .filter(|unit| is_of_number(unit, count))
        .filter_map(|unit| {
            Some((
                unit.unit.matches_said(count.unit.as_ref(), &counted.said)?,
                &unit.unit,
            ))
        })
        .min_by_key(|&(how, _)| how)?;
    let strength = match best.0 {
        UnitMatch::Same => 1.0,
        UnitMatch::Converts => 0.97,
        UnitMatch::Head => 0.93,
        UnitMatch::Unsaid if matches!(best.1, ClaimUnit::Currency(_)) => 0.85,
        UnitMatch::Unsaid => 0.7,
    };
    Some((Some(best.1), strength))
}

/// Whether the noun of a claim stands before the number: "port 6379", "a crew of 24".
fn is_label(page: &Page<'_, '_>, unit: &FrameUnit, counted: &Counted<'_>) -> bool {
    let ClaimUnit::Noun(words) = &unit.unit else {
        return false;
    };
    let Some(start) = counted.label_end.checked_sub(words.len()) else {
        return false;
    };
    let said = start..counted.label_end;
    counted
        .label
        .is_some_and(|label| unit.words.last() == Some(&label))
        && said
            .zip(words)
            .all(|(at, word)| singular(page.document.lower(at)) == *word)
}

/// Whether a count has the number of a claim's noun: a singular noun (`phase`, `port`) is ordered or labelled, a plural one
/// is counted.
fn is_of_number(unit: &FrameUnit, count: &Count) -> bool {
    match &count.unit {
        Some(Unit::Ordinal(_) | Unit::Label(_)) => unit.is_singular,
        Some(Unit::Noun(_)) => !unit.is_singular || count.quantity.number == 1.0,
        Some(Unit::Measure(_) | Unit::Currency(_) | Unit::Percent | Unit::Age(_) | Unit::Times) => true,
        None => match unit.unit {
            ClaimUnit::Noun(_) => !unit.is_singular,
            // "an order book of 1.4bn"
            ClaimUnit::Currency(_) => count.quantity.number.abs() >= MONEY,
            _ => false,
        },
    }
}

/// The quantity in the unit of the claim.
fn converted(count: &Count, unit: Option<&ClaimUnit>) -> Quantity {
    match (unit, &count.unit) {
        (Some(ClaimUnit::Measure(to)), Some(from)) => from
            .convert(&count.quantity, &Unit::Measure(to))
            .unwrap_or(count.quantity),
        _ => count.quantity,
    }
}
