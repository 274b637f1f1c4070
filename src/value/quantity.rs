//! Numbers as people say them: exact, near, bounded, ranged, of an order of magnitude.

use super::Agreement;

/// How a wording bounds its number.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Bound {
    /// Just that number.
    #[default]
    Exact,
    /// Near it: "some", "about", "nearly".
    About,
    /// It or more.
    AtLeast,
    /// It or less.
    AtMost,
    /// Above it.
    MoreThan,
    /// Below it.
    LessThan,
    /// From `min` to `max`.
    Range,
    /// "hundreds of", "dozens of".
    Magnitude,
}

/// A number as a wording gives it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Quantity {
    /// The number that is said; the lower end of a range.
    pub number: f64,
    /// The least that the wording admits; negative infinity where it sets no lower bound.
    pub min: f64,
    /// The most that the wording admits; infinity where it sets no upper bound.
    pub max: f64,
    /// How the wording bounds it.
    pub bound: Bound,
    /// The size of the last digit that is said: 1 for "369", 10 for "370" said of "about 370", 100 000 for "1.2 million".
    pub grain: f64,
}

/// What is true of a number: bounds within which it lies, equal for an exact one.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bounds {
    /// The least.
    pub min: f64,
    /// The most.
    pub max: f64,
}

impl Bounds {
    /// Just `number`.
    #[must_use]
    pub const fn exact(number: f64) -> Self {
        Self {
            min: number,
            max: number,
        }
    }

    /// How far `number` lies outside; 0 within.
    fn distance(self, number: f64) -> f64 {
        (self.min - number).max(number - self.max).max(0.0)
    }
}

/// How far off a near figure may be and still state the value, and still be compatible with it, as shares of the number.
const NEAR: f64 = 0.025;
const CLOSE: f64 = 0.05;
/// How far off rounding may take a figure.
const ROUNDED: f64 = 0.10;
/// A conversion between units is rarely said to more than three digits.
const CONVERTED: f64 = 0.005;

impl Quantity {
    /// Exactly `number`.
    #[must_use]
    pub const fn exact(number: f64) -> Self {
        Self {
            number,
            min: number,
            max: number,
            bound: Bound::Exact,
            grain: 1.0,
        }
    }

    /// From `min` to `max`.
    #[must_use]
    pub const fn range(min: f64, max: f64) -> Self {
        Self {
            max,
            bound: Bound::Range,
            ..Self::exact(min)
        }
    }

    /// An order of magnitude, whose numbers lie from `min` to `max`.
    #[must_use]
    pub const fn magnitude(min: f64, max: f64) -> Self {
        Self {
            max,
            bound: Bound::Magnitude,
            ..Self::exact(min)
        }
    }

    /// The same number under `bound`; "at most" and "less than" of a range bound its upper end.
    #[must_use]
    pub fn bounded(self, bound: Bound) -> Self {
        let (min, max) = match bound {
            Bound::AtLeast | Bound::MoreThan => (self.number, f64::INFINITY),
            Bound::AtMost | Bound::LessThan => (f64::NEG_INFINITY, self.number),
            Bound::Exact | Bound::About | Bound::Range | Bound::Magnitude => (self.min, self.max),
        };
        let grain = if bound == Bound::Exact {
            self.grain
        } else {
            self.grain.max(last_digit(self.number))
        };
        Self {
            min,
            max,
            bound,
            grain,
            ..self
        }
    }

    /// Near the number, but below it: "nearly 500".
    #[must_use]
    pub fn nearly(self) -> Self {
        Self {
            min: self.number * (1.0 - ROUNDED),
            max: self.number,
            ..self.bounded(Bound::About)
        }
    }

    /// Near the number, but above it: "just over 500".
    #[must_use]
    pub fn just_over(self) -> Self {
        Self {
            min: self.number,
            max: self.number * (1.0 + ROUNDED),
            ..self.bounded(Bound::About)
        }
    }

