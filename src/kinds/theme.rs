//! Themes: subjects that other pages belong to.

use std::collections::BTreeSet;

use askama::Template;
use serde::Deserialize;
use toml::Spanned;
use toml::value::Datetime;

use crate::content::front_matter::key_reader::KeyReader;
use crate::content::page::Role;
use crate::date::Date;
use crate::kinds::spec::{Emblem, Facts, KindSpec, Order, Presence, SearchSpec, fact_as_text};
use crate::message;
use crate::outputs::layout::{NavState, PageLayout};
use crate::outputs::page::{MAX_RELATED, NamedBand, PageText, named_bands, named_by, parts};
use crate::outputs::picture::PictureView;
use crate::outputs::renderer::RenderContext;
use crate::outputs::template::render_template;
use crate::outputs::view::{FigureView, LinkView, PageHeader, StandingView, Teaser, Time};
use crate::route::is_slug;
use crate::rule::Rule;
use crate::site::PageId;
use crate::text::Text;

pub static SPEC: KindSpec = KindSpec {
    name: "themes",
    presence: Presence::Required,
    lists_below: false,
    order: Order::ByNumber { is_required: true },
    is_relation: true,
    keys: &["hue", "emblem", "official", "now", "figures"],
    read,
    note: |facts, _| official(facts).map(str::to_owned),
    emblem: |facts| facts.get().map(|theme: &Theme| &theme.emblem),
    official,
    search: SearchSpec {
        weight: 1.12,
        facet: Some("theme"),
        has_spoken_label: true,
        facts: facts_as_text,
        ..KindSpec::PLAIN.search
    },
    draft: |_| "order = 99\n".to_owned(),
    ..KindSpec::PLAIN
};

/// The emblem of a theme, and what stands beside its text.
#[derive(Debug)]
struct Theme {
    emblem: Emblem,
    official: Option<String>,
    now: Option<Standing>,
    figures: Vec<FigureView>,
}

