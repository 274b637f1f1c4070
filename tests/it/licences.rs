//! The licences of everything that is linked or runs in the build are among those of `deny.toml`.

use std::process::Command;

#[test]
fn licences_are_those_that_are_allowed() {
    let deny: toml::Table = include_str!("../../deny.toml").parse().expect("TOML");
    let allowed = deny["licenses"]["allow"].as_array().expect("a list");
    let is_allowed = |licence: &str| allowed.iter().any(|it| it.as_str() == Some(licence));
    let cargo = std::env::var_os("CARGO").expect("cargo runs this");
    let tree = Command::new(cargo)
        .args(["tree", "--offline", "--all-features", "--edges", "normal,build"])
        .args(["--prefix", "none", "--no-dedupe", "--format", "{p}|{l}"])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .expect("cargo runs");
    let rows = String::from_utf8(tree.stdout).expect("UTF-8");
    assert!(tree.status.success() && rows.lines().count() > 20, "{rows}");
    for row in rows.lines() {
        let (package, licence) = row.split_once('|').unwrap_or((row, ""));
        let plain = licence.replace(['(', ')'], "").replace('/', " OR ");
        // All that stand between `AND`, and of each one that stands between `OR`.
        let fits = plain
            .split(" AND ")
            .all(|choice| choice.split(" OR ").any(|one| is_allowed(one.trim())));
        assert!(fits, "{package} is licensed under {licence}");
    }
}
