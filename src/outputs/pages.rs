//! One struct a kind of page, with the finished values that its template prints.

use askama::Template;

use crate::content::page::{Kind, Municipality};
use crate::date::Date;
use crate::html::Html;
use crate::outputs::layout::{NavState, PageLayout};
use crate::outputs::map::Map;
use crate::outputs::page_layout::page_layout;
use crate::outputs::prose::Links;
use crate::outputs::renderer::PageContext;
use crate::outputs::template::render_template;
use crate::outputs::view::{
    Contact, GlossaryEntry, Heading, Link, SourceLink, Teaser, Time, host, mark,
};
use crate::site::{Listing, PageId, Scope, SitePage};

/// How many items of news the home page and the pages of themes and municipalities show.
const LATEST: usize = 4;

/// From this many headings on a page gets a list of its contents.
const CONTENTS_FROM: usize = 3;

/// How many pages of a list are offered before and after the one that is shown.
const AROUND: usize = 2;

/// How many related pages are shown.
const RELATED: usize = 6;

/// The text of a page with what belongs to it.
pub struct Text {
    /// The headings of the second level, when there are enough to need a list.
    pub contents: Vec<Link>,
    pub key_points: Vec<String>,
    pub prose: Html,
    pub glossary: Vec<GlossaryEntry>,
    pub downloads: Vec<Link>,
    pub contacts: Vec<Contact>,
    pub sources: Vec<SourceLink>,
}

#[derive(Template)]
#[template(path = "home.html")]
struct HomePage<'a> {
    layout: PageLayout,
    heading: Heading,
    text: Text,
    themes: Vec<&'a Teaser>,
    theme_list: Option<&'a Link>,
    news: Vec<&'a Teaser>,
    news_list: Option<&'a Link>,
    map: Option<Map>,
    municipalities: Vec<Link>,
}

#[derive(Template)]
#[template(path = "page.html")]
struct PlainPage<'a> {
    layout: PageLayout,
    heading: Heading,
    text: Text,
    themes: Vec<&'a Teaser>,
    /// The pages directly below this one.
    below: Vec<&'a Teaser>,
    /// What stands above the related pages.
    related_title: String,
    related: Vec<&'a Teaser>,
}

#[derive(Template)]
#[template(path = "news.html")]
struct NewsPage<'a> {
    layout: PageLayout,
    heading: Heading,
    text: Text,
    themes: Vec<&'a Teaser>,
    municipalities: Vec<&'a Link>,
    older: Option<&'a Link>,
    newer: Option<&'a Link>,
    related: Vec<&'a Teaser>,
}

#[derive(Template)]
#[template(path = "news_list.html")]
struct NewsListPage<'a> {
    layout: PageLayout,
    heading: Heading,
    prose: Html,
    groups: Vec<Group<'a>>,
    years: Vec<Choice>,
    themes: Vec<Choice>,
    pager: Pager,
}

#[derive(Template)]
#[template(path = "theme_list.html")]
struct ThemeListPage<'a> {
    layout: PageLayout,
    heading: Heading,
    text: Text,
    themes: Vec<&'a Teaser>,
}

#[derive(Template)]
#[template(path = "theme.html")]
struct ThemePage<'a> {
    layout: PageLayout,
    heading: Heading,
    text: Text,
    news: Vec<&'a Teaser>,
    /// All the news of the theme, where there is more than is shown.
    archive: Option<Link>,
    related: Vec<&'a Teaser>,
    others: Vec<&'a Teaser>,
}

#[derive(Template)]
#[template(path = "municipality_list.html")]
struct MunicipalityListPage {
    layout: PageLayout,
    heading: Heading,
    text: Text,
    map: Option<Map>,
    municipalities: Vec<Counted>,
    /// The day or days of the counts.
    counted: String,
}

#[derive(Template)]
#[template(path = "municipality.html")]
struct MunicipalityPage<'a> {
    layout: PageLayout,
    heading: Heading,
    text: Text,
    map: Option<Map>,
    facts: Facts,
    news: Vec<&'a Teaser>,
    themes: Vec<&'a Teaser>,
    related: Vec<&'a Teaser>,
}

/// The news of one year, within one page of a list.
pub struct Group<'a> {
    /// Unique within the page.
    pub id: String,
    pub title: String,
    pub items: Vec<&'a Teaser>,
}

