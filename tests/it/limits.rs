//! The bounds of a server: one kind of load does not take the place of another.

use std::io::{Read, Write};
use std::net::TcpStream;
use std::sync::Arc;
use std::time::{Duration, Instant};

use noaber::digest::Digest;
use noaber::route::Route;
use noaber::server::client::TrustedProxies;
use noaber::server::dispatch::{Deferred, Dispatch};
use noaber::server::limits::{Limits, Pace};
use noaber::server::request::RequestHead;
use noaber::server::respond::respond;
use noaber::server::{Counts, Current, Stop, serve};
use noaber::site::Drafts;
use noaber::snapshot::dynamic::{DynamicHandler, DynamicOutcome, DynamicResponse, ResponseFormat};
use noaber::snapshot::encoding::Effort;
use noaber::snapshot::{Answer, CachePolicy, ErrorPages, Snapshot, Stored};
use noaber::{CompileCache, compile};

use crate::support::{Server, folders, project};

const IDLE_TIMEOUT: Duration = Duration::from_millis(500);

/// Starts a server that does not wait long, and leaves it running until the test ends.
fn start() -> String {
    let limits = Limits {
        idle: IDLE_TIMEOUT,
        write: IDLE_TIMEOUT,
        ..Limits::default()
    };
    let folders = folders(&project().join("content"));
    let now = "2026-11-23T12:00:00Z".parse().expect("a moment");
    let compiled = compile(&folders, now, Drafts::Hide, &CompileCache::default())
        .expect("the content makes a site");
    start_with(compiled.snapshot, limits)
}

fn start_with(snapshot: Arc<Snapshot>, limits: Limits) -> String {
    let (tell, told) = std::sync::mpsc::channel();
    let serving = async move {
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await;
        let listener = listener.expect("a free port");
        let address = listener.local_addr().expect("an address").to_string();
        tell.send(address).expect("the test waits");
        let current = Arc::new(Current::from(snapshot));
        serve(
            listener.into(),
            current,
            Counts::default(),
            None,
            limits,
            Stop::default(),
        )
        .await;
    };
    std::thread::spawn(move || {
        let runtime = tokio::runtime::Runtime::new().expect("a runtime");
        runtime.block_on(serving);
    });
    told.recv().expect("the server starts")
}

/// An address where something is done for each query.
struct Handler(fn() -> DynamicResponse);

impl DynamicHandler for Handler {
    fn respond(&self, _: &str, _: ResponseFormat) -> DynamicResponse {
        (self.0)()
    }

    fn fallback(&self, _: &str) -> Option<DynamicResponse> {
        None
    }

    fn digest(&self) -> Digest {
        Digest::of(b"")
    }
}

fn found() -> DynamicResponse {
    DynamicResponse {
        stored: page("Gevonden"),
        outcome: DynamicOutcome::Found,
    }
}

fn never() -> DynamicResponse {
    std::thread::sleep(Duration::from_secs(60));
    found()
}

fn page(text: &str) -> Stored {
    Stored::page("nl", CachePolicy::NoStore, format!("<p>{text}</p>"))
}

/// A site of a search, an address that breaks, a large page, and what is done for an address that
/// does not exist.
fn snapshot(not_found: fn() -> DynamicResponse) -> Arc<Snapshot> {
    let error = |text: &str| Arc::new(page(text));
    let route = |path: &str| Route::parse(path).expect("an address");
    let dynamic = |handler| Answer::Dynamic(Arc::new(Handler(handler)));
    let large = Answer::Stored(Arc::new(page(&"Twente ".repeat(5_000_000))));
    let answers = vec![
        (route("/zoeken/"), dynamic(found)),
        (route("/stuk/"), dynamic(|| panic!("on purpose"))),
        (route("/eeuwig/"), dynamic(never)),
        (route("/groot/"), large),
    ];
    let errors = ErrorPages {
        not_found: Arc::new(Handler(not_found)),
        bad_request: error("400"),
        method_not_allowed: error("405"),
        not_implemented: error("501"),
        failed: error("Er ging iets mis"),
        overloaded: error("503"),
    };
    Arc::new(Snapshot::new(answers, Vec::new(), errors, None, None))
}

