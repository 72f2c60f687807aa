//! The log on the standard error, written on a thread of its own, so that no request waits for
//! whoever reads it.

use std::io::{self, IsTerminal};

use tracing_appender::non_blocking::WorkerGuard;
use tracing_subscriber::EnvFilter;

/// The format of the log.
#[derive(Clone, Copy, clap::ValueEnum)]
pub enum LogFormat {
    Text,
    Json,
}

/// Starts the log. `NOABER_LOG` says what goes into it, or else `usual`. When lines come faster
/// than they are read, those that do not fit are left out. What still waits is written when the
/// guard is dropped.
pub fn start(format: LogFormat, usual: &str) -> WorkerGuard {
    let (writer, guard) = tracing_appender::non_blocking(io::stderr());
    let filter = EnvFilter::try_from_env("NOABER_LOG").unwrap_or_else(|_| EnvFilter::new(usual));
    let log = tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_writer(writer)
        .with_ansi(io::stderr().is_terminal());
    match format {
        LogFormat::Text => log.init(),
        LogFormat::Json => log.json().flatten_event(true).init(),
    }
    guard
}
