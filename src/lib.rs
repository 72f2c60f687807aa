//! Noaber: the website of a region, made from a folder of Markdown.
//!
//! ```text
//! content/ ─load─▶ pages ─build─▶ Site ─render─▶ Snapshot ┬▶ server    (noaber serve)
//! files            parsed         checked        answers  └▶ export    (noaber build DIR)
//!                                  └▶ report                           (noaber check)
//! ```
//!
//! | module | contents |
//! |---|---|
//! | [`config`] | `site.toml` |
//! | [`kinds`] | the table of kinds of content: a row and a file each |
//! | [`content`] | stage 1: files become parsed pages |
//! | [`site`] | stage 2: parsed pages become a checked site; [`site::rules`] check it |
//! | [`outputs`] | stage 3: the table of formats; a checked site becomes answers |
//! | [`search`] | stage 3: a checked site becomes an index |
//! | [`snapshot`] | the answers, by address |
//! | [`server`], [`export`] | stage 4: the answers over HTTP, or in a folder |
//! | [`live`] | the site as it is served: compiled again when its files change or its time comes |
//! | [`editors`], [`report`] | what operators and editors see of it |
//!
//! What always holds:
//!
//! - No file is read after [`compile`], and every page is rendered in it: a request is a look-up in
//!   a snapshot. Only answers that depend on the query, of the search and at unknown addresses,
//!   are made when they are asked for; and the sizes of pictures are made in the background
//!   ([`snapshot::derived`]), at addresses that are known before.
//! - There is no clock inside; `now` is passed in, so the same input gives the same bytes. The
//!   [`CompileCache`] changes them only where a file has become unreadable or invalid: then its
//!   last good version stays. Only the HTTP header `date` says when a response was sent.
//! - A mistake in a file is a [`problem::Problem`] in the report, and no more is left out than what
//!   is wrong. A page that cannot be shown at all comes first in the report.
//! - Text of editors is escaped on its way in ([`html::Html`]); no template switches escaping off.
//! - The server knows addresses and bytes, and cannot tell a news item from a feed.

pub mod config;
pub mod content;
pub mod date;
pub mod dictionary;
pub mod digest;
pub mod editors;
pub mod export;
mod fault;
pub mod geometry;
pub mod html;
pub mod kinds;
pub mod live;
pub mod media_type;
pub mod message;
pub mod outputs;
pub mod pictures;
pub mod priority;
pub mod problem;
pub mod progress;
pub mod regular_file;
pub mod report;
pub mod route;
pub mod rule;
pub mod schedule;
pub mod search;
pub mod server;
pub mod site;
pub mod snapshot;
pub mod source;
pub mod suggest;
pub mod text;
pub mod threshold_counter;
pub mod toml_file;
pub mod visibility;
pub mod woo;
mod words;

use std::collections::HashSet;
use std::sync::Arc;

use crate::config::Config;
use crate::content::{Content, Folders, LoadError, SourceRetention, redirects};
use crate::date::Timestamp;
use crate::editors::draft::{self, Draft};
use crate::kinds::KINDS;
use crate::kinds::spec::KindTable;
use crate::message::Message;
use crate::outputs::assets::Assets;
use crate::outputs::routes::RouteTable;
use crate::problem::{Problem, Report};
use crate::progress::{Progress, Stage};
use crate::route::{RedirectPattern, Route};
use crate::search::background::BackgroundIndex;
use crate::site::rules::{self, Checks};
use crate::site::uses::{self, Used, Uses};
use crate::site::{Drafts, Entry, Site};
use crate::snapshot::{Answer, CachePolicy, Snapshot};

/// The version of the program, with the commit that it was built from where that is known.
pub const VERSION: &str = env!("NOABER_VERSION");

/// The purpose of a compile.
#[derive(Clone, Copy)]
pub struct Options<'a> {
    /// The kinds of content that there are.
    pub kinds: KindTable,
    pub drafts: Drafts,
    /// The rules that are applied. They change the report, never the snapshot.
    pub checks: Checks<'a>,
    /// A record of how far the work is.
    pub progress: Option<&'a Progress>,
}

/// The checks that serving takes.
impl From<Drafts> for Options<'_> {
    fn from(drafts: Drafts) -> Self {
        Options {
            kinds: KINDS,
            drafts,
            checks: Checks::Essential,
            progress: None,
        }
    }
}

impl<'a> Options<'a> {
    /// These options with a record of how far the work is.
    pub fn with_progress(self, progress: &'a Progress) -> Self {
        Options {
            progress: Some(progress),
            ..self
        }
    }

    fn begin(&self, stage: Stage, total: usize) {
        if let Some(progress) = self.progress {
            progress.begin(stage, total);
        }
    }
}