/// A way to narrow a list.
pub struct Choice {
    pub link: Link,
    pub chosen: bool,
}

/// A municipality with its number of inhabitants, as text.
pub struct Counted {
    pub link: Link,
    pub count: String,
}

/// The facts of a municipality, as they are read.
pub struct Facts {
    pub inhabitants: String,
    pub counted: Time,
    pub counted_by: String,
    pub area: String,
    pub seat: String,
    pub places: String,
    pub website: Link,
}

/// The way through a list of several pages.
pub struct Pager {
    pub previous: Option<String>,
    pub next: Option<String>,
    pub steps: Vec<PagerStep>,
}

/// One entry of the way through a list: the first page, the last, and those around this one.
pub enum PagerStep {
    Current(usize),
    Page {
        number: usize,
        href: String,
    },
    /// Some pages are left out here, so that a long list does not stand on each of its own pages.
    Gap,
}

impl PageContext<'_> {
    /// The page as a document.
    pub fn page(&self, id: PageId) -> String {
        match &self.site.page(id).kind {
            Kind::Home => render_template(&self.home(id)),
            Kind::Page | Kind::NewsList | Kind::Term | Kind::Question { .. } => {
                render_template(&self.plain(id))
            }
            Kind::TermList => render_template(&self.term_list(id)),
            Kind::QuestionList => render_template(&self.question_list(id)),
            Kind::News { .. } => render_template(&self.news(id)),
            Kind::ThemeList => render_template(&self.theme_list(id)),
            Kind::Theme(_) => render_template(&self.theme(id)),
            Kind::MunicipalityList => render_template(&self.municipality_list(id)),
            Kind::Municipality(municipality) => {
                render_template(&self.municipality(id, municipality))
            }
        }
    }

    pub fn layout(&self, id: PageId) -> PageLayout {
        let page = self.site.page(id);
        page_layout(self, id, &page.route, &page.title)
    }

    pub fn heading(&self, id: PageId) -> Heading {
        let page = self.site.page(id);
        Heading {
            kicker: kicker(self.site, id, self.text()),
            mark: mark(page),
            title: page.title.clone(),
            lead: page.summary.clone(),
            dates: self.dates(page),
        }
    }

    pub fn text_of(&self, site_page: &SitePage) -> Text {
        let page = &site_page.page;
        let second_level = page
            .body
            .headings
            .iter()
            .filter(|heading| heading.level == 2);
        let contents: Vec<Link> = second_level
            .map(|heading| Link {
                title: heading.text.clone(),
                href: format!("#{}", heading.id),
            })
            .collect();
        Text {
            contents: if contents.len() >= CONTENTS_FROM {
                contents
            } else {
                Vec::new()
            },
            key_points: page.key_points.clone(),
            prose: self.prose(site_page, Links::OnPage),
            glossary: self.glossary(site_page),
            downloads: self.downloads(site_page),
            contacts: self.contacts(page),
            sources: self.sources(page),
        }
    }

    /// The pages that belong with this one because they link to it, and that are not shown as something else already.
    pub fn related(&self, id: PageId) -> Vec<PageId> {
        let site_page = &self.site.pages[id];
        // Which pages name this one is asked of them: a theme can be named by half the site.
        let names_this = |other: &PageId| {
            let other = &self.site.pages[*other];
            other.themes.contains(&id) || other.municipalities.contains(&id)
        };
        let shown = |other: &PageId| {
            names_this(other) || site_page.themes.contains(other) || site_page.trail.contains(other)
        };
        let lists = |other: &PageId| {
            matches!(
                self.site.page(*other).kind,
                Kind::Home
                    | Kind::NewsList
                    | Kind::ThemeList
                    | Kind::MunicipalityList
                    | Kind::TermList
                    | Kind::QuestionList
            )
        };
        let is_offered =
            |other: &PageId| self.is_in_language(*other) && !shown(other) && !lists(other);
        site_page
            .linked_by
            .iter()
            .copied()
            .filter(is_offered)
            .take(RELATED)
            .collect()
    }

    fn home(&self, id: PageId) -> HomePage<'_> {
        let config = self.site.config;
        let list = |route| {
            self.site
                .at(route)
                .filter(|id| self.is_in_language(*id))
                .map(|id| self.link(id))
        };
        HomePage {
            layout: self.layout(id),
            heading: self.heading(id),
            text: self.text_of(&self.site.pages[id]),
            themes: self.teasers(self.in_language(&self.site.themes)),
            theme_list: list(&config.kinds.themes.address),
            news: self.teasers(self.in_language(&self.site.news).take(LATEST)),
            news_list: list(&config.kinds.news.address),
            map: self.map(id),
            municipalities: self.layout.municipalities.clone(),
        }
    }

    fn plain(&self, id: PageId) -> PlainPage<'_> {
        PlainPage {
            layout: self.layout(id),
            heading: self.heading(id),
            text: self.text_of(&self.site.pages[id]),
            themes: self.teasers(self.in_language(&self.site.pages[id].themes)),
            below: self.teasers(self.site.pages[id].below.iter().copied()),
            related_title: self
                .text()
                .say(if matches!(self.site.page(id).kind, Kind::Term) {
                    "term-used"
                } else {
                    "related"
                })
                .to_owned(),
            related: self.teasers(self.related(id)),
        }
    }

    fn news(&self, id: PageId) -> NewsPage<'_> {
        let site_page = &self.site.pages[id];
        NewsPage {
            layout: self.layout(id),
            heading: self.heading(id),
            text: self.text_of(&self.site.pages[id]),
            themes: self.teasers(site_page.themes.iter().copied()),
            municipalities: site_page
                .municipalities
                .iter()
                .map(|id| self.link(*id))
                .collect(),
            older: site_page.older.map(|id| self.link(id)),
            newer: site_page.newer.map(|id| self.link(id)),
            related: self.teasers(self.related(id)),
        }
    }

    /// One page of a list of news.
    pub fn listing(&self, listing: &Listing) -> String {
        let id = self
            .site
            .at(&self.site.config.kinds.news.address)
            .expect("there are lists only where there is a page for the news");
        let page = self.site.page(id);
        let text = self.text();
        let name = match listing.scope {
            Scope::All => page.title.clone(),
            Scope::Year(year) => text.say_with("news-of-year", "year", year),
            Scope::Theme(theme) => {
                text.say_with("news-of-theme", "theme", &self.site.page(theme).title)
            }
        };
        let title = match listing.number {
            1 => name.clone(),
            number => format!(
                "{name}, {}",
                text.number_of("page-of", number, listing.pages.len())
            ),
        };
        let is_first = listing.scope == Scope::All && listing.number == 1;
        let mut layout = page_layout(self, id, &listing.route, &title);
        if !is_first {
            layout.description =
                text.title_and_count("news-list-description", &title, listing.total);
        }
        let chosen = |scope: Scope| scope == listing.scope;
        let all = |label: &str, chosen| Choice {
            link: Link {
                title: text.say(label).to_owned(),
                href: page.route.to_string(),
            },
            chosen,
        };
        let mut years = vec![all("all-years", !matches!(listing.scope, Scope::Year(_)))];
        let mut themes = vec![all("all-themes", !matches!(listing.scope, Scope::Theme(_)))];
        for archive in self.archives {
            let href = archive.route.to_string();
            match archive.scope {
                Scope::Year(year) => years.push(Choice {
                    link: Link {
                        title: year.to_string(),
                        href,
                    },
                    chosen: chosen(archive.scope),
                }),
                Scope::Theme(theme) => {
                    themes.push(Choice {
                        link: Link {
                            title: self.site.page(theme).title.clone(),
                            href,
                        },
                        chosen: chosen(archive.scope),
                    });
                }
                Scope::All => {}
            }
        }
        let page = NewsListPage {
            layout,
            heading: Heading {
                kicker: text.count("news-count", listing.total),
                mark: match listing.scope {
                    Scope::Theme(theme) => mark(self.site.page(theme)),
                    _ => None,
                },
                title,
                lead: if is_first {
                    page.summary.clone()
                } else {
                    String::new()
                },
                dates: Vec::new(),
            },
            prose: if is_first {
                self.prose(&self.site.pages[id], Links::OnPage)
            } else {
                Html::default()
            },
            groups: self.groups(&listing.items),
            years,
            themes,
            pager: pager(listing),
        };
        render_template(&page)
    }

    /// Items in order of their dates, by year.
    fn groups(&self, items: &[PageId]) -> Vec<Group<'_>> {
        let year = |id: &PageId| self.site.page(*id).date.map_or(0, |date| date.year());
        let by_year = items.chunk_by(|a, b| year(a) == year(b));
        let group = |items: &[PageId]| Group {
            id: format!("s-{}", year(&items[0])),
            title: year(&items[0]).to_string(),
            items: self.teasers(items.iter().copied()),
        };
        by_year.map(group).collect()
    }

    fn theme_list(&self, id: PageId) -> ThemeListPage<'_> {
        ThemeListPage {
            layout: self.layout(id),
            heading: self.heading(id),
            text: self.text_of(&self.site.pages[id]),
            themes: self.teasers(self.site.themes.iter().copied()),
        }
    }

    fn theme(&self, id: PageId) -> ThemePage<'_> {
        let (news, pages) = self.named_by(id);
        let archive = self
            .archives
            .iter()
            .find(|archive| archive.scope == Scope::Theme(id))
            .filter(|archive| archive.total > LATEST);
        let title = &self.site.page(id).title;
        let mut related = self.teasers(pages.into_iter().take(RELATED));
        related.extend(self.teasers(self.related(id)));
        ThemePage {
            layout: self.layout(id),
            heading: self.heading(id),
            text: self.text_of(&self.site.pages[id]),
            news: self.teasers(news.into_iter().take(LATEST)),
            archive: archive.map(|archive| Link {
                title: self.text().say_with("all-news-of", "theme", title),
                href: archive.route.to_string(),
            }),
            related: related
                .into_iter()
                .filter(|teaser| teaser.time.is_none())
                .take(RELATED)
                .collect(),
            others: self.teasers(
                self.site
                    .themes
                    .iter()
                    .copied()
                    .filter(|other| *other != id),
            ),
        }
    }

    fn municipality_list(&self, id: PageId) -> MunicipalityListPage {
        let counted = |id: &PageId| match &self.site.page(*id).kind {
            Kind::Municipality(municipality) => {
                let number = self
                    .text()
                    .number(f64::from(municipality.inhabitants.number));
                Some(Counted {
                    link: self.link(*id).clone(),
                    count: self.text().say_with("inhabitants-count", "number", number),
                })
            }
            _ => None,
        };
        MunicipalityListPage {
            layout: self.layout(id),
            heading: self.heading(id),
            text: self.text_of(&self.site.pages[id]),
            map: self.map(id),
            municipalities: self
                .site
                .municipalities
                .iter()
                .filter_map(counted)
                .collect(),
            counted: self.counted(),
        }
    }

    /// The day on which most inhabitants were counted, and the exceptions.
    fn counted(&self) -> String {
        let days: Vec<(&str, Date)> = self
            .site
            .municipalities
            .iter()
            .filter_map(|id| match &self.site.page(*id).kind {
                Kind::Municipality(municipality) => Some((
                    self.site.page(*id).title.as_str(),
                    municipality.inhabitants.date,
                )),
                _ => None,
            })
            .collect();
        let times = |day: Date| days.iter().filter(|(_, other)| *other == day).count();
        let Some(usual) = days
            .iter()
            .map(|(_, day)| *day)
            .max_by_key(|day| (times(*day), *day))
        else {
            return String::new();
        };
        let mut sentences =
            vec![
                self.text()
                    .say_with("inhabitants-counted", "date", self.text().date(usual)),
            ];
        for (name, day) in days.iter().filter(|(_, day)| *day != usual) {
            sentences.push(self.text().name_and_date("inhabitants-except", name, *day));
        }
        sentences.join(" ")
    }

    fn municipality(&self, id: PageId, municipality: &Municipality) -> MunicipalityPage<'_> {
        let (news, pages) = self.named_by(id);
        let mut related = self.teasers(pages.into_iter().take(RELATED));
        related.extend(self.teasers(self.related(id)));
        related.truncate(RELATED);
        MunicipalityPage {
            layout: self.layout(id),
            heading: self.heading(id),
            text: self.text_of(&self.site.pages[id]),
            map: self.map(id),
            facts: Facts {
                inhabitants: self
                    .text()
                    .number(f64::from(municipality.inhabitants.number)),
                counted: Time::new(municipality.inhabitants.date, self.text()),
                counted_by: municipality.inhabitants.source.clone(),
                area: self.text().number(municipality.area),
                seat: municipality.seat.clone(),
                places: municipality.places.join(", "),
                website: Link {
                    title: host(&municipality.website).to_owned(),
                    href: municipality.website.clone(),
                },
            },
            news: self.teasers(news.into_iter().take(LATEST)),
            themes: self.teasers(self.site.pages[id].themes.iter().copied()),
            related,
        }
    }

    /// The news and the other pages that name this theme or municipality.
    fn named_by(&self, id: PageId) -> (Vec<PageId>, Vec<PageId>) {
        let is_news = |id: &PageId| matches!(self.site.page(*id).kind, Kind::News { .. });
        self.in_language(&self.site.pages[id].named_by)
            .partition(is_news)
    }
}

