//! What the words beside a number make of it: a part, a whole, an attribute, the way from one thing to another.

use std::ops::Range;

use super::super::Page;
use super::super::frame::Frame;
use super::super::reference::Who;
use crate::document::Tags;
use crate::mention::{Count, Mention};
use crate::value::unit::{Dimension, Unit};

/// Between a measure and the words for its subject stand at most so many words.
pub(super) const MODIFIERS: usize = 3;

/// Whether a measure stands before the words for the claim's subject: "a 120-metre steel ferry".
pub(super) fn is_attribute(page: &Page<'_, '_>, frame: &Frame, mention: &Mention, count: &Count) -> bool {
    let end = mention.tokens.end;
    let is_measure =
        matches!(count.unit, Some(Unit::Measure(measure)) if measure.dimension != Dimension::Time);
    is_measure
        && (end..=end + MODIFIERS).any(|at| {
            let reference = page.references.over(&(at..at + 1));
            reference.is_some_and(|reference| {
                reference.tokens.start == at
                    && matches!(reference.who, Who::Entity(id) if frame.of.contains(&id))
            })
        })
        && !(end..end + MODIFIERS)
            .take_while(|&at| page.references.over(&(at..at + 1)).is_none())
            .any(|at| {
                let token = page.document.tokens().get(at);
                token.is_none_or(|token| !token.is_word() || token.tags.any(Tags::FUNCTION))
            })
}

/// Whether a number is the whole of which one beside it is a part: "12 of the 80", "of the 80, 12".
pub(super) fn is_whole(page: &Page<'_, '_>, mention: &Mention) -> bool {
    let all = &page.counts.all;
    let at = all.partition_point(|counted| counted.mention.tokens.start < mention.tokens.start);
    let beside = all
        .get(at.saturating_sub(1)..(at + 2).min(all.len()))
        .unwrap_or_default();
    beside.iter().any(|counted| {
        counted
            .count
            .part_of
            .is_some_and(|whole| whole.start == mention.span.start)
    })
}

/// Whether a count tells how far off something lies from what its cue names: "two hours after the dam had burst".
pub(super) fn is_offset(page: &Page<'_, '_>, mention: &Mention, cue: Option<&Range<usize>>) -> bool {
    let next = mention.tokens.end;
    matches!(page.document.lower(next), "after" | "before" | "since" | "from")
        && cue.is_some_and(|cue| cue.start > next)
}
