//! Every format of a report: a snapshot each, and each held against what is published or read by a parser that is not ours.

use std::path::{Path, PathBuf};
use std::process::Command;

use quick_junit::{NonSuccessKind, Report, TestCaseStatus};
use serde_json::Value as Json;

use crate::folder;

/// Two claims, one with all that a report may tell of it.
const SHEET: &str = "\
[entity.bridge]
name = 'Old Bridge'

[count.arches]
of       = 'bridge'
is       = 12
unit     = 'arches'
about    = ['has', 'stands']
says     = 'The Old Bridge has twelve arches.'
source   = ['https://archive.example/bridge?a=1&b=2', 'the town archive']
supports = ['The Old Bridge has 12 arches.']

[date.opened]
of       = 'bridge'
is       = 1931-06-14
about    = ['opened']
severity = 'warning'

[name.river]
of    = 'bridge'
is    = 'Esk'
kind  = 'river'
about = ['crosses', 'spans']

[[known]]
article = 'known'
claim   = 'count.arches'
reason  = 'to be mended'
";

/// Words that mean something to a terminal, to HTML, XML, Markdown, workflow commands and SARIF.
const WILD: &str = "::error::</script><b onmouseover=\"x('y')\">&amp; | `*_~[a](1) {0} @someone #1 www.example.org \
    https://example.org %0A \u{1b}[31m\u{1}\u{fffe}\u{202e}";

fn sample(name: &str) -> PathBuf {
    let wild = format!("The Old Bridge ({WILD}) has 13 arches.\n");
    let files = [
        ("claims/bridge.toml", SHEET),
        (
            "articles/a.md",
            "# Née\n\nThe « Old Bridge » crosses the River Esk. It was opened on June 15, 1931 — a Tuesday.\n\nThe Old \
             Bridge has 13 arches.\n",
        ),
        ("articles/good.txt", "The Old Bridge has twelve arches.\n"),
        ("articles/known.txt", "The Old Bridge has 14 arches.\n"),
        (
            "articles/rows.jsonl",
            "{\"id\":\"row\",\"text\":\"Late news.\\nThe Old Bridge has 11 arches.\",\"title\":\"<i>A & B</i>\",\"outlet\":\"The Esk Mail\",\"url\":\
             \"https://mail.example/1\",\"published\":\"2025-02-16\"}\n",
        ),
        ("articles/wild: 1,2%.txt", &wild),
    ];
    let here = folder(name, &files);
    std::fs::write(here.join("articles/no.txt"), b"caf\xe9").expect("a file");
    here
}

