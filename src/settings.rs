//! Floor 4. Settings, as `corroborate.toml` gives them: where sheets and articles are, how reports are written, and what
//! fails a run. Whoever runs a check may override each of them.

use std::fmt;

use miette::{Diagnostic, LabeledSpan, Severity, SourceCode};
use toml::de::DeTable;

use crate::claim::mistake::{Mistake, Mistakes, Problem};
use crate::claim::raw::Fields;
use crate::claim::{Place, Sheet};
use crate::report::FailOn;
use crate::text::Span;

/// The name of the file, which is looked for from the working directory upward.
pub const FILE: &str = "corroborate.toml";

/// What a file of settings says. A key that it leaves out is `None`, or an empty list.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Settings {
    /// Claim sheets and folders of them.
    pub claims: Vec<String>,
    /// Articles: files, folders and globs.
    pub articles: Vec<String>,
    /// Articles that are left out, as an ignore file names them.
    pub exclude: Vec<String>,
    /// The formats of the report, each with a file or without: `fancy`, `junit=report.xml`.
    pub formats: Vec<String>,
    /// What fails a run.
    pub fail_on: Option<FailOn>,
    /// The score below which an article fails a run.
    pub min_score: Option<f64>,
    /// The file with the contradictions that are let pass.
    pub baseline: Option<String>,
}

impl Settings {
    /// The JSON Schema of the file, by which editors complete and check it.
    pub const SCHEMA: &str = include_str!("settings.json");

    /// Reads settings; `path` is the name by which mistakes speak of the file, and is not opened. `formats` are the
    /// names of the formats that there are.
    ///
    /// ```
    /// use corroborate::settings::Settings;
    /// let settings = Settings::parse("corroborate.toml", "claims = 'facts'\nfail_on = 'warning'\n", &[])?;
    /// assert_eq!(settings.claims, ["facts"]);
    /// # Ok::<(), corroborate::settings::SettingsErrors>(())
    /// ```
    ///
    /// # Errors
    ///
    /// Every mistake of the file, each with its place.
    pub fn parse(path: &str, source: &str, formats: &[&str]) -> Result<Self, SettingsErrors> {
        let mistakes = Mistakes::default();
        let (table, errors) = DeTable::parse_recoverable(source);
        let place = |span| Place { sheet: 0, span };
        for error in errors {
            let end = Span::new(source.len(), source.len());
            let message = error.message().to_owned();
            mistakes.add(
                Problem::Syntax { message },
                place(error.span().map_or(end, Span::from)),
            );
        }
        let fields = Fields::new(0, table.get_ref(), place(Span::default()), &mistakes);
        let texts = |key| fields.strings(key).into_iter().map(|(text, _)| text).collect();
        let settings = Self {
            claims: texts("claims"),
            articles: texts("articles"),
            exclude: texts("exclude"),
            formats: formats_of(&fields, formats),
            fail_on: fields.choice("fail_on", &FailOn::NAMES),
            min_score: score(&fields),
            baseline: fields.string("baseline"),
        };
        fields.finish("the settings");
        let mistakes = mistakes.into_sorted(&[Sheet::bare(path, source)]);
        if mistakes.is_empty() {
            return Ok(settings);
        }
        Err(SettingsErrors {
            mistakes: mistakes.into_iter().map(SettingsMistake).collect(),
        })
    }
}

/// The formats, of which each has to exist.
fn formats_of(fields: &Fields<'_, '_, '_>, known: &[&str]) -> Vec<String> {
    let written = fields.strings("format");
    for (text, place) in &written {
        let name = text.split('=').next().unwrap_or(text);
        if !known.is_empty() && !known.iter().any(|known| known.eq_ignore_ascii_case(name)) {
            fields
                .mistakes
                .add(Problem::unknown_word("format", name, known), *place);
        }
    }
    written.into_iter().map(|(text, _)| text).collect()
}

fn score(fields: &Fields<'_, '_, '_>) -> Option<f64> {
    let score = fields.number("min_score")?;
    if !(0.0..=1.0).contains(&score)
        && let Some(at) = fields.get("min_score")
    {
        let problem = Problem::OutOfRange {
            key: "min_score".to_owned(),
            expected: "a number from 0 to 1",
        };
        fields.mistakes.add(problem, at.place());
    }
    Some(score)
}

/// Every mistake of a file of settings, each with the text under its mark.
#[derive(Clone, Debug, thiserror::Error)]
pub struct SettingsErrors {
    mistakes: Vec<SettingsMistake>,
}

impl fmt::Display for SettingsErrors {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.mistakes.len() {
            1 => f.write_str("the settings have a mistake"),
            count => write!(f, "the settings have {count} mistakes"),
        }
    }
}

impl Diagnostic for SettingsErrors {
    fn related<'a>(&'a self) -> Option<Box<dyn Iterator<Item = &'a dyn Diagnostic> + 'a>> {
        Some(Box::new(self.mistakes.iter().map(|mistake| {
            let mistake: &dyn Diagnostic = mistake;
            mistake
        })))
    }
}

/// A mistake of settings: one like those of sheets, under a code of its own.
#[derive(Clone, Debug)]
struct SettingsMistake(Mistake);

impl fmt::Display for SettingsMistake {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl std::error::Error for SettingsMistake {}

impl Diagnostic for SettingsMistake {
    fn code<'a>(&'a self) -> Option<Box<dyn fmt::Display + 'a>> {
        let code = self.0.code()?.to_string();
        Some(Box::new(code.replace("sheet::", "settings::")))
    }

    fn severity(&self) -> Option<Severity> {
        self.0.severity()
    }

    fn help<'a>(&'a self) -> Option<Box<dyn fmt::Display + 'a>> {
        self.0.help()
    }

    fn source_code(&self) -> Option<&dyn SourceCode> {
        self.0.source_code()
    }

    fn labels(&self) -> Option<Box<dyn Iterator<Item = LabeledSpan> + '_>> {
        self.0.labels()
    }
}
