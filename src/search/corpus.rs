//! The pages that the index is built from, taken from the checked site.

use std::cmp::Reverse;
use std::sync::Arc;

use crate::content::page::Page;
use crate::content::synonyms::Synonyms;
use crate::date::Date;
use crate::digest::{Digest, Digester};
use crate::search::kinds::{FacetKinds, PageValue};
use crate::search::language::SearchLanguage;
use crate::search::terms::DocId;
use crate::site::{Site, SitePage};

/// The input of an index. It owns what it holds, so that the index can be built after the site.
pub struct Corpus {
    pub language: SearchLanguage,
    pub pages: Arc<[IndexedPage]>,
    /// The day of the newest report: the age of the others is counted back from it.
    pub newest: Option<Date>,
    pub kinds: FacetKinds,
    pub synonyms: Arc<Synonyms>,
}

/// A page that can be found.
pub struct IndexedPage {
    pub page: Arc<Page>,
    /// The language in which it is analysed.
    pub language: SearchLanguage,
    /// The pages above it, from the home page down.
    pub ancestors: Vec<DocId>,
    /// The values of its facets: its kind, the themes and municipalities that it names and itself
    /// if it is one, and its year.
    pub values: Vec<PageValue>,
    /// The first of its translations, if it has any.
    pub original: Option<DocId>,
}

impl Corpus {
    pub fn of(site: &Site<'_>, synonyms: Arc<Synonyms>) -> Self {
        let dates = site.pages.iter().filter_map(|page| page.page.event_date());
        let kinds = FacetKinds::new(site.config);
        Corpus {
            language: SearchLanguage::of(site.config.language()),
            pages: (0..)
                .zip(&site.pages)
                .map(|(id, page)| indexed(id, page, &kinds))
                .collect(),
            newest: dates.max(),
            kinds,
            synonyms,
        }
    }

    /// A digest of what results depend on beside the pages themselves.
    pub fn digest(&self) -> Digest {
        let synonyms = format!("{:?}", self.synonyms);
        Digester::default()
            .add(synonyms)
            .add(self.pages.len().to_le_bytes())
            .digest()
    }
}

fn indexed(id: DocId, site_page: &SitePage, kinds: &FacetKinds) -> IndexedPage {
    let page = site_page.page.clone();
    let related = site_page.related.iter().map(|id| *id as DocId);
    let entities = related.chain(page.is_entity().then_some(id));
    let year = page.day().map(|date| date.year());
    IndexedPage {
        language: SearchLanguage::of(page.language),
        ancestors: site_page.ancestors.iter().map(|id| *id as DocId).collect(),
        values: [PageValue::Kind(kinds.number_of(&page))]
            .into_iter()
            .chain(entities.map(PageValue::Entity))
            .chain(year.map(|year| PageValue::Year(Reverse(year))))
            .collect(),
        original: site_page.versions.first().map(|id| *id as DocId),
        page,
    }
}
