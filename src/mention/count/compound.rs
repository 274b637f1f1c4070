//! Measures of several units: "6 feet 2 inches", "a year and four months", "21h 36m 5s".

use super::noun;
use super::numeral;
use super::reader::Reader;
use super::tail::find_measure;
use crate::value::number;
use crate::value::unit::Measure;

/// What is added to a measure by a smaller one of the same kind after it: "6 feet 2 inches", "a year and four months",
/// "two hours and a half". Gives the sum in units of the first, and the token after it.
pub(super) fn added(
    r: &Reader<'_>,
    at: usize,
    first: &'static Measure,
) -> Option<(f64, &'static Measure, usize)> {
    let mut sum = 0.0;
    let mut last = first;
    let mut end = None;
    let mut at = at;
    loop {
        let mut next = r.skip(at);
        if r.word(next) == "," {
            next = r.skip(next + 1);
        }
        if r.any(next, &["and", "&"]) {
            next = r.skip(next + 1);
        }
        if r.any(next, &["a", "half"]) && next > at {
            let half = if r.is(next, "a") { r.skip(next + 1) } else { next };
            let share = number::denominator(r.lower(half)).filter(|_| r.any(half, &["half", "quarter"]));
            if let Some(parts) = share {
                let after = r.skip(half + 1);
                if !r.is_word(after) || r.tagged(after, noun::CLOSED) {
                    return Some((sum + last.factor / first.factor / parts, last, half + 1));
                }
            }
        }
        let part = numeral::may_begin(r, next)
            .then(|| part_of(r, next, last))
            .flatten();
        match part {
            Some((number, unit, after)) if unit.dimension == first.dimension && unit.factor < last.factor => {
                sum += number * unit.factor / first.factor;
                last = unit;
                end = Some(after);
                at = after;
            }
            _ => return end.map(|end| (sum, last, end)),
        }
    }
}

/// A number with a unit of measure.
fn part_of(r: &Reader<'_>, at: usize, last: &Measure) -> Option<(f64, &'static Measure, usize)> {
    if r.any(at, &["a", "an"]) {
        let (unit, end) = find_measure(r, r.skip(at + 1), true)?;
        return Some((1.0, unit, end));
    }
    let number = numeral::read(r, at, false)?;
    let joined = r.joined_before(number.end);
    let start = if joined { number.end } else { r.skip(number.end) };
    // After feet, "in" is no preposition.
    let inches = r.is(start, "in") && last.symbol == "ft";
    let (unit, end) = clock_letter(r, start, last).or_else(|| find_measure(r, start, !joined && !inches))?;
    Some((number.value, unit, end))
}

/// "21h 36m 5s": after hours the "m" is no metre.
fn clock_letter(r: &Reader<'_>, at: usize, last: &Measure) -> Option<(&'static Measure, usize)> {
    let name = match (last.symbol, r.word(at)) {
        ("hour" | "day", "m") => "minute",
        ("hour" | "minute", "s") => "second",
        _ => return None,
    };
    Measure::find(name).map(|unit| (unit, at + 1))
}
