//! The report as JSON: one object for a run, or a line an article and the summary last.

use serde_json::{Value as Json, json};

use crate::article::Article;
use crate::claim::ClaimSet;
use crate::report::{ArticleReport, CheckFinding, CorpusReport, Evidence, Finding};
use crate::text::Span;

/// The version of the format.
const VERSION: u32 = 1;

/// What one article says: an element of `articles`.
#[must_use]
pub fn article(report: &ArticleReport, claims: &ClaimSet, article: &Article) -> Json {
    let verdicts: Vec<_> = report
        .verdicts
        .iter()
        .map(|verdict| {
            let findings: Vec<_> = verdict.findings.iter().map(|it| finding(it, article)).collect();
            json!({
                "claim": claims.claim(verdict.claim).id,
                "verdict": verdict.verdict,
                "known": verdict.known,
                "findings": findings,
            })
        })
        .collect();
    let checks: Vec<_> = report.checks.iter().map(|it| check(it, article)).collect();
    json!({
        "id": report.id,
        "path": report.path,
        "published": report.published.map(|day| day.to_string()),
        "score": report.score,
        "coverage": report.coverage,
        "verdicts": verdicts,
        "checks": checks,
    })
}

/// The whole run; `articles` are those of [`article()`], in order.
#[must_use]
pub fn run(articles: &[Json], report: &CorpusReport) -> Json {
    json!({
        "version": VERSION,
        "articles": articles,
        "claims": report.claims,
        "summary": report.summary,
    })
}

/// The last line of JSON Lines.
#[must_use]
pub fn summary(report: &CorpusReport) -> Json {
    json!({ "version": VERSION, "claims": report.claims, "summary": report.summary })
}

pub(super) fn finding(finding: &Finding, article: &Article) -> Json {
    let evidence: Vec<_> = finding.evidence.iter().map(evidence).collect();
    json!({
        "judgement": finding.judgement,
        "severity": finding.severity,
        "confidence": finding.confidence,
        "value": finding.value,
        "expected": finding.expected,
        "span": span(finding.span, article),
        "quote": finding.quote,
        "message": finding.message,
        "evidence": evidence,
    })
}

fn evidence(evidence: &Evidence) -> Json {
    json!({
        "role": evidence.role,
        "text": evidence.text,
        "start": evidence.span.start,
        "end": evidence.span.end,
    })
}

fn check(check: &CheckFinding, article: &Article) -> Json {
    json!({
        "check": check.check,
        "severity": check.severity,
        "message": check.message,
        "span": span(check.span, article),
        "quote": check.quote,
    })
}

fn span(span: Span, article: &Article) -> Json {
    let at = article.lines().position(article.source(), span.start);
    json!({ "start": span.start, "end": span.end, "line": at.line, "column": at.column })
}
