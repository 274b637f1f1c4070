//! Claims held against each other: a value that is both true and known to be wrong, days that overlap, claims of one
//! frame that cannot both be true.

use std::collections::BTreeMap;

use super::derive::words;
use super::mistake::{Mistake, Mistakes, Problem};
use super::model::{Aside, Body, Claim, Entity, Entry, Number, Party, Role};
use crate::text::fold;
use crate::value::Agreement;
use crate::value::date::DateValue;
use crate::value::quantity::Bounds;

/// Notes what does not fit together.
pub(super) fn check(claims: &[Option<Claim>], entities: &[Entity], mistakes: &Mistakes) {
    let checker = Consistency { entities, mistakes };
    let mut frames: BTreeMap<String, Vec<&Claim>> = BTreeMap::new();
    for claim in claims.iter().flatten() {
        checker.never(claim);
        checker.timeline(claim);
        frames
            .entry(frame(claim).unwrap_or_default())
            .or_default()
            .push(claim);
    }
    frames.remove("");
    for claims in frames.values() {
        // The first claim of a frame against each of the others: linear, and it shows every claim that is wrong.
        if let Some((first, others)) = claims.split_first() {
            others.iter().for_each(|other| checker.pair(first, other));
        }
    }
}

struct Consistency<'a> {
    entities: &'a [Entity],
    mistakes: &'a Mistakes,
}

impl Consistency<'_> {
    /// A value in `never` that is also the truth.
    fn never(&self, claim: &Claim) {
        match &claim.body {
            Body::Date(date) => self.each(
                &date.is,
                &date.never,
                |is, never| is == never,
                |never| never.edtf().unwrap_or_else(|| "this date".to_owned()),
            ),
            Body::Count(count) => self.each(&count.is, &count.never, is_number, |never| words(*never)),
            Body::Name(name) => self.each(
                &name.is,
                &name.never,
                |is, never| is.iter().any(|is| self.same(is, never)) || self.listed(&name.aliases, never),
                |never| self.party(never),
            ),
            Body::Relation(relation) => self.each(
                &relation.is,
                &relation.never,
                |is, never| match never {
                    Role::Holder(party) => is.iter().any(|is| self.same(is, party)),
                    Role::Relation(role) => *role == relation.relation,
                },
                |never| match never {
                    Role::Holder(party) => self.party(party),
                    Role::Relation(role) => format!("\"{role}\""),
                },
            ),
        }
    }

    fn each<T, N>(
        &self,
        is: &[Entry<T>],
        never: &[Aside<N>],
        same: impl Fn(&T, &N) -> bool,
        name: impl Fn(&N) -> String,
    ) {
        // With cues of its own, an entry of `never` speaks of another frame.
        for aside in never
            .iter()
            .filter(|it| it.about.is_empty() && it.except.is_empty())
        {
            if let Some(entry) = is.iter().find(|entry| same(&entry.is, &aside.value)) {
                let value = name(&aside.value);
                self.mistakes.push(
                    Mistake::new(Problem::NeverTrue { value }, aside.place).with(entry.place, "the truth"),
                );
            }
        }
    }

    /// Entries of a timeline that hold on the same day.
    fn timeline(&self, claim: &Claim) {
        match &claim.body {
            Body::Date(date) => self.overlaps(&date.is),
            Body::Count(count) => self.overlaps(&count.is),
            Body::Name(name) => self.overlaps(&name.is),
            Body::Relation(relation) => self.overlaps(&relation.is),
        }
    }

    fn overlaps<T>(&self, entries: &[Entry<T>]) {
        let mut sorted: Vec<_> = entries.iter().collect();
        sorted.sort_by_key(|entry| entry.from);
        for pair in sorted.windows(2) {
            if let [one, next] = pair
                && one.until.zip(next.from).is_none_or(|(until, from)| until >= from)
            {
                let why =
                    "`until` is inclusive: let each entry begin on the day after the one before it ends";
                self.mistakes.push(
                    Mistake::new(Problem::Order { why }, next.place).with(one.place, "still holds then"),
                );
            }
        }
    }

    /// Two claims of one frame whose truths exclude each other.
    fn pair(&self, one: &Claim, other: &Claim) {
        let clash = match (&one.body, &other.body) {
            (Body::Date(a), Body::Date(b)) => disjoint(&a.is, &b.is, dates_exclude),
            (Body::Count(a), Body::Count(b)) => disjoint(&a.is, &b.is, numbers_exclude),
            (Body::Name(a), Body::Name(b)) => disjoint(&a.is, &b.is, |a, b| self.parties_exclude(a, b)),
            (Body::Relation(a), Body::Relation(b)) => {
                a.only && b.only && disjoint(&a.is, &b.is, |a, b| self.parties_exclude(a, b))
            }
            _ => false,
        };
        if clash {
            let problem = Problem::Contradictory {
                one: one.id.clone(),
                other: other.id.clone(),
            };
            self.mistakes
                .push(Mistake::new(problem, other.place).with(one.place, "says another"));
        }
    }

    fn parties_exclude(&self, one: &[Party], other: &[Party]) -> bool {
        !one.iter()
            .any(|one| other.iter().any(|other| self.same(one, other)))
    }

    fn same(&self, one: &Party, other: &Party) -> bool {
        match (one, other) {
            (Party::Entity(one), Party::Entity(other)) => one == other,
            (Party::Text(one), Party::Text(other)) => fold(one) == fold(other),
            (Party::Entity(id), Party::Text(text)) | (Party::Text(text), Party::Entity(id)) => self
                .entities
                .get(id.0)
                .is_some_and(|entity| fold(&entity.name) == fold(text)),
        }
    }

    fn listed(&self, aliases: &[String], party: &Party) -> bool {
        aliases
            .iter()
            .any(|alias| self.same(&Party::Text(alias.clone()), party))
    }

    fn party(&self, party: &Party) -> String {
        match party {
            Party::Text(text) => format!("\"{text}\""),
            Party::Entity(id) => self
                .entities
                .get(id.0)
                .map_or_else(String::new, |entity| format!("\"{}\"", entity.name)),
        }
    }
}

