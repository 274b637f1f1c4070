//! A pass over the articles of a run: side by side, told of in order, and in batches, so that a corpus may be larger than
//! memory. While one batch is worked on, what came of the one before is told and the next is read.

use std::io;

use corroborate::Article;
use corroborate::corpus::{Corpus, Unreadable};
use rayon::iter::{IntoParallelIterator as _, ParallelIterator as _};

use super::progress::Progress;

/// Articles that are worked on side by side.
const BATCH: usize = 1024;
/// … and not many more bytes than these.
const BYTES: usize = 4 << 20;

/// Nobody's machine gains by more threads than this, and a wish for a hundred thousand brings it down.
const THREADS: usize = 256;

/// Does `work` with every article, and tells `take` of each in the order of the corpus.
pub(super) fn over<T: Send>(
    corpus: &Corpus,
    work: impl Fn(Article) -> T + Sync,
    mut take: impl FnMut(Result<T, Unreadable>) -> io::Result<()>,
) -> io::Result<()> {
    limit_threads();
    let progress = Progress::new(corpus.files());
    let mut articles = corpus.articles();
    let mut batch = read(&mut articles);
    let mut done = Vec::new();
    while !batch.is_empty() || !done.is_empty() {
        let mut next = Vec::new();
        let (told, read) = rayon::in_place_scope(|scope| {
            scope.spawn(|_| {
                let work = |article: Result<Article, Unreadable>| {
                    let done = article.map(&work);
                    progress.step();
                    done
                };
                next = std::mem::take(&mut batch).into_par_iter().map(work).collect();
            });
            let told = progress.aside(|| done.drain(..).try_for_each(&mut take));
            (told, read(&mut articles))
        });
        told?;
        (batch, done) = (read, next);
    }
    Ok(())
}

/// As many threads as the machine has, or as `RAYON_NUM_THREADS` wishes within reason.
fn limit_threads() {
    let wished = std::env::var("RAYON_NUM_THREADS").ok();
    let wished = wished.and_then(|wished| wished.parse::<usize>().ok());
    if wished.is_some_and(|threads| threads > THREADS) {
        // A pool that is there already has its size.
        let _ = rayon::ThreadPoolBuilder::new()
            .num_threads(THREADS)
            .build_global();
    }
}

/// The articles of a batch.
fn read(
    articles: &mut impl Iterator<Item = Result<Article, Unreadable>>,
) -> Vec<Result<Article, Unreadable>> {
    let mut batch = Vec::new();
    let mut bytes = 0;
    while batch.len() < BATCH && bytes < BYTES {
        let Some(article) = articles.next() else { break };
        bytes += article.as_ref().map_or(0, |article| article.source().len());
        batch.push(article);
    }
    batch
}
