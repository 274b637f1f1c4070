//! Words of kinship and partnership: what they mean, whom they exclude, and how they read from the other side.

use super::Agreement;

/// What a word of kinship says of two people, whatever the gender of the one it names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kin {
    /// Mother, father, parent.
    Parent,
    /// Son, daughter, child.
    Child,
    /// Brother, sister, sibling.
    Sibling,
    /// Husband, wife, spouse.
    Spouse,
    /// Girlfriend, boyfriend, fiancée.
    Betrothed,
    /// Partner: married or not.
    Partner,
    /// Grandmother, grandfather.
    Grandparent,
    /// Grandson, granddaughter.
    Grandchild,
    /// Uncle, aunt.
    ParentSibling,
    /// Nephew, niece.
    SiblingChild,
    /// Cousin.
    Cousin,
    /// Stepmother, mother-in-law, godfather and the like: kin of their own.
    Other,
}

/// Whether a word of kinship names a man or a woman.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Sex {
    /// A man.
    Male,
    /// A woman.
    Female,
    /// The word does not say.
    Either,
}

impl Sex {
    /// Whether nobody is both: a man and a woman.
    #[must_use]
    pub fn excludes(self, other: Self) -> bool {
        matches!(
            (self, other),
            (Self::Male, Self::Female) | (Self::Female, Self::Male)
        )
    }
}

/// Word, kin, sex, and whether several may hold it for one person.
const TABLE: &[(&str, Kin, Sex)] = &[
    ("mother", Kin::Parent, Sex::Female),
    ("mom", Kin::Parent, Sex::Female),
    ("mum", Kin::Parent, Sex::Female),
    ("mama", Kin::Parent, Sex::Female),
    ("father", Kin::Parent, Sex::Male),
    ("dad", Kin::Parent, Sex::Male),
    ("papa", Kin::Parent, Sex::Male),
    ("parent", Kin::Parent, Sex::Either),
    ("son", Kin::Child, Sex::Male),
    ("daughter", Kin::Child, Sex::Female),
    ("child", Kin::Child, Sex::Either),
    ("kid", Kin::Child, Sex::Either),
    ("baby", Kin::Child, Sex::Either),
    ("brother", Kin::Sibling, Sex::Male),
    ("half-brother", Kin::Sibling, Sex::Male),
    ("sister", Kin::Sibling, Sex::Female),
    ("half-sister", Kin::Sibling, Sex::Female),
    ("half-sibling", Kin::Sibling, Sex::Either),
    ("sibling", Kin::Sibling, Sex::Either),
    ("twin", Kin::Sibling, Sex::Either),
    ("husband", Kin::Spouse, Sex::Male),
    ("widower", Kin::Spouse, Sex::Male),
    ("groom", Kin::Spouse, Sex::Male),
    ("ex-husband", Kin::Spouse, Sex::Male),
    ("wife", Kin::Spouse, Sex::Female),
    ("widow", Kin::Spouse, Sex::Female),
    ("bride", Kin::Spouse, Sex::Female),
    ("consort", Kin::Spouse, Sex::Either),
    ("ex-wife", Kin::Spouse, Sex::Female),
    ("spouse", Kin::Spouse, Sex::Either),
    ("girlfriend", Kin::Betrothed, Sex::Female),
    ("boyfriend", Kin::Betrothed, Sex::Male),
    ("ex-girlfriend", Kin::Betrothed, Sex::Female),
    ("ex-boyfriend", Kin::Betrothed, Sex::Male),
    ("ex-partner", Kin::Partner, Sex::Either),
    ("fiancee", Kin::Betrothed, Sex::Female),
    ("fiance", Kin::Betrothed, Sex::Either),
    ("partner", Kin::Partner, Sex::Either),
    ("companion", Kin::Partner, Sex::Either),
    ("grandmother", Kin::Grandparent, Sex::Female),
    ("grandma", Kin::Grandparent, Sex::Female),
    ("grandfather", Kin::Grandparent, Sex::Male),
    ("grandpa", Kin::Grandparent, Sex::Male),
    ("grandparent", Kin::Grandparent, Sex::Either),
    ("grandson", Kin::Grandchild, Sex::Male),
    ("granddaughter", Kin::Grandchild, Sex::Female),
    ("grandchild", Kin::Grandchild, Sex::Either),
    ("uncle", Kin::ParentSibling, Sex::Male),
    ("aunt", Kin::ParentSibling, Sex::Female),
    ("nephew", Kin::SiblingChild, Sex::Male),
    ("niece", Kin::SiblingChild, Sex::Female),
    ("cousin", Kin::Cousin, Sex::Either),
    ("stepmother", Kin::Other, Sex::Female),
    ("stepfather", Kin::Other, Sex::Male),
    ("stepson", Kin::Other, Sex::Male),
    ("stepdaughter", Kin::Other, Sex::Female),
    ("stepbrother", Kin::Other, Sex::Male),
    ("stepsister", Kin::Other, Sex::Female),
    ("stepparent", Kin::Other, Sex::Either),
    ("stepchild", Kin::Other, Sex::Either),
    ("stepsibling", Kin::Other, Sex::Either),
    ("great-grandmother", Kin::Other, Sex::Female),
    ("great-grandfather", Kin::Other, Sex::Male),
    ("great-grandparent", Kin::Other, Sex::Either),
    ("great-grandson", Kin::Other, Sex::Male),
    ("great-granddaughter", Kin::Other, Sex::Female),
    ("great-grandchild", Kin::Other, Sex::Either),
    ("great-uncle", Kin::Other, Sex::Male),
    ("great-aunt", Kin::Other, Sex::Female),
    ("great-nephew", Kin::Other, Sex::Male),
    ("great-niece", Kin::Other, Sex::Female),
    ("grand-nephew", Kin::Other, Sex::Male),
    ("grand-niece", Kin::Other, Sex::Female),
    ("grandnephew", Kin::Other, Sex::Male),
    ("grandniece", Kin::Other, Sex::Female),
    ("granduncle", Kin::Other, Sex::Male),
    ("grandaunt", Kin::Other, Sex::Female),
    ("mother-in-law", Kin::Other, Sex::Female),
    ("father-in-law", Kin::Other, Sex::Male),
    ("son-in-law", Kin::Other, Sex::Male),
    ("daughter-in-law", Kin::Other, Sex::Female),
    ("brother-in-law", Kin::Other, Sex::Male),
    ("sister-in-law", Kin::Other, Sex::Female),
    ("godson", Kin::Other, Sex::Male),
    ("goddaughter", Kin::Other, Sex::Female),
    ("godparent", Kin::Other, Sex::Either),
    ("godchild", Kin::Other, Sex::Either),
    ("godfather", Kin::Other, Sex::Male),
    ("godmother", Kin::Other, Sex::Female),
];

