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
const BATCH: usize = 1024;
/// … and not many more bytes than these.
const BYTES: usize = 4 << 20;

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
        known: KnownList::new(&claims, arguments.today.unwrap_or_else(corpus::today)),
        report: CorpusReport::new(&claims),
        claims: &claims,
        outputs: Outputs::new(&targets, &claims, arguments.verbose)?,
        unlinked: arguments.unlinked,
    };
    run.all(&corpus, &Checker::new(&claims))?;
    run.finish()
}

/// A run in progress.
struct Run<'c> {
    claims: &'c ClaimSet,
    known: KnownList<'c>,
    report: CorpusReport,
    outputs: Outputs<'c>,
    /// Whether to tell what the articles state that no claim speaks of.
    unlinked: bool,
}

impl Run<'_> {
    /// Checks the articles batch by batch, so that a corpus may be larger than memory. While one batch is checked, the
    /// reports of the one before are written and the next is read.
    fn all(&mut self, corpus: &Corpus, checker: &Checker<'_>) -> io::Result<()> {
        let mut articles = corpus.articles();
        let mut batch = self.read(&mut articles);
        let mut checked = Vec::new();
        while !batch.is_empty() || !checked.is_empty() {
            let mut next = Vec::new();
            let (written, read) = rayon::in_place_scope(|scope| {
                scope.spawn(|_| {
                    let check = |article| (checker.check(&article), article);
                    next = std::mem::take(&mut batch).into_par_iter().map(check).collect();
                });
                (self.write(&mut checked), self.read(&mut articles))
            });
            written?;
            (batch, checked) = (read, next);
        }
        Ok(())
    }

    fn write(&mut self, checked: &mut Vec<(ArticleReport, Article)>) -> io::Result<()> {
        checked
            .drain(..)
            .try_for_each(|(report, article)| self.one(report, &article))
    }

    /// The articles of a batch.
    fn read(
        &mut self,
        articles: &mut impl Iterator<Item = Result<Article, corpus::Unreadable>>,
    ) -> Vec<Article> {
        let mut batch = Vec::new();
        let mut bytes = 0;
        while batch.len() < BATCH && bytes < BYTES {
            match articles.next() {
                Some(Ok(article)) => {
                    bytes += article.source().len();
                    batch.push(article);
                }
                Some(Err(error)) => {
                    complain(&error.to_string());
                    self.report.troubles.push(Trouble {
                        about: error.path.clone(),
                        message: error.to_string(),
                        unreadable: true,
                    });
                }
                None => break,
            }
        }
        batch
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
