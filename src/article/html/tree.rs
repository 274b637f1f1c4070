//! Tags and text as a tree: which element each piece of text stands in. Broken markup is mended as browsers mend it, as far
//! as it matters to the text, and in time linear in the page: an element is looked for in a list of its own, and what is
//! closed is gone from the stack for good.

use std::convert::Infallible;

use html5gum::Tokenizer;
use html5gum::emitters::callback::{CallbackEmitter, CallbackEvent};

use super::attributes::Attributes;
use super::meta::Meta;
use super::tag::{TAGS, Tag};
use crate::text::Span;

/// A page, read.
#[derive(Debug)]
pub(super) struct Tree<'s> {
    pub(super) source: &'s str,
    /// The elements in the order of the page, each after the one in which it stands. The first is the page.
    pub(super) nodes: Vec<Node>,
    /// What is to be read, in the order of the page.
    pub(super) pieces: Vec<Piece>,
    pub(super) meta: Meta,
    /// The elements that are open.
    stack: Vec<Open>,
    /// Where on the stack the open elements of each tag stand.
    open: Vec<Vec<usize>>,
    /// Where on the stack the open blocks stand.
    blocks: Vec<usize>,
    /// Where on the stack tables and their cells stand.
    scopes: Vec<usize>,
    /// The tag that is being read.
    pending: Option<Tag>,
    attributes: Attributes,
}

/// An element.
#[derive(Clone, Copy, Debug)]
pub(super) struct Node {
    /// The element in which it stands.
    pub(super) parent: usize,
    pub(super) tag: Tag,
    /// It is not read: by what it is, or because it is hidden.
    pub(super) is_unread: bool,
    /// It stands beside the text by what it is called: comments, sharing, related stories.
    pub(super) is_beside: bool,
    /// It, or what it stands in, leads to another page.
    pub(super) is_link: bool,
    /// It says that it holds the article.
    pub(super) is_body: bool,
    /// It lays out a page, or a list of terms, in the manner of a table.
    pub(super) is_layout: bool,
    /// How many paragraphs are in this cell.
    paragraphs: usize,
}

/// A piece of what is to be read. Its number is that of the element in which it stands.
#[derive(Clone, Copy, Debug)]
pub(super) enum Piece {
    /// Text of the source, entities and all.
    Text(usize, Span),
    /// The end of a block, or the beginning of one.
    Break(usize),
    /// The end of a cell.
    Cell(usize),
    /// A quotation mark that the browser draws, and the tag for which it stands.
    Mark(usize, &'static str, Span),
}

#[derive(Clone, Copy, Debug)]
struct Open {
    tag: Tag,
    node: usize,
    /// It was closed by an end tag that stands in another block than its start tag.
    is_dead: bool,
}

impl<'s> Tree<'s> {
    /// Reads a page.
    pub(super) fn new(source: &'s str) -> Self {
        let root = Node {
            parent: 0,
            tag: Tag::Root,
            is_unread: false,
            is_beside: false,
            is_link: false,
            is_body: false,
            is_layout: false,
            paragraphs: 0,
        };
        let mut tree = Self {
            source,
            nodes: vec![root],
            pieces: Vec::new(),
            meta: Meta::default(),
            stack: vec![Open {
                tag: Tag::Root,
                node: 0,
                is_dead: false,
            }],
            open: vec![Vec::new(); TAGS],
            blocks: vec![0],
            scopes: vec![0],
            pending: None,
            attributes: Attributes::default(),
        };
        let callback = |event: CallbackEvent<'_>, span: html5gum::Span<usize>| {
            tree.event(event, Span::new(span.start, span.end));
            None::<Infallible>
        };
        let mut emitter = CallbackEmitter::new(callback);
        emitter.naively_switch_states(true);
        // Reading a string cannot fail.
        let _ = Tokenizer::new_with_emitter(source, emitter).finish();
        tree.pop_to(1, None);
        tree
    }

