//! `noaber build`: the snapshot as files that any web server can serve.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::{fs, io};

use anyhow::Context;
use bytes::Bytes;
use rayon::prelude::*;

use crate::progress::{Progress, Stage};
use crate::route::{Route, UrlPattern, readable};
use crate::snapshot::dynamic::{DynamicHandler, ResponseFormat};
use crate::snapshot::encoding::Coding;
use crate::snapshot::file::StoredFile;
use crate::snapshot::twin::{self, TwinBody};
use crate::snapshot::{Answer, Snapshot, Stored};

/// The extent of what was written.
#[derive(Debug, PartialEq, Eq)]
pub struct Exported {
    pub files: usize,
    pub bytes: u64,
}

/// The content of a file that is written.
enum Content {
    Bytes(Bytes),
    Copy(Arc<StoredFile>),
    /// The form of a page for programs.
    Twin(TwinBody),
}

impl From<&Arc<Stored>> for Content {
    fn from(stored: &Arc<Stored>) -> Self {
        Content::Bytes(stored.body())
    }
}

/// Writes every answer below `folder`: `/nieuws/` becomes `nieuws/index.html`, byte for byte what
/// the server sends. `404.html` is the page for unknown addresses; `_redirects` lists the addresses
/// that have moved or are gone, one a line, and `_gone/` holds the pages for patterns of those.
///
/// # Errors
/// Where a file cannot be written, and where the folder holds something already: nothing is ever
/// overwritten.
pub fn export(snapshot: &Snapshot, folder: &Path, progress: &Progress) -> anyhow::Result<Exported> {
    if fs::read_dir(folder).is_ok_and(|mut entries| entries.next().is_some()) {
        anyhow::bail!(
            "{} is niet leeg: kies een nieuwe of lege map",
            folder.display()
        );
    }
    let files = files(snapshot);
    let parents: BTreeSet<PathBuf> = files
        .iter()
        .filter_map(|(name, _)| Some(folder.join(name).parent()?.to_owned()))
        .collect();
    for parent in &parents {
        fs::create_dir_all(parent).with_context(|| not_writable(parent))?;
    }
    progress.begin(Stage::Writing, files.len());
    let sizes = files.par_iter().map(|(name, content)| {
        progress.advance();
        write(&folder.join(name), content)
    });
    Ok(Exported {
        files: files.len(),
        bytes: sizes.try_reduce(|| 0, |a, b| Ok(a + b))?,
    })
}

/// Every file by its name below the folder.
fn files(snapshot: &Snapshot) -> Vec<(String, Content)> {
    let mut files = Vec::new();
    let mut redirects = String::new();
    let mut redirect = |from: &str, to: &str, status: u16| {
        redirects.push_str(&format!("{from} {to} {status}\n"));
    };
    for (route, answer) in snapshot.iter() {
        let content = match answer {
            Answer::Stored(stored) => stored.into(),
            Answer::File(file) => Content::Copy(file.clone()),
            Answer::Derived(derived) => match (derived.file(), &derived.fallback) {
                (Some(file), _) => Content::Copy(file),
                (None, Answer::Stored(stored)) => stored.into(),
                (None, Answer::File(file)) => Content::Copy(file.clone()),
                (None, _) => continue,
            },
            Answer::Gone(stored) => {
                redirect(route.as_str(), route.as_str(), 410);
                stored.into()
            }
            // A folder of files answers no queries, but can show where one could be made.
            Answer::Dynamic(handler) => without_query(&**handler, ""),
            Answer::Moved(to) => {
                redirect(route.as_str(), to.as_str(), 301);
                continue;
            }
        };
        if let Answer::Stored(page) = answer
            && page.twin.is_some()
        {
            let (page, coding) = (page.clone(), Coding::Identity);
            let twin = Content::Twin(TwinBody { page, coding });
            files.push((file_name(&route.file(twin::FILE_NAME)), twin));
        }
        files.push((file_name(route), content));
    }
    for (number, (pattern, answer)) in snapshot.patterns().enumerate() {
        let from = redirect_source(pattern);
        match answer {
            Answer::Moved(to) => redirect(&from, to.as_str(), 301),
            Answer::Stored(stored) | Answer::Gone(stored) => {
                let file = format!("_gone/{number}.html");
                redirect(&from, &format!("/{file}"), 410);
                files.push((file, stored.into()));
            }
            Answer::File(_) | Answer::Derived(_) | Answer::Dynamic(_) => {}
        }
    }
    let not_found = without_query(&*snapshot.errors.not_found, "/404");
    files.push(("404.html".to_owned(), not_found));
    files.push(("_redirects".to_owned(), Content::Bytes(redirects.into())));
    files
}

/// Writes a file, and returns the number of its bytes.
fn write(path: &Path, content: &Content) -> anyhow::Result<u64> {
    let write = |bytes: &Bytes| {
        fs::write(path, bytes).with_context(|| not_writable(path))?;
        Ok(bytes.len() as u64)
    };
    match content {
        Content::Bytes(bytes) => write(bytes),
        Content::Twin(twin) => write(&twin.make()),
        Content::Copy(file) => {
            let mut from = file
                .open()
                .with_context(|| format!("{} kan niet worden gelezen", file.path.display()))?;
            let mut to = fs::File::create_new(path).with_context(|| not_writable(path))?;
            io::copy(&mut from, &mut to).with_context(|| not_writable(path))
        }
    }
}

fn not_writable(path: &Path) -> String {
    format!("{} kan niet worden geschreven", path.display())
}

fn without_query(handler: &dyn DynamicHandler, query: &str) -> Content {
    Content::Bytes(handler.respond(query, ResponseFormat::Html).stored.body())
}

/// A pattern of addresses as the hosts of static sites write it: `/nieuws/1558-*`,
/// `/ start=:start`.
fn redirect_source(pattern: &UrlPattern) -> String {
    let UrlPattern { path, query, open } = pattern;
    match query {
        None => pattern.to_string(),
        Some(query) => match query.strip_suffix('=').filter(|_| *open) {
            Some(key) => format!("{path} {key}=:{key}"),
            None => format!("{path} {query}"),
        },
    }
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
