//! Files that are made of others: each is made in the background, kept on disk under a digest of
//! what it is made of, and served when it is there.

use std::fmt;
use std::fs::{self, File, Permissions};
use std::io::{self, Write};
use std::os::unix::fs::PermissionsExt;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, SystemTime};

use anyhow::{Context, anyhow};
use arc_swap::ArcSwap;

use crate::digest::Digest;
use crate::regular_file::FileVersion;
use crate::snapshot::file::StoredFile;
use crate::snapshot::{Answer, CachePolicy};

/// The age from which a file is dated anew when it is used, and that at which one goes.
const DATED_ANEW: Duration = Duration::from_hours(7 * 24);
const KEPT: Duration = Duration::from_hours(90 * 24);

/// The work that makes a file. `None` where what stands in for it is better.
type Make = dyn Fn() -> anyhow::Result<Option<Vec<u8>>> + Send + Sync;

/// A file that is made of others.
pub struct DerivedFile {
    pub media_type: &'static str,
    pub cache: CachePolicy,
    /// A digest of all that the file depends on, the way in which it is made included.
    pub digest: Digest,
    /// The answer until the file is there, and where it cannot be made. Without one, visitors are
    /// asked to come back.
    pub fallback: Option<Answer>,
    make: Box<Make>,
    state: ArcSwap<Derivation>,
}

/// The state of a file that is made of others.
enum Derivation {
    Waiting,
    Made(Arc<StoredFile>),
    /// It cannot be made, or what stands in for it is better.
    Refused,
}

impl DerivedFile {
    pub fn new(
        media_type: &'static str,
        cache: CachePolicy,
        digest: Digest,
        fallback: Option<Answer>,
        make: impl Fn() -> anyhow::Result<Option<Vec<u8>>> + Send + Sync + 'static,
    ) -> Self {
        DerivedFile {
            media_type,
            cache,
            digest,
            fallback,
            make: Box::new(make),
            state: ArcSwap::from_pointee(Derivation::Waiting),
        }
    }

    /// The file, where it is there.
    pub fn file(&self) -> Option<Arc<StoredFile>> {
        match &**self.state.load() {
            Derivation::Made(file) => Some(file.clone()),
            Derivation::Waiting | Derivation::Refused => None,
        }
    }

    /// Makes the file in a folder, unless it is there already.
    pub fn prepare(&self, folder: &Path) {
        if !matches!(**self.state.load(), Derivation::Waiting) {
            return;
        }
        let state = match self.find_or_make(folder) {
            Ok(Some(file)) => Derivation::Made(Arc::new(file)),
            Ok(None) => Derivation::Refused,
            Err(error) => {
                let error = format!("{error:#}");
                tracing::warn!(error, "a file of the site stays as it is");
                Derivation::Refused
            }
        };
        self.state.store(Arc::new(state));
    }

    /// Takes over what became of the same file in an earlier snapshot.
    pub fn adopt(&self, earlier: &DerivedFile) {
        self.state.store(earlier.state.load_full());
    }

    /// Has the file made again: it is no longer in its folder.
    pub fn forget(&self) {
        self.state.store(Arc::new(Derivation::Waiting));
    }

    /// The file in the folder. An empty one says that what stands in for it is better.
    fn find_or_make(&self, folder: &Path) -> anyhow::Result<Option<StoredFile>> {
        let path = folder.join(self.digest.to_string());
        if fs::symlink_metadata(&path).is_err() {
            let made = catch_unwind(AssertUnwindSafe(|| (self.make)()));
            let bytes = made
                .map_err(|_| anyhow!("it could not be made"))??
                .unwrap_or_default();
            write(&path, &bytes).with_context(|| path.display().to_string())?;
        }
        if age(&path).is_some_and(|age| age > DATED_ANEW) {
            date_anew(&path)?;
        }
        let version = FileVersion::of(&fs::symlink_metadata(&path)?);
        Ok((version.size() > 0).then_some(StoredFile {
            media_type: self.media_type,
            cache: self.cache,
            path,
            version,
            digest: self.digest,
            canonical: None,
        }))
    }
}

impl fmt::Debug for DerivedFile {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "DerivedFile({})", self.digest)
    }
}

/// Removes the derived files of a folder that no site has used for long.
pub fn prune(folder: &Path) {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let derived = entries.filter(|entry| is_digest(&entry.file_name().to_string_lossy()));
    let files = derived.map(|entry| entry.path());
    for path in files.filter(|path| age(path).is_some_and(|age| age > KEPT)) {
        if let Err(error) = fs::remove_file(&path) {
            let (error, file) = (error.to_string(), path.display().to_string());
            tracing::warn!(error, file, "an unused file stays");
        }
    }
}

fn is_digest(name: &str) -> bool {
    name.len() == 32 && name.bytes().all(|byte| byte.is_ascii_hexdigit())
}

#[expect(
    clippy::disallowed_methods,
    reason = "files are dated by the clock of the system"
)]
fn date_anew(path: &Path) -> io::Result<()> {
    // Another user's file is dated by the program that made it.
    let _ = File::open(path)?.set_modified(SystemTime::now());
    Ok(())
}

/// The time since a file was written or dated anew; `None` for what is no file.
fn age(path: &Path) -> Option<Duration> {
    let metadata = fs::symlink_metadata(path).ok()?;
    let modified = metadata.is_file().then(|| metadata.modified().ok())??;
    modified.elapsed().ok()
}

/// Writes a file so that it is never seen half. One that another program made meanwhile stays: its
/// name tells that it is the same.
fn write(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let folder = path.parent().unwrap_or(Path::new("."));
    fs::create_dir_all(folder)?;
    let mut file = tempfile::Builder::new()
        .permissions(Permissions::from_mode(0o644))
        .tempfile_in(folder)?;
    file.write_all(bytes)?;
    match file.persist_noclobber(path) {
        Err(refused) if refused.error.kind() == io::ErrorKind::AlreadyExists => Ok(()),
        outcome => outcome.map(drop).map_err(|refused| refused.error),
    }
}
