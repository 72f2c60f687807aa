//! Reading the folders: the settings, the files beside the pages, and the pages that have changed.

use std::io;
use std::sync::Arc;

use rayon::prelude::*;

use crate::config::{self, Config};
use crate::content::folder::{
    self, AssetFile, Found, LARGEST_MAP, LARGEST_REDIRECT_MAP, LARGEST_TEXT, Refusal,
};
use crate::content::git;
use crate::content::location::locate;
use crate::content::page::Page;
use crate::content::parse::{Parsed, parse};
use crate::content::redirects;
use crate::content::salvage;
use crate::content::texts::{self, OwnTexts};
use crate::content::{
    Content, ContentFile, Folders, LoadError, SourceRetention, alerts, answers, map, synonyms,
    word_list,
};
use crate::digest::{Digest, Digester};
use crate::fault;
use crate::kinds::spec::KindTable;
use crate::message;
use crate::problem::{Problem, Report};
use crate::rule::Rule;
use crate::source::{Place, Source};

/// Reads the folders. Files that did not change since `previous` are not parsed again, and the
/// last good version of what has become unreadable stays.
///
/// # Errors
/// Where there can be no site: no readable `site.toml`.
pub fn load(
    folders: &Folders,
    kinds: KindTable,
    retention: SourceRetention,
    previous: Option<&Content>,
) -> Result<Content, LoadError> {
    let mut tables = Tables {
        folders,
        sources: Vec::new(),
        report: Report::default(),
    };
    let texts = tables.texts();
    let (config, config_hash) = tables.config(kinds, &texts, previous)?;
    let synonyms = Arc::new(tables.read(synonyms::FILE, LARGEST_TEXT, synonyms::read));
    let map = tables.read(map::FILE, LARGEST_MAP, map::read);
    let own = config.language();
    let answers = tables.read(answers::FILE, LARGEST_TEXT, |source, report| {
        answers::read(source, own, report)
    });
    let words = (retention == SourceRetention::Keep)
        .then(|| Arc::new(tables.read(word_list::FILE, LARGEST_TEXT, word_list::read)));
    // Before the files: what is said to be of a commit must not be older than it.
    let commit = git::commit(&folders.content);
    let mut listing = folder::list(folders)
        .map_err(|error| LoadError::unreadable(&folders.content, error.kind()))?;
    let reader = Reader {
        config: &config,
        parse_context_hash: Digester::default()
            .add(config_hash.bytes())
            .add(tables.text(word_list::FILE))
            .digest(),
        retention,
        previous,
    };
    let mut files: Vec<Arc<ContentFile>> = listing
        .pages
        .par_iter()
        .map(|found| reader.page(found))
        .collect();
    let mut assets = std::mem::take(&mut listing.assets);
    if let Some(previous) = previous {
        // What was read of these files stays until they can be read again.
        let kept = previous.files.iter().filter_map(|file| {
            let problem = listing.problem_of_page(&file.path)?;
            let is_placed = reader.is_placed_as_before(&file.path);
            is_placed.then(|| Arc::new(file.kept_because_of(problem)))
        });
        files.extend(kept);
        for (key, file) in &previous.assets {
            if listing.refused.contains(key) || listing.problem_of(key).is_some() {
                let file = file.clone();
                assets.insert(key.clone(), AssetFile { kept: true, ..file });
            }
        }
    }
    files.sort_by(|a, b| a.path.cmp(&b.path));
    tables
        .report
        .extend(listing.report.problems().iter().cloned());
    let redirect_map = tables.read_or_keep(
        redirects::FILE,
        LARGEST_REDIRECT_MAP,
        redirects::read,
        previous.map(|previous| &previous.redirect_map),
    );
    let alerts = tables.read_or_keep(
        alerts::FILE,
        LARGEST_TEXT,
        |source, report| alerts::read(source, &config, report),
        previous.map(|previous| &previous.alerts),
    );
    Ok(Content {
        config,
        config_hash,
        texts: Arc::new(texts),
        commit,
        synonyms,
        map,
        answers,
        words,
        redirect_map,
        alerts,
        files,
        assets,
        problems: tables.report.problems().to_vec(),
        tables: tables.sources,
    })
}

