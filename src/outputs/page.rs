//! The parts that the pages of files have in common.

use crate::content::meta;
use crate::content::page::{Page, Role};
use crate::content::values::dialled;
use crate::html::Html;
use crate::kinds::spec::KindSpec;
use crate::outputs::layout::PageLayout;
use crate::outputs::page_layout::page_layout;
use crate::outputs::paged_list;
use crate::outputs::picture::PictureView;
use crate::outputs::prose::{self, Links, file_note};
use crate::outputs::renderer::RenderContext;
use crate::outputs::tags;
use crate::outputs::view::{
    ContactView, Dated, GlossaryEntry, LinkView, PageHeader, SourceLink, Teaser, Time, host, mark,
};
use crate::site::{Collection, LinkTarget, PageId, Scope, SitePage};

/// The number of headings from which on a page gets a list of its contents.
const MIN_HEADINGS: usize = 3;

/// The number of related pages that are shown.
pub const MAX_RELATED: usize = 4;

/// The number of items that pages show of a kind that has the newest first.
pub const MAX_LATEST: usize = 4;

/// The number of items that a page shows of all kinds that have lists of those that name it, and
/// the fewest of each, so that a page with many kinds stays short.
const MAX_NAMED: usize = 8;
const MIN_NAMED: usize = 2;

/// The text of a page with what belongs to it.
pub struct PageText {
    /// The headings of the second level, when there are enough to need a list.
    pub contents: Vec<LinkView>,
    pub picture: Option<PictureView>,
    pub key_points: Vec<String>,
    pub prose: Html,
    pub glossary: Vec<GlossaryEntry>,
    /// The lists of what the page is about.
    pub tags: Vec<LinkView>,
    pub downloads: Vec<LinkView>,
    pub contacts: Vec<ContactView>,
    pub sources: Vec<SourceLink>,
}

/// The layout, header and text of a page.
pub fn parts(cx: &RenderContext<'_>, id: PageId) -> (PageLayout, PageHeader, PageText) {
    let page = cx.site.page(id);
    let layout = page_layout(cx, id, &page.route, &page.meta.title);
    (layout, header(cx, id), text(cx, &cx.site.pages[id]))
}

pub fn header(cx: &RenderContext<'_>, id: PageId) -> PageHeader {
    let page = cx.site.page(id);
    PageHeader {
        kicker: kicker(cx, id),
        mark: mark(page),
        title: page.meta.title.clone(),
        official: (page.kind.official)(&page.facts).map(str::to_owned),
        lead: page.meta.summary.clone(),
        author: page.meta.author.clone(),
        dates: dates(cx, page),
        drawing: None,
    }
}

/// The word above the title that says what kind of page it is.
fn kicker(cx: &RenderContext<'_>, id: PageId) -> String {
    let (site, text) = (cx.site, cx.text());
    let page = site.page(id);
    let name = page.kind.name;
    if page.role == Role::Index {
        return text.count(&format!("{name}-count"), site.items(page.kind).len());
    }
    if !page.kind.is_fallback() {
        return text.say(&format!("kind-{name}")).to_owned();
    }
    let above = site.pages[id]
        .ancestors
        .last()
        .map(|above| site.page(*above));
    match above.filter(|above| above.role != Role::Home) {
        Some(above) => above.meta.title.clone(),
        None => site.config.name.clone(),
    }
}

/// The days of a page. A page about a day says so: it is not the day of the text about it.
pub fn dates(cx: &RenderContext<'_>, page: &Page) -> Vec<Dated> {
    let dated = |name: &str, date| Dated {
        label: cx.text().say(name).to_owned(),
        time: Time::new(date, cx.text()),
    };
    let first = match page.event_date() {
        Some(_) => format!("{}-of-day", page.kind.name),
        None => "published".to_owned(),
    };
    let meta = &page.meta;
    let changed = meta.updated.filter(|updated| Some(*updated) != meta.date);
    let days = [
        meta.date.map(|date| dated(&first, date)),
        changed.map(|date| dated("changed", date)),
    ];
    days.into_iter().flatten().collect()
}

pub fn text(cx: &RenderContext<'_>, site_page: &SitePage) -> PageText {
    let page = &site_page.page;
    let headings = page.body.headings.iter();
    let mut contents: Vec<LinkView> = headings
        .filter(|heading| heading.level == 2)
        .map(|heading| LinkView::new(&heading.text, format!("#{}", heading.id)))
        .collect();
    if contents.len() < MIN_HEADINGS {
        contents.clear();
    }
    PageText {
        contents,
        picture: cx.picture(site_page),
        key_points: page.meta.key_points.clone(),
        prose: prose::render(cx, site_page, Links::OnPage),
        glossary: glossary(cx, site_page),
        tags: tags::of_page(cx, &page.route),
        downloads: downloads(cx, site_page),
        contacts: contacts(page),
        sources: sources(cx, page),
    }
}

/// The words among a page's links that the site explains, in the order of the text.
fn glossary(cx: &RenderContext<'_>, site_page: &SitePage) -> Vec<GlossaryEntry> {
    let mut words: Vec<PageId> = Vec::new();
    let links = site_page.references.links.iter();
    for id in links.filter_map(LinkTarget::page) {
        let is_explained = cx.explains_word(id) && !cx.site.page(id).meta.summary.is_empty();
        if is_explained && !words.contains(&id) {
            words.push(id);
        }
    }
    let entry = |id| GlossaryEntry {
        link: cx.link(id).clone(),
        meaning: cx.site.page(id).meta.summary.clone(),
    };
    words.into_iter().map(entry).collect()
}

