//! How a wording of a time stands to the truth.

use jiff::civil::Date;

use super::calendar::{self, Period};
use super::{Clock, DateValue, Days, Limit, Reading};
use crate::value::Agreement;

/// How far, in minutes, a time said to the hour may be off.
const HOUR_SLACK: i32 = 30;
/// How far, in minutes, a time said to be near may be off.
const NEAR_SLACK: i32 = 45;

impl DateValue {
    /// Whether it speaks of the same thing as `truth`: both of a day, or both of a time of day.
    ///
    /// A weekday of no known week is compared only where it fits.
    #[must_use]
    pub fn comparable(&self, truth: &Self) -> bool {
        self.pairs(truth).any(|(said, truth)| {
            let days = said.days != Days::Any && truth.days != Days::Any;
            let clocks = said.clock.is_some() && truth.clock.is_some();
            clocks || (days && !is_foreign_weekday(said.days, truth.days))
        })
    }

    /// How this wording stands to the truth: the best that any of its readings does.
    ///
    /// Ask [`DateValue::comparable`] first: what cannot be compared does not contradict.
    #[must_use]
    pub fn agreement(&self, truth: &Self) -> Agreement {
        self.pairs(truth)
            .map(|(said, true_reading)| self.reading_agreement(said, truth, true_reading))
            .min()
            .unwrap_or(Agreement::Compatible)
    }

    fn pairs<'a>(&'a self, truth: &'a Self) -> impl Iterator<Item = (Reading, Reading)> + 'a {
        self.readings
            .iter()
            .flat_map(|said| truth.readings.iter().map(move |truth| (*said, *truth)))
    }

    fn reading_agreement(&self, said: Reading, truth: &Self, true_reading: Reading) -> Agreement {
        let said = in_zone_of(said, true_reading.clock);
        let days = self.days_agreement(said.days, truth, true_reading.days);
        let clock = match (said.clock, true_reading.clock) {
            (Some(said), Some(true_clock)) => self.clock_agreement(said, true_clock),
            (None, Some(_)) => Agreement::Compatible,
            (_, None) => Agreement::Supports,
        };
        days.max(clock)
    }

    fn days_agreement(&self, said: Days, truth: &Self, true_days: Days) -> Agreement {
        match (said, true_days) {
            (Days::Any, Days::Any) => Agreement::Supports,
            (Days::Any, _) | (_, Days::Any) => Agreement::Compatible,
            (Days::Between { first, last }, Days::Between { .. }) => {
                self.period_agreement((first, last), truth, true_days)
            }
            (Days::Recurring { .. }, Days::Between { first, last }) => {
                self.recurring_agreement(said, truth, (first, last))
            }
            (_, Days::Recurring { .. }) => {
                if said == true_days {
                    Agreement::Supports
                } else {
                    Agreement::Compatible
                }
            }
        }
    }

    /// One period against another, with the limits of the wording and the vagueness of both.
    fn period_agreement(&self, said: Period, truth: &Self, true_days: Days) -> Agreement {
        let Days::Between { first, last } = true_days else {
            return Agreement::Compatible;
        };
        let truth_period = calendar::part_of(first, last, truth.part);
        let said = calendar::part_of(said.0, said.1, self.part);
        let on = compare(said, truth_period);
        let beyond = match self.limit {
            Limit::On => return self.near(said, truth, truth_period, on),
            Limit::Before => truth_period.0 < said.0,
            Limit::After => truth_period.1 > said.1,
            Limit::Since if on == Agreement::Supports => return on,
            Limit::Until if on == Agreement::Supports => return on,
            Limit::Since => truth_period.1 >= said.0,
            Limit::Until => truth_period.0 <= said.1,
        };
        if beyond {
            Agreement::Compatible
        } else {
            Agreement::Contradicts
        }
    }

    /// What is said to be about a time agrees with what is near it.
    fn near(&self, said: Period, truth: &Self, truth_period: Period, on: Agreement) -> Agreement {
        if on != Agreement::Contradicts || !(self.approximate || truth.approximate) {
            return on;
        }
        let said = if self.approximate { widen(said) } else { said };
        let truth_period = if truth.approximate {
            widen(truth_period)
        } else {
            truth_period
        };
        compare(said, truth_period).max(Agreement::Compatible)
    }

