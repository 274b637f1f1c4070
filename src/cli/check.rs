//! `corroborate check`: articles held against claims.

use std::io::{self, BufWriter, Write};

use corroborate::corpus::{self, Corpus};
use corroborate::render::{fancy, fancy::Fancy, json, unlinked as view};
use corroborate::report::{ArticleReport, KnownList};
use corroborate::unlinked::{self, Unlinked};
use corroborate::{Article, Checker, ClaimSet, CorpusReport};
use rayon::iter::{IntoParallelIterator as _, ParallelIterator as _};

use super::arguments::{Check, CheckFormat};
use super::{CONSISTENT, CONTRADICTED, UNABLE, complain};

/// Articles that are checked side by side; their reports are written in order.
const BATCH: usize = 256;

/// Checks every article and writes the report.
pub(super) fn run(arguments: &Check) -> io::Result<u8> {
    // anstream takes the colours out where nobody wants them: no terminal, `NO_COLOR`.
    let fancy = Fancy::coloured().verbose(arguments.verbose);
    let Some(claims) = super::load(&arguments.claims, &fancy)? else {
        return Ok(UNABLE);
    };
    let Some(corpus) = super::find(&arguments.articles) else {
        return Ok(UNABLE);
    };
    let mut run = Run {
        checker: Checker::new(&claims),
        known: KnownList::new(&claims, arguments.today.unwrap_or_else(corpus::today)),
        report: CorpusReport::new(&claims),
        claims: &claims,
        fancy,
        format: arguments.format,
        rows: Vec::new(),
        lines: Vec::new(),
        unlinked: arguments.unlinked.then(Vec::new),
        unreadable: false,
        out: BufWriter::new(anstream::stdout().lock()),
    };
    run.all(&corpus)?;
    run.finish()
}

/// A run in progress.
struct Run<'c, W: Write> {
    checker: Checker<'c>,
    claims: &'c ClaimSet,
    known: KnownList<'c>,
    report: CorpusReport,
    fancy: Fancy,
    format: CheckFormat,
    /// The articles of one JSON object.
    rows: Vec<serde_json::Value>,
    /// The articles of the summary, without their texts.
    lines: Vec<ArticleReport>,
    /// What the articles state that no claim speaks of, where that is asked for.
    unlinked: Option<Vec<Unlinked>>,
    unreadable: bool,
    out: W,
}

impl<W: Write> Run<'_, W> {
    /// Checks the articles batch by batch, so that a corpus may be larger than memory.
    fn all(&mut self, corpus: &Corpus) -> io::Result<()> {
        let mut articles = corpus.articles().peekable();
        while articles.peek().is_some() {
            let mut batch: Vec<Article> = Vec::new();
            for article in articles.by_ref().take(BATCH) {
                match article {
                    Ok(article) => batch.push(article),
                    Err(error) => {
                        complain(&error.to_string());
                        self.unreadable = true;
                    }
                }
            }
            let checker = &self.checker;
            let checked: Vec<_> = batch
                .into_par_iter()
                .map(|article| (checker.check(&article), article))
                .collect();
            for (report, article) in checked {
                self.one(report, &article)?;
            }
        }
        Ok(())
    }

    fn one(&mut self, mut report: ArticleReport, article: &Article) -> io::Result<()> {
        self.known.apply(&mut report);
        self.report.count(&report);
        let unlinked = self
            .unlinked
            .is_some()
            .then(|| unlinked::unlinked(&report, article));
        let row = |report: &ArticleReport| {
            let mut row = json::article(report, self.claims, article);
            if let Some(unlinked) = &unlinked {
                row["unlinked"] = view::json(unlinked);
            }
            row
        };
        match self.format {
            CheckFormat::Jsonl => writeln!(self.out, "{}", row(&report))?,
            CheckFormat::Json => self.rows.push(row(&report)),
            CheckFormat::Fancy => {
                let text = self.fancy.article(&report, self.claims, article);
                if !text.is_empty() {
                    writeln!(self.out, "{text}")?;
                }
                self.lines.push(report);
                if let (Some(all), Some(unlinked)) = (&mut self.unlinked, unlinked) {
                    all.extend(unlinked);
                }
            }
        }
        Ok(())
    }

    /// Writes what comes after the articles, and says how the run ended.
    fn finish(mut self) -> io::Result<u8> {
        match self.format {
            CheckFormat::Jsonl => writeln!(self.out, "{}", json::summary(&self.report))?,
            CheckFormat::Json => writeln!(self.out, "{}", json::run(&self.rows, &self.report))?,
            CheckFormat::Fancy => {
                let width = self.lines.iter().map(|report| report.id.chars().count()).max();
                for report in &self.lines {
                    writeln!(self.out, "{}", fancy::line(report, width.unwrap_or_default()))?;
                }
                if let Some(idle) = fancy::unmentioned(&self.report) {
                    writeln!(self.out, "\n{idle}")?;
                }
                writeln!(self.out, "\n{}", fancy::totals(&self.report))?;
                if let Some(unlinked) = &self.unlinked {
                    write!(self.out, "\n{}", view::text(unlinked))?;
                }
            }
        }
        self.out.flush()?;
        let mut stale = false;
        for entry in self.known.stale() {
            complain(&entry.message(self.claims));
            stale = true;
        }
        Ok(if self.unreadable {
            UNABLE
        } else if self.report.fails() || stale {
            CONTRADICTED
        } else {
            CONSISTENT
        })
    }
}
