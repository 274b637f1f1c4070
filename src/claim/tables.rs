//! The tables of claims and known contradictions, given their meaning.

use std::collections::BTreeMap;

use toml::de::DeValue;

use super::cue::CueSets;
use super::derive::Derivation;
use super::entities::{Names, texts};
use super::header::{Header, Kind};
use super::mistake::{Mistake, Mistakes, Problem};
use super::model::{
    Aside, Body, Claim, ClaimId, CountClaim, DateClaim, Entry, Example, Known, NameClaim, Number, Party,
    Place, RelationClaim, Role, Severity,
};
use super::raw::{At, Fields};
use super::role::has_one_holder;
use super::values;
use crate::value::quantity::Bounds;

/// A claim before what it derives from other claims is worked out.
pub(super) struct Draft {
    pub(super) claim: Claim,
    pub(super) derivation: Option<Derivation>,
}

/// What tables may refer to.
pub(super) struct Compiler<'m> {
    pub(super) ids: BTreeMap<String, ClaimId>,
    pub(super) names: Names,
    pub(super) cues: CueSets,
    pub(super) mistakes: &'m Mistakes,
    pub(super) warnings: &'m Mistakes,
}

impl Compiler<'_> {
    /// The claim of a table.
    pub(super) fn claim(&self, header: &Header<'_, '_>) -> Option<Draft> {
        let fields = Fields::of(header.at, &header.id, header.place, self.mistakes)?;
        let derivation = match header.kind {
            Kind::Count => self.derivation(&fields),
            Kind::Entity | Kind::Date | Kind::Name | Kind::Relation => None,
        };
        self.demand_truth(header, &fields, derivation.is_some());
        let (body, what) = match header.kind {
            Kind::Date => (Body::Date(self.date(&fields)), "a date claim"),
            Kind::Count => (
                Body::Count(self.count(&fields, derivation.as_ref())),
                "a count claim",
            ),
            Kind::Name => (Body::Name(self.name(&fields)), "a name claim"),
            Kind::Relation => (Body::Relation(self.relation(header, &fields)), "a relation claim"),
            Kind::Entity => return None,
        };
        let of = self.names.resolve(&fields, "of");
        if header.kind == Kind::Relation && fields.key("of").is_none() {
            let problem = Problem::Missing {
                table: header.id.clone(),
                key: "of",
                why: "whose relation it is",
            };
            self.mistakes.add(problem, header.place);
        }
        let levels = [
            ("error", Severity::Error),
            ("warning", Severity::Warning),
            ("advice", Severity::Advice),
        ];
        let claim = Claim {
            id: header.id.clone(),
            of,
            about: self.cues.cues(&fields, "about"),
            except: self.cues.cues(&fields, "except"),
            says: fields.string("says"),
            severity: fields.choice("severity", &levels).unwrap_or_default(),
            weight: weight(&fields),
            source: texts(&fields, "source"),
            supports: examples(&fields, "supports"),
            contradicts: examples(&fields, "contradicts"),
            silent: examples(&fields, "silent"),
            body,
            place: header.place,
        };
        fields.finish(what);
        Some(Draft { claim, derivation })
    }

    /// A claim states its truth, and states it once.
    fn demand_truth(&self, header: &Header<'_, '_>, fields: &Fields<'_, '_, '_>, derived: bool) {
        let (is, timeline) = (fields.key("is"), fields.key("timeline"));
        if is.is_none() && timeline.is_none() && !derived {
            let problem = Problem::NoTruth {
                claim: header.id.clone(),
                derived: header.kind == Kind::Count,
            };
            self.mistakes.add(problem, header.place);
        }
        let clash = |one: Place, first: Place, name: &str, other: &str| {
            let problem = Problem::Clash {
                one: name.to_owned(),
                other: other.to_owned(),
                why: "the truth is stated in one way; remove one of the two",
            };
            self.mistakes
                .push(Mistake::new(problem, one).with(first, "and this"));
        };
        if let (Some(is), Some(timeline)) = (is, timeline) {
            clash(timeline, is, "timeline", "is");
        }
        if derived && let Some(timeline) = timeline {
            let keys = ["sum_of", "days_between", "days_since"];
            if let Some((key, place)) = keys.iter().find_map(|key| Some((key, fields.key(key)?))) {
                clash(timeline, place, "timeline", key);
            }
        }
    }

    fn date(&self, fields: &Fields<'_, '_, '_>) -> DateClaim {
        let value = |at: At<'_, '_>, key: &str| values::date(at, key, self.mistakes);
        DateClaim {
            is: self.entries(fields, value),
            also: self.asides(fields, "also", |at, key| value(at, key).into_iter().collect()),
            never: self.asides(fields, "never", |at, key| value(at, key).into_iter().collect()),
        }
    }

    fn count(&self, fields: &Fields<'_, '_, '_>, derivation: Option<&Derivation>) -> CountClaim {
        let value = |at: At<'_, '_>, key: &str| values::bounds(at, key, self.mistakes);
        let mut unit = texts(fields, "unit");
        // What is derived from dates counts days unless the sheet has another word for them.
        if unit.is_empty() && derivation.is_some_and(Derivation::counts_days) {
            unit.push("days".to_owned());
        }
        CountClaim {
            is: self.entries(fields, |at, key| value(at, key).map(Number::Within)),
            unit,
            tolerance: values::tolerance(fields),
            sum_of: derivation.map(Derivation::parts).unwrap_or_default(),
            also: self.asides(fields, "also", |at, key| value(at, key).into_iter().collect()),
            never: self.asides(fields, "never", |at, key| {
                value(at, key).into_iter().collect::<Vec<Bounds>>()
            }),
        }
    }

    fn name(&self, fields: &Fields<'_, '_, '_>) -> NameClaim {
        NameClaim {
            is: self.entries(fields, |at, key| self.parties(at, key)),
            aliases: texts(fields, "aliases"),
            kind: texts(fields, "kind"),
            also: self.asides(fields, "also", |at, key| {
                self.parties(at, key).unwrap_or_default()
            }),
            never: self.asides(fields, "never", |at, key| {
                self.parties(at, key).unwrap_or_default()
            }),
        }
    }

    fn relation(&self, header: &Header<'_, '_>, fields: &Fields<'_, '_, '_>) -> RelationClaim {
        let key = header.id.split_once('.').map_or("", |(_, key)| key);
        let relation = fields
            .string("relation")
            .unwrap_or_else(|| key.replace(['-', '_'], " "));
        let relation = relation.trim().to_lowercase();
        let role = |at: At<'_, '_>, key: &str| -> Vec<Role> {
            if let DeValue::Table(table) = at.value()
                && table.contains_key("relation")
            {
                let inner = Fields::new(at.sheet, table, at.place(), self.mistakes);
                return texts(&inner, "relation")
                    .into_iter()
                    .map(|role| Role::Relation(role.trim().to_lowercase()))
                    .collect();
            }
            self.parties(at, key)
                .unwrap_or_default()
                .into_iter()
                .map(Role::Holder)
                .collect()
        };
        RelationClaim {
            is: self.entries(fields, |at, key| self.parties(at, key)),
            only: fields
                .boolean("only")
                .unwrap_or_else(|| has_one_holder(&relation)),
            also: self.asides(fields, "also", role),
            never: self.asides(fields, "never", role),
            relation,
        }
    }

    /// A name or a list of names.
    fn parties(&self, at: At<'_, '_>, key: &str) -> Option<Vec<Party>> {
        let items = at.items();
        if items.is_empty() {
            self.mistakes
                .add(Problem::EmptyList { key: key.to_owned() }, at.place());
            return None;
        }
        let party = |item: At<'_, '_>| {
            let text = item.string(key, self.mistakes)?;
            Some(self.names.party(text, item.place(), self.warnings))
        };
        Some(items.into_iter().filter_map(party).collect())
    }

    /// The truth: `is`, or each entry of `timeline`.
    fn entries<V>(
        &self,
        fields: &Fields<'_, '_, '_>,
        value: impl Fn(At<'_, '_>, &str) -> Option<V>,
    ) -> Vec<Entry<V>> {
        let is = fields.get("is").and_then(|at| {
            Some(Entry {
                from: None,
                until: None,
                is: value(at, "is")?,
                place: at.place(),
            })
        });
        let timeline = fields.get("timeline").map(|at| {
            let items = at.items();
            if items.is_empty() {
                let key = "timeline".to_owned();
                self.mistakes.add(Problem::EmptyList { key }, at.place());
            }
            items
        });
        let later = timeline
            .unwrap_or_default()
            .into_iter()
            .filter_map(|item| self.entry(item, &value));
        is.into_iter().chain(later).collect()
    }

    fn entry<V>(&self, item: At<'_, '_>, value: &impl Fn(At<'_, '_>, &str) -> Option<V>) -> Option<Entry<V>> {
        let fields = Fields::of(item, "timeline", item.place(), self.mistakes)?;
        let (from, until) = (values::day(&fields, "from"), values::day(&fields, "until"));
        if let (Some(first), Some(last)) = (from, until)
            && last < first
        {
            let why = "`until` is the last day, and may not lie before `from`";
            self.mistakes.add(Problem::Order { why }, item.place());
        }
        let is = fields.get("is");
        fields.finish("an entry of a timeline");
        let Some(is) = is else {
            let problem = Problem::Missing {
                table: "timeline".to_owned(),
                key: "is",
                why: "what is true on these days",
            };
            self.mistakes.add(problem, item.place());
            return None;
        };
        Some(Entry {
            from,
            until,
            is: value(is, "is")?,
            place: is.place(),
        })
    }

    /// The values of `also` or `never`: plain, or `{ is, about, except }`. For a relation, `relation` stands for `is`.
    fn asides<V>(
        &self,
        fields: &Fields<'_, '_, '_>,
        key: &'static str,
        value: impl Fn(At<'_, '_>, &str) -> Vec<V>,
    ) -> Vec<Aside<V>> {
        let mut asides = Vec::new();
        for item in fields.get(key).map(At::items).unwrap_or_default() {
            let (mut about, mut except, mut at) = (Vec::new(), Vec::new(), item);
            if let DeValue::Table(table) = item.value()
                // `{ min, max }` is a value of its own.
                && !(table.contains_key("min") || table.contains_key("max"))
            {
                let inner = Fields::new(item.sheet, table, item.place(), self.mistakes);
                about = self.cues.cues(&inner, "about");
                except = self.cues.cues(&inner, "except");
                match inner.get("is") {
                    Some(is) => at = is,
                    None if inner.get("relation").is_some() => {}
                    None => {
                        inner.finish("an entry of `also` or `never`");
                        let problem = Problem::Missing {
                            table: key.to_owned(),
                            key: "is",
                            why: "the value",
                        };
                        self.mistakes.add(problem, item.place());
                        continue;
                    }
                }
                inner.finish("an entry of `also` or `never`");
            }
            asides.extend(value(at, key).into_iter().map(|value| Aside {
                value,
                about: about.clone(),
                except: except.clone(),
                place: at.place(),
            }));
        }
        asides
    }

    /// `sum_of`, `days_between` or `days_since`, with the claims that they name.
    fn derivation(&self, fields: &Fields<'_, '_, '_>) -> Option<Derivation> {
        let inclusive = fields.boolean("inclusive");
        let claims = |key: &'static str| -> Option<(Vec<ClaimId>, Place)> {
            let at = fields.get(key)?;
            let (length, expected) = match key {
                "sum_of" => (1..=usize::MAX, "a list of count claims"),
                "days_between" => (2..=2, "two date claims, the earlier one first"),
                _ => (1..=1, "one date claim"),
            };
            if !length.contains(&at.items().len()) {
                let key = key.to_owned();
                self.mistakes
                    .add(Problem::OutOfRange { key, expected }, at.place());
            }
            let ids = fields.strings(key).into_iter();
            let ids = ids.filter_map(|(id, at)| self.claim_id(&id, at));
            Some((ids.collect(), fields.key(key)?))
        };
        let (sum, between, since) = (claims("sum_of"), claims("days_between"), claims("days_since"));
        if let (Some(_), None, Some(at)) = (inclusive, &between, fields.get("inclusive")) {
            let problem = Problem::Clash {
                one: "inclusive".to_owned(),
                other: "a number that `days_between` does not give".to_owned(),
                why: "remove `inclusive`, or add `days_between` with two date claims",
            };
            self.mistakes.add(problem, at.place());
        }
        let derivation = match (sum, between, since) {
            (Some((of, place)), None, None) => Derivation::sum(of, place),
            (None, Some((of, place)), None) => Derivation::between(of, inclusive.unwrap_or_default(), place),
            (None, None, Some((of, place))) => Derivation::since(of, place),
            (None, None, None) => return None,
            (sum, between, since) => {
                let given = [("sum_of", sum), ("days_between", between), ("days_since", since)];
                let mut given = given.into_iter().filter_map(|(key, value)| Some((key, value?)));
                if let (Some((one, (_, first))), Some((other, (_, second)))) = (given.next(), given.next()) {
                    let problem = Problem::Clash {
                        one: one.to_owned(),
                        other: other.to_owned(),
                        why: "the truth is stated in one way; remove one of the two",
                    };
                    self.mistakes
                        .push(Mistake::new(problem, second).with(first, "and this"));
                }
                return Some(Derivation::broken(fields.place));
            }
        };
        Some(derivation)
    }

    fn claim_id(&self, id: &str, place: Place) -> Option<ClaimId> {
        let found = self.ids.get(id).copied();
        if found.is_none() {
            let known = self.ids.keys().map(String::as_str);
            self.mistakes.add(Problem::unresolved("claim", id, known), place);
        }
        found
    }

    /// An entry of `[[known]]`.
    pub(super) fn known(&self, at: At<'_, '_>) -> Option<Known> {
        let fields = Fields::of(at, "known", at.place(), self.mistakes)?;
        for (key, why) in [
            ("article", "the id of an article, or a glob"),
            ("claim", "the id of a claim"),
        ] {
            if fields.key(key).is_none() {
                let problem = Problem::Missing {
                    table: "known".to_owned(),
                    key,
                    why,
                };
                self.mistakes.add(problem, at.place());
            }
        }
        let claim = fields.string("claim").zip(fields.get("claim"));
        let known = Known {
            article: fields.string("article").unwrap_or_default(),
            claim: claim
                .and_then(|(id, at)| self.claim_id(&id, at.place()))
                .unwrap_or(ClaimId(usize::MAX)),
            value: fields.get("value").and_then(|at| plain(at, self.mistakes)),
            reason: fields.string("reason"),
            until: values::day(&fields, "until"),
            place: fields.get("claim").map_or(at.place(), At::place),
        };
        fields.finish("a known contradiction");
        Some(known)
    }
}

/// A value as reports write it: known contradictions are matched by their words.
fn plain(at: At<'_, '_>, mistakes: &Mistakes) -> Option<String> {
    match at.value() {
        DeValue::Datetime(moment) => Some(moment.to_string()),
        DeValue::Integer(number) => Some(number.to_string()),
        DeValue::Float(number) => Some(number.to_string()),
        _ => at.string("value", mistakes),
    }
}

fn weight(fields: &Fields<'_, '_, '_>) -> f64 {
    let weight = fields.number("weight");
    if let (Some(number), Some(at)) = (weight, fields.get("weight"))
        && number <= 0.0
    {
        let problem = Problem::OutOfRange {
            key: "weight".to_owned(),
            expected: "a number above zero",
        };
        fields.mistakes.add(problem, at.place());
    }
    weight.unwrap_or(1.0)
}

fn examples(fields: &Fields<'_, '_, '_>, key: &'static str) -> Vec<Example> {
    let sentences = fields.strings(key);
    sentences
        .into_iter()
        .map(|(text, place)| Example { text, place })
        .collect()
}
