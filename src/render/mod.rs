//! Floor 9. Reports as text: one file a format.

#[cfg(feature = "corpus")]
pub mod extract;
#[cfg(feature = "corpus")]
pub mod json;
