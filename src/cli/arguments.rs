//! The arguments of the command line.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};

use super::coverage::Coverage;
use super::gate::GateArguments;
use super::init::Init;
use super::output::OutputArguments;
use super::settings::{Claims, Inputs};
use super::shell::{Completions, Man, Schema};

/// The heading of the options that every command has.
const EVERYWHERE: &str = "Options of every command";

/// Tests prose for factual consistency: claims in TOML, contradictions as diagnostics.
#[derive(Debug, Parser)]
#[command(
    version,
    about,
    arg_required_else_help = true,
    max_term_width = 80,
    after_help = "Example:\n  corroborate init story && cd story && corroborate check"
)]
pub(crate) struct Arguments {
    #[command(subcommand)]
    pub(crate) command: Command,
    /// When to use colours: auto, always or never; auto heeds the terminal, NO_COLOR, CLICOLOR and CLICOLOR_FORCE
    #[arg(
        long,
        global = true,
        value_enum,
        value_name = "WHEN",
        default_value_t,
        hide_possible_values = true,
        help_heading = EVERYWHERE
    )]
    pub(crate) color: Color,
    /// The settings [default: the nearest corroborate.toml, from the working directory upward]
    #[arg(long, global = true, value_name = "FILE", help_heading = EVERYWHERE)]
    pub(crate) config: Option<PathBuf>,
}

/// When colours are used.
#[derive(Clone, Copy, Debug, Default, ValueEnum)]
pub(crate) enum Color {
    /// On a terminal that wants them
    #[default]
    Auto,
    /// Always, in files too
    Always,
    /// Never
    Never,
}

impl From<Color> for anstream::ColorChoice {
    fn from(color: Color) -> Self {
        match color {
            Color::Auto => Self::Auto,
            Color::Always => Self::Always,
            Color::Never => Self::Never,
        }
    }
}

/// What is to be done.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Hold articles against claims, and fail where one contradicts them
    Check(Check),
    /// Say why a claim met with what it met with in an article: what was weighed, what came of it, what would change it
    Explain(Explain),
    /// Look at the sheets alone: mistakes, the claims' own sentences, claims that quarrel or that nothing tells apart
    Lint(Lint),
    /// Tell which claims no article mentions, which articles mention none, and what recurs without a claim
    Coverage(Coverage),
    /// Change what articles rightly state, a value at a time, and count the changes that the claims catch
    Mutate(Mutate),
    /// Print what is read in articles before any claim is looked at
    Extract(Extract),
    /// Write a first sheet with its words explained, an article to try it on, and settings
    Init(Init),
    /// Print the JSON Schema of sheets, by which editors complete and check them
    Schema(Schema),
    /// Print completions for a shell
    Completions(Completions),
    /// Print the manual page
    Man(Man),
}

/// `corroborate check`
#[derive(Args, Debug)]
#[command(
    after_help = "Examples:\n  corroborate check articles --claims claims/story.toml --unlinked\n  \
    corroborate check -o report.html\n  \
    corroborate check --format junit=out.xml --format fancy\n  \
    corroborate check --write-baseline --baseline old.json\n\n\
    Exits with 0 where nothing fails the run, with 1 where something does, with 2 where it could not be done."
)]
pub(crate) struct Check {
    #[command(flatten)]
    pub(crate) inputs: Inputs,
    #[command(flatten)]
    pub(crate) output: OutputArguments,
    /// Show advice (other spellings) and known contradictions one by one
    #[arg(long, short)]
    pub(crate) verbose: bool,
    /// List, after the report, the dates, counts and relations of which no claim speaks
    #[arg(long)]
    pub(crate) unlinked: bool,
    #[command(flatten)]
    pub(crate) gate: GateArguments,
    /// The day against which `until` of known contradictions is held [default: the day of the run]
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub(crate) today: Option<jiff::civil::Date>,
}

/// `corroborate explain`
#[derive(Args, Debug)]
#[command(after_help = "Example:\n  corroborate explain count.captivity articles/monday.md")]
pub(crate) struct Explain {
    /// The claim's id, such as `count.captivity`
    pub(crate) claim: String,
    /// Articles: files, folders and globs of text, Markdown, HTML and JSON Lines
    #[arg(required = true, value_name = "ARTICLE")]
    pub(crate) articles: Vec<PathBuf>,
    #[command(flatten)]
    pub(crate) claims: Claims,
    /// How the answer is written
    #[arg(long, value_enum, default_value_t = TextFormat::Text)]
    pub(crate) format: TextFormat,
}

/// `corroborate lint`
#[derive(Args, Debug)]
#[command(
    after_help = "Example:\n  corroborate lint claims/story.toml\n\nExits with 1 where a sheet has a mistake or a \
    claim's own sentence fails, with 2 where a sheet cannot be read."
)]
pub(crate) struct Lint {
    /// Claim sheets and folders of them; all of them are one set [default: claims]
    pub(crate) sheets: Vec<PathBuf>,
    /// How the answer is written
    #[arg(long, value_enum, default_value_t = TextFormat::Text)]
    pub(crate) format: TextFormat,
}

/// `corroborate mutate`
#[derive(Args, Debug)]
#[command(
    after_help = "Example:\n  corroborate mutate articles --claims claims/story.toml\n\nArticles that contradict a \
    claim are left out. Nothing is written to disk."
)]
pub(crate) struct Mutate {
    #[command(flatten)]
    pub(crate) inputs: Inputs,
    /// How the answer is written
    #[arg(long, value_enum, default_value_t = TextFormat::Text)]
    pub(crate) format: TextFormat,
}

/// The formats of an answer.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub(crate) enum TextFormat {
    /// Lines for people
    Text,
    /// JSON
    Json,
}

/// `corroborate extract`
#[derive(Args, Debug)]
#[command(after_help = "Example:\n  corroborate extract articles/monday.md --format jsonl")]
pub(crate) struct Extract {
    /// Articles: files, folders and globs of text, Markdown, HTML and JSON Lines
    #[arg(required = true)]
    pub(crate) articles: Vec<PathBuf>,
    /// How the mentions are written
    #[arg(long, value_enum, default_value_t = ExtractFormat::Jsonl)]
    pub(crate) format: ExtractFormat,
}

/// The formats of mentions.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub(crate) enum ExtractFormat {
    /// One mention a line
    Jsonl,
}

/// A day such as `2025-02-15`.
fn day(text: &str) -> Result<jiff::civil::Date, String> {
    text.parse()
        .map_err(|_| "write a day such as 2025-02-15".to_owned())
}
