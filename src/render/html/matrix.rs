//! The matrix: a row for each article, a column for each claim, a sign and a colour for each verdict. The scores stand on the
//! near edges, above and left, where they are seen however long and wide the matrix is.

use maud::{Markup, html};

use super::{Cell, Html, Row};
use crate::report::{ClaimTally, CorpusReport, Verdict};

/// More columns than this are drawn narrower.
const MANY: usize = 24;

/// The matrix with its key.
pub(super) fn section(page: &Html<'_>, run: &CorpusReport) -> Markup {
    // A column that says nothing is not drawn: its claim is named below. What is disputed comes first, in both
    // directions; the rest stands in the order of the sheets and of the corpus.
    let is_disputed = |tally: &ClaimTally| tally.contradicted + tally.conflicting > 0;
    let columns = run
        .claims
        .iter()
        .enumerate()
        .filter(|(_, tally)| mentioned(tally) > 0);
    let (disputed, agreed): (Vec<_>, Vec<_>) = columns.partition(|(_, tally)| is_disputed(tally));
    let shown: Vec<usize> = disputed.iter().chain(&agreed).map(|(claim, _)| *claim).collect();
    let (open, settled): (Vec<_>, Vec<_>) = page.rows.iter().enumerate().partition(|(_, row)| row.is_open);
    let many = (shown.len() > MANY).then_some("many");
    html! {
        section #matrix class=[many] aria-labelledby="matrix-title" {
            h2 #matrix-title { "Articles by claims" }
            (key())
            @if !shown.is_empty() {
                div.scroll tabindex="0" role="region" aria-labelledby="matrix-title" {
                    table {
                        (head(page, run, &shown))
                        tbody {
                            @for (number, row) in open.iter().chain(&settled) { (line(page, *number, row, &shown)) }
                        }
                    }
                }
            }
            @if shown.len() < run.claims.len() { (idle(run)) }
        }
    }
}

/// What the signs mean.
fn key() -> Markup {
    let cell = |verdict, known| Cell { verdict, known };
    let cells = [
        cell(Verdict::Supported, false),
        cell(Verdict::Compatible, false),
        cell(Verdict::Conflicting, false),
        cell(Verdict::Contradicted, false),
        cell(Verdict::Contradicted, true),
        cell(Verdict::NotMentioned, false),
    ];
    html! {
        div.tools {
            ul.key {
                @for cell in cells {
                    li {
                        span class={ "cell " (cell.class()) } aria-hidden="true" { (cell.sign()) }
                        " " (if cell.known { "known" } else { cell.verdict.name() })
                    }
                }
            }
            label { input #only type="checkbox"; " only what there is to settle" }
        }
    }
}

fn head(page: &Html<'_>, run: &CorpusReport, shown: &[usize]) -> Markup {
    html! {
        thead {
            tr {
                th.name scope="col" { "article" }
                th.score scope="col" { "score" }
                @for &claim in shown {
                    th.claim scope="col" {
                        a href={ "#c" (claim) } { span { (page.claims.claims().get(claim).map_or("", |claim| &claim.id)) } }
                    }
                }
            }
            tr.edge {
                th.name scope="row" { "agreement" }
                td.score {}
                @for &claim in shown {
                    @if let Some(tally) = run.claims.get(claim) { (agreement(tally)) }
                }
            }
        }
    }
}

/// The share of the articles that agree with a claim, of those that mention it; a conflicting one counts half.
fn agreement(tally: &ClaimTally) -> Markup {
    let mentioned = mentioned(tally);
    let half = |count: usize| count as f64 / 2.0;
    let agreeing = (tally.supported + tally.compatible) as f64 + half(tally.conflicting);
    let share = agreeing / mentioned.max(1) as f64;
    html! {
        td class=[(share < 1.0).then_some("low")] title={ "agreement " (format!("{share:.2}")) " of " (mentioned) } {
            (meter(share))
            @if share < 1.0 { span { (short(share)) } }
        }
    }
}

/// A share as a bar from below.
fn meter(share: f64) -> Markup {
    html! { i.meter aria-hidden="true" style={ "--v:" (format!("{share:.2}")) } {} }
}

/// A share in three letters.
fn short(share: f64) -> String {
    let said = format!("{share:.2}");
    said.strip_prefix('0')
        .map_or_else(|| "1".to_owned(), ToOwned::to_owned)
}

fn line(page: &Html<'_>, number: usize, row: &Row, shown: &[usize]) -> Markup {
    html! {
        tr class=[(!row.is_open).then_some("settled")] {
            th.name scope="row" {
                a href={ "#a" (number) } { (row.name) }
                @if !row.about.is_empty() { small { (row.about) } }
            }
            @match row.score {
                Some(score) => {
                    td class={ "score" (if score < 1.0 { " low" } else { "" }) } {
                        (meter(score)) span { (format!("{score:.2}")) }
                    }
                },
                None => td.score { "–" },
            }
            @for &claim in shown {
                @match row.cells.get(claim) {
                    Some(cell) if cell.verdict != Verdict::NotMentioned => td {
                        a href={ "#a" (number) "c" (claim) } class={ "cell " (cell.class()) } title=(label(page, claim, *cell))
                            aria-label=(label(page, claim, *cell)) { (cell.sign()) }
                    },
                    _ => td { "·" },
                }
            }
        }
    }
}

fn label(page: &Html<'_>, claim: usize, cell: Cell) -> String {
    let id = page
        .claims
        .claims()
        .get(claim)
        .map_or("", |claim| claim.id.as_str());
    let known = if cell.known { ", known" } else { "" };
    format!("{id}: {}{known}", cell.verdict.name())
}

fn idle(run: &CorpusReport) -> Markup {
    let idle = run
        .claims
        .iter()
        .enumerate()
        .filter(|(_, tally)| mentioned(tally) == 0);
    html! {
        p.idle {
            "Not mentioned in any article: "
            @for (index, (claim, tally)) in idle.enumerate() {
                @if index > 0 { ", " }
                a href={ "#c" (claim) } { (tally.claim) }
            }
            "."
        }
    }
}

const fn mentioned(tally: &ClaimTally) -> usize {
    tally.supported + tally.compatible + tally.conflicting + tally.contradicted
}
