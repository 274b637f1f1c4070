//! The report as one page of HTML: no server, no script. First the matrix of articles by claims, then what there is to
//! settle, then each article with its words marked and the evidence beside them, and the claims with their sources.
//!
//! Everything that comes from an article or a sheet passes through the template engine, which escapes it; addresses are
//! links only where they are of the web. A policy in the page forbids scripts all the same.

mod article;
mod claims;
mod marks;
mod matrix;
mod page;
mod settle;

use std::io::{self, Write};

use maud::Markup;

use super::{Checked, View};
use crate::claim::ClaimSet;
use crate::report::{ClaimVerdict, CorpusReport, Judgement, Verdict};

/// The report as a page. What is kept of an article is its part of the page and its row of the matrix.
#[derive(Clone, Debug)]
pub struct Html<'c> {
    claims: &'c ClaimSet,
    rows: Vec<Row>,
    /// The articles as they are shown, one after the other.
    articles: String,
    /// What there is to settle, one after the other.
    settle: String,
    /// How many there are of them.
    issues: usize,
}

/// An article in the matrix.
#[derive(Clone, Debug)]
struct Row {
    name: String,
    /// Outlet and day.
    about: String,
    score: Option<f64>,
    /// Whether there is something to settle in it.
    is_open: bool,
    cells: Vec<Cell>,
}

/// What an article says of a claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Cell {
    verdict: Verdict,
    known: bool,
}

impl From<&ClaimVerdict> for Cell {
    fn from(verdict: &ClaimVerdict) -> Self {
        Self {
            verdict: verdict.verdict,
            known: verdict.known,
        }
    }
}

impl Cell {
    /// The class of its colours, and of its shape.
    const fn class(self) -> &'static str {
        match self.verdict {
            Verdict::Contradicted | Verdict::Conflicting if self.known => "known",
            Verdict::Supported => "yes",
            Verdict::Compatible => "near",
            Verdict::Contradicted => "no",
            Verdict::Conflicting => "split",
            Verdict::NotMentioned => "none",
        }
    }

    /// The sign that says the same without colour.
    const fn sign(self) -> &'static str {
        match self.verdict {
            Verdict::Supported => "✓",
            Verdict::Compatible => "≈",
            Verdict::Contradicted => "✕",
            Verdict::Conflicting => "±",
            Verdict::NotMentioned => "·",
        }
    }
}

/// The class of a finding's words and of its note.
const fn class(judgement: Judgement, known: bool) -> &'static str {
    match judgement {
        Judgement::Supported => "yes",
        Judgement::Compatible => "near",
        Judgement::Contradicted if known => "known",
        Judgement::Contradicted => "no",
        Judgement::Spelling => "spell",
    }
}

/// The sign of a finding.
const fn sign(judgement: Judgement) -> &'static str {
    match judgement {
        Judgement::Supported => "✓",
        Judgement::Compatible => "≈",
        Judgement::Contradicted => "✕",
        Judgement::Spelling => "~",
    }
}

/// Markup as text, without the characters that HTML forbids: the engine escapes signs, not these.
fn legal(markup: Markup) -> String {
    let text = markup.into_string();
    let is_legal = |c: char| match c {
        '\n' | '\t' | '\r' => true,
        '\u{fdd0}'..='\u{fdef}' => false,
        c => !c.is_control() && u32::from(c) & 0xFFFE != 0xFFFE,
    };
    if text.chars().all(is_legal) {
        return text;
    }
    let legal = text.chars().map(|c| {
        if is_legal(c) {
            c
        } else {
            char::REPLACEMENT_CHARACTER
        }
    });
    legal.collect()
}

impl<'c> Html<'c> {
    /// A page on `claims`.
    #[must_use]
    pub const fn new(claims: &'c ClaimSet) -> Self {
        Self {
            claims,
            rows: Vec::new(),
            articles: String::new(),
            settle: String::new(),
            issues: 0,
        }
    }
}

impl View for Html<'_> {
    fn article(&mut self, checked: &Checked<'_>, _out: &mut dyn Write) -> io::Result<()> {
        let (report, article) = (checked.report, checked.article);
        let before = self.issues;
        article::section(self, checked);
        let name = article.title.as_deref().unwrap_or(&report.id);
        let day = report.published.map(|day| day.to_string());
        let about = [article.outlet.as_deref(), day.as_deref()];
        self.rows.push(Row {
            name: name.to_owned(),
            about: about.into_iter().flatten().collect::<Vec<_>>().join(", "),
            score: report.score,
            is_open: self.issues > before,
            cells: report.verdicts.iter().map(Cell::from).collect(),
        });
        Ok(())
    }

    fn finish(&mut self, run: &CorpusReport, out: &mut dyn Write) -> io::Result<()> {
        page::write(self, run, out)
    }
}
