//! Floor 5. From links to findings, from findings to a verdict, from verdicts to a score.

mod checks;
mod verdict;

pub(crate) use self::checks::checks;
pub(crate) use self::verdict::{score, verdict};

use crate::article::Article;
use crate::claim::{ClaimSet, Severity};
use crate::document::Document;
use crate::link::{Link, Mood, Weighed};
use crate::report::{Considered, Evidence, Finding, Judgement, Role};
use crate::text::Span;
use crate::value::Agreement;

/// From here on a contradiction is as severe as its claim says; below, it is a warning.
const SURE: f64 = 0.755;

/// The finding of a link.
pub(crate) fn judge(claims: &ClaimSet, article: &Article, document: &Document<'_>, link: &Link) -> Finding {
    let claim = claims.claim(link.claim);
    let judgement = judgement(link);
    let confidence = link.confidence.clamp(0.0, 1.0);
    let place = |tokens: &std::ops::Range<usize>| article.in_source(document.span(tokens.clone()));
    let span = place(&link.tokens);
    let quote = |span: Span| span.of(article.source()).to_owned();
    let sentence = document
        .sentences()
        .get(document.sentence_of(link.tokens.start))
        .map_or(span, |sentence| place(&sentence.tokens));
    let mut evidence: Vec<Evidence> = link
        .evidence
        .iter()
        .map(|(role, tokens)| {
            let span = place(tokens);
            Evidence {
                role: *role,
                text: quote(span),
                span,
            }
        })
        .collect();
    evidence.sort_by_key(|evidence| (evidence.span, evidence.role));
    evidence.dedup();
    Finding {
        claim: link.claim,
        judgement,
        severity: severity(claim.severity, judgement, confidence, link.mood),
        confidence: (confidence * 100.0).round() / 100.0,
        value: link.value.clone(),
        expected: link.expected.clone(),
        span,
        quote: quote(span),
        message: message(link, judgement),
        evidence,
        sentence,
    }
}

/// What was weighed for a claim, told in words of the article.
pub(crate) fn consider(
    claims: &ClaimSet,
    article: &Article,
    document: &Document<'_>,
    weighed: &Weighed,
) -> Considered {
    let words = |role: Role, tokens: &std::ops::Range<usize>| {
        let span = article.in_source(document.span(tokens.clone()));
        let text = span.of(article.source()).to_owned();
        Evidence { role, text, span }
    };
    let link = &weighed.link;
    Considered {
        finding: judge(claims, article, document, link),
        fate: weighed.fate,
        cue_distance: link.reach.as_ref().map(|(_, distance)| *distance),
        needs_cue: weighed.needs_cue,
        subject: weighed.subject,
        other: weighed.other.as_ref().map(|tokens| words(Role::Subject, tokens)),
        is_unit_unsaid: weighed.is_unit_unsaid,
        mood: link.mood.name(),
        excepted_by: weighed
            .excepted_by
            .as_ref()
            .map(|tokens| words(Role::Cue, tokens)),
        nearer: weighed.nearer.as_ref().map(|tokens| words(Role::Unit, tokens)),
        is_never: link.is_never,
        words: weighed.words.clone(),
    }
}

fn judgement(link: &Link) -> Judgement {
    match (link.agreement, link.mood) {
        (Agreement::Supports, Mood::Denied) => Judgement::Contradicted,
        (Agreement::Supports, Mood::Foreseen) => Judgement::Compatible,
        (Agreement::Supports, _) if link.is_spelling => Judgement::Spelling,
        (Agreement::Supports, _) => Judgement::Supported,
        (Agreement::Compatible, _) => Judgement::Compatible,
        (Agreement::Contradicts, _) => Judgement::Contradicted,
    }
}

/// A contradiction is as severe as its claim says, one step less when it is quoted or foreseen, a warning at most when the
/// link is less than sure.
fn severity(claim: Severity, judgement: Judgement, confidence: f64, mood: Mood) -> Severity {
    match judgement {
        Judgement::Supported | Judgement::Compatible | Judgement::Spelling => Severity::Advice,
        Judgement::Contradicted => {
            let sure = if confidence >= SURE {
                claim
            } else {
                claim.min(Severity::Warning)
            };
            match mood {
                Mood::Quoted | Mood::Foreseen => sure.one_less(),
                Mood::Stated | Mood::Supposed | Mood::Denied => sure,
            }
        }
    }
}

fn message(link: &Link, judgement: Judgement) -> String {
    match judgement {
        Judgement::Contradicted if link.mood == Mood::Denied => {
            format!("the article denies {}, the claim states it", link.value)
        }
        Judgement::Contradicted => link.note.clone().unwrap_or_else(|| {
            format!(
                "the article says {}, the claim says {}",
                link.value, link.expected
            )
        }),
        Judgement::Spelling => format!("the article spells {}, the claim {}", link.value, link.expected),
        Judgement::Compatible => format!("the article says {}, which {} fits", link.value, link.expected),
        Judgement::Supported => format!("the article says {}, as the claim does", link.value),
    }
}
