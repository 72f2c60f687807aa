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

use crate::content::Folders;
use crate::problem::{Problem, Report};
use crate::regular_file::{self, FileVersion};
use crate::rule::Rule;
use crate::source::Place;

/// The largest text file that is read, in bytes.
pub const LARGEST_TEXT: u64 = 1024 * 1024;

/// The largest redirect map, in bytes. It only grows; this holds some 300,000 addresses.
pub const LARGEST_REDIRECT_MAP: u64 = 16 * 1024 * 1024;

/// The largest image or download, in bytes.
pub const LARGEST_FILE: u64 = 64 * 1024 * 1024;

/// The most names in one folder; one that holds more was filled by accident.
const FULLEST_FOLDER: usize = 80_000;

/// The tick of the coarsest clock of a file system, that of FAT, in seconds: a file that changes
/// twice within it may look the same.
const MTIME_GRANULARITY: i64 = 2;

/// The files in the folders. Names have `/` between their parts and start below the folder.
#[derive(Default)]
pub struct FolderListing {
    /// The content files, in the order of their names.
    pub pages: Vec<Found>,
    /// By path from where `content/` and `static/` lie side by side: `static/beeld/kaart.svg`.
    pub assets: BTreeMap<String, AssetFile>,
    /// The keys of files beside the pages that are there and cannot be read.
    pub refused: BTreeSet<String>,
    /// Folders that could not be listed, as the start of the keys of what is in them:
    /// `content/nieuws/`.
    unlisted: Vec<String>,
    pub problems: Vec<Problem>,
}

/// A content file that can be read, or that is not even opened.
pub enum Found {
    File {
        path: PathBuf,
        name: String,
        version: Option<FileVersion>,
    },
    Refused {
        name: String,
        problem: Problem,
    },
}

impl Found {
    pub fn name(&self) -> &str {
        let (Found::File { name, .. } | Found::Refused { name, .. }) = self;
        name
    }
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
    /// True if a content file may lie in a folder that could not be listed.
    pub fn may_hold(&self, name: &str) -> bool {
        self.may_hold_asset(&format!("{}{name}", Tree::Content.prefix()))
    }

    /// The same of any file, by its key.
    pub fn may_hold_asset(&self, key: &str) -> bool {
        self.unlisted
            .iter()
            .any(|folder| key.starts_with(folder.as_str()))
    }

    /// Takes the versions of the files that changed last: such a file may change again without
    /// another version. Only a file that changed later shows that the clock has gone on.
    fn clear_recent_mtimes(&mut self) {
        let of_pages = self.pages.iter_mut().filter_map(|found| match found {
            Found::File { version, .. } => Some(version),
            Found::Refused { .. } => None,
        });
        let mut versions: Vec<&mut Option<FileVersion>> = of_pages
            .chain(self.assets.values_mut().map(|file| &mut file.version))
            .collect();
        let newest = versions
            .iter()
            .filter_map(|version| version.as_ref())
            .map(|version| version.changed_second())
            .max();
        for version in &mut versions {
            version.take_if(|version| {
                newest.is_some_and(|newest| version.changed_second() + MTIME_GRANULARITY >= newest)
            });
        }
    }
}

impl AssetFile {
    /// The same file, which cannot be read any more.
    pub fn kept_as_it_was(&self) -> Self {
        AssetFile {
            kept: true,
            ..self.clone()
        }
    }

    /// The bytes of the file, with the version that was read. The error says for editors why there
    /// are none.
    pub fn read(&self) -> Result<(Vec<u8>, FileVersion), Refusal> {
        read_version(&self.path, LARGEST_FILE)
    }
}

/// Lists the folders.
///
/// # Errors
/// If the content folder itself cannot be listed.
pub fn list(folders: &Folders) -> io::Result<FolderListing> {
    let mut walk = Walk::default();
    walk.folder(&folders.content, "", Tree::Content)?;
    if folders.assets.is_dir()
        && let Err(error) = walk.folder(&folders.assets, "", Tree::Static)
    {
        walk.unlisted(Tree::Static, "", Refusal::Unreadable(error.kind()));
    }
    walk.listing.clear_recent_mtimes();
    walk.listing
        .pages
        .par_sort_unstable_by(|a, b| a.name().cmp(b.name()));
    Ok(FolderListing {
        problems: walk.report.problems().to_vec(),
        ..walk.listing
    })
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
                format!("dit kan niet worden gelezen: {}", in_dutch(kind)),
                "kijk of het bestand of de map er staat, en of het programma leesrecht heeft",
            ),
            Refusal::NoFile => (
                Rule::OutsideFolder,
                "dit is geen gewoon bestand, maar bijvoorbeeld een verwijzing".to_owned(),
                "zet het bestand zelf in de map, niet een verwijzing ernaar",
            ),
            Refusal::TooLarge(LARGEST_TEXT) => (
                Rule::UnreadableFile,
                "dit bestand is te groot voor een pagina: meer dan 1 MB".to_owned(),
                "verdeel de tekst over meer pagina's, of zet een beeld of document in `static`",
            ),
            Refusal::TooLarge(LARGEST_REDIRECT_MAP) => (
                Rule::UnreadableFile,
                "de lijst van adressen is groter dan 16 MB".to_owned(),
                "haal adressen weg die nooit hebben bestaan, of voeg er samen met een * aan het eind",
            ),
            Refusal::TooLarge(_) => (
                Rule::UnreadableFile,
                "dit bestand is groter dan 64 MB".to_owned(),
                "maak het kleiner",
            ),
            Refusal::TooMany => (
                Rule::FullFolder,
                format!(
                    "in deze map staan meer dan {FULLEST_FOLDER} bestanden, daarom is zij niet gelezen"
                ),
                "haal weg wat hier niet hoort, of verdeel de bestanden over mappen",
            ),
        };
        Problem::new(Place::of_file(file), rule, message, help)
    }
}

