//! The report for people: diagnostics, then a summary like that of a test run. Width and theme are given, never asked of
//! a terminal, so that a report is the same wherever it is made.

use std::io::{self, Write};

use miette::{Diagnostic, GraphicalReportHandler, GraphicalTheme, ThemeCharacters, ThemeStyles};

use super::told::{Found, told};
use super::{Checked, View};
use crate::article::Article;
use crate::claim::{ClaimSet, Severity};
use crate::report::{ArticleReport, CorpusReport, Verdict};
use crate::text::in_a_line;
use crate::unlinked::Unlinked;

/// How diagnostics are drawn.
#[derive(Clone, Debug)]
pub struct Fancy {
    handler: GraphicalReportHandler,
    /// Whether advice (spellings) and known contradictions are shown one by one.
    verbose: bool,
    /// Columns of the page.
    width: usize,
}

/// Columns of the page unless something else is asked for.
const WIDTH: usize = 100;
/// Columns of the ids in the summary; what is longer stands out, and moves no other line.
const LONGEST_ID: usize = 60;

impl Fancy {
    /// Diagnostics without colour, 100 columns wide.
    #[must_use]
    pub fn plain() -> Self {
        Self::themed(GraphicalTheme::unicode_nocolor())
    }

    /// Diagnostics in colour.
    #[must_use]
    pub fn coloured() -> Self {
        Self::themed(GraphicalTheme {
            characters: ThemeCharacters::unicode(),
            styles: ThemeStyles::ansi(),
        })
    }

    fn themed(theme: GraphicalTheme) -> Self {
        let handler = GraphicalReportHandler::new_themed(theme)
            .with_width(WIDTH)
            .with_context_lines(1)
            .with_links(false)
            .with_show_related_as_nested(true);
        Self {
            handler,
            verbose: false,
            width: WIDTH,
        }
    }

    /// Shows advice and known contradictions, too.
    #[must_use]
    pub const fn verbose(mut self, verbose: bool) -> Self {
        self.verbose = verbose;
        self
    }

    /// Draws for a page of this many columns.
    #[must_use]
    pub fn width(mut self, columns: usize) -> Self {
        self.handler = self.handler.with_width(columns);
        self.width = columns;
        self
    }

    /// A diagnostic as text.
    #[must_use]
    pub fn diagnostic(&self, diagnostic: &dyn Diagnostic) -> String {
        let mut text = String::new();
        if self.handler.render_report(&mut text, diagnostic).is_err() {
            // A drawing that fails must not hide what it was to show.
            text = format!("{diagnostic}\n");
        }
        text
    }

    /// What was found in an article, in the order of its text; empty where nothing is to be said.
    #[must_use]
    pub fn article(&self, report: &ArticleReport, claims: &ClaimSet, article: &Article) -> String {
        let told = told(report, claims).into_iter().filter(|told| match told.found {
            Found::Claim(_) => self.verbose || !(told.known || told.is_spelling()),
            Found::Check(_) => self.verbose || told.severity != Severity::Advice,
        });
        let texts: Vec<_> = told
            .map(|told| {
                let diagnostic = told.found.diagnostic(claims, article);
                self.diagnostic(&diagnostic.on_a_page_of(self.width))
            })
            .collect();
        texts.join("\n")
    }
}

/// The report for people: diagnostics as the articles come, then a summary.
#[derive(Clone, Debug)]
pub struct Report<'c> {
    claims: &'c ClaimSet,
    fancy: Fancy,
    /// Id and outcome of each article.
    lines: Vec<(String, String)>,
    /// What the articles state that no claim speaks of, where that is asked for.
    unlinked: Option<Vec<Unlinked>>,
}

impl<'c> Report<'c> {
    /// A report on `claims`, drawn as `fancy` says.
    #[must_use]
    pub const fn new(claims: &'c ClaimSet, fancy: Fancy) -> Self {
        Self {
            claims,
            fancy,
            lines: Vec::new(),
            unlinked: None,
        }
    }
}

