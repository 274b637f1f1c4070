//! Floor 7. The pipeline on one page.

use crate::article::Article;
use crate::claim::{ClaimId, ClaimSet};
use crate::document::Document;
use crate::mention::{self, Mention};
use crate::report::{ArticleReport, ClaimVerdict, Verdict};

/// Claims, made ready to read articles.
#[derive(Clone, Debug)]
pub struct Checker<'c> {
    claims: &'c ClaimSet,
}

impl<'c> Checker<'c> {
    /// Makes `claims` ready; the work is linear in the sheets.
    #[must_use]
    pub fn new(claims: &'c ClaimSet) -> Self {
        Self { claims }
    }

    /// Holds an article against every claim. Never fails.
    #[must_use]
    pub fn check(&self, article: &Article) -> ArticleReport {
        let unmentioned = |claim| ClaimVerdict {
            claim: ClaimId(claim),
            verdict: Verdict::NotMentioned,
            known: false,
            findings: Vec::new(),
        };
        ArticleReport {
            id: article.id.clone(),
            path: article.path.clone(),
            published: article.published,
            score: None,
            coverage: 0.0,
            verdicts: (0..self.claims.claims.len()).map(unmentioned).collect(),
            checks: Vec::new(),
        }
    }
}

/// Every date, number, name and relation that an article states, in the order of the text, before any claim is looked at.
/// Spans are bytes of [`Article::text`].
#[must_use]
pub fn extract(article: &Article) -> Vec<Mention> {
    mention::extract(&Document::new(article), article.published)
}
