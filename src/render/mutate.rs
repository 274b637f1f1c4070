//! The strength of claims: by claim, how many mutants of articles were caught, and those that were not.

use serde_json::{Value as Json, json};

use crate::article::Article;
use crate::claim::{ClaimId, ClaimSet};
use crate::mutate::Mutant;
use crate::text::{in_a_line, shown};

/// The mutants of one claim.
struct Row<'a> {
    claim: ClaimId,
    caught: usize,
    missed: Vec<(&'a Article, &'a Mutant)>,
}

fn rows<'a>(claims: &ClaimSet, found: &'a [(Article, Option<Vec<Mutant>>)]) -> Vec<Row<'a>> {
    let empty = |index| Row {
        claim: ClaimId(index),
        caught: 0,
        missed: Vec::new(),
    };
    let mut rows: Vec<Row<'a>> = (0..claims.claims().len()).map(empty).collect();
    for (article, mutants) in found {
        for mutant in mutants.iter().flatten() {
            let Some(row) = rows.get_mut(mutant.claim.0) else {
                continue;
            };
            if mutant.caught {
                row.caught += 1;
            } else {
                row.missed.push((article, mutant));
            }
        }
    }
    rows.retain(|row| row.caught + row.missed.len() > 0);
    rows
}

/// For people.
#[must_use]
pub fn text(claims: &ClaimSet, found: &[(Article, Option<Vec<Mutant>>)]) -> String {
    let rows = rows(claims, found);
    let id = |row: &Row<'_>| claims.claim(row.claim).id.clone();
    let width = rows
        .iter()
        .map(|row| id(row).chars().count())
        .max()
        .unwrap_or_default();
    let mut out = String::new();
    let (mut caught, mut total) = (0, 0);
    let weak = weak(found);
    for row in &rows {
        let all = row.caught + row.missed.len();
        caught += row.caught;
        total += all;
        out.push_str(&format!(
            "{:width$}  {:3} of {all:3} caught\n",
            id(row),
            row.caught
        ));
        for (article, mutant) in &row.missed {
            let at = article.lines().position(article.source(), mutant.span.start);
            let path = article.path.as_deref().unwrap_or(&article.id);
            let (was, now) = (flat(&mutant.was), flat(&mutant.now));
            let place = format!("{}:{}:{}", in_a_line(path), at.line, at.column);
            out.push_str(&format!("  missed  {place}  {was} \u{2192} {now}\n"));
            out.push_str(&format!("          {}\n", why(claims, mutant)));
        }
    }
    let left_out = found.iter().filter(|(_, mutants)| mutants.is_none()).count();
    let used = found.len() - left_out;
    out.push_str(&format!(
        "\nresult: {caught} of {total} mutants caught ({}), of {used} {}",
        share(caught, total),
        if used == 1 { "article" } else { "articles" },
    ));
    if weak.1 > 0 {
        let (firm, all) = (caught - weak.0, total - weak.1);
        out.push_str(&format!(
            "\n  names without `kind`, which only the place beside a cue tells: {} of {} caught; all others: {firm} of {all} ({})",
            weak.0,
            weak.1,
            share(firm, all)
        ));
    }
    if left_out > 0 {
        out.push_str(&format!(
            "\n  {left_out} left out: they contradict a claim as they are"
        ));
    }
    out.push('\n');
    shown(&out).into_owned()
}

/// Of the mutants that the sheet cannot tell by itself, how many were caught and how many there are.
fn weak(found: &[(Article, Option<Vec<Mutant>>)]) -> (usize, usize) {
    let all = found.iter().flat_map(|(_, mutants)| mutants.iter().flatten());
    let weak = all.filter(|mutant| !mutant.is_catchable);
    weak.fold((0, 0), |(caught, all), mutant| {
        (caught + usize::from(mutant.caught), all + 1)
    })
}

/// As data.
#[must_use]
pub fn json(claims: &ClaimSet, found: &[(Article, Option<Vec<Mutant>>)]) -> Json {
    let rows = rows(claims, found);
    let caught: usize = rows.iter().map(|row| row.caught).sum();
    let missed: usize = rows.iter().map(|row| row.missed.len()).sum();
    let row = |row: &Row<'_>| {
        let missed: Vec<Json> = row
            .missed
            .iter()
            .map(|(article, mutant)| {
                let at = article.lines().position(article.source(), mutant.span.start);
                json!({
                    "article": article.id, "was": mutant.was, "now": mutant.now, "why": why(claims, mutant),
                    "span": { "start": mutant.span.start, "end": mutant.span.end, "line": at.line, "column": at.column },
                })
            })
            .collect();
        json!({ "claim": claims.claim(row.claim).id, "caught": row.caught, "missed": missed })
    };
    let left_out: Vec<&str> = found
        .iter()
        .filter(|(_, mutants)| mutants.is_none())
        .map(|(article, _)| article.id.as_str())
        .collect();
    json!({
        "claims": rows.iter().map(row).collect::<Vec<_>>(),
        "summary": { "articles": found.len() - left_out.len(), "left_out": left_out, "mutants": caught + missed, "caught": caught },
    })
}

/// Why a mutant was missed.
fn why(claims: &ClaimSet, mutant: &Mutant) -> String {
    match &mutant.weighed {
        Some(one) => super::explain::outcome(claims, one),
        None => "not weighed: neither unit, kind nor place makes it a value of the claim".to_owned(),
    }
}

fn share(part: usize, whole: usize) -> String {
    if whole == 0 {
        return "none".to_owned();
    }
    format!("{:.1} %", 100.0 * part as f64 / whole as f64)
}

fn flat(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
