//! The integration tests, in one binary.

mod articles;
mod checks;
mod cli;
mod coverage;
mod explain;
mod floors;
mod formats;
mod harness;
mod help;
mod html;
mod laws;
mod licences;
mod linking;
mod lint;
mod mentions;
mod metamorphic;
mod reports;
mod robust;
mod schema;
mod settings;
mod sheets;

use std::path::{Path, PathBuf};

/// A fresh folder for one test, with these files in it.
fn folder(name: &str, files: &[(&str, &str)]) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    if folder.exists() {
        std::fs::remove_dir_all(&folder).expect("an old folder goes");
    }
    for (path, text) in files {
        let file = folder.join(path);
        std::fs::create_dir_all(file.parent().expect("a folder")).expect("a new folder");
        std::fs::write(file, text).expect("a file is written");
    }
    folder
}

/// A sheet with one claim.
const SHEET: &str = "[entity.bridge]\nname = 'Old Bridge'\n\n[count.arches]\nof = 'bridge'\nis = 12\nunit = 'arches'\nabout = ['has', 'stands']\n";
/// An article that agrees with it, and one that does not.
const GREEN: &str = "The Old Bridge has 12 arches.\n";
const RED: &str = "The Old Bridge has 13 arches.\n";