/// The files beside the pages, as they are read one after another.
struct Tables<'a> {
    folders: &'a Folders,
    sources: Vec<Source>,
    report: Report,
}

impl Tables<'_> {
    /// Reads a file that a site may do without; one that cannot be read is reported.
    fn read<T: Default>(
        &mut self,
        name: &str,
        largest: u64,
        read: impl FnOnce(&Source, &mut Report) -> T,
    ) -> T {
        match self.source(name, largest) {
            Ok(Some(source)) => {
                let read = |report: &mut Report| read(&source, report);
                fault::contain_in(&mut self.report, name, read).unwrap_or_default()
            }
            Ok(None) | Err(()) => T::default(),
        }
    }

    /// The text of a file: nothing where there is no such file, an error where it cannot be read,
    /// which is reported.
    fn source(&mut self, name: &str, largest: u64) -> Result<Option<Source>, ()> {
        let source = match folder::read(&self.folders.content.join(name), largest) {
            Err(Refusal::Unreadable(io::ErrorKind::NotFound)) => return Ok(None),
            Err(refusal) => Err(refusal.problem(name)),
            Ok((bytes, _)) => salvage::decode(name, &bytes, &mut self.report),
        };
        match source {
            Ok(source) => {
                salvage::report_invisible(&source, &mut self.report);
                self.sources.push(source.clone());
                Ok(Some(source))
            }
            Err(problem) => {
                self.report.extend([problem]);
                Err(())
            }
        }
    }

    fn text(&self, name: &str) -> &str {
        self.sources
            .iter()
            .find(|source| &*source.path == name)
            .map_or("", |source| &source.text)
    }

    /// Reads the strings that the site has of its own.
    fn texts(&mut self) -> OwnTexts {
        let mut own = OwnTexts::default();
        for (name, language) in texts::files(self.folders) {
            let Some(language) = language else {
                let message = message!("texts-no-language");
                let help = message!("texts-no-language-help");
                let place = Place::of_file(name);
                self.report.add(place, Rule::OwnText, message, help);
                continue;
            };
            if let Ok(Some(source)) = self.source(&name, LARGEST_TEXT) {
                own.add(language, &source, &mut self.report);
            }
        }
        own
    }

    /// Reads the settings. Where they have become unusable, the last good ones stay; but a folder
    /// without any is not a site.
    fn config(
        &mut self,
        kinds: KindTable,
        texts: &OwnTexts,
        previous: Option<&Content>,
    ) -> Result<(Arc<Config>, Digest), LoadError> {
        let source = self.source(config::FILE, LARGEST_TEXT);
        if matches!(source, Ok(None)) {
            let path = self.folders.content.join(config::FILE);
            return Err(LoadError::unreadable(&path, io::ErrorKind::NotFound));
        }
        if let Ok(Some(source)) = &source {
            let language = config::language_of_editors(&source.text);
            self.report.language = language.unwrap_or(message::FALLBACK);
        }
        if let Ok(Some(source)) = source
            && let Some(config) = fault::contain_in(&mut self.report, config::FILE, |report| {
                config::read(&source, kinds, texts.languages(), report)
            })
            .flatten()
        {
            return Ok((Arc::new(config), Digest::of(source.text.as_bytes())));
        }
        if let Some(previous) = previous {
            return Ok((previous.config.clone(), previous.config_hash));
        }
        self.report.sort();
        let sources = &self.sources;
        let source = |file: &str| sources.iter().find(|source| &*source.path == file);
        self.report
            .quote(|place| source(&place.file)?.line(place.line));
        Err(LoadError::Settings(Box::new(std::mem::take(
            &mut self.report,
        ))))
    }

    /// The outcome of reading a file that visitors would miss: where it has become unusable, what
    /// was read of it before stays.
    fn read_or_keep<T: Default>(
        &mut self,
        name: &str,
        largest: u64,
        read: impl Fn(&Source, &mut Report) -> Option<T>,
        previous: Option<&Arc<T>>,
    ) -> Arc<T> {
        let read = match self.source(name, largest) {
            Ok(None) => return Arc::default(),
            Ok(Some(source)) => {
                let read = |report: &mut Report| read(&source, report);
                let read = fault::contain_in(&mut self.report, name, read);
                read.flatten().map(Arc::new)
            }
            Err(()) => None,
        };
        read.or(previous.cloned()).unwrap_or_default()
    }
}

