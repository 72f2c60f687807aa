//! Where every link and image of every page leads.

use rayon::prelude::*;

use crate::content::Content;
use crate::content::markdown::{Link, Target};
use crate::content::page::{Mention, Page, Standing};
use crate::problem::{Problem, Report};
use crate::route::{self, Route};
use crate::rule::Rule;
use crate::site::hidden::{Hidden, Seen};
use crate::site::missing::{Fault, Faults, Missing};
use crate::site::{PageId, Site, SitePage, did_you_mean};
use crate::source::Place;
use crate::suggest::nearest;

/// Where a link leads.
#[derive(Clone, Debug, PartialEq)]
pub enum Destination {
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

/// Settles the links and images of all pages.
pub fn settle(site: &mut Site<'_>, content: &Content, hidden: &Hidden, report: &mut Report) {
    let finder = Finder::new(site, content, hidden);
    let pages = site.pages.par_iter().chain(&site.unsound);
    // Only the preview has pages among these that are still to come.
    let look = |SitePage { page, standing, .. }: &SitePage| {
        finder.seen(Seen::of(page, *standing)).page(page)
    };
    let (mut settled, mut found) = (Vec::new(), Vec::new());
    pages.map(look).unzip_into_vecs(&mut settled, &mut found);
    let shown = site
        .pages
        .iter()
        .map(|site_page| !site.is_outdated(&site_page.page))
        .chain(std::iter::repeat(true));
    let found = found
        .into_iter()
        .zip(shown)
        .filter_map(|(faults, is_told)| is_told.then_some(faults));
    let to_come = hidden
        .to_come()
        .filter(|(page, _)| !site.is_outdated(page))
        .map(|(page, seen)| finder.seen(seen).page(page).1);
    let mut faults = Faults::new(report);
    found
        .chain(to_come)
        .flatten()
        .for_each(|fault| faults.note(fault));
    faults.tell_missing(content);
    for (page, references) in site.pages.iter_mut().chain(&mut site.unsound).zip(settled) {
        let linked = references.links.iter().filter_map(|link| match link {
            Destination::Asset(key) => Some(key),
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
            .filter_map(Destination::page)
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
pub struct References {
    pub links: Vec<Destination>,
    /// The asset of each picture; `None` where the file does not exist.
    pub pictures: Vec<Option<String>>,
    pub image: Option<String>,
    /// The asset of each download; `None` where the file does not exist.
    pub downloads: Vec<Option<String>>,
}

impl References {
    /// Links that were settled elsewhere.
    pub fn of(links: Vec<Destination>) -> Self {
        References {
            links,
            ..References::default()
        }
    }
}

impl Destination {
    /// The page that the link leads to, if it is one of the site.
    pub fn page(&self) -> Option<PageId> {
        match self {
            Destination::Page { page, .. } => Some(*page),
            _ => None,
        }
    }
}

/// Finds what the names of files in pages stand for.
pub struct Finder<'a> {
    site: &'a Site<'a>,
    content: &'a Content,
    hidden: &'a Hidden,
    seen: Seen,
}

impl<'a> Finder<'a> {
    pub fn new(site: &'a Site<'a>, content: &'a Content, hidden: &'a Hidden) -> Self {
        Finder {
            site,
            content,
            hidden,
            seen: Seen::Now,
        }
    }

    /// The same for a page whose references are followed at another time.
    pub fn seen(&self, seen: Seen) -> Self {
        Finder { seen, ..*self }
    }

    /// The page of the site that a file named in front matter is. `None`, with the reason in the report, where it is none.
    pub fn target(&self, page: &Page, file: &Mention, report: &mut Report) -> Option<PageId> {
        let mut faults = Faults::new(report);
        let found = match self.file(page, &file.name, None, &file.place) {
            // It is there by the time that it is needed.
            Ok(Destination::Nowhere) => return None,
            Ok(destination) => destination.page(),
            Err(fault) => {
                faults.note(fault);
                faults.tell_missing(self.content);
                return None;
            }
        };
        if found.is_none() {
            let message = format!("`{}` is geen pagina", file.name);
            faults.note(Fault::Other(Problem::new(
                file.place.clone(),
                Rule::BrokenLink,
                message,
                "noem het bestand van een pagina",
            )));
        }
        found
    }

    /// With what is wrong with them.
    fn page(&self, page: &Page) -> (References, Vec<Fault>) {
        let mut faults = Vec::new();
        let links = page.body.links.iter().map(|link| {
            self.link(page, link).unwrap_or_else(|fault| {
                faults.push(fault);
                Destination::Nowhere
            })
        });
        let links = links.collect();
        let mut asset = |path: &str, place: &Place| {
            self.asset(page, path, place)
                .map_err(|fault| faults.push(fault))
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
            References {
                links,
                pictures,
                image,
                downloads,
            },
            faults,
        )
    }

    fn link(&self, page: &Page, link: &Link) -> Result<Destination, Fault> {
        match &link.target {
            Target::Elsewhere(address) => Ok(Destination::Elsewhere(address.clone())),
            Target::Language(tag) => Ok(Destination::Language(tag.clone())),
            Target::Heading(fragment) => heading(page, fragment, &link.place)
                .map(|()| Destination::Heading(fragment.clone()))
                .map_err(Fault::Other),
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
    ) -> Result<Destination, Fault> {
        let refuse = |rule, message: String, help: String| {
            Fault::Other(Problem::new(place.clone(), rule, message, help))
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
        let Some(key) = resolve(&page.file, path) else {
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
            if self.seen.misses(self.site.page(target)) {
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
                Ok(fragment) => Ok(Destination::Page {
                    page: target,
                    fragment,
                }),
                Err(problem) => Err(Fault::Other(problem)),
            };
        }
        if self.content.assets.contains_key(&key) {
            return Ok(Destination::Asset(key));
        }
        let file = key.strip_prefix("content/").unwrap_or(&key);
        if let Some((target, standing)) = self.hidden.of_file(file) {
            if self.seen.finds(target, *standing) {
                return Ok(Destination::Nowhere);
            }
            let (message, help) = hidden_target(path, *standing);
            return Err(refuse(Rule::HiddenTarget, message, help));
        }
        if self.content.file(file).is_some() {
            return Err(Fault::Told);
        }
        Err(Fault::Missing(Missing {
            place: place.clone(),
            path: path.to_owned(),
            key,
            is_picture: false,
        }))
    }

    fn asset(&self, page: &Page, path: &str, place: &Place) -> Result<String, Fault> {
        let key = resolve(&page.file, path).unwrap_or_else(|| path.to_owned());
        if self.content.assets.contains_key(&key) {
            return Ok(key);
        }
        Err(Fault::Missing(Missing {
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
        let was = |former: &Mention| {
            route::canonical_candidates(&former.name)
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
                .find(|page| page.former.iter().any(was))?,
        };
        Some(relative(&page.file, &target.file))
    }
}

/// What is wrong with a link to a page that visitors do not see, and the remedy.
pub(super) fn hidden_target(path: &str, standing: Standing) -> (String, String) {
    let (message, help) = match standing {
        Standing::Draft => ("is nog een concept", "haal de link weg tot de pagina af is"),
        Standing::Planned => (
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

/// The key of the file that a relative path means: `content/nieuws/a.md` or `static/beeld/b.svg`.
/// `None` where the path leads out of the two folders.
pub(super) fn resolve(file: &str, path: &str) -> Option<String> {
    let folder = file.rfind('/').map_or("", |end| &file[..=end]);
    let mut key = String::with_capacity("content/".len() + folder.len() + path.len() + 1);
    key.push_str("content/");
    key.push_str(folder);
    // Each part ends with a slash, and so does the last until all are there.
    for part in path.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                let above = key.strip_suffix('/')?.rfind('/').map_or(0, |end| end + 1);
                key.truncate(above);
            }
            part => {
                key.push_str(part);
                key.push('/');
            }
        }
    }
    let is_inside = key.starts_with("content/") || key.starts_with("static/");
    key.pop();
    is_inside.then_some(key)
}

/// The path from one file to another, both from the same folder.
pub(super) fn relative(from: &str, to: &str) -> String {
    let from: Vec<&str> = from.split('/').collect();
    let to: Vec<&str> = to.split('/').collect();
    let folders = from.len() - 1;
    let shared = from[..folders]
        .iter()
        .zip(&to[..to.len() - 1])
        .take_while(|(a, b)| a == b)
        .count();
    let up = std::iter::repeat_n("..", folders - shared);
    up.chain(to[shared..].iter().copied())
        .collect::<Vec<_>>()
        .join("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_relative_path_is_read_from_the_folder_of_the_file() {
        assert_eq!(
            resolve("nieuws/a.md", "../themas/b.md").as_deref(),
            Some("content/themas/b.md")
        );
        assert_eq!(
            resolve("nieuws/a.md", "b.md").as_deref(),
            Some("content/nieuws/b.md")
        );
        assert_eq!(
            resolve("nieuws/a.md", "../../static/b.svg").as_deref(),
            Some("static/b.svg")
        );
        assert_eq!(resolve("nieuws/a.md", "../../../etc/passwd"), None);
        assert_eq!(resolve("nieuws/a.md", "../../Cargo.toml"), None);
    }

    #[test]
    fn the_path_between_two_files_is_the_shortest() {
        assert_eq!(relative("nieuws/a.md", "themas/b.md"), "../themas/b.md");
        assert_eq!(relative("nieuws/a.md", "nieuws/b.md"), "b.md");
        assert_eq!(relative("index.md", "themas/b.md"), "themas/b.md");
    }
}
