//! The pages that the index is built from, taken from the checked site.

use std::cmp::Reverse;
use std::sync::Arc;

use crate::content::answers::DirectAnswer;
use crate::content::page::Page;
use crate::content::synonyms::Synonyms;
use crate::date::Date;
use crate::digest::{Digest, Digester};
use crate::fault;
use crate::search::kinds::{self, FacetKinds, PageValue};
use crate::search::language::SearchLanguage;
use crate::search::terms::DocId;
use crate::site::{AnswerDestination, Site, SiteAnswer, SitePage};
use crate::text::Text;

/// The input of an index. It owns what it holds, so that the index can be built after the site.
pub struct Corpus {
    pub language: SearchLanguage,
    pub pages: Arc<[IndexedPage]>,
    /// The day of the newest report: the age of the others is counted back from it.
    pub newest: Option<Date>,
    pub kinds: FacetKinds,
    pub synonyms: Arc<Synonyms>,
    pub answers: Arc<[IndexedAnswer]>,
}

/// An answer of an editor that can be asked for.
#[derive(Debug)]
pub struct IndexedAnswer {
    pub language: SearchLanguage,
    /// The tag of its language.
    pub tag: &'static str,
    /// Words or short names that ask for it.
    pub words: Vec<String>,
    pub text: String,
    /// The text of its link, and the address.
    pub link: Option<(String, String)>,
}

/// A page that can be found.
pub struct IndexedPage {
    pub page: Arc<Page>,
    /// The facts that it shows beside its text, each as a sentence.
    pub facts: Vec<String>,
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
    /// The corpus of a site that says things in these texts.
    pub fn of(site: &Site<'_>, texts: &[Arc<Text>], synonyms: Arc<Synonyms>) -> Self {
        let dates = site.pages.iter().filter_map(|page| page.page.event_date());
        let kinds = FacetKinds::new(site.config);
        Corpus {
            language: SearchLanguage::of(site.config.language()),
            pages: (0..)
                .zip(&site.pages)
                .map(|(id, page)| indexed(id, page, texts, &kinds))
                .collect(),
            newest: dates.max(),
            kinds,
            synonyms,
            answers: site.answers.iter().map(|of| answer(of, site)).collect(),
        }
    }

    /// A digest of what results depend on beside the pages themselves.
    pub fn digest(&self) -> Digest {
        Digester::default()
            .add(format!("{:?}", self.synonyms))
            .add(format!("{:?}", self.answers))
            .add(self.pages.len().to_le_bytes())
            .digest()
    }
}

fn answer(of: &SiteAnswer<'_>, site: &Site<'_>) -> IndexedAnswer {
    let DirectAnswer {
        language,
        words,
        text,
        ..
    } = of.answer;
    let address = |destination| match destination {
        AnswerDestination::Page(id) => site.page(id).route.to_string(),
        AnswerDestination::Elsewhere(address) => address.to_owned(),
    };
    IndexedAnswer {
        language: SearchLanguage::of(language),
        tag: language,
        words: words.clone(),
        text: text.clone(),
        link: of
            .link
            .map(|(title, destination)| (title.to_owned(), address(destination))),
    }
}

fn indexed(
    id: DocId,
    site_page: &SitePage,
    texts: &[Arc<Text>],
    kinds: &FacetKinds,
) -> IndexedPage {
    let page = site_page.page.clone();
    let text = texts.iter().find(|text| text.language() == page.language);
    let text = text.expect("every page is in a language of the site");
    let facts = fault::at_page(&page.file, || kinds::facts(&page, text));
    let related = site_page.related.iter().map(|id| *id as DocId);
    let entities = related.chain(page.is_entity().then_some(id));
    let year = page.day().map(|date| date.year());
    IndexedPage {
        facts,
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
