//! The text of a page, with its open places filled.

use crate::content::document::{Fill, Slot};
use crate::html::{Html, push_escaped};
use crate::outputs::renderer::RenderContext;
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
    let mut html = String::with_capacity(body.markup.len() + body.slots.len() * 48);
    let mut done = 0;
    for Slot { at, fill } in &body.slots {
        html.push_str(&body.markup[done..*at]);
        done = *at;
        match fill {
            Fill::LinkStart(number) => link_start(cx, &mut html, site_page, *number, links),
            Fill::LinkEnd(number) => match &site_page.references.links[*number] {
                LinkTarget::Nowhere => {}
                LinkTarget::Language(_) => html.push_str("</span>"),
                LinkTarget::Asset(key) => {
                    html.push(' ');
                    push_escaped(&mut html, &file_note(cx, key));
                    html.push_str("</a>");
                }
                _ => html.push_str("</a>"),
            },
            Fill::Picture(number) => picture(cx, &mut html, site_page, *number, links),
            Fill::Figure(number) => figure(cx, &mut html, site_page, *number, links),
            Fill::Word(name) => push_escaped(&mut html, cx.text().say(name)),
        }
    }
    html.push_str(&body.markup[done..]);
    Html::from_markup(html)
}

fn link_start(
    cx: &RenderContext<'_>,
    html: &mut String,
    site_page: &SitePage,
    number: usize,
    links: Links,
) {
    let base = if links == Links::Absolute {
        &cx.site.config.base_url
    } else {
        ""
    };
    let destination = &site_page.references.links[number];
    html.push_str(match destination {
        LinkTarget::Nowhere => return,
        LinkTarget::Language(_) => "<span lang=\"",
        LinkTarget::Page { page, .. } if links == Links::OnPage && cx.explains_word(*page) => {
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
            let page = cx.site.page(*page);
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
            html.push_str(cx.assets.address(key).as_str());
            html.push_str("\">");
        }
        LinkTarget::Elsewhere(address) => {
            push_escaped(html, address);
            html.push_str("\">");
        }
    }
}

fn picture(
    cx: &RenderContext<'_>,
    html: &mut String,
    site_page: &SitePage,
    number: usize,
    links: Links,
) {
    let picture = &site_page.page.body.pictures[number];
    let Some(key) = &site_page.references.pictures[number] else {
        return push_escaped(html, &picture.alternative);
    };
    let base = if links == Links::Absolute {
        &cx.site.config.base_url
    } else {
        ""
    };
    html.push_str("<img src=\"");
    html.push_str(base);
    html.push_str(cx.assets.address(key).as_str());
    html.push_str("\" alt=\"");
    push_escaped(html, &picture.alternative);
    html.push('"');
    if let Some((width, height)) = cx.assets.dimensions(key) {
        html.push_str(&format!(" width=\"{width}\" height=\"{height}\""));
    }
    html.push_str(" loading=\"lazy\" decoding=\"async\">");
}

fn figure(
    cx: &RenderContext<'_>,
    html: &mut String,
    site_page: &SitePage,
    number: usize,
    links: Links,
) {
    html.push_str("<figure>");
    picture(cx, html, site_page, number, links);
    if let Some(caption) = &site_page.page.body.pictures[number].caption {
        html.push_str("<figcaption>");
        push_escaped(html, caption);
        html.push_str("</figcaption>");
    }
    html.push_str("</figure>");
}
/// The kind and size of a file, as they stand behind a link to it: `(pdf, 412 kB)`.
pub fn file_note(cx: &RenderContext<'_>, key: &str) -> String {
    let kind = key.rsplit_once('.').map_or("", |(_, extension)| extension);
    let bytes = cx.site.assets.get(key).map_or(0, |file| file.size);
    format!("({kind}, {})", cx.text().size(bytes))
}

fn push_fragment(html: &mut String, fragment: Option<&str>) {
    if let Some(fragment) = fragment {
        html.push('#');
        push_escaped(html, fragment);
    }
}
