//! The answers, made once: the same bytes and headers as the site gives.

use std::collections::HashMap;
use std::fs;
use std::path::Path;

use bytes::Bytes;
use http::header::ETAG;
use http::{HeaderMap, HeaderName, HeaderValue};

/// Reads a folder that `side-by-side` wrote: `headers` with a header on each line, `routes` with an
/// address and its tag on each line, and below `www` the body of each address.
pub fn read(folder: &Path) -> anyhow::Result<HashMap<String, (HeaderMap, Bytes)>> {
    let mut headers = HeaderMap::new();
    for line in fs::read_to_string(folder.join("headers"))?.lines() {
        if let Some((name, value)) = line.split_once(": ") {
            headers.insert(
                HeaderName::from_bytes(name.as_bytes())?,
                HeaderValue::from_str(value)?,
            );
        }
    }
    let mut answers = HashMap::new();
    for line in fs::read_to_string(folder.join("routes"))?.lines() {
        let Some((route, etag)) = line.split_once('\t') else {
            continue;
        };
        let mut headers = headers.clone();
        headers.insert(ETAG, HeaderValue::from_str(etag)?);
        let body = fs::read(folder.join("www").join(&route[1..]).join("index.html.br"))?;
        answers.insert(route.to_owned(), (headers, body.into()));
    }
    Ok(answers)
}
