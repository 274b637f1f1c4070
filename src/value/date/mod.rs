//! Dates as people say them: sets of days, partial dates, times of day.
//!
//! A value is one or more readings, the likeliest first. `calendar` knows the named periods, `edtf` the notation of
//! ISO 8601-2, `agreement` how a wording stands to a truth, `display` how a value is written for people.

mod agreement;
pub(crate) mod calendar;
mod display;
mod edtf;

use jiff::civil::{Date, Weekday};

pub use self::edtf::EdtfError;

/// What a wording or a claim says of a time: one or more readings, any of which may be meant.
///
/// A value with no reading is a word for time that no calendar can place ("now", "the past").
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DateValue {
    /// Usually one; more where day and month can be swapped (`04/05/2025`), where a clock may be of the morning or the
    /// evening, or where the year is taken from the text around it. The likeliest comes first.
    pub readings: Vec<Reading>,
    /// Which part of the days is meant ("late November").
    pub part: Part,
    /// "about", "circa": near it.
    pub approximate: bool,
    /// "before", "since" and their like.
    pub limit: Limit,
    /// The weekday that the wording gives beside a date, right or wrong ("Sunday, February 15").
    pub weekday: Option<Weekday>,
}

/// One way to understand a wording.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reading {
    /// The days it may mean.
    pub days: Days,
    /// The time of day, where one is said.
    pub clock: Option<Clock>,
}

/// A set of days.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Days {
    /// Nothing is said of the day ("at 11:40 p.m.").
    Any,
    /// From the first to the last, both included; one day where they are the same; `Date::MIN` and `Date::MAX` are open
    /// ends.
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
        weekday: Option<Weekday>,
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
    /// Whether it is said to the hour only ("4 a.m."), so that some minutes more or less are no error.
    pub rough: bool,
}

/// Which part of its days a wording means.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Part {
    /// All of them.
    #[default]
    Whole,
    /// The first of them ("early", "the beginning of").
    Early,
    /// Those in the middle.
    Middle,
    /// The last of them ("late", "the end of").
    Late,
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

impl Clock {
    /// One minute of the day; `None` where there is no such minute.
    #[must_use]
    pub fn minute(hour: i8, minute: i8) -> Option<Self> {
        let at = u16::try_from(hour).ok().filter(|&hour| hour < 24)? * 60
            + u16::try_from(minute).ok().filter(|&minute| minute < 60)?;
        Some(Self {
            first: at,
            last: at,
            zone: None,
            rough: false,
        })
    }
}

impl Days {
    /// One day.
    #[must_use]
    pub const fn day(day: Date) -> Self {
        Self::Between {
            first: day,
            last: day,
        }
    }
}

impl DateValue {
    /// A wording that no calendar can place.
    #[must_use]
    pub const fn vague() -> Self {
        Self {
            readings: Vec::new(),
            part: Part::Whole,
            approximate: false,
            limit: Limit::On,
            weekday: None,
        }
    }

    /// The same value on the clocks of a zone, in minutes east of UTC, where it names none itself.
    #[must_use]
    pub fn in_zone(mut self, zone: i16) -> Self {
        for clock in self
            .readings
            .iter_mut()
            .filter_map(|reading| reading.clock.as_mut())
        {
            clock.zone.get_or_insert(zone);
        }
        self
    }

    /// A value with one reading.
    #[must_use]
    pub fn reading(days: Days, clock: Option<Clock>) -> Self {
        Self {
            readings: vec![Reading { days, clock }],
            ..Self::vague()
        }
    }

    /// The days from `first` to `last`.
    #[must_use]
    pub fn between(first: Date, last: Date) -> Self {
        Self::reading(Days::Between { first, last }, None)
    }

    /// One day.
    #[must_use]
    pub fn day(day: Date) -> Self {
        Self::between(day, day)
    }

    /// A minute of a day.
    #[must_use]
    pub fn moment(day: Date, clock: Clock) -> Self {
        Self::reading(Days::day(day), Some(clock))
    }

