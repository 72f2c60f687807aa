//! The pages that the index is built from, taken from the checked site.

use std::sync::Arc;

use crate::content::page::Page;
use crate::content::synonyms::Synonyms;
use crate::date::Date;
use crate::digest::{Digest, Digester};
use crate::search::kinds::FacetKinds;
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
    /// The themes and municipalities that it names, and itself if it is one.
    pub entities: Vec<DocId>,
    /// The first of its translations, if it has any.
    pub original: Option<DocId>,
}

impl Corpus {
    pub fn of(site: &Site<'_>, synonyms: Arc<Synonyms>) -> Self {
        let dates = site.pages.iter().filter_map(|page| page.page.event_date());
        Corpus {
            language: SearchLanguage::of(site.config.language()),
            pages: (0..)
                .zip(&site.pages)
                .map(|(id, page)| indexed(id, page))
                .collect(),
            newest: dates.max(),
            kinds: FacetKinds::new(site.config),
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

fn indexed(id: DocId, site_page: &SitePage) -> IndexedPage {
    let ids = |ids: &[usize]| ids.iter().map(|id| *id as DocId).collect::<Vec<_>>();
    let page = site_page.page.clone();
    let mut entities = ids(&site_page.related);
    entities.extend(page.is_entity().then_some(id));
    IndexedPage {
        language: SearchLanguage::of(page.language),
        ancestors: ids(&site_page.ancestors),
        entities,
        original: site_page.versions.first().map(|id| *id as DocId),
        page,
    }
}
