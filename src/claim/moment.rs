//! Dates and times of a sheet: TOML's own, and strings in Extended Date/Time Format.

use jiff::civil::Date;
use toml::value::Datetime;

use crate::value::date::{DateValue, Days, Reading};

/// A TOML date, time or date-time; `Err` says why it is none.
pub(super) fn from_toml(moment: &Datetime) -> Result<DateValue, String> {
    DateValue::from_toml(moment).ok_or_else(|| "the calendar has no such day".to_owned())
}

/// A string in Extended Date/Time Format, levels 0 and 1.
pub(super) fn from_edtf(text: &str) -> Result<DateValue, String> {
    DateValue::parse_edtf(text.trim()).map_err(|error| error.to_string())
}

/// The one day of a TOML date or of a string that names a day.
pub(super) fn one_day(value: &DateValue) -> Option<Date> {
    match value.readings.as_slice() {
        [
            Reading {
                days: Days::Between { first, last },
                clock: None,
            },
        ] if first == last => Some(*first),
        _ => None,
    }
}
