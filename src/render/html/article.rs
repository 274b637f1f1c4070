//! An article on the page: its text with the words marked, and beside each paragraph the notes on what it says.

use maud::{Markup, html};

use super::marks::{Layer, Mark, Marks};
use super::{Html, class, legal, sign};
use crate::article::{Article, Block, BlockKind};
use crate::claim::{Claim, ClaimSet};
use crate::render::truth::{statement, topic, truth};
use crate::render::{Checked, link};
use crate::report::{CheckFinding, ClaimVerdict, Evidence, Finding, Judgement, Role, Verdict};
use crate::text::Span;

/// Something to be said beside the text.
struct Note<'a> {
    what: What<'a>,
    /// Where it stands in the text.
    span: Span,
    /// Its own id, which cells of the matrix lead to.
    id: String,
    /// The id of its words.
    mark: String,
    /// Which of the things to settle it is.
    issue: Option<usize>,
}

enum What<'a> {
    Claim(&'a Finding, &'a ClaimVerdict),
    Check(&'a CheckFinding),
}

/// Adds an article to the page, and to the list of what there is to settle.
pub(super) fn section(page: &mut Html<'_>, checked: &Checked<'_>) {
    let (report, article) = (checked.report, checked.article);
    let number = page.rows.len();
    let mut notes = notes(number, checked);
    for note in &mut notes {
        let is_issue = match &note.what {
            What::Claim(finding, verdict) => finding.judgement == Judgement::Contradicted && !verdict.known,
            What::Check(_) => true,
        };
        if is_issue {
            page.issues += 1;
            note.issue = Some(page.issues);
        }
    }
    let is_open = notes.iter().any(|note| note.issue.is_some());
    let marks = marks(article, &notes);
    let mut marks = Marks::new(&marks);
    let mut rest = notes.as_slice();
    let name = article.title.as_deref().unwrap_or(&report.id);
    let rows: Vec<_> = article
        .blocks()
        .iter()
        .map(|block| {
            let here = rest.partition_point(|note| note.span.start < block.span.end);
            let (beside, after) = rest.split_at(here);
            rest = after;
            paragraph(page.claims, article, block, &mut marks, beside, name)
        })
        .collect();
    let markup = html! {
        article id={ "a" (number) } class=[(!is_open).then_some("settled")] {
            header {
                h3 { (name) }
                (about(checked))
            }
            @for row in &rows { (row) }
            // What no block holds is not lost.
            @if !rest.is_empty() {
                div.row { div {} aside { @for note in rest { (note.markup(page.claims, article)) } } }
            }
            p.back { a href="#matrix" { "↑ back to the matrix" } }
        }
    };
    page.articles.push_str(&legal(markup));
    for note in &notes {
        if note.issue.is_some() {
            let settle = super::settle::item(page.claims, name, note_words(&note.what), &note.id);
            page.settle.push_str(&legal(settle));
        }
    }
}

/// Outlet, day, place and score.
fn about(checked: &Checked<'_>) -> Markup {
    let (report, article) = (checked.report, checked.article);
    let place = checked.place();
    html! { p.about {
        @if let Some(outlet) = &article.outlet { span { (outlet) } }
        @if let Some(day) = report.published { time datetime=(day) { (day) } }
        @match article.url.as_deref().and_then(link) {
            Some(url) => a href=(url) rel="noreferrer" { (place) },
            None => span.path { (place) },
        }
        @match report.score {
            Some(score) => span { "score " b { (format!("{score:.2}")) } },
            None => span { "mentions no claim" },
        }
        span { "mentions " (format!("{:.0}", report.coverage * 100.0)) " % of the claims" }
    } }
}

/// The notes on an article, in the order of its text.
fn notes<'a>(number: usize, checked: &Checked<'a>) -> Vec<Note<'a>> {
    let report = checked.report;
    let mut notes: Vec<Note<'a>> = Vec::new();
    for verdict in &report.verdicts {
        // A cell leads to what is wrong, where something is.
        let wrong = verdict
            .findings
            .iter()
            .position(|finding| finding.judgement == Judgement::Contradicted);
        for (index, finding) in verdict.findings.iter().enumerate() {
            let cell = format!("a{number}c{}", verdict.claim.0);
            let id = if index == wrong.unwrap_or_default() {
                cell
            } else {
                format!("{cell}-{index}")
            };
            notes.push(Note {
                mark: format!("m-{id}"),
                id,
                what: What::Claim(finding, verdict),
                span: checked.article.in_text(finding.span),
                issue: None,
            });
        }
    }
    for (index, check) in report.checks.iter().enumerate() {
        let id = format!("a{number}k{index}");
        notes.push(Note {
            mark: format!("m-{id}"),
            id,
            what: What::Check(check),
            span: checked.article.in_text(check.span),
            issue: None,
        });
    }
    notes.sort_by_key(|note| note.span);
    notes
}

