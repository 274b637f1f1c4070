//! Floor 8. The only room that touches the file system: sheets and articles are found, read and handed on as text.

#[cfg(feature = "corpus")]
mod articles;
mod sheets;

#[cfg(feature = "corpus")]
pub use self::articles::{Corpus, Unreadable};
pub use self::sheets::ClaimError;
