//! Files that are served as they are, under addresses that hold a digest of their content.

use std::collections::BTreeMap;
use std::sync::Arc;

use anyhow::Context;
use bytes::Bytes;
use http::HeaderValue;

use crate::content::document::Fill;
use crate::content::{AssetFile, salvage};
use crate::digest::Digest;
use crate::fault;
use crate::kinds::spec::Emblem;
use crate::media_type::{is_compressible, media_type, media_type_of};
use crate::message;
use crate::message::MessageValue;
use crate::outputs::csv_table::CsvTable;
use crate::outputs::dimensions::dimensions;
use crate::outputs::pdf::page_count;
use crate::outputs::photo::PhotoTraces;
use crate::outputs::picture::{PictureSize, PictureView, SizesView};
use crate::outputs::styles::{StyleSheet, Styles, style_name};
use crate::pictures::{self, SizeFormat};
use crate::problem::Report;
use crate::regular_file::FileVersion;
use crate::route::{Route, last_part};
use crate::rule::Rule;
use crate::site::{LinkTarget, Site, SitePage};
use crate::snapshot::derived::DerivedFile;
use crate::snapshot::file::StoredFile;
use crate::snapshot::headers::canonical_link;
use crate::snapshot::{Answer, CachePolicy, Stored};
use crate::source::Place;

/// The pictures that stand beside the name of the site: at the head of a page, and at its foot,
/// where the ground is dark. The first file that a site has is taken.
const LOGO: [&str; 2] = ["static/logo.svg", "static/logo.png"];
const FOOTER_LOGO: [&str; 2] = ["static/logo-footer.svg", "static/logo-footer.png"];

/// Files that browsers ask for at the root of the site, by their key.
const AT_ROOT: [(&str, &str); 2] = [
    ("static/favicon.ico", "favicon.ico"),
    ("static/apple-touch-icon.png", "apple-touch-icon.png"),
];

/// The folder of what other programs look for at the root of any site (RFC 8615), in `static/`.
const WELL_KNOWN: &str = ".well-known/";

/// Files above this many bytes are answered from disk, unless they are text.
const LARGEST_IN_MEMORY: usize = 64 * 1024;

/// Every asset of the site, read and named.
pub struct Assets {
    files: BTreeMap<String, Asset>,
    /// The link to the page that says the same as a file, by the key of the file.
    pages: BTreeMap<String, HeaderValue>,
    pub styles: Styles,
    /// The files that pages show as a table, by their key.
    tables: BTreeMap<String, CsvTable>,
}

/// A file of the site.
#[derive(Clone)]
struct Asset {
    /// The address that holds a digest of the content, with the answer that may be kept for ever.
    permanent: (Route, Answer),
    /// The address that is its own name.
    plain: (Route, Answer),
    dimensions: Option<(u32, u32)>,
    sizes: Vec<PictureSize>,
    /// The number of pages of a PDF.
    pages: Option<u32>,
    traces: PhotoTraces,
    /// A file with the same version is not read again.
    version: Option<FileVersion>,
}

impl Assets {
    /// Reads the files that the site serves: all of `static/`, and from the content folder what a
    /// page refers to. A file that has become unreadable is served as it was in `previous`.
    pub fn read(site: &Site<'_>, previous: Option<&Assets>, report: &mut Report) -> Self {
        let served = |key: &str| {
            key.starts_with("static/") && style_name(key).is_none()
                || site.used_assets.contains(key)
        };
        let mut files = BTreeMap::new();
        for (key, file) in site.assets.iter().filter(|(key, _)| served(key)) {
            let known = previous.and_then(|assets| assets.files.get(key));
            let found =
                fault::contain_in(report, &shown(key), |report| read(key, file, known, report));
            if let Some(asset) = found.unwrap_or_else(|| known.cloned()) {
                asset.traces.report(&shown(key), report);
                files.insert(key.clone(), asset);
            }
        }
        let mut assets = Assets {
            tables: BTreeMap::new(),
            files,
            pages: pages(site),
            styles: Styles::read(site, previous.map(|assets| &assets.styles), report),
        };
        assets.check_hues(site, report);
        assets.read_tables(site, report);
        assets
    }

    /// Reads the files that pages show as a table, and tells of each page what is wrong with its.
    fn read_tables(&mut self, site: &Site<'_>, report: &mut Report) {
        for SitePage {
            page, references, ..
        } in &site.pages
        {
            let rows = page.body.slots.iter().filter_map(|slot| match slot.fill {
                Fill::Rows(link) => Some(link),
                _ => None,
            });
            for link in rows {
                let LinkTarget::Asset { key, .. } = &references.links[link] else {
                    continue;
                };
                let Some(Answer::Stored(stored)) = self.files.get(key).map(|of| &of.plain.1) else {
                    continue;
                };
                let text = salvage::text_of_file(&stored.body());
                let read = |_: &mut Report| CsvTable::read(&text);
                let Some(table) = fault::contain_in(report, &shown(key), read) else {
                    continue;
                };
                for (message, help) in table.faults.iter().filter(|_| !site.is_stale(page)) {
                    let (name, fault) = (last_part(key), message.clone());
                    let message = message!("table-fault", name, fault);
                    let place = page.body.links[link].place.clone();
                    report.add(place, Rule::MalformedTable, message, help.clone());
                }
                self.tables.insert(key.clone(), table);
            }
        }
    }

