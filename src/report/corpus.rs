//! Many articles taken together: what each claim met with, and the totals of a run.

use super::{ArticleReport, FailOn, Judgement, Verdict};
use crate::claim::{ClaimSet, Severity};

/// What one claim met with in all articles: in how many of them it has each verdict.
#[derive(Clone, Debug, Default, PartialEq, Eq, serde::Serialize)]
pub struct ClaimTally {
    /// The claim's id.
    pub claim: String,
    /// Articles that state it.
    pub supported: usize,
    /// Articles that say nothing to exclude it.
    pub compatible: usize,
    /// Articles that state it and something else.
    pub conflicting: usize,
    /// Articles that state something else.
    pub contradicted: usize,
    /// Articles that do not speak of it.
    pub not_mentioned: usize,
}

/// The totals of a run.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize)]
pub struct Summary {
    /// Articles that were checked.
    pub articles: usize,
    /// Claims of the set.
    pub claims: usize,
    /// Pairs of article and claim with that verdict.
    pub contradicted: usize,
    /// Pairs of article and claim with that verdict.
    pub conflicting: usize,
    /// Findings that fail the run: those that are known are left out.
    pub errors: usize,
    /// Findings of the severity `warning`.
    pub warnings: usize,
    /// Findings of the severity `advice`, spellings among them.
    pub advice: usize,
}

/// What kept a run from being done in full, or fails it beside its findings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trouble {
    /// What it is about: an article that cannot be read or whose score is too low, or that of a known contradiction.
    pub about: String,
    /// What is wrong, in a line.
    pub message: String,
    /// Which of them it is.
    pub kind: TroubleKind,
}

/// The kinds of [`Trouble`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TroubleKind {
    /// An article could not be checked.
    Unreadable,
    /// An article's score is too low.
    LowScore,
    /// A known contradiction no longer holds.
    Stale,
}

/// What a corpus says of all claims.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CorpusReport {
    /// One for every article, in the order of the corpus.
    pub articles: Vec<ArticleReport>,
    /// One for every claim, in the order of the sheets.
    pub claims: Vec<ClaimTally>,
    /// The totals.
    pub summary: Summary,
    /// Articles that could not be read or score too low, known contradictions that are none any more.
    pub troubles: Vec<Trouble>,
    /// What fails the run.
    pub fail_on: FailOn,
}

impl CorpusReport {
    /// A report of no article yet, on `claims`.
    #[must_use]
    pub fn new(claims: &ClaimSet) -> Self {
        let tally = |claim: &crate::claim::Claim| ClaimTally {
            claim: claim.id.clone(),
            ..ClaimTally::default()
        };
        Self {
            articles: Vec::new(),
            claims: claims.claims().iter().map(tally).collect(),
            summary: Summary {
                claims: claims.claims().len(),
                ..Summary::default()
            },
            troubles: Vec::new(),
            fail_on: FailOn::default(),
        }
    }

    /// Adds the report of an article.
    pub fn push(&mut self, report: ArticleReport) {
        self.count(&report);
        self.articles.push(report);
    }

    /// Counts an article without keeping its report, for runs that are larger than memory.
    pub fn count(&mut self, report: &ArticleReport) {
        self.summary.articles += 1;
        for verdict in &report.verdicts {
            if let Some(tally) = self.claims.get_mut(verdict.claim.0) {
                *match verdict.verdict {
                    Verdict::Supported => &mut tally.supported,
                    Verdict::Compatible => &mut tally.compatible,
                    Verdict::Contradicted => &mut tally.contradicted,
                    Verdict::Conflicting => &mut tally.conflicting,
                    Verdict::NotMentioned => &mut tally.not_mentioned,
                } += 1;
            }
            match verdict.verdict {
                Verdict::Contradicted => self.summary.contradicted += 1,
                Verdict::Conflicting => self.summary.conflicting += 1,
                Verdict::Supported | Verdict::Compatible | Verdict::NotMentioned => {}
            }
        }
        let counts = report.counts();
        self.summary.errors += counts.errors;
        self.summary.warnings += counts.warnings;
        self.summary.advice += counts.advice;
    }

    /// Whether anything that was found, or could not be read, fails the run.
    #[must_use]
    pub fn fails(&self) -> bool {
        let Summary { errors, warnings, .. } = self.summary;
        match self.fail_on {
            FailOn::Error => errors > 0 || !self.troubles.is_empty(),
            FailOn::Warning => errors + warnings > 0 || !self.troubles.is_empty(),
            // A least score is a demand of its own.
            FailOn::Never => self.troubles.iter().any(|it| it.kind != TroubleKind::Stale),
        }
    }

    /// Whether an article could not be checked.
    #[must_use]
    pub fn is_partial(&self) -> bool {
        self.troubles.iter().any(|it| it.kind == TroubleKind::Unreadable)
    }
}

/// How many findings there are of each severity.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Severities {
    /// Those that fail a run.
    pub errors: usize,
    /// Those that are worth a warning.
    pub warnings: usize,
    /// Those that are worth a look.
    pub advice: usize,
}

impl Severities {
    /// Counts `severities`.
    pub fn of(severities: impl Iterator<Item = Severity>) -> Self {
        let mut counts = Self::default();
        for severity in severities {
            match severity {
                Severity::Error => counts.errors += 1,
                Severity::Warning => counts.warnings += 1,
                Severity::Advice => counts.advice += 1,
            }
        }
        counts
    }
}

impl ArticleReport {
    /// Its findings by severity; those that are known are left out.
    #[must_use]
    pub fn counts(&self) -> Severities {
        let open = self.verdicts.iter().filter(|verdict| !verdict.known);
        let findings = open.flat_map(|verdict| &verdict.findings);
        let told = findings.filter(|finding| match finding.judgement {
            Judgement::Contradicted | Judgement::Spelling => true,
            Judgement::Supported | Judgement::Compatible => false,
        });
        let severities = told.map(|finding| finding.severity);
        Severities::of(severities.chain(self.checks.iter().map(|check| check.severity)))
    }
}
