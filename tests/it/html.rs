//! Articles on pages of HTML: the text that a reader sees, tied to its bytes, and what the page says of itself.

use std::time::{Duration, Instant};

use corroborate::{Article, ArticleError, BlockKind, Checker, ClaimSet, Format, Span};

use crate::SHEET;

fn read(source: &str) -> Article {
    Article::read("a", source, Format::Html).expect(source)
}

/// The blocks of a page, a letter for what each is.
fn blocks(source: &str) -> Vec<String> {
    let article = read(source);
    let shown = |block: &corroborate::Block| {
        let kind = match block.kind {
            BlockKind::Paragraph => "p".to_owned(),
            BlockKind::Heading(level) => format!("h{level}"),
            BlockKind::Item => "i".to_owned(),
            BlockKind::Row => "r".to_owned(),
            BlockKind::Quote => "q".to_owned(),
            BlockKind::Code => "c".to_owned(),
        };
        format!("{kind} {}", block.span.of(article.text()))
    };
    article.blocks().iter().map(shown).collect()
}

#[test]
fn blocks_are_what_they_look_like() {
    let rows: [(&str, &[&str]); 24] = [
        ("<p>One<p>Two", &["p One", "p Two"]),
        ("<p>One</p>Two<p>Three", &["p One", "p Two", "p Three"]),
        ("<p>It  is\n   <b>very</b>\tlong</p>", &["p It is very long"]),
        ("<p>one<br>two<br/>three", &["p one", "p two", "p three"]),
        (
            "<h1>A <i>bridge</i></h1><h3>Facts</h3>",
            &["h1 A bridge", "h3 Facts"],
        ),
        (
            "<ul><li>one<li>two<ul><li>three</ul></ul>",
            &["i one", "i two", "i three"],
        ),
        ("<ul><li><p>one</p><p>two</p></li></ul>", &["i one", "i two"]),
        ("<blockquote><p>It held.</p></blockquote>", &["q It held."]),
        (
            "<table><tr><th>Year<th>Cars<tr><td><p>2020</p><td>12</table>",
            &["r Year\nCars", "r 2020\n12"],
        ),
        (
            "<table><tr><td>Menu</td><td><h2>News</h2><p>It opened.</p><p>It held.</p></td></tr></table>",
            &["p Menu", "h2 News", "p It opened.", "p It held."],
        ),
        (
            "<dl><dt>Length<dd>412 m<dt>Width<dd>12 m</dl>",
            &["r Length\n412 m", "r Width\n12 m"],
        ),
        (
            "<p>Fish &amp; chips&nbsp;&mdash; &lt;5&#8217;",
            &["p Fish & chips\u{A0}— <5’"],
        ),
        ("<p>AT&T &unheard; &copy2024", &["p AT&T &unheard; ©2024"]),
        ("<p>kid&shy;nap\u{AD}ped quick<wbr>ly", &["p kidnapped quickly"]),
        ("<p>He said <q>never</q>.", &["p He said “never”."]),
        (
            "<p>seen<script>x = '<p>no</p>';</script> twice<style>p{}</style>",
            &["p seen twice"],
        ),
        ("<p>now <del>12</del> <s>11</s> 13 arches", &["p now 13 arches"]),
        (
            "<p>It opened<sup><a href='#cite_note-1'>[1]</a></sup> on the 4<sup>th</sup>.",
            &["p It opened on the 4th."],
        ),
        (
            "<p hidden>no</p><p style='display: none'>no</p><p>yes",
            &["p yes"],
        ),
        (
            "<p>See <a href='/x'>the report</a>.</p><p><a href='/y'>Read more</a></p>",
            &["p See the report."],
        ),
        (
            "<p>Use <code>port 80</code>:</p><pre>curl -x 1</pre>",
            &["p Use port 80:"],
        ),
        (
            "<figure><img alt='no'><figcaption>The bridge, 1931</figcaption></figure>",
            &["p The bridge, 1931"],
        ),
        (
            "<div>one<div>two</div>three</div>",
            &["p one", "p two", "p three"],
        ),
        ("<p>a</b></div></p></table>b<i><p>c</i>d", &["p a", "p b", "p cd"]),
    ];
    for (source, expected) in rows {
        assert_eq!(blocks(source), expected, "{source}");
    }
}

