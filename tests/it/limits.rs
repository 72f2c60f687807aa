//! One client cannot take the site away from the others.

use std::io::{Read, Write};
use std::net::TcpStream;
use std::sync::Arc;
use std::time::{Duration, Instant};

use noaber::compile;
use noaber::content::Folders;
use noaber::server::limits::Limits;
use noaber::server::{Current, serve};
use noaber::site::Drafts;

use crate::support::project;

const IDLE_TIMEOUT: Duration = Duration::from_millis(500);

/// Starts a server with little patience, and leaves it running until the test ends.
fn start() -> String {
    let folders = Folders {
        content: project().join("content"),
        assets: project().join("static"),
    };
    let now = "2026-11-23T12:00:00Z".parse().expect("a moment");
    let snapshot = compile(&folders, now, Drafts::Hide, &noaber::ParseCache::default())
        .expect("the content makes a site")
        .snapshot;
    let limits = Limits {
        idle: IDLE_TIMEOUT,
        ..Limits::default()
    };
    let (tell, told) = std::sync::mpsc::channel();
    std::thread::spawn(move || {
        tokio::runtime::Runtime::new()
            .expect("a runtime")
            .block_on(async {
                let listener = tokio::net::TcpListener::bind("127.0.0.1:0")
                    .await
                    .expect("a free port");
                tell.send(listener.local_addr().expect("an address").to_string())
                    .expect("the test waits");
                serve(
                    listener,
                    Arc::new(Current::from(snapshot)),
                    None,
                    limits,
                    std::future::pending(),
                )
                .await;
            });
    });
    told.recv().expect("the server starts")
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
