//! Stage 1: files become parsed pages. Nothing here knows of other pages; what a file says of itself is checked.

pub mod front_matter;
pub mod markdown;
pub mod page;
pub mod synonyms;
mod typography;

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use rayon::prelude::*;

use crate::config::{self, Config};
use crate::content::front_matter::Form;
use crate::content::page::Page;
use crate::content::synonyms::Synonyms;
use crate::date::Date;
use crate::problem::{Problem, Report};
use crate::route::{Route, is_slug};
use crate::rule::Rule;
use crate::source::Source;

/// No page is larger; a file that is was not meant as one.
const LARGEST_PAGE: u64 = 1024 * 1024;

/// No image or download is larger.
const LARGEST_FILE: u64 = 64 * 1024 * 1024;

/// What the folders hold: every content file that was read, and every other file that a page may refer to.
pub struct Content {
    pub config: Arc<Config>,
    pub synonyms: Arc<Synonyms>,
    /// In the order of their paths.
    pub files: Vec<Arc<ContentFile>>,
    /// By path from where `content/` and `static/` lie side by side: `static/beeld/kaart.svg`.
    pub assets: BTreeMap<String, AssetFile>,
    pub problems: Vec<Problem>,
}

/// A content file as it was read.
pub struct ContentFile {
    pub path: Arc<str>,
    /// Of the bytes of the file and of the settings: a file with the same digest is not parsed again.
    digest: blake3::Hash,
    /// `None` where no page can be made of the file. Where an earlier version of the file could be read, it is that one.
    pub page: Option<Arc<Page>>,
    pub problems: Vec<Problem>,
}

/// A file that is served as it is.
#[derive(Clone, Debug)]
pub struct AssetFile {
    pub path: PathBuf,
    /// In bytes.
    pub size: u64,
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
    Unreadable { path: PathBuf, cause: io::Error },
    #[error("site.toml is niet bruikbaar")]
    Settings(Report),
}

/// Reads the folders. Files that did not change since `previous` are not parsed again.
pub fn load(folders: &Folders, previous: Option<&Content>) -> Result<Content, LoadError> {
    let unreadable = |path: &Path| {
        let path = path.to_owned();
        move |cause| LoadError::Unreadable { path, cause }
    };
    let settings_path = folders.content.join(config::FILE);
    let settings_bytes = fs::read(&settings_path).map_err(unreadable(&settings_path))?;
    let settings = Source::new(config::FILE, &String::from_utf8_lossy(&settings_bytes));
    let mut report = Report::default();
    let Some(config) = config::read(&settings, &mut report) else {
        report.sort();
        return Err(LoadError::Settings(report));
    };
    let config = Arc::new(config);

    let mut walk = Walk { report: &mut report, pages: Vec::new(), assets: BTreeMap::new() };
    walk.folder(&folders.content, "", Tree::Content).map_err(unreadable(&folders.content))?;
    if folders.assets.is_dir() {
        walk.folder(&folders.assets, "", Tree::Static).map_err(unreadable(&folders.assets))?;
    }
    let Walk { pages, assets, .. } = walk;
    let synonyms = Arc::new(read_synonyms(folders, &mut report));

    let settings_digest = blake3::hash(&settings_bytes);
    let files = pages.par_iter().map(|(path, name)| read_page(path, name, &config, &settings_digest, previous)).collect();
    Ok(Content { config, synonyms, files, assets, problems: report.problems().to_vec() })
}

/// A site without the file has no synonyms; one that cannot be read is told.
fn read_synonyms(folders: &Folders, report: &mut Report) -> Synonyms {
    match fs::read(folders.content.join(synonyms::FILE)) {
        Ok(bytes) => synonyms::read(&Source::new(synonyms::FILE, &String::from_utf8_lossy(&bytes)), report),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Synonyms::default(),
        Err(_) => {
            let place = Source::new(synonyms::FILE, "").start();
            report.add(place, Rule::UnreadableFile, "dit bestand kan niet worden gelezen", "geef het programma leesrecht op het bestand");
            Synonyms::default()
        }
    }
}