    /// The table in a file, where a page shows it.
    pub fn table(&self, key: &str) -> Option<&CsvTable> {
        self.tables.get(key)
    }

    /// Tells of every theme in a hue that the style sheet does not have.
    fn check_hues(&self, site: &Site<'_>, report: &mut Report) {
        let known: Vec<&str> = self.styles.hues().collect();
        let unpublished = site.unpublished().iter().map(|(page, _)| page);
        let pages = site.pages.iter().map(|site_page| &site_page.page);
        for page in pages.chain(unpublished).filter(|page| !site.is_stale(page)) {
            let emblem = || (page.kind.emblem)(&page.facts);
            if let Some(Emblem {
                hue,
                hue_place: Some(place),
                ..
            }) = fault::at_page(&page.file, emblem)
                && !hue.is_empty()
                && !known.contains(&hue.as_str())
            {
                let hues: MessageValue = known.iter().copied().collect();
                let help = message!("unknown-hue-help", hues);
                let message = message!("unknown-hue", hue);
                report.add(place.clone(), Rule::UnknownName, message, help);
            }
        }
    }

    /// The permanent address of an asset; its plain one where the file could not be read.
    pub fn address(&self, key: &str) -> Route {
        self.files.get(key).map_or_else(
            || Route::home().file(key),
            |asset| asset.permanent.0.clone(),
        )
    }

    /// The address of an asset, if the site has it.
    pub fn find(&self, key: &str) -> Option<Route> {
        self.files.get(key).map(|asset| asset.permanent.0.clone())
    }

    /// The answer of an asset at its plain address, if the site has it.
    pub fn find_answer(&self, key: &str) -> Option<Answer> {
        self.files.get(key).map(|asset| asset.plain.1.clone())
    }

    /// The text of a file, if the site has it.
    pub fn text(&self, key: &str) -> Option<String> {
        match &self.files.get(key)?.plain.1 {
            Answer::Stored(stored) => String::from_utf8(stored.body().to_vec()).ok(),
            _ => None,
        }
    }

    /// Width and height of a picture in CSS pixels, where they can be told.
    pub fn dimensions(&self, key: &str) -> Option<(u32, u32)> {
        self.files.get(key)?.dimensions
    }

    /// A picture as pages show it.
    pub fn picture(&self, key: &str, alternative: &str) -> PictureView {
        let asset = self.files.get(key);
        PictureView {
            address: self.address(key),
            alternative: alternative.to_owned(),
            size: self.dimensions(key),
            sizes: asset.and_then(|asset| SizesView::of(&asset.sizes)),
        }
    }

    /// The number of pages of a PDF, where it can be told.
    pub fn pages(&self, key: &str) -> Option<u32> {
        self.files.get(key)?.pages
    }

    /// The picture beside the name of the site at the head of a page, if it has one.
    pub fn logo(&self) -> Option<PictureView> {
        LOGO.iter().find_map(|key| self.decoration(key))
    }

    /// The picture beside the name of the site at the foot of a page, if it has one.
    pub fn footer_logo(&self) -> Option<PictureView> {
        FOOTER_LOGO.iter().find_map(|key| self.decoration(key))
    }

    /// A picture that says nothing that its surroundings do not say, if the site has it.
    fn decoration(&self, key: &str) -> Option<PictureView> {
        Some(PictureView {
            address: self.find(key)?,
            alternative: String::new(),
            size: self.dimensions(key),
            sizes: None,
        })
    }

    /// All addresses of assets, each with its answer.
    pub fn at_addresses(&self) -> Vec<(Route, Answer)> {
        let answer = |sheet: &StyleSheet| {
            let stored = Answer::Stored(sheet.stored.clone());
            (sheet.address.clone(), stored)
        };
        let mut all: Vec<(Route, Answer)> = self.styles.all().map(answer).collect();
        for (key, asset) in &self.files {
            let page = self.pages.get(key);
            let linked = |(route, answer): &(Route, Answer)| (route.clone(), answer.linked(page));
            all.extend([&asset.permanent, &asset.plain].map(linked));
            let sizes = asset.sizes.iter();
            all.extend(sizes.map(|size| {
                let derived = Answer::Derived(size.derived.clone());
                (size.address.clone(), derived)
            }));
            let known = key
                .strip_prefix("static/")
                .filter(|name| name.starts_with(WELL_KNOWN));
            let named = AT_ROOT.iter().find(|(at_root, _)| at_root == key);
            let name = known.or(named.map(|(_, name)| *name));
            all.extend(name.map(|name| (Route::home().file(name), asset.plain.1.clone())));
        }
        all
    }
}

