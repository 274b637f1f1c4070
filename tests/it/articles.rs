//! Articles in all formats: spans lead back to the source.

use corroborate::{Article, Format, Span};

proptest::proptest! {
    /// Every span of the text, on character boundaries, is one of the source, on character boundaries.
    #[test]
    fn spans_lie_on_character_boundaries(
        source in "(---\ntitle: é\n---\n)?(# |> |- |\\| |[a-zé]{1,5} |\\*\\*b\\*\\* |&amp; |&#8217;|\\[l\\]\\(u\\)|`c`|\u{1F600}|\n|\n\n|\r\n|<br>|\\\\\\*|```\n|--- \n){0,24}"
    ) {
        for format in [Format::Text, Format::Markdown] {
            let Ok(article) = Article::read("a", &source, format) else { continue };
            let text = article.text();
            let bounds: Vec<_> = (0..=text.len()).filter(|&at| text.is_char_boundary(at)).collect();
            for pair in bounds.windows(2) {
                let span = Span::new(pair[0], pair[1]);
                let found = article.in_source(span);
                proptest::prop_assert!(found.start <= found.end);
                proptest::prop_assert!(source.get(found.range()).is_some(), "{:?} {:?}", source, found);
            }
            for block in article.blocks() {
                proptest::prop_assert!(!block.span.of(text).is_empty());
                proptest::prop_assert!(source.get(article.in_source(block.span).range()).is_some());
            }
        }
    }
}

#[test]
fn json_lines_are_articles() {
    let row = r#"{"id":"a1","text":"Née à Paris.","published":"2025-02-15T10:00:00Z","title":"T","extra":1}"#;
    let article = Article::from_json_line(row, 1, "fallback").expect("an article");
    assert_eq!((article.id.as_str(), article.text()), ("a1", "Née à Paris."));
    assert_eq!(article.published, Some("2025-02-15".parse().expect("a day")));
    for wrong in ["", "{}", r#"{"text":1}"#, r#"{"text":"a","published":"soon"}"#] {
        assert!(Article::from_json_line(wrong, 3, "fallback").is_err(), "{wrong}");
    }
}
