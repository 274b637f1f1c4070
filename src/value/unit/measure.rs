//! Units of measure: their names in English and their symbols here, their sizes from `uom`.

use std::sync::LazyLock;

use rustc_hash::{FxHashMap, FxHashSet};
use uom::si::{
    angle, area, electric_potential, energy, frequency, information, length, mass, power, pressure,
    thermodynamic_temperature as temperature, time, velocity, volume,
};
use uom::{ConstantOp, Conversion};

use super::Dimension;

/// A unit of measure.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Measure {
    /// The usual symbol (`km`, `day`, `MB`).
    pub symbol: &'static str,
    /// What it measures.
    pub dimension: Dimension,
    /// How many base units one of it is.
    pub factor: f64,
    /// What is added after the factor is applied (0 but for temperatures).
    pub offset: f64,
}

impl Measure {
    /// `number` of this unit in the base unit of its dimension.
    #[must_use]
    pub fn to_base(&self, number: f64) -> f64 {
        number * self.factor + self.offset
    }

    /// A number of base units in this unit.
    #[must_use]
    pub fn from_base(&self, number: f64) -> f64 {
        (number - self.offset) / self.factor
    }

    /// The unit with this symbol ("km", "MB"), or this name in lower case, singular or plural ("square metres").
    #[must_use]
    pub fn find(word: &str) -> Option<&'static Self> {
        let index = UNITS.index.get(word)?;
        UNITS.measures.get(*index)
    }

    /// Whether the name of a unit may begin with this word and go on after it: "square kilometre", "km/h".
    pub(crate) fn goes_on(word: &str) -> bool {
        UNITS.heads.contains(word)
    }

    /// All names and symbols.
    pub(crate) fn names() -> impl Iterator<Item = &'static str> {
        ROWS.iter()
            .flat_map(|row| std::iter::once(row.symbol).chain(split(row.names)))
    }

    /// The first words of all names, and all symbols.
    pub(crate) fn words() -> impl Iterator<Item = &'static str> {
        let names = ROWS.iter().flat_map(|row| split(row.names));
        names.filter_map(|name| name.split(' ').next())
    }
}

struct Units {
    measures: Vec<Measure>,
    index: FxHashMap<&'static str, usize>,
    /// What stands before the first blank or mark of names that have one.
    heads: FxHashSet<&'static str>,
}

static UNITS: LazyLock<Units> = LazyLock::new(|| {
    let mut index = FxHashMap::default();
    let mut heads = FxHashSet::default();
    for (at, row) in ROWS.iter().enumerate() {
        for name in std::iter::once(row.symbol).chain(split(row.names)) {
            index.entry(name).or_insert(at);
            if let Some((mark, first)) = name.char_indices().find(|(_, c)| !c.is_alphanumeric()) {
                heads.insert(&name[..mark.max(if mark == 0 { first.len_utf8() } else { 0 })]);
            }
        }
    }
    let measures = ROWS.iter().map(|row| {
        let (factor, constant) = (row.size)();
        Measure {
            symbol: row.symbol,
            dimension: row.dimension,
            factor,
            offset: factor * constant,
        }
    });
    Units {
        measures: measures.collect(),
        index,
        heads,
    }
});

