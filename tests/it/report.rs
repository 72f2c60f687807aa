//! The report in the forms that programs read, and how much of it people get to see.

use std::path::Path;

use noaber::message;
use noaber::problem::{Excerpt, Report};
use noaber::report::{self, Extent, ReportFormat};
use noaber::rule::Rule;
use noaber::site::Drafts;
use noaber::site::rules::Checks;
use noaber::source::Place;
use noaber::{Options, check, compile};
use serde_json::Value;

use crate::support::valid_site::{self, File};
use crate::support::{self, NOW, TestSite, folders};

/// A page with an error, a warning and a tip; the error holds what each format has to escape.
fn mixed() -> Vec<File<'static>> {
    let body = "[a, b: 100%](weg.md) en [hier](../themas/index.md) in de RES.";
    let page = format!(
        "+++\ntitle = \"Bericht\"\nsummary = \"Een bericht.\"\ndate = 2026-05-01\n+++\n{body}\n"
    );
    vec![("nieuws/2026-05-01-bericht.md", page)]
}

fn report(format: &str) -> String {
    let (output, report) = valid_site::check(
        &mixed(),
        &[
            "--format",
            format,
            "--dictionary",
            &valid_site::dictionary(),
        ],
    );
    assert_eq!(
        output.status.code(),
        Some(1),
        "an error fails the check in every format"
    );
    report
}

#[test]
fn json_holds_every_problem_with_its_place_and_its_line() {
    let report: Value = serde_json::from_str(&report("json")).expect("JSON");
    assert_eq!(
        [
            &report["errors"],
            &report["warnings"],
            &report["tips"],
            &report["files"]
        ],
        [1, 1, 1, 6]
    );
    let vague = report["problems"]
        .as_array()
        .expect("a list")
        .iter()
        .find(|problem| problem["code"] == "L107")
        .expect("it is told");
    assert_eq!(vague["file"], "content/nieuws/2026-05-01-bericht.md");
    assert_eq!(
        [&vague["line"], &vague["column"], &vague["length"]],
        [6, 25, 6]
    );
    assert_eq!(
        [&vague["name"], &vague["severity"]],
        ["nietszeggende-link", "waarschuwing"]
    );
    assert!(
        vague["excerpt"]
            .as_str()
            .is_some_and(|line| line.starts_with("[a, b"))
    );
}

#[test]
fn github_gets_one_command_a_problem_with_the_worst_first() {
    let report = report("github");
    let lines: Vec<&str> = report.lines().collect();
    let starts = [
        "::error file=content/nieuws/2026-05-01-bericht.md,line=6,col=1,",
        "::warning file=",
        "::notice file=",
    ];
    assert_eq!(lines.len(), starts.len(), "{report}");
    assert!(
        lines
            .iter()
            .zip(starts)
            .all(|(line, start)| line.starts_with(start)),
        "{report}"
    );
    assert!(
        lines[1].contains("endColumn=31,title=L107 nietszeggende-link::")
            && lines[1].contains("%0Ahulp: "),
        "{report}"
    );
}

#[test]
fn sarif_has_the_shape_that_the_standard_asks() {
    let log: Value = serde_json::from_str(&report("sarif")).expect("JSON");
    assert_eq!(log["version"], "2.1.0");
    let run = &log["runs"][0];
    let driver = &run["tool"]["driver"];
    assert_eq!(
        [&driver["name"], &run["columnKind"]],
        ["noaber", "unicodeCodePoints"]
    );
    let rules = driver["rules"].as_array().expect("a list");
    assert_eq!(rules.len(), Rule::ALL.len());
    for rule in rules {
        let texts = ["shortDescription", "fullDescription", "help"]
            .map(|key| rule[key]["text"].as_str().unwrap_or_default());
        assert!(texts.iter().all(|text| !text.is_empty()), "{rule}");
    }
    let results = run["results"].as_array().expect("a list");
    assert_eq!(results.len(), 3);
    for result in results {
        let index = usize::try_from(result["ruleIndex"].as_u64().expect("a number"))
            .expect("a small number");
        assert_eq!(rules[index]["id"], result["ruleId"]);
        assert!(["error", "warning", "note"].contains(&result["level"].as_str().expect("a level")));
        assert!(
            result["message"]["text"]
                .as_str()
                .is_some_and(|text| !text.is_empty())
        );
        let place = &result["locations"][0]["physicalLocation"];
        assert_eq!(
            place["artifactLocation"]["uri"],
            "content/nieuws/2026-05-01-bericht.md"
        );
        let region = &place["region"];
        let [line, start] =
            ["startLine", "startColumn"].map(|key| region[key].as_u64().expect("a number"));
        assert!(
            line >= 1 && start >= 1 && region["endColumn"].as_u64().is_none_or(|end| end > start),
            "{region}"
        );
    }
}

