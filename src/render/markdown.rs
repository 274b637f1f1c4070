//! A table for a pull request or a message: what there is to settle, then the score of each article.

use std::io::{self, Write};

use super::told::{Found, told};
use super::{Checked, View, fancy};
use crate::claim::{ClaimSet, Severity};
use crate::report::CorpusReport;
use crate::text::{in_a_line, steers};

/// The report as Markdown, as GitHub and GitLab read it.
#[derive(Clone, Debug)]
pub struct Markdown<'c> {
    claims: &'c ClaimSet,
    verbose: bool,
    /// A row of the table for each finding.
    findings: Vec<String>,
    /// A row for each article.
    articles: Vec<String>,
}

impl<'c> Markdown<'c> {
    /// A table on `claims`.
    #[must_use]
    pub const fn new(claims: &'c ClaimSet) -> Self {
        Self {
            claims,
            verbose: false,
            findings: Vec::new(),
            articles: Vec::new(),
        }
    }

    /// Tells of advice and known contradictions, too.
    #[must_use]
    pub const fn verbose(mut self, verbose: bool) -> Self {
        self.verbose = verbose;
        self
    }
}

impl View for Markdown<'_> {
    fn article(&mut self, checked: &Checked<'_>, _out: &mut dyn Write) -> io::Result<()> {
        let (report, article) = (checked.report, checked.article);
        for told in told(report, self.claims) {
            if !self.verbose && (told.known || told.is_spelling()) {
                continue;
            }
            let sign = match told.severity {
                _ if told.known => "☑️ known",
                Severity::Error => "❌ error",
                Severity::Warning => "⚠️ warning",
                Severity::Advice => "💡 advice",
            };
            let (says, truth) = match told.found {
                Found::Claim(finding) => (text(&finding.quote), text(&finding.expected)),
                Found::Check(check) => (text(&check.quote), text(&check.message)),
            };
            let at = article.lines().position(article.source(), told.span.start);
            self.findings.push(format!(
                "| {sign} | {} | {} | {says} | {truth} |",
                code(&format!("{}:{}:{}", checked.place(), at.line, at.column)),
                code(told.rule),
            ));
        }
        let score = report.score.map_or("–".to_owned(), |score| format!("{score:.2}"));
        let counts = report.counts();
        let sign = if counts.errors > 0 {
            "❌"
        } else if counts.warnings > 0 {
            "⚠️"
        } else if report.verdicts.iter().any(|verdict| verdict.known) {
            "☑️"
        } else {
            "✅"
        };
        self.articles.push(format!(
            "| {sign} | {} | {score} | {} | {} |",
            text(&report.id),
            counts.errors,
            counts.warnings
        ));
        Ok(())
    }

    fn finish(&mut self, run: &CorpusReport, out: &mut dyn Write) -> io::Result<()> {
        let sign = if run.fails() { "❌" } else { "✅" };
        let totals = fancy::totals(run);
        let totals = totals.strip_prefix("result: ").unwrap_or(&totals);
        writeln!(out, "### {sign} corroborate: {}\n", text(totals))?;
        if !self.findings.is_empty() {
            writeln!(out, "| | where | claim | the article says | the claim says |")?;
            writeln!(out, "|---|---|---|---|---|")?;
            for row in &self.findings {
                writeln!(out, "{row}")?;
            }
            writeln!(out)?;
        }
        for trouble in &run.troubles {
            writeln!(out, "- ⚠️ {}", text(&trouble.message))?;
        }
        if !run.troubles.is_empty() {
            writeln!(out)?;
        }
        let count = self.articles.len();
        let noun = if count == 1 { "article" } else { "articles" };
        writeln!(out, "<details><summary>{count} {noun}</summary>\n")?;
        writeln!(out, "| | article | score | errors | warnings |")?;
        writeln!(out, "|---|---|--:|--:|--:|")?;
        for row in &self.articles {
            writeln!(out, "{row}")?;
        }
        writeln!(out, "\n</details>")
    }
}

/// Text as text, whatever it holds: no markup, no new cell or line, no link, and nobody is called by a name behind an `@`.
fn text(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    let mut before = ' ';
    let mut characters = text.chars().peekable();
    while let Some(c) = characters.next() {
        match c {
            '\n' | '\r' | '\t' => out.push(' '),
            c if steers(c) => out.push(char::REPLACEMENT_CHARACTER),
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            // A mention or an issue is found after all markup is read: only a character between parts them.
            '@' | '#' => {
                out.push('\\');
                out.push(c);
                out.push_str("&#8203;");
            }
            '\\' | '`' | '*' | '_' | '[' | ']' | '~' | '|' | '$' => {
                out.push('\\');
                out.push(c);
            }
            // Links that need no markup: `https://…`, `www.…`.
            ':' if characters.peek() == Some(&'/') => out.push_str("\\:"),
            '.' if matches!(before, 'w' | 'W') => out.push_str("\\."),
            c => out.push(c),
        }
        before = c;
    }
    out
}

/// Text as code in a cell of a table, where a bar parts cells even in code unless it is escaped.
fn code(text: &str) -> String {
    let text = in_a_line(text).replace('`', "'").replace('|', "\\|");
    format!("`{text}`")
}
