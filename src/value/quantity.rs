//! Numbers as people say them: exact, near, bounded, ranged, of an order of magnitude.

use super::Agreement;

/// How a wording bounds its number.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Bound {
    /// Just that number.
    #[default]
    Exact,
    /// Near it: "some", "about", "nearly".
    About,
    /// It or more.
    AtLeast,
    /// It or less.
    AtMost,
    /// Above it.
    MoreThan,
    /// Below it.
    LessThan,
    /// From `min` to `max`.
    Range,
    /// "hundreds of", "dozens of".
    Magnitude,
}

/// A number as a wording gives it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Quantity {
    /// The number that is said; the lower end of a range.
    pub number: f64,
    /// The least that the wording admits; negative infinity where it sets no lower bound.
    pub min: f64,
    /// The most that the wording admits; infinity where it sets no upper bound.
    pub max: f64,
    /// How the wording bounds it.
    pub bound: Bound,
    /// The size of the last digit that is said: 1 for "369", 10 for "370" said of "about 370", 100 000 for "1.2 million".
    pub grain: f64,
}

/// What is true of a number: bounds within which it lies, equal for an exact one.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bounds {
    /// The least.
    pub min: f64,
    /// The most.
    pub max: f64,
}

impl Quantity {
    /// Exactly `number`.
    #[must_use]
    pub const fn exact(number: f64) -> Self {
        Self {
            number,
            min: number,
            max: number,
            bound: Bound::Exact,
            grain: 1.0,
        }
    }

    /// How this wording stands to the truth, of which a text may be off by `tolerance` on either side.
    #[must_use]
    pub fn agreement(&self, truth: Bounds, tolerance: f64) -> Agreement {
        if self.number >= truth.min - tolerance && self.number <= truth.max + tolerance {
            Agreement::Supports
        } else {
            Agreement::Contradicts
        }
    }
}
