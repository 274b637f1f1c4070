//! What English says of a word before its neighbours are looked at: months, number words, pronouns, kinship …
//!
//! One table, one look-up a word. Words of a story have no place here: they come from the sheet.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

/// A set of properties of a word.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Tags(u64);

macro_rules! tags {
    ($($(#[$doc:meta])* $name:ident = $bit:literal;)*) => {
        impl Tags {
            $($(#[$doc])* pub(crate) const $name: Self = Self(1 << $bit);)*
        }
    };
}

tags! {
    /// A month, in full or short.
    MONTH = 0;
    /// A weekday, in full or short.
    WEEKDAY = 1;
    /// A cardinal in words: "three", "sixty", "hundred", "million", "dozen".
    CARDINAL = 2;
    /// An ordinal in words: "sixth".
    ORDINAL = 3;
    /// A unit of time, singular or plural.
    TIME_UNIT = 4;
    /// A season of the year.
    SEASON = 5;
    /// A word that places a date from another: "yesterday", "last", "next", "ago".
    RELATIVE = 6;
    /// A word that hedges or bounds a number: "about", "some", "more", "least".
    HEDGE = 7;
    /// A currency's name or code.
    CURRENCY = 8;
    /// A unit of measure, name or symbol.
    UNIT = 9;
    /// A part of the day or a word of the clock: "noon", "am", "GMT".
    CLOCK = 10;
    /// A personal pronoun.
    PRONOUN = 11;
    /// A possessive determiner: "his", "their".
    POSSESSIVE = 12;
    /// An article or another determiner.
    DETERMINER = 13;
    /// A preposition.
    PREPOSITION = 14;
    /// A coordinating conjunction.
    CONJUNCTION = 15;
    /// A word that opens a subordinate clause: "who", "which", "when", "because".
    SUBORDINATOR = 16;
    /// A form of *be*.
    BE = 17;
    /// A form of *have* or *do*.
    AUXILIARY = 18;
    /// A modal verb: "will", "would", "must".
    MODAL = 19;
    /// A word that denies: "not", "never", "no".
    NEGATION = 20;
    /// A verb of saying.
    REPORTING = 21;
    /// A word of kinship or partnership.
    KINSHIP = 22;
    /// A word for a role that one person holds for something: "president", "ambassador".
    ROLE = 23;
    /// A title before a person's name: "Mr.", "Captain", "Rabbi".
    TITLE = 24;
    /// An abbreviation that takes a full stop without ending a sentence.
    ABBREVIATION = 25;
    /// A particle inside a name: "van", "al", "bin".
    PARTICLE = 26;
    /// A common verb in a finite form that is no participle: "said", "went".
    VERB = 27;
    /// A word for a male person.
    MALE = 28;
    /// A word for a female person.
    FEMALE = 29;
    /// A label that stands before its number: "port", "chapter", "magnitude".
    LABEL = 30;
    /// An adverb or other word that no noun phrase begins with.
    ADVERB = 31;
}

impl Tags {
    /// No property.
    pub(crate) const NONE: Self = Self(0);

    /// Whether it has any of the properties of `other`.
    pub(crate) const fn any(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// The properties of both.
    pub(crate) const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

/// The tags of a word in lower case.
pub(crate) fn tags(lower: &str) -> Tags {
    LEXICON.get(lower).copied().unwrap_or_default()
}

static LEXICON: LazyLock<FxHashMap<&'static str, Tags>> = LazyLock::new(|| {
    let mut lexicon = FxHashMap::default();
    for &(tag, words) in WORDS {
        for word in words.split_ascii_whitespace() {
            let tags: &mut Tags = lexicon.entry(word).or_default();
            *tags = tags.or(tag);
        }
    }
    lexicon
});

/// Words by property.
const WORDS: &[(Tags, &str)] = &[
    (
        Tags::MONTH,
        "january february march april may june july august september october november december \
         jan feb mar apr jun jul aug sep sept oct nov dec",
    ),
    (
        Tags::WEEKDAY,
        "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed weds thu thur thurs fri sat sun \
         mondays tuesdays wednesdays thursdays fridays saturdays sundays",
    ),
    (
        Tags::CARDINAL,
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen \
         seventeen eighteen nineteen twenty thirty forty fourty fifty sixty seventy eighty ninety hundred thousand \
         million billion trillion dozen hundreds thousands millions billions trillions dozens score scores \
         half quarter couple pair several both m bn mn k tn",
    ),
    (
        Tags::ORDINAL,
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth \
         fifteenth sixteenth seventeenth eighteenth nineteenth twentieth thirtieth fortieth fiftieth sixtieth \
         seventieth eightieth ninetieth hundredth thousandth millionth last",
    ),
    (
        Tags::TIME_UNIT,
        "second seconds sec secs minute minutes min mins hour hours hr hrs day days night nights week weeks weekend \
         weekends fortnight fortnights month months quarter quarters year years yr yrs decade decades century \
         centuries millennium millennia morning mornings afternoon afternoons evening evenings",
    ),
    (Tags::SEASON, "spring summer autumn fall winter"),
    (
        Tags::RELATIVE,
        "yesterday today tomorrow tonight now last next this past previous following coming earlier later ago \
         since until before after same that current recent",
    ),
    (
        Tags::HEDGE,
        "about around some roughly nearly almost approximately approx circa ca over under above below more less fewer \
         least most up between to than exactly only just close upwards nigh plus minus",
    ),
    (
        Tags::CLOCK,
        "noon midnight midday am pm a.m p.m gmt utc est edt cst cdt pst pdt bst cet cest o'clock",
    ),
    (
        Tags::PRONOUN,
        "he she it they him her them i we you me us himself herself itself themselves who whom one",
    ),
    (
        Tags::POSSESSIVE,
        "his her its their my our your whose hers theirs",
    ),
    (
        Tags::DETERMINER,
        "a an the this that these those each every any no another other both all some",
    ),
    (
        Tags::PREPOSITION,
        "of in on at by for from with to into onto over under between among through during after before against \
         without within across along around behind beside besides despite except inside near off outside past per \
         since than toward towards until upon via amid aboard atop alongside",
    ),
    (Tags::CONJUNCTION, "and or but nor yet so"),
    (
        Tags::SUBORDINATOR,
        "who whom whose which that when where while whereas because although though if unless as after before since \
         until once whether what how why",
    ),
    (Tags::BE, "be is are was were been being am 's"),
    (Tags::AUXILIARY, "have has had having do does did done doing"),
    (
        Tags::MODAL,
        "will would shall should can could may might must ought",
    ),
    (
        Tags::NEGATION,
        "not never no nor neither none nobody nothing without isn't wasn't aren't weren't didn't doesn't don't \
         hasn't haven't hadn't won't wouldn't can't cannot couldn't shouldn't",
    ),
    (
        Tags::REPORTING,
        "said says say saying told tells claimed claims stated states reported reports announced announces added \
         adds according wrote writes noted notes quoted confirmed estimated alleged allegedly reportedly",
    ),
    (
        Tags::ABBREVIATION,
        "mr mrs ms dr prof st sr jr gen col lt maj capt sgt cpl pvt adm cmdr rev hon gov sen rep pres amb msgr fr \
         jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun \
         no nos vol vols fig figs pp ed eds ch sec art approx ca vs etc inc ltd corp co bros dept univ est ave blvd rd \
         mt ft eg ie al cf viz op u.s",
    ),
];
