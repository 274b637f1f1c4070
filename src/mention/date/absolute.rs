//! Dates with a day of the month: "7 October 2023", "October 7-9", "the 13th to the 19th of October", "the 7th".

use jiff::civil::Weekday;

use super::text::Text;
use super::year::{self, is_followed_by_noun};
use super::{Base, Calendar, Core, Found, month, weekday};
use crate::document::Tags;

/// Days that share a month, at most.
const LONGEST_CHAIN: usize = 6;

pub(super) fn date(text: &Text<'_, '_>, at: usize, out: &mut Vec<Found>) -> bool {
    if let Some(weekday) = text.weekday(at) {
        return weekday::date(text, at, weekday, out);
    }
    if text.has(at, Tags::MONTH) {
        return month_day(text, at, None, out) || month::month(text, at, out);
    }
    month::year_month(text, at, out)
        || text.may_be_day(at + usize::from(text.word(at) == "the"))
            && (day_month(text, at, None, out) || bare_day(text, at, out))
}

/// "[the] 7 [of] October [2023]", "6-7 January 1916", "the 13th to the 19th of October".
pub(super) fn day_month(
    text: &Text<'_, '_>,
    at: usize,
    weekday: Option<Weekday>,
    out: &mut Vec<Found>,
) -> bool {
    if text.hangs(at) && !text.is_range_end(at) {
        return false;
    }
    let from = out.len();
    let Some((month, end)) = chain_to_month(text, at, out) else {
        out.truncate(from);
        return false;
    };
    let (year, end) = year_after(text, end, true);
    let year = year.or_else(|| shared_year(text, end));
    let last = out.len() - 1;
    for (index, found) in out.iter_mut().enumerate().skip(from) {
        if let Core::Calendar(calendar) = &mut found.core {
            calendar.month = Some(month);
            calendar.year = year;
            if index == from {
                calendar.weekday = weekday;
            }
        }
        if index == last {
            found.end = end;
        }
    }
    true
}

/// Days one after another, up to the month that they share: the month and the token after it.
fn chain_to_month(text: &Text<'_, '_>, at: usize, out: &mut Vec<Found>) -> Option<(i8, usize)> {
    let mut start = at;
    for _ in 0..LONGEST_CHAIN {
        let day_at = start + usize::from(text.word(start) == "the");
        let spoken = || {
            text.spoken_day(day_at)
                .filter(|(_, end)| text.month(*end).is_some())
        };
        let (day, end) = text.day(day_at).or_else(spoken)?;
        let calendar = Calendar {
            day: Some(day),
            ..Calendar::default()
        };
        out.push(Found::new(start, end, Core::Calendar(calendar)));
        // "28. June 1914"
        let dotted = text.word(end) == "."
            && text.joined(end - 1)
            && text.month(end + 1).is_some()
            && text.digits(end + 2).is_some_and(|(_, digits)| digits == 4);
        let of = usize::from(text.word(end) == "of" || (text.is_dash(end) && text.joined(end)) || dotted);
        if let Some(month) = text.month(end + of) {
            let apart = text.is_number(day_at)
                || text.word(end) == "of"
                || text.word(start) == "the"
                || text.capital(end);
            let verb =
                text.is(end, &["may", "march"]) && !text.capital(end) && text.digits(end + 1).is_none();
            return (apart && !verb).then(|| (month, text.past_stop(end + of + 1)));
        }
        start = separator(text, end, true)?;
    }
    None
}

/// Past what stands between two days of a chain.
fn separator(text: &Text<'_, '_>, at: usize, commas: bool) -> Option<usize> {
    match text.word(at) {
        "," if commas && text.word(at + 1) == "and" => Some(at + 2),
        "," if commas => Some(at + 1),
        "/" if commas && text.joined(at) && text.joined(at - 1) => Some(at + 1),
        "to" | "and" | "or" | "through" | "until" | "till" | "thru" | "&" => Some(at + 1),
        _ => text.is_dash(at).then_some(at + 1),
    }
}

/// "October 7", "Oct. 7th, 2023", "March 5-9, 1918".
pub(super) fn month_day(
    text: &Text<'_, '_>,
    at: usize,
    weekday: Option<Weekday>,
    out: &mut Vec<Found>,
) -> bool {
    let Some(month) = text.month(at).filter(|_| !text.hangs(at) || text.is_dash(at - 1)) else {
        return false;
    };
    let mut day_at = text.past_stop(at + 1);
    let apart = text.is_dash(day_at) || text.word(day_at) == "/";
    let tight = apart && text.joined(at) && text.joined(day_at);
    let comma = text.word(day_at) == "," && text.has_suffix(day_at + 1);
    day_at += usize::from(text.word(day_at) == "the" || tight || comma);
    let Some((day, end)) = text.day(day_at).or_else(|| text.spoken_day(day_at)) else {
        return false;
    };
    let words = !text.is_number(day_at);
    let verb = text.is(at, &["may", "march", "mar"]) && !text.capital(at) && !text.has_suffix(day_at);
    let noun = is_followed_by_noun(text, end - 1) && !text.has(end, Tags::CARDINAL);
    if (words || verb) && noun || text.word(end) == "%" {
        return false;
    }
    let calendar = Calendar {
        year: None,
        month: Some(month),
        day: Some(day),
        weekday,
        ..Calendar::default()
    };
    let from = out.len();
    out.push(Found::new(at, end, Core::Calendar(calendar)));
    more_days(text, calendar, out);
    let last = out.len() - 1;
    let end = out.last().map_or(end, |found| found.end);
    let (year, end) = year_after(text, end, false);
    let year = year.or_else(|| shared_year(text, end));
    for (index, found) in out.iter_mut().enumerate().skip(from) {
        if let Core::Calendar(calendar) = &mut found.core {
            calendar.year = year;
        }
        if index == last {
            found.end = end;
        }
    }
    true
}

