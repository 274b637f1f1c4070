//! What holds of a report on any article.

use corroborate::render::{
    Checked, View, claimreview, compact, explain, fancy, fancy::Fancy, github, json, junit, markdown,
    mutate as mutate_view, sarif, unlinked as unlinked_view, written,
};
use corroborate::report::{ArticleReport, CorpusReport, KnownList, Verdict};
use corroborate::{Article, Checker, ClaimSet, claim::ClaimId, mutate, unlinked};

use super::{harmless, placed, shown, well_formed};

/// Above this many bytes of text nothing is changed word by word: each change is a check of its own.
const CHANGED: usize = 400;

/// The laws of an article's report.
pub(super) fn holds(claims: &ClaimSet, article: &Article) {
    well_formed(article);
    let checker = Checker::new(claims);
    let mut report = checker.check(article);
    assert_eq!(report, Checker::new(claims).check(article), "the same every time");
    KnownList::new(claims, jiff::civil::date(2025, 1, 1)).apply(&mut report);
    numbers(claims, &report);
    spans(&report, article);
    views(claims, &checker, &report, article);
}

/// Scores, shares and verdicts are what they can be.
fn numbers(claims: &ClaimSet, report: &ArticleReport) {
    assert_eq!(report.verdicts.len(), claims.claims().len());
    assert!((0.0..=1.0).contains(&report.coverage), "{}", report.coverage);
    assert!(
        report.score.is_none_or(|score| (0.0..=1.0).contains(&score)),
        "{:?}",
        report.score
    );
    for (index, row) in report.verdicts.iter().enumerate() {
        assert_eq!(row.claim, ClaimId(index));
        assert_eq!(row.findings.is_empty(), row.verdict == Verdict::NotMentioned);
        for finding in &row.findings {
            assert_eq!(finding.claim, row.claim);
            assert!(
                (0.0..=1.0).contains(&finding.confidence),
                "{}",
                finding.confidence
            );
            assert!(
                !finding.message.is_empty() && !finding.expected.is_empty(),
                "{finding:?}"
            );
        }
    }
}

/// What is quoted stands at its span.
fn spans(report: &ArticleReport, article: &Article) {
    let source = article.source();
    for finding in report.findings() {
        assert_eq!(source.get(finding.span.range()), Some(finding.quote.as_str()));
        placed(finding.sentence, source);
        for evidence in &finding.evidence {
            placed(evidence.span, source);
        }
    }
    for check in &report.checks {
        assert_eq!(source.get(check.span.range()), Some(check.quote.as_str()));
        for (span, _) in &check.others {
            placed(*span, source);
        }
    }
}

/// Every view of the report is drawn.
fn views(claims: &ClaimSet, checker: &Checker<'_>, report: &ArticleReport, article: &Article) {
    let text = Fancy::plain().verbose(true).article(report, claims, article);
    assert!(!text.contains("Failed to read contents"), "{text}");
    harmless(&text);
    assert!(!fancy::line(report, 20).is_empty());
    let mut run = CorpusReport::new(claims);
    let row = json::article(report, claims, article);
    run.push(report.clone());
    shown(&fancy::totals(&run));
    readable(&json::run(&[row], &run));
    for mut view in formats(claims) {
        let mut out = Vec::new();
        view.article(&Checked::new(article, report), &mut out)
            .expect("memory");
        view.finish(&run, &mut out).expect("memory");
        harmless(std::str::from_utf8(&out).expect("UTF-8"));
    }
    for index in 0..claims.claims().len() {
        let claim = ClaimId(index);
        let considered = checker.explain(article, claim);
        let mentions = corroborate::extract(article);
        shown(&explain::text(
            claims,
            claim,
            article,
            report,
            &considered,
            &mentions,
        ));
        readable(&explain::json(claims, claim, article, report, &considered));
    }
    let unlinked = unlinked::unlinked(report, article);
    for one in &unlinked {
        placed(one.span, article.source());
    }
    shown(&unlinked_view::text(&unlinked));
    if article.text().len() <= CHANGED {
        let found = [(article.clone(), mutate::mutants(claims, checker, article))];
        shown(&mutate_view::text(claims, &found));
        readable(&mutate_view::json(claims, &found));
    }
}

/// The formats that may be looked at as they are; the page of HTML is for browsers.
fn formats(claims: &ClaimSet) -> [Box<dyn View + '_>; 9] {
    [
        Box::new(fancy::Report::new(claims, Fancy::plain())),
        Box::new(compact::Compact::new(claims).verbose(true)),
        Box::new(markdown::Markdown::new(claims).verbose(true)),
        Box::new(github::Github::new(claims)),
        Box::new(json::Object::new(claims)),
        Box::new(json::Lines::new(claims)),
        Box::new(sarif::Sarif::new(claims)),
        Box::new(claimreview::ClaimReview::new(claims)),
        Box::new(junit::Junit::new(claims)),
    ]
}

/// What is written as JSON may be looked at, and can be read.
fn readable(value: &serde_json::Value) {
    let written = written::json(value);
    harmless(&written);
    let back: Result<serde_json::Value, _> = serde_json::from_str(&written);
    assert!(back.is_ok(), "{written}");
}
