//! A line of JSON Lines as an article. Its spans are bytes of the `text` field, not of the file.

use serde::Deserialize;

use super::{Article, ArticleError};

/// What a line may hold; other fields are left alone.
#[derive(Deserialize)]
struct Line {
    id: Option<serde_json::Value>,
    text: String,
    published: Option<String>,
    title: Option<String>,
    outlet: Option<String>,
    author: Option<String>,
    url: Option<String>,
}

/// The longest id, in bytes. Reports name the article with everything that is found in it.
const LONGEST_ID: usize = 1000;

impl Article {
    /// Reads line number `line` (from 1) of a file of articles; `fallback` is its id where it gives none.
    ///
    /// # Errors
    ///
    /// Where the line is no JSON object with a string `text`, its `id` longer than 1,000 bytes, or `published` no date.
    pub fn from_json_line(json: &str, line: usize, fallback: &str) -> Result<Self, ArticleError> {
        let wrong = |why: String| ArticleError::Line { line, why };
        let row: Line = serde_json::from_str(json).map_err(|error| wrong(error.to_string()))?;
        let id = match row.id {
            Some(serde_json::Value::String(id)) => id,
            Some(serde_json::Value::Number(id)) => id.to_string(),
            _ => fallback.to_owned(),
        };
        if id.len() > LONGEST_ID {
            return Err(wrong(format!("its `id` is longer than {LONGEST_ID} bytes")));
        }
        let mut article = Self::new(id, row.text);
        if let Some(published) = row.published.filter(|it| !it.is_empty()) {
            let day = super::format::day(&published);
            article.published =
                Some(day.ok_or_else(|| wrong(format!("`published` is no date: {published}")))?);
        }
        article.row = Some(line);
        article.title = row.title;
        article.outlet = row.outlet;
        article.author = row.author;
        article.url = row.url;
        Ok(article)
    }
}
