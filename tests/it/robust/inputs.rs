//! The laws of `laws`, held against every input that once broke one (`tests/cases/inputs/LAW/NAME`), every one of the
//! repository's own sheets and articles, and random ones. The random ones are the same in each run.

use std::path::Path;

use proptest::prelude::*;
use proptest::test_runner::{RngSeed, TestRunner};

use crate::laws::{self, LAWS};

/// How many random inputs a law meets here; the fuzz targets go on where this ends.
const CASES: u32 = 96;

fn law(name: &str) -> fn(&[u8]) {
    let (_, law) = LAWS.iter().find(|(law, _)| *law == name).expect(name);
    *law
}

pub(super) fn files(folder: &Path) -> Vec<std::path::PathBuf> {
    let entries = std::fs::read_dir(folder).expect("a folder");
    let mut files: Vec<_> = entries.map(|entry| entry.expect("an entry").path()).collect();
    files.retain(|path| path.is_file());
    files.sort();
    files
}

#[test]
fn what_broke_a_law_once_breaks_none_now() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases/inputs");
    let mut kept = 0;
    for (name, law) in LAWS {
        let folder = root.join(name);
        for file in if folder.is_dir() {
            files(&folder)
        } else {
            Vec::new()
        } {
            let bytes = std::fs::read(&file).expect("an input");
            println!("{}", file.display());
            law(&bytes);
            kept += 1;
        }
    }
    assert!(kept > 0, "there are kept inputs");
}

#[test]
fn the_repository_keeps_the_laws() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    for (law, folder, ending) in [
        ("sheet", "claims", "toml"),
        ("sheet", "tests/cases/sheets", "toml"),
        ("markdown", "tests/articles/troufanov", "md"),
        ("text", "tests/articles/troufanov", "txt"),
        ("html", "tests/articles/troufanov", "md"),
    ] {
        for file in files(&root.join(folder)) {
            if file.extension().is_some_and(|it| it == ending) {
                self::law(law)(&std::fs::read(&file).expect("a file"));
            }
        }
    }
}

/// Bytes, or characters with what breaks text among them.
fn bytes() -> impl Strategy<Value = Vec<u8>> {
    let text = "([a-zA-Z0-9 ,.'\\-\\[\\]{}=\"\n]|[éß\u{1F600}\u{202E}\u{200D}\u{301}\u{0}\r\t]|\\PC){0,200}";
    prop_oneof![
        prop::collection::vec(any::<u8>(), 0..600),
        text.prop_map(String::into_bytes)
    ]
}

#[test]
fn random_inputs_keep_the_laws() {
    for (name, law) in LAWS {
        let config = ProptestConfig {
            cases: CASES,
            rng_seed: RngSeed::Fixed(7),
            failure_persistence: None,
            ..ProptestConfig::default()
        };
        let outcome = TestRunner::new(config).run(&bytes(), |bytes| {
            law(&bytes);
            Ok(())
        });
        assert!(outcome.is_ok(), "{name}: {outcome:?}");
    }
}

/// A sheet that uses every key of the language.
pub(super) const EVERY_KEY: &str = include_str!("../../cases/every-key.toml");

#[test]
fn a_sheet_may_break_off_anywhere() {
    corroborate::ClaimSet::parse("every-key.toml", EVERY_KEY).expect("a sound sheet");
    for at in (0..EVERY_KEY.len()).filter(|&at| EVERY_KEY.is_char_boundary(at)) {
        laws::sheet(&EVERY_KEY.as_bytes()[..at]);
    }
}

#[test]
fn any_byte_of_a_sheet_may_be_another() {
    let others = [b'"', b'9', b'\n', 0xE9, b'.', 0];
    for (at, &other) in (0..EVERY_KEY.len()).zip(others.iter().cycle()) {
        let mut bytes = EVERY_KEY.as_bytes().to_vec();
        bytes[at] = other;
        laws::sheet(&bytes);
    }
}
