//! The harness as a child process: its exit status is the product.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::{GREEN, RED, SHEET, folder};

/// The example `facts`, which `cargo test` builds beside this binary.
fn child() -> PathBuf {
    let here = std::env::current_exe().expect("this binary");
    let target = here.ancestors().nth(2).expect("the target folder");
    let path = target
        .join("examples")
        .join(format!("facts{}", std::env::consts::EXE_SUFFIX));
    assert!(path.exists(), "build the example first: cargo build --examples");
    path
}

fn run(folder: &Path, arguments: &[&str]) -> (bool, String) {
    let output = Command::new(child())
        .args(arguments)
        .current_dir(folder)
        .output()
        .expect("the harness runs");
    let text = [output.stdout, output.stderr].concat();
    (output.status.success(), String::from_utf8(text).expect("UTF-8"))
}

#[test]
fn green_and_red_and_empty() {
    let green = folder(
        "harness-green",
        &[("claims/s.toml", SHEET), ("articles/a.txt", GREEN)],
    );
    let (passed, out) = run(&green, &[]);
    assert!(passed && out.contains("test a::count.arches ... ok"), "{out}");

    let red = folder(
        "harness-red",
        &[("claims/s.toml", SHEET), ("articles/a.txt", RED)],
    );
    let (passed, out) = run(&red, &[]);
    assert!(
        !passed && out.contains("test a::count.arches ... FAILED"),
        "{out}"
    );
    assert!(
        out.contains("articles/a.txt:1:"),
        "the diagnostic is the message: {out}"
    );

    for files in [
        &[("claims/s.toml", SHEET)][..],
        &[("articles/a.txt", GREEN)],
        &[
            ("claims/s.toml", "title = 'No claim'\n"),
            ("articles/a.txt", GREEN),
        ],
    ] {
        let empty = folder("harness-empty", files);
        let (passed, out) = run(&empty, &[]);
        assert!(!passed && !out.is_empty(), "{out}");
    }
}

#[test]
fn what_is_not_mentioned_or_known_is_ignored() {
    let known = "[[known]]\narticle = 'a'\nclaim = 'count.arches'\nvalue = '13'\n";
    let files = [
        ("claims/s.toml", SHEET),
        ("claims/k.toml", known),
        ("articles/a.txt", RED),
        ("articles/b.txt", "Nothing is said here.\n"),
    ];
    let here = folder("harness-ignored", &files);
    let (passed, out) = run(&here, &[]);
    assert!(passed && out.contains("2 ignored"), "{out}");
    let (passed, out) = run(&here, &["--include-ignored"]);
    assert!(!passed && out.contains("1 failed"), "{out}");
}

#[test]
fn arguments_are_those_of_any_test() {
    let files = [
        ("claims/s.toml", SHEET),
        ("articles/a.txt", RED),
        ("articles/b.txt", GREEN),
    ];
    let here = folder("harness-arguments", &files);
    let (passed, out) = run(&here, &["--list"]);
    assert!(
        passed && out.contains("a::count.arches: test") && out.contains("b::count.arches: test"),
        "{out}"
    );
    let (passed, out) = run(&here, &["b::count.arches", "--exact", "--nocapture"]);
    assert!(passed && out.contains("running 1 test"), "{out}");
    let (passed, _) = run(&here, &["a::"]);
    assert!(!passed);
}

#[test]
fn a_claims_own_sentences_are_trials() {
    let sheet =
        format!("{SHEET}supports = ['The Old Bridge has 12 arches.', 'The Old Bridge has 13 arches.']\n");
    let here = folder(
        "harness-own",
        &[("claims/s.toml", sheet.as_str()), ("articles/a.txt", GREEN)],
    );
    let (passed, out) = run(&here, &[]);
    assert!(!passed, "{out}");
    assert!(out.contains("sheet::count.arches::supports-1 ... ok"), "{out}");
    assert!(
        out.contains("sheet::count.arches::supports-2 ... FAILED"),
        "{out}"
    );
}
