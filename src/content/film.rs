//! Films, and the files that lie beside one: its captions and the picture that stands there until
//! it plays.

use std::collections::BTreeMap;

use crate::content::AssetFile;

const FILMS: [&str; 2] = [".mp4", ".webm"];

const POSTERS: [&str; 5] = ["jpg", "jpeg", "png", "webp", "avif"];

/// The keys of the files beside a film.
#[derive(Clone, Debug, Default)]
pub struct BesideFilm {
    /// `film.jpg`.
    pub poster: Option<String>,
    /// `film.nl.vtt`, each with its language.
    pub captions: Vec<(String, String)>,
}

/// True for the path of a film.
pub fn is_film(path: &str) -> bool {
    let path = path.to_ascii_lowercase();
    FILMS.iter().any(|extension| path.ends_with(extension))
}

impl BesideFilm {
    /// The files of the site that lie beside the film with this key.
    pub fn find(key: &str, assets: &BTreeMap<String, AssetFile>) -> Self {
        let stem = key.rsplit_once('.').map_or(key, |(stem, _)| stem);
        let start = format!("{stem}.");
        let mut beside = BesideFilm::default();
        let keys = assets.range(start.clone()..).map(|(key, _)| key);
        for key in keys.take_while(|key| key.starts_with(&start)) {
            match key[start.len()..].split('.').collect::<Vec<_>>()[..] {
                [extension] if POSTERS.contains(&extension) => {
                    beside.poster.get_or_insert_with(|| key.clone());
                }
                [language, "vtt"] if is_language(language) => {
                    beside.captions.push((language.to_owned(), key.clone()));
                }
                _ => {}
            }
        }
        beside
    }

    pub fn keys(&self) -> impl Iterator<Item = &String> {
        self.poster
            .iter()
            .chain(self.captions.iter().map(|(_, key)| key))
    }
}

/// True for a tag of a language without more: `nl`, `nds`.
fn is_language(tag: &str) -> bool {
    (2..=3).contains(&tag.len()) && tag.bytes().all(|byte| byte.is_ascii_lowercase())
}