fn connect(address: &str) -> TcpStream {
    let stream = TcpStream::connect(address).expect("the server listens");
    stream
        .set_read_timeout(Some(Duration::from_secs(30)))
        .expect("a timeout can be set");
    stream
}

#[test]
fn a_client_that_does_not_finish_its_question_is_not_waited_for() {
    let address = start();
    let begun = Instant::now();
    let silent = connect(&address);
    let mut half = connect(&address);
    half.write_all(b"GET / HTTP/1.1\r\nHost: site")
        .expect("the server reads");
    for mut stream in [silent, half] {
        // Whether the end comes with a reset is up to the system.
        let _ = stream.read_to_end(&mut Vec::new());
        let open = begun.elapsed();
        assert!(
            open > IDLE_TIMEOUT / 2 && open < IDLE_TIMEOUT * 20,
            "open for {open:?}"
        );
    }
}

#[test]
fn a_client_that_goes_on_asking_keeps_its_connection() {
    let mut stream = connect(&start());
    let begun = Instant::now();
    while begun.elapsed() < IDLE_TIMEOUT * 4 {
        stream
            .write_all(b"HEAD / HTTP/1.1\r\nHost: site.example\r\n\r\n")
            .expect("the connection is still there");
        let mut answer = [0; 4096];
        let length = stream.read(&mut answer).expect("an answer");
        assert!(
            answer[..length].starts_with(b"HTTP/1.1 200"),
            "the connection is still there"
        );
        std::thread::sleep(IDLE_TIMEOUT / 5);
    }
}

