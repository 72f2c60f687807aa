//! Stage 1: files become parsed pages. Nothing here knows of other pages; what a file says of itself is checked.

pub mod document;
mod folder;
pub mod front_matter;
pub mod git;
pub mod ids;
pub mod markdown;
pub mod page;
pub mod prose;
pub mod redirects;
pub mod slug;
pub mod synonyms;
mod typography;
pub mod values;
pub mod word_list;

use std::collections::BTreeMap;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use rayon::prelude::*;

use crate::config::{self, Config};
use crate::content::folder::{Found, LARGEST_REDIRECT_MAP, LARGEST_TEXT};
use crate::content::front_matter::{Form, FrontMatter, Parts};
use crate::content::git::Repository;
use crate::content::page::Page;
use crate::content::redirects::RedirectMap;
use crate::content::synonyms::Synonyms;
use crate::content::word_list::WordList;
use crate::date::{Date, YEARS};
use crate::digest::{Digest, Digester};
use crate::problem::{Problem, Report};
use crate::regular_file::FileVersion;
use crate::route::{Route, is_slug};
use crate::rule::Rule;
use crate::source::{Place, Source};
use crate::toml_file::{has_forbidden, hidden_character, is_forbidden};

pub use folder::{AssetFile, Refusal};

/// What the folders hold: every content file that was read, and every other file that a page may refer to.
pub struct Content {
    pub config: Arc<Config>,
    /// The commit that stood in the folder, where it lies in a repository.
    pub commit: Option<String>,
    /// Digest of the file that the settings were read from.
    pub settings: Digest,
    pub synonyms: Arc<Synonyms>,
    /// `None` where texts are not kept: nobody looks at their words then.
    pub words: Option<Arc<WordList>>,
    pub redirect_map: Arc<RedirectMap>,
    /// Digest of the file that the redirect map was read from, and what is wrong in it.
    redirects_read: (Digest, Vec<Problem>),
    /// In the order of their paths.
    pub files: Vec<Arc<ContentFile>>,
    /// By path from where `content/` and `static/` lie side by side: `static/beeld/kaart.svg`.
    pub assets: BTreeMap<String, AssetFile>,
    pub problems: Vec<Problem>,
    /// The files beside the pages that an editor writes by hand: the settings and the lists of words.
    tables: Vec<Source>,
}

/// Whether the text of files is kept when they have been parsed: the rules that judge how it reads need it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SourceRetention {
    Keep,
    Drop,
}

