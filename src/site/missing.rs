//! Files that pages refer to and that do not exist: each reported with what was probably meant and
//! with all who use it.

use std::collections::BTreeMap;

use crate::content::Content;
use crate::content::values::DOMAIN_ENDINGS;
use crate::message;
use crate::message::Message;
use crate::problem::{Problem, Report};
use crate::route::is_file_name;
use crate::rule::Rule;
use crate::site::paths::relative;
use crate::site::uses::first_places;
use crate::source::Place;
use crate::suggest::{did_you_mean, edit_distance};

/// The most missing files that get a suggestion; more are missing when a whole folder is.
const MOST_SUGGESTIONS: usize = 50;

/// The reason that a link or an image leads nowhere.
pub enum LinkError {
    Missing(Missing),
    Other(Problem),
}

/// A place that refers to a file that does not exist.
pub struct Missing {
    pub place: Place,
    /// As it stands there.
    pub path: String,
    /// The key that the file would have among all files.
    pub key: String,
    /// True for what is to be shown rather than to be gone to.
    pub is_picture: bool,
}

/// Reports what is wrong with links and images. A file that is missed in more than one place is
/// reported with all of them.
pub fn report_errors(
    errors: impl IntoIterator<Item = LinkError>,
    content: &Content,
    report: &mut Report,
) {
    let mut missing: BTreeMap<String, Vec<Missing>> = BTreeMap::new();
    for error in errors {
        match error {
            LinkError::Missing(found) => {
                missing.entry(found.key.clone()).or_default().push(found);
            }
            LinkError::Other(problem) => report.extend([problem]),
        }
    }
    if missing.is_empty() {
        return;
    }
    let pages = content.files.iter();
    let pages: Vec<String> = pages.map(|file| format!("content/{}", file.path)).collect();
    for (number, places) in missing.into_values().enumerate() {
        let likeness = (number < MOST_SUGGESTIONS)
            .then(|| likeness(&places[0], content, &pages))
            .flatten();
        let users = users(&places);
        for missing in places {
            let from = format!("content/{}", missing.place.file);
            // What was renamed is not what it was renamed from, nor the page that still uses
            // the old name.
            let meant = likeness
                .filter(|meant| **meant != from)
                .map(|meant| relative(&from, meant));
            let (message, help) = message(&missing, meant.as_deref());
            let help = match users.clone() {
                Some(users) => message!("missing-and-users", help, users),
                None => help,
            };
            report.add(missing.place, Rule::BrokenLink, message, help);
        }
    }
}

/// The problem of a path that leads to no file, and the remedy.
fn message(missing: &Missing, meant: Option<&str>) -> (Message, Message) {
    let path = &missing.path;
    if let Some(address) = as_address(path) {
        return match address.starts_with("mailto:") {
            true => (
                message!("missing-mail-address", path),
                message!("missing-mail-address-help", address),
            ),
            false => (
                message!("missing-web-address", path),
                message!("missing-web-address-help", address),
            ),
        };
    }
    let is_page = path.ends_with(".md");
    if !is_page && (missing.is_picture || is_file_name(path)) {
        let otherwise = message!("missing-picture-help");
        let message = message!("missing-picture", path);
        return (message, did_you_mean(meant, otherwise));
    }
    let message = match path.ends_with('/') {
        true => message!("missing-is-folder", path),
        false => message!("no-such-file", file = path),
    };
    let otherwise = match is_page {
        true => message!("missing-page-help"),
        false => message!("missing-ending-help"),
    };
    (message, did_you_mean(meant, otherwise))
}

/// The address that a path without a scheme is, if it looks like one rather than like a file.
fn as_address(path: &str) -> Option<String> {
    let host = path.split(['/', '?']).next()?;
    let lower = host.to_lowercase();
    let mut endings = DOMAIN_ENDINGS.iter();
    let is_host = !host.starts_with('.') && endings.any(|ending| lower.ends_with(ending));
    match is_host || lower.starts_with("www.") {
        true if host.contains('@') => Some(format!("mailto:{path}")),
        true => Some(format!("https://{path}")),
        false => None,
    }
}

/// The key of the file that was probably meant, among those of the content. `pages` are the keys of
/// its pages.
fn likeness<'a>(missing: &Missing, content: &'a Content, pages: &'a [String]) -> Option<&'a str> {
    let key = missing.key.as_str();
    let pages = || pages.iter().map(String::as_str);
    let near = |key: &str| nearest(&missing.place, key, pages());
    let bare = key.trim_end_matches(".html").trim_end_matches(".htm");
    if bare != key || !missing.is_picture && !is_file_name(key) {
        let names = [format!("{bare}.md"), format!("{bare}/index.md")];
        let exact = names
            .iter()
            .find_map(|name| pages().find(|page| page == name));
        exact.or_else(|| names.iter().find_map(|name| near(name)))
    } else if key.ends_with(".md") {
        near(key)
    } else {
        let assets = content.assets.keys().map(String::as_str);
        nearest(&missing.place, key, assets)
    }
}

/// The file whose name is most like that of `key`; of several, that which lies nearest to where it
/// was looked for. A page is not like a file that it refers to itself.
fn nearest<'a>(place: &Place, key: &str, known: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let (folder, name) = parts(key);
    let first = format!("{folder}/index.md");
    let itself = format!("content/{}", place.file);
    let likely = known.filter(|other| *other != itself).filter_map(|other| {
        let (other_folder, other_name) = parts(other);
        let distance = if other == first && !is_first(key) {
            edit_distance(name, "index")
        } else {
            edit_distance(name, other_name).filter(|_| is_first(other) == is_first(key))
        };
        Some((distance?, strsim::levenshtein(folder, other_folder), other))
    });
    likely.min().map(|(_, _, other)| other)
}

/// The folder and the bare name of a file. That of `themas/index.md` is `themas`: each folder has a
/// file `index`.
fn parts(key: &str) -> (&str, &str) {
    let bare = key.rsplit_once('.').map_or(key, |(bare, _)| bare);
    let bare = bare.strip_suffix("/index").unwrap_or(bare);
    bare.rsplit_once('/').unwrap_or(("", bare))
}

/// True for the first page of a folder.
fn is_first(key: &str) -> bool {
    key.ends_with("/index.md")
}

/// The places that miss a file, if there is more than one.
fn users(places: &[Missing]) -> Option<Message> {
    let number = places.len();
    let named = first_places(places.iter().map(|missing| &missing.place));
    (number > 1).then(|| message!("missing-used-by", number, named))
}
