//! Floor 1. A text of which diagnostics show the part that matters: the lines around a mark where lines are short, a
//! window of the line where they are not. Lines and columns are those of the whole text, columns in characters.

use std::borrow::Cow;
use std::sync::Arc;

use miette::{MietteError, MietteSpanContents, SourceCode, SourceSpan, SpanContents};

use crate::text::{LineIndex, Position, Span, ceil, floor, in_a_line, in_place};

/// How wide a line is shown unless something else is asked for.
const WIDTH: usize = 96;
/// Marks farther apart than this are drawn apart.
const REACH: usize = 80;
/// Nothing longer than this, in bytes, is shown whole: neither a mark nor the lines around one.
const PAGE: usize = 64 * WIDTH;

/// A text with its name, as diagnostics show it.
#[derive(Clone, Debug)]
pub(crate) struct Excerpt {
    name: String,
    text: Arc<str>,
    lines: Arc<LineIndex>,
    /// The longest span that is drawn in one piece.
    reach: usize,
    /// The sentence beyond which nothing is shown of a long line.
    sentence: Option<Span>,
    /// A line longer than this, in bytes, is cut to a window of about this width.
    width: usize,
}

impl Excerpt {
    /// The text `text`, named `name` above each excerpt.
    #[must_use]
    pub(crate) fn new(name: impl Into<String>, text: impl Into<Arc<str>>) -> Self {
        let text: Arc<str> = text.into();
        let text = match in_place(&text) {
            Cow::Borrowed(_) => text,
            Cow::Owned(text) => text.into(),
        };
        let lines = Arc::new(LineIndex::new(&text));
        Self::indexed(name, text, lines)
    }

    /// As [`Excerpt::new`], where the lines of the text are known already and nothing in it steers a terminal.
    pub(crate) fn indexed(name: impl Into<String>, text: Arc<str>, lines: Arc<LineIndex>) -> Self {
        Self {
            name: in_a_line(&name.into()).into_owned(),
            text,
            lines,
            reach: REACH,
            sentence: None,
            width: WIDTH,
        }
    }

    /// The same text, ready to draw these marks, which may be longer than marks usually are.
    #[must_use]
    pub(crate) fn reaching(mut self, marks: impl IntoIterator<Item = Span>) -> Self {
        let longest = marks.into_iter().map(|mark| self.drawn(mark).len()).max();
        self.reach = self.reach.max(longest.unwrap_or_default());
        self
    }

    /// The same text, for a page of another width.
    #[must_use]
    pub(crate) const fn on_a_page_of(mut self, width: usize) -> Self {
        self.width = width;
        self
    }

    /// The same text, of whose long lines nothing is shown beyond this sentence.
    #[must_use]
    pub(crate) fn within(mut self, sentence: Span) -> Self {
        self.sentence = Some(self.clamp(sentence));
        self
    }

    /// Line and column of a byte.
    pub(crate) fn position(&self, at: usize) -> Position {
        self.lines.position(&self.text, at)
    }

    /// A span that lies within the text and on character boundaries, whatever was asked: a mark off by a byte would be
    /// drawn in the wrong place without a word.
    pub(crate) fn clamp(&self, span: Span) -> Span {
        let start = floor(&self.text, span.start);
        let end = ceil(&self.text, span.end.max(span.start));
        Span::new(start, end)
    }

    /// The part of a span that is marked: what is longer than a page is marked at its beginning.
    pub(crate) fn drawn(&self, span: Span) -> Span {
        let end = span.end.min(span.start.saturating_add(PAGE));
        self.clamp(Span::new(span.start, end))
    }

    /// The part of a long line that is the sentence, for a span that stands in it.
    fn in_sentence(&self, line: Span, span: Span) -> Span {
        match self.sentence {
            Some(sentence) if sentence.contains(span) => {
                Span::new(line.start.max(sentence.start), line.end.min(sentence.end))
            }
            _ => line,
        }
    }

    /// The part of a long line around a span, from word to word.
    fn window(&self, line: Span, span: Span) -> Span {
        let margin = (self.width.saturating_sub(span.len()) / 2).max(8);
        let from = floor(&self.text, span.start.saturating_sub(margin));
        let to = ceil(&self.text, span.end.saturating_add(margin));
        let before = Span::new(from.max(line.start), span.start);
        let after = Span::new(span.end, to.min(line.end));
        // A word is not cut: the window begins after its first blank and ends before its last one.
        let start = if before.start == line.start {
            line.start
        } else {
            before
                .of(&self.text)
                .find(' ')
                .map_or(before.start, |at| before.start + at + 1)
        };
        let end = if after.end == line.end {
            line.end
        } else {
            after
                .of(&self.text)
                .rfind(' ')
                .map_or(after.end, |at| after.start + at)
        };
        Span::new(start, end)
    }
}

impl SourceCode for Excerpt {
    fn read_span<'a>(
        &'a self,
        span: &SourceSpan,
        before: usize,
        after: usize,
    ) -> Result<Box<dyn SpanContents<'a> + 'a>, MietteError> {
        let span = self.clamp(Span::new(span.offset(), span.offset().saturating_add(span.len())));
        let lines = self.lines.around(&self.text, span);
        let fits = lines.len() <= PAGE && lines.of(&self.text).lines().all(|line| line.len() <= self.width);
        // Asked for no line of context, the renderer wants to know where the mark itself begins.
        let shown = match (before, after) {
            (0, 0) => span,
            _ if fits => lines,
            // The answer for marks that are far apart makes the renderer draw them apart.
            _ if span.len() > self.reach => return Err(MietteError::OutOfBounds),
            _ => self.window(self.in_sentence(lines, span), span),
        };
        let at = self.lines.position(&self.text, shown.start);
        Ok(Box::new(MietteSpanContents::new_named(
            self.name.clone(),
            shown.of(&self.text).as_bytes(),
            shown.range().into(),
            at.line - 1,
            at.column - 1,
            shown.of(&self.text).lines().count(),
        )))
    }
}
