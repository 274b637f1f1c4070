//! Numbers in the notation of science and of sport: "5.97 × 10^24", "2.3 ± 0.4", 5′7″, "in 2:03:59".

use super::digits;
use super::form::Found;
use super::numeral::{self, Numeral};
use super::reader::Reader;
use crate::value::quantity::Quantity;
use crate::value::unit::{Measure, Unit};

/// A power of ten after its factor: "× 10^24", "x 10⁻¹⁹", "×10-19"; its size and the token after it.
pub(super) fn power(r: &Reader<'_>, at: usize) -> Option<(f64, usize)> {
    let next = r.skip(at);
    match r.lower(next) {
        "×" | "·" | "⋅" | "x" => ten(r, r.skip(next + 1), true),
        "x10" => exponent(r, next, true),
        _ => None,
    }
}

/// "10^24", "10⁻¹⁹"; after a factor also "10-19", where a text has lost its superscripts.
pub(super) fn ten(r: &Reader<'_>, at: usize, after_factor: bool) -> Option<(f64, usize)> {
    if r.word(at) != "10" {
        return None;
    }
    exponent(r, at, after_factor)
}

fn exponent(r: &Reader<'_>, ten: usize, after_factor: bool) -> Option<(f64, usize)> {
    if !r.joined(ten) {
        return None;
    }
    let caret = r.word(ten + 1) == "^" && r.joined(ten + 1);
    let at = ten + 1 + usize::from(caret);
    let (sign, at) = match r.word(at) {
        "-" | "\u{2212}" | "⁻" if r.joined(at) => (-1, at + 1),
        "+" | "⁺" if r.joined(at) => (1, at + 1),
        _ => (1, at),
    };
    let power: i32 = if r.is_number(at) && (caret || after_factor && sign < 0) {
        r.word(at).parse().ok()?
    } else {
        superscript(r.word(at))?
    };
    (power < 300).then(|| (10.0_f64.powi(sign * power), at + 1))
}

/// The number that superscript digits make.
pub(super) fn superscript(word: &str) -> Option<i32> {
    let mut number: i32 = 0;
    for c in word.chars() {
        let digit = match c {
            '⁰' => 0,
            '¹' => 1,
            '²' => 2,
            '³' => 3,
            '⁴'..='⁹' => i32::try_from(u32::from(c) - 0x2070).ok()?,
            _ => return None,
        };
        number = number.checked_mul(10)?.checked_add(digit)?;
    }
    (!word.is_empty()).then_some(number)
}

/// A number with what it may be off: "2.3 ± 0.4", "66.0 ± 0.3 million". Within that it states the value.
pub(super) fn with_error(r: &Reader<'_>, number: &Numeral) -> Option<(Quantity, usize)> {
    let next = r.skip(number.end);
    let after = match r.word(next) {
        "±" => next + 1,
        "+" if r.word(next + 1) == "/" && r.is_dash(next + 2) && r.joined(next) && r.joined(next + 1) => {
            next + 3
        }
        _ => return None,
    };
    let error = numeral::read(r, r.skip(after), false).filter(|error| error.value > 0.0)?;
    let scale = if number.scale == 1.0 { error.scale } else { 1.0 };
    let said = Quantity {
        grain: 2.0 * error.value,
        ..Quantity::exact(number.value * scale)
    };
    Some((said, error.end))
}

/// 5′7″, 6' 2": feet and inches.
pub(super) fn feet_and_inches(r: &Reader<'_>, at: usize) -> Option<Found> {
    let marked = r.is_number(at)
        && r.joined(at)
        && matches!(r.word(at + 1), "'" | "\u{2019}" | "\u{2032}")
        && r.is_number(at + 2)
        && r.joined(at + 2)
        && matches!(r.word(at + 3), "\"" | "\u{201D}" | "\u{2033}");
    if !marked {
        return None;
    }
    let (feet, inches) = (digits::read(r.word(at))?, digits::read(r.word(at + 2))?);
    if inches.value >= 12.0 || feet.value.fract() != 0.0 {
        return None;
    }
    let unit = Measure::find("ft").map(Unit::Measure);
    let said = Quantity {
        grain: inches.grain / 12.0,
        ..Quantity::exact(feet.value + inches.value / 12.0)
    };
    Some(Found::new(said, unit, at, at + 4))
}

/// A time on a stopwatch: "in 2:03:59", "a record of 1:41.91", in seconds.
pub(super) fn stopwatch(r: &Reader<'_>, at: usize) -> Option<Found> {
    let before = r.before(at).filter(|_| r.is_number(at))?;
    let timed = r.is(before, "in")
        || r.is(before, "of")
            && r.before(before)
                .is_some_and(|noun| r.any(noun, &["time", "record", "best", "mark"]));
    if !timed {
        return None;
    }
    let mut seconds: f64 = r.word(at).parse().ok()?;
    let mut end = at + 1;
    let mut grain = 60.0;
    while end < at + 5 && r.word(end) == ":" && r.joined(end - 1) && r.joined(end) && r.is_number(end + 1) {
        let part = digits::number(r.word(end + 1), "0").or_else(|| digits::read(r.word(end + 1)))?;
        let places = r.word(end + 1).split('.').next().unwrap_or_default().len();
        if places != 2 || part.value >= 60.0 {
            return None;
        }
        seconds = seconds * 60.0 + part.value;
        grain = part.grain.min(1.0);
        end += 2;
    }
    let unit = Measure::find("second").map(Unit::Measure);
    let said = Quantity {
        grain,
        ..Quantity::exact(seconds)
    };
    (end > at + 1 && !r.any(r.skip(end), &["am", "pm", "a.m", "p.m"]))
        .then(|| Found::new(said, unit, at, end))
}
