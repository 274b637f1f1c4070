//! Checks that need no claim: what is an alarm, and what only looks like one.

use corroborate::claim::Severity;
use corroborate::render::fancy::Fancy;
use corroborate::report::{Check, CheckFinding};
use corroborate::{Article, Checker, ClaimSet};

use crate::SHEET;

fn checks(text: &str) -> (Vec<CheckFinding>, Article) {
    let claims = ClaimSet::parse("s.toml", SHEET).expect("a sheet");
    let article = Article::new("guild", text);
    (Checker::new(&claims).check(&article).checks, article)
}

/// Each text with the words of its one alarm, or with none.
fn hold(check: Check, severity: Severity, rows: &[(&str, Option<&str>)]) {
    for (text, expected) in rows {
        let (found, _) = checks(text);
        let quotes: Vec<&str> = found.iter().map(|finding| finding.quote.as_str()).collect();
        assert_eq!(
            quotes,
            expected.iter().copied().collect::<Vec<_>>(),
            "{text}\n{found:?}"
        );
        for finding in found {
            assert_eq!((finding.check, finding.severity), (check, severity), "{text}");
        }
    }
}

#[test]
fn weekdays_fall_on_their_dates() {
    let rows = [
        ("It was launched on Monday, 3 March 2025.", None),
        (
            "It was launched on Tuesday, 3 March 2025.",
            Some("Tuesday, 3 March 2025"),
        ),
        (
            "It was launched on Tuesday, March 3, 2025.",
            Some("Tuesday, March 3, 2025"),
        ),
        ("It was launched on a Tuesday in March 2025.", None),
        ("It was launched on Tuesday, 3 March.", None),
        ("It was launched on Tuesday. On 3 March 2025 it sank.", None),
    ];
    hold(Check::Weekday, Severity::Error, &rows);
}

#[test]
fn parts_add_up() {
    let rows = [
        (
            "The guild has 50 members, including 30 from the coast and 20 from the isles.",
            None,
        ),
        (
            "The guild has 50 members, including 30 from the coast and 12 from the isles.",
            None,
        ),
        (
            "The guild has 50 members, including 30 from the coast and 24 from the isles.",
            Some("50 members"),
        ),
        (
            "The guild has 50 members, including 30 women and 24 sailors.",
            None,
        ),
        ("The guild has 50 members, of whom 30 are sailors.", None),
        (
            "The guild has 50 members. 30 are sailors, the other 20 are smiths.",
            None,
        ),
        (
            "The guild has 50 members. 30 are sailors, the other 25 are smiths.",
            Some("50 members"),
        ),
        (
            "The guild has about 50 members. 30 are sailors, the other 25 are smiths.",
            None,
        ),
        (
            "The guild has 50 members. 30 boats were sold, and 25 ropes.",
            None,
        ),
        (
            "The guild has 50 members, up from 45, and 12 of them are smiths.",
            None,
        ),
    ];
    hold(Check::Sum, Severity::Error, &rows);
}

#[test]
fn one_thing_has_one_value() {
    let rows = [
        (
            "Ann Roe, 29, is a smith. The rope maker Kim Lund, 31, is not.",
            None,
        ),
        (
            "Ann Roe, 29, is a smith. The rule is old. Ann Roe, 31, made it.",
            Some("31"),
        ),
        (
            "Ann Roe, 29, is a smith. The rule is old. Roe, 31, made it.",
            Some("31"),
        ),
        ("Ann Roe, 29, is a smith. Roe was 21 when she came.", None),
        (
            "Ann Roe, 29, and Kim Roe, 34, are smiths. Roe, 34, is tall.",
            None,
        ),
        (
            "Petra, Lund's mother, spoke. Anna, Lund's mother, was silent.",
            Some("Anna"),
        ),
        (
            "Lena, Lund's mother, spoke. Elena, Lund's mother, was silent.",
            None,
        ),
        (
            "Petra, Lund's mother, spoke. Anna, Roe's mother, was silent.",
            None,
        ),
        (
            "Petra, Lund's sister, spoke. Anna, Lund's sister, was silent.",
            None,
        ),
        (
            "120 old barges were burned. 125 old barges were burned.",
            Some("125 old barges"),
        ),
        ("120 old barges were burned. 125 old barges were sold.", None),
        (
            "120 old barges were burned in Lund. 125 old barges were burned in Marlow.",
            None,
        ),
    ];
    hold(Check::SelfContradiction, Severity::Warning, &rows);
}

#[test]
fn alarms_are_drawn_with_both_mends() {
    let text = "It sank on Tuesday, 3 March 2025.\n\nThe guild has 50 members. 30 are sailors, the other 25 are smiths.\n";
    let (found, article) = checks(text);
    let shown: Vec<String> = found
        .iter()
        .map(|one| Fancy::plain().diagnostic(&one.diagnostic(&article)))
        .collect();
    insta::assert_snapshot!(shown.join("\n"));
}
