//! Floor 9. Reports as text: one file a format.

#[cfg(feature = "corpus")]
pub mod extract;
#[cfg(any(feature = "cli", feature = "harness"))]
pub mod fancy;
#[cfg(feature = "corpus")]
pub mod json;