/// The one who does the work, as far as was known on a day.
#[derive(Debug)]
struct Standing {
    text: String,
    date: Date,
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct RawTheme {
    hue: Option<Spanned<String>>,
    emblem: Option<Spanned<String>>,
    official: Option<Spanned<String>>,
    now: Option<Spanned<RawStanding>>,
    #[serde(default)]
    figures: Vec<Spanned<RawKeyFigure>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawStanding {
    text: Option<Spanned<String>>,
    date: Option<Spanned<Datetime>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawKeyFigure {
    name: Option<Spanned<String>>,
    value: Option<Spanned<String>>,
    year: Option<Spanned<i16>>,
    source: Option<Spanned<String>>,
}

fn read(keys: &mut KeyReader<'_>) -> Facts {
    let raw: RawTheme = keys.read();
    let hue_place = raw.hue.as_ref().map(|hue| keys.place(hue));
    let hue = keys.checked(
        raw.hue,
        |hue| is_slug(hue),
        Rule::WrongType,
        message!("no-hue"),
        message!("no-hue-help"),
    );
    let drawing = keys.checked(
        raw.emblem,
        |drawing| is_path_data(drawing),
        Rule::WrongType,
        message!("no-drawing"),
        message!("no-drawing-help"),
    );
    let figures = raw.figures.into_iter();
    Facts::new(Theme {
        emblem: Emblem {
            hue: hue.unwrap_or_default(),
            hue_place,
            drawing: drawing.unwrap_or_default(),
        },
        official: keys.optional_text("official", raw.official),
        now: raw.now.and_then(|now| read_standing(now, keys)),
        figures: figures
            .filter_map(|figure| read_figure(figure, keys))
            .collect(),
    })
}

fn read_standing(raw: Spanned<RawStanding>, keys: &mut KeyReader<'_>) -> Option<Standing> {
    let span = raw.span();
    let RawStanding { text, date } = raw.into_inner();
    let (Some(text), Some(date)) = (text, date) else {
        keys.incomplete(
            span,
            "now",
            &["text", "date"],
            message!("now-incomplete"),
            message!("now-incomplete-help"),
        );
        return None;
    };
    let (text, date) = (keys.text("text", Some(text)), keys.day(&date));
    Some(Standing {
        text: text?,
        date: date?,
    })
}

fn read_figure(raw: Spanned<RawKeyFigure>, keys: &mut KeyReader<'_>) -> Option<FigureView> {
    let span = raw.span();
    let raw = raw.into_inner();
    let (Some(name), Some(value), Some(year), Some(source)) =
        (raw.name, raw.value, raw.year, raw.source)
    else {
        keys.incomplete(
            span,
            "figures",
            &["name", "value", "year", "source"],
            message!("figure-incomplete"),
            message!("figure-incomplete-help"),
        );
        return None;
    };
    let (name, value) = (
        keys.text("name", Some(name)),
        keys.text("value", Some(value)),
    );
    let (year, source) = (keys.year(Some(year)), keys.text("source", Some(source)));
    Some(FigureView {
        name: name?,
        value: value?,
        year: year?,
        source: source?,
    })
}

fn facts_as_text(facts: &Facts, title: &str, text: &Text) -> Vec<String> {
    let Some(theme) = facts.get::<Theme>() else {
        return Vec::new();
    };
    let now = theme.now.as_ref().map(|now| &now.text);
    let now = fact_as_text(title, text, "theme-now", now);
    let figures = theme.figures.iter().map(|figure| {
        let FigureView {
            name, value, year, ..
        } = figure;
        format!("{title} – {name} ({year}): {value}")
    });
    now.into_iter().chain(figures).collect()
}

fn official(facts: &Facts) -> Option<&str> {
    facts.get::<Theme>()?.official.as_deref()
}

/// True for a text that holds nothing but the commands and numbers of an SVG path.
fn is_path_data(text: &str) -> bool {
    text.chars()
        .all(|c| "MmLlHhVvCcSsQqTtAaZz .,-".contains(c) || c.is_ascii_digit())
}

#[derive(Template)]
#[template(path = "theme_list.html")]
struct ThemeListPage<'a> {
    layout: PageLayout,
    header: PageHeader,
    text: PageText,
    themes: Vec<&'a Teaser>,
}

#[derive(Template)]
#[template(path = "theme.html")]
struct ThemePage<'a> {
    layout: PageLayout,
    header: PageHeader,
    text: PageText,
    now: Option<StandingView>,
    figures: &'a [FigureView],
    municipalities: Vec<&'a LinkView>,
    lists: Vec<NamedBand<'a>>,
    related: Vec<&'a Teaser>,
    others: Vec<&'a Teaser>,
}

pub fn render(cx: &RenderContext<'_>, id: PageId) -> String {
    let (layout, mut header, mut text) = parts(cx, id);
    let themes = cx.site.items(&SPEC).iter().copied();
    if cx.site.page(id).role == Role::Index {
        return render_template(&ThemeListPage {
            layout,
            header,
            text,
            themes: cx.teasers(themes),
        });
    }
    let own_themes: Vec<PageId> = cx.site.related(id, &SPEC).collect();
    let mut related = named_by(cx, id, &own_themes);
    related.truncate(MAX_RELATED);
    let theme = cx.site.page(id).facts.get::<Theme>();
    let now = theme.and_then(|theme| theme.now.as_ref());
    let is_drawing = |picture: &mut PictureView| picture.address.as_str().ends_with(".svg");
    header.drawing = text.picture.take_if(is_drawing);
    render_template(&ThemePage {
        layout,
        header,
        now: now.map(|now| StandingView {
            text: now.text.clone(),
            day: Time::new(now.date, cx.text()),
            contacts: std::mem::take(&mut text.contacts),
        }),
        figures: theme.map_or(&[], |theme| &theme.figures),
        municipalities: places(cx, id),
        text,
        lists: named_bands(cx, id),
        related,
        others: cx.teasers(themes.filter(|other| *other != id)),
    })
}

/// The places that the theme touches: those that it names, and those that whatever names it does,
/// in the order of their list. Where that is all of them, it is the list itself.
fn places<'a>(cx: &'a RenderContext<'_>, id: PageId) -> Vec<&'a LinkView> {
    let named_by = cx.in_language(&cx.site.pages[id].named_by);
    let pages = named_by.chain([id]);
    let named: BTreeSet<PageId> = pages
        .flat_map(|page| cx.site.pages[page].related.iter().copied())
        .collect();
    let mut directories = cx.site.collections.iter();
    let Some(directory) = directories.find(|collection| collection.kind.is_directory) else {
        return Vec::new();
    };
    let items = cx.site.items(directory.kind);
    let mut places: Vec<PageId> = items.to_vec();
    places.retain(|place| named.contains(place));
    if places.len() == items.len() {
        places = directory.index.into_iter().collect();
    }
    places.iter().map(|place| cx.link(*place)).collect()
}
