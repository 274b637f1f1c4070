//! The list of what there is to settle: every contradiction in a line that leads to it.

use maud::{Markup, html};

use crate::claim::{ClaimId, ClaimSet, Severity};

/// What the line says.
pub(super) struct Words<'a> {
    /// The article says this and the truth.
    pub(super) is_split: bool,
    pub(super) severity: Severity,
    pub(super) quote: &'a str,
    pub(super) expected: Option<&'a str>,
    pub(super) message: &'a str,
    pub(super) claim: Option<ClaimId>,
    /// The check, where there is no claim.
    pub(super) check: &'a str,
}

/// How much of an article's name is shown in each line; the whole of it stands above the article.
const NAME: usize = 120;

/// A line of the list; `name` is that of the article, `note` the id that it leads to.
pub(super) fn item(claims: &ClaimSet, name: &str, words: Words<'_>, note: &str) -> Markup {
    let claim = words.claim.and_then(|claim| claims.claims().get(claim.0));
    let rule = claim.map_or(words.check, |claim| claim.id.as_str());
    let (class, sign) = match (words.claim, words.is_split) {
        (None, _) => ("check", "!"),
        (Some(_), true) => ("split", "±"),
        (Some(_), false) => ("no", "✕"),
    };
    let short = match name.char_indices().nth(NAME) {
        Some((end, _)) => format!("{}…", name.get(..end).unwrap_or_default()),
        None => name.to_owned(),
    };
    html! {
        li {
            a href={ "#" (note) } {
                span class={ "cell " (class) } { (sign) }
                span {
                    @match words.expected {
                        Some(expected) => { q { (words.quote) } " should be " b { (expected) } },
                        None => (words.message),
                    }
                    span.about { span { (short) } span { (rule) } span { (words.severity.name()) } }
                }
            }
        }
    }
}
