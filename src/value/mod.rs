//! Floor 1. What can be said, and how two sayings agree: dates, quantities, names, kinship.
//!
//! Pure values: knows no text, no claim and no article.

pub mod date;
pub mod kinship;
pub mod name;
pub(crate) mod number;
pub mod quantity;
pub mod unit;

/// How what a text says stands to what is true.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Agreement {
    /// The wording states the value, as exactly as such wording does.
    Supports,
    /// The wording is vaguer, and the value lies within it.
    Compatible,
    /// No reading of the wording admits the value.
    Contradicts,
}
