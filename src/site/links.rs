//! Where every link and image of every page leads.

use rayon::prelude::*;

use crate::content::Content;
use crate::content::document::{Link, Target};
use crate::content::page::{LocatedName, Page, PublishState};
use crate::problem::{Problem, Report};
use crate::route::{self, Route};
use crate::rule::Rule;
use crate::site::missing::{LinkError, LinkErrors, Missing};
use crate::site::paths::{relative, resolve as resolve_path};
use crate::site::unpublished::{ReferenceTime, UnpublishedPages};
use crate::site::{PageId, Site, SitePage, did_you_mean};
use crate::source::Place;
use crate::suggest::nearest;

/// Where a link leads.
#[derive(Clone, Debug, PartialEq)]
pub enum LinkTarget {
    Page {
        page: PageId,
        fragment: Option<String>,
    },
    /// A file that is served as it is, by its key in `Site::assets`.
    Asset(String),
    /// A heading of the same page.
    Heading(String),
    Elsewhere(String),
    /// Words in this language, not a link.
    Language(String),
    /// The link is broken; its text stands alone.
    Nowhere,
}

/// Resolves the links and images of all pages.
pub fn resolve(
    site: &mut Site<'_>,
    content: &Content,
    hidden: &UnpublishedPages,
    report: &mut Report,
) {
    let resolver = LinkResolver::new(site, content, hidden);
    let pages = site.pages.par_iter().chain(&site.invalid);
    // Only the preview has pages among these that are still to come.
    let look = |SitePage { page, state, .. }: &SitePage| {
        resolver.seen(ReferenceTime::of(page, *state)).page(page)
    };
    let (mut resolved, mut found) = (Vec::new(), Vec::new());
    pages.map(look).unzip_into_vecs(&mut resolved, &mut found);
    let shown = site
        .pages
        .iter()
        .map(|site_page| !site.is_stale(&site_page.page))
        .chain(std::iter::repeat(true));
    let found = found
        .into_iter()
        .zip(shown)
        .filter_map(|(errors, is_told)| is_told.then_some(errors));
    let upcoming = hidden
        .upcoming()
        .filter(|(page, _)| !site.is_stale(page))
        .map(|(page, seen)| resolver.seen(seen).page(page).1);
    let mut errors = LinkErrors::new(report);
    found
        .chain(upcoming)
        .flatten()
        .for_each(|error| errors.push(error));
    errors.report_missing(content);
    for (page, references) in site.pages.iter_mut().chain(&mut site.invalid).zip(resolved) {
        let linked = references.links.iter().filter_map(|link| match link {
            LinkTarget::Asset(key) => Some(key),
            _ => None,
        });
        for key in linked
            .chain(
                references
                    .pictures
                    .iter()
                    .chain(&references.downloads)
                    .flatten(),
            )
            .chain(&references.image)
        {
            if !site.used_assets.contains(key) {
                site.used_assets.insert(key.clone());
            }
        }
        page.references = references;
    }
    let targets = |(id, site_page): (PageId, &SitePage)| {
        let others = site_page
            .references
            .links
            .iter()
            .filter_map(LinkTarget::page)
            .filter(|target| *target != id);
        let mut targets: Vec<PageId> = others.collect();
        targets.sort_unstable();
        targets.dedup();
        targets
    };
    let targets: Vec<Vec<PageId>> = site.pages.par_iter().enumerate().map(targets).collect();
    for id in site.news_first() {
        for target in &targets[id] {
            site.pages[*target].linked_by.push(id);
        }
    }
}

/// Where the links and files of one page lead.
#[derive(Default)]
pub struct ResolvedLinks {
    pub links: Vec<LinkTarget>,
    /// The asset of each picture; `None` where the file does not exist.
    pub pictures: Vec<Option<String>>,
    pub image: Option<String>,
    /// The asset of each download; `None` where the file does not exist.
    pub downloads: Vec<Option<String>>,
}

