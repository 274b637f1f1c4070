//! `corroborate coverage`: how far sheets and articles cover each other.

use std::io::{self, Write as _};

use clap::Args;
use corroborate::render::{coverage, written};
use corroborate::unlinked::{self, Statements};
use corroborate::{Article, Checker, CorpusReport};

use super::arguments::TextFormat;
use super::settings::{Inputs, Project};
use super::{CONSISTENT, UNABLE, complain, output, pass, standard};

/// `corroborate coverage`
#[derive(Args, Debug)]
#[command(
    after_help = "Example:\n  corroborate coverage articles --claims claims/story.toml\n\nA statement is a date, a \
    count or a relation; it recurs where two articles make it."
)]
pub(crate) struct Coverage {
    #[command(flatten)]
    inputs: Inputs,
    /// How many of the statements that recur are shown
    #[arg(long, value_name = "NUMBER", default_value_t = 20)]
    limit: usize,
    /// How the answer is written
    #[arg(long, value_enum, default_value_t = TextFormat::Text)]
    format: TextFormat,
}

/// Checks every article, and tells what is left over on either side.
pub(super) fn run(arguments: &Coverage, project: &Project) -> io::Result<u8> {
    let sheets = project.claims(&arguments.inputs.claims.claims);
    let Some(claims) = super::load(&sheets, &output::fancy(false)) else {
        return Ok(UNABLE);
    };
    let Some(corpus) = project.corpus(&arguments.inputs) else {
        return Ok(UNABLE);
    };
    let checker = Checker::new(&claims);
    let mut report = CorpusReport::new(&claims);
    let mut statements = Statements::default();
    let mut silent = Vec::new();
    let mut status = CONSISTENT;
    let work = |article: Article| {
        let report = checker.check(&article);
        let unlinked = unlinked::unlinked(&report, &article);
        (report, unlinked)
    };
    pass::over(&corpus, work, |done| {
        match done {
            Ok((article, unlinked)) => {
                report.count(&article);
                if article.score.is_none() {
                    silent.push(article.path.unwrap_or(article.id));
                }
                statements.add(unlinked);
            }
            Err(error) => {
                complain(&error.to_string());
                status = UNABLE;
            }
        }
        Ok(())
    })?;
    let coverage = coverage::Coverage {
        claims: &claims,
        run: &report,
        silent: &silent,
        recurring: &statements.recurring(),
    };
    let mut out = standard::out();
    match arguments.format {
        TextFormat::Text => write!(out, "{}", coverage.text(arguments.limit))?,
        TextFormat::Json => writeln!(out, "{}", written::json(&coverage.json()))?,
    }
    out.flush()?;
    Ok(status)
}