/// A content file as it was read.
#[derive(Clone)]
pub struct ContentFile {
    pub path: Arc<str>,
    /// Of the bytes of the file: one with the same digest is not parsed again. `None` where they could not be read.
    digest: Option<Digest>,
    /// Digest of what the file was read in the light of.
    around: Digest,
    /// A file with the same version is not even read again.
    version: Option<FileVersion>,
    /// `None` where no page can be made of the file. Where an earlier version of the file could be read, it is that one.
    pub page: Option<Arc<Page>>,
    /// What could be read of a file that no page can be made of as it is, so that all its mistakes are told in one run.
    pub invalid: Option<Arc<Page>>,
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

/// Why there is no site at all.
#[derive(Debug, thiserror::Error)]
pub enum LoadError {
    #[error("{path} kan niet worden gelezen: {cause}")]
    Unreadable { path: PathBuf, cause: &'static str },
    #[error("site.toml is niet bruikbaar")]
    Settings(Report),
}

impl LoadError {
    fn unreadable(path: &Path, kind: io::ErrorKind) -> Self {
        LoadError::Unreadable {
            path: path.to_owned(),
            cause: folder::in_dutch(kind),
        }
    }
}

/// Reads the folders. Files that did not change since `previous` are not parsed again.
pub fn load(
    folders: &Folders,
    retention: SourceRetention,
    previous: Option<&Content>,
) -> Result<Content, LoadError> {
    let mut report = Report::default();
    let mut tables = Vec::new();
    let Settings { config, digest } = settings(folders, previous, &mut tables, &mut report)?;
    let synonyms = Arc::new(table(
        folders,
        synonyms::FILE,
        synonyms::read,
        &mut tables,
        &mut report,
    ));
    let words = (retention == SourceRetention::Keep).then(|| {
        Arc::new(table(
            folders,
            word_list::FILE,
            word_list::read,
            &mut tables,
            &mut report,
        ))
    });
    // Before the files: what is said to be of a commit must not be older than it.
    let commit = Repository::around(&folders.content).and_then(|repository| repository.commit());
    let mut listing = folder::list(folders)
        .map_err(|error| LoadError::unreadable(&folders.content, error.kind()))?;
    let words_text = tables
        .iter()
        .find(|table| &*table.path == word_list::FILE)
        .map_or("", |table| &table.text);
    let around = Digester::default()
        .add(digest.bytes())
        .add(words_text)
        .digest();
    let reader = Reader {
        config: &config,
        around,
        retention,
        previous,
    };
    let mut files: Vec<Arc<ContentFile>> = listing
        .pages
        .par_iter()
        .enumerate()
        .map(|(place, found)| reader.page(found, place))
        .collect();
    if let Some(previous) = previous {
        let kept = previous
            .files
            .iter()
            .filter(|file| listing.may_hold(&file.path));
        files.extend(
            kept.filter(|file| reader.is_placed_as_before(&file.path))
                .cloned(),
        );
    }
    files.sort_by(|a, b| a.path.cmp(&b.path));
    report.extend(listing.problems.iter().cloned());
    let (redirect_map, redirects_read) = redirect_map(folders, previous, &mut tables);
    report.extend(redirects_read.1.iter().cloned());
    let problems = report.problems().to_vec();
    let mut assets = std::mem::take(&mut listing.assets);
    if let Some(previous) = previous {
        // What was read of these files stays until they can be read again.
        let kept = previous
            .assets
            .iter()
            .filter(|(key, _)| listing.refused.contains(*key) || listing.may_hold_asset(key));
        assets.extend(kept.map(|(key, file)| (key.clone(), file.kept_as_it_was())));
    }
    Ok(Content {
        config,
        commit,
        settings: digest,
        synonyms,
        words,
        redirect_map,
        redirects_read,
        files,
        assets,
        problems,
        tables,
    })
}

/// Reads a file beside the pages. A site may do without it; one that cannot be read is told.
fn table<T: Default>(
    folders: &Folders,
    name: &str,
    read: fn(&Source, &mut Report) -> T,
    tables: &mut Vec<Source>,
    report: &mut Report,
) -> T {
    let text = match folder::read(&folders.content.join(name), LARGEST_TEXT) {
        Err(Refusal::Unreadable(io::ErrorKind::NotFound)) => return T::default(),
        Err(refusal) => Err(refusal.problem(name)),
        Ok(bytes) => String::from_utf8(bytes).map_err(|_| not_utf8(name)),
    };
    match text {
        Ok(text) => {
            let source = Source::new(name, &text);
            let value = read(&source, report);
            tables.push(source);
            value
        }
        Err(problem) => {
            report.extend([problem]);
            T::default()
        }
    }
}

/// The settings, and a digest of the file they were read from.
struct Settings {
    config: Arc<Config>,
    digest: Digest,
}

/// Reads the settings. Where they have become unusable, the last good ones stay; but a folder without any is not a site.
fn settings(
    folders: &Folders,
    previous: Option<&Content>,
    tables: &mut Vec<Source>,
    report: &mut Report,
) -> Result<Settings, LoadError> {
    let path = folders.content.join(config::FILE);
    let text = match folder::read(&path, LARGEST_TEXT) {
        Err(Refusal::Unreadable(io::ErrorKind::NotFound)) => {
            return Err(LoadError::unreadable(&path, io::ErrorKind::NotFound));
        }
        Err(refusal) => Err(refusal.problem(config::FILE)),
        Ok(bytes) => String::from_utf8(bytes).map_err(|_| not_utf8(config::FILE)),
    };
    let read = match text {
        Ok(text) => {
            let source = Source::new(config::FILE, &text);
            let config = config::read(&source, report);
            tables.push(source);
            config.map(|config| Settings {
                config: Arc::new(config),
                digest: Digest::of(text.as_bytes()),
            })
        }
        Err(problem) => {
            report.extend([problem]);
            None
        }
    };
    match (read, previous) {
        (Some(settings), _) => Ok(settings),
        (None, Some(previous)) => Ok(Settings {
            config: previous.config.clone(),
            digest: previous.settings,
        }),
        (None, None) => {
            report.sort();
            report.quote(|place| tables.first()?.line(place.line));
            Err(LoadError::Settings(std::mem::take(report)))
        }
    }
}

/// Reads the redirect map of addresses. Where it has become unusable, the last good one stays; a site may do without.
fn redirect_map(
    folders: &Folders,
    previous: Option<&Content>,
    tables: &mut Vec<Source>,
) -> (Arc<RedirectMap>, (Digest, Vec<Problem>)) {
    let text = match folder::read(&folders.content.join(redirects::FILE), LARGEST_REDIRECT_MAP) {
        Err(Refusal::Unreadable(io::ErrorKind::NotFound)) => {
            return (Arc::default(), (Digest::of(b""), Vec::new()));
        }
        Err(refusal) => Err(refusal.problem(redirects::FILE)),
        Ok(bytes) => String::from_utf8(bytes).map_err(|_| not_utf8(redirects::FILE)),
    }
    .map(|text| Source::new(redirects::FILE, &text));
    tables.extend(text.iter().cloned());
    let digest = Digest::of(text.as_ref().map_or("", |source| &source.text).as_bytes());
    if let Some(previous) =
        previous.filter(|previous| text.is_ok() && previous.redirects_read.0 == digest)
    {
        return (
            previous.redirect_map.clone(),
            previous.redirects_read.clone(),
        );
    }
    let mut report = Report::default();
    let read = match text {
        Ok(source) => redirects::read(&source, &mut report),
        Err(problem) => {
            report.extend([problem]);
            None
        }
    };
    let redirect_map = read
        .map(Arc::new)
        .or_else(|| previous.map(|previous| previous.redirect_map.clone()))
        .unwrap_or_default();
    (redirect_map, (digest, report.problems().to_vec()))
}

fn not_utf8(file: &str) -> Problem {
    let help = "sla het bestand op met de codering UTF-8";
    Problem::new(
        Source::new(file, "").start(),
        Rule::NotUtf8,
        "dit bestand is geen tekst in UTF-8",
        help,
    )
}

/// Reads pages one by one, with what they all depend on.
struct Reader<'a> {
    config: &'a Arc<Config>,
    /// Digest of what pages are read in the light of.
    around: Digest,
    retention: SourceRetention,
    previous: Option<&'a Content>,
}

impl Reader<'_> {
    /// Whether the settings give a file the kind, address and language that they gave it before: only then can an earlier
    /// version of its page stay.
    fn is_placed_as_before(&self, path: &str) -> bool {
        let placed = |config: &Config| {
            (
                address(&Source::new(path, ""), config, &mut Report::default()),
                config.language_of(path),
            )
        };
        self.previous.is_some_and(|previous| {
            Arc::ptr_eq(&previous.config, self.config)
                || placed(&previous.config) == placed(self.config)
        })
    }

