//! A format in which the site is published, and the outputs that a site has in it.

use std::sync::Arc;

use bytes::Bytes;

use crate::outputs::items::Items;
use crate::outputs::renderer::SiteRenderer;
use crate::route::{Route, is_file_name};
use crate::site::{PageId, Site};
use crate::snapshot::{Answer, CachePolicy, Stored};
use crate::text::Text;

/// A row of the table of formats.
pub struct OutputFormat {
    /// With the charset, where the format has one.
    pub media_type: &'static str,
    /// The link to such an output in the head of pages.
    pub link: Option<FormatLink>,
    /// Every output that a site has in this format.
    pub outputs: fn(&Site<'_>) -> Vec<Output>,
    pub write: fn(&SiteRenderer<'_>, &Output) -> Answer,
}

/// The part of a link to an output that its format decides.
pub struct FormatLink {
    pub rel: &'static str,
    pub title: fn(&Site<'_>, &Output, &Text) -> String,
    /// The words of the same link on the page itself, where it stands there too.
    pub label: fn(&Site<'_>, &Output, &Text) -> String,
}

/// One address of the site, with what is shown there and in which format.
pub struct Output {
    pub route: Route,
    pub source: OutputSource,
    pub format: &'static OutputFormat,
    /// The number of the language whose pages link to it, where the format has a link.
    pub linked_from: Option<usize>,
}

/// The part of the site that an output shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OutputSource {
    Page(PageId),
    /// One page of a list of a collection, by their numbers.
    List {
        collection: usize,
        list: usize,
    },
    /// Pages that one can follow together.
    Items(Items),
    /// Those of them that lie further back, by the number of their archive.
    Archive(Items, usize),
    /// A page that no file has the text of.
    Generated(GeneratedPage),
    /// The pages that have one word of their editors, by the number of that word.
    Tag(usize),
    /// The search in a language, by the number of the language.
    Search(usize),
    Site,
    /// One part of what is too long to be one output, from 1.
    SitePart(usize),
    /// The index of the documents of a category under the Woo, by the number of the category.
    WooIndex(usize),
    /// One part of those documents, from 1.
    WooPart {
        category: usize,
        part: usize,
    },
}

/// The generated pages of which a site has one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GeneratedPage {
    /// Every page from A to Z.
    Index,
    /// Every page by its section.
    Overview,
    /// The alerts that are over.
    Alerts,
    /// The open data.
    Data,
    /// The words by which editors say what pages are about.
    Tags,
    /// The municipality of a place.
    Finder,
    /// Every feed and calendar.
    Follow,
    /// Every part that pages are made of.
    Patterns,
}

impl Output {
    pub fn new(route: Route, source: OutputSource, format: &'static OutputFormat) -> Self {
        Output {
            route,
            source,
            format,
            linked_from: None,
        }
    }

    /// True for another form of a page, or of a part of a list.
    pub fn is_beside_page(&self) -> bool {
        let shows_part = matches!(
            self.source,
            OutputSource::Page(_)
                | OutputSource::Items(Items::Related { .. })
                | OutputSource::Archive(..)
        );
        shows_part && is_file_name(self.route.as_str())
    }

    /// The page that this is a form of.
    pub fn page(&self) -> Option<PageId> {
        match self.source {
            OutputSource::Page(id) => Some(id),
            _ => None,
        }
    }

    /// The answer that has this text.
    pub fn answer(&self, text: String) -> Answer {
        self.answer_of_pieces(vec![text.into()])
    }

    /// The answer that has these pieces of text, one after the other.
    pub fn answer_of_pieces(&self, pieces: Vec<Bytes>) -> Answer {
        let stored = Stored::of_pieces(self.format.media_type, CachePolicy::Revalidate, pieces);
        Answer::Stored(Arc::new(stored))
    }
}