/// An error of the system, in the words of an editor.
pub fn in_dutch(kind: io::ErrorKind) -> &'static str {
    match kind {
        io::ErrorKind::NotFound => "het bestaat niet",
        io::ErrorKind::PermissionDenied => "het programma heeft er geen leesrecht op",
        _ => "het systeem geeft een fout",
    }
}

/// Reads a file of at most `largest` bytes, as it is at this moment: what has become a link or a
/// pipe since the folder was listed is refused like any other.
pub fn read(path: &Path, largest: u64) -> Result<Vec<u8>, Refusal> {
    read_version(path, largest).map(|(bytes, _)| bytes)
}

/// The same, with the version that was read.
fn read_version(path: &Path, largest: u64) -> Result<(Vec<u8>, FileVersion), Refusal> {
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

#[derive(Clone, Copy, PartialEq)]
enum Tree {
    Content,
    Static,
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

/// The name of what may be content: names that start with a dot are not.
fn visible_name(entry: &fs::DirEntry) -> Option<String> {
    entry
        .file_name()
        .into_string()
        .ok()
        .filter(|name| !name.starts_with('.'))
}

/// Collects the files of a folder.
#[derive(Default)]
struct Walk {
    listing: FolderListing,
    report: Report,
}

impl Walk {
    fn folder(&mut self, folder: &Path, below: &str, tree: Tree) -> io::Result<()> {
        let entries: Vec<fs::DirEntry> = fs::read_dir(folder)?
            .take(FULLEST_FOLDER + 1)
            .collect::<io::Result<_>>()?;
        if entries.len() > FULLEST_FOLDER {
            self.unlisted(tree, below, Refusal::TooMany);
            return Ok(());
        }
        for name in entries
            .iter()
            .map(fs::DirEntry::file_name)
            .filter(|name| name.to_str().is_none())
        {
            let shown = tree.shown(&format!("{below}{}", name.to_string_lossy()));
            let place = Place::of_file(shown);
            let help = "noem het bestand opnieuw, met alleen kleine letters, cijfers en streepjes";
            self.report.add(
                place,
                Rule::FileName,
                "deze naam is geen tekst, dus het bestand is niet gelezen",
                help,
            );
        }
        let looked_at: Vec<(String, Entry)> = entries
            .par_iter()
            .filter_map(|entry| Some((visible_name(entry)?, Entry::of(entry))))
            .collect();
        for (name, entry) in looked_at {
            let name = format!("{below}{name}");
            match entry {
                Entry::Folder(path) => {
                    let inside = format!("{name}/");
                    if let Err(error) = self.folder(&path, &inside, tree) {
                        self.unlisted(tree, &inside, Refusal::Unreadable(error.kind()));
                    }
                }
                Entry::File(file) => self.file(file, name, tree),
                Entry::Refused(refusal) => self.refuse(tree, name, refusal),
            }
        }
        Ok(())
    }

    fn file(&mut self, file: AssetFile, name: String, tree: Tree) {
        let size = file.size;
        match tree {
            Tree::Content if name == "LEESMIJ.md" => {}
            Tree::Content if is_page(&name) && size > LARGEST_TEXT => {
                self.refuse(tree, name, Refusal::TooLarge(LARGEST_TEXT))
            }
            Tree::Content if is_page(&name) => self.listing.pages.push(Found::File {
                path: file.path,
                name,
                version: file.version,
            }),
            Tree::Content if name.ends_with(".toml") && !name.contains('/') => {}
            _ if size > LARGEST_FILE => self.refuse(tree, name, Refusal::TooLarge(LARGEST_FILE)),
            _ => {
                self.listing
                    .assets
                    .insert(format!("{}{name}", tree.prefix()), file);
            }
        }
    }

    fn refuse(&mut self, tree: Tree, name: String, refusal: Refusal) {
        let problem = refusal.problem(&tree.shown(&name));
        if tree == Tree::Content && is_page(&name) {
            self.listing.pages.push(Found::Refused { name, problem });
        } else {
            self.listing
                .refused
                .insert(format!("{}{name}", tree.prefix()));
            self.report.extend([problem]);
        }
    }

    fn unlisted(&mut self, tree: Tree, below: &str, refusal: Refusal) {
        self.report.extend([refusal.problem(&tree.shown(below))]);
        self.listing
            .unlisted
            .push(format!("{}{below}", tree.prefix()));
    }
}

impl Tree {
    fn prefix(self) -> &'static str {
        match self {
            Tree::Content => "content/",
            Tree::Static => "static/",
        }
    }

    /// The name of a file as editors see it, from the content folder.
    fn shown(self, name: &str) -> String {
        match self {
            Tree::Content => name.to_owned(),
            Tree::Static => format!("../static/{name}"),
        }
    }
}

fn is_page(name: &str) -> bool {
    name.ends_with(".md")
}
