//! Where used: what refers to a page, a picture, a file, a theme or a municipality, also when that is not there any more.

use std::collections::BTreeMap;

use std::path::Path;

use crate::config::MenuLink;
use crate::content::markdown::Target;
use crate::content::page::{Mention, Page};
use crate::content::{Content, Folders, route_of};
use crate::problem::Place;
use crate::site::links::resolve;

/// How many users are named where there is little room.
const NAMED: usize = 5;

/// One reference.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Use {
    pub place: Place,
    /// What refers, for editors: `link "Goede bereikbaarheid"`.
    pub what: String,
}

/// Every reference in the content, by what it refers to.
#[derive(Default)]
pub struct Uses(BTreeMap<String, Vec<Use>>);

impl Uses {
    /// By file, from where `content/` and `static/` lie side by side: `content/themas/bereikbaarheid.md`.
    pub fn by_file(content: &Content) -> Self {
        let mut uses = Uses::default();
        for file in &content.files {
            if let Some(page) = &file.page {
                uses.of_page(page, content);
            }
        }
        uses.of_settings(content);
        uses.of_ledger(content);
        for places in uses.0.values_mut() {
            places.sort();
        }
        uses
    }

    /// By the address that the file has, or would have.
    pub fn by_address(content: &Content) -> Self {
        let address = |file: String| match file.strip_prefix("content/").filter(|file| file.ends_with(".md")) {
            Some(page) => route_of(page, &content.config).map(|route| route.to_string()),
            None => Some(format!("/{}", file.strip_prefix("content/").unwrap_or(&file))),
        };
        Uses(Self::by_file(content).0.into_iter().filter_map(|(file, places)| Some((address(file)?, places))).collect())
    }

    /// What refers to this, in the order of the files.
    pub fn of(&self, target: &str) -> &[Use] {
        self.0.get(target).map_or(&[], Vec::as_slice)
    }

    /// The users in one line; `None` when there are none.
    pub fn told(&self, target: &str) -> Option<String> {
        let users = self.of(target);
        let named: Vec<String> = users.iter().take(NAMED).map(|user| format!("{}:{}", user.place.file, user.place.line)).collect();
        let more = users.len().checked_sub(NAMED).filter(|more| *more > 0).map_or(String::new(), |more| format!(" en nog {more}"));
        (!users.is_empty()).then(|| named.join(", ") + &more)
    }

    fn add(&mut self, target: String, place: &Place, what: String) {
        self.0.entry(target).or_default().push(Use { place: place.clone(), what });
    }

    fn of_page(&mut self, page: &Page, content: &Content) {
        let kinds = &content.config.kinds;
        for link in &page.body.links {
            if let Target::File { path, .. } = &link.target
                && let Some(target) = resolve(&page.file, path)
            {
                self.add(target, &link.place, format!("link \"{}\"", link.text));
            }
        }
        for picture in &page.body.pictures {
            if let Some(target) = resolve(&page.file, &picture.path) {
                self.add(target, &picture.place, "beeld in de tekst".to_owned());
            }
        }
        let named = |mention: &Mention| resolve(&page.file, &mention.name);
        if let Some((image, target)) = page.image.as_ref().and_then(|image| Some((image, named(&image.path)?))) {
            self.add(target, &image.path.place, "`image`".to_owned());
        }
        for (file, key) in [(&page.successor, "successor"), (&page.translates, "translates")] {
            if let Some((file, target)) = file.as_ref().and_then(|file| Some((file, named(file)?))) {
                self.add(target, &file.place, format!("`{key}`"));
            }
        }
        for (mentions, folder, key) in
            [(&page.themes, &kinds.themes.folder, "themes"), (&page.municipalities, &kinds.municipalities.folder, "municipalities")]
        {
            for mention in mentions {
                self.add(format!("content/{folder}/{}.md", mention.name), &mention.place, format!("`{key}`"));
            }
        }
    }

    fn of_settings(&mut self, content: &Content) {
        let config = &content.config;
        let mut add = |link: &MenuLink, what: &str| self.add(format!("content/{}", link.file), &link.place, what.to_owned());
        for language in &config.languages {
            language.navigation.iter().for_each(|link| add(link, "menu"));
            language.footer.links.iter().for_each(|link| add(link, "voet van de pagina"));
        }
        config.alert.iter().filter_map(|alert| alert.link.as_ref()).for_each(|link| add(link, "melding"));
    }

    fn of_ledger(&mut self, content: &Content) {
        let ledger = &content.ledger;
        for moved in &ledger.moved {
            let what = format!("oud adres {}", moved.address.text);
            self.add(format!("content/{}", moved.to.text), &ledger.place(&moved.to), what);
        }
        for gone in &ledger.gone {
            let what = format!("oud adres {}", gone.address.text);
            self.add(format!("content/{}", gone.instead.text), &ledger.place(&gone.instead), what);
        }
    }
}

/// The file that somebody means by a path, an address, or the name of a theme or municipality: `content/themas/arbeidsmarkt.md`.
pub fn target(content: &Content, folders: &Folders, wanted: &str) -> String {
    let below = |folder: &Path, name: &str| Some(format!("{name}/{}", Path::new(wanted).strip_prefix(folder).ok()?.display()));
    if let Some(file) = below(&folders.content, "content").or_else(|| below(&folders.assets, "static")) {
        return file;
    }
    let kinds = &content.config.kinds;
    let page_at = |address: &str| {
        let pages = content.files.iter().filter_map(|file| file.page.as_ref());
        pages.into_iter().find(|page| page.route.as_str().trim_matches('/') == address).map(|page| page.file.to_string())
    };
    let named = || [&kinds.themes, &kinds.municipalities].map(|kind| format!("{}/{wanted}.md", kind.folder));
    let bare = wanted.strip_prefix("content/").unwrap_or(wanted);
    let candidates = [bare.to_owned()].into_iter().chain(page_at(wanted.trim_matches('/'))).chain(named());
    let page = candidates.into_iter().find(|file| content.file(file).is_some());
    let asset = Some(wanted.trim_start_matches('/')).filter(|key| key.starts_with("static/"));
    page.map(|file| format!("content/{file}")).or_else(|| asset.map(str::to_owned)).unwrap_or_else(|| format!("content/{bare}"))
}
