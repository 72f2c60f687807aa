//! The patterns: every part that pages are made of, in all its forms, with made-up content. Whoever
//! changes a part looks here.

use std::sync::Arc;

use askama::Template;

use crate::content;
use crate::content::alerts::Level;
use crate::content::document::Target;
use crate::content::meta::Contact;
use crate::date::Date;
use crate::geometry::Point;
use crate::kinds::spec::Emblem;
use crate::outputs::alphabet::{self, LetterEntry, LetterGroup, LetterStep};
use crate::outputs::layout::{MenuItem, NavState, PageLayout, SectionMenu};
use crate::outputs::map::{Map, MapPoint, MapShape};
use crate::outputs::page::{self, NamedBand, PageText};
use crate::outputs::pager::{Pager, PagerStep};
use crate::outputs::picture::PictureView;
use crate::outputs::renderer::RenderContext;
use crate::outputs::template::render_template;
use crate::outputs::view::{
    AlertView, AnswerView, Choice, ContactView, FigureView, GlossaryEntry, LinkView, PageHeader,
    PastAlert, StandingView, Teaser, Time,
};
use crate::problem::Report;
use crate::search::snippet::SnippetPart;
use crate::site::map::{RegionArea, RegionMap};
use crate::site::{LinkTarget, ResolvedLinks, SitePage};
use crate::source::Source;
use crate::text::Text;
use crate::visibility::PublishState;

/// The key of a picture that sites have.
const PICTURE: &str = "static/favicon.svg";

/// The text of the page, with everything in it that Markdown can become.
const SAMPLE: &str = include_str!("../../templates/patterns.md");

/// A map with a piece of everything that can be on one.
const SAMPLE_MAP: &str = include_str!("../../templates/patterns.geojson");

/// The name in plans of themes that do not exist.
const OFFICIAL: &str = "Sterke voorbeelden";

/// Lines of a drawing for themes that do not exist.
const EMBLEM: &str = "M4 4h16v16H4zM4 12h16M12 4v16";

#[derive(Template)]
#[template(path = "patterns.html")]
struct PatternsPage<'a> {
    layout: PageLayout,
    header: PageHeader,
    alerts: Vec<AlertView>,
    past_alert: PastAlert,
    now: Option<StandingView>,
    figures: Vec<FigureView>,
    text: PageText,
    themes: Vec<Teaser>,
    lists: Vec<NamedBand<'a>>,
    links: Vec<LinkView>,
    pages: Vec<Teaser>,
    section: SectionMenu,
    map: Map,
    answers: Vec<AnswerView>,
    pager: Pager,
    choices: Vec<Choice>,
    letter_nav: Vec<LetterStep>,
    letters: Vec<LetterGroup>,
    pieces: Vec<SnippetPart>,
}

