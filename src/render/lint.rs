//! What is to be said of sheets, as data.

use miette::{Diagnostic, Severity as Level};
use serde_json::{Value as Json, json};

use crate::claim::{Place, Sheet};

/// One thing to be said of a sheet: an element of `findings`.
#[must_use]
pub fn finding(diagnostic: &dyn Diagnostic, place: Place, sheets: &[Sheet]) -> Json {
    let severity = match diagnostic.severity().unwrap_or(Level::Error) {
        Level::Error => "error",
        Level::Warning => "warning",
        Level::Advice => "advice",
    };
    let words = |words: Option<Box<dyn std::fmt::Display + '_>>| words.map(|words| words.to_string());
    let sheet = sheets.get(place.sheet);
    let at = sheet.map(|sheet| sheet.position(place.span.start));
    json!({
        "code": words(diagnostic.code()),
        "severity": severity,
        "message": diagnostic.to_string(),
        "help": words(diagnostic.help()),
        "path": sheet.map(|sheet| &sheet.path),
        "span": {
            "start": place.span.start, "end": place.span.end,
            "line": at.map(|at| at.line), "column": at.map(|at| at.column),
        },
    })
}
