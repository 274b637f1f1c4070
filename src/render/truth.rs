//! Claims in words, for reports that show them without an article: "498 days", "Ben Holm until 1940-05-01, Ada Holm".

use std::fmt::Display;

use crate::claim::{Body, Claim, ClaimSet, Entry, Number, Party};
use crate::value::quantity::Bounds;
use crate::value::unit::digits;

/// What a claim states, as its sheet says it in a sentence, or worked out from its values.
pub(super) fn statement(claims: &ClaimSet, claim: &Claim) -> String {
    if let Some(says) = &claim.says {
        return says.clone();
    }
    let subject = subject(claims, claim);
    let of = if subject.is_empty() {
        String::new()
    } else {
        format!("{subject}, ")
    };
    format!("{of}{}: {}", topic(claim), truth(claims, claim))
}

/// Whom a claim is about; empty where it does not say.
pub(super) fn subject(claims: &ClaimSet, claim: &Claim) -> String {
    let names = claim.of.iter().filter_map(|id| claims.entities().get(id.0));
    let names: Vec<_> = names.map(|entity| entity.name.as_str()).collect();
    names.join(", ")
}

/// What it is about: its id without the kind, as words.
pub(super) fn topic(claim: &Claim) -> String {
    let name = claim
        .id
        .split_once('.')
        .map_or(claim.id.as_str(), |(_, name)| name);
    name.replace(['-', '_'], " ")
}

/// The truth of a claim; where it changes, every value with its days.
pub(super) fn truth(claims: &ClaimSet, claim: &Claim) -> String {
    match &claim.body {
        Body::Date(date) => each(&date.is, ToString::to_string),
        Body::Count(count) => {
            let unit = count
                .unit
                .first()
                .map_or(String::new(), |unit| format!(" {unit}"));
            each(&count.is, |number| self::number(number, &unit))
        }
        Body::Name(name) => each(&name.is, |party| parties(claims, party)),
        Body::Relation(relation) => each(&relation.is, |party| parties(claims, party)),
    }
}

fn each<V>(entries: &[Entry<V>], say: impl Fn(&V) -> String) -> String {
    let day = |word: &str, day: &Option<jiff::civil::Date>| {
        day.as_ref()
            .map_or(String::new(), |day| format!(" {word} {}", day as &dyn Display))
    };
    let said = entries.iter().map(|entry| {
        format!(
            "{}{}{}",
            say(&entry.is),
            day("from", &entry.from),
            day("until", &entry.until)
        )
    });
    said.collect::<Vec<_>>().join("; ")
}

fn number(number: &Number, unit: &str) -> String {
    match number {
        Number::DaysSince(date) => format!("the days since {date}"),
        Number::Within(Bounds { min, max }) if min == max => format!("{}{unit}", digits(*min)),
        Number::Within(Bounds { min, max }) if max.is_infinite() => {
            format!("at least {}{unit}", digits(*min))
        }
        Number::Within(Bounds { min, max }) if min.is_infinite() => format!("at most {}{unit}", digits(*max)),
        Number::Within(Bounds { min, max }) => format!("{} to {}{unit}", digits(*min), digits(*max)),
    }
}

fn parties(claims: &ClaimSet, parties: &[Party]) -> String {
    let names = parties.iter().map(|party| match party {
        Party::Entity(id) => claims
            .entities()
            .get(id.0)
            .map_or("", |entity| entity.name.as_str()),
        Party::Text(text) => text,
    });
    names.collect::<Vec<_>>().join(" or ")
}
