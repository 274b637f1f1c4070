//! The house: a room imports only from floors below it, every file says what it is for, and none grows too long.

use std::path::{Path, PathBuf};

/// The floor of each room; rooms of one floor may import each other only where they are one room.
const FLOORS: &[(&str, u8)] = &[
    ("text", 0),
    ("excerpt", 1),
    ("value", 1),
    ("article", 1),
    ("document", 2),
    ("claim", 2),
    ("mention", 3),
    ("link", 4),
    ("judge", 7),
    ("report", 6),
    ("checker", 8),
    ("corpus", 9),
    ("diagnostic", 9),
    ("render", 10),
    ("harness", 11),
];

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

#[test]
fn rooms_import_from_floors_below() {
    let floor = |room: &str| {
        FLOORS
            .iter()
            .find(|(name, _)| *name == room)
            .map(|(_, floor)| *floor)
    };
    for (name, source) in sources() {
        let own = room(&name);
        if ["lib", "main", "cli"].contains(&own) {
            continue;
        }
        let here = floor(own).unwrap_or_else(|| panic!("{name}: which floor is `{own}` on?"));
        for line in source.lines().filter(|line| !line.trim_start().starts_with("//")) {
            for part in line.split("crate::").skip(1) {
                let other = part
                    .split(|c: char| !c.is_alphanumeric() && c != '_')
                    .next()
                    .unwrap_or_default();
                if let Some(there) = floor(other) {
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
