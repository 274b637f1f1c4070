//! Dates with a month or a weekday: "7 October 2023", "October 7-9", "Saturday, the 15th", "in May".

use jiff::civil::Weekday;

use super::text::Text;
use super::year::{self, is_followed_by_noun};
use super::{Base, Calendar, Core, Found};
use crate::document::Tags;

/// Days that share a month, at most.
const LONGEST_CHAIN: usize = 6;

pub(super) fn date(text: &Text<'_, '_>, at: usize, out: &mut Vec<Found>) -> bool {
    if let Some(weekday) = text.weekday(at) {
        return with_weekday(text, at, weekday, out);
    }
    day_month(text, at, None, out)
        || month_day(text, at, None, out)
        || month(text, at, out)
        || bare_day(text, at, out)
}

/// "Saturday", "Saturday, 15 February 2025", "Sat 15th".
fn with_weekday(text: &Text<'_, '_>, at: usize, weekday: Weekday, out: &mut Vec<Found>) -> bool {
    let after = text.past_stop(at + 1);
    let date_at = after + usize::from(text.word(after) == ",");
    let from = out.len();
    if day_month(text, date_at, Some(weekday), out) || month_day(text, date_at, Some(weekday), out) {
        if let Some(first) = out.get_mut(from) {
            first.start = at;
        }
        return true;
    }
    let day_at = date_at + usize::from(text.word(date_at) == "the");
    if let Some((day, end)) = text.day(day_at).filter(|(_, end)| {
        text.has_suffix(day_at) || (day_at > date_at && !text.is_word(*end) && !text.is_number(day_at))
    }) {
        let calendar = Calendar {
            day: Some(day),
            weekday: Some(weekday),
            ..Calendar::default()
        };
        out.push(Found::new(at, end, Core::Calendar(calendar)));
        return true;
    }
    if let Some((count, end)) = week_pointed(text, after) {
        out.push(Found::new(at, end, Core::WeekdayOfWeek(weekday, count)));
        return true;
    }
    if !is_weekday(text, at) {
        return false;
    }
    let calendar = Calendar {
        weekday: Some(weekday),
        ..Calendar::default()
    };
    out.push(Found::new(at, at + 1, Core::Calendar(calendar)));
    true
}

/// "next week", "of last week" after a weekday: which week from the article's, and the token after it.
fn week_pointed(text: &Text<'_, '_>, at: usize) -> Option<(i32, usize)> {
    let at = at + usize::from(text.word(at) == "of");
    let count = match text.word(at) {
        "last" => -1,
        "this" => 0,
        "next" => 1,
        _ => return None,
    };
    (text.word(at + 1) == "week").then_some((count, at + 2))
}

/// Whether the name of a weekday alone is one: "Sun" and "Wed" also mean other things, and so does "Black Friday".
fn is_weekday(text: &Text<'_, '_>, at: usize) -> bool {
    let full = text.word(at).ends_with("day");
    let alone = text.len() <= at + 2 && at == 0;
    let named = at > 0
        && text.capital(at - 1)
        && text.is(
            at - 1,
            &[
                "black", "bloody", "good", "ash", "cyber", "super", "red", "palm", "giving", "holy", "big",
            ],
        );
    (full || alone)
        && (text.capital(at) || alone || text.has(at.wrapping_sub(1), Tags::PREPOSITION.or(Tags::RELATIVE)))
        && !named
}

/// "[the] 7 [of] October [2023]", "6-7 January 1916", "the 13th to the 19th of October".
fn day_month(text: &Text<'_, '_>, at: usize, weekday: Option<Weekday>, out: &mut Vec<Found>) -> bool {
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
        let of = usize::from(text.word(end) == "of" || (text.is_dash(end) && text.joined(end)));
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
        "to" | "and" | "or" | "through" | "until" | "till" | "thru" | "&" => Some(at + 1),
        _ => text.is_dash(at).then_some(at + 1),
    }
}

