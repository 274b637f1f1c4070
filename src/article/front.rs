//! Front matter: what is known of an article, written above it between `+++` (TOML) or `---` (YAML, of which only plain
//! `key: value` lines are read). Keys that mean nothing here are left alone.

use jiff::civil::Date;

use super::format::day;
use super::{Article, ArticleError};

/// What front matter says.
#[derive(Debug, Default)]
pub(super) struct Meta {
    id: Option<String>,
    published: Option<Date>,
    title: Option<String>,
    outlet: Option<String>,
    author: Option<String>,
    url: Option<String>,
}

impl Meta {
    /// The article with what is known of it.
    pub(super) fn give(self, mut article: Article) -> Article {
        if let Some(id) = self.id {
            article.id = id;
        }
        article.published = self.published;
        article.title = self.title;
        article.outlet = self.outlet;
        article.author = self.author;
        article.url = self.url;
        article
    }

    fn set(&mut self, key: &str, value: String) -> Result<(), ArticleError> {
        match key {
            "id" => self.id = Some(value),
            "title" => self.title = Some(value),
            "outlet" => self.outlet = Some(value),
            "author" => self.author = Some(value),
            "url" => self.url = Some(value),
            "published" => {
                let why = format!("`published` is no date: {value}");
                self.published = Some(day(&value).ok_or(ArticleError::FrontMatter { why })?);
            }
            // Site generators write all sorts of things here.
            "date" => self.published = self.published.or_else(|| day(&value)),
            _ => {}
        }
        Ok(())
    }
}

/// What the front matter says, and the byte at which the text begins.
pub(super) fn split(source: &str) -> Result<(Meta, usize), ArticleError> {
    let start = if source.starts_with('\u{FEFF}') {
        '\u{FEFF}'.len_utf8()
    } else {
        0
    };
    let none = Ok((Meta::default(), start));
    let rest = source.get(start..).unwrap_or_default();
    let mut lines = rest.split_inclusive('\n');
    let fence = match lines.next().map(str::trim_end) {
        Some(fence @ ("+++" | "---")) => fence,
        _ => return none,
    };
    let head = rest.split_inclusive('\n').next().map_or(0, str::len);
    let mut end = head;
    for line in lines {
        if line.trim_end() == fence {
            let inner = rest.get(head..end).unwrap_or_default();
            let body = start + end + line.len();
            return match fence {
                "+++" => Ok((toml(inner)?, body)),
                // A rule across the page looks like the fence of YAML; what stands below it then has no key.
                _ if inner.lines().any(|line| key_value(line).is_some()) => Ok((yaml(inner)?, body)),
                _ => none,
            };
        }
        end += line.len();
    }
    none
}

fn toml(inner: &str) -> Result<Meta, ArticleError> {
    let table: toml::Table = inner
        .parse()
        .map_err(|error: toml::de::Error| ArticleError::FrontMatter {
            why: error.message().to_owned(),
        })?;
    let mut meta = Meta::default();
    for (key, value) in table {
        match value {
            toml::Value::String(text) => meta.set(&key, text)?,
            toml::Value::Datetime(moment) => meta.set(&key, moment.to_string())?,
            toml::Value::Integer(number) => meta.set(&key, number.to_string())?,
            toml::Value::Float(_)
            | toml::Value::Boolean(_)
            | toml::Value::Array(_)
            | toml::Value::Table(_) => {}
        }
    }
    Ok(meta)
}

fn yaml(inner: &str) -> Result<Meta, ArticleError> {
    let mut meta = Meta::default();
    for (key, value) in inner.lines().filter_map(key_value) {
        meta.set(key, value)?;
    }
    Ok(meta)
}

/// `key: value` at the beginning of a line, the value with or without quotes.
fn key_value(line: &str) -> Option<(&str, String)> {
    let (key, value) = line.split_once(':')?;
    let word = |c: char| c.is_alphanumeric() || c == '_' || c == '-';
    if key.is_empty() || !key.chars().all(word) {
        return None;
    }
    let value = value.trim();
    let quoted = |mark: char| {
        let inner = value.strip_prefix(mark)?;
        inner.split_once(mark).map(|(inner, _)| inner)
    };
    let value = match quoted('"').or_else(|| quoted('\'')) {
        Some(inner) => inner,
        None => value
            .split_once(" #")
            .map_or(value, |(value, _)| value.trim_end()),
    };
    (!value.is_empty()).then(|| (key, value.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::split;

    #[test]
    fn both_fences_are_read() {
        let rows = [
            ("+++\npublished = 2025-02-15\ntitle = \"A\"\n+++\nText", "Text"),
            (
                "---\npublished: 2025-02-15\ntitle: 'A' # note\ntags: [b]\n---\r\nText",
                "Text",
            ),
            ("---\ntitle: A\ndate: 2025-02-15T10:00:00Z\n---\nText", "Text"),
            (
                "\u{FEFF}---\ntitle: \"A\"\npublished: \"2025-02-15\"\n---\nText",
                "Text",
            ),
        ];
        for (source, body) in rows {
            let (meta, at) = split(source).expect(source);
            assert_eq!(source.get(at..), Some(body), "{source}");
            assert_eq!(meta.title.as_deref(), Some("A"), "{source}");
            assert_eq!(
                meta.published.map(|day| day.to_string()).as_deref(),
                Some("2025-02-15")
            );
        }
    }

    #[test]
    fn a_rule_is_no_front_matter() {
        for source in ["---\nNo key here.\n---\nText", "--- \ntitle: A\n", "", "+++"] {
            assert_eq!(split(source).expect(source).1, 0, "{source}");
        }
    }

    #[test]
    fn broken_front_matter_is_an_error() {
        for source in ["+++\ntitle = \n+++\n", "---\npublished: soon\n---\n"] {
            assert!(split(source).is_err(), "{source}");
        }
    }
}
