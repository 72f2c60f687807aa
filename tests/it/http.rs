//! The site over a real socket: what browsers, crawlers, caches and hostile clients get.

use std::collections::BTreeSet;
use std::io::{Read, Write};
use std::net::TcpStream;
use std::time::Duration;

use crate::support::html::Document;
use crate::support::{Reply, Server, TestSite};
use bytes::Bytes;
use http_body_util::{BodyExt, Empty};
use hyper_util::rt::{TokioExecutor, TokioIo};

const SECURITY: [&str; 11] = [
    "content-security-policy",
    "x-content-type-options",
    "x-frame-options",
    "referrer-policy",
    "permissions-policy",
    "cross-origin-opener-policy",
    "cross-origin-embedder-policy",
    "cross-origin-resource-policy",
    "x-permitted-cross-domain-policies",
    "x-dns-prefetch-control",
    "cache-control",
];

#[track_caller]
fn assert_redirects(server: &Server, from: &str, to: &str) {
    let reply = server.get(from);
    assert_eq!(
        (reply.status, reply.header("location")),
        (301, Some(to)),
        "{from}"
    );
    assert_eq!(
        server.get(to).status,
        200,
        "{from} leads to {to} in one hop"
    );
}

#[test]
fn every_other_form_of_an_address_leads_to_it_in_one_hop_with_the_query_kept() {
    let server = Server::start(&["--no-watch"]);
    for form in [
        "/nieuws",
        "/Nieuws/",
        "//nieuws//",
        "/nieuws/index.html",
        "/NIEUWS/INDEX.HTML",
        "/%6eieuws/",
        "/./nieuws/",
        "/nieuws/%2e/",
    ] {
        assert_redirects(&server, form, "/nieuws/");
    }
    assert_redirects(&server, "/index.html", "/");
    assert_redirects(&server, "/Nieuws?start=9&x=%20", "/nieuws/?start=9&x=%20");
    assert_redirects(&server, "/Sitemap.XML", "/sitemap.xml");
}

#[test]
fn no_address_leads_off_the_site() {
    let server = Server::start(&["--no-watch"]);
    for hostile in [
        "//evil.example/nieuws",
        "/\\evil.example",
        "/%5c%5cevil.example/",
        "/%2f%2fevil.example",
        "/..//evil.example",
        "/.%2e/.%2e/etc/passwd",
    ] {
        let reply = server.get(hostile);
        assert_eq!(reply.status, 404, "{hostile}");
        assert_eq!(reply.header("location"), None, "{hostile}");
    }
    let absolute = server.raw(b"GET http://evil.example/Nieuws HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n");
    assert_eq!(absolute.header("location"), Some("/nieuws/"));
}

#[test]
fn an_unknown_address_offers_the_nearest_pages() {
    let server = Server::start(&["--no-watch"]);
    let reply = server.get("/werken-aan/wegn");
    assert_eq!(reply.status, 404);
    assert!(
        reply.text().contains("href=\"/themas/wegen/\""),
        "the nearest page is offered"
    );
    assert!(
        reply.text().contains("<nav class=\"site-nav\""),
        "the navigation is there"
    );
    assert_eq!(reply.header("x-robots-tag"), Some("noindex"));
}

#[test]
fn a_page_is_like_what_was_asked_for_by_the_words_in_its_address() {
    let copy = TestSite::new();
    let files = [
        "regio/arbeidsmarkt.md",
        "werk/arbeidsmarkt-in-cijfers.md",
        "bereikbaar.md",
    ];
    for file in files {
        let page = "+++\ntitle = \"Titel\"\nsummary = \"Samenvatting.\"\n+++\n";
        copy.write(file, page);
    }
    let server = Server::start(&["--no-watch", "--content", &copy.content()]);
    let offered = |path: &str| {
        let text = server.get(path).text();
        let offer = text.split_once("s-offer").map_or("", |(_, offer)| offer);
        let links = Document::parse(offer).attributes("a", "href");
        let new = links
            .into_iter()
            .filter(|link| files.contains(&format!("{}.md", link.trim_matches('/')).as_str()));
        new.collect::<Vec<String>>()
    };
    let (whole, part) = ("/regio/arbeidsmarkt/", "/werk/arbeidsmarkt-in-cijfers/");
    assert_eq!(offered("/regio/arbeidsmarkt.html"), [whole, part]);
    assert_eq!(offered("/cijfers/arbeidmarkt"), [part, whole]);
    assert_eq!(offered("/berekbaar"), ["/bereikbaar/"]);
    assert!(offered("/pereikbaar").is_empty());
    assert!(offered("/iets/anders").is_empty());
}

