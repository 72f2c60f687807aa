//! Files that pages refer to and that do not exist: each told with what was probably meant and with all who use it.

use std::collections::BTreeMap;

use crate::content::Content;
use crate::problem::{Place, Problem, Report, nearest};
use crate::rule::Rule;
use crate::site::links::relative;
use crate::site::meant_or;

/// For so many missing files a likeness is looked for; more are missing when a whole folder is.
const MOST_SUGGESTIONS: usize = 50;

/// So many places that miss a file are named.
const MOST_USERS: usize = 5;

/// Why a link or an image leads nowhere.
pub enum Fault {
    /// The file that is meant has been reported already.
    Told,
    Missing(Missing),
    Other(Problem),
}

/// A place that refers to a file that does not exist.
pub struct Missing {
    pub place: Place,
    /// As it stands there.
    pub path: String,
    /// What the file would be called among all files.
    pub key: String,
}

/// Gathers what is wrong. A file that is missed in more than one place is told with all of them.
pub struct Faults<'r> {
    report: &'r mut Report,
    missing: BTreeMap<String, Vec<Missing>>,
}

impl<'r> Faults<'r> {
    pub fn new(report: &'r mut Report) -> Self {
        Faults { report, missing: BTreeMap::new() }
    }

    pub fn note(&mut self, fault: Fault) {
        match fault {
            Fault::Told => {}
            Fault::Missing(missing) => self.missing.entry(missing.key.clone()).or_default().push(missing),
            Fault::Other(problem) => self.report.extend([problem]),
        }
    }

    /// Tells of every missing file, once all pages have been looked at.
    pub fn tell_missing(self, content: &Content) {
        for (number, places) in self.missing.into_values().enumerate() {
            let meant = if number < MOST_SUGGESTIONS { likeness(&places[0], content) } else { None };
            let users = users(&places);
            for Missing { place, path, .. } in places {
                let meant = meant.as_ref().map(|meant| relative(&format!("content/{}", place.file), meant));
                let (message, otherwise) = match is_page(&path) {
                    true => (format!("het bestand `{path}` bestaat niet"), "kijk of de naam en de map kloppen, gezien vanaf dit bestand"),
                    false => (
                        format!("het beeld of bestand `{path}` bestaat niet"),
                        "zet het in `static` en verwijs ernaar vanaf dit bestand: `../static/beeld/naam.jpg`",
                    ),
                };
                let help = meant_or(meant.as_deref(), otherwise);
                self.report.add(place, Rule::BrokenLink, message, format!("{help}{users}"));
            }
        }
    }
}

fn is_page(path: &str) -> bool {
    path.ends_with(".md")
}

/// The key of the file that was probably meant, seen from a place that refers to it: one of that name elsewhere, or one
/// with nearly that path.
fn likeness(missing: &Missing, content: &Content) -> Option<String> {
    let pages = content.files.iter().map(|file| format!("content/{}", file.path));
    let known: Vec<String> = if is_page(&missing.path) { pages.collect() } else { content.assets.keys().cloned().collect() };
    let name = missing.key.rsplit('/').next();
    if let Some(same_name) = known.iter().find(|other| other.rsplit('/').next() == name) {
        return Some(same_name.clone());
    }
    let from = format!("content/{}", missing.place.file);
    let paths: Vec<String> = known.iter().map(|key| relative(&from, key)).collect();
    let meant = nearest(&missing.path, paths.iter().map(String::as_str))?;
    let at = paths.iter().position(|path| path == meant)?;
    Some(known[at].clone())
}

/// Where a missing file is used, if that is in more than one place.
fn users(places: &[Missing]) -> String {
    if places.len() < 2 {
        return String::new();
    }
    let mut named: Vec<String> = places.iter().map(|missing| format!("{}:{}", missing.place.file, missing.place.line)).collect();
    named.dedup();
    let more = match named.len().saturating_sub(MOST_USERS) {
        0 => String::new(),
        more => format!(" en nog {more}"),
    };
    named.truncate(MOST_USERS);
    format!("; {} verwijzingen leiden erheen, in {}{more}", places.len(), named.join(", "))
}
