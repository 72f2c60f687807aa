//! Files that pages refer to and that do not exist: each reported with what was probably meant and
//! with all who use it.

use std::collections::BTreeMap;

use crate::content::Content;
use crate::content::values::{DOMAIN_ENDINGS, is_web_address};
use crate::message;
use crate::message::Message;
use crate::problem::{Problem, Report};
use crate::route::{is_file_name, last_part};
use crate::rule::Rule;
use crate::site::paths::{relative, to_content};
use crate::site::uses::first_places;
use crate::source::Place;
use crate::suggest::{did_you_mean, nearest_file};

/// The most missing files that get a suggestion; more are missing when a whole folder is.
const MOST_SUGGESTIONS: usize = 50;

/// Marks behind a path in an address that are no part of the name of a file.
const BEHIND_NAME: [char; 2] = ['?', '#'];

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
            let (message, help) = message(&missing, meant.as_deref(), content);
            let help = match users.clone() {
                Some(users) => message!("missing-and-users", help, users),
                None => help,
            };
            report.add(missing.place, Rule::BrokenLink, message, help);
        }
    }
}

/// The problem of a path that leads to no file, and the remedy. `meant` is the path of the file
/// that was probably meant.
fn message(missing: &Missing, meant: Option<&str>, content: &Content) -> (Message, Message) {
    let path = &missing.path;
    if missing.is_picture && is_web_address(path) {
        let help = message!("missing-asset-elsewhere-help", path = example(missing));
        return (message!("missing-asset-elsewhere", path), help);
    }
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
    if let Some(at) = path.find(BEHIND_NAME) {
        let (file, rest) = path.split_at(at);
        let help = did_you_mean(meant, message!("missing-query-help", file));
        return (message!("missing-query", rest), help);
    }
    if is_folder_of_files(&missing.key, content) {
        let folder = path.trim_end_matches('/');
        let help = did_you_mean(meant, message!("missing-file-in-folder-help", folder));
        return (message!("missing-is-folder", path), help);
    }
    let is_page = path.ends_with(".md");
    if !is_page && (missing.is_picture || is_file_name(path)) {
        let otherwise = message!("missing-picture-help", path = example(missing));
        let message = message!("missing-picture", path);
        return (message, did_you_mean(meant, otherwise));
    }
    let message = match path.ends_with('/') {
        true => message!("missing-is-folder", path),
        false => message!("no-such-file", file = path),
    };
    let otherwise = match is_page {
        true => message!("missing-page-help"),
        false => message!("missing-ending-help", up = to_content(&missing.place.file)),
    };
    (message, did_you_mean(meant, otherwise))
}

/// True for a folder in `static` that has files.
fn is_folder_of_files(key: &str, content: &Content) -> bool {
    let start = format!("{key}/");
    let mut behind = content.assets.range(start.clone()..);
    key.starts_with("static/")
        && behind
            .next()
            .is_some_and(|(key, _)| key.starts_with(&start))
}

/// The path by which a file refers to the one that it misses, once that is in `static`.
fn example(missing: &Missing) -> String {
    let key = match missing.key.starts_with("static/") {
        true => missing.key.clone(),
        false => format!("static/{}", last_part(&missing.path)),
    };
    relative(&format!("content/{}", missing.place.file), &key)
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
    let key = missing.key.split(BEHIND_NAME).next().unwrap_or_default();
    let assets = || content.assets.keys().map(String::as_str);
    if let Some((exact, _)) = content.assets.get_key_value(key) {
        return Some(exact);
    }
    if key.starts_with("static/") && !is_file_name(key) {
        return None;
    }
    let itself = format!("content/{}", missing.place.file);
    let pages = || pages.iter().map(String::as_str);
    // A page is not like a file that it refers to itself.
    let near = |key: &str| nearest_file(key, pages().filter(|page| *page != itself));
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
        nearest_file(key, assets())
    }
}

/// The places that miss a file, if there is more than one.
fn users(places: &[Missing]) -> Option<Message> {
    let number = places.len();
    let named = first_places(places.iter().map(|missing| &missing.place));
    (number > 1).then(|| message!("missing-used-by", number, named))
}
