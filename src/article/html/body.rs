//! Which elements of a page hold the article: those that say so, otherwise those with the most running text.

use super::tag::Tag;
use super::tree::{Node, Piece, Tree};

/// Bytes of text from which on a block is running text; less is a label, a button or a line of a menu.
const RUNNING: usize = 25;
/// How far up an element looks for what it belongs to.
const NEAR: usize = 4;

/// What an element holds, in bytes that are no blanks.
#[derive(Clone, Copy, Debug, Default)]
struct Measure {
    /// Of the element itself and what stands in its lines.
    own: usize,
    /// Of that, in links.
    linked: usize,
    /// Running text in it and all that it holds.
    prose: usize,
    /// All text in it.
    all: usize,
    /// How much it is the one that holds the text: its own paragraphs count in full, those a step further in by half.
    score: usize,
}

/// For each element whether it is read.
pub(super) fn read(tree: &Tree<'_>) -> Vec<bool> {
    let lost = lost(&tree.nodes);
    let measures = measure(tree, &lost);
    let main = main(&tree.nodes, &measures, &lost);
    let in_article = ancestors(&tree.nodes, main).any(|node| node.tag == Tag::Article);
    let whole = measures.get(main).map_or(0, |measure| measure.all);
    let mut read = vec![false; tree.nodes.len()];
    for (index, node) in tree.nodes.iter().enumerate() {
        let around = index != 0 && read.get(node.parent).copied().unwrap_or_default();
        let all = measures.get(index).map_or(0, |measure| measure.all);
        // What stands beside the text is small; a frame that is merely called so holds nearly all of it.
        let is_aside = is_beside(&tree.nodes, index) || in_article && node.tag == Tag::Article;
        let is_dropped = is_aside && all.saturating_mul(3) <= whole.saturating_mul(2);
        // The title often stands before what holds the text, or in the header of the page.
        let is_title = node.tag == Tag::Heading(1)
            && !is_lost(&lost, index)
            && (index < main || is_in_header(&tree.nodes, index));
        let is_read = index == main || around && !node.is_unread && !is_dropped || is_title;
        if let Some(here) = read.get_mut(index) {
            *here = is_read;
        }
    }
    read
}

fn is_lost(lost: &[bool], index: usize) -> bool {
    lost.get(index).copied().unwrap_or(true)
}

/// Whether an element stands beside the text, by what it is or by what it is called.
fn is_beside(nodes: &[Node], index: usize) -> bool {
    let near = || ancestors(nodes, index).skip(1).take(NEAR);
    nodes.get(index).is_some_and(|node| {
        node.is_beside
            || match node.tag {
                Tag::Around | Tag::Pre => true,
                // The header of an article holds its title and its first lines, that of a page the name of the outlet.
                Tag::Header => !near().any(|above| matches!(above.tag, Tag::Article | Tag::Main)),
                Tag::Time => is_in_header(nodes, index),
                _ => false,
            }
    })
}

fn is_in_header(nodes: &[Node], index: usize) -> bool {
    let mut near = ancestors(nodes, index).skip(1).take(NEAR);
    near.any(|above| above.tag == Tag::Header)
}

/// An element and those in which it stands, the innermost first.
fn ancestors(nodes: &[Node], index: usize) -> impl Iterator<Item = &Node> {
    let mut next = Some(index);
    std::iter::from_fn(move || {
        let at = next?;
        let node = nodes.get(at)?;
        next = (at > 0).then_some(node.parent);
        Some(node)
    })
}

/// The elements that are not read, and all that stands in them.
fn lost(nodes: &[Node]) -> Vec<bool> {
    let mut lost: Vec<bool> = Vec::with_capacity(nodes.len());
    for (index, node) in nodes.iter().enumerate() {
        let above = index > 0 && lost.get(node.parent).copied().unwrap_or_default();
        lost.push(above || node.is_unread);
    }
    lost
}

