//! The repository that the content folder lies in: which commit stands there, and whether git is at
//! work in it.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

/// A git repository, as far as its own files tell. A site needs none.
#[derive(Clone, Debug)]
pub struct Repository {
    /// The folder of this working tree alone: `HEAD`, `index`.
    own: PathBuf,
    /// The folder that all working trees share: the branches.
    shared: PathBuf,
}

impl Repository {
    /// The repository that holds this folder.
    pub fn around(folder: &Path) -> Option<Self> {
        let folder = folder.canonicalize().ok()?;
        let entry = folder
            .ancestors()
            .map(|above| above.join(".git"))
            .find(|entry| entry.exists())?;
        let own = match fs::read_to_string(&entry) {
            // A further working tree has a file that says where its part of the repository is.
            Ok(text) => entry.parent()?.join(text.trim().strip_prefix("gitdir: ")?),
            Err(_) => entry,
        };
        let shared = fs::read_to_string(own.join("commondir"))
            .map_or_else(|_| own.clone(), |text| own.join(text.trim()));
        Some(Repository { own, shared })
    }

    /// The commit that is checked out, in hexadecimal digits.
    pub fn commit(&self) -> Option<String> {
        self.commit_or_packed(|branch| self.packed_commit(branch))
    }

    /// The commit of `HEAD`; `packed` finds that of a branch without a file of its own.
    fn commit_or_packed(&self, packed: impl FnOnce(&str) -> Option<String>) -> Option<String> {
        let head = fs::read_to_string(self.own.join("HEAD")).ok()?;
        let Some(branch) = head.trim().strip_prefix("ref: ") else {
            return commit_name(&head);
        };
        let loose = fs::read_to_string(self.shared.join(branch)).ok();
        loose
            .and_then(|text| commit_name(&text))
            .or_else(|| packed(branch))
    }

    fn packed_commit(&self, branch: &str) -> Option<String> {
        let packed = fs::read_to_string(self.shared.join("packed-refs")).ok()?;
        let line = packed.lines().find(|line| {
            line.strip_suffix(branch)
                .is_some_and(|before| before.ends_with(' '))
        })?;
        commit_name(line.split(' ').next()?)
    }

    /// The time at which git began to change the files, while it does: it holds a lock from before
    /// the first to after the last.
    pub fn at_work_since(&self) -> Option<SystemTime> {
        fs::metadata(self.own.join("index.lock"))
            .and_then(|lock| lock.modified())
            .ok()
    }
}

/// The commit of a folder, for who asks every second: `packed-refs`, which may be long, is read
/// again only after it changed.
#[derive(Debug)]
pub struct CommitReader {
    folder: PathBuf,
    packed: Option<PackedBranch>,
}

/// The commit of a branch in `packed-refs`, as that was at a time.
#[derive(Debug)]
struct PackedBranch {
    file: PathBuf,
    modified: Option<SystemTime>,
    branch: String,
    commit: Option<String>,
}

impl CommitReader {
    pub fn new(folder: PathBuf) -> Self {
        let packed = None;
        CommitReader { folder, packed }
    }

    /// The commit that is checked out now. The folder may become a repository, or another one.
    pub fn commit(&mut self) -> Option<String> {
        let repository = Repository::around(&self.folder)?;
        let packed = &mut self.packed;
        repository.commit_or_packed(|branch| {
            let file = repository.shared.join("packed-refs");
            let modified = fs::metadata(&file).and_then(|file| file.modified()).ok();
            let is_known = |known: &&mut PackedBranch| {
                known.file == file && known.modified == modified && known.branch == branch
            };
            if let Some(known) = packed.as_mut().filter(is_known) {
                return known.commit.clone();
            }
            let commit = repository.packed_commit(branch);
            *packed = Some(PackedBranch {
                file,
                modified,
                branch: branch.to_owned(),
                commit: commit.clone(),
            });
            commit
        })
    }
}

fn commit_name(text: &str) -> Option<String> {
    let name = text.trim();
    (name.len() >= 40 && name.bytes().all(|byte| byte.is_ascii_hexdigit())).then(|| name.to_owned())
}
