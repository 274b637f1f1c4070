//! Numbers, amounts, measures, durations, ages, percentages and ordinals in a document.

use super::Mention;
use crate::document::Document;

/// Appends every count of `document` to `mentions`, but for numbers inside a mention that is already there (a date).
pub(crate) fn extract(_document: &Document<'_>, _mentions: &mut Vec<Mention>) {}