    /// So many times as much: "75" for "75 million".
    #[must_use]
    pub fn times(self, factor: f64) -> Self {
        Self {
            number: self.number * factor,
            min: self.min * factor,
            max: self.max * factor,
            grain: self.grain * factor,
            bound: self.bound,
        }
    }

    /// In another unit: every number by way of `number`, the grain times `scale`.
    pub(super) fn rescaled(self, number: impl Fn(f64) -> f64, scale: f64) -> Self {
        let said = number(self.number);
        // Of what is converted, only the digits that are not round count as said.
        let grain = self.grain.max(last_digit(self.number)) * scale.abs();
        Self {
            number: said,
            min: number(self.min),
            max: number(self.max),
            bound: self.bound,
            grain: grain.max(said.abs() * CONVERTED),
        }
    }

    /// How this wording stands to the truth, of which a text may be off by `tolerance` on either side.
    ///
    /// - A bare number states itself: "1,500" of 1,517 is wrong. One that is said with decimals, a word of scale or in
    ///   another unit is as precise as its last digit: "1.2 million" states 1,234,567, "71 weeks" states 498 days.
    /// - A near number states what its own roundness or 2.5 % admits, and is compatible up to twice that.
    /// - A bound admits its own number, and states only a truth that is the same bound.
    #[must_use]
    pub fn agreement(&self, truth: Bounds, tolerance: f64) -> Agreement {
        let truth = Bounds {
            min: truth.min - tolerance,
            max: truth.max + tolerance,
        };
        let admits = |low: f64, high: f64| truth.min <= high && low <= truth.max;
        match self.bound {
            Bound::Exact => self.exact_agreement(truth),
            Bound::About => self.near_agreement(truth),
            Bound::AtLeast | Bound::MoreThan => {
                let same = truth.max.is_infinite() && truth.min == self.number;
                bound_agreement(same, admits(self.number, f64::INFINITY))
            }
            Bound::AtMost | Bound::LessThan => {
                let same = truth.min.is_infinite() && truth.max == self.number;
                bound_agreement(same, admits(f64::NEG_INFINITY, self.number))
            }
            Bound::Range | Bound::Magnitude => {
                let same = truth.min == self.min && truth.max == self.max;
                bound_agreement(same, admits(self.min, self.max))
            }
        }
    }

    fn exact_agreement(&self, truth: Bounds) -> Agreement {
        let off = truth.distance(self.number);
        let share = off / self.number.abs().max(f64::MIN_POSITIVE);
        let slack = 1e-9 * self.number.abs();
        if off <= slack {
            Agreement::Supports
        } else if off <= self.grain / 2.0 + slack {
            if share <= CLOSE {
                Agreement::Supports
            } else {
                Agreement::Compatible
            }
        } else if off < self.grain - slack && share <= CLOSE {
            // Rounded the other way: "16 months" are also the sixteen that have passed.
            Agreement::Compatible
        } else {
            Agreement::Contradicts
        }
    }

    fn near_agreement(&self, truth: Bounds) -> Agreement {
        let size = self.number.abs();
        let off = truth.distance(self.number);
        // "Nearly" and "just over" leave but one side.
        let wrong_side = (self.min < self.number && truth.min > self.number)
            || (self.max > self.number && truth.max < self.number);
        if wrong_side {
            return Agreement::Contradicts;
        }
        let one_sided = self.min < self.max;
        let states = (self.grain / 2.0)
            .min(size * CLOSE)
            .max(size * if one_sided { CLOSE } else { NEAR });
        let admits = (self.grain / 2.0)
            .min(size * ROUNDED)
            .max(size * if one_sided { ROUNDED } else { CLOSE });
        if off <= states {
            Agreement::Supports
        } else if off <= admits {
            Agreement::Compatible
        } else {
            Agreement::Contradicts
        }
    }
}

