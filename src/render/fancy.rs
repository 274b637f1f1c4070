//! The report for people: diagnostics, then a summary like that of a test run. Width and theme are given, never asked of
//! a terminal, so that a report is the same wherever it is made.

use miette::{Diagnostic, GraphicalReportHandler, GraphicalTheme, ThemeCharacters, ThemeStyles};

use crate::article::Article;
use crate::claim::{ClaimSet, Severity};
use crate::report::{ArticleReport, CorpusReport, Judgement, Verdict};

/// How diagnostics are drawn.
#[derive(Clone, Debug)]
pub struct Fancy {
    handler: GraphicalReportHandler,
    /// Whether advice (spellings) and known contradictions are shown one by one.
    verbose: bool,
}

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
            .with_width(100)
            .with_context_lines(1)
            .with_links(false)
            .with_show_related_as_nested(true);
        Self {
            handler,
            verbose: false,
        }
    }

    /// Shows advice and known contradictions, too.
    #[must_use]
    pub const fn verbose(mut self, verbose: bool) -> Self {
        self.verbose = verbose;
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
        let mut shown: Vec<(usize, String)> = Vec::new();
        for verdict in report
            .verdicts
            .iter()
            .filter(|verdict| self.verbose || !verdict.known)
        {
            for finding in &verdict.findings {
                let told = match finding.judgement {
                    Judgement::Contradicted => true,
                    Judgement::Spelling => self.verbose,
                    Judgement::Supported | Judgement::Compatible => false,
                };
                if told {
                    let diagnostic = finding.diagnostic(claims, article);
                    shown.push((finding.span.start, self.diagnostic(&diagnostic)));
                }
            }
        }
        for check in &report.checks {
            if self.verbose || check.severity != Severity::Advice {
                shown.push((check.span.start, self.diagnostic(&check.diagnostic(article))));
            }
        }
        shown.sort_by_key(|(start, _)| *start);
        let texts: Vec<_> = shown.into_iter().map(|(_, text)| text).collect();
        texts.join("\n")
    }
}

/// The line of an article in the summary.
#[must_use]
pub fn line(report: &ArticleReport, width: usize) -> String {
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
    format!("{:width$}  {score}  {status:6}  {}", report.id, parts.join(", "))
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
