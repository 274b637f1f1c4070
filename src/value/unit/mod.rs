//! What a number counts: nouns, measures with their dimension, currencies, ages, ordinals.

mod claim;
pub(crate) mod currency;
mod measure;
mod say;

pub use self::claim::{ClaimUnit, UnitMatch};
pub(crate) use self::claim::{SaidUnit, singular};
pub use self::measure::Measure;
pub use self::say::digits;
use super::quantity::Quantity;

/// What is counted or measured.
#[derive(Clone, Debug, PartialEq)]
pub enum Unit {
    /// A noun, in lower case, as the text has it: the head of the phrase ("inmates").
    Noun(String),
    /// A unit of measure.
    Measure(&'static Measure),
    /// An amount of money, as an ISO 4217 code.
    Currency(&'static str),
    /// A percentage.
    Percent,
    /// An age, in the unit of time that is said ("29 years old", "6 months old").
    Age(&'static Measure),
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
            Self::Measure(measure) => measure.symbol,
            Self::Currency(code) => code,
            Self::Percent => "%",
            Self::Age(measure) if measure.symbol == "year" => "age",
            Self::Age(measure) => measure.symbol,
            Self::Ordinal(None) => "ordinal",
            Self::Times => "times",
        }
    }

    /// The unit of measure, of an age too.
    #[must_use]
    pub const fn measure(&self) -> Option<&'static Measure> {
        match self {
            Self::Measure(measure) | Self::Age(measure) => Some(measure),
            _ => None,
        }
    }

    /// `quantity` of this unit as a quantity of `to`; `None` where the two do not measure the same.
    #[must_use]
    pub fn convert(&self, quantity: &Quantity, to: &Self) -> Option<Quantity> {
        match (self.measure(), to.measure()) {
            (Some(from), Some(to)) => convert(quantity, from, to),
            (None, None) => (self.name() == to.name()).then_some(*quantity),
            _ => None,
        }
    }
}

/// As [`Unit::convert`], for units of measure.
fn convert(quantity: &Quantity, from: &Measure, to: &Measure) -> Option<Quantity> {
    if from.dimension != to.dimension {
        return None;
    }
    if from == to {
        return Some(*quantity);
    }
    let scale = from.factor / to.factor;
    Some(quantity.rescaled(|number| to.from_base(from.to_base(number)), scale))
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
    /// Base unit: kilogram.
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
    /// Base unit: radian.
    Angle,
    /// Base unit: volt.
    Voltage,
}
