//! Why a claim met with what it met with in an article: every mention that was weighed for it, the evidence, what came of
//! it, and what would change that.

use serde_json::{Value as Json, json};

use super::paragraph::{self, WIDTH};
use crate::article::Article;
use crate::claim::{Body, ClaimId, ClaimSet};
use crate::mention::{Mention, Value};
use crate::report::{ArticleReport, Considered, Evidence, Fate, Judgement, Role, SubjectManner, Verdict};
use crate::text::{in_a_line, shown};

/// A cue farther off than this weakens a link.
const NEAR: u32 = 6;
/// How many units or kinds of other mentions are named.
const NAMED: usize = 8;

/// What `considered` and `report` say of a claim in an article, for people; `mentions` are those of the article.
#[must_use]
pub fn text(
    claims: &ClaimSet,
    claim: ClaimId,
    article: &Article,
    report: &ArticleReport,
    considered: &[Considered],
    mentions: &[Mention],
) -> String {
    shown(&written(claims, claim, article, report, considered, mentions)).into_owned()
}

/// As [`text`], with whatever the article holds.
fn written(
    claims: &ClaimSet,
    claim: ClaimId,
    article: &Article,
    report: &ArticleReport,
    considered: &[Considered],
    mentions: &[Mention],
) -> String {
    let row = report.verdicts.get(claim.0);
    let verdict = row.map_or(Verdict::NotMentioned, |row| row.verdict);
    let path = in_a_line(article.path.as_deref().unwrap_or(&article.id));
    let expected = considered.first().map(|one| one.finding.expected.as_str());
    let mut out = format!("{}\n", in_a_line(&head(claims, claim, expected)));
    out.push_str(&format!("in {path}: {}", verdict.name()));
    if considered.is_empty() {
        out.push_str("; nothing was weighed for it\n");
        out.push_str(&paragraph::labelled("", &passed_over(claims, claim, mentions)));
        return out;
    }
    let stands = considered.iter().filter(|one| one.fate.stands()).count();
    out.push_str(&format!("; {} weighed, {stands} counted\n", considered.len()));
    let states = |one: &Considered| {
        one.fate.stands() && matches!(one.finding.judgement, Judgement::Supported | Judgement::Spelling)
    };
    let is_stated = considered.iter().any(states);
    for one in considered {
        out.push('\n');
        out.push_str(&mention(claims, claim, article, one, is_stated));
    }
    out
}

/// The same as data.
#[must_use]
pub fn json(
    claims: &ClaimSet,
    claim: ClaimId,
    article: &Article,
    report: &ArticleReport,
    considered: &[Considered],
) -> Json {
    let row = report.verdicts.get(claim.0);
    let rows: Vec<Json> = considered
        .iter()
        .map(|one| {
            let finding = &one.finding;
            let mut row = super::json::finding(finding, article);
            row["fate"] = fate(claims, one.fate);
            row["mood"] = one.mood.into();
            row["subject"] = json!(one.subject);
            row["other"] = json!(one.other.as_ref().map(|other| &other.text));
            row["cue_distance"] = json!(one.cue_distance);
            row["never"] = one.is_never.into();
            row["outcome"] = outcome(claims, one).into();
            row["change"] = json!(change(claims, claim, one));
            row
        })
        .collect();
    json!({
        "claim": claims.claim(claim).id,
        "article": article.id,
        "path": article.path,
        "verdict": row.map(|row| row.verdict),
        "considered": rows,
    })
}

fn fate(claims: &ClaimSet, fate: Fate) -> Json {
    match fate {
        Fate::Stands => json!({ "kind": "stands" }),
        Fate::NotStated => json!({ "kind": "not_stated" }),
        Fate::TooWeak { needed } => json!({ "kind": "too_weak", "needed": needed }),
        Fate::OtherNearer { needed } => json!({ "kind": "other_nearer", "needed": needed }),
        Fate::Excused => json!({ "kind": "excused" }),
        Fate::Explained { by } => json!({ "kind": "explained", "by": claims.claim(by).id }),
        Fate::HeldAgainst { by } => json!({ "kind": "held_against", "by": claims.claim(by).id }),
        Fate::TruthBeside => json!({ "kind": "truth_beside" }),
    }
}

