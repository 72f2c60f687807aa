//! The layout of the pages of files.

use std::iter;

use crate::content::page::Role;
use crate::outputs::layout::{LanguageLink, PageLayout};
use crate::outputs::renderer::{RenderContext, picture};
use crate::outputs::social_image::{self, SocialImage};
use crate::outputs::view::LinkView;
use crate::route::Route;
use crate::site::PageId;

/// The layout of a page, or of a further page of its list, which has an address and a title of its
/// own.
pub fn page_layout(cx: &RenderContext<'_>, id: PageId, route: &Route, title: &str) -> PageLayout {
    let (site, layout) = (cx.site, &cx.layout);
    let page = site.page(id);
    let is_whole = page.route == *route;
    let versions: &[PageId] = if is_whole {
        &site.pages[id].versions
    } else {
        &[]
    };
    let version = |id: &PageId| {
        let version = site.page(*id);
        (version.language, site.absolute(&version.route))
    };
    let mut page_layout = PageLayout {
        breadcrumbs: breadcrumbs(cx, id, is_whole),
        versions: versions.iter().map(version).collect(),
        languages: languages(cx, id),
        image: social_image(cx, id),
        modified: page.meta.last_changed(),
        noindex: page.meta.noindex,
        navigation: layout.menu(route.as_str()),
        alerts: layout.alerts_above(Some(id)),
        ..PageLayout::new(layout, title)
    };
    if page.role == Role::Home {
        page_layout.title = format!("{} – {title}", layout.name);
    }
    page_layout.findable(&page.meta.summary, site.absolute(route))
}

/// The pages above a page; for a further page of a list also the first one.
fn breadcrumbs(cx: &RenderContext<'_>, id: PageId, is_whole: bool) -> Vec<LinkView> {
    let ancestors = cx.site.pages[id].ancestors.iter().copied();
    let mut breadcrumbs: Vec<LinkView> = ancestors
        .chain((!is_whole).then_some(id))
        .map(|id| cx.link(id).clone())
        .collect();
    if let Some(home) = breadcrumbs.first_mut()
        && home.href == cx.layout.home.as_str()
    {
        home.title = cx.text().say("home").to_owned();
    }
    breadcrumbs
}

/// The page in each language, or else the nearest page above it that there is in that language, or
/// else the page where that language begins.
fn languages(cx: &RenderContext<'_>, id: PageId) -> Vec<LanguageLink> {
    let above = cx.site.pages[id].ancestors.iter().rev();
    let near: Vec<PageId> = iter::once(&id).chain(above).copied().collect();
    let version = |language: &LanguageLink| {
        let versions = near.iter().flat_map(|id| &cx.site.pages[*id].versions);
        let mut pages = versions.map(|id| cx.site.page(*id));
        let page = pages.find(|page| page.language == language.language);
        LanguageLink {
            href: page.map_or_else(|| language.href.clone(), |page| page.route.to_string()),
            ..language.clone()
        }
    };
    cx.layout.languages.iter().map(version).collect()
}

/// The picture of a page that tells something of it elsewhere, or else its card.
fn social_image(cx: &RenderContext<'_>, id: PageId) -> Option<SocialImage> {
    let site_page = &cx.site.pages[id];
    let own = picture(site_page, cx.assets).filter(|_| social_image::has_picture(cx.site, id));
    let (address, alternative) = match own {
        Some(picture) => (picture.address, picture.alternative),
        None => (
            social_image::card(cx.site, id)?,
            site_page.page.meta.title.clone(),
        ),
    };
    Some(SocialImage {
        address: cx.site.absolute(&address),
        alternative,
    })
}
