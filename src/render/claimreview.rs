//! JSON-LD for fact-checking desks and archives: each claim as a schema.org `Claim`, each verdict on an article as a
//! `ClaimReview`, and each finding as a W3C Web Annotation that quotes the words with what stands around them, so that they
//! are found again in a copy of the article that was encoded anew.

use std::io::{self, Write};

use serde_json::{Value as Json, json};

use super::truth::{statement, topic};
use super::{Checked, View, link, written};
use crate::claim::{Claim, ClaimSet};
use crate::report::{ClaimVerdict, CorpusReport, Finding, Judgement, Verdict};
use crate::text::{Span, ceil, floor};

/// Bytes of the text that are quoted before and after the words.
const AROUND: usize = 48;

/// The report as one JSON-LD document; its nodes are written as they come.
#[derive(Clone, Debug)]
pub struct ClaimReview<'c> {
    claims: &'c ClaimSet,
    is_begun: bool,
}

impl<'c> ClaimReview<'c> {
    /// A document on `claims`.
    #[must_use]
    pub const fn new(claims: &'c ClaimSet) -> Self {
        Self {
            claims,
            is_begun: false,
        }
    }

    /// Writes the context and the claims.
    fn begin(&mut self, out: &mut dyn Write) -> io::Result<()> {
        if self.is_begun {
            return Ok(());
        }
        self.is_begun = true;
        // The terms of annotations come with them: both vocabularies have a `name` and a `value`.
        write!(out, "{{\"@context\":\"https://schema.org\",\"@graph\":[")?;
        let checker = json!({
            "@type": "SoftwareApplication", "@id": CHECKER, "name": "corroborate",
            "softwareVersion": env!("CARGO_PKG_VERSION"), "applicationCategory": "DeveloperApplication",
        });
        write!(out, "\n{}", written::json(&checker))?;
        for claim in self.claims.claims() {
            write!(out, ",\n{}", written::json(&self.claim(claim)))?;
        }
        Ok(())
    }

    /// A claim of the sheets.
    fn claim(&self, claim: &Claim) -> Json {
        let mut node = json!({
            "@type": "Claim", "@id": claim_id(claim), "name": topic(claim), "identifier": claim.id,
            "text": statement(self.claims, claim),
        });
        let about: Vec<_> = claim
            .of
            .iter()
            .filter_map(|id| self.claims.entities().get(id.0))
            .map(|entity| {
                let mut about = json!({ "@type": "Thing", "name": entity.name });
                if !entity.same_as.is_empty() {
                    about["sameAs"] = json!(entity.same_as);
                }
                about
            })
            .collect();
        if !about.is_empty() {
            node["about"] = Json::Array(about);
        }
        if !claim.source.is_empty() {
            let sources = claim.source.iter().map(|source| match link(source) {
                Some(url) => json!({ "@type": "CreativeWork", "url": url }),
                None => json!({ "@type": "CreativeWork", "name": source }),
            });
            node["isBasedOn"] = sources.collect();
        }
        node
    }

