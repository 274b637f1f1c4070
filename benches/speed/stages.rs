//! The stages of the pipeline, the whole, and a pass of an automaton over the same text in the same run.

use corroborate::render::{Checked, View as _, json};
use corroborate::{Article, Checker, stages::Reading};
use divan::{Bencher, counter::BytesCount};

use crate::corpus::{Theme, articles, json_lines, names};
use crate::sample_sheet;

const BYTES: usize = 1_000_000;

fn size(articles: &[Article]) -> BytesCount {
    BytesCount::new(articles.iter().map(|article| article.text().len()).sum::<usize>())
}

/// The yardstick: ten thousand names, longest first, all hits counted.
#[divan::bench]
fn automaton_of_10_000_names(bencher: Bencher<'_, '_>) {
    let articles = articles(Theme::Archive, BYTES);
    let automaton = aho_corasick::AhoCorasick::builder()
        .match_kind(aho_corasick::MatchKind::LeftmostLongest)
        .build(names(10_000))
        .unwrap();
    let pass = || {
        articles
            .iter()
            .map(|article| automaton.find_iter(article.text()).count())
            .sum::<usize>()
    };
    bencher.counter(size(&articles)).bench_local(pass);
}

#[divan::bench]
fn a_json_lines(bencher: Bencher<'_, '_>) {
    let lines = json_lines(Theme::Archive, BYTES);
    let read = || {
        let rows = lines.lines().enumerate();
        let sizes = rows.map(|(at, row)| Article::from_json_line(row, at + 1, "").unwrap().text().len());
        sizes.sum::<usize>()
    };
    bencher.counter(BytesCount::of_str(&lines)).bench_local(read);
}

#[divan::bench]
fn b_document(bencher: Bencher<'_, '_>) {
    let articles = articles(Theme::Archive, BYTES);
    let read = || {
        articles
            .iter()
            .map(|article| Reading::new(article).tokens())
            .sum::<usize>()
    };
    bencher.counter(size(&articles)).bench_local(read);
}

/// Benches a stage that works on what was read.
fn on_readings<'a>(bencher: Bencher<'_, '_>, articles: &'a [Article], stage: impl Fn(&Reading<'a>) -> usize) {
    let readings: Vec<Reading<'a>> = articles.iter().map(Reading::new).collect();
    bencher
        .counter(size(articles))
        .bench_local(|| readings.iter().map(&stage).sum::<usize>());
}

#[divan::bench]
fn c_dates(bencher: Bencher<'_, '_>) {
    on_readings(bencher, &articles(Theme::Archive, BYTES), |reading| {
        reading.dates().len()
    });
}

#[divan::bench]
fn d_names(bencher: Bencher<'_, '_>) {
    on_readings(bencher, &articles(Theme::Archive, BYTES), |reading| {
        reading.names().len()
    });
}

#[divan::bench]
fn e_counts(bencher: Bencher<'_, '_>) {
    on_readings(bencher, &articles(Theme::Archive, BYTES), |reading| {
        reading.counts().len()
    });
}

#[divan::bench]
fn f_names_and_relations(bencher: Bencher<'_, '_>) {
    on_readings(bencher, &articles(Theme::Archive, BYTES), |reading| {
        reading.relations().len()
    });
}

#[divan::bench]
fn g_all_mentions(bencher: Bencher<'_, '_>) {
    on_readings(bencher, &articles(Theme::Archive, BYTES), |reading| {
        reading.mentions().len()
    });
}

/// Benches a stage that works on mentions, with the sample sheet.
fn on_mentions(
    bencher: Bencher<'_, '_>,
    theme: Theme,
    stage: impl Fn(&Checker<'_>, &Reading<'_>, &[corroborate::mention::Mention]) -> usize,
) {
    let claims = sample_sheet();
    let checker = Checker::new(&claims);
    let articles = articles(theme, BYTES);
    let readings: Vec<_> = articles
        .iter()
        .map(|article| {
            let reading = Reading::new(article);
            let mentions = reading.mentions();
            (reading, mentions)
        })
        .collect();
    bencher.counter(size(&articles)).bench_local(|| {
        let each = readings
            .iter()
            .map(|(reading, mentions)| stage(&checker, reading, mentions));
        each.sum::<usize>()
    });
}

#[divan::bench(args = [Theme::Archive, Theme::Story, Theme::World])]
fn h_linking(bencher: Bencher<'_, '_>, theme: Theme) {
    on_mentions(bencher, theme, |checker, reading, mentions| {
        reading.link(checker, mentions)
    });
}

#[divan::bench]
fn i_checks_without_a_claim(bencher: Bencher<'_, '_>) {
    on_mentions(bencher, Theme::Archive, |_, reading, mentions| {
        reading.checks(mentions).len()
    });
}

#[divan::bench]
fn j_json_report(bencher: Bencher<'_, '_>) {
    let claims = sample_sheet();
    let checker = Checker::new(&claims);
    let articles = articles(Theme::Archive, BYTES);
    let reports: Vec<_> = articles.iter().map(|article| checker.check(article)).collect();
    let render = || {
        let (mut lines, mut out) = (json::Lines::new(&claims), Vec::new());
        for (report, article) in reports.iter().zip(&articles) {
            lines.article(&Checked::new(article, report), &mut out).unwrap();
        }
        out.len()
    };
    bencher.counter(size(&articles)).bench_local(render);
}

/// JSON Lines in, JSON Lines out.
#[divan::bench(args = [Theme::Archive, Theme::Story, Theme::World])]
fn whole(bencher: Bencher<'_, '_>, theme: Theme) {
    let claims = sample_sheet();
    let checker = Checker::new(&claims);
    let lines = json_lines(theme, BYTES);
    let run = || {
        let (mut output, mut out) = (json::Lines::new(&claims), Vec::new());
        for (at, row) in lines.lines().enumerate() {
            let article = Article::from_json_line(row, at + 1, "").unwrap();
            let report = checker.check(&article);
            output
                .article(&Checked::new(&article, &report), &mut out)
                .unwrap();
        }
        out.len()
    };
    bencher.counter(BytesCount::of_str(&lines)).bench_local(run);
}
