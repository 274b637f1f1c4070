//! The attributes of a tag, as far as they matter, and what they tell of its element.

use super::tag::Tag;

/// The attributes that matter.
const NAMES: [&str; 15] = [
    "class",
    "id",
    "role",
    "itemprop",
    "hidden",
    "aria-hidden",
    "style",
    "type",
    "property",
    "name",
    "content",
    "datetime",
    "pubdate",
    "rel",
    "href",
];

/// Words in the class or id of what stands beside an article, or around it.
const BESIDE: [&str; 50] = [
    "ad",
    "ads",
    "advert",
    "advertisement",
    "author",
    "authors",
    "breadcrumb",
    "breadcrumbs",
    "byline",
    "comment",
    "comments",
    "consent",
    "cookie",
    "cookies",
    "credit",
    "disqus",
    "editsection",
    "footer",
    "gdpr",
    "menu",
    "modal",
    "nav",
    "navbar",
    "navbox",
    "navigation",
    "newsletter",
    "noprint",
    "outbrain",
    "pager",
    "pagination",
    "popup",
    "promo",
    "promotion",
    "pubdate",
    "recirc",
    "recommended",
    "reflist",
    "related",
    "share",
    "sharing",
    "sidebar",
    "signup",
    "skip",
    "social",
    "subscribe",
    "taboola",
    "timestamp",
    "toc",
    "toolbar",
    "trending",
];

/// Classes of what holds the text of an article, in the usual systems.
const BODIES: [&str; 9] = [
    "article-body",
    "article-content",
    "article__body",
    "entry-content",
    "mw-parser-output",
    "post-content",
    "story-body",
    "storytext",
    "td-post-content",
];

/// The attributes of the tag that is being read.
#[derive(Debug, Default)]
pub(super) struct Attributes {
    found: Vec<(&'static str, Vec<u8>)>,
    /// The attribute whose value comes next is one that matters.
    is_wanted: bool,
}

impl Attributes {
    /// Forgets them, for the next tag.
    pub(super) fn clear(&mut self) {
        self.found.clear();
        self.is_wanted = false;
    }

    /// The name of an attribute. Of two with one name the first counts.
    pub(super) fn name(&mut self, name: &[u8]) {
        let known = NAMES.into_iter().find(|known| known.as_bytes() == name);
        let known = known.filter(|known| self.get(known).is_none());
        self.is_wanted = known.is_some();
        self.found.extend(known.map(|known| (known, Vec::new())));
    }

    /// The value of the attribute that was named last.
    pub(super) fn value(&mut self, value: &[u8]) {
        if self.is_wanted
            && let Some((_, found)) = self.found.last_mut()
        {
            found.extend_from_slice(value);
        }
    }

    /// The value of an attribute, where the tag has it.
    pub(super) fn get(&self, name: &str) -> Option<&str> {
        let (_, value) = self.found.iter().find(|(known, _)| *known == name)?;
        std::str::from_utf8(value).ok()
    }

    /// The words of an attribute that is a list of them.
    pub(super) fn words(&self, name: &str) -> impl Iterator<Item = &str> {
        self.get(name).unwrap_or_default().split_ascii_whitespace()
    }

    pub(super) fn is_hidden(&self) -> bool {
        let style: String = self
            .get("style")
            .unwrap_or_default()
            .chars()
            .filter(|c| !c.is_whitespace())
            .collect();
        let style = style.to_ascii_lowercase();
        self.get("hidden").is_some()
            || self.get("aria-hidden") == Some("true")
            || style.contains("display:none")
            || style.contains("visibility:hidden")
    }

    /// Whether the element stands beside an article, by what it is called.
    pub(super) fn is_beside(&self) -> bool {
        let by_role = self.words("role").any(|role| {
            matches!(
                role,
                "alertdialog"
                    | "banner"
                    | "complementary"
                    | "contentinfo"
                    | "dialog"
                    | "menu"
                    | "menubar"
                    | "navigation"
                    | "search"
                    | "toolbar"
            )
        });
        let by_use = self.words("rel").any(|word| word == "author")
            || self
                .words("itemprop")
                .any(|word| matches!(word, "author" | "dateModified" | "datePublished" | "publisher"));
        by_role
            || by_use
            || ["class", "id"]
                .into_iter()
                .any(|name| self.names_any(name, &BESIDE))
    }

    /// Whether one of the words within an attribute ("story-relatedLinks") is one of these, in order.
    fn names_any(&self, attribute: &str, sorted: &[&str]) -> bool {
        let value = self.get(attribute).unwrap_or_default();
        let mut word = String::new();
        let mut was_lower = false;
        for c in value.chars().chain([' ']) {
            let ends = !c.is_ascii_alphanumeric() || c.is_ascii_uppercase() && was_lower;
            if ends && !word.is_empty() {
                if sorted.binary_search(&word.as_str()).is_ok() {
                    return true;
                }
                word.clear();
            }
            was_lower = c.is_ascii_lowercase();
            if c.is_ascii_alphanumeric() {
                word.push(c.to_ascii_lowercase());
            }
        }
        false
    }

    /// Whether the element says that it holds the text of the article.
    pub(super) fn is_article_body(&self) -> bool {
        self.words("itemprop").any(|word| word == "articleBody")
            || self.words("class").any(|word| BODIES.contains(&word))
    }

    /// The part of a page that the element says it is.
    pub(super) fn landmark(&self) -> Option<Tag> {
        self.words("role").find_map(|role| match role {
            "article" => Some(Tag::Article),
            "main" => Some(Tag::Main),
            _ => None,
        })
    }

    /// Whether a link leads to another page.
    pub(super) fn leads_away(&self) -> bool {
        self.get("href")
            .is_some_and(|href| !href.trim_start().starts_with('#'))
    }

    /// Whether it is the mark of a note.
    pub(super) fn is_note(&self) -> bool {
        let notes = [
            "cite",
            "endnote",
            "fn",
            "fnref",
            "footnote",
            "noteref",
            "reference",
        ];
        let href = self.get("href").and_then(|href| href.trim().strip_prefix('#'));
        self.words("role").any(|role| role == "doc-noteref")
            || self.names_any("class", &notes)
            || href.is_some_and(|href| {
                let name = href.to_ascii_lowercase();
                ["cite", "endnote", "fn", "footnote", "note"]
                    .iter()
                    .any(|note| name.starts_with(note))
            })
    }
}