/// The claim in a line, with its place.
fn head(claims: &ClaimSet, claim: ClaimId, expected: Option<&str>) -> String {
    let claim = claims.claim(claim);
    let sheet = claims.sheets().get(claim.place.sheet);
    let place = sheet.map_or(String::new(), |sheet| {
        let line = sheet
            .source
            .get(..claim.place.span.start)
            .map_or(1, |before| before.matches('\n').count() + 1);
        format!(" ({}:{line})", sheet.path)
    });
    match (&claim.says, expected) {
        (Some(says), _) => format!("{}{place}: {says}", claim.id),
        (None, Some(expected)) => format!("{}{place}: {expected}", claim.id),
        (None, None) => format!("{}{place}", claim.id),
    }
}

/// What the article has of the claim's kind, where nothing of it was weighed.
fn passed_over(claims: &ClaimSet, claim: ClaimId, mentions: &[Mention]) -> String {
    let (kind, wanted): (&str, String) = match &claims.claim(claim).body {
        Body::Count(body) if body.unit.is_empty() => ("counts", String::new()),
        Body::Count(body) => ("counts", format!(", none of {}", body.unit.join(", "))),
        Body::Date(_) => ("dates", String::new()),
        Body::Name(_) => ("names", ", none of them near the claim's kind or cues".to_owned()),
        Body::Relation(body) => (
            "relations",
            format!(", none of them a {} of its subject", body.relation),
        ),
    };
    let said = mentions
        .iter()
        .filter_map(|mention| match (&mention.value, kind) {
            (Value::Count(count), "counts") => count.unit.as_ref().map(|unit| unit.name()),
            (Value::Name(name), "names") => Some(name.name.as_str()),
            (Value::Relation(relation), "relations") => Some(relation.kinship.word),
            (Value::Date(_), "dates") => Some("dates"),
            _ => None,
        });
    let mut names: Vec<&str> = Vec::new();
    let mut total = 0;
    for name in said {
        total += 1;
        if !names.contains(&name) {
            names.push(name);
        }
    }
    if total == 0 {
        return format!("the article has no {kind}");
    }
    let more = if names.len() > NAMED { ", …" } else { "" };
    names.truncate(NAMED);
    format!(
        "the article has {total} {kind}{wanted}: {}{more}",
        names.join(", ")
    )
}

fn mention(
    claims: &ClaimSet,
    claim: ClaimId,
    article: &Article,
    one: &Considered,
    is_stated: bool,
) -> String {
    let finding = &one.finding;
    let at = article.lines().position(article.source(), finding.span.start);
    let mark = if one.fate.stands() { '\u{25cf}' } else { '\u{25cb}' };
    let words = finding.quote.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut out = format!("{mark} {}:{}  \u{201c}{words}\u{201d}\n", at.line, at.column);
    out.push_str(&paragraph::labelled("in", &excerpt(article, one)));
    out.push_str(&paragraph::labelled("reads", &reading(one)));
    let (pro, mut contra) = evidence(one);
    if one.finding.judgement == Judgement::Contradicted && is_stated {
        contra.push("the article states the truth elsewhere".to_owned());
    }
    for (label, parts) in [("for", pro), ("against", contra)] {
        if !parts.is_empty() {
            out.push_str(&paragraph::labelled(label, &parts.join("; ")));
        }
    }
    let sure = format!("confidence {:.2}", finding.confidence);
    out.push_str(&paragraph::labelled(
        "so",
        &format!("{} ({sure})", outcome(claims, one)),
    ));
    if let Some(change) = change(claims, claim, one) {
        out.push_str(&paragraph::labelled("to change", &change));
    }
    out
}