#[test]
fn a_long_report_shows_the_first_of_each_rule_and_counts_the_rest() {
    let links: String = (0..224)
        .map(|number| format!("[Weg {number}](weg-{number}.md)\n\n"))
        .collect();
    let page = format!(
        "+++\ntitle = \"Bericht\"\nsummary = \"Een bericht.\"\ndate = 2026-05-01\n+++\n{links}"
    );
    let files = [("nieuws/2026-05-01-bericht.md", page)];
    let (_, capped) = valid_site::check(&files, &["--dictionary", &valid_site::dictionary()]);
    assert_eq!(capped.matches(": fout: ").count(), 20);
    assert!(
        capped.contains("… en nog 204 keer L101 kapotte-link, in 1 bestand\n"),
        "{capped}"
    );
    let (_, all) = valid_site::check(
        &files,
        &["--all", "--dictionary", &valid_site::dictionary()],
    );
    assert_eq!(all.matches(": fout: ").count(), 224);
    assert!(!all.contains("en nog"));
}

#[test]
fn how_much_is_checked_changes_nothing_that_is_served() {
    let site = TestSite::new();
    let now = NOW.parse().expect("a moment");
    let essential = Options::from(Drafts::Hide);
    let folders = folders(&site.path(""));
    let compiled = compile(&folders, now, essential, &noaber::CompileCache::default())
        .expect("the content makes a site");
    assert_eq!(
        compiled.snapshot.version,
        support::compiled(&site.path(""), now, None)
            .snapshot
            .version
    );
}

#[test]
fn a_check_finds_what_a_compile_finds() {
    let site = TestSite::new();
    site.write(
        "los.md",
        "+++\ntitle = \"Los\"\nsummary = \"Een losse pagina.\"\n+++\nKlik [hier](contact.md) in de QRS.\n",
    );
    let now = NOW.parse().expect("a moment");
    let options = Options {
        checks: Checks::All { dictionary: None },
        ..Drafts::Hide.into()
    };
    let folders = folders(&site.path(""));
    let report = check(&folders, now, options).expect("the content makes a site");
    assert!(report.problems().len() > 2);
    assert_eq!(report, support::compiled(&site.path(""), now, None).report);
}

#[test]
fn the_name_of_a_file_is_seen_from_where_the_program_was_started() {
    for (content, file, expected) in [
        ("content", "nieuws/a.md", "content/nieuws/a.md"),
        ("content", "../static/a.svg", "static/a.svg"),
        ("content", "nieuws/", "content/nieuws/"),
        (".", "a.md", "a.md"),
        (".", "../static/a.svg", "../static/a.svg"),
        (
            "/srv/site/content",
            "../static/a.svg",
            "/srv/site/static/a.svg",
        ),
    ] {
        let place = Place {
            file: file.into(),
            line: 1,
            column: 1,
        };
        let mut report = Report::default();
        report.add(
            place,
            Rule::FileName,
            message!("program-fault"),
            message!("program-fault"),
        );
        let written = report::write(
            &report,
            Path::new(content),
            ReportFormat::Github,
            Extent::All,
        );
        let start = format!("::error file={expected},line=1,");
        assert!(written.starts_with(&start), "{written}");
    }
}

#[test]
fn of_a_long_line_only_what_stands_around_the_place_is_kept() {
    let line = format!("{}[hier](a.md){}", "é".repeat(500), "x".repeat(500));
    let excerpt = Excerpt::of(&line, 501);
    assert_eq!((excerpt.start, excerpt.text.chars().count()), (421, 240));
    assert_eq!(excerpt.text.chars().nth(501 - excerpt.start), Some('['));
    assert!(!excerpt.is_whole);
    let whole = Excerpt {
        text: "kort".into(),
        start: 1,
        is_whole: true,
    };
    assert_eq!(Excerpt::of("kort", 3), whole);
}

/// The report on a page in each of these files, each with so many links that say nothing.
fn report_on(pages: &[(&str, usize)]) -> (tempfile::TempDir, Report) {
    let page = |links: &usize| {
        let links = "Klik [hier](https://voorbeeld.nl/).\n\n".repeat(*links);
        format!(
            "+++\ntitle = \"Pagina\"\nsummary = \"Een pagina.\"\ndate = 2026-05-01\n+++\n{links}"
        )
    };
    let pages: Vec<File<'_>> = pages
        .iter()
        .map(|(path, links)| (*path, page(links)))
        .collect();
    let site = valid_site::write(&pages);
    let now = valid_site::NOW.parse().expect("a moment");
    let report = support::compiled(&site.path().join("content"), now, None).report;
    (site, report)
}

