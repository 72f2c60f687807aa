//! What each stage costs by itself, in time and in allocations, on the content of the site: `cargo bench`.

use std::path::PathBuf;
use std::sync::Arc;

use divan::counter::{BytesCount, ItemsCount};
use divan::{AllocProfiler, Bencher};
use http::request::Parts;
use noaber::content::{self, Folders, SourceRetention};
use noaber::date::Timestamp;
use noaber::outputs::{self, assets::Assets};
use noaber::problem::Report;
use noaber::search::lazy::LazyIndex;
use noaber::server::asked::Asked;
use noaber::server::respond::{from_snapshot, respond};
use noaber::site::rules::Checks;
use noaber::site::{Drafts, Site};
use noaber::snapshot::dynamic::ResponseFormat;
use noaber::snapshot::encoding::{Coding, Effort, compress};
use noaber::source::Source;
use noaber::{Compiled, Options, check, compile};

/// Counts the allocations of each measurement.
#[global_allocator]
static ALLOCATIONS: AllocProfiler = AllocProfiler::system();

fn main() {
    divan::main();
}

fn folders() -> Folders {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    Folders {
        content: root.join("content"),
        assets: root.join("static"),
    }
}

fn now() -> Timestamp {
    "2026-11-23T12:00:00Z".parse().expect("a moment")
}

fn compiled(previous: Option<&Compiled>) -> Compiled {
    compile(&folders(), now(), Drafts::Hide, previous).expect("the content makes a site")
}

fn page() -> Source {
    let name = "nieuws/2022-03-02-een-nieuw-tijdperk-van-samenwerken.md";
    Source::new(
        name,
        &std::fs::read_to_string(folders().content.join(name)).expect("the page is there"),
    )
}

fn request(coding: &str) -> Parts {
    let request = http::Request::get("/nieuws/")
        .header("host", "site.example")
        .header("accept-encoding", coding);
    request
        .header("user-agent", "a browser")
        .header("accept", "text/html")
        .body(())
        .expect("a request")
        .into_parts()
        .0
}

#[divan::bench]
fn parse_one_page(bencher: Bencher) {
    let config = content::load(&folders(), SourceRetention::Drop, None)
        .expect("the content is there")
        .config;
    let page = page();
    bencher
        .counter(BytesCount::of_str(&page.text))
        .bench(|| content::parse(&page, &config, &mut Report::default()));
}

#[divan::bench]
fn read_and_parse_all(bencher: Bencher) {
    bencher.bench(|| {
        content::load(&folders(), SourceRetention::Drop, None).expect("the content is there")
    });
}

#[divan::bench]
fn check_all(bencher: Bencher) {
    let content =
        content::load(&folders(), SourceRetention::Drop, None).expect("the content is there");
    bencher.bench(|| {
        Site::check(&content, now(), Drafts::Hide, &mut Report::default())
            .pages
            .len()
    });
}

#[divan::bench]
fn check_everything(bencher: Bencher) {
    let options = Options {
        drafts: Drafts::Hide,
        checks: Checks::All { dictionary: None },
        progress: None,
    };
    bencher.bench(|| check(&folders(), now(), options).expect("the content makes a site"));
}

#[divan::bench]
fn render_all(bencher: Bencher) {
    let content =
        content::load(&folders(), SourceRetention::Drop, None).expect("the content is there");
    let site = Site::check(&content, now(), Drafts::Hide, &mut Report::default());
    let assets = Assets::read(&site, None, &mut Report::default());
    let index = Arc::new(LazyIndex::new(&site, content.synonyms.clone(), None));
    let routes = outputs::routes(&site, &assets);
    bencher.bench(|| outputs::render(&site, &assets, &routes, &index, None));
}

#[divan::bench]
fn compile_from_nothing(bencher: Bencher) {
    bencher.bench(|| compiled(None));
}

#[divan::bench]
fn compile_with_nothing_changed(bencher: Bencher) {
    let before = compiled(None);
    bencher.bench(|| compiled(Some(&before)));
}

#[divan::bench(args = ["br, gzip", "identity"])]
fn respond_fast(bencher: Bencher, coding: &str) {
    let (compiled, request) = (compiled(None), request(coding));
    bencher
        .counter(ItemsCount::new(1_usize))
        .bench(|| from_snapshot(&compiled.snapshot, &Asked::from(&request)));
}

#[divan::bench]
fn respond_plain(bencher: Bencher) {
    let (compiled, request) = (compiled(None), request("br, gzip"));
    bencher
        .counter(ItemsCount::new(1_usize))
        .bench(|| respond(&compiled.snapshot, &Asked::from(&request), |_| None));
}

#[divan::bench]
fn respond_not_found(bencher: Bencher) {
    let compiled = compiled(None);
    bencher.bench(|| {
        compiled
            .snapshot
            .errors
            .not_found
            .respond("/nieuws/geen-pagina/", ResponseFormat::Html)
    });
}

#[divan::bench(args = [Coding::Brotli, Coding::Gzip])]
fn compress_quickly(bencher: Bencher, coding: &Coding) {
    let compiled = compiled(None);
    let body = home(&compiled);
    bencher
        .counter(BytesCount::new(body.len()))
        .bench(|| compress(&body, *coding, Effort::Quick));
}

#[divan::bench(args = [Coding::Brotli], sample_count = 10)]
fn compress_best(bencher: Bencher, coding: &Coding) {
    let compiled = compiled(None);
    let body = home(&compiled);
    bencher
        .counter(BytesCount::new(body.len()))
        .bench(|| compress(&body, *coding, Effort::Best));
}

fn home(compiled: &Compiled) -> bytes::Bytes {
    match compiled.snapshot.look_up("/") {
        Some((noaber::snapshot::Answer::Stored(stored), _)) => stored.body(),
        _ => panic!("the site has a home page"),
    }
}