#[derive(Clone, Copy, PartialEq)]
enum Tree {
    Content,
    Static,
}

/// Collects the files of a folder, in the order of their names. Names that start with a dot are not content.
struct Walk<'a> {
    report: &'a mut Report,
    pages: Vec<(PathBuf, String)>,
    assets: BTreeMap<String, AssetFile>,
}

impl Walk<'_> {
    fn folder(&mut self, folder: &Path, below: &str, tree: Tree) -> io::Result<()> {
        let mut entries: Vec<_> = fs::read_dir(folder)?.filter_map(Result::ok).collect();
        entries.sort_by_key(fs::DirEntry::file_name);
        for entry in entries {
            let Some(name) = entry.file_name().to_str().map(str::to_owned) else { continue };
            if name.starts_with('.') {
                continue;
            }
            let name = format!("{below}{name}");
            let Ok(kind) = entry.file_type() else { continue };
            if kind.is_dir() {
                if self.folder(&entry.path(), &format!("{name}/"), tree).is_err() {
                    self.refuse(&name, Rule::UnreadableFile, "deze map kan niet worden gelezen", "geef het programma leesrecht op de map");
                }
            } else if kind.is_file() {
                self.file(entry.path(), name, entry.metadata().map_or(0, |metadata| metadata.len()), tree);
            } else {
                self.refuse(&name, Rule::OutsideFolder, "dit is geen gewoon bestand maar een verwijzing", "zet het bestand zelf in de map");
            }
        }
        Ok(())
    }

    fn file(&mut self, path: PathBuf, name: String, size: u64, tree: Tree) {
        let extension = name.rsplit_once('.').map_or("", |(_, extension)| extension);
        let top = !name.contains('/');
        match (tree, extension) {
            (Tree::Content, "md") if top && name == "LEESMIJ.md" => {}
            (Tree::Content, "md") if size > LARGEST_PAGE => {
                let message = format!("dit bestand is te groot voor een pagina ({} MB)", size.div_ceil(1024 * 1024));
                self.refuse(&name, Rule::UnreadableFile, &message, "verdeel de tekst over meer pagina's van samen hoogstens 1 MB elk");
            }
            (Tree::Content, "md") => self.pages.push((path, name)),
            (Tree::Content, "toml") if top => {}
            _ if size > LARGEST_FILE => {
                self.refuse(&name, Rule::UnreadableFile, "dit bestand is groter dan 64 MB", "maak het kleiner");
            }
            (Tree::Content, _) => {
                self.assets.insert(format!("content/{name}"), AssetFile { path, size });
            }
            (Tree::Static, _) => {
                self.assets.insert(format!("static/{name}"), AssetFile { path, size });
            }
        }
    }

    fn refuse(&mut self, name: &str, rule: Rule, message: &str, help: &str) {
        self.report.add(Source::new(name, "").start(), rule, message, help);
    }
}

fn read_page(path: &Path, name: &str, config: &Config, settings: &blake3::Hash, previous: Option<&Content>) -> Arc<ContentFile> {
    let known = previous.and_then(|content| content.file(name));
    let last_good = || known.and_then(|known| known.page.clone());
    let refuse = |rule, message: &str, help: &str| {
        let mut report = Report::default();
        report.add(Source::new(name, "").start(), rule, message, help);
        let digest = blake3::hash(&[]);
        Arc::new(ContentFile { path: name.into(), digest, page: last_good(), problems: report.problems().to_vec() })
    };
    let bytes = match fs::read(path) {
        Ok(bytes) => bytes,
        Err(_) => {
            return refuse(
                Rule::UnreadableFile,
                "dit bestand kan niet worden gelezen",
                "kijk of het bestand er staat en gelezen mag worden",
            );
        }
    };
    let digest = blake3::Hasher::new().update(settings.as_bytes()).update(name.as_bytes()).update(&bytes).finalize();
    if let Some(known) = known.filter(|known| known.digest == digest) {
        return known.clone();
    }
    let Ok(text) = std::str::from_utf8(&bytes) else {
        return refuse(Rule::NotUtf8, "dit bestand is geen tekst in UTF-8", "sla het bestand op met de codering UTF-8");
    };
    let mut report = Report::default();
    let page = parse(&Source::new(name, text), config, &mut report).map(Arc::new).or_else(last_good);
    Arc::new(ContentFile { path: name.into(), digest, page, problems: report.problems().to_vec() })
}

