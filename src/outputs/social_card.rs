//! The picture of a page that has none of its own, for where others share it: its title on a card
//! in the colours of its theme. It is drawn in the background.

use std::sync::{Arc, LazyLock};

use anyhow::Context;
use askama::Template;
use png::{BitDepth, ColorType, Compression};
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{Options, Tree};

use crate::content::page::Role;
use crate::digest::Digester;
use crate::outputs::assets::Assets;
use crate::outputs::format::{Output, OutputFormat, OutputSource};
use crate::outputs::renderer::{RenderContext, SiteRenderer};
use crate::outputs::social_image;
use crate::outputs::template::render_template;
use crate::outputs::view::mark;
use crate::site::PageId;
use crate::snapshot::derived::DerivedFile;
use crate::snapshot::{Answer, CachePolicy};

pub static SOCIAL_CARD: OutputFormat = OutputFormat {
    media_type: "image/png",
    link: None,
    outputs: |site| {
        let pages = 0..site.pages.len();
        let output = |id| {
            Some(Output::new(
                social_image::card(site, id)?,
                OutputSource::Page(id),
                &SOCIAL_CARD,
            ))
        };
        pages.filter_map(output).collect()
    },
    write,
};

/// The version of the drawing. Another one draws every card anew.
const RECIPE: &str = "card 1";

/// The size of every card, in dots: what the places where pages are shared ask for.
const SIZE: (u32, u32) = (1200, 630);

/// The sizes of letters for titles, the largest that fits first, each with the most lines.
const TITLE_SIZES: [(usize, usize); 4] = [(68, 4), (56, 5), (46, 6), (38, 7)];

/// The room for a title, in units of the drawing.
const TITLE_WIDTH: usize = 750;

/// The middle of that room, from above.
const TITLE_MIDDLE: usize = 315;

/// The width of a letter of the typeface, in hundredths of the height of its line; most are less.
const LETTER_WIDTH: usize = 70;

/// The typeface of every card.
static OPTIONS: LazyLock<Options<'static>> = LazyLock::new(|| {
    let mut options = Options::default();
    options
        .fontdb_mut()
        .load_font_data(dejavu::serif::bold().to_vec());
    options
});

/// The content of a card.
#[derive(Template, Debug)]
#[template(path = "card.svg")]
struct Card {
    /// The name of the page above; empty at the top.
    section: String,
    title: Title,
    site: String,
    /// A drawing in lines, as SVG path data in a square of 24; empty where the page has none.
    emblem: String,
    colors: Colors,
}

#[derive(Debug)]
struct Title {
    /// Of its letters, in units of the drawing.
    size: usize,
    lines: Vec<TitleLine>,
}

#[derive(Debug)]
struct TitleLine {
    baseline: usize,
    text: String,
}

/// Colours as the style sheet writes them.
#[derive(Debug)]
struct Colors {
    ground: String,
    line: String,
    text: String,
    ink: String,
    thread: String,
}

fn write(renderer: &SiteRenderer<'_>, output: &Output) -> Answer {
    let OutputSource::Page(id) = output.source else {
        unreachable!("cards are of pages");
    };
    let cx = renderer.context(id);
    let card = card(cx, id);
    let digest = {
        let mut digester = Digester::default();
        digester.add(RECIPE).add(format!("{card:?}")).digest()
    };
    let derived = DerivedFile::new(
        SOCIAL_CARD.media_type,
        CachePolicy::Revalidate,
        digest,
        cx.assets.find_answer("static/share.png"),
        move || card.draw().map(Some),
    );
    Answer::Derived(Arc::new(derived))
}

