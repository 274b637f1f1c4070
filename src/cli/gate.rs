//! What fails a run: how severe a finding has to be, the least score, and the contradictions of a baseline, which do not.

use std::path::PathBuf;

use clap::{Args, ValueEnum};
use corroborate::baseline::Baseline;
use corroborate::corpus;
use corroborate::report::{ArticleReport, FailOn, Trouble, TroubleKind};
use corroborate::{ClaimSet, CorpusReport};

use super::complain;
use super::settings::Project;

/// The heading of these options in the help.
const HEADING: &str = "What fails the run";

/// What fails a run, as the command line has it.
#[derive(Args, Clone, Debug)]
pub(crate) struct GateArguments {
    /// The findings that fail the run [default: error]
    #[arg(long, value_enum, value_name = "SEVERITY", help_heading = HEADING)]
    fail_on: Option<Severity>,
    /// Fail the run where an article's score lies below this, from 0 to 1
    #[arg(long, value_name = "SCORE", value_parser = score, help_heading = HEADING)]
    min_score: Option<f64>,
    /// Let the contradictions pass that are listed in FILE
    #[arg(long, value_name = "FILE", help_heading = HEADING)]
    pub(super) baseline: Option<PathBuf>,
    /// List the contradictions of today in the baseline, and fail on none of them
    #[arg(long, help_heading = HEADING)]
    pub(super) write_baseline: bool,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Severity {
    /// Errors
    Error,
    /// Errors and warnings
    Warning,
    /// Nothing that is found
    Never,
}

/// What fails a run that is in progress.
#[derive(Debug)]
pub(super) struct Gate {
    fail_on: FailOn,
    min_score: Option<f64>,
    baseline: Option<Baseline>,
}

impl Gate {
    /// What fails a run of `project`; what is wrong with its baseline goes to standard error.
    pub(super) fn new(arguments: &GateArguments, project: &Project) -> Option<Self> {
        let baseline = match baseline_file(arguments, project) {
            Some(file) => match corpus::text(&file).and_then(|text| Baseline::parse(&text)) {
                Ok(baseline) => Some(baseline),
                Err(why) => {
                    let file = file.display();
                    complain(&format!(
                        "cannot read the baseline in `{file}`: {why}; --write-baseline writes it anew"
                    ));
                    return None;
                }
            },
            None => None,
        };
        let fail_on = arguments.fail_on.map(|severity| match severity {
            Severity::Error => FailOn::Error,
            Severity::Warning => FailOn::Warning,
            Severity::Never => FailOn::Never,
        });
        // Who asks that nothing fails the run means the score of the settings, too.
        let set = project
            .settings
            .min_score
            .filter(|_| fail_on != Some(FailOn::Never));
        Some(Self {
            fail_on: fail_on.or(project.settings.fail_on).unwrap_or_default(),
            min_score: arguments.min_score.or(set),
            baseline,
        })
    }

    /// Lets pass what the baseline lists, and notes a score that is too low.
    pub(super) fn apply(
        &mut self,
        report: &mut ArticleReport,
        claims: &ClaimSet,
        project: &Project,
        run: &mut CorpusReport,
    ) {
        run.fail_on = self.fail_on;
        if let Some(baseline) = &mut self.baseline {
            baseline.apply(report, claims, &article_name(report, project));
        }
        if let (Some(least), Some(score)) = (self.min_score, report.score)
            && score < least
        {
            run.troubles.push(Trouble {
                about: report.id.clone(),
                message: format!(
                    "`{}` has a score of {score:.2}, and {least} is the least",
                    report.id
                ),
                kind: TroubleKind::LowScore,
            });
        }
    }

    /// What is to be said of the baseline after a run.
    pub(super) fn remark(&self) -> Option<String> {
        let baseline = self.baseline.as_ref()?;
        let gone = baseline.gone();
        let entries = |number: usize| match number {
            1 => "1 contradiction".to_owned(),
            number => format!("{number} contradictions"),
        };
        (gone > 0).then(|| {
            format!(
                "{} of the baseline {} there no more: --write-baseline takes {} out",
                entries(gone),
                if gone == 1 { "is" } else { "are" },
                if gone == 1 { "it" } else { "them" },
            )
        })
    }
}

/// The file of the baseline, where there is to be one.
pub(super) fn baseline_file(arguments: &GateArguments, project: &Project) -> Option<PathBuf> {
    let set = project
        .settings
        .baseline
        .as_ref()
        .map(|path| project.root.join(path));
    arguments.baseline.clone().or(set)
}

/// The name of an article in a baseline.
pub(super) fn article_name(report: &ArticleReport, project: &Project) -> String {
    match &report.path {
        Some(path) => project.stable(path),
        None => report.id.clone(),
    }
}

fn score(text: &str) -> Result<f64, String> {
    let score = text.parse().ok().filter(|score| (0.0..=1.0).contains(score));
    score.ok_or_else(|| "write a number from 0 to 1, such as 0.9".to_owned())
}