fn split(names: &'static str) -> impl Iterator<Item = &'static str> {
    names.split(',').map(str::trim).filter(|name| !name.is_empty())
}

struct Row {
    symbol: &'static str,
    dimension: Dimension,
    /// Factor and constant: so many base units are (number + constant) · factor.
    size: fn() -> (f64, f64),
    /// Names in lower case and further symbols, parted by commas.
    names: &'static str,
}

fn of_library<U: Conversion<f64, T = f64>>() -> (f64, f64) {
    (U::coefficient(), U::constant(ConstantOp::Add))
}

/// Rows of `symbol: unit of the library [: times] = names`.
macro_rules! units {
    ($($dimension:ident { $($symbol:literal: $module:ident :: $unit:ident $(* $times:literal)? = $names:literal;)* })*) => {
        &[$($(Row {
            symbol: $symbol,
            dimension: Dimension::$dimension,
            size: || {
                let (factor, constant) = of_library::<$module::$unit>();
                (factor $(* $times)?, constant)
            },
            names: $names,
        },)*)*]
    };
}

const ROWS: &[Row] = units! {
    Time {
        "ms": time::millisecond = "millisecond, milliseconds, msec";
        "second": time::second = "seconds, sec, secs, s";
        "minute": time::minute = "minutes, min, mins";
        "hour": time::hour = "hours, hr, hrs, h";
        "day": time::day = "days";
        "night": time::day = "nights";
        "week": time::day * 7.0 = "weeks, wk, wks";
        "fortnight": time::day * 14.0 = "fortnights";
        // The mean month and year of the calendar.
        "month": time::day * 30.436875 = "months, mos";
        "year": time::day * 365.2425 = "years, yr, yrs, ys";
        "decade": time::day * 3652.425 = "decades";
        "century": time::day * 36524.25 = "centuries";
        "millennium": time::day * 365242.5 = "millennia, millenniums";
    }
    Length {
        "nm": length::nanometer = "nanometre, nanometres, nanometer, nanometers";
        "µm": length::micrometer = "μm, micrometre, micrometres, micrometer, micrometers, micron, microns";
        "mm": length::millimeter = "millimetre, millimetres, millimeter, millimeters";
        "cm": length::centimeter = "cms, centimetre, centimetres, centimeter, centimeters";
        "dm": length::decimeter = "decimetre, decimetres, decimeter, decimeters";
        "m": length::meter = "metre, metres, meter, meters";
        "km": length::kilometer = "kms, Km, KM, kilometre, kilometres, kilometer, kilometers";
        "in": length::inch = "inch, inches";
        "ft": length::foot = "foot, feet";
        "yd": length::yard = "yds, yard, yards";
        "mi": length::mile = "mile, miles";
        "nmi": length::nautical_mile = "nautical mile, nautical miles, sea mile, sea miles";
        "fathom": length::fathom = "fathoms";
        "light year": length::light_year = "light years, light-year, light-years, lightyears, lightyear";
        "pc": length::parsec = "parsec, parsecs";
        "au": length::astronomical_unit = "AU, astronomical unit, astronomical units";
    }
    Area {
        "mm²": area::square_millimeter = "mm2, sq mm, square millimetre, square millimetres, square millimeter, square millimeters";
        "cm²": area::square_centimeter = "cm2, sq cm, square centimetre, square centimetres, square centimeter, square centimeters";
        "m²": area::square_meter = "m2, sq m, sqm, square metre, square metres, square meter, square meters";
        "km²": area::square_kilometer = "km2, sq km, square km, square kilometre, square kilometres, square kilometer, square kilometers";
        "ft²": area::square_foot = "ft2, sq ft, sqft, square foot, square feet";
        "yd²": area::square_yard = "sq yd, square yard, square yards";
        "mi²": area::square_mile = "sq mi, square mile, square miles";
        "ha": area::hectare = "hectare, hectares";
        "acre": area::acre = "acres";
    }
    Volume {
        "ml": volume::milliliter = "mL, millilitre, millilitres, milliliter, milliliters";
        "cl": volume::centiliter = "cL, centilitre, centilitres, centiliter, centiliters";
        "l": volume::liter = "L, litre, litres, liter, liters, ltr, ltrs";
        "hl": volume::hectoliter = "hL, hectolitre, hectolitres, hectoliter, hectoliters";
        "cm³": volume::cubic_centimeter = "cm3, cc, cubic centimetre, cubic centimetres, cubic centimeter, cubic centimeters";
        "m³": volume::cubic_meter = "m3, cubic metre, cubic metres, cubic meter, cubic meters";
        "km³": volume::cubic_kilometer = "km3, cubic kilometre, cubic kilometres, cubic kilometer, cubic kilometers";
        "ft³": volume::cubic_foot = "ft3, cu ft, cubic foot, cubic feet";
        "in³": volume::cubic_inch = "in3, cubic inch, cubic inches";
        "yd³": volume::cubic_yard = "cubic yard, cubic yards";
        "gal": volume::gallon = "gallon, gallons, gals";
        "qt": volume::quart_liquid = "quart, quarts";
        "pint": volume::pint_liquid = "pints";
        "cup": volume::cup = "cups";
        "fl oz": volume::fluid_ounce = "fluid ounce, fluid ounces";
        "tbsp": volume::tablespoon = "tablespoon, tablespoons, tbsps";
        "tsp": volume::teaspoon = "teaspoon, teaspoons, tsps";
        "bbl": volume::barrel = "barrel, barrels, bbls";
        "bushel": volume::bushel = "bushels";
    }
    Mass {
        "µg": mass::microgram = "μg, mcg, microgram, micrograms, microgramme, microgrammes";
        "mg": mass::milligram = "mgs, milligram, milligrams, milligramme, milligrammes";
        "g": mass::gram = "gs, gm, gms, gram, grams, gramme, grammes";
        "kg": mass::kilogram = "kgs, Kg, KG, kilo, kilos, kilogram, kilograms, kilogramme, kilogrammes";
        "t": mass::ton = "tonne, tonnes, ton, tons, metric ton, metric tons, metric tonne, metric tonnes, mt";
        "short ton": mass::ton_short = "short tons, us ton, us tons";
        "long ton": mass::ton_long = "long tons, imperial ton, imperial tons";
        "oz": mass::ounce = "ounce, ounces";
        "ozt": mass::ounce_troy = "troy ounce, troy ounces";
        "lb": mass::pound = "lbs, pound of, pounds of";
        "stone": mass::pound * 14.0 = "stones";
        "ct": mass::carat = "carat, carats";
        "kt": mass::kilogram * 1e6 = "kiloton, kilotons, kilotonne, kilotonnes";
        "Mt": mass::kilogram * 1e9 = "megaton, megatons, megatonne, megatonnes";
    }
    Speed {
        "m/s": velocity::meter_per_second = "mps, metres per second, meters per second, metres a second, meters a second, metre per second";
        "km/h": velocity::kilometer_per_hour = "kph, kmph, km/hr, kmh, km per hour, km an hour, kilometres per hour, kilometers per hour, kilometres an hour, kilometers an hour, kilometre per hour, kilometer per hour";
        "mph": velocity::mile_per_hour = "MPH, mi/h, miles per hour, miles an hour, mile per hour";
        "km/s": velocity::kilometer_per_second = "kilometres per second, kilometers per second, kilometres a second, kilometers a second, km per second";
        "mi/s": velocity::mile_per_second = "miles per second, miles a second";
        "ft/s": velocity::foot_per_second = "fps, feet per second";
        "kn": velocity::knot = "knot, knots, kts";
    }
    Temperature {
        "K": temperature::kelvin = "kelvin, kelvins, degrees kelvin";
        "°C": temperature::degree_celsius = "celsius, celcius, centigrade, degree celsius, degrees celsius, degrees celcius, degrees centigrade, deg celsius, degrees c, degree c, deg c, ℃";
        "°F": temperature::degree_fahrenheit = "fahrenheit, farenheit, degree fahrenheit, degrees fahrenheit, degrees farenheit, deg fahrenheit, degrees f, degree f, deg f, ℉";
    }
    Data {
        "bit": information::bit = "bits";
        "kbit": information::kilobit = "Kb, kilobit, kilobits";
        "Mbit": information::megabit = "Mb, megabit, megabits";
        "Gbit": information::gigabit = "Gb, gigabit, gigabits";
        "B": information::byte = "byte, bytes";
        "KB": information::kilobyte = "kB, kb, kilobyte, kilobytes";
        "MB": information::megabyte = "mb, megabyte, megabytes, megs";
        "GB": information::gigabyte = "gb, gigabyte, gigabytes, gigs";
        "TB": information::terabyte = "tb, terabyte, terabytes";
        "PB": information::petabyte = "petabyte, petabytes";
        "KiB": information::kibibyte = "kibibyte, kibibytes";
        "MiB": information::mebibyte = "mebibyte, mebibytes";
        "GiB": information::gibibyte = "gibibyte, gibibytes";
        "TiB": information::tebibyte = "tebibyte, tebibytes";
    }
    Power {
        "mW": power::milliwatt = "milliwatt, milliwatts";
        "W": power::watt = "watt, watts";
        "kW": power::kilowatt = "KW, kilowatt, kilowatts";
        "MW": power::megawatt = "megawatt, megawatts";
        "GW": power::gigawatt = "gigawatt, gigawatts";
        "TW": power::terawatt = "terawatt, terawatts";
        "hp": power::horsepower = "horsepower, bhp";
    }
    Energy {
        "J": energy::joule = "joule, joules";
        "kJ": energy::kilojoule = "kilojoule, kilojoules";
        "MJ": energy::megajoule = "megajoule, megajoules";
        "cal": energy::calorie = "calorie, calories";
        "kcal": energy::kilocalorie = "kilocalorie, kilocalories";
        "Wh": energy::watt_hour = "watt hour, watt hours, watt-hours";
        "kWh": energy::kilowatt_hour = "kwh, KWh, kilowatt hour, kilowatt hours, kilowatt-hours";
        "MWh": energy::megawatt_hour = "megawatt hour, megawatt hours, megawatt-hours";
        "GWh": energy::gigawatt_hour = "gigawatt hour, gigawatt hours, gigawatt-hours";
        "TWh": energy::terawatt_hour = "terawatt hour, terawatt hours, terawatt-hours";
        "eV": energy::electronvolt = "electronvolt, electronvolts";
    }
    Pressure {
        "Pa": pressure::pascal = "pascal, pascals";
        "hPa": pressure::hectopascal = "hectopascal, hectopascals";
        "kPa": pressure::kilopascal = "kilopascal, kilopascals";
        "mbar": pressure::millibar = "millibar, millibars";
        "bar": pressure::bar = "bars";
        "atm": pressure::atmosphere = "atmosphere, atmospheres";
        "psi": pressure::psi = "PSI";
        "mmHg": pressure::millimeter_of_mercury = "";
    }
    Frequency {
        "Hz": frequency::hertz = "hz, hertz";
        "kHz": frequency::kilohertz = "khz, kilohertz";
        "MHz": frequency::megahertz = "mhz, megahertz";
        "GHz": frequency::gigahertz = "ghz, gigahertz";
    }
    Angle {
        "°": angle::degree = "degree, degrees, deg, º";
        "rad": angle::radian = "radian, radians";
    }
    Voltage {
        "mV": electric_potential::millivolt = "millivolt, millivolts";
        "V": electric_potential::volt = "volt, volts";
        "kV": electric_potential::kilovolt = "kilovolt, kilovolts";
    }
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_come_from_the_library() {
        let base = |number: f64, name: &str| Measure::find(name).map(|unit| unit.to_base(number));
        let near = |value: Option<f64>, expected: f64| {
            let value = value.unwrap();
            assert!(
                (value - expected).abs() < 1e-6 * expected.abs(),
                "{value} is not {expected}"
            );
        };
        near(base(3.0, "km"), 3000.0);
        near(base(1.0, "square kilometres"), 1e6);
        near(base(212.0, "degrees fahrenheit"), 373.15);
        near(base(20.0, "°C"), 293.15);
        near(base(5.0, "MB"), 5e6);
        near(base(2.0, "tonnes"), 2e6 / 1000.0);
        near(base(12.0, "months"), 365.2425 * 86400.0);
        assert!(Measure::find("inmates").is_none());
    }
}
