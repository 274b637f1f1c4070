//! `corroborate check`: articles held against claims.

use std::io::{self, BufWriter, Write as _};

use corroborate::corpus::Corpus;
use corroborate::{Article, Checker, ClaimSet, CorpusReport, render};
use miette::{GraphicalReportHandler, GraphicalTheme};
use rayon::iter::{IntoParallelIterator as _, ParallelIterator as _};

use super::arguments::{Check, CheckFormat};
use super::{CONSISTENT, CONTRADICTED, UNABLE, complain};

/// Articles that are checked side by side; their reports are written in order.
const BATCH: usize = 256;

/// Checks every article and writes the report.
pub(super) fn run(arguments: &Check) -> io::Result<u8> {
    let claims = match ClaimSet::load_all(&arguments.claims) {
        Ok(claims) => claims,
        Err(error) => {
            let mut text = String::new();
            let _ = GraphicalReportHandler::new_themed(GraphicalTheme::unicode_nocolor())
                .with_links(false)
                .render_report(&mut text, &error);
            write!(anstream::stderr(), "{text}")?;
            return Ok(UNABLE);
        }
    };
    let corpus = Corpus::find(&arguments.articles);
    if corpus.is_empty() {
        complain("there is no article to read");
        return Ok(UNABLE);
    }
    let checker = Checker::new(&claims);
    let mut report = CorpusReport::new(&claims);
    let mut out = BufWriter::new(io::stdout().lock());
    let mut rows = Vec::new();
    let mut unreadable = false;
    let mut articles = corpus.articles().peekable();
    while articles.peek().is_some() {
        let mut batch: Vec<Article> = Vec::new();
        for article in articles.by_ref().take(BATCH) {
            match article {
                Ok(article) => batch.push(article),
                Err(error) => {
                    complain(&error.to_string());
                    unreadable = true;
                }
            }
        }
        let checked: Vec<_> = batch
            .into_par_iter()
            .map(|article| {
                let report = checker.check(&article);
                let row = render::json::article(&report, &claims, &article);
                (report, row)
            })
            .collect();
        for (article, row) in checked {
            report.count(&article);
            match arguments.format {
                CheckFormat::Jsonl => writeln!(out, "{row}")?,
                CheckFormat::Json => rows.push(row),
                CheckFormat::Fancy => {}
            }
        }
    }
    match arguments.format {
        CheckFormat::Jsonl => writeln!(out, "{}", render::json::summary(&report))?,
        CheckFormat::Json => writeln!(out, "{}", render::json::run(&rows, &report))?,
        CheckFormat::Fancy => {}
    }
    out.flush()?;
    Ok(match (unreadable, report.fails()) {
        (true, _) => UNABLE,
        (false, true) => CONTRADICTED,
        (false, false) => CONSISTENT,
    })
}
