//! The ids of the elements of a page: those of headings and words are none of the templates.

use std::sync::LazyLock;

use include_dir::{Dir, include_dir};
use rustc_hash::{FxHashMap, FxHashSet};

use crate::content::document::Heading;

static TEMPLATES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/templates");

/// The ids that templates give to their own elements, or name to a macro that does: `id="zoek"`,
/// `ui::band("s-news", …)`.
static RESERVED: LazyLock<FxHashSet<&'static str>> = LazyLock::new(|| {
    let folders = TEMPLATES.dirs().flat_map(Dir::files);
    let templates = TEMPLATES.files().chain(folders);
    let mut ids = FxHashSet::default();
    for template in templates.filter_map(|file| file.contents_utf8()) {
        let mut before = "";
        for piece in template.split('"') {
            let called = before.rsplit_once("ui::").map_or("", |(_, called)| called);
            let is_first = |name: &str| name.bytes().all(|c| c.is_ascii_lowercase() || c == b'_');
            if before.ends_with(" id=") || called.strip_suffix('(').is_some_and(is_first) {
                ids.insert(piece);
            }
            before = piece;
        }
    }
    ids
});

/// The starts of ids that end in a number or in a letter of the alphabet.
const RESERVED_STARTS: &[&str] = &["s-", "s-contact-", "letter-", "fn-", "fnref-"];

/// The ids of one page, each given once.
#[derive(Default)]
pub struct UniqueIds {
    /// The number of times that each was asked for.
    counts: FxHashMap<String, usize>,
}

impl UniqueIds {
    /// Those of a page that has these headings already.
    pub fn beside(headings: &[Heading]) -> Self {
        let counts = headings.iter().map(|heading| (heading.id.clone(), 1));
        UniqueIds {
            counts: counts.collect(),
        }
    }

    /// The id that is wanted, or the same with the first number behind it that is free.
    pub fn take(&mut self, wanted: String) -> String {
        let count = self
            .counts
            .entry(wanted.clone())
            .or_insert_with(|| usize::from(is_reserved(&wanted)));
        *count += 1;
        match *count {
            1 => wanted,
            count => self.take(format!("{wanted}-{count}")),
        }
    }
}

/// True for an id that a template may use.
fn is_reserved(id: &str) -> bool {
    let ends_a_row = |rest: &str| {
        rest.chars().count() == 1 || !rest.is_empty() && rest.bytes().all(|c| c.is_ascii_digit())
    };
    RESERVED.contains(id)
        || RESERVED_STARTS
            .iter()
            .any(|start| id.strip_prefix(start).is_some_and(ends_a_row))
}
