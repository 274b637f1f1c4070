//! The same report every time, to the byte: over runs, threads, orders, time zones, locales and machines' clocks.

use super::{FORMATS, command, outcome};
use crate::{SHEET, folder};

/// A corpus with enough in it that threads finish out of order.
fn corpus() -> Vec<(String, String)> {
    let sentence = |number: usize| match number % 4 {
        0 => "The Old Bridge has 13 arches. It opened on Sunday, 3 March 1931. ".to_owned(),
        1 => "The Old Bridge has 12 arches, and Kim Larsen, 41, has 13. ".to_owned(),
        2 => format!("Of the {number} people, including 3 women and 2 men, most left. "),
        _ => "Kim Larsen's mother, Ada, said so; Kim's mother, Petra, did not. ".to_owned(),
    };
    let article = |number: usize| {
        (
            format!("articles/{}/a{number}.md", number % 3),
            sentence(number).repeat(1 + (number * 7) % 40),
        )
    };
    (0..60).map(article).collect()
}

#[test]
fn a_report_is_the_same_every_time() {
    let articles = corpus();
    let mut files: Vec<(&str, &str)> = articles
        .iter()
        .map(|(path, text)| (path.as_str(), text.as_str()))
        .collect();
    files.push(("claims/s.toml", SHEET));
    files.push(("claims/t.toml", "[relation.mother]\nof = 'kim'\nis = 'ada'\n[entity.kim]\nname = 'Kim Larsen'\n[entity.ada]\nname = 'Ada Larsen'\n"));
    let here = folder("robust-same", &files);
    for format in FORMATS {
        let mut first = None;
        for (threads, zone, locale, arguments) in [
            ("1", "UTC", "C", &["articles", "--claims", "claims"][..]),
            (
                "2",
                "Pacific/Kiritimati",
                "de_DE.UTF-8",
                &["articles", "--claims", "claims"],
            ),
            (
                "8",
                "America/New_York",
                "tr_TR.UTF-8",
                &[
                    "articles/2",
                    "articles/0",
                    "articles/1",
                    "--claims",
                    "claims/t.toml",
                    "--claims",
                    "claims/s.toml",
                ],
            ),
            (
                "3",
                "",
                "",
                &[
                    "articles/1",
                    "articles/0",
                    "articles",
                    "-c",
                    "claims/s.toml",
                    "-c",
                    "claims/t.toml",
                ],
            ),
        ] {
            let mut command = command(&here, &["check", "--format", format]);
            command
                .args(arguments)
                .env("RAYON_NUM_THREADS", threads)
                .env("TZ", zone);
            for name in ["LC_ALL", "LANG", "LC_NUMERIC"] {
                command.env(name, locale);
            }
            let run = outcome(command.output().expect("the command line runs"));
            assert_eq!(run.status, Some(1), "{run:?}");
            let first = first.get_or_insert_with(|| run.out.clone());
            assert!(
                *first == run.out,
                "{format} with {threads} threads, TZ={zone}, {arguments:?}"
            );
        }
    }
}

#[test]
fn no_environment_changes_a_report() {
    let here = folder(
        "robust-environment",
        &[("claims/s.toml", SHEET), ("articles/a.txt", crate::RED)],
    );
    for format in FORMATS {
        let bare = outcome(
            command(&here, &["check", "--format", format])
                .env_clear()
                .env("NO_COLOR", "1")
                .output()
                .expect("it runs"),
        );
        assert_eq!(bare.status, Some(1), "{bare:?}");
        for (name, value) in [
            ("COLUMNS", "40"),
            ("TERM", "dumb"),
            ("CI", "1"),
            ("RUST_LOG", "trace"),
            ("CLICOLOR", "0"),
            ("HOME", "/"),
            ("RUST_BACKTRACE", "1"),
        ] {
            let run = outcome(
                command(&here, &["check", "--format", format])
                    .env(name, value)
                    .output()
                    .expect("it runs"),
            );
            assert!(
                bare.out == run.out && bare.err == run.err,
                "{format}, {name}={value}: {run:?}"
            );
        }
    }
}