    /// What one article says of one claim.
    fn review(&self, checked: &Checked<'_>, verdict: &ClaimVerdict, claim: &Claim) -> Json {
        let (report, article) = (checked.report, checked.article);
        let id = format!("urn:corroborate:review:{}:{}", part(&report.id), part(&claim.id));
        let (rating, best) = match verdict.verdict {
            Verdict::Supported => (5, 5),
            Verdict::Compatible => (4, 5),
            Verdict::Conflicting => (2, 5),
            Verdict::Contradicted | Verdict::NotMentioned => (1, 5),
        };
        // What is reviewed is the article's own statement: its wrong one, where there is one.
        let wrong = |finding: &&Finding| finding.judgement == Judgement::Contradicted;
        let told = verdict.findings.iter().find(wrong).or(verdict.findings.first());
        let sentence = told.map_or("", |finding| finding.sentence.of(article.source()));
        let sentence: Vec<_> = sentence.split_whitespace().collect();
        let messages: Vec<_> = verdict
            .findings
            .iter()
            .map(|finding| finding.message.as_str())
            .collect();
        let mut appearance = json!({
            "@type": "Article", "@id": article_id(checked), "identifier": report.id,
        });
        if let Some(title) = &article.title {
            appearance["headline"] = json!(title);
        }
        if let Some(url) = article.url.as_deref().and_then(link) {
            appearance["url"] = json!(url);
        }
        if let Some(day) = report.published {
            appearance["datePublished"] = json!(day.to_string());
        }
        let mut item = json!({ "@type": "Claim", "appearance": appearance });
        if let Some(outlet) = &article.outlet {
            let outlet = json!({ "@type": "Organization", "name": outlet });
            item["author"] = outlet.clone();
            item["appearance"]["publisher"] = outlet;
        }
        if let Some(day) = report.published {
            item["datePublished"] = json!(day.to_string());
        }
        json!({
            "@type": "ClaimReview",
            "@id": id,
            "claimReviewed": sentence.join(" "),
            "itemReviewed": item,
            "reviewRating": {
                "@type": "Rating", "ratingValue": rating, "bestRating": best, "worstRating": 1,
                "alternateName": verdict.verdict.name(),
            },
            "reviewBody": messages.join("; "),
            "isBasedOn": { "@id": claim_id(claim) },
            "author": { "@id": CHECKER },
        })
    }
}

/// The address of the program among the nodes.
const CHECKER: &str = "urn:corroborate:checker";

impl View for ClaimReview<'_> {
    fn article(&mut self, checked: &Checked<'_>, out: &mut dyn Write) -> io::Result<()> {
        self.begin(out)?;
        for verdict in &checked.report.verdicts {
            let Some(claim) = self.claims.claims().get(verdict.claim.0) else {
                continue;
            };
            if verdict.verdict == Verdict::NotMentioned {
                continue;
            }
            let review = self.review(checked, verdict, claim);
            for finding in &verdict.findings {
                let annotation = annotation(checked, finding, &review["@id"]);
                write!(out, ",\n{}", written::json(&annotation))?;
            }
            write!(out, ",\n{}", written::json(&review))?;
        }
        Ok(())
    }

    fn finish(&mut self, _run: &CorpusReport, out: &mut dyn Write) -> io::Result<()> {
        self.begin(out)?;
        writeln!(out, "\n]}}")
    }
}

/// The words of a finding, quoted as the Web Annotation Data Model has it.
fn annotation(checked: &Checked<'_>, finding: &Finding, review: &Json) -> Json {
    let article = checked.article;
    let text = article.text();
    let span = article.in_text(finding.span);
    let before = Span::new(floor(text, span.start.saturating_sub(AROUND)), span.start);
    let after = Span::new(span.end, ceil(text, span.end.saturating_add(AROUND)));
    json!({
        "@context": [null, "http://www.w3.org/ns/anno.jsonld"],
        "type": "Annotation",
        "motivation": "assessing",
        "body": [
            { "id": review },
            { "type": "TextualBody", "value": finding.message, "format": "text/plain", "purpose": "assessing" },
        ],
        "target": {
            "source": article_id(checked),
            "selector": {
                "type": "TextQuoteSelector",
                "exact": span.of(text), "prefix": before.of(text), "suffix": after.of(text),
            },
        },
    })
}

fn claim_id(claim: &Claim) -> String {
    format!("urn:corroborate:claim:{}", part(&claim.id))
}

/// The address of an article: its own, or a name made of its id.
fn article_id(checked: &Checked<'_>) -> String {
    match checked.article.url.as_deref().and_then(link) {
        Some(url) => url.to_owned(),
        None => format!("urn:corroborate:article:{}", part(&checked.report.id)),
    }
}

/// A part of a name: what a URN has no letter for is written in per cent.
fn part(text: &str) -> String {
    super::percent(text, b"-._~/")
}
