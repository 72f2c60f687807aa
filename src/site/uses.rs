//! The uses of a page, a picture or a file: all that refers to it, also when it is not there any
//! more.

use std::collections::BTreeMap;
use std::path::Path;

use crate::config::MenuEntry;
use crate::content::answers::{AnswerLink, AnswerTarget};
use crate::content::document::Target;
use crate::content::page::Page;
use crate::content::{Content, Folders, route_of};
use crate::message;
use crate::message::{Message, MessageValue};
use crate::route::{canonical_candidates, is_file_name, last_part};
use crate::site::paths::resolve;
use crate::source::{LocatedName, Place};
use crate::suggest::{nearest, nearest_file};

/// The number of users that are named where there is little room.
const NAMED: usize = 5;

/// One reference.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Use {
    pub place: Place,
    /// The kind of reference, for editors: `link "Goede bereikbaarheid"`.
    pub what: Message,
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
            if let Some(page) = file.invalid.as_ref().or(file.page.as_ref()) {
                uses.of_page(page, content);
            }
        }
        uses.of_settings(content);
        uses.of_answers(content);
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
    pub fn summary(&self, target: &str) -> Option<MessageValue> {
        let users = self.of(target);
        (!users.is_empty()).then(|| first_places(users.iter().map(|user| &user.place)))
    }

    fn add(&mut self, target: String, place: &Place, what: Message) {
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
            let what = message!("use-in-link", text = &link.text);
            if let Some(fragment) = fragment {
                self.add(format!("{target}#{fragment}"), &link.place, what.clone());
            }
            if !matches!(link.target, Target::Heading(_)) {
                self.add(target, &link.place, what);
            }
        }
        for picture in &page.body.pictures {
            if let Some(target) = resolve(&page.file, &picture.path) {
                self.add(target, &picture.place, message!("use-as-picture"));
            }
        }
        let meta = &page.meta;
        let downloads = meta.downloads.iter().map(|of| (&of.file, "downloads"));
        let named = downloads
            .chain(meta.image.iter().map(|image| (&image.path, "image")))
            .chain(meta.loose_files.iter().map(|file| (file, "file")))
            .chain(meta.replaced_by.iter().map(|file| (file, "successor")))
            .chain(meta.translates.iter().map(|file| (file, "translates")));
        for (file, key) in named {
            if let Some(target) = resolve(&page.file, &file.name) {
                self.add(target, &file.place, message!("use-in-key", key));
            }
        }
        for relation in &page.meta.relations {
            let folder = content.config.slug_of(relation.kind);
            for name in &relation.names {
                self.add(
                    format!("content/{folder}/{}.md", name.name),
                    &name.place,
                    message!("use-in-key", key = relation.kind.name),
                );
            }
        }
    }

    /// A reference to a content file, by its path within the content folder.
    fn add_page(&mut self, file: &LocatedName, what: Message) {
        self.add(format!("content/{}", file.name), &file.place, what);
    }

    fn of_settings(&mut self, content: &Content) {
        for language in &content.config.languages {
            for (links, what) in [
                (&language.navigation, message!("use-in-menu")),
                (&language.questions, message!("use-in-question")),
                (&language.footer.links, message!("use-in-footer")),
            ] {
                for file in links.iter().filter_map(MenuEntry::file) {
                    self.add_page(file, what.clone());
                }
            }
        }
        for alert in content.alerts.iter() {
            for link in alert.words.iter().filter_map(|words| words.link.as_ref()) {
                self.add_page(&link.file, message!("use-in-alert"));
            }
            for file in alert.on.iter().flatten().chain(&alert.loose_files) {
                self.add_page(file, message!("use-for-alert"));
            }
        }
    }

    fn of_answers(&mut self, content: &Content) {
        let links = content.answers.iter().filter_map(|of| of.link.as_ref());
        for AnswerLink { title, target } in links {
            if let AnswerTarget::File(file) = target {
                self.add_page(file, message!("use-in-answer", title = &title.name));
            }
        }
    }

    fn of_redirects(&mut self, content: &Content) {
        for (address, file) in content.redirect_map.old_addresses() {
            self.add_page(file, message!("use-for-address", address = &address.name));
        }
    }
}

/// Places by their file and line: the first, and the number of the others.
pub fn first_places<'a>(places: impl Iterator<Item = &'a Place>) -> MessageValue {
    let mut named: Vec<String> = places
        .map(|place| format!("{}:{}", place.file, place.line))
        .collect();
    named.dedup();
    let others = named.len().saturating_sub(NAMED);
    named.truncate(NAMED);
    let named = named.join(", ");
    match others {
        0 => named.into(),
        others => message!("places-and-more", named, others).into(),
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
    let file = key.strip_prefix("content/");
    let page = file.and_then(|file| content.file(file)?.page.as_ref());
    let headings = page.iter().flat_map(|page| &page.body.headings);
    let ids: Vec<&str> = headings.map(|heading| heading.id.as_str()).collect();
    if ids.contains(&heading) {
        return Ok(format!("{key}#{heading}"));
    }
    Err(nearest(heading, ids).map(|meant| format!("{path}#{meant}")))
}

/// The key of the file that is meant: `content/themas/arbeidsmarkt.md`.
fn file(content: &Content, folders: &Folders, wanted: &str) -> Result<String, Option<String>> {
    let plain = wanted.trim_start_matches("./");
    let bare = plain.strip_prefix("content/").unwrap_or(plain);
    let at_path = [
        format!("content/{bare}"),
        plain.trim_start_matches('/').to_owned(),
    ];
    let mut candidates: Vec<String> = below(&folders.content, "content", wanted)
        .into_iter()
        .chain(below(&folders.assets, "static", wanted))
        .chain(at_path.clone())
        .collect();
    candidates.push(format!("content/{bare}.md"));
    let base_url = &content.config.base_url;
    let addresses = canonical_candidates(wanted.strip_prefix(base_url).unwrap_or(wanted));
    let mut pages = content.files.iter().filter_map(|file| file.page.as_ref());
    let at_address = pages.find(|page| addresses.iter().any(|at| at == page.route.as_str()));
    candidates.extend(at_address.map(|page| format!("content/{}", page.file)));
    let kinds = content.config.kinds.iter();
    candidates.extend(kinds.map(|kind| format!("content/{}/{bare}.md", kind.folder)));
    let mut assets = content.assets.keys();
    candidates.extend(assets.find(|key| last_part(key) == plain).cloned());
    let is_there = |key: &String| {
        let file = key.strip_prefix("content/");
        content.assets.contains_key(key) || file.is_some_and(|file| content.file(file).is_some())
    };
    if let Some(key) = candidates.into_iter().find(is_there) {
        return Ok(key);
    }
    // What is not there any more can still be referred to.
    let uses = Uses::by_file(content);
    if let Some(key) = at_path.into_iter().find(|key| !uses.of(key).is_empty()) {
        return Ok(key);
    }
    let files = content.files.iter().map(|file| &*file.path);
    let names = files.chain(content.assets.keys().map(String::as_str));
    let bare = match is_file_name(bare) {
        true => bare.to_owned(),
        false => format!("{}.md", bare.trim_end_matches('/')),
    };
    Err(nearest_file(&bare, names).map(str::to_owned))
}

/// The key of a file that is named by a path on this computer, if it is in this folder.
fn below(folder: &Path, name: &str, wanted: &str) -> Option<String> {
    let absolute = |path: &Path| std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    let wanted = absolute(Path::new(wanted));
    let inside = wanted.strip_prefix(absolute(folder)).ok()?;
    Some(format!("{name}/{}", inside.display()))
}
