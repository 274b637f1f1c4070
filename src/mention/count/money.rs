//! Amounts of money: the currency before its number, and the cents after it.

use super::form::{Found, quantity};
use super::noun;
use super::numeral::{self, Form, Numeral};
use super::range;
use super::reader::Reader;
use super::tail;
use crate::document::{Tags, TokenKind};
use crate::value::quantity::Quantity;
use crate::value::unit::{Unit, currency};

/// "$19bn", "US$ 10 million", "EUR 20", "Rs. 20", "$10-$20".
pub(super) fn read(r: &Reader<'_>, at: usize, floor: usize) -> Option<Found> {
    if let Some(found) = glued(r, at) {
        return Some(found.hedged(r, floor));
    }
    if !(r.kind(at) == Some(TokenKind::Mark) || r.tagged(at, Tags::CURRENCY) || r.word(at + 1) == "$") {
        return None;
    }
    let (currency, mut next) = tail::find_currency(r, at).filter(|_| !r.is(at, "p"))?;
    if r.word(next) == "." && r.joined_before(next) {
        next += 1;
    }
    let next = r.skip(next);
    let is_name =
        r.is_word(at) && !r.joined_before(next) && r.word(at).bytes().any(|byte| byte.is_ascii_lowercase());
    if is_name
        && !matches!(
            r.lower(at),
            "rs" | "rm" | "chf" | "usd" | "eur" | "gbp" | "rmb" | "inr" | "cny" | "jpy"
        )
    {
        return None;
    }
    let number = numeral::read(r, next, true).filter(|number| number.form != Form::Magnitude(0.0))?;
    if !r.is_number(next) && !matches!(r.word(next), "." | "-" | "\u{2212}") && r.is_word(at) {
        return None;
    }
    let mut found = Found::new(
        quantity(&number),
        Some(Unit::Currency(currency.code)),
        at,
        number.end,
    );
    // "$10 dollars", "$ 300 USD": said twice.
    if let Some((again, end)) =
        tail::find_currency(r, r.skip(number.end)).filter(|(again, _)| again.part == 1.0)
    {
        found.unit = Some(Unit::Currency(if currency.code == "USD" {
            again.code
        } else {
            currency.code
        }));
        found.end = end;
    }
    let first = Numeral { start: at, ..number };
    if let Some(range) = range::read(r, &first, found.end, floor, true) {
        found.quantity = Quantity::range(range.low, range.high);
        found.start = range.start;
        found.end = range.end;
    }
    found.phrase = (at, next);
    parts(r, &mut found);
    Some(found.hedged(r, floor))
}

/// A code and digits in one word: "USD115", "GBP3.01".
fn glued(r: &Reader<'_>, at: usize) -> Option<Found> {
    let word = r.word(at);
    if r.is_number(at) || !word.ends_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let (code, digits) = word.split_at_checked(word.find(|c: char| c.is_ascii_digit())?)?;
    let known = currency::find(&code.to_ascii_lowercase())?;
    if code.len() < 2 || currency::is_word(code) || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let decimals = r.word(at + 1) == "." && r.joined(at) && r.joined(at + 1) && r.is_number(at + 2);
    let (number, end) = if decimals {
        (super::digits::number(digits, r.word(at + 2))?, at + 3)
    } else {
        (super::digits::read(digits)?, at + 1)
    };
    let said = Quantity {
        grain: number.grain,
        ..Quantity::exact(number.value)
    };
    Some(Found::new(said, Some(Unit::Currency(known.code)), at, end))
}

/// What follows an amount and belongs to it: "15 dollars and 20 cents", "15 dollars 50", "75 USD million".
pub(super) fn parts(r: &Reader<'_>, found: &mut Found) {
    let Some(Unit::Currency(code)) = found.unit else {
        return;
    };
    if found.quantity.min != found.quantity.max {
        return;
    }
    let mut next = r.skip(found.end);
    if let Some(scale) = r.scale(next) {
        found.quantity = found.quantity.times(scale);
        found.end = next + 1;
        return;
    }
    let and = r.is(next, "and");
    if and {
        next = r.skip(next + 1);
    }
    if !numeral::may_begin(r, next) || r.any(next, &["a", "an"]) {
        return;
    }
    let number = numeral::read(r, next, true).filter(|number| (1.0..100.0).contains(&number.value));
    let Some(number) =
        number.filter(|number| number.value.fract() == 0.0 && found.quantity.number.fract() == 0.0)
    else {
        return;
    };
    let after = r.skip(number.end);
    let cents = tail::find_currency(r, after)
        .filter(|(cents, _)| cents.part < 1.0 && (cents.code == code || cents.code == "USD"));
    let ends = !r.is_word(after) && !r.is_number(after) && r.kind(after) != Some(TokenKind::Mark)
        || r.tagged(after, noun::CLOSED.or(Tags::HEDGE));
    let end = match cents {
        Some((_, end)) => end,
        None if ends && !r.joined(number.end - 1) && !r.is_dash(after) && found.phrase.0 > found.start => {
            number.end
        }
        None => return,
    };
    found.quantity = Quantity {
        grain: 0.01,
        ..Quantity::exact(found.quantity.number + number.value / 100.0)
    };
    found.end = end;
}
