//! The type of a row in the table of kinds. It knows no kind, so that every folder may import it.

use std::any::Any;
use std::fmt;

use serde_json::Value;

use crate::content::document::Link;
use crate::content::front_matter::key_reader::KeyReader;
use crate::content::postcodes::Postcodes;
use crate::date::Date;
use crate::message::Message;
use crate::schedule::Schedule;
use crate::source::{LocatedName, Place};
use crate::text::Text;
use crate::woo::WooCategory;

/// A kind of content: where its files lie, what may stand in them, and how its pages are listed
/// and found. What its pages look like is in the other half of the row.
pub struct KindSpec {
    /// Unique. In `[kinds.news]`, in the names of strings, and the front-matter key by which other
    /// pages name pages of this kind.
    pub name: &'static str,
    pub presence: Presence,
    pub file_name: FileName,
    pub order: Order,
    pub listing: Listing,
    /// True where other pages can name pages of this kind in their front matter.
    pub is_relation: bool,
    /// True where visitors choose one of the pages: every footer lists them.
    pub is_directory: bool,
    /// True where a link to a page of this kind explains a word.
    pub is_glossary: bool,
    /// True where each page of this kind lists the pages directly below it.
    pub lists_below: bool,
    /// The front-matter keys that only pages of this kind have.
    pub keys: &'static [&'static str],
    /// Reads those keys. Where a page cannot be shown without one, it says so to the reader.
    pub read: fn(&mut KeyReader<'_>) -> Facts,
    /// The event or meeting of which a page tells.
    pub happening: fn(&Facts) -> Option<Happening<'_>>,
    /// A word or two about a page for lists: that an event is cancelled, how far a project is.
    pub note: fn(&Facts, &Text) -> Option<String>,
    /// The figures of the postcodes of a place.
    pub postcodes: fn(&Facts) -> Vec<Postcodes>,
    /// The mark that makes a page recognisable at a glance.
    pub emblem: fn(&Facts) -> Option<&Emblem>,
    /// The name in plans and papers of what a page gives a plain title.
    pub official: fn(&Facts) -> Option<&str>,
    /// The code by which the map knows the area that a page is about.
    pub map_code: fn(&Facts) -> Option<&LocatedName>,
    /// The document that a page is about, for those who collect documents.
    pub publication: fn(&Facts) -> Option<&Publication>,
    /// The facts of a page that stand in the open data, beside those that all pages have.
    pub columns: &'static [Column],
    pub search: SearchSpec,
    /// The lines of front matter that a new file has beside the shared ones.
    pub draft: fn(&NewPage) -> String,
}

/// The day of a new file, and the language of its editors.
pub struct NewPage {
    pub today: Date,
    pub language: &'static str,
}

impl NewPage {
    pub fn say(&self, message: &Message) -> String {
        message.in_language(self.language)
    }
}

/// The need that a site has of a kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Presence {
    /// Every site has it: what lies in the folder of no other kind.
    Fallback,
    Required,
    Optional,
}

/// The form of the name of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileName {
    /// `naam.md`
    Slug,
    /// `2022-03-02-naam.md`, with the day of what the page tells. Its `date` is the same day.
    DateSlug,
}

/// The order of pages in lists.
#[derive(Clone, Copy)]
pub enum Order {
    /// By the path of the file.
    ByFile,
    /// By the last part of the address.
    BySlug,
    /// By date, then by the last part of the address.
    NewestFirst,
    /// By the `order` that each page has, or may have: lowest first, those without last; then by
    /// the path of the file.
    ByNumber { is_required: bool },
    /// The next time first; behind all that is still to come, the latest that is over first.
    Soonest,
}

