//! The style sheets: those of the program, with those of the site in their place or after them.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use include_dir::{Dir, include_dir};

use crate::digest::Digest;
use crate::media_type::media_type;
use crate::message;
use crate::problem::Report;
use crate::route::Route;
use crate::rule::Rule;
use crate::site::Site;
use crate::snapshot::{CachePolicy, Stored};
use crate::source::Place;

/// The style sheet as it comes with the program. A file of the same name in the site's `static/css`
/// takes its place, but for its values: those come after the ones here, so that a site writes down
/// only what is different.
static STYLE: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/templates/css");

/// The values of a site, in its `static/css`; and their name among the layers.
const TOKENS: &str = "tokens.css";
const COLOURS: &str = "colours.css";
const OWN_TOKENS: &str = "tokens.css of the site";

/// The order of the layers; the parts come after them, by name.
const LAYERS: [&str; 6] = [
    TOKENS,
    COLOURS,
    OWN_TOKENS,
    "contrast.css",
    "base.css",
    "layout.css",
];

/// The folder of the sheets that only some pages ask for: each is served by itself.
const SHEETS: &str = "sheets/";

/// The style sheets of the site.
#[derive(Clone)]
pub struct Styles {
    /// The one of every page, joined from its parts.
    pub site: StyleSheet,
    /// Those that stand alone, by their name.
    sheets: BTreeMap<String, StyleSheet>,
    /// The names of the hues that a theme can have.
    hues: BTreeSet<String>,
    /// The sheets of values, those of the site first.
    values: Vec<String>,
}

/// A style sheet, at the address that holds a digest of it.
#[derive(Clone)]
pub struct StyleSheet {
    pub address: Route,
    pub stored: Arc<Stored>,
}

impl Styles {
    /// The style sheet joined from the layers and every part, and those that stand alone. Where a
    /// file of the site's own cannot be read, all stay as they were.
    pub fn read(site: &Site<'_>, previous: Option<&Styles>, report: &mut Report) -> Self {
        let mut parts: BTreeMap<String, Vec<u8>> = BTreeMap::new();
        let folders = STYLE.dirs().flat_map(Dir::files);
        let built_in = STYLE.files().chain(folders);
        for file in built_in {
            let name = file
                .path()
                .to_str()
                .expect("the style sheet's own files have plain names");
            parts.insert(name.replace('\\', "/"), file.contents().to_vec());
        }
        for (key, file) in site.assets.iter() {
            let Some(name) = style_name(key) else {
                continue;
            };
            if name.starts_with(SHEETS) && !parts.contains_key(name) {
                let place = Place::of_file(format!("../{key}"));
                let message = message!("unused-style-sheet");
                let help = message!("unused-style-sheet-help");
                report.add(place, Rule::UnusedFile, message, help);
            }
            let name = if name == TOKENS { OWN_TOKENS } else { name };
            let own = match file.read() {
                _ if file.kept => None,
                Ok((own, _)) => Some(own),
                Err(refusal) => {
                    report.extend([refusal.problem(&format!("../{key}"))]);
                    None
                }
            };
            match (own, previous) {
                (Some(own), _) => _ = parts.insert(name.to_owned(), own),
                (None, Some(known)) => return known.clone(),
                (None, None) => {}
            }
        }
        let (sheets, mut parts): (BTreeMap<_, _>, BTreeMap<_, _>) = parts
            .into_iter()
            .partition(|(name, _)| name.starts_with(SHEETS));
        let values = [OWN_TOKENS, COLOURS, TOKENS].into_iter();
        let values = values.filter_map(|name| parts.get(name));
        let values = values.map(|css| String::from_utf8_lossy(css).into_owned());
        let values = values.collect();
        let layers = LAYERS.iter().filter_map(|layer| parts.remove(*layer));
        let layers: Vec<Vec<u8>> = layers.collect();
        let sheet = |(name, css): (String, Vec<u8>)| {
            let name = name[SHEETS.len()..].trim_end_matches(".css");
            Some((name.to_owned(), StyleSheet::new(name, [&css])?))
        };
        let site =
            StyleSheet::new("site", layers.iter().chain(parts.values())).expect("a plain path");
        Styles {
            hues: hues(&String::from_utf8_lossy(&site.stored.body())),
            values,
            site,
            sheets: sheets.into_iter().filter_map(sheet).collect(),
        }
    }

