//! Every answer that the fast path gives is the answer that the plain path gives, and says what the page says.

use std::collections::HashMap;
use std::sync::Arc;

use http::{HeaderMap, Method, Request, Response, Version};
use http_body_util::{BodyExt, Full};
use noaber::compile;
use noaber::content::Folders;
use noaber::server::asked::Asked;
use noaber::server::respond::{Reply, from_snapshot, respond};
use noaber::site::Drafts;
use noaber::snapshot::Snapshot;

use crate::support::project;

const ACCEPT: [Option<&str>; 8] = [
    None,
    Some(""),
    Some("br, gzip"),
    Some("gzip, deflate"),
    Some("zstd"),
    Some("identity;q=0.5, gzip;q=0"),
    Some("br;q=0.1, zstd;q=0.2, gzip;q=0.3"),
    Some("*"),
];

fn snapshot() -> Arc<Snapshot> {
    let folders = Folders {
        content: project().join("content"),
        assets: project().join("static"),
    };
    compile(
        &folders,
        "2026-11-23T12:00:00Z".parse().expect("a moment"),
        Drafts::Hide,
        None,
    )
    .expect("a site")
    .snapshot
}

fn body(response: Response<Full<bytes::Bytes>>) -> Vec<u8> {
    let collected = tokio::runtime::Builder::new_current_thread()
        .build()
        .expect("a runtime")
        .block_on(response.into_body().collect());
    collected.expect("a body in memory").to_bytes().to_vec()
}

/// What the two paths answer to one request, after they were found to be the same. `None` where the fast path leaves it.
#[track_caller]
fn both(
    snapshot: &Snapshot,
    method: &Method,
    path: &str,
    headers: &[(&str, &str)],
) -> Option<(u16, HeaderMap, Vec<u8>)> {
    let mut request = Request::builder()
        .method(method)
        .uri(path)
        .version(Version::HTTP_11)
        .header("host", "site.example");
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    let (parts, ()) = request.body(()).expect("a request").into_parts();
    let fast = from_snapshot(snapshot, &Asked::from(&parts))?;
    let Reply::Ready(plain) = respond(snapshot, &Asked::from(&parts), |_| None) else {
        panic!("{path} is there")
    };
    assert_eq!(fast.status(), plain.status(), "{method} {path} {headers:?}");
    assert_eq!(
        fast.headers(),
        plain.headers(),
        "{method} {path} {headers:?}"
    );
    let (status, headers) = (fast.status().as_u16(), fast.headers().clone());
    let (fast, plain) = (body(fast), body(plain));
    assert!(fast == plain, "{method} {path}: the bodies differ");
    Some((status, headers, fast))
}

fn decoded(headers: &HeaderMap, body: &[u8]) -> Vec<u8> {
    let mut plain = Vec::new();
    match headers
        .get("content-encoding")
        .map(http::HeaderValue::as_bytes)
    {
        None => plain.extend(body),
        Some(b"br") => brotli::BrotliDecompress(&mut &*body, &mut plain).expect("valid brotli"),
        Some(b"zstd") => plain = zstd::stream::decode_all(body).expect("valid zstd"),
        Some(b"gzip") => drop(
            std::io::copy(&mut flate2::read::GzDecoder::new(body), &mut plain).expect("valid gzip"),
        ),
        Some(other) => panic!("an unknown coding: {other:?}"),
    }
    plain
}

/// Asks for every address in every coding under every condition, and returns the bytes of each tag.
fn ask_for_all(snapshot: &Snapshot) -> HashMap<String, Vec<u8>> {
    let mut tagged: HashMap<String, Vec<u8>> = HashMap::new();
    for (route, answer) in snapshot.iter() {
        let noaber::snapshot::Answer::Page(stored) = answer else {
            assert!(
                both(snapshot, &Method::GET, route.as_str(), &[]).is_none(),
                "{route} is left to the plain path"
            );
            continue;
        };
        for accept in ACCEPT {
            let accept: Vec<(&str, &str)> = accept
                .map(|accept| ("accept-encoding", accept))
                .into_iter()
                .collect();
            let with = |more: &[(&'static str, &str)]| {
                let headers: Vec<(&str, &str)> = accept
                    .iter()
                    .copied()
                    .chain(more.iter().map(|(name, value)| (*name, *value)))
                    .collect();
                both(snapshot, &Method::GET, route.as_str(), &headers)
                    .expect("the fast path has every page")
            };
            let (status, headers, sent) = with(&[]);
            assert_eq!(status, 200);
            assert!(
                decoded(&headers, &sent) == stored.body(),
                "{route} {accept:?}: what is sent is the page"
            );
            let tag = headers["etag"].to_str().expect("a tag is text").to_owned();
            let known = tagged.entry(tag.clone()).or_insert_with(|| sent.clone());
            assert!(*known == sent, "{route}: {tag} names other bytes too");
            assert_eq!(with(&[("if-none-match", &tag)]).0, 304);
            assert_eq!(
                with(&[("if-none-match", &format!("\"x\", W/{tag}"))]).0,
                304
            );
            assert_eq!(with(&[("if-none-match", "\"x\"")]).0, 200);
            assert_eq!(with(&[("if-match", "\"x\"")]).0, 412);
            assert_eq!(
                with(&[("if-match", &tag), ("x-forwarded-proto", "https")]).0,
                200
            );
            let (_, mut head, none) = both(snapshot, &Method::HEAD, route.as_str(), &accept)
                .expect("the fast path has every page");
            let length = head
                .remove("content-length")
                .expect("HEAD says how long the body is");
            assert_eq!(
                (length.as_bytes(), none.len()),
                (sent.len().to_string().as_bytes(), 0),
                "{route}"
            );
            assert_eq!(head, headers, "{route}: HEAD and GET have the same headers");
        }
    }
    tagged
}

#[test]
fn the_fast_path_answers_as_the_plain_path_does() {
    let snapshot = snapshot();
    let quick = ask_for_all(&snapshot);
    for (_, answer) in snapshot.iter().take(5) {
        if let noaber::snapshot::Answer::Page(stored) = answer {
            stored.forms.improve();
        }
    }
    for (tag, best) in ask_for_all(&snapshot) {
        assert!(
            quick.get(&tag).is_none_or(|quick| *quick == best),
            "{tag} names other bytes after the best forms were made"
        );
    }
}

#[test]
fn the_fast_path_leaves_what_it_does_not_know() {
    let snapshot = snapshot();
    for (method, path) in [
        (Method::POST, "/"),
        (Method::OPTIONS, "/"),
        (Method::GET, "/Nieuws"),
        (Method::GET, "/geen-pagina/"),
    ] {
        assert!(
            both(&snapshot, &method, path, &[]).is_none(),
            "{method} {path}"
        );
    }
}
