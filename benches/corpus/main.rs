//! Writes a site of any size: Dutch text with links, tables, pictures and themes, the same in each
//! flavour.
//!
//! ```text
//! cargo run --release --example corpus -- PAGES FOLDER    writes FOLDER/{noaber,hugo,zola}
//! ```
//!
//! Equal numbers of pages give equal bytes, everywhere and always. Three in ten pages lie in
//! folders of fifty; the others are news. A text has 500 words by median and 1,100 in the longest
//! tenth.
#![expect(clippy::print_stderr, reason = "a program for developers")]

mod flavour;
mod prose;
mod rng;

use std::path::Path;
use std::process::ExitCode;

use flavour::Flavour;
use prose::Prose;
use rng::SeededRng;

/// The subjects that the texts are about, each a theme of the site.
const THEMES: [&str; 12] = [
    "arbeidsmarkt",
    "bereikbaarheid",
    "circulair",
    "energie",
    "gezondheid",
    "innovatie",
    "landbouw",
    "onderwijs",
    "recreatie",
    "veiligheid",
    "water",
    "wonen",
];

/// The number of pages in one folder.
const FOLDER: usize = 50;

/// The number of pictures of the site.
const PICTURES: usize = 24;

/// The content of one page, before any flavour of Markdown.
struct Article {
    /// The folder and the name of the file, without its extension.
    folder: String,
    name: String,
    title: String,
    summary: String,
    date: String,
    is_news: bool,
    themes: Vec<&'static str>,
    body: Vec<Piece>,
}

/// A part of the body.
enum Piece {
    Heading(String),
    Paragraph(Vec<Run>),
    Items(Vec<String>),
    Table(Vec<[String; 3]>),
    Picture { number: usize, alternative: String },
}

/// Words in a paragraph.
enum Run {
    Words(String),
    /// To the page with this number.
    Link(String, usize),
}

impl Run {
    fn words(&self) -> usize {
        let (Run::Words(text) | Run::Link(text, _)) = self;
        text.split(' ').count()
    }
}

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [count, folder] = &arguments[..] else {
        eprintln!("usage: corpus PAGES FOLDER");
        return ExitCode::from(2);
    };
    let Ok(count) = count.parse::<usize>() else {
        eprintln!("corpus: {count} is no number of pages");
        return ExitCode::from(2);
    };
    let articles: Vec<Article> = (0..count).map(|number| article(number, count)).collect();
    for flavour in Flavour::ALL {
        if let Err(error) = flavour.write(&articles, &Path::new(folder).join(flavour.name())) {
            eprintln!("corpus: {folder}: {error}");
            return ExitCode::FAILURE;
        }
    }
    ExitCode::SUCCESS
}

fn article(number: usize, count: usize) -> Article {
    let (folder, name, date) = place(number);
    let mut rng = SeededRng::new(number as u64);
    let many = 1 + rng.below(3);
    let themes = rng.choose_several(&THEMES, many);
    let mut prose = Prose::new(&mut rng, themes[0]);
    let title = prose.title();
    let summary = prose.sentence().replace("**", "");
    let words = prose.length();
    let body = body(&mut prose, words, count);
    Article {
        folder,
        name,
        title,
        summary,
        date: date.clone().unwrap_or_else(|| day(number)),
        is_news: date.is_some(),
        themes,
        body,
    }
}

/// Folder and name of a page by its number alone, so that any page can link to any other. News has
/// a date.
fn place(number: usize) -> (String, String, Option<String>) {
    if number % 10 < 3 {
        let page = number / 10 * 3 + number % 10;
        (
            format!("dossiers/dossier-{}", page / FOLDER + 1),
            format!("pagina-{number}"),
            None,
        )
    } else {
        let date = day(number);
        (
            "nieuws".to_owned(),
            format!("{date}-bericht-{number}"),
            Some(date),
        )
    }
}

/// A day in the twelve years before 2026, spread evenly.
fn day(number: usize) -> String {
    let scattered = (number * 2_654_435_761) % (12 * 12 * 28);
    format!(
        "{}-{:02}-{:02}",
        2014 + scattered / (12 * 28),
        scattered / 28 % 12 + 1,
        scattered % 28 + 1
    )
}

fn body(prose: &mut Prose<'_>, words: usize, count: usize) -> Vec<Piece> {
    let mut body = Vec::new();
    let mut written = 0;
    while written < words {
        if !body.is_empty() && prose.rng.below(3) == 0 {
            body.push(Piece::Heading(prose.title()));
        }
        let piece = match prose.rng.below(40) {
            0 => Piece::Table((0..4 + prose.rng.below(5)).map(|_| prose.row()).collect()),
            1..=3 => Piece::Items(
                (0..3 + prose.rng.below(4))
                    .map(|_| prose.phrase())
                    .collect(),
            ),
            4..=5 => Piece::Picture {
                number: prose.rng.below(PICTURES),
                alternative: prose.phrase(),
            },
            _ => paragraph(prose, count),
        };
        written += match &piece {
            Piece::Paragraph(runs) => runs.iter().map(Run::words).sum(),
            Piece::Items(items) => items.len() * 6,
            Piece::Table(rows) => rows.len() * 4,
            _ => 0,
        };
        body.push(piece);
    }
    body
}

fn paragraph(prose: &mut Prose<'_>, count: usize) -> Piece {
    let mut runs = Vec::new();
    for _ in 0..2 + prose.rng.below(4) {
        runs.push(Run::Words(prose.sentence()));
        if prose.rng.below(7) == 0 {
            let target = prose.rng.below(count);
            runs.push(Run::Link(prose.phrase(), target));
            runs.push(Run::Words(prose.sentence()));
        }
    }
    Piece::Paragraph(runs)
}
