//! One of a unit ("a year", "all day", "a dollar"), and measures of several units ("6 feet 2 inches").

use super::age;
use super::compound;
use super::form::Found;
use super::noun;
use super::reader::Reader;
use super::tail::{self, Tail};
use crate::document::{Tags, TokenKind};
use crate::value::quantity::Quantity;
use crate::value::unit::{Dimension, Measure, Unit, currency};

/// One of a measure: "a year", "an hour and a half", "a kilometre".
pub(super) fn read(r: &Reader<'_>, at: usize, floor: usize) -> Option<Found> {
    if let Some(found) = long(r, at) {
        return Some(found);
    }
    let start = opened(r, at)?;
    if let Some(found) = one_of_money(r, at, start) {
        return Some(found.hedged(r, floor));
    }
    let short = matches!(
        r.lower(start),
        "kg" | "km" | "lb" | "cm" | "mm" | "ml" | "oz" | "ft"
    );
    if !r.tagged(start, Tags::UNIT.or(Tags::TIME_UNIT)) || r.lower(start).len() < 3 && !short {
        return None;
    }
    let (unit, end) = tail::find_measure(r, start, true)?;
    // "$20 a day", "twice a week": a rate. "a second man", "a foot soldier", "a day labourer": no measure.
    let rate = at == floor && floor > r.start;
    let plural = r.lower(start).ends_with('s');
    let other = r.is(start, "second")
        || r.is_dash(end) && r.joined(end)
        || r.kind(end) == Some(TokenKind::Possessive);
    if rate || plural || other || noun_follows(r, end) {
        return None;
    }
    let mut found = Found::new(Quantity::exact(1.0), Some(Unit::Measure(unit)), at, end);
    found.phrase = (start, end);
    if let Some(Tail {
        unit, phrase, end, ..
    }) = age::after(r, start)
    {
        found.unit = Some(unit);
        found.phrase = phrase;
        found.end = end;
    } else {
        sum(r, &mut found, unit);
    }
    Some(found.hedged(r, floor))
}

fn noun_follows(r: &Reader<'_>, at: usize) -> bool {
    let at = r.skip(at);
    r.is_word(at)
        && !r.tagged(
            at,
            noun::CLOSED.or(Tags::RELATIVE).or(Tags::HEDGE).or(Tags::CARDINAL),
        )
        && noun::phrase(r, at, true).is_some_and(|phrase| {
            phrase.head == at && !r.lower(at).ends_with("ed") && !r.lower(at).ends_with("ly")
        })
}

/// "a year-long trial", "the week-long siege".
fn long(r: &Reader<'_>, at: usize) -> Option<Found> {
    let hyphened = r.tagged(at, Tags::TIME_UNIT) && r.joined(at) && r.is_dash(at + 1) && r.is(at + 2, "long");
    if !hyphened || !r.joined(at + 1) || r.lower(at).ends_with('s') {
        return None;
    }
    let unit = Measure::find(r.lower(at))?;
    let mut found = Found::new(Quantity::exact(1.0), Some(Unit::Measure(unit)), at, at + 3);
    found.phrase = (at, at + 1);
    Some(found)
}

/// The token after the words that open one of a unit: "a", "another full", "all".
fn opened(r: &Reader<'_>, at: usize) -> Option<usize> {
    let mut start = r.skip(at + 1);
    match r.lower(at) {
        "a" | "an" | "another" => {
            if r.any(
                start,
                &[
                    "full", "whole", "further", "single", "business", "working", "mere",
                ],
            ) {
                start = r.skip(start + 1);
            }
        }
        "all" | "full" | "whole" => {
            if r.is_dash(start) && r.joined(start) {
                start += 1;
            }
            if !r.tagged(start, Tags::TIME_UNIT) {
                return None;
            }
        }
        _ => return None,
    }
    Some(start)
}

/// "a dollar", "a pound".
fn one_of_money(r: &Reader<'_>, at: usize, start: usize) -> Option<Found> {
    let singular = matches!(
        r.lower(start),
        "dollar"
            | "euro"
            | "pound"
            | "cent"
            | "penny"
            | "rupee"
            | "shekel"
            | "franc"
            | "peso"
            | "rouble"
            | "ruble"
    );
    if !singular || noun_follows(r, start + 1) || r.is(start + 1, "of") || r.is_dash(start + 1) {
        return None;
    }
    let money = currency::find(r.lower(start))?;
    let mut found = Found::new(
        Quantity::exact(money.part),
        Some(Unit::Currency(money.code)),
        at,
        start + 1,
    );
    found.phrase = (start, start + 1);
    super::money::parts(r, &mut found);
    Some(found)
}

/// Adds the smaller units that follow, and says the sum in the smallest of them where that is a whole number: "an hour and
/// a half" are 90 minutes, "two years and three months" 27 months. Lengths and weights stay in their first unit.
pub(super) fn sum(r: &Reader<'_>, found: &mut Found, unit: &'static Measure) {
    let (mut said, mut measure) = (found.quantity, unit);
    if let Some((more, last, end)) = compound::added(r, found.end, unit) {
        said = Quantity {
            grain: last.factor / unit.factor,
            ..Quantity::exact(said.number + more)
        };
        found.phrase = (found.phrase.0, end);
        found.end = end;
        measure = last;
    }
    found.quantity = said;
    if unit.dimension != Dimension::Time || said.min != said.max {
        return;
    }
    if measure == unit && said.number.fract() != 0.0 {
        measure = smaller(unit).unwrap_or(unit);
    }
    let whole = (said.number * unit.factor / measure.factor * 1e6).round() / 1e6;
    if whole.fract() == 0.0 {
        found.quantity = Quantity {
            grain: said.grain * unit.factor / measure.factor,
            ..Quantity::exact(whole)
        };
        found.unit = Some(Unit::Measure(measure));
    }
}

/// The unit of time below, of which a whole number makes one.
fn smaller(unit: &Measure) -> Option<&'static Measure> {
    Measure::find(match unit.symbol {
        "year" => "month",
        "week" => "day",
        "day" => "hour",
        "hour" => "minute",
        "minute" => "second",
        _ => return None,
    })
}