/// A report of the sample; the run ends with 2, for one of the articles cannot be read.
fn report(here: &Path, format: &str) -> String {
    let output = Command::new(env!("CARGO_BIN_EXE_corroborate"))
        .args(["check", "--today", "2025-03-01", "--format", format])
        .current_dir(here)
        .output()
        .expect("the command line runs");
    assert_eq!(
        output.status.code(),
        Some(2),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    String::from_utf8(output.stdout).expect("UTF-8")
}

fn snapshot(name: &str, text: &str) {
    let version = env!("CARGO_PKG_VERSION");
    insta::assert_snapshot!(name, text.replace(&format!("\"{version}\""), "\"VERSION\""));
}

#[test]
fn compact_is_a_line_a_finding() {
    let text = report(&sample("format-compact"), "compact");
    for line in text.lines() {
        // A path may hold colons: what is read from the right of it is plain.
        let (place, rest) = line.split_once(": ").expect("a place");
        let rest = if place.contains(".md:") || place.contains(".txt:") || place.contains('#') {
            rest
        } else {
            rest.split_once(": ").expect("a place").1
        };
        let (severity, _) = rest.split_once('[').expect("a severity");
        assert!(["error", "warning", "advice"].contains(&severity), "{line}");
    }
    snapshot("compact", &text);
}

/// A workflow command: its name, its properties, its message.
type Annotation = (String, Vec<(String, String)>, String);

/// A command as the grammar of workflow commands has it: `::name key=value,key=value::data`.
fn command(line: &str) -> Option<Annotation> {
    let rest = line.strip_prefix("::")?;
    let (head, data) = rest.split_once("::")?;
    let (name, properties) = head.split_once(' ').unwrap_or((head, ""));
    let plain = |text: &str| {
        let text = text.replace("%3A", ":").replace("%2C", ",");
        text.replace("%0D", "\r").replace("%0A", "\n").replace("%25", "%")
    };
    let properties = properties
        .split(',')
        .filter_map(|property| property.split_once('='));
    let properties = properties.map(|(key, value)| (key.to_owned(), plain(value)));
    Some((name.to_owned(), properties.collect(), plain(data)))
}

#[test]
fn github_commands_are_read_as_they_are_meant() {
    let text = report(&sample("format-github"), "github");
    let mut commands: Vec<_> = text.lines().filter_map(command).collect();
    let wild = commands.iter().find(|(_, properties, _)| {
        properties
            .iter()
            .any(|(_, value)| value == "articles/wild: 1,2%.txt")
    });
    let (name, properties, _) = wild.expect("an annotation of the wild article");
    assert_eq!(name, "error");
    assert!(
        properties.contains(&("line".to_owned(), "1".to_owned())),
        "{properties:?}"
    );
    commands.retain(|(name, ..)| !["error", "warning", "notice"].contains(&name.as_str()));
    assert_eq!(commands, []);
    // What is no command is the last line.
    assert_eq!(text.lines().filter(|line| !line.starts_with("::")).count(), 1);
    snapshot("github", &text);
}

#[test]
fn markdown_is_a_table_whatever_the_article_holds() {
    let text = report(&sample("format-markdown"), "markdown");
    let options = pulldown_cmark::Options::ENABLE_TABLES | pulldown_cmark::Options::ENABLE_GFM;
    let events: Vec<_> = pulldown_cmark::Parser::new_ext(&text, options).collect();
    let count = |wanted: fn(&Event<'_>) -> bool| events.iter().filter(|event| wanted(event)).count();
    use pulldown_cmark::{Event, Tag};
    assert_eq!(count(|event| matches!(event, Event::Start(Tag::Table(_)))), 2);
    // Nothing of an article is a link, an image, or markup; the only HTML is ours.
    assert_eq!(
        count(|event| matches!(
            event,
            Event::Start(Tag::Link { .. } | Tag::Image { .. } | Tag::Emphasis | Tag::Strong)
        )),
        0
    );
    let html: Vec<_> = events
        .iter()
        .filter_map(|event| match event {
            Event::Html(html) | Event::InlineHtml(html) => Some(html.trim().to_owned()),
            _ => None,
        })
        .collect();
    assert!(
        html.iter()
            .all(|html| html.contains("details") || html.is_empty()),
        "{html:?}"
    );
    let mut cells = 0;
    for event in &events {
        match event {
            Event::Start(Tag::TableRow | Tag::TableHead) => cells = 0,
            Event::Start(Tag::TableCell) => cells += 1,
            Event::End(pulldown_cmark::TagEnd::TableRow) => assert_eq!(cells, 5),
            _ => {}
        }
    }
    snapshot("markdown", &text);
}

#[test]
fn junit_is_read_by_its_own_crate() {
    let text = report(&sample("format-junit"), "junit");
    let suites = Report::deserialize_from_str(&text).expect("JUnit").test_suites;
    let status = |suite: &str, case: &str| {
        let suite = suites.iter().find(|one| one.name.as_str() == suite).expect(suite);
        let case = suite
            .test_cases
            .iter()
            .find(|one| one.name.as_str() == case)
            .expect(case);
        match &case.status {
            TestCaseStatus::Success { .. } => "passed",
            TestCaseStatus::NonSuccess {
                kind: NonSuccessKind::Failure,
                ..
            } => "failed",
            TestCaseStatus::NonSuccess { .. } => "error",
            TestCaseStatus::Skipped { .. } => "skipped",
        }
    };
    for (suite, case, expected) in [
        ("a", "count.arches", "failed"),
        // A warning passes, and is shown.
        ("a", "date.opened", "passed"),
        ("good", "count.arches", "passed"),
        ("good", "name.river", "skipped"),
        ("known", "count.arches", "skipped"),
        ("row", "count.arches", "failed"),
        ("wild: 1,2%", "count.arches", "failed"),
        ("corroborate", "articles/no.txt", "error"),
    ] {
        assert_eq!(status(suite, case), expected, "{suite} {case}");
    }
    let legal = |c: char| matches!(c, '\t' | '\n' | '\r' | ' '..='\u{fffd}' | '\u{10000}'..);
    assert!(text.chars().all(legal));
    snapshot("junit", &text);
}

/// The schema of SARIF 2.1.0, as a crate carries it that is built for these tests.
fn sarif_schema() -> Json {
    let version = Command::new("rustc")
        .arg("-vV")
        .output()
        .expect("rustc runs")
        .stdout;
    let version = String::from_utf8(version).expect("UTF-8");
    let host = version
        .lines()
        .find_map(|line| line.strip_prefix("host: "))
        .expect("a host");
    let output = Command::new(env!("CARGO"))
        .args([
            "metadata",
            "--format-version=1",
            "--offline",
            "--filter-platform",
            host,
        ])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .expect("cargo runs");
    let metadata: Json = serde_json::from_slice(&output.stdout).expect("metadata");
    let packages = metadata["packages"].as_array().expect("packages");
    let found = packages.iter().find(|package| package["name"] == "serde-sarif");
    let manifest = found
        .and_then(|package| package["manifest_path"].as_str())
        .expect("a crate");
    let schema = Path::new(manifest).with_file_name("src").join("schema.json");
    let schema = std::fs::read_to_string(schema).expect("the schema");
    // As published it has a pattern with a bracket too many, which a strict reader of patterns refuses.
    serde_json::from_str(&schema.replace("[a-zA-Z]{2}]?$", "[a-zA-Z]{2}?$")).expect("JSON")
}

#[test]
fn sarif_is_valid_by_the_published_schema() {
    let text = report(&sample("format-sarif"), "sarif");
    let log: Json = serde_json::from_str(&text).expect("JSON");
    let schema = sarif_schema();
    assert!(
        schema["$id"]
            .as_str()
            .is_some_and(|id| id.ends_with("sarif-schema-2.1.0.json"))
    );
    let validator = jsonschema::validator_for(&schema).expect("a schema");
    let mistakes: Vec<_> = validator
        .iter_errors(&log)
        .map(|error| error.to_string())
        .collect();
    assert_eq!(mistakes, [""; 0]);
    // And by types that are made from it.
    let typed: serde_sarif::sarif::Sarif = serde_json::from_str(&text).expect("SARIF");
    assert_eq!(typed.runs.len(), 1);

    let run = &log["runs"][0];
    let rules = run["tool"]["driver"]["rules"].as_array().expect("rules");
    for result in run["results"].as_array().expect("results") {
        let index = usize::try_from(result["ruleIndex"].as_u64().expect("an index")).expect("an index");
        assert_eq!(rules[index]["id"], result["ruleId"]);
        assert!(
            rules[index]["help"]["text"]
                .as_str()
                .is_some_and(|help| !help.is_empty())
        );
    }
    // Columns are characters: what stands before the number has some that are more than a byte.
    let first = &run["results"][0]["locations"][0]["physicalLocation"]["region"];
    assert_eq!(
        (&first["startLine"], &first["startColumn"]),
        (&3.into(), &60.into()),
        "{first}"
    );
    snapshot("sarif", &serde_json::to_string_pretty(&log).expect("JSON"));
}

#[test]
fn an_empty_log_is_valid_too() {
    let here = folder(
        "format-sarif-empty",
        &[
            ("claims/s.toml", SHEET),
            ("articles/known.txt", "Nothing of it.\n"),
        ],
    );
    let output = Command::new(env!("CARGO_BIN_EXE_corroborate"))
        .args(["check", "--format=sarif"])
        .current_dir(&here)
        .output()
        .expect("the command line runs");
    let log: Json = serde_json::from_slice(&output.stdout).expect("JSON");
    let validator = jsonschema::validator_for(&sarif_schema()).expect("a schema");
    assert!(validator.is_valid(&log));
    assert_eq!(log["runs"][0]["results"], serde_json::json!([]));
}

#[test]
fn fingerprints_outlive_edits_elsewhere() {
    let names = |text: &str| {
        let here = folder(
            "format-names",
            &[("claims/s.toml", SHEET), ("articles/a.txt", text)],
        );
        let output = Command::new(env!("CARGO_BIN_EXE_corroborate"))
            .args(["check", "--format=sarif"])
            .current_dir(&here)
            .output()
            .expect("the command line runs");
        let log: Json = serde_json::from_slice(&output.stdout).expect("JSON");
        let results = log["runs"][0]["results"].as_array().expect("results").clone();
        let name = |result: &Json| result["partialFingerprints"]["corroborateFinding/v1"].clone();
        results.iter().map(name).collect::<Vec<_>>()
    };
    let before = names("The Old Bridge has 13 arches.\n");
    let after = names("A line is new.\n\nThe Old Bridge\nhas 13 arches. More is told of it here.\n");
    let other = names("The Old Bridge has 14 arches.\n");
    let twice = names("The Old Bridge has 13 arches.\n\nThe Old Bridge has 13 arches.\n");
    assert_eq!((before.len(), &before), (1, &after));
    assert_ne!(before, other);
    assert_eq!((twice.len(), &twice[0]), (2, &before[0]));
    assert_ne!(twice[0], twice[1]);
}

/// A page as a browser reads it.
fn page(here: &Path) -> (String, scraper::Html) {
    let text = report(here, "html");
    let page = scraper::Html::parse_document(&text);
    assert_eq!(page.errors, [""; 0]);
    (text, page)
}

fn select<'p>(page: &'p scraper::Html, selector: &str) -> Vec<scraper::ElementRef<'p>> {
    let selector = scraper::Selector::parse(selector).expect("a selector");
    page.select(&selector).collect()
}

