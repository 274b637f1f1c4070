//! Laws of the checker: changes to a text or a sheet that must change its verdicts, and those that must not.

use corroborate::report::Verdict;
use corroborate::{Article, Checker, ClaimSet};
use proptest::prelude::*;

const HEAD: &str = "[entity.bridge]\nname = 'Old Bridge'\n\n[entity.kim]\nname = 'Kim Larsen'\ntype = 'person'\ngender = 'female'\n\n\
    [entity.ada]\nname = 'Ada Larsen'\ntype = 'person'\ngender = 'female'\n";

/// Claims of each kind, as tables of a sheet.
const CLAIMS: [&str; 5] = [
    "[count.arches]\nof = 'bridge'\nis = 365\nunit = 'arches'\nabout = ['stands on']\n",
    "[date.opened]\nof = 'bridge'\nis = 1901-05-13\nabout = ['opened']\n",
    "[name.river]\nof = 'bridge'\nis = 'Marr'\nkind = 'river'\nabout = ['spans']\n",
    "[relation.mother]\nof = 'kim'\nis = 'ada'\n",
    "[count.age]\nof = 'kim'\nis = 41\nunit = 'age'\n",
];

/// Sentences that support the claims, and what stands in them for the value.
const SENTENCES: [(&str, &str); 5] = [
    ("The Old Bridge stands on 365 arches.", "365"),
    ("The Old Bridge was opened on 13 May 1901.", "13"),
    ("The Old Bridge spans the river Marr.", "Marr"),
    ("Kim Larsen's mother, Ada Larsen, spoke first.", "Ada Larsen"),
    ("Kim Larsen, 41, spoke as well.", "41"),
];

/// Sentences about others.
const OTHERS: [&str; 5] = [
    "The North Tower was built in Lund by Jon Weber.",
    "Jon Weber, 58, sells ropes.",
    "Jon Weber's mother, Petra Weber, lives in Lund.",
    "The North Tower has 40 windows.",
    "Rain fell on the town all day.",
];

fn sheet(order: &[usize]) -> ClaimSet {
    let tables: Vec<&str> = order.iter().filter_map(|&at| CLAIMS.get(at).copied()).collect();
    ClaimSet::parse("s.toml", format!("{HEAD}\n{}", tables.join("\n"))).expect("a sheet")
}

/// The verdict of each claim, by its id.
fn verdicts(claims: &ClaimSet, text: &str) -> Vec<(String, Verdict)> {
    let report = Checker::new(claims).check(&Article::new("a", text));
    let mut rows: Vec<_> = report
        .verdicts
        .iter()
        .map(|row| (claims.claim(row.claim).id.clone(), row.verdict))
        .collect();
    rows.sort();
    rows
}

fn verdict(claims: &ClaimSet, text: &str, at: usize) -> Verdict {
    Checker::new(claims).check(&Article::new("a", text)).verdicts[at].verdict
}

fn all() -> ClaimSet {
    sheet(&[0, 1, 2, 3, 4])
}

#[test]
fn what_supports_contradicts_once_its_value_is_changed() {
    let claims = all();
    let others: [&[&str]; 5] = [
        &["356", "402", "three hundred"],
        &["17", "2", "30"],
        &["Lorne", "Tay"],
        &["Ruth Keller", "Hannah Osei"],
        &["14", "45", "37"],
    ];
    for (at, ((sentence, value), others)) in SENTENCES.iter().zip(others).enumerate() {
        assert_eq!(verdict(&claims, sentence, at), Verdict::Supported, "{sentence}");
        for other in others {
            let changed = sentence.replacen(value, other, 1);
            assert_eq!(verdict(&claims, &changed, at), Verdict::Contradicted, "{changed}");
        }
    }
}

#[test]
fn an_article_is_checked_by_itself() {
    let claims = all();
    let checker = Checker::new(&claims);
    let articles: Vec<Article> = SENTENCES
        .iter()
        .map(|(text, _)| Article::new("a", *text))
        .collect();
    let alone: Vec<_> = articles
        .iter()
        .map(|article| Checker::new(&claims).check(article))
        .collect();
    let together: Vec<_> = articles
        .iter()
        .rev()
        .map(|article| checker.check(article))
        .collect();
    assert_eq!(alone, together.into_iter().rev().collect::<Vec<_>>());
}

