//! `corroborate init`: a first sheet with its words explained, an article to try it on, and settings.

use std::fs;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use clap::Args;

use super::{CONSISTENT, UNABLE, complain, standard};

/// `corroborate init`
#[derive(Args, Debug)]
#[command(
    after_help = "Example:\n  corroborate init story && cd story && corroborate check\n\nNothing that is there \
    already is changed. The article has a mistake, so that there is something to see."
)]
pub(crate) struct Init {
    /// The folder
    #[arg(default_value = ".")]
    folder: PathBuf,
}

/// A first sheet.
const SHEET: &str = include_str!("bridge.toml");
/// An article that contradicts it once.
const ARTICLE: &str = include_str!("bridge.md");
/// Settings, most of them as they are without any.
const SETTINGS: &str = include_str!("corroborate.toml");

/// Writes what is not there yet, and says what to do next.
pub(super) fn run(arguments: &Init) -> io::Result<u8> {
    let folder = &arguments.folder;
    // Where there are articles or sheets, there is no need of an example.
    let has_articles = is_in_use(&folder.join("articles"));
    let has_sheets = is_in_use(&folder.join("claims"));
    let files = [
        (
            has_sheets,
            "claims/bridge.toml",
            SHEET,
            "a sheet, with its words explained",
        ),
        (
            has_articles || has_sheets,
            "articles/bridge.md",
            ARTICLE,
            "an article with a mistake in it",
        ),
        (false, corroborate::settings::FILE, SETTINGS, "settings"),
    ];
    let mut out = standard::out();
    let mut status = CONSISTENT;
    for (is_unwanted, path, text, what) in files {
        let file = match folder.to_str() {
            Some(".") => PathBuf::from(path),
            _ => folder.join(path),
        };
        if is_unwanted {
            continue;
        }
        match write_new(&file, text) {
            Ok(()) => writeln!(out, "wrote  {:20}  {what}", file.display())?,
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
                writeln!(out, "kept   {:20}  it was there before", file.display())?;
            }
            Err(error) => {
                complain(&format!("cannot write `{}`: {error}", file.display()));
                status = UNABLE;
            }
        }
    }
    if status == CONSISTENT {
        let go = match folder.to_str() {
            Some(".") => String::new(),
            _ => format!("cd {} && ", folder.display()),
        };
        writeln!(out, "\nnext:  {go}corroborate lint && corroborate check")?;
    }
    out.flush()?;
    Ok(status)
}

/// Whether there is a folder with anything in it.
fn is_in_use(folder: &Path) -> bool {
    fs::read_dir(folder).is_ok_and(|mut entries| entries.next().is_some())
}

/// Writes a file where there is none; what cannot be written whole is not left there.
fn write_new(file: &Path, text: &str) -> io::Result<()> {
    if let Some(folder) = file.parent() {
        fs::create_dir_all(folder)?;
    }
    let mut new = fs::File::options().write(true).create_new(true).open(file)?;
    new.write_all(text.as_bytes()).inspect_err(|_| {
        // Where even this fails, the error is told all the same.
        let _ = fs::remove_file(file);
    })
}
