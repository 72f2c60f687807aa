//! Municipalities, with their facts.

use askama::Template;
use serde::{Deserialize, Serialize};
use serde_json::json;
use toml::Spanned;
use toml::value::Datetime;

use crate::content::front_matter::key_reader::KeyReader;
use crate::content::front_matter::unwritten;
use crate::content::postcodes::Postcodes;
use crate::date::Date;
use crate::geometry::Position;
use crate::html::Html;
use crate::kinds::spec::{
    Column, ColumnForm, Facts, KindSpec, NewPage, Order, OtherNames, Presence, SearchSpec,
    fact_as_text,
};
use crate::kinds::theme;
use crate::message;
use crate::outputs::layout::{NavState, PageLayout};
use crate::outputs::map::{self, Map};
use crate::outputs::page::{MAX_RELATED, NamedBand, PageText, named_bands, named_by, parts};
use crate::outputs::renderer::RenderContext;
use crate::outputs::schema_org;
use crate::outputs::template::render_template;
use crate::outputs::view::{LinkView, PageHeader, Teaser, Time, host};
use crate::route::Route;
use crate::rule::Rule;
use crate::site::{PageId, Site};
use crate::source::LocatedName;
use crate::text::Text;

/// The start of the names of municipalities in the register of Dutch public bodies (TOOI).
const REGISTER: &str = "https://identifier.overheid.nl/tooi/id/gemeente/";

pub static SPEC: KindSpec = KindSpec {
    name: "municipalities",
    presence: Presence::Required,
    lists_below: false,
    order: Order::BySlug,
    is_relation: true,
    is_directory: true,
    keys: &[
        "seat",
        "places",
        "area",
        "website",
        "code",
        "inhabitants",
        "postcodes",
    ],
    postcodes: |facts| {
        let facts = of(facts);
        facts.map_or_else(Vec::new, |facts| facts.postcodes.clone())
    },
    read,
    columns: &[
        Column {
            name: "seat",
            label: "seat",
            form: ColumnForm::Text,
            read: |facts| json!(of(facts).and_then(|of| of.seat.as_ref())),
        },
        Column {
            name: "places",
            label: "places",
            form: ColumnForm::Texts,
            read: |facts| json!(of(facts).map_or(&[][..], |of| &of.places)),
        },
        Column {
            name: "area",
            label: "data-area",
            form: ColumnForm::Number,
            read: |facts| json!(of(facts).and_then(|of| of.area)),
        },
        Column {
            name: "inhabitants",
            label: "inhabitants",
            form: ColumnForm::Number,
            read: |facts| json!(population(facts).map(|of| of.number)),
        },
        Column {
            name: "inhabitants-date",
            label: "data-inhabitants-date",
            form: ColumnForm::Day,
            read: |facts| json!(population(facts).map(|of| of.date.to_string())),
        },
        Column {
            name: "inhabitants-source",
            label: "inhabitants-source",
            form: ColumnForm::Text,
            read: |facts| json!(population(facts).map(|of| &of.source)),
        },
        Column {
            name: "website",
            label: "website",
            form: ColumnForm::Address,
            read: |facts| json!(of(facts).and_then(|of| of.website.as_ref())),
        },
        Column {
            name: "code",
            label: "data-code",
            form: ColumnForm::Text,
            read: |facts| json!(of(facts).and_then(|of| Some(&of.code.as_ref()?.name))),
        },
    ],
    map_code: |facts| of(facts)?.code.as_ref(),
    search: SearchSpec {
        // There are many, and much the same is said on each: the one that is meant will be named.
        weight: 0.8,
        names: OtherNames::Places(places),
        facts: facts_as_text,
        facet: Some("municipality"),
        has_spoken_label: true,
        ..KindSpec::PLAIN.search
    },
    draft,
    ..KindSpec::PLAIN
};

