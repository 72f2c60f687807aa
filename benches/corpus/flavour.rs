//! The pages of the corpus as the files of each program.

use std::fmt::Write as _;
use std::fs;
use std::io;
use std::path::Path;

use crate::prose::capital;
use crate::{Article, FOLDER, PICTURES, Piece, Run, THEMES, place};

/// A program that makes a site of such files.
#[derive(Clone, Copy, PartialEq)]
pub enum Flavour {
    Noaber,
    Hugo,
    Zola,
}

impl Flavour {
    pub const ALL: [Flavour; 3] = [Flavour::Noaber, Flavour::Hugo, Flavour::Zola];

    pub fn name(self) -> &'static str {
        match self {
            Flavour::Noaber => "noaber",
            Flavour::Hugo => "hugo",
            Flavour::Zola => "zola",
        }
    }

    /// Writes the whole site, settings and templates included, to a new folder.
    pub fn write(self, articles: &[Article], root: &Path) -> io::Result<()> {
        let content = root.join("content");
        for article in articles {
            let folder = content.join(&article.folder);
            fs::create_dir_all(&folder)?;
            fs::write(
                folder.join(format!("{}.md", article.name)),
                self.page(article),
            )?;
        }
        for (path, title) in lists(articles) {
            let name = if self == Flavour::Noaber {
                "index.md"
            } else {
                "_index.md"
            };
            let folder = content.join(path);
            fs::create_dir_all(&folder)?;
            fs::write(folder.join(name), self.list(path, title))?;
        }
        let pictures = root.join("static/beeld");
        fs::create_dir_all(&pictures)?;
        for number in 0..PICTURES {
            fs::write(
                pictures.join(format!("kaart-{number}.svg")),
                picture(number),
            )?;
        }
        for (path, text) in self.frame() {
            let path = root.join(path);
            fs::create_dir_all(path.parent().unwrap_or(root))?;
            fs::write(path, text)?;
        }
        if self == Flavour::Noaber {
            themes_and_municipalities(&content)?;
        }
        Ok(())
    }

    fn page(self, article: &Article) -> String {
        let mut text = format!("+++\ntitle = {:?}\n", article.title);
        let summary = if self == Flavour::Noaber {
            "summary"
        } else {
            "description"
        };
        writeln!(
            text,
            "{summary} = {:?}\ndate = {}",
            article.summary, article.date
        )
        .expect("memory");
        match self {
            Flavour::Zola => writeln!(text, "[taxonomies]\nthemes = {:?}", article.themes),
            _ => writeln!(text, "themes = {:?}", article.themes),
        }
        .expect("memory");
        text.push_str("+++\n");
        for piece in &article.body {
            text.push('\n');
            self.piece(&mut text, article, piece);
        }
        text
    }

    fn piece(self, text: &mut String, article: &Article, piece: &Piece) {
        match piece {
            Piece::Heading(heading) => writeln!(text, "## {heading}"),
            Piece::Paragraph(runs) => {
                let words: Vec<String> = runs.iter().map(|run| self.run(article, run)).collect();
                writeln!(text, "{}", words.join(" "))
            }
            Piece::Items(items) => items.iter().try_for_each(|item| writeln!(text, "- {item}")),
            Piece::Table(rows) => {
                text.push_str("| Onderdeel | Bedrag | Wanneer |\n|---|--:|---|\n");
                rows.iter()
                    .try_for_each(|[a, b, c]| writeln!(text, "| {a} | {b} | {c} |"))
            }
            Piece::Picture {
                number,
                alternative,
            } => {
                let up = "../".repeat(article.folder.split('/').count() + 1);
                let folder = if self == Flavour::Noaber {
                    format!("{up}static/")
                } else {
                    "/".to_owned()
                };
                writeln!(text, "![{alternative}]({folder}beeld/kaart-{number}.svg)")
            }
        }
        .expect("memory");
    }

    fn run(self, article: &Article, run: &Run) -> String {
        match run {
            Run::Words(words) => words.clone(),
            Run::Link(words, target) => {
                let (folder, name, _) = place(*target);
                let address = match self {
                    Flavour::Noaber => format!(
                        "{}{folder}/{name}.md",
                        "../".repeat(article.folder.split('/').count())
                    ),
                    // Zola checks such a link; Hugo takes this one as it is, which is the least
                    // work for it.
                    Flavour::Zola => format!("@/{folder}/{name}.md"),
                    Flavour::Hugo => format!("/{folder}/{name}/"),
                };
                format!("Lees ook over [{words}]({address}).")
            }
        }
    }

    fn list(self, path: &str, title: &str) -> String {
        // Lists of many pages cost Zola more than the pages: it gets one for each list.
        let order = if self == Flavour::Zola && path == "nieuws" {
            "sort_by = \"date\"\n"
        } else {
            ""
        };
        let summary = if self == Flavour::Noaber {
            "summary"
        } else {
            "description"
        };
        format!(
            "+++\ntitle = {title:?}\n{summary} = \"Alles over {title}.\"\n{order}+++\n\nHier staat alles bij elkaar.\n"
        )
    }

    /// Settings and templates: the least that gives the same pages, lists, feed and site map.
    fn frame(self) -> Vec<(&'static str, &'static str)> {
        match self {
            Flavour::Noaber => vec![("content/site.toml", include_str!("frames/noaber/site.toml"))],
            Flavour::Hugo => vec![
                ("hugo.toml", include_str!("frames/hugo/hugo.toml")),
                (
                    "layouts/_default/baseof.html",
                    include_str!("frames/hugo/baseof.html"),
                ),
                (
                    "layouts/_default/single.html",
                    include_str!("frames/hugo/single.html"),
                ),
                (
                    "layouts/_default/list.html",
                    include_str!("frames/hugo/list.html"),
                ),
                (
                    "layouts/nieuws/list.html",
                    include_str!("frames/hugo/paged.html"),
                ),
                (
                    "layouts/themes/term.html",
                    include_str!("frames/hugo/paged.html"),
                ),
            ],
            Flavour::Zola => vec![
                ("config.toml", include_str!("frames/zola/config.toml")),
                ("templates/base.html", include_str!("frames/zola/base.html")),
                (
                    "templates/index.html",
                    include_str!("frames/zola/section.html"),
                ),
                (
                    "templates/section.html",
                    include_str!("frames/zola/section.html"),
                ),
                ("templates/page.html", include_str!("frames/zola/page.html")),
                (
                    "templates/taxonomy_list.html",
                    include_str!("frames/zola/taxonomy_list.html"),
                ),
                (
                    "templates/taxonomy_single.html",
                    include_str!("frames/zola/taxonomy_single.html"),
                ),
            ],
        }
    }
}

