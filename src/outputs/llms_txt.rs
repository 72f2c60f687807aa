//! The list of the Markdown of all pages, for programs that read (llms.txt).

use crate::content::page::{Page, Role};
use crate::outputs::format::{Output, OutputFormat, OutputSource};
use crate::outputs::renderer::SiteRenderer;
use crate::route::Route;
use crate::site::Site;
use crate::snapshot::{Answer, markdown};

pub static LLMS_TXT: OutputFormat = OutputFormat {
    media_type: "text/plain; charset=utf-8",
    link: None,
    outputs: |_| {
        let route = Route::home().file("llms.txt");
        vec![Output::new(route, OutputSource::Site, &LLMS_TXT)]
    },
    write,
};

fn write(renderer: &SiteRenderer<'_>, output: &Output) -> Answer {
    let (site, config) = (renderer.site, renderer.site.config);
    let mut text = format!("# {}\n\n> {}\n", config.name, config.description);
    for cx in &renderer.languages {
        let tag = cx.language.settings.tag;
        let own = |page: &&Page| page.language == tag && !page.meta.noindex;
        let pages: Vec<&Page> = site.pages.iter().map(|of| &*of.page).filter(own).collect();
        // The pages that lie in no folder of a kind come first, then those that begin one.
        let plain = pages.iter().filter(|page| page.kind.is_fallback());
        let section = cx.text().say("language-name");
        push_section(&mut text, site, section, plain.copied());
        for collection in &site.collections {
            let of_kind = pages.iter().filter(|page| page.kind == collection.kind);
            let index = collection.index.map(|index| site.page(index));
            let name = index.map_or(collection.kind.name, |index| &index.meta.title);
            push_section(&mut text, site, name, of_kind.copied());
        }
    }
    output.answer(text)
}

/// Appends a section with its pages. Only those that one begins with are described: a list of
/// thousands stays short.
fn push_section<'a>(
    text: &mut String,
    site: &Site<'_>,
    name: &str,
    pages: impl Iterator<Item = &'a Page>,
) {
    let mut pages = pages.peekable();
    if pages.peek().is_some() {
        text.push_str(&format!("\n## {name}\n\n"));
    }
    for page in pages {
        let address = site.absolute(&page.route.file(markdown::FILE_NAME));
        let title = page.meta.title.replace(['[', ']'], "");
        text.push_str(&format!("- [{title}]({address})"));
        let is_described = page.kind.is_fallback() || page.role != Role::Item;
        if is_described && !page.meta.summary.is_empty() {
            text.push_str(&format!(": {}", page.meta.summary));
        }
        text.push('\n');
    }
}
