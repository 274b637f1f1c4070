//! Floor 9. Reports as text: one file a format.

#[cfg(feature = "corpus")]
pub mod explain;
#[cfg(feature = "corpus")]
pub mod extract;
#[cfg(any(feature = "cli", feature = "harness"))]
pub mod fancy;
#[cfg(feature = "corpus")]
pub mod json;
#[cfg(feature = "corpus")]
pub mod mutate;
#[cfg(feature = "corpus")]
mod paragraph;
#[cfg(feature = "corpus")]
pub mod unlinked;
