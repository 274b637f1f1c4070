//! `corroborate.toml`, what overrides it, and what fails a run.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::{GREEN, RED, SHEET, folder};

const WARNING: &str =
    "[count.towers]\nof = 'bridge'\nis = 2\nunit = 'towers'\nabout = 'has'\nseverity = 'warning'\n";

fn run(here: &Path, arguments: &str) -> (Option<i32>, String) {
    let output = Command::new(env!("CARGO_BIN_EXE_corroborate"))
        .args(arguments.split_whitespace())
        .current_dir(here)
        .env("NO_COLOR", "1")
        .output()
        .expect("the command line runs");
    let text = [output.stdout, output.stderr].concat();
    (output.status.code(), String::from_utf8(text).expect("UTF-8"))
}

fn archive(name: &str, settings: &str) -> PathBuf {
    let files = [
        ("corroborate.toml", settings),
        ("facts/s.toml", SHEET),
        ("texts/red.txt", RED),
        ("texts/green.txt", GREEN),
        ("warned/w.txt", "The Old Bridge has 3 towers.\n"),
        ("warnings/s.toml", &format!("{SHEET}{WARNING}")),
        ("other.toml", "claims = 'facts'\narticles = 'texts/green.txt'\n"),
        ("deep/er/x.txt", ""),
    ];
    folder(name, &files)
}

#[test]
fn settings_are_heeded_and_overridden() {
    let here = archive(
        "settings",
        "claims = 'facts'\narticles = ['texts']\nexclude = 'red.*'\nformat = 'compact'\nmin_score = 0.5\n",
    );
    let rows = [
        ("", "check", 0, ""),
        // Found from below, and its paths are still its own.
        ("deep/er", "check --format fancy", 0, "1 article"),
        ("", "check texts/red.txt --exclude nothing", 1, "texts/red.txt:1:"),
        ("", "check --exclude green.txt --format json", 1, "\"errors\":1"),
        (
            "",
            "check --exclude green.txt --fail-on never",
            0,
            "error[count.arches]",
        ),
        // A least score of the command line stands beside it, that of the settings does not.
        (
            "",
            "check --exclude green.txt --fail-on never --min-score 0.9",
            1,
            "0.9 is the least",
        ),
        (
            "",
            "check --exclude *.txt",
            2,
            "no article in `texts` that is not left out",
        ),
        (
            "",
            "check warned --claims warnings --min-score 0",
            0,
            "warning[count.towers]",
        ),
        (
            "",
            "check warned --claims warnings --min-score 0 --fail-on warning",
            1,
            "warning[count.towers]",
        ),
        (
            "",
            "check warned --claims warnings",
            1,
            "`w` has a score of 0.00, and 0.5 is the least",
        ),
        ("", "check --config other.toml --format fancy", 0, "1 article"),
        (
            "deep",
            "check --config ../other.toml --format fancy",
            0,
            "1 article",
        ),
        (
            "",
            "check --config none.toml",
            2,
            "cannot read the settings in `none.toml`",
        ),
        ("", "check --min-score 2", 2, "from 0 to 1"),
        ("", "lint", 0, "1 claim"),
    ];
    for (folder, arguments, status, words) in rows {
        let (found, out) = run(&here.join(folder), arguments);
        assert_eq!(found, Some(status), "{folder} {arguments}\n{out}");
        assert!(out.contains(words), "{folder} {arguments}\n{out}");
    }
}

#[test]
fn mistakes_of_settings_are_shown_in_their_place() {
    let settings = "claim = 'facts'\nformat = ['fancy', 'jsno=out.json']\nfail_on = 'wraning'\nmin_score = 3\nexclude = 1\nbaseline = ''\n";
    let here = archive("settings-wrong", settings);
    let (status, out) = run(&here, "check");
    assert_eq!(status, Some(2), "{out}");
    insta::assert_snapshot!(out);
}

#[test]
fn an_archive_is_adopted_with_a_baseline() {
    let here = archive("baseline", "claims = 'facts'\narticles = 'texts'\n");
    let text = |path: &str, text: &str| std::fs::write(here.join(path), text).expect("a file is written");
    let check = |arguments: &str, status: i32, words: &str| {
        let (found, out) = run(&here, arguments);
        assert_eq!(found, Some(status), "{arguments}\n{out}");
        assert!(out.contains(words), "{arguments}\n{out}");
    };
    check("check", 1, "13 arches");
    check("check --baseline old.json", 2, "--write-baseline writes it anew");
    check(
        "check --write-baseline --baseline old.json",
        0,
        "1 contradiction is listed in `old.json`",
    );
    check("check --baseline old.json", 0, "1 known");
    // Seen from another folder, the articles are the same.
    let (status, out) = run(&here.join("deep"), "check --baseline ../old.json");
    assert_eq!(status, Some(0), "{out}");
    text(
        "texts/red.txt",
        &format!("Something else stands here now.\n\n{RED}"),
    );
    check("check --baseline old.json", 0, "1 known");
    text("texts/red.txt", &RED.replace("13", "14"));
    check("check texts/green.txt --baseline old.json", 0, "result: ok");
    check(
        "check --baseline old.json",
        1,
        "1 contradiction of the baseline is there no more",
    );
    text(
        "corroborate.toml",
        "claims = 'facts'\narticles = 'texts'\nbaseline = 'all.json'\n",
    );
    check("check --write-baseline", 0, "all.json");
    check("check", 0, "1 known");
    insta::assert_snapshot!(std::fs::read_to_string(here.join("old.json")).expect("a baseline"));
}
