//! Where reports go: each format to standard output or to a file, several in one run.

use std::ffi::OsStr;
use std::fmt;
use std::io::{self, IsTerminal as _, Write};
use std::path::{Path, PathBuf};
use std::str::FromStr;

use clap::builder::{PossibleValue, StringValueParser, TypedValueParser};
use clap::{Args, ValueEnum};
use corroborate::render::{
    Checked, View, claimreview, compact, fancy, github, html, json, junit, markdown, sarif,
};
use corroborate::{ClaimSet, CorpusReport};

use super::atomic::{AtomicFile, named};
use super::standard;

/// The formats of a report, and the files they go to.
#[derive(Args, Clone, Debug)]
pub(crate) struct OutputArguments {
    /// How the report is written, and to which file; may be given several times [default: fancy]
    #[arg(long = "format", value_name = "FORMAT[=FILE]", value_parser = TargetParser)]
    pub(crate) formats: Vec<Target>,
    /// Where the report is written; without --format, the ending of FILE says how
    #[arg(long, short, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
}

/// The formats of a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// Diagnostics for people, then a summary
    Fancy,
    /// A line for each finding: path:line:column: severity[claim] message
    Compact,
    /// One JSON object
    Json,
    /// A line of JSON for each article, and the summary last
    Jsonl,
    /// SARIF 2.1.0, for code scanning and editors
    Sarif,
    /// JUnit XML, for CI servers: a test for each article and claim
    Junit,
    /// Annotations of a GitHub workflow
    Github,
    /// A table for a pull request
    Markdown,
    /// A page to read: the matrix of articles by claims, and each article with its words marked
    Html,
    /// JSON-LD: schema.org ClaimReview and Claim, and Web Annotations that quote the words
    #[value(name = "claimreview")]
    ClaimReview,
}

impl Format {
    /// The format that the ending of a file name asks for.
    fn of(path: &Path) -> Option<Self> {
        let ending = path.extension()?.to_str()?.to_ascii_lowercase();
        match ending.as_str() {
            "json" => Some(Self::Json),
            "jsonl" | "ndjson" => Some(Self::Jsonl),
            "sarif" => Some(Self::Sarif),
            "xml" => Some(Self::Junit),
            "md" | "markdown" => Some(Self::Markdown),
            "html" | "htm" => Some(Self::Html),
            "jsonld" => Some(Self::ClaimReview),
            _ => None,
        }
    }
}

/// A format, and the file it goes to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Target {
    /// The format.
    pub(crate) format: Format,
    /// The file; standard output where there is none.
    pub(crate) path: Option<PathBuf>,
}

impl FromStr for Target {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let (name, path) = match text.split_once('=') {
            Some((_, "")) => return Err("name a file behind `=`".to_owned()),
            Some((name, path)) => (name, Some(PathBuf::from(path))),
            None => (text, None),
        };
        let format = Format::from_str(name, true).map_err(|_| {
            let names = Format::value_variants().iter().map(|format| format.to_string());
            let names: Vec<_> = names.collect();
            format!("the formats are {}", names.join(", "))
        })?;
        let path = path.filter(|path| path != Path::new("-"));
        Ok(Self { format, path })
    }
}

impl fmt::Display for Format {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let name = self.to_possible_value();
        f.write_str(name.as_ref().map_or("", PossibleValue::get_name))
    }
}

/// Reads a [`Target`], and tells the help which formats there are.
#[derive(Clone, Debug)]
struct TargetParser;

impl TypedValueParser for TargetParser {
    type Value = Target;

    fn parse_ref(
        &self,
        command: &clap::Command,
        argument: Option<&clap::Arg>,
        value: &OsStr,
    ) -> Result<Target, clap::Error> {
        let parser = StringValueParser::new().try_map(|text| text.parse::<Target>());
        parser.parse_ref(command, argument, value)
    }

    fn possible_values(&self) -> Option<Box<dyn Iterator<Item = PossibleValue> + '_>> {
        let values = Format::value_variants().iter();
        Some(Box::new(values.filter_map(ValueEnum::to_possible_value)))
    }
}

impl OutputArguments {
    /// The formats of the run, each with its place.
    ///
    /// # Errors
    ///
    /// When two reports would go to the same place.
    pub(crate) fn targets(&self) -> Result<Vec<Target>, String> {
        let mut targets = self.formats.clone();
        let output = self.output.clone().filter(|path| path != Path::new("-"));
        if let Some(path) = output {
            let mut homeless = targets.iter_mut().filter(|target| target.path.is_none());
            match homeless.next() {
                Some(target) => target.path = Some(path),
                None => {
                    let format = Format::of(&path).unwrap_or(Format::Fancy);
                    let path = Some(path);
                    targets.push(Target { format, path });
                }
            }
        } else if targets.is_empty() {
            let (format, path) = (Format::Fancy, None);
            targets.push(Target { format, path });
        }
        // `a` and `./a` are one place.
        let place = |target: &Target| Some(std::path::absolute(target.path.as_ref()?));
        let place = |target| place(target).map(Result::unwrap_or_default);
        for (index, target) in targets.iter().enumerate() {
            let others = targets.get(..index).unwrap_or_default();
            if let Some(other) = others.iter().find(|other| place(other) == place(target)) {
                let place = match &target.path {
                    Some(path) => format!("`{}`", path.display()),
                    None => "standard output".to_owned(),
                };
                return Err(format!(
                    "{} and {} would both go to {place}: write --format {}=FILE",
                    other.format, target.format, target.format
                ));
            }
        }
        Ok(targets)
    }
}

/// The reports of a run.
pub(super) struct Outputs<'c> {
    outputs: Vec<Output<'c>>,
}