    fn event(&mut self, event: CallbackEvent<'_>, span: Span) {
        match event {
            CallbackEvent::OpenStartTag { name } => {
                self.pending = Tag::of(name);
                self.attributes.clear();
            }
            CallbackEvent::AttributeName { name } if self.pending.is_some() => self.attributes.name(name),
            CallbackEvent::AttributeValue { value } if self.pending.is_some() => self.attributes.value(value),
            CallbackEvent::CloseStartTag { .. } => {
                if let Some(tag) = self.pending.take() {
                    self.start(tag, span);
                }
            }
            CallbackEvent::EndTag { name } => {
                self.pending = None;
                if let Some(tag) = Tag::of(name) {
                    self.end(tag, span);
                }
            }
            CallbackEvent::String { .. } => self.text(span),
            CallbackEvent::AttributeName { .. }
            | CallbackEvent::AttributeValue { .. }
            | CallbackEvent::Comment { .. }
            | CallbackEvent::Doctype { .. }
            | CallbackEvent::Error(_) => {}
        }
    }

    fn text(&mut self, span: Span) {
        let (node, tag) = self.top();
        match tag {
            Tag::Script => self.meta.script(span.of(self.source)),
            Tag::Title => self.meta.page_title(span.of(self.source)),
            _ => {}
        }
        self.pieces.push(Piece::Text(node, span));
    }

    /// The innermost open element.
    fn top(&self) -> (usize, Tag) {
        self.stack
            .last()
            .map_or((0, Tag::Root), |open| (open.node, open.tag))
    }

    fn start(&mut self, tag: Tag, span: Span) {
        self.close_before(tag);
        let parent = self.top().0;
        match tag {
            Tag::Meta => self.meta.tag(&self.attributes),
            Tag::Link => self.meta.link(&self.attributes),
            Tag::Br | Tag::Hr => self.pieces.push(Piece::Break(parent)),
            Tag::Script => self.meta.begin_script(&self.attributes),
            Tag::Time => self.meta.time(&self.attributes, !self.is_open(Tag::P)),
            _ => {}
        }
        if tag.is_void() {
            return;
        }
        self.note_layout(tag);
        if !tag.is_inline() && !matches!(tag, Tag::Definition | Tag::Cell) {
            self.pieces.push(Piece::Break(parent));
        }
        let node = self.nodes.len();
        let inherited = self.nodes.get(parent).is_some_and(|parent| parent.is_link);
        self.nodes.push(Node {
            parent,
            // What says that it is the article or the main part is as good as the element.
            tag: self
                .attributes
                .landmark()
                .filter(|_| !tag.is_inline())
                .unwrap_or(tag),
            is_unread: tag.is_unread() || self.attributes.is_hidden() || self.is_reference(tag),
            is_beside: self.attributes.is_beside() && !matches!(tag, Tag::Body | Tag::Main),
            is_link: inherited || (tag == Tag::A && self.attributes.leads_away()),
            is_body: self.attributes.is_article_body(),
            is_layout: false,
            paragraphs: 0,
        });
        self.push(tag, node);
        if tag == Tag::Q {
            self.pieces.push(Piece::Mark(node, "\u{201C}", span));
        }
    }

    /// A mark that leads to a note at the foot of the page: it belongs to no sentence.
    fn is_reference(&self, tag: Tag) -> bool {
        matches!(tag, Tag::A | Tag::Sup) && self.attributes.is_note()
    }

    fn push(&mut self, tag: Tag, node: usize) {
        let at = self.stack.len();
        self.stack.push(Open {
            tag,
            node,
            is_dead: false,
        });
        if let Some(open) = self.open.get_mut(tag.index()) {
            open.push(at);
        }
        if !tag.is_inline() {
            self.blocks.push(at);
        }
        if tag.is_scope() {
            self.scopes.push(at);
        }
    }

    /// Closes what cannot hold an element of this tag.
    fn close_before(&mut self, tag: Tag) {
        let scope = self.scopes.last().copied().unwrap_or(0);
        let last = |tag: Tag| self.last(tag).unwrap_or(0);
        let closed = match tag {
            Tag::A => Some(last(Tag::A)),
            Tag::Item => Some(last(Tag::Item)).filter(|&at| at > last(Tag::List)),
            Tag::Term | Tag::Definition => {
                Some(last(Tag::Term).max(last(Tag::Definition))).filter(|&at| at > last(Tag::List))
            }
            Tag::Row => Some(last(Tag::Row)).filter(|&at| at > last(Tag::Table)),
            Tag::Cell => Some(last(Tag::Cell)).filter(|&at| at > last(Tag::Row).max(last(Tag::Table))),
            _ => None,
        };
        match closed {
            // The cell that is closed is a boundary itself.
            Some(at) if at > scope || (at > 0 && matches!(tag, Tag::Row | Tag::Cell)) => {
                self.pop_to(at, None);
            }
            _ => {}
        }
        if !tag.is_inline() && !tag.is_void() || tag == Tag::Hr {
            let scope = self.scopes.last().copied().unwrap_or(0);
            if let Some(at) = self.last(Tag::P).filter(|&at| at > scope) {
                self.pop_to(at, None);
            }
        }
    }