/// A page with all that stands around an article.
fn page(body: &str) -> String {
    let card = "<a href='/x'><h3>Another bridge has 99 arches</h3><p>It was opened with a great feast by the mayor.</p></a>";
    format!(
        "<!doctype html><html><head><title>t</title></head><body class='with-sidebar'><div id='page'>\
         <header><nav><ul><li><a href='/'>Home</a></ul></nav><p>The Daily Page, a paper since 1801, every day</p></header>\
         {body}<section class='related-stories'>{card}{card}</section>\
         <div id='comments'><p>I counted 98 arches when I was there last summer, on the way to the sea.</p></div>\
         <aside><p>The bridge of the week has 97 arches, and it is very long indeed.</p></aside>\
         <footer><p>All rights reserved by the publishers of the Daily Page since 1801.</p></footer></div></body></html>"
    )
}

const STORY: &str = "<p>The Old Bridge was opened again on Monday, after a wait of two years.</p>\
    <p>It stands on twelve arches, and the town is proud of every one of them.</p>";

#[test]
fn the_article_is_found_on_its_page() {
    let aside =
        "<aside class='newsletter'><p>Sign up for news of bridges, 96 of them, every morning.</p></aside>";
    let rows = [
        format!(
            "<article><header><h1>A bridge</h1><p class='byline'>By A. Holm</p></header>{STORY}{aside}</article>"
        ),
        format!("<h1>A bridge</h1><div itemprop='articleBody'>{STORY}</div>"),
        format!("<h1>A bridge</h1><main>{STORY}{aside}</main>"),
        format!("<div role='main'><h1>A bridge</h1>{STORY}</div>"),
        format!("<div><h1>A bridge</h1><div class='text'>{STORY}</div></div>"),
        format!("<header><h1>A bridge</h1></header><section>{STORY}</section>"),
        format!(
            "<main><article><h1>A bridge</h1><div>{STORY}</div><article><p>A comment that tells of 95 arches and more</article></article></main>"
        ),
    ];
    for body in rows {
        assert_eq!(
            blocks(&page(&body)),
            [
                "h1 A bridge",
                "p The Old Bridge was opened again on Monday, after a wait of two years.",
                "p It stands on twelve arches, and the town is proud of every one of them."
            ],
            "{body}"
        );
    }
}

#[test]
fn pages_tell_what_they_are() {
    let rows = [
        (
            "<script type='application/ld+json'>{\"@context\":\"https://schema.org\",\"@graph\":[{\"@id\":\"#o\",\
             \"@type\":\"Organization\",\"name\":\"The Daily\"},{\"@type\":[\"NewsArticle\"],\"headline\":\"Bridge &amp; town\",\
             \"datePublished\":\"2025-02-15T10:00:00Z\",\"publisher\":{\"@id\":\"#o\"},\"author\":[{\"name\":\"A. Holm\"},\
             {\"name\":\"B. Lind\"}],\"mainEntityOfPage\":{\"@id\":\"https://daily.example/b\"}}]}</script>\
             <meta property='og:title' content='Another'>",
            "A. Holm, B. Lind",
        ),
        (
            "<title>Nothing</title><meta property='og:title' content='Bridge &amp; town'>\
             <meta property='og:site_name' content='The Daily'><meta property='og:url' content='https://daily.example/b'>\
             <meta property='article:published_time' content='2025-02-15'><meta name='author' content='A. Holm'>",
            "A. Holm",
        ),
        (
            "<TITLE>\n Bridge &amp; town | The Daily</TITLE><META NAME=application-name CONTENT='The Daily'>\
             <link rel='canonical' href='https://daily.example/b'><meta name=author content='A. Holm'>\
             <p>On <time datetime='1999-01-01'>that day</time></p><time datetime='2025-02-15 10:00'>Saturday</time>",
            "A. Holm",
        ),
    ];
    for (head, author) in rows {
        let article = read(&format!("{head}{STORY}"));
        let known = [&article.title, &article.outlet, &article.author, &article.url];
        let known: Vec<_> = known.into_iter().map(|it| it.as_deref().unwrap_or("-")).collect();
        assert_eq!(
            known,
            ["Bridge & town", "The Daily", author, "https://daily.example/b"],
            "{head}"
        );
        assert_eq!(
            article.published.map(|day| day.to_string()).as_deref(),
            Some("2025-02-15"),
            "{head}"
        );
    }
}