#[test]
fn every_link_of_the_page_leads_somewhere() {
    let (_, page) = page(&sample("format-html-links"));
    let mut ids: Vec<_> = select(&page, "[id]")
        .iter()
        .filter_map(|it| it.attr("id"))
        .collect();
    ids.sort_unstable();
    assert!(
        ids.windows(2).all(|two| two[0] != two[1]),
        "ids are there once: {ids:?}"
    );
    for link in select(&page, "a[href]") {
        let target = link.attr("href").expect("a target");
        match target.strip_prefix('#') {
            Some(id) => assert!(ids.binary_search(&id).is_ok(), "{target} leads nowhere"),
            None => assert!(target.starts_with("https://"), "{target}"),
        }
    }
    // A cell leads to the note on it; the note to the words; the claim to its source.
    let cell = select(&page, "tbody a.cell.no");
    let target = cell.first().and_then(|cell| cell.attr("href")).expect("a cell");
    let note = select(&page, &format!("{target}.note.no"));
    let note = note.first().expect("a note");
    assert!(note.text().collect::<String>().contains("should be 12 arches"));
    let words = scraper::Selector::parse("a[href^='#m-']").expect("a selector");
    let words = note
        .select(&words)
        .next()
        .and_then(|link| link.attr("href"))
        .expect("words");
    let marked = select(&page, &format!("{words}.mark.no"));
    assert_eq!(
        marked
            .first()
            .map(|mark| mark.text().collect::<String>())
            .as_deref(),
        Some("13 arches")
    );
    let source = select(
        &page,
        ".fact cite a[href='https://archive.example/bridge?a=1&b=2']",
    );
    assert_eq!(source.len(), 1);
}