/// The folders with a list of what lies in them.
fn lists(articles: &[Article]) -> Vec<(&str, &str)> {
    let mut lists = vec![
        ("", "Regio"),
        ("nieuws", "Nieuws"),
        ("dossiers", "Dossiers"),
    ];
    let mut folders: Vec<&str> = articles
        .iter()
        .filter(|article| !article.is_news)
        .map(|article| &*article.folder)
        .collect();
    folders.dedup();
    debug_assert!(folders.len() <= articles.len() / FOLDER + 1);
    lists.extend(
        folders
            .into_iter()
            .map(|folder| (folder, folder.rsplit('/').next().unwrap_or(folder))),
    );
    lists
}

/// The pages that only Noaber has: a page for each theme, and the municipalities in every footer.
fn themes_and_municipalities(content: &Path) -> io::Result<()> {
    let write = |path: String, text: String| {
        let path = content.join(path);
        fs::create_dir_all(path.parent().unwrap_or(content))?;
        fs::write(path, text)
    };
    let list = |title: &str| {
        format!("+++\ntitle = \"{title}\"\nsummary = \"Alle {title} van de regio.\"\n+++\n")
    };
    write("themas/index.md".to_owned(), list("Thema's"))?;
    write("gemeenten/index.md".to_owned(), list("Gemeenten"))?;
    for (order, theme) in THEMES.iter().enumerate() {
        let title = capital(theme);
        let text = format!(
            "+++\ntitle = \"{title}\"\nsummary = \"Wat de regio doet aan {theme}.\"\norder = {order}\n+++\n\nOver {theme}.\n"
        );
        write(format!("themas/{theme}.md"), text)?;
    }
    for number in 1..=14 {
        let text = format!(
            "+++\ntitle = \"Gemeente {number}\"\nsummary = \"Een gemeente in de regio.\"\nseat = \"Dorp {number}\"\nplaces = [\"Dorp {number}\"]\n\
             area = {number}5.5\nwebsite = \"https://gemeente-{number}.example/\"\ncode = \"GM{number:04}\"\n\n[inhabitants]\n\
             number = {number}4321\ndate = 2026-01-01\nsource = \"CBS\"\n+++\n\nEen gemeente.\n"
        );
        write(format!("gemeenten/gemeente-{number}.md"), text)?;
    }
    Ok(())
}

fn picture(number: usize) -> String {
    let lines: String = (0..12)
        .map(|line| format!("M{} {}h{}", number * 3, line * 10 + 5, 100 + number * line))
        .collect();
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 480 120\"><path d=\"{lines}\"/></svg>\n"
    )
}
