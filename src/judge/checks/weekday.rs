//! A weekday that does not fall on its date: "Sunday, 15 February 2025".

use jiff::civil::{Date, Weekday};

use super::{Alarm, Text};
use crate::claim::Severity;
use crate::document::TokenKind;
use crate::mention::{Mention, Value};
use crate::report::Check;
use crate::value::date::{DateValue, Days};

/// How far from the article's own day a date without a year may lie and still be of no other year.
const NEAR: i64 = 60;

/// Adds an alarm for each date that another weekday is said of.
pub(super) fn check(text: &Text<'_, '_>, alarms: &mut Vec<Alarm>) {
    for mention in text.mentions {
        let Value::Date(date) = &mention.value else {
            continue;
        };
        let Some(said) = date.weekday else { continue };
        let Some(day) = day(text, mention, date).filter(|day| day.weekday() != said) else {
            continue;
        };
        let near = nearest(day, said);
        alarms.push(Alarm {
            check: Check::Weekday,
            severity: Severity::Error,
            message: format!(
                "{} is a {}, not a {}",
                DateValue::day(day),
                name(day.weekday()),
                name(said)
            ),
            help: format!(
                "write {}, or the date of that week's {}: {}",
                name(day.weekday()),
                name(said),
                DateValue::day(near)
            ),
            span: mention.span,
            others: Vec::new(),
        });
    }
}

/// The one day that a wording names: with its year, or so near the article's own day that the year is plain.
fn day(text: &Text<'_, '_>, mention: &Mention, date: &DateValue) -> Option<Date> {
    let days = date.readings.iter().map(|reading| reading.days);
    let mut days = days.filter_map(|days| match days {
        Days::Between { first, last } if first == last => Some(first),
        _ => None,
    });
    let day = days.next()?;
    if date.readings.len() > 1 && days.any(|other| other != day) {
        return None;
    }
    let has_year = mention.tokens.clone().any(|at| {
        text.document.tokens().get(at).is_some_and(|token| {
            token.kind == TokenKind::Number && text.document.word(at).contains(&format!("{:04}", day.year()))
        })
    });
    let is_near = || {
        let published = text.published?;
        let way = DateValue::days_between(&DateValue::day(published), &DateValue::day(day))?;
        (way.abs() <= NEAR).then_some(())
    };
    (has_year || is_near().is_some()).then_some(day)
}

/// The day with this weekday that is nearest to another day.
fn nearest(day: Date, weekday: Weekday) -> Date {
    let off = i64::from(weekday.to_monday_zero_offset()) - i64::from(day.weekday().to_monday_zero_offset());
    let off = (off + 10).rem_euclid(7) - 3;
    day.saturating_add(jiff::Span::new().days(off))
}

const fn name(weekday: Weekday) -> &'static str {
    match weekday {
        Weekday::Monday => "Monday",
        Weekday::Tuesday => "Tuesday",
        Weekday::Wednesday => "Wednesday",
        Weekday::Thursday => "Thursday",
        Weekday::Friday => "Friday",
        Weekday::Saturday => "Saturday",
        Weekday::Sunday => "Sunday",
    }
}