/// Words that say the same, and the word by which they are known.
const SYNONYMS: &[(&str, &str)] = &[
    ("mom", "mother"),
    ("mum", "mother"),
    ("mama", "mother"),
    ("dad", "father"),
    ("papa", "father"),
    ("kid", "child"),
    ("baby", "child"),
    ("widow", "wife"),
    ("bride", "wife"),
    ("widower", "husband"),
    ("groom", "husband"),
    ("consort", "spouse"),
    ("grandma", "grandmother"),
    ("grandpa", "grandfather"),
];

/// A word of kinship, understood.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Kinship {
    /// The word, singular, in lower case and without diacritics; of words that say the same ("mom", "mother") the plainest.
    pub word: &'static str,
    /// What it says of the two.
    pub kin: Kin,
    /// Whether it names a man or a woman.
    pub sex: Sex,
}

impl Kinship {
    /// Understands a word, singular or plural, folded to lower case without diacritics.
    #[must_use]
    pub fn of(word: &str) -> Option<Self> {
        let find = |word: &str| TABLE.iter().find(|row| row.0 == word);
        let plural = || {
            let stem = word.strip_suffix("ren").filter(|stem| stem.ends_with("child"));
            stem.or_else(|| word.strip_suffix('s'))
        };
        let &(word, kin, sex) = match word {
            "wives" => find("wife"),
            _ => find(word).or_else(|| find(plural()?)),
        }?;
        let word = SYNONYMS
            .iter()
            .find(|row| row.0 == word)
            .map_or(word, |row| row.1);
        Some(Self { word, kin, sex })
    }

    /// How a text's word for two people stands to the true one for the same two.
    #[must_use]
    pub fn agreement(self, truth: Self) -> Agreement {
        if self.word == truth.word {
            return Agreement::Supports;
        }
        if self.sex.excludes(truth.sex) {
            return Agreement::Contradicts;
        }
        match (self.kin, truth.kin) {
            (Kin::Other, _) | (_, Kin::Other) => Agreement::Contradicts,
            (one, other) if one == other => {
                if truth.sex == Sex::Either || self.sex == truth.sex {
                    Agreement::Supports
                } else {
                    Agreement::Compatible
                }
            }
            (Kin::Partner, Kin::Spouse | Kin::Betrothed) | (Kin::Spouse | Kin::Betrothed, Kin::Partner) => {
                Agreement::Compatible
            }
            _ => Agreement::Contradicts,
        }
    }

    /// What the other of the two is to the first: the parent's child.
    #[must_use]
    pub fn inverse(self) -> Option<Kin> {
        Some(match self.kin {
            Kin::Parent => Kin::Child,
            Kin::Child => Kin::Parent,
            Kin::Grandparent => Kin::Grandchild,
            Kin::Grandchild => Kin::Grandparent,
            Kin::ParentSibling => Kin::SiblingChild,
            Kin::SiblingChild => Kin::ParentSibling,
            Kin::Sibling | Kin::Spouse | Kin::Betrothed | Kin::Partner | Kin::Cousin => self.kin,
            Kin::Other => return None,
        })
    }

    /// Whether a person has, at any one time, only one of them.
    #[must_use]
    pub fn is_single(self) -> bool {
        match self.kin {
            Kin::Parent => self.sex != Sex::Either,
            Kin::Spouse | Kin::Betrothed | Kin::Partner => true,
            Kin::Child
            | Kin::Sibling
            | Kin::Grandparent
            | Kin::Grandchild
            | Kin::ParentSibling
            | Kin::SiblingChild
            | Kin::Cousin
            | Kin::Other => false,
        }
    }
}
