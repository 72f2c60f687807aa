//! `noaber build`: the snapshot as files that any web server can serve.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use anyhow::Context;
use rayon::prelude::*;

use crate::progress::{Progress, Stage};
use crate::route::{Route, UrlPattern, readable};
use crate::snapshot::dynamic::{DynamicHandler, ResponseFormat};
use crate::snapshot::{Answer, CachePolicy, Snapshot, Stored};

/// What was written.
#[derive(Debug, PartialEq, Eq)]
pub struct Exported {
    pub files: usize,
    pub bytes: u64,
}

/// Writes every answer below `folder`: `/nieuws/` becomes `nieuws/index.html`, byte for byte what the server sends.
/// `404.html` is the page for unknown addresses; `_redirects` lists the addresses that have moved or are gone, one a line,
/// and `_gone/` holds the pages for patterns of those.
///
/// # Errors
/// Where a file cannot be written, and where the folder holds something already: nothing is ever overwritten.
pub fn export(snapshot: &Snapshot, folder: &Path, progress: &Progress) -> anyhow::Result<Exported> {
    let named = |path: &Path| format!("{} kan niet worden geschreven", path.display());
    if fs::read_dir(folder).is_ok_and(|mut entries| entries.next().is_some()) {
        anyhow::bail!(
            "{} is niet leeg: kies een nieuwe of lege map",
            folder.display()
        );
    }
    let mut files: Vec<(String, Arc<Stored>)> = Vec::new();
    let mut redirects = String::new();
    for (route, answer) in snapshot.iter() {
        match answer {
            Answer::Stored(stored) => files.push((file_name(route), stored.clone())),
            Answer::Gone(stored) => {
                files.push((file_name(route), stored.clone()));
                writeln!(redirects, "{route} {route} 410")
                    .expect("writing to memory does not fail");
            }
            // A folder of files answers no questions, but can show where one could be asked.
            Answer::Dynamic(computed) => files.push((file_name(route), made(&**computed, ""))),
            Answer::Moved(to) => {
                writeln!(redirects, "{route} {to} 301").expect("writing to memory does not fail")
            }
        }
    }
    for (number, (pattern, answer)) in snapshot.patterns().enumerate() {
        let from = redirect_source(pattern);
        match answer {
            Answer::Stored(stored) | Answer::Gone(stored) => {
                let file = format!("_gone/{number}.html");
                writeln!(redirects, "{from} /{file} 410").expect("writing to memory does not fail");
                files.push((file, stored.clone()));
            }
            Answer::Moved(to) => {
                writeln!(redirects, "{from} {to} 301").expect("writing to memory does not fail")
            }
            Answer::Dynamic(_) => {}
        }
    }
    files.push((
        "404.html".to_owned(),
        made(&*snapshot.errors.not_found, "/404"),
    ));
    files.push((
        "_redirects".to_owned(),
        Arc::new(Stored::new(
            "text/plain; charset=utf-8",
            CachePolicy::NoStore,
            redirects,
        )),
    ));
    let parents: BTreeSet<PathBuf> = files
        .iter()
        .filter_map(|(name, _)| Some(folder.join(name).parent()?.to_owned()))
        .collect();
    for parent in &parents {
        fs::create_dir_all(parent).with_context(|| named(parent))?;
    }
    progress.begin(Stage::Writing, files.len());
    files.par_iter().try_for_each(|(name, stored)| {
        let path = folder.join(name);
        progress.advance();
        fs::write(&path, stored.body()).with_context(|| named(&path))
    })?;
    Ok(Exported {
        files: files.len(),
        bytes: files
            .iter()
            .map(|(_, stored)| stored.body.identity().len() as u64)
            .sum(),
    })
}

fn made(computed: &dyn DynamicHandler, question: &str) -> Arc<Stored> {
    Arc::new(computed.respond(question, ResponseFormat::Html).stored)
}

/// A pattern of addresses as the hosts of static sites write it: `/nieuws/1558-*`, `/ start=:start`.
fn redirect_source(pattern: &UrlPattern) -> String {
    let rest = if pattern.is_open() { "*" } else { "" };
    match pattern.query() {
        None => format!("{}{rest}", pattern.path()),
        Some(query) => match query.strip_suffix('=').filter(|_| pattern.is_open()) {
            Some(key) => format!("{} {key}=:{key}", pattern.path()),
            None => format!("{} {query}", pattern.path()),
        },
    }
}

fn file_name(route: &Route) -> String {
    // A server of files reads an address before it looks for the file.
    let path = readable(route.as_str());
    let path = path.trim_start_matches('/');
    if path.is_empty() || path.ends_with('/') {
        format!("{path}index.html")
    } else {
        path.to_owned()
    }
}
