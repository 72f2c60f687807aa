//! The folders on disk: which files they hold, and how one is read without ever leaving the folder.
//!
//! Files change while they are looked at, and editors put anything in a folder. So a link is never
//! followed, what is no plain file is never opened for long, and nothing is read past a size that
//! was agreed on.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use crate::content::{Folders, map};
use crate::message;
use crate::message::Message;
use crate::problem::{Problem, Report};
use crate::regular_file::{self, FileVersion};
use crate::route::last_part;
use crate::rule::Rule;
use crate::source::Place;

/// The largest text file that is read, in bytes.
pub const LARGEST_TEXT: u64 = 1024 * 1024;

/// The largest redirect map, in bytes. It only grows; this holds some 300,000 addresses.
pub const LARGEST_REDIRECT_MAP: u64 = 16 * 1024 * 1024;

/// The largest map, in bytes: it holds the borders of some hundred municipalities, as they are
/// published for drawings.
pub const LARGEST_MAP: u64 = 2 * 1024 * 1024;

/// The largest image or download, in bytes.
pub const LARGEST_FILE: u64 = 64 * 1024 * 1024;

/// The most names in one folder; one that holds more was filled by accident.
const FULLEST_FOLDER: usize = 80_000;

/// The tick of the coarsest clock of a file system, that of FAT, in seconds: a file that changes
/// twice within it may look the same.
const MTIME_GRANULARITY: i64 = 2;

/// The files in the folders. The key of a file is its path from where `content/` and `static/` lie
/// side by side: `static/beeld/kaart.svg`.
#[derive(Default)]
pub struct FolderListing {
    /// The content files, in the order of their names.
    pub pages: Vec<Found>,
    /// By key.
    pub assets: BTreeMap<String, AssetFile>,
    /// The keys of files beside the pages that are there and cannot be read.
    pub refused: BTreeSet<String>,
    /// Folders that could not be listed, as the start of the keys of what is in them:
    /// `content/nieuws/`. Each with the reason.
    unlisted: Vec<(String, Problem)>,
    pub report: Report,
}

/// The starts of the keys in the two folders.
const CONTENT: &str = "content/";
const STATIC: &str = "static/";

/// The guide for editors, by its name in each language of a new site.
const GUIDES: [&str; 3] = [
    "content/LEESMIJ.md",
    "content/LIESMICH.md",
    "content/README.md",
];

/// A content file: its path and version, or the problem for which it is not even opened.
pub struct Found {
    /// Path within the content folder.
    pub name: String,
    pub file: Result<(PathBuf, Option<FileVersion>), Problem>,
}

/// A file that is served as it is.
#[derive(Clone, Debug)]
pub struct AssetFile {
    pub path: PathBuf,
    /// In bytes.
    pub size: u64,
    /// `None` where the file has to be read to know whether it is the same.
    pub version: Option<FileVersion>,
    /// True if the file cannot be read any more, which is reported, and stays as it was read last.
    pub kept: bool,
}

impl FolderListing {
    /// The reason why the folder could not be listed in which the file with this key would lie.
    pub fn problem_of(&self, key: &str) -> Option<&Problem> {
        let mut unlisted = self.unlisted.iter();
        let (_, problem) = unlisted.find(|(folder, _)| key.starts_with(folder))?;
        Some(problem)
    }

    /// The reason why the folder could not be listed in which this content file would lie.
    pub fn problem_of_page(&self, name: &str) -> Option<&Problem> {
        self.problem_of(&format!("{CONTENT}{name}"))
    }
}

impl AssetFile {
    /// The bytes of the file, with the version that was read. The error says for editors why there
    /// are none.
    pub fn read(&self) -> Result<(Vec<u8>, FileVersion), Refusal> {
        read(&self.path, LARGEST_FILE)
    }
}

/// Lists the folders.
///
/// # Errors
/// If the content folder itself cannot be listed.
pub fn list(folders: &Folders) -> io::Result<FolderListing> {
    let mut listing = FolderListing::default();
    listing.add_folder(&folders.content, CONTENT)?;
    if folders.assets.is_dir()
        && let Err(error) = listing.add_folder(&folders.assets, STATIC)
    {
        listing.skip_folder(STATIC, Refusal::Unreadable(error.kind()));
    }
    listing.clear_recent_mtimes();
    listing
        .pages
        .par_sort_unstable_by(|a, b| a.name.cmp(&b.name));
    Ok(listing)
}