pub fn render(cx: &RenderContext<'_>) -> String {
    let sample = sample(cx);
    let time = |date| Time::new(date, cx.text());
    let title = cx.text().say("patterns-title");
    let news = [Date::constant(2025, 10, 6), Date::constant(2024, 3, 1)];
    let news = news.map(|day| self::news(time(day)));
    let letters = alphabet::letters(words(), cx.text());
    let contacts = page::text(cx, &sample).contacts.into_iter();
    let contacts = contacts.map(|contact| ContactView {
        id: "p-contact".to_owned(),
        contact: Contact {
            name: "Kantoor Voorbeeld".to_owned(),
            ..contact.contact
        },
        ..contact
    });
    render_template(&PatternsPage {
        // The alerts are among the patterns.
        layout: PageLayout {
            alerts: Vec::new(),
            ..PageLayout::new(&cx.layout, title).below_home()
        },
        header: PageHeader {
            kicker: cx.text().say("kind-themes").to_owned(),
            mark: cx
                .assets
                .styles
                .hues()
                .next()
                .and_then(|hue| theme(hue).mark),
            title: title.to_owned(),
            official: Some(OFFICIAL.to_owned()),
            lead: cx.text().say("patterns-lead").to_owned(),
            author: sample.page.meta.author.clone(),
            dates: page::dates(cx, &sample.page),
            drawing: picture(cx),
        },
        alerts: [
            (Level::Crisis, "Gevaar."),
            (Level::Warning, "Let op."),
            (Level::Info, "Goed om te weten."),
        ]
        .map(|(level, title)| alert(cx, level, title))
        .into(),
        past_alert: PastAlert {
            alert: alert(cx, Level::Warning, "Een melding van toen."),
            from: Some(time(Date::constant(2025, 10, 6))),
            until: Some(time(Date::constant(2025, 10, 8))),
        },
        now: Some(StandingView {
            text: "Kantoor Voorbeeld doet dit werk.".to_owned(),
            day: time(Date::constant(2025, 10, 6)),
            contacts: contacts.collect(),
        }),
        figures: vec![FigureView {
            name: "Fietsers per dag".to_owned(),
            value: "1.200".to_owned(),
            year: 2024,
            source: "De telling".to_owned(),
        }],
        text: PageText {
            glossary: vec![
                meaning("noaber", "Een buur op wie u kunt rekenen."),
                meaning("marke", "Grond van het hele dorp."),
            ],
            tags: vec![link("Wonen"), link("Op de fiets")],
            downloads: vec![
                link("Het verslag (pdf, 412\u{a0}kB)"),
                link("De cijfers (csv, 1\u{a0}kB)"),
            ],
            picture: picture(cx),
            ..page::text(cx, &sample)
        },
        themes: cx.assets.styles.hues().map(theme).collect(),
        lists: vec![NamedBand {
            id: "p-news".to_owned(),
            title: cx.text().say("latest-news").to_owned(),
            items: news.iter().collect(),
            all: Some(link("Al het nieuws")),
        }],
        links: vec![link("Een pagina"), link("Nog een pagina")],
        pages: vec![
            teaser("Een pagina", "Waar die pagina over gaat."),
            Teaser {
                picture: picture(cx),
                ..teaser("Nog een pagina", "En waar deze over gaat.")
            },
        ],
        section: section(),
        map: map(cx.text()),
        answers: vec![AnswerView {
            text: "Wat een redacteur antwoordt op een vraag, in een zin of twee.".to_owned(),
            link: Some(link("Waar meer staat")),
            language: None,
        }],
        pager: pager(),
        choices: vec![
            Choice {
                link: link("Alles"),
                chosen: true,
            },
            Choice {
                link: link("Een deel"),
                chosen: false,
            },
        ],
        letter_nav: alphabet::letter_nav(&letters),
        letters,
        pieces: vec![
            SnippetPart::Plain("Tekst waarin een ".to_owned()),
            SnippetPart::Highlighted("woord".to_owned()),
            SnippetPart::Plain(" is gevonden.".to_owned()),
        ],
    })
}

/// The sample as a page of this site, though it is not one: its links lead elsewhere or nowhere.
fn sample(cx: &RenderContext<'_>) -> SitePage {
    let source = Source::new("patterns.md", SAMPLE);
    let page = content::parse(&source, cx.site.config, &mut Report::default()).page;
    let links = page.body.links.iter();
    let links = links.map(|link| target_of(&link.target)).collect();
    let picture = cx.assets.find(PICTURE).map(|_| PICTURE.to_owned());
    let references = ResolvedLinks {
        pictures: vec![picture; page.body.pictures.len()],
        ..ResolvedLinks::of(links)
    };
    SitePage::unrelated(Arc::new(page), PublishState::Live, references)
}

fn target_of(target: &Target) -> LinkTarget {
    match target {
        Target::Elsewhere(address) => LinkTarget::Elsewhere(address.clone()),
        Target::Heading(fragment) => LinkTarget::Heading(fragment.clone()),
        Target::Language(tag) => LinkTarget::Language(tag.clone()),
        Target::File { .. } => LinkTarget::Nowhere,
    }
}

