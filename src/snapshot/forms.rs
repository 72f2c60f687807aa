//! The forms of a body: as it is, and compressed.
//!
//! Policy: nothing is compressed at compile. The first visitor who accepts a coding has it made at a quick level; who accepts
//! none has the body put together. When the machine is idle every body is made in brotli at its highest level, which takes the
//! place of the quick form; that of a small site in zstd as well. gzip stays at its quick level: the highest is no smaller. The
//! bodies of a large site are packed: of each one compressed form is kept, and what else is made of that only as long as it takes
//! little room. Each form has its own ETag, with the level in it, so other bytes always have another tag.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use arc_swap::{ArcSwap, ArcSwapOption};
use bytes::Bytes;
use http::HeaderValue;

use crate::digest::Digest;
use crate::snapshot::body::Body;
use crate::snapshot::encoding::{Coding, Effort, compress, unbrotli, unzstd};

/// Bodies below this many bytes are sent as they are: the headers weigh more than the gain.
const SMALLEST: usize = 1024;

/// Bytes to send, with the strong tag that names exactly these bytes.
#[derive(Clone, Debug)]
pub struct Form {
    pub body: Bytes,
    pub etag: HeaderValue,
    pub effort: Effort,
}

/// How many forms visitors have had made since the program started.
static MADE: AtomicUsize = AtomicUsize::new(0);

pub fn made() -> usize {
    MADE.load(Ordering::Relaxed)
}

/// All forms of one body, made on demand; in each coding there is one at a time.
#[derive(Debug)]
pub struct Forms {
    digest: Digest,
    /// The number of bytes of the body.
    length: usize,
    compressible: bool,
    source: ArcSwap<Source>,
    forms: [ArcSwapOption<Form>; 4],
}

/// What the forms of a body are made from.
#[derive(Debug)]
enum Source {
    Body(Body),
    Brotli(Arc<Form>),
    Zstd(Arc<Form>),
}

impl Forms {
    pub fn new(body: Body, compressible: bool) -> Self {
        let (digest, length) = (body.digest(), body.length());
        let source = ArcSwap::from_pointee(Source::Body(body));
        Forms {
            digest,
            length,
            compressible: compressible && length >= SMALLEST,
            source,
            forms: Default::default(),
        }
    }

    /// The body in a row.
    pub fn plain(&self) -> Bytes {
        if let Some(form) = &*self.slot(Coding::Identity).load() {
            return form.body.clone();
        }
        match &**self.source.load() {
            Source::Body(body) => body.whole(),
            Source::Brotli(form) => unbrotli(&form.body, self.length),
            Source::Zstd(form) => unzstd(&form.body, self.length),
        }
    }

    /// The number of bytes of the body.
    pub fn length(&self) -> usize {
        self.length
    }

    pub fn digest(&self) -> Digest {
        self.digest
    }

    pub fn is_compressible(&self) -> bool {
        self.compressible
    }

    /// The form in a coding: the best there is by now, else a quick one, made here.
    pub fn in_coding(&self, coding: Coding) -> Form {
        let coding = if self.compressible {
            coding
        } else {
            Coding::Identity
        };
        if let Some(form) = &*self.slot(coding).load() {
            return Form::clone(form);
        }
        Form::clone(&self.quick(coding))
    }

    /// A quick form, kept for the next visitor.
    fn quick(&self, coding: Coding) -> Arc<Form> {
        let quick = Arc::new(self.make(coding, Effort::Quick));
        // What is packed is not kept unpacked as well.
        if coding != Coding::Identity || !self.is_packed() {
            MADE.fetch_add(1, Ordering::Relaxed);
            // What another thread has put there in the meantime is the same, or better.
            self.slot(coding)
                .compare_and_swap(&None::<Arc<Form>>, Some(quick.clone()));
        }
        quick
    }

    /// Keeps, in place of the body, a form of which it can be made again: the one in brotli where there is one.
    pub fn pack(&self) {
        if !self.compressible {
            return;
        }
        let packed = match (&*self.slot(Coding::Brotli).load(), &**self.source.load()) {
            (Some(form), Source::Brotli(kept)) if Arc::ptr_eq(form, kept) => return,
            (Some(form), _) => Source::Brotli(form.clone()),
            (None, Source::Body(_)) => Source::Zstd(
                self.slot(Coding::Zstd)
                    .load_full()
                    .unwrap_or_else(|| self.quick(Coding::Zstd)),
            ),
            (None, _) => return,
        };
        self.source.store(Arc::new(packed));
        self.slot(Coding::Identity).store(None);
    }

