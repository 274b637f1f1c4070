//! `corroborate mutate`: how many changes of what articles rightly state the claims catch.

use std::io::{self, BufWriter, Write};

use corroborate::mutate::{self, Mutant};
use corroborate::render::{fancy::Fancy, mutate as view};
use corroborate::{Article, Checker};
use rayon::iter::{IntoParallelIterator as _, ParallelIterator as _};

use super::arguments::{Mutate, TextFormat};
use super::{CONSISTENT, UNABLE, complain};

/// Changes every article that agrees with the claims, and writes what was caught and what was missed.
pub(super) fn run(arguments: &Mutate) -> io::Result<u8> {
    let Some(claims) = super::load(&arguments.claims, &Fancy::coloured())? else {
        return Ok(UNABLE);
    };
    let Some(corpus) = super::find(&arguments.articles) else {
        return Ok(UNABLE);
    };
    let mut status = CONSISTENT;
    let mut articles: Vec<Article> = Vec::new();
    for article in corpus.articles() {
        match article {
            Ok(article) => articles.push(article),
            Err(error) => {
                complain(&error.to_string());
                status = UNABLE;
            }
        }
    }
    let checker = Checker::new(&claims);
    let found: Vec<(Article, Option<Vec<Mutant>>)> = articles
        .into_par_iter()
        .map(|article| {
            let mutants = mutate::mutants(&claims, &checker, &article);
            (article, mutants)
        })
        .collect();
    let mut out = BufWriter::new(anstream::stdout().lock());
    match arguments.format {
        TextFormat::Text => write!(out, "{}", view::text(&claims, &found))?,
        TextFormat::Json => writeln!(out, "{}", view::json(&claims, &found))?,
    }
    out.flush()?;
    Ok(status)
}