/// A link to somewhere on the page itself.
fn link(title: &str) -> LinkView {
    LinkView::new(title, "#inhoud")
}

fn alert(cx: &RenderContext<'_>, level: Level, title: &str) -> AlertView {
    let (words, more) = ("Wat er is, in een zin of twee.", link("Wat u kunt doen"));
    AlertView {
        area: vec![link("Een gemeente"), link("Een thema")],
        ..AlertView::new(level, cx.text(), title, words, Some(more))
    }
}

fn meaning(word: &str, meaning: &str) -> GlossaryEntry {
    GlossaryEntry {
        link: link(word),
        meaning: meaning.to_owned(),
    }
}

fn teaser(title: &str, summary: &str) -> Teaser {
    Teaser {
        link: link(title),
        summary: summary.to_owned(),
        time: None,
        note: None,
        mark: None,
        picture: None,
    }
}

/// A picture that the site has, if it has this one.
fn picture(cx: &RenderContext<'_>) -> Option<PictureView> {
    cx.assets.find(PICTURE)?;
    Some(cx.assets.picture(PICTURE, "Wat er te zien is"))
}

fn news(time: Time) -> Teaser {
    let title = format!("Nieuws van {}", time.text);
    Teaser {
        time: Some(time),
        ..teaser(
            &title,
            "Wat er gebeurde, en wat de lezer daaraan heeft. Twee zinnen is genoeg.",
        )
    }
}

fn theme(hue: &str) -> Teaser {
    let mark = Emblem {
        hue: hue.to_owned(),
        hue_place: None,
        drawing: EMBLEM.to_owned(),
    };
    Teaser {
        mark: Some(mark),
        note: Some(OFFICIAL.to_owned()),
        ..teaser(
            &format!("Thema in de kleur {hue}"),
            "Waar het thema over gaat.",
        )
    }
}

fn words() -> impl Iterator<Item = LetterEntry> {
    ["aardgas", "bermgras", "buurt"]
        .into_iter()
        .map(|word| LetterEntry {
            id: word.to_owned(),
            link: link(word),
            text: "Wat het woord betekent, in een zin.".to_owned(),
        })
}

fn section() -> SectionMenu {
    let pages = [
        ("De eerste pagina", NavState::Elsewhere),
        ("De pagina die u leest", NavState::Page),
        ("De pagina erboven", NavState::Below),
    ];
    let item = |(title, state)| MenuItem {
        link: link(title),
        state,
    };
    SectionMenu {
        head: link("Een onderdeel"),
        pages: pages.map(item).into(),
    }
}

fn map(text: &Text) -> Map {
    const NAMES: [&str; 2] = ["Het westen", "Het verre oosten"];
    let source = Source::new("patterns.geojson", SAMPLE_MAP);
    let file = content::map::read(&source, &mut Report::default()).expect("the sample is a map");
    let areas = [(0, 1), (1, 2)];
    let region = RegionMap::of(&file, &areas, &[], |page| NAMES[page]).expect("it has areas");
    let shape = |area: &RegionArea| MapShape {
        is_current: area.page == 0,
        ..MapShape::new(area, NAMES[area.page].to_owned(), "#inhoud".to_owned())
    };
    let shapes = region.areas.iter().map(shape).collect();
    let point = |name: &str, x| MapPoint {
        name: name.to_owned(),
        href: "#inhoud".to_owned(),
        position: Point { x, y: 60 },
        note: "Wat daar is.".to_owned(),
    };
    let points = vec![point("Een plek", 100), point("Nog een plek", 560)];
    Map::new(&region, shapes, text).with(points)
}

fn pager() -> Pager {
    let page = |number| PagerStep::Page {
        number,
        href: "#inhoud".to_owned(),
    };
    Pager {
        previous: Some("#inhoud".to_owned()),
        next: Some("#inhoud".to_owned()),
        steps: vec![
            page(1),
            PagerStep::Gap,
            page(4),
            PagerStep::Current(5),
            page(6),
        ],
    }
}