/// The files of a page that are there, with their kind and size.
fn downloads(cx: &RenderContext<'_>, site_page: &SitePage) -> Vec<LinkView> {
    let files = site_page.references.downloads.iter();
    let downloads = site_page.page.meta.downloads.iter().zip(files);
    let link = |(download, key): (&meta::Download, &Option<String>)| {
        let key = key.as_ref()?;
        let title = format!("{} {}", download.title, file_note(cx, key));
        Some(LinkView::new(title, cx.assets.address(key).as_str()))
    };
    downloads.filter_map(link).collect()
}

fn contacts(page: &Page) -> Vec<ContactView> {
    let contacts = page.meta.contacts.iter().zip(1..);
    contacts.map(|(of, number)| contact(of, number)).collect()
}

fn contact(contact: &meta::Contact, number: usize) -> ContactView {
    let phone = contact.phone.as_ref().and_then(|phone| {
        let href = format!("tel:{}", dialled(phone)?);
        // A number that breaks over two lines is hard to read and to press.
        Some(LinkView::new(phone.replace(' ', "\u{a0}"), href))
    });
    let website = contact.website.as_ref();
    let ways = [
        &contact.phone,
        &contact.email,
        &contact.website,
        &contact.hours,
    ];
    ContactView {
        id: format!("s-contact-{number}"),
        is_reachable: ways.into_iter().any(Option::is_some),
        contact: contact.clone(),
        phone,
        website: website.map(|website| LinkView::new(host(website), website)),
    }
}

fn sources(cx: &RenderContext<'_>, page: &Page) -> Vec<SourceLink> {
    let source = |citation: &meta::Citation| SourceLink {
        link: LinkView::new(&citation.title, &citation.address),
        time: citation.date.map(|date| Time::new(date, cx.text())),
    };
    page.meta.citations.iter().map(source).collect()
}

/// The pages that belong with this one because they link to it, and that are not among those that
/// the page shows as something else.
pub fn linked_from<'a>(cx: &'a RenderContext<'_>, id: PageId, shown: &[PageId]) -> Vec<&'a Teaser> {
    let site_page = &cx.site.pages[id];
    let is_offered = |other: &PageId| {
        let is_named_by = cx.site.pages[*other].related.contains(&id);
        let is_shown = is_named_by || shown.contains(other) || site_page.ancestors.contains(other);
        cx.is_in_language(*other) && cx.site.page(*other).role == Role::Item && !is_shown
    };
    let linking = site_page.linked_by.iter().copied();
    cx.teasers(linking.filter(is_offered).take(MAX_RELATED))
}

/// The pages of the same kind that a page names: it takes their place.
pub fn replaced<'a>(cx: &'a RenderContext<'_>, id: PageId) -> Vec<&'a LinkView> {
    let before = cx.site.related(id, cx.site.page(id).kind);
    before.map(|id| cx.link(id)).collect()
}

/// The pages of the same kind that name this one: they take its place.
pub fn replacing<'a>(cx: &'a RenderContext<'_>, id: PageId) -> Vec<&'a LinkView> {
    let kind = cx.site.page(id).kind;
    let after = cx.site.pages[id].named_by.iter();
    let after = after.filter(|other| cx.site.page(**other).kind == kind);
    after.map(|id| cx.link(*id)).collect()
}

/// The items of one kind that name a page: the first of the list of all.
pub struct NamedBand<'a> {
    /// Unique within the page.
    pub id: String,
    pub title: String,
    pub items: Vec<&'a Teaser>,
    /// The list of all, where there are more.
    pub all: Option<LinkView>,
}

/// The lists of items that name this page, in the order of the kinds.
pub fn named_bands<'a>(cx: &'a RenderContext<'_>, id: PageId) -> Vec<NamedBand<'a>> {
    let list_of = |collection: &'a Collection<'_>| {
        let mut lists = collection.archives();
        lists.find(|list| list.scope == Scope::Related(id))
    };
    let collections = cx.site.collections.iter();
    let bands = collections.clone().filter_map(list_of).count();
    let length = (MAX_NAMED / bands.max(1)).clamp(MIN_NAMED, MAX_LATEST);
    let band = |collection: &'a Collection<'_>| {
        let list = list_of(collection)?;
        let items = cx.teasers(cx.in_language(&list.items).take(length));
        let kind = collection.kind.name;
        let title = &cx.site.page(id).meta.title;
        let all = || {
            let title = cx
                .text()
                .say_with(&format!("all-{kind}-of"), "title", title);
            LinkView::new(title, list.route.as_str())
        };
        (!items.is_empty()).then(|| NamedBand {
            id: format!("s-{kind}"),
            title: paged_list::title(cx, collection, &list.scope),
            all: (list.total > items.len()).then(all),
            items,
        })
    };
    collections.filter_map(band).collect()
}

/// The pages of other kinds that name this one and stand in no such list, followed by those that
/// only link to it and are not among those that the page shows as something else.
pub fn named_by<'a>(cx: &'a RenderContext<'_>, id: PageId, shown: &[PageId]) -> Vec<&'a Teaser> {
    let lists = cx.site.collections.iter().flat_map(Collection::archives);
    let lists = lists.filter(|list| list.scope == Scope::Related(id));
    let mut kinds: Vec<&KindSpec> = lists.map(|list| cx.site.page(list.items[0]).kind).collect();
    kinds.push(cx.site.page(id).kind);
    let others = cx.in_language(&cx.site.pages[id].named_by);
    let others = others.filter(|other| !kinds.contains(&cx.site.page(*other).kind));
    let mut related = cx.teasers(others.take(MAX_RELATED));
    related.extend(linked_from(cx, id, shown));
    related
}
