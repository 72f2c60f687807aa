//! Stage 1: files become parsed pages. Nothing here knows of other pages; what a file says of
//! itself is checked.

pub mod alerts;
pub mod answers;
pub mod chart;
pub mod document;
pub mod film;
mod folder;
pub mod front_matter;
pub mod git;
pub mod ids;
mod load;
mod location;
pub mod map;
pub mod markdown;
pub mod meta;
pub mod page;
mod parse;
pub mod postcodes;
pub mod prose;
pub mod redirects;
pub mod salvage;
pub mod slug;
pub mod synonyms;
pub mod texts;
pub mod typography;
pub mod values;
pub mod word_list;
mod word_table;

use std::collections::BTreeMap;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::config::Config;
use crate::content::alerts::Alert;
use crate::content::answers::DirectAnswer;
use crate::content::map::MapFile;
use crate::content::page::Page;
use crate::content::redirects::RedirectMap;
use crate::content::synonyms::Synonyms;
use crate::content::texts::OwnTexts;
use crate::content::word_list::WordList;
use crate::digest::Digest;
use crate::message;
use crate::message::Message;
use crate::problem::{HiddenPage, Problem, Report, Seen};
use crate::regular_file::FileVersion;
use crate::source::{Place, Source};

pub use folder::{AssetFile, Refusal};
pub use load::load;
pub use location::{Location, locate, route_of};
pub use parse::parse;

/// The content of the folders: every content file that was read, and every other file that a page
/// may refer to.
pub struct Content {
    pub config: Arc<Config>,
    pub texts: Arc<OwnTexts>,
    /// The commit that stood in the folder, where it lies in a repository.
    pub commit: Option<String>,
    pub synonyms: Arc<Synonyms>,
    /// `None` where the site has no map.
    pub map: Option<MapFile>,
    pub answers: Vec<DirectAnswer>,
    /// `None` where texts are not kept: nobody looks at their words then.
    pub words: Option<Arc<WordList>>,
    pub redirect_map: Arc<RedirectMap>,
    /// In the order of their file.
    pub alerts: Arc<Vec<Alert>>,
    /// In the order of their paths.
    pub files: Vec<Arc<ContentFile>>,
    /// By path from where `content/` and `static/` lie side by side: `static/beeld/kaart.svg`.
    pub assets: BTreeMap<String, AssetFile>,
    pub problems: Vec<Problem>,
    /// The files beside the pages that an editor writes by hand: the settings, the lists of words
    /// and the map.
    tables: Vec<Source>,
    /// Hash of the file that the settings were read from.
    config_hash: Digest,
}

/// The fate of the text of files when they have been parsed: the rules that judge how it reads
/// need it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SourceRetention {
    Keep,
    Drop,
}

/// A content file as it was read.
#[derive(Clone)]
pub struct ContentFile {
    pub path: Arc<str>,
    /// Of the bytes of the file: one with the same hash is not parsed again. `None` where they
    /// could not be read.
    hash: Option<Digest>,
    /// Hash of the settings and the word list that the file was parsed with.
    parse_context_hash: Digest,
    /// A file with the same version is not even read again.
    version: Option<FileVersion>,
    /// `None` where no page can be made of the file. Where an earlier version of the file could be
    /// read, it is that one.
    pub page: Option<Arc<Page>>,
    /// As much as could be read of a file whose page visitors cannot see as it is, so that all its
    /// mistakes are reported in one run.
    pub invalid: Option<Arc<Page>>,
    /// The mistake because of which visitors cannot see the page, or see an earlier version.
    pub hidden_by: Option<Problem>,
    pub problems: Vec<Problem>,
    /// The file itself, where texts are kept and it could be read.
    pub source: Option<Source>,
}

/// The folders a site is made of.
#[derive(Clone, Debug)]
pub struct Folders {
    pub content: PathBuf,
    /// Images and other files that are served as they are. It may be missing.
    pub assets: PathBuf,
}

