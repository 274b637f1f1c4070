//! The settings of a run: what `corroborate.toml` says, and what the command line says instead.

use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum as _};
use corroborate::corpus::{self, Corpus, Exclude};
use corroborate::settings::Settings;

use super::output::{self, Format, OutputArguments};
use super::{complain, standard};

/// The claims and articles of a run.
#[derive(Args, Clone, Debug)]
pub(crate) struct Inputs {
    /// Articles: files, folders and globs of text, Markdown, HTML and JSON Lines [default: articles]
    pub(crate) articles: Vec<PathBuf>,
    #[command(flatten)]
    pub(crate) claims: Claims,
    /// Articles to leave out, as an ignore file names them; may be given several times
    #[arg(long, value_name = "GLOB")]
    pub(crate) exclude: Vec<String>,
}

/// The claims of a run.
#[derive(Args, Clone, Debug)]
pub(crate) struct Claims {
    /// A claim sheet or a folder of them; may be given several times [default: claims]
    #[arg(long, short, value_name = "PATH")]
    pub(crate) claims: Vec<PathBuf>,
}

/// Settings, and the folder from which their paths are seen.
#[derive(Clone, Debug, Default)]
pub(super) struct Project {
    pub(super) settings: Settings,
    /// The folder of the settings, as seen from the working directory.
    pub(super) root: PathBuf,
}

impl Project {
    /// The settings in `config`, or in the nearest `corroborate.toml` from the working directory upward; none where there
    /// is no such file. What is wrong goes to standard error, and `None` comes back.
    pub(super) fn find(config: Option<&Path>) -> Option<Self> {
        let (file, root) = match config {
            Some(file) => (file.to_owned(), file.parent().unwrap_or(Path::new("")).to_owned()),
            None => {
                let here = std::env::current_dir().unwrap_or_default();
                let Some(found) = corpus::settings_file(&here) else {
                    return Some(Self::default());
                };
                let folder = found.parent().unwrap_or(Path::new(""));
                let up = here
                    .components()
                    .count()
                    .saturating_sub(folder.components().count());
                let root: PathBuf = std::iter::repeat_n("..", up).collect();
                (root.join(corroborate::settings::FILE), root)
            }
        };
        let shown = file.display().to_string();
        let source = match corpus::text(&file) {
            Ok(source) => source,
            Err(error) => {
                complain(&format!("cannot read the settings in `{shown}`: {error}"));
                return None;
            }
        };
        let formats: Vec<_> = Format::value_variants().iter().map(ToString::to_string).collect();
        let formats: Vec<_> = formats.iter().map(String::as_str).collect();
        match Settings::parse(&shown, &source, &formats) {
            Ok(settings) => Some(Self { settings, root }),
            Err(error) => {
                standard::say(output::fancy(false).diagnostic(&error));
                None
            }
        }
    }

    /// The sheets: those that are given, otherwise those of the settings, otherwise `claims`.
    pub(super) fn claims(&self, given: &[PathBuf]) -> Vec<PathBuf> {
        self.paths(given, &self.settings.claims, "claims")
    }

    /// The articles of a run. Where there are none, standard error says so.
    pub(super) fn corpus(&self, inputs: &Inputs) -> Option<Corpus> {
        let paths = self.paths(&inputs.articles, &self.settings.articles, "articles");
        let (patterns, root) = match inputs.exclude.as_slice() {
            [] => (&self.settings.exclude, self.root.as_path()),
            _ => (&inputs.exclude, Path::new("")),
        };
        let exclude = match Exclude::new(root, patterns) {
            Ok(exclude) => exclude,
            Err(message) => {
                complain(&message);
                return None;
            }
        };
        let corpus = Corpus::find_except(&paths, &exclude);
        if corpus.is_empty() {
            let paths: Vec<_> = paths.iter().map(|path| format!("`{}`", path.display())).collect();
            let left_out = if patterns.is_empty() {
                ""
            } else {
                " that is not left out"
            };
            complain(&format!("there is no article in {}{left_out}", paths.join(", ")));
            return None;
        }
        Some(corpus)
    }

    fn paths(&self, given: &[PathBuf], set: &[String], default: &str) -> Vec<PathBuf> {
        match (given, set) {
            ([], []) => vec![self.root.join(default)],
            ([], set) => set.iter().map(|path| self.root.join(path)).collect(),
            (given, _) => given.to_vec(),
        }
    }

    /// Where reports go: as is given, otherwise as the settings say.
    pub(super) fn output(&self, given: &OutputArguments) -> OutputArguments {
        let mut output = given.clone();
        if output.formats.is_empty() && output.output.is_none() {
            let set = self.settings.formats.iter();
            // The settings were read with the names of all formats, so each of them is one.
            output.formats = set.filter_map(|format| format.parse().ok()).collect();
            for target in &mut output.formats {
                target.path = target.path.take().map(|path| self.root.join(path));
            }
        }
        output
    }

    /// An article's path as seen from the folder of the settings, so that it is the same wherever a run begins.
    pub(super) fn stable(&self, path: &str) -> String {
        match corpus::under(&self.root, Path::new(path)) {
            Some(inner) => inner.display().to_string().replace('\\', "/"),
            None => path.to_owned(),
        }
    }
}
