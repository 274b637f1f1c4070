//! Mentions as JSON Lines: what the checker reads in an article before any claim is looked at.

use serde_json::{Map, Value as Json, json};

use super::written;
use crate::article::Article;
use crate::mention::{End, Mention, Value};
use crate::text::Span;

/// One mention of `article` on a line, without the line break.
#[must_use]
pub fn line(article: &Article, mention: &Mention) -> String {
    let span = article.in_source(mention.span);
    let (kind, value) = match &mention.value {
        Value::Date(date) => (
            "date",
            json!({
                "edtf": date.edtf(), "earliest": date.earliest(), "latest": date.latest(),
            }),
        ),
        Value::Count(count) => {
            let quantity = &count.quantity;
            let finite = |number: f64| number.is_finite().then_some(number);
            (
                "count",
                json!({
                    "number": finite(quantity.number), "min": finite(quantity.min), "max": finite(quantity.max),
                    "bound": quantity.bound, "unit": count.unit.as_ref().map(|unit| unit.name()),
                    "unit_quote": (!count.unit_span.is_empty()).then(|| count.unit_span.of(article.text())),
                }),
            )
        }
        Value::Name(name) => ("name", json!({ "name": name.name, "kind": name.kind })),
        Value::Relation(relation) => {
            let end = |end: &End| end.name.clone().unwrap_or_default();
            (
                "relation",
                json!({
                    "relation": relation.kinship.word, "of": end(&relation.of), "is": end(&relation.is),
                }),
            )
        }
    };
    written::json(&json!({
        "article": article.id, "kind": kind, "start": span.start, "end": span.end,
        "quote": quote(article, span), "value": without_nulls(value),
    }))
}

/// The words at a span of the source, as they stand there.
fn quote(article: &Article, span: Span) -> &str {
    span.of(article.source())
}

/// What is not known is left out.
fn without_nulls(value: Json) -> Json {
    match value {
        Json::Object(fields) => Json::Object(
            fields
                .into_iter()
                .filter(|(_, value)| !value.is_null())
                .collect::<Map<_, _>>(),
        ),
        other => other,
    }
}