    /// The names of the hues that a theme can have.
    pub fn hues(&self) -> impl Iterator<Item = &str> {
        self.hues.iter().map(String::as_str)
    }

    /// The value of a custom property on a light screen, as the site gives it or else the program.
    pub fn value(&self, property: &str) -> Option<String> {
        let name = format!("{property}:");
        let mut layers = self.values.iter();
        let (_, rest) = layers.find_map(|values| values.split_once(&name))?;
        let value = rest.split([';', '}']).next()?.trim();
        let light = value.strip_prefix("light-dark(");
        let light = light.and_then(|both| both.split(',').next());
        Some(light.unwrap_or(value).to_owned())
    }

    /// The addresses of the style sheets that stand alone, by their name.
    pub fn sheets(&self) -> BTreeMap<String, Route> {
        let sheets = self.sheets.iter();
        sheets
            .map(|(name, sheet)| (name.clone(), sheet.address.clone()))
            .collect()
    }

    /// All style sheets, that of every page first.
    pub fn all(&self) -> impl Iterator<Item = &StyleSheet> {
        std::iter::once(&self.site).chain(self.sheets.values())
    }
}

/// The name of a style sheet of the site within its folder of them.
pub fn style_name(key: &str) -> Option<&str> {
    key.strip_prefix("static/css/")
        .filter(|name| name.ends_with(".css"))
}

/// The names of the hues in a style sheet: `.hue--sea` is one.
fn hues(css: &str) -> BTreeSet<String> {
    let is_other = |c: char| !c.is_ascii_alphanumeric() && c != '-';
    let names = css.split(".hue--").skip(1);
    names
        .filter_map(|rest| rest.split(is_other).next().map(str::to_owned))
        .collect()
}

impl StyleSheet {
    /// The parts as one style sheet, if the name can be an address.
    fn new<'a>(name: &str, parts: impl IntoIterator<Item = &'a Vec<u8>>) -> Option<Self> {
        let mut joined = String::new();
        for part in parts {
            push_compact(&mut joined, &String::from_utf8_lossy(part));
        }
        let route = Route::parse(&format!("/static/{name}.css"))?;
        let address = route.with_digest(Digest::of(joined.as_bytes()));
        let stored = Stored::new(media_type("site.css"), CachePolicy::Immutable, joined);
        Some(StyleSheet {
            address,
            stored: Arc::new(stored),
        })
    }
}

/// Appends a style sheet without its comments and indents, which visitors would wait for. A text
/// between quotes stays as it is.
fn push_compact(joined: &mut String, css: &str) {
    let mut rest = css;
    while let Some(at) = rest.find(['"', '\'', '/']) {
        let (before, from) = rest.split_at(at);
        push_without_indents(joined, before);
        let quote = from.chars().next().filter(|first| *first != '/');
        let end = match quote {
            Some(quote) => from[1..].find(quote).map_or(from.len(), |end| end + 2),
            None if from.starts_with("/*") => {
                rest = from.split_once("*/").map_or("", |(_, after)| after);
                continue;
            }
            None => 1,
        };
        joined.push_str(&from[..end]);
        rest = &from[end..];
    }
    push_without_indents(joined, rest);
}

fn push_without_indents(joined: &mut String, css: &str) {
    for (number, line) in css.split('\n').enumerate() {
        if number == 0 {
            joined.push_str(line);
        } else {
            if !joined.ends_with('\n') {
                joined.push('\n');
            }
            joined.push_str(line.trim_start());
        }
    }
}
