//! Files from disk, whole or in part (RFC 9110, 14).

use std::io::{Seek, SeekFrom};
use std::ops::RangeInclusive;
use std::sync::Arc;

use axum::body::Body;
use bytes::Bytes;
use headers::{ETag, IfRange};
use http::header::RANGE;
use http::{Method, Response, StatusCode};
use http_range_header::parse_range_header;
use tokio::io::AsyncReadExt;
use tokio_util::io::ReaderStream;

use crate::server::dispatch::{Deferred, Dispatch, FileResponse, HttpResponse, response};
use crate::server::request::RequestHead;
use crate::snapshot::Snapshot;
use crate::snapshot::encoding::Coding;
use crate::snapshot::file::StoredFile;
use crate::snapshot::headers::{HeaderTemplateId, Variant, content_length, content_range};

/// The bytes that are read from disk at a time.
const CHUNK: usize = 64 * 1024;

/// The part of a file that a request asks for.
#[derive(Debug, PartialEq, Eq)]
enum Requested {
    Whole,
    Part(RangeInclusive<u64>),
    /// A part that the file does not have.
    Unsatisfiable,
}

/// Responds to a request for a file.
pub(super) fn respond(
    snapshot: &Snapshot,
    file: &Arc<StoredFile>,
    id: HeaderTemplateId,
    request: &RequestHead<'_>,
) -> Dispatch {
    let variant = Variant {
        coding: Coding::Identity,
        ..request.variant
    };
    let (etag, length) = (file.etag(), file.length());
    if let Some(status) = request.failed_condition(&etag) {
        let headers = snapshot.headers.not_modified(id, variant, &etag);
        return Dispatch::Ready(response(status, headers, Bytes::new()));
    }
    let mut headers = snapshot.headers.with_body(id, variant, &etag);
    let is_same = |condition: IfRange| {
        let etag = etag
            .to_str()
            .ok()
            .and_then(|etag| etag.parse::<ETag>().ok());
        !condition.is_modified(etag.as_ref(), None)
    };
    let counts =
        *request.method == Method::GET && request.read_header::<IfRange>().is_none_or(is_same);
    let range = request.text_header(&RANGE).filter(|_| counts);
    let (status, range) = match range.map_or(Requested::Whole, |range| read_range(range, length)) {
        Requested::Whole => (StatusCode::OK, None),
        Requested::Part(range) => (StatusCode::PARTIAL_CONTENT, Some(range)),
        Requested::Unsatisfiable => {
            let mut headers = snapshot.headers.not_modified(id, variant, &etag);
            content_range(&mut headers, None, length);
            let status = StatusCode::RANGE_NOT_SATISFIABLE;
            return Dispatch::Ready(response(status, headers, Bytes::new()));
        }
    };
    if let Some(range) = &range {
        content_range(&mut headers, Some(range), length);
    }
    let (start, length) = range.map_or((0, length), |range| {
        (*range.start(), range.end() - range.start() + 1)
    });
    content_length(&mut headers, length);
    let mut head = Response::new(());
    *head.status_mut() = status;
    *head.headers_mut() = headers;
    Dispatch::Deferred(Deferred::File(FileResponse {
        head,
        file: file.clone(),
        start,
        length,
    }))
}

/// The part that a `Range` header asks for. One that cannot be read, or that asks for several parts, is passed over, as
/// RFC 9110, 14.2 allows.
fn read_range(range: &str, length: u64) -> Requested {
    let Ok(parsed) = parse_range_header(range) else {
        return Requested::Whole;
    };
    if parsed.ranges.len() > 1 {
        return Requested::Whole;
    }
    match parsed.validate(length) {
        Ok(ranges) => ranges
            .into_iter()
            .next()
            .map_or(Requested::Whole, Requested::Part),
        Err(_) => Requested::Unsatisfiable,
    }
}

/// Opens the file, for a body that is read while it is sent. `None` where the file is another one by now.
pub(super) async fn open(response: FileResponse) -> Option<HttpResponse> {
    let FileResponse {
        head,
        file,
        start,
        length,
    } = response;
    let opened = tokio::task::spawn_blocking(move || {
        let mut opened = file.open()?;
        opened.seek(SeekFrom::Start(start))?;
        Ok::<_, std::io::Error>(opened)
    });
    let opened = opened
        .await
        .ok()?
        .inspect_err(|error| tracing::warn!(%error, "a file waits for the next build to be sent"))
        .ok()?;
    let body = tokio::fs::File::from_std(opened).take(length);
    let body = Body::from_stream(ReaderStream::with_capacity(body, CHUNK));
    Some(head.map(|()| body))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_range_is_one_part_of_the_file() {
        let part = |range: &str| read_range(range, 1000);
        assert_eq!(part("bytes=0-0"), Requested::Part(0..=0));
        assert_eq!(part("bytes=900-"), Requested::Part(900..=999));
        assert_eq!(part("bytes=-100"), Requested::Part(900..=999));
        assert_eq!(part("bytes=-2000"), Requested::Part(0..=999));
        assert_eq!(part("bytes=0-5000"), Requested::Part(0..=999));
        assert_eq!(part("bytes=1000-"), Requested::Unsatisfiable);
        for whole in ["bytes=0-1, 5-6", "lines=1-2", "bytes=", "bytes=5-2"] {
            assert_eq!(part(whole), Requested::Whole, "{whole}");
        }
    }
}
