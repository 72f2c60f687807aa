//! The parts that outputs are rendered from.

use std::sync::Arc;

use crate::fault;
use crate::outputs::assets::Assets;
use crate::outputs::items::SharedFeeds;
use crate::outputs::layout::SiteLayout;
use crate::outputs::picture::PictureView;
use crate::outputs::view::{LinkView, Teaser, Time, teaser};
use crate::problem::{HiddenPage, Seen};
use crate::search::background::BackgroundIndex;
use crate::site::{PageId, Site, SiteLanguage, SitePage};
use crate::text::Text;

/// All that an output of the site can show.
pub struct SiteRenderer<'a> {
    pub site: &'a Site<'a>,
    /// One for each language; the first is that of the site.
    pub languages: Vec<RenderContext<'a>>,
    pub index: &'a Arc<BackgroundIndex>,
    pub feeds: SharedFeeds,
}

/// All that a page in one language can show.
pub struct RenderContext<'a> {
    pub site: &'a Site<'a>,
    pub language: &'a SiteLanguage<'a>,
    pub layout: Arc<SiteLayout>,
    pub assets: &'a Assets,
    /// The entry of each page in lists.
    teasers: Vec<Teaser>,
}

impl SiteRenderer<'_> {
    /// The context of a page, which is that of its language.
    pub fn context(&self, id: PageId) -> &RenderContext<'_> {
        self.languages
            .iter()
            .find(|cx| cx.is_in_language(id))
            .expect("the settings name the language of each page")
    }
}

impl<'a> RenderContext<'a> {
    /// The context of a language.
    ///
    /// # Errors
    /// The pages at whose entry the program fails.
    pub fn new(
        site: &'a Site<'a>,
        language: &'a SiteLanguage<'a>,
        layout: SiteLayout,
        assets: &'a Assets,
    ) -> Result<Self, Vec<HiddenPage>> {
        let zone = &site.config.time_zone;
        let entry = |id: PageId, of: &SitePage| {
            let mut teaser = teaser(&of.page, &layout.text);
            // A page with a mark is known by that.
            teaser.picture = picture(of, assets).filter(|_| teaser.mark.is_none());
            if let Some(current) = site.occurrence(id) {
                teaser.time = Some(Time::of(&current.occurrence, zone, &layout.text));
            }
            teaser
        };
        let mut faults = Vec::new();
        let mut teasers = Vec::with_capacity(site.pages.len());
        for (id, of) in site.pages.iter().enumerate() {
            let file = of.page.file.clone();
            match fault::contain(&file, || entry(id, of)) {
                Ok(teaser) => teasers.push(teaser),
                Err(cause) => faults.push(HiddenPage {
                    file,
                    cause,
                    seen: Seen::Nothing,
                }),
            }
        }
        if !faults.is_empty() {
            return Err(faults);
        }
        Ok(RenderContext {
            teasers,
            site,
            language,
            assets,
            layout: Arc::new(layout),
        })
    }

    pub fn text(&self) -> &Text {
        &self.layout.text
    }

    pub fn link(&self, id: PageId) -> &LinkView {
        &self.teasers[id].link
    }

    pub fn teaser(&self, id: PageId) -> &Teaser {
        &self.teasers[id]
    }

    pub fn teasers(&self, ids: impl IntoIterator<Item = PageId>) -> Vec<&Teaser> {
        ids.into_iter().map(|id| self.teaser(id)).collect()
    }

    /// The picture above the text of a page, unless the text has it.
    pub fn picture(&self, site_page: &SitePage) -> Option<PictureView> {
        let references = &site_page.references;
        let is_in_text = references.pictures.contains(&references.image);
        picture(site_page, self.assets).filter(|_| !is_in_text)
    }

    /// True in the site's own language.
    pub fn is_main(&self) -> bool {
        self.language.settings.tag == self.site.config.language()
    }

    /// True if a page is in this language.
    pub fn is_in_language(&self, id: PageId) -> bool {
        self.site.page(id).language == self.language.settings.tag
    }

    /// Those of these pages that are in this language.
    pub fn in_language(&self, ids: &[PageId]) -> impl Iterator<Item = PageId> {
        ids.iter().copied().filter(|id| self.is_in_language(*id))
    }

    /// True if a page explains a word, which a page that links to it explains as well.
    pub fn explains_word(&self, id: PageId) -> bool {
        let page = self.site.page(id);
        page.kind.is_glossary && page.is_item_of(page.kind) && self.is_in_language(id)
    }
}

/// The picture that goes with a page.
pub fn picture(site_page: &SitePage, assets: &Assets) -> Option<PictureView> {
    let image = site_page.page.meta.image.as_ref()?;
    let key = site_page.references.image.as_ref()?;
    Some(assets.picture(key, &image.alternative))
}
