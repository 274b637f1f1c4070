//! Floor 10. Reports as test trials: one for each article and claim, and one for each of a claim's own sentences.
//!
//! A test target without the usual harness (`harness = false`) needs one line:
//!
//! ```no_run
//! fn main() -> std::process::ExitCode {
//!     corroborate::harness::main("claims", "articles")
//! }
//! ```
//!
//! Its trials are named `article::count.captivity` and `sheet::count.captivity::supports-1`, and take the arguments of
//! any other test: filters, `--exact`, `--list`, `--ignored`, `--include-ignored`.

use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;

use jiff::civil::Date;
use libtest_mimic::{Arguments, Failed, Trial};

use crate::article::Article;
use crate::checker::Checker;
use crate::claim::ClaimSet;
use crate::corpus::Corpus;
use crate::lint;
use crate::render::fancy::Fancy;
use crate::render::in_a_line;
use crate::report::{ArticleReport, ClaimVerdict, Judgement, KnownList, Severities, Verdict};

/// The name of the trials that belong to no article.
const SHEET: &str = "sheet";

/// Runs the articles at `articles` against the claims at `claims` as tests; for more paths, see [`Harness`].
pub fn main(claims: impl AsRef<Path>, articles: impl AsRef<Path>) -> ExitCode {
    Harness::new().claims(claims).articles(articles).run()
}

/// What is tested, put together step by step.
///
/// ```no_run
/// use corroborate::harness::Harness;
/// fn main() -> std::process::ExitCode {
///     Harness::new().claims("claims").claims("tests/known.toml").articles("articles").run()
/// }
/// ```
#[derive(Clone, Debug, Default)]
pub struct Harness {
    claims: Vec<PathBuf>,
    articles: Vec<PathBuf>,
    today: Option<Date>,
}

impl Harness {
    /// A harness without claims and articles.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a claim sheet or a folder of them; all of them are one set.
    #[must_use]
    pub fn claims(mut self, path: impl AsRef<Path>) -> Self {
        self.claims.push(path.as_ref().to_owned());
        self
    }

    /// Adds articles: a file, a folder or a glob.
    #[must_use]
    pub fn articles(mut self, path: impl AsRef<Path>) -> Self {
        self.articles.push(path.as_ref().to_owned());
        self
    }

    /// The day against which `until` of a known contradiction is held; by default the day of the run.
    #[must_use]
    pub const fn today(mut self, day: Date) -> Self {
        self.today = Some(day);
        self
    }

    /// Runs the trials that the arguments of the process ask for. The exit status says whether all passed; a run that
    /// finds nothing to test fails.
    #[must_use]
    pub fn run(self) -> ExitCode {
        let arguments = Arguments::from_args();
        match self.trials(&arguments) {
            Ok(trials) => libtest_mimic::run(&arguments, trials).exit_code(),
            Err(message) => {
                let _ = writeln!(std::io::stderr(), "{message}");
                ExitCode::from(101)
            }
        }
    }

    /// The trials of all articles, or of the one that `--exact` asks for.
    fn trials(&self, arguments: &Arguments) -> Result<Vec<Trial>, String> {
        let fancy = Fancy::plain().verbose(true);
        let claims = match ClaimSet::load_all(&self.claims) {
            Ok(claims) => Arc::new(claims),
            Err(error) => return Err(fancy.diagnostic(&error)),
        };
        let corpus = Corpus::find(&self.articles);
        let checker = Checker::new(&claims);
        let mut known = KnownList::new(&claims, self.today.unwrap_or_else(crate::corpus::today));
        let mut trials = Vec::new();
        // A runner that starts a process for each trial (nextest) asks for one by name: then one article is read.
        let only = match (&arguments.filter, arguments.exact) {
            (Some(name), true) => name.rsplit_once("::").map(|(article, _)| article.to_owned()),
            _ => None,
        };
        let sheet_only = only.as_deref().is_some_and(|name| name.starts_with(SHEET));
        let mut found = false;
        if !sheet_only {
            let articles: Box<dyn Iterator<Item = _> + '_> = match &only {
                Some(id) => Box::new(corpus.named(id)),
                None => Box::new(corpus.articles()),
            };
            for article in articles {
                found = true;
                match article {
                    Ok(article) => {
                        let mut report = checker.check(&article);
                        known.apply(&mut report);
                        article_trials(&mut trials, report, &claims, &Arc::new(article), &fancy);
                    }
                    Err(error) => {
                        let message = in_a_line(&error.to_string()).into_owned();
                        trials.push(trial(format!("{}::read", error.path), Some(message)));
                    }
                }
            }
        }
        if !found && only.is_none() {
            let paths: Vec<_> = self
                .articles
                .iter()
                .map(|path| format!("`{}`", path.display()))
                .collect();
            return Err(format!(
                "there is no article in {}: nothing was tested",
                paths.join(", ")
            ));
        }
        if only.is_none() {
            stale_trials(&mut trials, &known, &claims);
        }
        if only.is_none() || sheet_only {
            example_trials(&mut trials, &claims);
        }
        Ok(trials)
    }
}

