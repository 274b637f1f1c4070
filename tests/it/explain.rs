//! The tools by which an author mends a sheet: `explain`, `lint`, `check --unlinked`, `mutate`.

use std::path::Path;
use std::process::Command;

use corroborate::render::explain;
use corroborate::{Article, Checker, ClaimSet};

use crate::folder;

const SHEET: &str = "[entity.bridge]\nname = 'Old Bridge'\n\n[entity.tower]\nname = 'North Tower'\n\n\
    [count.arches]\nof = 'bridge'\nis = 12\nunit = 'arches'\nabout = ['stands on', 'rests']\nexcept = ['model']\n\
    supports = ['The Old Bridge stands on 12 arches.']\n\n\
    [count.steps]\nof = 'tower'\nis = 99\nunit = 'steps'\nabout = ['climb']\n";
const TEXT: &str = "The Old Bridge stands on 13 arches. A model of the Old Bridge rests on 5 arches.\n\n\
    The Old Bridge, as the town says, has been painted with 12 arches. If it stands on 11 arches, nobody knows.\n\n\
    The North Tower has 40 windows. The Old Bridge rests on twelve arches and was opened on 3 May 1901.\n";

fn run(here: &Path, arguments: &[&str]) -> (Option<i32>, String) {
    let output = Command::new(env!("CARGO_BIN_EXE_corroborate"))
        .args(arguments)
        .current_dir(here)
        .env("NO_COLOR", "1")
        .output()
        .expect("the command line runs");
    let text = [output.stdout, output.stderr].concat();
    (output.status.code(), String::from_utf8(text).expect("UTF-8"))
}

fn explained(claim: &str) -> String {
    let claims = ClaimSet::parse("claims/bridge.toml", SHEET).expect("a sheet");
    let checker = Checker::new(&claims);
    let article = Article::new("bridge", TEXT);
    let claim = claims.find(claim).expect("a claim");
    let (report, considered) = (checker.check(&article), checker.explain(&article, claim));
    explain::text(
        &claims,
        claim,
        &article,
        &report,
        &considered,
        &corroborate::extract(&article),
    )
}

#[test]
fn every_mention_is_explained() {
    // How sure a link is, is tuned; how it is told, is not.
    insta::with_settings!({ filters => vec![(r"confidence \d\.\d\d", "confidence N.NN")] }, {
        insta::assert_snapshot!(explained("count.arches"));
    });
}

#[test]
fn nothing_weighed_is_explained_too() {
    insta::assert_snapshot!(explained("count.steps"));
}

#[test]
fn explanations_fit_the_page() {
    for line in explained("count.arches").lines() {
        assert!(line.chars().count() <= 100, "{line}");
    }
}

#[test]
fn what_is_explained_is_what_is_checked() {
    let claims = ClaimSet::parse("claims/bridge.toml", SHEET).expect("a sheet");
    let checker = Checker::new(&claims);
    let article = Article::new("bridge", TEXT);
    for row in checker.check(&article).verdicts {
        let considered = checker.explain(&article, row.claim);
        let standing: Vec<_> = considered
            .into_iter()
            .filter(|one| one.fate.stands())
            .map(|one| one.finding)
            .collect();
        assert_eq!(standing, row.findings);
    }
}

#[test]
fn commands_end_with_their_status() {
    let wrong = SHEET.replace("on 12 arches", "on 14 arches");
    let files = [
        ("claims/s.toml", SHEET),
        ("wrong/s.toml", wrong.as_str()),
        ("bad/s.toml", "[count.a]\nunt = 1\n"),
        ("articles/a.txt", TEXT),
    ];
    let here = folder("explain-status", &files);
    let rows: [(&[&str], i32, &str); 9] = [
        (&["lint"], 0, "result: ok"),
        (
            &["lint", "wrong"],
            1,
            "stands in `supports` of `count.arches`, and is found contradicted",
        ),
        (&["lint", "bad"], 1, "did you mean `unit`?"),
        (&["lint", "none"], 2, "none"),
        (&["explain", "count.arches", "articles"], 0, "count.arches"),
        (
            &["explain", "arches", "articles"],
            2,
            "did you mean count.arches?",
        ),
        (
            &["explain", "count.arches", "articles", "--format", "json"],
            0,
            "\"fate\":{\"kind\":\"excused\"}",
        ),
        (&["check", "--unlinked"], 1, "date      3 May 1901"),
        (&["check", "--unlinked", "--format", "json"], 1, "\"unlinked\":["),
    ];
    for (arguments, expected, words) in rows {
        let (status, out) = run(&here, arguments);
        assert_eq!(status, Some(expected), "{arguments:?}\n{out}");
        assert!(out.contains(words), "{arguments:?}\n{out}");
    }
}

#[test]
fn mutants_are_caught_and_counted() {
    let text = "The Old Bridge stands on 12 arches.\n";
    let files = [
        ("claims/s.toml", SHEET),
        ("articles/a.txt", text),
        ("articles/b.txt", "The Old Bridge stands on 13 arches.\n"),
    ];
    let here = folder("mutate", &files);
    let (status, out) = run(&here, &["mutate"]);
    assert_eq!(status, Some(0), "{out}");
    assert!(
        out.contains("mutants caught (100.0 %), of 1 article\n  1 left out"),
        "{out}"
    );
    let (_, again) = run(&here, &["mutate"]);
    assert_eq!(out, again);
    let (_, json) = run(&here, &["mutate", "--format", "json"]);
    assert!(json.contains("\"left_out\":[\"b\"]"), "{json}");
}
