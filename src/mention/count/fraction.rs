//! Fractions: "half a million", "two thirds", "3/4", "2½", and those after a whole number: "two and a half".

use super::cardinal::{cardinal, scale_after};
use super::noun;
use super::numeral::{Form, Numeral};
use super::reader::Reader;
use crate::value::number::{self, Part};

/// "3/4", "2 1/2".
pub(super) fn slashed(r: &Reader<'_>, at: usize) -> Option<Numeral> {
    let (value, end) = ratio(r, at)?;
    let (value, end) = match scale_after(r, end, false) {
        Some((scale, end)) => (value * scale, end),
        None => (value, end),
    };
    Some(Numeral {
        value,
        grain: 0.01,
        start: at,
        end,
        form: Form::Fraction,
        scale: 1.0,
    })
}

/// A fraction in digits: "3/4", "½".
fn ratio(r: &Reader<'_>, at: usize) -> Option<(f64, usize)> {
    if let Some(value) = number::vulgar(r.word(at)) {
        return Some((value, at + 1));
    }
    let slash = r.is_number(at) && r.joined(at) && matches!(r.word(at + 1), "/" | "⁄") && r.joined(at + 1);
    if !slash || !r.is_number(at + 2) || matches!(r.word(at + 3), "/") && r.joined(at + 2) {
        return None;
    }
    let over: f64 = r.word(at).parse().ok()?;
    let under: f64 = r.word(at + 2).parse().ok()?;
    let usual = [
        2.0, 3.0, 4.0, 5.0, 6.0, 8.0, 10.0, 16.0, 32.0, 64.0, 100.0, 1000.0,
    ]
    .contains(&under);
    (over < under && over > 0.0 && usual).then_some((over / under, at + 3))
}

/// "half", "half a million", "a quarter", "three quarters", "two-thirds", "a third of".
pub(super) fn halves(r: &Reader<'_>, at: usize) -> Option<Numeral> {
    let make = |value: f64, end: usize| Numeral {
        value,
        grain: 0.01,
        start: at,
        end,
        form: Form::Fraction,
        scale: 1.0,
    };
    if r.is_number(at) {
        return one_in(r, at).map(|(value, end)| make(value, end));
    }
    if r.is(at, "half") {
        return Some(half(r, at)).map(|(value, end)| make(value, end));
    }
    if r.any(at, &["a", "an"]) {
        let next = r.skip(at + 1);
        if r.is(next, "half") {
            let (value, end) = half(r, next);
            return Some(make(value, end));
        }
        let value = 1.0 / number::denominator(r.lower(next))?;
        if let Some((scale, end)) = scale_after(r, next + 1, false) {
            return Some(make(value * scale, end));
        }
        return alone(r, next + 1).then(|| make(value, next + 1));
    }
    if r.is(at, "quarter") {
        return scale_after(r, at + 1, false).map(|(scale, end)| make(0.25 * scale, end));
    }
    if let Some((value, end)) = one_in(r, at) {
        return Some(make(value, end));
    }
    let (over, end) = numerator(r, at)?;
    let next = if r.is_dash(end) && r.joined(end) {
        end + 1
    } else {
        r.skip(end)
    };
    let name = r.lower(next);
    let under = number::denominator(name)?;
    if name == "halves" {
        return None;
    }
    let plural = name.ends_with('s');
    if over == 1.0 && !plural && alone(r, next + 1) || plural && !(under == 4.0 && over > 3.0) {
        let whole = r.words(next + 1, &["of", "a"]).map(|after| r.skip(after));
        if let Some(after) = whole
            && let Some(scale) = r.scale(after)
        {
            return Some(make(over / under * scale, after + 1));
        }
        let (scale, end) = scale_after(r, next + 1, false).unwrap_or((1.0, next + 1));
        return Some(make(over / under * scale, end));
    }
    None
}

/// "three in ten lamps", "2 in 5 of them": a share of a few.
fn some_in(r: &Reader<'_>, at: usize) -> Option<(f64, usize)> {
    if !r.is(r.skip(at + 1), "in") {
        return None;
    }
    let (over, end) = few(r, at).filter(|(over, _)| *over > 1.0)?;
    let (under, end) = few(r, r.words(end, &["in"]).map(|end| r.skip(end))?)?;
    let share = over < under && [3.0, 4.0, 5.0, 8.0, 10.0, 20.0, 100.0, 1000.0].contains(&under);
    let parted = r.is(r.skip(end), "of") || noun::phrase(r, end, false).is_some();
    (share && parted).then_some((over / under, end))
}

