//! What no claim speaks of, a line each.

use serde_json::{Value as Json, json};

use crate::text::in_a_line;
use crate::unlinked::Unlinked;

/// Columns of the places; what is longer stands out, and moves no other line.
const LONGEST_PLACE: usize = 60;

/// As lines such as `articles/a.md:12:3  count  396 seats`.
#[must_use]
pub fn text(unlinked: &[Unlinked]) -> String {
    let place = |one: &Unlinked| format!("{}:{}:{}", one.article, one.at.line, one.at.column);
    let width = unlinked
        .iter()
        .map(|one| place(one).chars().count())
        .max()
        .unwrap_or_default()
        .min(LONGEST_PLACE);
    let mut out = String::from("stated, and no claim speaks of it:\n");
    for one in unlinked {
        out.push_str(&format!(
            "  {:width$}  {:8}  {}\n",
            in_a_line(&place(one)),
            one.kind,
            in_a_line(&one.quote)
        ));
    }
    if unlinked.is_empty() {
        out.push_str("  nothing\n");
    }
    out
}

/// As data.
#[must_use]
pub fn json(unlinked: &[Unlinked]) -> Json {
    let row = |one: &Unlinked| {
        json!({
            "kind": one.kind, "quote": one.quote,
            "span": { "start": one.span.start, "end": one.span.end, "line": one.at.line, "column": one.at.column },
        })
    };
    unlinked.iter().map(row).collect()
}
