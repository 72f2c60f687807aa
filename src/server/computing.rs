//! Questions whose answers must be made: beside the pages, so many at one time, and no more waiting than can soon have their turn.

use std::sync::Arc;

use bytes::Bytes;
use http::request::Parts;
use http::{Method, Response};
use http_body_util::Full;
use tokio::sync::Semaphore;

use crate::server::limits::Limits;
use crate::server::respond;
use crate::server::unanswered::Unanswered;
use crate::snapshot::Snapshot;
use crate::snapshot::computed::{Computed, Outcome};

/// The places where answers are made.
#[derive(Clone)]
pub struct Computing {
    /// For who is here at all, at work or waiting.
    present: Arc<Semaphore>,
    working: Arc<Semaphore>,
    unanswered: Option<Arc<Unanswered>>,
}

impl Computing {
    pub fn new(limits: &Limits, unanswered: Option<Arc<Unanswered>>) -> Self {
        Computing {
            present: Arc::new(Semaphore::new(limits.computing + limits.waiting)),
            working: Arc::new(Semaphore::new(limits.computing)),
            unanswered,
        }
    }

    /// The answer to a request, made on a thread of its own so that no page waits for it.
    pub async fn answer(&self, snapshot: Arc<Snapshot>, computed: Arc<dyn Computed>, request: Parts) -> Response<Full<Bytes>> {
        let Ok(_present) = self.present.try_acquire() else {
            return respond::overloaded(&snapshot, &request);
        };
        // Owned, so that the place is taken until the work is done, even when the client has gone.
        let Ok(working) = self.working.clone().acquire_owned().await else {
            return respond::overloaded(&snapshot, &request);
        };
        let (kept, unanswered) = (snapshot.clone(), self.unanswered.clone());
        let answered = tokio::task::spawn_blocking(move || {
            let made = computed.answer(request.uri.query().unwrap_or_default(), respond::wanted(&request.headers));
            if let (Some(unanswered), Outcome::Unanswered(words), &Method::GET) = (unanswered, &made.outcome, &request.method) {
                unanswered.count(words);
            }
            let response = respond::answered(&snapshot, &made, &request);
            drop(working);
            response
        });
        answered.await.unwrap_or_else(|_| respond::failed(&kept))
    }
}
