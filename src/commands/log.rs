//! The log: lines wait in memory and are written together, so that no request waits for whoever reads them.

use std::io::{self, IsTerminal, Write};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::thread::JoinHandle;
use std::time::Duration;

use tracing_subscriber::EnvFilter;

/// How the log is written.
#[derive(Clone, Copy, clap::ValueEnum)]
pub enum LogFormat {
    Text,
    Json,
}

/// How long a line waits at most.
const WAIT: Duration = Duration::from_millis(100);

/// How many lines wait at most. When more come, those that do not fit are left out: answers go before lines.
const LINES: usize = 16 * 1024;

/// Writes the lines that still wait when it is dropped.
pub struct Log {
    ended: Arc<AtomicBool>,
    writer: Option<JoinHandle<()>>,
}

/// Starts the log on the standard error. `NOABER_LOG` says what goes into it, or else `usual`.
pub fn start(format: LogFormat, usual: &str) -> io::Result<Log> {
    let (lines, waiting) = sync_channel(LINES);
    let ended = Arc::new(AtomicBool::new(false));
    let seen = ended.clone();
    let writer = std::thread::Builder::new()
        .name("log".to_owned())
        .spawn(move || write(&waiting, &seen))?;
    let filter = EnvFilter::try_from_env("NOABER_LOG").unwrap_or_else(|_| EnvFilter::new(usual));
    let log = tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_writer(move || Line(lines.clone()))
        .with_ansi(io::stderr().is_terminal());
    match format {
        LogFormat::Text => log.init(),
        LogFormat::Json => log.json().flatten_event(true).init(),
    }
    Ok(Log {
        ended,
        writer: Some(writer),
    })
}

impl Drop for Log {
    fn drop(&mut self) {
        self.ended.store(true, Ordering::Release);
        if let Some(writer) = self.writer.take() {
            // A writer that has panicked has nothing more to write.
            let _ = writer.join();
        }
    }
}

/// The writer never waits in the channel, so a line that is sent wakes nobody and costs no system call.
fn write(waiting: &Receiver<Vec<u8>>, ended: &AtomicBool) {
    let mut together = Vec::new();
    loop {
        let last = ended.load(Ordering::Acquire);
        together.extend(waiting.try_iter().flatten());
        if !together.is_empty() {
            // There is no place to tell that the log cannot be written.
            let _ = io::stderr().write_all(&together);
            together.clear();
        }
        if last {
            return;
        }
        std::thread::sleep(WAIT);
    }
}

/// Takes one line.
struct Line(SyncSender<Vec<u8>>);

impl Write for Line {
    fn write(&mut self, line: &[u8]) -> io::Result<usize> {
        // Where there is no room, or nobody who writes any more, the line is lost.
        let _ = self.0.try_send(line.to_vec());
        Ok(line.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