/// A site that was compiled, with what was wrong with it.
pub struct Compiled {
    pub snapshot: Arc<Snapshot>,
    pub report: Report,
    /// The search index, which is built later.
    pub index: Arc<BackgroundIndex>,
    /// The state of each content file.
    pub entries: Vec<Entry>,
    /// For the next compile of the same folders.
    pub cache: CompileCache,
    content: Arc<Content>,
    /// The addresses that come and go with a page: of its calendar, of the feed of a part.
    beside_pages: HashSet<Route>,
}

/// The files as they were read last, and the answers that came of them. With it a compile is
/// faster, and what has become unreadable, or makes the program fail, is served as it last was; all
/// else is made anew.
#[derive(Clone, Default)]
pub struct CompileCache {
    content: Option<Arc<Content>>,
    assets: Option<Arc<Assets>>,
    snapshot: Option<Arc<Snapshot>>,
}

/// Compiles the site as it stands at `now`: all that can be wrong is found here, before the first
/// request. Where the program fails at a page it goes on as if the file could not be read: each
/// round leaves out what the one before it failed at, until it fails at nothing more.
///
/// # Errors
/// Where there can be no site: no readable `site.toml`.
pub fn compile<'a>(
    folders: &Folders,
    now: Timestamp,
    options: impl Into<Options<'a>>,
    cache: &CompileCache,
) -> Result<Compiled, LoadError> {
    let options = options.into();
    let mut content = read(folders, options, cache)?;
    loop {
        let Checked {
            site,
            assets,
            routes,
            report,
        } = match Checked::attempt(&content, now, options, cache) {
            Ok(checked) => checked,
            Err(cause) => {
                content.leave_out(cause, cache.content.as_deref());
                continue;
            }
        };
        let texts = site.interface_texts();
        let synonyms = content.synonyms.clone();
        let index = || BackgroundIndex::new(&site, &texts, synonyms);
        let index = match fault::without_page(index) {
            Ok(index) => Arc::new(index),
            Err(cause) => {
                content.leave_out(cause, cache.content.as_deref());
                continue;
            }
        };
        options.begin(Stage::Rendering, site.pages.len());
        let previous = cache.snapshot.as_deref();
        let progress = options.progress;
        let rendered = outputs::render(&site, &assets, &routes, &texts, &index, previous, progress);
        let entries = site.entries(&content);
        let beside_pages = routes.beside_pages().cloned().collect();
        let has_new_faults = content.add_faults(rendered.faults, cache.content.as_deref());
        let Some(snapshot) = rendered.snapshot.filter(|_| !has_new_faults) else {
            // Nothing may lead to what is not shown because of them.
            continue;
        };
        let (content, snapshot) = (Arc::new(content), Arc::new(snapshot));
        return Ok(Compiled {
            cache: CompileCache {
                content: Some(content.clone()),
                assets: Some(Arc::new(assets)),
                snapshot: Some(snapshot.clone()),
            },
            snapshot,
            report,
            index,
            entries,
            content,
            beside_pages,
        });
    }
}

/// The report that [`compile`] would give of the site as it stands at `now`. Nothing is rendered
/// for it. Each round leaves out one more page at which the program fails.
///
/// # Errors
/// Where there can be no site: no readable `site.toml`.
pub fn check(folders: &Folders, now: Timestamp, options: Options<'_>) -> Result<Report, LoadError> {
    let nothing = CompileCache::default();
    let mut content = read(folders, options, &nothing)?;
    loop {
        match Checked::attempt(&content, now, options, &nothing) {
            Ok(checked) => return Ok(checked.report),
            Err(cause) => content.leave_out(cause, None),
        }
    }
}

fn read(
    folders: &Folders,
    options: Options<'_>,
    cache: &CompileCache,
) -> Result<Content, LoadError> {
    options.begin(Stage::Reading, 0);
    let retention = options.checks.source_retention();
    content::load(folders, options.kinds, retention, cache.content.as_deref())
}

/// The content as it is read for a look at the files alone.
fn read_alone(folders: &Folders) -> Result<Content, LoadError> {
    content::load(folders, KINDS, SourceRetention::Drop, None)
}

/// A site with all that can be reported of it before it is rendered.
struct Checked<'a> {
    site: Site<'a>,
    assets: Assets,
    routes: RouteTable,
    report: Report,
}

impl<'a> Checked<'a> {
    /// The checked site of this content.
    ///
    /// # Errors
    /// The problem that names the file of a page at which the program fails.
    fn attempt(
        content: &'a Content,
        now: Timestamp,
        options: Options<'_>,
        cache: &CompileCache,
    ) -> Result<Self, Problem> {
        fault::without_page(|| Checked::of(content, now, options, cache))
    }

