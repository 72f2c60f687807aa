//! Every rule is explained, and what its explanation shows is true: the bad example breaks the
//! rule, the good one breaks none.

use noaber::report::Extent;
use noaber::rule::Rule;
use noaber::rule::explanation::{Example, RuleExplanation};

use crate::support::{run, valid_site};

/// The languages that explain every rule.
const LANGUAGES: [&str; 2] = ["nl", "en"];

/// The pages and files that the examples may refer to.
const AROUND: &[(&str, &str)] = &[
    (
        "+index.md",
        "Of bij [een voorbeeld](voorbeeld.md) of [contact](contact.md).\n",
    ),
    (
        "contact.md",
        "+++\ntitle = \"Contact\"\nsummary = \"Bij wie u terechtkunt.\"\nowner = \"redactie\"\n+++\nBel de gemeente.\n",
    ),
];

/// The same around the examples in English, on a site in English with folders of its own.
const AROUND_IN_ENGLISH: &[(&str, &str)] = &[
    (
        "site.toml",
        r#"name = "Our region"
description = "A small site."
base-url = "https://our-region.example"
language = "en"
time-zone = "Europe/Amsterdam"
[publisher]
name = "Our region"
[kinds.news]
folder = "news"
address = "/news/"
[kinds.themes]
folder = "themes"
address = "/themes/"
[kinds.municipalities]
folder = "municipalities"
address = "/municipalities/"
[addresses]
page = "page"
lists = { themes = "theme" }
"#,
    ),
    (
        "index.md",
        "+++\ntitle = \"Our region\"\nsummary = \"The home page.\"\nowner = \"editors\"\n+++\nSee [the news](news/index.md), [the themes](themes/index.md), [the municipalities](municipalities/index.md), [an example](our-region.md) or [contact](contact.md).\n",
    ),
    (
        "news/index.md",
        "+++\ntitle = \"News\"\nsummary = \"All the news.\"\nowner = \"editors\"\n+++\n",
    ),
    (
        "themes/index.md",
        "+++\ntitle = \"Themes\"\nsummary = \"All the themes.\"\nowner = \"editors\"\n+++\n",
    ),
    (
        "themes/transport.md",
        "+++\ntitle = \"Transport\"\nsummary = \"By road and by rail.\"\norder = 1\nowner = \"editors\"\n+++\n## Railway\n\nTrains.\n",
    ),
    (
        "municipalities/index.md",
        "+++\ntitle = \"Municipalities\"\nsummary = \"All the municipalities.\"\nowner = \"editors\"\n+++\n",
    ),
    (
        "contact.md",
        "+++\ntitle = \"Contact\"\nsummary = \"Who can help you.\"\nowner = \"editors\"\n+++\nCall the municipality.\n",
    ),
];

/// The rules that read Dutch alone: their examples are in Dutch in every language.
fn reads_dutch_alone(rule: Rule) -> bool {
    rule.code().starts_with(['T', 'P']) || rule == Rule::OtherLanguage
}

/// Files that are there where an example refers to them, with their size.
const FILES: &[(&str, usize)] = &[
    ("../static/images/map.svg", 1),
    ("../static/images/large.webp", 400_000),
    ("../static/images/silent.mp4", 1),
    ("../static/images/market.mp4", 1),
    ("../static/files/plan.pdf", 20_000),
    ("../static/beeld/kaart.svg", 1),
    ("../static/beeld/groot.webp", 400_000),
    ("../static/beeld/zonder.mp4", 1),
    ("../static/beeld/markt.mp4", 1),
    ("../static/bestanden/plan.pdf", 20_000),
];

#[test]
fn every_rule_is_explained() {
    let all = Rule::ALL.iter();
    for (rule, language) in all.flat_map(|rule| LANGUAGES.map(|language| (rule, language))) {
        let RuleExplanation {
            what,
            why,
            bad,
            good,
            ..
        } = RuleExplanation::of(*rule, language);
        assert!(
            what.ends_with('.') && !what.contains('\n'),
            "{rule} says in one line of {language} what it finds: {what:?}"
        );
        assert!(why.len() > 40, "{rule} says why");
        assert!(
            !bad.is_empty() && !good.is_empty(),
            "{rule} has a bad and a good example"
        );
        if language != "nl" {
            let dutch = RuleExplanation::of(*rule, "nl");
            assert_ne!(what, dutch.what, "{rule} is explained in {language}");
            let is_dutch = (&bad, &good) == (&dutch.bad, &dutch.good);
            assert!(
                !reads_dutch_alone(*rule) || is_dutch && why.contains("Dutch"),
                "{rule}"
            );
        }
    }
}

