//! Entities: ids first, so that all of them resolve whatever their order, then what the tables say of them.

use std::collections::BTreeMap;

use super::header::Header;
use super::mistake::{Mistakes, Problem};
use super::model::{Entity, EntityId, EntityKind, Gender, Party, Place};
use super::raw::{At, Fields};
use super::ring;
use super::values;

/// The ids of the entities of all sheets.
#[derive(Debug, Default)]
pub(super) struct Names {
    ids: BTreeMap<String, EntityId>,
    /// The ids in order, with the letters that stand in them, where there are no more than people write.
    written: Vec<(Letters, String)>,
}

/// So many ids people write by hand, and slip; a sheet with more of them was made by a program.
const BY_HAND: usize = 1000;

/// Which letters stand in a text, a bit for each of 64 kinds.
#[derive(Clone, Copy, Debug)]
struct Letters(u64);

impl Letters {
    fn of(text: &str) -> Self {
        Self(
            text.chars()
                .fold(0, |letters, c| letters | 1 << (u32::from(c) % 64)),
        )
    }

    /// Whether so many slips may make one text of the other: each changes two letters at most.
    const fn may_be(self, other: Self, slips: usize) -> bool {
        (self.0 ^ other.0).count_ones() as usize <= 2 * slips
    }
}

impl Names {
    /// The ids of `headers`, numbered in their order.
    pub(super) fn new(headers: &[Header<'_, '_>]) -> Self {
        let ids = headers.iter().enumerate();
        let ids: BTreeMap<String, EntityId> = ids
            .map(|(index, header)| (header.id.clone(), EntityId(index)))
            .collect();
        let written = ids.keys().filter(|_| ids.len() <= BY_HAND);
        Self {
            written: written.map(|id| (Letters::of(id), id.clone())).collect(),
            ids,
        }
    }

    /// The entity with this id.
    pub(super) fn get(&self, id: &str) -> Option<EntityId> {
        self.ids.get(id).copied()
    }

    /// The entities of a key that takes nothing else.
    pub(super) fn resolve(&self, fields: &Fields<'_, '_, '_>, key: &'static str) -> Vec<EntityId> {
        let strings = fields.strings(key);
        let resolved = strings.into_iter().filter_map(|(id, place)| {
            let entity = self.get(&id);
            if entity.is_none() {
                let known = self.ids.keys().map(String::as_str);
                fields
                    .mistakes
                    .add(Problem::unresolved("entity", &id, known), place);
            }
            entity
        });
        resolved.collect()
    }

    /// An entity, or words; words that are nearly an id are worth a warning.
    pub(super) fn party(&self, text: String, place: Place, warnings: &Mistakes) -> Party {
        if let Some(entity) = self.get(&text) {
            return Party::Entity(entity);
        }
        // Ids are lower case: "Sasha" for `sasha` is a name, but `sahsa` is a slip of the pen.
        let letters = Letters::of(&text);
        let near = |(own, id): &&(Letters, String)| {
            let slips = 1 + id.len() / 8;
            id.len() > 3 && own.may_be(letters, slips) && strsim::damerau_levenshtein(id, &text) <= slips
        };
        if let Some((_, id)) = self.written.iter().find(near) {
            let problem = Problem::NearlyEntity {
                text: text.clone(),
                id: id.clone(),
            };
            warnings.add(problem, place);
        }
        Party::Text(text)
    }
}

/// What the table of an entity says.
pub(super) fn entity(header: &Header<'_, '_>, names: &Names, mistakes: &Mistakes) -> Option<Entity> {
    let fields = Fields::of(header.at, &header.id, header.place, mistakes)?;
    let name = fields.string("name");
    if name.is_none() && fields.key("name").is_none() {
        let problem = Problem::Missing {
            table: format!("entity.{}", header.id),
            key: "name",
            why: "the full name, as the desk spells it",
        };
        mistakes.add(problem, header.place);
    }
    let kinds = [
        ("person", EntityKind::Person),
        ("place", EntityKind::Place),
        ("organization", EntityKind::Organization),
        ("event", EntityKind::Event),
        ("thing", EntityKind::Thing),
    ];
    let entity = Entity {
        id: header.id.clone(),
        place: fields.get("name").map_or(header.place, At::place),
        name: name.unwrap_or_default(),
        aliases: texts(&fields, "aliases"),
        kind: fields.choice("type", &kinds).unwrap_or_default(),
        gender: fields.choice("gender", &[("male", Gender::Male), ("female", Gender::Female)]),
        members: names.resolve(&fields, "members"),
        date: fields
            .get("date")
            .and_then(|at| values::date(at, "date", mistakes)),
        same_as: texts(&fields, "same_as"),
    };
    fields.finish("an entity");
    Some(entity)
}

/// Notes groups that contain themselves.
pub(super) fn rings(entities: &[Entity], mistakes: &Mistakes) {
    let members = |index: usize| {
        let members = entities.get(index).map_or(&[][..], |entity| &entity.members);
        members.iter().map(|member| member.0).collect()
    };
    ring::order(entities.len(), members, |ring| {
        let ids = ring.iter().chain(ring.first());
        let path = ids
            .filter_map(|index| Some(entities.get(*index)?.id.clone()))
            .collect();
        if let Some(first) = ring.first().and_then(|index| entities.get(*index)) {
            mistakes.add(Problem::Ring { path }, first.place);
        }
    });
}

/// The strings of a key without their places.
pub(super) fn texts(fields: &Fields<'_, '_, '_>, key: &'static str) -> Vec<String> {
    let strings = fields.strings(key);
    strings.into_iter().map(|(text, _)| text).collect()
}