/// The word above the title that says what kind of page it is.
fn kicker(site: &crate::site::Site<'_>, id: PageId, text: &crate::text::Text) -> String {
    match &site.page(id).kind {
        Kind::News { .. } => text.say("kind-news").to_owned(),
        Kind::Theme(_) => text.say("kind-theme").to_owned(),
        Kind::Municipality(_) => text.say("kind-municipality").to_owned(),
        Kind::ThemeList => text.count("themes-count", site.themes.len()),
        Kind::MunicipalityList => text.count("municipalities-count", site.municipalities.len()),
        Kind::NewsList => text.count("news-count", site.news.len()),
        Kind::Term => text.say("kind-term").to_owned(),
        Kind::Question { .. } => text.say("kind-question").to_owned(),
        Kind::TermList => text.count("terms-count", site.terms.len()),
        Kind::QuestionList => text.count("questions-count", site.questions.len()),
        Kind::Home | Kind::Page => {
            let above = site.pages[id]
                .trail
                .last()
                .filter(|above| !matches!(site.page(**above).kind, Kind::Home));
            above.map_or_else(
                || site.config.name.clone(),
                |above| site.page(*above).title.clone(),
            )
        }
    }
}

fn pager(listing: &Listing) -> Pager {
    let href = |number: usize| {
        listing
            .pages
            .get(number.checked_sub(1)?)
            .map(ToString::to_string)
    };
    let steps = steps(listing.number, listing.pages.len(), |number| {
        listing.pages[number - 1].to_string()
    });
    Pager {
        previous: href(listing.number - 1),
        next: href(listing.number + 1),
        steps,
    }
}