    /// A day or month of no known year: it is tried in the years, or months, of the truth.
    fn recurring_agreement(&self, said: Days, truth: &Self, true_period: Period) -> Agreement {
        let Days::Recurring { month, day, weekday } = said else {
            return Agreement::Compatible;
        };
        let (first, last) = true_period;
        if (month.is_none() && day.is_none()) || calendar::days_between(first, last) > 731 {
            return Agreement::Compatible;
        }
        let true_days = Days::Between { first, last };
        let candidates = (first.year()..=last.year())
            .flat_map(|year| (1..=12).map(move |month| (year, month)))
            .filter(|(_, number)| month.is_none_or(|month| month == *number));
        let best = candidates
            .filter_map(|(year, month)| match day {
                Some(day) => calendar::day(year, month, day).map(|day| (day, day)),
                None => calendar::month(year, month),
            })
            .filter(|(day, end)| day != end || weekday.is_none_or(|weekday| day.weekday() == weekday))
            .map(|period| self.period_agreement(period, truth, true_days))
            .min();
        best.unwrap_or(Agreement::Contradicts)
    }

    fn clock_agreement(&self, said: Clock, truth: Clock) -> Agreement {
        let (said_first, said_last) = (i32::from(said.first), i32::from(said.last));
        let (first, last) = (i32::from(truth.first), i32::from(truth.last));
        if said_first >= first && said_last <= last {
            return Agreement::Supports;
        }
        let within = |slack: i32| said_first - slack <= last && first - slack <= said_last;
        let limit = match self.limit {
            Limit::On => false,
            Limit::Before | Limit::Until => first <= said_last,
            Limit::After | Limit::Since => last >= said_first,
        };
        let slack = match (self.approximate, said.rough) {
            (true, _) => NEAR_SLACK,
            (false, true) => HOUR_SLACK,
            (false, false) => 0,
        };
        if limit || within(slack) {
            Agreement::Compatible
        } else {
            Agreement::Contradicts
        }
    }
}

/// Within: supports; overlapping: compatible; apart: contradicts.
fn compare(said: Period, truth: Period) -> Agreement {
    if said.0 >= truth.0 && said.1 <= truth.1 {
        Agreement::Supports
    } else if said.0 <= truth.1 && truth.0 <= said.1 {
        Agreement::Compatible
    } else {
        Agreement::Contradicts
    }
}

/// A period and what is still near it: some days for a day, a month for a month, some years for a year.
fn widen((first, last): Period) -> Period {
    let slack = match calendar::days_between(first, last) {
        0..=6 => 4,
        7..=31 => 31,
        32..=122 => 60,
        123..=366 => 731,
        length => length / 2,
    };
    (
        calendar::plus_days(first, -slack).unwrap_or(Date::MIN),
        calendar::plus_days(last, slack).unwrap_or(Date::MAX),
    )
}

/// A weekday alone that is not the one of the true day.
fn is_foreign_weekday(said: Days, truth: Days) -> bool {
    let Days::Recurring {
        month: None,
        day: None,
        weekday: Some(weekday),
    } = said
    else {
        return false;
    };
    matches!(truth, Days::Between { first, last } if first == last && first.weekday() != weekday)
}

