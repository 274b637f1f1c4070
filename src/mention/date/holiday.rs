//! Feasts and other days with a name: on a fixed day, on a weekday of a month, or counted from Easter.

use jiff::civil::{Date, Weekday};

use super::text::Text;
use super::{Core, Found, year};
use crate::value::date::calendar;

/// When a day with a name falls.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Holiday {
    /// On a day of a month.
    Fixed(i8, i8),
    /// On a weekday of a month: its first, second …, or, where negative, its last.
    Weekday(i8, i8, Weekday),
    /// Some days after Easter.
    Easter(i64),
}

impl Holiday {
    /// The day on which it falls.
    pub(super) fn day(self, year: i16) -> Option<Date> {
        match self {
            Self::Fixed(month, day) => calendar::day(year, month, day),
            Self::Weekday(month, nth, weekday) => calendar::day(year, month, 1)?
                .nth_weekday_of_month(nth, weekday)
                .ok(),
            Self::Easter(offset) => calendar::plus_days(easter(year)?, offset),
        }
    }
}

/// Easter Sunday, by the anonymous Gregorian rule.
fn easter(year: i16) -> Option<Date> {
    let year_number = i32::from(year);
    let golden = year_number.rem_euclid(19);
    let century = year_number.div_euclid(100);
    let rest = year_number.rem_euclid(100);
    let epact =
        (19 * golden + century - century / 4 - (century - (century + 8) / 25 + 1) / 3 + 15).rem_euclid(30);
    let weekday = (32 + 2 * (century % 4) + 2 * (rest / 4) - epact - rest % 4).rem_euclid(7);
    let month_shift = (golden + 11 * epact + 22 * weekday) / 451;
    let days = epact + weekday - 7 * month_shift + 114;
    calendar::day(
        year,
        i8::try_from(days / 31).ok()?,
        i8::try_from(days % 31 + 1).ok()?,
    )
}

/// A feast, with its year or without: "Christmas Day", "Thanksgiving 2012", "New Year's Eve".
pub(super) fn date(text: &Text<'_, '_>, at: usize) -> Option<Found> {
    let first = text.word(at);
    let (words, holiday) = HOLIDAYS
        .iter()
        .find(|(words, _)| words.first() == Some(&first) && text.phrase(at, words))?;
    let mut end = at + words.len();
    if words.len() == 1 {
        end += usize::from(text.word(end) == "day");
        let name = text.is_word(end) && year::is_followed_by_noun(text, end - 1) || text.capital(end);
        if name && text.weekday(end).is_none() {
            return None;
        }
    }
    let beside = year::beside(text, end + usize::from(text.is(end, &[",", "of"])));
    let (year, end) = beside.map_or((None, end), |(year, end)| (Some(year), end));
    Some(Found::new(at, end, Core::Holiday(*holiday, year)))
}

const HOLIDAYS: &[(&[&str], Holiday)] = &[
    (&["christmas", "eve"], Holiday::Fixed(12, 24)),
    (&["christmas"], Holiday::Fixed(12, 25)),
    (&["boxing", "day"], Holiday::Fixed(12, 26)),
    (&["new", "year", "'s", "eve"], Holiday::Fixed(12, 31)),
    (&["new", "year", "\u{2019}s", "eve"], Holiday::Fixed(12, 31)),
    (&["new", "years", "eve"], Holiday::Fixed(12, 31)),
    (&["new", "year", "'s", "day"], Holiday::Fixed(1, 1)),
    (&["new", "year", "\u{2019}s", "day"], Holiday::Fixed(1, 1)),
    (&["new", "years", "day"], Holiday::Fixed(1, 1)),
    (&["valentine", "'s", "day"], Holiday::Fixed(2, 14)),
    (&["valentine", "\u{2019}s", "day"], Holiday::Fixed(2, 14)),
    (&["st", "patrick", "'s", "day"], Holiday::Fixed(3, 17)),
    (&["april", "fools", "day"], Holiday::Fixed(4, 1)),
    (&["may", "day"], Holiday::Fixed(5, 1)),
    (&["independence", "day"], Holiday::Fixed(7, 4)),
    (&["bastille", "day"], Holiday::Fixed(7, 14)),
    (&["halloween"], Holiday::Fixed(10, 31)),
    (&["veterans", "day"], Holiday::Fixed(11, 11)),
    (&["armistice", "day"], Holiday::Fixed(11, 11)),
    (&["groundhog", "day"], Holiday::Fixed(2, 2)),
    (&["memorial", "day"], Holiday::Weekday(5, -1, Weekday::Monday)),
    (&["labor", "day"], Holiday::Weekday(9, 1, Weekday::Monday)),
    (&["columbus", "day"], Holiday::Weekday(10, 2, Weekday::Monday)),
    (&["presidents", "day"], Holiday::Weekday(2, 3, Weekday::Monday)),
    (
        &["martin", "luther", "king", "day"],
        Holiday::Weekday(1, 3, Weekday::Monday),
    ),
    (&["mother", "'s", "day"], Holiday::Weekday(5, 2, Weekday::Sunday)),
    (&["mothers", "day"], Holiday::Weekday(5, 2, Weekday::Sunday)),
    (&["father", "'s", "day"], Holiday::Weekday(6, 3, Weekday::Sunday)),
    (&["fathers", "day"], Holiday::Weekday(6, 3, Weekday::Sunday)),
    (&["thanksgiving"], Holiday::Weekday(11, 4, Weekday::Thursday)),
    (&["ash", "wednesday"], Holiday::Easter(-46)),
    (&["palm", "sunday"], Holiday::Easter(-7)),
    (&["maundy", "thursday"], Holiday::Easter(-3)),
    (&["good", "friday"], Holiday::Easter(-2)),
    (&["easter", "sunday"], Holiday::Easter(0)),
    (&["easter", "monday"], Holiday::Easter(1)),
    (&["easter"], Holiday::Easter(0)),
    (&["whit", "monday"], Holiday::Easter(50)),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn easter_falls_where_it_should() {
        for (year, expected) in [
            (1916, "1916-04-23"),
            (2000, "2000-04-23"),
            (2019, "2019-04-21"),
            (2025, "2025-04-20"),
        ] {
            assert_eq!(easter(year).map(|day| day.to_string()), Some(expected.to_owned()));
        }
    }
}
