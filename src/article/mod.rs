//! Floor 1. An article: its text, where each byte of it stands in the source, and what is known about it.
//!
//! Reads formats, never files.

mod format;
#[cfg(feature = "corpus")]
mod json;
mod plain;

use std::sync::{Arc, OnceLock};

use jiff::civil::Date;

pub use self::format::{ArticleError, Format};
use crate::text::{LineIndex, Span};

/// A text to be checked.
#[derive(Clone, Debug)]
pub struct Article {
    /// The name by which reports speak of it.
    pub id: String,
    /// Where it was read from, as reports show it.
    pub path: Option<String>,
    /// The day on which it was published, which places "Saturday" and "last week".
    pub published: Option<Date>,
    /// Its title.
    pub title: Option<String>,
    /// Who published it.
    pub outlet: Option<String>,
    /// Its address.
    pub url: Option<String>,
    source: Arc<str>,
    text: Arc<str>,
    anchors: Vec<Anchor>,
    blocks: Vec<Block>,
    lines: OnceLock<Arc<LineIndex>>,
}

/// From `text` on, up to the next anchor, the bytes of the text are those of the source from `source` on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Anchor {
    pub(crate) text: usize,
    pub(crate) source: usize,
}

/// A part of the text that no sentence crosses.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Block {
    /// Where it stands in the text.
    pub span: Span,
    /// What it is.
    pub kind: BlockKind,
}

/// What a block of text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum BlockKind {
    /// Running text.
    Paragraph,
    /// A heading of a level from 1 to 6.
    Heading(u8),
    /// An item of a list.
    Item,
    /// A row of a table; its cells stand on lines of their own.
    Row,
    /// A quoted block.
    Quote,
    /// Code, which is not read.
    Code,
}

impl Article {
    /// An article of plain text.
    #[must_use]
    pub fn new(id: impl Into<String>, text: impl Into<Arc<str>>) -> Self {
        let text = text.into();
        Self {
            id: id.into(),
            path: None,
            published: None,
            title: None,
            outlet: None,
            url: None,
            source: Arc::clone(&text),
            anchors: vec![Anchor { text: 0, source: 0 }],
            blocks: plain::blocks(&text),
            lines: OnceLock::new(),
            text,
        }
    }

    /// The text as it is read: the source without its markup and front matter.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The source as it is on disk.
    #[must_use]
    pub fn source(&self) -> &str {
        &self.source
    }

    /// The blocks of the text, in order.
    #[must_use]
    pub fn blocks(&self) -> &[Block] {
        &self.blocks
    }

    /// The lines of the source, found when they are first asked for.
    #[must_use]
    pub fn lines(&self) -> &Arc<LineIndex> {
        self.lines.get_or_init(|| Arc::new(LineIndex::new(&self.source)))
    }

    /// Where a span of the text stands in the source.
    #[must_use]
    pub fn in_source(&self, span: Span) -> Span {
        Span::new(self.offset(span.start), self.offset(span.end.max(1) - 1) + 1)
    }

    fn offset(&self, at: usize) -> usize {
        let next = self.anchors.partition_point(|anchor| anchor.text <= at);
        let anchor = self.anchors[next.max(1) - 1];
        anchor.source + (at - anchor.text)
    }
}
