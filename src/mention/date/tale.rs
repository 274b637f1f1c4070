//! The year of a date that names none, from the tale that is told around it and from the day of the article.

use jiff::civil::Date;

use crate::value::date::calendar::{self, Period};

/// From how many years before the article its text is history.
const HISTORY: i16 = 2;

/// Within how many days, in news, one date of a tale follows another without its year.
const NEWS_STRIDE: i64 = 120;

/// From how many days off the article a date without a year may be of any year.
const FAR_FROM_ARTICLE: i64 = 90;

/// Within how many days of the article a date in news is rather its own than one of a year told before.
const NEAR_ARTICLE: i64 = 60;

/// Within how many days a date goes on with the last one told, though a year stands between them: where that year was
/// a look back, and where it was a look ahead.
const AFTER_LOOK_BACK: i64 = 45;
const AFTER_LOOK_AHEAD: i64 = 7;

/// How many days a period may have that tells where in its year the tale is: a season.
const LONGEST_TOLD: i64 = 125;

/// A year, and a month of it where one is said.
pub(super) type YearMonth = (i16, Option<i8>);

/// What has been told, and what is told next.
pub(super) struct Tale {
    published: Option<Date>,
    /// The year last spoken of.
    year: Option<i16>,
    /// The day, month or season last told of which the year is known.
    told: Option<Period>,
    /// What a text on history names next with its year.
    ahead: Option<YearMonth>,
}

impl Tale {
    pub(super) fn new(published: Option<Date>) -> Self {
        Self {
            published,
            year: None,
            told: None,
            ahead: None,
        }
    }

    /// The year last spoken of.
    pub(super) fn year(&self) -> Option<i16> {
        self.year
    }

    /// Takes in what the text names next with its year.
    pub(super) fn look_ahead(&mut self, ahead: Option<YearMonth>) {
        self.ahead = ahead.filter(|(year, _)| self.is_history(*year));
    }

    /// Takes in what was told last; `explicit` where it named its year itself.
    pub(super) fn remember(&mut self, (first, last): Period, explicit: bool) {
        if first.year() != last.year() || !(explicit || self.year.is_some()) {
            return;
        }
        self.year = Some(first.year());
        if calendar::days_between(first, last) <= LONGEST_TOLD {
            self.told = Some((first, last));
        }
    }

    /// The year of two digits (`'99`), of the century that the tale is in.
    pub(super) fn full_year(&self, year: i16) -> i16 {
        let latest = self.published.map_or(year, |day| day.year() + 10);
        let base = self.year.unwrap_or(latest);
        let candidates = (-5..=1).map(|centuries| year + 100 * centuries);
        candidates
            .filter(|candidate| *candidate <= latest)
            .min_by_key(|candidate| (candidate - base).abs())
            .unwrap_or(year)
    }

    /// Whether a year lies so far before the article that its text tells history, not news.
    fn is_history(&self, year: i16) -> bool {
        self.published
            .is_none_or(|published| year + HISTORY < published.year())
    }

    /// The days that a month, or a day of one, may mean: of the year of the text, and of the one nearest to the article;
    /// and whether it can be of no other year.
    pub(super) fn place(&self, month: i8, day: Option<i8>, future: bool) -> (Vec<Period>, bool) {
        let of_text = self.of_text(month, day);
        let of_article = self.near_article(month, day, future);
        let to_come = !future
            && of_text
                .zip(self.published)
                .is_some_and(|((first, _), day)| first > day);
        let news = self.year.is_some_and(|year| !self.is_history(year));
        // In news, a date that does not soon follow those last told is rather of the article's own year.
        let strays = news && !of_text.is_some_and(|period| self.goes_on(period, of_article));
        let order = if to_come || strays {
            [of_article, of_text]
        } else {
            [of_text, of_article]
        };
        let far = of_article.is_some_and(|period| self.is_off_article(period, FAR_FROM_ARTICLE));
        let mut days: Vec<_> = order.into_iter().flatten().collect();
        days.dedup();
        (days, of_text.is_none() && !far)
    }

    /// The month or day in the year that the text speaks of.
    fn of_text(&self, month: i8, day: Option<i8>) -> Option<Period> {
        if let Some(next) = self.after_aside(month, day) {
            return Some(next);
        }
        let year = self.year.or_else(|| {
            // A tale goes forward: a November told before March 1918 is of 1917.
            let (year, next) = self.ahead?;
            let wraps = next.is_some_and(|next| next <= 4 && month - next >= 6);
            Some(year - i16::from(wraps))
        })?;
        in_year(year, month, day).map(|period| self.following(period, day))
    }

    /// After "in May 1944, as planned in late 1943", a June is of 1944.
    fn after_aside(&self, month: i8, day: Option<i8>) -> Option<Period> {
        let (told, _) = self.told?;
        let stride = match self.year?.cmp(&told.year()) {
            std::cmp::Ordering::Less => AFTER_LOOK_BACK,
            std::cmp::Ordering::Greater => AFTER_LOOK_AHEAD,
            std::cmp::Ordering::Equal => return None,
        };
        in_year(told.year(), month, day)
            .filter(|(first, _)| (0..=stride).contains(&calendar::days_between(told, *first)))
    }

    /// In a tale, a month far before the one last told is of the year after it.
    fn following(&self, (first, last): Period, day: Option<i8>) -> Period {
        let far = self
            .told
            .is_some_and(|(told, _)| told.year() == first.year() && calendar::days_between(last, told) > 230);
        let next = first.year().checked_add(1).filter(|_| far);
        next.and_then(|year| in_year(year, first.month(), day))
            .unwrap_or((first, last))
    }

    /// Whether a date goes on with what was told: soon after it, or within the year that was named alone.
    fn goes_on(&self, (first, last): Period, of_article: Option<Period>) -> bool {
        let year_alone = self.told.is_none_or(|(told, _)| self.year != Some(told.year()));
        if year_alone {
            return of_article.is_none_or(|period| self.is_off_article(period, NEAR_ARTICLE));
        }
        self.told
            .is_some_and(|(told, _)| last >= told && calendar::days_between(told, first) <= NEWS_STRIDE)
    }

    /// Whether a period lies more than some days off the article.
    fn is_off_article(&self, (first, last): Period, days: i64) -> bool {
        self.published.is_some_and(|day| {
            calendar::days_between(last, day) > days || calendar::days_between(day, first) > days
        })
    }

    /// The last such day or month up to the article, or the next one after it; 29 February is not of every year.
    fn near_article(&self, month: i8, day: Option<i8>, future: bool) -> Option<Period> {
        let published = self.published?;
        let step = if future { 1 } else { -1 };
        (0..=8)
            .filter_map(|count| in_year(published.year().checked_add(step * count)?, month, day))
            .find(|(first, last)| {
                if future {
                    *last >= published
                } else {
                    *first <= published
                }
            })
    }
}

/// A month, or a day of one, in a year.
pub(super) fn in_year(year: i16, month: i8, day: Option<i8>) -> Option<Period> {
    match day {
        Some(day) => calendar::day(year, month, day).map(|day| (day, day)),
        None => calendar::month(year, month),
    }
}
