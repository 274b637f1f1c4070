//! A mention that was weighed for a claim, and what came of it: what `check` does with it and `explain` tells of it.

use super::{Evidence, Finding};
use crate::claim::ClaimId;

/// What came of a mention that was weighed for a claim.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Fate {
    /// It is a finding.
    Stands,
    /// The text denies, asks, supposes or requires it.
    NotStated,
    /// The link is not sure enough.
    TooWeak {
        /// The confidence from which on it would count.
        needed: f64,
    },
    /// The link would be sure enough, but another mention stands nearer to its cue.
    OtherNearer {
        /// The confidence from which on it would count.
        needed: f64,
    },
    /// `also` or `except` lets it stand.
    Excused,
    /// It is the truth of this claim.
    Explained {
        /// The other claim.
        by: ClaimId,
    },
    /// It is held against this claim, which it fits better.
    HeldAgainst {
        /// The other claim.
        by: ClaimId,
    },
    /// The same sentence states the truth of the claim.
    TruthBeside,
}

impl Fate {
    /// Whether the mention is a finding.
    #[must_use]
    pub const fn stands(self) -> bool {
        matches!(self, Self::Stands)
    }
}

/// How the text speaks of a claim's subject at a mention.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum SubjectManner {
    /// The claim has no subject.
    NotNeeded,
    /// By name.
    Named,
    /// By a description of the sheet.
    Described,
    /// By a pronoun.
    Pronoun,
    /// By kinship to another ("his mother").
    Kin,
    /// It is carried over from an earlier sentence.
    Carried,
    /// It stands in the sentence, but another of its kind stands nearer.
    Beside,
    /// Nothing near names it: the article as a whole may be about it.
    Unnamed,
    /// The place speaks of another.
    Other,
}

/// A mention that was weighed for a claim.
#[derive(Clone, Debug, PartialEq)]
pub struct Considered {
    /// The finding that it is, or would be if it stood.
    pub finding: Finding,
    /// What came of it.
    pub fate: Fate,
    /// What a reader pays for the way to the cue: about a word each, more for marks and clauses.
    pub cue_distance: Option<u32>,
    /// Whether the claim asks for a cue (`about`, `says`).
    pub needs_cue: bool,
    /// How the text speaks of the subject.
    pub subject: SubjectManner,
    /// The words that speak of another, who stands nearer than the subject or in its place.
    pub other: Option<Evidence>,
    /// Whether the text leaves out what is counted ("another 36").
    pub is_unit_unsaid: bool,
    /// How the text says it: "stated", "quoted", "foreseen", "supposed", "denied".
    pub mood: &'static str,
    /// The words in `except` beside which it stands.
    pub excepted_by: Option<Evidence>,
    /// The value that is nearer to its cue, where there is one.
    pub nearer: Option<Evidence>,
    /// Whether the sheet lists the value as wrong.
    pub is_never: bool,
    /// Words of the sentence that could be a cue, the nearest first.
    pub words: Vec<String>,
}
