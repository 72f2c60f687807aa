//! The pages of a site as they stand at one moment, found by address and by file.

use std::collections::BTreeMap;
use std::sync::Arc;

use rustc_hash::FxHashMap;

use crate::config::Config;
use crate::content::Content;
use crate::content::page::Page;
use crate::date::Timestamp;
use crate::fault;
use crate::message;
use crate::message::{Message, MessageValue};
use crate::problem::{HiddenPage, Problem, Report, Seen};
use crate::route::Route;
use crate::rule::Rule;
use crate::schedule::CurrentOccurrence;
use crate::site::addresses;
use crate::site::reference_time::{PageState, ReferenceTime};
use crate::source::LocatedName;
use crate::suggest::{did_you_mean, nearest_file};
use crate::visibility::PublishState;

/// The number of a page within `Site::pages`.
pub type PageId = usize;

/// The treatment of pages that visitors do not get to see: drafts and planned ones.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Drafts {
    Hide,
    Show,
}

/// The pages that there are, before anything is known of how they belong together.
pub struct PageSet<'a> {
    pub content: &'a Content,
    pub config: &'a Config,
    /// In the order of their files.
    pub shown: Vec<PageState>,
    by_route: FxHashMap<Route, PageId>,
    by_file: FxHashMap<Arc<str>, PageId>,
    /// Pages that visitors do not get to see, and why.
    pub unpublished: Vec<PageState>,
    unpublished_by_file: FxHashMap<Arc<str>, usize>,
    /// As much as could be read of files that no page can be made of.
    pub invalid: Vec<PageState>,
    /// The files whose page visitors cannot see because of a mistake, or see in an earlier version.
    hidden: BTreeMap<Arc<str>, Problem>,
    /// The time of what each page tells of, by its number; `None` where nothing happens.
    occurrences: Vec<Option<CurrentOccurrence>>,
    /// The first moment at which another page is there, one is gone, or what one tells of is over.
    pub until: Option<Timestamp>,
}

