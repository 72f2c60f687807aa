//! The kinds of page, as they are after reading: everything here has been checked as far as one file can tell.

use std::sync::Arc;

use crate::content::document::Body;
use crate::date::{Date, Timestamp};
use crate::route::Route;
use crate::source::Place;

/// One content file that could be read.
#[derive(Debug)]
pub struct Page {
    /// Path within the content folder: `nieuws/2022-03-02-naam.md`.
    pub file: Arc<str>,
    pub route: Route,
    pub kind: Kind,
    /// The BCP 47 tag of its language.
    pub language: &'static str,
    /// The content file, as seen from this one, that says the same in the site's own language.
    pub translates: Option<LocatedName>,
    pub title: String,
    /// One or two sentences for lists, search results and search engines.
    pub summary: String,
    /// Where the title stands in the file.
    pub title_place: Place,
    pub summary_place: Place,
    /// The day of the news, or on which the page was first published.
    pub date: Option<Date>,
    /// The day of the last change that matters to a reader. Never before `date`.
    pub updated: Option<Date>,
    pub visibility: Visibility,
    pub themes: Vec<LocatedName>,
    pub municipalities: Vec<LocatedName>,
    pub citations: Vec<Citation>,
    pub image: Option<Image>,
    /// Addresses at which this page answered before, as they were asked for: `/werken-aan/economie`.
    pub aliases: Vec<LocatedName>,
    /// The content file, as seen from this one, of the page that takes its place when it has expired.
    pub replaced_by: Option<LocatedName>,
    /// The day from which the text has to be looked at again.
    pub review_by: Option<Date>,
    /// Who looks after the text.
    pub owner: Option<String>,
    /// What to remember of the page, in a few sentences of plain text.
    pub key_points: Vec<String>,
    pub downloads: Vec<Download>,
    pub contacts: Vec<Contact>,
    pub body: Body,
}

/// What a page is, decided by the folder in which it lies.
#[derive(Debug, PartialEq)]
pub enum Kind {
    Home,
    Page,
    NewsList,
    News {
        date: Date,
    },
    ThemeList,
    Theme(Theme),
    MunicipalityList,
    Municipality(Municipality),
    TermList,
    /// A word with its meaning, which is the summary of the page.
    Term,
    QuestionList,
    /// A question with its answer: in short the summary of the page, in full its text.
    Question {
        /// Lowest first.
        order: u32,
    },
}

/// What makes a theme recognisable, and its place among the themes.
#[derive(Debug, PartialEq)]
pub struct Theme {
    /// Lowest first.
    pub order: u32,
    /// The name of a hue in the style sheet: `canal`.
    pub hue: String,
    pub hue_place: Place,
    /// A drawing in lines, as SVG path data in a square of 24.
    pub emblem: String,
}

/// The facts of a municipality.
#[derive(Debug, PartialEq)]
pub struct Municipality {
    /// Where its town hall stands.
    pub seat: String,
    pub places: Vec<String>,
    /// Land and water, in square kilometres.
    pub area: f64,
    pub inhabitants: Inhabitants,
    /// The municipality's own site.
    pub website: String,
    /// The code of Statistics Netherlands: `GM0141`.
    pub code: String,
    /// The corners of the schematic shape on the map, in kilometres east and south of the region's north-west corner.
    /// Empty where the map does not show it.
    pub outline: Vec<[f64; 2]>,
}

#[derive(Debug, PartialEq)]
pub struct Inhabitants {
    pub number: u32,
    /// The day of the count.
    pub date: Date,
    /// Whose count it is.
    pub source: String,
}

/// When visitors get to see a page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Visibility {
    pub draft: bool,
    /// Visible from this moment on.
    pub publish: Option<Timestamp>,
    /// Not visible any more from this moment on. Always after `publish`.
    pub expires: Option<Timestamp>,
}

/// How a page stands at a moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum PublishState {
    Draft,
    Planned,
    Live,
    Expired,
}

/// A name or address in front matter, with its place for when it turns out to lead nowhere.
#[derive(Clone, Debug)]
pub struct LocatedName {
    pub name: String,
    pub place: Place,
}

/// Where a fact on the page comes from.
#[derive(Debug)]
pub struct Citation {
    pub title: String,
    pub address: String,
    pub date: Option<Date>,
}

/// A file that goes with a page.
#[derive(Debug)]
pub struct Download {
    pub title: String,
    /// As written, from the file: `../../static/bestanden/naam.pdf`.
    pub file: LocatedName,
}

/// Who to ask, and how.
#[derive(Debug, PartialEq)]
pub struct Contact {
    pub name: String,
    /// Where to write to or go, line by line.
    pub address: Vec<String>,
    /// As it is read; what one dials are its digits.
    pub phone: Option<String>,
    pub email: Option<String>,
    pub website: Option<String>,
    /// When someone answers.
    pub hours: Option<String>,
}

/// The picture that goes with a page. An empty alternative means that it only decorates.
#[derive(Debug)]
pub struct Image {
    /// As written, from the file: `../../static/beeld/naam.jpg`.
    pub path: LocatedName,
    pub alternative: String,
}

impl Visibility {
    pub fn state(&self, now: Timestamp) -> PublishState {
        if self.draft {
            PublishState::Draft
        } else if self.publish.is_some_and(|publish| now < publish) {
            PublishState::Planned
        } else if self.expires.is_some_and(|expires| expires <= now) {
            PublishState::Expired
        } else {
            PublishState::Live
        }
    }

    /// The first moment after `now` at which the state changes.
    pub fn next_change(&self, now: Timestamp) -> Option<Timestamp> {
        let moments = if self.draft {
            [None, None]
        } else {
            [self.publish, self.expires]
        };
        moments
            .into_iter()
            .flatten()
            .filter(|moment| *moment > now)
            .min()
    }
}

impl Page {
    /// The last part of the address: `een-nieuw-tijdperk`. Empty for the home page.
    pub fn slug(&self) -> &str {
        self.route
            .as_str()
            .trim_end_matches('/')
            .rsplit('/')
            .next()
            .unwrap_or_default()
    }

    /// The day a reader may take as the age of the text: when it last changed, or else when it appeared.
    pub fn last_changed(&self) -> Option<Date> {
        self.updated.or(self.date)
    }
}
