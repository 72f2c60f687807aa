//! The finished values that templates print, shared by several kinds of page.

use crate::config::Level;
use crate::content::page::{self, Kind, Page, Theme};
use crate::date::Date;
use crate::outputs::renderer::PageContext;
use crate::site::{LinkTarget, PageId, SitePage};
use crate::text::Text;

/// A link with its text.
#[derive(Clone, Debug)]
pub struct Link {
    pub title: String,
    pub href: String,
}

/// A day for machines and for people.
#[derive(Clone, Debug)]
pub struct Time {
    /// `2022-03-02`.
    pub iso: String,
    /// `2 maart 2022`.
    pub text: String,
}

/// What makes a theme recognisable at a glance.
#[derive(Clone, Debug)]
pub struct Mark {
    /// The name of a hue in the style sheet: `canal`. Empty for the colours of the site.
    pub hue: String,
    /// The emblem as path data in a square of 24. Empty where there is none.
    pub emblem: String,
}

/// One entry in a list of pages.
#[derive(Clone, Debug)]
pub struct Teaser {
    pub link: Link,
    pub summary: String,
    pub time: Option<Time>,
    pub mark: Option<Mark>,
}

/// What stands above the text of a page.
pub struct Heading {
    /// The word above the title that says what kind of page this is.
    pub kicker: String,
    pub mark: Option<Mark>,
    pub title: String,
    pub lead: String,
    pub dates: Vec<Dated>,
}

/// A day with what happened on it: `Laatst gewijzigd:` and `24 november 2026`.
pub struct Dated {
    pub label: String,
    pub time: Time,
}

/// A word on the page that the site explains.
pub struct GlossaryEntry {
    pub link: Link,
    pub meaning: String,
}

/// Who to ask, and how.
pub struct Contact {
    /// Unique within the page.
    pub id: String,
    pub name: String,
    pub address: Vec<String>,
    pub phone: Option<Link>,
    pub hours: Option<String>,
    pub email: Option<Link>,
    pub website: Option<Link>,
    /// Whether there is a way to reach them without going there.
    pub is_reachable: bool,
}

/// Where a fact comes from.
pub struct SourceLink {
    pub link: Link,
    pub time: Option<Time>,
}

/// The message above pages.
pub struct AlertView {
    /// The name of the level, as in the style sheet.
    pub level: &'static str,
    /// Path data in a square of 24.
    pub icon: &'static str,
    /// How much the message asks, in a word.
    pub label: String,
    pub is_everywhere: bool,
    /// The language of its words, where the page has another one.
    pub language: Option<AlertLanguage>,
    pub title: String,
    pub text: String,
    pub link: Option<Link>,
}

/// The language of a message that the page itself does not speak.
pub struct AlertLanguage {
    /// BCP 47 tag.
    pub tag: &'static str,
    /// The name of the language in itself.
    pub name: String,
}

/// The picture that goes with a page when it is shared.
pub struct SocialImage {
    pub address: String,
    pub alternative: String,
}

impl AlertView {
    /// A message for every page.
    pub fn new(level: Level, text: &Text, title: &str, words: &str, link: Option<Link>) -> Self {
        let (level, icon, label) = match level {
            Level::Info => (
                "info",
                "M4 4h16v16H4zM12 11v6M12 7v1",
                text.say("alert-info"),
            ),
            Level::Warning => (
                "warning",
                "M12 3 22 21H2zM12 10v5M12 17v1",
                text.say("alert-warning"),
            ),
            Level::Crisis => (
                "crisis",
                "M8 2h8l6 6v8l-6 6H8l-6-6V8zM12 7v6M12 16v1",
                text.say("alert-crisis"),
            ),
        };
        AlertView {
            level,
            icon,
            label: label.to_owned(),
            is_everywhere: true,
            language: None,
            title: title.to_owned(),
            text: words.to_owned(),
            link,
        }
    }
}

impl Time {
    pub fn new(date: Date, text: &Text) -> Self {
        Time {
            iso: date.to_string(),
            text: text.date(date),
        }
    }
}

