//! The elements of HTML, as far as they matter to a reader: which are blocks, which are never read, which close others.

use super::super::BlockKind;

/// An element that matters. Others (`b`, `em`, `font`) are seen through.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tag {
    /// The page itself.
    Root,
    A,
    Article,
    /// `aside`, `footer`, `nav`: what stands around a text.
    Around,
    /// A block that is nothing more: `div`, `section`, `address`, …
    Block,
    Body,
    Br,
    Cell,
    Code,
    /// `dd`, which goes with the `dt` before it.
    Definition,
    Figure,
    /// Of a page or of an article.
    Header,
    /// `h1` to `h6`.
    Heading(u8),
    Hr,
    /// `img`, `input` and others that hold nothing and say nothing.
    Void,
    Item,
    Link,
    /// `ul`, `ol`, `menu`, `dl`.
    List,
    Main,
    Meta,
    P,
    Pre,
    /// `q`, whose quotation marks the browser draws.
    Q,
    Quote,
    Row,
    Script,
    Span,
    Sup,
    Table,
    Term,
    Time,
    Title,
    /// What is never read: `style`, `svg`, `button`, what was struck out, …
    Unread,
}

/// How many tags there are: of headings and of others.
pub(super) const TAGS: usize = 40;

impl Tag {
    /// The element of this name, in lower case.
    pub(super) fn of(name: &[u8]) -> Option<Self> {
        Some(match name {
            b"a" => Self::A,
            b"article" => Self::Article,
            b"aside" | b"footer" | b"nav" => Self::Around,
            b"body" => Self::Body,
            b"br" => Self::Br,
            b"td" | b"th" => Self::Cell,
            b"code" | b"samp" | b"kbd" => Self::Code,
            b"dd" => Self::Definition,
            b"figure" => Self::Figure,
            b"header" => Self::Header,
            b"h1" => Self::Heading(1),
            b"h2" => Self::Heading(2),
            b"h3" => Self::Heading(3),
            b"h4" => Self::Heading(4),
            b"h5" => Self::Heading(5),
            b"h6" => Self::Heading(6),
            b"hr" => Self::Hr,
            b"area" | b"base" | b"col" | b"embed" | b"img" | b"input" | b"param" | b"source" | b"track"
            | b"wbr" => Self::Void,
            b"li" => Self::Item,
            b"link" => Self::Link,
            b"ul" | b"ol" | b"menu" | b"dl" => Self::List,
            b"main" => Self::Main,
            b"meta" => Self::Meta,
            b"p" => Self::P,
            b"pre" | b"listing" => Self::Pre,
            b"q" => Self::Q,
            b"blockquote" => Self::Quote,
            b"tr" => Self::Row,
            b"script" => Self::Script,
            b"span" => Self::Span,
            b"sup" => Self::Sup,
            b"table" => Self::Table,
            b"dt" => Self::Term,
            b"time" => Self::Time,
            b"title" => Self::Title,
            b"audio" | b"button" | b"canvas" | b"datalist" | b"del" | b"dialog" | b"iframe" | b"label"
            | b"math" | b"noembed" | b"noframes" | b"noscript" | b"object" | b"rp" | b"rt" | b"s"
            | b"select" | b"strike" | b"style" | b"svg" | b"template" | b"textarea" | b"video" => {
                Self::Unread
            }
            b"address" | b"caption" | b"center" | b"details" | b"dir" | b"div" | b"fieldset"
            | b"figcaption" | b"form" | b"hgroup" | b"search" | b"section" | b"summary" => Self::Block,
            _ => return None,
        })
    }

    /// Its place in a table of [`TAGS`] places.
    pub(super) const fn index(self) -> usize {
        match self {
            Self::Root => 0,
            Self::A => 1,
            Self::Article => 2,
            Self::Around => 3,
            Self::Block => 4,
            Self::Body => 5,
            Self::Br => 6,
            Self::Cell => 7,
            Self::Code => 8,
            Self::Definition => 9,
            Self::Figure => 10,
            Self::Hr => 11,
            Self::Void => 12,
            Self::Item => 13,
            Self::Link => 14,
            Self::List => 15,
            Self::Main => 16,
            Self::Meta => 17,
            Self::P => 18,
            Self::Pre => 19,
            Self::Q => 20,
            Self::Quote => 21,
            Self::Row => 22,
            Self::Script => 23,
            Self::Span => 24,
            Self::Sup => 25,
            Self::Table => 26,
            Self::Term => 27,
            Self::Time => 28,
            Self::Title => 29,
            Self::Unread => 30,
            Self::Header => 32,
            // Browsers let the end of one heading close another.
            Self::Heading(_) => 31,
        }
    }

    /// Whether it stands in a line of text.
    pub(super) const fn is_inline(self) -> bool {
        matches!(
            self,
            Self::A
                | Self::Code
                | Self::Q
                | Self::Script
                | Self::Span
                | Self::Sup
                | Self::Time
                | Self::Title
                | Self::Unread
        )
    }

    /// Whether it holds nothing, so that no end tag follows.
    pub(super) const fn is_void(self) -> bool {
        matches!(self, Self::Br | Self::Hr | Self::Link | Self::Meta | Self::Void)
    }

    /// Whether it is never read, nor anything in it.
    pub(super) const fn is_unread(self) -> bool {
        matches!(self, Self::Script | Self::Title | Self::Unread)
    }

    /// Whether a table lies between what is in it and what is around.
    pub(super) const fn is_scope(self) -> bool {
        matches!(self, Self::Root | Self::Table | Self::Cell)
    }

    /// Whether it is a part of a table.
    pub(super) const fn is_of_table(self) -> bool {
        matches!(self, Self::Row | Self::Cell)
    }

    /// What the text in it is, where it says so.
    pub(super) const fn kind(self) -> Option<BlockKind> {
        match self {
            Self::Heading(level) => Some(BlockKind::Heading(level)),
            Self::Item => Some(BlockKind::Item),
            Self::Quote => Some(BlockKind::Quote),
            Self::Row | Self::Term | Self::Definition => Some(BlockKind::Row),
            _ => None,
        }
    }
}
