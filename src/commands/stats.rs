//! The file with what was asked and not found.

use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use anyhow::Context;

use noaber::server::unanswered::Unanswered;

/// How soon counts that changed are written to their file.
const SOON: Duration = Duration::from_secs(2);

/// What was asked and not found, and the file that outlives the program.
pub struct Stats {
    path: PathBuf,
    pub unanswered: Arc<Unanswered>,
}

impl Stats {
    /// Goes on from what the file holds. A file that is not there yet is made at once, so that a wrong path is known at the start.
    pub fn open(path: PathBuf) -> anyhow::Result<Self> {
        let lines = match std::fs::read_to_string(&path) {
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => String::new(),
            read => read.with_context(|| format!("{} kan niet worden gelezen", path.display()))?,
        };
        let stats = Stats {
            path,
            unanswered: Arc::new(Unanswered::from_lines(&lines)),
        };
        std::fs::write(&stats.path, stats.unanswered.lines())
            .with_context(|| format!("{} kan niet worden geschreven", stats.path.display()))?;
        Ok(stats)
    }

    /// Writes the counts soon after they changed, for as long as the program runs.
    pub async fn keep(&self) -> std::convert::Infallible {
        let mut soon = tokio::time::interval(SOON);
        let mut written = self.unanswered.lines();
        loop {
            soon.tick().await;
            let lines = self.unanswered.lines();
            if lines != written {
                self.write();
                written = lines;
            }
        }
    }

    /// The file is small, and replaced whole.
    pub fn write(&self) {
        let beside = self.path.with_extension("new");
        let written = std::fs::write(&beside, self.unanswered.lines())
            .and_then(|()| std::fs::rename(&beside, &self.path));
        if let Err(error) = written {
            tracing::warn!(%error, "what was asked and not found could not be written");
        }
    }
}
