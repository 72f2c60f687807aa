//! Themes: subjects that other pages belong to.

use askama::Template;
use serde::Deserialize;
use toml::Spanned;

use crate::content::front_matter::key_reader::KeyReader;
use crate::content::page::Role;
use crate::kinds::spec::{Emblem, Facts, KindSpec, Order, Presence, SearchSpec};
use crate::outputs::layout::{NavState, PageLayout};
use crate::outputs::page::{MAX_RELATED, NamedBand, PageText, named_bands, named_by, parts};
use crate::outputs::renderer::RenderContext;
use crate::outputs::template::render_template;
use crate::outputs::view::{PageHeader, Teaser};
use crate::route::is_slug;
use crate::rule::Rule;
use crate::site::PageId;

pub static SPEC: KindSpec = KindSpec {
    name: "themes",
    presence: Presence::Required,
    lists_below: false,
    order: Order::ByNumber { is_required: true },
    relation: Some("thema"),
    keys: &["hue", "emblem", "official"],
    read,
    note: |facts, _| official(facts).map(str::to_owned),
    emblem: |facts| facts.get().map(|theme: &Theme| &theme.emblem),
    official,
    search: SearchSpec {
        weight: 1.12,
        facet: Some("theme"),
        has_spoken_label: true,
        ..KindSpec::PLAIN.search
    },
    draft: |_| "order = 99\n".to_owned(),
    ..KindSpec::PLAIN
};

#[derive(Debug)]
struct Theme {
    emblem: Emblem,
    official: Option<String>,
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct RawTheme {
    hue: Option<Spanned<String>>,
    emblem: Option<Spanned<String>>,
    official: Option<Spanned<String>>,
}

fn read(keys: &mut KeyReader<'_>) -> Facts {
    let raw: RawTheme = keys.read();
    let hue_place = raw.hue.as_ref().map(|hue| keys.place(hue));
    let hue = keys.checked(
        raw.hue,
        |hue| is_slug(hue),
        Rule::WrongType,
        "dit is geen naam van een kleur",
        "kies een naam uit `static/css/parts/hue.css`",
    );
    let drawing = keys.checked(
        raw.emblem,
        |drawing| is_path_data(drawing),
        Rule::WrongType,
        "dit is geen tekening",
        "schrijf de lijnen als SVG-pad: letters zoals M en L, en getallen",
    );
    let emblem = Emblem {
        hue: hue.unwrap_or_default(),
        hue_place,
        drawing: drawing.unwrap_or_default(),
    };
    Facts::new(Theme {
        emblem,
        official: keys.optional_text("official", raw.official),
    })
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
    lists: Vec<NamedBand<'a>>,
    related: Vec<&'a Teaser>,
    others: Vec<&'a Teaser>,
}

pub fn render(cx: &RenderContext<'_>, id: PageId) -> String {
    let (layout, header, text) = parts(cx, id);
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
    render_template(&ThemePage {
        layout,
        header,
        text,
        lists: named_bands(cx, id),
        related,
        others: cx.teasers(themes.filter(|other| *other != id)),
    })
}
