//! `corroborate check`: articles held against claims.

use std::io;

use corroborate::corpus::{self, Corpus};
use corroborate::render::Checked;
use corroborate::report::{ArticleReport, KnownList, Trouble, TroubleKind};
use corroborate::unlinked;
use corroborate::{Article, Checker, ClaimSet, CorpusReport};

use super::arguments::Check;
use super::gate::Gate;
use super::output::{self, Outputs};
use super::settings::Project;
use super::{CONSISTENT, CONTRADICTED, UNABLE, baseline, complain, pass};

/// Checks every article and writes the report.
pub(super) fn run(arguments: &Check, project: &Project) -> io::Result<u8> {
    let targets = match project.output(&arguments.output).targets() {
        Ok(targets) => targets,
        Err(message) => {
            complain(&message);
            return Ok(UNABLE);
        }
    };
    let sheets = project.claims(&arguments.inputs.claims.claims);
    let Some(claims) = super::load(&sheets, &output::fancy(false)) else {
        return Ok(UNABLE);
    };
    let Some(corpus) = project.corpus(&arguments.inputs) else {
        return Ok(UNABLE);
    };
    let known = KnownList::new(&claims, arguments.today.unwrap_or_else(corpus::today));
    if arguments.gate.write_baseline {
        return baseline::write(arguments, project, &claims, &corpus, known);
    }
    let Some(gate) = Gate::new(&arguments.gate, project) else {
        return Ok(UNABLE);
    };
    let mut run = Run {
        project,
        known,
        gate,
        report: CorpusReport::new(&claims),
        claims: &claims,
        outputs: Outputs::new(&targets, &claims, arguments.verbose)?,
        unlinked: arguments.unlinked,
    };
    run.all(&corpus, &Checker::new(&claims))?;
    run.finish()
}

/// A run in progress.
struct Run<'c> {
    claims: &'c ClaimSet,
    project: &'c Project,
    known: KnownList<'c>,
    gate: Gate,
    report: CorpusReport,
    outputs: Outputs<'c>,
    /// Whether to tell what the articles state that no claim speaks of.
    unlinked: bool,
}

impl Run<'_> {
    /// Checks every article, and tells of each in order.
    fn all(&mut self, corpus: &Corpus, checker: &Checker<'_>) -> io::Result<()> {
        let work = |article: Article| (checker.check(&article), article);
        pass::over(corpus, work, |checked| match checked {
            Ok((report, article)) => self.one(report, &article),
            Err(error) => {
                complain(&error.to_string());
                self.report.troubles.push(Trouble {
                    about: error.path.clone(),
                    message: error.to_string(),
                    kind: TroubleKind::Unreadable,
                });
                Ok(())
            }
        })
    }

    fn one(&mut self, mut report: ArticleReport, article: &Article) -> io::Result<()> {
        self.known.apply(&mut report);
        self.gate
            .apply(&mut report, self.claims, self.project, &mut self.report);
        self.report.count(&report);
        let unlinked = self.unlinked.then(|| unlinked::unlinked(&report, article));
        let mut checked = Checked::new(article, &report);
        checked.unlinked = unlinked.as_deref();
        self.outputs.article(&checked)
    }

    /// Writes what comes after the articles, and says how the run ended.
    fn finish(mut self) -> io::Result<u8> {
        let stale = self.known.stale().map(|stale| Trouble {
            about: stale.known.article.clone(),
            message: stale.message(self.claims),
            kind: TroubleKind::Stale,
        });
        self.report.troubles.extend(stale);
        self.outputs.finish(&self.report)?;
        for trouble in &self.report.troubles {
            // What cannot be read was told of when it was met with.
            if trouble.kind != TroubleKind::Unreadable {
                complain(&trouble.message);
            }
        }
        if let Some(remark) = self.gate.remark() {
            complain(&remark);
        }
        Ok(if self.report.is_partial() {
            UNABLE
        } else if self.report.fails() {
            CONTRADICTED
        } else {
            CONSISTENT
        })
    }
}
