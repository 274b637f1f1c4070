//! Dates in digits alone: `2025-02-15`, `15.02.2025`, `04/05/2025`, `05-Aug-2016`.

use jiff::civil::Date;

use super::text::{Text, plain_digits};
use super::{Calendar, Core, Found, clock, year};
use crate::value::date::calendar;

pub(super) fn date(text: &Text<'_, '_>, at: usize, out: &mut Vec<Found>) -> bool {
    // Nearly all numbers stand alone.
    let is_chain = || text.joined(at) || text.word(at).contains('.') || text.word(at + 1).starts_with('w');
    if !text.is_number(at) || !is_chain() {
        return false;
    }
    // The second date of "10/1/2018-10/7/2018" hangs on the first.
    let after_date = text.is_range_end(at) && at >= 3 && text.word(at - 3) == "/";
    if text.hangs(at) && !after_date {
        return false;
    }
    let found = dotted(text, at)
        .or_else(|| separated(text, at))
        .or_else(|| short(text, at))
        .or_else(|| week(text, at))
        .or_else(|| with_month_name(text, at))
        .or_else(|| year_and_month(text, at))
        .or_else(|| month_and_year(text, at))
        .or_else(|| month_and_day(text, at));
    out.extend(found);
    !out.is_empty()
}

/// `15.02.2025`, `2025.02.15`.
fn dotted(text: &Text<'_, '_>, at: usize) -> Option<Found> {
    let mut parts = text.word(at).split('.');
    let fields = [parts.next()?, parts.next()?, parts.next()?];
    if parts.next().is_some() || ends_joined(text, at) {
        return None;
    }
    let days = readings(fields, false)?;
    Some(Found::new(at, at + 1, days))
}

/// `2025-02-15`, `04/05/2025`, with a time after a `T`.
fn separated(text: &Text<'_, '_>, at: usize) -> Option<Found> {
    let separator = text.word(at + 1);
    let apart = separator == "/" || (text.is_dash(at + 1) && separator.chars().count() == 1);
    let joined = (at..at + 4).all(|at| text.joined(at));
    if !apart || !joined || text.word(at + 3) != separator || !text.is_number(at + 4) {
        return None;
    }
    let fields = [text.word(at), text.word(at + 2), text.word(at + 4)];
    let days = readings(fields, separator == "/")?;
    let mut found = Found::new(at, at + 5, days);
    if let Some((clocks, end)) = clock::after_t(text, at + 5) {
        found.clocks = clocks;
        found.end = end;
    } else if ends_joined(text, at + 4) && !(separator == "/" && text.is_dash(at + 5)) {
        return None;
    }
    Some(found)
}

/// `9-18-15`, `18.9.15` after a word that a date follows.
fn short(text: &Text<'_, '_>, at: usize) -> Option<Found> {
    if !is_placed(text, at) {
        return None;
    }
    let dots: Vec<_> = text.word(at).split('.').collect();
    let (fields, end) = match dots.as_slice() {
        [a, b, c] => ([*a, *b, *c], at + 1),
        _ => {
            let dashes = text.word(at + 1) == "-" && text.word(at + 3) == "-";
            if !dashes || !(at..at + 4).all(|at| text.joined(at)) {
                return None;
            }
            ([text.word(at), text.word(at + 2), text.word(at + 4)], at + 5)
        }
    };
    let two = |field: &str| plain_digits(field).is_some_and(|(_, digits)| digits <= 2);
    let short = fields.iter().all(|field| two(field)) && fields[2].len() == 2;
    let days = readings(fields, true).filter(|_| short && !ends_joined(text, end - 1))?;
    Some(Found::new(at, end, days))
}

/// Whether a word stands before a token after which a date is likelier than another chain of digits.
fn is_placed(text: &Text<'_, '_>, at: usize) -> bool {
    const WORDS: &[&str] = &[
        "on",
        "from",
        "until",
        "by",
        "since",
        "before",
        "after",
        "to",
        "dated",
        "released",
        "published",
        "updated",
        "posted",
        "signed",
        "issued",
        "born",
        "died",
        "due",
        "opened",
        "closed",
        "between",
    ];
    text.is(at.wrapping_sub(1), WORDS)
}

/// `2025-W07`, `2025-W07-3`: a week of the calendar of ISO 8601, or a day of it.
fn week(text: &Text<'_, '_>, at: usize) -> Option<Found> {
    let (year @ 1000..=2100, 4) = text.digits(at)? else {
        return None;
    };
    let dash = usize::from(text.is_dash(at + 1) && text.joined(at));
    let week = text.word(at + 1 + dash).strip_prefix('w')?;
    let (number @ 1..=53, 2) = plain_digits(week)? else {
        return None;
    };
    let end = at + 2 + dash;
    let (monday, _) = calendar::week(calendar::day(year, 1, 4)?)?;
    let first = calendar::plus_days(monday, 7 * (i64::from(number) - 1))?;
    let dashed = text.is_dash(end) && text.joined(end - 1) && text.joined(end);
    if let Some((weekday @ 1..=7, 1)) = text.digits(end + 1).filter(|_| dashed) {
        let day = calendar::plus_days(first, i64::from(weekday) - 1)?;
        return Some(Found::new(at, end + 2, Core::Days(vec![(day, day)])));
    }
    let last = calendar::plus_days(first, 6)?;
    (text.joined(at) && !ends_joined(text, end - 1))
        .then(|| Found::new(at, end, Core::Days(vec![(first, last)])))
}