/// A number in one token.
fn few(r: &Reader<'_>, at: usize) -> Option<(f64, usize)> {
    let number = if r.is_number(at) {
        r.word(at).parse().ok()?
    } else {
        match r.part(at)? {
            Part::One(number) | Part::Teen(number) | Part::Ten(number) => number,
            _ => return None,
        }
    };
    Some((number, at + 1))
}

/// "one in five", "one out of three", "1 over 20", "1-in-100".
fn one_in(r: &Reader<'_>, at: usize) -> Option<(f64, usize)> {
    if !r.any(at, &["one", "1"]) {
        return some_in(r, at);
    }
    let dashes = r.is_dash(at + 1) && r.is(at + 2, "in") && r.is_dash(at + 3);
    if dashes && (at..at + 4).all(|at| r.joined(at)) {
        return few(r, at + 4)
            .filter(|(under, _)| *under > 1.0)
            .map(|(under, end)| (1.0 / under, end));
    }
    let of = r.words(at + 1, &["out", "of"]);
    let under = of
        .or_else(|| r.words(at + 1, &["in"]))
        .or_else(|| r.words(at + 1, &["over"]))?;
    let under =
        cardinal(r, r.skip(under), false).filter(|under| under.value > 1.0 && under.value.fract() == 0.0)?;
    // "one in 1912", "1 in 3 boxes" are no shares.
    let year = under.form == Form::Plain && under.value > 1000.0;
    (!year).then_some((1.0 / under.value, under.end))
}

/// What follows "half": "half a million", "half a dozen", "half million"; else just a half.
fn half(r: &Reader<'_>, at: usize) -> (f64, usize) {
    let mut next = r.skip(at + 1);
    if r.any(next, &["a", "an"]) {
        next = r.skip(next + 1);
    } else if r.is_dash(next) && r.joined(next) {
        next += 1;
    }
    let whole = match r.part(next) {
        Some(Part::Hundred) => Some(100.0),
        Some(Part::Dozen(scale) | Part::Scale(scale)) => Some(scale),
        _ => None,
    };
    whole.map_or((0.5, at + 1), |whole| (0.5 * whole, next + 1))
}

/// Whether no noun stands at `at` that would make an ordinal of the word before: "a third man".
fn alone(r: &Reader<'_>, at: usize) -> bool {
    let at = r.skip(at);
    !r.is_word(at)
        || r.tagged(at, noun::CLOSED)
        || noun::is_unit_of_time(r.lower(at))
        || r.scale(at).is_some()
}

/// A whole number in words.
fn numerator(r: &Reader<'_>, at: usize) -> Option<(f64, usize)> {
    r.part(at)?;
    let number = cardinal(r, at, false)?;
    (number.form == Form::Words).then_some((number.value, number.end))
}

/// A number of one part or two, in words.
pub(super) fn small(r: &Reader<'_>, at: usize) -> Option<(f64, usize)> {
    match r.part(at) {
        Some(Part::One(value) | Part::Teen(value)) => Some((value, at + 1)),
        Some(Part::Ten(tens)) => {
            let next = if r.is_dash(at + 1) { at + 2 } else { at + 1 };
            match r.part(next) {
                Some(Part::One(ones)) => Some((tens + ones, next + 1)),
                _ => Some((tens, at + 1)),
            }
        }
        _ => None,
    }
}

/// The fraction after a whole number: "two and a half", "one and three quarters", "2 1/2", "2½".
pub(super) fn and_a_half(r: &Reader<'_>, at: usize) -> Option<(f64, usize)> {
    let next = r.skip(at);
    if let Some(found) = ratio(r, next) {
        let apart = next == at && matches!(r.gap(at - 1), "" | " " | "\u{A0}" | "\u{2009}" | "\u{202F}");
        return (apart && r.is_number(at - 1)).then_some(found);
    }
    let dashed = r.is_dash(next) && r.joined(next) && r.is(next + 1, "and");
    let and = if dashed { next + 1 } else { next };
    if !r.is(and, "and") {
        return None;
    }
    let mut next = r.skip(and + 1);
    if r.is_dash(next) && r.joined(next) {
        next += 1;
    }
    let mut over = 1.0;
    if r.any(next, &["a", "an", "one"]) {
        next = r.skip(next + 1);
        if r.is_dash(next) && r.joined(next) {
            next += 1;
        }
    } else if let Some((count, after)) = small(r, next) {
        over = count;
        next = if r.is_dash(after) {
            after + 1
        } else {
            r.skip(after)
        };
    }
    let under = number::denominator(r.lower(next))?;
    let usual = matches!(r.lower(next), "half" | "quarter" | "quarters")
        || r.lower(next).ends_with('s')
        || over == 1.0;
    (usual && alone(r, next + 1) || under <= 4.0).then_some((over / under, next + 1))
}
