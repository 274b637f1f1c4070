//! Floor 10. The command line: arguments in, a report on standard output, an exit status.

mod arguments;
mod check;
mod extract;

use std::io;
use std::process::ExitCode;

use clap::Parser as _;

use self::arguments::{Arguments, Command};

/// No contradiction fails the run.
const CONSISTENT: u8 = 0;
/// A contradiction fails the run.
const CONTRADICTED: u8 = 1;
/// The run could not be done, or not for every article.
const UNABLE: u8 = 2;

/// Runs the command that the arguments name.
pub(crate) fn run() -> ExitCode {
    // clap answers `--help`, `--version` and bad usage itself, the last with status 2.
    let status = match Arguments::parse().command {
        Command::Check(arguments) => check::run(&arguments),
        Command::Extract(arguments) => extract::run(&arguments),
    };
    match status {
        Ok(status) => ExitCode::from(status),
        // A reader that went away (`| head`) wants no more.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::from(CONSISTENT),
        Err(error) => {
            complain(&format!("cannot write: {error}"));
            ExitCode::from(UNABLE)
        }
    }
}

/// A line on standard error.
fn complain(message: &str) {
    use std::io::Write as _;
    // There is nobody left to tell where even standard error is closed.
    let _ = writeln!(anstream::stderr(), "corroborate: {message}");
}
