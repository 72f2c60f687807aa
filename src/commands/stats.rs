//! The file with what visitors asked in vain: searches without a result, and addresses that do not
//! exist.

use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use noaber::threshold_counter::ThresholdCounter;

use crate::commands::{cannot_write, read_or_empty, replace_file};

/// The time within which counts that changed are written to their file.
const WRITE_INTERVAL: Duration = Duration::from_secs(2);

/// The counts of all that was asked in vain, and the file in which they outlive the program.
pub struct Stats {
    path: PathBuf,
    pub searches: Arc<ThresholdCounter>,
    pub addresses: Arc<ThresholdCounter>,
}

impl Stats {
    /// Goes on from what the file holds. A file that is not there yet is made at once, so that a
    /// wrong path is known at the start.
    pub fn open(path: PathBuf) -> anyhow::Result<Self> {
        let lines = read_or_empty(&path)?;
        // No search begins with a slash, and every address does.
        let is_address = |line: &&str| line.contains("\t/");
        let (addresses, searches): (Vec<_>, Vec<_>) = lines.lines().partition(is_address);
        let counts = |lines: Vec<&str>| Arc::new(ThresholdCounter::from_lines(&lines.join("\n")));
        let stats = Stats {
            path,
            searches: counts(searches),
            addresses: counts(addresses),
        };
        std::fs::write(&stats.path, stats.lines())
            .map_err(|cause| cannot_write(&stats.path, &cause))?;
        Ok(stats)
    }

    /// Writes the counts soon after they changed, for as long as the program runs.
    pub async fn keep(&self) {
        let mut ticks = tokio::time::interval(WRITE_INTERVAL);
        let mut written = self.lines();
        loop {
            ticks.tick().await;
            let lines = self.lines();
            if lines != written {
                self.write();
                written = lines;
            }
        }
    }

    fn lines(&self) -> String {
        self.searches.lines() + &self.addresses.lines()
    }

    /// The file is small, and replaced whole.
    pub fn write(&self) {
        if let Err(error) = replace_file(&self.path, &self.lines()) {
            tracing::warn!(%error, "what was asked in vain could not be written");
        }
    }
}