impl ResolvedLinks {
    /// Links that were resolved elsewhere.
    pub fn of(links: Vec<LinkTarget>) -> Self {
        ResolvedLinks {
            links,
            ..ResolvedLinks::default()
        }
    }
}

impl LinkTarget {
    /// The page that the link leads to, if it is one of the site.
    pub fn page(&self) -> Option<PageId> {
        match self {
            LinkTarget::Page { page, .. } => Some(*page),
            _ => None,
        }
    }
}

/// Finds what the names of files in pages stand for.
pub struct LinkResolver<'a> {
    site: &'a Site<'a>,
    content: &'a Content,
    hidden: &'a UnpublishedPages,
    seen: ReferenceTime,
}

impl<'a> LinkResolver<'a> {
    pub fn new(site: &'a Site<'a>, content: &'a Content, hidden: &'a UnpublishedPages) -> Self {
        LinkResolver {
            site,
            content,
            hidden,
            seen: ReferenceTime::Now,
        }
    }

    /// The same for a page whose references are followed at another time.
    pub fn seen(&self, seen: ReferenceTime) -> Self {
        LinkResolver { seen, ..*self }
    }

    /// The page of the site that a file named in front matter is. `None`, with the reason in the report, where it is none.
    pub fn target(&self, page: &Page, file: &LocatedName, report: &mut Report) -> Option<PageId> {
        let mut errors = LinkErrors::new(report);
        let found = match self.file(page, &file.name, None, &file.place) {
            // It is there by the time that it is needed.
            Ok(LinkTarget::Nowhere) => return None,
            Ok(destination) => destination.page(),
            Err(error) => {
                errors.push(error);
                errors.report_missing(self.content);
                return None;
            }
        };
        if found.is_none() {
            let message = format!("`{}` is geen pagina", file.name);
            errors.push(LinkError::Other(Problem::new(
                file.place.clone(),
                Rule::BrokenLink,
                message,
                "noem het bestand van een pagina",
            )));
        }
        found
    }

    /// With what is wrong with them.
    fn page(&self, page: &Page) -> (ResolvedLinks, Vec<LinkError>) {
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
        let pictures = page
            .body
            .pictures
            .iter()
            .map(|picture| asset(&picture.path, &picture.place))
            .collect();
        let image = page
            .image
            .as_ref()
            .and_then(|image| asset(&image.path.name, &image.path.place));
        let downloads = page
            .downloads
            .iter()
            .map(|download| asset(&download.file.name, &download.file.place))
            .collect();
        (
            ResolvedLinks {
                links,
                pictures,
                image,
                downloads,
            },
            errors,
        )
    }

