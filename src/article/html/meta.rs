//! What a page says of its article: in JSON-LD for search engines, in Open Graph and other `<meta>` tags, in `<time>`, in
//! its `<title>`. Where they differ, the first of these in which it stands is believed.

use jiff::civil::Date;
use serde_json::Value as Json;

use super::attributes::Attributes;
use super::entity::decode;

/// More names than this are no authors.
const AUTHORS: usize = 32;

/// How far a place is believed, the best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Rank {
    JsonLd,
    OpenGraph,
    Named,
    Page,
}

/// What is known so far.
#[derive(Debug, Default)]
pub(super) struct Meta {
    title: Known<String>,
    published: Known<Date>,
    outlet: Known<String>,
    author: Known<String>,
    url: Known<String>,
    is_json: bool,
}

/// A thing that may be said in several places.
#[derive(Debug)]
struct Known<T>(Option<(Rank, T)>);

impl<T> Default for Known<T> {
    fn default() -> Self {
        Self(None)
    }
}

impl<T> Known<T> {
    fn learn(&mut self, rank: Rank, value: Option<T>) {
        if let Some(value) = value
            && self.0.as_ref().is_none_or(|(known, _)| rank < *known)
        {
            self.0 = Some((rank, value));
        }
    }

    fn value(&self) -> Option<&T> {
        self.0.as_ref().map(|(_, value)| value)
    }
}

impl Meta {
    /// The outlet's name is no part of the title.
    pub(super) fn title(&self) -> Option<String> {
        let (rank, title) = self.title.0.as_ref()?;
        let bare = self
            .outlet
            .value()
            .filter(|_| *rank == Rank::Page)
            .and_then(|outlet| {
                let bare = title.strip_suffix(outlet.as_str())?.trim_end();
                Some(
                    bare.trim_end_matches(['|', '-', '\u{2013}', '\u{2014}', '\u{B7}', ':'])
                        .trim_end(),
                )
            });
        Some(bare.filter(|bare| !bare.is_empty()).unwrap_or(title).to_owned())
    }

    pub(super) fn published(&self) -> Option<Date> {
        self.published.value().copied()
    }

    pub(super) fn outlet(&self) -> Option<String> {
        self.outlet.value().cloned()
    }

    pub(super) fn author(&self) -> Option<String> {
        self.author.value().cloned()
    }

    pub(super) fn url(&self) -> Option<String> {
        self.url.value().cloned()
    }

    /// A `<meta>` tag.
    pub(super) fn tag(&mut self, attributes: &Attributes) {
        let Some(content) = attributes.get("content") else {
            return;
        };
        let keys = ["property", "name", "itemprop"]
            .into_iter()
            .filter_map(|key| attributes.get(key));
        let words = || text(content);
        for key in keys {
            match key.to_ascii_lowercase().as_str() {
                "og:title" => self.title.learn(Rank::OpenGraph, words()),
                "twitter:title" | "dc.title" | "headline" | "citation_title" => {
                    self.title.learn(Rank::Named, words());
                }
                "article:published_time" | "og:article:published_time" | "datepublished" => {
                    self.published.learn(Rank::OpenGraph, day(content));
                }
                "date"
                | "dc.date"
                | "dc.date.issued"
                | "dcterms.date"
                | "dcterms.created"
                | "pubdate"
                | "publishdate"
                | "publish-date"
                | "parsely-pub-date"
                | "sailthru.date"
                | "article.published"
                | "citation_publication_date"
                | "citation_date" => {
                    self.published.learn(Rank::Named, day(content));
                }
                "og:site_name" => self.outlet.learn(Rank::OpenGraph, words()),
                "application-name" | "publisher" | "dc.publisher" | "citation_journal_title" => {
                    self.outlet.learn(Rank::Named, words());
                }
                // Open Graph allows the address of a profile here.
                "article:author" | "author" | "dc.creator" | "parsely-author" | "citation_author" => {
                    self.author
                        .learn(Rank::Named, words().filter(|it| !it.contains("://")));
                }
                "og:url" => self.url.learn(Rank::OpenGraph, address(content)),
                _ => {}
            }
        }
    }

    /// A `<link>` tag.
    pub(super) fn link(&mut self, attributes: &Attributes) {
        if attributes.words("rel").any(|word| word == "canonical") {
            self.url
                .learn(Rank::Named, attributes.get("href").and_then(address));
        }
    }

    /// A `<time>` tag. In a paragraph it tells of something else, unless it says that it does not.
    pub(super) fn time(&mut self, attributes: &Attributes, is_apart: bool) {
        let says = attributes.get("pubdate").is_some()
            || attributes.words("itemprop").any(|word| word == "datePublished");
        let rank = if says { Rank::Named } else { Rank::Page };
        if says || is_apart {
            self.published
                .learn(rank, attributes.get("datetime").and_then(day));
        }
    }

    /// The text of the `<title>`.
    pub(super) fn page_title(&mut self, written: &str) {
        self.title.learn(Rank::Page, text(&decode(written)));
    }

    /// A `<script>` tag: data for search engines, or a program.
    pub(super) fn begin_script(&mut self, attributes: &Attributes) {
        let kind = attributes.get("type").unwrap_or_default();
        self.is_json = kind.trim().eq_ignore_ascii_case("application/ld+json");
    }

