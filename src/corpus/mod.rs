//! Floor 8. The only room that touches the file system: sheets and articles are found, read and handed on as text.

#[cfg(feature = "corpus")]
mod articles;
mod decode;
mod sheets;

#[cfg(feature = "corpus")]
pub use self::articles::{Corpus, Unreadable};
pub use self::sheets::ClaimError;

/// The day of the run, by the clock of the system: the only place where it is read. In UTC.
#[cfg(feature = "corpus")]
#[must_use]
pub fn today() -> jiff::civil::Date {
    let since = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH);
    let days = since.map_or(0, |since| since.as_secs() / 86_400);
    let epoch = jiff::civil::date(1970, 1, 1);
    epoch.saturating_add(
        jiff::Span::new()
            .try_days(i64::try_from(days).unwrap_or(0))
            .unwrap_or_default(),
    )
}
