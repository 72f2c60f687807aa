//! The HTML of Markdown: one document for each thing a text can hold, in `tests/texts/`.
//!
//! A document is a sentence, the Markdown behind `=== text`, and the HTML behind `=== html`.

use std::path::Path;
use std::sync::LazyLock;

use libtest_mimic::{Failed, Trial};

use crate::support::html::Document;
use crate::support::{BuiltSite, TestSite, without_digests};
use crate::{compare, documents, name, read};

/// The small site with a page for each document.
static SITE: LazyLock<BuiltSite> = LazyLock::new(|| {
    let site = TestSite::new();
    for document in documents("texts") {
        let text = read(&document);
        let markdown = text
            .split("=== text\n")
            .nth(1)
            .and_then(|rest| rest.split("=== html\n").next())
            .expect("a document has a text");
        let name = name(&document);
        let page = format!("+++\ntitle = \"{name}\"\nsummary = \"{name}.\"\n+++\n{markdown}");
        site.write(&format!("teksten/{name}.md"), page);
    }
    site.build(&[])
});

pub fn trials() -> Vec<Trial> {
    crate::trials("texts", check)
}

fn check(document: &Path) -> Result<(), Failed> {
    let text = read(document);
    let (rest, expected) = text
        .split_once("=== html\n")
        .expect("a document ends with HTML");
    let page = SITE.read(&format!("/teksten/{}/", name(document)));
    let page = Document::parse(&page);
    let prose = page.inner(".prose").ok_or("the page has a text")?;
    let actual = without_digests(prose.trim_start_matches('\n'));
    compare(document, &format!("{rest}=== html\n"), expected, &actual)
}
