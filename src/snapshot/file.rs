//! Large files, which are sent from disk so that they take no memory.

use std::fs::File;
use std::io;
use std::path::PathBuf;

use http::HeaderValue;

use crate::digest::Digest;
use crate::regular_file::{self, FileVersion};
use crate::snapshot::CachePolicy;

/// A file on disk, as it was when the site was compiled.
#[derive(Clone, Debug)]
pub struct StoredFile {
    pub media_type: &'static str,
    pub cache: CachePolicy,
    pub path: PathBuf,
    pub version: FileVersion,
    pub digest: Digest,
    /// The link to the page that search engines should list in place of this.
    pub canonical: Option<HeaderValue>,
}

impl StoredFile {
    /// In bytes.
    pub fn length(&self) -> u64 {
        self.version.size()
    }

    /// A strong tag: it names exactly these bytes.
    pub fn etag(&self) -> HeaderValue {
        HeaderValue::from_str(&format!("\"{:.20}\"", self.digest))
            .expect("hexadecimal digits can stand in a header")
    }

    /// Opens the file.
    ///
    /// # Errors
    /// Where it is not there, or is another one than when the site was compiled: neither its length
    /// nor its tag holds for that one.
    pub fn open(&self) -> io::Result<File> {
        let file = regular_file::open(&self.path)?;
        if FileVersion::of(&file.metadata()?) != self.version {
            return Err(io::Error::other("it changed since the site was compiled"));
        }
        Ok(file)
    }
}
