//! Follows the folders of the site, and says that something in them changed.

use std::os::unix::fs::MetadataExt;
use std::path::PathBuf;
use std::sync::mpsc::Sender;
use std::time::Duration;
use std::{fs, io, thread};

use notify::{EventKindMask, RecommendedWatcher, RecursiveMode, Watcher};

/// How often it is seen whether the content is still of the same commit, and whether a folder is still the same one: it may be
/// moved away, mounted over, or linked to another.
const GLANCE: Duration = Duration::from_secs(1);

/// Follows the folders for as long as somebody listens. A folder may be missing, and come later. A change of the commit is one,
/// too: git writes it after the files.
///
/// # Errors
/// Where the system gives no thread.
pub fn follow(folders: Vec<PathBuf>, commit: impl Fn() -> Option<String> + Send + 'static, changed: Sender<()>) -> io::Result<()> {
    let mut known = (identities(&folders), commit());
    let mut watcher = watch(&folders, &changed);
    thread::Builder::new().name("watch".to_owned()).spawn(move || {
        loop {
            thread::sleep(GLANCE);
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

/// What tells a folder from another one at the same path.
fn identities(folders: &[PathBuf]) -> Vec<Option<(u64, u64)>> {
    folders.iter().map(|folder| fs::metadata(folder).ok().map(|metadata| (metadata.dev(), metadata.ino()))).collect()
}

/// Without a watcher the site still works, so what fails here is only told.
fn watch(folders: &[PathBuf], changed: &Sender<()>) -> Option<RecommendedWatcher> {
    let changed = changed.clone();
    let tell = move |event: notify::Result<notify::Event>| {
        if let Err(error) = event {
            tracing::warn!(%error, "sommige wijzigingen van bestanden worden misschien niet gezien; stuur na een wijziging SIGHUP");
        }
        // The other side is gone only when the program is stopping.
        let _ = changed.send(());
    };
    let watching = || -> notify::Result<RecommendedWatcher> {
        // Reading is no change: without this a compile, which reads every file, would call for the next one.
        let config = notify::Config::default().with_event_kinds(EventKindMask::CORE).with_follow_symlinks(false);
        let mut watcher = RecommendedWatcher::new(tell, config)?;
        for folder in folders.iter().filter_map(|folder| folder.canonicalize().ok()) {
            watcher.watch(&folder, RecursiveMode::Recursive)?;
        }
        Ok(watcher)
    };
    watching().inspect_err(|error| tracing::warn!(%error, "wijzigingen van bestanden worden niet gevolgd; stuur na een wijziging SIGHUP, of start het programma opnieuw")).ok()
}
