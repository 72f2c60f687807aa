//! The watcher of the folders of the site.

use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};
use std::sync::mpsc::Sender;
use std::time::Duration;
use std::{io, thread};

use notify::{EventKindMask, RecommendedWatcher, RecursiveMode, Watcher};

/// The time between two checks of the commit of the content and of the folders, which may be moved
/// away, mounted over, or linked to another.
const POLL_INTERVAL: Duration = Duration::from_secs(1);

/// Follows the folders until the receiver is dropped. A folder may be missing, and come later. A
/// change of the commit counts too: git writes it after the files.
///
/// # Errors
/// Where the system gives no thread.
pub fn follow(
    folders: Vec<PathBuf>,
    mut commit: impl FnMut() -> Option<String> + Send + 'static,
    changed: Sender<()>,
) -> io::Result<()> {
    let mut known = (identities(&folders), commit());
    let mut watcher = watch(&folders, &changed);
    thread::Builder::new()
        .name("watch".to_owned())
        .spawn(move || {
            loop {
                thread::sleep(POLL_INTERVAL);
                let seen = (identities(&folders), commit());
                if seen != known {
                    if seen.0 != known.0 {
                        drop(std::mem::replace(&mut watcher, watch(&folders, &changed)));
                    }
                    known = seen;
                    if changed.send(()).is_err() {
                        break;
                    }
                }
            }
        })?;
    Ok(())
}

/// The numbers that distinguish a folder from another one at the same path.
fn identities(folders: &[PathBuf]) -> Vec<Option<(u64, u64)>> {
    folders
        .iter()
        .map(|folder| {
            folder
                .metadata()
                .ok()
                .map(|metadata| (metadata.dev(), metadata.ino()))
        })
        .collect()
}

/// True where a path has a name with a dot in front below the folders: that of a text editor or of
/// git, and no content.
fn is_hidden(path: &Path, folders: &[PathBuf]) -> bool {
    let below = folders
        .iter()
        .find_map(|folder| path.strip_prefix(folder).ok())
        .unwrap_or(path);
    below
        .iter()
        .any(|name| name.as_encoded_bytes().starts_with(b"."))
}

/// Without a watcher the site still works, so what fails here is only logged.
fn watch(folders: &[PathBuf], changed: &Sender<()>) -> Option<RecommendedWatcher> {
    let changed = changed.clone();
    let folders: Vec<PathBuf> = folders
        .iter()
        .filter_map(|folder| folder.canonicalize().ok())
        .collect();
    let watched = folders.clone();
    let notify = move |event: notify::Result<notify::Event>| {
        match event {
            Ok(event)
                if !event.paths.is_empty()
                    && event.paths.iter().all(|path| is_hidden(path, &watched)) =>
            {
                return;
            }
            Ok(_) => {}
            Err(error) => {
                tracing::warn!(%error, "changes may go unseen; send SIGHUP after a change");
            }
        }
        // The other side is gone only when the program is stopping.
        let _ = changed.send(());
    };
    let watching = || -> notify::Result<RecommendedWatcher> {
        // Without this, reads are events too, and a compile, which reads every file, would start
        // the next one.
        let config = notify::Config::default()
            .with_event_kinds(EventKindMask::CORE)
            .with_follow_symlinks(false);
        let mut watcher = RecommendedWatcher::new(notify, config)?;
        for folder in &folders {
            watcher.watch(folder, RecursiveMode::Recursive)?;
        }
        Ok(watcher)
    };
    watching()
        .inspect_err(|error| {
            tracing::warn!(%error, "changes are not followed; send SIGHUP after a change");
        })
        .ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_text_editors_and_git_write_for_themselves_is_no_change() {
        let folders = [PathBuf::from("/srv/.site/content")];
        let hidden = |path: &str| is_hidden(Path::new(path), &folders);
        assert!(hidden("/srv/.site/content/nieuws/.bericht.md.swp"));
        assert!(hidden("/srv/.site/content/.git/index.lock"));
        assert!(!hidden("/srv/.site/content/nieuws/bericht.md"));
        assert!(!hidden("/srv/.site/content"));
    }
}
