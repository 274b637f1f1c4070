//! The compiled shape of claim sheets: claims as they are meant.

use std::sync::{Arc, OnceLock};

use jiff::civil::Date;

use crate::excerpt::Excerpt;
use crate::text::{Position, Span};
use crate::value::date::DateValue;
use crate::value::quantity::Bounds;

/// A place in a sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// Index of the sheet in its set.
    pub sheet: usize,
    /// The bytes of the sheet's text.
    pub span: Span,
}

/// A sheet as it is on disk, with what holds for all of it.
#[derive(Clone, Debug)]
pub struct Sheet {
    /// Where it was read from, as reports show it.
    pub path: String,
    /// The TOML text.
    pub source: Arc<str>,
    /// Its title.
    pub title: Option<String>,
    /// The day on which its values hold.
    pub as_of: Option<Date>,
    /// The text as diagnostics show it, made when it is first asked for.
    pub(super) excerpt: OnceLock<Excerpt>,
}

impl Sheet {
    /// A text that is not taken for claims, so that mistakes in it can be shown.
    pub(crate) fn bare(path: &str, source: &str) -> Self {
        Self {
            path: path.to_owned(),
            source: source.into(),
            title: None,
            as_of: None,
            excerpt: OnceLock::new(),
        }
    }

    /// Line and column of a byte of the text.
    #[must_use]
    pub fn position(&self, at: usize) -> Position {
        self.excerpt().position(at)
    }

    /// The text as diagnostics show it.
    pub(crate) fn excerpt(&self) -> Excerpt {
        let excerpt = || Excerpt::new(&self.path, Arc::clone(&self.source));
        self.excerpt.get_or_init(excerpt).clone()
    }
}

/// An entity of a set: an index into [`ClaimSet::entities`](super::ClaimSet::entities).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EntityId(pub usize);

/// A claim of a set: an index into [`ClaimSet::claims`](super::ClaimSet::claims).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ClaimId(pub usize);

/// Whom or what claims speak of.
#[derive(Clone, Debug)]
pub struct Entity {
    /// The key in the sheet (`sasha`).
    pub id: String,
    /// The full name, as the desk spells it.
    pub name: String,
    /// Other names, spellings and descriptions.
    pub aliases: Vec<String>,
    /// What it is.
    pub kind: EntityKind,
    /// Which pronouns speak of it.
    pub gender: Option<Gender>,
    /// The members of a group.
    pub members: Vec<EntityId>,
    /// When an event took place.
    pub date: Option<DateValue>,
    /// Identifiers elsewhere (Wikidata).
    pub same_as: Vec<String>,
    /// Where its name stands in the sheet.
    pub place: Place,
}

/// What an entity is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum EntityKind {
    /// A person.
    Person,
    /// A place.
    Place,
    /// An organization.
    Organization,
    /// An event.
    Event,
    /// Anything else.
    #[default]
    Thing,
}

/// The gender of a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Gender {
    /// "he"
    Male,
    /// "she"
    Female,
}

/// How much a contradiction weighs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// Worth a look.
    Advice,
    /// Probably wrong.
    Warning,
    /// Fails the run.
    #[default]
    Error,
}

impl Severity {
    /// The severity in a word.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Advice => "advice",
            Self::Warning => "warning",
            Self::Error => "error",
        }
    }

    /// One step less: an error becomes a warning, a warning advice.
    #[must_use]
    pub const fn one_less(self) -> Self {
        match self {
            Self::Error => Self::Warning,
            Self::Warning | Self::Advice => Self::Advice,
        }
    }
}

/// A cue: words that show that a mention belongs to a claim.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cue {
    /// As the sheet has it (`"freed + exchange"`), after `@name` is replaced by the set's members.
    pub text: String,
    /// The phrases that must all be there; each is its words in order.
    pub all: Vec<Vec<String>>,
}

/// A value beside the truth: one that may stand in the claim's frame (`also`) or one known to be wrong (`never`).
#[derive(Clone, Debug)]
pub struct Aside<V> {
    /// The value.
    pub value: V,
    /// Where this is given, the aside counts only beside one of these cues.
    pub about: Vec<Cue>,
    /// Beside these cues it does not count.
    pub except: Vec<Cue>,
    /// Where the value stands in the sheet.
    pub place: Place,
}

/// A truth and the days on which it holds.
#[derive(Clone, Debug)]
pub struct Entry<V> {
    /// First day; `None` for always.
    pub from: Option<Date>,
    /// Last day; `None` for ever.
    pub until: Option<Date>,
    /// What is true then.
    pub is: V,
    /// Where the value stands in the sheet.
    pub place: Place,
}

