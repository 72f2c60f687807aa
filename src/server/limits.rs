//! The limits of a server. They keep one kind of load from starving another; a limit for each
//! client is up to a proxy in front.

use std::time::Duration;

#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// Connections at one time; the next ones are closed.
    pub connections: usize,
    /// The longest that a request takes to arrive, and that a connection stays open between two.
    pub idle: Duration,
    /// The longest that a client takes nothing of what is sent.
    pub write: Duration,
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
    /// The longest that responses still take when the server stops.
    pub finish: Duration,
}

impl Default for Limits {
    fn default() -> Self {
        let cores = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
        Limits {
            connections: 4096,
            idle: Duration::from_secs(20),
            write: Duration::from_secs(60),
            head_bytes: 32 * 1024,
            streams: 128,
            running: (cores - 1).max(1),
            queued: 64,
            finish: Duration::from_secs(30),
        }
    }
}
