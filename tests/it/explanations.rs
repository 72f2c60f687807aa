//! Every rule is explained, and what its explanation shows is true: the bad example breaks the
//! rule, the good one breaks none.

use noaber::report::Extent;
use noaber::rule::Rule;
use noaber::rule::explanation::{Example, RuleExplanation};

use crate::support::{run, valid_site};

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

/// Files that are there where an example refers to them, with their size.
const FILES: &[(&str, usize)] = &[
    ("../static/beeld/kaart.svg", 1),
    ("../static/beeld/groot.webp", 400_000),
    ("../static/beeld/zonder.mp4", 1),
    ("../static/beeld/markt.mp4", 1),
    ("../static/bestanden/plan.pdf", 20_000),
];

#[test]
fn every_rule_is_explained() {
    for rule in Rule::ALL {
        let RuleExplanation {
            what,
            why,
            bad,
            good,
            ..
        } = RuleExplanation::of(*rule);
        assert!(
            what.ends_with('.') && !what.contains('\n'),
            "{rule} says in one line what it finds: {what:?}"
        );
        assert!(why.len() > 40, "{rule} says why");
        assert!(
            !bad.is_empty() && !good.is_empty(),
            "{rule} has a bad and a good example"
        );
    }
}

#[test]
fn a_bad_example_breaks_its_rule_and_a_good_one_breaks_none() {
    let mut wrong = Vec::new();
    for rule in Rule::ALL {
        let explanation = RuleExplanation::of(*rule);
        if explanation
            .bad
            .iter()
            .any(|example| example.of == "woorden")
        {
            continue;
        }
        let bad = problems(*rule, &explanation.bad);
        if !bad
            .iter()
            .any(|problem| problem.contains(&format!("[{rule}]")))
        {
            wrong.push(format!(
                "the bad example of {rule} breaks something else:\n{}",
                bad.join("\n")
            ));
        }
        let good = problems(*rule, &explanation.good);
        if !good.is_empty() {
            wrong.push(format!(
                "the good example of {rule} breaks:\n{}",
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
fn problems(rule: Rule, examples: &[Example]) -> Vec<String> {
    let mut files: Vec<(&str, String)> = AROUND
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
    for Example { of, text } in examples {
        match *of {
            "tekst" => body = (*text).to_owned(),
            "kopregels" => front = (*text).to_owned(),
            "bestanden" => files.extend(text.lines().map(|path| (path, page(path)))),
            "site.toml" => settings.push_str(text.strip_prefix("[check.severity]").unwrap_or(text)),
            path => files.push((path, format!("{text}\n"))),
        }
    }
    let good = [
        ("title", "\"Een voorbeeld\""),
        ("summary", "\"Wat hier staat.\""),
        ("owner", "\"redactie\""),
    ];
    let is_missing = |key: &str| {
        !front
            .lines()
            .any(|line| line.split(' ').next() == Some(key))
    };
    let rest: String = good
        .iter()
        .filter(|(key, _)| is_missing(key))
        .map(|(key, value)| format!("{key} = {value}\n"))
        .collect();
    let is_used = |path: &str| {
        path.rsplit('/')
            .next()
            .is_some_and(|name| body.contains(name))
    };
    files.extend(
        FILES
            .iter()
            .filter(|(path, _)| is_used(path))
            .map(|(path, size)| (*path, "a".repeat(*size))),
    );
    files.push(("voorbeeld.md", format!("+++\n{rest}{front}\n+++\n{body}\n")));
    files.push(("+site.toml", settings + "\n"));
    let report = valid_site::report(&files, Extent::All);
    let is_problem = |line: &&str| {
        [": fout: ", ": waarschuwing: ", ": tip: "]
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
        .strip_prefix("nieuws/")
        .and_then(|name| name.get(..10))
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
