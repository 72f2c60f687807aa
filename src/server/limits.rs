//! What a client may ask for, so that one cannot take the site away from the others.

use std::time::Duration;

/// The bounds of a server.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// Connections at one time; the next ones wait in the queue of the system.
    pub connections: usize,
    /// The longest that nothing is sent on a connection: that a request takes to arrive, that none comes, or that an answer is not
    /// taken.
    pub silence: Duration,
    /// The largest request line with headers, in bytes.
    pub head_bytes: usize,
    /// Requests at one time on one HTTP/2 connection.
    pub streams: u32,
    /// Questions that are worked on at one time; by default one for each processor core but one, so that pages go on being served.
    pub computing: usize,
    /// Questions that wait for their turn; who comes after is asked to come back.
    pub waiting: usize,
    /// How long answers may still take when the server stops.
    pub finish: Duration,
    /// Threads that serve connections; by default one for each processor core.
    pub workers: usize,
}

impl Default for Limits {
    fn default() -> Self {
        let cores = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
        Limits {
            connections: 4096,
            silence: Duration::from_secs(20),
            head_bytes: 32 * 1024,
            streams: 128,
            computing: (cores - 1).max(1),
            waiting: 64,
            finish: Duration::from_secs(10),
            workers: cores,
        }
    }
}
