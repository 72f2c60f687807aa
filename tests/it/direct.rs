//! What is answered on the shortest way over HTTP/1.1 is, byte for byte, what is answered on the way that knows all of HTTP.

use std::io::{Read, Write};
use std::net::TcpStream;

use crate::support::Server;

/// Two servers would differ in their moments; so would the best forms, which are made at any moment.
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

/// A request of which the last header makes it one for the long way, though it says nothing.
fn asked(path: &str, headers: &[&str]) -> [String; 2] {
    let lines: String = headers
        .iter()
        .map(|header| format!("{header}\r\n"))
        .collect();
    ["Accept: */*", "Content-Length: 0"]
        .map(|last| format!("GET {path} HTTP/1.1\r\nHost: site.example\r\n{lines}{last}\r\n\r\n"))
}

#[track_caller]
fn check(server: &Server, path: &str, headers: &[&str]) -> String {
    let [direct, other] = asked(path, &[headers, &["Connection: close"]].concat())
        .map(|asked| answers(server, asked.as_bytes()));
    assert!(
        direct == other,
        "{path} {headers:?}:\n{direct:.2000}\n--\n{other:.2000}"
    );
    direct
}

#[test]
fn every_address_is_answered_the_same_in_every_coding_and_under_every_condition() {
    let server = start();
    let map = server.get("/sitemap.xml").text();
    let addresses = map
        .split("<loc>")
        .skip(1)
        .filter_map(|rest| rest.split("</loc>").next());
    let pages: Vec<&str> = addresses
        .filter_map(|address| address.splitn(4, '/').nth(3))
        .collect();
    assert!(pages.len() > 50, "the site has pages");
    let page = server.get("/").text();
    let files = ["href=\"", "src=\""]
        .into_iter()
        .flat_map(|start| page.split(start).skip(1))
        .filter_map(|rest| rest.split('"').next());
    let files = files
        .filter(|file| file.starts_with("/static/") || file.contains('.'))
        .filter_map(|file| file.strip_prefix('/'));
    let others = [
        "sitemap.xml",
        "robots.txt",
        "nieuws/feed.xml",
        "geen/pagina/",
        "Nieuws",
        "zoeken/?q=water",
        "nieuws/?x=1",
        "%6eieuws/",
    ];
    for path in pages.iter().copied().chain(files).chain(others) {
        let path = format!("/{path}");
        let plain = check(&server, &path, &[]);
        let tag = plain
            .split("\r\n")
            .find_map(|line| line.strip_prefix("etag: "));
        for coding in ["br, gzip", "deflate"] {
            check(&server, &path, &[&format!("Accept-Encoding: {coding}")]);
        }
        if let Some(tag) = tag {
            for headers in [
                &[&*format!("if-none-match: \"y\", {tag}")][..],
                &["If-None-Match: \"y\"", &format!("IF-NONE-MATCH: {tag}")],
            ] {
                assert!(
                    check(&server, &path, headers).starts_with("HTTP/1.1 304 Not Modified\r\n"),
                    "{path} {headers:?}"
                );
            }
        }
        check(&server, &path, &["If-Match: \"y\""]);
        check(&server, &path, &["X-Forwarded-Proto: https"]);
    }
}

#[test]
fn what_is_wrong_with_a_request_is_told_the_same() {
    let server = start();
    let many = (0..90)
        .map(|number| format!("X-{number}: y"))
        .collect::<Vec<_>>();
    let long = format!("X-Long: {}", "y".repeat(6000));
    let too_long = format!("X-Long: {}", "y".repeat(60_000));
    for (headers, status) in [
        (&["Host: another.example"][..], 400),
        (&["Accept-Encoding: br", "accept-encoding: gzip"], 200),
        (&[&long], 200),
        (&[&too_long], 431),
        (&many.iter().map(String::as_str).collect::<Vec<_>>(), 200),
        (&["A Header: with a space"], 400),
    ] {
        let all = &[headers, &["Connection: close"]].concat();
        let [direct, other] = asked("/", all).map(|asked| {
            let mut stream = TcpStream::connect(&server.address).expect("the server listens");
            // A server that refuses what it has not read yet may close before all is sent, and reset the connection after its answer.
            let _ = stream.write_all(asked.as_bytes());
            let mut start = [0; 12];
            stream.read_exact(&mut start).expect("the server answers");
            String::from_utf8_lossy(&start).into_owned()
        });
        assert_eq!(
            (&*direct, &*other),
            (
                &*format!("HTTP/1.1 {status}"),
                &*format!("HTTP/1.1 {status}")
            ),
            "{headers:.200?}"
        );
    }
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

/// What looks like a request in a body is none.
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
    let once = answers(
        &server,
        asked("/sitemap.xml", &["Connection: close"])[0].as_bytes(),
    );
    let body = once.split_once("\r\n\r\n").expect("a head").1;
    let mut stream = TcpStream::connect(&server.address).expect("the server listens");
    let times = 200;
    let many = "GET /sitemap.xml HTTP/1.1\r\nHost: a\r\n\r\n".repeat(times - 1)
        + "GET /sitemap.xml HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n";
    stream.write_all(many.as_bytes()).expect("the server reads");
    // What the server sends fills what the system holds before anything is read.
    std::thread::sleep(std::time::Duration::from_millis(500));
    assert_eq!(read_all(stream).matches(body).count(), times);
}
