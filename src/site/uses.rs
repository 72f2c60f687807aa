//! The uses of a page, a picture or a file: all that refers to it, also when it is not there any
//! more.

use std::collections::BTreeMap;
use std::path::Path;

use crate::content::document::Target;
use crate::content::page::Page;

use crate::content::{Content, Folders, route_of};
use crate::route::canonical_candidates;
use crate::site::paths::resolve;
use crate::source::{LocatedName, Place};
use crate::suggest::{edit_distance, nearest};

/// The number of users that are named where there is little room.
const NAMED: usize = 5;

/// One reference.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Use {
    pub place: Place,
    /// The kind of reference, for editors: `link "Goede bereikbaarheid"`.
    pub what: String,
}

/// A file or a heading, as it is called from where `content/` and `static/` lie side by side, with
/// what refers to it.
#[derive(Debug)]
pub struct Used {
    pub target: String,
    pub uses: Vec<Use>,
}

/// Every reference in the content, by what it refers to.
#[derive(Default)]
pub struct Uses(BTreeMap<String, Vec<Use>>);

impl Uses {
    /// By file, from where `content/` and `static/` lie side by side:
    /// `content/themas/bereikbaarheid.md`.
    pub fn by_file(content: &Content) -> Self {
        let mut uses = Uses::default();
        for file in &content.files {
            if let Some(page) = &file.page {
                uses.of_page(page, content);
            }
        }
        uses.of_settings(content);
        uses.of_redirects(content);
        for places in uses.0.values_mut() {
            places.sort();
        }
        uses
    }

    /// By the address that the file has, or would have.
    pub fn by_address(content: &Content) -> Self {
        let address = |file: String| match file
            .strip_prefix("content/")
            .filter(|file| file.ends_with(".md"))
        {
            Some(page) => route_of(page, &content.config).map(|route| route.to_string()),
            None => Some(format!(
                "/{}",
                file.strip_prefix("content/").unwrap_or(&file)
            )),
        };
        Uses(
            Self::by_file(content)
                .0
                .into_iter()
                .filter_map(|(file, places)| Some((address(file)?, places)))
                .collect(),
        )
    }

    /// The references to this, in the order of the files.
    pub fn of(&self, target: &str) -> &[Use] {
        self.0.get(target).map_or(&[], Vec::as_slice)
    }

    /// The users in one line; `None` when there are none.
    pub fn summary(&self, target: &str) -> Option<String> {
        let users = self.of(target);
        let named: Vec<String> = users
            .iter()
            .take(NAMED)
            .map(|user| format!("{}:{}", user.place.file, user.place.line))
            .collect();
        let more = users
            .len()
            .checked_sub(NAMED)
            .filter(|more| *more > 0)
            .map_or(String::new(), |more| format!(" en nog {more}"));
        (!users.is_empty()).then(|| named.join(", ") + &more)
    }

    fn add(&mut self, target: String, place: &Place, what: String) {
        self.0.entry(target).or_default().push(Use {
            place: place.clone(),
            what,
        });
    }

    fn of_page(&mut self, page: &Page, content: &Content) {
        for link in &page.body.links {
            let (target, fragment) = match &link.target {
                Target::File { path, fragment } => (resolve(&page.file, path), fragment.as_ref()),
                Target::Heading(fragment) => {
                    (Some(format!("content/{}", page.file)), Some(fragment))
                }
                Target::Elsewhere(_) | Target::Language(_) => continue,
            };
            let Some(target) = target else { continue };
            let what = format!("link \"{}\"", link.text);
            if let Some(fragment) = fragment {
                self.add(format!("{target}#{fragment}"), &link.place, what.clone());
            }
            if !matches!(link.target, Target::Heading(_)) {
                self.add(target, &link.place, what);
            }
        }
        for download in &page.meta.downloads {
            if let Some(target) = resolve(&page.file, &download.file.name) {
                self.add(target, &download.file.place, "`downloads`".to_owned());
            }
        }
        for picture in &page.body.pictures {
            if let Some(target) = resolve(&page.file, &picture.path) {
                self.add(target, &picture.place, "beeld in de tekst".to_owned());
            }
        }
        let image = page.meta.image.iter().map(|image| (&image.path, "image"));
        let replaced_by = page.meta.replaced_by.iter();
        let translates = page.meta.translates.iter();
        let named = image
            .chain(replaced_by.map(|file| (file, "successor")))
            .chain(translates.map(|file| (file, "translates")));
        for (file, key) in named {
            if let Some(target) = resolve(&page.file, &file.name) {
                self.add(target, &file.place, format!("`{key}`"));
            }
        }
        for relation in &page.meta.relations {
            let folder = content.config.slug_of(relation.kind);
            for name in &relation.names {
                self.add(
                    format!("content/{folder}/{}.md", name.name),
                    &name.place,
                    format!("`{}`", relation.kind.name),
                );
            }
        }
    }

    /// A reference to a content file, by its path within the content folder.
    fn add_page(&mut self, file: &LocatedName, what: String) {
        self.add(format!("content/{}", file.name), &file.place, what);
    }

