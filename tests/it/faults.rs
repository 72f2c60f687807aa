//! A page with a fault in one of its keys, or in its text: visitors see it without the faulty
//! piece, unless it has no title or nobody can tell if they may see it yet; and the report says so.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use crate::support::{NOW, TestSite, answers, compiled, folders};

use noaber::content::{self, SourceRetention};
use noaber::editors::status::Status;
use noaber::kinds::spec::{Facts, FileName, KindSpec, KindTable, Order, Presence, SearchSpec};
use noaber::kinds::{event, municipality, page, question, term, theme};
use noaber::problem::{Report, Seen};
use noaber::report::{self, Extent, ReportFormat};
use noaber::rule::{Rule, Severity};
use noaber::site::Drafts;
use noaber::site::rules::Checks;
use noaber::visibility::PublishState;
use noaber::{CompileCache, Compiled, Options, check, compile};

/// Keys, each with a value that is right.
type Keys = &'static [(&'static str, &'static str)];

/// A page of each kind: its folder, how the names of files there begin, and its keys.
const KINDS: &[(&str, &str, Keys)] = &[
    (
        "nieuws",
        "2026-11-20-",
        &[("date", "2026-11-20"), ("themes", "[\"wegen\"]")],
    ),
    (
        "themas",
        "",
        &[
            ("order", "3"),
            ("hue", "\"blue\""),
            ("emblem", "\"M3 21L12 3l9 18\""),
        ],
    ),
    (
        "gemeenten",
        "",
        &[
            ("seat", "\"Oever\""),
            ("places", "[\"Oever\", \"Dorp\"]"),
            ("area", "12.5"),
            ("website", "\"https://www.oever.example/\""),
            ("code", "\"GM0005\""),
            (
                "inhabitants",
                "{ number = 5, date = 2025-01-01, source = \"De telling\" }",
            ),
        ],
    ),
    ("begrippen", "", &[]),
    ("vragen", "", &[("order", "4")]),
    ("los", "", &[]),
];

/// The keys of every page, and those that a page may have.
const SHARED: Keys = &[
    ("summary", "\"Een pagina om mee te proeven.\""),
    ("updated", "2026-11-21"),
    ("publish", "2026-01-01T09:00:00"),
    ("expires", "2027-01-01"),
    ("draft", "false"),
    ("municipalities", "[\"duin\"]"),
    (
        "sources",
        "[{ title = \"Bron\", address = \"https://bron.example/\", date = 2026-01-01 }]",
    ),
    ("image", "\"../../static/beeld/schip.svg\""),
    ("alt", "\"Een schip.\""),
    ("point", "[52.37, 6.55]"),
    ("former", "[\"/oud/NAAM\"]"),
    ("successor", "\"../contact.md\""),
    ("review", "2027-01-01"),
    ("owner", "\"redactie\""),
    ("brief", "[\"Eerst dit.\", \"Dan dat.\"]"),
    (
        "downloads",
        "[{ title = \"Schip\", file = \"../../static/beeld/schip.svg\" }]",
    ),
    (
        "contacts",
        "[{ name = \"Balie\", phone = \"0123 45 67 89\", email = \"balie@voorbeeld.example\" }]",
    ),
];

/// Values as careless editors write them; without one the line is left out.
const VALUES: &[Option<&str>] = &[
    None,
    Some(""),
    Some("\"\""),
    Some("\"  \""),
    Some("5"),
    Some("-1"),
    Some("nan"),
    Some("true"),
    Some("ja"),
    Some("woord"),
    Some("\"woord\""),
    Some("“woord”"),
    Some("\"zonder einde"),
    Some("\"een \"tweede\" tekst\""),
    Some("[]"),
    Some("[5]"),
    Some("[\"\"]"),
    Some("[\"een\""),
    Some("{}"),
    Some("{ onzin = 1 }"),
    Some("[{}]"),
    Some("[{ title = \"\", name = \"\", address = \"\", file = \"\" }]"),
    Some("2026-02-30"),
    Some("9999-01-01"),
    Some("0001-01-01"),
    Some("09:00:00"),
    Some("1 mei 2026"),
    Some("\"2026-05-01\""),
    Some("2026-05-01T23:59:59"),
    Some("1e400"),
    Some("12.500,5"),
];