#[test]
fn a_bad_example_breaks_its_rule_and_a_good_one_breaks_none() {
    let mut wrong = Vec::new();
    let all = Rule::ALL.iter();
    for (rule, language) in all.flat_map(|rule| LANGUAGES.map(|language| (rule, language))) {
        let explanation = RuleExplanation::of(*rule, language);
        let language = if reads_dutch_alone(*rule) {
            "nl"
        } else {
            language
        };
        if explanation.bad.iter().any(|example| example.of == "words") {
            continue;
        }
        let bad = problems(*rule, language, &explanation.bad);
        if !bad
            .iter()
            .any(|problem| problem.contains(&format!("[{rule}]")))
        {
            wrong.push(format!(
                "the bad example of {rule} in {language} breaks something else:\n{}",
                bad.join("\n")
            ));
        }
        let good = problems(*rule, language, &explanation.good);
        if !good.is_empty() {
            wrong.push(format!(
                "the good example of {rule} in {language} breaks:\n{}",
                good.join("\n")
            ));
        }
    }
    assert!(
        wrong.is_empty(),
        "{}\nMend src/rule/explanations, or the rule.",
        wrong.join("\n\n")
    );
}

/// The problems of the site that an example makes, a line each.
fn problems(rule: Rule, language: &str, examples: &[Example]) -> Vec<String> {
    let is_dutch = language == "nl";
    let around = if is_dutch { AROUND } else { AROUND_IN_ENGLISH };
    let mut files: Vec<(&str, String)> = around
        .iter()
        .map(|(path, text)| (*path, (*text).to_owned()))
        .collect();
    // The dictionary of the tests has few words.
    let mut settings = if rule == Rule::Spelling {
        "[check.severity]\n".to_owned()
    } else {
        "[check.severity]\nspelling = \"uit\"\n".to_owned()
    };
    let (mut front, mut body) = (String::new(), "Tekst.".to_owned());
    if !is_dutch {
        body = "Text.".to_owned();
    }
    for Example { of, text } in examples {
        match *of {
            "text" => body = (*text).to_owned(),
            "front-matter" => front = (*text).to_owned(),
            "files" => files.extend(text.lines().map(|path| (path, page(path)))),
            "site.toml" => settings.push_str(text.strip_prefix("[check.severity]").unwrap_or(text)),
            path => files.push((path, format!("{text}\n"))),
        }
    }
    let good = if is_dutch {
        ["\"Een voorbeeld\"", "\"Wat hier staat.\"", "\"redactie\""]
    } else {
        ["\"An example\"", "\"What is here.\"", "\"editors\""]
    };
    let good = ["title", "summary", "owner"].into_iter().zip(good);
    let is_missing = |key: &str| {
        !front
            .lines()
            .any(|line| line.split(' ').next() == Some(key))
    };
    let rest: String = good
        .filter(|(key, _)| is_missing(key))
        .map(|(key, value)| format!("{key} = {value}\n"))
        .collect();
    let is_used = |path: &str| {
        let below = path.strip_prefix("../static/");
        below.is_some_and(|name| body.contains(name) || front.contains(name))
    };
    files.extend(
        FILES
            .iter()
            .filter(|(path, _)| is_used(path))
            .map(|(path, size)| (*path, "a".repeat(*size))),
    );
    let example = if is_dutch {
        "voorbeeld.md"
    } else {
        "our-region.md"
    };
    files.push((example, format!("+++\n{rest}{front}\n+++\n{body}\n")));
    files.push(("+site.toml", settings + "\n"));
    let report = match is_dutch {
        true => valid_site::report(&files, Extent::All),
        false => valid_site::report_alone(&files, Extent::All),
    };
    let is_problem = |line: &&str| {
        [
            ": fout: ",
            ": error: ",
            ": waarschuwing: ",
            ": warning: ",
            ": tip: ",
        ]
        .iter()
        .any(|severity| line.contains(severity))
    };
    report
        .lines()
        .filter(is_problem)
        .map(str::to_owned)
        .collect()
}

/// A page for a file of which only the name matters.
fn page(path: &str) -> String {
    let date = path
        .split_once('/')
        .and_then(|(_, name)| name.get(..10))
        .filter(|date| date.starts_with("20"))
        .unwrap_or("2025-05-01");
    format!(
        "+++\ntitle = \"Het bestand {path}\"\nsummary = \"Wat in {path} staat.\"\ndate = {date}\nowner = \"redactie\"\n+++\nTekst.\n"
    )
}

#[test]
fn a_rule_is_explained_by_code_or_name_and_all_are_listed() {
    let text = |arguments: &[&str]| String::from_utf8(run(arguments).stdout).expect("text");
    assert_eq!(
        text(&["explain", "L107"]),
        text(&["explain", "nietszeggende-link"])
    );
    assert!(
        text(&["explain", "l107"])
            .starts_with("L107 nietszeggende-link (waarschuwing)\n\nDe tekst van een link zegt niet waar hij heen gaat.")
    );
    let list = text(&["explain"]);
    assert!(
        Rule::ALL
            .iter()
            .all(|rule| list.contains(&rule.to_string()))
    );
    let unknown = run(&["explain", "kapotte-lnk"]);
    assert_eq!(unknown.status.code(), Some(2));
    assert_eq!(
        String::from_utf8_lossy(&unknown.stderr),
        "noaber: de regel `kapotte-lnk` bestaat niet; bedoelt u `kapotte-link`?\n"
    );
}