fn card(cx: &RenderContext<'_>, id: PageId) -> Card {
    let site_page = &cx.site.pages[id];
    let page = &site_page.page;
    let above = site_page.ancestors.last().map(|above| cx.site.page(*above));
    let section = above.filter(|above| above.role != Role::Home);
    let related = site_page.related.iter().map(|id| cx.site.page(*id));
    let emblem = [&**page].into_iter().chain(related).find_map(mark);
    let emblem = emblem.unwrap_or_default();
    Card {
        section: section.map_or_else(String::new, |above| above.meta.title.clone()),
        title: Title::of(&page.meta.title),
        site: cx.site.config.name.clone(),
        colors: Colors::of(cx.assets, &emblem.hue),
        emblem: emblem.drawing,
    }
}

impl Card {
    fn draw(&self) -> anyhow::Result<Vec<u8>> {
        let tree = Tree::from_str(&render_template(self), &OPTIONS)?;
        let mut dots = Pixmap::new(SIZE.0, SIZE.1).context("a card has a size")?;
        resvg::render(&tree, Transform::identity(), &mut dots.as_mut());
        // Every dot is opaque.
        let (dots, _) = dots.data().as_chunks();
        let colors: Vec<u8> = dots
            .iter()
            .flat_map(|[red, green, blue, _]| [*red, *green, *blue])
            .collect();
        let mut file = Vec::new();
        let mut encoder = png::Encoder::new(&mut file, SIZE.0, SIZE.1);
        encoder.set_color(ColorType::Rgb);
        encoder.set_depth(BitDepth::Eight);
        encoder.set_compression(Compression::Fast);
        encoder.write_header()?.write_image_data(&colors)?;
        Ok(file)
    }
}

impl Title {
    /// The title in the largest letters in which it fits; cut off where it fits in none.
    fn of(title: &str) -> Self {
        let in_size = |(size, most): &(usize, usize)| {
            let room = TITLE_WIDTH * 100 / (LETTER_WIDTH * size);
            (*size, *most, wrap(title, room), room)
        };
        let mut sizes = TITLE_SIZES.iter().map(in_size);
        let fits = |(_, most, lines, room): &(usize, usize, Vec<String>, usize)| {
            lines.len() <= *most && lines.iter().all(|line| line.chars().count() <= *room)
        };
        let last = in_size(&TITLE_SIZES[TITLE_SIZES.len() - 1]);
        let (size, most, mut lines, _) = sizes.find(fits).unwrap_or(last);
        if lines.len() > most {
            lines.truncate(most);
            lines[most - 1].push('…');
        }
        let height = size * 5 / 4;
        let first = TITLE_MIDDLE + size / 3 - height * (lines.len() - 1) / 2;
        let lines = lines.into_iter().enumerate();
        let line = |(number, text)| TitleLine {
            baseline: first + number * height,
            text,
        };
        Title {
            size,
            lines: lines.map(line).collect(),
        }
    }
}

impl Colors {
    /// Those of a hue, or those of the site where it is empty.
    fn of(assets: &Assets, hue: &str) -> Self {
        let value = |property: &str, otherwise: &str| {
            let value = assets.styles.value(property);
            let plain = value.filter(|value| value.starts_with('#'));
            plain.unwrap_or_else(|| otherwise.to_owned())
        };
        let ink = value("--brand-color", "#3b4a5a");
        let thread = value("--spark-color", "#9fb3c8");
        Colors {
            ground: value("--deep-color", "#1d2733"),
            line: value("--deep-line-color", "#3b4a5a"),
            text: value("--deep-text-color", "#e6ebf0"),
            ink: value(&format!("--{hue}-ink"), &ink),
            thread: value(&format!("--{hue}-thread"), &thread),
        }
    }
}

/// The lines of a text of which none has more letters than this, but for longer words.
fn wrap(text: &str, room: usize) -> Vec<String> {
    let mut lines: Vec<String> = vec![String::new()];
    for word in text.split_whitespace() {
        let line = lines.last_mut().expect("there is a line");
        if line.is_empty() {
            line.push_str(word);
        } else if line.chars().count() + 1 + word.chars().count() <= room {
            line.push(' ');
            line.push_str(word);
        } else {
            lines.push(word.to_owned());
        }
    }
    lines
}
