//! An index that is made when it is first asked: the pages themselves never wait for it.

use std::ops::Deref;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Arc, LazyLock};

use crate::content::synonyms::Synonyms;
use crate::digest::Digest;
use crate::search::{Corpus, Index};
use crate::site::Site;

/// What can be found at one moment of the site. Whoever asks first makes the index, and others wait for that. Should a mistake of ours
/// stop that halfway, it is made anew without what there was before; should that fail too, nothing is found until the next change.
pub struct LazyIndex {
    digest: Digest,
    index: LazyLock<Index, Box<dyn FnOnce() -> Index + Send>>,
}

impl LazyIndex {
    /// Promises the index of a site. Pages that are the same as in `previous` will not be looked at again.
    pub fn new(site: &Site<'_>, synonyms: Arc<Synonyms>, previous: Option<Arc<LazyIndex>>) -> Self {
        let corpus = Corpus::of(site, synonyms);
        let digest = corpus.digest();
        let make = move || {
            let after =
                |previous: Option<&Index>| beside_all_else(|| Index::new(corpus.clone(), previous));
            let attempts: [&dyn Fn() -> Index; 2] = [
                &|| after(previous.as_deref().map(|previous| &**previous)),
                &|| after(None),
            ];
            first_sound(&attempts)
                .unwrap_or_else(|| Index::new(corpus.clone().without_pages(), None))
        };
        LazyIndex {
            digest,
            index: LazyLock::new(Box::new(make)),
        }
    }

    /// Makes the index, so that nobody has to wait for it.
    pub fn prepare(&self) {
        LazyLock::force(&self.index);
    }

    /// A digest of what answers are made from, beside what the pages themselves show. It is there at once.
    pub fn digest(&self) -> Digest {
        self.digest
    }
}

/// Works on threads of its own, which make way: a change of the pages that comes meanwhile does not stand behind it in the row
/// for those that all share.
fn beside_all_else<T: Send>(work: impl FnOnce() -> T + Send) -> T {
    match rayon::ThreadPoolBuilder::new().build() {
        Ok(threads) => threads.install(work),
        Err(_) => work(),
    }
}

impl Deref for LazyIndex {
    type Target = Index;

    fn deref(&self) -> &Index {
        &self.index
    }
}

/// What the first of the attempts makes that does not panic.
fn first_sound<T>(attempts: &[&dyn Fn() -> T]) -> Option<T> {
    attempts
        .iter()
        .find_map(|attempt| catch_unwind(AssertUnwindSafe(attempt)).ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_attempt_that_panics_gives_way_to_the_next() {
        let fails = || -> u8 { panic!("on purpose") };
        assert_eq!(first_sound(&[&fails, &|| 2, &|| 3]), Some(2));
        assert_eq!(first_sound(&[&fails, &fails]), None);
    }
}
