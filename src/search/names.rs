//! The names by which pages are known, so that whoever types one gets that page first.

use rustc_hash::FxHashMap;

use crate::content::page::Kind;
use crate::search::Indexed;
use crate::search::analysis::{Form, Language, words};
use crate::search::pages::{self, PageId};

/// How well a question names a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Naming {
    /// By another name: a place in the municipality, the last part of the address.
    Alias,
    Title,
}

/// The pages by name.
#[derive(Default)]
pub struct Names {
    by_key: FxHashMap<String, Vec<(PageId, Naming)>>,
    /// Stems that go with a name without being part of it: `gemeente` before the name of one.
    beside: Vec<String>,
}

impl Names {
    pub fn new(pages: &[Indexed], language: Language) -> Self {
        let mut names = Names::default();
        for (id, indexed) in (0..).zip(pages) {
            let page = &*indexed.page;
            names.add(&page.title, id, Naming::Title, language);
            for name in pages::names(page) {
                names.add(&name, id, Naming::Alias, language);
            }
            if let Kind::ThemeList | Kind::MunicipalityList | Kind::NewsList = page.kind {
                names.beside.extend(folded(page.slug()).iter().map(|word| language.stem(word).into_owned()));
            }
        }
        names.beside.sort_unstable();
        names.beside.dedup();
        names
    }

    fn add(&mut self, name: &str, page: PageId, naming: Naming, language: Language) {
        let words = folded(name);
        for key in [stems(&words, language), words.concat()] {
            if key.is_empty() {
                continue;
            }
            let pages = self.by_key.entry(key).or_default();
            match pages.iter_mut().find(|(other, _)| *other == page) {
                Some((_, known)) => *known = naming.max(*known),
                None => pages.push((page, naming)),
            }
        }
    }

    /// The pages that these words name, in their order.
    pub fn find(&self, words: &[String], language: Language) -> Vec<(PageId, Naming)> {
        let is_beside = |word: &&String| self.beside.binary_search_by(|stem| stem.as_str().cmp(&language.stem(word))).is_ok();
        let bare: Vec<String> = words.iter().filter(|word| !is_beside(word)).cloned().collect();
        let keys = [words.concat(), stems(words, language), bare.concat(), stems(&bare, language)];
        keys.iter().find_map(|key| self.by_key.get(key)).cloned().unwrap_or_default()
    }
}

/// The longest name that a question may hold beside other words.
const LONGEST: usize = 4;

impl Names {
    /// The pages that are named by some of these words that stand together: `zwemmen` says what, and the rest where.
    pub fn find_inside(&self, words: &[String], language: Language) -> Vec<(PageId, Naming)> {
        let says = |run: &&[String]| run.iter().any(|word| !language.is_stop_word(word));
        let runs = (1..=LONGEST).flat_map(|length| words.windows(length)).filter(says);
        runs.filter_map(|run| self.by_key.get(&run.concat())).flatten().copied().collect()
    }
}

fn folded(name: &str) -> Vec<String> {
    words(name).into_iter().filter(|word| word.form == Form::Whole).map(|word| word.folded.into_owned()).collect()
}

/// The stems of the words that say something, as one text.
fn stems(words: &[String], language: Language) -> String {
    let content: Vec<_> = words.iter().filter(|word| !language.is_stop_word(word)).map(|word| language.stem(word)).collect();
    content.join(" ")
}
