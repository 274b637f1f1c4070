//! Of whom a text speaks, and where: names, descriptions, pronouns and "his mother", each with the entity that it means.

use std::ops::Range;

use rustc_hash::FxHashMap;

use super::entity::{Entities, Recognised};
use super::vocabulary::Hits;
use crate::claim::{Body, ClaimSet, EntityId, EntityKind, Gender, Party};
use crate::document::{Document, Tags, TokenKind};
use crate::mention::{Mention, NameMention, Value};
use crate::text::fold;
use crate::value::kinship::{Kinship, Sex};

/// A place that speaks of someone or something.
#[derive(Clone, Debug)]
pub(crate) struct Reference {
    /// The words.
    pub(crate) tokens: Range<usize>,
    /// The sentence in which they stand.
    pub(crate) sentence: usize,
    /// Whom they mean.
    pub(crate) who: Who,
    /// How they say it.
    pub(crate) manner: Manner,
    /// Whether it is only the possessor of another person ("Kim's" in "Kim's mother").
    pub(crate) is_embedded: bool,
}

/// Whom a reference means.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Who {
    /// An entity of the sheets.
    Entity(EntityId),
    /// A person that the sheets do not know, by a number of the article's own.
    Person(u32),
    /// Something else with a name, by a number of the article's own.
    Other(u32),
}

/// How a reference says whom it means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Manner {
    /// By name.
    Name(Recognised),
    /// By a description of the sheet.
    Description,
    /// By a pronoun.
    Pronoun,
    /// By kinship to another: "his mother".
    Kin,
}

/// All references of a document, in order.
#[derive(Clone, Debug, Default)]
pub(crate) struct References {
    pub(crate) all: Vec<Reference>,
    /// How often each is named.
    counts: FxHashMap<Who, u32>,
}

impl References {
    /// The references of a sentence.
    pub(crate) fn of_sentence(&self, sentence: usize) -> &[Reference] {
        let from = self
            .all
            .partition_point(|reference| reference.sentence < sentence);
        let until = from + self.all[from..].partition_point(|reference| reference.sentence == sentence);
        &self.all[from..until]
    }

    /// How often the article names it.
    pub(crate) fn count(&self, who: Who) -> u32 {
        self.counts.get(&who).copied().unwrap_or_default()
    }

    /// The most often that any name but those in `but` is named.
    pub(crate) fn highest_count(&self, mut counts: impl FnMut(Who) -> bool) -> u32 {
        // The highest of a set does not depend on its order.
        #[expect(clippy::iter_over_hash_type, reason = "a maximum is the same in any order")]
        let highest = {
            let mut highest = 0;
            for (&who, &count) in &self.counts {
                if counts(who) {
                    highest = highest.max(count);
                }
            }
            highest
        };
        highest
    }

    /// The reference that shares a token with `tokens`.
    pub(crate) fn over(&self, tokens: &Range<usize>) -> Option<&Reference> {
        let from = self
            .all
            .partition_point(|reference| reference.tokens.end <= tokens.start);
        self.all
            .get(from)
            .filter(|reference| reference.tokens.start < tokens.end)
    }
}

/// Finds the references of a document.
pub(crate) fn find(
    claims: &ClaimSet,
    entities: &Entities,
    kin: &KinTable,
    document: &Document<'_>,
    hits: &Hits,
    mentions: &[Mention],
) -> References {
    let mut finder = Finder {
        claims,
        entities,
        kin,
        document,
        names: Names::default(),
        references: References::default(),
    };
    let listed = finder.listed(hits);
    finder.walk(&listed, mentions);
    finder.references
}

/// Relations of the sheets, for "his mother": owner and word to holder.
#[derive(Clone, Debug, Default)]
pub(crate) struct KinTable {
    holders: Vec<(EntityId, Kinship, EntityId)>,
}

