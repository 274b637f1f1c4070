//! Quantities in words that the reader of counts reads back to the same value.

use super::{Dimension, Unit};
use crate::value::quantity::{Bound, Quantity};

impl Unit {
    /// So much of this unit, in English: "about 1,200 km", "at least 29 years old", "21st phase".
    #[must_use]
    pub fn say(&self, quantity: &Quantity) -> String {
        let hedge = match quantity.bound {
            Bound::Exact | Bound::Range | Bound::Magnitude => "",
            Bound::About => "about ",
            Bound::AtLeast => "at least ",
            Bound::AtMost => "at most ",
            Bound::MoreThan => "more than ",
            Bound::LessThan => "less than ",
        };
        let number = match quantity.bound {
            Bound::Range | Bound::Magnitude => {
                format!("{} to {}", digits(quantity.min), digits(quantity.max))
            }
            _ => digits(quantity.number),
        };
        let one = quantity.number == 1.0;
        let said = match self {
            Self::Noun(noun) => format!("{number} {noun}"),
            Self::Measure(measure) if measure.dimension == Dimension::Time => {
                format!("{number} {}", plural(measure.symbol, one))
            }
            Self::Measure(measure) => format!("{number} {}", measure.symbol),
            Self::Currency(code) => format!("{code} {number}"),
            Self::Percent => format!("{number}%"),
            Self::Age(measure) => format!("{number} {} old", plural(measure.symbol, one)),
            Self::Ordinal(noun) => {
                let noun = noun.as_ref().map(|noun| format!(" {noun}")).unwrap_or_default();
                format!("{}{}{noun}", quantity.number, ending(quantity.number))
            }
            Self::Label(label) => format!("{label} {}", quantity.number),
            Self::Times => format!("{number} times"),
        };
        format!("{hedge}{said}")
    }
}

/// A number in digits, grouped by threes.
#[must_use]
pub fn digits(number: f64) -> String {
    let plain = number.abs().to_string();
    let (whole, fraction) = plain.split_once('.').unwrap_or((&plain, ""));
    let mut said = String::with_capacity(plain.len() + plain.len() / 3 + 1);
    if number < 0.0 {
        said.push('-');
    }
    for (at, digit) in whole.chars().enumerate() {
        if at > 0 && (whole.len() - at) % 3 == 0 {
            said.push(',');
        }
        said.push(digit);
    }
    if !fraction.is_empty() {
        said.push('.');
        said.push_str(fraction);
    }
    said
}

/// The plural of a unit of time.
fn plural(unit: &str, one: bool) -> String {
    match (unit, one) {
        (_, true) | ("ms", _) => unit.to_owned(),
        ("century", _) => "centuries".to_owned(),
        ("millennium", _) => "millennia".to_owned(),
        _ => format!("{unit}s"),
    }
}

/// "st", "nd", "rd" or "th".
fn ending(number: f64) -> &'static str {
    match (number % 100.0, number % 10.0) {
        (11.0..=13.0, _) => "th",
        (_, 1.0) => "st",
        (_, 2.0) => "nd",
        (_, 3.0) => "rd",
        _ => "th",
    }
}
