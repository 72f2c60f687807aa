//! Connections of HTTP/1: heads, pipelining, pieces, and slow readers.

use std::io::{Read, Write};
use std::net::TcpStream;

use crate::support::Server;

/// The best compression would come at any moment, and change the bytes.
fn start() -> Server {
    Server::start(&["--no-watch", "--compression", "quick"])
}

/// All that comes back for these bytes until the server closes, without the moments.
#[track_caller]
fn answers(server: &Server, asked: &[u8]) -> String {
    let mut stream = TcpStream::connect(&server.address).expect("the server listens");
    stream.write_all(asked).expect("the server reads");
    read_all(stream)
}

#[track_caller]
fn read_all(mut stream: TcpStream) -> String {
    stream
        .set_read_timeout(Some(std::time::Duration::from_secs(30)))
        .expect("a timeout can be set");
    let mut received = Vec::new();
    stream
        .read_to_end(&mut received)
        .expect("the server answers, then closes");
    // Each byte is a letter here, so that compressed bodies can be compared as well.
    let text: String = received.into_iter().map(char::from).collect();
    assert!(
        text.contains("\r\ndate: "),
        "an answer says when it was sent: {text:.80}"
    );
    text.split("\r\n")
        .filter(|line| !line.starts_with("date: "))
        .collect::<Vec<_>>()
        .join("\r\n")
}

#[test]
fn a_head_may_be_long_but_not_without_end() {
    let server = start();
    let many = (0..90)
        .map(|number| format!("X-{number}: y\r\n"))
        .collect::<String>();
    let long = format!("X-Long: {}\r\n", "y".repeat(6000));
    let too_long = format!("X-Long: {}\r\n", "y".repeat(60_000));
    for (headers, status) in [
        ("Host: another.example\r\n", 400),
        ("Accept-Encoding: br\r\naccept-encoding: gzip\r\n", 200),
        (&long, 200),
        (&too_long, 431),
        (&many, 200),
        ("A Header: with a space\r\n", 400),
    ] {
        let mut stream = TcpStream::connect(&server.address).expect("the server listens");
        let request =
            format!("GET / HTTP/1.1\r\nHost: site.example\r\nConnection: close\r\n{headers}\r\n");
        // A server that refuses what it has not read yet may close before all is sent, and reset
        // the connection after its answer.
        let _ = stream.write_all(request.as_bytes());
        let mut start = [0; 12];
        stream.read_exact(&mut start).expect("the server answers");
        assert_eq!(
            String::from_utf8_lossy(&start),
            format!("HTTP/1.1 {status}"),
            "{headers:.200}"
        );
    }
}

#[test]
fn http_1_0_needs_no_host_and_closes() {
    let server = start();
    let answer = answers(&server, b"GET / HTTP/1.0\r\n\r\n");
    assert!(answer.starts_with("HTTP/1.0 200 OK\r\n"), "{answer:.100}");
}

/// Requests on one connection, and the answers that they get each on its own.
fn conversation(server: &Server, requests: &[&str]) -> (Vec<u8>, String) {
    let alone = |request: &&str| {
        let (line, rest) = request.split_once("\r\n").expect("a request has lines");
        answers(
            server,
            format!("{line}\r\nConnection: close\r\n{rest}\r\n").as_bytes(),
        )
    };
    let expected: String = requests
        .iter()
        .map(|request| without_close(&alone(request)))
        .collect();
    let all = requests.join("\r\n") + "Connection: close\r\n\r\n";
    (all.into_bytes(), expected)
}

fn without_close(answers: &str) -> String {
    answers.replace("connection: close\r\n", "")
}

const READ: [&str; 5] = [
    "GET / HTTP/1.1\r\nHost: a\r\n",
    "GET /nieuws/ HTTP/1.1\r\nhost: a\r\nconnection: Keep-Alive\r\naccept-encoding: br\r\n",
    "GET /geen/pagina/ HTTP/1.1\r\nHost: a\r\n",
    "HEAD /nieuws/ HTTP/1.1\r\nHost: a\r\n",
    "GET /sitemap.xml HTTP/1.1\r\nHost: a\r\n",
];

/// A body that looks like a request is none.
const SENT: [&str; 2] = [
    "GET /contact/ HTTP/1.1\r\nHost: a\r\nContent-Length: 37\r\n\r\nGET /smuggled/ HTTP/1.1\r\nHost: evil\r\n",
    "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n12\r\nGET / HTTP/1.1\r\n\r\n\r\n0\r\n",
];

#[test]
fn requests_that_come_all_at_once_are_answered_in_their_order() {
    let server = start();
    let (all, expected) = conversation(&server, &[&READ[..2], &SENT, &READ].concat());
    let together = without_close(&answers(&server, &all));
    assert!(
        together == expected,
        "{together:.3000}\n--\n{expected:.3000}"
    );
}

#[test]
fn a_request_may_come_in_pieces_of_any_size() {
    let server = start();
    let (all, expected) = conversation(&server, &READ);
    for size in [1, 2, 7, 61] {
        let mut stream = TcpStream::connect(&server.address).expect("the server listens");
        stream.set_nodelay(true).expect("the system sends at once");
        for piece in all.chunks(size) {
            stream.write_all(piece).expect("the server reads");
        }
        assert!(
            without_close(&read_all(stream)) == expected,
            "in pieces of {size}"
        );
    }
}

#[test]
fn who_reads_slowly_gets_all_of_it() {
    let server = start();
    let close = "GET /sitemap.xml HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n";
    let once = answers(&server, close.as_bytes());
    let body = once.split_once("\r\n\r\n").expect("a head").1;
    let mut stream = TcpStream::connect(&server.address).expect("the server listens");
    let times = 200;
    let many = "GET /sitemap.xml HTTP/1.1\r\nHost: a\r\n\r\n".repeat(times - 1) + close;
    stream.write_all(many.as_bytes()).expect("the server reads");
    // What the server sends fills what the system holds before anything is read.
    std::thread::sleep(std::time::Duration::from_millis(500));
    assert_eq!(read_all(stream).matches(body).count(), times);
}