/// `05-Aug-2016`, `2019/aug/01`.
fn with_month_name(text: &Text<'_, '_>, at: usize) -> Option<Found> {
    let month = text.month(at + 2)?;
    let separator = text.word(at + 1);
    let apart = (separator == "/" || text.is_dash(at + 1)) && text.word(at + 3) == separator;
    if !apart || !(at..at + 4).all(|at| text.joined(at)) || ends_joined(text, at + 4) {
        return None;
    }
    let (first, first_digits) = text.digits(at)?;
    let (last, last_digits) = text.digits(at + 4)?;
    let (year, day) = match (first_digits, last_digits) {
        (4, 1..=2) => (first, last),
        (1..=2, 4) => (last, first),
        (1..=2, 2) => (year::short(last), first),
        _ => return None,
    };
    let day = calendar::day(year, month, i8::try_from(day).ok()?)?;
    Some(Found::new(at, at + 5, Core::Days(vec![(day, day)])))
}

/// `2023-11`: a month, where it could not be the second year of a pair.
fn year_and_month(text: &Text<'_, '_>, at: usize) -> Option<Found> {
    let (year @ 1000..=2100, 4) = text.digits(at)? else {
        return None;
    };
    let (month @ 1..=12, digits @ 1..=2) = text.digits(at + 2)? else {
        return None;
    };
    let apart = text.is_dash(at + 1) || text.word(at + 1) == "/";
    let pair = digits == 2 && month > year % 100;
    if !apart || !text.joined(at) || !text.joined(at + 1) || ends_joined(text, at + 2) || pair {
        return None;
    }
    let core = Core::Calendar(Calendar {
        year: Some(year),
        month: Some(i8::try_from(month).ok()?),
        ..Calendar::default()
    });
    Some(Found::new(at, at + 3, core))
}

/// `11/2016`, `11-2016`.
fn month_and_year(text: &Text<'_, '_>, at: usize) -> Option<Found> {
    let (month @ 1..=12, 1..=2) = text.digits(at)? else {
        return None;
    };
    let (year @ 1900..=2100, 4) = text.digits(at + 2)? else {
        return None;
    };
    let apart = text.word(at + 1) == "/" || text.is_dash(at + 1);
    let joined = text.joined(at) && text.joined(at + 1) && apart;
    let core = Core::Calendar(Calendar {
        year: Some(year),
        month: Some(i8::try_from(month).ok()?),
        ..Calendar::default()
    });
    (joined && !ends_joined(text, at + 2)).then(|| Found::new(at, at + 3, core))
}

/// `4/22`, `22/04` after a preposition of time, where the size of the numbers tells which is the day.
fn month_and_day(text: &Text<'_, '_>, at: usize) -> Option<Found> {
    let (first @ 1..=31, 1..=2) = text.digits(at)? else {
        return None;
    };
    let (second @ 1..=31, 1..=2) = text.digits(at + 2)? else {
        return None;
    };
    let (month, day) = match (first, second) {
        (1..=12, 13..) => (first, second),
        (13.., 1..=12) => (second, first),
        _ => return None,
    };
    let joined = text.joined(at) && text.joined(at + 1) && text.word(at + 1) == "/";
    let placed = is_placed(text, at);
    let core = Core::Calendar(Calendar {
        month: Some(i8::try_from(month).ok()?),
        day: Some(i8::try_from(day).ok()?),
        ..Calendar::default()
    });
    (joined && placed && !ends_joined(text, at + 2) && !text.is_word(at + 3))
        .then(|| Found::new(at, at + 3, core))
}

/// Whether something that belongs to the number hangs on to its end.
fn ends_joined(text: &Text<'_, '_>, at: usize) -> bool {
    text.joined(at)
        && (text.is_word(at + 1)
            || text.is_number(at + 1)
            || ((text.is_dash(at + 1) || text.word(at + 1) == "/")
                && text.joined(at + 1)
                && text.is_number(at + 2)))
}

/// The ways to read three fields; American order first, as in the text's language. Short years with slashes only.
fn readings(fields: [&str; 3], slashes: bool) -> Option<Core> {
    let mut numbers = [(0, 0); 3];
    for (number, field) in numbers.iter_mut().zip(fields) {
        *number = plain_digits(field)?;
    }
    let date = |year: i16, month: i16, day: i16| -> Option<Date> {
        calendar::day(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?)
    };
    let [(a, a_digits), (b, b_digits), (c, c_digits)] = numbers;
    if b_digits > 2 {
        return None;
    }
    let candidates = match (a_digits, c_digits) {
        (4, 1..=2) if (1000..=2100).contains(&a) => [date(a, b, c), None],
        (1..=2, 4) if (1000..=2100).contains(&c) => [date(c, a, b), date(c, b, a)],
        (1..=2, 2) if slashes || c > 31 => [date(year::short(c), a, b), date(year::short(c), b, a)],
        _ => return None,
    };
    let mut days: Vec<_> = candidates.into_iter().flatten().map(|day| (day, day)).collect();
    days.dedup();
    (!days.is_empty()).then_some(Core::Days(days))
}
