//! The values of claims, by kind: a TOML value becomes a date, bounds, a name or a role.

use toml::de::DeValue;

use super::mistake::{Mistakes, Problem};
use super::model::Tolerance;
use super::moment;
use super::raw::{At, Fields};
use crate::value::date::DateValue;
use crate::value::quantity::Bounds;

/// A date, a time, or a string in Extended Date/Time Format.
pub(super) fn date(at: At<'_, '_>, key: &str, mistakes: &Mistakes) -> Option<DateValue> {
    let (text, value) = match at.value() {
        DeValue::Datetime(moment) => (moment.to_string(), moment::from_toml(moment)),
        DeValue::String(text) => (text.to_string(), moment::from_edtf(text)),
        // A bare year is as good as one in quotes.
        DeValue::Integer(year) => (year.to_string(), moment::from_edtf(year.as_str())),
        _ => {
            mistakes.push(at.wrong(key, "a date, a time, or a string that names one"));
            return None;
        }
    };
    let bad = |why| mistakes.add(Problem::BadDate { text, why }, at.place());
    value.map_err(bad).ok()
}

/// A date that is one day.
pub(super) fn day(fields: &Fields<'_, '_, '_>, key: &'static str) -> Option<jiff::civil::Date> {
    let at = fields.get(key)?;
    let value = date(at, key, fields.mistakes)?;
    let day = moment::one_day(&value);
    if day.is_none() {
        fields.mistakes.push(at.wrong(key, "a whole day (2025-02-15)"));
    }
    day
}

/// A number, or `{ min, max }`.
pub(super) fn bounds(at: At<'_, '_>, key: &str, mistakes: &Mistakes) -> Option<Bounds> {
    if let Some(number) = at.number() {
        return Some(Bounds {
            min: number,
            max: number,
        });
    }
    let DeValue::Table(table) = at.value() else {
        mistakes.push(at.wrong(key, "a number or `{ min, max }`"));
        return None;
    };
    let fields = Fields::new(at.sheet, table, at.place(), mistakes);
    let (min, max) = (fields.number("min"), fields.number("max"));
    fields.finish("bounds");
    match (min, max) {
        (None, None) => {
            let problem = Problem::Missing {
                table: key.to_owned(),
                key: "min",
                why: "bounds need `min`, `max` or both",
            };
            mistakes.add(problem, at.place());
            None
        }
        (Some(min), Some(max)) if min > max => {
            let problem = Problem::Clash {
                one: "min".to_owned(),
                other: "max".to_owned(),
                why: "`min` is the smaller of the two",
            };
            mistakes.add(problem, at.place());
            None
        }
        (min, max) => Some(Bounds {
            min: min.unwrap_or(f64::NEG_INFINITY),
            max: max.unwrap_or(f64::INFINITY),
        }),
    }
}

/// A number, or a percentage in quotes.
pub(super) fn tolerance(fields: &Fields<'_, '_, '_>) -> Option<Tolerance> {
    let at = fields.get("tolerance")?;
    let value = match at.value() {
        DeValue::String(text) => text
            .trim()
            .strip_suffix('%')
            .and_then(|number| number.trim().parse().ok())
            .map(|percent: f64| Tolerance::Share(percent / 100.0)),
        _ => at.number().map(Tolerance::Absolute),
    };
    match value {
        Some(Tolerance::Absolute(size) | Tolerance::Share(size)) if size >= 0.0 && size.is_finite() => value,
        Some(_) => {
            let problem = Problem::OutOfRange {
                key: "tolerance".to_owned(),
                expected: "zero or more",
            };
            fields.mistakes.add(problem, at.place());
            None
        }
        None => {
            fields
                .mistakes
                .push(at.wrong("tolerance", "a number or a percentage such as \"2%\""));
            None
        }
    }
}
