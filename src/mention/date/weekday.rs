//! Dates that begin with a weekday: "Saturday, 15 February 2025", "Tuesday the 5th", "Monday of next week", "on Friday".

use jiff::civil::Weekday;

use super::absolute::{day_month, month_day};
use super::text::Text;
use super::{Calendar, Core, Found};
use crate::document::Tags;

/// "Saturday", "Saturday, 15 February 2025", "Sat 15th".
pub(super) fn date(text: &Text<'_, '_>, at: usize, weekday: Weekday, out: &mut Vec<Found>) -> bool {
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
