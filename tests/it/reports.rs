//! Rendered reports: the words of an article under marks, whatever the text around them.

use corroborate::claim::{ClaimId, Severity};
use corroborate::render::{fancy, fancy::Fancy, json};
use corroborate::report::{
    ArticleReport, ClaimVerdict, CorpusReport, Evidence, Finding, Judgement, Role, Verdict,
};
use corroborate::{Article, ClaimSet, Span};

const SHEET: &str = "[entity.bridge]\nname = 'Old Bridge'\n\n[count.arches]\nof = 'bridge'\nis = 12\nunit = 'arches'\n\
    says = 'The Old Bridge has twelve arches.'\nsource = 'the town archive'\n";

fn span(text: &str, words: &str) -> Span {
    let at = text.find(words).expect(words);
    Span::new(at, at + words.len())
}

/// The sentence of the wrong number.
fn sentence(text: &str) -> Span {
    let at = text.find("13").expect("the number");
    let start = text[..at].rfind(". ").map_or(0, |end| end + 2);
    Span::new(start, text[at..].find('.').map_or(text.len(), |end| at + end + 1))
}

/// A report on `text` that finds `13` wrong, with these words as evidence.
fn report(text: &str, severity: Severity, evidence: &[(Role, &str)]) -> (ArticleReport, Article) {
    let article = Article::new("bridge", text);
    let evidence = evidence.iter().map(|&(role, words)| Evidence {
        role,
        text: words.to_owned(),
        span: span(text, words),
    });
    let finding = Finding {
        claim: ClaimId(0),
        judgement: Judgement::Contradicted,
        severity,
        confidence: 0.9,
        value: "13".to_owned(),
        expected: "12".to_owned(),
        span: span(text, "13"),
        quote: "13".to_owned(),
        message: "the article says 13, the claim says 12".to_owned(),
        evidence: evidence.collect(),
        sentence: sentence(text),
    };
    let report = ArticleReport {
        id: "bridge".to_owned(),
        path: None,
        published: None,
        score: Some(0.0),
        coverage: 1.0,
        verdicts: vec![ClaimVerdict {
            claim: ClaimId(0),
            verdict: Verdict::Contradicted,
            known: false,
            findings: vec![finding],
        }],
        checks: Vec::new(),
    };
    (report, article)
}

fn shown(text: &str, severity: Severity, evidence: &[(Role, &str)]) -> String {
    let claims = ClaimSet::parse("claims/bridge.toml", SHEET).expect("a sheet");
    let (report, article) = report(text, severity, evidence);
    Fancy::plain().article(&report, &claims, &article)
}

#[test]
fn a_short_line_is_shown_whole() {
    let text = "A first line.\nThe « Old Bridge » — née à Mostar — has 13 arches.\n";
    insta::assert_snapshot!(shown(
        text,
        Severity::Error,
        &[(Role::Subject, "Old Bridge"), (Role::Unit, "arches")]
    ));
}

#[test]
fn a_long_line_is_shown_around_the_words() {
    let filler =
        "Nothing is said of it in this sentence, which is here to make the paragraph a long one. ".repeat(8);
    let text = format!(
        "Title\n\n{filler}The Old Bridge was built by the town, and it has 13 arches to this day. {filler}"
    );
    insta::assert_snapshot!(shown(
        &text,
        Severity::Warning,
        &[(Role::Subject, "Old Bridge"), (Role::Unit, "arches")]
    ));
}

#[test]
fn words_far_apart_are_shown_apart() {
    let filler =
        "Nothing is said of it in this sentence, which is here to make the paragraph a long one. ".repeat(4);
    let text = format!("The Old Bridge is old. {filler}It has 13 arches.");
    insta::assert_snapshot!(shown(&text, Severity::Advice, &[(Role::Subject, "Old Bridge")]));
}

#[test]
fn a_summary_reads_like_a_test_run() {
    let claims = ClaimSet::parse("claims/bridge.toml", SHEET).expect("a sheet");
    let (one, _) = report("13", Severity::Error, &[]);
    let mut run = CorpusReport::new(&claims);
    run.push(one);
    let lines: Vec<_> = run
        .articles
        .iter()
        .map(|report| fancy::line(report, 10))
        .collect();
    insta::assert_snapshot!(format!("{}\n\n{}", lines.join("\n"), fancy::totals(&run)));
}

#[test]
fn json_is_the_contract() {
    let claims = ClaimSet::parse("claims/bridge.toml", SHEET).expect("a sheet");
    let (one, article) = report(
        "Née: it has 13 arches.",
        Severity::Error,
        &[(Role::Unit, "arches")],
    );
    let mut run = CorpusReport::new(&claims);
    let row = json::article(&one, &claims, &article);
    run.push(one);
    insta::assert_snapshot!(serde_json::to_string_pretty(&json::run(&[row], &run)).expect("JSON"));
}

proptest::proptest! {
    /// Wherever a mark stands, even within a character or past the end, a diagnostic is drawn.
    #[test]
    fn a_mark_is_always_drawn(text in "[a-zé\u{1F600} \n]{0,300}", start in 0usize..320, length in 0usize..320) {
        let claims = ClaimSet::parse("claims/bridge.toml", SHEET).expect("a sheet");
        let (report, _) = report("13", Severity::Error, &[]);
        let article = Article::new("a", text.as_str());
        for finding in report.findings() {
            let mut finding = finding.clone();
            finding.span = Span::new(start, start + length);
            let shown = Fancy::plain().diagnostic(&finding.diagnostic(&claims, &article));
            proptest::prop_assert!(!shown.contains("Failed to read contents"), "{}", shown);
            proptest::prop_assert!(shown.contains("the article says 13"));
        }
    }
}