impl<'a> PageSet<'a> {
    /// The pages at `now`. What is wrong with their files, and with two that want the same address,
    /// goes to the report.
    pub fn new(
        content: &'a Content,
        now: Timestamp,
        drafts: Drafts,
        report: &mut Report,
    ) -> PageSet<'a> {
        let config = &*content.config;
        let state_of = |page: &Arc<Page>| (page.clone(), page.meta.visibility.state(now));
        let mut all = Vec::new();
        for file in &content.files {
            report.extend(file.problems.iter().cloned());
            let Some(page) = &file.page else { continue };
            all.push(state_of(page));
        }
        let zone = &config.time_zone;
        let changes = all.iter().flat_map(|(page, _)| {
            let over = || page.schedule()?.next_change(now, zone);
            let over = fault::at_page(&page.file, over);
            page.meta
                .visibility
                .next_change(now)
                .into_iter()
                .chain(over)
        });
        let until = changes.min();
        let invalid = content
            .files
            .iter()
            .filter_map(|file| file.invalid.as_ref());
        let invalid: Vec<PageState> = invalid.map(state_of).collect();
        let hidden = content.files.iter();
        let hidden = hidden.filter_map(|file| Some((file.path.clone(), file.hidden_by.clone()?)));
        let mut hidden: BTreeMap<Arc<str>, Problem> = hidden.collect();
        let mut shown: Vec<PageState> = Vec::with_capacity(all.len());
        let mut by_route = FxHashMap::default();
        let mut by_file = FxHashMap::default();
        let mut unpublished = Vec::new();
        let mut unpublished_by_file = FxHashMap::default();
        for (page, state) in addresses::unique(all, &invalid, config, &mut hidden, report) {
            let is_shown = state == PublishState::Live
                || drafts == Drafts::Show && state != PublishState::Expired;
            // A page that is to come may be planned for an address that is still that of another.
            if is_shown && !by_route.contains_key(&page.route) {
                by_route.insert(page.route.clone(), shown.len());
                by_file.insert(page.file.clone(), shown.len());
                shown.push((page, state));
            } else {
                unpublished_by_file.insert(page.file.clone(), unpublished.len());
                unpublished.push((page, state));
            }
        }
        let seen = |file: &Arc<str>| match by_file.contains_key(file) {
            true => Seen::OldVersion,
            false => Seen::Nothing,
        };
        let hidden_page = |(file, cause): (&Arc<str>, &Problem)| HiddenPage {
            file: file.clone(),
            cause: cause.clone(),
            seen: seen(file),
        };
        report.hidden = hidden.iter().map(hidden_page).collect();
        report.unpublished = unpublished_by_file.keys().cloned().collect();
        let occurrence = |(page, _): &PageState| {
            let current = || Some(page.schedule()?.current(now, zone));
            fault::at_page(&page.file, current)
        };
        PageSet {
            content,
            occurrences: shown.iter().map(occurrence).collect(),
            config,
            shown,
            by_route,
            by_file,
            unpublished,
            unpublished_by_file,
            invalid,
            hidden,
            until,
        }
    }

    /// The page with this number.
    pub fn page(&self, id: PageId) -> &Page {
        &self.shown[id].0
    }

    /// The time of what a page tells of, if it tells of what happens.
    pub fn occurrence(&self, id: PageId) -> Option<CurrentOccurrence> {
        self.occurrences[id]
    }

    pub fn pages(&self) -> impl Iterator<Item = &Page> {
        self.shown.iter().map(|(page, _)| &**page)
    }

    pub fn at(&self, route: &Route) -> Option<PageId> {
        self.by_route.get(route).copied()
    }

    pub fn of_file(&self, file: &str) -> Option<PageId> {
        self.by_file.get(file).copied()
    }

    /// The page of a file that visitors do not get to see.
    pub fn unpublished_of_file(&self, file: &str) -> Option<&PageState> {
        let number = self.unpublished_by_file.get(file)?;
        Some(&self.unpublished[*number])
    }

    /// True if there is such a page that visitors do not get to see.
    pub fn is_hidden(&self, is_meant: impl Fn(&Page) -> bool) -> bool {
        let mut hidden = self.unpublished.iter().chain(&self.invalid);
        hidden.any(|(page, _)| is_meant(page))
    }

    /// True for a page of an earlier version of its file: what is wrong with it may have been
    /// mended since.
    pub fn is_stale(&self, page: &Page) -> bool {
        self.hidden.contains_key(&page.file)
    }

    pub fn hidden_files(&self) -> impl Iterator<Item = &str> {
        self.hidden.keys().map(|file| &**file)
    }

    /// The problem of a reference to a file whose page cannot be shown, and the remedy. `what` is
    /// the page, in the words of an editor.
    pub fn hidden_target(
        &self,
        file: &str,
        what: impl Into<MessageValue>,
    ) -> Option<(Message, Message)> {
        let cause = self.hidden.get(file)?.in_short();
        let message = message!("target-with-error", what);
        Some((message, message!("mend-first", file, cause)))
    }

    /// Pages that are still to come, each with the moment at which what it refers to must be there.
    pub fn upcoming(&self) -> impl Iterator<Item = (&Arc<Page>, ReferenceTime)> {
        let pages = self.unpublished.iter();
        let upcoming = pages.filter(|(page, state)| state.is_upcoming() && !self.is_stale(page));
        upcoming.map(|(page, state)| (page, ReferenceTime::of(page, *state)))
    }

    /// Pages that are not shown and yet looked at: those to come, and those that cannot be made.
    pub fn only_checked(&self) -> impl Iterator<Item = (&Arc<Page>, ReferenceTime)> {
        let invalid = self.invalid.iter();
        invalid
            .map(|(page, state)| (page, ReferenceTime::of(page, *state)))
            .chain(self.upcoming())
    }

    /// The page of a file that somebody names in the settings. One that does not exist or cannot be
    /// shown is reported.
    pub fn named_file(&self, file: &LocatedName, report: &mut Report) -> Option<PageId> {
        let found = self.of_file(&file.name);
        if found.is_some() {
            return found;
        }
        let place = file.place.clone();
        if let Some((message, help)) = self.hidden_target(&file.name, format!("`{}`", file.name)) {
            report.add(place, Rule::HiddenTarget, message, help);
            return None;
        }
        if self.content.file(&file.name).is_some() {
            return None;
        }
        let files = self.pages().map(|page| &*page.file);
        let otherwise = message!("name-a-file");
        let message = message!("no-such-file", file = &file.name);
        let help = did_you_mean(nearest_file(&file.name, files), otherwise);
        report.add(place, Rule::BrokenLink, message, help);
        None
    }

    /// The page of a file that must lead visitors on now: one that they do not get to see is
    /// reported, too.
    pub fn visible_file(&self, file: &LocatedName, report: &mut Report) -> Option<PageId> {
        if self.unpublished_of_file(&file.name).is_some() {
            let message = message!("target-unseen", file = &file.name);
            let help = message!("name-a-seen-page");
            report.add(file.place.clone(), Rule::HiddenTarget, message, help);
            return None;
        }
        self.named_file(file, report)
    }
}