impl KinTable {
    pub(crate) fn new(claims: &ClaimSet) -> Self {
        let mut holders = Vec::new();
        for claim in claims.claims() {
            let Body::Relation(relation) = &claim.body else {
                continue;
            };
            let Some(kinship) = Kinship::of(&fold(&relation.relation)) else {
                continue;
            };
            for entry in &relation.is {
                for party in &entry.is {
                    if let Party::Entity(holder) = party {
                        holders.extend(claim.of.iter().map(|&owner| (owner, kinship, *holder)));
                    }
                }
            }
        }
        holders.sort_by_key(|&(owner, kinship, holder)| (owner, kinship.word, holder));
        Self { holders }
    }

    /// The person whom a word of kinship means for an owner, where the sheets have just one.
    fn holder(&self, owner: EntityId, word: Kinship) -> Option<EntityId> {
        use crate::value::Agreement;
        let from = self.holders.partition_point(|row| row.0 < owner);
        let of_owner = self.holders[from..].iter().take_while(|row| row.0 == owner);
        let mut fitting = of_owner.filter(|row| word.agreement(row.1) != Agreement::Contradicts);
        let first = fitting.next()?.2;
        fitting.all(|row| row.2 == first).then_some(first)
    }
}

/// Names that the sheets do not know, so that a surname finds its full name.
#[derive(Default)]
struct Names {
    known: FxHashMap<String, Who>,
    next: u32,
}

struct Finder<'a, 't> {
    claims: &'a ClaimSet,
    entities: &'a Entities,
    kin: &'a KinTable,
    document: &'a Document<'t>,
    names: Names,
    references: References,
}

impl Finder<'_, '_> {
    /// Where the sheets' own names stand, longest first, without overlaps.
    fn listed(&self, hits: &Hits) -> Vec<(Range<usize>, Vec<EntityId>)> {
        let mut all: Vec<(Range<usize>, Vec<EntityId>)> = Vec::new();
        for (phrase, bearers) in self.entities.phrases() {
            all.extend(hits.all(phrase).iter().map(|hit| (hit.clone(), bearers.to_vec())));
        }
        all.sort_by_key(|(tokens, _)| (tokens.start, std::cmp::Reverse(tokens.end)));
        let mut kept: Vec<(Range<usize>, Vec<EntityId>)> = Vec::new();
        for (tokens, bearers) in all {
            match kept.last_mut() {
                Some((last, others)) if *last == tokens => others.extend(bearers),
                Some((last, _)) if tokens.start < last.end => {}
                _ => kept.push((tokens, bearers)),
            }
        }
        kept
    }

    /// Walks names, pronouns and kinship words in the order of the text.
    fn walk(&mut self, listed: &[(Range<usize>, Vec<EntityId>)], mentions: &[Mention]) {
        let mut names = mentions
            .iter()
            .filter_map(|mention| match &mention.value {
                Value::Name(name) => Some((mention, name)),
                Value::Date(_) | Value::Count(_) | Value::Relation(_) => None,
            })
            .peekable();
        let mut listed = listed.iter().peekable();
        let mut at = 0;
        while at < self.document.tokens().len() {
            while listed.next_if(|(tokens, _)| tokens.start < at).is_some() {}
            while names.next_if(|(mention, _)| mention.tokens.start < at).is_some() {}
            let run = names.next_if(|(mention, _)| mention.tokens.start == at);
            // A listed name at the start of, or inside, the run.
            let until = run.map_or(at + 1, |(mention, _)| mention.tokens.end);
            let hit = listed.next_if(|(tokens, _)| tokens.start < until);
            at = match (run, hit) {
                (Some((mention, name)), hit) => self.name(mention, name, hit),
                (None, Some((tokens, bearers))) => {
                    self.described(tokens.clone(), bearers);
                    tokens.end
                }
                (None, None) => {
                    self.word(at);
                    at + 1
                }
            };
        }
    }

