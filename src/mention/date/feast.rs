//! When a feast falls: on a day of a month, on a weekday of a month, counted from Easter or in the Hebrew calendar.

use jiff::civil::{Date, Weekday};

use crate::value::date::calendar::{self, Period};

/// The rule of a feast.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Feast {
    /// On a day of a month.
    Fixed(i8, i8),
    /// On a weekday of a month: its first, second …, or, where negative, its last; or some days after that.
    Weekday(i8, i8, Weekday, i64),
    /// From some days after Easter, for some days.
    Easter(i64, i64),
    /// The same after the Easter of the eastern churches.
    EasternEaster(i64, i64),
    /// From some days after the Hebrew new year that begins in the year, for some days. The feasts of spring lie before it.
    Tishri(i64, i64),
    /// Some days into the Hebrew month of Kislev, for some days.
    Kislev(i64, i64),
}

impl Feast {
    /// The days of the feast in a year.
    pub(super) fn days(self, year: i16) -> Option<Period> {
        let (first, length) = match self {
            Self::Fixed(month, day) => (calendar::day(year, month, day)?, 1),
            Self::Weekday(month, nth, weekday, offset) => {
                let day = calendar::day(year, month, 1)?
                    .nth_weekday_of_month(nth, weekday)
                    .ok()?;
                (calendar::plus_days(day, offset)?, 1)
            }
            Self::Easter(offset, length) => (calendar::plus_days(easter(year)?, offset)?, length),
            Self::EasternEaster(offset, length) => {
                (calendar::plus_days(eastern_easter(year)?, offset)?, length)
            }
            Self::Tishri(offset, length) => {
                let day = calendar::plus_days(date_of(hebrew_new_year(hebrew_year(year)))?, offset)?;
                // The fast of the ninth of Av gives way to the Sabbath.
                let moved = i64::from(self == TISHA_B_AV && day.weekday() == Weekday::Saturday);
                (calendar::plus_days(day, moved)?, length)
            }
            Self::Kislev(offset, length) => {
                let start = hebrew_new_year(hebrew_year(year));
                let long = (hebrew_new_year(hebrew_year(year) + 1) - start) % 10 == 5;
                (date_of(start + 59 + i64::from(long) + offset)?, length)
            }
        };
        Some((first, calendar::plus_days(first, length - 1)?))
    }
}

/// The ninth of Av.
pub(super) const TISHA_B_AV: Feast = Feast::Tishri(-51, 1);

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
    month_and_day(year, epact + weekday - 7 * month_shift + 114)
}

/// Easter Sunday of the eastern churches: by the Julian rule, as a day of the Gregorian calendar.
fn eastern_easter(year: i16) -> Option<Date> {
    let number = i32::from(year);
    let moon = (19 * number.rem_euclid(19) + 15) % 30;
    let weekday = (2 * number.rem_euclid(4) + 4 * number.rem_euclid(7) - moon + 34) % 7;
    let lag = number.div_euclid(100) - number.div_euclid(400) - 2;
    calendar::plus_days(month_and_day(year, moon + weekday + 114)?, i64::from(lag))
}

/// The day that both rules give as months of 31 days.
fn month_and_day(year: i16, days: i32) -> Option<Date> {
    calendar::day(
        year,
        i8::try_from(days / 31).ok()?,
        i8::try_from(days % 31 + 1).ok()?,
    )
}

/// The Hebrew year that begins in the autumn of a year.
fn hebrew_year(year: i16) -> i64 {
    i64::from(year) + 3761
}

/// The first day of a Hebrew year, as days from the start of the year 1.
fn hebrew_new_year(year: i64) -> i64 {
    let (before, this, after) = (molad(year - 1), molad(year), molad(year + 1));
    let delay = if after - this == 356 {
        2
    } else {
        i64::from(this - before == 382)
    };
    this + delay - 1_373_428
}

/// Days from the Hebrew epoch to the conjunction that begins a year, put off where it would fall on a wrong weekday.
fn molad(year: i64) -> i64 {
    let months = (235 * year - 234).div_euclid(19);
    let parts = 12_084 + 13_753 * months;
    let day = 29 * months + parts.div_euclid(25_920);
    day + i64::from((3 * (day + 1)).rem_euclid(7) < 3)
}

fn date_of(days: i64) -> Option<Date> {
    calendar::plus_days(calendar::day(1, 1, 1)?, days)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn feasts_fall_where_they_should() {
        for (feast, year, expected) in [
            (Feast::Easter(0, 1), 1916, "1916-04-23"),
            (Feast::Easter(0, 1), 2000, "2000-04-23"),
            (Feast::Easter(0, 1), 2025, "2025-04-20"),
            (Feast::Easter(-47, 1), 2022, "2022-03-01"),
            (Feast::EasternEaster(0, 1), 1943, "1943-04-25"),
            (Feast::EasternEaster(0, 1), 2021, "2021-05-02"),
            (Feast::Tishri(0, 1), 2023, "2023-09-16"),
            (Feast::Tishri(9, 1), 1973, "1973-10-06"),
            (Feast::Tishri(-163, 1), 2019, "2019-04-20"),
            (Feast::Kislev(24, 1), 2016, "2016-12-25"),
            (TISHA_B_AV, 2022, "2022-08-07"),
            (Feast::Weekday(11, 4, Weekday::Thursday, 1), 2022, "2022-11-25"),
            (Feast::Weekday(5, -1, Weekday::Monday, 0), 2022, "2022-05-30"),
        ] {
            let first = feast.days(year).map(|(first, _)| first.to_string());
            assert_eq!(first.as_deref(), Some(expected), "{feast:?} {year}");
        }
    }
}
