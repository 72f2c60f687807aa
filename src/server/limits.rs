//! The limits of a server. They keep one kind of load from starving another, and one client from
//! taking the places of all.

use std::time::Duration;

use crate::server::client::TrustedProxies;

/// The time that a connection has for its first request, also when the server stops: hyper would
/// close one without any at once, and with it lose the request of a client that just connected. One
/// of the reserve has no more than this.
pub(super) const FIRST_REQUEST: Duration = Duration::from_secs(1);

/// The most that is read from a client that was asked to come back, in bytes.
pub(super) const LONGEST_REST: u64 = 64 * 1024;

/// The longest that a request waits for work: after the start of a very large site the search index
/// may still be under construction.
pub(super) const LONGEST_WORK: Duration = Duration::from_secs(18);

/// The longest that it waits for its turn: whoever is sent away hears it within a second.
pub(super) const LONGEST_QUEUE: Duration = Duration::from_millis(900);

/// The seconds after which a client that was sent away may try again.
pub(super) const RETRY_AFTER: u32 = 2;

/// The limits that each server sets for itself.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// Connections at one time.
    pub connections: usize,
    /// Those beyond them, of a second each, for clients that have no other.
    pub reserve: usize,
    /// Those beyond all, on which clients are asked to come back; the next ones are closed.
    pub refusals: usize,
    /// Those of one client. A proxy in front is not limited.
    pub connections_per_client: usize,
    /// The proxies in front, whose word counts for whom they ask.
    pub proxies: TrustedProxies,
    /// The longest that a request takes to arrive, and that a connection stays open between two.
    pub idle: Duration,
    /// The longest that a client takes nothing of what is sent.
    pub write: Duration,
    /// The least that it takes where there is more to send.
    pub pace: Pace,
    /// The largest request line with headers, in bytes.
    pub head_bytes: u32,
    /// Requests at one time on one HTTP/2 connection.
    pub streams: u32,
    /// Searches at one time; by default one for each processor core but one, so that pages go on
    /// being served. As many bodies are compressed at one time, and one page is made for an address
    /// that does not exist.
    pub running: usize,
    /// Requests that wait for each of these; the next ones are asked to come back, or get what
    /// there is.
    pub queued: usize,
    /// The part of these places, running or waiting, that one client may take.
    pub work_per_client: usize,
    /// Files from disk that are on their way to one client.
    pub files_per_client: usize,
    /// The longest that responses still take when the server stops.
    pub finish: Duration,
}

/// A pace, averaged over a period: a bad line sends nothing for a while, and then much.
#[derive(Clone, Copy, Debug)]
pub struct Pace {
    pub bytes: usize,
    pub period: Duration,
}

impl Default for Limits {
    fn default() -> Self {
        let cores = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
        Limits {
            connections: 4096,
            reserve: 256,
            refusals: 256,
            connections_per_client: 512,
            proxies: TrustedProxies::default(),
            idle: Duration::from_secs(20),
            write: Duration::from_secs(60),
            pace: Pace {
                bytes: 16 * 1024,
                period: Duration::from_secs(30),
            },
            head_bytes: 32 * 1024,
            streams: 128,
            running: (cores - 1).max(1),
            queued: 64,
            work_per_client: 16,
            files_per_client: 128,
            finish: Duration::from_secs(30),
        }
    }
}