#[test]
fn a_silent_client_of_http_2_is_not_waited_for_either() {
    let mut stream = connect(&start());
    let begun = Instant::now();
    stream
        .write_all(b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\0\0\0\x04\0\0\0\0\0")
        .expect("the server reads");
    let mut answer = Vec::new();
    // Whether the end comes with a reset is up to the system.
    let _ = stream.read_to_end(&mut answer);
    let open = begun.elapsed();
    assert_eq!(answer.get(3), Some(&4), "the server speaks HTTP/2");
    assert!(
        open > IDLE_TIMEOUT / 2 && open < IDLE_TIMEOUT * 20,
        "open for {open:?}"
    );
}

#[test]
fn a_crawl_of_missing_addresses_leaves_the_search_alone() {
    let address = start_with(snapshot(never), Limits::default());
    let crawl: Vec<TcpStream> = (0..200)
        .map(|number| {
            let mut stream = connect(&address);
            write!(stream, "GET /geen-{number}/ HTTP/1.1\r\nHost: a\r\n\r\n")
                .expect("the server reads");
            stream
        })
        .collect();
    // Some of them are sent away, which shows that their places are taken.
    let refused = crawl.iter().rev().any(|mut stream| {
        stream
            .set_read_timeout(Some(Duration::from_secs(2)))
            .expect("a timeout can be set");
        let mut start = [0; 12];
        stream.read_exact(&mut start).is_ok() && start == *b"HTTP/1.1 503"
    });
    assert!(refused, "the crawl takes all places of its kind");
    assert_eq!(Server::ask(&address, "/zoeken/?q=water").status, 200);
}

#[test]
fn a_response_that_breaks_is_a_page_that_says_so_and_the_connection_stays() {
    let address = start_with(snapshot(found), Limits::default());
    let mut stream = connect(&address);
    let requests = "GET /stuk/ HTTP/1.1\r\nHost: a\r\n\r\n\
                    GET /zoeken/ HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n";
    stream
        .write_all(requests.as_bytes())
        .expect("the server reads");
    let mut answers = String::new();
    stream
        .read_to_string(&mut answers)
        .expect("the server answers");
    let (broken, next) = answers.split_once("</p>").expect("a page");
    assert!(
        broken.starts_with("HTTP/1.1 500 ") && broken.ends_with("<p>Er ging iets mis"),
        "{broken}"
    );
    assert!(next.starts_with("HTTP/1.1 200 "), "{next}");
}

#[test]
fn a_connection_too_many_is_asked_to_come_back_and_served_when_there_is_place() {
    let limits = Limits {
        connections: 2,
        reserve: 0,
        ..Limits::default()
    };
    let address = start_with(snapshot(found), limits);
    let (mut first, mut second) = (connect(&address), connect(&address));
    assert!(is_served(&mut first) && is_served(&mut second));
    let mut third = connect(&address);
    let refusal = head(&mut third, SEARCH).expect("an answer");
    assert!(refusal.starts_with("HTTP/1.1 503 "), "{refusal}");
    assert!(refusal.contains("\r\nretry-after: 2\r\n"), "{refusal}");
    let rest = third.read_to_end(&mut Vec::new());
    assert_eq!(
        rest.ok(),
        Some(0),
        "nothing follows, and the connection ends"
    );
    drop(first);
    let begun = Instant::now();
    while !is_served(&mut connect(&address)) {
        assert!(
            begun.elapsed() < Duration::from_secs(10),
            "a place comes free"
        );
        std::thread::sleep(Duration::from_millis(20));
    }
}

#[test]
fn a_client_that_does_not_take_its_response_is_not_waited_for() {
    let limits = Limits {
        write: IDLE_TIMEOUT,
        connections: 1,
        reserve: 0,
        ..Limits::default()
    };
    let address = start_with(snapshot(found), limits);
    let mut slow = connect(&address);
    slow.write_all(b"GET /groot/ HTTP/1.1\r\nHost: a\r\n\r\n")
        .expect("the server reads");
    let begun = Instant::now();
    let is_served = |address: &str| {
        let mut stream = connect(address);
        let mut start = [0; 12];
        let asked = stream.write_all(b"GET /zoeken/ HTTP/1.1\r\nHost: a\r\n\r\n");
        asked.and_then(|()| stream.read_exact(&mut start)).is_ok()
    };
    while !is_served(&address) {
        assert!(begun.elapsed() < IDLE_TIMEOUT * 20, "the place comes free");
        std::thread::sleep(Duration::from_millis(20));
    }
    drop(slow);
}

/// A connection from another address of this machine.
fn connect_from(from: &str, address: &str) -> TcpStream {
    let connecting = async {
        let socket = tokio::net::TcpSocket::new_v4().expect("a socket");
        let from = format!("{from}:0").parse().expect("an address");
        socket.bind(from).expect("an address of this machine");
        let connected = socket.connect(address.parse().expect("an address")).await;
        connected.and_then(tokio::net::TcpStream::into_std)
    };
    let runtime = tokio::runtime::Runtime::new().expect("a runtime");
    let stream = runtime.block_on(connecting).expect("the server listens");
    stream.set_nonblocking(false).expect("it can wait");
    stream
        .set_read_timeout(Some(Duration::from_secs(30)))
        .expect("a timeout can be set");
    stream
}

/// The status and the rest of the head that come for these bytes.
fn head(stream: &mut TcpStream, request: &str) -> Option<String> {
    stream.write_all(request.as_bytes()).ok()?;
    let mut head = Vec::new();
    let mut byte = [0];
    while !head.ends_with(b"\r\n\r\n") {
        stream.read_exact(&mut byte).ok()?;
        head.extend(byte);
    }
    Some(String::from_utf8_lossy(&head).into_owned())
}

fn is_served(stream: &mut TcpStream) -> bool {
    head(stream, SEARCH).is_some_and(|head| head.starts_with("HTTP/1.1 200 "))
}

#[test]
fn of_those_that_are_too_many_no_more_are_answered_than_there_are_places_for() {
    let limits = Limits {
        connections: 1,
        reserve: 0,
        refusals: 1,
        ..Limits::default()
    };
    let address = start_with(snapshot(found), limits);
    let mut held = connect(&address);
    assert!(is_served(&mut held));
    let mut told = connect(&address);
    let mut byte = [0];
    assert!(told.read_exact(&mut byte).is_ok(), "it is told");
    assert_eq!(head(&mut connect(&address), SEARCH), None);
    // Who was told and stays is sent away.
    let begun = Instant::now();
    while head(&mut connect(&address), SEARCH).is_none() {
        assert!(begun.elapsed() < Duration::from_secs(10), "it comes free");
        std::thread::sleep(Duration::from_millis(20));
    }
}

const SEARCH: &str = "GET /zoeken/ HTTP/1.1\r\nHost: a\r\n\r\n";

#[test]
fn while_all_connections_are_taken_others_are_served_within_a_second() {
    let held_by = ["127.0.0.2", "127.0.0.3"];
    let limits = Limits {
        connections: 20,
        reserve: 5,
        proxies: TrustedProxies(&[]),
        ..Limits::default()
    };
    let address = start_with(snapshot(found), limits);
    let held: Vec<TcpStream> = (0..20)
        .map(|number| connect_from(held_by[number % 2], &address))
        .collect();
    // Whoever holds some gets none of the reserve.
    assert!(!is_served(&mut connect_from("127.0.0.2", &address)));
    for turn in 0..10 {
        let begun = Instant::now();
        // Another one each time: who just left has its place until the server has seen that.
        let mut other = connect_from(&format!("127.0.0.{}", 20 + turn), &address);
        let answer = head(&mut other, SEARCH).expect("an answer");
        assert!(
            answer.starts_with("HTTP/1.1 200"),
            "in turn {turn}: {answer}"
        );
        assert!(begun.elapsed() < Duration::from_secs(1), "in turn {turn}");
    }
    // Those of the reserve are given back, also by who says nothing.
    let begun = Instant::now();
    let silent: Vec<TcpStream> = (10..15)
        .map(|number| connect_from(&format!("127.0.0.{number}"), &address))
        .collect();
    while !is_served(&mut connect_from("127.0.0.9", &address)) {
        assert!(begun.elapsed() < Duration::from_secs(10), "they come free");
        std::thread::sleep(Duration::from_millis(20));
    }
    drop((held, silent));
}

#[test]
fn one_client_cannot_take_the_connections_of_others() {
    let limits = Limits {
        connections_per_client: 2,
        proxies: TrustedProxies(&[]),
        ..Limits::default()
    };
    let address = start_with(snapshot(found), limits);
    let mut held = [connect(&address), connect(&address)];
    for stream in &mut held {
        assert!(is_served(stream));
    }
    assert!(!is_served(&mut connect(&address)), "there is no third");
    let mut other = connect_from("127.0.0.2", &address);
    assert!(is_served(&mut other), "another has its own");
    drop(held);
    let begun = Instant::now();
    while !is_served(&mut connect(&address)) {
        assert!(begun.elapsed() < Duration::from_secs(10), "they come free");
        std::thread::sleep(Duration::from_millis(20));
    }
}

#[test]
fn one_client_behind_a_proxy_cannot_take_the_searches_of_others() {
    let limits = Limits {
        running: 4,
        work_per_client: 2,
        ..Limits::default()
    };
    let address = start_with(snapshot(found), limits);
    let asked_by = |client: &str, path: &str| {
        format!("GET {path} HTTP/1.1\r\nHost: a\r\nX-Forwarded-For: 192.0.2.9, {client}\r\n\r\n")
    };
    let mut held = [connect(&address), connect(&address)];
    for stream in &mut held {
        let request = asked_by("192.0.2.1", "/eeuwig/");
        stream.write_all(request.as_bytes()).expect("it is read");
    }
    // These are to take the places before another asks.
    std::thread::sleep(Duration::from_secs(1));
    let begun = Instant::now();
    let mut stream = connect(&address);
    loop {
        let answer = head(&mut stream, &asked_by("192.0.2.1", "/zoeken/")).expect("an answer");
        if answer.starts_with("HTTP/1.1 503") && answer.contains("retry-after: 2\r\n") {
            break;
        }
        assert!(begun.elapsed() < Duration::from_secs(10), "{answer}");
    }
    let mut other = connect(&address);
    let answer = head(&mut other, &asked_by("192.0.2.2", "/zoeken/")).expect("an answer");
    assert!(answer.starts_with("HTTP/1.1 200"), "{answer}");
}

#[test]
fn who_is_sent_away_under_load_hears_it_at_once_and_pages_go_on() {
    let limits = Limits {
        running: 1,
        ..Limits::default()
    };
    let address = start_with(snapshot(found), limits);
    let mut held = connect(&address);
    let endless = SEARCH.replace("zoeken", "eeuwig");
    held.write_all(endless.as_bytes()).expect("it is read");
    std::thread::sleep(Duration::from_millis(300));
    let begun = Instant::now();
    let answer = head(&mut connect(&address), SEARCH).expect("an answer");
    let waited = begun.elapsed();
    assert!(answer.starts_with("HTTP/1.1 503"), "{answer}");
    assert!(answer.contains("retry-after: 2\r\n"), "{answer}");
    assert!(waited < Duration::from_secs(3), "after {waited:?}");
    let page = SEARCH.replace("zoeken", "groot");
    let answer = head(&mut connect(&address), &page).expect("an answer");
    assert!(answer.starts_with("HTTP/1.1 200"), "{answer}");
}

#[test]
fn neither_an_error_nor_a_file_of_an_earlier_site_takes_work_before_its_response() {
    let folders = folders(&project().join("content"));
    let now = "2026-11-23T12:00:00Z".parse().expect("a moment");
    let compiled = compile(&folders, now, Drafts::Hide, &CompileCache::default());
    let snapshot = compiled.expect("the content makes a site").snapshot;
    let errors = &snapshot.errors;
    for page in [&errors.bad_request, &errors.failed, &errors.overloaded] {
        assert!(!page.body.is_compressible());
    }
    let fallback = errors.not_found.fallback("/weg/").expect("a page");
    assert!(!fallback.stored.body.is_compressible());
    let style = "a { color: red }\n".repeat(1000);
    let style = Arc::new(Stored::new("text/css", CachePolicy::Immutable, style));
    style.body.prepare(Effort::Quick);
    let request = http::Request::get("/vorige.css").header("host", "a.example");
    let parts = request.body(()).expect("a request").into_parts().0;
    let outcome = respond(&snapshot, &RequestHead::from(&parts), |_| {
        Some(style.clone())
    });
    assert!(matches!(outcome, Dispatch::Deferred(Deferred::Encode(_))));
}

#[test]
fn a_client_that_takes_its_response_crumb_by_crumb_is_not_waited_for() {
    let limits = Limits {
        connections: 1,
        reserve: 0,
        pace: Pace {
            bytes: 1_000_000,
            period: IDLE_TIMEOUT,
        },
        ..Limits::default()
    };
    let address = start_with(snapshot(found), limits);
    let mut slow = connect(&address);
    let page = SEARCH.replace("zoeken", "groot");
    slow.write_all(page.as_bytes()).expect("the server reads");
    let begun = Instant::now();
    while head(&mut connect(&address), SEARCH).is_none() {
        // As much as it asks for, it never seems to be gone.
        let _ = slow.read(&mut [0; 1000]);
        assert!(begun.elapsed() < IDLE_TIMEOUT * 40, "the place comes free");
        std::thread::sleep(Duration::from_millis(20));
    }
}
