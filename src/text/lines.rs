//! Lines and columns, found once for a text and asked for many spans.

/// A place for people: line and column, both counted from 1, the column in Unicode scalar values.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    /// Line, from 1.
    pub line: usize,
    /// Column in Unicode scalar values, from 1.
    pub column: usize,
}

/// The starts of the lines of a text.
///
/// ```
/// use corroborate::LineIndex;
/// let text = "née à\nParis";
/// let lines = LineIndex::new(text);
/// let at = lines.position(text, text.find("Paris").unwrap());
/// assert_eq!((at.line, at.column), (2, 1));
/// let at = lines.position(text, text.find('à').unwrap());
/// assert_eq!((at.line, at.column), (1, 5));
/// ```
#[derive(Clone, Debug)]
pub struct LineIndex {
    starts: Vec<usize>,
}

impl LineIndex {
    /// Finds the line starts of `text`, in time linear in its length.
    #[must_use]
    pub fn new(text: &str) -> Self {
        let starts = std::iter::once(0).chain(memchr::memchr_iter(b'\n', text.as_bytes()).map(|at| at + 1));
        Self {
            starts: starts.collect(),
        }
    }

    /// Line and column of a byte offset of the same `text`; an offset past the end is the end.
    #[must_use]
    pub fn position(&self, text: &str, offset: usize) -> Position {
        let line = self.starts.partition_point(|&start| start <= offset).max(1);
        let start = self.starts.get(line - 1).copied().unwrap_or_default();
        let before = text
            .as_bytes()
            .get(start..offset.min(text.len()))
            .unwrap_or_default();
        // Every byte of UTF-8 that does not continue a character begins one.
        let column = before.iter().filter(|&&byte| byte & 0xC0 != 0x80).count() + 1;
        Position { line, column }
    }
}