#[test]
fn what_was_typed_never_comes_back_as_markup() {
    let server = Server::start(&["--no-watch"]);
    let reply = server.get("/%3Cscript%3Ealert(1)%3C/script%3E/?q=%3Cscript%3E");
    assert_eq!(reply.status, 404);
    assert!(!reply.text().contains("alert(1)"));
}

#[test]
fn head_says_what_get_would_say_without_the_body() {
    let server = Server::start(&["--no-watch"]);
    for path in [
        "/",
        "/nieuws/",
        "/sitemap.xml",
        "/nieuws",
        "/bestaat-niet/",
        "/static/favicon.svg",
    ] {
        let without_date = |reply: &Reply| {
            let mut headers: Vec<_> = reply
                .headers
                .iter()
                .filter(|(name, _)| name != "date")
                .cloned()
                .collect();
            headers.sort();
            (reply.status, headers)
        };
        let (get, head) = (server.get(path), server.request("HEAD", path, &[]));
        assert_eq!(without_date(&get), without_date(&head), "{path}");
        assert!(head.body.is_empty(), "{path}");
    }
}

#[test]
fn a_body_that_the_visitor_has_is_not_sent_again() {
    let server = Server::start(&["--no-watch"]);
    for coding in ["identity", "gzip", "br"] {
        let first = server.get_with("/", &[("Accept-Encoding", coding)]);
        let tag = first.header("etag").expect("a tag").to_owned();
        for condition in [
            tag.clone(),
            tag.trim_start_matches("W/").to_owned(),
            format!("\"other\", {tag}"),
            "*".to_owned(),
        ] {
            let again = server.get_with(
                "/",
                &[("Accept-Encoding", coding), ("If-None-Match", &condition)],
            );
            assert_eq!(again.status, 304, "{coding} {condition}");
            assert_eq!(again.header("content-length"), None, "that of the page");
            assert!(again.body.is_empty());
            for name in ["etag", "vary", "cache-control", "content-security-policy"] {
                assert_eq!(again.header(name), first.header(name), "{name} of {coding}");
            }
        }
        assert_eq!(
            server
                .get_with(
                    "/",
                    &[("Accept-Encoding", coding), ("If-None-Match", "\"other\"")]
                )
                .status,
            200
        );
        assert_eq!(
            server
                .get_with(
                    "/",
                    &[("Accept-Encoding", coding), ("If-Match", "\"other\"")]
                )
                .status,
            412
        );
    }
    assert_eq!(
        server
            .get_with("/bestaat-niet/", &[("If-None-Match", "*")])
            .status,
        404,
        "conditions count only for what is there"
    );
}

#[test]
fn each_coding_has_the_same_text_under_a_tag_of_its_own() {
    let server = Server::start(&["--no-watch"]);
    let plain = server.get("/");
    assert_eq!(plain.header("content-encoding"), None);
    let mut tags = vec![plain.header("etag").expect("a tag").to_owned()];
    for (accept, coding) in [
        ("gzip", "gzip"),
        ("br", "br"),
        ("gzip;q=0.5, br;q=1.0, zstd", "br"),
        ("br;q=0, gzip", "gzip"),
    ] {
        let reply = server.get_with("/", &[("Accept-Encoding", accept)]);
        assert_eq!(reply.header("content-encoding"), Some(coding), "{accept}");
        assert_eq!(reply.header("vary"), Some("accept, accept-encoding"));
        let text = match coding {
            "gzip" => {
                let mut text = Vec::new();
                flate2::read::GzDecoder::new(&*reply.body)
                    .read_to_end(&mut text)
                    .expect("valid gzip");
                text
            }
            "br" => {
                let mut text = Vec::new();
                brotli::BrotliDecompress(&mut &*reply.body, &mut text).expect("valid brotli");
                text
            }
            _ => unreachable!("no other coding is asked for"),
        };
        assert!(text == plain.body, "{accept} holds the same text");
        tags.push(reply.header("etag").expect("a tag").to_owned());
    }
    tags.sort();
    tags.dedup();
    assert_eq!(tags.len(), 3);
}