impl PageContext<'_> {
    /// The days of a page. The day of a news item is that of the news itself, not of the text about it.
    pub fn dates(&self, page: &Page) -> Vec<Dated> {
        let dated = |name, date| Dated {
            label: self.text().say(name).to_owned(),
            time: Time::new(date, self.text()),
        };
        let first = if matches!(page.kind, Kind::News { .. }) {
            "news-of-day"
        } else {
            "published"
        };
        let changed = page.updated.filter(|updated| Some(*updated) != page.date);
        page.date
            .map(|date| dated(first, date))
            .into_iter()
            .chain(changed.map(|date| dated("changed", date)))
            .collect()
    }

    /// The words among a page's links, in the order of the text.
    pub fn glossary(&self, site_page: &SitePage) -> Vec<GlossaryEntry> {
        let mut words: Vec<PageId> = Vec::new();
        for page in site_page
            .references
            .links
            .iter()
            .filter_map(LinkTarget::page)
        {
            if matches!(self.site.page(page).kind, Kind::Term)
                && self.is_in_language(page)
                && !words.contains(&page)
            {
                words.push(page);
            }
        }
        words
            .into_iter()
            .map(|id| GlossaryEntry {
                link: self.link(id).clone(),
                meaning: self.site.page(id).summary.clone(),
            })
            .collect()
    }

    /// The files of a page that are there, with their kind and size.
    pub fn downloads(&self, site_page: &SitePage) -> Vec<Link> {
        let downloads = site_page
            .page
            .downloads
            .iter()
            .zip(&site_page.references.downloads);
        let link = |(download, key): (&page::Download, &Option<String>)| {
            let key = key.as_ref()?;
            Some(Link {
                title: format!("{} {}", download.title, self.file_note(key)),
                href: self.assets.address(key).to_string(),
            })
        };
        downloads.filter_map(link).collect()
    }

    /// The kind and size of a file, as they stand behind a link to it: `(pdf, 412 kB)`.
    pub fn file_note(&self, key: &str) -> String {
        let kind = key.rsplit_once('.').map_or("", |(_, extension)| extension);
        let bytes = self.site.assets.get(key).map_or(0, |file| file.size);
        format!("({kind}, {})", self.text().size(bytes))
    }

    pub fn contacts(&self, page: &Page) -> Vec<Contact> {
        let dialled = |phone: &String| {
            phone
                .chars()
                .filter(|c| c.is_ascii_digit() || *c == '+')
                .collect::<String>()
        };
        let contact = |(number, contact): (usize, &page::Contact)| Contact {
            id: format!("s-contact-{}", number + 1),
            name: contact.name.clone(),
            address: contact.address.clone(),
            // A number that breaks over two lines is hard to read and to press.
            phone: contact.phone.as_ref().map(|phone| Link {
                title: phone.replace(' ', "\u{a0}"),
                href: format!("tel:{}", dialled(phone)),
            }),
            hours: contact.hours.clone(),
            email: contact.email.as_ref().map(|email| Link {
                title: email.clone(),
                href: format!("mailto:{email}"),
            }),
            website: contact.website.as_ref().map(|website| Link {
                title: host(website).to_owned(),
                href: website.clone(),
            }),
            is_reachable: [
                &contact.phone,
                &contact.email,
                &contact.website,
                &contact.hours,
            ]
            .into_iter()
            .any(Option::is_some),
        };
        page.contacts.iter().enumerate().map(contact).collect()
    }

    pub fn sources(&self, page: &Page) -> Vec<SourceLink> {
        let source = |citation: &crate::content::page::Citation| SourceLink {
            link: Link {
                title: citation.title.clone(),
                href: citation.address.clone(),
            },
            time: citation.date.map(|date| Time::new(date, self.text())),
        };
        page.citations.iter().map(source).collect()
    }
}

/// The entry of a page in a list.
pub fn teaser(page: &Page, text: &Text) -> Teaser {
    let time = match &page.kind {
        Kind::News { date } => Some(Time::new(*date, text)),
        _ => None,
    };
    let link = Link {
        title: page.title.clone(),
        href: page.route.to_string(),
    };
    Teaser {
        link,
        summary: page.summary.clone(),
        time,
        mark: mark(page),
    }
}

/// The mark of a theme that has one; nothing for other kinds of page.
pub fn mark(page: &Page) -> Option<Mark> {
    match &page.kind {
        Kind::Theme(Theme { hue, emblem, .. }) if !(hue.is_empty() && emblem.is_empty()) => {
            Some(Mark {
                hue: hue.clone(),
                emblem: emblem.clone(),
            })
        }
        _ => None,
    }
}

/// The host of a web address, without `www.`.
pub fn host(address: &str) -> &str {
    let rest = address.split_once("://").map_or(address, |(_, rest)| rest);
    let host = rest.split('/').next().unwrap_or(rest);
    host.strip_prefix("www.").unwrap_or(host)
}
