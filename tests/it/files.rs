//! Large files, which are sent from disk: whole, in part, and never as another file than was
//! compiled.

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::PathBuf;

use crate::support::rng::SeededRng;
use crate::support::{Reply, Server, TestSite};

const PATH: &str = "/static/film.mp4";

/// A site with a film, and what the film holds.
struct SiteWithFilm {
    site: TestSite,
    server: Server,
    film: Vec<u8>,
}

impl SiteWithFilm {
    fn new() -> Self {
        let site = TestSite::new();
        let film: Vec<u8> = (0..200_000_u32)
            .map(|number| (number % 251) as u8)
            .collect();
        fs::write(path(&site), &film).expect("a file can be written");
        let server = Server::start(&["--no-watch", "--content", &site.content()]);
        SiteWithFilm { site, server, film }
    }

    fn part(&self, range: &str) -> Reply {
        self.server.get_with(PATH, &[("Range", range)])
    }
}

fn path(site: &TestSite) -> PathBuf {
    site.folder().join("static/film.mp4")
}

#[test]
fn a_file_comes_whole_with_its_length_and_a_strong_tag() {
    let SiteWithFilm {
        site: _site,
        server,
        film,
    } = SiteWithFilm::new();
    let reply = server.get_with(PATH, &[("Accept-Encoding", "br, gzip")]);
    assert_eq!(reply.status, 200);
    assert!(reply.body == film, "it comes byte for byte");
    assert_eq!(reply.header("content-type"), Some("video/mp4"));
    assert_eq!(reply.header("accept-ranges"), Some("bytes"));
    assert_eq!(reply.header("content-length"), Some("200000"));
    assert_eq!(reply.header("content-encoding"), None);
    let tag = reply.header("etag").expect("a tag");
    assert!(tag.starts_with('"'), "{tag} names exactly these bytes");
    let again = server.get_with(PATH, &[("If-None-Match", tag)]);
    assert_eq!((again.status, again.body.len()), (304, 0));
    let matching = server.get_with(PATH, &[("If-Match", tag)]);
    assert_eq!(matching.status, 200);
    let other = server.get_with(PATH, &[("If-Match", "\"other\"")]);
    assert_eq!(other.status, 412);
    let head = server.request("HEAD", PATH, &[("Range", "bytes=0-9")]);
    assert_eq!(
        (head.status, head.header("content-length")),
        (200, Some("200000"))
    );
}

#[test]
fn a_part_of_a_file_comes_alone() {
    let site = SiteWithFilm::new();
    for (range, start, end) in [
        ("bytes=0-0", 0, 0),
        ("bytes=199000-", 199_000, 199_999),
        ("bytes=-1000", 199_000, 199_999),
        ("bytes=-900000", 0, 199_999),
        ("bytes=100-900000", 100, 199_999),
        ("Bytes=100-99999999999999999999", 100, 199_999),
    ] {
        let reply = site.part(range);
        assert_eq!(reply.status, 206, "{range}");
        let described = format!("bytes {start}-{end}/200000");
        assert_eq!(reply.header("content-range"), Some(&*described), "{range}");
        assert!(reply.body == site.film[start..=end], "{range}");
    }
    for beyond in ["bytes=200000-", "bytes=-0", "bytes=99999999999999999999-"] {
        let reply = site.part(beyond);
        assert_eq!(
            (reply.status, reply.header("content-range")),
            (416, Some("bytes */200000")),
            "{beyond}"
        );
    }
    let many = format!("bytes=0-{}", ",0-199999".repeat(1_000));
    for unread in [
        "bytes=0-1, 5-6",
        "bytes=0-,0-,0-",
        &many,
        "lines=1-2",
        "bytes=x",
        "bytes=+1-5",
        "bytes=5-1",
        "bytes=--5",
        "bytes=-",
    ] {
        let reply = site.part(unread);
        assert_eq!(reply.status, 200, "{unread:.40} is passed over");
        assert_eq!(reply.body.len(), 200_000, "{unread:.40}: it comes once");
    }
}

#[test]
fn a_download_that_breaks_off_at_any_place_goes_on_byte_for_byte() {
    let site = TestSite::new();
    let film: Vec<u8> = (0..5_000_000_u32)
        .map(|number| number.wrapping_mul(2_654_435_761).to_be_bytes()[0])
        .collect();
    fs::write(path(&site), &film).expect("a file can be written");
    let server = Server::start(&["--no-watch", "--content", &site.content()]);
    let tag = server.request("HEAD", PATH, &[]);
    let tag = tag.header("etag").expect("a tag").to_owned();
    let mut received = Vec::new();
    let mut random = SeededRng(25);
    while received.len() < film.len() {
        let range = format!("bytes={}-", received.len());
        let mut stream = TcpStream::connect(&server.address).expect("the server listens");
        let request =
            format!("GET {PATH} HTTP/1.1\r\nHost: a\r\nRange: {range}\r\nIf-Range: {tag}\r\n\r\n");
        stream.write_all(request.as_bytes()).expect("it is read");
        let mut reader = BufReader::new(stream);
        let mut line = String::new();
        while line != "\r\n" {
            line.clear();
            reader.read_line(&mut line).expect("a head comes");
            assert!(!line.starts_with("HTTP/1.1 200"), "it goes on: {range}");
        }
        let left = film.len() - received.len();
        let part = (random.below(900_000) + 1).min(left);
        let begun = received.len();
        received.resize(begun + part, 0);
        reader.read_exact(&mut received[begun..]).expect("it comes");
    }
    assert!(received == film);
}

