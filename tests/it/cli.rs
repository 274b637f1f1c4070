//! The command line as a child process: exit statuses and what is printed.

use std::path::Path;
use std::process::{Command, Output};

use crate::{GREEN, RED, SHEET, folder};

fn run(folder: &Path, arguments: &[&str]) -> (Option<i32>, String, String) {
    let Output {
        status,
        stdout,
        stderr,
    } = Command::new(env!("CARGO_BIN_EXE_corroborate"))
        .args(arguments)
        .current_dir(folder)
        .env("NO_COLOR", "1")
        .output()
        .expect("the command line runs");
    let text = |bytes| String::from_utf8(bytes).expect("UTF-8");
    (status.code(), text(stdout), text(stderr))
}

#[test]
fn consistent_articles_end_with_zero() {
    let here = folder(
        "cli-green",
        &[("claims/s.toml", SHEET), ("articles/a.txt", GREEN)],
    );
    let (status, out, err) = run(&here, &["check"]);
    assert_eq!(status, Some(0), "{out}{err}");
    assert!(out.contains("result: ok"), "{out}");
}

#[test]
fn contradictions_end_with_one() {
    let here = folder("cli-red", &[("claims/s.toml", SHEET), ("articles/a.txt", RED)]);
    for format in ["fancy", "json", "jsonl"] {
        let (status, out, err) = run(&here, &["check", "--format", format]);
        assert_eq!(status, Some(1), "{out}{err}");
    }
}

#[test]
fn what_cannot_be_done_ends_with_two() {
    let files = [
        ("claims/s.toml", SHEET),
        ("bad/s.toml", "[count.a]\nunt = 1\n"),
        ("none/readme.txt", ""),
        ("articles/a.txt", GREEN),
        ("html/a.html", "<p>"),
    ];
    let here = folder("cli-unable", &files);
    std::fs::create_dir_all(here.join("empty")).expect("a folder");
    let rows: [&[&str]; 7] = [
        &["check", "--claims", "bad"],
        &["check", "--claims", "none"],
        &["check", "--claims", "missing"],
        &["check", "empty"],
        &["check", "missing"],
        &["check", "html"],
        &["check", "--fromat", "json"],
    ];
    for arguments in rows {
        let (status, out, err) = run(&here, arguments);
        assert_eq!(status, Some(2), "{arguments:?}\n{out}{err}");
        assert!(!err.is_empty(), "{arguments:?}");
    }
}

#[test]
fn an_unreadable_article_does_not_hide_the_others() {
    let here = folder(
        "cli-unreadable",
        &[("claims/s.toml", SHEET), ("articles/b.txt", GREEN)],
    );
    std::fs::write(here.join("articles/a.txt"), b"caf\xe9").expect("a file is written");
    let (status, out, err) = run(&here, &["check"]);
    assert_eq!(status, Some(2), "{out}{err}");
    assert!(err.contains("a.txt") && err.contains("UTF-8"), "{err}");
    assert!(out.contains("1 article,"), "{out}");
}

#[test]
fn known_contradictions_pass_until_their_day() {
    let known = "[[known]]\narticle = 'a*'\nclaim = 'count.arches'\nuntil = 2025-06-30\n";
    let files = [
        ("claims/s.toml", SHEET),
        ("claims/known.toml", known),
        ("red/a.txt", RED),
        ("green/a.txt", GREEN),
        ("other/b.txt", GREEN),
    ];
    let here = folder("cli-known", &files);
    for (articles, today, expected) in [
        ("red", "2025-06-30", 0),
        ("red", "2025-07-01", 1),
        ("green", "2025-06-30", 1),
        ("other", "2025-06-30", 0),
    ] {
        let (status, out, err) = run(&here, &["check", articles, "--today", today]);
        assert_eq!(status, Some(expected), "{articles} {today}\n{out}{err}");
    }
}

#[test]
fn ids_are_stems_or_paths_where_stems_clash() {
    let files = [
        ("claims/s.toml", SHEET),
        ("articles/x/a.txt", GREEN),
        ("articles/y/a.md", GREEN),
        ("articles/b.md", GREEN),
        (
            "articles/c.jsonl",
            "{\"text\":\"One.\"}\n\n{\"id\":\"own\",\"text\":\"Two.\"}\n",
        ),
    ];
    let here = folder("cli-ids", &files);
    let (_, out, err) = run(&here, &["check", "--format", "jsonl"]);
    let ids: Vec<_> = out
        .lines()
        .filter_map(|line| {
            let row: serde_json::Value = serde_json::from_str(line).expect("JSON");
            Some(row.get("id")?.as_str()?.to_owned())
        })
        .collect();
    assert_eq!(ids, ["b", "c:1", "own", "articles/x/a", "articles/y/a"], "{err}");
    let (_, out, _) = run(&here, &["check", "--format", "jsonl", "articles/**/*.md"]);
    assert_eq!(out.lines().count(), 3, "{out}");
}

