//! Floor 8. What an article states that no claim speaks of: an author of a sheet reads it to see what is still to be claimed.

mod recurring;

pub use self::recurring::{Recurring, Statements};
use crate::article::Article;
use crate::checker;
use crate::mention::{End, Mention, Value};
use crate::report::ArticleReport;
use crate::text::{Position, Span, fold};
use crate::value::unit::Unit;

/// A date, count or relation that no claim speaks of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unlinked {
    /// The article's path, or its id where it has none.
    pub article: String,
    /// What it is: `date`, `count` or `relation`.
    pub kind: &'static str,
    /// Where it stands in the article's source, in bytes.
    pub span: Span,
    /// Line and column of its first character.
    pub at: Position,
    /// The words, with single blanks.
    pub quote: String,
    /// What it says, whatever the words: the same in every article that says the same.
    pub said: String,
}

/// The dates, counts with a unit and relations of an article that are no finding of its `report`, in the order of the text.
#[must_use]
pub fn unlinked(report: &ArticleReport, article: &Article) -> Vec<Unlinked> {
    let mut linked: Vec<Span> = report.findings().map(|finding| finding.span).collect();
    linked.sort_unstable();
    let mut found = Vec::new();
    for mention in checker::extract(article) {
        let Some(kind) = kind(&mention) else { continue };
        let span = article.in_source(mention.span);
        let near = linked.partition_point(|linked| linked.start < span.end);
        // Findings are short: the one that overlaps is among the last that begin before the end.
        let is_linked = linked
            .get(near.saturating_sub(8)..near)
            .is_some_and(|near| near.iter().any(|one| one.overlaps(span)));
        if !is_linked {
            found.push(Unlinked {
                article: article.path.clone().unwrap_or_else(|| article.id.clone()),
                kind,
                span,
                at: article.lines().position(article.source(), span.start),
                quote: span
                    .of(article.source())
                    .split_whitespace()
                    .collect::<Vec<_>>()
                    .join(" "),
                said: said(&mention),
            });
        }
    }
    found
}

fn kind(mention: &Mention) -> Option<&'static str> {
    match &mention.value {
        Value::Date(date) => (!date.is_vague()).then_some("date"),
        Value::Count(count) => match count.unit {
            None | Some(Unit::Ordinal(None)) => None,
            Some(_) => Some("count"),
        },
        Value::Relation(_) => Some("relation"),
        Value::Name(_) => None,
    }
}

/// What a mention says, in words of its own.
fn said(mention: &Mention) -> String {
    match &mention.value {
        Value::Date(date) => {
            let ends = || format!("{:?}/{:?}", date.earliest(), date.latest());
            date.edtf().unwrap_or_else(ends)
        }
        Value::Count(count) => {
            let quantity = &count.quantity;
            let number = if quantity.min == quantity.max {
                quantity.number.to_string()
            } else {
                format!("{}..{}", quantity.min, quantity.max)
            };
            let unit = count.unit.as_ref().map(Unit::name).unwrap_or_default();
            format!("{number} {unit}")
        }
        Value::Relation(relation) => {
            let name = |end: &End| fold(end.name.as_deref().unwrap_or_default());
            format!(
                "{} of {}: {}",
                relation.kinship.word,
                name(&relation.of),
                name(&relation.is)
            )
        }
        Value::Name(name) => fold(&name.name),
    }
}
