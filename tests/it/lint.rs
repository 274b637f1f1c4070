//! Sheets alone: what `corroborate lint` says of them, in words and as data.

use std::process::Command;

use corroborate::{Checker, ClaimSet, lint};

use crate::{SHEET, folder};

/// The codes of what is said of a sheet that has no mistake.
fn codes(sheet: &str) -> Vec<String> {
    let claims = ClaimSet::parse("s.toml", sheet).expect(sheet);
    let checker = Checker::new(&claims);
    let quarrels = lint::own_tests(&claims).flat_map(|test| test.quarrels(&claims, &checker));
    let rest = [
        lint::unframed(&claims),
        lint::indistinct(&claims),
        lint::unused_entities(&claims),
    ];
    let code = |finding: lint::SheetFinding| miette::Diagnostic::code(&finding).expect("a code").to_string();
    quarrels.chain(rest.into_iter().flatten()).map(code).collect()
}

#[test]
fn claims_have_frames_that_tell_them_apart() {
    let rows: [(&str, &[&str]); 12] = [
        ("[count.a]\nis = 1\nunit = 'arches'\nabout = 'has'\n", &[]),
        ("[date.a]\nis = 1931-06-14\n", &["sheet::unframed"]),
        (
            "[date.a]\nis = 1931-06-14\nsays = 'It opened on that day.'\n",
            &[],
        ),
        ("[count.a]\nis = 1\n", &["sheet::unframed"]),
        ("[name.a]\nis = 'Esk'\nkind = 'river'\n", &[]),
        (
            "[count.a]\nis = 1\nunit = 'arches'\nabout = ['built']\n[count.b]\nis = 2\nunit = 'arch'\nabout = ['building', 'has']\n",
            &["sheet::indistinct"],
        ),
        (
            "[count.a]\nis = 1\nunit = 'arches'\nabout = ['built']\n[count.b]\nis = 2\nunit = 'towers'\nabout = ['built']\n",
            &[],
        ),
        (
            "[count.a]\nis = 1\nunit = 'arches'\nabout = ['built']\n[count.b]\nis = 2\nunit = 'arches'\nabout = ['built + stone']\n",
            &[],
        ),
        (
            "[count.a]\nis = 1\nunit = 'arches'\nabout = ['built']\nexcept = 'wood'\n[count.b]\nis = 2\nunit = 'arches'\n\
             about = ['built', 'has']\n",
            &[],
        ),
        (
            "[count.a]\nis = 1\nunit = 'arches'\nabout = ['built']\n[count.b]\nis = 1\nunit = 'arches'\nabout = ['built', 'has']\n",
            &[],
        ),
        (
            "[date.a]\nis = 1931-06-14\nabout = ['opened']\n[date.b]\nis = 1931-06-15\nabout = ['opened', 'inaugurated']\n",
            &["sheet::indistinct"],
        ),
        (
            "[entity.x]\nname = 'Old Bridge'\n[entity.y]\nname = 'New Bridge'\n[date.a]\nof = 'x'\nis = 1931-06-14\nabout = 'opened'\n\
             [date.b]\nof = 'y'\nis = 1999\nabout = ['opened', 'inaugurated']\n",
            &[],
        ),
    ];
    for (sheet, expected) in rows {
        assert_eq!(codes(sheet), expected, "{sheet}");
    }
}

#[test]
fn a_sentence_that_two_claims_quarrel_over_is_told() {
    let quarrel = "this sentence supports `count.arches` and contradicts `count.towers`";
    let rows = [
        // The truth of the one explains the number, so the other is in peace.
        (
            "12 arches",
            "is = 11\nunit = ['arches', 'spans']\nabout = ['has', 'crosses']",
            vec![],
        ),
        (
            "12 arches and 2 towers",
            "is = 2\nunit = 'towers'\nabout = 'has'",
            vec![],
        ),
        (
            "12 arches and 3 towers",
            "is = 2\nunit = 'towers'\nabout = 'has'",
            vec![quarrel],
        ),
    ];
    for (what, other, expected) in rows {
        let sheet = format!(
            "{SHEET}supports = 'The Old Bridge has {what}.'\n[count.towers]\nof = 'bridge'\n{other}\n"
        );
        let claims = ClaimSet::parse("s.toml", sheet.as_str()).expect("a sheet");
        let checker = Checker::new(&claims);
        let said: Vec<_> = lint::own_tests(&claims)
            .flat_map(|test| test.quarrels(&claims, &checker))
            .map(|finding| finding.message().to_owned())
            .collect();
        assert_eq!(said, expected, "{sheet}");
    }
}

#[test]
fn lint_is_told_in_words_and_as_data() {
    let files = [
        (
            "good.toml",
            format!("{SHEET}supports = 'The Old Bridge has 13 arches.'\n[date.opened]\nis = 1931-06-14\n"),
        ),
        ("bad.toml", "[count.a]\nunt = 'x'\n".to_owned()),
    ];
    let files: Vec<_> = files.iter().map(|(path, text)| (*path, text.as_str())).collect();
    let here = folder("lint", &files);
    let run = |arguments: &[&str]| {
        let output = Command::new(env!("CARGO_BIN_EXE_corroborate"))
            .args(arguments)
            .current_dir(&here)
            .env("NO_COLOR", "1")
            .output()
            .expect("the command line runs");
        let text = [output.stdout, output.stderr].concat();
        assert_eq!(output.status.code(), Some(1));
        String::from_utf8(text).expect("UTF-8")
    };
    insta::assert_snapshot!("words", run(&["lint", "good.toml"]));
    for sheet in ["good.toml", "bad.toml"] {
        let data: serde_json::Value =
            serde_json::from_str(&run(&["lint", sheet, "--format", "json"])).expect("JSON");
        insta::assert_snapshot!(
            format!("data-{sheet}"),
            serde_json::to_string_pretty(&data).expect("JSON")
        );
    }
}