#[test]
fn several_reports_of_one_run() {
    let here = folder(
        "cli-several",
        &[("claims/s.toml", SHEET), ("articles/a.txt", RED)],
    );
    let arguments = [
        "check",
        "--format",
        "json=out/report.json",
        "--format",
        "compact",
        "--format=github=gh.txt",
    ];
    let (status, out, err) = run(&here, &arguments);
    assert_eq!(status, Some(1), "{out}{err}");
    assert!(
        out.starts_with("articles/a.txt:1:20: error[count.arches] "),
        "{out}"
    );
    let read = |name: &str| std::fs::read_to_string(here.join(name)).expect("a report");
    let report: serde_json::Value = serde_json::from_str(&read("out/report.json")).expect("JSON");
    assert_eq!(report["summary"]["errors"], 1);
    assert!(read("gh.txt").starts_with("::error file=articles/a.txt,line=1,"));
    // Nothing is left beside the reports.
    assert_eq!(std::fs::read_dir(here.join("out")).expect("a folder").count(), 1);

    for arguments in [
        &["check", "--format", "json", "--format", "compact"][..],
        &["check", "--format", "json=a", "--format", "compact=a"],
        &["check", "--format", "josn"],
        &["check", "--format", "json="],
    ] {
        let (status, out, err) = run(&here, arguments);
        assert_eq!(status, Some(2), "{arguments:?}: {out}{err}");
        assert!(!err.is_empty() && out.is_empty(), "{arguments:?}: {out}");
    }
}

#[test]
fn a_good_report_is_never_replaced_by_half_of_one() {
    let here = folder(
        "cli-atomic",
        &[
            ("claims/s.toml", SHEET),
            ("articles/a.txt", RED),
            ("old.json", "{}"),
            ("taken/x", ""),
        ],
    );
    // The second report cannot be written, and the run ends before the first is whole.
    let arguments = [
        "check",
        "--format",
        "json=old.json",
        "--format",
        "jsonl=taken/x/y",
    ];
    let (status, out, err) = run(&here, &arguments);
    assert_eq!(status, Some(2), "{out}{err}");
    assert!(err.contains("taken/x/y"), "{err}");
    let old = || std::fs::read_to_string(here.join("old.json")).expect("the old report");
    assert_eq!(old(), "{}");

    let (status, ..) = run(&here, &["check", "-o", "old.json"]);
    assert_eq!(status, Some(1));
    assert!(old().starts_with("{\"version\":1,"), "{}", old());
}

#[cfg(unix)]
#[test]
fn a_report_keeps_its_link_and_its_rights() {
    use std::os::unix::fs::{PermissionsExt as _, symlink};
    let here = folder(
        "cli-link",
        &[
            ("claims/s.toml", SHEET),
            ("articles/a.txt", RED),
            ("real.json", "{}"),
        ],
    );
    symlink("real.json", here.join("link.json")).expect("a link");
    let rights = std::fs::Permissions::from_mode(0o640);
    std::fs::set_permissions(here.join("real.json"), rights).expect("rights");
    let (status, out, err) = run(&here, &["check", "-o", "link.json"]);
    assert_eq!(status, Some(1), "{out}{err}");
    let real = here.join("real.json");
    assert!(
        std::fs::read_to_string(&real)
            .expect("a report")
            .contains("summary")
    );
    let mode = std::fs::metadata(&real).expect("a report").permissions().mode();
    assert_eq!(mode & 0o777, 0o640);
    assert!(here.join("link.json").is_symlink());
    // A device is written to as it is.
    let (status, out, err) = run(&here, &["check", "--format", "json=/dev/null"]);
    assert_eq!(status, Some(1), "{out}{err}");
}

#[test]
fn colours_are_used_where_they_are_wanted() {
    let here = folder("cli-colour", &[("claims/s.toml", SHEET), ("articles/a.txt", RED)]);
    let coloured = |arguments: &[&str], variables: &[(&str, &str)]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_corroborate"));
        for name in ["NO_COLOR", "CLICOLOR", "CLICOLOR_FORCE", "CI"] {
            command.env_remove(name);
        }
        let output = command
            .args(arguments)
            .envs(variables.iter().copied())
            .current_dir(&here)
            .output();
        output.expect("the command line runs").stdout.contains(&0x1b)
    };
    for (arguments, variables, expected) in [
        (&["check"][..], &[][..], false),
        (&["check", "--color", "always"], &[], true),
        (
            &["--color=always", "check", "--format=fancy"],
            &[("NO_COLOR", "1")],
            true,
        ),
        (&["check", "--color", "always", "--format", "compact"], &[], false),
        (&["check"], &[("CLICOLOR_FORCE", "1")], true),
        (&["check", "--color=never"], &[("CLICOLOR_FORCE", "1")], false),
    ] {
        assert_eq!(
            coloured(arguments, variables),
            expected,
            "{arguments:?} {variables:?}"
        );
    }
}

#[test]
fn an_article_cannot_steer_the_terminal() {
    let red = "The Old Bridge \u{1b}[2J\u{9b}31m\u{202e} has 13 arches.\r\u{7}\n";
    let known =
        "[[known]]\narticle = 'none'\nclaim = 'count.arches'\nuntil = 2025-06-30\nreason = \"\\u001b[1m\"\n";
    let here = folder(
        "cli-steer",
        &[
            ("claims/s.toml", SHEET),
            ("claims/k.toml", known),
            ("articles/\u{1b}a.txt", red),
        ],
    );
    for format in ["fancy", "compact"] {
        let (_, out, err) = run(&here, &["check", "--verbose", "--unlinked", "--format", format]);
        let all = format!("{out}{err}");
        assert!(out.contains("13 arches"), "{all}");
        assert!(
            !all.contains(['\u{1b}', '\u{9b}', '\u{202e}', '\u{7}', '\r']),
            "{all:?}"
        );
    }
}