#[test]
fn a_download_goes_on_only_where_the_file_is_the_same() {
    let SiteWithFilm {
        site: _site,
        server,
        film,
    } = SiteWithFilm::new();
    let tag = server.get(PATH).header("etag").expect("a tag").to_owned();
    let resume = |condition: &str| {
        server.get_with(PATH, &[("Range", "bytes=150000-"), ("If-Range", condition)])
    };
    let same = resume(&tag);
    assert!(same.status == 206 && same.body == film[150_000..]);
    for other in [
        "\"other\"",
        &format!("W/{tag}"),
        "Mon, 23 Nov 2026 12:00:00 GMT",
    ] {
        let whole = resume(other);
        assert!(whole.status == 200 && whole.body == film, "{other}");
    }
}

#[test]
fn a_file_that_was_replaced_waits_for_the_next_build() {
    let SiteWithFilm { site, server, .. } = SiteWithFilm::new();
    let next = vec![7; 300_000];
    fs::write(path(&site), &next).expect("a file can be written");
    let waiting = server.get(PATH);
    assert_eq!(
        (waiting.status, waiting.header("retry-after")),
        (503, Some("2"))
    );
    server.signal("HUP");
    let begun = std::time::Instant::now();
    let reply = loop {
        let reply = server.get(PATH);
        if reply.status == 200 || begun.elapsed().as_secs() > 30 {
            break reply;
        }
        std::thread::sleep(std::time::Duration::from_millis(20));
    };
    assert!(reply.status == 200 && reply.body == next);
}

#[test]
fn a_link_in_place_of_a_file_is_not_followed() {
    let SiteWithFilm { site, server, .. } = SiteWithFilm::new();
    let secret = site.folder().join("geheim");
    fs::write(&secret, vec![1; 200_000]).expect("a file can be written");
    fs::remove_file(path(&site)).expect("the file is there");
    std::os::unix::fs::symlink(&secret, path(&site)).expect("a link can be made");
    assert_eq!(server.get(PATH).status, 503);
}

#[test]
fn a_link_into_a_file_keeps_the_place_in_it() {
    let site = TestSite::new();
    fs::write(site.folder().join("static/plan.pdf"), "x").expect("a file can be written");
    site.write(
        "plan.md",
        "+++\ntitle = \"Plan\"\nsummary = \"Plan.\"\n+++\n[Blad 2](../static/plan.pdf#page=2)\n",
    );
    let page = site.build(&[]).read("/plan/");
    assert!(page.contains(".pdf#page=2\">Blad 2"), "{page}");
}

#[test]
fn the_export_holds_the_file_as_it_is() {
    let SiteWithFilm { site, film, .. } = SiteWithFilm::new();
    let built = site.build(&[]);
    let copy = fs::read(built.folder().join("static/film.mp4")).expect("it was written");
    assert!(copy == film);
}

#[test]
fn a_text_that_is_not_utf_8_is_served_with_the_charset_that_it_is_written_in() {
    let site = TestSite::new();
    let wide: Vec<u8> = [0xff, 0xfe]
        .into_iter()
        .chain("café;3".encode_utf16().flat_map(u16::to_le_bytes))
        .collect();
    let files: [(&str, &[u8], &str); 11] = [
        (
            "nieuw.csv",
            "café;€ 3\n".as_bytes(),
            "text/csv; charset=utf-8",
        ),
        (
            "kantoor.csv",
            b"caf\xe9;\x80 3\n",
            "text/csv; charset=windows-1252",
        ),
        ("breed.csv", &wide, "text/csv; charset=utf-16"),
        (
            "kantoor.txt",
            b"caf\xe9\n",
            "text/plain; charset=windows-1252",
        ),
        ("leeg.txt", b"", "text/plain; charset=utf-8"),
        ("oud.html", b"<meta charset=latin1>caf\xe9", "text/html"),
        ("route.gpx", b"<gpx/>", "application/gpx+xml"),
        ("ondertitels.vtt", b"WEBVTT\n", "text/vtt; charset=utf-8"),
        ("lezing.epub", b"PK", "application/epub+zip"),
        ("program.wasm", b"\0asm", "application/octet-stream"),
        ("beeld.png", b"\x89PNG", "image/png"),
    ];
    for (name, bytes, _) in files {
        let path = site.folder().join("static").join(name);
        fs::write(path, bytes).expect("a file can be written");
    }
    let server = Server::start(&["--no-watch", "--content", &site.content()]);
    for (name, bytes, media_type) in files {
        let reply = server.get(&format!("/static/{name}"));
        assert_eq!(reply.header("content-type"), Some(media_type), "{name}");
        assert_eq!(reply.body, bytes, "{name}");
    }
}