/// The form of the list of all pages of a kind.
#[derive(Clone, Copy, Debug)]
pub enum Listing {
    /// All on one page.
    Whole,
    /// All on one page, by first letter.
    Letters,
    /// Cut into pages, with lists of parts beside it, and a feed.
    Paged(&'static [Division]),
}

/// The quality that divides a list.
#[derive(Clone, Copy, Debug)]
pub enum Division {
    Year,
    /// The months in which items happen.
    Month,
    /// The items that are over, which the list of all leaves out.
    Past,
    /// The pages of the kind of this name that the items name.
    Relation(&'static str),
    /// A word in the facts of an item, by the name of this quality: the status of a project.
    Word(&'static str, fn(&Facts) -> Option<&str>),
}

impl Division {
    /// True for parts whose addresses are dates: `/nieuws/2022/`.
    fn is_of_dates(&self) -> bool {
        matches!(self, Division::Year | Division::Month)
    }

    /// The name of the division in settings and in the names of strings.
    pub fn name(&self) -> &'static str {
        match self {
            Division::Year => "years",
            Division::Month => "months",
            Division::Past => "past",
            Division::Relation(name) | Division::Word(name, _) => name,
        }
    }
}

/// The weights by which pages of a kind are found.
pub struct SearchSpec {
    /// The weight of a hit of this kind, where the others count for 1.
    pub weight: f32,
    /// The other names by which a page is known.
    pub names: OtherNames,
    /// The figures and lists of a page that are not in its text, each as a passage.
    pub facts: fn(&Facts, title: &str, text: &Text) -> Vec<String>,
    /// The gain of a page that is asked for by its title, and by another name.
    pub title_lift: f32,
    pub name_lift: f32,
    /// Its gain when somebody asks for the meaning of a word.
    pub meaning_lift: Option<f32>,
    /// The name of the facet by which hits are narrowed to those that name a page of this kind.
    pub facet: Option<&'static str>,
    /// True where people put the word for the kind before the name: `gemeente almelo`.
    pub has_spoken_label: bool,
}

/// The names by which a page is known beside its title.
#[derive(Clone, Copy)]
pub enum OtherNames {
    None,
    /// The last part of its address.
    Slug,
    /// Names of places, which are right in the spelling check too.
    Places(fn(&Facts) -> Vec<String>),
}

/// Something that happens.
#[derive(Clone, Copy, Debug)]
pub struct Happening<'a> {
    pub schedule: &'a Schedule,
    /// The building or the spot.
    pub place: Option<&'a str>,
    /// Line by line.
    pub address: &'a [String],
    /// Why it does not happen.
    pub cancelled: Option<&'a str>,
}

/// The mark that makes a page recognisable at a glance.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Emblem {
    /// The name of a hue in the style sheet: `canal`. Empty for the colours of the site.
    pub hue: String,
    pub hue_place: Option<Place>,
    /// A drawing in lines, as SVG path data in a square of 24. Empty where there is none.
    pub drawing: String,
}

/// A column of the open data of a kind: one fact of each of its pages.
pub struct Column {
    /// In English, as the keys of front matter are.
    pub name: &'static str,
    /// The name of the interface string for what it holds.
    pub label: &'static str,
    pub form: ColumnForm,
    /// The fact; null where it is not known.
    pub read: fn(&Facts) -> Value,
}

/// The form of the values in a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ColumnForm {
    Text,
    Number,
    Day,
    Address,
    Texts,
    Addresses,
}

/// A document, as those who collect documents want to know it.
#[derive(Debug)]
pub struct Publication {
    /// The category of the Woo, with its place.
    pub category: Option<(&'static WooCategory, Place)>,
    /// The BCP 47 tag of the language that it is written in.
    pub language: Option<String>,
    /// True where another site keeps it.
    pub is_elsewhere: bool,
    /// The link to the same as a page.
    pub html: Option<Link>,
}

/// The values of the keys of a kind: a type that only the file of the kind knows.
#[derive(Debug, Default)]
pub struct Facts(Option<Box<dyn AnyFacts>>);

trait AnyFacts: Any + fmt::Debug + Send + Sync {}

impl<T: Any + fmt::Debug + Send + Sync> AnyFacts for T {}

impl Facts {
    pub fn new(facts: impl Any + fmt::Debug + Send + Sync) -> Self {
        Facts(Some(Box::new(facts)))
    }

    /// The facts, where they are of this type.
    pub fn get<T: Any>(&self) -> Option<&T> {
        let facts: &dyn Any = self.0.as_deref()?;
        facts.downcast_ref()
    }
}

/// A fact of the page with this title, as the search reads it: its name is that of a string.
pub fn fact_as_text(
    title: &str,
    text: &Text,
    name: &str,
    value: Option<impl fmt::Display>,
) -> Option<String> {
    let value = value?;
    Some(format!("{title} – {}: {value}", text.say(name)))
}

impl KindSpec {
    /// A kind without anything of its own.
    pub const PLAIN: KindSpec = KindSpec {
        name: "",
        presence: Presence::Optional,
        file_name: FileName::Slug,
        order: Order::ByFile,
        listing: Listing::Whole,
        is_relation: false,
        is_directory: false,
        is_glossary: false,
        lists_below: true,
        keys: &[],
        read: |_| Facts::default(),
        happening: |_| None,
        note: |_, _| None,
        postcodes: |_| Vec::new(),
        emblem: |_| None,
        official: |_| None,
        map_code: |_| None,
        publication: |_| None,
        columns: &[],
        search: SearchSpec {
            weight: 1.0,
            names: OtherNames::Slug,
            facts: |_, _, _| Vec::new(),
            title_lift: 3.0,
            name_lift: 2.0,
            meaning_lift: None,
            facet: None,
            has_spoken_label: false,
        },
        draft: |_| String::new(),
    };

