//! Floor 8. The strength of claims: what an article rightly states is changed, one value at a time, into a plausible other;
//! a claim is strong where it catches the change.
//!
//! Nothing is left to chance: the same articles and sheets give the same mutants.

mod date;
mod name;
mod number;

use crate::article::{Article, Format};
use crate::checker::Checker;
use crate::claim::{Body, ClaimId, ClaimSet};
use crate::report::{Considered, Finding, Judgement, Role, Verdict};
use crate::text::Span;
use crate::value::kinship::Kinship;

/// An article with one value changed.
#[derive(Clone, Debug, PartialEq)]
pub struct Mutant {
    /// The claim whose truth was changed.
    pub claim: ClaimId,
    /// Where the words stood, in bytes of the article's source.
    pub span: Span,
    /// The words as the article has them.
    pub was: String,
    /// The words as the mutant has them.
    pub now: String,
    /// Whether the mutant was found to contradict a claim there.
    pub caught: bool,
    /// Whether the sheet can catch such a change wherever the words stand: a name without `kind` is held against its claim only
    /// in the very place beside a cue.
    pub is_catchable: bool,
    /// What came of the changed words where they were missed; `None` where nothing was weighed.
    pub weighed: Option<Considered>,
}

/// The mutants of an article; `None` where it contradicts a claim as it is.
#[must_use]
pub fn mutants(claims: &ClaimSet, checker: &Checker<'_>, article: &Article) -> Option<Vec<Mutant>> {
    let report = checker.check(article);
    let agrees = |verdict| !matches!(verdict, Verdict::Contradicted | Verdict::Conflicting);
    if !report.verdicts.iter().all(|row| agrees(row.verdict)) {
        return None;
    }
    let mut found = Vec::new();
    for finding in report.findings() {
        if !matches!(finding.judgement, Judgement::Supported | Judgement::Spelling) {
            continue;
        }
        for (span, now) in changes(claims, finding) {
            let mutant = mutant(checker, article, finding.claim, span, now);
            found.extend(mutant.map(|mutant| Mutant {
                is_catchable: is_catchable(claims, finding.claim, &mutant.now),
                ..mutant
            }));
        }
    }
    Some(found)
}

/// Whether a claim tells a wrong value by itself.
fn is_catchable(claims: &ClaimSet, claim: ClaimId, now: &str) -> bool {
    match &claims.claim(claim).body {
        Body::Name(body) => !body.kind.is_empty() || name::is_never(claims, body, now),
        Body::Date(_) | Body::Count(_) | Body::Relation(_) => true,
    }
}

/// What the words of a finding may be changed into, each with the words that it replaces.
fn changes(claims: &ClaimSet, finding: &Finding) -> Vec<(Span, String)> {
    let claim = claims.claim(finding.claim);
    let here = |texts: Vec<String>| texts.into_iter().map(|text| (finding.span, text)).collect();
    match &claim.body {
        Body::Count(_) => here(number::changes(&finding.quote)),
        Body::Date(_) => here(date::changes(&finding.quote)),
        Body::Name(body) => {
            let truths = body.is.iter().flat_map(|entry| &entry.is);
            let (span, quote) = name::bare(claims, truths, finding);
            let names = name::other_names(claims, body, quote, span.start);
            names.into_iter().map(|name| (span, name)).collect()
        }
        Body::Relation(body) => {
            let truths = body.is.iter().flat_map(|entry| &entry.is);
            let (span, quote) = name::bare(claims, truths, finding);
            let names = name::other_holders(claims, body, quote, span.start);
            let mut changes: Vec<(Span, String)> = names.into_iter().map(|name| (span, name)).collect();
            let word = finding.evidence.iter().find(|it| it.role == Role::Relation);
            if let Some(word) = word
                && let Some(kinship) = Kinship::of(&crate::text::fold(&word.text))
            {
                changes.extend(name::other_kin(kinship).map(|other| (word.span, other.to_owned())));
            }
            changes
        }
    }
}

/// Checks the article with `now` at `span`; `None` where the change leaves the claim true.
fn mutant(
    checker: &Checker<'_>,
    article: &Article,
    claim: ClaimId,
    span: Span,
    now: String,
) -> Option<Mutant> {
    let source = article.source();
    let was = span.of(source).to_owned();
    let text = format!("{}{now}{}", source.get(..span.start)?, source.get(span.end..)?);
    let changed = reread(article, &text)?;
    let place = Span::new(span.start, span.start + now.len());
    let report = checker.check(&changed);
    let contradicted = |finding: &Finding| {
        finding.judgement == Judgement::Contradicted
            && (finding.claim == claim || finding.span.overlaps(place))
    };
    let caught = report.findings().any(contradicted);
    // The words may agree with the claim after all: another day of the month that it gives.
    let weighed = if caught {
        None
    } else {
        weighed(checker, &changed, claim, place)
    };
    if weighed
        .as_ref()
        .is_some_and(|one| one.finding.judgement != Judgement::Contradicted)
    {
        return None;
    }
    Some(Mutant {
        claim,
        span,
        was,
        now,
        caught,
        is_catchable: true,
        weighed,
    })
}

/// What was weighed for the claim at `place`; what agrees with it first.
fn weighed(checker: &Checker<'_>, article: &Article, claim: ClaimId, place: Span) -> Option<Considered> {
    let weighed = checker.explain(article, claim);
    let here = weighed.into_iter().filter(|one| one.finding.span.overlaps(place));
    here.min_by_key(|one| one.finding.judgement == Judgement::Contradicted)
}

/// The same article with another source.
fn reread(article: &Article, source: &str) -> Option<Article> {
    let path = article.path.as_deref().map(std::path::Path::new);
    let mut changed = match path.and_then(Format::of) {
        Some(Format::JsonLines) | None => Article::new(article.id.as_str(), source),
        Some(format) => Article::read(article.id.as_str(), source, format).ok()?,
    };
    changed.path.clone_from(&article.path);
    changed.published = article.published;
    Some(changed)
}