impl Folders {
    /// The folder with the strings of the site's own, which may be missing.
    pub fn texts(&self) -> PathBuf {
        self.content.join(texts::FOLDER)
    }
}

/// The reason that there is no site at all.
#[derive(Debug)]
pub enum LoadError {
    Unreadable { path: PathBuf, kind: io::ErrorKind },
    Settings(Box<Report>),
}

impl LoadError {
    fn unreadable(path: &Path, kind: io::ErrorKind) -> Self {
        let path = path.to_owned();
        LoadError::Unreadable { path, kind }
    }

    /// The reason in short.
    pub fn message(&self) -> Message {
        match self {
            LoadError::Unreadable { path, kind } => {
                let (path, cause) = (path.display().to_string(), folder::cause(*kind));
                message!("site-unreadable", path, cause)
            }
            LoadError::Settings(_) => message!("site-settings"),
        }
    }
}

impl Content {
    /// The content file at this path.
    pub fn file(&self, path: &str) -> Option<&Arc<ContentFile>> {
        let at = self
            .files
            .binary_search_by(|file| (*file.path).cmp(path))
            .ok()?;
        Some(&self.files[at])
    }

    /// Takes up the faults that pages brought to light: a page of which visitors see nothing gives
    /// way to the one that `earlier` has of its file. True where one was not known before.
    pub fn add_faults(&mut self, faults: Vec<HiddenPage>, earlier: Option<&Content>) -> bool {
        let mut has_new_faults = false;
        for HiddenPage { file, cause, seen } in faults {
            let at = self.files.iter().position(|known| known.path == file);
            let Some(at) = at.filter(|_| seen != Seen::Page) else {
                if !self.problems.contains(&cause) {
                    self.problems.push(cause);
                    has_new_faults = true;
                }
                continue;
            };
            let known = &*self.files[at];
            let before = earlier.and_then(|earlier| earlier.file(&file)?.page.clone());
            if seen == Seen::Nothing || !known.problems.contains(&cause) {
                self.files[at] = Arc::new(known.failed(cause, seen, before));
                has_new_faults = true;
            }
        }
        has_new_faults
    }

    /// Takes up the fault of a page with which no site can be made.
    ///
    /// # Panics
    /// Where there is no such page, so that the same would happen again.
    pub fn leave_out(&mut self, cause: Problem, earlier: Option<&Content>) {
        let file = cause.place.file.clone();
        assert!(self.file(&file).is_some(), "{file} has a page");
        let seen = Seen::Nothing;
        self.add_faults(vec![HiddenPage { file, cause, seen }], earlier);
    }

    /// A file beside the pages, by its name.
    pub fn table(&self, name: &str) -> Option<&Source> {
        self.tables.iter().find(|table| &*table.path == name)
    }

    /// The line of a file that a place is in, where the text was kept.
    pub fn line(&self, place: &Place) -> Option<&str> {
        let table = || self.table(&place.file);
        let source = self
            .file(&place.file)
            .map_or_else(table, |file| file.source.as_ref())?;
        source.line(place.line)
    }
}

impl ContentFile {
    /// The file after a fault that its page brought to light. It is read again next time: the
    /// program may be another by then.
    fn failed(&self, cause: Problem, seen: Seen, before: Option<Arc<Page>>) -> Self {
        let is_same =
            |page: &Arc<Page>| self.page.as_ref().is_some_and(|own| Arc::ptr_eq(own, page));
        let (page, invalid) = match seen {
            Seen::Nothing => (before.filter(|page| !is_same(page)), None),
            Seen::Page | Seen::OldVersion => (self.page.clone(), self.invalid.clone()),
        };
        let mut problems = self.problems.clone();
        if !problems.contains(&cause) {
            problems.push(cause.clone());
        }
        ContentFile {
            hash: None,
            version: None,
            page,
            invalid,
            hidden_by: self.hidden_by.clone().or(Some(cause)),
            problems,
            ..self.clone()
        }
    }
}
