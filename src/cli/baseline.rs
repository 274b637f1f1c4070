//! `corroborate check --write-baseline`: the contradictions of today, listed so that they are let pass.

use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use corroborate::baseline::Baseline;
use corroborate::corpus::Corpus;
use corroborate::report::KnownList;
use corroborate::{Checker, ClaimSet};

use super::arguments::Check;
use super::atomic::{self, AtomicFile};
use super::gate::{article_name, baseline_file};
use super::settings::Project;
use super::{CONSISTENT, UNABLE, complain, pass};

/// The file where none is named.
const FILE: &str = "corroborate-baseline.json";

/// Checks every article, and writes what contradicts a claim into the baseline.
pub(super) fn write(
    arguments: &Check,
    project: &Project,
    claims: &ClaimSet,
    corpus: &Corpus,
    mut known: KnownList<'_>,
) -> io::Result<u8> {
    let named = baseline_file(&arguments.gate, project);
    let file: PathBuf = named.clone().unwrap_or_else(|| project.root.join(FILE));
    let checker = Checker::new(claims);
    let mut status = CONSISTENT;
    let mut baseline = Baseline::default();
    let check = |article| checker.check(&article);
    pass::over(corpus, check, |report| {
        match report {
            Ok(mut report) => {
                known.apply(&mut report);
                baseline.add(&report, claims, &article_name(&report, project));
            }
            Err(error) => {
                complain(&error.to_string());
                status = UNABLE;
            }
        }
        Ok(())
    })?;
    let written = AtomicFile::create(&file).and_then(|mut out| {
        out.write_all(baseline.to_json().as_bytes())?;
        out.finish()
    });
    written.map_err(|error| atomic::named(&file, &error))?;
    let count = match baseline.len() {
        1 => "1 contradiction is".to_owned(),
        count => format!("{count} contradictions are"),
    };
    complain(&format!(
        "{count} listed in `{}`, and let pass from now on",
        file.display()
    ));
    if named.is_none() {
        let file = file.file_name().map_or_else(
            || file.display().to_string(),
            |it| Path::new(it).display().to_string(),
        );
        complain(&format!(
            "check with --baseline {file}, or set `baseline = \"{file}\"` in corroborate.toml"
        ));
    }
    Ok(status)
}
