//! What comes with the program: the licences of everything that is linked or runs in the build are among those of `deny.toml`,
//! and the library alone brings no more than it has to.

use std::collections::BTreeSet;
use std::process::Command;

/// How many packages the library has below it where nothing is asked for beside it.
const LEAN: usize = 29;

/// The packages with these features and edges, and the licence of each.
fn tree(arguments: &[&str]) -> BTreeSet<(String, String)> {
    let cargo = std::env::var_os("CARGO").expect("cargo runs this");
    let tree = Command::new(cargo)
        .args([
            "tree",
            "--offline",
            "--prefix",
            "none",
            "--no-dedupe",
            "--format",
            "{p}|{l}",
        ])
        .args(arguments)
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .expect("cargo runs");
    assert!(tree.status.success(), "{}", String::from_utf8_lossy(&tree.stderr));
    let rows = String::from_utf8(tree.stdout).expect("UTF-8");
    let row = |row: &str| {
        let (package, licence) = row.split_once('|').unwrap_or((row, ""));
        (package.to_owned(), licence.to_owned())
    };
    rows.lines().map(row).collect()
}

#[test]
fn licences_are_those_that_are_allowed() {
    let deny: toml::Table = include_str!("../../deny.toml").parse().expect("TOML");
    let allowed = deny["licenses"]["allow"].as_array().expect("a list");
    let is_allowed = |licence: &str| allowed.iter().any(|it| it.as_str() == Some(licence));
    let packages = tree(&["--all-features", "--edges", "normal,build"]);
    assert!(packages.len() > LEAN, "{packages:?}");
    for (package, licence) in packages {
        let plain = licence.replace(['(', ')'], "").replace('/', " OR ");
        // All that stand between `AND`, and of each one that stands between `OR`.
        let fits = plain
            .split(" AND ")
            .all(|choice| choice.split(" OR ").any(|one| is_allowed(one.trim())));
        assert!(fits, "{package} is licensed under {licence}");
    }
}

#[test]
fn the_library_alone_is_lean() {
    let packages = tree(&["--no-default-features", "--edges", "normal"]);
    let below = packages
        .iter()
        .filter(|(package, _)| !package.starts_with("corroborate "));
    let below: Vec<_> = below.map(|(package, _)| package.as_str()).collect();
    assert!(below.len() <= LEAN, "{} packages: {below:#?}", below.len());
}
