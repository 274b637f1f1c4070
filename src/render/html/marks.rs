//! Words under marks: the text of a block, cut where a mark begins or ends, each piece in the colours of the mark that
//! weighs most there.

use maud::{Markup, html};

use crate::text::Span;

/// A mark on words of the text.
#[derive(Clone, Debug)]
pub(super) struct Mark {
    /// Bytes of the text.
    pub(super) span: Span,
    pub(super) layer: Layer,
    /// The id of the mark and of its note; evidence has none.
    pub(super) ids: Option<(String, String)>,
}

/// What a mark is; where several lie over each other, the last of this list is seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Layer {
    Evidence,
    Near,
    Yes,
    Spell,
    Known,
    Check,
    No,
}

impl Layer {
    const ALL: [Self; 7] = [
        Self::Evidence,
        Self::Near,
        Self::Yes,
        Self::Spell,
        Self::Known,
        Self::Check,
        Self::No,
    ];

    const fn class(self) -> &'static str {
        match self {
            Self::Evidence => "because",
            Self::Near => "near",
            Self::Yes => "yes",
            Self::Spell => "spell",
            Self::Known => "known",
            Self::Check => "check",
            Self::No => "no",
        }
    }
}

/// The marks of an article; its blocks are asked for in the order of the text, so that all of it costs what it is long.
pub(super) struct Marks<'m> {
    marks: &'m [Mark],
    /// Where marks begin (`true`) and end, in order.
    turns: Vec<(usize, bool, usize)>,
    next: usize,
    /// How many marks of each layer lie over the words at hand.
    open: [usize; Layer::ALL.len()],
    /// The note of the last mark that began on each layer.
    notes: [Option<usize>; Layer::ALL.len()],
}

impl<'m> Marks<'m> {
    pub(super) fn new(marks: &'m [Mark]) -> Self {
        let filled = marks.iter().enumerate().filter(|(_, mark)| !mark.span.is_empty());
        let mut turns: Vec<_> = filled
            .flat_map(|(index, mark)| [(mark.span.start, true, index), (mark.span.end, false, index)])
            .collect();
        // What ends at a place ends before another begins there.
        turns.sort_unstable();
        Self {
            marks,
            turns,
            next: 0,
            open: [0; Layer::ALL.len()],
            notes: [None; Layer::ALL.len()],
        }
    }

    /// The text of a block with its marks.
    pub(super) fn block(&mut self, text: &str, block: Span) -> Markup {
        let mut pieces = Vec::new();
        let mut at = block.start;
        while at < block.end {
            let mut begun = Vec::new();
            while let Some(&(place, begins, index)) = self.turns.get(self.next).filter(|turn| turn.0 <= at) {
                debug_assert!(place <= at);
                self.turn(begins, index);
                if begins {
                    begun.push(index);
                }
                self.next += 1;
            }
            let next = self.turns.get(self.next).map_or(block.end, |turn| turn.0);
            let piece = Span::new(at, next.min(block.end));
            pieces.push(self.piece(piece.of(text), &begun));
            at = piece.end;
        }
        html! { @for piece in &pieces { (piece) } }
    }

    fn turn(&mut self, begins: bool, index: usize) {
        let Some(mark) = self.marks.get(index) else { return };
        let layer = mark.layer as usize;
        if let Some(open) = self.open.get_mut(layer) {
            *open = if begins { *open + 1 } else { open.saturating_sub(1) };
        }
        if let Some(note) = self.notes.get_mut(layer).filter(|_| begins) {
            *note = Some(index);
        }
    }

    /// A piece of text under the marks that are open, of which some begin here.
    fn piece(&self, text: &str, begun: &[usize]) -> Markup {
        let layer = Layer::ALL
            .into_iter()
            .rev()
            .find(|&layer| self.open.get(layer as usize).is_some_and(|&open| open > 0));
        let shown = layer.and_then(|layer| self.notes.get(layer as usize).copied().flatten());
        let ids = |index: usize| self.marks.get(index).and_then(|mark| mark.ids.as_ref());
        let others = begun
            .iter()
            .filter(|&&index| Some(index) != shown)
            .filter_map(|&index| ids(index));
        html! {
            @for (id, _) in others { span id=(id) {} }
            @match (layer, shown.and_then(ids)) {
                (None, _) => (text),
                (Some(layer), Some((id, note))) => {
                    @let own = shown.is_some_and(|shown| begun.contains(&shown));
                    a class={ "mark " (layer.class()) } id=[own.then_some(id)] href={ "#" (note) } { (text) }
                },
                (Some(layer), None) => { span class=(layer.class()) { (text) } },
            }
        }
    }
}
