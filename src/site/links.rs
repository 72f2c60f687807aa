//! Resolving the links and images of all pages.

use rayon::prelude::*;

use crate::content::document::{Link, Target};
use crate::content::meta::PublishState;
use crate::content::page::Page;
use crate::problem::{Problem, Report};
use crate::route::{self, Route};
use crate::rule::Rule;
use crate::site::missing::{LinkError, LinkErrors, Missing};
use crate::site::pages::{PageId, PageSet};
use crate::site::paths::{relative, resolve as resolve_path};
use crate::site::references::{LinkTarget, ResolvedLinks};
use crate::site::unpublished::{PageState, ReferenceTime};
use crate::source::{LocatedName, Place};
use crate::suggest::{did_you_mean, nearest};

/// The links of all pages.
pub struct SiteLinks {
    /// Of each page that is shown.
    pub of_pages: Vec<ResolvedLinks>,
    /// Of each page that cannot be made.
    pub of_invalid: Vec<ResolvedLinks>,
}

/// Resolves the links and images of all pages. What leads nowhere goes to the report.
pub fn resolve(pages: &PageSet<'_>, report: &mut Report) -> SiteLinks {
    let resolver = LinkResolver::new(pages);
    let all = pages.shown.par_iter().chain(&pages.invalid);
    // Only the preview has pages among these that are still to come.
    let look = |(page, state): &PageState| resolver.at(ReferenceTime::of(page, *state)).page(page);
    let (mut resolved, mut found) = (Vec::new(), Vec::new());
    all.map(look).unzip_into_vecs(&mut resolved, &mut found);
    let mut errors = LinkErrors::new(report);
    for (number, of_page) in found.into_iter().enumerate() {
        let is_stale = pages
            .shown
            .get(number)
            .is_some_and(|(page, _)| pages.is_stale(page));
        if !is_stale {
            of_page.into_iter().for_each(|error| errors.push(error));
        }
    }
    for (page, time) in pages.upcoming() {
        let (_, of_page) = resolver.at(time).page(page);
        of_page.into_iter().for_each(|error| errors.push(error));
    }
    errors.report_missing(pages.content);
    let of_invalid = resolved.split_off(pages.shown.len());
    SiteLinks {
        of_pages: resolved,
        of_invalid,
    }
}

/// The pages that link to each page, in the order of `sources`.
pub fn backlinks(links: &[ResolvedLinks], sources: &[PageId]) -> Vec<Vec<PageId>> {
    let mut linked_by = vec![Vec::new(); links.len()];
    for id in sources {
        let mut targets: Vec<PageId> = links[*id]
            .links
            .iter()
            .filter_map(LinkTarget::page)
            .filter(|target| target != id)
            .collect();
        targets.sort_unstable();
        targets.dedup();
        for target in targets {
            linked_by[target].push(*id);
        }
    }
    linked_by
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

    /// The same for a page whose references are followed at another time.
    pub fn at(&self, time: ReferenceTime) -> Self {
        LinkResolver { time, ..*self }
    }

    /// The page of the site that a file named in front matter is. `None`, with the reason in the
    /// report, where it is none.
    pub fn target(&self, page: &Page, file: &LocatedName, report: &mut Report) -> Option<PageId> {
        let mut errors = LinkErrors::new(report);
        let found = match self.file(page, &file.name, None, &file.place) {
            // It is there by the time that it is needed.
            Ok(LinkTarget::Nowhere) => return None,
            Ok(target) => target.page(),
            Err(error) => {
                errors.push(error);
                errors.report_missing(self.pages.content);
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
            .meta
            .image
            .as_ref()
            .and_then(|image| asset(&image.path.name, &image.path.place));
        let downloads = page
            .meta
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
            .and_then(|file| self.pages.of_file(file))
        {
            if self.time.will_have_expired(self.pages.page(target)) {
                let help = "verwijs naar een pagina die er dan nog is".to_owned();
                return Err(refuse(
                    Rule::HiddenTarget,
                    format!("`{path}` is dan verlopen"),
                    help,
                ));
            }
            let fragment = fragment.map(|fragment| {
                heading(self.pages.page(target), fragment, place).map(|()| fragment.to_owned())
            });
            return match fragment.transpose() {
                Ok(fragment) => Ok(LinkTarget::Page {
                    page: target,
                    fragment,
                }),
                Err(problem) => Err(LinkError::Other(problem)),
            };
        }
        if self.pages.content.assets.contains_key(&key) {
            return Ok(LinkTarget::Asset(key));
        }
        let file = key.strip_prefix("content/").unwrap_or(&key);
        if let Some((target, state)) = self.pages.unpublished.of_file(file) {
            if self.time.will_be_live(target, *state) {
                return Ok(LinkTarget::Nowhere);
            }
            let (message, help) = hidden_target(path, *state);
            return Err(refuse(Rule::HiddenTarget, message, help));
        }
        if self.pages.content.file(file).is_some() {
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
        if self.pages.content.assets.contains_key(&key) {
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
            .find_map(|route| self.pages.at(&route));
        let was = |alias: &LocatedName| {
            route::canonical_candidates(&alias.name)
                .iter()
                .any(|old| routes.contains(old))
        };
        let target = match straight {
            Some(target) => self.pages.page(target),
            None => self
                .pages
                .pages()
                .find(|page| page.meta.aliases.iter().any(was))?,
        };
        Some(relative(&page.file, &target.file))
    }
}

/// The problem of a link to a page that visitors do not see, and the remedy.
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