    fn of_settings(&mut self, content: &Content) {
        for language in &content.config.languages {
            for link in &language.navigation {
                self.add_page(&link.file, "menu".to_owned());
            }
            for link in &language.footer.links {
                self.add_page(&link.file, "voet van de pagina".to_owned());
            }
        }
        let Some(alert) = &content.config.alert else {
            return;
        };
        if let Some(link) = &alert.link {
            self.add_page(&link.file, "melding".to_owned());
        }
        for file in alert.on.iter().flatten() {
            self.add_page(file, "melding op deze pagina".to_owned());
        }
    }

    fn of_redirects(&mut self, content: &Content) {
        let moved = content.redirect_map.moved.iter();
        let moved = moved.map(|moved| (&moved.address, &moved.to));
        let gone = content.redirect_map.gone.iter();
        let gone = gone.map(|gone| (&gone.address, &gone.replacement));
        for (address, file) in moved.chain(gone) {
            self.add_page(file, format!("oud adres {}", address.name));
        }
    }
}

/// The target that is meant by a path, an address, a name, or one of these with the name of a
/// heading behind `#`.
///
/// # Errors
/// Where the content has nothing of that name: with what was probably meant.
pub fn target(
    content: &Content,
    folders: &Folders,
    wanted: &str,
) -> Result<String, Option<String>> {
    let (path, heading) = wanted
        .split_once('#')
        .map_or((wanted, None), |(path, heading)| (path, Some(heading)));
    let key = file(content, folders, path)?;
    let Some(heading) = heading else {
        return Ok(key);
    };
    let page = key
        .strip_prefix("content/")
        .and_then(|file| content.file(file))
        .and_then(|file| file.page.as_ref());
    let headings = || {
        page.iter()
            .flat_map(|page| &page.body.headings)
            .map(|heading| heading.id.as_str())
    };
    match headings().any(|id| id == heading) {
        true => Ok(format!("{key}#{heading}")),
        false => Err(nearest(heading, headings()).map(|meant| format!("{path}#{meant}"))),
    }
}

/// The key of the file that is meant: `content/themas/arbeidsmarkt.md`.
fn file(content: &Content, folders: &Folders, wanted: &str) -> Result<String, Option<String>> {
    let absolute = |path: &Path| std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    let below = |folder: &Path, name: &str| {
        let inside = absolute(Path::new(wanted))
            .strip_prefix(absolute(folder))
            .ok()?
            .display()
            .to_string();
        Some(format!("{name}/{inside}"))
    };
    let plain = wanted.trim_start_matches("./");
    let bare = plain.strip_prefix("content/").unwrap_or(plain);
    let kinds = content.config.kinds.iter();
    let in_folder = kinds.map(|kind| format!("content/{}/{bare}.md", kind.folder));
    let pages = || content.files.iter().filter_map(|file| file.page.as_ref());
    let addresses = canonical_candidates(
        wanted
            .strip_prefix(&content.config.base_url)
            .unwrap_or(wanted),
    );
    let at_address = pages().find(|page| {
        addresses
            .iter()
            .any(|address| address == page.route.as_str())
    });
    let asset = content
        .assets
        .keys()
        .find(|key| key.rsplit('/').next() == Some(plain));
    let candidates = [
        below(&folders.content, "content"),
        below(&folders.assets, "static"),
    ]
    .into_iter()
    .flatten();
    let candidates = candidates
        .chain([
            format!("content/{bare}"),
            format!("content/{bare}.md"),
            plain.trim_start_matches('/').to_owned(),
        ])
        .chain(at_address.map(|page| format!("content/{}", page.file)))
        .chain(in_folder)
        .chain(asset.cloned());
    let is_there = |key: &String| {
        content.assets.contains_key(key)
            || key
                .strip_prefix("content/")
                .is_some_and(|file| content.file(file).is_some())
    };
    if let Some(key) = candidates.into_iter().find(is_there) {
        return Ok(key);
    }
    // What is not there any more can still be referred to.
    let gone = [
        format!("content/{bare}"),
        plain.trim_start_matches('/').to_owned(),
    ];
    let uses = Uses::by_file(content);
    if let Some(key) = gone.into_iter().find(|key| !uses.of(key).is_empty()) {
        return Ok(key);
    }
    let names = content
        .files
        .iter()
        .map(|file| &*file.path)
        .chain(content.assets.keys().map(String::as_str));
    Err(nearest(bare, names.clone())
        .or_else(|| by_name(bare, names))
        .map(str::to_owned))
}

/// The file whose name alone is near enough to be meant.
fn by_name<'a>(wanted: &str, known: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    fn name(path: &str) -> &str {
        let name = path
            .trim_end_matches('/')
            .rsplit('/')
            .next()
            .unwrap_or_default();
        name.rsplit_once('.').map_or(name, |(name, _)| name)
    }
    let wanted = name(wanted);
    known
        .filter_map(|path| Some((edit_distance(wanted, name(path))?, path)))
        .min()
        .map(|(_, path)| path)
}
