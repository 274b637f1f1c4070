//! The findings of a claim taken together, and the verdicts of an article.

use crate::claim::ClaimSet;
use crate::report::{ClaimVerdict, Finding, Judgement, Verdict};

/// What an article says of a claim, by its findings.
pub(crate) fn verdict(findings: &[Finding]) -> Verdict {
    let any = |judgements: &[Judgement]| {
        findings
            .iter()
            .any(|finding| judgements.contains(&finding.judgement))
    };
    let supported = any(&[Judgement::Supported, Judgement::Spelling]);
    match (any(&[Judgement::Contradicted]), supported) {
        (true, true) => Verdict::Conflicting,
        (true, false) => Verdict::Contradicted,
        (false, true) => Verdict::Supported,
        (false, false) if findings.is_empty() => Verdict::NotMentioned,
        (false, false) => Verdict::Compatible,
    }
}

/// Score and coverage of an article: credit by weight over the claims that it mentions, and their share of all claims.
pub(crate) fn score(claims: &ClaimSet, verdicts: &[ClaimVerdict]) -> (Option<f64>, f64) {
    let mut weights = 0.0;
    let mut credits = 0.0;
    let mut mentioned = 0_usize;
    for row in verdicts {
        let credit = match row.verdict {
            Verdict::NotMentioned => continue,
            Verdict::Supported | Verdict::Compatible => 1.0,
            Verdict::Conflicting => 0.5,
            Verdict::Contradicted => 0.0,
        };
        let weight = claims.claim(row.claim).weight;
        mentioned += 1;
        weights += weight;
        credits += weight * credit;
    }
    let coverage = if verdicts.is_empty() {
        0.0
    } else {
        mentioned as f64 / verdicts.len() as f64
    };
    ((weights > 0.0).then(|| credits / weights), coverage)
}
