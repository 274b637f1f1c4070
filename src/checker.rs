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
        let silent = |claim| ClaimVerdict {
            claim: ClaimId(claim),
            verdict: Verdict::NotMentioned,
            known: false,
            findings: Vec::new(),
        };
        let mut verdicts: Vec<ClaimVerdict> = (0..self.claims.claims().len()).map(silent).collect();
        let mut spoken_of = Vec::new();
        for finding in findings {
            let row = &mut verdicts[finding.claim.0];
            if row.findings.is_empty() {
                spoken_of.push(finding.claim);
            }
            row.findings.push(finding);
        }
        for claim in spoken_of {
            let row = &mut verdicts[claim.0];
            row.findings
                .sort_by_key(|finding| (finding.span, finding.judgement));
            row.findings
                .dedup_by_key(|finding| (finding.span, finding.judgement));
            row.verdict = judge::verdict(&row.findings);
        }
        verdicts
    }
}

/// Every date, number, name and relation that an article states, in the order of the text, before any claim is looked at.
/// Spans are bytes of [`Article::text`].
#[must_use]
pub fn extract(article: &Article) -> Vec<Mention> {
    mention::extract(&Document::new(article), article.published)
}

#[cfg(test)]
mod tests {
    use super::Checker;
    use crate::article::Article;
    use crate::claim::ClaimSet;
    use crate::document::looks;

    /// So many people, each with a date, a number, a place and a mother.
    fn people(count: usize) -> ClaimSet {
        let person = |at: usize| {
            format!(
                "[entity.p{at}]\nname = 'Kim Ro{}'\ntype = 'person'\n\
                 [date.d{at}]\nof = 'p{at}'\nis = 1990-05-17\nabout = ['born', 'came']\n\
                 [count.c{at}]\nof = 'p{at}'\nis = 498\nunit = 'days'\nabout = ['held']\n\
                 [name.n{at}]\nof = 'p{at}'\nis = 'Oakmere'\nkind = 'town'\nabout = ['moved to', 'lives in']\n\
                 [relation.mother{at}]\nrelation = 'mother'\nof = 'p{at}'\nis = 'Vera Lund'\n",
                "abcdefghij"
                    .repeat(3)
                    .get(at % 10..at % 10 + 1 + at / 10)
                    .unwrap_or("z")
            )
        };
        ClaimSet::parse("people.toml", (0..count).map(person).collect::<String>()).expect("a sheet")
    }

    fn looks(checker: &Checker<'_>, text: &str) -> u64 {
        looks::of(|| drop(checker.check(&Article::new("a", text))))
    }

    #[test]
    fn work_is_linear_in_the_text() {
        let claims = people(5);
        let checker = Checker::new(&claims);
        for part in [
            "17 ",
            "498 days, ",
            "held ",
            "born on 17 May 1990, ",
            "Kim Roa, ",
            "Kim Roa and Vera Lund, ",
            "Ann Berg, ",
            "he and his mother, ",
            "who was held by the man ",
            "Kim Roa, 29, was held 498 days, moved to Oakmere, and his mother, Vera Lund, ",
            "(Ann [",
            "\u{201C}He ",
            "no, not ",
            "twenty-",
        ] {
            let of = |times: usize| {
                looks(
                    &checker,
                    &format!("Kim Roa lived. He was there. So {}.", part.repeat(times)),
                )
            };
            let (once, twice) = (of(1500), of(3000));
            assert!(
                twice <= once * 21 / 10,
                "{part:?}: {once} looks, {twice} for twice the text"
            );
        }
    }

    #[test]
    fn claims_that_a_text_does_not_speak_of_cost_nothing() {
        let text =
            "Ann Berg was born in 1970. She was held 498 days. Then she moved to Oakmere. Nobody came.";
        let (few, many) = (people(2), people(60));
        assert_eq!(
            looks(&Checker::new(&few), text),
            looks(&Checker::new(&many), text)
        );
    }
}