    /// A name of the text, with the name of the sheets that stands in it.
    fn name(
        &mut self,
        mention: &Mention,
        name: &NameMention,
        hit: Option<&(Range<usize>, Vec<EntityId>)>,
    ) -> usize {
        if let Some((tokens, bearers)) = hit {
            let covers = tokens.start <= mention.tokens.start && tokens.end >= mention.tokens.end;
            if covers {
                self.described(tokens.clone(), bearers);
                return tokens.end;
            }
            if let Some(who) = self.within(mention, name, tokens, bearers) {
                let (tokens, how) = who;
                let end = tokens.end.max(mention.tokens.end);
                match self.choose(bearers) {
                    Some(id) => self.push(tokens, Who::Entity(id), Manner::Name(how)),
                    None => self.unknown(mention, name),
                }
                return end;
            }
        }
        let recognised = self.entities.recognise(&name.name);
        let given = recognised
            .first()
            .is_some_and(|&(_, how)| how == Recognised::Given);
        let known: Vec<EntityId> = recognised
            .iter()
            .map(|&(id, _)| id)
            .filter(|&id| !given || self.references.count(Who::Entity(id)) > 0)
            .collect();
        match (self.choose(&known), recognised.first()) {
            (Some(id), Some(&(_, how))) => {
                self.push(mention.tokens.clone(), Who::Entity(id), Manner::Name(how));
            }
            _ => self.unknown(mention, name),
        }
        mention.tokens.end
    }

    /// Whether a listed name inside a longer one is meant, and the words that then speak of its entity.
    fn within(
        &self,
        mention: &Mention,
        name: &NameMention,
        tokens: &Range<usize>,
        bearers: &[EntityId],
    ) -> Option<(Range<usize>, Recognised)> {
        if let Some(how) = bearers
            .iter()
            .find_map(|&id| self.entities.recognise_as(id, &name.name))
        {
            return Some((mention.tokens.clone(), how));
        }
        let person = bearers
            .iter()
            .any(|&id| self.entities.kind(id) == EntityKind::Person);
        let words = tokens
            .clone()
            .filter(|&at| self.document.tokens()[at].is_word())
            .count();
        if words >= 2 {
            return Some((tokens.clone(), Recognised::Listed));
        }
        let before = tokens
            .start
            .checked_sub(1)
            .filter(|&before| before >= mention.tokens.start);
        let adjective =
            before.is_none_or(|before| self.document.tags(before).any(Tags::DEMONYM.or(Tags::TITLE)));
        (!person && adjective).then(|| (tokens.clone(), Recognised::Listed))
    }

    /// A name as the sheets list it, or a description of theirs.
    fn described(&mut self, tokens: Range<usize>, bearers: &[EntityId]) {
        let named = self.document.tokens()[tokens.start].capital;
        let manner = if named {
            Manner::Name(Recognised::Listed)
        } else {
            Manner::Description
        };
        if let Some(id) = self.choose(bearers) {
            self.push(tokens, Who::Entity(id), manner);
        }
    }

    /// Which of several bearers of a name is meant: the only one, else the one named most lately.
    fn choose(&self, bearers: &[EntityId]) -> Option<EntityId> {
        match bearers {
            [] => None,
            [only] => Some(*only),
            several => {
                let recent = self.references.all.iter().rev().take(64);
                recent
                    .filter_map(|reference| match reference.who {
                        Who::Entity(id) if reference.manner != Manner::Pronoun => Some(id),
                        Who::Entity(_) | Who::Person(_) | Who::Other(_) => None,
                    })
                    .find(|id| several.contains(id))
            }
        }
    }

