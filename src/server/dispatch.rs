//! The outcome of a request: a response, or the work that it waits for.

use std::sync::Arc;

use axum::body::Body;
use bytes::Bytes;
use http::{HeaderMap, Response, StatusCode};

use crate::snapshot::derived::DerivedFile;
use crate::snapshot::dynamic::{DynamicHandler, ResponseFormat};
use crate::snapshot::encoding::Coding;
use crate::snapshot::file::StoredFile;
use crate::snapshot::headers;
use crate::snapshot::markdown::MarkdownBody;
use crate::snapshot::representations::Representations;

pub type HttpResponse = Response<Body>;

/// The outcome of a request.
pub enum Dispatch {
    Ready(HttpResponse),
    /// There is work to do first, which no thread of the async runtime may do.
    Deferred(Deferred),
}

/// Work that a response waits for.
pub enum Deferred {
    /// A body in the coding that was asked for.
    Encode(EncodeJob),
    /// A response to a query.
    Dynamic(QueryJob),
    /// The page for an address that does not exist, which is the query.
    NotFound(QueryJob),
    /// A page as Markdown, for programs.
    Markdown(MarkdownJob),
    /// A file that is read from disk.
    File(FileJob),
}

/// A query, with the handler that responds to it.
pub struct QueryJob {
    pub handler: Arc<dyn DynamicHandler>,
    pub text: String,
    pub format: ResponseFormat,
}

/// The work on a response of which the body is not there in the coding that was asked for.
pub struct EncodeJob {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub body: Arc<Representations>,
    pub coding: Coding,
}

/// The work on a response of which the body is made of a page.
pub struct MarkdownJob {
    pub headers: HeaderMap,
    pub body: MarkdownBody,
}

/// The work on a response of which the body is a part of a file.
pub struct FileJob {
    pub head: Response<()>,
    pub file: Arc<StoredFile>,
    /// The one that it is, if it was made of others.
    pub derived: Option<Arc<DerivedFile>>,
    pub start: u64,
    pub length: u64,
}

/// A response with a body from memory.
pub fn response(status: StatusCode, mut headers: HeaderMap, body: Bytes) -> HttpResponse {
    // RFC 9110, 8.6: a 204 has no length, and that of a 304 would be the length of the page.
    if status != StatusCode::NO_CONTENT && status != StatusCode::NOT_MODIFIED {
        headers::content_length(&mut headers, body.len() as u64);
    }
    let mut response = Response::new(Body::from(body));
    *response.status_mut() = status;
    *response.headers_mut() = headers;
    response
}
