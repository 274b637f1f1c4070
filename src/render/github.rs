//! Workflow commands of GitHub: each finding becomes an annotation on the line of a pull request where it stands.

use std::borrow::Cow;
use std::io::{self, Write};

use super::told::{Found, Told, told};
use super::{Checked, View, fancy};
use crate::claim::{ClaimSet, Severity};
use crate::report::CorpusReport;
use crate::text::in_a_line;

/// The report as workflow commands.
#[derive(Clone, Debug)]
pub struct Github<'c> {
    claims: &'c ClaimSet,
}

impl<'c> Github<'c> {
    /// Commands on `claims`.
    #[must_use]
    pub const fn new(claims: &'c ClaimSet) -> Self {
        Self { claims }
    }
}

impl View for Github<'_> {
    fn article(&mut self, checked: &Checked<'_>, out: &mut dyn Write) -> io::Result<()> {
        for told in told(checked.report, self.claims) {
            let level = match told.severity {
                _ if told.known => "notice",
                Severity::Error => "error",
                Severity::Warning => "warning",
                Severity::Advice => "notice",
            };
            writeln!(
                out,
                "::{level} {}title={}::{}",
                place(checked, &told),
                property(&in_a_line(&format!("{}: {}", told.kind(), told.rule))),
                data(&message(&told)),
            )?;
        }
        Ok(())
    }

    fn finish(&mut self, run: &CorpusReport, out: &mut dyn Write) -> io::Result<()> {
        for trouble in &run.troubles {
            writeln!(
                out,
                "::error title=corroborate::{}",
                data(&in_a_line(&trouble.message))
            )?;
        }
        // No command, and so a line of the log.
        writeln!(out, "{}", fancy::totals(run))
    }
}

/// The file and the words in it; of a row of JSON Lines its line, for other places in it are those of its text.
fn place(checked: &Checked<'_>, told: &Told<'_>) -> String {
    let Some(path) = checked.report.path.as_deref() else {
        return String::new();
    };
    let article = checked.article;
    let path = in_a_line(path.strip_prefix("./").unwrap_or(path));
    let file = property(&path);
    if let Some(line) = article.row() {
        return format!("file={file},line={line},");
    }
    let start = article.lines().position(article.source(), told.span.start);
    let end = article.lines().position(article.source(), told.span.end);
    let mut place = format!("file={file},line={},endLine={},", start.line, end.line);
    // Columns mark words within one line only.
    if start.line == end.line {
        place.push_str(&format!("col={},endColumn={},", start.column, end.column));
    }
    place
}

fn message(told: &Told<'_>) -> String {
    let help = match told.found {
        Found::Check(check) => check.help.as_str(),
        Found::Claim(_) => "",
    };
    let known = if told.known { " (known)" } else { "" };
    let message = in_a_line(told.message);
    match help {
        "" => format!("{message}{known}"),
        help => format!("{message}{known}\n{help}"),
    }
}

/// A message as the grammar of commands has it.
fn data(text: &str) -> Cow<'_, str> {
    escaped(text, &['%', '\r', '\n'])
}

/// A property as the grammar of commands has it.
fn property(text: &str) -> Cow<'_, str> {
    escaped(text, &['%', '\r', '\n', ':', ','])
}

fn escaped<'t>(text: &'t str, special: &[char]) -> Cow<'t, str> {
    if !text.contains(special) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len() + 8);
    for c in text.chars() {
        if special.contains(&c) {
            out.push_str(&format!("%{:02X}", u32::from(c)));
        } else {
            out.push(c);
        }
    }
    Cow::Owned(out)
}
