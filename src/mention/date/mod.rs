//! Dates, times and periods in a document.

use jiff::civil::Date;

use super::Mention;
use crate::document::Document;

/// Appends every date of `document` to `mentions`; `published` places what only the article's own date can place.
pub(crate) fn extract(_document: &Document<'_>, _published: Option<Date>, _mentions: &mut Vec<Mention>) {}
