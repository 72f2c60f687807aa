//! Hostile clients on real sockets: whatever they send, the server goes on, takes no more memory,
//! and fails at nothing.

use std::io::{Read, Write};
use std::net::TcpStream;
use std::time::{Duration, Instant};

use crate::support::Server;
use crate::support::mutation::mutated;
use crate::support::rng::SeededRng;

/// The most that the server may take while it is attacked, in kilobytes.
const MOST_MEMORY: u64 = 96 * 1024;

/// The longest that one attack is kept up.
const LONGEST: Duration = Duration::from_secs(8);

/// Runs an attack, and holds the server to serving as before.
#[track_caller]
fn check(attack: impl FnOnce(&Server)) {
    let server = Server::start(&["--no-watch", "--compression", "quick"]);
    assert_eq!(server.get("/").status, 200);
    let before = server.resident_memory();
    attack(&server);
    let begun = Instant::now();
    assert_eq!(server.get("/").status, 200, "it goes on");
    assert!(begun.elapsed() < Duration::from_secs(5), "without delay");
    let more = server.resident_memory().saturating_sub(before);
    assert!(more < MOST_MEMORY, "it took {more} kB more");
}

fn connect(server: &Server) -> TcpStream {
    let stream = TcpStream::connect(&server.address).expect("the server listens");
    stream
        .set_read_timeout(Some(Duration::from_millis(300)))
        .and_then(|()| stream.set_write_timeout(Some(Duration::from_millis(300))))
        .expect("timeouts can be set");
    stream
}

/// Requests that are nearly right.
const SEEDS: &[&str] = &[
    "GET / HTTP/1.1\r\nHost: a\r\nAccept-Encoding: br;q=0.5, gzip\r\n\r\n",
    "GET /zoeken/?q=dijk+en+dam&soort=nieuws&pagina=2 HTTP/1.1\r\nHost: a\r\nAccept: application/json\r\n\r\n",
    "HEAD /nieuws/ HTTP/1.1\r\nHost: a\r\nIf-None-Match: \"x\", W/\"y\"\r\n\r\n",
    "GET /%2e%2e/%2e%2e/etc/passwd HTTP/1.1\r\nHost: a\r\nRange: bytes=0-1,2-3\r\n\r\n",
    "GET /..%2f..%c0%af..%5cCargo.toml HTTP/1.1\r\nHost: a\r\nIf-Range: \"x\"\r\n\r\n",
    "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n",
    "OPTIONS * HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\n\r\nabc",
    "GET http://a/static/favicon.svg HTTP/1.1\r\nHost: a\r\nX-Forwarded-For: 1.2.3.4, [::1]:5\r\n\r\n",
    "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\0\0\0\x04\0\0\0\0\0",
];

#[test]
fn two_thousand_malformed_requests_are_answered_or_closed() {
    check(|server| {
        let mut random = SeededRng(25);
        let seeds: Vec<Vec<u8>> = SEEDS.iter().map(|seed| seed.as_bytes().to_vec()).collect();
        let mut answered = 0;
        for number in 0..2_000 {
            let request = mutated(&mut random, &seeds);
            let mut stream = connect(server);
            let shown = String::from_utf8_lossy(&request).into_owned();
            // It may be refused before all of it is sent.
            let _ = stream.write_all(&request);
            let _ = stream.shutdown(std::net::Shutdown::Write);
            let mut answer = Vec::new();
            let _ = stream.read_to_end(&mut answer);
            let Some(status) = answer.strip_prefix(b"HTTP/1.") else {
                continue;
            };
            answered += 1;
            let status = String::from_utf8_lossy(&status[2..5]).into_owned();
            let is_fault = status.starts_with('5') && !["501", "503", "505"].contains(&&*status);
            assert!(!is_fault, "request {number} got {status}: {shown:?}");
            let is_secret = |text: &[u8]| answer.windows(text.len()).any(|piece| piece == text);
            assert!(
                !is_secret(b"root:") && !is_secret(b"[package]"),
                "{shown:?}"
            );
        }
        assert!(answered > 1_000, "{answered} were answered");
    });
}

