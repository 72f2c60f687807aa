//! The text of a page, with its open places filled.

use crate::content::document::{Fill, Slot};
use crate::content::film::is_film;
use crate::html::{Html, push_escaped};
use crate::outputs::film::film;
use crate::outputs::renderer::RenderContext;
use crate::route::Route;
use crate::site::{LinkTarget, SitePage};

/// The place in which the links of a text are read.
#[derive(Clone, Copy, PartialEq)]
pub enum Links {
    /// In the page itself.
    OnPage,
    /// In a feed: every address is absolute.
    Absolute,
}

/// The text of a page as HTML.
pub fn render(cx: &RenderContext<'_>, site_page: &SitePage, links: Links) -> Html {
    let body = &site_page.page.body;
    let mut prose = Prose {
        cx,
        site_page,
        links,
        html: String::with_capacity(body.markup.len() + body.slots.len() * 48),
    };
    let mut done = 0;
    for Slot { at, fill } in &body.slots {
        prose.html.push_str(&body.markup[done..*at]);
        done = *at;
        match fill {
            Fill::LinkStart(number) => prose.link_start(&site_page.references.links[*number]),
            Fill::LinkEnd(number) => prose.link_end(&site_page.references.links[*number]),
            Fill::Picture(number) => prose.picture(*number),
            Fill::Figure(number) => prose.figure(*number),
            Fill::Sheet(name) if links == Links::OnPage => {
                let address = &cx.layout.sheets[*name];
                let link = format!("<link rel=\"stylesheet\" href=\"{address}\">\n");
                prose.html.push_str(&link);
            }
            Fill::Chart(number) if links == Links::OnPage => {
                prose.html.push_str(&body.charts[*number]);
            }
            Fill::Rows(number) => prose.rows(&site_page.references.links[*number]),
            Fill::Sheet(_) | Fill::Chart(_) => {}
            Fill::OwnAddress => prose.own_address(),
            Fill::IdPrefix => prose.id_prefix(),
            Fill::Word(name) => push_escaped(&mut prose.html, cx.text().say(name)),
        }
    }
    prose.html.push_str(&body.markup[done..]);
    Html::from_markup(prose.html)
}

/// The text of a page as far as it is written.
struct Prose<'a> {
    cx: &'a RenderContext<'a>,
    site_page: &'a SitePage,
    links: Links,
    html: String,
}

impl Prose<'_> {
    fn link_start(&mut self, target: &LinkTarget) {
        self.html.push_str(match target {
            LinkTarget::Nowhere => return,
            LinkTarget::Language(_) => "<span lang=\"",
            LinkTarget::Page { page, .. }
                if self.links == Links::OnPage && self.cx.explains_word(*page) =>
            {
                "<a class=\"term-link\" href=\""
            }
            _ => "<a href=\"",
        });
        match target {
            LinkTarget::Nowhere => {}
            LinkTarget::Language(text) | LinkTarget::Elsewhere(text) => {
                push_escaped(&mut self.html, text);
            }
            LinkTarget::Page { page, fragment } => {
                let page = self.cx.site.page(*page);
                self.push_address(&page.route);
                self.push_fragment(fragment.as_deref());
                if page.language != self.site_page.page.language {
                    self.html.push_str("\" hreflang=\"");
                    self.html.push_str(page.language);
                }
            }
            LinkTarget::Heading(fragment) => {
                self.own_address();
                self.push_fragment(Some(fragment));
            }
            LinkTarget::Asset { key, fragment } => {
                self.push_address(&self.cx.assets.address(key));
                self.push_fragment(fragment.as_deref());
            }
        }
        self.html.push_str("\">");
    }

    fn link_end(&mut self, target: &LinkTarget) {
        if let LinkTarget::Asset { key, .. } = target {
            self.html.push(' ');
            push_escaped(&mut self.html, &file_note(self.cx, key));
        }
        self.html.push_str(match target {
            LinkTarget::Nowhere => "",
            LinkTarget::Language(_) => "</span>",
            _ => "</a>",
        });
    }

    fn picture(&mut self, number: usize) {
        let picture = &self.site_page.page.body.pictures[number];
        let Some(key) = &self.site_page.references.pictures[number] else {
            return push_escaped(&mut self.html, &picture.alternative);
        };
        if is_film(key) {
            let base = match self.links {
                Links::OnPage => "",
                Links::Absolute => &self.cx.site.config.base_url,
            };
            return self.html += &film(self.cx, key, &picture.alternative, base);
        }
        let view = self.cx.assets.picture(key, &picture.alternative);
        self.html.push_str(&match self.links {
            Links::OnPage => view.in_text(),
            Links::Absolute => view.elsewhere(&self.cx.site.config.base_url),
        });
    }

    /// The rows of a table in a file.
    fn rows(&mut self, target: &LinkTarget) {
        if let LinkTarget::Asset { key, .. } = target
            && let Some(table) = self.cx.assets.table(key)
        {
            table.push_html(&mut self.html);
        }
    }

    fn figure(&mut self, number: usize) {
        self.html.push_str("<figure>");
        self.picture(number);
        if let Some(caption) = &self.site_page.page.body.pictures[number].caption {
            self.html.push_str("<figcaption>");
            push_escaped(&mut self.html, caption);
            self.html.push_str("</figcaption>");
        }
        self.html.push_str("</figure>");
    }

    /// The address of the page before a mark on it, in a text that is read elsewhere.
    fn own_address(&mut self) {
        if self.links == Links::Absolute {
            self.push_address(&self.site_page.page.route);
        }
    }

    /// The name of the page before an id, in a text beside which others may stand.
    fn id_prefix(&mut self) {
        if self.links == Links::Absolute {
            self.html.push_str(self.site_page.page.slug());
            self.html.push('.');
        }
    }

    fn push_address(&mut self, route: &Route) {
        if self.links == Links::Absolute {
            self.html.push_str(&self.cx.site.config.base_url);
        }
        self.html.push_str(route.as_str());
    }

    fn push_fragment(&mut self, fragment: Option<&str>) {
        if let Some(fragment) = fragment {
            self.html.push('#');
            push_escaped(&mut self.html, fragment);
        }
    }
}

/// The kind and size of a file, and the pages of one that has them, as they stand behind a link to
/// it: `(pdf, 412 kB, 12 pagina’s)`.
pub fn file_note(cx: &RenderContext<'_>, key: &str) -> String {
    let kind = key.rsplit_once('.').map_or("", |(_, extension)| extension);
    let bytes = cx.site.assets.get(key).map_or(0, |file| file.size);
    let pages = cx
        .assets
        .pages(key)
        .and_then(|pages| usize::try_from(pages).ok());
    let pages = pages.map(|pages| format!(", {}", cx.text().count("file-pages", pages)));
    format!(
        "({kind}, {}{})",
        cx.text().size(bytes),
        pages.unwrap_or_default()
    )
}
