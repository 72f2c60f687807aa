//! The repository that the content folder lies in: which commit stands there, and whether git is at
//! work in it.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::SystemTime;

/// The folders of a git repository. A site needs none.
struct Repository {
    /// The folder of this working tree alone: `HEAD`, `index`.
    own: PathBuf,
    /// The folder that all working trees share: the branches.
    shared: PathBuf,
}

/// True where a folder lies in a repository.
pub fn is_repository(folder: &Path) -> bool {
    repository_around(folder).is_some()
}

/// The commit that is checked out in the repository that holds this folder, where there is one; in
/// hexadecimal digits.
pub fn commit(folder: &Path) -> Option<String> {
    let Repository { own, shared } = repository_around(folder)?;
    let head = fs::read_to_string(own.join("HEAD")).ok()?;
    let Some(branch) = head.trim().strip_prefix("ref: ") else {
        return commit_name(&head);
    };
    let loose = fs::read_to_string(shared.join(branch)).ok();
    loose
        .and_then(|text| commit_name(&text))
        .or_else(|| packed_commit(&shared, branch))
        .or_else(|| told_by_git(&own))
}

/// The time at which git began to change the files around this folder, while it does: it holds a
/// lock from before the first to after the last.
pub fn at_work_since(folder: &Path) -> Option<SystemTime> {
    let lock = fs::metadata(repository_around(folder)?.own.join("index.lock"));
    lock.and_then(|lock| lock.modified()).ok()
}

fn repository_around(folder: &Path) -> Option<Repository> {
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

/// The commit of a branch without a file of its own.
fn packed_commit(shared: &Path, branch: &str) -> Option<String> {
    let packed = fs::read_to_string(shared.join("packed-refs")).ok()?;
    let line = packed.lines().find(|line| {
        line.strip_suffix(branch)
            .is_some_and(|before| before.ends_with(' '))
    })?;
    commit_name(line.split(' ').next()?)
}

/// The commit of a branch that is in no file of text: git keeps it in tables, if it was told to.
fn told_by_git(own: &Path) -> Option<String> {
    let mut git = Command::new("git");
    git.arg("--git-dir").arg(own).args(["rev-parse", "HEAD"]);
    commit_name(&String::from_utf8(git.output().ok()?.stdout).ok()?)
}

fn commit_name(text: &str) -> Option<String> {
    let name = text.trim();
    (name.len() >= 40 && name.bytes().all(|byte| byte.is_ascii_hexdigit())).then(|| name.to_owned())
}