#[test]
fn typography_changes_nothing() {
    let claims = all();
    let rows = [
        (
            "Kim Larsen's mother, Ada Larsen, spoke.",
            "Kim Larsen\u{2019}s mother, Ada Larsen, spoke.",
        ),
        (
            "Kim Larsen - 41 - spoke.",
            "Kim Larsen \u{2013} 41 \u{2013} spoke.",
        ),
        (
            "The Old Bridge \"stands on\" 365 arches.",
            "The Old Bridge \u{201C}stands on\u{201D} 365 arches.",
        ),
        (
            "The Old Bridge stands on 365 arches.",
            "The Old Bridge stands on 365\u{A0}arches.",
        ),
        (
            "The Old Bridge stands on 365 arches.",
            "The Old Bridge  stands\non 365 arches.",
        ),
        (
            "The 41-year-old Kim Larsen spoke.",
            "The 41\u{2011}year\u{2011}old Kim Larsen spoke.",
        ),
        (
            "Stands on 365 arches: the Old Bridge.",
            "stands on 365 arches: the Old Bridge.",
        ),
        (
            "On 13 May 1901 the Old Bridge opened.",
            "on 13 May 1901 the Old Bridge opened.",
        ),
    ];
    for (plain, set) in rows {
        assert_eq!(verdicts(&claims, plain), verdicts(&claims, set), "{set}");
    }
}

fn picks() -> impl Strategy<Value = Vec<usize>> {
    prop::collection::vec(0..SENTENCES.len(), 1..6)
}

fn text(picks: &[usize]) -> Vec<&'static str> {
    picks
        .iter()
        .filter_map(|&at| SENTENCES.get(at))
        .map(|(sentence, _)| *sentence)
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// The order of the claims in a sheet changes no verdict.
    #[test]
    fn the_order_of_claims_changes_nothing(picks in picks(), order in Just(vec![0, 1, 2, 3, 4]).prop_shuffle()) {
        let text = text(&picks).join(" ");
        prop_assert_eq!(verdicts(&all(), &text), verdicts(&sheet(&order), &text));
    }

    /// A paragraph about someone else changes no verdict.
    #[test]
    fn sentences_about_others_change_nothing(picks in picks(), other in 0..OTHERS.len(), first in any::<bool>()) {
        let own = text(&picks).join(" ");
        let both = if first { format!("{}\n\n{own}", OTHERS[other]) } else { format!("{own}\n\n{}", OTHERS[other]) };
        let claims = all();
        prop_assert_eq!(verdicts(&claims, &own), verdicts(&claims, &both), "{}", both);
    }

    /// Every span of a report lies on character boundaries within the source, and quotes it.
    #[test]
    fn spans_lie_within_the_source(
        picks in prop::collection::vec((0..SENTENCES.len(), "[ é\u{1F600}\u{201C}\u{2019}\n]{0,3}"), 1..6),
        junk in "\\PC{0,40}",
    ) {
        let mut source = junk;
        for (at, gap) in &picks {
            source.push_str(gap);
            source.push_str(&SENTENCES[*at].0.replace("365", "\u{2013}365").replace("1901", "1902, a Sunday"));
        }
        let article = Article::new("a", source.as_str());
        let claims = all();
        let checker = Checker::new(&claims);
        let report = checker.check(&article);
        for finding in report.findings() {
            prop_assert_eq!(source.get(finding.span.range()), Some(finding.quote.as_str()));
            prop_assert!(source.get(finding.sentence.range()).is_some());
            for evidence in &finding.evidence {
                prop_assert_eq!(source.get(evidence.span.range()), Some(evidence.text.as_str()));
            }
        }
        for check in &report.checks {
            prop_assert_eq!(source.get(check.span.range()), Some(check.quote.as_str()));
            for (span, _) in &check.others {
                prop_assert!(source.get(span.range()).is_some());
            }
        }
        for mention in corroborate::extract(&article) {
            prop_assert!(article.text().get(mention.span.range()).is_some());
        }
    }
}
