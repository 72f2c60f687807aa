//! The open data of a kind: its pages as rows, with a column for each fact.

use serde_json::{Value, json};

use crate::content::page::Page;
use crate::date::DateTime;
use crate::geometry::Units;
use crate::kinds::spec::{ColumnForm, KindSpec, Order};
use crate::outputs::renderer::SiteRenderer;
use crate::route::Route;
use crate::schedule::{Occurrence, Schedule};
use crate::site::{Collection, PageId, Site};
use crate::text::Text;

/// The pages of one kind, as data.
pub struct Dataset<'a> {
    pub collection: &'a Collection<'a>,
    pub columns: Vec<DataColumn>,
}

/// A column with its name, and with what it holds in the words of the site.
pub struct DataColumn {
    pub name: &'static str,
    pub description: String,
    pub form: ColumnForm,
    source: ColumnSource,
}

/// The origin of the values in a column.
#[derive(Clone, Copy)]
enum ColumnSource {
    Shared(fn(&Site<'_>, PageId) -> Value),
    /// The pages of a kind that a page belongs to.
    Related(&'static KindSpec),
    Own(fn(&Page) -> Value),
    /// A column of the kind, by its number.
    Kind(usize),
}

/// The columns that all pages have: name, name of the string, form, and the value.
type SharedColumn = (
    &'static str,
    &'static str,
    ColumnForm,
    fn(&Site<'_>, PageId) -> Value,
);

const SHARED: [SharedColumn; 12] = [
    (
        "address",
        "data-address",
        ColumnForm::Address,
        |site, id| json!(site.absolute(&site.page(id).route)),
    ),
    ("title", "data-name", ColumnForm::Text, |site, id| {
        json!(site.page(id).meta.title)
    }),
    ("summary", "data-summary", ColumnForm::Text, |site, id| {
        json!(site.page(id).meta.summary)
    }),
    ("language", "data-language", ColumnForm::Text, |site, id| {
        json!(site.page(id).language)
    }),
    ("date", "data-date", ColumnForm::Day, |site, id| {
        json!(site.page(id).meta.date.map(|day| day.to_string()))
    }),
    ("updated", "data-updated", ColumnForm::Day, |site, id| {
        json!(site.page(id).meta.updated.map(|day| day.to_string()))
    }),
    (
        "longitude",
        "data-longitude",
        ColumnForm::Number,
        |site, id| json!(degrees(site.page(id)).map(|(longitude, _)| longitude)),
    ),
    (
        "latitude",
        "data-latitude",
        ColumnForm::Number,
        |site, id| json!(degrees(site.page(id)).map(|(_, latitude)| latitude)),
    ),
    ("author", "data-author", ColumnForm::Text, |site, id| {
        json!(site.page(id).meta.author)
    }),
    ("tags", "data-tags", ColumnForm::Texts, |site, id| {
        let tags = site.page(id).meta.tags.iter();
        json!(tags.map(|tag| &tag.name).collect::<Vec<_>>())
    }),
    (
        "sources",
        "data-sources",
        ColumnForm::Addresses,
        |site, id| {
            let sources = site.page(id).meta.citations.iter();
            json!(sources.map(|source| &source.address).collect::<Vec<_>>())
        },
    ),
    ("files", "data-files", ColumnForm::Addresses, |site, id| {
        let files = site.pages[id].references.downloads.iter().flatten();
        let path = |key: &String| {
            let path = key.strip_prefix("content/").unwrap_or(key);
            site.absolute(&Route::home().file(path))
        };
        json!(files.map(path).collect::<Vec<_>>())
    }),
];

/// The point of a page, where it is in degrees.
fn degrees(page: &Page) -> Option<(f64, f64)> {
    let (position, _) = page.meta.point.as_ref()?;
    (Units::of(*position) == Units::Degrees).then_some((position.0, position.1))
}

impl<'a> Dataset<'a> {
    pub fn of(renderer: &'a SiteRenderer<'_>, collection: usize) -> Self {
        let (site, text) = (renderer.site, renderer.languages[0].text());
        let collection = &site.collections[collection];
        let shared = SHARED.iter().map(|(name, label, form, read)| DataColumn {
            name,
            description: text.say(label).to_owned(),
            form: *form,
            source: ColumnSource::Shared(*read),
        });
        let columns = shared
            .chain(related(site, collection, text))
            .chain(times(collection.kind, text))
            .chain(own(collection.kind, text));
        Dataset {
            columns: columns.collect(),
            collection,
        }
    }

    /// The values of a page, in the order of the columns.
    pub fn row(&self, site: &Site<'_>, id: PageId) -> Vec<Value> {
        let page = site.page(id);
        let value = |column: &DataColumn| match column.source {
            ColumnSource::Shared(read) => read(site, id),
            ColumnSource::Own(read) => read(page),
            ColumnSource::Kind(number) => (self.collection.kind.columns[number].read)(&page.facts),
            ColumnSource::Related(kind) => {
                let related = site.related(id, kind);
                let addresses = related.map(|other| site.absolute(&site.page(other).route));
                json!(addresses.collect::<Vec<_>>())
            }
        };
        self.columns.iter().map(value).collect()
    }
}

/// The columns with the pages that others belong to, for each kind that the site has.
fn related(site: &Site<'_>, of: &Collection<'_>, text: &Text) -> Vec<DataColumn> {
    let is_named = |kind: &&'static KindSpec| {
        let mut pages = of.items.iter().flat_map(|id| site.related(*id, kind));
        site.collection(kind).is_some() && pages.next().is_some()
    };
    let column = |kind: &'static KindSpec| DataColumn {
        name: kind.name,
        description: text.say(&format!("search-kind-{}", kind.name)).to_owned(),
        form: ColumnForm::Addresses,
        source: ColumnSource::Related(kind),
    };
    let kinds = site.config.table.relations().filter(is_named);
    kinds.map(column).collect()
}

/// The columns of kinds whose pages tell of an event.
fn times(kind: &KindSpec, text: &Text) -> Vec<DataColumn> {
    if !matches!(kind.order, Order::Soonest) {
        return Vec::new();
    }
    let column = |name, label: &str, form, read| DataColumn {
        name,
        description: text.say(label).to_owned(),
        form,
        source: ColumnSource::Own(read),
    };
    vec![
        column("start", "data-start", ColumnForm::Text, |page| {
            json!(occurrences(page).first().map(start))
        }),
        column("end", "data-end", ColumnForm::Text, |page| {
            let first = occurrences(page).first();
            json!(first.and_then(|of| Some(written(of, of.end?))))
        }),
        column("starts", "data-starts", ColumnForm::Texts, |page| {
            json!(occurrences(page).iter().map(start).collect::<Vec<_>>())
        }),
    ]
}

fn occurrences(page: &Page) -> &[Occurrence] {
    page.schedule().map_or(&[], Schedule::occurrences)
}

fn start(of: &Occurrence) -> String {
    written(of, of.start)
}

/// A time of an occurrence by the clock of the region: a day alone where it lasts whole days.
fn written(of: &Occurrence, time: DateTime) -> String {
    match of.is_whole_days {
        true => time.date().to_string(),
        false => time.to_string(),
    }
}

fn own(kind: &'static KindSpec, text: &Text) -> impl Iterator<Item = DataColumn> {
    let columns = kind.columns.iter().enumerate();
    columns.map(|(number, column)| DataColumn {
        name: column.name,
        description: text.say(column.label).to_owned(),
        form: column.form,
        source: ColumnSource::Kind(number),
    })
}