#[test]
fn a_long_report_takes_from_each_folder_in_turn_and_names_the_worst_pages() {
    let (_site, report) = report_on(&[("a/een.md", 30), ("b/twee.md", 2), ("c/drie.md", 1)]);
    let text = report::write(
        &report,
        Path::new("content"),
        ReportFormat::Text,
        Extent::Capped,
    );
    let vague = |file: &str| {
        let lines = text
            .lines()
            .filter(|line| line.ends_with("[L107 nietszeggende-link]"));
        lines
            .filter(|line| line.starts_with(&format!("content/{file}:")))
            .count()
    };
    assert_eq!(
        ["a/een.md", "b/twee.md", "c/drie.md"].map(vague),
        [7, 2, 1],
        "{text}"
    );
    let worst = text
        .find("De meeste punten")
        .expect("the worst pages are named");
    let worst: Vec<&str> = text[worst..].lines().skip(1).take(2).collect();
    assert!(worst[0].contains("  content/a/een.md: "), "{worst:?}");
}

#[test]
fn the_report_on_a_file_or_a_folder_is_about_that_alone() {
    let pages = [("a/een.md", 3), ("a/twee.md", 2), ("b/drie.md", 1)];
    let (site, _) = report_on(&pages);
    let checked = |paths: &[&str]| {
        let mut arguments = vec!["check", "--now", valid_site::NOW, "--format", "json"];
        arguments.extend(paths);
        let output = support::noaber(&arguments)
            .current_dir(site.path())
            .output()
            .expect("the binary starts");
        let report: Value = serde_json::from_slice(&output.stdout).unwrap_or_default();
        let problems = report["problems"].as_array().cloned().unwrap_or_default();
        let is_vague = |problem: &&Value| problem["code"] == "L107";
        let files = problems
            .iter()
            .filter(is_vague)
            .map(|problem| problem["file"].to_string());
        (report["files"].clone(), files.collect::<Vec<_>>())
    };
    let [een, drie] = ["a/een.md", "b/drie.md"].map(|file| format!("\"content/{file}\""));
    assert_eq!(
        checked(&["content/a/een.md"]),
        (1.into(), vec![een.clone(); 3])
    );
    assert_eq!(
        checked(&["./content/b/", "a/een.md"]),
        (2.into(), [vec![een; 3], vec![drie]].concat())
    );
    assert_eq!(checked(&["content/a/"]).0, 2);
    assert_eq!(checked(&["c.md"]), (Value::Null, Vec::new()));
}

/// The words of the program on an English site, run in its folder: its output and its errors.
fn said_in_english(site: &Path, arguments: &[&str]) -> String {
    let output = support::noaber(arguments)
        .current_dir(site)
        .output()
        .expect("the binary starts");
    String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr)
}

#[test]
fn the_editors_of_an_english_site_are_spoken_to_in_english() {
    let site = valid_site::write(&mixed());
    let settings = site.path().join("content/site.toml");
    let dutch = std::fs::read_to_string(&settings).expect("the settings are there");
    let english = dutch.replace("language = \"nl\"", "language = \"en\"");
    std::fs::write(&settings, english).expect("the settings can be written");
    for (arguments, told) in [
        (
            &["check", "--now", NOW][..],
            &[": error: ", "\n  help: ", "\n1 error"][..],
        ),
        (&["check", "--format", "github"], &["%0Ahelp: "]),
        (
            &["check", "--format", "sarif"],
            &["\"language\": \"en\"", ". Help: ", "\nWrong:"],
        ),
        (
            &["check", "nothing.md"],
            &["noaber: nothing.md does not exist"],
        ),
        (
            &["explain", "L107"],
            &["(warning)", "\nWrong:\n", "\nRight:\n"],
        ),
        (&["explain", "L999"], &["noaber: there is no rule `L999`; "]),
        (&["new", "nieuws", "The bridge"], &["It is a draft."]),
        (&["new", "nieuw", "The bridge"], &["did you mean `nieuws`?"]),
        (
            &["links", "themas/index.md"],
            &["2 references to content/themas/index.md"],
        ),
        (
            &["addresses"],
            &["addresses do not stand in content/adressen.toml yet"],
        ),
        (&["search", "railway"], &["found\n"]),
        (
            &["build", "site", "--now", NOW],
            &[" files written in site ("],
        ),
        (
            &["build", "content", "--now", NOW],
            &["content lies in content, "],
        ),
        (&["build", "..", "--now", NOW], &[" is not empty: "]),
        (
            &["check", "--help"],
            &[
                "\nUsage: noaber check [OPTIONS] [FILE]...",
                "[default: text]",
            ],
        ),
        (
            &["serve", "--listen", "192.0.2.1:0"],
            &["is not an address of this machine: "],
        ),
        (
            &["status", "https://our-region.example"],
            &["is not an address for editors"],
        ),
    ] {
        let said = said_in_english(site.path(), arguments);
        for told in told {
            assert!(
                said.contains(told) || said.replace("\\n", "\n").contains(told),
                "{arguments:?} says {told:?}:\n{said}"
            );
        }
        for dutch in [
            "fout:",
            "waarschuwing:",
            "hulp:",
            "bezoekers",
            "bestanden",
            "Gebruik:",
        ] {
            assert!(
                !said.contains(dutch),
                "{arguments:?} says {dutch:?}:\n{said}"
            );
        }
    }
}
