//! What a page is made from, as one digest: while that is the same its bytes are, so it is not made again.
//!
//! A page shows of another page only what stands in that page's front matter. So it is made anew when its own file changes, when
//! the front matter of a page that it shows changes, when its relations do, or when the frame around every page does.

use crate::content::page::{Kind, Standing};
use crate::digest::Digest;
use crate::render::Renderer;
use crate::render::frame::SiteFrame;
use crate::route::Route;
use crate::site::{Archive, Destination, Listing, PageId, Reason, Scope, Site};

/// All that a page of one of the many kinds is made from.
#[derive(Hash)]
struct PageInputs {
    surroundings: Digest,
    page: Digest,
    standing: Standing,
    has_alert: bool,
    links: Vec<LinkInput>,
    files: Vec<Option<FileInput>>,
    /// The pages that it shows something of, relation by relation.
    relations: [Vec<Shown>; 6],
    adjacent: [Option<Shown>; 2],
}

/// All that one page of a list is made from.
#[derive(Hash)]
struct ListingInputs {
    surroundings: Digest,
    archives: Digest,
    list: Shown,
    has_alert: bool,
    image: Option<FileInput>,
    trail: Vec<Shown>,
    theme: Option<Shown>,
    year: Option<i16>,
    number: usize,
    length: usize,
    total: usize,
    items: Vec<Shown>,
}

/// A page of which something is shown: the digest of its front matter.
type Shown = Digest;

/// What a link is made from, beside the text of its own page.
#[derive(Hash)]
enum LinkInput {
    Page(Shown),
    File(FileInput),
    /// It says itself where it leads.
    Itself,
    Nowhere,
}

/// What is shown of a file that is served as it is. The address has a digest of its content.
#[derive(Hash)]
struct FileInput {
    address: Route,
    size: Option<u64>,
    dimensions: Option<(u32, u32)>,
}

/// What every page is made from: the settings, and what the frame shows.
pub fn surroundings(settings: &Digest, frame: &SiteFrame) -> Digest {
    Digest::of_value(&(settings, frame))
}

/// What answers are made from, beside the text of a page: the frames, the lists, the files, and what pages see of each other.
pub fn world(renderers: &[Renderer<'_>]) -> Digest {
    let own = &renderers[0];
    let surroundings: Vec<_> = renderers
        .iter()
        .map(|renderer| renderer.surroundings)
        .collect();
    let files: Vec<FileInput> = own
        .site
        .used_assets
        .iter()
        .map(|key| own.file_input(key))
        .collect();
    Digest::of_value(&(
        own.site.outline,
        surroundings,
        own.archives_digest,
        files,
        own.site.alert.is_some(),
    ))
}

/// The lists by year and by theme that every list leads to.
pub fn archives(site: &Site<'_>, archives: &[Archive]) -> Digest {
    Digest::of_value(
        &archives
            .iter()
            .map(|archive| (&archive.route, scope_input(site, archive.scope)))
            .collect::<Vec<_>>(),
    )
}

fn scope_input(site: &Site<'_>, scope: Scope) -> (Option<Shown>, Option<i16>) {
    match scope {
        Scope::All => (None, None),
        Scope::Year(year) => (None, Some(year)),
        Scope::Theme(theme) => (Some(site.page(theme).face), None),
    }
}

impl Renderer<'_> {
    /// What the page is made from. `None` for the kinds that show more than a few others, of which a site has few pages.
    pub fn inputs_of_page(&self, id: PageId) -> Option<Digest> {
        let site_page = &self.site.pages[id];
        if !matches!(
            site_page.page.kind,
            Kind::News { .. } | Kind::Page | Kind::Term | Kind::Question { .. }
        ) {
            return None;
        }
        let references = &site_page.references;
        let file = |key: &Option<String>| key.as_ref().map(|key| self.file_input(key));
        let link = |destination: &Destination| match destination {
            Destination::Page { page, .. } => LinkInput::Page(self.shown(*page)),
            Destination::Asset(key) => LinkInput::File(self.file_input(key)),
            Destination::Heading(_) | Destination::Elsewhere(_) | Destination::Language(_) => {
                LinkInput::Itself
            }
            Destination::Nowhere => LinkInput::Nowhere,
        };
        Some(Digest::of_value(&PageInputs {
            surroundings: self.surroundings,
            page: site_page.page.digest,
            standing: site_page.standing,
            has_alert: self.has_alert(id),
            links: references.links.iter().map(link).collect(),
            files: references
                .pictures
                .iter()
                .chain([&references.image])
                .chain(&references.downloads)
                .map(file)
                .collect(),
            relations: [
                self.all_shown(&site_page.themes),
                self.all_shown(&site_page.municipalities),
                self.all_shown(&site_page.trail),
                self.all_shown(&site_page.below),
                self.all_shown(&site_page.versions),
                self.all_shown(&self.related(id)),
            ],
            adjacent: [site_page.older, site_page.newer].map(|other| Some(self.shown(other?))),
        }))
    }

    /// What a page of a list is made from. `None` for the first of all, which shows the text of a page as well.
    pub fn inputs_of_listing(&self, listing: &Listing) -> Option<Digest> {
        let id = self
            .site
            .at(&self.site.config.kinds.news.address)
            .filter(|_| listing.scope != Scope::All || listing.number > 1)?;
        let (theme, year) = scope_input(self.site, listing.scope);
        Some(Digest::of_value(&ListingInputs {
            surroundings: self.surroundings,
            archives: self.archives_digest,
            list: self.shown(id),
            has_alert: self.has_alert(id),
            image: self.site.pages[id]
                .references
                .image
                .as_ref()
                .map(|key| self.file_input(key)),
            trail: self.all_shown(&self.site.pages[id].trail),
            theme,
            year,
            number: listing.number,
            length: listing.pages.len(),
            total: listing.total,
            items: self.all_shown(&listing.items),
        }))
    }

    /// What the page is made from that says that the content of an address is gone.
    pub fn inputs_of_gone(&self, reason: &Reason, instead: PageId) -> Digest {
        Digest::of_value(&(self.surroundings, reason, self.shown(instead)))
    }

    fn has_alert(&self, id: PageId) -> bool {
        self.site
            .alert
            .as_ref()
            .is_some_and(|alert| alert.is_about(self.site, id))
    }

    fn shown(&self, id: PageId) -> Shown {
        self.site.page(id).face
    }

    fn all_shown(&self, ids: &[PageId]) -> Vec<Shown> {
        ids.iter().map(|id| self.shown(*id)).collect()
    }

    fn file_input(&self, key: &str) -> FileInput {
        let size = self.site.assets.get(key).map(|file| file.size);
        FileInput {
            address: self.assets.address(key),
            size,
            dimensions: self.assets.dimensions(key),
        }
    }
}
