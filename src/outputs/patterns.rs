//! The patterns: every part that pages are made of, in all its forms, with made-up content. Whoever
//! changes a part looks here.

use std::sync::Arc;

use askama::Template;
use include_dir::{Dir, include_dir};

use crate::content;
use crate::content::alerts::Level;
use crate::content::document::Target;
use crate::content::meta::Contact;
use crate::date::Date;
use crate::geometry::Point;
use crate::kinds::spec::Emblem;
use crate::message;
use crate::message::Message;
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
use crate::visibility::PublishState;

/// The key of a picture that sites have.
const PICTURE: &str = "static/favicon.svg";

/// The text of the page in each language, with everything in it that Markdown can become.
static SAMPLES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/templates/patterns");

/// A map with a piece of everything that can be on one. Words in braces are filled in.
const SAMPLE_MAP: &str = include_str!("../../templates/patterns/map.geojson");

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
    let news = news.map(|day| self::news(cx, day));
    let letters = alphabet::letters(words(cx), cx.text());
    let contacts = page::text(cx, &sample).contacts.into_iter();
    let contacts = contacts.map(|contact| ContactView {
        id: "p-contact".to_owned(),
        contact: Contact {
            name: say(cx, message!("pattern-office")),
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
            mark: cx.assets.styles.hues().next().map(mark),
            title: title.to_owned(),
            official: Some(say(cx, message!("pattern-official"))),
            lead: cx.text().say("patterns-lead").to_owned(),
            author: sample.page.meta.author.clone(),
            dates: page::dates(cx, &sample.page),
            drawing: picture(cx),
        },
        alerts: [
            (Level::Crisis, message!("pattern-alert-crisis")),
            (Level::Warning, message!("pattern-alert-warning")),
            (Level::Info, message!("pattern-alert-info")),
        ]
        .map(|(level, title)| alert(cx, level, title))
        .into(),
        past_alert: PastAlert {
            alert: alert(cx, Level::Warning, message!("pattern-alert-past")),
            from: Some(time(Date::constant(2025, 10, 6))),
            until: Some(time(Date::constant(2025, 10, 8))),
        },
        now: Some(StandingView {
            text: say(cx, message!("pattern-standing")),
            day: time(Date::constant(2025, 10, 6)),
            contacts: contacts.collect(),
        }),
        figures: vec![FigureView {
            name: say(cx, message!("pattern-figure")),
            value: say(cx, message!("pattern-figure-value")),
            year: 2024,
            source: say(cx, message!("pattern-figure-source")),
        }],
        text: PageText {
            glossary: vec![
                meaning(
                    &say(cx, message!("pattern-term")),
                    say(cx, message!("pattern-term-meaning")),
                ),
                meaning(
                    &say(cx, message!("pattern-other-term")),
                    say(cx, message!("pattern-other-term-meaning")),
                ),
            ],
            tags: vec![
                link(&say(cx, message!("pattern-tag"))),
                link(&say(cx, message!("pattern-other-tag"))),
            ],
            downloads: vec![
                link(&say(cx, message!("pattern-download"))),
                link(&say(cx, message!("pattern-other-download"))),
            ],
            picture: picture(cx),
            ..page::text(cx, &sample)
        },
        themes: cx.assets.styles.hues().map(|hue| theme(cx, hue)).collect(),
        lists: vec![NamedBand {
            id: "p-news".to_owned(),
            title: cx.text().say("latest-news").to_owned(),
            items: news.iter().collect(),
            all: Some(link(&say(cx, message!("pattern-all-news")))),
        }],
        links: vec![
            link(&say(cx, message!("pattern-page"))),
            link(&say(cx, message!("pattern-other-page"))),
        ],
        pages: vec![
            teaser(
                &say(cx, message!("pattern-page")),
                say(cx, message!("pattern-page-summary")),
            ),
            Teaser {
                picture: picture(cx),
                ..teaser(
                    &say(cx, message!("pattern-other-page")),
                    say(cx, message!("pattern-other-page-summary")),
                )
            },
        ],
        section: section(cx),
        map: map(cx),
        answers: vec![AnswerView {
            text: say(cx, message!("pattern-answer")),
            link: Some(link(&say(cx, message!("pattern-answer-link")))),
            language: None,
        }],
        pager: pager(),
        choices: vec![
            Choice {
                link: link(&say(cx, message!("pattern-choice-all"))),
                chosen: true,
            },
            Choice {
                link: link(&say(cx, message!("pattern-choice-part"))),
                chosen: false,
            },
        ],
        letter_nav: alphabet::letter_nav(&letters),
        letters,
        pieces: vec![
            SnippetPart::Plain(format!("{} ", say(cx, message!("pattern-before-hit")))),
            SnippetPart::Highlighted(say(cx, message!("pattern-hit"))),
            SnippetPart::Plain(format!(" {}", say(cx, message!("pattern-behind-hit")))),
        ],
    })
}

