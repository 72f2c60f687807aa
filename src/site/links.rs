//! Resolving the links and images of all pages.

use std::collections::BTreeSet;

use rayon::prelude::*;

use crate::content::document::{Link, Target};
use crate::content::film::{BesideFilm, is_film};
use crate::content::page::Page;
use crate::content::slug::slug_in;
use crate::fault;
use crate::message;
use crate::message::{Message, MessageValue};
use crate::problem::{Problem, Report};
use crate::route::{self, Route};
use crate::rule::Rule;
use crate::site::SitePage;
use crate::site::missing::{LinkError, Missing, report_errors};
use crate::site::pages::{PageId, PageSet};
use crate::site::paths::{relative, resolve as resolve_path, to_content};
use crate::site::reference_time::ReferenceTime;
use crate::site::references::{LinkTarget, ResolvedLinks};
use crate::source::{LocatedName, Place};
use crate::suggest::{did_you_mean, nearest};
use crate::visibility::PublishState;

/// Resolves the links and images of all pages, and of those that cannot be made. What leads nowhere
/// goes to the report, also in pages that are still to come. Returns the assets of the latter.
pub fn resolve(
    pages: &PageSet<'_>,
    shown: &mut [SitePage],
    invalid: &mut [SitePage],
    report: &mut Report,
) -> BTreeSet<String> {
    let resolver = LinkResolver::new(pages);
    let resolve_page = |site_page: &mut SitePage| {
        let page = &site_page.page;
        // Only the preview has pages among these that are still to come.
        let time = ReferenceTime::of(page, site_page.state);
        let (references, errors) = resolver.at(time).page(page);
        site_page.references = references;
        errors
    };
    let of_shown = |site_page: &mut SitePage| {
        let mut errors = resolve_page(site_page);
        if pages.is_stale(&site_page.page) {
            errors.clear();
        }
        errors
    };
    let found: Vec<Vec<LinkError>> = shown.par_iter_mut().map(of_shown).collect();
    let of_invalid = invalid.iter_mut().map(resolve_page);
    let mut used_later = BTreeSet::new();
    let of_upcoming = pages.upcoming().map(|(page, time)| {
        let (references, errors) = resolver.at(time).page(page);
        used_later.extend(references.assets().cloned());
        errors
    });
    let errors = found.into_iter().chain(of_invalid).chain(of_upcoming);
    report_errors(errors.flatten(), pages.content, report);
    used_later
}

/// Sets the pages that link to each page, in the order of `sources`.
pub fn set_backlinks(pages: &mut [SitePage], sources: &[PageId]) {
    for id in sources {
        let targets: BTreeSet<PageId> = pages[*id].references.pages().collect();
        for target in targets {
            if target != *id {
                pages[target].linked_by.push(*id);
            }
        }
    }
}

/// Finds what the names of files in pages stand for.
pub struct LinkResolver<'a> {
    pages: &'a PageSet<'a>,
    time: ReferenceTime,
}

impl<'a> LinkResolver<'a> {
    pub fn new(pages: &'a PageSet<'a>) -> Self {
        LinkResolver {
            pages,
            time: ReferenceTime::Now,
        }
    }

    /// This resolver for a page whose references are followed at another time.
    pub fn at(&self, time: ReferenceTime) -> Self {
        LinkResolver { time, ..*self }
    }

    /// The page of the site that a file named in front matter is. `None`, with the reason in the
    /// report, where it is none.
    pub fn target(&self, page: &Page, file: &LocatedName, report: &mut Report) -> Option<PageId> {
        match self.file(page, &file.name, None, &file.place) {
            Ok(LinkTarget::Page { page, .. }) => return Some(page),
            // It is there by the time that it is needed.
            Ok(LinkTarget::Nowhere) => {}
            Ok(_) => {
                let message = message!("target-no-page", file = &file.name);
                let help = message!("target-no-page-help");
                report.add(file.place.clone(), Rule::BrokenLink, message, help);
            }
            Err(error) => report_errors([error], self.pages.content, report),
        }
        None
    }

    /// With what is wrong with them.
    fn page(&self, page: &Page) -> (ResolvedLinks, Vec<LinkError>) {
        fault::at_page(&page.file, || self.references(page))
    }

