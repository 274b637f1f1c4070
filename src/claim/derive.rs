//! Values that follow from other claims: sums, days between two dates, days since a date.

use super::mistake::{Mistake, Mistakes, Problem};
use super::model::{Body, Claim, ClaimId, Entry, Number, Place};
use super::ring;
use super::tables::Draft;
use crate::value::date::{DateValue, Days};
use crate::value::quantity::Bounds;

/// How a count follows from other claims.
#[derive(Clone, Debug)]
pub(super) struct Derivation {
    rule: Rule,
    of: Vec<ClaimId>,
    place: Place,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Rule {
    Sum,
    Between {
        inclusive: bool,
    },
    Since,
    /// It has a mistake that was noted already.
    Broken,
}

impl Rule {
    const fn key(self) -> &'static str {
        match self {
            Self::Sum => "sum_of",
            Self::Between { .. } => "days_between",
            Self::Since | Self::Broken => "days_since",
        }
    }
}

impl Derivation {
    pub(super) const fn sum(of: Vec<ClaimId>, place: Place) -> Self {
        let rule = Rule::Sum;
        Self { rule, of, place }
    }

    pub(super) const fn between(of: Vec<ClaimId>, inclusive: bool, place: Place) -> Self {
        let rule = Rule::Between { inclusive };
        Self { rule, of, place }
    }

    pub(super) const fn since(of: Vec<ClaimId>, place: Place) -> Self {
        let rule = Rule::Since;
        Self { rule, of, place }
    }

    pub(super) const fn broken(place: Place) -> Self {
        Self {
            rule: Rule::Broken,
            of: Vec::new(),
            place,
        }
    }

    /// Whether it counts days, whatever the sheet calls them.
    pub(super) fn counts_days(&self) -> bool {
        self.rule != Rule::Sum
    }

    /// The claims of which it is the sum.
    pub(super) fn parts(&self) -> Vec<ClaimId> {
        match self.rule {
            Rule::Sum => self.of.clone(),
            Rule::Between { .. } | Rule::Since | Rule::Broken => Vec::new(),
        }
    }
}

/// Works out every derived value. A claim that could not be compiled stays `None`, so that ids keep their numbers.
pub(super) fn derive(drafts: Vec<Option<Draft>>, mistakes: &Mistakes) -> Vec<Option<Claim>> {
    let order = order(&drafts, mistakes);
    let mut derivations = Vec::with_capacity(drafts.len());
    let mut claims = Vec::with_capacity(drafts.len());
    for draft in drafts {
        let (claim, derivation) = draft.map_or((None, None), |draft| (Some(draft.claim), draft.derivation));
        claims.push(claim);
        derivations.push(derivation);
    }
    for index in order {
        if let Some(Some(derivation)) = derivations.get(index)
            && let Some(derived) = value(derivation, &claims, mistakes)
            && let Some(Some(claim)) = claims.get_mut(index)
        {
            apply(claim, derivation, derived, mistakes);
        }
    }
    claims
}

/// Claims after all those from which they derive; those on a ring are noted.
fn order(drafts: &[Option<Draft>], mistakes: &Mistakes) -> Vec<usize> {
    let draft = |index: usize| drafts.get(index).and_then(Option::as_ref);
    let parents = |index: usize| {
        let derivation = draft(index).and_then(|draft| draft.derivation.as_ref());
        derivation.map_or(Vec::new(), |it| it.of.iter().map(|parent| parent.0).collect())
    };
    ring::order(drafts.len(), parents, |ring| {
        let Some(first) = ring.first().and_then(|index| draft(*index)) else {
            return;
        };
        let ids = ring.iter().chain(ring.first());
        let path = ids
            .filter_map(|index| Some(draft(*index)?.claim.id.clone()))
            .collect();
        let derivation = first.derivation.as_ref();
        let place = derivation.map_or(first.claim.place, |derivation| derivation.place);
        mistakes.add(Problem::Cycle { path }, place);
    })
}

