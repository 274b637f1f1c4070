//! Floor 4. Which mention speaks of which claim, and the evidence for it.
//!
//! A mention is linked by what it counts or names, by the cue that governs it, and by whom the place speaks of. Links are
//! weighed together: a mention that is the truth of one claim is not held against another.

mod assign;
mod considered;
mod count;
mod cue;
mod date;
mod distance;
mod entity;
mod era;
mod index;
mod mood;
mod name;
mod near;
mod reference;
mod relation;
mod slot;
mod spelling;
mod subject;
mod vocabulary;

use std::ops::Range;

use jiff::civil::Date;
use rustc_hash::FxHashMap;

pub(crate) use self::considered::Weighed;
use self::cue::Cues;
use self::distance::Distances;
pub(crate) use self::index::Index;
pub(crate) use self::mood::Mood;
use self::reference::References;
use self::spelling::SpellingId;
use self::subject::{Scene, Subject};
use self::vocabulary::Hits;
use crate::claim::{ClaimId, ClaimSet, Entry, Party};
use crate::document::Document;
use crate::mention::Mention;
use crate::report::{Fate, Role};
use crate::value::Agreement;

/// The most that a contradiction in an article is worth that is older than the sheet's values: short of sure.
const UNSURE: f64 = 0.74;

/// What a contradiction is worth that a year beside it places in another event.
const FOREIGN: f64 = 0.7;
/// A year this near places a mention in its time.
const NEAR_YEAR: u32 = 8;

/// A mention that speaks of a claim.
#[derive(Clone, Debug)]
pub(crate) struct Link {
    /// The claim.
    pub(crate) claim: ClaimId,
    /// The words that state the value.
    pub(crate) tokens: Range<usize>,
    /// How the value stands to the truth.
    pub(crate) agreement: Agreement,
    /// Whether it is the truth in another spelling.
    pub(crate) is_spelling: bool,
    /// Whether the sheet lists the value as wrong.
    pub(crate) is_never: bool,
    /// Whether the value is one that many things share: a small number.
    pub(crate) is_common: bool,
    /// Whether the value is a name or wording.
    pub(crate) is_name: bool,
    /// Whether it may stand there without being wrong, or a cue excepts it.
    pub(crate) is_excused: bool,
    /// How sure the link is, from 0 to 1.
    pub(crate) confidence: f64,
    /// Whether a contradiction is short of sure: the article is older than the sheet's values, or the cue stands in another
    /// sentence.
    pub(crate) is_unsure: bool,
    /// How sure it would be if the place spoke of the claim's subject.
    pub(crate) bare: f64,
    /// Whether the words around it speak of another in the subject's place.
    pub(crate) is_of_other: bool,
    /// How the text says it.
    pub(crate) mood: Mood,
    /// Whether the words right before it deny it.
    pub(crate) is_denial: bool,
    /// The cue that governs it, and how far off it stands.
    pub(crate) reach: Option<(Range<usize>, u32)>,
    /// The value, for people.
    pub(crate) value: String,
    /// The truth, for people.
    pub(crate) expected: String,
    /// Why the value is wrong, where it is not a matter of two values: "his wife, not his girlfriend".
    pub(crate) note: Option<String>,
    /// What made the link.
    pub(crate) evidence: Vec<(Role, Range<usize>)>,
}

/// A document with all that linking looks at.
pub(crate) struct Page<'a, 't> {
    pub(crate) claims: &'a ClaimSet,
    pub(crate) index: &'a Index,
    pub(crate) document: &'a Document<'t>,
    pub(crate) mentions: &'a [Mention],
    pub(crate) published: Option<Date>,
    pub(crate) hits: &'a Hits,
    pub(crate) distances: &'a Distances,
    pub(crate) references: &'a References,
    /// The proper names among the mentions, in order.
    pub(crate) names: Vec<&'a Mention>,
    /// For each of them, the names of claims of which it is a spelling.
    pub(crate) alike: Vec<Vec<SpellingId>>,
}

impl Page<'_, '_> {
    fn cues(&self) -> Cues<'_, '_> {
        Cues {
            document: self.document,
            hits: self.hits,
            distances: self.distances,
        }
    }

    /// Whom the place at `anchor` speaks of; the words at `value` are what is said, not of whom.
    fn subject(&self, claim: ClaimId, anchor: &Range<usize>, value: &Range<usize>) -> Subject {
        let scene = Scene {
            document: self.document,
            entities: &self.index.entities,
            references: self.references,
            distances: self.distances,
        };
        scene.subject(&self.index.claims[claim.0].of, anchor, value)
    }

