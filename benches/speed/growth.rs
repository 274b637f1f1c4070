//! How the time grows with claims, with the length of an article, with articles, and with the mentions of a sentence. Where
//! growth is linear, the bytes per second stay the same down a column.

use corroborate::{Article, Checker, ClaimSet};
use divan::{
    Bencher,
    counter::{BytesCount, ItemsCount},
};
use rayon::prelude::*;

use crate::corpus::{Seed, Theme, articles, sheet, text};
use crate::sample_sheet;

fn total(articles: &[Article]) -> BytesCount {
    BytesCount::new(articles.iter().map(|article| article.text().len()).sum::<usize>())
}

fn findings(checker: &Checker<'_>, article: &Article) -> usize {
    checker.check(article).findings().count()
}

/// Claims about people of whom the articles hardly speak.
#[divan::bench(args = [10, 100, 1_000, 10_000, 100_000])]
fn claims(bencher: Bencher<'_, '_>, count: usize) {
    let claims = ClaimSet::parse("people.toml", sheet(count)).unwrap();
    let checker = Checker::new(&claims);
    let articles = articles(Theme::World, 200_000);
    bencher.counter(total(&articles)).bench_local(|| {
        articles
            .iter()
            .map(|article| findings(&checker, article))
            .sum::<usize>()
    });
}

/// Reading and compiling sheets.
#[divan::bench(args = [100, 1_000, 10_000, 100_000], sample_count = 3)]
fn compiling(bencher: Bencher<'_, '_>, count: usize) {
    let sheet = sheet(count);
    bencher.counter(ItemsCount::new(count)).bench_local(|| {
        let claims = ClaimSet::parse("people.toml", &sheet).unwrap();
        let checker = Checker::new(&claims);
        findings(&checker, &Article::new("a", ""))
    });
}

/// One article of so many bytes.
#[divan::bench(args = [1_000, 4_000, 100_000, 1_000_000, 10_000_000], sample_count = 10)]
fn length(bencher: Bencher<'_, '_>, bytes: usize) {
    let claims = sample_sheet();
    let checker = Checker::new(&claims);
    let article = Article::new("a", text(&mut Seed::new(5), true, bytes));
    bencher
        .counter(BytesCount::of_str(article.text()))
        .bench_local(|| findings(&checker, &article));
}

/// One article of so many bytes, all of it one line.
#[divan::bench(args = [100_000, 1_000_000, 10_000_000], sample_count = 10)]
fn one_line(bencher: Bencher<'_, '_>, bytes: usize) {
    let claims = sample_sheet();
    let checker = Checker::new(&claims);
    let article = Article::new("a", text(&mut Seed::new(5), true, bytes).replace('\n', " "));
    bencher
        .counter(BytesCount::of_str(article.text()))
        .bench_local(|| findings(&checker, &article));
}

/// So many bytes of articles.
#[divan::bench(args = [100_000, 1_000_000, 10_000_000], sample_count = 10)]
fn number(bencher: Bencher<'_, '_>, bytes: usize) {
    let claims = sample_sheet();
    let checker = Checker::new(&claims);
    let articles = articles(Theme::Archive, bytes);
    bencher.counter(total(&articles)).bench_local(|| {
        articles
            .iter()
            .map(|article| findings(&checker, article))
            .sum::<usize>()
    });
}

/// A sentence with so many mentions of each kind, of the story's people.
#[divan::bench(args = [10, 100, 1_000, 10_000], sample_count = 10)]
fn mentions(bencher: Bencher<'_, '_>, count: usize) {
    let claims = sample_sheet();
    let checker = Checker::new(&claims);
    let one = "Troufanov, 29, was freed on February 15, 2025 with 369 prisoners from Nir Oz, and his mother Elena was freed too; ";
    let article = Article::new("a", one.repeat(count));
    bencher
        .counter(BytesCount::of_str(article.text()))
        .bench_local(|| findings(&checker, &article));
}

/// Articles side by side.
#[divan::bench(args = [1, 2], sample_count = 20)]
fn threads(bencher: Bencher<'_, '_>, count: usize) {
    let claims = sample_sheet();
    let checker = Checker::new(&claims);
    let articles = articles(Theme::Archive, 4_000_000);
    let pool = rayon::ThreadPoolBuilder::new()
        .num_threads(count)
        .build()
        .unwrap();
    bencher.counter(total(&articles)).bench_local(|| {
        pool.install(|| {
            articles
                .par_iter()
                .map(|article| findings(&checker, article))
                .sum::<usize>()
        })
    });
}