    /// Where the innermost open element of a tag stands on the stack.
    fn last(&self, tag: Tag) -> Option<usize> {
        self.open.get(tag.index())?.last().copied()
    }

    fn is_open(&self, tag: Tag) -> bool {
        self.last(tag).is_some()
    }

    /// A table that holds headings, tables or several paragraphs in a cell lays out a page.
    fn note_layout(&mut self, tag: Tag) {
        let lays_out = matches!(tag, Tag::Table | Tag::Heading(_) | Tag::Pre | Tag::Quote);
        if !lays_out && tag != Tag::P {
            return;
        }
        for (inner, outer) in [(Tag::Cell, Tag::Row), (Tag::Definition, Tag::Definition)] {
            let node = |at: Option<usize>| self.stack.get(at?).map(|open| open.node);
            let (inner, outer) = (node(self.last(inner)), node(self.last(outer)));
            let Some(inner) = inner.and_then(|node| self.nodes.get_mut(node)) else {
                continue;
            };
            inner.paragraphs += 1;
            let lays_out = lays_out || inner.paragraphs > 1;
            if lays_out && let Some(outer) = outer.and_then(|node| self.nodes.get_mut(node)) {
                outer.is_layout = true;
            }
        }
    }

    fn end(&mut self, tag: Tag, span: Span) {
        if tag.is_void() || tag == Tag::P && !self.is_open(tag) {
            // `</br>` and `</p>` alone break a line all the same.
            self.pieces.push(Piece::Break(self.top().0));
            return;
        }
        let Some(at) = self.last(tag) else { return };
        let scope = match tag {
            Tag::Table => 0,
            _ if tag.is_of_table() => self.last(Tag::Table).unwrap_or(0),
            _ => self.scopes.last().copied().unwrap_or(0),
        };
        if at < scope {
            return;
        }
        if tag.is_inline() && self.blocks.last().is_some_and(|&block| block > at) {
            self.kill(tag, at);
            return;
        }
        self.pop_to(at, Some(span));
    }

    /// Ends an element without ending the blocks that began in it.
    fn kill(&mut self, tag: Tag, at: usize) {
        if let Some(open) = self.stack.get_mut(at) {
            open.is_dead = true;
        }
        if let Some(open) = self.open.get_mut(tag.index()) {
            open.pop();
        }
    }

    /// Closes every element from place `at` of the stack on; `end` is the end tag of that one, where it has one.
    fn pop_to(&mut self, at: usize, end: Option<Span>) {
        while self.stack.len() > at.max(1) {
            let Some(open) = self.stack.pop() else { break };
            let place = self.stack.len();
            if !open.is_dead
                && let Some(places) = self.open.get_mut(open.tag.index())
            {
                places.pop();
            }
            for places in [&mut self.blocks, &mut self.scopes] {
                if places.last() == Some(&place) {
                    places.pop();
                }
            }
            let parent = self.top().0;
            match open.tag {
                Tag::Cell | Tag::Term => self.pieces.push(Piece::Cell(open.node)),
                Tag::Q => {
                    let here = self.pieces.iter().rev().find_map(|piece| match piece {
                        Piece::Text(_, span) | Piece::Mark(_, _, span) => Some(span.end),
                        Piece::Break(_) | Piece::Cell(_) => None,
                    });
                    let here = here.unwrap_or(0);
                    let span = end.filter(|_| place == at).unwrap_or(Span::new(here, here));
                    self.pieces.push(Piece::Mark(open.node, "\u{201D}", span));
                }
                tag if !tag.is_inline() => self.pieces.push(Piece::Break(parent)),
                _ => {}
            }
        }
    }
}