impl Content {
    /// The content file at this path.
    pub fn file(&self, path: &str) -> Option<&Arc<ContentFile>> {
        let at = self.files.binary_search_by(|file| (*file.path).cmp(path)).ok()?;
        Some(&self.files[at])
    }
}

/// Makes a page of one file. `None` where that cannot be done; the report says why.
pub fn parse(source: &Source, config: &Config, report: &mut Report) -> Option<Page> {
    let address = address(source, config, report);
    let parts = front_matter::split(source, report)?;
    let (form, route) = address?;
    let front = front_matter::read(source, parts.front_matter, form, config, report);
    let body = markdown::render(source, parts.body, &config.language, report);
    let (front, body) = (front?, body?);
    Some(Page {
        file: source.path.clone(),
        route,
        kind: front.kind,
        title: front.title,
        summary: front.summary,
        date: front.date,
        updated: front.updated,
        visibility: front.visibility,
        themes: front.themes,
        municipalities: front.municipalities,
        sources: front.sources,
        image: front.image,
        former: front.former,
        review: front.review,
        owner: front.owner,
        body,
    })
}

/// What kind of page a file is, and its address, from its folder and name.
fn address(source: &Source, config: &Config, report: &mut Report) -> Option<(Form, Route)> {
    let path = source.path.strip_suffix(".md").unwrap_or(&source.path);
    let (folder, name) = path.rsplit_once('/').unwrap_or(("", path));
    let kinds = &config.kinds;
    let is_index = name == "index";
    let mut refuse = |message: &str, help: &str| {
        report.add(source.start(), Rule::FileName, message, help);
        None
    };
    if folder == kinds.news.folder && !is_index {
        let Some((date, slug)) = news_name(name) else {
            return refuse(
                "de naam van een nieuwsbericht begint met de datum",
                "noem het bestand als 2022-03-02-korte-naam.md: datum, streepje, kleine letters",
            );
        };
        return Some((Form::News { date }, kinds.news.address.page(slug)));
    }
    if !is_index && !is_slug(name) || folder.split('/').any(|part| !part.is_empty() && !is_slug(part)) {
        return refuse(
            "deze naam kan geen adres worden",
            "gebruik in namen van mappen en bestanden alleen kleine letters, cijfers en streepjes",
        );
    }
    let in_collection = |collection: &config::Collection, list: Form, item: Form| {
        (folder == collection.folder).then(|| match is_index {
            true => (list, collection.address.clone()),
            false => (item, collection.address.page(name)),
        })
    };
    let as_page = || {
        let route = folder.split('/').filter(|part| !part.is_empty()).fold(Route::home(), |route, part| route.page(part));
        match is_index {
            true if folder.is_empty() => (Form::Home, route),
            true => (Form::Page, route),
            false => (Form::Page, route.page(name)),
        }
    };
    Some(
        in_collection(&kinds.news, Form::NewsList, Form::Page)
            .or_else(|| in_collection(&kinds.themes, Form::ThemeList, Form::Theme))
            .or_else(|| in_collection(&kinds.municipalities, Form::MunicipalityList, Form::Municipality))
            .unwrap_or_else(as_page),
    )
}

/// The date and the slug in the name of a news file: `2022-03-02-een-nieuw-tijdperk`.
fn news_name(name: &str) -> Option<(Date, &str)> {
    let (date, slug) = (name.get(..10)?, name.get(10..)?.strip_prefix('-')?);
    Some((date.parse().ok()?, slug)).filter(|(_, slug)| is_slug(slug))
}