/// The words around a mention, as much of its sentence as fits two lines.
fn excerpt(article: &Article, one: &Considered) -> String {
    let sentence = one.finding.sentence.of(article.source());
    let at = one.finding.span.start.saturating_sub(one.finding.sentence.start);
    paragraph::around(sentence, at, one.finding.span.len(), 2 * WIDTH - 40)
}

/// The value and how it stands to the truth.
fn reading(one: &Considered) -> String {
    let finding = &one.finding;
    match finding.judgement {
        Judgement::Supported => format!("{}, as the claim does", finding.value),
        Judgement::Spelling => format!("{}, another spelling of {}", finding.value, finding.expected),
        Judgement::Compatible => format!("{}, which {} fits", finding.value, finding.expected),
        Judgement::Contradicted if one.mood == "denied" => format!("{}, and denies it", finding.value),
        Judgement::Contradicted if one.is_never => {
            format!(
                "{}, which the sheet lists in `never`; the claim says {}",
                finding.value, finding.expected
            )
        }
        Judgement::Contradicted => format!("{}, where the claim says {}", finding.value, finding.expected),
    }
}

/// What speaks for a link and what against it.
fn evidence(one: &Considered) -> (Vec<String>, Vec<String>) {
    let (mut pro, mut contra) = (Vec::new(), Vec::new());
    let of = |role: Role| one.finding.evidence.iter().find(|it| it.role == role);
    let is_apart = |cue: &Evidence| !one.finding.sentence.contains(cue.span);
    match (of(Role::Cue), one.cue_distance) {
        (Some(cue), Some(_)) if is_apart(cue) => {
            contra.push(format!("the cue {} stands in another sentence", said(cue)));
        }
        (Some(cue), Some(far)) if far > NEAR => {
            contra.push(format!("the cue {} is {far} words off", said(cue)));
        }
        (Some(cue), Some(far)) => pro.push(format!("the cue {} {}", said(cue), steps(far))),
        (Some(cue), None) => pro.push(format!("the cue {}", said(cue))),
        (None, _) if one.needs_cue => contra.push("no cue of `about` in the sentence".to_owned()),
        (None, _) => {}
    }
    for (role, what) in [(Role::Kind, "the kind"), (Role::Relation, "the relation")] {
        pro.extend(of(role).map(|it| format!("{what} {}", said(it))));
    }
    if one.is_unit_unsaid {
        contra.push("the text does not say what is counted".to_owned());
    }
    let subject = of(Role::Subject).map_or(String::new(), |it| format!(" {}", said(it)));
    let other = one.other.as_ref().map_or("another".to_owned(), said);
    let (list, what) = match one.subject {
        SubjectManner::NotNeeded => (&mut pro, String::new()),
        SubjectManner::Named => (&mut pro, format!("the subject is named:{subject}")),
        SubjectManner::Described => (&mut pro, format!("the subject is described:{subject}")),
        SubjectManner::Pronoun => (&mut pro, format!("a pronoun stands for the subject:{subject}")),
        SubjectManner::Kin => (&mut pro, format!("kinship stands for the subject:{subject}")),
        SubjectManner::Carried => (
            &mut pro,
            format!("the subject is carried over from{subject} before"),
        ),
        SubjectManner::Beside => (
            &mut contra,
            format!("{other} stands nearer than the subject{subject}"),
        ),
        SubjectManner::Unnamed => (&mut contra, "no words near it name the subject".to_owned()),
        SubjectManner::Other => (
            &mut contra,
            format!("it speaks of {other} rather than of the subject"),
        ),
    };
    if !what.is_empty() {
        list.push(what);
    }
    if one.mood != "stated" {
        contra.push(format!("the text does not state it: {}", one.mood));
    }
    contra.extend(
        one.nearer
            .as_ref()
            .map(|it| format!("{} stands nearer to the cue", said(it))),
    );
    contra.extend(
        one.excepted_by
            .as_ref()
            .map(|it| format!("the cue {} of `except`", said(it))),
    );
    (pro, contra)
}

