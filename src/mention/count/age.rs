//! Ages: "29-year-old", "aged 29", "29 years old", "three years of age", "Name, 29,", "Name (63, ...)".

use super::reader::Reader;
use super::tail::Tail;
use crate::document::{Tags, TokenKind};
use crate::value::unit::{Measure, Unit};

/// No one is older.
const OLDEST: f64 = 120.0;

/// An age after its number: "-year-old", "years old", "months of age", "yo".
pub(super) fn after(r: &Reader<'_>, at: usize) -> Option<Tail> {
    let start = hop(r, at);
    let word = r.lower(start);
    if matches!(word, "yo" | "yrold" | "y.o") {
        return tail(r, "year", start, start + 1);
    }
    let unit = unit_of_time(word)?;
    let next = hop(r, start + 1);
    if r.any(next, &["old", "olds"]) {
        return tail(r, unit, start, next + 1);
    }
    r.words(next, &["of", "age"])
        .and_then(|end| tail(r, unit, start, end))
}

/// The token at `at`, past a hyphen or a line break.
fn hop(r: &Reader<'_>, at: usize) -> usize {
    let at = r.skip(at);
    if r.is_dash(at) { r.skip(at + 1) } else { at }
}

fn unit_of_time(word: &str) -> Option<&'static str> {
    Some(match word {
        "year" | "years" | "yr" | "yrs" => "year",
        "month" | "months" => "month",
        "week" | "weeks" => "week",
        "day" | "days" => "day",
        _ => return None,
    })
}

fn tail(_: &Reader<'_>, unit: &str, start: usize, end: usize) -> Option<Tail> {
    Some(Tail {
        unit: years(unit)?,
        factor: 1.0,
        phrase: (start, end),
        end,
    })
}

/// An age in this unit of time.
pub(super) fn years(unit: &str) -> Option<Unit> {
    Measure::find(unit).map(Unit::Age)
}

/// The words that say that a number from `start` to `end` is an age, without a unit after it: "aged 29", "age 29", "at the
/// age of two", "Name, 29,", "Name (63)". Gives the first token of the mention.
pub(super) fn before(r: &Reader<'_>, start: usize, end: usize, number: f64) -> Option<usize> {
    if !(0.0..=OLDEST).contains(&number) {
        return None;
    }
    let last = r.before(start)?;
    if r.any(last, &["aged", "age"]) {
        return Some(last);
    }
    if r.is(last, "of") {
        let age = r.before(last).filter(|&age| r.any(age, &["age", "ages"]))?;
        return Some(start.min(age + 2));
    }
    apposition(r, start, end, last, number).then_some(start)
}

/// A number between commas or in brackets after a name.
fn apposition(r: &Reader<'_>, start: usize, end: usize, last: usize, number: f64) -> bool {
    let plain = r.is_number(start) && end == start + 1 && number.fract() == 0.0 && number >= 1.0;
    let bracket = r.word(last) == "(";
    if !plain || !(bracket || r.word(last) == ",") {
        return false;
    }
    let Some(name) = r.before(last) else { return false };
    let tags = Tags::MONTH
        .or(Tags::WEEKDAY)
        .or(Tags::PREPOSITION)
        .or(Tags::LABEL)
        .or(Tags::DETERMINER)
        .or(Tags::CONJUNCTION)
        .or(Tags::ADVERB);
    let is_name = r.capital(name) && !r.tagged(name, tags) && r.lower(name).len() > 1;
    let follows = r.skip(end);
    let closed = if bracket {
        matches!(r.word(follows), ")" | "," | ";")
    } else {
        matches!(r.word(follows), "," | ";" | ")") && !r.is_number(follows + 1)
            || matches!(r.kind(follows), Some(TokenKind::Stop) | None)
            || matches!(r.lower(follows), "and" | "who" | "from" | "was" | "is")
            || r.is(follows, "of") && r.capital(r.skip(follows + 1))
    };
    // A name before a comma has two words, or is no other kind of list: "In Rome, 29, ..." is rare enough.
    is_name && closed && (bracket || number >= 5.0)
}