    /// The file as it was read before: most stand at the place in the row where they stood.
    fn known(&self, name: &str, place: usize) -> Option<&Arc<ContentFile>> {
        let previous = self.previous?;
        previous
            .files
            .get(place)
            .filter(|file| &*file.path == name)
            .or_else(|| previous.file(name))
    }

    fn page(&self, found: &Found, place: usize) -> Arc<ContentFile> {
        let name = found.name();
        let known = self.known(name, place);
        let last_good = || {
            known
                .and_then(|known| known.page.clone())
                .filter(|_| self.is_placed_as_before(name))
        };
        let refuse = |problem| {
            let page = last_good();
            let path = name.into();
            Arc::new(ContentFile {
                path,
                digest: None,
                around: self.around,
                version: None,
                page,
                invalid: None,
                problems: vec![problem],
                source: None,
            })
        };
        let (path, version) = match found {
            Found::File { path, version, .. } => (path, *version),
            Found::Refused { problem, .. } => return refuse(problem.clone()),
        };
        let keep = self.retention == SourceRetention::Keep;
        let known =
            known.filter(|known| known.around == self.around && known.source.is_some() == keep);
        if let Some(known) = known.filter(|known| version.is_some() && known.version == version) {
            return known.clone();
        }
        let bytes = match folder::read(path, LARGEST_TEXT) {
            Ok(bytes) => bytes,
            Err(refusal) => return refuse(refusal.problem(name)),
        };
        let digest = Some(Digest::of(&bytes));
        if let Some(known) = known.filter(|known| known.digest == digest) {
            return Arc::new(ContentFile {
                version,
                ..ContentFile::clone(known)
            });
        }
        let Ok(text) = std::str::from_utf8(&bytes) else {
            return refuse(not_utf8(name));
        };
        let source = Source::new(name, text);
        let mut report = Report::default();
        let (page, invalid) = match parse(&source, self.config, &mut report) {
            Some(Parsed::Valid(page)) => (Some(Arc::new(page)), None),
            Some(Parsed::Invalid(page)) => (last_good(), Some(Arc::new(page))),
            None => (last_good(), None),
        };
        let problems = report.problems().to_vec();
        let (path, source) = (source.path.clone(), keep.then_some(source));
        Arc::new(ContentFile {
            path,
            digest,
            around: self.around,
            version,
            page,
            invalid,
            problems,
            source,
        })
    }
}