#[test]
fn words_are_marked_in_the_source() {
    let claims = ClaimSet::parse("s.toml", SHEET).expect("a sheet");
    let source = "<html><body>\r\n<p>Caf\u{E9} &eacute;t&eacute;: the Old&nbsp;Bridge has\r\n   <b>thir</b>teen arches.</p>";
    let article = read(source);
    let report = Checker::new(&claims).check(&article);
    let spans: Vec<_> = report.findings().map(|finding| finding.span.of(source)).collect();
    assert_eq!(spans, ["thir</b>teen arches"]);
}

#[test]
fn a_page_without_text_is_no_article() {
    for source in [
        "",
        "<p>",
        "<div id='root'></div><script>render()</script>",
        "<!-- no -->",
    ] {
        let error = Article::read("a", source, Format::Html).expect_err(source);
        assert_eq!(error, ArticleError::NoText);
    }
}

#[test]
fn deep_and_broken_pages_are_read_in_time() {
    let (deep, many) = (100_000, 20_000);
    let open = [
        "<div>",
        "<b>",
        "<p>",
        "<a href=x>",
        "<table><tr><td>",
        "<ul><li>",
        "<q>",
        "<span>",
        "<article>",
        "<s>",
        "<h1>",
    ];
    let pages = open.iter().flat_map(|tag| {
        let name = tag
            .trim_start_matches('<')
            .split(['>', ' '])
            .next()
            .unwrap_or_default();
        [
            tag.repeat(deep) + "deep",
            format!("{}deep{}", tag.repeat(many), format!("</{name}>").repeat(many)),
            format!("{}deep{}", tag.repeat(many), "</div></p></i>".repeat(many)),
            format!(
                "{}{}",
                "<div><span>".repeat(many),
                format!("{tag}</td></em>x").repeat(many)
            ),
        ]
    });
    let others = [
        "<".repeat(many),
        "&".repeat(many),
        "&amp".repeat(many),
        "<p".repeat(many),
        "<!--".repeat(many),
        format!("<p class='{}'>x", "a-".repeat(many)),
        format!("<p {}>x", "a=1 ".repeat(many)),
        format!(
            "<script type='application/ld+json'>{}</script>x",
            "[".repeat(many)
        ),
        "<p>\n\n\t ".repeat(many) + "x",
    ];
    for page in pages.chain(others) {
        let begin = Instant::now();
        let _ = Article::read("a", &page, Format::Html);
        let head: String = page.chars().take(40).collect();
        assert!(
            begin.elapsed() < Duration::from_secs(10),
            "{head}: {:?}",
            begin.elapsed()
        );
    }
}

proptest::proptest! {
    /// Whatever the tags, spans lie on character boundaries, and words that stand as they are lead to themselves.
    #[test]
    fn spans_lead_back(
        source in "(</?(p|div|a|b|td|tr|table|li|ul|h1|q|span|pre|article|dd|dt|s|main|br|title)( class=ad| hidden| href=x)?>|[a-zé]{1,5} |&eacute;|&amp|&#8217;|&shy;|\u{1F600}|\r\n|  |<|\u{AD}|<!-- c -->|<script>|</script>){0,40}"
    ) {
        let Ok(article) = Article::read("a", &source, Format::Html) else { return Ok(()) };
        let text = article.text();
        let bounds: Vec<_> = (0..=text.len()).filter(|&at| text.is_char_boundary(at)).collect();
        let mut last = 0;
        for pair in bounds.windows(2) {
            let span = Span::new(pair[0], pair[1]);
            let found = article.in_source(span);
            proptest::prop_assert!(found.start <= found.end);
            proptest::prop_assert!(found.start >= last, "{:?} goes back", source);
            last = found.start;
            let words = source.get(found.range());
            proptest::prop_assert!(words.is_some(), "{:?} {:?}", source, found);
            let plain = span.of(text);
            if plain.chars().all(|c| c.is_ascii_alphabetic()) {
                proptest::prop_assert_eq!(words, Some(plain), "{:?}", source);
            }
        }
        for block in article.blocks() {
            proptest::prop_assert!(!block.span.of(text).trim().is_empty());
        }
    }
}