/// "October 7", "Oct. 7th, 2023", "March 5-9, 1918".
fn month_day(text: &Text<'_, '_>, at: usize, weekday: Option<Weekday>, out: &mut Vec<Found>) -> bool {
    let Some(month) = text.month(at).filter(|_| !text.hangs(at) || text.is_dash(at - 1)) else {
        return false;
    };
    let mut day_at = text.past_stop(at + 1);
    day_at += usize::from(text.word(day_at) == "the");
    let Some((day, end)) = text.day(day_at).or_else(|| text.spoken_day(day_at)) else {
        return false;
    };
    let words = !text.is_number(day_at);
    let verb = text.is(at, &["may", "march", "mar"]) && !text.capital(at) && !text.has_suffix(day_at);
    if (words || verb) && is_followed_by_noun(text, end - 1) || text.word(end) == "%" {
        return false;
    }
    let calendar = Calendar {
        year: None,
        month: Some(month),
        day: Some(day),
        weekday,
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
fn year_after(text: &Text<'_, '_>, at: usize, short: bool) -> (Option<i16>, usize) {
    let year_at = at + usize::from(text.is(at, &[",", "of", "in"]) || (text.is_dash(at) && text.joined(at)));
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
fn shared_year(text: &Text<'_, '_>, at: usize) -> Option<i16> {
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

/// "November 2023", "May" where it is the month.
fn month(text: &Text<'_, '_>, at: usize, out: &mut Vec<Found>) -> bool {
    let Some(month) = text.month(at).filter(|_| !text.hangs(at) || text.is_dash(at - 1)) else {
        return false;
    };
    let (year, end) = year_after(text, text.past_stop(at + 1), false);
    let with_year = end > text.past_stop(at + 1);
    if !with_year && !is_month(text, at) {
        return false;
    }
    let end = if with_year { end } else { at + 1 };
    let year = year.or_else(|| shared_year(text, end));
    let calendar = Calendar {
        year,
        month: Some(month),
        ..Calendar::default()
    };
    out.push(Found::new(at, end, Core::Calendar(calendar)));
    true
}

/// "2017 April", "2016, Nov": where no day follows.
fn year_month(text: &Text<'_, '_>, at: usize, out: &mut Vec<Found>) -> bool {
    let Some((year @ 1000..=2100, 4)) = text.digits(at) else {
        return false;
    };
    let month_at = at + 1 + usize::from(text.word(at + 1) == ",");
    let Some(month) = text.month(month_at) else {
        return false;
    };
    let verb = text.is(month_at, &["may", "march"]);
    let own = text.day(month_at + 1).is_some() || year_after(text, month_at + 1, false).0.is_some();
    if verb || own || text.hangs(at) || (month_at > at + 1 && text.is_word(month_at + 1)) {
        return false;
    }
    let calendar = Calendar {
        year: Some(year),
        month: Some(month),
        ..Calendar::default()
    };
    out.push(Found::new(at, month_at + 1, Core::Calendar(calendar)));
    true
}

/// Words before which stand times, so that a month's name after them is the month.
const BEFORE_A_MONTH: &[&str] = &[
    "in",
    "by",
    "since",
    "until",
    "till",
    "during",
    "from",
    "before",
    "after",
    "early",
    "late",
    "mid",
    "throughout",
    "last",
    "next",
    "this",
    "between",
    "of",
    "to",
    "through",
    "around",
    "about",
    "and",
    "or",
    "each",
    "every",
    "following",
    "previous",
];

/// Whether a month's name alone is the month, and not a verb or a person.
fn is_month(text: &Text<'_, '_>, at: usize) -> bool {
    let time_before = BEFORE_A_MONTH.contains(&text.before(at)) || (at > 0 && text.is_dash(at - 1));
    let alone = at == 0 && text.len() <= 2;
    let full = text.word(at).len() > 4 || text.is(at, &["may", "june", "july"]);
    match text.word(at) {
        "may" | "march" => {
            let strong =
                time_before && !text.is(at.wrapping_sub(1), &["and", "or", "to", "of", "this", "about"]);
            let listed =
                time_before && (is_near_month(text, at) || text.is(at.wrapping_sub(1), &["this", "of"]));
            (alone || text.capital(at))
                && (strong || listed || alone || shared_year(text, at + 1).is_some())
                && !text.is(at + 1, &["i", "we", "you", "not", "be", "have"])
        }
        "mar" | "jan" | "dec" | "sept" | "sep" | "feb" | "apr" | "jun" | "jul" | "aug" | "oct" | "nov" => {
            alone || (text.capital(at) && time_before && !is_name(text, at))
        }
        "april" | "june" | "august" | "january" => {
            let strong =
                time_before && !text.is(at.wrapping_sub(1), &["and", "or", "to", "of", "this", "about"]);
            (text.capital(at) || alone || time_before) && (strong || !is_name(text, at))
        }
        _ => full && (text.capital(at) || time_before || alone),
    }
}

/// Whether the month before or after a conjunction is a month too.
fn is_near_month(text: &Text<'_, '_>, at: usize) -> bool {
    (1..=4).any(|step| at.checked_sub(step).is_some_and(|at| text.month(at).is_some()))
}

/// A person who bears the name of a month: "April Jones", "August said".
fn is_name(text: &Text<'_, '_>, at: usize) -> bool {
    let next = at + 1;
    (text.is_word(next) && text.capital(next) && text.weekday(next).is_none())
        || text.has(next, Tags::REPORTING)
        || text.is(next, &["'s", "\u{2019}s", "who", "is", "has"])
        || (at > 0
            && (text.has(at - 1, Tags::TITLE)
                || (text.capital(at - 1) && text.is_word(at - 1) && text.joined(at) && at > 1)))
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