    fn references(&self, page: &Page) -> (ResolvedLinks, Vec<LinkError>) {
        let mut errors = Vec::new();
        let links = page.body.links.iter().map(|link| {
            self.link(page, link).unwrap_or_else(|error| {
                errors.push(error);
                LinkTarget::Nowhere
            })
        });
        let links = links.collect();
        let mut asset = |path: &str, place: &Place| {
            self.asset(page, path, place)
                .map_err(|error| errors.push(error))
                .ok()
        };
        let pictures = page.body.pictures.iter();
        let downloads = page.meta.downloads.iter().map(|download| &download.file);
        let image = page.meta.image.as_ref().map(|image| &image.path);
        let pictures: Vec<Option<String>> = pictures
            .map(|picture| asset(&picture.path, &picture.place))
            .collect();
        let films = pictures.iter().flatten().filter(|key| is_film(key));
        let beside = films.flat_map(|key| {
            let beside = BesideFilm::find(key, &self.pages.content.assets);
            beside.keys().cloned().collect::<Vec<_>>()
        });
        let references = ResolvedLinks {
            links,
            beside_films: beside.collect(),
            pictures,
            image: image.and_then(|file| asset(&file.name, &file.place)),
            downloads: downloads
                .map(|file| asset(&file.name, &file.place))
                .collect(),
            loose: page
                .meta
                .loose_files
                .iter()
                .filter_map(|file| asset(&file.name, &file.place))
                .collect(),
        };
        (references, errors)
    }

    fn link(&self, page: &Page, link: &Link) -> Result<LinkTarget, LinkError> {
        match &link.target {
            Target::Elsewhere(address) => Ok(LinkTarget::Elsewhere(address.clone())),
            Target::Language(tag) => Ok(LinkTarget::Language(tag.clone())),
            Target::Heading(fragment) => {
                heading(page, fragment, &link.place).map(LinkTarget::Heading)
            }
            Target::File { path, fragment } => {
                self.file(page, path, fragment.as_deref(), &link.place)
            }
        }
    }

    fn file(
        &self,
        page: &Page,
        path: &str,
        fragment: Option<&str>,
        place: &Place,
    ) -> Result<LinkTarget, LinkError> {
        if path.is_empty() {
            let help = message!("link-to-nothing-help", up = to_content(&page.file));
            return Err(refused(
                place,
                Rule::BrokenLink,
                message!("link-to-nothing"),
                help,
            ));
        }
        if path.starts_with('/') {
            return Err(self.address(page, path, place));
        }
        let Some(key) = resolve_path(&page.file, path) else {
            let message = message!("link-outside-site", path);
            let help = message!("link-outside-site-help");
            return Err(refused(place, Rule::BrokenLink, message, help));
        };
        let in_content = key.strip_prefix("content/");
        // Most links are to pages, and those are found sooner.
        if let Some(id) = in_content.and_then(|file| self.pages.of_file(file)) {
            let target = self.pages.page(id);
            if self.time.will_have_expired(target) {
                let message = message!("target-expires-before", path);
                let help = message!("target-expires-before-help");
                return Err(refused(place, Rule::HiddenTarget, message, help));
            }
            let fragment = fragment.map(|fragment| heading(target, fragment, place));
            return Ok(LinkTarget::Page {
                page: id,
                fragment: fragment.transpose()?,
            });
        }
        if self.pages.content.assets.contains_key(&key) {
            if let Some(error) = without_address(page, path, &key, place) {
                return Err(error);
            }
            let fragment = fragment.map(str::to_owned);
            return Ok(LinkTarget::Asset { key, fragment });
        }
        let file = in_content.unwrap_or(&key);
        if let Some((target, state)) = self.pages.unpublished_of_file(file) {
            if self.time.will_be_live(target, *state) {
                return Ok(LinkTarget::Nowhere);
            }
            let (message, help) = hidden_target(format!("`{path}`"), *state);
            return Err(refused(place, Rule::HiddenTarget, message, help));
        }
        if let Some((message, help)) = self.pages.hidden_target(file, format!("`{path}`")) {
            return Err(refused(place, Rule::HiddenTarget, message, help));
        }
        Err(missing(place, path, key, false))
    }