    /// A time of any day.
    #[must_use]
    pub fn time(clock: Clock) -> Self {
        Self::reading(Days::Any, Some(clock))
    }

    /// A date, a time or both as TOML writes them; `None` for what the calendar does not have.
    #[must_use]
    pub fn from_toml(value: &toml::value::Datetime) -> Option<Self> {
        let day = match &value.date {
            Some(date) => Some(
                Date::new(
                    i16::try_from(date.year).ok()?,
                    i8::try_from(date.month).ok()?,
                    i8::try_from(date.day).ok()?,
                )
                .ok()?,
            ),
            None => None,
        };
        let clock = match &value.time {
            Some(time) => {
                let mut clock =
                    Clock::minute(i8::try_from(time.hour).ok()?, i8::try_from(time.minute).ok()?)?;
                clock.zone = value.offset.map(|offset| match offset {
                    toml::value::Offset::Z => 0,
                    toml::value::Offset::Custom { minutes } => minutes,
                });
                Some(clock)
            }
            None => None,
        };
        match (day, clock) {
            (None, None) => None,
            (day, clock) => Some(Self::reading(day.map_or(Days::Any, Days::day), clock)),
        }
    }

    /// Whether a calendar can say anything of it at all.
    #[must_use]
    pub fn is_vague(&self) -> bool {
        self.readings.is_empty()
    }

    /// The one day that it names, where it names one.
    #[must_use]
    pub fn single_day(&self) -> Option<Date> {
        match self.readings.first()?.days {
            Days::Between { first, last } if first == last => Some(first),
            _ => None,
        }
    }

    /// How many days it spans, where it names a period of the calendar.
    #[must_use]
    pub fn length(&self) -> Option<i64> {
        match self.readings.first()?.days {
            Days::Between { first, last } => Some(calendar::days_between(first, last) + 1),
            Days::Recurring { .. } | Days::Any => None,
        }
    }

    /// The number of days from `from` to `to`, where both name one day.
    #[must_use]
    pub fn days_between(from: &Self, to: &Self) -> Option<i64> {
        Some(calendar::days_between(from.single_day()?, to.single_day()?))
    }

    /// The first day (`2025-02-15`), or minute (`2025-02-15T23:40`, `23:40` where no day is known), that may be meant.
    #[must_use]
    pub fn earliest(&self) -> Option<String> {
        if matches!(self.limit, Limit::Before | Limit::Until) {
            return None;
        }
        let bounds = self.readings.iter().filter_map(|reading| self.bounds(*reading));
        bounds.map(|(first, _)| first).min().map(Moment::text)
    }

    /// The last day or minute that may be meant.
    #[must_use]
    pub fn latest(&self) -> Option<String> {
        if matches!(self.limit, Limit::After | Limit::Since) {
            return None;
        }
        let bounds = self.readings.iter().filter_map(|reading| self.bounds(*reading));
        bounds.map(|(_, last)| last).max().map(Moment::text)
    }

    /// First and last moment of a reading; `None` where it is not placed or has an open end.
    fn bounds(&self, reading: Reading) -> Option<(Moment, Moment)> {
        let minutes = reading
            .clock
            .map_or((None, None), |clock| (Some(clock.first), Some(clock.last)));
        let days = match reading.days {
            Days::Any => return Some((Moment(None, minutes.0?.into()), Moment(None, minutes.1?.into()))),
            Days::Between { first, last } => calendar::part_of(first, last, self.part),
            Days::Recurring { .. } => return None,
        };
        Some((Moment(Some(days.0), minutes.0), Moment(Some(days.1), minutes.1)))
    }
}

/// A day, a minute, or a minute of a day.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Moment(Option<Date>, Option<u16>);

impl Moment {
    fn text(self) -> String {
        let clock = self
            .1
            .map(|minute| format!("{:02}:{:02}", minute / 60, minute % 60));
        match (self.0, clock) {
            (Some(day), Some(clock)) => format!("{day}T{clock}"),
            (Some(day), None) => day.to_string(),
            (None, clock) => clock.unwrap_or_default(),
        }
    }
}
