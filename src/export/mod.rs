//! `noaber build`: the snapshot as files that any web server can serve, with the rules that files
//! cannot hold.

mod hosts;
mod kept;
mod nginx;
mod rules;

use std::collections::BTreeSet;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::{env, fs};

use bytes::Bytes;
use rayon::prelude::*;
use rustix::fs::{CWD, RenameFlags, renameat_with};

use crate::export::kept::keep;
use crate::export::rules::{LIST, NAMES, Rules};
use crate::message;
use crate::message::Message;
use crate::progress::{Progress, Stage};
use crate::route::{Route, readable};
use crate::snapshot::dynamic::{DynamicHandler, ResponseFormat};
use crate::snapshot::encoding::{Coding, Effort, compress};
use crate::snapshot::file::StoredFile;
use crate::snapshot::headers::{self, Scheme, Variant};
use crate::snapshot::markdown::{self, MarkdownBody};
use crate::snapshot::{Answer, Snapshot, Stored};

/// The longest name of a file, in bytes.
const LONGEST_NAME: usize = 255;

/// The extent of what was written.
#[derive(Debug, PartialEq, Eq)]
pub struct Exported {
    pub files: usize,
    pub bytes: u64,
}

/// The content of a file that is written.
enum Content {
    Stored(Arc<Stored>),
    Bytes(Bytes),
    Copy(Arc<StoredFile>),
    /// A page as Markdown, for programs.
    Markdown(MarkdownBody),
}

/// Writes every answer below `folder`: `/nieuws/` becomes `nieuws/index.html`, byte for byte what
/// the server sends, with the same in brotli and gzip beside it where `effort` says how hard to
/// compress. What no file can say stands in `_nginx.conf` for nginx, and in `_redirects` and
/// `_headers` for hosts that read these: which addresses have moved or are gone, and the headers of
/// each. `404.html` is the page for unknown addresses, and `_gone/` holds pages of addresses that
/// cannot be files.
///
/// All is written in a folder beside it, which then takes its place at once: whatever happens on
/// the way, the folder stays as it was. What others have put into it since goes along, told by
/// `_files`, which lists what an export has written.
///
/// # Errors
/// Where a file cannot be written, where the site has a file of the name of one that others have
/// put there, and where the folder is no earlier export: that is never overwritten.
pub fn export(
    snapshot: &Snapshot,
    folder: &Path,
    effort: Option<Effort>,
    progress: &Progress,
) -> anyhow::Result<Exported> {
    let folder = &target(folder)?;
    let is_earlier = || NAMES.iter().all(|name| folder.join(name).is_file());
    let is_empty =
        |folder: &Path| fs::read_dir(folder).is_ok_and(|mut found| found.next().is_none());
    if folder.exists() && !is_empty(folder) && !is_earlier() {
        anyhow::bail!(message!(
            "export-folder-not-empty",
            folder = folder.as_path()
        ));
    }
    let beside = hidden_beside(folder);
    // What a program that was killed left there.
    remove(&beside)?;
    let written = write_all(snapshot, &beside, effort, progress).and_then(|exported| {
        if is_earlier() {
            keep(folder, &beside)?;
        }
        put_in_place(&beside, folder).map(|()| exported)
    });
    if written.is_err() {
        // The reason why it failed says more than that this fails too.
        let _ = remove(&beside);
    }
    written
}

/// Refuses a folder that lies in one of those of the site: what is written there would be read as
/// its content.
///
/// # Errors
/// Where it does.
pub fn refuse_within(folder: &Path, site: [&Path; 2]) -> anyhow::Result<()> {
    let resolved = resolved(folder);
    match site
        .into_iter()
        .find(|site| resolved.starts_with(self::resolved(site)))
    {
        None => Ok(()),
        Some(site) => anyhow::bail!(message!("export-folder-in-site", folder, site)),
    }
}

/// A path without links, as far as it exists.
fn resolved(path: &Path) -> PathBuf {
    let whole = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    let found = whole.ancestors().find_map(|above| {
        let rest = whole.strip_prefix(above).ok()?;
        Some(above.canonicalize().ok()?.join(rest))
    });
    found.unwrap_or(whole)
}

/// The folder itself, where a link leads to it.
fn target(folder: &Path) -> anyhow::Result<PathBuf> {
    match folder.canonicalize() {
        Ok(found) => Ok(found),
        Err(_) => {
            let folder = env::current_dir()?.join(folder);
            if let Some(parent) = folder.parent() {
                fs::create_dir_all(parent).map_err(not_writable(parent))?;
            }
            Ok(folder)
        }
    }
}

/// `/srv/.site.nieuw` for `/srv/site`.
fn hidden_beside(folder: &Path) -> PathBuf {
    let name = folder.file_name().unwrap_or_default().to_string_lossy();
    folder.with_file_name(format!(".{name}.nieuw"))
}

