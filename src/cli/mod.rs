//! Floor 10. The command line: arguments in, a report on standard output, an exit status.

mod arguments;
mod atomic;
mod baseline;
mod check;
mod coverage;
mod explain;
mod extract;
mod gate;
mod init;
mod lint;
mod mutate;
mod output;
mod pass;
mod progress;
mod settings;
mod shell;
mod standard;

use std::io;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Parser as _;
use corroborate::ClaimSet;
use corroborate::corpus::Corpus;
use corroborate::render::{fancy::Fancy, in_a_line};

use self::arguments::{Arguments, Command};
use self::settings::Project;

/// No contradiction fails the run.
const CONSISTENT: u8 = 0;
/// A contradiction fails the run.
const CONTRADICTED: u8 = 1;
/// The run could not be done, or not for every article.
const UNABLE: u8 = 2;

/// Runs the command that the arguments name.
pub(crate) fn run() -> ExitCode {
    // clap answers `--help`, `--version` and bad usage itself, the last with status 2.
    let arguments = Arguments::parse();
    anstream::ColorChoice::from(arguments.color).write_global();
    let status = run_command(&arguments.command, arguments.config.as_deref());
    match status {
        Ok(status) => ExitCode::from(status),
        Err(error) => {
            complain(&format!("cannot write: {error}"));
            ExitCode::from(UNABLE)
        }
    }
}

fn run_command(command: &Command, config: Option<&Path>) -> io::Result<u8> {
    // Only what reads sheets or articles minds what is wrong with the settings.
    let in_project = |run: &dyn Fn(&Project) -> io::Result<u8>| match Project::find(config) {
        Some(project) => run(&project),
        None => Ok(UNABLE),
    };
    match command {
        Command::Check(arguments) => in_project(&|project| check::run(arguments, project)),
        Command::Explain(arguments) => in_project(&|project| explain::run(arguments, project)),
        Command::Lint(arguments) => in_project(&|project| lint::run(arguments, project)),
        Command::Coverage(arguments) => in_project(&|project| coverage::run(arguments, project)),
        Command::Mutate(arguments) => in_project(&|project| mutate::run(arguments, project)),
        Command::Extract(arguments) => extract::run(arguments),
        Command::Init(arguments) => init::run(arguments),
        Command::Schema(arguments) => shell::schema(arguments),
        Command::Completions(arguments) => shell::completions(arguments),
        Command::Man(arguments) => shell::man(arguments),
    }
}

/// A line on standard error.
fn complain(message: &str) {
    standard::say(format_args!("corroborate: {}\n", in_a_line(message)));
}

/// The claims at `paths`; their mistakes and warnings go to standard error.
fn load(paths: &[PathBuf], fancy: &Fancy) -> Option<ClaimSet> {
    match ClaimSet::load_all(paths) {
        Ok(claims) => {
            for warning in claims.warnings() {
                standard::say(fancy.diagnostic(warning) + "\n");
            }
            Some(claims)
        }
        Err(error) => {
            standard::say(fancy.diagnostic(&error));
            None
        }
    }
}

/// The articles at `paths`; where there are none, standard error says so.
fn find(paths: &[PathBuf]) -> Option<Corpus> {
    let corpus = Corpus::find(paths);
    if corpus.is_empty() {
        let paths: Vec<_> = paths.iter().map(|path| format!("`{}`", path.display())).collect();
        complain(&format!("there is no article in {}", paths.join(", ")));
        return None;
    }
    Some(corpus)
}