impl ContentFile {
    /// The file as it was read before, of which nobody can tell how it is now.
    fn kept_because_of(&self, problem: &Problem) -> Self {
        ContentFile {
            hash: None,
            version: None,
            hidden_by: Some(problem.clone()),
            ..self.clone()
        }
    }
}

/// Reads pages one by one, with what they all depend on.
struct Reader<'a> {
    config: &'a Arc<Config>,
    parse_context_hash: Digest,
    retention: SourceRetention,
    previous: Option<&'a Content>,
}

impl Reader<'_> {
    /// True if the settings give a file the kind, address and language that they gave it before:
    /// only then can an earlier version of its page stay.
    fn is_placed_as_before(&self, path: &str) -> bool {
        let placed = |config: &Config| {
            (
                locate(path, config, &mut Report::default()),
                config.language_of(path),
            )
        };
        self.previous.is_some_and(|previous| {
            Arc::ptr_eq(&previous.config, self.config)
                || placed(&previous.config) == placed(self.config)
        })
    }

    fn page(&self, found: &Found) -> Arc<ContentFile> {
        let name = found.name.as_str();
        let known = self.previous.and_then(|previous| previous.file(name));
        let last_good = || {
            known
                .and_then(|known| known.page.clone())
                .filter(|_| self.is_placed_as_before(name))
        };
        let refuse = |problem: Problem| {
            let page = last_good();
            let path = name.into();
            Arc::new(ContentFile {
                path,
                hash: None,
                parse_context_hash: self.parse_context_hash,
                version: None,
                page,
                invalid: None,
                hidden_by: Some(problem.clone()),
                problems: vec![problem],
                source: None,
            })
        };
        let (path, version) = match &found.file {
            Ok((path, version)) => (path, *version),
            Err(problem) => return refuse(problem.clone()),
        };
        let keep = self.retention == SourceRetention::Keep;
        let known = known.filter(|known| {
            known.parse_context_hash == self.parse_context_hash && known.source.is_some() == keep
        });
        if let Some(known) = known.filter(|known| version.is_some() && known.version == version) {
            return known.clone();
        }
        let bytes = match folder::read(path, LARGEST_TEXT) {
            Ok((bytes, _)) => bytes,
            Err(refusal) => return refuse(refusal.problem(name)),
        };
        let hash = Some(Digest::of(&bytes));
        if let Some(known) = known.filter(|known| known.hash == hash) {
            return Arc::new(ContentFile {
                version,
                ..ContentFile::clone(known)
            });
        }
        let mut report = Report::default();
        let read = fault::contain(name, || {
            let source = salvage::decode(name, &bytes, &mut report)?;
            let source = salvage::without_faults(source, &mut report);
            let parsed = parse(&source, self.config, &mut report);
            Ok((source, parsed))
        });
        let (source, Parsed { page, hidden_by }) = match read {
            Ok(Ok(read)) => read,
            Ok(Err(problem)) | Err(problem) => return refuse(problem),
        };
        let page = Arc::new(page);
        let (page, invalid) = match &hidden_by {
            None => (Some(page), None),
            Some(_) => (last_good().filter(|last| may_stay(last, &page)), Some(page)),
        };
        let problems = report.problems().to_vec();
        let (path, source) = (source.path.clone(), keep.then_some(source));
        Arc::new(ContentFile {
            path,
            hash,
            parse_context_hash: self.parse_context_hash,
            version,
            page,
            invalid,
            hidden_by,
            problems,
            source,
        })
    }
}

/// True where visitors may go on to see the last good version of a page: not where its editor has
/// made a draft of it since.
fn may_stay(last_good: &Page, page: &Page) -> bool {
    last_good.meta.visibility.draft || !page.meta.visibility.draft
}