#[test]
fn every_answer_protects_the_visitor_and_tells_nothing_of_the_server() {
    let server = Server::start(&["--no-watch"]);
    let replies = [
        ("page", server.get("/")),
        ("asset", server.get("/static/favicon.svg")),
        ("redirect", server.get("/nieuws")),
        ("unknown", server.get("/bestaat-niet/")),
        (
            "method",
            server.request("POST", "/", &[("Content-Length", "0")]),
        ),
        ("odd method", server.request("BREW", "/", &[])),
        ("options", server.request("OPTIONS", "/", &[])),
        (
            "no host",
            server.raw(b"GET / HTTP/1.1\r\nConnection: close\r\n\r\n"),
        ),
        (
            "not modified",
            server.get_with("/", &[("If-None-Match", "*")]),
        ),
    ];
    for (what, reply) in &replies {
        for name in SECURITY {
            assert!(
                reply.header(name).is_some(),
                "{what} ({}) lacks {name}",
                reply.status
            );
        }
        for name in ["server", "x-powered-by", "set-cookie", "x-generator", "via"] {
            assert_eq!(reply.header(name), None, "{what}");
        }
        assert_eq!(
            reply.header("strict-transport-security"),
            None,
            "{what}: not over a plain connection"
        );
    }
    for (path, scheme) in [
        ("/", "https"),
        ("/nieuws", "HTTPS"),
        ("/bestaat-niet/", "https, http"),
        ("/", " Https ,http"),
    ] {
        let reply = server.get_with(path, &[("X-Forwarded-Proto", scheme)]);
        assert_eq!(
            reply.header("strict-transport-security"),
            Some("max-age=63072000"),
            "{path} behind a proxy that encrypts"
        );
    }
    for scheme in ["http", "http, https", "httpsx", ""] {
        let reply = server.get_with("/", &[("X-Forwarded-Proto", scheme)]);
        assert_eq!(reply.header("strict-transport-security"), None, "{scheme}");
    }
}

