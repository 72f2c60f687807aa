//! Regular files, opened in a way that neither leaves their folder nor waits.

use std::fs::{File, Metadata, OpenOptions};
use std::io;
use std::os::unix::fs::{MetadataExt, OpenOptionsExt};
use std::path::Path;

/// The metadata by which a change of a file is seen without reading it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FileVersion {
    inode: u64,
    size: u64,
    /// Seconds and nanoseconds. It follows every change, also one that sets the time of
    /// modification back.
    changed: (i64, i64),
}

impl FileVersion {
    pub fn of(metadata: &Metadata) -> Self {
        FileVersion {
            inode: metadata.ino(),
            size: metadata.len(),
            changed: (metadata.ctime(), metadata.ctime_nsec()),
        }
    }

    /// In bytes.
    pub fn size(&self) -> u64 {
        self.size
    }

    /// The second in which the file last changed.
    pub fn changed_second(&self) -> i64 {
        self.changed.0
    }
}

/// Opens without following a link, and without waiting for somebody at the other end of a pipe.
///
/// # Errors
/// Where there is no such file, where it may not be read, or where it is a link.
pub fn open(path: &Path) -> io::Result<File> {
    OpenOptions::new()
        .read(true)
        .custom_flags(libc::O_NOFOLLOW | libc::O_NONBLOCK)
        .open(path)
}