    /// The entries of a truth that hold on the article's date; all of them where it has none.
    fn holding<'e, V>(&self, entries: &'e [Entry<V>]) -> impl Iterator<Item = &'e Entry<V>> {
        let published = self.published;
        entries.iter().filter(move |entry| {
            published.is_none_or(|day| {
                entry.from.is_none_or(|from| from <= day) && entry.until.is_none_or(|until| day <= until)
            })
        })
    }

    /// Whether the article is older than the values of the claim's sheet, and no subject tells the claim's event from an
    /// earlier one of its kind.
    fn is_before(&self, claim: ClaimId) -> bool {
        if !self.index.claims[claim.0].of.is_empty() {
            return false;
        }
        let sheet = self.claims.claim(claim).place.sheet;
        let as_of = self.claims.sheets().get(sheet).and_then(|sheet| sheet.as_of);
        matches!((self.published, as_of), (Some(published), Some(as_of)) if published.saturating_add(jiff::Span::new().days(1)) < as_of)
    }

    /// What a contradiction at `tokens` is worth by the year beside it: less where the sheets do not speak of that year.
    fn by_year(&self, tokens: &Range<usize>) -> f64 {
        let sentence = self.document.sentence_of(tokens.start);
        let from = self
            .mentions
            .partition_point(|mention| mention.sentence < sentence);
        let dates = self.mentions[from..]
            .iter()
            .take_while(|mention| mention.sentence == sentence)
            .filter(|mention| mention.tokens != *tokens && self.says_year(&mention.tokens))
            .filter_map(|mention| match &mention.value {
                crate::mention::Value::Date(date) => {
                    Some((self.distances.between(&mention.tokens, tokens), date))
                }
                _ => None,
            });
        let nearest = dates
            .filter(|&(far, _)| far <= NEAR_YEAR)
            .min_by_key(|&(far, _)| far);
        match nearest {
            Some((_, date)) if self.index.era.is_foreign(date, self.published) => FOREIGN,
            _ => 1.0,
        }
    }

    /// Whether words say a year in digits.
    fn says_year(&self, tokens: &Range<usize>) -> bool {
        tokens.clone().any(|at| {
            let word = self.document.word(at);
            word.len() == 4 && word.bytes().all(|byte| byte.is_ascii_digit())
        })
    }

    fn text(&self, tokens: &Range<usize>) -> String {
        let text = self.document.span(tokens.clone()).of(self.document.text());
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    }
}

/// Links the mentions of a document to claims.
pub(crate) fn link(
    claims: &ClaimSet,
    index: &Index,
    document: &Document<'_>,
    mentions: &[Mention],
    published: Option<Date>,
) -> Vec<Link> {
    weigh(claims, index, document, mentions, published, |_, links| {
        let standing = links.into_iter().filter(|(_, fate)| fate.stands());
        standing.map(|(link, _)| link).collect()
    })
}

/// All that was weighed for one claim, with what came of it and why, in the order of the text.
pub(crate) fn explain(
    claims: &ClaimSet,
    index: &Index,
    document: &Document<'_>,
    mentions: &[Mention],
    published: Option<Date>,
    claim: ClaimId,
) -> Vec<Weighed> {
    weigh(claims, index, document, mentions, published, |page, links| {
        considered::of_claim(page, claim, links)
    })
}

/// Weighs the mentions of a document for all claims, and hands `then` what came of each.
fn weigh<R>(
    claims: &ClaimSet,
    index: &Index,
    document: &Document<'_>,
    mentions: &[Mention],
    published: Option<Date>,
    then: impl FnOnce(&Page<'_, '_>, Vec<(Link, Fate)>) -> R,
) -> R {
    let hits = index.vocabulary.find(document);
    let distances = Distances::new(document);
    let references = reference::find(claims, &index.entities, &index.kin, document, &hits, mentions);
    let names: Vec<&Mention> = mentions
        .iter()
        .filter(|mention| matches!(mention.value, crate::mention::Value::Name(_)))
        .collect();
    let alike = alike(index, document, &names);
    let page = Page {
        claims,
        index,
        document,
        mentions,
        published,
        hits: &hits,
        distances: &distances,
        references: &references,
        names,
        alike,
    };
    let mut links = Vec::new();
    for claim in (0..claims.claims().len()).map(ClaimId) {
        match &claims.claim(claim).body {
            crate::claim::Body::Date(body) => date::link(&page, claim, body, &mut links),
            crate::claim::Body::Count(body) => count::link(&page, claim, body, &mut links),
            crate::claim::Body::Name(body) => name::link(&page, claim, body, &mut links),
            crate::claim::Body::Relation(body) => relation::link(&page, claim, body, &mut links),
        }
    }
    let decided = assign::assign(&page, links);
    then(&page, decided)
}

/// For each name, the names of claims of which it is a spelling; names that a text repeats are compared once.
fn alike(index: &Index, document: &Document<'_>, names: &[&Mention]) -> Vec<Vec<SpellingId>> {
    let mut known: FxHashMap<&str, Vec<SpellingId>> = FxHashMap::default();
    names
        .iter()
        .map(|name| {
            let text = name.span.of(document.text());
            known
                .entry(text)
                .or_insert_with(|| index.spellings.alike(text))
                .clone()
        })
        .collect()
}

/// Names of parties, for people.
fn parties<'p>(claims: &ClaimSet, parties: impl Iterator<Item = &'p Party>) -> String {
    let names: Vec<&str> = parties
        .map(|party| match party {
            Party::Entity(id) => claims.entity(*id).name.as_str(),
            Party::Text(text) => text.as_str(),
        })
        .collect();
    names.join(" or ")
}
