//! The report as JSON: one object for a run, or a line an article and the summary last.

use std::io::{self, Write};
use std::ops::Range;

use jiff::civil::Date;
use serde::{Serialize, Serializer};
use serde_json::{Value as Json, json};

use super::{Checked, View, unlinked, written};
use crate::article::Article;
use crate::claim::{ClaimSet, Severity};
use crate::report::{
    ArticleReport, Check, CheckFinding, ClaimVerdict, CorpusReport, Evidence, Finding, Judgement, Role,
    Verdict,
};
use crate::text::Span;

/// The version of the format.
const VERSION: u32 = 1;

/// The report as one JSON object, that of [`run`]; articles are written as they come.
#[derive(Clone, Debug)]
pub struct Object<'c> {
    lines: Lines<'c>,
    is_begun: bool,
}

impl<'c> Object<'c> {
    /// An object on `claims`.
    #[must_use]
    pub fn new(claims: &'c ClaimSet) -> Self {
        Self {
            lines: Lines::new(claims),
            is_begun: false,
        }
    }

    /// Writes what stands before an article, or before the end.
    fn begin(&mut self, comma: &str, out: &mut dyn Write) -> io::Result<()> {
        if self.is_begun {
            return out.write_all(comma.as_bytes());
        }
        self.is_begun = true;
        write!(out, "{{\"version\":{VERSION},\"articles\":[")
    }
}

impl View for Object<'_> {
    fn article(&mut self, checked: &Checked<'_>, out: &mut dyn Write) -> io::Result<()> {
        self.begin(",", out)?;
        out.write_all(self.lines.row(checked)?)
    }

    fn finish(&mut self, report: &CorpusReport, out: &mut dyn Write) -> io::Result<()> {
        self.begin("", out)?;
        let (claims, summary) = (written::json(&report.claims), written::json(&report.summary));
        writeln!(out, "],\"claims\":{claims},\"summary\":{summary}}}")
    }
}

/// The report as a line of JSON for each article, and the summary last.
#[derive(Clone, Debug)]
pub struct Lines<'c> {
    claims: &'c ClaimSet,
    /// The rows of claims that an article does not speak of: most rows of most articles.
    silent: Silent,
    /// The line being written.
    line: Vec<u8>,
}

impl<'c> Lines<'c> {
    /// Lines on `claims`.
    #[must_use]
    pub fn new(claims: &'c ClaimSet) -> Self {
        Self {
            claims,
            silent: Silent::new(claims),
            line: Vec::new(),
        }
    }

    /// What one article says.
    fn row(&mut self, checked: &Checked<'_>) -> io::Result<&[u8]> {
        let line = &mut self.line;
        line.clear();
        let row = row(checked, self.claims);
        written::write(&mut *line, &row.head)?;
        // Its last brace.
        line.pop();
        line.extend(b",\"verdicts\":[");
        self.silent.write(&row.verdicts.0, line)?;
        line.extend(b"],\"checks\":");
        written::write(&mut *line, &row.checks)?;
        if let Some(unlinked) = &row.unlinked {
            line.extend(b",\"unlinked\":");
            written::write(&mut *line, unlinked)?;
        }
        line.push(b'}');
        Ok(line)
    }
}

/// The rows of claims of which nothing is said, written once: those of neighbours are copied in one piece, however many claims
/// there are.
#[derive(Clone, Debug)]
struct Silent {
    /// The rows, each with a comma behind it.
    rows: Vec<u8>,
    /// Where they end.
    ends: Vec<usize>,
}

impl Silent {
    fn new(claims: &ClaimSet) -> Self {
        let (mut rows, mut ends) = (Vec::new(), Vec::new());
        for claim in claims.claims() {
            let row = VerdictRow {
                claim: &claim.id,
                verdict: Verdict::NotMentioned,
                known: false,
                findings: Each(Findings(&[], None)),
            };
            rows.extend(written::json(&row).into_bytes());
            rows.push(b',');
            ends.push(rows.len());
        }
        Self { rows, ends }
    }

    /// Writes the rows of an article.
    fn write(&self, verdicts: &Verdicts<'_>, line: &mut Vec<u8>) -> io::Result<()> {
        let is_silent = |verdict: &ClaimVerdict| verdict.verdict == Verdict::NotMentioned && !verdict.known;
        let mut rest = verdicts.verdicts;
        while let Some(first) = rest.first() {
            let run = rest
                .iter()
                .zip(first.claim.0..)
                .take_while(|(verdict, claim)| is_silent(verdict) && verdict.claim.0 == *claim)
                .count();
            if run == 0 {
                written::write(&mut *line, &verdicts.row(first))?;
                line.push(b',');
            } else {
                line.extend_from_slice(self.of(first.claim.0..first.claim.0 + run));
            }
            rest = rest.get(run.max(1)..).unwrap_or_default();
        }
        // The last row has no comma behind it.
        if !verdicts.verdicts.is_empty() {
            line.pop();
        }
        Ok(())
    }

    fn of(&self, claims: Range<usize>) -> &[u8] {
        let end = |claim: usize| claim.checked_sub(1).and_then(|before| self.ends.get(before));
        let (from, until) = (end(claims.start), end(claims.end));
        let rows = from.copied().unwrap_or_default()..until.copied().unwrap_or_default();
        self.rows.get(rows).unwrap_or_default()
    }
}