/// The steps of a pager on one page of `last`, where `href` is the address of each.
pub fn steps(here: usize, last: usize, href: impl Fn(usize) -> String) -> Vec<PagerStep> {
    let step = |number: usize| {
        if number == here {
            PagerStep::Current(number)
        } else {
            PagerStep::Page {
                number,
                href: href(number),
            }
        }
    };
    let mut numbers: Vec<usize> = (here.saturating_sub(AROUND)..=here + AROUND)
        .filter(|number| (2..last).contains(number))
        .collect();
    numbers.insert(0, 1);
    numbers.extend((last > 1).then_some(last));
    let mut steps = Vec::new();
    let mut before = 0;
    for number in numbers {
        // A gap of one page is no shorter than that page.
        match number - before {
            0 | 1 => {}
            2 => steps.push(step(before + 1)),
            _ => steps.push(PagerStep::Gap),
        }
        steps.push(step(number));
        before = number;
    }
    steps
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(here: usize, count: usize, expected: &str) {
        let shown = |step: &PagerStep| match step {
            PagerStep::Current(number) => format!("[{number}]"),
            PagerStep::Page { number, .. } => number.to_string(),
            PagerStep::Gap => "…".to_owned(),
        };
        assert_eq!(
            steps(here, count, |number| number.to_string())
                .iter()
                .map(shown)
                .collect::<Vec<_>>()
                .join(" "),
            expected
        );
    }

    #[test]
    fn the_way_through_a_list_is_as_long_for_a_thousand_pages_as_for_ten() {
        check(1, 1, "[1]");
        check(2, 5, "1 [2] 3 4 5");
        check(1, 9, "[1] 2 3 … 9");
        check(5, 9, "1 2 3 4 [5] 6 7 8 9");
        check(500, 1000, "1 … 498 499 [500] 501 502 … 1000");
        check(1000, 1000, "1 … 998 999 [1000]");
    }
}
