//! The report as JSON: one object for a run, or a line an article and the summary last.

use std::io::{self, Write};

use serde_json::{Value as Json, json};

use super::{Checked, View, unlinked};
use crate::article::Article;
use crate::claim::ClaimSet;
use crate::report::{ArticleReport, CheckFinding, CorpusReport, Evidence, Finding};
use crate::text::Span;

/// The version of the format.
const VERSION: u32 = 1;

/// The report as one JSON object.
#[derive(Clone, Debug)]
pub struct Object<'c> {
    claims: &'c ClaimSet,
    articles: Vec<Json>,
}

impl<'c> Object<'c> {
    /// An object on `claims`.
    #[must_use]
    pub const fn new(claims: &'c ClaimSet) -> Self {
        Self {
            claims,
            articles: Vec::new(),
        }
    }
}

impl View for Object<'_> {
    fn article(&mut self, checked: &Checked<'_>, _out: &mut dyn Write) -> io::Result<()> {
        self.articles.push(row(checked, self.claims));
        Ok(())
    }

    fn finish(&mut self, report: &CorpusReport, out: &mut dyn Write) -> io::Result<()> {
        writeln!(out, "{}", run(&self.articles, report))
    }
}

/// The report as a line of JSON for each article, and the summary last.
#[derive(Clone, Debug)]
pub struct Lines<'c> {
    claims: &'c ClaimSet,
}

impl<'c> Lines<'c> {
    /// Lines on `claims`.
    #[must_use]
    pub const fn new(claims: &'c ClaimSet) -> Self {
        Self { claims }
    }
}

impl View for Lines<'_> {
    fn article(&mut self, checked: &Checked<'_>, out: &mut dyn Write) -> io::Result<()> {
        writeln!(out, "{}", row(checked, self.claims))
    }

    fn finish(&mut self, report: &CorpusReport, out: &mut dyn Write) -> io::Result<()> {
        writeln!(out, "{}", summary(report))
    }
}

fn row(checked: &Checked<'_>, claims: &ClaimSet) -> Json {
    let mut row = article(checked.report, claims, checked.article);
    if let (Some(unlinked), Json::Object(fields)) = (checked.unlinked, &mut row) {
        fields.insert("unlinked".to_owned(), unlinked::json(unlinked));
    }
    row
}

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
