//! What a number counts: nouns, measures with their dimension, currencies, ages, ordinals.

/// What is counted or measured.
#[derive(Clone, Debug, PartialEq)]
pub enum Unit {
    /// A noun, in lower case, as the text has it: the head of the phrase ("inmates").
    Noun(String),
    /// A unit of measure with the size of one of it in the base unit of its dimension (seconds, metres, grams …).
    Measure {
        /// The usual symbol (`km`, `day`, `MB`).
        symbol: &'static str,
        /// What it measures.
        dimension: Dimension,
        /// How many base units one of it is.
        factor: f64,
        /// What is added after the factor is applied (0 but for temperatures).
        offset: f64,
    },
    /// An amount of money, as an ISO 4217 code.
    Currency(&'static str),
    /// A percentage.
    Percent,
    /// An age in years; fractions for months and days.
    Age,
    /// The place in an order, with the noun that is ordered, where there is one ("sixth phase").
    Ordinal(Option<String>),
    /// A number with a label before it ("port 6379"); the label in lower case.
    Label(String),
    /// "times", "twice".
    Times,
}

impl Unit {
    /// The unit as reports name it: the noun, or the usual symbol.
    #[must_use]
    pub fn name(&self) -> &str {
        match self {
            Self::Noun(noun) | Self::Label(noun) | Self::Ordinal(Some(noun)) => noun,
            Self::Measure { symbol, .. } | Self::Currency(symbol) => symbol,
            Self::Percent => "%",
            Self::Age => "age",
            Self::Ordinal(None) => "ordinal",
            Self::Times => "times",
        }
    }
}

/// What a unit measures; two units of one dimension can be compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Dimension {
    /// Base unit: second. A month is 365.2425/12 days.
    Time,
    /// Base unit: metre.
    Length,
    /// Base unit: square metre.
    Area,
    /// Base unit: cubic metre.
    Volume,
    /// Base unit: gram.
    Mass,
    /// Base unit: metre per second.
    Speed,
    /// Base unit: kelvin.
    Temperature,
    /// Base unit: byte.
    Data,
    /// Base unit: watt.
    Power,
    /// Base unit: joule.
    Energy,
    /// Base unit: pascal.
    Pressure,
    /// Base unit: hertz.
    Frequency,
    /// Base unit: degree of arc.
    Angle,
}
