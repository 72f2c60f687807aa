//! Responses that cannot be stored, because they depend on the query of the address.

use std::fmt;

use crate::digest::Digest;
use crate::route::Route;
use crate::snapshot::Stored;

/// The responses of one address. They depend on nothing but the query: no clock, no disk, nothing
/// of the visitor.
pub trait DynamicHandler: Send + Sync {
    /// The response to a query, which is what follows the `?` of the address, and may be
    /// empty.
    fn respond(&self, query: &str, format: ResponseFormat) -> DynamicResponse;

    /// The response when there is no time to make one. `None` where the client must come back.
    fn fallback(&self, _query: &str) -> Option<DynamicResponse> {
        None
    }

    /// The page at this address where no query can be answered, as in a folder of files.
    fn without_queries(&self) -> Stored {
        self.respond("", ResponseFormat::Html).stored
    }

    /// A digest of all that responses are made from.
    fn digest(&self) -> Digest;
}

/// A format that the client can read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ResponseFormat {
    Html,
    Json,
}

/// The response to one query.
#[derive(Debug)]
pub struct DynamicResponse {
    pub stored: Stored,
    pub outcome: DynamicOutcome,
}

/// The outcome of a query, which decides the status.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DynamicOutcome {
    Found,
    /// Nothing is found for these words.
    NoResults(String),
    /// One page is what is asked for: it is at this address.
    SeeOther(Route),
    /// The query cannot be read; the body says why.
    BadRequest,
    /// There is no such address; the query was its path.
    NotFound,
}

impl fmt::Debug for dyn DynamicHandler {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "DynamicHandler({:.16})", self.digest())
    }
}