    fn link(&self, page: &Page, link: &Link) -> Result<LinkTarget, LinkError> {
        match &link.target {
            Target::Elsewhere(address) => Ok(LinkTarget::Elsewhere(address.clone())),
            Target::Language(tag) => Ok(LinkTarget::Language(tag.clone())),
            Target::Heading(fragment) => heading(page, fragment, &link.place)
                .map(|()| LinkTarget::Heading(fragment.clone()))
                .map_err(LinkError::Other),
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
        let refuse = |rule, message: String, help: String| {
            LinkError::Other(Problem::new(place.clone(), rule, message, help))
        };
        if path.starts_with('/') {
            return Err(refuse(
                Rule::BrokenLink,
                format!("`{path}` is een adres, geen bestand"),
                did_you_mean(
                    self.file_at(page, path).as_deref(),
                    "verwijs naar het bestand, vanaf dit bestand: `../map/naam.md`",
                ),
            ));
        }
        let Some(key) = resolve_path(&page.file, path) else {
            return Err(refuse(
                Rule::BrokenLink,
                format!("`{path}` ligt buiten de site"),
                "verwijs naar een bestand in de map met teksten of in `static`".to_owned(),
            ));
        };
        // Most links are to pages, and those are found sooner.
        if let Some(target) = key
            .strip_prefix("content/")
            .and_then(|file| self.site.of_file(file))
        {
            if self.seen.will_have_expired(self.site.page(target)) {
                let help = "verwijs naar een pagina die er dan nog is".to_owned();
                return Err(refuse(
                    Rule::HiddenTarget,
                    format!("`{path}` is dan verlopen"),
                    help,
                ));
            }
            let fragment = fragment.map(|fragment| {
                heading(self.site.page(target), fragment, place).map(|()| fragment.to_owned())
            });
            return match fragment.transpose() {
                Ok(fragment) => Ok(LinkTarget::Page {
                    page: target,
                    fragment,
                }),
                Err(problem) => Err(LinkError::Other(problem)),
            };
        }
        if self.content.assets.contains_key(&key) {
            return Ok(LinkTarget::Asset(key));
        }
        let file = key.strip_prefix("content/").unwrap_or(&key);
        if let Some((target, state)) = self.hidden.of_file(file) {
            if self.seen.will_be_live(target, *state) {
                return Ok(LinkTarget::Nowhere);
            }
            let (message, help) = hidden_target(path, *state);
            return Err(refuse(Rule::HiddenTarget, message, help));
        }
        if self.content.file(file).is_some() {
            return Err(LinkError::AlreadyReported);
        }
        Err(LinkError::Missing(Missing {
            place: place.clone(),
            path: path.to_owned(),
            key,
            is_picture: false,
        }))
    }

    fn asset(&self, page: &Page, path: &str, place: &Place) -> Result<String, LinkError> {
        let key = resolve_path(&page.file, path).unwrap_or_else(|| path.to_owned());
        if self.content.assets.contains_key(&key) {
            return Ok(key);
        }
        Err(LinkError::Missing(Missing {
            place: place.clone(),
            path: path.to_owned(),
            key,
            is_picture: true,
        }))
    }

    /// The file that answers at an address, or did so before, as a link from `page` would name it.
    fn file_at(&self, page: &Page, address: &str) -> Option<String> {
        let routes = route::canonical_candidates(address);
        let straight = routes
            .iter()
            .filter_map(|candidate| Route::parse(candidate))
            .find_map(|route| self.site.at(&route));
        let was = |alias: &LocatedName| {
            route::canonical_candidates(&alias.name)
                .iter()
                .any(|old| routes.contains(old))
        };
        let target = match straight {
            Some(target) => self.site.page(target),
            None => self
                .site
                .pages
                .iter()
                .map(|site_page| &*site_page.page)
                .find(|page| page.aliases.iter().any(was))?,
        };
        Some(relative(&page.file, &target.file))
    }
}

/// What is wrong with a link to a page that visitors do not see, and the remedy.
pub(super) fn hidden_target(path: &str, state: PublishState) -> (String, String) {
    let (message, help) = match state {
        PublishState::Draft => ("is nog een concept", "haal de link weg tot de pagina af is"),
        PublishState::Planned => (
            "is nog niet te zien",
            "plan deze pagina op hetzelfde moment, of haal de link weg",
        ),
        _ => ("is verlopen", "verwijs naar een pagina die er nog is"),
    };
    (format!("`{path}` {message}"), help.to_owned())
}

fn heading(page: &Page, fragment: &str, place: &Place) -> Result<(), Problem> {
    if page
        .body
        .headings
        .iter()
        .any(|heading| heading.id == fragment)
    {
        return Ok(());
    }
    let ids = page.body.headings.iter().map(|heading| heading.id.as_str());
    Err(Problem::new(
        place.clone(),
        Rule::BrokenFragment,
        format!("`{}` heeft geen kop met de naam `#{fragment}`", page.file),
        did_you_mean(
            nearest(fragment, ids),
            "schrijf de kop in kleine letters, met streepjes tussen de woorden",
        ),
    ))
}