/// The facts of a municipality. What its file does not say, or says wrongly, is not there.
#[derive(Debug)]
pub struct Municipality {
    /// The place of its town hall.
    pub seat: Option<String>,
    pub places: Vec<String>,
    /// Land and water, in square kilometres.
    pub area: Option<f64>,
    pub inhabitants: Option<Inhabitants>,
    /// The municipality's own site.
    pub website: Option<String>,
    /// The code by which the map and others know it; in the Netherlands that of Statistics
    /// Netherlands: `GM0141`.
    pub code: Option<LocatedName>,
    /// The figures of its postcodes.
    pub postcodes: Vec<Postcodes>,
}

fn of(facts: &Facts) -> Option<&Municipality> {
    facts.get()
}

fn population(facts: &Facts) -> Option<&Inhabitants> {
    of(facts)?.inhabitants.as_ref()
}

impl Municipality {
    /// True where there is something to tell of it beside its text.
    fn has_facts(&self) -> bool {
        self.inhabitants.is_some()
            || self.area.is_some()
            || self.seat.is_some()
            || self.website.is_some()
            || !self.places.is_empty()
    }
}

#[derive(Debug)]
pub struct Inhabitants {
    pub number: u32,
    /// The day of the count.
    pub date: Date,
    /// Whose count it is.
    pub source: String,
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct RawMunicipality {
    seat: Option<Spanned<String>>,
    places: Option<Spanned<Vec<String>>>,
    area: Option<Spanned<f64>>,
    website: Option<Spanned<String>>,
    code: Option<Spanned<String>>,
    inhabitants: Option<Spanned<RawInhabitants>>,
    #[serde(default)]
    postcodes: Vec<Spanned<String>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawInhabitants {
    number: Option<u32>,
    date: Option<Spanned<Datetime>>,
    source: Option<Spanned<String>>,
}

fn read(keys: &mut KeyReader<'_>) -> Facts {
    let raw: RawMunicipality = keys.read();
    let seat = keys.text("seat", raw.seat);
    let places = keys.required("places", raw.places);
    let places = keys.checked(
        places,
        |places| places.iter().any(|place| !place.trim().is_empty()),
        Rule::MissingKey,
        message!("places-empty"),
        message!("places-empty-help"),
    );
    let area = keys.required("area", raw.area);
    let area = keys.checked(
        area,
        |area| area.is_finite() && *area > 0.0,
        Rule::WrongType,
        message!("no-surface"),
        message!("no-surface-help"),
    );
    let website = keys.required("website", raw.website);
    let website = keys.web_address(website, Rule::UnsafeLink);
    let place = raw.code.as_ref().map(|code| keys.place(code));
    let is_dutch = keys.country == Some("NL");
    let code = keys.checked(
        raw.code,
        |code| !is_dutch || is_municipality_code(code),
        Rule::WrongType,
        message!("no-municipality-code"),
        message!("no-municipality-code-help"),
    );
    let inhabitants = keys
        .required("inhabitants", raw.inhabitants)
        .and_then(|raw| inhabitants(raw, keys));
    let postcodes = raw.postcodes.into_iter().filter_map(|written| {
        let written = keys.checked(
            Some(written),
            |written| match Postcodes::parse(written) {
                Some(Postcodes::Numbers(4, _)) => true,
                of => of.is_some() && !is_dutch,
            },
            Rule::WrongType,
            message!("no-postcodes"),
            message!("no-postcodes-help"),
        )?;
        Postcodes::parse(&written)
    });
    let postcodes = postcodes.collect();
    Facts::new(Municipality {
        postcodes,
        seat,
        places: places.unwrap_or_default(),
        area,
        inhabitants,
        website,
        code: code
            .zip(place)
            .map(|(name, place)| LocatedName { name, place }),
    })
}

fn inhabitants(raw: Spanned<RawInhabitants>, keys: &mut KeyReader<'_>) -> Option<Inhabitants> {
    let span = raw.span();
    let raw = raw.into_inner();
    let date = raw.date.as_ref().and_then(|date| keys.day(date));
    let (Some(number), Some(date), Some(source)) = (raw.number, date, raw.source) else {
        keys.incomplete(
            span,
            "inhabitants",
            &["number", "date", "source"],
            message!("inhabitants-incomplete"),
            message!("inhabitants-incomplete-help"),
        );
        return None;
    };
    Some(Inhabitants {
        number,
        date,
        source: keys.text("source", Some(source))?,
    })
}

/// True for a code of Statistics Netherlands for a municipality.
fn is_municipality_code(code: &str) -> bool {
    code.strip_prefix("GM")
        .is_some_and(|digits| digits.len() == 4 && digits.bytes().all(|byte| byte.is_ascii_digit()))
}

fn places(facts: &Facts) -> Vec<String> {
    let Some(facts) = of(facts) else {
        return Vec::new();
    };
    facts.places.iter().chain(&facts.seat).cloned().collect()
}

/// The number of inhabitants, in words.
fn count(inhabitants: &Inhabitants, text: &Text) -> String {
    let number = text.number(f64::from(inhabitants.number));
    text.say_with("inhabitants-count", "number", number)
}

fn facts_as_text(facts: &Facts, title: &str, text: &Text) -> Vec<String> {
    let Some(facts) = of(facts) else {
        return Vec::new();
    };
    let fact = |name, value: Option<String>| fact_as_text(title, text, name, value);
    let counted = |of: &Inhabitants| {
        let count = count(of, text);
        format!("{title}: {count} ({})", text.date(of.date))
    };
    let website = |website: &String| {
        let website = website.trim_start_matches("https://");
        format!("{title}: {}", website.trim_end_matches('/'))
    };
    let area = |area| format!("{} km²", text.number(area));
    let places = Some(facts.places.join(", ")).filter(|places| !places.is_empty());
    [
        facts.inhabitants.as_ref().map(counted),
        fact("area", facts.area.map(area)),
        fact("seat", facts.seat.clone()),
        fact("places", places),
        facts.website.as_ref().map(website),
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn draft(new: &NewPage) -> String {
    let words = [
        ("{explained}", new.say(&message!("draft-explained"))),
        ("{fact}", new.say(&unwritten::fact())),
        ("{today}", new.today.to_string()),
    ];
    let lines = include_str!("municipality_draft.toml").to_owned();
    let fill_in = |lines: String, (word, value): (&str, String)| lines.replace(word, &value);
    words.into_iter().fold(lines, fill_in)
}

#[derive(Template)]
#[template(path = "municipality_list.html")]
struct MunicipalityListPage<'a> {
    layout: PageLayout,
    header: PageHeader,
    text: PageText,
    map: Option<Map>,
    /// The address of the page that finds the municipality of a place.
    finder: Option<&'a Route>,
    municipalities: Vec<Counted>,
    /// The day or days of the counts.
    counted: String,
}

#[derive(Template)]
#[template(path = "municipality.html")]
struct MunicipalityPage<'a> {
    layout: PageLayout,
    header: PageHeader,
    text: PageText,
    map: Option<Map>,
    municipality: &'a Municipality,
    inhabitants: Option<Count<'a>>,
    area: Option<String>,
    website: Option<LinkView>,
    lists: Vec<NamedBand<'a>>,
    themes: Vec<&'a Teaser>,
    related: Vec<&'a Teaser>,
}

/// The number of inhabitants, the day on which they were counted, and by whom.
struct Count<'a> {
    number: String,
    day: Time,
    source: &'a str,
}

/// A municipality with its number of inhabitants and its neighbours on the map, as text; empty
/// where they are not known.
struct Counted {
    link: LinkView,
    count: String,
    neighbours: String,
}

pub fn render(cx: &RenderContext<'_>, id: PageId) -> String {
    let page = cx.site.page(id);
    match of(&page.facts) {
        Some(municipality) => render_item(cx, id, municipality),
        None => render_list(cx, id),
    }
}

fn render_item(cx: &RenderContext<'_>, id: PageId, municipality: &Municipality) -> String {
    let (mut layout, header, text) = parts(cx, id);
    let area = administrative_area(cx.site, id, municipality);
    layout.metadata.push(area);
    let themes: Vec<PageId> = cx.site.related(id, &theme::SPEC).collect();
    let mut related = named_by(cx, id, &themes);
    related.truncate(MAX_RELATED);
    let website = municipality.website.as_ref();
    render_template(&MunicipalityPage {
        layout,
        header,
        text,
        map: Map::without_names(cx, id),
        municipality,
        inhabitants: municipality.inhabitants.as_ref().map(|of| Count {
            number: cx.text().number(f64::from(of.number)),
            day: Time::new(of.date, cx.text()),
            source: &of.source,
        }),
        area: municipality.area.map(|area| cx.text().number(area)),
        website: website.map(|website| LinkView::new(host(website), website)),
        lists: named_bands(cx, id),
        themes: cx.teasers(themes),
        related,
    })
}

fn render_list(cx: &RenderContext<'_>, id: PageId) -> String {
    let (layout, header, text) = parts(cx, id);
    let counted = |(id, municipality): (PageId, &Municipality)| Counted {
        link: cx.link(id).clone(),
        count: municipality
            .inhabitants
            .as_ref()
            .map_or_else(String::new, |of| count(of, cx.text())),
        neighbours: map::neighbours(cx, id),
    };
    render_template(&MunicipalityListPage {
        finder: cx.site.config.addresses.finder.as_ref(),
        layout,
        header,
        text,
        map: Map::with_points(cx, id),
        municipalities: municipalities(cx.site).map(counted).collect(),
        counted: days_of_counts(cx),
    })
}

/// The day on which most inhabitants were counted, and the exceptions.
fn days_of_counts(cx: &RenderContext<'_>) -> String {
    let day = |municipality: &Municipality| Some(municipality.inhabitants.as_ref()?.date);
    let days = || municipalities(cx.site).filter_map(|(_, municipality)| day(municipality));
    let times = |day: Date| days().filter(|other| *other == day).count();
    let Some(usual) = days().max_by_key(|day| (times(*day), *day)) else {
        return String::new();
    };
    let text = cx.text();
    let mut sentences = vec![text.say_with("inhabitants-counted", "date", text.date(usual))];
    for (id, municipality) in municipalities(cx.site) {
        let name = &cx.site.page(id).meta.title;
        if let Some(day) = day(municipality).filter(|day| *day != usual) {
            let values = [("name", name.into()), ("date", text.date(day).into())];
            sentences.push(text.fill("inhabitants-except", values));
        }
    }
    sentences.join(" ")
}

fn municipalities<'a>(site: &'a Site<'_>) -> impl Iterator<Item = (PageId, &'a Municipality)> {
    let items = site.items(&SPEC).iter();
    items.filter_map(|id| Some((*id, site.page(*id).facts.get()?)))
}

