//! What a report tells of an article, one by one and in the order of its text: contradictions, spellings, checks.

use crate::article::Article;
use crate::claim::{ClaimSet, Severity};
use crate::diagnostic::ArticleDiagnostic;
use crate::report::{ArticleReport, CheckFinding, Finding, Judgement};
use crate::text::Span;

/// Something that a reader of the report is told of.
#[derive(Clone, Copy, Debug)]
pub(super) struct Told<'a> {
    /// What was found.
    pub(super) found: Found<'a>,
    /// The claim's id, or the name of the check.
    pub(super) rule: &'a str,
    /// How much it weighs.
    pub(super) severity: Severity,
    /// Whether it is known, and fails no run.
    pub(super) known: bool,
    /// Where it stands in the article's source.
    pub(super) span: Span,
    /// The finding in a line.
    pub(super) message: &'a str,
}

/// A finding on a claim, or that of a check that needs none.
#[derive(Clone, Copy, Debug)]
pub(super) enum Found<'a> {
    /// On a claim.
    Claim(&'a Finding),
    /// Without a claim.
    Check(&'a CheckFinding),
}

impl Told<'_> {
    /// What it is, in a word.
    pub(super) const fn kind(&self) -> &'static str {
        match self.found {
            Found::Check(_) => "check",
            Found::Claim(finding) => finding.judgement.name(),
        }
    }

    /// Whether it is another spelling, and no more.
    pub(super) const fn is_spelling(&self) -> bool {
        matches!(self.found, Found::Claim(finding) if matches!(finding.judgement, Judgement::Spelling))
    }
}

impl Found<'_> {
    /// The finding as a diagnostic.
    pub(super) fn diagnostic(self, claims: &ClaimSet, article: &Article) -> ArticleDiagnostic {
        match self {
            Self::Claim(finding) => finding.diagnostic(claims, article),
            Self::Check(check) => check.diagnostic(article),
        }
    }
}

/// What there is to tell of an article, in the order of its text.
pub(super) fn told<'a>(report: &'a ArticleReport, claims: &'a ClaimSet) -> Vec<Told<'a>> {
    let mut told: Vec<Told<'a>> = Vec::new();
    for verdict in &report.verdicts {
        let rule = claims
            .claims()
            .get(verdict.claim.0)
            .map_or("claim", |claim| claim.id.as_str());
        let findings = verdict.findings.iter().filter(|finding| match finding.judgement {
            Judgement::Contradicted | Judgement::Spelling => true,
            Judgement::Supported | Judgement::Compatible => false,
        });
        told.extend(findings.map(|finding| Told {
            found: Found::Claim(finding),
            rule,
            severity: finding.severity,
            known: verdict.known,
            span: finding.span,
            message: &finding.message,
        }));
    }
    told.extend(report.checks.iter().map(|check| Told {
        found: Found::Check(check),
        rule: check.check.name(),
        severity: check.severity,
        known: false,
        span: check.span,
        message: &check.message,
    }));
    told.sort_by_key(|told| told.span.start);
    told
}