/// How far off, in words.
fn steps(far: u32) -> String {
    match far {
        0 => "beside it".to_owned(),
        1 => "a word off".to_owned(),
        far => format!("{far} words off"),
    }
}

fn said(it: &Evidence) -> String {
    format!(
        "\u{201c}{}\u{201d}",
        it.text.split_whitespace().collect::<Vec<_>>().join(" ")
    )
}

/// What came of a mention.
pub(super) fn outcome(claims: &ClaimSet, one: &Considered) -> String {
    let severity = match one.finding.severity {
        crate::claim::Severity::Error => "an error",
        crate::claim::Severity::Warning => "a warning",
        crate::claim::Severity::Advice => "advice",
    };
    match one.fate {
        Fate::Stands => match one.finding.judgement {
            Judgement::Supported => "it supports the claim".to_owned(),
            Judgement::Spelling => "it supports the claim in another spelling: advice".to_owned(),
            Judgement::Compatible => "it is compatible with the claim".to_owned(),
            Judgement::Contradicted => format!("it contradicts the claim: {severity}"),
        },
        Fate::NotStated => "dropped: what is not stated counts for nothing".to_owned(),
        Fate::TooWeak { needed } => format!("dropped: the link is weak, {needed:.2} is needed"),
        Fate::OtherNearer { needed } => {
            format!("dropped: the cue belongs to another value, {needed:.2} is needed")
        }
        Fate::Excused if one.excepted_by.is_some() => "dropped: `except` lets it stand".to_owned(),
        Fate::Excused => "dropped: `also`, or the article's own dateline, lets it stand".to_owned(),
        Fate::Explained { by } => format!("dropped: it is the truth of `{}`", claims.claim(by).id),
        Fate::HeldAgainst { by } => format!(
            "dropped: it is held against `{}`, which it fits better",
            claims.claim(by).id
        ),
        Fate::TruthBeside => "dropped: the same sentence states the truth".to_owned(),
    }
}

/// What an author would do to have it otherwise.
fn change(claims: &ClaimSet, claim: ClaimId, one: &Considered) -> Option<String> {
    let words: Vec<String> = one.words.iter().map(|word| format!("\"{word}\"")).collect();
    let cue = |key: &str| match words.as_slice() {
        [] => format!("a cue in `{key}`"),
        words => format!("a cue in `{key}` such as {}", words.join(" or ")),
    };
    let contradicts = one.finding.judgement == Judgement::Contradicted;
    match one.fate {
        Fate::Stands if contradicts => Some(format!(
            "to let it stand, add it to `also`, or {}; or correct the article",
            cue("except")
        )),
        Fate::TooWeak { .. } if one.needs_cue && one.cue_distance.is_none() => {
            Some(format!("{} would link it", cue("about")))
        }
        Fate::TooWeak { .. } => match one.subject {
            SubjectManner::Beside
            | SubjectManner::Unnamed
            | SubjectManner::Other
            | SubjectManner::Carried => {
                let of: Vec<String> = claims
                    .claim(claim)
                    .of
                    .iter()
                    .map(|&id| format!("`{}`", claims.entity(id).id))
                    .collect();
                Some(format!(
                    "what the text calls the subject, added to the `aliases` of {}, would link it",
                    of.join(", ")
                ))
            }
            _ => Some(format!("{} would make it surer", cue("about"))),
        },
        Fate::OtherNearer { .. } => Some(format!("{} nearer to it would link it", cue("about"))),
        Fate::Excused if one.excepted_by.is_some() => {
            Some("without that cue in `except` it would count".to_owned())
        }
        Fate::Explained { by } | Fate::HeldAgainst { by } => Some(format!(
            "cues that part this claim from `{}` (`about`, `except`) would free it",
            claims.claim(by).id
        )),
        Fate::Stands | Fate::NotStated | Fate::Excused | Fate::TruthBeside => None,
    }
}
