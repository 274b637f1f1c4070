//! Floor 3. What a check found, as plain data: findings, verdicts, scores. Every output is a view of these.

mod considered;
mod corpus;
mod fail;
mod fingerprint;
mod known;

pub use self::considered::{Considered, Fate, SubjectManner};
pub use self::corpus::{ClaimTally, CorpusReport, Severities, Summary, Trouble, TroubleKind};
pub use self::fail::FailOn;
pub use self::fingerprint::{Fingerprint, Fingerprints, fingerprint};
pub use self::known::{KnownList, StaleKnown};
use crate::claim::{ClaimId, Severity};
use crate::text::Span;

/// What a mention says of a claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Judgement {
    /// The wording states the value.
    Supported,
    /// The wording is vaguer, and the value lies within it.
    Compatible,
    /// No reading of the wording admits the value.
    Contradicted,
    /// The same name, spelled in another way; counts as supported.
    Spelling,
}

impl Judgement {
    /// The judgement in a word.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Supported => "supported",
            Self::Compatible => "compatible",
            Self::Contradicted => "contradicted",
            Self::Spelling => "spelling",
        }
    }
}

/// What an article says of a claim, all in all.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// It states it.
    Supported,
    /// It says nothing that excludes it.
    Compatible,
    /// It states something else.
    Contradicted,
    /// It states it and something else.
    Conflicting,
    /// It does not speak of it.
    NotMentioned,
}

impl Verdict {
    /// The verdict in words.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Supported => "supported",
            Self::Compatible => "compatible",
            Self::Contradicted => "contradicted",
            Self::Conflicting => "conflicting",
            Self::NotMentioned => "not mentioned",
        }
    }
}

/// What a piece of evidence shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Whom the sentence speaks of.
    Subject,
    /// A cue of the claim.
    Cue,
    /// What is counted.
    Unit,
    /// The common noun beside a name.
    Kind,
    /// The word of a relation.
    Relation,
}

/// Words of the article that made a link.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Evidence {
    /// What they show.
    pub role: Role,
    /// The words.
    pub text: String,
    /// Where they stand in the article's source, in bytes.
    pub span: Span,
}

/// A mention, judged against a claim.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    /// The claim.
    pub claim: ClaimId,
    /// The judgement.
    pub judgement: Judgement,
    /// How much it weighs; of no meaning but for contradictions, spellings and claims-free checks.
    pub severity: Severity,
    /// How sure the link is, from 0 to 1.
    pub confidence: f64,
    /// What the article says, normalised.
    pub value: String,
    /// What the claim says.
    pub expected: String,
    /// Where it stands in the article's source, in bytes.
    pub span: Span,
    /// The words.
    pub quote: String,
    /// The finding in a line: what the article says first, what the claim says second.
    pub message: String,
    /// What made the link.
    pub evidence: Vec<Evidence>,
    /// Bytes of the source of the sentence in which it stands.
    pub sentence: Span,
}

/// A check that needs no claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Check {
    /// The article gives two values for one thing.
    #[serde(rename = "self")]
    SelfContradiction,
    /// A weekday does not fall on its date.
    Weekday,
    /// Parts do not add up to the total beside them.
    Sum,
}

impl Check {
    /// The name by which reports speak of it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::SelfContradiction => "self",
            Self::Weekday => "weekday",
            Self::Sum => "sum",
        }
    }

    /// What stands at its mark.
    pub(crate) const fn label(self) -> &'static str {
        match self {
            Self::SelfContradiction => "and here",
            Self::Weekday => "this date",
            Self::Sum => "the total",
        }
    }
}

/// What a check that needs no claim found.
#[derive(Clone, Debug, PartialEq)]
pub struct CheckFinding {
    /// Which check.
    pub check: Check,
    /// How much it weighs.
    pub severity: Severity,
    /// The finding in a line.
    pub message: String,
    /// Where it stands in the article's source, in bytes.
    pub span: Span,
    /// The words.
    pub quote: String,
    /// Other words that have to do with it, and what they are.
    pub others: Vec<(Span, String)>,
    /// What would mend it.
    pub help: String,
    /// Bytes of the source of the sentence in which it stands.
    pub sentence: Span,
}

/// What an article says of one claim.
#[derive(Clone, Debug, PartialEq)]
pub struct ClaimVerdict {
    /// The claim.
    pub claim: ClaimId,
    /// The verdict.
    pub verdict: Verdict,
    /// Whether a `[[known]]` entry lets its contradiction pass.
    pub known: bool,
    /// The findings, in the order of the text.
    pub findings: Vec<Finding>,
}

/// What one article says of all claims.
#[derive(Clone, Debug, PartialEq)]
pub struct ArticleReport {
    /// The article's id.
    pub id: String,
    /// Where it was read from.
    pub path: Option<String>,
    /// When it was published.
    pub published: Option<jiff::civil::Date>,
    /// From 0 to 1; `None` where it mentions no claim.
    pub score: Option<f64>,
    /// The share of the claims that it mentions, from 0 to 1.
    pub coverage: f64,
    /// One for every claim, in the order of the sheets.
    pub verdicts: Vec<ClaimVerdict>,
    /// What needs no claim, in the order of the text.
    pub checks: Vec<CheckFinding>,
}

impl ArticleReport {
    /// The findings of all claims, in the order of the claims.
    pub fn findings(&self) -> impl Iterator<Item = &Finding> {
        self.verdicts.iter().flat_map(|verdict| &verdict.findings)
    }
}
