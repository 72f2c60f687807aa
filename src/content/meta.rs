//! The checked front matter that all kinds of page share.

use crate::date::Date;
use crate::geometry::Position;
use crate::kinds::spec::KindSpec;
use crate::source::{LocatedName, Place};
use crate::visibility::Visibility;

/// The front matter that all kinds of page share.
#[derive(Debug, Default)]
pub struct Meta {
    pub title: String,
    /// One or two sentences for lists, search results and search engines.
    pub summary: String,
    pub title_place: Place,
    pub summary_place: Place,
    /// The day of the news, or on which the page was first published.
    pub date: Option<Date>,
    pub date_place: Place,
    /// The day of the last change that matters to a reader. Never before `date`.
    pub updated: Option<Date>,
    pub updated_place: Place,
    pub visibility: Visibility,
    /// The pages that this one belongs to, in the order of the table of kinds.
    pub relations: Vec<Relation>,
    pub citations: Vec<Citation>,
    pub image: Option<Image>,
    /// The point on the map that the page is about.
    pub point: Option<(Position, Place)>,
    /// The words by which its editor says what it is about.
    pub tags: Vec<LocatedName>,
    /// Addresses at which this page answered before, as they were asked for:
    /// `/werken-aan/economie`.
    pub aliases: Vec<LocatedName>,
    /// The content file, as seen from this one, of the page that takes its place when it has
    /// expired.
    pub replaced_by: Option<LocatedName>,
    /// The content file, as seen from this one, that says the same in the site's own language.
    pub translates: Option<LocatedName>,
    /// The day from which the text has to be looked at again.
    pub review_by: Option<Date>,
    /// The name of whoever wrote the text, for readers.
    pub author: Option<String>,
    /// True for a page that search engines and programs that collect pages are to pass over.
    pub noindex: bool,
    /// The person or team that maintains the text.
    pub owner: Option<String>,
    /// The place of the page among its like: lowest first.
    pub order: Option<u32>,
    /// The things to remember of the page, in a few sentences of plain text.
    pub key_points: Vec<String>,
    pub downloads: Vec<Download>,
    /// The files of pictures and downloads that miss something, and are not shown.
    pub loose_files: Vec<LocatedName>,
    pub contacts: Vec<Contact>,
}

/// The pages of one kind that a page belongs to.
#[derive(Debug)]
pub struct Relation {
    pub kind: &'static KindSpec,
    /// The names of their files, without `.md`.
    pub names: Vec<LocatedName>,
}

/// The source of a fact on the page.
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

/// A person or office to ask, and the ways to do so.
#[derive(Clone, Debug, PartialEq)]
pub struct Contact {
    pub name: String,
    /// The postal or visiting address, line by line.
    pub address: Vec<String>,
    /// As it is read; what one dials are its digits.
    pub phone: Option<String>,
    pub email: Option<String>,
    pub website: Option<String>,
    /// The hours at which someone answers.
    pub hours: Option<String>,
}

/// The picture that goes with a page. An empty alternative means that it only decorates.
#[derive(Debug)]
pub struct Image {
    /// As written, from the file: `../../static/beeld/naam.jpg`.
    pub path: LocatedName,
    pub alternative: String,
}

impl Meta {
    /// The front matter of a page of which nothing is known.
    pub fn unknown(place: Place) -> Self {
        Meta {
            title_place: place.clone(),
            summary_place: place,
            ..Meta::default()
        }
    }

    /// The place of the page among its like: the last where it does not say.
    pub fn place_in_order(&self) -> u32 {
        self.order.unwrap_or(u32::MAX)
    }

    /// The day a reader may take as the age of the text: when it last changed, or else when it
    /// appeared.
    pub fn last_changed(&self) -> Option<Date> {
        self.updated.or(self.date)
    }
}