/// The same moment on the clocks of another zone, where both zones are known.
fn in_zone_of(said: Reading, other: Option<Clock>) -> Reading {
    let (Some(clock), Some(other)) = (said.clock, other) else {
        return said;
    };
    let (Some(from), Some(to)) = (clock.zone, other.zone) else {
        return said;
    };
    let moved = i32::from(clock.first) + i32::from(to) - i32::from(from);
    let length = clock.last.saturating_sub(clock.first);
    let Ok(first) = u16::try_from(moved.rem_euclid(1440)) else {
        return said;
    };
    let days = match said.days {
        Days::Between { first, last } if first == last => {
            calendar::plus_days(first, i64::from(moved.div_euclid(1440))).map_or(said.days, Days::day)
        }
        days => days,
    };
    Reading {
        days,
        clock: Some(Clock {
            first,
            last: first.saturating_add(length),
            zone: other.zone,
            rough: clock.rough,
        }),
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::Weekday;

    use super::*;
    use crate::value::Agreement::{Compatible, Contradicts, Supports};

    fn value(edtf: &str) -> DateValue {
        DateValue::parse_edtf(edtf).unwrap_or_else(|_| DateValue::vague())
    }

    #[test]
    fn finer_supports_and_coarser_is_compatible() {
        for (said, truth, expected) in [
            ("2023-11-29", "2023-11", Supports),
            ("2023-11", "2023-11-29", Compatible),
            ("2023-12", "2023-11-29", Contradicts),
            ("2023-11-29", "2023-11-29", Supports),
            ("2023-11-28", "2023-11-29", Contradicts),
            ("1998", "199X", Supports),
            ("199X", "1998", Compatible),
            ("1998~", "1999", Compatible),
            ("1990~", "1999", Contradicts),
            ("1998", "1997~", Compatible),
            ("2025-02-15", "2025-02-15T23:40", Compatible),
            ("2025-02-14", "2025-02-15T23:40", Contradicts),
            ("2025-02-15T23:40", "2025-02-15T23:40", Supports),
            ("2025-02-15T22:40", "2025-02-15T23:40", Contradicts),
            ("2025-02-15T23:40", "2025-02-15", Supports),
            ("2025-02-15T22:40Z", "2025-02-16T00:40+02:00", Supports),
            ("1912-04-15T02:20", "1912-04-14", Contradicts),
        ] {
            assert_eq!(
                value(said).agreement(&value(truth)),
                expected,
                "{said} of {truth}"
            );
        }
    }

    #[test]
    fn limits_admit_their_side() {
        let limited = |edtf: &str, limit| DateValue { limit, ..value(edtf) };
        for (said, truth, expected) in [
            (limited("1990", Limit::After), "1995", Compatible),
            (limited("1990", Limit::After), "1985", Contradicts),
            (limited("1990", Limit::Before), "1985", Compatible),
            (limited("1990", Limit::Before), "1995", Contradicts),
            (limited("2023-10-07", Limit::Since), "2023-10-07", Supports),
            (limited("2023-10-07", Limit::Since), "2024", Compatible),
            (limited("2023-10-07", Limit::Until), "2024", Contradicts),
        ] {
            assert_eq!(said.agreement(&value(truth)), expected, "{said:?} of {truth}");
        }
    }

    #[test]
    fn a_date_of_no_year_is_tried_in_the_year_of_the_truth() {
        let recurring =
            |month, day, weekday| DateValue::reading(Days::Recurring { month, day, weekday }, None);
        for (said, truth, expected) in [
            (recurring(Some(2), Some(15), None), "2025-02-15", Supports),
            (recurring(Some(2), Some(16), None), "2025-02-15", Contradicts),
            (recurring(Some(2), None, None), "2025-02-15", Compatible),
            (recurring(Some(2), None, None), "2025-02", Supports),
            (recurring(Some(3), None, None), "2025-02-15", Contradicts),
            (recurring(Some(2), Some(15), None), "2025", Supports),
            (recurring(None, Some(15), None), "2025-02-15", Supports),
            (
                recurring(None, None, Some(Weekday::Saturday)),
                "2025-02-15",
                Compatible,
            ),
        ] {
            assert_eq!(said.agreement(&value(truth)), expected, "{said:?} of {truth}");
        }
        let sunday = recurring(None, None, Some(Weekday::Sunday));
        assert!(!sunday.comparable(&value("2025-02-15")));
    }

    #[test]
    fn a_clock_is_not_compared_with_a_day() {
        let Some(clock) = Clock::minute(23, 40) else {
            return;
        };
        let time = DateValue::time(clock);
        assert!(!time.comparable(&value("2025-02-15")));
        assert!(!value("2025-02-15").comparable(&time));
        assert!(time.comparable(&value("2025-02-15T10:00")));
        assert_eq!(time.agreement(&time), Supports);
        let four = Clock {
            rough: true,
            ..Clock::minute(4, 0).unwrap_or(clock)
        };
        let near = Clock::minute(4, 17).unwrap_or(clock);
        assert_eq!(
            DateValue::time(four).agreement(&DateValue::time(near)),
            Compatible
        );
    }
}