/// What each element holds. An element comes after the one in which it stands, so sums are ready when they are read.
fn measure(tree: &Tree<'_>, lost: &[bool]) -> Vec<Measure> {
    let mut measures = vec![Measure::default(); tree.nodes.len()];
    for piece in &tree.pieces {
        if let Piece::Text(index, span) = *piece
            && !is_lost(lost, index)
            && let (Some(node), Some(measure)) = (tree.nodes.get(index), measures.get_mut(index))
        {
            let length = span
                .of(tree.source)
                .bytes()
                .filter(|byte| !byte.is_ascii_whitespace())
                .count();
            measure.own += length;
            measure.all += length;
            measure.linked += if node.is_link { length } else { 0 };
        }
    }
    // What is beside the text is no sign of it.
    let counts: Vec<bool> = (0..tree.nodes.len())
        .map(|index| !is_beside(&tree.nodes, index))
        .collect();
    for index in (1..tree.nodes.len()).rev() {
        let (Some(node), Some(&(mut inner))) = (tree.nodes.get(index), measures.get(index)) else {
            continue;
        };
        let is_inline = node.tag.is_inline();
        if !is_inline {
            let unlinked = inner.own - inner.linked.min(inner.own);
            inner.prose += if unlinked >= RUNNING { unlinked } else { 0 };
            if let Some(measure) = measures.get_mut(index) {
                measure.prose = inner.prose;
            }
        }
        let grand = tree.nodes.get(node.parent).map_or(0, |parent| parent.parent);
        let counts = counts.get(index).copied().unwrap_or_default();
        if let Some(outer) = measures.get_mut(node.parent) {
            outer.all += inner.all;
            if is_inline {
                outer.own += inner.own;
                outer.linked += inner.linked;
            }
            if counts {
                outer.prose += inner.prose;
                if node.tag == Tag::P || !is_inline && inner.prose > 0 && inner.score == 0 {
                    outer.score += inner.prose * 2;
                }
            }
        }
        if counts
            && node.tag == Tag::P
            && let Some(grand) = measures.get_mut(grand)
        {
            grand.score += inner.prose;
        }
    }
    measures
}

/// The element that holds the article.
fn main(nodes: &[Node], measures: &[Measure], lost: &[bool]) -> usize {
    let prose = |index: usize| measures.get(index).map_or(0, |measure| measure.prose);
    let size = |index: usize| (prose(index), measures.get(index).map_or(0, |measure| measure.all));
    let largest = |is_one: &dyn Fn(&Node) -> bool| {
        let found = nodes
            .iter()
            .enumerate()
            .filter(|(index, node)| is_one(node) && !is_lost(lost, *index));
        // Of two that hold the same, the outer one: it may hold the title, too.
        found
            .map(|(index, _)| index)
            .rev()
            .max_by_key(|&index| size(index))
    };
    let page = prose(0);
    let frame = largest(&|node| node.tag == Tag::Main);
    let whole = frame.map_or(page, prose);
    let said = [
        (largest(&|node| node.tag == Tag::Article), whole.div_ceil(2)),
        (largest(&|node| node.is_body), whole.div_ceil(2)),
        (frame, page.div_ceil(3)),
    ];
    let said = said
        .into_iter()
        .find_map(|(found, least)| found.filter(|&index| prose(index) >= least));
    said.unwrap_or_else(|| densest(nodes, measures, lost))
}

/// The element with the most paragraphs of its own, or the one around it that holds clearly more of them.
fn densest(nodes: &[Node], measures: &[Measure], lost: &[bool]) -> usize {
    let score = |index: usize| measures.get(index).map_or(0, |measure| measure.score);
    let found = (0..nodes.len())
        .filter(|&index| !is_lost(lost, index))
        .rev()
        .max_by_key(|&index| score(index));
    let mut at = found.filter(|&index| score(index) > 0).unwrap_or(0);
    while let Some(node) = nodes.get(at)
        && at != 0
    {
        let prose = |index: usize| measures.get(index).map_or(0, |measure| measure.prose);
        if prose(node.parent).saturating_mul(4) <= prose(at).saturating_mul(5) {
            break;
        }
        at = node.parent;
    }
    at
}