/// The reason why a file is not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    Unreadable(io::ErrorKind),
    /// A link, a pipe, a device: what is behind it may be outside the folder, or never end.
    NoFile,
    /// With the largest that it may be, in bytes.
    TooLarge(u64),
    TooMany,
}

impl Refusal {
    /// The problem that an editor gets to see.
    pub fn problem(self, file: &str) -> Problem {
        let (rule, message, help) = match self {
            Refusal::Unreadable(kind) => (
                Rule::UnreadableFile,
                message!("file-unreadable", cause = cause(kind)),
                message!("file-unreadable-help"),
            ),
            Refusal::NoFile => (
                Rule::OutsideFolder,
                message!("file-no-file"),
                message!("file-no-file-help"),
            ),
            Refusal::TooLarge(size) => {
                let file = match size {
                    LARGEST_TEXT => "page",
                    LARGEST_REDIRECT_MAP => "addresses",
                    LARGEST_MAP => "map",
                    _ => "other",
                };
                (
                    Rule::UnreadableFile,
                    message!("file-too-large", file),
                    message!("file-too-large-help", file),
                )
            }
            Refusal::TooMany => (
                Rule::FullFolder,
                message!("folder-too-full", most = FULLEST_FOLDER),
                message!("folder-too-full-help"),
            ),
        };
        Problem::new(Place::of_file(file), rule, message, help)
    }
}

/// An error of the system, as an editor is told of it.
pub fn cause(kind: io::ErrorKind) -> Message {
    match kind {
        io::ErrorKind::NotFound => message!("cause-not-found"),
        io::ErrorKind::PermissionDenied => message!("cause-no-permission"),
        _ => message!("cause-system"),
    }
}

/// Reads a file of at most `largest` bytes, as it is at this moment, and its version: what has
/// become a link or a pipe since the folder was listed is refused like any other.
pub fn read(path: &Path, largest: u64) -> Result<(Vec<u8>, FileVersion), Refusal> {
    let refuse = |error: io::Error| match error.raw_os_error() {
        Some(libc::ELOOP | libc::EMLINK) => Refusal::NoFile,
        _ => Refusal::Unreadable(error.kind()),
    };
    let file = regular_file::open(path).map_err(refuse)?;
    let metadata = file.metadata().map_err(refuse)?;
    if !metadata.is_file() {
        return Err(Refusal::NoFile);
    }
    if metadata.len() > largest {
        return Err(Refusal::TooLarge(largest));
    }
    let mut bytes = Vec::with_capacity(usize::try_from(metadata.len()).unwrap_or_default() + 1);
    // It may grow while it is read.
    file.take(largest + 1)
        .read_to_end(&mut bytes)
        .map_err(refuse)?;
    if bytes.len() as u64 > largest {
        Err(Refusal::TooLarge(largest))
    } else {
        Ok((bytes, FileVersion::of(&metadata)))
    }
}

/// The kind of an entry of a folder.
enum Entry {
    Folder(PathBuf),
    File(AssetFile),
    Refused(Refusal),
}

impl Entry {
    fn of(entry: &fs::DirEntry) -> Self {
        match entry.file_type() {
            Ok(kind) if kind.is_dir() => Entry::Folder(entry.path()),
            Ok(kind) if kind.is_file() => {
                let metadata = entry.metadata().ok();
                let size = metadata.as_ref().map_or(0, fs::Metadata::len);
                Entry::File(AssetFile {
                    path: entry.path(),
                    size,
                    version: metadata.as_ref().map(FileVersion::of),
                    kept: false,
                })
            }
            Ok(_) => Entry::Refused(Refusal::NoFile),
            Err(error) => Entry::Refused(Refusal::Unreadable(error.kind())),
        }
    }
}

/// The name of what may be content: names that start with a dot are not, but for the folder of
/// what other programs look for on any site (RFC 8615).
fn visible_name(entry: &fs::DirEntry, above: &str) -> Option<String> {
    let name = entry.file_name().into_string().ok()?;
    let is_known = above == "static/" && name == ".well-known";
    (!name.starts_with('.') || is_known).then_some(name)
}

