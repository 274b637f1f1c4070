//! Extended Date/Time Format: ISO 8601-2, levels 0 and 1, and the quarters of level 2.

use jiff::civil::Date;

use super::calendar::{self, Period, Season};
use super::{Clock, DateValue, Days, Reading};

/// A string that is no date in Extended Date/Time Format.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum EdtfError {
    /// It is not written in the notation.
    #[error(
        "`{0}` is not a date in Extended Date/Time Format, such as `2023-11`, `1997`, `199X` or `1997/1999`"
    )]
    Notation(String),
    /// The calendar has no such day.
    #[error("the calendar has no `{0}`")]
    NoSuchDay(String),
    /// The end of an interval lies before its start.
    #[error("`{0}` ends before it begins")]
    Backwards(String),
}

impl DateValue {
    /// Reads `2023-11`, `1997`, `199X`, `1997/1999`, `1997~`, `2024-21`, `2025-02-15T23:40Z`, `1990/..` and their like.
    ///
    /// # Errors
    ///
    /// Where the text is not in the notation, or the calendar has no such day.
    pub fn parse_edtf(text: &str) -> Result<Self, EdtfError> {
        let Some((from, to)) = text.split_once('/') else {
            return parse_point(text, text);
        };
        let (open_start, open_end) = (is_open(from), is_open(to));
        if open_start && open_end {
            return Err(EdtfError::Notation(text.to_owned()));
        }
        let mut first = Date::MIN;
        let mut last = Date::MAX;
        let mut approximate = false;
        if !open_start {
            let point = parse_point(from, text)?;
            approximate |= point.approximate;
            first = period(&point)
                .ok_or_else(|| EdtfError::Notation(text.to_owned()))?
                .0;
        }
        if !open_end {
            let point = parse_point(to, text)?;
            approximate |= point.approximate;
            last = period(&point)
                .ok_or_else(|| EdtfError::Notation(text.to_owned()))?
                .1;
        }
        if last < first {
            return Err(EdtfError::Backwards(text.to_owned()));
        }
        Ok(Self {
            approximate,
            ..Self::between(first, last)
        })
    }

    /// The likeliest reading in Extended Date/Time Format; `None` where no year or day is known.
    ///
    /// It is the period that the wording names: "since 1990" and "early 1990" name `1990`; the bounds tell the rest.
    #[must_use]
    pub fn edtf(&self) -> Option<String> {
        let Reading { days, clock } = *self.readings.first()?;
        let Days::Between { first, last } = days else {
            return None;
        };
        let mut text = write_period(first, last);
        if let Some(clock) = clock.filter(|clock| clock.first == clock.last && first == last) {
            text.push_str(&write_clock(clock));
        }
        if self.approximate {
            text.push('~');
        }
        Some(text)
    }
}

/// An end of an interval that is open or unknown.
fn is_open(end: &str) -> bool {
    matches!(end, "" | "..")
}

fn period(point: &DateValue) -> Option<Period> {
    match point.readings.first()?.days {
        Days::Between { first, last } => Some((first, last)),
        _ => None,
    }
}

fn parse_point(point: &str, whole: &str) -> Result<DateValue, EdtfError> {
    let bad = || EdtfError::Notation(whole.to_owned());
    let plain = point.trim_end_matches(['?', '~', '%']);
    if point.len() - plain.len() > 1 {
        return Err(bad());
    }
    let (date, time) = match plain.split_once('T') {
        Some((date, time)) => (date, Some(time)),
        None => (plain, None),
    };
    let fields = Fields::parse(date).ok_or_else(bad)?;
    let (first, last) = fields
        .period()
        .ok_or_else(|| EdtfError::NoSuchDay(whole.to_owned()))?;
    let clock = match time {
        Some(_) if first != last => return Err(bad()),
        Some(time) => Some(parse_clock(time).ok_or_else(bad)?),
        None => None,
    };
    Ok(DateValue {
        approximate: plain.len() != point.len(),
        ..DateValue::reading(Days::Between { first, last }, clock)
    })
}

/// The parts of a date between its hyphens.
struct Fields {
    first_year: i16,
    last_year: i16,
    month: Option<i8>,
    day: Option<i8>,
}

impl Fields {
    fn parse(date: &str) -> Option<Self> {
        let (sign, digits) = match date.strip_prefix('-') {
            Some(rest) => (-1, rest),
            None => (1, date),
        };
        let mut parts = digits.split('-');
        let (low, high) = year_range(parts.next()?)?;
        let month = parts.next().map(two).unwrap_or(Some(None))?;
        let day = parts.next().map(two).unwrap_or(Some(None))?;
        if parts.next().is_some() || (low != high && (month.is_some() || day.is_some())) {
            return None;
        }
        let (first_year, last_year) = if sign < 0 { (-high, -low) } else { (low, high) };
        Some(Self {
            first_year,
            last_year,
            month,
            day,
        })
    }

    fn period(&self) -> Option<Period> {
        let year = self.first_year;
        match (self.month, self.day) {
            (None, None) => calendar::years(year, self.last_year),
            (None, Some(_)) => None,
            (Some(number @ 21..=24), None) => {
                let season = Season::ALL.into_iter().find(|season| season.number() == number)?;
                calendar::season(year, season)
            }
            (Some(quarter @ 33..=36), None) => calendar::quarter(year, quarter - 32),
            (Some(month), None) => calendar::month(year, month),
            (Some(month), Some(day)) => calendar::day(year, month, day).map(|day| (day, day)),
        }
    }
}

