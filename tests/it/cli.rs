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
