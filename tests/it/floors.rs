//! The house: a room imports only from floors below it, every room says on which floor it stands, and every file what it is for.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

fn files(folder: &Path, found: &mut Vec<PathBuf>) {
    let mut entries: Vec<_> = std::fs::read_dir(folder)
        .expect("a folder")
        .map(|entry| entry.expect("an entry").path())
        .collect();
    entries.sort();
    for path in entries {
        if path.is_dir() {
            files(&path, found);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            found.push(path);
        }
    }
}

fn sources() -> Vec<(String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut found = Vec::new();
    files(&root, &mut found);
    let read = |path: PathBuf| {
        let name = path
            .strip_prefix(&root)
            .expect("a source")
            .to_string_lossy()
            .replace('\\', "/");
        (name, std::fs::read_to_string(&path).expect("a source"))
    };
    found.into_iter().map(read).collect()
}

/// The room of a file: its folder or its stem.
fn room(name: &str) -> &str {
    name.split(['/', '.']).next().unwrap_or(name)
}

/// The floor of each room, as the head of its first file says: `//! Floor 3. …`.
fn floors(sources: &[(String, String)]) -> BTreeMap<&str, u8> {
    let heads = sources.iter().filter_map(|(name, source)| {
        let rest = source.strip_prefix("//! Floor ")?;
        let (number, _) = rest.split_once('.')?;
        Some((room(name), number.parse().ok()?))
    });
    heads.collect()
}

#[test]
fn rooms_import_from_floors_below() {
    let sources = sources();
    let floors = floors(&sources);
    for (name, source) in &sources {
        let own = room(name);
        if ["lib", "main"].contains(&own) {
            continue;
        }
        let here = floors
            .get(own)
            .unwrap_or_else(|| panic!("{name}: the head of `{own}` names no floor"));
        for line in source.lines().filter(|line| !line.trim_start().starts_with("//")) {
            for part in line.split("crate::").skip(1) {
                let other = part
                    .split(|c: char| !c.is_alphanumeric() && c != '_')
                    .next()
                    .unwrap_or_default();
                if let Some(there) = floors.get(other) {
                    assert!(other == own || there < here, "{name} imports upwards: {line}");
                }
            }
        }
    }
}

#[test]
fn files_say_what_they_are_for() {
    for (name, source) in sources() {
        assert!(
            source.starts_with("//! "),
            "{name} begins without saying what it is for"
        );
    }
}
