//! HTML as text: what a reader sees of the article on a page, each byte of it tied to the source.
//!
//! `tree` mends the tags, `body` finds the elements that hold the article, `meta` what is known of it; here the text is
//! written. Every pass is linear in the page, and none of them calls itself, however deep the tags are nested.

mod attributes;
mod body;
mod entity;
mod meta;
mod tag;
mod tree;

use self::meta::Meta;
use self::tag::Tag;
use self::tree::{Node, Piece, Tree};
use super::builder::Builder;
use super::{Article, BlockKind};
use crate::text::Span;

/// The article on a page; `None` where there is no text.
pub(super) fn read(id: String, source: &str) -> Option<Article> {
    let tree = Tree::new(source);
    let read = body::read(&tree);
    let mut page = Page {
        source,
        kinds: kinds(&tree.nodes),
        tags: &tree.nodes,
        builder: Builder::default(),
        kind: BlockKind::Paragraph,
        has_unlinked: false,
    };
    for piece in &tree.pieces {
        page.piece(*piece, &read);
    }
    page.end_block();
    if page.builder.is_empty() {
        return None;
    }
    Some(tree.meta.give(page.builder.article(id, source)))
}

/// What the text of each element is.
fn kinds(nodes: &[Node]) -> Vec<BlockKind> {
    let mut kinds: Vec<BlockKind> = Vec::with_capacity(nodes.len());
    for (index, node) in nodes.iter().enumerate() {
        let around = match kinds.get(node.parent) {
            Some(&kind) if index > 0 => kind,
            _ => BlockKind::Paragraph,
        };
        kinds.push(match node.tag.kind() {
            Some(_) if node.is_layout => around,
            Some(kind) => kind,
            // A table within an item is no part of the item.
            None if node.tag == Tag::Table => BlockKind::Paragraph,
            None => around,
        });
    }
    kinds
}

/// A page as its text is written.
struct Page<'s> {
    source: &'s str,
    kinds: Vec<BlockKind>,
    tags: &'s [Node],
    builder: Builder,
    /// What the open block is.
    kind: BlockKind,
    /// Whether a word of it is no link to another page.
    has_unlinked: bool,
}

impl Page<'_> {
    fn piece(&mut self, piece: Piece, read: &[bool]) {
        let is_read = |node: usize| read.get(node).copied().unwrap_or_default();
        match piece {
            Piece::Text(node, span) if is_read(node) => self.text(node, span),
            Piece::Mark(node, mark, span) if is_read(node) => {
                self.begin(node);
                self.builder.add(mark, span, false);
            }
            Piece::Break(node) | Piece::Cell(node) if self.is_row(node) => self.soft_break(),
            Piece::Break(_) | Piece::Cell(_) => self.end_block(),
            Piece::Text(..) | Piece::Mark(..) => {}
        }
    }

    fn is_row(&self, node: usize) -> bool {
        self.kinds.get(node) == Some(&BlockKind::Row)
    }

    /// What a block is, its first words say.
    fn begin(&mut self, node: usize) {
        if self.builder.open().trim_start().is_empty() {
            self.kind = self.kinds.get(node).copied().unwrap_or(BlockKind::Paragraph);
        }
    }

    fn text(&mut self, node: usize, span: Span) {
        let text = span.of(self.source);
        if text.trim().is_empty() && self.builder.open().is_empty() {
            return;
        }
        self.begin(node);
        let is_link = self.tags.get(node).is_some_and(|node| node.is_link);
        self.has_unlinked |= !is_link && text.contains(char::is_alphanumeric);
        let is_pre = self.tags.get(node).is_some_and(|node| node.tag == Tag::Pre);
        let mut from = 0;
        let mut at = 0;
        while let Some(&byte) = text.as_bytes().get(at) {
            let rest = text.get(at..).unwrap_or_default();
            let (length, other) = match byte {
                b'&' => match entity::reference(rest) {
                    Some((length, value)) => (length, Some(value)),
                    None => (1, None),
                },
                b' ' | b'\n' | b'\t' | b'\r' | 0x0C if !is_pre => {
                    let length = rest.len() - rest.trim_start_matches([' ', '\n', '\t', '\r', '\u{C}']).len();
                    let is_double = at == from && self.builder.open().ends_with([' ', '\n']);
                    match rest.get(..length) {
                        _ if is_double => (length, Some(String::new())),
                        Some(" ") => (length, None),
                        _ => (length, Some(" ".to_owned())),
                    }
                }
                // Where a word may be broken, it is one word.
                0xC2 | 0xE2 if rest.starts_with(['\u{AD}', '\u{200B}']) => {
                    (rest.chars().next().map_or(1, char::len_utf8), Some(String::new()))
                }
                _ => (1, None),
            };
            if let Some(other) = other {
                self.add(span, from, at);
                let other = other.replace(['\u{AD}', '\u{200B}'], "");
                if !other.is_empty() {
                    let whole = Span::new(span.start + at, span.start + at + length);
                    self.builder.add(&other, whole, false);
                }
                from = at + length;
            }
            at += length;
        }
        self.add(span, from, text.len());
    }

    /// The bytes `from..to` of a piece of text, as they are.
    fn add(&mut self, span: Span, from: usize, to: usize) {
        let inner = Span::new(span.start + from, span.start + to);
        let text = inner.of(self.source);
        if !text.is_empty() {
            self.builder.add(text, inner, true);
        }
    }

    /// The cells of a row stand on lines of their own.
    fn soft_break(&mut self) {
        let open = self.builder.open();
        // Only its ends are looked at, so that any number of breaks is read in time.
        if !open.trim_start().is_empty() && !open.trim_end_matches(' ').ends_with('\n') {
            self.builder.blank("\n");
        }
    }

    /// Ends the open block. One that is nothing but a link leads to another story; titles may be links to themselves.
    fn end_block(&mut self) {
        if self.has_unlinked || self.kind == BlockKind::Heading(1) {
            self.builder.end_block(self.kind);
        } else {
            self.builder.drop_block();
        }
        self.has_unlinked = false;
        self.kind = BlockKind::Paragraph;
    }
}

impl Meta {
    /// The article with what the page says of it.
    fn give(self, mut article: Article) -> Article {
        article.title = self.title();
        article.published = self.published();
        article.outlet = self.outlet();
        article.author = self.author();
        article.url = self.url();
        article
    }
}
