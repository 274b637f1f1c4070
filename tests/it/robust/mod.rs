//! Nothing breaks it: any bytes, any files, any order, any text in a report.
//!
//! The table in the guide (`src/guide/robustness.md`) says what is tried here and what happens.

mod bytes;
#[cfg(unix)]
mod files;
#[cfg(unix)]
mod growth;
mod injection;
mod inputs;
#[cfg(unix)]
mod output;
#[cfg(unix)]
mod rows;
mod same;
mod smoke;

use std::path::Path;
use std::process::{Command, Output, Stdio};

/// Every format of a report.
const FORMATS: [&str; 10] = [
    "fancy",
    "compact",
    "json",
    "jsonl",
    "sarif",
    "junit",
    "github",
    "markdown",
    "html",
    "claimreview",
];

/// What came of a run.
#[derive(Debug)]
struct Outcome {
    status: Option<i32>,
    out: String,
    err: String,
}

/// The command line in `folder`, with these arguments.
fn command(folder: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_corroborate"));
    command
        .args(arguments)
        .current_dir(folder)
        .env("NO_COLOR", "1")
        .stdin(Stdio::null());
    command
}

fn outcome(output: Output) -> Outcome {
    let Output {
        status,
        stdout,
        stderr,
    } = output;
    let text = |bytes| String::from_utf8(bytes).expect("UTF-8");
    Outcome {
        status: status.code(),
        out: text(stdout),
        err: text(stderr),
    }
}

fn run(folder: &Path, arguments: &[&str]) -> Outcome {
    outcome(
        command(folder, arguments)
            .output()
            .expect("the command line runs"),
    )
}

/// The ids of the articles of a report in JSON Lines.
fn ids(report: &str) -> Vec<String> {
    let id = |line: &str| {
        let row: serde_json::Value = serde_json::from_str(line).expect("JSON");
        Some(row.get("id")?.as_str()?.to_owned())
    };
    report.lines().filter_map(id).collect()
}
