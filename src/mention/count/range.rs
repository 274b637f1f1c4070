//! Two numbers as one: "10 to 20", "32 or 33", "between 10 and 20", "10-20".

use super::numeral::{self, Form, Numeral};
use super::reader::Reader;
use super::tail;

/// A range: its upper end, and whether "between" or "from" opened it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Range {
    pub(super) low: f64,
    pub(super) high: f64,
    /// First token, with "between".
    pub(super) start: usize,
    /// The token after the last number.
    pub(super) end: usize,
}

/// Reads on after `first`, which ends at `at` (its unit included, where it has one of its own).
pub(super) fn read(r: &Reader<'_>, first: &Numeral, at: usize, floor: usize, money: bool) -> Option<Range> {
    let opener = r
        .before(first.start)
        .filter(|&before| before >= floor && r.is(before, "between"));
    let second_at = joiner(r, at, opener.is_some())?;
    let second_at = if money {
        past_symbol(r, second_at)
    } else {
        second_at
    };
    let second = numeral::read(r, second_at, money)?;
    if matches!(first.form, Form::Magnitude(_)) || matches!(second.form, Form::Magnitude(_)) {
        return None;
    }
    let low = shared_scale(first, &second);
    let ascends = low < second.value;
    let dash = r.is_dash(r.skip(at));
    let apart = dash && r.is_number(second.end);
    if !ascends || apart {
        return None;
    }
    Some(Range {
        low,
        high: second.value,
        start: opener.unwrap_or(first.start),
        end: second.end,
    })
}

/// The token after the word or dash that joins two numbers.
fn joiner(r: &Reader<'_>, at: usize, between: bool) -> Option<usize> {
    let at = r.skip(at);
    if between {
        return r.any(at, &["and", "to"]).then(|| hedged(r, r.skip(at + 1)));
    }
    let joins = match r.lower(at) {
        "to" | "or" | "~" => true,
        _ => r.is_dash(at) && (r.joined(at) == r.joined_before(at)),
    };
    joins.then(|| hedged(r, r.skip(at + 1)))
}

/// Past a hedge before the second number: "between 2 and about 7".
fn hedged(r: &Reader<'_>, at: usize) -> usize {
    if r.any(
        at,
        &[
            "about",
            "around",
            "~",
            "approximately",
            "nearly",
            "perhaps",
            "even",
        ],
    ) {
        r.skip(at + 1)
    } else {
        at
    }
}

/// Past a currency's symbol.
fn past_symbol(r: &Reader<'_>, at: usize) -> usize {
    tail::find_currency(r, at).map_or(at, |(_, end)| end)
}

/// "10 to 20 million", "two or three hundred": the first number has the scale of the second.
fn shared_scale(first: &Numeral, second: &Numeral) -> f64 {
    let scale = second.scale;
    let shares =
        scale >= 100.0 && first.scale == 1.0 && first.value < second.value / scale && first.value >= 1.0;
    if shares { first.value * scale } else { first.value }
}
