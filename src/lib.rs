//! Noaber: the website of a region, made from a folder of Markdown.
//!
//! ```text
//! content/ ──load──▶ pages ──check──▶ Site ──render──▶ Snapshot ──▶ server    (noaber serve)
//! files              parsed           checked          answers   ├▶ export    (noaber build DIR)
//!                                                                └▶ report    (noaber check)
//! ```
//!
//! What always holds:
//!
//! - No file is read and nothing is rendered after [`compile`]: a request is a look-up in a snapshot.
//! - There is no clock inside; `now` is passed in, so the same input gives the same bytes, with `previous` or without.
//! - A mistake in a file is a [`problem::Problem`] in the report and hurts that file alone.
//! - Text of editors is escaped on its way in ([`html::Html`]); no template switches escaping off.
//! - The server knows addresses and bytes, and cannot tell a news item from a feed.

pub mod config;
pub mod content;
pub mod date;
pub mod export;
pub mod html;
pub mod live;
pub mod problem;
pub mod render;
pub mod route;
pub mod rule;
pub mod search;
pub mod server;
pub mod site;
pub mod snapshot;
pub mod source;
pub mod text;
pub mod toml_file;

use std::sync::Arc;

use crate::content::{Content, Folders, LoadError};
use crate::date::Timestamp;
use crate::problem::Report;
use crate::render::assets::Assets;
use crate::search::Index;
use crate::site::{Drafts, Site};
use crate::snapshot::Snapshot;
use crate::text::Text;

/// A site that was compiled, with what was wrong with it.
pub struct Compiled {
    pub snapshot: Arc<Snapshot>,
    pub report: Report,
    /// What can be found. The next compile need not analyse again what did not change.
    pub index: Arc<Index>,
    /// What was read, so that the next compile need not read it again.
    content: Content,
}

/// Compiles the site as it stands at `now`: all that can be wrong is found here, before the first request.
///
/// `previous` only makes it faster, but for one thing: a file that has become unreadable is served as it last was.
///
/// # Errors
/// Where there can be no site: no readable `site.toml`.
pub fn compile(folders: &Folders, now: Timestamp, drafts: Drafts, previous: Option<&Compiled>) -> Result<Compiled, LoadError> {
    let content = content::load(folders, previous.map(|compiled| &compiled.content))?;
    let mut report = Report::default();
    let site = Site::check(&content, now, drafts, &mut report);
    let assets = Assets::read(&site, previous.map(|compiled| &*compiled.snapshot), &mut report);
    let text = Arc::new(Text::load(&site.config.language).expect("the settings name a language that is there"));
    let index = Arc::new(Index::new(&site, &content.synonyms, previous.map(|compiled| &*compiled.index)));
    let snapshot = Arc::new(render::render(&site, text, &assets, index.clone(), previous.map(|compiled| &*compiled.snapshot)));
    report.sort();
    Ok(Compiled { snapshot, report, content, index })
}
