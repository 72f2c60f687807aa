//! Files from disk, whole or in part (RFC 9110, 14).

use std::io::{Seek, SeekFrom};
use std::ops::RangeInclusive;
use std::sync::Arc;

use ::headers::{ETag, IfRange};
use axum::body::Body;
use bytes::Bytes;
use http::header::RANGE;
use http::{Method, Response, StatusCode};
use tokio::io::AsyncReadExt;
use tokio_stream::StreamExt;
use tokio_util::io::ReaderStream;

use crate::server::client::ClientPlace;
use crate::server::dispatch::{Deferred, Dispatch, FileJob, HttpResponse, response};
use crate::server::request::RequestHead;
use crate::snapshot::Snapshot;
use crate::snapshot::derived::DerivedFile;
use crate::snapshot::file::StoredFile;
use crate::snapshot::headers;

/// The bytes that are read from disk at a time.
const CHUNK: usize = 64 * 1024;

/// The part of a file that a request asks for.
enum Requested {
    Whole,
    Part(RangeInclusive<u64>),
    /// A part that the file does not have.
    Unsatisfiable,
}

/// The outcome of a request for a file, which may be one that was made of others.
pub(super) fn dispatch(
    snapshot: &Snapshot,
    file: &Arc<StoredFile>,
    derived: Option<&Arc<DerivedFile>>,
    request: &RequestHead<'_>,
) -> Dispatch {
    let (etag, length) = (file.etag(), file.length());
    let mut headers = snapshot.headers.of_file(file, request.variant.scheme);
    headers::etag(&mut headers, &etag);
    if let Some(status) = request.failed_condition(&etag) {
        headers::not_modified(&mut headers);
        return Dispatch::Ready(response(status, headers, Bytes::new()));
    }
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
        Requested::Whole => (StatusCode::OK, 0..=length - 1),
        Requested::Part(range) => {
            headers::content_range(&mut headers, Some(&range), length);
            (StatusCode::PARTIAL_CONTENT, range)
        }
        Requested::Unsatisfiable => {
            headers::not_modified(&mut headers);
            headers::content_range(&mut headers, None, length);
            let status = StatusCode::RANGE_NOT_SATISFIABLE;
            return Dispatch::Ready(response(status, headers, Bytes::new()));
        }
    };
    let (start, length) = (*range.start(), range.end() - range.start() + 1);
    headers::content_length(&mut headers, length);
    let mut head = Response::new(());
    *head.status_mut() = status;
    *head.headers_mut() = headers;
    Dispatch::Deferred(Deferred::File(FileJob {
        head,
        file: file.clone(),
        derived: derived.cloned(),
        start,
        length,
    }))
}

/// The part that a `Range` header asks for. One that cannot be read, or that asks for several
/// parts, is passed over, as RFC 9110, 14.2 allows.
fn read_range(range: &str, length: u64) -> Requested {
    let bounds = range
        .split_once('=')
        .filter(|(unit, _)| unit.eq_ignore_ascii_case("bytes"))
        .and_then(|(_, range)| range.split_once('-'));
    let Some((first, last)) = bounds else {
        return Requested::Whole;
    };
    let end = length - 1;
    let range = match (position(first), position(last)) {
        (Some(first), Some(last)) if first <= last => first..=last.min(end),
        (Some(first), None) if last.is_empty() => first..=end,
        // The last bytes: so many.
        (None, Some(count)) if first.is_empty() => length.saturating_sub(count)..=end,
        _ => return Requested::Whole,
    };
    if range.is_empty() {
        Requested::Unsatisfiable
    } else {
        Requested::Part(range)
    }
}

/// A position in a file, which is written in digits alone. One that is too large to be told is
/// beyond the end of any file.
fn position(digits: &str) -> Option<u64> {
    let is_number = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
    is_number.then(|| digits.parse().unwrap_or(u64::MAX))
}

/// Opens the file, for a body that is read while it is sent. `None` where the file is another one
/// by now. The client holds its place until the body is sent.
pub(super) async fn open(response: FileJob, place: ClientPlace) -> Option<HttpResponse> {
    let FileJob {
        head,
        file,
        start,
        length,
        ..
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
    let chunks = ReaderStream::with_capacity(body, CHUNK);
    let body = Body::from_stream(chunks.map(move |chunk| {
        let _held = &place;
        chunk
    }));
    Some(head.map(|()| body))
}