    fn unknown(&mut self, mention: &Mention, name: &NameMention) {
        let words: Vec<String> = name
            .name
            .split([' ', '-', '\n'])
            .map(fold)
            .filter(|word| !word.is_empty())
            .collect();
        let Some(last) = words.last() else { return };
        let person = words.len() >= 2
            && words.len() <= 4
            && !words
                .iter()
                .any(|word| word.contains(|c: char| c.is_ascii_digit()))
            || name.kind.is_some();
        let known = self.names.known.get(last).copied();
        // A single word at the start of a sentence may be no name at all.
        if name.is_doubtful && known.is_none() {
            return;
        }
        let who = match known {
            Some(who) if words.len() == 1 => who,
            _ => {
                self.names.next += 1;
                let number = self.names.next;
                let full = words.join(" ");
                let who = if person {
                    Who::Person(number)
                } else {
                    Who::Other(number)
                };
                let who = *self.names.known.entry(full).or_insert(who);
                self.names.known.insert(last.clone(), who);
                who
            }
        };
        self.push(mention.tokens.clone(), who, Manner::Name(Recognised::Listed));
    }

    /// A pronoun, a possessive, or a word of kinship with its owner before it.
    fn word(&mut self, at: usize) {
        let tags = self.document.tags(at);
        if tags.any(Tags::KINSHIP) {
            self.kin(at);
        } else if tags.any(Tags::PRONOUN.or(Tags::POSSESSIVE)) {
            let who = match self.document.lower(at) {
                // "Kim asked him": not the one who asked.
                "him" => {
                    let asker = self.subject_of_clause(at);
                    self.antecedent(at, |who| Some(who) != asker && self.fits(who, Gender::Male))
                }
                "he" | "his" | "himself" => self.antecedent(at, |who| self.fits(who, Gender::Male)),
                "she" | "her" | "hers" | "herself" => {
                    self.antecedent(at, |who| self.fits(who, Gender::Female))
                }
                "it" | "its" | "itself" => self.antecedent(at, |who| self.is_thing(who)),
                _ => None,
            };
            if let Some(who) = who {
                self.push(at..at + 1, who, Manner::Pronoun);
            }
        } else if tags.any(Tags::DEMONYM)
            && let Some(id) = self.entities.of_demonym(self.document.lower(at))
        {
            self.push(at..at + 1, Who::Entity(id), Manner::Description);
        }
    }

    /// Whom "he" or "she" at `at` means: the first fitting person of its own sentence, else of the ones before.
    fn antecedent(&self, at: usize, fits: impl Fn(Who) -> bool) -> Option<Who> {
        let sentence = self.document.sentence_of(at);
        for back in 0..=3 {
            let Some(sentence) = sentence.checked_sub(back) else {
                break;
            };
            let fitting = self.references.of_sentence(sentence).iter().filter(|reference| {
                let is_stranger = matches!((reference.manner, reference.who), (Manner::Kin, Who::Person(_)));
                let is_owner = reference.is_embedded && back > 0;
                !is_owner && !is_stranger && fits(reference.who)
            });
            // In the pronoun's own sentence the nearest subject, before that what the sentence was about.
            let found = if back == 0 {
                self.nearest(fitting, at)
            } else {
                { fitting }.next()
            };
            if let Some(reference) = found {
                return Some(reference.who);
            }
        }
        None
    }

