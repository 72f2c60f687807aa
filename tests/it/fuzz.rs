//! Every reader of what others write, on inputs that are nearly right. The seeds are the documents
//! of the other tests. `tests/fuzz` runs the same for as many inputs as it is told.

use std::fs::OpenOptions;
use std::io::Write;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::time::{Duration, Instant};

use http::Request;
use noaber::content::document::Target;
use noaber::content::{alerts, answers, map, parse, redirects, synonyms};
use noaber::kinds::KINDS;
use noaber::outputs::dimensions::dimensions;
use noaber::outputs::photo::PhotoTraces;
use noaber::problem::Report;
use noaber::rule::Rule;
use noaber::server::dispatch::{Deferred, Dispatch};
use noaber::server::request::RequestHead;
use noaber::server::respond;
use noaber::site::Drafts;
use noaber::site::rules::Checks;
use noaber::snapshot::Answer;
use noaber::snapshot::dynamic::ResponseFormat;
use noaber::snapshot::encoding::{Coding, negotiate};
use noaber::source::Source;
use noaber::{Compiled, Options, check, config};

use crate::support::mutation::mutated;
use crate::support::rng::SeededRng;
use crate::support::{NOW, TestSite, compiled, folders, project};

/// The number of inputs for each target in the quick run.
const INPUTS: usize = 1_500;

/// The longest that one input may take, on a machine that is busy.
const LONGEST: Duration = Duration::from_secs(10);

fn setting(name: &str, usual: usize) -> usize {
    let value = std::env::var(name).ok();
    value.map_or(usual, |value| value.parse().expect("a number"))
}

