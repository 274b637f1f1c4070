//! How far sheets and articles cover each other: claims that nobody mentions, articles that mention none, and what the
//! articles state time and again without a claim.

use serde_json::{Value as Json, json};

use crate::claim::{Claim, ClaimSet};
use crate::report::{ClaimTally, CorpusReport};
use crate::text::in_a_line;
use crate::unlinked::Recurring;

/// How far the sheets and articles of a run cover each other.
#[derive(Clone, Debug)]
pub struct Coverage<'r> {
    /// The claims.
    pub claims: &'r ClaimSet,
    /// What they met with.
    pub run: &'r CorpusReport,
    /// The articles that mention none of them, by path, or by id where they have none.
    pub silent: &'r [String],
    /// What recurs in the articles and no claim speaks of, those of most articles first.
    pub recurring: &'r [Recurring],
}

impl Coverage<'_> {
    /// The claims that no article mentions.
    fn idle(&self) -> impl Iterator<Item = (&Claim, &ClaimTally)> {
        let rows = self.claims.claims().iter().zip(&self.run.claims);
        rows.filter(|(_, tally)| mentions(tally) == 0)
    }

    /// For people; of what recurs the first `limit`.
    #[must_use]
    pub fn text(&self, limit: usize) -> String {
        let summary = self.run.summary;
        let idle: Vec<_> = self.idle().collect();
        let mut out = format!(
            "claims    {} of {} are mentioned\n",
            summary.claims - idle.len().min(summary.claims),
            summary.claims
        );
        let width = idle.iter().map(|(claim, _)| claim.id.chars().count()).max();
        let width = width.unwrap_or_default();
        for (claim, _) in &idle {
            out.push_str(&format!("  never   {:width$}  {}\n", claim.id, self.place(claim)));
        }
        out.push_str(&format!(
            "articles  {} of {} mention a claim\n",
            summary.articles - self.silent.len().min(summary.articles),
            summary.articles
        ));
        for article in self.silent {
            out.push_str(&format!("  none    {}\n", in_a_line(article)));
        }
        match self.recurring.len() {
            0 => out.push_str("nothing recurs in the articles that no claim speaks of\n"),
            count => {
                out.push_str("stated in several articles, and no claim speaks of it\n");
                for one in self.recurring.iter().take(limit) {
                    out.push_str(&line(one));
                }
                if count > limit {
                    out.push_str(&format!(
                        "  … and {} more: --limit {count} shows them\n",
                        count - limit
                    ));
                }
            }
        }
        if let Some((claim, _)) = idle.first() {
            out.push_str(&format!(
                "\n`corroborate explain {} ARTICLE` tells why an article does not mention it\n",
                claim.id
            ));
        }
        out
    }

    /// As data.
    #[must_use]
    pub fn json(&self) -> Json {
        let claims = self.claims.claims().iter().zip(&self.run.claims);
        let claims: Vec<_> = claims
            .map(|(claim, tally)| {
                json!({ "claim": claim.id, "place": self.place(claim), "articles": mentions(tally) })
            })
            .collect();
        let recurring: Vec<_> = self
            .recurring
            .iter()
            .map(|one| {
                json!({
                    "kind": one.first.kind, "said": one.said, "quote": one.first.quote,
                    "line": one.first.at.line, "column": one.first.at.column, "articles": one.articles,
                })
            })
            .collect();
        json!({
            "version": 1,
            "articles": self.run.summary.articles,
            "claims": claims,
            "silent": self.silent,
            "recurring": recurring,
        })
    }

    /// Where a claim stands: `claims/bridge.toml:12`.
    fn place(&self, claim: &Claim) -> String {
        let Some(sheet) = self.claims.sheets().get(claim.place.sheet) else {
            return String::new();
        };
        format!("{}:{}", sheet.path, sheet.position(claim.place.span.start).line)
    }
}

fn mentions(tally: &ClaimTally) -> usize {
    tally.supported + tally.compatible + tally.conflicting + tally.contradicted
}

fn line(one: &Recurring) -> String {
    let first = &one.first;
    // A bare number tells nothing without what it counts.
    let is_bare = !first.quote.contains(char::is_alphabetic);
    let words = if is_bare { &one.said } else { &first.quote };
    format!(
        "  {:3} articles  {:8}  {}  (first in {}:{}:{})\n",
        one.articles.len(),
        first.kind,
        in_a_line(words),
        in_a_line(&first.article),
        first.at.line,
        first.at.column,
    )
}