/// A frame of HTTP/2.
fn frame(kind: u8, flags: u8, stream: u32, payload: &[u8]) -> Vec<u8> {
    let mut frame = (payload.len() as u32).to_be_bytes()[1..].to_vec();
    frame.extend([kind, flags]);
    frame.extend(stream.to_be_bytes());
    frame.extend(payload);
    frame
}

const HEADERS: u8 = 1;
const RST_STREAM: u8 = 3;
const SETTINGS: u8 = 4;
const PING: u8 = 6;
const WINDOW_UPDATE: u8 = 8;
const CONTINUATION: u8 = 9;
const END_STREAM: u8 = 1;
const END_HEADERS: u8 = 4;

/// `GET http://a/`, as HPACK writes it.
const GET: &[u8] = b"\x82\x86\x84\x41\x01a";

/// Sends frames until the server has had enough of them, or time is up. Nothing that it answers is
/// read, but where it would wait for that.
fn flood(server: &Server, settings: &[u8], mut frames: impl FnMut(u32) -> Vec<u8>) -> u32 {
    let mut stream = connect(server);
    let mut start = b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".to_vec();
    start.extend(frame(SETTINGS, 0, 0, settings));
    stream.write_all(&start).expect("the server reads");
    let begun = Instant::now();
    let mut sent = 0;
    let mut taken = vec![0; 64 * 1024];
    while begun.elapsed() < LONGEST && sent < 200_000 {
        if stream.write_all(&frames(sent)).is_err() {
            break;
        }
        sent += 1;
        if sent % 64 == 0 {
            let _ = stream.set_nonblocking(true);
            while stream.read(&mut taken).is_ok_and(|length| length > 0) {}
            let _ = stream.set_nonblocking(false);
        }
    }
    sent
}

#[test]
fn streams_that_are_reset_as_soon_as_they_are_open_are_bounded() {
    check(|server| {
        flood(server, b"", |number| {
            let stream = number * 2 + 1;
            let mut frames = frame(HEADERS, END_STREAM | END_HEADERS, stream, GET);
            frames.extend(frame(RST_STREAM, 0, stream, &8_u32.to_be_bytes()));
            frames
        });
    });
}

#[test]
fn a_head_that_never_ends_is_bounded() {
    check(|server| {
        let sent = flood(server, b"", |number| {
            if number == 0 {
                frame(HEADERS, END_STREAM, 1, GET)
            } else {
                // A literal that is not indexed: `x: yyy…`.
                let mut field = b"\0\x01x\x7f\x81\x7d".to_vec();
                field.extend([b'y'; 16_000]);
                frame(CONTINUATION, 0, 1, &field)
            }
        });
        assert!(sent < 1_000, "it ends after {sent} frames");
    });
}

#[test]
fn settings_and_pings_without_end_are_bounded() {
    check(|server| {
        flood(server, b"", |_| frame(SETTINGS, 0, 0, b""));
    });
    check(|server| {
        flood(server, b"", |_| frame(PING, 0, 0, b"12345678"));
    });
}

#[test]
fn windows_that_let_nothing_through_hold_nothing_up() {
    check(|server| {
        // The window of each stream is no byte at first.
        let settings = b"\0\x04\0\0\0\0";
        flood(server, settings, |number| {
            let stream = number % 4_000 * 2 + 1;
            if number < 4_000 {
                frame(HEADERS, END_STREAM | END_HEADERS, stream, GET)
            } else {
                frame(WINDOW_UPDATE, 0, stream, &1_u32.to_be_bytes())
            }
        });
    });
}

#[test]
fn connections_that_say_nothing_or_drip_leave_place_for_others() {
    check(|server| {
        let mut held: Vec<TcpStream> = (0..300).map(|_| connect(server)).collect();
        for (number, stream) in held.iter_mut().enumerate() {
            let said = SEEDS[number % SEEDS.len()].as_bytes();
            let said = &said[..(number % 40).min(said.len() / 2)];
            stream.write_all(said).expect("the server reads");
        }
        for turn in 0..10 {
            for stream in &mut held {
                let _ = stream.write_all(b"x");
            }
            assert_eq!(server.get("/nieuws/").status, 200, "in turn {turn}");
        }
    });
}
