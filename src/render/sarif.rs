//! SARIF 2.1.0, as code scanners and editors read it: a rule for each claim, a result for each finding. Regions are given in
//! lines and columns, columns in Unicode code points.

use std::io::{self, Write};

use serde_json::{Value as Json, json};

use super::told::{Found, Told, told};
use super::truth::{statement, truth};
use super::{Checked, View, written};
use crate::article::Article;
use crate::claim::{Claim, ClaimSet, Place, Severity};
use crate::report::{Check, CorpusReport, Fingerprint, Fingerprints};
use crate::text::{Span, in_a_line};

/// Where the schema is published.
const SCHEMA: &str =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";
/// The checks that need no claim, in the order of their rules.
const CHECKS: [Check; 3] = [Check::SelfContradiction, Check::Weekday, Check::Sum];

/// The report as one log with one run; results are written as they come.
#[derive(Clone, Debug)]
pub struct Sarif<'c> {
    claims: &'c ClaimSet,
    results: usize,
    is_begun: bool,
}

impl<'c> Sarif<'c> {
    /// A log on `claims`.
    #[must_use]
    pub const fn new(claims: &'c ClaimSet) -> Self {
        Self {
            claims,
            results: 0,
            is_begun: false,
        }
    }

    /// Writes all that stands before the results.
    fn begin(&mut self, out: &mut dyn Write) -> io::Result<()> {
        if self.is_begun {
            return Ok(());
        }
        self.is_begun = true;
        let rules = self.claims.claims().iter().map(|claim| rule(self.claims, claim));
        let rules: Vec<_> = rules.chain(CHECKS.map(check_rule)).collect();
        let driver = json!({
            "name": "corroborate",
            "version": env!("CARGO_PKG_VERSION"),
            "semanticVersion": env!("CARGO_PKG_VERSION"),
            "shortDescription": { "text": env!("CARGO_PKG_DESCRIPTION") },
            "rules": rules,
        });
        write!(
            out,
            "{{\"$schema\":{},\"version\":\"2.1.0\",\"runs\":[{{\"tool\":{{\"driver\":{}}},\
             \"columnKind\":\"unicodeCodePoints\",\"results\":[",
            written::json(&SCHEMA),
            written::json(&driver),
        )
    }

    fn result(&self, told: &Told<'_>, checked: &Checked<'_>, fingerprint: Fingerprint) -> Json {
        let index = match told.found {
            Found::Claim(finding) => finding.claim.0,
            Found::Check(check) => {
                let at = CHECKS.iter().position(|one| *one == check.check);
                self.claims.claims().len() + at.unwrap_or_default()
            }
        };
        let mut result = json!({
            "ruleId": rule_id(told),
            "ruleIndex": index,
            "level": level(told.severity),
            "message": message(told.message),
            "locations": [location(checked, told.span, Some(self.sentence(told)))],
            "partialFingerprints": { "corroborateFinding/v1": fingerprint.to_string() },
        });
        let related: Vec<_> = match told.found {
            Found::Claim(finding) => {
                result["rank"] = json!((finding.confidence * 1000.0).round() / 10.0);
                result["properties"] = json!({
                    "judgement": finding.judgement, "value": finding.value, "expected": finding.expected,
                });
                let evidence = finding
                    .evidence
                    .iter()
                    .map(|it| (it.span, format!("{:?}", it.role).to_lowercase()));
                let claim = self.claims.claims().get(finding.claim.0);
                let sheet = claim.and_then(|claim| sheet_location(self.claims, claim));
                related(checked, evidence).chain(sheet).collect()
            }
            Found::Check(check) => related(checked, check.others.iter().cloned()).collect(),
        };
        if !related.is_empty() {
            result["relatedLocations"] = Json::Array(related);
        }
        if told.known {
            result["suppressions"] = json!([{ "kind": "external", "status": "accepted" }]);
        }
        result
    }

    const fn sentence(&self, told: &Told<'_>) -> Span {
        match told.found {
            Found::Claim(finding) => finding.sentence,
            Found::Check(check) => check.sentence,
        }
    }
}

impl View for Sarif<'_> {
    fn article(&mut self, checked: &Checked<'_>, out: &mut dyn Write) -> io::Result<()> {
        self.begin(out)?;
        let mut names = Fingerprints::new(checked.place());
        for told in told(checked.report, self.claims) {
            let name = match told.found {
                Found::Claim(finding) => names.finding(told.rule, finding),
                Found::Check(check) => names.check(check),
            };
            let comma = if self.results > 0 { "," } else { "" };
            self.results += 1;
            writeln!(out, "{comma}")?;
            written::write(&mut *out, &self.result(&told, checked, name))?;
        }
        Ok(())
    }

    fn finish(&mut self, run: &CorpusReport, out: &mut dyn Write) -> io::Result<()> {
        self.begin(out)?;
        let troubles: Vec<_> = run
            .troubles
            .iter()
            .map(|trouble| json!({ "level": "error", "message": message(&trouble.message) }))
            .collect();
        let invocation = json!({
            "executionSuccessful": !run.is_partial(),
            "toolExecutionNotifications": troubles,
        });
        writeln!(
            out,
            "\n],\"invocations\":[{}],\"properties\":{}}}]}}",
            written::json(&invocation),
            written::json(&run.summary)
        )
    }
}

const fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Advice => "note",
    }
}

fn rule_id(told: &Told<'_>) -> String {
    match told.found {
        Found::Claim(_) => told.rule.to_owned(),
        Found::Check(_) => format!("check.{}", told.rule),
    }
}

/// A claim as a rule.
fn rule(claims: &ClaimSet, claim: &Claim) -> Json {
    let truth = truth(claims, claim);
    let statement = statement(claims, claim);
    let help = format!(
        "Correct the article to {truth}, or the claim's value in its sheet; a value that may stand beside it belongs \
         in `also`."
    );
    let sources = if claim.source.is_empty() {
        String::new()
    } else {
        format!("\n\nSource: {}", claim.source.join(", "))
    };
    let mut rule = json!({
        "id": claim.id,
        "name": claim.id,
        "shortDescription": message(&statement),
        "fullDescription": message(&format!("Articles have to agree with this claim. {statement}")),
        "help": { "text": format!("{help}{sources}"), "markdown": format!("{}{sources}", help) },
        "defaultConfiguration": { "level": level(claim.severity) },
        "properties": { "tags": ["fact", claim.id.split('.').next()], "weight": claim.weight },
    });
    let link = claim.source.iter().find_map(|source| super::link(source));
    if let Some(link) = link {
        rule["helpUri"] = json!(link);
    }
    rule
}

/// A check that needs no claim as a rule.
fn check_rule(check: Check) -> Json {
    let (what, help) = match check {
        Check::SelfContradiction => (
            "The article gives two values for one thing.",
            "Find out which of the two is right, and correct the other.",
        ),
        Check::Weekday => (
            "A weekday does not fall on its date.",
            "Either may be wrong: correct the weekday, or the date.",
        ),
        Check::Sum => (
            "Parts do not add up to the total beside them.",
            "Correct the part or the total that is wrong, or name the part that is missing.",
        ),
    };
    json!({
        "id": format!("check.{}", check.name()),
        "name": format!("check.{}", check.name()),
        "shortDescription": { "text": what },
        "fullDescription": { "text": what },
        "help": { "text": help, "markdown": help },
        "defaultConfiguration": { "level": "warning" },
        "properties": { "tags": ["consistency"] },
    })
}

/// A message: braces and brackets in it are no placeholders and no links.
fn message(text: &str) -> Json {
    let text = in_a_line(text).replace('{', "{{").replace('}', "}}");
    let text = if text.contains("](") {
        text.replace('[', "\\[").replace(']', "\\]")
    } else {
        text
    };
    json!({ "text": text })
}

/// Where words stand in an article, with the sentence around them.
fn location(checked: &Checked<'_>, span: Span, sentence: Option<Span>) -> Json {
    let article = checked.article;
    let mut location = json!({});
    if let Some(path) = &checked.report.path {
        location["physicalLocation"] = json!({ "artifactLocation": { "uri": uri(path) } });
        if let Some(line) = article.row() {
            location["physicalLocation"]["region"] = json!({ "startLine": line });
        } else {
            location["physicalLocation"]["region"] = region(article, span);
            if let Some(sentence) = sentence.filter(|sentence| sentence.contains(span)) {
                location["physicalLocation"]["contextRegion"] = region(article, sentence);
            }
        }
    }
    location["logicalLocations"] = json!([{ "name": checked.report.id, "kind": "article" }]);
    location
}

fn region(article: &Article, span: Span) -> Json {
    let start = article.lines().position(article.source(), span.start);
    let end = article.lines().position(article.source(), span.end);
    json!({
        "startLine": start.line, "startColumn": start.column, "endLine": end.line, "endColumn": end.column,
        "snippet": { "text": span.of(article.source()) },
    })
}

fn related<'a>(
    checked: &'a Checked<'_>,
    places: impl Iterator<Item = (Span, String)> + 'a,
) -> impl Iterator<Item = Json> + 'a {
    // A row of JSON Lines is one line of its file, to which the result points already.
    let places = places.filter(|_| checked.article.row().is_none());
    places.map(|(span, what)| {
        let mut place = location(checked, span, None);
        place["message"] = message(&what);
        place
    })
}

/// Where a claim stands in its sheet.
fn sheet_location(claims: &ClaimSet, claim: &Claim) -> Option<Json> {
    let Place { sheet, span } = claim.place;
    let sheet = claims.sheets().get(sheet)?;
    let at = |offset| sheet.excerpt().position(offset);
    let (start, end) = (at(span.start), at(span.end));
    Some(json!({
        "physicalLocation": {
            "artifactLocation": { "uri": uri(&sheet.path) },
            "region": {
                "startLine": start.line, "startColumn": start.column, "endLine": end.line, "endColumn": end.column,
            },
        },
        "message": { "text": "the claim" },
    }))
}

/// A path as a reference: what a URI has no letter for is written in per cent.
fn uri(path: &str) -> String {
    let path = path.strip_prefix("./").unwrap_or(path);
    let is_drive = path.as_bytes().get(1) == Some(&b':');
    let (root, also): (_, &[u8]) = match path.starts_with('/') {
        true => ("file://", b"-._~/"),
        false if is_drive => ("file:///", b"-._~/:"),
        false => ("", b"-._~/"),
    };
    format!("{root}{}", super::percent(path, also))
}