impl View for Lines<'_> {
    fn article(&mut self, checked: &Checked<'_>, out: &mut dyn Write) -> io::Result<()> {
        out.write_all(self.row(checked)?)?;
        out.write_all(b"\n")
    }

    fn finish(&mut self, report: &CorpusReport, out: &mut dyn Write) -> io::Result<()> {
        writeln!(out, "{}", written::json(&summary(report)))
    }
}

/// What one article says: an element of `articles`.
#[must_use]
pub fn article(report: &ArticleReport, claims: &ClaimSet, article: &Article) -> Json {
    value(&row(&Checked::new(article, report), claims))
}

fn value(data: &impl Serialize) -> Json {
    // Names of fields are strings, and numbers are finite: there is nothing that could fail.
    serde_json::to_value(data).unwrap_or_default()
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
    value(&finding_row(finding, article))
}

/// What is said of an article as a whole.
#[derive(Serialize)]
struct Head<'a> {
    id: &'a str,
    path: Option<&'a str>,
    #[serde(serialize_with = "day")]
    published: Option<Date>,
    score: Option<f64>,
    coverage: f64,
}

/// An article.
#[derive(Serialize)]
struct Row<'a> {
    #[serde(flatten)]
    head: Head<'a>,
    verdicts: Each<Verdicts<'a>>,
    checks: Each<Checks<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    unlinked: Option<Json>,
}

#[derive(Serialize)]
struct VerdictRow<'a> {
    claim: &'a str,
    verdict: Verdict,
    known: bool,
    findings: Each<Findings<'a>>,
}

#[derive(Serialize)]
struct FindingRow<'a> {
    judgement: Judgement,
    severity: Severity,
    confidence: f64,
    value: &'a str,
    expected: &'a str,
    span: Place,
    quote: &'a str,
    message: &'a str,
    evidence: Each<&'a [Evidence]>,
}

#[derive(Serialize)]
struct EvidenceRow<'a> {
    role: Role,
    text: &'a str,
    start: usize,
    end: usize,
}

#[derive(Serialize)]
struct CheckRow<'a> {
    check: Check,
    severity: Severity,
    message: &'a str,
    span: Place,
    quote: &'a str,
}

#[derive(Serialize)]
struct Place {
    start: usize,
    end: usize,
    line: usize,
    column: usize,
}

/// A list that is written row by row.
struct Each<L>(L);

trait List {
    fn write<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error>;
}

impl<L: List> Serialize for Each<L> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.write(serializer)
    }
}

struct Verdicts<'a> {
    verdicts: &'a [ClaimVerdict],
    claims: &'a ClaimSet,
    article: &'a Article,
}

impl<'a> Verdicts<'a> {
    fn row(&self, verdict: &'a ClaimVerdict) -> VerdictRow<'a> {
        VerdictRow {
            claim: &self.claims.claim(verdict.claim).id,
            verdict: verdict.verdict,
            known: verdict.known,
            findings: Each(Findings(&verdict.findings, Some(self.article))),
        }
    }
}

impl List for Verdicts<'_> {
    fn write<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.verdicts.iter().map(|verdict| self.row(verdict)))
    }
}

/// Findings, of an article where there are any.
struct Findings<'a>(&'a [Finding], Option<&'a Article>);

impl List for Findings<'_> {
    fn write<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let rows = self.0.iter().zip(self.1.into_iter().cycle());
        serializer.collect_seq(rows.map(|(it, article)| finding_row(it, article)))
    }
}

struct Checks<'a>(&'a [CheckFinding], &'a Article);

impl List for Checks<'_> {
    fn write<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.0.iter().map(|check| CheckRow {
            check: check.check,
            severity: check.severity,
            message: &check.message,
            span: place(check.span, self.1),
            quote: &check.quote,
        }))
    }
}

impl List for &[Evidence] {
    fn write<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.iter().map(|evidence| EvidenceRow {
            role: evidence.role,
            text: &evidence.text,
            start: evidence.span.start,
            end: evidence.span.end,
        }))
    }
}

fn row<'a>(checked: &Checked<'a>, claims: &'a ClaimSet) -> Row<'a> {
    let (report, article) = (checked.report, checked.article);
    Row {
        head: Head {
            id: &report.id,
            path: report.path.as_deref(),
            published: report.published,
            score: report.score,
            coverage: report.coverage,
        },
        verdicts: Each(Verdicts {
            verdicts: &report.verdicts,
            claims,
            article,
        }),
        checks: Each(Checks(&report.checks, article)),
        unlinked: checked.unlinked.map(unlinked::json),
    }
}

fn finding_row<'a>(finding: &'a Finding, article: &Article) -> FindingRow<'a> {
    FindingRow {
        judgement: finding.judgement,
        severity: finding.severity,
        confidence: finding.confidence,
        value: &finding.value,
        expected: &finding.expected,
        span: place(finding.span, article),
        quote: &finding.quote,
        message: &finding.message,
        evidence: Each(finding.evidence.as_slice()),
    }
}

fn day<S: Serializer>(day: &Option<Date>, serializer: S) -> Result<S::Ok, S::Error> {
    match day {
        Some(day) => serializer.collect_str(day),
        None => serializer.serialize_none(),
    }
}

fn place(span: Span, article: &Article) -> Place {
    let at = article.lines().position(article.source(), span.start);
    Place {
        start: span.start,
        end: span.end,
        line: at.line,
        column: at.column,
    }
}
