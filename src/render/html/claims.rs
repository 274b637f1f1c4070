//! The claims on the page: what each states, where it comes from, and how the articles stand to it.

use maud::{Markup, html};

use super::{Html, Row};
use crate::claim::Claim;
use crate::render::link;
use crate::render::truth::statement;
use crate::report::{ClaimTally, CorpusReport, Verdict};

/// All claims.
pub(super) fn section(page: &Html<'_>, run: &CorpusReport) -> Markup {
    // One pass over the matrix gathers, for each claim, the articles that speak against it.
    let mut against: Vec<Vec<usize>> = vec![Vec::new(); page.claims.claims().len()];
    for (number, row) in page.rows.iter().enumerate() {
        for (cell, articles) in row.cells.iter().zip(&mut against) {
            if matches!(cell.verdict, Verdict::Contradicted | Verdict::Conflicting) {
                articles.push(number);
            }
        }
    }
    let claims = page.claims.claims().iter().zip(&run.claims).zip(&against);
    html! {
        section #claims aria-labelledby="claims-title" {
            h2 #claims-title { "The claims" }
            @for (number, ((claim, tally), against)) in claims.enumerate() {
                (self::claim(page, number, claim, tally, against))
            }
        }
    }
}

fn claim(page: &Html<'_>, number: usize, claim: &Claim, tally: &ClaimTally, against: &[usize]) -> Markup {
    let sheet = page.claims.sheets().get(claim.place.sheet);
    html! {
        div.fact id={ "c" (number) } {
            h3 { (claim.id) }
            p { (statement(page.claims, claim)) }
            p.about {
                @if !claim.source.is_empty() { cite { (sources(claim)) } }
                @if let Some(sheet) = sheet {
                    span.path { (sheet.path) ":" (sheet.excerpt().position(claim.place.span.start).line) }
                }
                span { (told(tally)) }
            }
            (bar(tally))
            @if !against.is_empty() {
                p.against {
                    "Not so in "
                    @for (index, &article) in against.iter().enumerate() {
                        @if index > 0 { ", " }
                        a href={ "#a" (article) "c" (number) } { (page.rows.get(article).map_or("", Row::name)) }
                    }
                }
            }
        }
    }
}

impl Row {
    fn name(&self) -> &str {
        &self.name
    }
}

/// How many articles say what of a claim, in words.
fn told(tally: &ClaimTally) -> String {
    let counts = [
        (tally.supported, "supported"),
        (tally.compatible, "compatible"),
        (tally.conflicting, "conflicting"),
        (tally.contradicted, "contradicted"),
    ];
    let told: Vec<_> = counts
        .iter()
        .filter(|(count, _)| *count > 0)
        .map(|(count, word)| format!("{count} {word}"))
        .collect();
    if told.is_empty() {
        "mentioned nowhere".to_owned()
    } else {
        told.join(", ")
    }
}

/// The same as a bar.
fn bar(tally: &ClaimTally) -> Markup {
    let parts = [
        (tally.supported, "yes"),
        (tally.compatible, "near"),
        (tally.conflicting, "split"),
        (tally.contradicted, "no"),
    ];
    html! {
        @if parts.iter().any(|(count, _)| *count > 0) {
            div.bar aria-hidden="true" {
                @for (count, class) in parts {
                    @if count > 0 { i class=(class) style={ "flex-grow:" (count) } {} }
                }
            }
        }
    }
}

/// The sources of a claim; those that are addresses of the web are links.
pub(super) fn sources(claim: &Claim) -> Markup {
    html! {
        @for (index, source) in claim.source.iter().enumerate() {
            @if index > 0 { ", " }
            @match link(source) {
                Some(url) => a href=(url) rel="noreferrer" { (source) },
                None => (source),
            }
        }
    }
}
