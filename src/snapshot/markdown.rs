//! The Markdown of a page, for programs. It is made of the page when it is asked for, so that a
//! site of many pages keeps no second copy of each.

use std::sync::Arc;

use bytes::Bytes;
use http::HeaderValue;

use crate::snapshot::Stored;
use crate::snapshot::encoding::{Coding, Effort, compress};
use crate::snapshot::representations::weak_etag;

/// The last part of the address of the Markdown of a page, below that of the page.
pub const FILE_NAME: &str = "index.md";

pub const MEDIA_TYPE: &str = "text/markdown; charset=utf-8";

/// The form of a page in Markdown, for programs.
#[derive(Clone, Debug)]
pub struct MarkdownVariant {
    /// The link to the page, for whoever lists what is on the site.
    pub canonical: HeaderValue,
    make: fn(&str) -> String,
}

impl MarkdownVariant {
    /// The form that `make` makes of the HTML of a page, with the link to that page.
    pub fn new(canonical: HeaderValue, make: fn(&str) -> String) -> Self {
        MarkdownVariant { canonical, make }
    }

    /// The Markdown of a page, which has this form.
    pub fn of(&self, page: &Stored) -> Bytes {
        (self.make)(&String::from_utf8_lossy(&page.body())).into()
    }

    /// The tag of the Markdown in a coding: it follows from that of the page, so that nothing has
    /// to be made to know it.
    pub fn etag(page: &Stored, coding: Coding) -> HeaderValue {
        weak_etag(page.body.digest(), "-md", coding)
    }
}

/// The Markdown of a page, still to be made.
pub struct MarkdownBody {
    pub page: Arc<Stored>,
    pub coding: Coding,
}

impl MarkdownBody {
    /// Empty where the page has no such form.
    pub fn make(&self) -> Bytes {
        let variant = self.page.markdown.as_ref();
        let body = variant
            .map(|variant| variant.of(&self.page))
            .unwrap_or_default();
        compress(&body, self.coding, Effort::Quick)
    }
}
