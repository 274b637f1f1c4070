//! The report as JSON: one object for a run, or a line an article and the summary last.

use std::io::{self, Write};

use jiff::civil::Date;
use serde::{Serialize, Serializer};
use serde_json::value::RawValue;
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
    /// The row of each claim that an article does not speak of: most rows of most articles.
    silent: Vec<Box<RawValue>>,
    /// The line being written.
    line: Vec<u8>,
}

impl<'c> Lines<'c> {
    /// Lines on `claims`.
    #[must_use]
    pub fn new(claims: &'c ClaimSet) -> Self {
        let silent = claims.claims().iter().map(|claim| {
            RawValue::from_string(written::json(&VerdictRow {
                claim: &claim.id,
                verdict: Verdict::NotMentioned,
                known: false,
                findings: Each(Findings(&[], None)),
            }))
        });
        Self {
            claims,
            silent: silent.filter_map(Result::ok).collect(),
            line: Vec::new(),
        }
    }

    /// What one article says.
    fn row(&mut self, checked: &Checked<'_>) -> io::Result<&[u8]> {
        self.line.clear();
        written::write(&mut self.line, &row(checked, self.claims, &self.silent))?;
        Ok(&self.line)
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
    value(&row(&Checked::new(article, report), claims, &[]))
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

/// An article.
#[derive(Serialize)]
struct Row<'a> {
    id: &'a str,
    path: Option<&'a str>,
    #[serde(serialize_with = "day")]
    published: Option<Date>,
    score: Option<f64>,
    coverage: f64,
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
    silent: &'a [Box<RawValue>],
}

/// The row of a verdict, written before or now.
#[derive(Serialize)]
#[serde(untagged)]
enum Verdicted<'a> {
    Silent(&'a RawValue),
    Row(VerdictRow<'a>),
}

impl List for Verdicts<'_> {
    fn write<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.verdicts.iter().map(|verdict| {
            let is_silent = verdict.verdict == Verdict::NotMentioned && !verdict.known;
            match self.silent.get(verdict.claim.0).filter(|_| is_silent) {
                Some(row) => Verdicted::Silent(row),
                None => Verdicted::Row(VerdictRow {
                    claim: &self.claims.claim(verdict.claim).id,
                    verdict: verdict.verdict,
                    known: verdict.known,
                    findings: Each(Findings(&verdict.findings, Some(self.article))),
                }),
            }
        }))
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

fn row<'a>(checked: &Checked<'a>, claims: &'a ClaimSet, silent: &'a [Box<RawValue>]) -> Row<'a> {
    let (report, article) = (checked.report, checked.article);
    Row {
        id: &report.id,
        path: report.path.as_deref(),
        published: report.published,
        score: report.score,
        coverage: report.coverage,
        verdicts: Each(Verdicts {
            verdicts: &report.verdicts,
            claims,
            article,
            silent,
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