    /// The text of a script. What is no JSON is left alone.
    pub(super) fn script(&mut self, written: &str) {
        if !std::mem::take(&mut self.is_json) {
            return;
        }
        let Ok(json) = serde_json::from_str::<Json>(written.trim()) else {
            return;
        };
        // A list, a graph, or one thing.
        let things = match &json {
            Json::Array(things) => things.iter().collect(),
            Json::Object(thing) => match thing.get("@graph") {
                Some(Json::Array(things)) => things.iter().collect(),
                _ => vec![&json],
            },
            _ => Vec::new(),
        };
        if let Some(article) = things.into_iter().find(|thing| types(thing).any(is_article)) {
            self.article(article, &json);
        }
    }

    /// An article by schema.org.
    fn article(&mut self, thing: &Json, page: &Json) {
        let field = |name: &str| thing.get(name);
        let title = field("headline").or_else(|| field("name")).and_then(Json::as_str);
        self.title
            .learn(Rank::JsonLd, title.and_then(|title| text(&decode(title))));
        let days = ["datePublished", "dateCreated"].into_iter().filter_map(field);
        self.published
            .learn(Rank::JsonLd, days.filter_map(Json::as_str).find_map(day));
        self.outlet
            .learn(Rank::JsonLd, field("publisher").and_then(|it| names(it, page)));
        self.author
            .learn(Rank::JsonLd, field("author").and_then(|it| names(it, page)));
        let url = field("url").or_else(|| field("mainEntityOfPage"));
        let url = url.and_then(|url| url.as_str().or_else(|| url.get("@id")?.as_str()));
        self.url.learn(Rank::JsonLd, url.and_then(address));
    }
}

/// The types of a thing: one, or a list of them.
fn types(thing: &Json) -> impl Iterator<Item = &str> {
    let types = thing.get("@type");
    let one = types.and_then(Json::as_str);
    let many = types
        .and_then(Json::as_array)
        .into_iter()
        .flatten()
        .filter_map(Json::as_str);
    one.into_iter().chain(many)
}

fn is_article(kind: &str) -> bool {
    let kind = kind.rsplit(['/', ':']).next().unwrap_or(kind);
    kind.ends_with("Article")
        || matches!(
            kind,
            "BlogPosting" | "LiveBlogPosting" | "Report" | "SocialMediaPosting"
        )
}

/// The name of a person or organization, or the names of several; `page` has those that are given elsewhere on it.
fn names(value: &Json, page: &Json) -> Option<String> {
    let name = |one: &Json| -> Option<String> {
        let given = one.as_str().or_else(|| one.get("name")?.as_str());
        let elsewhere = || {
            let id = one.get("@id")?;
            let things = page.get("@graph")?.as_array()?;
            things
                .iter()
                .find(|thing| thing.get("@id") == Some(id))?
                .get("name")?
                .as_str()
        };
        text(&decode(given.or_else(elsewhere)?))
    };
    let all: Vec<_> = match value {
        Json::Array(all) => all.iter().take(AUTHORS).filter_map(name).collect(),
        one => name(one).into_iter().collect(),
    };
    (!all.is_empty()).then(|| all.join(", "))
}

/// Words with single blanks between them.
fn text(written: &str) -> Option<String> {
    let words: Vec<_> = written.split_whitespace().collect();
    (!words.is_empty()).then(|| words.join(" "))
}

fn address(written: &str) -> Option<String> {
    let written = written.trim();
    written.contains("://").then(|| written.to_owned())
}

/// The day of a date as pages write it: "2025-02-15T10:00:00Z", "20250215", "Sat, 15 Feb 2025 10:00:00 GMT",
/// "February 15, 2025". Where the order of day and month is anyone's guess there is none.
fn day(written: &str) -> Option<Date> {
    if let Some(day) = super::super::format::day(written) {
        return Some(day);
    }
    let words: Vec<_> = written.split_whitespace().collect();
    let forms = [
        (1, "%Y%m%d"),
        (1, "%Y/%m/%d"),
        (4, "%a, %d %b %Y"),
        (3, "%d %B %Y"),
        (3, "%d %b %Y"),
        (3, "%B %d, %Y"),
        (3, "%b %d, %Y"),
    ];
    forms
        .into_iter()
        .find_map(|(count, form)| Date::strptime(form, words.get(..count)?.join(" ")).ok())
}

#[cfg(test)]
mod tests {
    use super::day;

    #[test]
    fn days_are_read_where_they_are_sure() {
        for written in [
            "2025-02-15",
            "2025-02-15T23:10:00-05:00",
            "20250215",
            "2025/02/15",
            "Sat, 15 Feb 2025 10:00:00 GMT",
            "February 15, 2025",
            "15 February 2025 at noon",
        ] {
            assert_eq!(
                day(written).map(|day| day.to_string()).as_deref(),
                Some("2025-02-15"),
                "{written}"
            );
        }
        for written in ["02/03/2025", "soon", "", "2025"] {
            assert_eq!(day(written), None, "{written}");
        }
    }
}
