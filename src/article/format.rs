//! The formats in which articles come, and what can be wrong with one.

use std::path::Path;

use super::{Article, front};

/// How an article is written down.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Format {
    /// Plain text.
    Text,
    /// Markdown with front matter.
    Markdown,
    /// One JSON object on a line for each article.
    JsonLines,
    /// A page of HTML with an article on it.
    Html,
}

impl Format {
    /// The format that the ending of a path stands for; `None` for files that are no articles.
    #[must_use]
    pub fn of(path: &Path) -> Option<Self> {
        let ending = path.extension()?.to_str()?.to_ascii_lowercase();
        Some(match ending.as_str() {
            "txt" | "text" => Self::Text,
            "md" | "markdown" => Self::Markdown,
            "jsonl" | "ndjson" => Self::JsonLines,
            "html" | "htm" | "xhtml" => Self::Html,
            _ => return None,
        })
    }
}

/// Why a text is no article.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ArticleError {
    /// HTML, in a build that leaves its reader out.
    #[error("HTML is read with the feature `corpus`: save the article as text or Markdown")]
    Html,
    /// A page without text.
    #[error("there is no text on the page: save it once its scripts have written it, or as text or Markdown")]
    NoText,
    /// A format that holds many articles.
    #[error("JSON Lines hold many articles: read them line by line")]
    Lines,
    /// Front matter that is broken.
    #[error("the front matter is broken: {why}")]
    FrontMatter {
        /// What is wrong with it.
        why: String,
    },
    /// A line of JSON Lines that is no article.
    #[error("line {line} is no article: {why}")]
    Line {
        /// The line, from 1.
        line: usize,
        /// What is wrong with it.
        why: String,
    },
}

impl Article {
    /// Reads an article from its source: front matter (`+++` TOML or `---` YAML), then text or Markdown; or the article on
    /// a page of HTML.
    ///
    /// ```
    /// use corroborate::{Article, Format};
    /// let source = "---\ntitle: A tower\ndate: 1889-04-01\n---\nIt *opened* yesterday.\n";
    /// let article = Article::read("tower", source, Format::Markdown)?;
    /// assert_eq!(article.title.as_deref(), Some("A tower"));
    /// assert_eq!(article.text().trim(), "It opened yesterday.");
    /// # Ok::<(), corroborate::ArticleError>(())
    /// ```
    ///
    /// # Errors
    ///
    /// Where `format` does not hold one article, where the front matter is broken, and where a page has no text.
    pub fn read(id: impl Into<String>, source: &str, format: Format) -> Result<Self, ArticleError> {
        let front = |source| front::split(source);
        match format {
            Format::Text => {
                let (meta, body) = front(source)?;
                Ok(meta.give(Self::plain(id.into(), source.into(), body)))
            }
            #[cfg(feature = "corpus")]
            Format::Markdown => {
                let (meta, body) = front(source)?;
                Ok(meta.give(super::markdown::read(id.into(), source, body)))
            }
            #[cfg(not(feature = "corpus"))]
            Format::Markdown => {
                let (meta, body) = front(source)?;
                Ok(meta.give(Self::plain(id.into(), source.into(), body)))
            }
            Format::JsonLines => Err(ArticleError::Lines),
            #[cfg(feature = "corpus")]
            Format::Html => super::html::read(id.into(), source).ok_or(ArticleError::NoText),
            #[cfg(not(feature = "corpus"))]
            Format::Html => Err(ArticleError::Html),
        }
    }
}

/// The day of a date such as `2025-02-15`, whatever time follows it.
pub(super) fn day(text: &str) -> Option<jiff::civil::Date> {
    text.trim().get(..10)?.parse().ok()
}