    /// The bytes of those forms of a packed body that could be made again.
    pub fn spare(&self) -> usize {
        self.spares().map(|(_, form)| form.body.len()).sum()
    }

    /// Lets go of those forms.
    pub fn let_spares_go(&self) {
        self.spares().for_each(|(slot, _)| slot.store(None));
    }

    fn spares(&self) -> impl Iterator<Item = (&ArcSwapOption<Form>, Arc<Form>)> {
        let source = self.source.load_full();
        let is_spare = move |form: &Arc<Form>| match &*source {
            Source::Body(_) => false,
            Source::Brotli(kept) | Source::Zstd(kept) => !Arc::ptr_eq(form, kept),
        };
        self.forms
            .iter()
            .filter_map(|slot| Some((slot, slot.load_full()?)))
            .filter(move |(_, form)| is_spare(form))
    }

    /// Makes the best forms where they are not there yet. Returns whether there was something to do.
    pub fn improve(&self) -> bool {
        let mut worked = false;
        for coding in [Coding::Brotli, Coding::Zstd] {
            let is_wanted = self.compressible && (coding == Coding::Brotli || !self.is_packed());
            let slot = self.slot(coding);
            if is_wanted
                && slot
                    .load()
                    .as_ref()
                    .is_none_or(|form| form.effort != Effort::Best)
            {
                slot.store(Some(Arc::new(self.make(coding, Effort::Best))));
                worked = true;
            }
        }
        worked
    }

    fn slot(&self, coding: Coding) -> &ArcSwapOption<Form> {
        &self.forms[coding as usize]
    }

    fn is_packed(&self) -> bool {
        !matches!(**self.source.load(), Source::Body(_))
    }

    fn make(&self, coding: Coding, effort: Effort) -> Form {
        let body = compress(&self.plain(), coding, effort);
        let suffix = match (coding, effort) {
            (Coding::Identity, _) => "",
            (Coding::Brotli, Effort::Quick) => "-br5",
            (Coding::Brotli, Effort::Best) => "-br11",
            (Coding::Zstd, Effort::Quick) => "-zst3",
            (Coding::Zstd, Effort::Best) => "-zst19",
            (Coding::Gzip, _) => "-gz6",
        };
        Form {
            body,
            etag: etag(self.digest, suffix),
            effort,
        }
    }
}

fn etag(digest: Digest, suffix: &str) -> HeaderValue {
    let tag = format!("\"{digest:.20}{suffix}\"");
    HeaderValue::from_str(&tag).expect("hexadecimal digits can stand in a header")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_form_holds_the_same_text_under_its_own_tag() {
        let text = "Twente ".repeat(400);
        let forms = Forms::new(Body::from(text.clone()), true);
        let tags = || Coding::ALL.map(|coding| forms.in_coding(coding).etag.clone());
        let quick = tags();
        assert!(forms.improve());
        assert!(!forms.improve(), "what is done is not done again");
        let mut all: Vec<_> = quick.into_iter().chain(tags()).collect();
        all.sort();
        all.dedup();
        assert_eq!(
            all.len(),
            6,
            "identity and gzip have one tag, the others two"
        );
        assert_eq!(
            unbrotli(&forms.in_coding(Coding::Brotli).body, text.len()),
            text.as_bytes()
        );
        assert_eq!(
            unzstd(&forms.in_coding(Coding::Zstd).body, text.len()),
            text.as_bytes()
        );
    }

    #[test]
    fn a_packed_body_takes_no_more_than_one_form_and_has_all() {
        let text = "Twente ".repeat(400);
        let (forms, fresh) = [(), ()]
            .map(|()| Forms::new(Body::from(text.clone()), true))
            .into();
        forms.pack();
        assert_eq!(forms.spare(), 0);
        for _ in 0..2 {
            for coding in Coding::ALL {
                let (form, expected) = (forms.in_coding(coding), fresh.in_coding(coding));
                assert_eq!((form.body, form.etag), (expected.body, expected.etag));
            }
            let others =
                [Coding::Gzip, Coding::Zstd].map(|coding| fresh.in_coding(coding).body.len());
            forms.pack();
            assert_eq!(
                forms.spare(),
                others.iter().sum::<usize>(),
                "it is the one in brotli that is kept"
            );
            forms.let_spares_go();
            assert_eq!(forms.spare(), 0);
        }
        assert!(forms.improve());
        forms.pack();
        assert_eq!(
            (forms.spare(), forms.plain()),
            (0, text.into()),
            "the best form takes the place of the quick one"
        );
    }
}
