//! The log on the standard error, written on a thread of its own, so that no request waits for
//! whoever reads it.

use std::io::{self, IsTerminal, Write};

use tracing_appender::non_blocking::{NonBlocking, WorkerGuard};
use tracing_subscriber::EnvFilter;

/// The format of the log.
#[derive(Clone, Copy, clap::ValueEnum)]
pub enum LogFormat {
    Text,
    Json,
}

/// The log that was started. What still waits is written when it is dropped.
pub struct Log {
    writer: NonBlocking,
    _guard: WorkerGuard,
}

impl Log {
    /// A writer of texts between the lines of the log. Like those, they wait for no reader.
    pub fn writer(&self) -> impl FnMut(&str) + Send + use<> {
        let mut writer = self.writer.clone();
        move |text| {
            // What cannot be written now is left out.
            let _ = writer.write_all(text.as_bytes());
        }
    }
}

/// Starts the log. `NOABER_LOG` says what goes into it, or else `usual`. When lines come faster
/// than they are read, those that do not fit are left out.
pub fn start(format: LogFormat, usual: &str) -> Log {
    let (writer, guard) = tracing_appender::non_blocking(io::stderr());
    let filter = EnvFilter::try_from_env("NOABER_LOG").unwrap_or_else(|_| EnvFilter::new(usual));
    let log = tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_writer(writer.clone())
        .with_ansi(io::stderr().is_terminal());
    match format {
        LogFormat::Text => log.init(),
        LogFormat::Json => log.json().flatten_event(true).init(),
    }
    Log {
        writer,
        _guard: guard,
    }
}