    fn nearest<'r>(&self, fitting: impl Iterator<Item = &'r Reference>, at: usize) -> Option<&'r Reference> {
        let mut first = None;
        for reference in fitting {
            // "Kim and her son": joined to the pronoun by "and".
            let end = reference.tokens.end;
            if end + 1 == at
                && matches!(self.document.lower(end), "and" | ",")
                && matches!(reference.manner, Manner::Name(_))
            {
                return Some(reference);
            }
            first = first.or(Some(reference));
        }
        first
    }

    /// The person named last before `at` in its sentence, where nothing parts the two.
    fn subject_of_clause(&self, at: usize) -> Option<Who> {
        let sentence = self.document.sentence_of(at);
        let last = self.references.of_sentence(sentence).last()?;
        let gap = last.tokens.end..at;
        let parted = gap.clone().any(|at| {
            matches!(self.document.word(at), "," | ";" | ":") || self.document.tags(at).any(Tags::CONJUNCTION)
        });
        (!parted && gap.len() <= 8).then_some(last.who)
    }

    fn is_thing(&self, who: Who) -> bool {
        match who {
            Who::Entity(id) => self.entities.kind(id) != EntityKind::Person,
            Who::Person(_) | Who::Other(_) => true,
        }
    }

    fn fits(&self, who: Who, gender: Gender) -> bool {
        match who {
            Who::Entity(id) => {
                let entity = self.claims.entity(id);
                entity.gender == Some(gender)
                    || (entity.gender.is_none() && entity.kind == EntityKind::Person)
            }
            Who::Person(_) => true,
            Who::Other(_) => false,
        }
    }

    /// "his mother", "Kim's mother": the person whom the sheets have for it, else a person of the article's own.
    fn kin(&mut self, at: usize) {
        let Some(kinship) = Kinship::of(&fold(self.document.lower(at))) else {
            return;
        };
        let Some(owner) = self.owner(at) else { return };
        // The owner stands a few words back, so only the latest references can be it.
        let recent = self.references.all.len().saturating_sub(16);
        let position = self.references.all[recent..]
            .iter()
            .rposition(|reference| reference.tokens.contains(&owner));
        let Some(position) = position.map(|position| recent + position) else {
            return;
        };
        self.references.all[position].is_embedded = true;
        let holder = match self.references.all[position].who {
            Who::Entity(owner) => self.kin.holder(owner, kinship),
            Who::Person(_) | Who::Other(_) => None,
        };
        let who = match holder {
            Some(holder) => Who::Entity(holder),
            None => {
                self.names.next += 1;
                Who::Person(self.names.next)
            }
        };
        if self.sex_fits(who, kinship.sex) {
            self.push(at..at + 1, who, Manner::Kin);
            // "his parents' home" speaks of a home.
            let next = self.document.tokens().get(at + 1);
            let owns = next.is_some_and(|next| {
                next.kind == TokenKind::Possessive
                    || (next.kind == TokenKind::Quote && self.document.joined(at))
            });
            if let Some(last) = self.references.all.last_mut() {
                last.is_embedded = owns;
            }
        }
    }

    fn sex_fits(&self, who: Who, sex: Sex) -> bool {
        let Who::Entity(id) = who else { return true };
        match (self.claims.entity(id).gender, sex) {
            (Some(Gender::Male), Sex::Female) | (Some(Gender::Female), Sex::Male) => false,
            (None | Some(_), _) => true,
        }
    }

    /// The token of the possessor of the word at `at`: a few adjectives, or other kin of the same owner, may stand between.
    fn owner(&self, at: usize) -> Option<usize> {
        let start = at.saturating_sub(12);
        for before in (start..at).rev() {
            let token = self.document.tokens()[before];
            if token.kind == TokenKind::Possessive {
                return before.checked_sub(1);
            }
            if token.tags.any(Tags::POSSESSIVE) {
                return Some(before);
            }
            let passes = match token.kind {
                TokenKind::Word => {
                    !token.tags.any(
                        Tags::BE
                            .or(Tags::PREPOSITION)
                            .or(Tags::AUXILIARY)
                            .or(Tags::MODAL)
                            .or(Tags::REPORTING),
                    ) && (!token.tags.any(Tags::DETERMINER))
                }
                TokenKind::Comma => self.document.word(before) == ",",
                TokenKind::Dash | TokenKind::Number | TokenKind::Open | TokenKind::Close => true,
                _ => false,
            };
            if !passes {
                return None;
            }
        }
        None
    }

    fn push(&mut self, tokens: Range<usize>, who: Who, manner: Manner) {
        if matches!(manner, Manner::Name(_) | Manner::Description) {
            *self.references.counts.entry(who).or_default() += 1;
        }
        let sentence = self.document.sentence_of(tokens.start);
        self.references.all.push(Reference {
            tokens,
            sentence,
            who,
            manner,
            is_embedded: false,
        });
    }
}
