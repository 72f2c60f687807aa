//! The file with the searches that had no result.

use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use anyhow::Context;

use noaber::zero_results::ZeroResultQueries;

use crate::commands::{read_or_empty, replace_file};

/// The time within which counts that changed are written to their file.
const WRITE_INTERVAL: Duration = Duration::from_secs(2);

/// The searches that had no result, and the file in which they outlive the program.
pub struct Stats {
    path: PathBuf,
    pub zero_results: Arc<ZeroResultQueries>,
}

impl Stats {
    /// Goes on from what the file holds. A file that is not there yet is made at once, so that a
    /// wrong path is known at the start.
    pub fn open(path: PathBuf) -> anyhow::Result<Self> {
        let lines = read_or_empty(&path)?;
        let stats = Stats {
            path,
            zero_results: Arc::new(ZeroResultQueries::from_lines(&lines)),
        };
        std::fs::write(&stats.path, stats.zero_results.lines())
            .with_context(|| format!("{} kan niet worden geschreven", stats.path.display()))?;
        Ok(stats)
    }

    /// Writes the counts soon after they changed, for as long as the program runs.
    pub async fn keep(&self) {
        let mut ticks = tokio::time::interval(WRITE_INTERVAL);
        let mut written = self.zero_results.lines();
        loop {
            ticks.tick().await;
            let lines = self.zero_results.lines();
            if lines != written {
                self.write();
                written = lines;
            }
        }
    }

    /// The file is small, and replaced whole.
    pub fn write(&self) {
        if let Err(error) = replace_file(&self.path, &self.zero_results.lines()) {
            tracing::warn!(%error, "the searches without a result could not be written");
        }
    }
}
