//! Months without a day: "November 2023", "2017 April", "in May"; and what only looks like one.

use super::absolute::{shared_year, year_after};
use super::text::Text;
use super::{Calendar, Core, Found};
use crate::document::Tags;

/// "November 2023", "May" where it is the month.
pub(super) fn month(text: &Text<'_, '_>, at: usize, out: &mut Vec<Found>) -> bool {
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
pub(super) fn year_month(text: &Text<'_, '_>, at: usize, out: &mut Vec<Found>) -> bool {
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