#[test]
fn nothing_of_an_article_is_markup() {
    let (text, page) = page(&sample("format-html-wild"));
    for wrong in [
        "script",
        "[onmouseover]",
        "article b b",
        "article i",
        "img",
        "iframe",
        "link",
    ] {
        assert_eq!(select(&page, wrong).len(), 0, "{wrong}");
    }
    let policy = select(&page, "meta[http-equiv='Content-Security-Policy']");
    let policy = policy
        .first()
        .and_then(|meta| meta.attr("content"))
        .expect("a policy");
    assert!(policy.starts_with("default-src 'none'"), "{policy}");
    // It is all there, as text.
    let shown: String = page.root_element().text().collect();
    assert!(
        shown.contains("</script><b onmouseover=\"x('y')\">&amp; | `*_~[a](1) {0} @someone"),
        "{shown}"
    );
    assert!(shown.contains("<i>A & B</i>"));
    let legal = |c: char| !c.is_control() || c == '\n';
    let wild: Vec<_> = text.chars().filter(|&c| !legal(c)).collect();
    assert_eq!(wild, [' '; 0]);
}

#[test]
fn the_matrix_tells_verdicts_without_colours() {
    let (_, page) = page(&sample("format-html-matrix"));
    for (class, sign, name) in [
        ("yes", "✓", "supported"),
        ("no", "✕", "contradicted"),
        ("known", "✕", "contradicted, known"),
    ] {
        let cells = select(&page, &format!("tbody a.cell.{class}"));
        let cell = cells.first().expect(class);
        assert_eq!(cell.text().collect::<String>(), sign);
        assert!(
            cell.attr("aria-label").is_some_and(|label| label.ends_with(name)),
            "{class}"
        );
    }
    // Every column has a head, and every row as many cells as there are columns.
    let heads = select(&page, "thead tr:first-child > *").len();
    for row in select(&page, "tbody tr") {
        assert_eq!(row.child_elements().count(), heads);
    }
    let names = |selector: &str| {
        select(&page, selector)
            .iter()
            .map(|it| it.text().collect::<String>())
            .collect::<Vec<_>>()
    };
    insta::assert_snapshot!(
        "html_outline",
        format!(
            "{:#?}\n{:#?}",
            names("h1, h2, h3, .lede"),
            names("#settle li, .note.loud")
        )
    );
}

