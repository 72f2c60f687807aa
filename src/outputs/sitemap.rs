//! The site map: every page of the site, for search engines. A site with more pages than the
//! protocol allows in one file gets an index of parts.

use askama::Template;

use crate::content::page::{Page, Role};
use crate::date::Date;
use crate::outputs::format::{Output, OutputFormat, OutputSource};
use crate::outputs::renderer::SiteRenderer;
use crate::outputs::template::render_template;
use crate::route::Route;
use crate::site::{PageId, Site};
use crate::snapshot::Answer;

pub static SITEMAP: OutputFormat = OutputFormat {
    media_type: "application/xml; charset=utf-8",
    link: None,
    outputs: |site| {
        let output = |(route, source)| Output::new(route, source, &SITEMAP);
        addresses(entries(site).len(), MAX_ENTRIES)
            .into_iter()
            .map(output)
            .collect()
    },
    write,
};

/// The number of addresses that the protocol allows in one file.
const MAX_ENTRIES: usize = 50_000;

#[derive(Template)]
#[template(path = "sitemap.xml")]
struct SiteMap {
    entries: Vec<SiteMapEntry>,
}

#[derive(Template)]
#[template(path = "sitemap_index.xml")]
struct SiteMapIndex {
    parts: Vec<SiteMapEntry>,
}

struct SiteMapEntry {
    address: String,
    /// The day of the last change that matters; `None` where no honest day is known.
    changed: Option<Date>,
}

/// The address of the site map, or of the index of its parts.
pub fn route() -> Route {
    Route::home().file("sitemap.xml")
}

fn part_route(part: usize) -> Route {
    Route::home().file(&format!("sitemap-{part}.xml"))
}

/// The addresses of a site map with so many entries.
fn addresses(entries: usize, limit: usize) -> Vec<(Route, OutputSource)> {
    let mut addresses = vec![(route(), OutputSource::Site)];
    if entries > limit {
        let parts = 1..=entries.div_ceil(limit);
        addresses.extend(parts.map(|part| (part_route(part), OutputSource::SitePart(part))));
    }
    addresses
}

fn write(renderer: &SiteRenderer<'_>, output: &Output) -> Answer {
    let base_url = &renderer.site.config.base_url;
    let entries = entries(renderer.site);
    output.answer(file(entries, MAX_ENTRIES, output.source, base_url))
}

/// The text of the whole site map, of the index of its parts, or of one part.
fn file(
    entries: Vec<(&Route, Option<Date>)>,
    limit: usize,
    source: OutputSource,
    base_url: &str,
) -> String {
    let entry = |route: &Route, changed| SiteMapEntry {
        address: format!("{base_url}{route}"),
        changed,
    };
    if source == OutputSource::Site && entries.len() > limit {
        let last_change =
            |part: &[(&Route, Option<Date>)]| part.iter().filter_map(|entry| entry.1).max();
        let parts = entries.chunks(limit).zip(1..);
        return render_template(&SiteMapIndex {
            parts: parts
                .map(|(part, number)| entry(&part_route(number), last_change(part)))
                .collect(),
        });
    }
    let skipped = match source {
        OutputSource::SitePart(part) => (part - 1) * limit,
        _ => 0,
    };
    let entries = entries.into_iter().skip(skipped).take(limit);
    render_template(&SiteMap {
        entries: entries
            .map(|(route, changed)| entry(route, changed))
            .collect(),
    })
}

/// Every page that search engines may show, in the order of the addresses.
fn entries<'a>(site: &'a Site<'_>) -> Vec<(&'a Route, Option<Date>)> {
    let mut entries: Vec<(&Route, Option<Date>)> = site
        .pages
        .iter()
        .map(|site_page| (&site_page.page.route, last_change(site, &site_page.page)))
        .collect();
    let lists = site.collections.iter().flat_map(|of| &of.lists);
    let further = lists.filter(|list| site.at(&list.route).is_none());
    entries.extend(further.map(|list| (&list.route, newest(site, &list.items))));
    let addresses = &site.config.addresses;
    let generated = [&addresses.index, &addresses.overview];
    entries.extend(generated.into_iter().flatten().map(|route| (route, None)));
    entries.sort_unstable_by_key(|(route, _)| *route);
    entries
}

/// The day on which a page last changed. A page that shows the latest items of a kind changes with
/// them.
fn last_change(site: &Site<'_>, page: &Page) -> Option<Date> {
    let shown = site.collections.iter().filter(|of| {
        let is_shown = match page.role {
            Role::Home => page.language == site.config.language(),
            Role::Index => page.kind == of.kind,
            Role::Item => false,
        };
        is_shown && of.is_paged()
    });
    let newest = shown.map(|of| newest(site, &of.items));
    newest.chain([page.meta.last_changed()]).flatten().max()
}

fn newest(site: &Site<'_>, ids: &[PageId]) -> Option<Date> {
    let days = ids.iter().map(|id| site.page(*id).meta.last_changed());
    days.flatten().max()
}

#[cfg(test)]
mod tests {
    use expect_test::{Expect, expect};

    use super::*;

    #[track_caller]
    fn check(limit: usize, expected: &Expect) {
        let routes = ["/", "/a/", "/b/"].map(|route| Route::parse(route).expect("a route"));
        let days = [None, Some("2026-03-02"), Some("2026-01-05")];
        let days = days.map(|day| Some(day?.parse().expect("a day")));
        let entries: Vec<_> = routes.iter().zip(days).collect();
        let files: Vec<String> = addresses(entries.len(), limit)
            .into_iter()
            .map(|(route, source)| {
                let text = file(entries.clone(), limit, source, "https://site.example");
                format!("{route}\n{text}\n")
            })
            .collect();
        expected.assert_eq(&files.concat());
    }

    #[test]
    fn a_site_map_within_the_limit_is_one_file() {
        check(
            3,
            &expect![[r#"
            /sitemap.xml
            <?xml version="1.0" encoding="UTF-8"?>
            <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
            <url><loc>https://site.example/</loc></url>
            <url><loc>https://site.example/a/</loc><lastmod>2026-03-02</lastmod></url>
            <url><loc>https://site.example/b/</loc><lastmod>2026-01-05</lastmod></url>
            </urlset>
        "#]],
        );
    }

    #[test]
    fn a_site_map_over_the_limit_is_an_index_of_parts() {
        check(
            2,
            &expect![[r#"
            /sitemap.xml
            <?xml version="1.0" encoding="UTF-8"?>
            <sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
            <sitemap><loc>https://site.example/sitemap-1.xml</loc><lastmod>2026-03-02</lastmod></sitemap>
            <sitemap><loc>https://site.example/sitemap-2.xml</loc><lastmod>2026-01-05</lastmod></sitemap>
            </sitemapindex>
            /sitemap-1.xml
            <?xml version="1.0" encoding="UTF-8"?>
            <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
            <url><loc>https://site.example/</loc></url>
            <url><loc>https://site.example/a/</loc><lastmod>2026-03-02</lastmod></url>
            </urlset>
            /sitemap-2.xml
            <?xml version="1.0" encoding="UTF-8"?>
            <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
            <url><loc>https://site.example/b/</loc><lastmod>2026-01-05</lastmod></url>
            </urlset>
        "#]],
        );
    }
}