/// The municipality, as search engines read it.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct AreaData<'a> {
    /// The name of the municipality in the register of Dutch public bodies.
    #[serde(skip_serializing_if = "Option::is_none")]
    identifier: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    same_as: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    geo: Option<GeoShape>,
}

/// The part of the globe in which an area lies.
#[derive(Serialize)]
struct GeoShape {
    #[serde(rename = "@type")]
    kind: &'static str,
    /// Latitude and longitude of the south-western corner, and of the north-eastern one.
    r#box: String,
}

impl GeoShape {
    /// Rounded to some hundred metres, as a drawing by hand is no more exact.
    fn of([south_west, north_east]: [Position; 2]) -> Self {
        let corner = |Position(longitude, latitude)| format!("{latitude:.3} {longitude:.3}");
        GeoShape {
            kind: "GeoShape",
            r#box: format!("{} {}", corner(south_west), corner(north_east)),
        }
    }
}

fn administrative_area(site: &Site<'_>, id: PageId, municipality: &Municipality) -> Html {
    let code = municipality.code.as_ref();
    let mut areas = site.map.iter().flat_map(|map| &map.areas);
    let area = areas.find(|area| area.page == id);
    let data = AreaData {
        identifier: code.map(|code| format!("{REGISTER}{}", code.name.to_lowercase())),
        same_as: municipality.website.as_deref(),
        geo: area.and_then(|area| area.corners).map(GeoShape::of),
    };
    schema_org::thing(site, site.page(id), "AdministrativeArea", data)
}
