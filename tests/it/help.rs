//! What the program says of itself: help, completions, manual pages, and a first sheet.

use std::path::Path;
use std::process::Command;

use crate::folder;

const COMMANDS: [&str; 11] = [
    "",
    "check",
    "explain",
    "lint",
    "coverage",
    "mutate",
    "extract",
    "init",
    "schema",
    "completions",
    "man",
];

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

#[test]
fn every_help_fits_the_page_and_has_an_example() {
    let mut all = String::new();
    for command in COMMANDS {
        let arguments: Vec<_> = command.split_whitespace().chain(["--help"]).collect();
        let (status, out) = run(Path::new("."), &arguments);
        assert_eq!(status, Some(0), "{out}");
        assert!(out.contains("Example"), "{out}");
        for line in out.lines() {
            assert!(line.chars().count() <= 80, "{line}");
            all.push_str(line.trim_end());
            all.push('\n');
        }
        all.push_str(&"-".repeat(80));
        all.push('\n');
    }
    let (_, out) = run(Path::new("."), &["--help"]);
    let listed = out.lines().filter_map(|line| {
        line.strip_prefix("  ")
            .filter(|line| !line.starts_with(' '))?
            .split(' ')
            .next()
    });
    let listed: Vec<_> = listed
        .take_while(|word| *word != "help")
        .filter(|word| COMMANDS.contains(word))
        .collect();
    assert_eq!(
        listed.len(),
        COMMANDS.len() - 1,
        "a command is not in the list above"
    );
    insta::assert_snapshot!(all);
}

#[test]
fn shells_and_readers_of_manuals_are_told_of_every_command() {
    let here = folder("told", &[("corroborate.toml", "this is no TOML")]);
    for shell in ["bash", "zsh", "fish", "elvish", "powershell"] {
        let (status, out) = run(&here, &["completions", shell]);
        assert_eq!(status, Some(0), "{out}");
        assert!(COMMANDS.iter().all(|command| out.contains(command)), "{shell}");
    }
    for command in COMMANDS {
        let arguments: Vec<_> = ["man"].into_iter().chain(command.split_whitespace()).collect();
        let (status, out) = run(&here, &arguments);
        assert_eq!(status, Some(0), "{out}");
        assert!(out.contains(".SH NAME") && out.contains(command), "{out}");
    }
    assert_eq!(run(&here, &["man", "none"]).0, Some(2));
    for of in [&["schema"][..], &["schema", "settings"]] {
        let (status, out) = run(&here, of);
        assert_eq!(status, Some(0));
        serde_json::from_str::<serde_json::Value>(&out).expect("JSON");
    }
    // What reads sheets minds settings that are broken.
    assert_eq!(run(&here, &["lint"]).0, Some(2));
}

#[test]
fn a_first_sheet_passes_lint_and_finds_the_mistake() {
    let here = folder(
        "init",
        &[
            ("old/articles/a.md", "Mine."),
            ("old/corroborate.toml", "# mine\n"),
        ],
    );
    let (status, out) = run(&here, &["init", "new"]);
    assert_eq!(status, Some(0), "{out}");
    insta::assert_snapshot!("init", out);
    let new = here.join("new");
    let (status, out) = run(&new, &["lint"]);
    assert_eq!(status, Some(0), "{out}");
    assert!(out.contains("0 errors, 0 warnings, 0 advice"), "{out}");
    let (status, out) = run(&new, &["check"]);
    assert_eq!(status, Some(1), "{out}");
    assert!(
        out.contains("421 metres") && out.contains("1 error, 0 warnings"),
        "{out}"
    );
    let article = std::fs::read_to_string(new.join("articles/bridge.md")).expect("an article");
    std::fs::write(new.join("articles/bridge.md"), article.replace("421", "412")).expect("a file is written");
    let (status, out) = run(&new, &["check"]);
    assert_eq!(status, Some(0), "{out}");
    assert!(!out.contains("not mentioned anywhere"), "{out}");
    // What is there stays.
    let (status, out) = run(&here.join("old"), &["init"]);
    assert_eq!(status, Some(0), "{out}");
    assert!(out.contains("kept   corroborate.toml"), "{out}");
    assert!(!here.join("old/articles/bridge.md").exists());
    assert!(here.join("old/claims/bridge.toml").exists());
}
