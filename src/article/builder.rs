//! The text of an article as it is taken out of markup: blocks of it, and an anchor wherever text and source part ways.

use std::sync::Arc;

use super::{Anchor, Article, Block, BlockKind};
use crate::text::Span;

/// A text as it grows.
#[derive(Debug, Default)]
pub(super) struct Builder {
    text: String,
    anchors: Vec<Anchor>,
    blocks: Vec<Block>,
    /// Where the open block begins in the text.
    open: usize,
    /// How many anchors there were when it began.
    open_anchors: usize,
    /// The last byte of the source that was seen.
    pub(super) seen: usize,
}

impl Builder {
    /// Text that stands in the source at `span`, the same or in other bytes (an entity).
    pub(super) fn add(&mut self, text: &str, span: Span, verbatim: bool) {
        self.anchors.push(Anchor {
            text: self.text.len(),
            source: span.start,
            whole: (!verbatim).then_some(span.end),
        });
        self.text.push_str(text);
        self.seen = span.end;
    }

    /// Blanks that part what markup parts in the source.
    pub(super) fn blank(&mut self, blank: &str) {
        self.anchors.push(Anchor {
            text: self.text.len(),
            source: self.seen,
            whole: Some(self.seen),
        });
        self.text.push_str(blank);
    }

    /// The text of the open block.
    pub(super) fn open(&self) -> &str {
        self.text.get(self.open..).unwrap_or_default()
    }

    /// Ends the open block, where there is anything in it.
    pub(super) fn end_block(&mut self, kind: BlockKind) {
        let inner = self.open();
        let start = self.open + (inner.len() - inner.trim_start().len());
        let end = self.open + inner.trim_end().len();
        if start < end {
            self.blocks.push(Block {
                span: Span::new(start, end),
                kind,
            });
            self.blank("\n\n");
        }
        self.open = self.text.len();
        self.open_anchors = self.anchors.len();
    }

    /// Forgets the open block.
    pub(super) fn drop_block(&mut self) {
        self.text.truncate(self.open);
        self.anchors.truncate(self.open_anchors);
    }

    /// Whether no block was read.
    pub(super) fn is_empty(&self) -> bool {
        self.blocks.is_empty()
    }

    /// The article that it has become.
    pub(super) fn article(self, id: String, source: impl Into<Arc<str>>) -> Article {
        Article::of_parts(id, source.into(), self.text.into(), self.anchors, self.blocks)
    }
}