/// A report that is being written.
struct Output<'c> {
    view: Box<dyn View + 'c>,
    sink: Sink,
}

enum Sink {
    Standard(Box<dyn Write>),
    File(AtomicFile, PathBuf),
}

impl<'c> Outputs<'c> {
    /// Begins the report of every target.
    pub(super) fn new(targets: &[Target], claims: &'c ClaimSet, verbose: bool) -> io::Result<Self> {
        let outputs = targets.iter().map(|target| {
            let sink = match &target.path {
                Some(path) => Sink::File(
                    AtomicFile::create(path).map_err(|error| named(path, &error))?,
                    path.clone(),
                ),
                None => Sink::standard(target.format),
            };
            let fancy = fancy(target.path.is_some()).verbose(verbose);
            Ok(Output {
                view: view(target.format, claims, fancy, verbose),
                sink,
            })
        });
        Ok(Self {
            outputs: outputs.collect::<io::Result<_>>()?,
        })
    }

    /// Tells every report of an article.
    pub(super) fn article(&mut self, checked: &Checked<'_>) -> io::Result<()> {
        for Output { view, sink } in &mut self.outputs {
            sink.write(|out| view.article(checked, out))?;
        }
        Ok(())
    }

    /// Writes what comes after the articles, and puts files into their places. A report that cannot be finished keeps none
    /// of the others from it; the first error is told.
    pub(super) fn finish(self, run: &CorpusReport) -> io::Result<()> {
        let finish = |Output { mut view, mut sink }: Output<'_>| {
            sink.write(|out| view.finish(run, out))?;
            match sink {
                Sink::Standard(mut out) => out.flush(),
                Sink::File(file, path) => file.finish().map_err(|error| named(&path, &error)),
            }
        };
        let finished = self.outputs.into_iter().map(finish);
        finished.fold(Ok(()), Result::and)
    }
}

impl Sink {
    fn standard(format: Format) -> Self {
        Self::Standard(match format {
            Format::Fancy => Box::new(standard::out()),
            _ => Box::new(standard::plain()),
        })
    }

    fn write(&mut self, write: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> io::Result<()> {
        match self {
            Self::Standard(out) => write(out),
            Self::File(file, path) => write(file).map_err(|error| named(path, &error)),
        }
    }
}

/// Diagnostics for standard output, or for a file: there without colours, unless they are asked for.
pub(super) fn fancy(is_file: bool) -> fancy::Fancy {
    let coloured = !is_file || anstream::ColorChoice::global() == anstream::ColorChoice::Always;
    let fancy = if coloured {
        fancy::Fancy::coloured()
    } else {
        fancy::Fancy::plain()
    };
    match terminal_size::terminal_size() {
        Some((columns, _)) if !is_file && io::stdout().is_terminal() => {
            fancy.width(usize::from(columns.0).clamp(NARROWEST, WIDEST))
        }
        _ => fancy,
    }
}

/// Columns below which diagnostics cannot be read, and above which nothing is gained.
const NARROWEST: usize = 50;
const WIDEST: usize = 100;

fn view<'c>(format: Format, claims: &'c ClaimSet, fancy: fancy::Fancy, verbose: bool) -> Box<dyn View + 'c> {
    match format {
        Format::Fancy => Box::new(fancy::Report::new(claims, fancy)),
        Format::Compact => Box::new(compact::Compact::new(claims).verbose(verbose)),
        Format::Json => Box::new(json::Object::new(claims)),
        Format::Jsonl => Box::new(json::Lines::new(claims)),
        Format::Sarif => Box::new(sarif::Sarif::new(claims)),
        Format::Junit => Box::new(junit::Junit::new(claims)),
        Format::Github => Box::new(github::Github::new(claims)),
        Format::ClaimReview => Box::new(claimreview::ClaimReview::new(claims)),
        Format::Html => Box::new(html::Html::new(claims)),
        Format::Markdown => Box::new(markdown::Markdown::new(claims).verbose(verbose)),
    }
}

#[cfg(test)]
mod tests {
    use super::{Format, OutputArguments, Target};

    fn targets(formats: &[&str], output: Option<&str>) -> Result<Vec<Target>, String> {
        let formats = formats
            .iter()
            .map(|text| text.parse())
            .collect::<Result<_, _>>()?;
        let output = output.map(Into::into);
        OutputArguments { formats, output }.targets()
    }

    #[test]
    fn formats_find_their_places() {
        let target = |format, path: Option<&str>| Target {
            format,
            path: path.map(Into::into),
        };
        for (formats, output, expected) in [
            (&[][..], None, Some(vec![target(Format::Fancy, None)])),
            (
                &[],
                Some("a.json"),
                Some(vec![target(Format::Json, Some("a.json"))]),
            ),
            (
                &[],
                Some("a.out"),
                Some(vec![target(Format::Fancy, Some("a.out"))]),
            ),
            (&["JSON"], Some("-"), Some(vec![target(Format::Json, None)])),
            (
                &["json=a=b.json", "fancy"],
                None,
                Some(vec![
                    target(Format::Json, Some("a=b.json")),
                    target(Format::Fancy, None),
                ]),
            ),
            (
                &["json=a.json", "jsonl"],
                Some("b"),
                Some(vec![
                    target(Format::Json, Some("a.json")),
                    target(Format::Jsonl, Some("b")),
                ]),
            ),
            (&["json", "fancy"], None, None),
            (&["json=a", "jsonl=a"], None, None),
            (&["json=a", "jsonl=./a"], None, None),
            (&["json="], None, None),
            (&["jsn"], None, None),
        ] {
            assert_eq!(targets(formats, output).ok(), expected, "{formats:?} {output:?}");
        }
    }
}