    fn asset(&self, page: &Page, path: &str, place: &Place) -> Result<String, LinkError> {
        if path.is_empty() {
            let help = message!("picture-of-nothing-help", up = to_content(&page.file));
            return Err(refused(
                place,
                Rule::BrokenLink,
                message!("picture-of-nothing"),
                help,
            ));
        }
        if path.starts_with('/') {
            return Err(self.address(page, path, place));
        }
        let key = resolve_path(&page.file, path).unwrap_or_else(|| path.to_owned());
        if self.pages.content.assets.contains_key(&key) {
            return without_address(page, path, &key, place).map_or(Ok(key), Err);
        }
        Err(missing(place, path, key, true))
    }

    /// The problem of an address in the place of a file.
    fn address(&self, page: &Page, path: &str, place: &Place) -> LinkError {
        let key = path.trim_start_matches('/');
        let meant = match self.pages.content.assets.contains_key(key) {
            true => Some(relative(&format!("content/{}", page.file), key)),
            false if key.starts_with("static/") => {
                return missing(place, path, key.to_owned(), true);
            }
            false => self.file_at(page, path),
        };
        let otherwise = message!("link-to-address-help", up = to_content(&page.file));
        let message = message!("link-to-address", path);
        let help = did_you_mean(meant.as_deref(), otherwise);
        refused(place, Rule::BrokenLink, message, help)
    }

    /// The file that answers at an address, or did so before, as a link from `page` would name it.
    fn file_at(&self, page: &Page, address: &str) -> Option<String> {
        let routes = route::canonical_candidates(address);
        let straight = routes
            .iter()
            .filter_map(|candidate| Route::parse(candidate))
            .find_map(|route| self.pages.at(&route));
        let was = |alias: &LocatedName| {
            let old = route::canonical_candidates(&alias.name);
            old.iter().any(|old| routes.contains(old))
        };
        let target = match straight {
            Some(target) => self.pages.page(target),
            None => {
                let mut pages = self.pages.pages();
                pages.find(|page| page.meta.aliases.iter().any(was))?
            }
        };
        Some(relative(&page.file, &target.file))
    }
}

/// The problem of a reference to a page that visitors do not see, and the remedy. `what` is the
/// page, in the words of an editor.
pub(super) fn hidden_target(
    what: impl Into<MessageValue>,
    state: PublishState,
) -> (Message, Message) {
    match state {
        PublishState::Draft => (
            message!("target-draft", what),
            message!("target-draft-help"),
        ),
        PublishState::Planned => (
            message!("target-planned", what),
            message!("target-planned-help"),
        ),
        _ => (
            message!("target-expired", what),
            message!("target-expired-help"),
        ),
    }
}

/// The name of a heading, where the page has it.
fn heading(page: &Page, fragment: &str, place: &Place) -> Result<String, LinkError> {
    let ids = page.body.headings.iter().map(|heading| heading.id.as_str());
    if ids.clone().any(|id| id == fragment) {
        return Ok(fragment.to_owned());
    }
    let message = message!("no-such-heading", file = &*page.file, fragment);
    let otherwise = message!("no-such-heading-help");
    let help = did_you_mean(nearest(fragment, ids), otherwise);
    Err(refused(place, Rule::BrokenFragment, message, help))
}

/// The problem of a file that is there, and that visitors do not get, as its name cannot be an
/// address.
fn without_address(page: &Page, path: &str, key: &str, place: &Place) -> Option<LinkError> {
    let has_address = |path: &str| Route::parse(&format!("/{path}")).is_some();
    let address = key.strip_prefix("content/").unwrap_or(key);
    if has_address(address) {
        return None;
    }
    let slug = |text: &str| slug_in(page.language, text);
    let renamed = path.split('/').map(|part| match part.rsplit_once('.') {
        _ if has_address(part) || part.starts_with('.') => part.to_owned(),
        Some((name, ending)) => format!("{}.{}", slug(name), slug(ending)),
        None => slug(part),
    });
    let renamed = renamed.collect::<Vec<_>>().join("/");
    let message = message!("file-without-address", path);
    let help = message!("file-without-address-help", path = renamed);
    Some(refused(place, Rule::BrokenLink, message, help))
}

fn refused(place: &Place, rule: Rule, message: Message, help: Message) -> LinkError {
    LinkError::Other(Problem::new(place.clone(), rule, message, help))
}

fn missing(place: &Place, path: &str, key: String, is_picture: bool) -> LinkError {
    LinkError::Missing(Missing {
        place: place.clone(),
        path: path.to_owned(),
        key,
        is_picture,
    })
}