impl FolderListing {
    /// Adds what is in a folder. `above` is the start of the keys.
    fn add_folder(&mut self, folder: &Path, above: &str) -> io::Result<()> {
        let entries: Vec<fs::DirEntry> = fs::read_dir(folder)?
            .take(FULLEST_FOLDER + 1)
            .collect::<io::Result<_>>()?;
        if entries.len() > FULLEST_FOLDER {
            self.skip_folder(above, Refusal::TooMany);
            return Ok(());
        }
        let names = entries.iter().map(|entry| entry.file_name().into_string());
        for name in names.filter_map(Result::err) {
            self.report.add(
                Place::of_file(shown(&format!("{above}{}", name.to_string_lossy()))),
                Rule::FileName,
                message!("file-name-no-text"),
                message!("file-name-no-text-help"),
            );
        }
        let looked_at: Vec<(String, Entry)> = entries
            .par_iter()
            .filter_map(|entry| Some((visible_name(entry, above)?, Entry::of(entry))))
            .collect();
        for (name, entry) in looked_at {
            let key = format!("{above}{name}");
            match entry {
                Entry::Folder(path) => {
                    let inside = format!("{key}/");
                    if let Err(error) = self.add_folder(&path, &inside) {
                        self.skip_folder(&inside, Refusal::Unreadable(error.kind()));
                    }
                }
                Entry::File(file) => self.add_file(file, key),
                Entry::Refused(refusal) => self.refuse(key, refusal),
            }
        }
        Ok(())
    }

    fn add_file(&mut self, file: AssetFile, key: String) {
        let is_table = key.strip_prefix(CONTENT).is_some_and(|name| {
            name.ends_with(".toml") && !name.contains('/') || name == map::FILE
        });
        // The guide is for editors, and tables are read by their names.
        if is_table || GUIDES.contains(&key.as_str()) {
            return;
        }
        if let Some(name) = key.strip_prefix(CONTENT).and_then(nearly_page) {
            self.report.add(
                Place::of_file(shown(&key)),
                Rule::FileName,
                message!("file-name-no-page"),
                message!("file-name-no-page-help", name),
            );
            self.refused.insert(key);
            return;
        }
        let largest = match page_name(&key) {
            Some(_) => LARGEST_TEXT,
            None => LARGEST_FILE,
        };
        if file.size > largest {
            self.refuse(key, Refusal::TooLarge(largest));
        } else if let Some(name) = page_name(&key) {
            self.pages.push(Found {
                name: name.to_owned(),
                file: Ok((file.path, file.version)),
            });
        } else {
            self.assets.insert(key, file);
        }
    }

    fn refuse(&mut self, key: String, refusal: Refusal) {
        let problem = refusal.problem(&shown(&key));
        if let Some(name) = page_name(&key) {
            self.pages.push(Found {
                name: name.to_owned(),
                file: Err(problem),
            });
        } else {
            self.refused.insert(key);
            self.report.extend([problem]);
        }
    }

    /// Leaves out a folder as a whole.
    fn skip_folder(&mut self, key: &str, refusal: Refusal) {
        let problem = refusal.problem(&shown(key));
        self.report.extend([problem.clone()]);
        self.unlisted.push((key.to_owned(), problem));
    }

    /// Takes the versions of the files that changed last: such a file may change again without
    /// another version. Only a file that changed later shows that the clock has gone on.
    fn clear_recent_mtimes(&mut self) {
        let of_pages = self
            .pages
            .iter_mut()
            .filter_map(|found| Some(&mut found.file.as_mut().ok()?.1));
        let mut versions: Vec<&mut Option<FileVersion>> = of_pages
            .chain(self.assets.values_mut().map(|file| &mut file.version))
            .collect();
        let seconds = versions.iter().flat_map(|version| version.as_ref());
        let Some(newest) = seconds.map(FileVersion::changed_second).max() else {
            return;
        };
        for version in &mut versions {
            version.take_if(|version| version.changed_second() + MTIME_GRANULARITY >= newest);
        }
    }
}

/// The path of a page within the content folder.
fn page_name(key: &str) -> Option<&str> {
    key.strip_prefix(CONTENT)
        .filter(|name| name.ends_with(".md"))
}

/// The name that a page should have whose name ends in another way: `naam.MD`, `naam.markdown`.
fn nearly_page(name: &str) -> Option<String> {
    let (bare, ending) = last_part(name).rsplit_once('.')?;
    let is_nearly = ending != "md" && ["md", "markdown"].contains(&&*ending.to_lowercase());
    is_nearly.then(|| format!("{bare}.md"))
}

/// The name of a file as editors see it, from the content folder.
fn shown(key: &str) -> String {
    match key.strip_prefix(CONTENT) {
        Some(name) => name.to_owned(),
        None => format!("../{key}"),
    }
}