fn remove(folder: &Path) -> anyhow::Result<()> {
    match fs::remove_dir_all(folder) {
        Err(error) if error.kind() != ErrorKind::NotFound => {
            Err(not_writable(folder)(error).into())
        }
        _ => Ok(()),
    }
}

/// Gives `new` the name of `folder`, and removes what had that name before.
fn put_in_place(new: &Path, folder: &Path) -> anyhow::Result<()> {
    let not_writable = not_writable(folder);
    if !folder.exists() {
        return Ok(fs::rename(new, folder).map_err(not_writable)?);
    }
    if renameat_with(CWD, new, CWD, folder, RenameFlags::EXCHANGE).is_ok() {
        return remove(new);
    }
    // Not every file system can exchange two folders.
    let old = new.with_added_extension("oud");
    remove(&old)?;
    fs::rename(folder, &old).map_err(&not_writable)?;
    fs::rename(new, folder).map_err(&not_writable)?;
    remove(&old)
}

fn write_all(
    snapshot: &Snapshot,
    folder: &Path,
    effort: Option<Effort>,
    progress: &Progress,
) -> anyhow::Result<Exported> {
    let files = files(snapshot);
    let parents: BTreeSet<PathBuf> = files
        .iter()
        .filter_map(|(name, _)| Some(folder.join(name).parent()?.to_owned()))
        .collect();
    for parent in &parents {
        fs::create_dir_all(parent).map_err(not_writable(parent))?;
    }
    progress.begin(Stage::Writing, files.len());
    let sizes = files.par_iter().map(|(name, content)| {
        progress.advance();
        write(&folder.join(name), content, effort)
    });
    Ok(Exported {
        files: files.len(),
        bytes: sizes.try_reduce(|| 0, |a, b| Ok(a + b))?,
    })
}

/// Every file by its name below the folder.
fn files(snapshot: &Snapshot) -> Vec<(String, Content)> {
    let mut files = Vec::new();
    let mut rules = Rules::default();
    let variant = Variant {
        scheme: Scheme::Http,
        coding: Coding::Identity,
    };
    let of_stored = |stored: &Stored| snapshot.headers.of_stored(stored, variant);
    let (gone, there): (Vec<_>, Vec<_>) = snapshot
        .iter()
        .partition(|(_, answer)| matches!(answer, Answer::Gone(_)));
    for (route, answer) in there {
        let name = file_name(route);
        let made;
        let answer = match answer {
            Answer::Derived(derived) => {
                let Some(found) = derived
                    .file()
                    .map(Answer::File)
                    .or(derived.fallback.clone())
                else {
                    continue;
                };
                made = found;
                &made
            }
            answer => answer,
        };
        match answer {
            Answer::Stored(stored) => {
                rules.file(route, of_stored(stored));
                if let Some(form) = &stored.markdown {
                    let address = route.file(markdown::FILE_NAME);
                    let headers = snapshot.headers.of_markdown(stored, form, variant);
                    rules.markdown(route, &address, headers);
                    let (page, coding) = (stored.clone(), Coding::Identity);
                    let markdown = Content::Markdown(MarkdownBody { page, coding });
                    files.push((file_name(&address), markdown));
                }
                files.push((name, Content::Stored(stored.clone())));
            }
            Answer::File(file) => {
                rules.file(route, snapshot.headers.of_file(file, Scheme::Http));
                files.push((name, Content::Copy(file.clone())));
            }
            // A folder of files answers no queries.
            Answer::Dynamic(handler) => {
                let page = handler.without_queries();
                let mut headers = of_stored(&page);
                headers::not_indexed(&mut headers);
                rules.file(route, headers);
                files.push((name, Content::Stored(Arc::new(page))));
            }
            Answer::Moved(to) => rules.moved(route, to),
            Answer::Derived(_) | Answer::Gone(_) => {}
        }
    }
    let mut taken = TakenNames::of(&files);
    let mut rest = 0..;
    let mut apart = || format!("_gone/{}.html", rest.next().unwrap_or_default());
    for (route, answer) in gone {
        let Answer::Gone(stored) = answer else {
            continue;
        };
        // A file at the very address would be a page that is there.
        let name = Some(file_name(route)).filter(|_| route.as_str().ends_with('/'));
        let name = name.filter(|name| taken.take(name));
        let file = name.unwrap_or_else(&mut apart);
        rules.gone(route, &file, of_stored(stored));
        files.push((file, Content::Stored(stored.clone())));
    }
    for (pattern, answer) in snapshot.patterns() {
        match answer {
            Answer::Moved(to) => rules.pattern_moved(pattern, to),
            Answer::Stored(stored) | Answer::Gone(stored) => {
                let file = apart();
                rules.pattern_gone(pattern, &file, of_stored(stored));
                files.push((file, Content::Stored(stored.clone())));
            }
            Answer::File(_) | Answer::Derived(_) | Answer::Dynamic(_) => {}
        }
    }
    let not_found = not_found(&*snapshot.errors.not_found);
    let mut headers = of_stored(&not_found);
    headers::not_indexed(&mut headers);
    rules.not_found(headers);
    files.push(("404.html".to_owned(), Content::Stored(Arc::new(not_found))));
    let texts = [
        hosts::redirects(&rules),
        hosts::headers(&rules),
        nginx::configuration(&rules),
    ];
    for (name, text) in NAMES.into_iter().zip(texts) {
        files.push((name.to_owned(), Content::Bytes(text.into())));
    }
    let mut names: Vec<String> = files.iter().map(|(name, _)| format!("{name}\n")).collect();
    names.push(format!("{LIST}\n"));
    names.sort_unstable();
    files.push((LIST.to_owned(), Content::Bytes(names.concat().into())));
    files
}

