//! The form of a page for programs. It is made of the page when it is asked for, so that a site of
//! many pages keeps no second copy of each.

use std::sync::Arc;

use bytes::Bytes;
use http::HeaderValue;

use crate::snapshot::Stored;
use crate::snapshot::encoding::{Coding, Effort, compress};

/// The last part of the address of a twin, below that of its page.
pub const FILE_NAME: &str = "index.md";

pub const MEDIA_TYPE: &str = "text/markdown; charset=utf-8";

/// The form of a page for programs.
#[derive(Clone, Debug)]
pub struct Twin {
    /// The link to the page, for whoever lists what is on the site.
    pub canonical: HeaderValue,
    make: fn(&str) -> String,
}

impl Twin {
    /// The twin that `make` makes of the HTML of a page, with the link to that page.
    pub fn new(canonical: HeaderValue, make: fn(&str) -> String) -> Self {
        Twin { canonical, make }
    }

    /// The twin of a page, whose body this is.
    pub fn of(&self, page: &Stored) -> Bytes {
        (self.make)(&String::from_utf8_lossy(&page.body())).into()
    }

    /// The tag of the twin in a coding: it follows from that of the page, so that nothing has to be
    /// made to know it.
    pub fn etag(page: &Stored, coding: Coding) -> HeaderValue {
        let coding = coding.token().map(|token| format!("-{token}"));
        let coding = coding.unwrap_or_default();
        let tag = format!("W/\"{:.20}-md{coding}\"", page.body.digest());
        HeaderValue::from_str(&tag).expect("hexadecimal digits can stand in a header")
    }
}

/// The body of a twin, still to be made.
pub struct TwinBody {
    pub page: Arc<Stored>,
    pub coding: Coding,
}

impl TwinBody {
    /// Empty where the page has no twin.
    pub fn make(&self) -> Bytes {
        let twin = self.page.twin.as_ref();
        let body = twin.map(|twin| twin.of(&self.page)).unwrap_or_default();
        compress(&body, self.coding, Effort::Quick)
    }
}
