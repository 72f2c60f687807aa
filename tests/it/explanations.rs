//! Every rule is explained, and what its explanation shows is true: the bad example breaks the
//! rule, the good one breaks none.

use std::collections::BTreeSet;

use noaber::message;
use noaber::report::Extent;
use noaber::rule::Rule;
use noaber::rule::explanation::{Example, RuleExplanation};

use crate::support::{run, valid_site};

/// A language that explains every rule, with the site around its examples.
struct Setting {
    language: &'static str,
    /// The name that the language has for Dutch.
    dutch: &'static str,
    /// True where the site is that of the tests, with these files over it.
    is_beside_valid_site: bool,
    around: &'static [(&'static str, &'static str)],
    /// The page of the examples, with its title, summary, owner and text where they have none.
    page: &'static str,
    front_matter: [&'static str; 3],
    text: &'static str,
}

const SETTINGS: [Setting; 3] = [
    Setting {
        language: "nl",
        dutch: "Nederlands",
        is_beside_valid_site: true,
        around: AROUND,
        page: "voorbeeld.md",
        front_matter: ["\"Een voorbeeld\"", "\"Wat hier staat.\"", "\"redactie\""],
        text: "Tekst.",
    },
    Setting {
        language: "en",
        dutch: "Dutch",
        is_beside_valid_site: false,
        around: AROUND_IN_ENGLISH,
        page: "our-region.md",
        front_matter: ["\"An example\"", "\"What is here.\"", "\"editors\""],
        text: "Text.",
    },
    Setting {
        language: "de",
        dutch: "Niederländisch",
        is_beside_valid_site: false,
        around: AROUND_IN_GERMAN,
        page: "unsere-region.md",
        front_matter: ["\"Ein Beispiel\"", "\"Was hier steht.\"", "\"redaktion\""],
        text: "Text.",
    },
];

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

/// The site around the examples in English, with folders of its own.
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

/// The site around the examples in German.
const AROUND_IN_GERMAN: &[(&str, &str)] = &[
    (
        "site.toml",
        r#"name = "Unsere Region"
description = "Eine kleine Website."
base-url = "https://unsere-region.example"
language = "de"
time-zone = "Europe/Berlin"
[publisher]
name = "Unsere Region"
[kinds.news]
folder = "aktuelles"
address = "/aktuelles/"
[kinds.themes]
folder = "themen"
address = "/themen/"
[kinds.municipalities]
folder = "gemeinden"
address = "/gemeinden/"
[addresses]
page = "seite"
lists = { themes = "thema" }
"#,
    ),
    (
        "index.md",
        "+++\ntitle = \"Unsere Region\"\nsummary = \"Die Startseite.\"\nowner = \"redaktion\"\n+++\nSiehe [die Nachrichten](aktuelles/index.md), [die Themen](themen/index.md), [die Gemeinden](gemeinden/index.md), [ein Beispiel](unsere-region.md) oder [Kontakt](kontakt.md).\n",
    ),
    (
        "aktuelles/index.md",
        "+++\ntitle = \"Nachrichten\"\nsummary = \"Alle Nachrichten.\"\nowner = \"redaktion\"\n+++\n",
    ),
    (
        "themen/index.md",
        "+++\ntitle = \"Themen\"\nsummary = \"Alle Themen.\"\nowner = \"redaktion\"\n+++\n",
    ),
    (
        "themen/verkehr.md",
        "+++\ntitle = \"Verkehr\"\nsummary = \"Auf Straße und Schiene.\"\norder = 1\nowner = \"redaktion\"\n+++\n## Schiene\n\nZüge.\n",
    ),
    (
        "gemeinden/index.md",
        "+++\ntitle = \"Gemeinden\"\nsummary = \"Alle Gemeinden.\"\nowner = \"redaktion\"\n+++\n",
    ),
    (
        "kontakt.md",
        "+++\ntitle = \"Kontakt\"\nsummary = \"Wer Ihnen hilft.\"\nowner = \"redaktion\"\n+++\nRufen Sie die Gemeinde an.\n",
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
    ("../static/bilder/karte.svg", 1),
    ("../static/bilder/gross.webp", 400_000),
    ("../static/bilder/ohne.mp4", 1),
    ("../static/bilder/markt.mp4", 1),
    ("../static/dateien/plan.pdf", 20_000),
    ("../static/beeld/kaart.svg", 1),
    ("../static/beeld/groot.webp", 400_000),
    ("../static/beeld/zonder.mp4", 1),
    ("../static/beeld/markt.mp4", 1),
    ("../static/bestanden/plan.pdf", 20_000),
];

#[test]
fn every_rule_is_explained() {
    let explained: BTreeSet<&str> = SETTINGS.iter().map(|setting| setting.language).collect();
    assert_eq!(explained, message::languages().collect());
    let all = Rule::ALL.iter();
    for (rule, setting) in all.flat_map(|rule| SETTINGS.iter().map(move |own| (rule, own))) {
        let language = setting.language;
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
                !reads_dutch_alone(*rule) || is_dutch && why.contains(setting.dutch),
                "{rule}"
            );
        }
    }
}

#[test]
fn a_bad_example_breaks_its_rule_and_a_good_one_breaks_none() {
    let mut wrong = Vec::new();
    let all = Rule::ALL.iter();
    for (rule, setting) in all.flat_map(|rule| SETTINGS.iter().map(move |own| (rule, own))) {
        let language = setting.language;
        let explanation = RuleExplanation::of(*rule, language);
        let setting = if reads_dutch_alone(*rule) {
            &SETTINGS[0]
        } else {
            setting
        };
        if explanation.bad.iter().any(|example| example.of == "words") {
            continue;
        }
        let bad = problems(*rule, setting, &explanation.bad);
        if !bad
            .iter()
            .any(|problem| problem.contains(&format!("[{rule}]")))
        {
            wrong.push(format!(
                "the bad example of {rule} in {language} breaks something else:\n{}",
                bad.join("\n")
            ));
        }
        let good = problems(*rule, setting, &explanation.good);
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
fn problems(rule: Rule, setting: &Setting, examples: &[Example]) -> Vec<String> {
    let mut files: Vec<(&str, String)> = setting
        .around
        .iter()
        .map(|(path, text)| (*path, (*text).to_owned()))
        .collect();
    // The dictionary of the tests has few words.
    let mut settings = if rule == Rule::Spelling {
        "[check.severity]\n".to_owned()
    } else {
        "[check.severity]\nspelling = \"uit\"\n".to_owned()
    };
    let (mut front, mut body) = (String::new(), setting.text.to_owned());
    for Example { of, text } in examples {
        match *of {
            "text" => body = (*text).to_owned(),
            "front-matter" => front = (*text).to_owned(),
            "files" => files.extend(text.lines().map(|path| (path, page(path)))),
            "site.toml" => settings.push_str(text.strip_prefix("[check.severity]").unwrap_or(text)),
            path => files.push((path, format!("{text}\n"))),
        }
    }
    let good = ["title", "summary", "owner"]
        .into_iter()
        .zip(setting.front_matter);
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
    files.push((setting.page, format!("+++\n{rest}{front}\n+++\n{body}\n")));
    files.push(("+site.toml", settings + "\n"));
    let report = match setting.is_beside_valid_site {
        true => valid_site::report(&files, Extent::All),
        false => valid_site::report_alone(&files, Extent::All),
    };
    let is_problem = |line: &&str| {
        [
            ": fout: ",
            ": error: ",
            ": Fehler: ",
            ": waarschuwing: ",
            ": warning: ",
            ": Warnung: ",
            ": tip: ",
            ": Hinweis: ",
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
