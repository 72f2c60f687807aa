//! The text of a page, with its open places filled.

use crate::content::document::{Fill, Slot};
use crate::content::page::Kind;
use crate::html::{Html, push_escaped};
use crate::outputs::renderer::PageContext;
use crate::site::{LinkTarget, PageId, SitePage};

/// Where the links in a text are read.
#[derive(Clone, Copy, PartialEq)]
pub enum Links {
    /// In the page itself.
    OnPage,
    /// In a feed: every address is absolute.
    Absolute,
}

impl PageContext<'_> {
    /// The text of a page as HTML.
    pub fn prose(&self, site_page: &SitePage, links: Links) -> Html {
        let body = &site_page.page.body;
        let mut html = String::with_capacity(body.markup.len() + body.slots.len() * 48);
        let mut done = 0;
        for Slot { at, fill } in &body.slots {
            html.push_str(&body.markup[done..*at]);
            done = *at;
            match fill {
                Fill::LinkStart(number) => self.link_start(&mut html, site_page, *number, links),
                Fill::LinkEnd(number) => match &site_page.references.links[*number] {
                    LinkTarget::Nowhere => {}
                    LinkTarget::Language(_) => html.push_str("</span>"),
                    LinkTarget::Asset(key) => {
                        html.push(' ');
                        push_escaped(&mut html, &self.file_note(key));
                        html.push_str("</a>");
                    }
                    _ => html.push_str("</a>"),
                },
                Fill::Picture(number) => self.picture(&mut html, site_page, *number, links),
                Fill::Figure(number) => self.figure(&mut html, site_page, *number, links),
                Fill::Word(name) => push_escaped(&mut html, self.text().say(name)),
            }
        }
        html.push_str(&body.markup[done..]);
        Html::from_markup(html)
    }

    fn link_start(&self, html: &mut String, site_page: &SitePage, number: usize, links: Links) {
        let base = if links == Links::Absolute {
            &self.site.config.base_url
        } else {
            ""
        };
        let destination = &site_page.references.links[number];
        html.push_str(match destination {
            LinkTarget::Nowhere => return,
            LinkTarget::Language(_) => "<span lang=\"",
            LinkTarget::Page { page, .. } if self.is_explained(*page, links) => {
                "<a class=\"term-link\" href=\""
            }
            _ => "<a href=\"",
        });
        match destination {
            LinkTarget::Nowhere => {}
            LinkTarget::Language(tag) => {
                push_escaped(html, tag);
                html.push_str("\">");
            }
            LinkTarget::Page { page, fragment } => {
                html.push_str(base);
                let page = self.site.page(*page);
                html.push_str(page.route.as_str());
                push_fragment(html, fragment.as_deref());
                if page.language != site_page.page.language {
                    html.push_str("\" hreflang=\"");
                    html.push_str(page.language);
                }
                html.push_str("\">");
            }
            LinkTarget::Heading(fragment) => {
                if links == Links::Absolute {
                    html.push_str(base);
                    html.push_str(site_page.page.route.as_str());
                }
                push_fragment(html, Some(fragment));
                html.push_str("\">");
            }
            LinkTarget::Asset(key) => {
                html.push_str(base);
                html.push_str(self.assets.address(key).as_str());
                html.push_str("\">");
            }
            LinkTarget::Elsewhere(address) => {
                push_escaped(html, address);
                html.push_str("\">");
            }
        }
    }

    /// Whether a page is the meaning of a word, which the page that links to it explains as well.
    fn is_explained(&self, page: PageId, links: Links) -> bool {
        links == Links::OnPage
            && matches!(self.site.page(page).kind, Kind::Term)
            && self.is_in_language(page)
    }

    fn picture(&self, html: &mut String, site_page: &SitePage, number: usize, links: Links) {
        let picture = &site_page.page.body.pictures[number];
        let Some(key) = &site_page.references.pictures[number] else {
            return push_escaped(html, &picture.alternative);
        };
        let base = if links == Links::Absolute {
            &self.site.config.base_url
        } else {
            ""
        };
        html.push_str("<img src=\"");
        html.push_str(base);
        html.push_str(self.assets.address(key).as_str());
        html.push_str("\" alt=\"");
        push_escaped(html, &picture.alternative);
        html.push('"');
        if let Some((width, height)) = self.assets.dimensions(key) {
            html.push_str(&format!(" width=\"{width}\" height=\"{height}\""));
        }
        html.push_str(" loading=\"lazy\" decoding=\"async\">");
    }

    fn figure(&self, html: &mut String, site_page: &SitePage, number: usize, links: Links) {
        html.push_str("<figure>");
        self.picture(html, site_page, number, links);
        if let Some(caption) = &site_page.page.body.pictures[number].caption {
            html.push_str("<figcaption>");
            push_escaped(html, caption);
            html.push_str("</figcaption>");
        }
        html.push_str("</figure>");
    }
}

fn push_fragment(html: &mut String, fragment: Option<&str>) {
    if let Some(fragment) = fragment {
        html.push('#');
        push_escaped(html, fragment);
    }
}