/// A trial for each claim: failing where a contradiction fails a run, ignored where there is nothing to hold.
fn article_trials(
    trials: &mut Vec<Trial>,
    report: ArticleReport,
    claims: &Arc<ClaimSet>,
    article: &Arc<Article>,
    fancy: &Fancy,
) {
    for verdict in &report.verdicts {
        let name = format!("{}::{}", report.id, claims.claim(verdict.claim).id);
        let ignored = verdict.known || verdict.verdict == Verdict::NotMentioned;
        let message = if contradicted(verdict) {
            failing(verdict, claims, article, fancy)
        } else {
            None
        };
        trials.push(trial(name, message).with_ignored_flag(ignored));
    }
    if !report.checks.is_empty() {
        let fails = Severities::of(report.checks.iter().map(|check| check.severity)).errors > 0;
        let texts = report
            .checks
            .iter()
            .map(|check| fancy.diagnostic(&check.diagnostic(article)));
        let text: Vec<_> = texts.collect();
        trials.push(trial(
            format!("{}::checks", report.id),
            fails.then(|| text.join("\n")),
        ));
    }
}

const fn contradicted(verdict: &ClaimVerdict) -> bool {
    matches!(verdict.verdict, Verdict::Contradicted | Verdict::Conflicting)
}

/// The diagnostics of the contradictions that fail a run; `None` where there is none.
fn failing(verdict: &ClaimVerdict, claims: &ClaimSet, article: &Article, fancy: &Fancy) -> Option<String> {
    let contradictions = verdict
        .findings
        .iter()
        .filter(|finding| finding.judgement == Judgement::Contradicted);
    let severities = Severities::of(contradictions.clone().map(|finding| finding.severity));
    let texts: Vec<_> = contradictions
        .map(|finding| fancy.diagnostic(&finding.diagnostic(claims, article)))
        .collect();
    (severities.errors > 0).then(|| texts.join("\n"))
}

/// A trial that was decided before it runs.
fn trial(name: String, message: Option<String>) -> Trial {
    Trial::test(in_a_line(&name), move || match message {
        Some(message) => Err(Failed::from(message)),
        None => Ok(()),
    })
}

/// A failing trial for each `[[known]]` entry that no longer holds.
fn stale_trials(trials: &mut Vec<Trial>, known: &KnownList<'_>, claims: &ClaimSet) {
    for stale in known.stale() {
        let name = format!(
            "known::{}::{}",
            stale.known.article,
            claims.claim(stale.known.claim).id
        );
        trials.push(trial(name, Some(in_a_line(&stale.message(claims)).into_owned())));
    }
}

/// A trial for each sentence in `supports`, `contradicts` and `silent`.
fn example_trials(trials: &mut Vec<Trial>, claims: &Arc<ClaimSet>) {
    for (index, test) in lint::own_tests(claims).enumerate() {
        let name = format!("{SHEET}::{}", test.name(claims));
        let claims = Arc::clone(claims);
        trials.push(Trial::test(in_a_line(&name), move || {
            own_test(&claims, index).map_err(Failed::from)
        }));
    }
}

/// Runs one of the claims' own sentences; the error shows it in its sheet, and what it was found to say.
fn own_test(claims: &ClaimSet, index: usize) -> Result<(), String> {
    let Some(test) = lint::own_tests(claims).nth(index) else {
        return Ok(());
    };
    test.run(claims, &Checker::new(claims)).map_err(|failure| {
        let fancy = Fancy::plain().verbose(true);
        let found = fancy.article(&failure.report, claims, &failure.article);
        format!("{}\n{found}", fancy.diagnostic(failure.diagnostic()))
    })
}
