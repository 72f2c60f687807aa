//! The finished values that templates print, shared by several kinds of page.

use crate::content::alerts::Level;
use crate::content::meta::Contact;
use crate::content::page::Page;
use crate::content::typography;
use crate::date::{Date, TimeZone, Timestamp};
use crate::kinds::spec::Emblem;
use crate::outputs::picture::PictureView;
use crate::schedule::Occurrence;
use crate::text::Text;

/// A link with its text.
#[derive(Clone, Debug)]
pub struct LinkView {
    pub title: String,
    pub href: String,
}

/// A day, or a time of something that happens, for machines and for people.
#[derive(Clone, Debug)]
pub struct Time {
    /// `2022-03-02`, or the moment at which it begins: `2022-03-02T14:00+01:00`.
    pub iso: String,
    /// `2 maart 2022`, or with what is known of its hours and its end.
    pub text: String,
}

/// One entry in a list of pages.
#[derive(Clone, Debug)]
pub struct Teaser {
    pub link: LinkView,
    pub summary: String,
    pub time: Option<Time>,
    /// A word or two about it: that it is cancelled, how far it is.
    pub note: Option<String>,
    pub mark: Option<Emblem>,
    pub picture: Option<PictureView>,
}

/// A way to narrow a list.
pub struct Choice {
    pub link: LinkView,
    pub chosen: bool,
}

/// The part above the text of a page.
pub struct PageHeader {
    /// The word above the title that says what kind of page this is.
    pub kicker: String,
    pub mark: Option<Emblem>,
    pub title: String,
    /// The name in plans and papers of what has a plain title.
    pub official: Option<String>,
    pub lead: String,
    pub author: Option<String>,
    pub dates: Vec<Dated>,
    pub drawing: Option<PictureView>,
}

/// A day with what happened on it: `Laatst gewijzigd:` and `24 november 2026`.
pub struct Dated {
    pub label: String,
    pub time: Time,
}

/// A word on the page that the site explains.
pub struct GlossaryEntry {
    pub link: LinkView,
    pub meaning: String,
}

/// A person or office to ask, and the ways to do so.
pub struct ContactView {
    /// Unique within the page.
    pub id: String,
    pub contact: Contact,
    pub phone: Option<LinkView>,
    pub website: Option<LinkView>,
    /// True if there is a way to reach them without going there.
    pub is_reachable: bool,
}

/// The one who does the work of a theme, as far as was known on a day, with whom to ask.
pub struct StandingView {
    pub text: String,
    pub day: Time,
    pub contacts: Vec<ContactView>,
}

/// A number that says much, with its year and its source.
#[derive(Debug)]
pub struct FigureView {
    pub name: String,
    pub value: String,
    pub year: i16,
    pub source: String,
}

/// The source of a fact.
pub struct SourceLink {
    pub link: LinkView,
    pub time: Option<Time>,
}

/// An answer of an editor to a query.
pub struct AnswerView {
    pub text: String,
    pub link: Option<LinkView>,
    /// The tag of its language, where the page has another one.
    pub language: Option<&'static str>,
}

/// A message above pages.
pub struct AlertView {
    /// The name of the level, as in the style sheet.
    pub level: &'static str,
    /// Path data in a square of 24.
    pub icon: &'static str,
    /// The level in a word, for who cannot see the colour.
    pub label: String,
    /// The language of its words, where the page has another one.
    pub language: Option<AlertLanguage>,
    pub title: String,
    pub text: String,
    pub link: Option<LinkView>,
    /// The words before the pages that it is about.
    pub area_label: String,
    pub area: Vec<LinkView>,
}

/// The language of a message that the page itself does not speak.
pub struct AlertLanguage {
    /// BCP 47 tag.
    pub tag: &'static str,
    /// The name of the language in itself.
    pub name: String,
}

/// An alert that is over.
pub struct PastAlert {
    pub alert: AlertView,
    pub from: Option<Time>,
    pub until: Option<Time>,
}

impl LinkView {
    pub fn new(title: impl Into<String>, href: impl Into<String>) -> Self {
        LinkView {
            title: title.into(),
            href: href.into(),
        }
    }
}

impl AlertView {
    /// A message about the whole site, in the language of this text.
    pub fn new(
        level: Level,
        text: &Text,
        title: &str,
        words: &str,
        link: Option<LinkView>,
    ) -> Self {
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
            language: None,
            title: title.to_owned(),
            text: words.to_owned(),
            link,
            area_label: text.say("alert-area").to_owned(),
            area: Vec::new(),
        }
    }
}

impl Time {
    pub fn new(date: Date, text: &Text) -> Self {
        Time {
            iso: date.to_string(),
            text: unbroken(text.date(date)),
        }
    }

    /// A moment by the clocks of `zone`; the start of a day is that day.
    pub fn at(moment: Timestamp, zone: &TimeZone, text: &Text) -> Self {
        let start = zone.to_datetime(moment);
        let occurrence = Occurrence {
            start,
            end: None,
            is_whole_days: start == start.date().into(),
        };
        Time::of(&occurrence, zone, text)
    }

    /// A time of what happens by the clocks of `zone`.
    pub fn of(occurrence: &Occurrence, zone: &TimeZone, text: &Text) -> Self {
        Time {
            iso: occurrence.iso_start(zone),
            text: unbroken(text.occurrence(occurrence)),
        }
    }
}

/// A time as a page shows it: a day does not break from its month.
fn unbroken(mut time: String) -> String {
    typography::numbers(&mut time);
    time
}

/// The entry of a page in a list, without its picture.
pub fn teaser(page: &Page, text: &Text) -> Teaser {
    Teaser {
        link: LinkView::new(&page.meta.title, page.route.as_str()),
        summary: page.meta.summary.clone(),
        time: page.event_date().map(|date| Time::new(date, text)),
        note: (page.kind.note)(&page.facts, text),
        mark: mark(page),
        picture: None,
    }
}

/// The mark of a page that has one.
pub fn mark(page: &Page) -> Option<Emblem> {
    let emblem = (page.kind.emblem)(&page.facts)?;
    let has_mark = !(emblem.hue.is_empty() && emblem.drawing.is_empty());
    has_mark.then(|| emblem.clone())
}

/// The host of a web address, without `www.`.
pub fn host(address: &str) -> &str {
    let rest = address.split_once("://").map_or(address, |(_, rest)| rest);
    let host = rest.split('/').next().unwrap_or(rest);
    host.strip_prefix("www.").unwrap_or(host)
}
