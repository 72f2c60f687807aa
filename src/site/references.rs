//! The targets of links and files, as they are resolved.

use crate::site::pages::PageId;

/// The target of a link.
#[derive(Clone, Debug, PartialEq)]
pub enum LinkTarget {
    Page {
        page: PageId,
        fragment: Option<String>,
    },
    /// A file that is served as it is, by its key in `Site::assets`.
    Asset {
        key: String,
        /// A place in it that its reader goes to: `page=2` of a PDF.
        fragment: Option<String>,
    },
    /// A heading of the same page.
    Heading(String),
    Elsewhere(String),
    /// Words in this language, not a link.
    Language(String),
    /// The link is broken; its text stands alone.
    Nowhere,
}

/// The targets of the links and files of one page.
#[derive(Default)]
pub struct ResolvedLinks {
    pub links: Vec<LinkTarget>,
    /// The asset of each picture; `None` where the file does not exist.
    pub pictures: Vec<Option<String>>,
    /// The assets that lie beside the films among the pictures.
    pub beside_films: Vec<String>,
    pub image: Option<String>,
    /// The asset of each download; `None` where the file does not exist.
    pub downloads: Vec<Option<String>>,
    /// The assets of what cannot be shown.
    pub loose: Vec<String>,
}

impl ResolvedLinks {
    /// Links that were resolved elsewhere.
    pub fn of(links: Vec<LinkTarget>) -> Self {
        ResolvedLinks {
            links,
            ..ResolvedLinks::default()
        }
    }

    /// The pages that links lead to, in the order of the text.
    pub fn pages(&self) -> impl Iterator<Item = PageId> {
        self.links.iter().filter_map(LinkTarget::page)
    }

    /// The assets that the page refers to, by their key in `Site::assets`.
    pub fn assets(&self) -> impl Iterator<Item = &String> {
        let linked = self.links.iter().filter_map(|link| match link {
            LinkTarget::Asset { key, .. } => Some(key),
            _ => None,
        });
        let files = self.pictures.iter().chain(&self.downloads).flatten();
        linked
            .chain(files)
            .chain(&self.image)
            .chain(&self.beside_films)
            .chain(&self.loose)
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