impl ContentFile {
    /// Whether another reading of the file gave the same, whatever was done to it in between.
    pub fn is_same_as(&self, other: &ContentFile) -> bool {
        let same_page = match (&self.page, &other.page) {
            (Some(a), Some(b)) => Arc::ptr_eq(a, b),
            (a, b) => a.is_none() && b.is_none(),
        };
        self.digest.is_some()
            && (self.digest, self.around) == (other.digest, other.around)
            && same_page
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

    /// The line of a file that a place is in, where the text was kept.
    pub fn line(&self, place: &Place) -> Option<&str> {
        let table = || self.tables.iter().find(|table| table.path == place.file);
        let source = self
            .file(&place.file)
            .map_or_else(table, |file| file.source.as_ref())?;
        source.line(place.line)
    }
}

/// What a file holds.
pub enum Parsed {
    Valid(Page),
    /// It has a mistake with which no page can be made; the rest can be looked at.
    Invalid(Page),
}

impl Parsed {
    pub fn page(self) -> Option<Page> {
        match self {
            Parsed::Valid(page) => Some(page),
            Parsed::Invalid(_) => None,
        }
    }
}

/// So many characters that nobody sees are told of one file.
const MOST_HIDDEN: usize = 5;

/// Makes a page of one file; what is wrong goes to the report. `None` where nothing can be made of it.
pub fn parse(source: &Source, config: &Config, report: &mut Report) -> Option<Parsed> {
    let (form, route) = address(source, config, report);
    if let Some(at) = conflict(&source.text) {
        let help = "kies wat er moet staan, en haal de regels weg die beginnen met <<<<<<<, ======= of >>>>>>>";
        report.add(
            source.place(at),
            Rule::MergeConflict,
            "git heeft hier twee versies van de tekst laten staan",
            help,
        );
        return None;
    }
    let parts = front_matter::split(source, report);
    let (front, text) = match parts {
        Some(Parts { front_matter, body }) => (
            front_matter::read(source, front_matter, form, config, report),
            body,
        ),
        None => (
            FrontMatter::unreadable(source),
            front_matter::body_without_end(source),
        ),
    };
    let has_hidden = has_forbidden(&source.text[text.clone()]);
    if has_hidden {
        for (at, _) in source.text[text.clone()]
            .char_indices()
            .filter(|(_, c)| is_forbidden(*c))
            .take(MOST_HIDDEN)
        {
            let (message, help) = hidden_character();
            report.add(
                source.place(text.start + at),
                Rule::HiddenCharacter,
                message,
                help,
            );
        }
    }
    let language = config.language_of(&source.path);
    let body = markdown::render(source, text, language, report);
    let is_sound = front.sound && !body.refused && !has_hidden && route.is_some();
    let made = if is_sound {
        Parsed::Valid
    } else {
        Parsed::Invalid
    };
    // What has no address of its own is only looked at.
    let route = route.unwrap_or_else(Route::home);
    Some(made(Page {
        file: source.path.clone(),
        route,
        kind: front.kind,
        language,
        translates: front.translates,
        title: front.title,
        summary: front.summary,
        title_place: front.title_place,
        summary_place: front.summary_place,
        date: front.date,
        updated: front.updated,
        visibility: front.visibility,
        themes: front.themes,
        municipalities: front.municipalities,
        citations: front.citations,
        image: front.image,
        aliases: front.aliases,
        replaced_by: front.replaced_by,
        review_by: front.review_by,
        owner: front.owner,
        key_points: front.key_points,
        downloads: front.downloads,
        contacts: front.contacts,
        body,
    }))
}

/// Where git began to write two versions of a text beside each other, in bytes.
fn conflict(text: &str) -> Option<usize> {
    let later = || memchr::memmem::find(text.as_bytes(), b"\n<<<<<<< ").map(|end| end + 1);
    text.starts_with("<<<<<<< ").then_some(0).or_else(later)
}

/// The address of the page that a content file with this path is, or would be.
pub fn route_of(path: &str, config: &Config) -> Option<Route> {
    address(&Source::new(path, ""), config, &mut Report::default()).1
}

/// What kind of page a file is, and its address, from its folder and name. Without an address where the name cannot be one.
fn address(source: &Source, config: &Config, report: &mut Report) -> (Form, Option<Route>) {
    let path = source.path.strip_suffix(".md").unwrap_or(&source.path);
    let (folder, name) = path.rsplit_once('/').unwrap_or(("", path));
    let kinds = &config.kinds;
    let is_index = name == "index";
    let mut refuse =
        |message: &str, help: &str| report.add(source.start(), Rule::FileName, message, help);
    if folder == kinds.news.folder && !is_index {
        let Some((date, slug)) = news_name(name) else {
            refuse(
                "de naam van een nieuwsbericht begint met de datum",
                "noem het bestand als 2022-03-02-korte-naam.md: datum, streepje, kleine letters",
            );
            return (Form::Page, None);
        };
        return (Form::News { date }, Some(kinds.news.address.page(slug)));
    }
    let in_collection = |collection: &config::Collection, list: Form, item: Form| {
        (folder == collection.folder).then(|| match is_index {
            true => (list, collection.address.clone()),
            false => (item, collection.address.page(name)),
        })
    };
    let as_page = || {
        let route = folder
            .split('/')
            .filter(|part| !part.is_empty())
            .fold(Route::home(), |route, part| route.page(part));
        match is_index {
            true if config
                .languages
                .iter()
                .any(|language| language.home == route) =>
            {
                (Form::Home, route)
            }
            true => (Form::Page, route),
            false => (Form::Page, route.page(name)),
        }
    };
    let (form, route) = in_collection(&kinds.news, Form::NewsList, Form::Page)
        .or_else(|| in_collection(&kinds.themes, Form::ThemeList, Form::Theme))
        .or_else(|| {
            in_collection(
                &kinds.municipalities,
                Form::MunicipalityList,
                Form::Municipality,
            )
        })
        .or_else(|| in_collection(kinds.terms.as_ref()?, Form::TermList, Form::Term))
        .or_else(|| {
            in_collection(
                kinds.questions.as_ref()?,
                Form::QuestionList,
                Form::Question,
            )
        })
        .unwrap_or_else(as_page);
    if !is_index && !is_slug(name)
        || folder
            .split('/')
            .any(|part| !part.is_empty() && !is_slug(part))
    {
        refuse(
            "deze naam kan geen adres worden",
            "gebruik in namen van mappen en bestanden alleen kleine letters, cijfers en streepjes",
        );
        return (form, None);
    }
    (form, Some(route))
}

/// The date and the slug in the name of a news file: `2022-03-02-een-nieuw-tijdperk`.
fn news_name(name: &str) -> Option<(Date, &str)> {
    let (date, slug) = (name.get(..10)?, name.get(10..)?.strip_prefix('-')?);
    let date: Date = date.parse().ok()?;
    (YEARS.contains(&date.year()) && is_slug(slug)).then_some((date, slug))
}
