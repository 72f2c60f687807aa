//! The files that others have put into the folder of an export, such as `.git` or `CNAME`: they
//! stay there.

use std::collections::BTreeSet;
use std::fs;
use std::io::{self, ErrorKind};
use std::os::unix::fs::symlink;
use std::path::Path;

use crate::export::not_writable;
use crate::export::rules::LIST;
use crate::message;

/// The files that the earlier export wrote, by their names below its folder.
enum Written {
    Listed(BTreeSet<String>),
    /// It did not list them yet, so that all are its own but what no export writes: names that
    /// start with a dot.
    Unlisted,
}

/// Gives the new export whatever lies in the folder of the old one and was not written by it. The
/// old one stays whole: its files get a second name, or are copied.
///
/// # Errors
/// Where the new export has a file of the same name, and where a file cannot be kept.
pub fn keep(old: &Path, new: &Path) -> anyhow::Result<()> {
    let written = match fs::read_to_string(old.join(LIST)) {
        Ok(list) => Written::Listed(list.lines().map(str::to_owned).collect()),
        Err(error) if error.kind() == ErrorKind::NotFound => Written::Unlisted,
        Err(error) => return Err(not_writable(&old.join(LIST))(error).into()),
    };
    keep_below(old, new, "", &written)
}

/// Keeps what lies in a folder of the export; `below` is its name, with a slash at the end.
fn keep_below(old: &Path, new: &Path, below: &str, written: &Written) -> anyhow::Result<()> {
    let folder = old.join(below);
    for entry in fs::read_dir(&folder).map_err(not_writable(&folder))? {
        let entry = entry.map_err(not_writable(&folder))?;
        let kind = entry.file_type().map_err(not_writable(&entry.path()))?;
        let name = entry.file_name();
        let known = name.to_str().map(|name| format!("{below}{name}"));
        match known {
            Some(known) if kind.is_dir() && written.has_folder(&known) => {
                keep_below(old, new, &format!("{known}/"), written)?;
            }
            Some(known) if !kind.is_dir() && written.has_file(&known) => {}
            _ => {
                let folder = new.join(below);
                fs::create_dir_all(&folder).map_err(in_the_way(&entry.path()))?;
                keep_entry(&entry.path(), &folder.join(name))?;
            }
        }
    }
    Ok(())
}

impl Written {
    fn has_file(&self, name: &str) -> bool {
        match self {
            Written::Listed(names) => {
                let plain = name
                    .strip_suffix(".br")
                    .or_else(|| name.strip_suffix(".gz"));
                names.contains(name) || plain.is_some_and(|plain| names.contains(plain))
            }
            Written::Unlisted => !name.starts_with('.') || name.starts_with(".well-known/"),
        }
    }

    fn has_folder(&self, name: &str) -> bool {
        match self {
            Written::Listed(names) => {
                let start = format!("{name}/");
                let mut behind = names.range(start.clone()..);
                behind.next().is_some_and(|name| name.starts_with(&start))
            }
            Written::Unlisted => !name.starts_with('.') || name == ".well-known",
        }
    }
}

/// Keeps a file, a link, or a folder as a whole.
fn keep_entry(from: &Path, to: &Path) -> anyhow::Result<()> {
    let metadata = fs::symlink_metadata(from).map_err(not_writable(from))?;
    if !metadata.is_dir() {
        return second_name(from, to).map_err(in_the_way(from));
    }
    // The site may have files in a folder of that name, too.
    let is_new = !to.is_dir();
    if is_new {
        fs::create_dir(to).map_err(in_the_way(from))?;
    }
    for entry in fs::read_dir(from).map_err(not_writable(from))? {
        let entry = entry.map_err(not_writable(from))?;
        keep_entry(&entry.path(), &to.join(entry.file_name()))?;
    }
    if is_new {
        fs::set_permissions(to, metadata.permissions()).map_err(not_writable(to))?;
    }
    Ok(())
}

/// Not every file system gives a file two names, nor every file of another owner.
fn second_name(from: &Path, to: &Path) -> io::Result<()> {
    match fs::hard_link(from, to) {
        Err(error) if error.kind() != ErrorKind::AlreadyExists => {
            match fs::symlink_metadata(from)?.is_symlink() {
                true => symlink(fs::read_link(from)?, to),
                false => fs::copy(from, to).map(drop),
            }
        }
        done => done,
    }
}

/// The error of a file that cannot be kept, mostly since the site has one of that name.
fn in_the_way(path: &Path) -> impl Fn(io::Error) -> anyhow::Error {
    move |error| match error.kind() {
        ErrorKind::AlreadyExists | ErrorKind::NotADirectory => {
            anyhow::Error::new(message!("export-kept-in-the-way", path))
        }
        _ => not_writable(path)(error).into(),
    }
}