/// Checks a target with mutations of these seeds, and adds it to the table of what was tried.
#[track_caller]
fn fuzz(target: &str, seeds: &[Vec<u8>], mut check: impl FnMut(&[u8])) {
    assert!(!seeds.is_empty(), "there are seeds");
    let inputs = setting("NOABER_FUZZ_INPUTS", INPUTS);
    let mut random = SeededRng(setting("NOABER_FUZZ_SEED", 25) as u64);
    let (start, mut longest) = (Instant::now(), Duration::ZERO);
    for number in 0..inputs {
        let input = mutated(&mut random, seeds);
        let begun = Instant::now();
        let outcome = catch_unwind(AssertUnwindSafe(|| check(&input)));
        let took = begun.elapsed();
        assert!(
            outcome.is_ok() && took < LONGEST,
            "input {number}, in {took:?}: b\"{}\"",
            input.escape_ascii()
        );
        longest = longest.max(took);
    }
    if let Ok(table) = std::env::var("NOABER_FUZZ_TABLE") {
        let took = start.elapsed().as_secs();
        let line = format!("| {target} | {inputs} | {took} s | {longest:.1?} |\n");
        let table = OpenOptions::new().append(true).create(true).open(table);
        let written = table.and_then(|mut table| table.write_all(line.as_bytes()));
        written.expect("the table can be written");
    }
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

/// The files with this ending in a folder of the tests.
fn files(folder: &str, ending: &str) -> Vec<Vec<u8>> {
    let mut found = Vec::new();
    let mut waiting = vec![project().join("tests").join(folder)];
    while let Some(path) = waiting.pop() {
        if path.is_dir() {
            let entries = std::fs::read_dir(&path).expect("the folder can be read");
            waiting.extend(entries.map(|entry| entry.expect("an entry").path()));
            waiting.sort();
        } else if path.to_string_lossy().ends_with(ending) {
            found.push(std::fs::read(&path).expect("the file can be read"));
        }
    }
    found
}

/// The files with this name in the documents of mistakes.
fn files_in_mistakes(ending: &str) -> Vec<Vec<u8>> {
    let documents = files("mistakes", ".md");
    let of_document = |document: Vec<u8>| -> Vec<Vec<u8>> {
        let document = text(&document);
        let parts = document.split("=== ").skip(1);
        let parts = parts.filter_map(|part| part.split_once('\n'));
        parts
            .filter(|(path, _)| path.ends_with(ending))
            .map(|(_, file)| file.as_bytes().to_vec())
            .collect()
    };
    documents.into_iter().flat_map(of_document).collect()
}

fn small_site() -> Compiled {
    let content = project().join("tests/pages/content");
    compiled(&content, NOW.parse().expect("a moment"), None)
}

/// Markup in which nothing of the text is markup: every `<` begins an element that the writer of
/// pages makes.
fn assert_is_safe(markup: &str) {
    for tag in markup.split('<').skip(1) {
        let inside = tag.split('>').next().unwrap_or_default();
        let name = inside.trim_start_matches('/').to_ascii_lowercase();
        let name: String = name
            .chars()
            .take_while(|c| c.is_ascii_alphanumeric())
            .collect();
        assert!(!name.is_empty(), "an open `<`: {tag:?}");
        let is_bad = [
            "script", "iframe", "object", "embed", "style", "link", "meta", "base",
        ];
        assert!(!is_bad.contains(&&*name), "{tag:?}");
        assert!(
            !inside.to_ascii_lowercase().contains("javascript:"),
            "{tag:?}"
        );
        // A value stands between quotes, so what is outside of them is names.
        let names = inside.split('"').step_by(2);
        let handlers = names.flat_map(str::split_whitespace);
        assert!(
            handlers
                .into_iter()
                .all(|name| !name.to_ascii_lowercase().starts_with("on")),
            "{tag:?}"
        );
    }
}

#[test]
fn any_page_can_be_read_and_its_markup_is_safe() {
    let site = small_site();
    let seeds = [
        files("pages/content", ".md"),
        files("texts", ".md"),
        files_in_mistakes(".md"),
    ];
    fuzz(
        "front matter, and Markdown to HTML",
        &seeds.concat(),
        |bytes| {
            let source = Source::new("nieuws/2026-05-01-bericht.md", &text(bytes));
            let mut report = Report::default();
            let page = parse(&source, site.config(), &mut report).page;
            assert_is_safe(&page.body.markup);
            for link in &page.body.links {
                if let Target::Elsewhere(address) = &link.target {
                    let known = ["https:", "http:", "mailto:", "tel:"];
                    let address = address.to_ascii_lowercase();
                    assert!(
                        known.iter().any(|start| address.starts_with(start)),
                        "{address}"
                    );
                }
            }
            for problem in report.problems() {
                assert!(problem.place.line <= source.text.lines().count() + 1);
            }
        },
    );
}

#[test]
fn any_settings_and_tables_can_be_read() {
    let site = small_site();
    let seeds = [files("pages/content", ".toml"), files_in_mistakes(".toml")];
    fuzz(
        "`site.toml` and the other tables",
        &seeds.concat(),
        |bytes| {
            let source = Source::new("site.toml", &text(bytes));
            let mut report = Report::default();
            config::read(&source, KINDS, ["fr"].into_iter(), &mut report);
            alerts::read(&source, site.config(), &mut report);
            redirects::read(&source, &mut report);
            synonyms::read(&source, &mut report);
            answers::read(&source, "nl", &mut report);
        },
    );
}

#[test]
fn any_map_can_be_read() {
    let seeds = [
        files("pages/content", ".geojson"),
        files_in_mistakes(".geojson"),
    ];
    fuzz("GeoJSON", &seeds.concat(), |bytes| {
        map::read(
            &Source::new(map::FILE, &text(bytes)),
            &mut Report::default(),
        );
    });
}

#[test]
fn any_picture_can_be_measured() {
    let jpeg = b"\xff\xd8\xff\xe1\0\x22Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0\
                 \xff\xc0\0\x0b\x08\0\x1e\0\x28\x01\x01\x11\0\xff\xd9";
    let place = b"\xff\xd8\xff\xe1\0\x36Exif\0\0MM\0*\0\0\0\x08\0\x01\x88\x25\0\x04\0\0\0\x01\0\0\0\x1a\0\0\0\0\0\x01\
                  \0\x01\0\x02\0\0\0\x02N\0\0\0\0\0\0\0\xff\xd9";
    let mut seeds = files("pages/static", ".svg");
    seeds.extend([jpeg.to_vec(), place.to_vec()]);
    for name in ["home.png", "../static/favicon.ico"] {
        let mut file =
            std::fs::read(Path::new(project()).join("tests").join(name)).unwrap_or_default();
        file.truncate(4_000);
        seeds.push(file);
    }
    fuzz("pictures and their EXIF", &seeds, |bytes| {
        for (key, media_type) in [("a.jpg", "image/jpeg"), ("a.svg", "image/svg+xml")] {
            dimensions(key, bytes);
            let _ = PhotoTraces::of(media_type, bytes);
        }
    });
}

/// Requests as they are sent; the parser of HTTP itself is not ours.
const REQUESTS: &[&str] = &[
    "GET /\nhost: a\naccept-encoding: br;q=0.5, gzip;q=1, *;q=0\n",
    "GET /zoeken/?q=dijk+en+dam&soort=nieuws&jaar=2026&pagina=2\nhost: a:80\naccept: application/json\n",
    "HEAD /nieuws/\nhost: [::1]:80\nif-none-match: \"x\", W/\"y\"\nif-match: *\n",
    "GET /static/beeld/schip.svg\nhost: a\nrange: bytes=0-1\nif-range: \"x\"\n",
    "GET /%2e%2e/%2e%2e/etc/passwd\nhost: a\nx-forwarded-for: 1.2.3.4, [::1]:5\nx-forwarded-proto: https, http\n",
    "OPTIONS *\nhost: a\ntransfer-encoding: chunked\n",
    "GET /Nieuws//INDEX.html?x=%20\nhost: a\naccept: text/markdown;q=0.9, text/html;q=0.8\n",
    "GET /bestaat/niet/\nhost: a\naccept-encoding: identity;q=0\n",
];

#[test]
fn any_request_has_a_response() {
    let site = small_site();
    let snapshot = &site.snapshot;
    let seeds: Vec<Vec<u8>> = REQUESTS
        .iter()
        .map(|seed| seed.as_bytes().to_vec())
        .collect();
    fuzz("request to response", &seeds, |bytes| {
        let mut lines = bytes.split(|byte| *byte == b'\n');
        let line = text(lines.next().unwrap_or_default());
        let (method, target) = line.split_once(' ').unwrap_or_default();
        let mut request = Request::builder().method(method).uri(target);
        for header in lines.filter(|line| !line.is_empty()) {
            let at = header
                .iter()
                .position(|byte| *byte == b':')
                .unwrap_or_default();
            let value = header[at..].strip_prefix(b":").unwrap_or_default();
            request = request.header(&header[..at], value.trim_ascii());
        }
        let Ok(request) = request.body(()) else {
            return;
        };
        let parts = request.into_parts().0;
        let head = RequestHead::from(&parts);
        let response = match respond::respond(snapshot, &head, |_| None) {
            Dispatch::Ready(response) => response,
            Dispatch::Deferred(Deferred::Dynamic(query) | Deferred::NotFound(query)) => {
                let made = query.handler.respond(&query.text, query.format);
                let page = text(&made.stored.body());
                assert!(!page.contains("<script>"), "{page}");
                respond::dynamic_response(snapshot, &made, head.variant)
            }
            Dispatch::Deferred(_) => return,
        };
        let status = response.status().as_u16();
        assert!(status < 500 || status == 501, "{status}");
        assert!(response.headers().contains_key("content-security-policy"));
    });
}

#[test]
fn any_list_of_codings_has_one_that_it_names() {
    let seeds = [
        "br;q=0.5, gzip;q=1.0, *;q=0",
        "identity;q=0, br",
        "GZIP , deflate;q=0.001,*",
    ];
    fuzz(
        "`Accept-Encoding`",
        &seeds.map(|seed| seed.as_bytes().to_vec()),
        |bytes| {
            let coding = negotiate([bytes].into_iter());
            let named = text(bytes).to_ascii_lowercase();
            let is_named = coding.token().is_none_or(|token| named.contains(token));
            assert!(is_named || named.contains('*'), "{:?}", coding.token());
            assert!(matches!(coding, Coding::Identity) || coding.token().is_some());
        },
    );
}

#[test]
fn any_range_is_a_part_of_its_file() {
    let files = TestSite::new();
    let film = files.folder().join("static/film.mp4");
    let size = 200_000;
    std::fs::write(film, vec![7; size as usize]).expect("a file can be written");
    let site = compiled(&files.path(""), NOW.parse().expect("a moment"), None);
    let seeds = ["bytes=0-1", "bytes=-5", "bytes=3-", "bytes=0-0,5-6"];
    fuzz(
        "`Range`",
        &seeds.map(|seed| seed.as_bytes().to_vec()),
        |bytes| {
            let request = Request::get("/static/film.mp4")
                .header("host", "a")
                .header("range", bytes);
            let Ok(request) = request.body(()) else {
                return;
            };
            let parts = request.into_parts().0;
            let head = RequestHead::from(&parts);
            match respond::respond(&site.snapshot, &head, |_| None) {
                Dispatch::Deferred(Deferred::File(file)) => {
                    let is_whole = file.start == 0 && file.length == size;
                    let is_part = file.head.status() == 206;
                    assert!(is_part || is_whole, "{} {}", file.start, file.length);
                    assert!(file.start + file.length <= size && file.length > 0);
                }
                Dispatch::Ready(response) => assert_eq!(response.status(), 416),
                Dispatch::Deferred(_) => panic!("a file has no query"),
            }
        },
    );
}

#[test]
fn any_question_has_an_answer_without_its_markup() {
    let site = small_site();
    let Some(Answer::Dynamic(handler)) = site.snapshot.get("/zoeken/") else {
        panic!("the search is there")
    };
    let seeds = [
        "q=hoe+wordt+de+dijk+hoger%3F&soort=nieuws&jaar=2026&pagina=2&letterlijk=1",
        "q=%22hoog+water%22&thema=water&gemeente=oever",
        "q=brug",
        "q=veerbootverbinding+oevr",
    ];
    fuzz(
        "questions for the search",
        &seeds.map(|seed| seed.as_bytes().to_vec()),
        |bytes| {
            let question: String = form_urlencoded::byte_serialize(bytes).collect();
            for query in [text(bytes), format!("q={question}")] {
                let page = handler.respond(&query, ResponseFormat::Html).stored;
                let page = text(&page.body());
                let is_safe = !page.contains("<script>") && !page.contains("<b onclick");
                assert!(is_safe, "{page}");
                let data = handler.respond(&query, ResponseFormat::Json).stored;
                serde_json::from_slice::<serde_json::Value>(&data.body()).expect("it is JSON");
            }
        },
    );
}

/// Pieces of Markdown that stand for something else than text.
const NO_TEXT: &[&str] = &[
    "<", "](", "]:", "[^", "{", "```", "~~~", "&", "http", "+++", "\\", "![", "|", "@",
];

#[test]
fn any_word_of_a_page_without_problems_is_on_it() {
    let site = small_site();
    let seeds = [files("pages/content", ".md"), files("texts", ".md")];
    fuzz("no word of a page is lost", &seeds.concat(), |bytes| {
        let file = text(bytes);
        let source = Source::new("nieuws/2026-05-01-bericht.md", &file);
        let mut report = Report::default();
        let page = parse(&source, site.config(), &mut report).page;
        let body = file.splitn(3, "+++").nth(2).unwrap_or_default();
        if !report.problems().is_empty() || NO_TEXT.iter().any(|mark| body.contains(mark)) {
            return;
        }
        let shown = format!("{:?}", page.body);
        for word in body.split(|c: char| !c.is_ascii_alphabetic()) {
            assert!(shown.contains(word), "{word} is in {shown}");
        }
    });
}

/// The pages that are checked together.
const TOGETHER: usize = 100;

#[test]
fn any_page_can_be_judged_by_every_rule() {
    let site = TestSite::new();
    let seeds = [
        files("pages/content", ".md"),
        files("texts", ".md"),
        files_in_mistakes(".md"),
    ];
    let options = Options {
        checks: Checks::All { dictionary: None },
        ..Drafts::Show.into()
    };
    let now = NOW.parse().expect("a moment");
    let mut written = 0;
    fuzz("the rules of `check`", &seeds.concat(), |bytes| {
        site.write(&format!("los-{written}.md"), bytes);
        written = (written + 1) % TOGETHER;
        if written > 0 {
            return;
        }
        let report = check(&folders(&site.path("")), now, options).expect("there is a site");
        let mut problems = report.problems().iter();
        if let Some(fault) = problems.find(|problem| problem.rule == Rule::ProgramFault) {
            let file = &fault.place.file;
            let input = std::fs::read(site.path(file)).unwrap_or_default();
            panic!("{file}: {}", input.escape_ascii());
        }
    });
}
