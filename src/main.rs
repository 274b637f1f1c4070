//! The command line.

use std::io::Write as _;

fn main() {
    let mut arguments = std::env::args().skip(1);
    let (Some(_), Some(path)) = (arguments.next(), arguments.next()) else {
        return;
    };
    let mut out = std::io::BufWriter::new(std::io::stdout().lock());
    for line in std::fs::read_to_string(path).unwrap_or_default().lines() {
        let Ok(row) = serde_json::from_str::<serde_json::Value>(line) else {
            continue;
        };
        let text = |key: &str| row.get(key).and_then(|value| value.as_str()).unwrap_or_default();
        let mut article = corroborate::Article::new(text("id"), text("text"));
        article.published = text("published").parse().ok();
        for mention in corroborate::extract(&article) {
            let _ = writeln!(out, "{}", corroborate::render::extract::line(&article, &mention));
        }
    }
}
