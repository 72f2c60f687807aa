//! The repository that the content folder lies in: which commit stands there, and whether git is at
//! work in it.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

/// The commit that is checked out in the repository that holds this folder, where there is one.
pub fn commit(folder: &Path) -> Option<String> {
    Repository::around(folder)?.commit()
}

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
    fn commit(&self) -> Option<String> {
        let head = fs::read_to_string(self.own.join("HEAD")).ok()?;
        let Some(branch) = head.trim().strip_prefix("ref: ") else {
            return commit_name(&head);
        };
        let loose = fs::read_to_string(self.shared.join(branch)).ok();
        loose
            .and_then(|text| commit_name(&text))
            .or_else(|| self.packed_commit(branch))
    }

    /// The commit of a branch without a file of its own.
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

fn commit_name(text: &str) -> Option<String> {
    let name = text.trim();
    (name.len() >= 40 && name.bytes().all(|byte| byte.is_ascii_hexdigit())).then(|| name.to_owned())
}