/// A fact that articles have to agree with.
#[derive(Clone, Debug)]
pub struct Claim {
    /// Table and key: `count.captivity`.
    pub id: String,
    /// Whom it is the truth about.
    pub of: Vec<EntityId>,
    /// The cues of a mention that belongs to it.
    pub about: Vec<Cue>,
    /// Cues beside which a value is not held against it.
    pub except: Vec<Cue>,
    /// The claim in a sentence.
    pub says: Option<String>,
    /// What a contradiction of it is.
    pub severity: Severity,
    /// Its weight in the score.
    pub weight: f64,
    /// Where it comes from.
    pub source: Vec<String>,
    /// Sentences that must support it.
    pub supports: Vec<Example>,
    /// Sentences that must contradict it.
    pub contradicts: Vec<Example>,
    /// Sentences that must leave it untouched.
    pub silent: Vec<Example>,
    /// What it claims.
    pub body: Body,
    /// Where its key stands in the sheet.
    pub place: Place,
}

/// A sentence that tests a claim.
#[derive(Clone, Debug)]
pub struct Example {
    /// The sentence.
    pub text: String,
    /// Where it stands in the sheet.
    pub place: Place,
}

/// What a claim claims, by kind.
#[derive(Clone, Debug)]
pub enum Body {
    /// `[date.ID]`
    Date(DateClaim),
    /// `[count.ID]`
    Count(CountClaim),
    /// `[name.ID]`
    Name(NameClaim),
    /// `[relation.ID]`
    Relation(RelationClaim),
}

/// A date.
#[derive(Clone, Debug)]
pub struct DateClaim {
    /// What is true, and when; one entry without days for a plain `is`.
    pub is: Vec<Entry<DateValue>>,
    /// Other values in the frame.
    pub also: Vec<Aside<DateValue>>,
    /// Values known to be wrong.
    pub never: Vec<Aside<DateValue>>,
}

/// A number.
#[derive(Clone, Debug)]
pub struct CountClaim {
    /// What is true, and when; derived values (`sum_of`, `days_between`) are worked out.
    pub is: Vec<Entry<Number>>,
    /// What is counted, as the sheet has it; empty where it does not say.
    pub unit: Vec<String>,
    /// How far a text may be off.
    pub tolerance: Option<Tolerance>,
    /// The claims whose sum it is.
    pub sum_of: Vec<ClaimId>,
    /// Other values in the frame.
    pub also: Vec<Aside<Bounds>>,
    /// Values known to be wrong.
    pub never: Vec<Aside<Bounds>>,
}

/// A true number.
#[derive(Clone, Debug)]
pub enum Number {
    /// It lies within these bounds.
    Within(Bounds),
    /// The number of days from this date to the article's date (`days_since`).
    DaysSince(DateValue),
}

/// How far a text's number may be off and still agree.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Tolerance {
    /// In units of the claim.
    Absolute(f64),
    /// As a share of the truth (0.02 for `"2%"`).
    Share(f64),
}

/// A name, or whatever short wording is the truth.
#[derive(Clone, Debug)]
pub struct NameClaim {
    /// What is true, and when; a list where several together are the truth.
    pub is: Vec<Entry<Vec<Party>>>,
    /// Other names for the same thing.
    pub aliases: Vec<String>,
    /// Common nouns that go with the name.
    pub kind: Vec<String>,
    /// Other names in the frame.
    pub also: Vec<Aside<Party>>,
    /// Names known to be wrong.
    pub never: Vec<Aside<Party>>,
}

/// Who stands in a relation to the subject.
#[derive(Clone, Debug)]
pub struct RelationClaim {
    /// The role, in lower case ("mother").
    pub relation: String,
    /// Who holds it, and when; a list where several do.
    pub is: Vec<Entry<Vec<Party>>>,
    /// No one else can hold it.
    pub only: bool,
    /// Other holders in the frame.
    pub also: Vec<Aside<Role>>,
    /// Holders or roles known to be wrong.
    pub never: Vec<Aside<Role>>,
}

/// A name: an entity of the set, or words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Party {
    /// An entity of the set.
    Entity(EntityId),
    /// A name that is no entity.
    Text(String),
}

/// A value of a relation's `also` or `never`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Role {
    /// Someone who holds the role.
    Holder(Party),
    /// `{ relation = "wife" }`: another role for the same two people.
    Relation(String),
}

/// A contradiction that does not fail a run: `[[known]]`.
#[derive(Clone, Debug)]
pub struct Known {
    /// Article id, or a glob.
    pub article: String,
    /// The claim.
    pub claim: ClaimId,
    /// The wrong value; any where absent.
    pub value: Option<String>,
    /// Why it is let pass.
    pub reason: Option<String>,
    /// After this day it fails again.
    pub until: Option<Date>,
    /// Where it stands in the sheet.
    pub place: Place,
}
