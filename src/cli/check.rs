//! `corroborate check`: articles held against claims.

use std::io;

use corroborate::corpus::{self, Corpus};
use corroborate::render::Checked;
use corroborate::report::{ArticleReport, KnownList, Trouble};
use corroborate::unlinked;
use corroborate::{Article, Checker, ClaimSet, CorpusReport};
use rayon::iter::{IntoParallelIterator as _, ParallelIterator as _};

use super::arguments::Check;
use super::output::{self, Outputs};
use super::{CONSISTENT, CONTRADICTED, UNABLE, complain};

/// Articles that are checked side by side; their reports are written in order.
const BATCH: usize = 256;

/// Checks every article and writes the report.
pub(super) fn run(arguments: &Check) -> io::Result<u8> {
    let targets = match arguments.output.targets() {
        Ok(targets) => targets,
        Err(message) => {
            complain(&message);
            return Ok(UNABLE);
        }
    };
    let Some(claims) = super::load(&arguments.claims, &output::fancy(false))? else {
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
        outputs: Outputs::new(&targets, &claims, arguments.verbose)?,
        unlinked: arguments.unlinked,
    };
    run.all(&corpus)?;
    run.finish()
}

/// A run in progress.
struct Run<'c> {
    checker: Checker<'c>,
    claims: &'c ClaimSet,
    known: KnownList<'c>,
    report: CorpusReport,
    outputs: Outputs<'c>,
    /// Whether to tell what the articles state that no claim speaks of.
    unlinked: bool,
}

impl Run<'_> {
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
                        self.report.troubles.push(Trouble {
                            about: error.path.clone(),
                            message: error.to_string(),
                            unreadable: true,
                        });
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
        let unlinked = self.unlinked.then(|| unlinked::unlinked(&report, article));
        let mut checked = Checked::new(article, &report);
        checked.unlinked = unlinked.as_deref();
        self.outputs.article(&checked)
    }

    /// Writes what comes after the articles, and says how the run ended.
    fn finish(mut self) -> io::Result<u8> {
        let stale = self.known.stale().map(|stale| Trouble {
            about: stale.known.article.clone(),
            message: stale.message(self.claims),
            unreadable: false,
        });
        self.report.troubles.extend(stale);
        self.outputs.finish(&self.report)?;
        for stale in self.report.troubles.iter().filter(|trouble| !trouble.unreadable) {
            complain(&stale.message);
        }
        let troubles = &self.report.troubles;
        Ok(if troubles.iter().any(|trouble| trouble.unreadable) {
            UNABLE
        } else if self.report.fails() || !troubles.is_empty() {
            CONTRADICTED
        } else {
            CONSISTENT
        })
    }
}
