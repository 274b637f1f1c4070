//! Dates and times of a sheet: TOML's own, and strings in Extended Date/Time Format.

use jiff::civil::Date;
use toml::value::{Datetime, Offset};

use crate::value::date::{Clock, DateValue, Days, Limit, Reading};

/// A TOML date, time or date-time; `Err` says why it is none.
pub(super) fn from_toml(moment: &Datetime) -> Result<DateValue, String> {
    let days = match moment.date {
        Some(date) => {
            let day = day(i16::try_from(date.year).unwrap_or(i16::MAX), date.month, date.day)?;
            Days::Between {
                first: day,
                last: day,
            }
        }
        None => Days::Any,
    };
    let clock = moment.time.map(|time| {
        let minute = u16::from(time.hour) * 60 + u16::from(time.minute);
        let zone = moment.offset.map(|offset| match offset {
            Offset::Z => 0,
            Offset::Custom { minutes } => minutes,
        });
        Clock {
            first: minute,
            last: minute,
            zone,
        }
    });
    Ok(DateValue {
        readings: vec![Reading { days, clock }],
        approximate: false,
        limit: Limit::On,
    })
}

/// The one day of a TOML date or of a string that names a day.
pub(super) fn one_day(value: &DateValue) -> Option<Date> {
    match value.readings.as_slice() {
        [
            Reading {
                days: Days::Between { first, last },
                clock: None,
            },
        ] if first == last => Some(*first),
        _ => None,
    }
}

/// A string in Extended Date/Time Format, levels 0 and 1.
pub(super) fn from_edtf(text: &str) -> Result<DateValue, String> {
    let text = text.trim();
    let (text, approximate) = match text.strip_suffix(['~', '?', '%']) {
        Some(rest) => (rest, true),
        None => (text, false),
    };
    if let Some((date, time)) = text.split_once('T') {
        let moment: Datetime = format!("{date}T{time}")
            .parse()
            .map_err(|_| "this is no date and time".to_owned())?;
        return from_toml(&moment);
    }
    let (first, last) = match text.split_once('/') {
        Some((from, until)) => {
            let from_end = |side: &str| side.is_empty() || side == "..";
            let first = if from_end(from) { Date::MIN } else { days(from)?.0 };
            let last = if from_end(until) {
                Date::MAX
            } else {
                days(until)?.1
            };
            (first, last)
        }
        None => days(text)?,
    };
    if last < first {
        return Err("the end lies before the beginning".to_owned());
    }
    let mut value = DateValue::between(first, last);
    value.approximate = approximate;
    Ok(value)
}

/// First and last day of a year, decade, month, season or day.
fn days(text: &str) -> Result<(Date, Date), String> {
    let text = text.trim_end_matches(['~', '?', '%']);
    let mut parts = text.split('-');
    let (year, month, date) = (parts.next().unwrap_or_default(), parts.next(), parts.next());
    if parts.next().is_some() {
        return Err("there are too many parts".to_owned());
    }
    let (first_year, last_year) = years(year)?;
    match (month.map(pair).transpose()?, date.map(pair).transpose()?) {
        (None, _) => Ok((day(first_year, 1, 1)?, day(last_year, 12, 31)?)),
        (Some(season @ 21..=24), None) => {
            // Spring, summer, autumn, winter, each begun with its meteorological month.
            let first = day(first_year, (season - 20) * 3, 1)?;
            let last = first.saturating_add(jiff::Span::new().months(2)).last_of_month();
            Ok((first, last))
        }
        (Some(month), None) => {
            let first = day(first_year, month, 1)?;
            Ok((first, first.last_of_month()))
        }
        (Some(month), Some(date)) => {
            let day = day(first_year, month, date)?;
            Ok((day, day))
        }
    }
}

/// First and last year of `1997`, `199X`, `19XX`.
fn years(text: &str) -> Result<(i16, i16), String> {
    let year = |text: String| -> Result<i16, String> {
        match text.parse() {
            Ok(year) if text.len() == 4 => Ok(year),
            _ => Err("a year has four digits".to_owned()),
        }
    };
    Ok((year(text.replace('X', "0"))?, year(text.replace('X', "9"))?))
}

fn pair(text: &str) -> Result<u8, String> {
    match text.parse() {
        Ok(number) if text.len() == 2 => Ok(number),
        _ => Err("months and days have two digits".to_owned()),
    }
}

fn day(year: i16, month: u8, day: u8) -> Result<Date, String> {
    let small = |part: u8| i8::try_from(part).unwrap_or(i8::MAX);
    Date::new(year, small(month), small(day)).map_err(|_| "the calendar has no such day".to_owned())
}
