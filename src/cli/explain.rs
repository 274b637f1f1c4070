//! `corroborate explain`: why a claim met with what it met with.

use std::io::{self, Write as _};

use corroborate::render::{explain, fancy::Fancy, written};
use corroborate::{Checker, ClaimSet};

use super::arguments::{Explain, TextFormat};
use super::settings::Project;
use super::{CONSISTENT, UNABLE, complain, standard};

/// Tells, for each article, all that was weighed for the claim.
pub(super) fn run(arguments: &Explain, project: &Project) -> io::Result<u8> {
    let fancy = Fancy::coloured();
    let Some(claims) = super::load(&project.claims(&arguments.claims.claims), &fancy) else {
        return Ok(UNABLE);
    };
    let Some(claim) = claims.find(&arguments.claim) else {
        complain(&unknown(&claims, &arguments.claim));
        return Ok(UNABLE);
    };
    let Some(corpus) = super::find(&arguments.articles) else {
        return Ok(UNABLE);
    };
    let checker = Checker::new(&claims);
    let mut out = standard::out();
    let mut status = CONSISTENT;
    for (index, article) in corpus.articles().enumerate() {
        let article = match article {
            Ok(article) => article,
            Err(error) => {
                complain(&error.to_string());
                status = UNABLE;
                continue;
            }
        };
        let (report, considered) = (checker.check(&article), checker.explain(&article, claim));
        match arguments.format {
            TextFormat::Json => {
                writeln!(
                    out,
                    "{}",
                    written::json(&explain::json(&claims, claim, &article, &report, &considered))
                )?;
            }
            TextFormat::Text => {
                let mentions = corroborate::extract(&article);
                let blank = if index > 0 { "\n" } else { "" };
                write!(
                    out,
                    "{blank}{}",
                    explain::text(&claims, claim, &article, &report, &considered, &mentions)
                )?;
            }
        }
    }
    out.flush()?;
    Ok(status)
}

/// What is said of a claim that does not exist: the ids that have a word of it, or all of them.
fn unknown(claims: &ClaimSet, id: &str) -> String {
    let ids = || claims.claims().iter().map(|claim| claim.id.as_str());
    let key = id.rsplit('.').next().unwrap_or(id);
    let near: Vec<&str> = ids()
        .filter(|known| !key.is_empty() && known.contains(key))
        .collect();
    match near.as_slice() {
        [] => format!(
            "there is no claim `{id}`; the claims are {}",
            ids().collect::<Vec<_>>().join(", ")
        ),
        near => format!("there is no claim `{id}`: did you mean {}?", near.join(", ")),
    }
}