/// The sample as a page of this site, though it is not one: its links lead elsewhere or nowhere.
fn sample(cx: &RenderContext<'_>) -> SitePage {
    let language = message::language_for(cx.text().language());
    let file = SAMPLES.get_file(format!("{language}.md"));
    let text = file.and_then(include_dir::File::contents_utf8);
    let source = Source::new("patterns.md", text.expect("each language has a sample"));
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

/// A text in the language of the page.
fn say(cx: &RenderContext<'_>, message: Message) -> String {
    message.in_language(cx.text().language())
}

/// A link to somewhere on the page itself.
fn link(title: &str) -> LinkView {
    LinkView::new(title, "#inhoud")
}

fn alert(cx: &RenderContext<'_>, level: Level, title: Message) -> AlertView {
    let words = say(cx, message!("pattern-alert-words"));
    let more = link(&say(cx, message!("pattern-alert-link")));
    AlertView {
        area: vec![
            link(&say(cx, message!("pattern-municipality"))),
            link(&say(cx, message!("pattern-theme"))),
        ],
        ..AlertView::new(level, cx.text(), &say(cx, title), &words, Some(more))
    }
}

fn meaning(word: &str, meaning: String) -> GlossaryEntry {
    GlossaryEntry {
        link: link(word),
        meaning,
    }
}

fn teaser(title: &str, summary: String) -> Teaser {
    Teaser {
        link: link(title),
        summary,
        time: None,
        note: None,
        mark: None,
        picture: None,
    }
}

/// A picture that the site has, if it has this one.
fn picture(cx: &RenderContext<'_>) -> Option<PictureView> {
    cx.assets.find(PICTURE)?;
    let alternative = say(cx, message!("pattern-picture"));
    Some(cx.assets.picture(PICTURE, &alternative))
}

fn news(cx: &RenderContext<'_>, date: Date) -> Teaser {
    let title = say(cx, message!("pattern-news", day = date));
    Teaser {
        time: Some(Time::new(date, cx.text())),
        ..teaser(&title, say(cx, message!("pattern-news-summary")))
    }
}

fn theme(cx: &RenderContext<'_>, hue: &str) -> Teaser {
    let title = say(cx, message!("pattern-theme-in-hue", hue));
    Teaser {
        mark: Some(mark(hue)),
        note: Some(say(cx, message!("pattern-official"))),
        ..teaser(&title, say(cx, message!("pattern-theme-summary")))
    }
}

fn mark(hue: &str) -> Emblem {
    Emblem {
        hue: hue.to_owned(),
        hue_place: None,
        drawing: EMBLEM.to_owned(),
    }
}

fn words(cx: &RenderContext<'_>) -> impl Iterator<Item = LetterEntry> {
    let words = say(cx, message!("pattern-words"));
    let words: Vec<String> = words.split(' ').map(str::to_owned).collect();
    let meaning = say(cx, message!("pattern-word-meaning"));
    words.into_iter().map(move |word| LetterEntry {
        link: link(&word),
        id: word,
        text: meaning.clone(),
    })
}

fn section(cx: &RenderContext<'_>) -> SectionMenu {
    let pages = [
        (message!("pattern-section-first"), NavState::Elsewhere),
        (message!("pattern-section-current"), NavState::Page),
        (message!("pattern-section-above"), NavState::Below),
    ];
    let item = |(title, state)| MenuItem {
        link: link(&say(cx, title)),
        state,
    };
    SectionMenu {
        head: link(&say(cx, message!("pattern-section"))),
        pages: pages.map(item).into(),
    }
}

fn map(cx: &RenderContext<'_>) -> Map {
    let names = [message!("pattern-area"), message!("pattern-other-area")];
    let names = names.map(|name| say(cx, name));
    let sample = sample_map(cx);
    let source = Source::new("map.geojson", &sample);
    let file = content::map::read(&source, &mut Report::default()).expect("the sample is a map");
    let areas = [(0, 1), (1, 2)];
    let region = RegionMap::of(&file, &areas, &[], |page| &names[page]).expect("it has areas");
    let shape = |area: &RegionArea| MapShape {
        is_current: area.page == 0,
        ..MapShape::new(area, names[area.page].clone(), "#inhoud".to_owned())
    };
    let shapes = region.areas.iter().map(shape).collect();
    let point = |name, x| MapPoint {
        name: say(cx, name),
        href: "#inhoud".to_owned(),
        position: Point { x, y: 60 },
        note: say(cx, message!("pattern-point-note")),
    };
    let points = vec![
        point(message!("pattern-point"), 100),
        point(message!("pattern-other-point"), 560),
    ];
    Map::new(&region, shapes, cx.text()).with(points)
}

/// The sample of a map in the language of the page.
fn sample_map(cx: &RenderContext<'_>) -> String {
    let words = [
        ("{note}", message!("pattern-map-note")),
        ("{outside}", message!("pattern-map-outside")),
        ("{west}", message!("pattern-map-west")),
        ("{east}", message!("pattern-map-east")),
        ("{neighbours}", message!("pattern-map-neighbours")),
        ("{lake}", message!("pattern-map-lake")),
        ("{brook}", message!("pattern-map-brook")),
        ("{road}", message!("pattern-map-road")),
        ("{railway}", message!("pattern-map-railway")),
        ("{border}", message!("pattern-map-border")),
        ("{village}", message!("pattern-map-village")),
    ];
    let fill_in = |map: String, (word, message)| map.replace(word, &say(cx, message));
    words.into_iter().fold(SAMPLE_MAP.to_owned(), fill_in)
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
