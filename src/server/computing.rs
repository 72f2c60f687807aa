//! Questions whose answers must be made: beside the pages, so many at one time, and no more waiting than can soon have their turn.

use std::sync::Arc;
use std::time::Duration;

use http::Method;
use http::request::Parts;
use tokio::sync::Semaphore;
use tokio::time::timeout;

use crate::server::asked::Asked;
use crate::server::limits::Limits;
use crate::server::respond::{self, Answered};
use crate::server::unanswered::Unanswered;
use crate::snapshot::Snapshot;
use crate::snapshot::dynamic::{DynamicHandler, DynamicOutcome};

/// Nobody is made to wait longer: what answers are made from may itself be in the making, after the start of a very large site.
const LONGEST_WAIT: Duration = Duration::from_secs(18);

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
    pub async fn answer(
        &self,
        snapshot: Arc<Snapshot>,
        computed: Arc<dyn DynamicHandler>,
        question: String,
        request: Parts,
    ) -> Answered {
        let hasty = computed.fallback(&question);
        let (kept, asked) = (snapshot.clone(), request.clone());
        if let Ok(_present) = self.present.try_acquire()
            && let Ok(answered) = timeout(
                LONGEST_WAIT,
                self.make(snapshot, computed, question, request),
            )
            .await
        {
            return answered.unwrap_or_else(|| respond::failed(&kept));
        }
        match hasty {
            Some(made) => respond::answered(&kept, &made, &Asked::from(&asked)),
            None => respond::overloaded(&kept, &Asked::from(&asked)),
        }
    }

    /// The answer, when its turn has come. `None` where making it broke.
    async fn make(
        &self,
        snapshot: Arc<Snapshot>,
        computed: Arc<dyn DynamicHandler>,
        question: String,
        request: Parts,
    ) -> Option<Answered> {
        // Owned, so that the place is taken until the work is done, even when the client has gone.
        let working = self
            .working
            .clone()
            .acquire_owned()
            .await
            .expect("the places are never closed");
        let unanswered = self.unanswered.clone();
        let work = move || {
            let made = computed.respond(&question, respond::wanted(&request.headers));
            if let (Some(unanswered), DynamicOutcome::NoResults(words), &Method::GET) =
                (unanswered, &made.outcome, &request.method)
            {
                unanswered.count(words);
            }
            let answered = respond::answered(&snapshot, &made, &Asked::from(&request));
            drop(working);
            answered
        };
        tokio::task::spawn_blocking(work).await.ok()
    }
}
