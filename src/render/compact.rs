//! A line a finding, for editors and `grep`: `articles/a.md:12:3: error[count.arches] the article says …`.

use std::io::{self, Write};

use super::told::told;
use super::{Checked, View};
use crate::claim::{ClaimSet, Severity};
use crate::report::CorpusReport;
use crate::text::in_a_line;

/// The report as lines.
#[derive(Clone, Debug)]
pub struct Compact<'c> {
    claims: &'c ClaimSet,
    verbose: bool,
}

impl<'c> Compact<'c> {
    /// Lines on `claims`.
    #[must_use]
    pub const fn new(claims: &'c ClaimSet) -> Self {
        Self {
            claims,
            verbose: false,
        }
    }

    /// Tells of advice and known contradictions, too.
    #[must_use]
    pub const fn verbose(mut self, verbose: bool) -> Self {
        self.verbose = verbose;
        self
    }
}

impl View for Compact<'_> {
    fn article(&mut self, checked: &Checked<'_>, out: &mut dyn Write) -> io::Result<()> {
        let article = checked.article;
        let place = checked.place();
        for told in told(checked.report, self.claims) {
            if !self.verbose && (told.known || told.is_spelling() || told.severity == Severity::Advice) {
                continue;
            }
            let at = article.lines().position(article.source(), told.span.start);
            writeln!(
                out,
                "{}:{}:{}: {}[{}] {}{}",
                in_a_line(&place),
                at.line,
                at.column,
                told.severity.name(),
                in_a_line(told.rule),
                in_a_line(told.message),
                if told.known { " (known)" } else { "" },
            )?;
        }
        Ok(())
    }

    fn finish(&mut self, _run: &CorpusReport, _out: &mut dyn Write) -> io::Result<()> {
        Ok(())
    }
}