/// The names of files and folders that are in use.
struct TakenNames {
    files: BTreeSet<String>,
    folders: BTreeSet<String>,
}

impl TakenNames {
    fn of(files: &[(String, Content)]) -> Self {
        let mut taken = TakenNames {
            files: BTreeSet::new(),
            folders: BTreeSet::from(["_gone".to_owned()]),
        };
        let own = NAMES.into_iter().chain([LIST, "404.html"]);
        for name in files.iter().map(|(name, _)| name.as_str()).chain(own) {
            taken.add(name);
        }
        taken
    }

    fn add(&mut self, name: &str) {
        self.files.insert(name.to_owned());
        let folders = folders_of(name).map(str::to_owned);
        self.folders.extend(folders);
    }

    /// Takes a name, where a file can have it: another is no folder on the way to it, nor below it.
    fn take(&mut self, name: &str) -> bool {
        let is_free = !self.files.contains(name)
            && !self.folders.contains(name)
            && folders_of(name).all(|folder| folder != "_gone" && !self.files.contains(folder))
            && name
                .split('/')
                .all(|part| part.len() <= LONGEST_NAME - ".gz".len());
        if is_free {
            self.add(name);
        }
        is_free
    }
}

/// The folders in which a file lies: `a` and `a/b` for `a/b/c.html`.
fn folders_of(name: &str) -> impl Iterator<Item = &str> {
    name.match_indices('/').map(|(at, _)| &name[..at])
}

/// Writes a file, with the same compressed beside it, and returns the number of all these bytes.
fn write(path: &Path, content: &Content, effort: Option<Effort>) -> anyhow::Result<u64> {
    let write = |path: &Path, bytes: &Bytes| {
        fs::write(path, bytes).map_err(not_writable(path))?;
        Ok(bytes.len() as u64)
    };
    let compressed = |bytes: &Bytes| {
        let Some(effort) = effort else { return Ok(0) };
        let mut total = 0;
        for (coding, extension) in [(Coding::Brotli, "br"), (Coding::Gzip, "gz")] {
            let path = path.with_added_extension(extension);
            total += write(&path, &compress(bytes, coding, effort))?;
        }
        anyhow::Ok(total)
    };
    match content {
        Content::Bytes(bytes) => write(path, bytes),
        Content::Stored(stored) if stored.body.is_compressible() => {
            Ok(write(path, &stored.body())? + compressed(&stored.body())?)
        }
        Content::Stored(stored) => write(path, &stored.body()),
        Content::Markdown(body) => {
            let bytes = body.make();
            Ok(write(path, &bytes)? + compressed(&bytes)?)
        }
        Content::Copy(file) => {
            let mut from = file.open().map_err(|cause| {
                message!(
                    "cannot-read",
                    path = file.path.as_path(),
                    cause = cause.to_string()
                )
            })?;
            let mut to = fs::File::create_new(path).map_err(not_writable(path))?;
            Ok(io::copy(&mut from, &mut to).map_err(not_writable(path))?)
        }
    }
}

fn not_writable(path: &Path) -> impl Fn(io::Error) -> Message {
    move |cause| message!("cannot-write", path, cause = cause.to_string())
}

fn not_found(handler: &dyn DynamicHandler) -> Stored {
    handler.respond("/404", ResponseFormat::Html).stored
}

fn file_name(route: &Route) -> String {
    // A file server decodes an address before it looks for the file.
    let path = readable(route.as_str());
    let path = path.trim_start_matches('/');
    if path.is_empty() || path.ends_with('/') {
        format!("{path}index.html")
    } else {
        path.to_owned()
    }
}
