//! `corroborate coverage`: what is left over of sheets and articles.

use std::process::Command;

use crate::{GREEN, SHEET, folder};

#[test]
fn what_is_left_over_on_either_side_is_told() {
    let sheet = format!("{SHEET}[date.opened]\nof = 'bridge'\nis = 1931-06-14\nabout = 'opened'\n");
    let one = format!("{GREEN}\nIts toll was 5 dollars, and it employed 35 people.\n");
    let two = format!("{GREEN}\nIt employed thirty-five people. The toll was $5.\n");
    let files = [
        ("claims/s.toml", sheet.as_str()),
        ("articles/a.txt", one.as_str()),
        ("articles/b.txt", two.as_str()),
        ("articles/c.txt", "Nothing is said here of bridges.\n"),
    ];
    let here = folder("coverage", &files);
    let run = |arguments: &[&str]| {
        let output = Command::new(env!("CARGO_BIN_EXE_corroborate"))
            .arg("coverage")
            .args(arguments)
            .current_dir(&here)
            .output()
            .expect("the command line runs");
        assert_eq!(output.status.code(), Some(0));
        String::from_utf8(output.stdout).expect("UTF-8")
    };
    insta::assert_snapshot!("coverage-text", run(&["--limit", "1"]));
    let data: serde_json::Value = serde_json::from_str(&run(&["--format", "json"])).expect("JSON");
    insta::assert_snapshot!(
        "coverage-json",
        serde_json::to_string_pretty(&data).expect("JSON")
    );
}