/// The number that a derivation gives; `None` where it cannot be worked out, which is then noted.
fn value(derivation: &Derivation, claims: &[Option<Claim>], mistakes: &Mistakes) -> Option<Number> {
    let key = derivation.rule.key();
    let cannot = |claim: &str, why: &'static str| {
        let claim = claim.to_owned();
        mistakes.add(Problem::Underivable { key, claim, why }, derivation.place);
    };
    let claim = |id: &ClaimId| claims.get(id.0).and_then(Option::as_ref);
    let date = |id: &ClaimId| -> Option<DateValue> {
        let claim = claim(id)?;
        match &claim.body {
            Body::Date(date) => match date.is.as_slice() {
                [entry] => Some(entry.is.clone()),
                [] => None,
                _ => {
                    cannot(&claim.id, "name a date claim that has one value and no timeline");
                    None
                }
            },
            Body::Count(_) | Body::Name(_) | Body::Relation(_) => {
                cannot(&claim.id, "name a date claim");
                None
            }
        }
    };
    match (derivation.rule, derivation.of.as_slice()) {
        // What names too few claims, or none that exists, was noted when it was read.
        (Rule::Broken, _) | (Rule::Sum, []) => None,
        (Rule::Sum, parts) => {
            let mut sum = Bounds { min: 0.0, max: 0.0 };
            for part in parts {
                let part = claim(part)?;
                let bounds = number_of(part);
                match bounds {
                    Ok(Some(bounds)) => {
                        sum.min += bounds.min;
                        sum.max += bounds.max;
                    }
                    Ok(None) => return None,
                    Err(why) => {
                        cannot(&part.id, why);
                        return None;
                    }
                }
            }
            Some(Number::Within(sum))
        }
        (Rule::Between { inclusive }, [from, until]) => {
            let (first, last) = (date(from)?, date(until)?);
            let days = days_between(&first, &last, inclusive);
            if days.is_none() {
                let id = claim(from).map_or("", |claim| claim.id.as_str());
                cannot(id, "name two date claims that are days, the earlier one first");
            }
            Some(Number::Within(days?))
        }
        (Rule::Since, [from]) => Some(Number::DaysSince(date(from)?)),
        (Rule::Between { .. } | Rule::Since, _) => None,
    }
}

/// The one number of a count claim; `Ok(None)` where a mistake was noted already.
fn number_of(claim: &Claim) -> Result<Option<Bounds>, &'static str> {
    let Body::Count(count) = &claim.body else {
        return Err("a sum is made of count claims");
    };
    match count.is.as_slice() {
        [
            Entry {
                is: Number::Within(bounds),
                ..
            },
        ] => Ok(Some(*bounds)),
        [] => Ok(None),
        _ => Err("a part of a sum has one value: no timeline and no running count"),
    }
}

/// The days from one date to another, both of known days.
fn days_between(from: &DateValue, until: &DateValue, inclusive: bool) -> Option<Bounds> {
    let (first, last) = (span(from)?, span(until)?);
    let days = |from: jiff::civil::Date, until: jiff::civil::Date| f64::from((until - from).get_days());
    let one = if inclusive { 1.0 } else { 0.0 };
    let bounds = Bounds {
        min: days(first.1, last.0) + one,
        max: days(first.0, last.1) + one,
    };
    (bounds.max >= 0.0).then_some(bounds)
}

fn span(value: &DateValue) -> Option<(jiff::civil::Date, jiff::civil::Date)> {
    match value.readings.as_slice() {
        [reading] => match reading.days {
            Days::Between { first, last } => Some((first, last)),
            Days::Any | Days::Recurring { .. } => None,
        },
        _ => None,
    }
}

/// Gives the claim its derived value, or holds its own against it.
fn apply(claim: &mut Claim, derivation: &Derivation, derived: Number, mistakes: &Mistakes) {
    let Body::Count(count) = &mut claim.body else {
        return;
    };
    let Some(stated) = count.is.first() else {
        count.is.push(Entry {
            from: None,
            until: None,
            is: derived,
            place: derivation.place,
        });
        return;
    };
    if let (Number::Within(stated_bounds), Number::Within(bounds)) = (&stated.is, &derived)
        && (stated_bounds.max < bounds.min || stated_bounds.min > bounds.max)
    {
        let problem = Problem::Derivation {
            key: derivation.rule.key(),
            derived: words(*bounds),
            stated: words(*stated_bounds),
            help: mend(derivation.rule, *stated_bounds, *bounds),
        };
        mistakes.push(Mistake::new(problem, stated.place).with(derivation.place, "gives another number"));
    }
}

fn mend(rule: Rule, stated: Bounds, derived: Bounds) -> String {
    let off_by_one = derived.min + 1.0 == stated.min && derived.max + 1.0 == stated.max;
    match rule {
        Rule::Between { inclusive: false } if off_by_one => {
            "add `inclusive = true` if both ends count".to_owned()
        }
        Rule::Sum => format!(
            "the parts add up to {}: correct a part or the total",
            words(derived)
        ),
        Rule::Between { .. } | Rule::Since | Rule::Broken => {
            format!(
                "there are {} days between the two: correct a date or the number",
                words(derived)
            )
        }
    }
}

/// Bounds in words.
pub(super) fn words(bounds: Bounds) -> String {
    match (bounds.min.is_finite(), bounds.max.is_finite()) {
        _ if bounds.min == bounds.max => bounds.min.to_string(),
        (true, true) => format!("{} to {}", bounds.min, bounds.max),
        (true, false) => format!("{} or more", bounds.min),
        (false, true) => format!("{} or less", bounds.max),
        (false, false) => "any number".to_owned(),
    }
}
