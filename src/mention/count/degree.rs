//! Degrees: "20 °C", "68 degrees Fahrenheit", "-40F", "temperatures of 35C".

use super::reader::Reader;
use crate::document::TokenKind;
use crate::value::unit::Measure;

/// "°C", "° F", "degrees Celsius"; degrees alone are of arc.
pub(super) fn degrees(r: &Reader<'_>, at: usize) -> Option<(&'static Measure, usize)> {
    if !matches!(r.lower(at), "°" | "º" | "degrees" | "degree" | "deg") {
        return None;
    }
    let mut next = r.skip(at + 1);
    if r.is(at, "deg") && r.word(next) == "." {
        next = r.skip(next + 1);
    }
    let scale = match r.lower(next) {
        "c" | "celsius" | "celcius" | "centigrade" => "°C",
        "f" | "fahrenheit" | "farenheit" => "°F",
        "k" | "kelvin" => "K",
        _ => return Measure::find("°").map(|found| (found, at + 1)),
    };
    Measure::find(scale).map(|found| (found, next + 1))
}

/// "-40F", "temperatures of 35C", "1.5C": degrees without their mark.
pub(super) fn bare_temperature(r: &Reader<'_>, at: usize) -> Option<&'static Measure> {
    let symbol = match r.word(at) {
        "C" => "°C",
        "F" => "°F",
        _ => return None,
    };
    let number = at
        .checked_sub(1)
        .filter(|&number| r.is_number(number) && r.joined(number))?;
    let open = r.joined(at)
        && !matches!(
            r.kind(at + 1),
            Some(TokenKind::Stop | TokenKind::Comma | TokenKind::Close | TokenKind::Quote | TokenKind::Dash)
        );
    let decimal = symbol == "°C" && r.word(number).contains('.');
    let warm = || {
        let mut before = number;
        for _ in 0..WARMTH {
            before = r.before(before)?;
            if r.any(before, &TEMPERATURE) {
                return Some(());
            }
        }
        None
    };
    let sign = r
        .before(number)
        .is_some_and(|before| r.is_dash(before) && !r.joined_before(before) || r.is(before, "minus"));
    if open || !(decimal || sign || warm().is_some()) {
        return None;
    }
    Measure::find(symbol)
}

/// How far before a number the words lie that say that it is a temperature.
const WARMTH: usize = 8;

const TEMPERATURE: [&str; 12] = [
    "temperature",
    "temperatures",
    "heat",
    "heatwave",
    "highs",
    "lows",
    "mercury",
    "warming",
    "warmed",
    "heated",
    "cooled",
    "thermometer",
];