/// Four digits, of which the last ones may be `X`: the first and the last year.
fn year_range(text: &str) -> Option<(i16, i16)> {
    let known = text.trim_end_matches('X');
    if text.len() != 4 || known.is_empty() || !known.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let low = format!("{known:0<4}").parse().ok()?;
    let high = format!("{known:9<4}").parse().ok()?;
    Some((low, high))
}

/// Two digits; `XX` is a field that is not known.
fn two(text: &str) -> Option<Option<i8>> {
    match text {
        "XX" => Some(None),
        _ if text.len() == 2 && text.bytes().all(|byte| byte.is_ascii_digit()) => text.parse().ok().map(Some),
        _ => None,
    }
}

/// `23:40`, `23:40:00`, with `Z` or `+02:00` or without.
fn parse_clock(text: &str) -> Option<Clock> {
    let (time, zone) = match text.find(['Z', '+', '-']) {
        Some(at) => (&text[..at], Some(parse_zone(&text[at..])?)),
        None => (text, None),
    };
    let mut parts = time.split(':');
    let hour = two(parts.next()?)??;
    let minute = two(parts.next()?)??;
    if let Some(second) = parts.next() {
        two(second)?.filter(|second| *second < 61)?;
    }
    if parts.next().is_some() {
        return None;
    }
    Some(Clock {
        zone,
        ..Clock::minute(hour, minute)?
    })
}

fn parse_zone(text: &str) -> Option<i16> {
    if text == "Z" {
        return Some(0);
    }
    let sign = if text.starts_with('-') { -1 } else { 1 };
    let (hours, minutes) = match text.get(1..)?.split_once(':') {
        Some((hours, minutes)) => (two(hours)??, two(minutes)??),
        None => (two(text.get(1..)?)??, 0),
    };
    Some(sign * (i16::from(hours) * 60 + i16::from(minutes)))
}

fn write_clock(clock: Clock) -> String {
    let time = format!("T{:02}:{:02}", clock.first / 60, clock.first % 60);
    match clock.zone {
        None => time,
        Some(0) => time + "Z",
        Some(zone) => {
            let sign = if zone < 0 { '-' } else { '+' };
            format!("{time}{sign}{:02}:{:02}", zone.abs() / 60, zone.abs() % 60)
        }
    }
}

/// The shortest name of a period: a day, a month, a season, a quarter, a year, a decade, a century, else an interval.
fn write_period(first: Date, last: Date) -> String {
    named(first, last).unwrap_or_else(|| {
        let from = if first == Date::MIN {
            "..".to_owned()
        } else {
            write_start(first)
        };
        let to = if last == Date::MAX {
            "..".to_owned()
        } else {
            write_end(last)
        };
        format!("{from}/{to}")
    })
}

fn named(first: Date, last: Date) -> Option<String> {
    if first == last {
        return Some(write_day(first));
    }
    let span = Some((first, last));
    let year = first.year();
    if span == calendar::month(year, first.month()) {
        return Some(write_month(first));
    }
    if span == calendar::year(year) {
        return Some(write_year(year));
    }
    if let Some(season) = Season::ALL
        .into_iter()
        .find(|&season| calendar::season(year, season) == span)
    {
        return Some(format!("{}-{}", write_year(year), season.number()));
    }
    if let Some(quarter) = (1..=4).find(|&quarter| calendar::quarter(year, quarter) == span) {
        return Some(format!("{}-{}", write_year(year), 32 + quarter));
    }
    if year >= 0 && year % 10 == 0 && span == calendar::decade(year) {
        return Some(format!("{:03}X", year / 10));
    }
    let century = year >= 100 && year % 100 == 0 && span == calendar::years(year, year + 99);
    century.then(|| format!("{:02}XX", year / 100))
}

fn write_start(first: Date) -> String {
    match (first.month(), first.day()) {
        (1, 1) => write_year(first.year()),
        (_, 1) => write_month(first),
        _ => write_day(first),
    }
}

fn write_end(last: Date) -> String {
    if last.month() == 12 && last.day() == 31 {
        write_year(last.year())
    } else if last == last.last_of_month() {
        write_month(last)
    } else {
        write_day(last)
    }
}

fn write_year(year: i16) -> String {
    if year < 0 {
        format!("-{:04}", year.unsigned_abs())
    } else {
        format!("{year:04}")
    }
}

fn write_month(day: Date) -> String {
    format!("{}-{:02}", write_year(day.year()), day.month())
}

fn write_day(day: Date) -> String {
    format!("{}-{:02}", write_month(day), day.day())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_and_writes_the_notation() {
        for text in [
            "2023-11",
            "1997",
            "199X",
            "18XX",
            "1997/1999",
            "1997~",
            "2024-21",
            "2024-24",
            "2024-33",
            "2025-02-15",
            "2025-02-15T23:40",
            "2025-02-15T23:40Z",
            "2025-02-15T23:40+02:00",
            "-0489",
            "-0489-08",
            "1990/..",
            "../1990-05",
            "2024-03-02/2024-04-05",
        ] {
            let value = DateValue::parse_edtf(text).map(|value| value.edtf());
            assert_eq!(value, Ok(Some(text.to_owned())), "{text}");
        }
    }

    #[test]
    fn refuses_what_is_no_date() {
        for text in [
            "",
            "199",
            "1997-13",
            "2023-02-29",
            "1999/1997",
            "19X7",
            "../..",
            "1997-11-",
            "noon",
            "1997~~",
            "2025T10:00",
            "2025-02-15T25:00",
            "é",
            "/",
            "-",
            "20XX-05",
        ] {
            assert!(DateValue::parse_edtf(text).is_err(), "{text}");
        }
    }
}
