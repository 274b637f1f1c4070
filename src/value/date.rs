//! Dates as people say them: sets of days, partial dates, times of day; Extended Date/Time Format (ISO 8601-2).

use jiff::civil::Date;

use super::Agreement;

/// What a wording or a claim says of a time: one or more readings, any of which may be meant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DateValue {
    /// Usually one; two where day and month can be swapped (`04/05/2025`).
    pub readings: Vec<Reading>,
    /// "about", "circa": near it.
    pub approximate: bool,
    /// "before", "since" and their like.
    pub limit: Limit,
}

/// One way to understand a wording.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading {
    /// The days it may mean.
    pub days: Days,
    /// The time of day, where one is said.
    pub clock: Option<Clock>,
}

/// A set of days.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Days {
    /// Nothing is said of the day ("at 11:40 p.m.").
    Any,
    /// From the first to the last, both included; one day where they are the same.
    Between {
        /// First day.
        first: Date,
        /// Last day.
        last: Date,
    },
    /// A day or month of no known year, or a weekday of no known week ("15 February", "the 15th", "Saturday").
    Recurring {
        /// Month, from 1.
        month: Option<i8>,
        /// Day of the month, from 1.
        day: Option<i8>,
        /// Weekday.
        weekday: Option<jiff::civil::Weekday>,
    },
}

/// A time of day, in minutes since midnight, from `first` to `last`, both included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Clock {
    /// First minute of the day that may be meant, from 0 to 1439.
    pub first: u16,
    /// Last minute of the day that may be meant.
    pub last: u16,
    /// Minutes east of UTC, where the wording names a zone.
    pub zone: Option<i16>,
}

/// On which side of its days a wording lies.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Limit {
    /// On them.
    #[default]
    On,
    /// Before them.
    Before,
    /// After them.
    After,
    /// From them on.
    Since,
    /// Up to them.
    Until,
}

impl DateValue {
    /// The days from `first` to `last`.
    #[must_use]
    pub fn between(first: Date, last: Date) -> Self {
        let reading = Reading {
            days: Days::Between { first, last },
            clock: None,
        };
        Self {
            readings: vec![reading],
            approximate: false,
            limit: Limit::On,
        }
    }

    /// One day.
    #[must_use]
    pub fn day(day: Date) -> Self {
        Self::between(day, day)
    }

    /// How this wording stands to the truth.
    #[must_use]
    pub fn agreement(&self, truth: &Self) -> Agreement {
        if self == truth {
            Agreement::Supports
        } else {
            Agreement::Contradicts
        }
    }

    /// The value in Extended Date/Time Format; `None` where no year or day is known.
    #[must_use]
    pub fn edtf(&self) -> Option<String> {
        None
    }

    /// The first day (`2025-02-15`), or minute (`2025-02-15T23:40`, `23:40` where no day is known), that may be meant.
    #[must_use]
    pub fn earliest(&self) -> Option<String> {
        None
    }

    /// The last day or minute that may be meant.
    #[must_use]
    pub fn latest(&self) -> Option<String> {
        None
    }
}