/// Ten thousand findings in one paragraph, every one with a mark and a note: the page grows as they do.
#[test]
fn a_page_of_ten_thousand_findings_is_linear_in_them() {
    let length = |count: usize| {
        let text = "The Old Bridge has 13 arches. ".repeat(count);
        let here = folder(
            "format-html-long",
            &[("claims/s.toml", SHEET), ("articles/a.txt", &text)],
        );
        let output = Command::new(env!("CARGO_BIN_EXE_corroborate"))
            .args(["check", "--format=html"])
            .current_dir(&here)
            .output()
            .expect("the command line runs");
        let text = String::from_utf8(output.stdout).expect("UTF-8");
        assert_eq!(text.matches("class=\"mark no\"").count(), count);
        text.len()
    };
    let (short, long) = (length(2_000), length(10_000));
    assert!(long < 6 * short, "{short} bytes, then {long}");
}

/// The page in a real browser, light and dark, wide and narrow, and on paper. Where none is installed, that is said.
#[test]
fn a_browser_shows_the_page() {
    let browsers = ["chromium", "chromium-browser", "google-chrome", "chrome"];
    let runs = |name: &&&str| {
        Command::new(name)
            .arg("--version")
            .output()
            .is_ok_and(|it| it.status.success())
    };
    let Some(browser) = browsers.iter().find(runs) else {
        println!("no Chromium is installed: the page was not opened in a browser");
        return;
    };
    let here = sample("format-html-browser");
    std::fs::write(here.join("report.html"), report(&here, "html")).expect("a page");
    let url = format!("file://{}", here.join("report.html").display());
    let open = |arguments: &[&str]| {
        let profile = format!("--user-data-dir={}", here.join("profile").display());
        let output = Command::new(browser)
            .args([
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--hide-scrollbars",
                &profile,
            ])
            .args(arguments)
            .arg(&url)
            .current_dir(&here)
            .output()
            .expect("the browser runs");
        String::from_utf8_lossy(&output.stdout).into_owned()
    };
    let dom = open(&["--dump-dom"]);
    let page = scraper::Html::parse_document(&dom);
    assert_eq!(select(&page, "tbody tr").len(), 5, "{dom}");
    for (name, arguments) in [
        ("light.png", &["--window-size=1280,1600"][..]),
        (
            "dark.png",
            &[
                "--window-size=1280,1600",
                "--blink-settings=preferredColorScheme=0",
            ],
        ),
        ("phone.png", &["--window-size=500,1600"]),
    ] {
        let shot = format!("--screenshot={name}");
        let mut all = vec![shot.as_str()];
        all.extend(arguments);
        open(&all);
        let picture = std::fs::read(here.join(name)).expect("a picture");
        assert!(
            picture.starts_with(b"\x89PNG") && picture.len() > 20_000,
            "{name}"
        );
    }
    open(&["--print-to-pdf=report.pdf", "--no-pdf-header-footer"]);
    assert!(
        std::fs::read(here.join("report.pdf"))
            .expect("pages")
            .starts_with(b"%PDF")
    );
}