#[test]
fn only_reading_is_allowed() {
    let server = Server::start(&["--no-watch"]);
    for method in ["POST", "PUT", "DELETE", "PATCH", "TRACE"] {
        let reply = server.request(method, "/nieuws/", &[("Content-Length", "0")]);
        assert_eq!(
            (reply.status, reply.header("allow")),
            (405, Some("GET, HEAD, OPTIONS")),
            "{method}"
        );
    }
    let options = server.request("OPTIONS", "/nieuws/", &[]);
    assert_eq!(
        (options.status, options.header("allow")),
        (204, Some("GET, HEAD, OPTIONS"))
    );
    assert_eq!(options.header("content-length"), None);
    let connect = server.raw(b"CONNECT a:80 HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
    assert_eq!(connect.status, 405);
    assert_eq!(
        server
            .raw(b"OPTIONS * HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
            .status,
        204
    );
    assert_eq!(server.request("BREW", "/nieuws/", &[]).status, 501);
}

#[test]
fn a_request_that_is_no_http_is_refused() {
    let server = Server::start(&["--no-watch"]);
    for (what, bytes) in [
        (
            "no host",
            &b"GET / HTTP/1.1\r\nConnection: close\r\n\r\n"[..],
        ),
        (
            "two hosts",
            b"GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\nConnection: close\r\n\r\n",
        ),
        (
            "a host with a path",
            b"GET / HTTP/1.1\r\nHost: a/b\r\nConnection: close\r\n\r\n",
        ),
        (
            "a space before the colon",
            b"GET / HTTP/1.1\r\nHost : a\r\n\r\n",
        ),
        (
            "two lengths",
            b"POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nx",
        ),
        ("no version", b"GET /\r\n\r\n"),
        (
            "a whole address without a host beside it",
            b"GET http://a/ HTTP/1.1\r\nConnection: close\r\n\r\n",
        ),
        (
            "a target without a slash",
            b"GET nieuws/ HTTP/1.1\r\nHost: a\r\n\r\n",
        ),
        (
            "a host as the target of a page",
            b"GET a:80 HTTP/1.1\r\nHost: a\r\n\r\n",
        ),
        (
            "the whole server as a page",
            b"GET * HTTP/1.1\r\nHost: a\r\n\r\n",
        ),
        (
            "a port that is no number",
            b"GET / HTTP/1.1\r\nHost: a:x\r\n\r\n",
        ),
        ("no name", b"GET / HTTP/1.1\r\nHost: :80\r\n\r\n"),
        (
            "two addresses of a host",
            b"GET / HTTP/1.1\r\nHost: a:80:90\r\n\r\n",
        ),
    ] {
        assert_eq!(server.raw(bytes).status, 400, "{what}");
    }
    for host in ["a", "a:", "a:8080", "[::1]", "[::1]:8080", "xn--a.example."] {
        let request = format!("GET / HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n");
        assert_eq!(server.raw(request.as_bytes()).status, 200, "{host}");
    }
    let whole = server.raw(b"GET http://a/ HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
    assert_eq!(whole.status, 200, "a whole address, as proxies ask for it");
    let long = format!(
        "GET /{} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n",
        "a".repeat(8000)
    );
    assert_eq!(
        server.raw(long.as_bytes()).status,
        404,
        "addresses of 8000 characters are read"
    );
}

#[test]
fn a_body_of_which_two_readers_may_see_another_end_hides_no_request() {
    let server = Server::start(&["--no-watch"]);
    for coding in [
        "Transfer-Encoding: chunked, chunked",
        "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked",
        "Transfer-Encoding: gzip, chunked",
        "Transfer-Encoding: identity",
        "Transfer-Encoding: xchunked",
        "Transfer-Encoding: chunked;q=1",
        "Transfer-Encoding: chunked, ",
    ] {
        let request = format!(
            "POST / HTTP/1.1\r\nHost: a\r\n{coding}\r\n\r\n\
             0\r\n\r\nGET /smuggled/ HTTP/1.1\r\nHost: a\r\n\r\n"
        );
        let reply = server.raw(request.as_bytes());
        assert_eq!(reply.status, 400, "{coding}");
        assert_eq!(reply.text().matches("HTTP/1.1").count(), 0, "{coding}");
    }
    let both = server.raw(
        b"POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\nContent-Length: 3\r\n\r\n\
          0\r\n\r\nGET /smuggled/ HTTP/1.1\r\nHost: a\r\n\r\n",
    );
    assert_eq!(both.text().matches("HTTP/1.1").count(), 0, "it is closed");
}

#[test]
fn assets_are_kept_for_ever_under_an_address_that_names_their_content() {
    let server = Server::start(&["--no-watch"]);
    let page = server.get("/").text();
    let style = page
        .split("<link rel=\"stylesheet\" href=\"")
        .nth(1)
        .and_then(|rest| rest.split('"').next())
        .expect("a style sheet");
    let reply = server.get(style);
    assert_eq!(
        reply.header("cache-control"),
        Some("public, max-age=31536000, immutable")
    );
    assert_eq!(
        reply.header("content-type"),
        Some("text/css; charset=utf-8")
    );
    assert_eq!(
        server.get("/static/favicon.svg").header("cache-control"),
        Some("public, no-cache")
    );
    assert_eq!(
        server.get("/").header("cache-control"),
        Some("public, no-cache")
    );
}

/// The answers to all of these at once, on one connection of HTTP/2, to a client that takes so many
/// bytes of each at a time.
fn multiplexed(server: &Server, paths: &[String], window: u32) -> Vec<Reply> {
    let ask = async {
        let stream = tokio::net::TcpStream::connect(&server.address)
            .await
            .expect("the server listens");
        let mut client = hyper::client::conn::http2::Builder::new(TokioExecutor::new());
        let opened = client
            .initial_stream_window_size(window)
            .handshake(TokioIo::new(stream))
            .await;
        let (asking, connection) = opened.expect("the server speaks HTTP/2");
        tokio::spawn(connection);
        let mut asked = Vec::new();
        for path in paths {
            let request = http::Request::get(format!("http://{}{path}", server.address))
                .body(Empty::<Bytes>::new())
                .expect("a request");
            let mut asking = asking.clone();
            asked.push(tokio::spawn(async move {
                let (head, body) = asking
                    .send_request(request)
                    .await
                    .expect("an answer")
                    .into_parts();
                let value =
                    |value: &http::HeaderValue| value.to_str().expect("a value of text").to_owned();
                Reply {
                    status: head.status.as_u16(),
                    headers: head
                        .headers
                        .iter()
                        .map(|(name, text)| (name.to_string(), value(text)))
                        .collect(),
                    body: body
                        .collect()
                        .await
                        .expect("a whole body")
                        .to_bytes()
                        .to_vec(),
                }
            }));
        }
        let mut replies = Vec::new();
        for reply in asked {
            replies.push(reply.await.expect("every answer comes"));
        }
        replies
    };
    tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .expect("a runtime")
        .block_on(ask)
}

#[test]
fn http_2_gets_the_same_answers_many_at_a_time_and_in_pieces_as_small_as_it_takes() {
    let server = Server::start(&["--no-watch"]);
    let map = server.get("/sitemap.xml").text();
    let pages = map
        .split("<loc>")
        .skip(1)
        .filter_map(|rest| rest.split("</loc>").next()?.splitn(4, '/').nth(3));
    let others = [
        "sitemap.xml",
        "nieuws/feed.xml",
        "static/favicon.svg",
        "geen/pagina/",
        "Nieuws",
        "nieuws/?x=1",
        "zoeken/?q=water",
    ];
    let paths: Vec<String> = pages.chain(others).map(|path| format!("/{path}")).collect();
    // The last of these waits until there is an index.
    let expected: Vec<Reply> = paths.iter().map(|path| server.get(path)).collect();
    let lasting = |reply: &Reply| {
        let headers = reply
            .headers
            .iter()
            .filter(|(name, _)| !["date", "connection"].contains(&name.as_str()));
        headers.cloned().collect::<BTreeSet<_>>()
    };
    for window in [1_000, 1_000_000] {
        for ((path, expected), reply) in paths
            .iter()
            .zip(&expected)
            .zip(multiplexed(&server, &paths, window))
        {
            assert_eq!(
                (reply.status, lasting(&reply)),
                (expected.status, lasting(expected)),
                "{path}"
            );
            assert!(reply.body == expected.body, "{path}");
        }
    }
}

#[test]
fn stopping_does_not_cut_an_answer() {
    let mut server = Server::start(&["--no-watch"]);
    let mut stream = TcpStream::connect(&server.address).expect("the server listens");
    // Half a request is on its way when the server is told to stop.
    write!(
        stream,
        "GET /sitemap.xml HTTP/1.1\r\nHost: {}\r\n",
        server.address
    )
    .expect("the server reads");
    std::thread::sleep(Duration::from_millis(300));
    server.signal("TERM");
    std::thread::sleep(Duration::from_millis(300));
    write!(stream, "\r\n").expect("the server still reads");
    let mut answer = String::new();
    stream
        .read_to_string(&mut answer)
        .expect("the whole answer comes");
    assert!(
        answer.starts_with("HTTP/1.1 200 OK") && answer.trim_end().ends_with("</urlset>"),
        "{answer}"
    );
    assert!(server.wait().success());
    assert!(
        TcpStream::connect(&server.address).is_err(),
        "nothing listens any more"
    );
}

#[test]
fn stopping_does_not_wait_for_who_asks_nothing() {
    let mut server = Server::start(&["--no-watch"]);
    let (silent, mut asking) = (
        TcpStream::connect(&server.address).expect("the server listens"),
        server.connect(),
    );
    assert_eq!(asking.get("/").expect("an answer").status, 200);
    server.signal("TERM");
    // The signal may come a moment after the next request, and then ends the connection behind its
    // answer.
    while asking.get("/").is_ok() {}
    assert!(server.wait().success());
    drop(silent);
}

#[test]
fn a_client_that_says_it_will_ask_no_more_still_gets_its_answer() {
    let server = Server::start(&["--no-watch"]);
    for (path, status) in [("/", "200"), ("/geen/pagina/", "404")] {
        let mut stream = TcpStream::connect(&server.address).expect("the server listens");
        stream
            .write_all(format!("GET {path} HTTP/1.1\r\nHost: site.example\r\n\r\n").as_bytes())
            .expect("the server reads");
        stream
            .shutdown(std::net::Shutdown::Write)
            .expect("one side can be closed");
        let mut answer = Vec::new();
        stream
            .read_to_end(&mut answer)
            .expect("the server answers, then closes");
        assert!(
            answer.starts_with(format!("HTTP/1.1 {status} ").as_bytes()),
            "{path}"
        );
        assert!(
            answer.trim_ascii_end().ends_with(b"</html>"),
            "{path} is whole"
        );
    }
}
