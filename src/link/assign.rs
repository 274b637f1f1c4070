//! Links weighed together: a mention that is the truth of one claim is not held against another, and is held against one
//! claim at most, the one that explains it best.

use std::ops::Range;

use rustc_hash::{FxHashMap, FxHashSet};

use super::mood::Mood;
use super::{Link, Page};
use crate::value::Agreement;

/// From here on an agreeing value supports its claim.
const SUPPORTS: f64 = 0.28;
/// From here on a vaguer value counts as compatible.
const COMPATIBLE: f64 = 0.4;
/// From here on a value that disagrees is held against its claim.
const CONTRADICTS: f64 = 0.6;
/// From here on a value that the sheet lists as wrong is held against its claim.
const KNOWN_WRONG: f64 = 0.45;
/// From here on an agreeing value explains a mention, so that no other claim is held against it.
const EXPLAINS: f64 = 0.2;
/// … where it is at least this share of the disagreeing link, for values that agree by chance.
const EXPLAINS_SHARE: f64 = 0.4;
/// What a contradiction is worth whose cue governs another mention, which stands nearer to it.
const CUE_TAKEN: f64 = 0.65;
/// What a contradiction is worth where the article elsewhere supports the claim: a wrong link is likelier than an article
/// that disagrees with itself.
const SUPPORTED_ELSEWHERE: f64 = 0.85;

/// A mention, by its tokens.
type Place = (usize, usize);

/// What the links of a document say of each other.
#[derive(Default)]
struct Board {
    /// The best agreeing link of each mention.
    explained: FxHashMap<Place, f64>,
    /// Claims supported in a sentence.
    supported: FxHashSet<(usize, usize)>,
    /// Claims supported anywhere.
    supported_somewhere: FxHashSet<usize>,
    /// How near the nearest mention stands to a cue, by claim and cue.
    nearest: FxHashMap<(usize, usize), u32>,
    /// The best disagreeing link of each mention.
    held: FxHashMap<Place, f64>,
    /// Mentions that a sheet lists as wrong for some claim.
    never: FxHashSet<Place>,
}

fn place(tokens: &Range<usize>) -> Place {
    (tokens.start, tokens.end)
}

impl Board {
    fn new(page: &Page<'_, '_>, links: &[Link]) -> Self {
        let mut board = Self::default();
        for link in links {
            let sentence = page.document.sentence_of(link.tokens.start);
            if let Some((cue, distance)) = &link.reach {
                let nearest = board
                    .nearest
                    .entry((link.claim.0, cue.start))
                    .or_insert(*distance);
                *nearest = (*nearest).min(*distance);
            }
            if link.is_never {
                continue;
            }
            let stated = !matches!(link.mood, Mood::Denied);
            match link.agreement {
                Agreement::Supports if link.confidence >= EXPLAINS => {
                    board.explain(link);
                    if link.confidence >= SUPPORTS && stated {
                        board.supported.insert((link.claim.0, sentence));
                        board.supported_somewhere.insert(link.claim.0);
                    }
                }
                Agreement::Compatible if link.confidence >= COMPATIBLE => {
                    // A vague wording fits so much that only a cue makes it an explanation.
                    if link.reach.is_some() {
                        board.explain(link);
                    }
                    if stated {
                        board.supported.insert((link.claim.0, sentence));
                    }
                }
                _ => {}
            }
        }
        board
    }

    fn explain(&mut self, link: &Link) {
        let best = self.explained.entry(place(&link.tokens)).or_insert(0.0);
        *best = best.max(link.confidence);
    }

    /// The confidence of a disagreeing link, once its neighbours are looked at.
    fn weigh(&self, link: &Link) -> f64 {
        let taken = link.reach.as_ref().is_some_and(|(cue, distance)| {
            self.nearest
                .get(&(link.claim.0, cue.start))
                .is_some_and(|nearest| nearest < distance)
        });
        let mut confidence = link.confidence;
        if taken {
            confidence *= CUE_TAKEN;
        }
        if self.supported_somewhere.contains(&link.claim.0) && !link.is_never {
            confidence *= SUPPORTED_ELSEWHERE;
        }
        confidence
    }
}

/// The links that stand, in the order of the claims and, for each, of the text.
pub(super) fn assign(page: &Page<'_, '_>, mut links: Vec<Link>) -> Vec<Link> {
    let mut board = Board::new(page, &links);
    for link in &mut links {
        if link.agreement != Agreement::Contradicts {
            continue;
        }
        link.confidence = board.weigh(link);
        if link.is_never && !link.is_excused && link.confidence >= KNOWN_WRONG {
            board.never.insert(place(&link.tokens));
        }
        let held = board.held.entry(place(&link.tokens)).or_insert(0.0);
        *held = held.max(link.confidence);
    }
    if let Ok(want) = std::env::var("DBG") {
        for link in &links {
            let id = &page.claims.claim(link.claim).id;
            if id.ends_with(&want) {
                eprintln!(
                    "{id} [{}] {:?} conf {:.2} mood {:?} never {} excused {} reach {:?} evidence {:?} explained {:?} supported {} held {:?}",
                    page.text(&link.tokens),
                    link.agreement,
                    link.confidence,
                    link.mood,
                    link.is_never,
                    link.is_excused,
                    link.reach.as_ref().map(|r| (page.text(&r.0), r.1)),
                    link.evidence
                        .iter()
                        .map(|e| (e.0, page.text(&e.1)))
                        .collect::<Vec<_>>(),
                    board.explained.get(&place(&link.tokens)),
                    board
                        .supported
                        .contains(&(link.claim.0, page.document.sentence_of(link.tokens.start))),
                    board.held.get(&place(&link.tokens))
                );
            }
        }
    }
    let mut taken: FxHashSet<Place> = FxHashSet::default();
    links.retain(|link| stands(page, &board, link, &mut taken));
    links
}

/// The confidence from which a disagreeing link is held against its claim.
fn least(link: &Link) -> f64 {
    if link.is_never { KNOWN_WRONG } else { CONTRADICTS }
}

fn stands(page: &Page<'_, '_>, board: &Board, link: &Link, taken: &mut FxHashSet<Place>) -> bool {
    let mention = place(&link.tokens);
    match (link.agreement, link.mood) {
        // To deny the truth contradicts it; to deny anything else says nothing.
        (Agreement::Supports, Mood::Denied) => link.is_denial && link.confidence >= CONTRADICTS,
        (_, Mood::Denied | Mood::Supposed) => false,
        (Agreement::Supports, _) => link.confidence >= SUPPORTS,
        (Agreement::Compatible, _) => link.confidence >= COMPATIBLE,
        (Agreement::Contradicts, _) if link.is_excused || link.confidence < least(link) => false,
        (Agreement::Contradicts, _) if link.is_never => {
            let sentence = page.document.sentence_of(link.tokens.start);
            board
                .explained
                .get(&mention)
                .is_none_or(|&by| by < link.confidence)
                // "Kim and Robin were the first": a name beside the true one, not in its place.
                && !(link.is_name && board.supported.contains(&(link.claim.0, sentence)))
                && taken.insert(mention)
        }
        (Agreement::Contradicts, _) => {
            let sentence = page.document.sentence_of(link.tokens.start);
            !board.never.contains(&mention)
                && board.explained.get(&mention).is_none_or(|&by| link.is_common && by < EXPLAINS_SHARE * link.confidence)
                && !board.supported.contains(&(link.claim.0, sentence))
                && board
                    .held
                    .get(&mention)
                    .is_none_or(|&best| link.confidence >= best)
                && taken.insert(mention)
        }
    }
}