#[test]
fn claim_reviews_have_what_their_vocabularies_ask_for() {
    let here = sample("format-claimreview");
    let text = report(&here, "claimreview");
    let document: Json = serde_json::from_str(&text).expect("JSON");
    assert_eq!(document["@context"], "https://schema.org");
    let nodes = document["@graph"].as_array().expect("a graph");
    let of = |kind: &str| {
        nodes
            .iter()
            .filter(|node| node["@type"] == kind)
            .collect::<Vec<_>>()
    };
    let claims: Vec<_> = of("Claim").iter().map(|claim| claim["@id"].clone()).collect();
    assert_eq!(claims.len(), 3);
    let reviews = of("ClaimReview");
    assert!(reviews.len() >= 6);
    for review in &reviews {
        for path in [
            "/claimReviewed",
            "/itemReviewed/appearance/@id",
            "/reviewRating/ratingValue",
            "/reviewRating/alternateName",
            "/reviewBody",
            "/author/@id",
        ] {
            assert!(
                review.pointer(path).is_some_and(|value| *value != ""),
                "{path} of {review}"
            );
        }
        assert_eq!(review["itemReviewed"]["@type"], "Claim");
        assert!(claims.contains(&review["isBasedOn"]["@id"]));
        let rating = &review["reviewRating"];
        let number = |key: &str| rating[key].as_u64().expect(key);
        assert!(
            number("worstRating") <= number("ratingValue") && number("ratingValue") <= number("bestRating")
        );
    }
    // The words of an annotation are found in the article by what they are and what stands around them.
    let source = std::fs::read_to_string(here.join("articles/a.md")).expect("an article");
    let annotations = nodes.iter().filter(|node| node["type"] == "Annotation");
    let mut found = 0;
    for node in annotations.filter(|node| node["target"]["source"] == "urn:corroborate:article:a") {
        assert_eq!(node["@context"][1], "http://www.w3.org/ns/anno.jsonld");
        let selector = &node["target"]["selector"];
        assert_eq!(selector["type"], "TextQuoteSelector");
        let part = |key: &str| selector[key].as_str().expect(key);
        let whole = format!("{}{}{}", part("prefix"), part("exact"), part("suffix"));
        let plain = |text: &str| {
            text.replace('#', " ")
                .split_whitespace()
                .collect::<Vec<_>>()
                .join(" ")
        };
        assert!(plain(&source).contains(&plain(&whole)), "{whole}");
        assert!(
            reviews
                .iter()
                .any(|review| review["@id"] == node["body"][0]["id"])
        );
        found += 1;
    }
    assert!(found >= 3);
    let row = reviews
        .iter()
        .find(|review| review["@id"] == "urn:corroborate:review:row:count.arches");
    let appearance = &row.expect("a review of the row")["itemReviewed"]["appearance"];
    assert_eq!(appearance["url"], "https://mail.example/1");
    assert_eq!(appearance["publisher"]["name"], "The Esk Mail");
    snapshot(
        "claimreview",
        &serde_json::to_string_pretty(&document).expect("JSON"),
    );
}
