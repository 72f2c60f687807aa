//! An index that is made when it is first asked: the pages themselves never wait for it.

use std::ops::Deref;
use std::sync::{Arc, LazyLock};

use crate::content::synonyms::Synonyms;
use crate::search::{Corpus, Index};
use crate::site::Site;

/// What can be found at one moment of the site. Whoever asks first makes the index, and others wait for that.
pub struct LazyIndex {
    digest: blake3::Hash,
    index: LazyLock<Index, Box<dyn FnOnce() -> Index + Send>>,
}

impl LazyIndex {
    /// Promises the index of a site. Pages that are the same as in `previous` will not be looked at again.
    pub fn new(site: &Site<'_>, synonyms: Arc<Synonyms>, previous: Option<Arc<LazyIndex>>) -> Self {
        let corpus = Corpus::of(site, synonyms);
        let digest = corpus.digest();
        let make = move || Index::new(corpus, previous.as_deref().map(|previous| &**previous));
        LazyIndex { digest, index: LazyLock::new(Box::new(make)) }
    }

    /// Makes the index, so that nobody has to wait for it.
    pub fn prepare(&self) {
        LazyLock::force(&self.index);
    }

    /// A digest of what answers are made from, beside what the pages themselves show. It is there at once.
    pub fn digest(&self) -> blake3::Hash {
        self.digest
    }
}

impl Deref for LazyIndex {
    type Target = Index;

    fn deref(&self) -> &Index {
        &self.index
    }
}