impl View for Report<'_> {
    fn article(&mut self, checked: &Checked<'_>, out: &mut dyn Write) -> io::Result<()> {
        let report = checked.report;
        let text = self.fancy.article(report, self.claims, checked.article);
        self.lines
            .push((in_a_line(&report.id).into_owned(), outcome(report)));
        if let Some(unlinked) = checked.unlinked {
            self.unlinked.get_or_insert_default().extend_from_slice(unlinked);
        }
        if text.is_empty() {
            return Ok(());
        }
        writeln!(out, "{text}")
    }

    fn finish(&mut self, run: &CorpusReport, out: &mut dyn Write) -> io::Result<()> {
        let width = self.lines.iter().map(|(id, _)| id.chars().count()).max();
        let width = width.unwrap_or_default().min(LONGEST_ID);
        for (id, outcome) in &self.lines {
            writeln!(out, "{id:width$}  {outcome}")?;
        }
        if let Some(idle) = unmentioned(run) {
            writeln!(out, "\n{}", in_a_line(&idle))?;
        }
        writeln!(out, "\n{}", totals(run))?;
        match &self.unlinked {
            Some(unlinked) => write!(out, "\n{}", super::unlinked::text(unlinked)),
            None => Ok(()),
        }
    }
}

/// The line of an article in the summary.
#[must_use]
pub fn line(report: &ArticleReport, width: usize) -> String {
    format!("{:width$}  {}", in_a_line(&report.id), outcome(report))
}

/// The score of an article, whether it fails, and what it says of how many claims.
fn outcome(report: &ArticleReport) -> String {
    let score = report
        .score
        .map_or_else(|| "    \u{2013}".to_owned(), |score| format!("{score:5.2}"));
    let mut counts = [0usize; 5];
    let mut known = 0;
    for verdict in &report.verdicts {
        known += usize::from(verdict.known);
        let index = match verdict.verdict {
            Verdict::Supported => 0,
            Verdict::Compatible => 1,
            Verdict::Contradicted => 2,
            Verdict::Conflicting => 3,
            Verdict::NotMentioned => 4,
        };
        if let Some(count) = counts.get_mut(index) {
            *count += 1;
        }
    }
    let names = [
        "supported",
        "compatible",
        "contradicted",
        "conflicting",
        "not mentioned",
    ];
    let mut parts: Vec<_> = names
        .iter()
        .zip(counts)
        .filter(|(_, count)| *count > 0)
        .map(|(name, count)| format!("{count} {name}"))
        .collect();
    let totals = report.counts();
    for (count, one, many) in [
        (known, "known", "known"),
        (totals.advice, "advice", "advice"),
        (report.checks.len(), "check", "checks"),
    ] {
        if count > 0 {
            parts.push(format!("{count} {}", if count == 1 { one } else { many }));
        }
    }
    let status = if totals.errors > 0 { "FAILED" } else { "ok" };
    format!("{score}  {status:6}  {}", parts.join(", "))
}

/// The totals of a run.
#[must_use]
pub fn totals(report: &CorpusReport) -> String {
    let summary = report.summary;
    let result = if report.fails() { "FAILED" } else { "ok" };
    let count =
        |number: usize, one: &str, many: &str| format!("{number} {}", if number == 1 { one } else { many });
    format!(
        "result: {result}. {}, {}: {} contradicted, {} conflicting; {}, {}, {} advice",
        count(summary.articles, "article", "articles"),
        count(summary.claims, "claim", "claims"),
        summary.contradicted,
        summary.conflicting,
        count(summary.errors, "error", "errors"),
        count(summary.warnings, "warning", "warnings"),
        summary.advice,
    )
}

/// The claims that no article speaks of: an entry nobody needs, or one that nothing reaches.
#[must_use]
pub fn unmentioned(report: &CorpusReport) -> Option<String> {
    let idle: Vec<_> = report
        .claims
        .iter()
        .filter(|tally| tally.not_mentioned == report.summary.articles)
        .map(|tally| tally.claim.as_str())
        .collect();
    (!idle.is_empty() && report.summary.articles > 0)
        .then(|| format!("not mentioned anywhere: {}", idle.join(", ")))
}
