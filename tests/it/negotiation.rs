//! The coding that a request gets, by its `Accept-Encoding`.

use noaber::snapshot::encoding::{Coding, negotiate};

#[track_caller]
fn check(accept: &[&str], expected: Coding) {
    let values = accept.iter().map(|value| value.as_bytes());
    assert_eq!(negotiate(values), expected, "{accept:?}");
}

#[test]
fn the_heaviest_coding_wins_and_brotli_between_equals() {
    check(&["gzip, deflate, br, zstd"], Coding::Brotli);
    check(&["gzip", "br"], Coding::Brotli);
    check(&["br;q=0.5, gzip"], Coding::Gzip);
    check(&["gzip;q=0.3, br;q=0.7"], Coding::Brotli);
    check(&["GZIP"], Coding::Gzip);
    check(&["*"], Coding::Brotli);
    check(&["br;q=0, *;q=0.1"], Coding::Gzip);
    check(&["gzip;q=0.5, identity"], Coding::Identity);
    check(&["gzip ; Q=1.000"], Coding::Gzip);
}

#[test]
fn what_is_not_here_or_may_not_be_sent_is_not_sent() {
    check(&[""], Coding::Identity);
    check(&["deflate, compress, zstd"], Coding::Identity);
    check(&["br;q=0"], Coding::Identity);
    check(&["br;q=0.000"], Coding::Identity);
    check(&["br;q=2, gzip;q=1.5"], Coding::Identity);
    check(&["br;q=abc"], Coding::Identity);
    check(&[], Coding::Identity);
}
