//! The texts of a page, by field.

use crate::content::document::BlockKind;
use crate::search::corpus::IndexedPage;
use crate::search::kinds;
use crate::search::terms::PageField;

/// Passes every text of a page, with the field that it belongs to, in the order of the fields.
pub fn for_each_text(indexed: &IndexedPage, mut each: impl FnMut(PageField, &str)) {
    let page = &indexed.page;
    for title in kinds::titles(page) {
        each(PageField::Title, title);
    }
    for name in kinds::other_names(page) {
        each(PageField::Names, &name);
    }
    // The folder tells the kind: whoever types `gemeente` with a name means the page in that one.
    let folder = page.file.rsplit_once('/').map_or("", |(folder, _)| folder);
    each(PageField::Names, folder);
    each(PageField::Summary, &page.meta.summary);
    for heading in &page.body.headings {
        each(PageField::Headings, &heading.text);
    }
    for block in page
        .body
        .blocks
        .iter()
        .filter(|block| block.kind != BlockKind::Heading)
    {
        each(PageField::Text, &block.text);
    }
    for fact in &indexed.facts {
        each(PageField::Text, fact);
    }
}