fn marks(article: &Article, notes: &[Note<'_>]) -> Vec<Mark> {
    let mut marks = Vec::new();
    let because = |span: Span| Mark {
        span: article.in_text(span),
        layer: Layer::Evidence,
        ids: None,
    };
    for note in notes {
        let layer = match &note.what {
            What::Check(_) => Layer::Check,
            What::Claim(finding, verdict) => match finding.judgement {
                Judgement::Supported => Layer::Yes,
                Judgement::Compatible => Layer::Near,
                Judgement::Contradicted if verdict.known => Layer::Known,
                Judgement::Contradicted => Layer::No,
                Judgement::Spelling => Layer::Spell,
            },
        };
        marks.push(Mark {
            span: note.span,
            layer,
            ids: Some((note.mark.clone(), note.id.clone())),
        });
        match &note.what {
            What::Claim(finding, _) => marks.extend(finding.evidence.iter().map(|it| because(it.span))),
            What::Check(check) => marks.extend(check.others.iter().map(|(span, _)| because(*span))),
        }
    }
    marks
}

/// A block of the text, and beside it the notes on its words.
fn paragraph(
    claims: &ClaimSet,
    article: &Article,
    block: &Block,
    marks: &mut Marks<'_>,
    notes: &[Note<'_>],
    name: &str,
) -> Markup {
    let text = article.text();
    let words = marks.block(text, block.span);
    // The title of the article stands above it already.
    if notes.is_empty() && matches!(block.kind, BlockKind::Heading(_)) && block.span.of(text).trim() == name {
        return html! {};
    }
    html! {
        div.row {
            @match block.kind {
                BlockKind::Heading(_) => h4 { (words) },
                BlockKind::Quote => blockquote { (words) },
                BlockKind::Code => pre { (words) },
                BlockKind::Item => p.item { (words) },
                BlockKind::Row => p.cells { (words) },
                BlockKind::Paragraph => p { (words) },
            }
            @if !notes.is_empty() {
                aside { @for note in notes { (note.markup(claims, article)) } }
            }
        }
    }
}

/// What is said of a thing to settle: its sign, the article's words, what should stand there, and the claim or check.
fn note_words<'a>(what: &What<'a>) -> super::settle::Words<'a> {
    match what {
        What::Claim(finding, verdict) => super::settle::Words {
            is_split: verdict.verdict == Verdict::Conflicting,
            severity: finding.severity,
            quote: &finding.quote,
            expected: Some(&finding.expected),
            message: &finding.message,
            claim: Some(finding.claim),
            check: "",
        },
        What::Check(check) => super::settle::Words {
            is_split: false,
            severity: check.severity,
            quote: &check.quote,
            expected: None,
            message: &check.message,
            claim: None,
            check: check.check.name(),
        },
    }
}

impl Note<'_> {
    fn markup(&self, claims: &ClaimSet, article: &Article) -> Markup {
        match &self.what {
            What::Check(check) => self.loud(
                "check",
                "!",
                check.check.name(),
                html! {
                    p.says { (check.message) }
                    p.why { (check.help) }
                },
            ),
            What::Claim(finding, verdict) => {
                let Some(claim) = claims.claims().get(finding.claim.0) else {
                    return html! {};
                };
                let class = class(finding.judgement, verdict.known);
                match finding.judgement {
                    Judgement::Contradicted => {
                        let word = match verdict.verdict {
                            _ if verdict.known => "known",
                            Verdict::Conflicting => "contradicted here, supported elsewhere",
                            _ => "contradicted",
                        };
                        self.loud(class, sign(finding.judgement), word, html! {
                            p.says { "says " q { (words(article, finding.span)) } ", should be " b { (finding.expected) } }
                            (reasons(claims, claim, finding))
                        })
                    }
                    Judgement::Supported | Judgement::Compatible | Judgement::Spelling => html! {
                        details id=(self.id) class={ "note " (class) } {
                            summary {
                                span.sign { (sign(finding.judgement)) } " " (topic(claim)) " "
                                q { (words(article, finding.span)) }
                                span.sr { ", " (finding.judgement.name()) }
                            }
                            p.says { (finding.message) }
                            (reasons(claims, claim, finding))
                            p.ways { a href={ "#" (self.mark) } { "the words" } }
                        }
                    },
                }
            }
        }
    }

    /// A note that is not to be overlooked.
    fn loud(&self, class: &str, sign: &str, word: &str, body: Markup) -> Markup {
        html! {
            div id=(self.id) class={ "note loud " (class) } role="note" {
                @if let Some(issue) = self.issue { span id={ "i" (issue) } {} }
                p.what { span.sign { (sign) } " " (word) }
                (body)
                p.ways {
                    a href={ "#" (self.mark) } { "the words" }
                    @if let Some(issue) = self.issue {
                        @if issue > 1 { a href={ "#i" (issue - 1) } { "← previous" } }
                        a href={ "#i" (issue + 1) } { "next →" }
                    }
                }
            }
        }
    }
}

/// What made the link, and the claim with its source.
fn reasons(claims: &ClaimSet, claim: &Claim, finding: &Finding) -> Markup {
    let number = finding.claim.0;
    let sheet = claims.sheets().get(claim.place.sheet);
    html! {
        p.claim {
            a href={ "#c" (number) } { (claim.id) } " "
            @if claim.says.is_some() { (statement(claims, claim)) } @else { "is " (truth(claims, claim)) }
            @if !claim.source.is_empty() { " " cite { (super::claims::sources(claim)) } }
            @if let Some(sheet) = sheet {
                " " span.path { (sheet.path) ":" (sheet.excerpt().position(claim.place.span.start).line) }
            }
        }
        @if !finding.evidence.is_empty() {
            p.why {
                "Read from "
                @for (index, evidence) in finding.evidence.iter().enumerate() {
                    @if index > 0 { ", " }
                    span.because { (evidence.text) } " (" (role(evidence)) ")"
                }
                "; sure to " (format!("{:.0}", finding.confidence * 100.0)) " %"
            }
        }
    }
}

const fn role(evidence: &Evidence) -> &'static str {
    match evidence.role {
        Role::Subject => "about whom",
        Role::Cue => "speaks of it",
        Role::Unit => "what is counted",
        Role::Kind => "what is named",
        Role::Relation => "the relation",
    }
}

/// The words of the source with single blanks.
fn words(article: &Article, span: Span) -> String {
    let words: Vec<_> = span.of(article.source()).split_whitespace().collect();
    words.join(" ")
}
