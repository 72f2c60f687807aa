//! The parts that outputs are rendered from.

use std::sync::{Arc, OnceLock};

use crate::outputs::assets::Assets;
use crate::outputs::layout::SiteLayout;
use crate::outputs::view::{self, Link, Teaser};
use crate::search::lazy::LazyIndex;
use crate::site::{Archive, PageId, Site, SiteLanguage};
use crate::text::Text;

/// All that an output of the site can show.
pub struct SiteRenderer<'a> {
    pub site: &'a Site<'a>,
    /// One for each language; the first is that of the site.
    pub languages: Vec<PageContext<'a>>,
    pub index: &'a Arc<LazyIndex>,
}

/// All that a page in one language can show.
pub struct PageContext<'a> {
    pub site: &'a Site<'a>,
    pub language: &'a SiteLanguage<'a>,
    pub layout: Arc<SiteLayout>,
    pub assets: &'a Assets,
    pub archives: &'a [Archive],
    /// The entry of each page in lists. Most are shown more than once.
    teasers: Vec<OnceLock<Teaser>>,
}

impl SiteRenderer<'_> {
    /// The context of a page, which is that of its language.
    pub fn context(&self, id: PageId) -> &PageContext<'_> {
        self.languages
            .iter()
            .find(|cx| cx.is_in_language(id))
            .expect("the settings name the language of each page")
    }
}

impl<'a> PageContext<'a> {
    pub fn new(
        site: &'a Site<'a>,
        language: &'a SiteLanguage<'a>,
        layout: SiteLayout,
        assets: &'a Assets,
        archives: &'a [Archive],
    ) -> Self {
        PageContext {
            site,
            language,
            layout: Arc::new(layout),
            assets,
            archives,
            teasers: vec![OnceLock::new(); site.pages.len()],
        }
    }

    pub fn text(&self) -> &Text {
        &self.layout.text
    }

    pub fn link(&self, id: PageId) -> &Link {
        &self.teaser(id).link
    }

    pub fn teaser(&self, id: PageId) -> &Teaser {
        self.teasers[id].get_or_init(|| view::teaser(self.site.page(id), self.text()))
    }

    pub fn teasers(&self, ids: impl IntoIterator<Item = PageId>) -> Vec<&Teaser> {
        ids.into_iter().map(|id| self.teaser(id)).collect()
    }

    /// True if a page is in this language.
    pub fn is_in_language(&self, id: PageId) -> bool {
        self.site.page(id).language == self.language.settings.tag
    }

    /// Those of these pages that are in this language.
    pub fn in_language(&self, ids: &[PageId]) -> impl Iterator<Item = PageId> {
        ids.iter().copied().filter(|id| self.is_in_language(*id))
    }
}
