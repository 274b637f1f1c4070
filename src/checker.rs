//! Floor 7. The pipeline on one page: an article becomes a document, the document mentions, the mentions links, the links
//! findings, the findings verdicts.

use crate::article::Article;
use crate::claim::{ClaimId, ClaimSet};
use crate::document::Document;
use crate::judge;
use crate::link::{self, Index};
use crate::mention::{self, Mention};
use crate::report::{ArticleReport, ClaimVerdict, Considered, Finding, Verdict};

/// Claims, made ready to read articles.
///
/// It is cheap to share: checking takes `&self`, and threads may check different articles with one checker.
#[derive(Clone, Debug)]
pub struct Checker<'c> {
    claims: &'c ClaimSet,
    index: Index,
}

impl<'c> Checker<'c> {
    /// Makes `claims` ready; the work is linear in the sheets.
    #[must_use]
    pub fn new(claims: &'c ClaimSet) -> Self {
        Self {
            claims,
            index: Index::new(claims),
        }
    }

    /// What the stages work with, one by one.
    pub(crate) const fn parts(&self) -> (&'c ClaimSet, &Index) {
        (self.claims, &self.index)
    }

    /// Holds an article against every claim. Never fails.
    #[must_use]
    pub fn check(&self, article: &Article) -> ArticleReport {
        let document = Document::new(article);
        let mentions = mention::extract(&document, article.published);
        let links = link::link(self.claims, &self.index, &document, &mentions, article.published);
        let findings = links
            .iter()
            .map(|link| judge::judge(self.claims, article, &document, link));
        let verdicts = self.verdicts(findings);
        let (score, coverage) = judge::score(self.claims, &verdicts);
        ArticleReport {
            id: article.id.clone(),
            path: article.path.clone(),
            published: article.published,
            score,
            coverage,
            verdicts,
            checks: judge::checks(article, &document, &mentions),
        }
    }

    /// Every mention of an article that was weighed for a claim, in the order of the text, with what came of it and why.
    #[must_use]
    pub fn explain(&self, article: &Article, claim: ClaimId) -> Vec<Considered> {
        let document = Document::new(article);
        let mentions = mention::extract(&document, article.published);
        let weighed = link::explain(
            self.claims,
            &self.index,
            &document,
            &mentions,
            article.published,
            claim,
        );
        let told = weighed
            .iter()
            .map(|weighed| judge::consider(self.claims, article, &document, weighed));
        told.collect()
    }

    /// One verdict a claim, in the order of the sheets.
    fn verdicts(&self, findings: impl Iterator<Item = Finding>) -> Vec<ClaimVerdict> {
        let mut by_claim: Vec<Vec<Finding>> = vec![Vec::new(); self.claims.claims().len()];
        for finding in findings {
            by_claim[finding.claim.0].push(finding);
        }
        let row = |(claim, mut findings): (usize, Vec<Finding>)| {
            findings.sort_by_key(|finding| (finding.span, finding.judgement));
            findings.dedup_by_key(|finding| (finding.span, finding.judgement));
            let verdict = judge::verdict(&findings);
            debug_assert!(!findings.is_empty() || verdict == Verdict::NotMentioned);
            ClaimVerdict {
                claim: ClaimId(claim),
                verdict,
                known: false,
                findings,
            }
        };
        by_claim.into_iter().enumerate().map(row).collect()
    }
}

/// Every date, number, name and relation that an article states, in the order of the text, before any claim is looked at.
/// Spans are bytes of [`Article::text`].
#[must_use]
pub fn extract(article: &Article) -> Vec<Mention> {
    mention::extract(&Document::new(article), article.published)
}