/// Pieces of a page that say that something was to stand there.
const EMPTY: &[&str] = &[
    "<p></p>",
    "<p class=\"lead\"></p>",
    "<dd></dd>",
    "<dt></dt>",
    "<dl>\n</dl>",
    "<dl class=\"facts\">\n</dl>",
    "<li></li>",
    "<ul>\n</ul>",
    "<h1></h1>",
    "<span></span>",
    "content=\"\"",
    "href=\"\"",
    "\"></a>",
    "<summary></summary>",
    "\"description\":\"\"",
    "null",
];

/// A file with a fault in one key, by its path.
type Faulty = BTreeMap<String, (String, &'static str)>;

fn faulty_pages() -> Faulty {
    let mut pages = Faulty::new();
    for (folder, start, own) in KINDS {
        let title = ("title", "\"Proef NAAM\"");
        let keys: Vec<(&str, &str)> = [title].iter().chain(SHARED).chain(*own).copied().collect();
        // What is the same for all kinds is tried in one.
        let is_tried = |key: &str| {
            own.is_empty()
                || ["title", "summary"].contains(&key)
                || own.iter().any(|own| own.0 == key)
        };
        for (key, _) in keys.iter().filter(|(key, _)| is_tried(key)) {
            for (number, fault) in VALUES.iter().enumerate() {
                let name = format!("{key}-{number}-{folder}");
                let lines = keys.iter().filter_map(|(other, value)| {
                    let value = if other == key { (*fault)? } else { value };
                    Some(format!("{other} = {value}\n"))
                });
                let text = format!("+++\n{}+++\nTekst van NAAM.\n", String::from_iter(lines));
                let file = format!("{folder}/{start}{name}.md");
                pages.insert(file, (text.replace("NAAM", &name), key));
            }
        }
    }
    pages
}

#[test]
fn a_fault_in_any_key_takes_away_that_key_alone() {
    let site = TestSite::new();
    let pages = faulty_pages();
    for (file, (text, _)) in &pages {
        site.write(file, text);
    }
    let compiled = compiled(&site.path(""), NOW.parse().expect("a moment"), None);
    let answers = answers(&compiled.snapshot);
    let problems = compiled.report.problems().iter();
    let errors = problems.filter(|problem| problem.severity == Severity::Error);
    let with_errors: BTreeSet<&str> = errors.map(|problem| &*problem.place.file).collect();
    let mut hidden = 0;
    let mut wrong = Vec::new();
    for (file, (text, key)) in &pages {
        let line = text.lines().find(|line| line.starts_with(*key));
        let mut say = |what: &str| wrong.push(format!("{file}: {what}: {line:?}"));
        let entry = compiled.entries.iter().find(|entry| *entry.file == **file);
        let page = answers.get(entry.expect("every file has an address").route.as_str());
        let state = entry.and_then(|entry| entry.state);
        match compiled.report.hidden_page(file) {
            Some(_) => {
                hidden += 1;
                if page.is_some() || !with_errors.contains(&**file) {
                    say("is shown, or nobody hears of it");
                }
                if !["title", "draft", "publish"].contains(key) {
                    say("is hidden");
                }
            }
            None if state == Some(PublishState::Live) => {
                let page = page.map_or("", String::as_str);
                if !page.contains("<p>Tekst van ") {
                    say("is not shown");
                }
                for piece in EMPTY.iter().filter(|piece| page.contains(**piece)) {
                    say(piece);
                }
            }
            None if ["draft", "expires"].contains(key) => {}
            None => say("is not to be seen"),
        }
    }
    for output in [
        "/nieuws/feed.xml",
        "/sitemap.xml",
        "/gemeenten/",
        "/vragen/",
        "/begrippen/",
    ] {
        for piece in EMPTY
            .iter()
            .filter(|piece| answers[output].contains(**piece))
        {
            wrong.push(format!("{output}: {piece}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(
        hidden > 100,
        "{hidden} pages have no title, or may be early"
    );
}

const PAGE: &str = "los.md";

fn page(lines: &str, text: &str) -> String {
    format!(
        "+++\n{lines}summary = \"Een pagina om mee te proeven.\"\nowner = \"redactie\"\n+++\n{text}\n"
    )
}

const TITLE: &str = "title = \"Los\"\n";

#[test]
fn what_can_be_left_out_is_left_out_alike_whatever_stood_there_before() {
    let conflict = "Voor.\n<<<<<<< HEAD\nDe brug is open.\n||||||| 1234567\nDe brug.\n=======\nDe brug \
                    gaat open.\n>>>>>>> redactie\nNa.";
    for (lines, text, shown, left_out) in [
        (TITLE, conflict, "De brug is open.", "HEAD"),
        (TITLE, conflict, "Voor.", "gaat open"),
        (TITLE, conflict, "Na.", "<<<<"),
        (
            TITLE,
            "Een <b>vet</b> woord en [een knop](javascript:alert).",
            "een knop",
            "javascript:",
        ),
        (TITLE, "Zie [niets](niets.md).", "Zie niets.", "niets.md"),
        (
            "title = \"Los\"\nbrief = [\"Dit blijft.\", 5]\n",
            "Tekst.",
            "<li>Dit blijft.</li>",
            "<li>5",
        ),
        (
            "title = \"Los\"\norder = 3\nonzin = 1\nzomaar een regel\n",
            "Tekst.",
            "Tekst.",
            "onzin",
        ),
        (
            "<<<<<<< HEAD\ntitle = \"Los\"\n=======\ntitle = \"Vast\"\n>>>>>>> redactie\n",
            "Tekst.",
            "<h1>Los</h1>",
            "Vast",
        ),
        (
            "title = \"Los\u{1} en vast\"\n",
            "Te\u{b}kst.",
            "<h1>Los  en vast</h1>",
            "\u{1}",
        ),
    ] {
        let site = TestSite::new();
        let now = NOW.parse().expect("a moment");
        site.write(PAGE, page(TITLE, "Eerst."));
        let before = compiled(&site.path(""), now, None);
        site.write(PAGE, page(lines, text));
        let warm = compiled(&site.path(""), now, Some(&before));
        let cold = compiled(&site.path(""), now, None);
        assert!(
            warm.report.has_errors() && warm.report.hidden.is_empty(),
            "{lines}{text}"
        );
        assert_eq!(warm.report, cold.report, "{lines}{text}");
        let warm = answers(&warm.snapshot);
        assert!(warm == answers(&cold.snapshot), "{lines}{text}");
        let shown = shown.replace("  ", " ");
        let page = warm["/los/"].replace("  ", " ");
        assert!(page.contains(&shown), "{shown} is in {page}");
        assert!(!page.contains(left_out), "{left_out} is not in {page}");
    }
}

#[test]
fn a_page_that_cannot_be_shown_keeps_its_last_version_until_a_restart_and_every_report_says_so() {
    let site = TestSite::new();
    let now = NOW.parse().expect("a moment");
    site.write(PAGE, page(TITLE, "Eerst."));
    let before = compiled(&site.path(""), now, None);
    site.write(PAGE, page("title = 5\n", "Daarna. Zie [niets](niets.md)."));
    let warm = compiled(&site.path(""), now, Some(&before));
    let cold = compiled(&site.path(""), now, None);
    assert!(answers(&warm.snapshot)["/los/"].contains("Eerst."));
    assert_eq!(answers(&cold.snapshot).get("/los/"), None);
    for (compiled, seen, words, value) in [
        (
            &warm,
            Seen::OldVersion,
            "bezoekers zien de vorige versie, tot de server opnieuw start",
            "old-version",
        ),
        (
            &cold,
            Seen::Nothing,
            "bezoekers zien deze pagina niet",
            "nothing",
        ),
    ] {
        let report = &compiled.report;
        assert_eq!(report.hidden_page(PAGE).map(|page| page.seen), Some(seen));
        let write = |format| report::write(report, Path::new("content"), format, Extent::Capped);
        let text = write(ReportFormat::Text);
        let first = format!("content/los.md: {words}: regel 2, de waarde `5` past hier niet\n");
        assert!(text.starts_with(&first), "{text}");
        assert_eq!(text.matches(&format!("\n  {words}\n")).count(), 2, "{text}");
        assert!(
            text.ends_with("; 1 pagina kan niet worden getoond\n"),
            "{text}"
        );
        let github = write(ReportFormat::Github);
        assert!(
            github.starts_with("::error file=content/los.md"),
            "{github}"
        );
        assert_eq!(
            github.matches(&format!("%0A{words}\n")).count(),
            2,
            "{github}"
        );
        let json: serde_json::Value =
            serde_json::from_str(&write(ReportFormat::Json)).expect("the report is JSON");
        assert_eq!(json["hidden"][0]["file"], "content/los.md");
        assert_eq!(json["hidden"][0]["visitors-see"], value);
        assert_eq!(json["problems"][0]["visitors-see"], value);
        let sarif: serde_json::Value =
            serde_json::from_str(&write(ReportFormat::Sarif)).expect("the report is JSON");
        let result = &sarif["runs"][0]["results"][0];
        assert_eq!(result["properties"]["visitors-see"], value);
    }
}

#[test]
fn what_its_editor_made_a_draft_does_not_stay_whatever_else_is_wrong() {
    for lines in [
        "title = \"Los\"\ndraft = ja\n",
        "title = \"Los\"\ndraft = \"nee\"\n",
        "title = \"Los\"\npublish = 2027-02-30\n",
        "title = \"Los\"\npublsh = 2027-02-03\n",
        "title = 5\ndraft = true\n",
    ] {
        let site = TestSite::new();
        let now = NOW.parse().expect("a moment");
        site.write(PAGE, page(TITLE, "Eerst."));
        let before = compiled(&site.path(""), now, None);
        site.write(PAGE, page(lines, "Daarna."));
        let warm = compiled(&site.path(""), now, Some(&before));
        assert_eq!(answers(&warm.snapshot).get("/los/"), None, "{lines}");
        assert!(warm.report.hidden_page(PAGE).is_some(), "{lines}");
    }
}

#[test]
fn nothing_leads_to_a_page_that_cannot_be_shown() {
    let whole = TestSite::new();
    let now = NOW.parse().expect("a moment");
    let all = compiled(&whole.path(""), now, None);
    for entry in &all.entries {
        let (file, route) = (&*entry.file, entry.route.as_str());
        let site = TestSite::new();
        site.write(file, site.read(file).replacen("title", "titel", 1));
        let compiled = compiled(&site.path(""), now, None);
        let hidden = compiled.report.hidden.iter().map(|page| &*page.file);
        assert_eq!(hidden.collect::<Vec<_>>(), [file]);
        let status = Status::new(&compiled, None, now, None, None, None);
        assert_eq!(status.hidden.len(), 1, "{file}");
        let answers = answers(&compiled.snapshot);
        assert_eq!(answers.get(route), None, "{file}");
        // The frame of every page leads to the page where its language begins.
        if ["/", "/de/", "/en/"].contains(&route) {
            continue;
        }
        for (at, answer) in &answers {
            let places = [format!("\"{route}\""), format!("example{route}<")];
            let place = places.iter().find_map(|place| answer.find(place));
            let around =
                place.map(|at| &answer[answer.floor_char_boundary(at.saturating_sub(80))..at]);
            assert_eq!(around, None, "{at} leads to {file}");
        }
    }
}

/// A kind of which the program fails at every page.
static BREAKING: KindSpec = KindSpec {
    name: "news",
    read: |_| -> Facts { panic!("on purpose") },
    ..KindSpec::PLAIN
};

static PLAIN: KindSpec = KindSpec {
    name: "pages",
    presence: Presence::Fallback,
    ..KindSpec::PLAIN
};

static WITH_BREAKING: [&KindSpec; 2] = [&PLAIN, &BREAKING];
static WITHOUT: [&KindSpec; 1] = [&PLAIN];

#[test]
fn a_file_at_which_the_program_fails_is_named_and_hurts_no_other() {
    let site = TestSite::new();
    let load = |kinds, previous| {
        content::load(
            &folders(&site.path("")),
            kinds,
            SourceRetention::Drop,
            previous,
        )
        .expect("the settings can be read")
    };
    let content = load(KindTable(&WITH_BREAKING), None);
    for file in &content.files {
        // The page of the list has no keys of the kind.
        let fails = file.path.starts_with("nieuws/2");
        assert_eq!(file.page.is_none(), fails, "{}", file.path);
        let hidden_by = file.hidden_by.as_ref();
        let cause = hidden_by.map(|problem| problem.in_language("nl"));
        if fails {
            let cause = cause.unwrap_or_default();
            assert!(cause.contains("B110 programmafout"), "{cause}");
            assert_eq!(file.problems.len(), 1, "{}", file.path);
        }
    }
    let mut failed = content.files.iter().filter(|file| file.page.is_none());
    let failed = failed.next().expect("there is news");
    // What went wrong once is tried again, since the program may be another by then.
    let again = load(KindTable(&WITHOUT), Some(&content));
    let news = again.file(&failed.path).expect("the file is there");
    assert!(news.page.is_some());
}

/// News at which the program fails: as it puts the site together, at the pages, at their
/// entries in lists, and at their facts in the search.
static BREAKING_IN_SITE: KindSpec = KindSpec {
    happening: |_| panic!("on purpose"),
    ..NEWS
};
static BREAKING_ON_PAGE: KindSpec = KindSpec {
    official: |_| panic!("on purpose"),
    ..NEWS
};
static BREAKING_IN_LISTS: KindSpec = KindSpec {
    note: |_, _| panic!("on purpose"),
    ..NEWS
};
static BREAKING_IN_SEARCH: KindSpec = KindSpec {
    search: SearchSpec {
        facts: |_, _, _| panic!("on purpose"),
        ..NEWS.search
    },
    ..NEWS
};
const NEWS: KindSpec = KindSpec {
    name: "news",
    file_name: FileName::DateSlug,
    order: Order::NewestFirst,
    ..KindSpec::PLAIN
};

static BREAKING_AT_RULE: KindSpec = KindSpec {
    emblem: |_| panic!("on purpose"),
    ..NEWS
};

/// The kinds of the program, but for this one of news.
macro_rules! kinds_with {
    ($news:ident) => {{
        static KINDS: [&KindSpec; 7] = [
            &page::SPEC,
            &$news,
            &event::SPEC,
            &theme::SPEC,
            &municipality::SPEC,
            &term::SPEC,
            &question::SPEC,
        ];
        KindTable(&KINDS)
    }};
}

#[test]
fn a_page_at_which_the_program_fails_stays_as_it_was_or_is_left_out_and_hurts_no_other() {
    let now = NOW.parse().expect("a moment");
    for kinds in [
        kinds_with!(BREAKING_IN_SITE),
        kinds_with!(BREAKING_ON_PAGE),
        kinds_with!(BREAKING_IN_LISTS),
        kinds_with!(BREAKING_IN_SEARCH),
    ] {
        let site = TestSite::new();
        let compile = |kinds, cache: &CompileCache| {
            let options = Options {
                kinds,
                ..Drafts::Hide.into()
            };
            compile(&folders(&site.path("")), now, options, cache).expect("there is a site")
        };
        let failed = |compiled: &Compiled| -> BTreeMap<String, Seen> {
            let causes = compiled.report.hidden.iter();
            let failed = causes.filter(|page| page.cause.rule == Rule::ProgramFault);
            failed
                .map(|page| (page.file.to_string(), page.seen))
                .collect()
        };
        let before = compile(noaber::kinds::KINDS, &CompileCache::default());
        let news = before
            .entries
            .iter()
            .filter(|entry| entry.file.starts_with("nieuws/2"));
        let news: Vec<_> = news
            .filter(|entry| entry.state == Some(PublishState::Live))
            .collect();
        let (file, route) = (&*news[0].file, news[0].route.as_str());
        site.write(file, site.read(file) + "\nMet een nieuw woord.\n");

        // The others were read by the program as it was.
        let warm = compile(kinds, &before.cache);
        assert_eq!(failed(&warm), [(file.to_owned(), Seen::OldVersion)].into());
        let (shown, earlier) = (answers(&warm.snapshot), answers(&before.snapshot));
        for entry in &before.entries {
            let route = entry.route.as_str();
            assert_eq!(
                shown.contains_key(route),
                earlier.contains_key(route),
                "{route}"
            );
        }
        let main = |answer: &str| answer.split("<main").nth(1).map(str::to_owned);
        let as_before = main(&earlier[route]);
        assert!(as_before.is_some() && main(&shown[route]) == as_before);
        let again = compile(kinds, &warm.cache);
        assert!(main(&answers(&again.snapshot)[route]) == as_before);
        for report in [&again.report, &again.check(now)] {
            let problem = report
                .problems()
                .iter()
                .find(|problem| problem.rule == Rule::ProgramFault);
            assert_eq!(problem.map(|problem| &*problem.place.file), Some(file));
        }
        let status = Status::new(&again, None, now, None, None, None).data();
        assert!(status.contains(&format!("{file}: ")), "{status}");

        let cold = compile(kinds, &CompileCache::default());
        // The page of the list is one of the kind too, but has no entry in lists.
        let mut left_out = failed(&cold);
        left_out.remove("nieuws/index.md");
        let of_news = news
            .iter()
            .map(|entry| (entry.file.to_string(), Seen::Nothing));
        assert_eq!(left_out, of_news.collect());
        let cold = answers(&cold.snapshot);
        for entry in &before.entries {
            let is_there = cold.contains_key(entry.route.as_str());
            let is_news = entry.file.starts_with("nieuws/");
            assert!(
                is_news || is_there == earlier.contains_key(entry.route.as_str()),
                "{}",
                entry.file
            );
        }
        for entry in &news {
            let link = format!("\"{}\"", entry.route);
            assert!(
                cold.values().all(|answer| !answer.contains(&link)),
                "{link}"
            );
        }
    }
}

#[test]
fn a_check_names_each_page_at_which_the_program_fails_and_goes_on_with_the_others() {
    let now = NOW.parse().expect("a moment");
    let site = TestSite::new();
    site.write(PAGE, page(TITLE, "Zie [niets](niets.md)."));
    let report = |kinds| {
        let options = Options {
            kinds,
            checks: Checks::All { dictionary: None },
            ..Drafts::Hide.into()
        };
        check(&folders(&site.path("")), now, options).expect("there is a site")
    };
    let found = |report: &Report, rule| -> Vec<String> {
        let problems = report.problems().iter();
        let found = problems.filter(|problem| problem.rule == rule);
        found
            .map(|problem| problem.place.file.to_string())
            .collect()
    };
    for kinds in [kinds_with!(BREAKING_IN_SITE), kinds_with!(BREAKING_AT_RULE)] {
        let report = report(kinds);
        let files = report
            .files
            .iter()
            .filter(|file| file.starts_with("nieuws/"));
        let news: Vec<&str> = files.map(|file| &**file).collect();
        assert_eq!(found(&report, Rule::ProgramFault), news);
        assert!(found(&report, Rule::BrokenLink).contains(&PAGE.to_owned()));
    }
}
