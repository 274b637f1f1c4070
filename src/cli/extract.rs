//! `corroborate extract`: mentions as JSON Lines.

use std::io::{self, Write as _};

use corroborate::corpus::Corpus;
use corroborate::render;

use super::arguments::{Extract, ExtractFormat};
use super::{CONSISTENT, UNABLE, complain, standard};

/// Prints what every article says.
pub(super) fn run(arguments: &Extract) -> io::Result<u8> {
    let ExtractFormat::Jsonl = arguments.format;
    let corpus = Corpus::find(&arguments.articles);
    if corpus.is_empty() {
        complain("there is no article to read");
        return Ok(UNABLE);
    }
    let mut out = standard::plain();
    let mut status = CONSISTENT;
    for article in corpus.articles() {
        match article {
            Ok(article) => {
                for mention in corroborate::extract(&article) {
                    writeln!(out, "{}", render::extract::line(&article, &mention))?;
                }
            }
            Err(error) => {
                complain(&error.to_string());
                status = UNABLE;
            }
        }
    }
    out.flush()?;
    Ok(status)
}
