//! Dates and times in words, as reports show them and as articles write them.

use std::fmt;

use jiff::civil::{Date, Weekday};

use super::calendar::{self, Season};
use super::{Clock, DateValue, Days, Limit, Part};

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];
const SEASONS: [&str; 4] = ["spring", "summer", "autumn", "winter"];
const ORDINALS: [&str; 4] = ["first", "second", "third", "fourth"];

impl fmt::Display for DateValue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Some(reading) = self.readings.first() else {
            return f.write_str("some time");
        };
        f.write_str(match self.limit {
            Limit::On => "",
            Limit::Before => "before ",
            Limit::After => "after ",
            Limit::Since => "since ",
            Limit::Until => "until ",
        })?;
        if self.approximate {
            f.write_str("about ")?;
        }
        let mut days = days_text(reading.days);
        days = match self.part {
            Part::Whole => days,
            Part::Early => format!("early {}", days.trim_start_matches("the ")),
            Part::Middle => format!("mid-{}", days.trim_start_matches("the ")),
            Part::Late => format!("late {}", days.trim_start_matches("the ")),
        };
        match (reading.clock.map(clock_text), days.is_empty()) {
            (Some(clock), true) => f.write_str(&clock),
            (Some(clock), false) => write!(f, "{clock} on {days}"),
            (None, _) => f.write_str(&days),
        }
    }
}

fn days_text(days: Days) -> String {
    match days {
        Days::Any => String::new(),
        Days::Between { first, last } => period_text(first, last),
        Days::Recurring { month, day, weekday } => recurring_text(month, day, weekday),
    }
}

fn period_text(first: Date, last: Date) -> String {
    if first == Date::MIN {
        return format!("until {}", day_text(last));
    }
    if last == Date::MAX {
        return format!("from {} on", day_text(first));
    }
    if first == last {
        return day_text(first);
    }
    let span = Some((first, last));
    let year = first.year();
    if span == calendar::month(year, first.month()) {
        return format!("{} {}", month_name(first.month()), year_text(year));
    }
    if span == calendar::year(year) {
        return year_text(year);
    }
    for (season, name) in Season::ALL.into_iter().zip(SEASONS) {
        if span == calendar::season(year, season) {
            return format!("the {name} of {}", year_text(year));
        }
    }
    for (quarter, name) in (1..).zip(ORDINALS) {
        if span == calendar::quarter(year, quarter) {
            return format!("the {name} quarter of {}", year_text(year));
        }
    }
    // "The 1900s" would be a century.
    if year >= 1000 && year % 10 == 0 && year % 100 != 0 && span == calendar::decade(year) {
        return format!("the {year}s");
    }
    if year >= 100 && year % 100 == 0 && span == calendar::years(year, year + 99) {
        return format!("the {} century", ordinal(year / 100 + 1));
    }
    if first.month() == 1 && first.day() == 1 && last.month() == 12 && last.day() == 31 {
        return format!("{} to {}", year_text(year), year_text(last.year()));
    }
    format!("{} to {}", day_text(first), day_text(last))
}

fn recurring_text(month: Option<i8>, day: Option<i8>, weekday: Option<Weekday>) -> String {
    let date = match (month, day) {
        (Some(month), Some(day)) => format!("{day} {}", month_name(month)),
        (Some(month), None) => month_name(month).to_owned(),
        (None, Some(day)) => format!("the {}", ordinal(i16::from(day))),
        (None, None) => String::new(),
    };
    match weekday {
        Some(weekday) if date.is_empty() => weekday_name(weekday).to_owned(),
        Some(weekday) => format!("{}, {date}", weekday_name(weekday)),
        None => date,
    }
}

/// "15 February 2025".
fn day_text(day: Date) -> String {
    format!(
        "{} {} {}",
        day.day(),
        month_name(day.month()),
        year_text(day.year())
    )
}

/// "1997", "490 BC".
fn year_text(year: i16) -> String {
    if year <= 0 {
        format!("{} BC", 1 - i32::from(year))
    } else if year < 1000 {
        format!("AD {year}")
    } else {
        year.to_string()
    }
}

fn month_name(month: i8) -> &'static str {
    usize::try_from(month - 1)
        .ok()
        .and_then(|index| MONTHS.get(index).copied())
        .unwrap_or_default()
}

fn weekday_name(weekday: Weekday) -> &'static str {
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

fn ordinal(number: i16) -> String {
    let suffix = match (number % 10, number % 100) {
        (_, 11..=13) => "th",
        (1, _) => "st",
        (2, _) => "nd",
        (3, _) => "rd",
        _ => "th",
    };
    format!("{number}{suffix}")
}

/// "11:40 p.m.", "23:40 UTC", "between 4:00 a.m. and 12:00 p.m.".
fn clock_text(clock: Clock) -> String {
    let minute = |at: u16| {
        let (hour, minute) = (at / 60 % 24, at % 60);
        let half = if hour < 12 { "a.m." } else { "p.m." };
        let hour = if hour % 12 == 0 { 12 } else { hour % 12 };
        if clock.rough && minute == 0 {
            format!("{hour} {half}")
        } else {
            format!("{hour}:{minute:02} {half}")
        }
    };
    let time = if clock.first == clock.last {
        minute(clock.first)
    } else {
        format!("between {} and {}", minute(clock.first), minute(clock.last))
    };
    match clock.zone {
        None => time,
        Some(0) => format!("{time} UTC"),
        Some(zone) => {
            let sign = if zone < 0 { '-' } else { '+' };
            format!("{time} UTC{sign}{:02}:{:02}", zone.abs() / 60, zone.abs() % 60)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn says_dates_as_people_do() {
        for (edtf, expected) in [
            ("2025-02-15", "15 February 2025"),
            ("2023-11", "November 2023"),
            ("1997", "1997"),
            ("199X", "the 1990s"),
            ("18XX", "the 19th century"),
            ("2024-21", "the spring of 2024"),
            ("2024-34", "the second quarter of 2024"),
            ("-0489", "490 BC"),
            ("1997~", "about 1997"),
            ("1997/1999", "1997 to 1999"),
            ("2025-02-15T23:40", "11:40 p.m. on 15 February 2025"),
            ("2025-02-15T00:05Z", "12:05 a.m. UTC on 15 February 2025"),
        ] {
            let said = DateValue::parse_edtf(edtf).map(|value| value.to_string());
            assert_eq!(said, Ok(expected.to_owned()), "{edtf}");
        }
    }
}