const fn bound_agreement(same: bool, admitted: bool) -> Agreement {
    match (same, admitted) {
        (true, _) => Agreement::Supports,
        (false, true) => Agreement::Compatible,
        (false, false) => Agreement::Contradicts,
    }
}

/// The place of the last digit that is not 0: 10 for 370, 1 for 369 and for 0.
fn last_digit(number: f64) -> f64 {
    let mut place = 1.0;
    if number == 0.0 || number.fract() != 0.0 {
        return place;
    }
    while (number / (place * 10.0)).fract() == 0.0 && place < 1e18 {
        place *= 10.0;
    }
    place
}

#[cfg(test)]
mod tests {
    use super::*;

    const S: Agreement = Agreement::Supports;
    const M: Agreement = Agreement::Compatible;
    const X: Agreement = Agreement::Contradicts;

    fn about(number: f64) -> Quantity {
        Quantity::exact(number).bounded(Bound::About)
    }

    fn scaled(number: f64, grain: f64) -> Quantity {
        Quantity {
            grain,
            ..Quantity::exact(number)
        }
    }

    #[test]
    fn wordings_stand_to_the_truth_as_the_table_of_verdicts_says() {
        let more = |number| Quantity::exact(number).bounded(Bound::MoreThan);
        let fewer = |number| Quantity::exact(number).bounded(Bound::LessThan);
        let least = |number| Quantity::exact(number).bounded(Bound::AtLeast);
        let rows = [
            (Quantity::exact(41.0), 41.0, S),
            (Quantity::exact(41.0), 42.0, X),
            (Quantity::exact(1500.0), 1517.0, X),
            (about(41.0), 41.0, S),
            (about(420.0), 417.0, S),
            (about(420.0), 360.0, X),
            (about(2000.0), 1997.0, S),
            (about(10.0), 9.0, M),
            (Quantity::exact(600.0).nearly(), 597.0, S),
            (Quantity::exact(600.0).nearly(), 604.0, X),
            (Quantity::exact(600.0).just_over(), 604.0, S),
            (Quantity::exact(600.0).just_over(), 597.0, X),
            (more(480.0), 498.0, M),
            (more(480.0), 480.0, M),
            (more(480.0), 479.0, X),
            (least(70.0), 69.0, X),
            (fewer(70.0), 69.0, M),
            (fewer(70.0), 71.0, X),
            (Quantity::range(10.0, 20.0), 15.0, M),
            (Quantity::range(10.0, 20.0), 21.0, X),
            (Quantity::magnitude(100.0, 1000.0), 320.0, M),
            (Quantity::magnitude(20.0, 99.0), 320.0, X),
            (scaled(1.2e6, 1e5), 1_234_567.0, S),
            (scaled(1.2e6, 1e5), 1_300_000.0, X),
            (scaled(7.8, 0.1), 7.9, X),
            (scaled(7.8, 0.1), 7.81, S),
        ];
        for (said, truth, expected) in rows {
            let got = said.agreement(Bounds::exact(truth), 0.0);
            assert_eq!(got, expected, "{said:?} of {truth}");
        }
    }

    #[test]
    fn truths_that_are_bounds() {
        let truth = Bounds {
            min: 90_000.0,
            max: f64::INFINITY,
        };
        let rows = [
            (Quantity::exact(90_000.0).bounded(Bound::MoreThan), S),
            (Quantity::exact(80_000.0).bounded(Bound::MoreThan), M),
            (Quantity::exact(95_000.0), S),
            (Quantity::exact(60_000.0), X),
            (Quantity::exact(60_000.0).bounded(Bound::AtMost), X),
        ];
        for (said, expected) in rows {
            assert_eq!(said.agreement(truth, 0.0), expected, "{said:?}");
        }
    }

    #[test]
    fn tolerance_widens_the_truth() {
        let said = Quantity::exact(1500.0);
        assert_eq!(said.agreement(Bounds::exact(1517.0), 20.0), S);
        assert_eq!(said.agreement(Bounds::exact(1540.0), 20.0), X);
    }
}
