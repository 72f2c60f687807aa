//! What is the same as when the site was last settled, so that it need not be settled again.

use std::sync::Arc;

use crate::content::Content;
use crate::content::page::{Page, Standing};
use crate::digest::{Digest, Digester};
use crate::site::Site;
use crate::site::hidden::Hidden;
use crate::site::links::References;

/// A site that was settled before: its pages in their order, with where their links lead.
pub struct Outline {
    digest: Digest,
    pages: Vec<(Arc<Page>, Arc<References>)>,
}

impl Outline {
    pub fn of(site: &Site<'_>) -> Self {
        let pages = site
            .pages
            .iter()
            .map(|site_page| (site_page.page.clone(), site_page.references.clone()))
            .collect();
        Outline {
            digest: site.outline,
            pages,
        }
    }

    /// Where the links of a page led, when it was the same and so was all that it sees of others.
    pub fn references(
        &self,
        digest: Digest,
        id: usize,
        page: &Arc<Page>,
    ) -> Option<&Arc<References>> {
        let (known, references) = self.pages.get(id).filter(|_| self.digest == digest)?;
        Arc::ptr_eq(known, page).then_some(references)
    }
}

/// Digest of all that pages see of each other: which there are and how they stand, which files there are beside them, and of each
/// page what others show of it and where it leads.
pub fn digest(pages: &[(Arc<Page>, Standing)], hidden: &Hidden, content: &Content) -> Digest {
    let mut digester = Digester::default();
    let mut add = |(page, standing): &(Arc<Page>, Standing)| {
        digester.add(page.outline.bytes()).add([*standing as u8]);
    };
    pages.iter().for_each(&mut add);
    hidden.pages().iter().for_each(&mut add);
    digester.add(pages.len().to_le_bytes());
    for key in content.assets.keys() {
        digester.add(key).add(b"\0");
    }
    digester.digest()
}