    fn of(
        content: &'a Content,
        now: Timestamp,
        options: Options<'_>,
        cache: &CompileCache,
    ) -> Self {
        options.begin(Stage::Checking, content.files.len());
        let language = message::language_for(content.config.language());
        let mut report = Report::new(language);
        let site = site::build(content, now, options.drafts, &mut report);
        rules::check(
            &site,
            content,
            options.checks,
            options.progress,
            &mut report,
        );
        let assets = Assets::read(&site, cache.assets.as_deref(), &mut report);
        let routes = outputs::routes(&site, &assets);
        site::check_addresses(
            content,
            &site,
            |address| routes.status(address),
            &mut report,
        );
        content.config.check.apply(&mut report);
        report.sort();
        report.quote(|place| content.line(place));
        Checked {
            site,
            assets,
            routes,
            report,
        }
    }
}

impl Compiled {
    /// The report of every rule on the content that was compiled, where its sources were kept.
    /// `now` is the moment of the compile. Where the program fails at it, the report of the compile
    /// with that.
    pub fn check(&self, now: Timestamp) -> Report {
        let options = Options {
            checks: Checks::All { dictionary: None },
            ..Drafts::Hide.into()
        };
        let check = || Checked::attempt(&self.content, now, options, &self.cache);
        match fault::contain(config::FILE, check) {
            Ok(Ok(checked)) => checked.report,
            Ok(Err(cause)) | Err(cause) => {
                let mut report = self.report.clone();
                report.extend([cause]);
                report
            }
        }
    }

    /// The settings of the site.
    pub fn config(&self) -> &Config {
        &self.content.config
    }

    /// The commit that stood in the content folder when it was read.
    pub fn commit(&self) -> Option<&str> {
        self.content.commit.as_deref()
    }

    /// The addresses that the site answers at and that its redirect map does not list, in their
    /// order. Addresses that hold a digest of their content are left out, since they do not last,
    /// and so are those that go with a page.
    pub fn unlisted(&self) -> Vec<&str> {
        let redirect_map = &self.content.redirect_map;
        let known = redirect_map
            .known_urls
            .iter()
            .map(|known| known.name.clone());
        let old = redirect_map
            .old_addresses()
            .filter_map(|(old, _)| Some(RedirectPattern::parse(&old.name)?.to_string()));
        let listed: HashSet<String> = known.chain(old).collect();
        let lasts = |answer: &Answer| match answer {
            Answer::Stored(stored) => stored.cache != CachePolicy::Immutable,
            Answer::Derived(_) => false,
            _ => true,
        };
        let lasting = self
            .snapshot
            .iter()
            .filter(|(route, answer)| lasts(answer) && !self.beside_pages.contains(*route))
            .map(|(route, _)| route.as_str());
        lasting
            .filter(|address| !listed.contains(*address))
            .collect()
    }

    /// The text of the redirect map, with the addresses in it that it lacks. `None` where the text
    /// cannot be read.
    pub fn completed_redirect_map(&self, text: &str) -> Option<String> {
        let served = self
            .content
            .redirect_map
            .known_urls
            .iter()
            .map(|known| known.name.as_str());
        let served = served.chain(self.unlisted()).collect();
        redirects::with_known_urls(text, &served, self.report.language)
    }
}

/// The reason that no uses are found.
pub enum UsesError {
    /// There can be no site.
    NoSite(LoadError),
    /// The site has no such thing; with what was probably meant.
    NothingThere(Option<String>),
}

/// The references to a file, an address or a name of the site, with the path of the file that is
/// meant.
///
/// # Errors
/// Where there can be no site, or where it has no such thing.
pub fn uses(folders: &Folders, wanted: &str) -> Result<Used, UsesError> {
    let content = read_alone(folders).map_err(UsesError::NoSite)?;
    let target = uses::target(&content, folders, wanted).map_err(UsesError::NothingThere)?;
    let uses = Uses::by_file(&content).of(&target).to_vec();
    Ok(Used { target, uses })
}

/// The reason that there is no draft.
pub enum DraftError {
    /// There can be no site.
    NoSite(LoadError),
    /// No file can be made of the title in the folder; with the remedy.
    NoFile(Message),
}

/// A new content file with this title, as it would be written `now` into a folder of the content
/// folder.
///
/// # Errors
/// Where there can be no site, or where no file can be made of the title in that folder.
pub fn draft(
    folders: &Folders,
    folder: &str,
    title: &str,
    now: Timestamp,
) -> Result<Draft, DraftError> {
    let content = read_alone(folders).map_err(DraftError::NoSite)?;
    let today = date::day_of(now, &content.config.time_zone);
    draft::draft(folder, title, today, &content).map_err(DraftError::NoFile)
}