/// What a claim speaks of: two claims of one frame give the value of one thing. Without cues a claim has a frame only
/// where it says whose value it is and what is counted or named.
fn frame(claim: &Claim) -> Option<String> {
    let mut of = claim.of.clone();
    of.sort_unstable();
    let list = |cues: &[super::model::Cue]| {
        let mut texts: Vec<_> = cues.iter().map(|cue| fold(&cue.text)).collect();
        texts.sort_unstable();
        texts
    };
    let sorted = |texts: &[String]| {
        let mut texts: Vec<_> = texts.iter().map(|text| fold(text)).collect();
        texts.sort_unstable();
        texts
    };
    let kind = match &claim.body {
        Body::Date(_) => "date".to_owned(),
        Body::Count(count) => format!("count {:?}", sorted(&count.unit)),
        Body::Name(name) => format!("name {:?}", sorted(&name.kind)),
        Body::Relation(relation) => format!("relation {:?}", relation.relation),
    };
    let (about, except) = (list(&claim.about), list(&claim.except));
    // Where there are no cues, the sentence is the source of them.
    let says = if about.is_empty() {
        claim.says.as_deref()
    } else {
        None
    };
    let named = match &claim.body {
        Body::Date(_) => false,
        Body::Count(count) => !count.unit.is_empty(),
        Body::Name(name) => !name.kind.is_empty(),
        Body::Relation(_) => true,
    };
    let has_cues = !about.is_empty() || says.is_some();
    if !has_cues && (!named || of.is_empty()) {
        return None;
    }
    Some(format!("{kind} {of:?} {about:?} {except:?} {says:?}"))
}

/// Whether two truths that hold on the same days exclude each other.
fn disjoint<T>(one: &[Entry<T>], other: &[Entry<T>], exclude: impl Fn(&T, &T) -> bool) -> bool {
    let meet = |a: &Entry<T>, b: &Entry<T>| {
        let before = |until: Option<jiff::civil::Date>, from: Option<jiff::civil::Date>| {
            until.zip(from).is_some_and(|(until, from)| until < from)
        };
        !before(a.until, b.from) && !before(b.until, a.from)
    };
    one.iter()
        .any(|a| other.iter().any(|b| meet(a, b) && exclude(&a.is, &b.is)))
}

fn dates_exclude(one: &DateValue, other: &DateValue) -> bool {
    one.agreement(other) == Agreement::Contradicts && other.agreement(one) == Agreement::Contradicts
}

fn numbers_exclude(one: &Number, other: &Number) -> bool {
    match (one, other) {
        (Number::Within(one), Number::Within(other)) => one.max < other.min || other.max < one.min,
        (Number::DaysSince(one), Number::DaysSince(other)) => one != other,
        (Number::Within(_), Number::DaysSince(_)) | (Number::DaysSince(_), Number::Within(_)) => false,
    }
}

fn is_number(is: &Number, never: &Bounds) -> bool {
    matches!(is, Number::Within(bounds) if bounds == never)
}