/// The other days of "October 7-9", "May 6 and 7th".
fn more_days(text: &Text<'_, '_>, shared: Calendar, out: &mut Vec<Found>) {
    for _ in 0..LONGEST_CHAIN {
        let Some(at) = out.last().and_then(|found| separator(text, found.end, false)) else {
            return;
        };
        let start = at;
        let at = at + usize::from(text.word(at) == "the");
        let Some((day, end)) = text.day(at).filter(|_| text.is_number(at)) else {
            return;
        };
        let dash = text.is_dash(start - 1);
        let follows = dash || !is_followed_by_noun(text, end - 1);
        let foreign = text.month(end).is_some()
            || text.is(end, &[":", "%", "of", "a", "p", "am", "pm"]) && text.is_word(end)
            || text.month(end + 1).is_some() && text.word(end) == "of"
            || (text.joined(end - 1) && text.is(end, &[":", "%", "/", "-"]));
        if !follows || foreign {
            return;
        }
        let calendar = Calendar {
            day: Some(day),
            weekday: None,
            ..shared
        };
        out.push(Found::new(start, end, Core::Calendar(calendar)));
    }
}

/// The year after a month or day, where there is one, and the token after it.
pub(super) fn year_after(text: &Text<'_, '_>, at: usize, short: bool) -> (Option<i16>, usize) {
    let tight = (text.is_dash(at) || text.word(at) == "/") && text.joined(at);
    let year_at = at + usize::from(text.is(at, &[",", "of", "in"]) || tight);
    if let Some((year, end)) = year::beside(text, year_at).filter(|_| text.word(at) != "in") {
        return (Some(year), end);
    }
    if text.word(at) == "of"
        && (text.phrase(at + 1, &["that", "year"]) || text.phrase(at + 1, &["this", "year"]))
    {
        return (None, at + 3);
    }
    if text.phrase(at, &["of", "the", "same", "year"]) {
        return (None, at + 4);
    }
    if let Some((year, 2)) = text.digits(at).filter(|_| short) {
        let ends = !text.joined(at) || text.is(at + 1, &[".", ",", ";", ")"]);
        let open =
            text.is_word(at + 1) || text.is_number(at + 1) || (text.joined(at + 1) && text.is_number(at + 2));
        if ends && !open {
            return (Some(year::short(year)), at + 1);
        }
    }
    (None, at)
}

/// The year of the second date in "31 May to 1 June 1916", "August and September 1914", "between March and 5 April, 1918".
pub(super) fn shared_year(text: &Text<'_, '_>, at: usize) -> Option<i16> {
    let mut at = separator(text, at, true)?;
    for _ in 0..3 {
        at += usize::from(text.is(at, &["the", "early", "late", "mid", "in"]));
    }
    let day = text.day(at).filter(|_| text.is_number(at));
    let month_at = day.map_or(at, |(_, end)| end);
    text.month(month_at)?;
    let mut end = month_at + 1;
    if let (None, Some((_, after))) = (day, text.day(end).filter(|_| text.is_number(end))) {
        end = after;
    }
    year_after(text, end, false).0
}

/// "the 7th", "the 20th" where a date can stand; "the 20th of last month".
fn bare_day(text: &Text<'_, '_>, at: usize, out: &mut Vec<Found>) -> bool {
    let day_at = at + usize::from(text.word(at) == "the");
    let Some((day, end)) = text
        .day(day_at)
        .filter(|_| text.has_suffix(day_at) || day_at > at)
    else {
        return false;
    };
    if let Some((base, count, end)) = month_pointed(text, end) {
        out.push(Found::new(at, end, Core::DayOfMonthFrom(day, base, count)));
        return true;
    }
    if !text.has_suffix(day_at) || text.hangs(at) {
        return false;
    }
    let placed = matches!(
        text.before(at),
        "on" | "by" | "until" | "since" | "from" | "till" | "before" | "after"
    );
    let closed = !text.is_word(end)
        || text.has(
            end,
            Tags::PREPOSITION
                .or(Tags::CONJUNCTION)
                .or(Tags::BE)
                .or(Tags::AUXILIARY)
                .or(Tags::MODAL),
        );
    let closed = closed && text.word(end) != "of" && !(text.is_dash(end) && text.joined(end));
    if !placed || !closed {
        return false;
    }
    let calendar = Calendar {
        day: Some(day),
        ..Calendar::default()
    };
    out.push(Found::new(at, end, Core::Calendar(calendar)));
    true
}

/// "of last month", "day of next month", "of the month": from where, how many months on, and the token after it.
fn month_pointed(text: &Text<'_, '_>, at: usize) -> Option<(Base, i32, usize)> {
    let at = at + usize::from(text.word(at) == "day");
    if text.word(at) != "of" {
        return None;
    }
    let (base, count, next) = match (text.word(at + 1), text.word(at + 2)) {
        ("last", _) => (Base::Published, -1, at + 2),
        ("next", _) => (Base::Published, 1, at + 2),
        ("this", _) => (Base::Published, 0, at + 2),
        ("the", "same") => (Base::Focus, 0, at + 3),
        ("the", "following" | "next") => (Base::Focus, 1, at + 3),
        ("the", "previous") => (Base::Focus, -1, at + 3),
        ("that" | "the", _) => (Base::Focus, 0, at + 2),
        _ => return None,
    };
    (text.word(next) == "month").then_some((base, count, next + 1))
}