    /// The names of the interface strings that pages say of a kind with this row, as far as its
    /// name and those of its divisions stand in them.
    pub fn strings(&self) -> Vec<String> {
        let name = self.name;
        let mut strings = vec![format!("kind-{name}"), format!("search-kind-{name}")];
        if !self.is_fallback() {
            strings.push(format!("{name}-count"));
        }
        if matches!(self.order, Order::NewestFirst) {
            strings.push(format!("{name}-of-day"));
        }
        if self.is_directory {
            strings.push(format!("choose-{name}"));
        }
        if let Some(facet) = self.search.facet {
            strings.extend([name.to_owned(), format!("search-choice-{facet}")]);
        }
        strings.extend(self.columns.iter().map(|column| column.label.to_owned()));
        let Listing::Paged(divisions) = self.listing else {
            return strings;
        };
        strings.extend(["feed", "feed-link"].map(|of| format!("{name}-{of}")));
        if matches!(self.order, Order::NewestFirst) {
            strings.push(format!("newest-{name}"));
        }
        for division in divisions {
            let part = division.name();
            strings.extend(["all", "by"].map(|of| format!("{of}-{part}")));
            match division {
                Division::Past => strings.push(format!("{name}-past")),
                Division::Relation(_) => {
                    strings.extend([format!("{name}-of-{part}"), format!("all-{name}-of")]);
                }
                Division::Year | Division::Month | Division::Word(..) => {
                    strings.push(format!("{name}-of-{part}"));
                }
            }
        }
        strings
    }

    /// True for the kind of what lies in the folder of no other kind.
    pub fn is_fallback(&self) -> bool {
        self.presence == Presence::Fallback
    }

    /// True where people look for pages by the day on which they appear or happen, not by name.
    pub fn is_by_day(&self) -> bool {
        self.file_name == FileName::DateSlug || matches!(self.order, Order::Soonest)
    }
}

impl PartialEq for KindSpec {
    fn eq(&self, other: &Self) -> bool {
        self.name == other.name
    }
}

impl Eq for KindSpec {}

impl fmt::Debug for KindSpec {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.name)
    }
}

/// All kinds that the program knows. One of them is the fallback.
#[derive(Clone, Copy, Debug)]
pub struct KindTable(pub &'static [&'static KindSpec]);

impl KindTable {
    pub fn iter(self) -> impl Iterator<Item = &'static KindSpec> {
        self.0.iter().copied()
    }

    /// The kind of what lies in the folder of no other kind.
    pub fn fallback(self) -> &'static KindSpec {
        self.iter()
            .find(|kind| kind.is_fallback())
            .expect("one kind of the table is the fallback")
    }

    /// The kinds that have a folder of their own.
    pub fn with_folder(self) -> impl Iterator<Item = &'static KindSpec> {
        self.iter().filter(|kind| !kind.is_fallback())
    }

    /// The kinds whose pages can be named in the front matter of others.
    pub fn relations(self) -> impl Iterator<Item = &'static KindSpec> {
        self.iter().filter(|kind| kind.is_relation)
    }

    /// The names of the divisions of lists that have a word in their addresses, each once.
    pub fn divisions(self) -> Vec<&'static str> {
        let mut names = Vec::new();
        for kind in self.iter() {
            let Listing::Paged(divisions) = kind.listing else {
                continue;
            };
            let named = divisions.iter().filter(|by| !by.is_of_dates());
            names.extend(named.map(Division::name));
        }
        names.sort_unstable();
        names.dedup();
        names
    }

    /// The front-matter keys that belong to some kind, each once.
    pub fn keys(self) -> Vec<&'static str> {
        let mut keys = Vec::new();
        for key in self.iter().flat_map(|kind| kind.keys) {
            if !keys.contains(key) {
                keys.push(*key);
            }
        }
        keys
    }
}