/// The links to the pages that say the same as a file: those of documents that have one file.
fn pages(site: &Site<'_>) -> BTreeMap<String, HeaderValue> {
    let link = |site_page: &SitePage| {
        let address = site_page.html_address(site)?;
        let [Some(key)] = &site_page.references.downloads[..] else {
            return None;
        };
        let is_own = address.starts_with('/');
        let base = if is_own { &site.config.base_url } else { "" };
        Some((key.clone(), canonical_link(&format!("{base}{address}"))?))
    };
    site.pages.iter().filter_map(link).collect()
}

fn read(key: &str, file: &AssetFile, known: Option<&Asset>, report: &mut Report) -> Option<Asset> {
    if file.kept {
        return known.cloned();
    }
    if let Some(known) =
        known.filter(|known| known.version.is_some() && known.version == file.version)
    {
        return Some(known.clone());
    }
    let shown = shown(key);
    let Some(plain) = Route::parse(&format!("/{}", key.strip_prefix("content/").unwrap_or(key)))
    else {
        let message = message!("file-name-without-address");
        let help = message!("file-name-without-address-help");
        report.add(Place::of_file(shown), Rule::FileName, message, help);
        return None;
    };
    let (body, version) = match file.read() {
        Ok(read) => read,
        Err(refusal) => {
            report.extend([refusal.problem(&shown)]);
            return known.cloned();
        }
    };
    let body = Bytes::from(body);
    let media_type = media_type_of(key, &body);
    let [plain_answer, permanent] = answers(file, &body, version, media_type);
    let dimensions = dimensions(key, &body);
    Some(Asset {
        sizes: dimensions.map_or_else(Vec::new, |dimensions| {
            sizes(file, &plain, &plain_answer, &body, dimensions)
        }),
        permanent: (plain.with_digest(Digest::of(&body)), permanent),
        plain: (plain, plain_answer),
        dimensions,
        pages: page_count(&body),
        traces: PhotoTraces::of(media_type, &body),
        version: file.version,
    })
}

/// The name of a file as editors see it, from the content folder.
fn shown(key: &str) -> String {
    let in_content = key.strip_prefix("content/");
    in_content.map_or_else(|| format!("../{key}"), str::to_owned)
}

/// The sizes of a picture, each of which is made when the site is there already.
fn sizes(
    file: &AssetFile,
    plain: &Route,
    itself: &Answer,
    body: &[u8],
    dimensions: (u32, u32),
) -> Vec<PictureSize> {
    let Some(format) = SizeFormat::of(body) else {
        return Vec::new();
    };
    let picture = Digest::of(body);
    let extension = format.extension();
    let size = |width: u32| {
        let digest = pictures::size_digest(picture, width);
        let path = plain.as_str();
        let stem = path.rsplit_once('.').map_or(path, |(stem, _)| stem);
        let address = Route::parse(&format!("{stem}.{digest:.10}.{width}.{extension}"))?;
        let file = file.clone();
        let make = move || {
            let read = file.read().ok().map(|(body, _)| body);
            let same = read.filter(|body| Digest::of(body) == picture);
            let body = same.context("the picture is no longer as it was")?;
            pictures::scaled(&body, format, width).with_context(|| file.path.display().to_string())
        };
        let media_type = media_type(address.as_str());
        let derived = DerivedFile::new(
            media_type,
            CachePolicy::Immutable,
            digest,
            Some(itself.clone()),
            make,
        );
        Some(PictureSize {
            width,
            format,
            address,
            derived: Arc::new(derived),
        })
    };
    let widths = pictures::widths(dimensions).into_iter();
    widths.filter_map(size).collect()
}

/// The answers with a file, under its own name and at the address that holds a digest: from memory
/// where it is small or text, else from disk.
fn answers(
    file: &AssetFile,
    body: &Bytes,
    version: FileVersion,
    media_type: &'static str,
) -> [Answer; 2] {
    let policies = [CachePolicy::Revalidate, CachePolicy::Immutable];
    if body.len() <= LARGEST_IN_MEMORY || is_compressible(media_type) {
        let stored = Stored::new(media_type, CachePolicy::Revalidate, body.clone());
        return policies.map(|cache| {
            let stored = stored.clone();
            Answer::Stored(Arc::new(Stored { cache, ..stored }))
        });
    }
    let digest = Digest::of(body);
    policies.map(|cache| {
        Answer::File(Arc::new(StoredFile {
            media_type,
            cache,
            path: file.path.clone(),
            version,
            digest,
            canonical: None,
        }))
    })
}
