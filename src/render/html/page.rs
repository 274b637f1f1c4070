//! The frame of the page: head, summary, the parts in order.

use std::io::{self, Write};

use maud::{DOCTYPE, Markup, PreEscaped, html};

use super::{Html, claims, legal, matrix};
use crate::report::{CorpusReport, Summary};

/// Nothing is loaded and nothing runs; only the styles in the page hold.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";
const STYLE: &str = include_str!("page.css");

/// Writes the page. The articles, its largest part, are not copied once more.
pub(super) fn write(page: &Html<'_>, run: &CorpusReport, out: &mut dyn Write) -> io::Result<()> {
    let title = title(page);
    let head = html! {
        head {
            meta charset="utf-8";
            meta name="viewport" content="width=device-width, initial-scale=1";
            meta name="color-scheme" content="light dark";
            meta http-equiv="Content-Security-Policy" content=(POLICY);
            meta name="generator" content="corroborate";
            meta name="robots" content="noindex";
            title { (title) }
            style { (PreEscaped(STYLE)) }
        }
    };
    write!(
        out,
        "{}<html lang=\"en\">{}<body>",
        DOCTYPE.into_string(),
        legal(head)
    )?;
    let top = html! {
        a.skip href=(if page.issues > 0 { "#settle" } else { "#articles" }) { "Skip the matrix" }
        header.top {
            p.kicker { "corroborate" }
            h1 { (title) }
            (lede(page, run.summary))
        }
    };
    write!(out, "{}<main>{}", legal(top), legal(matrix::section(page, run)))?;
    out.write_all(legal(troubles(run)).as_bytes())?;
    if page.issues > 0 {
        let count = page.issues;
        write!(
            out,
            "<section id=\"settle\" aria-labelledby=\"settle-title\"><h2 id=\"settle-title\">To settle \
             <small>{count}</small></h2><ol>{}</ol></section>",
            page.settle
        )?;
    }
    write!(
        out,
        "<section id=\"articles\" aria-labelledby=\"articles-title\"><h2 id=\"articles-title\">The articles</h2>{}</section>",
        page.articles
    )?;
    // The last of the links from one thing to settle to the next leads here.
    write!(out, "<span id=\"i{}\"></span>", page.issues + 1)?;
    writeln!(out, "{}</main></body></html>", legal(claims::section(page, run)))
}

/// The titles of the sheets.
fn title(page: &Html<'_>) -> String {
    let titles = page
        .claims
        .sheets()
        .iter()
        .filter_map(|sheet| sheet.title.as_deref());
    let titles: Vec<_> = titles.collect();
    if titles.is_empty() {
        "A report on claims and articles".to_owned()
    } else {
        titles.join(" · ")
    }
}

fn count(number: usize, one: &str, many: &str) -> String {
    format!("{number} {}", if number == 1 { one } else { many })
}

/// The run in two sentences.
fn lede(page: &Html<'_>, summary: Summary) -> Markup {
    html! {
        p.lede {
            (count(summary.articles, "article", "articles")) " held against "
            (count(summary.claims, "claim", "claims")) ". "
            @if page.issues == 0 {
                "Nothing contradicts them."
            } @else {
                b { (count(page.issues, "thing", "things")) " to settle" } ": "
                (count(summary.errors, "error", "errors")) ", " (count(summary.warnings, "warning", "warnings")) "."
            }
        }
    }
}

/// What kept the run from being done in full.
fn troubles(run: &CorpusReport) -> Markup {
    html! {
        @if !run.troubles.is_empty() {
            section.troubles aria-label="troubles" {
                @for trouble in &run.troubles { p { (trouble.message) } }
            }
        }
    }
}
