//! `adressen.toml`: every address that the site has had, and what became of those that are no page any more.

use std::collections::{BTreeMap, BTreeSet};

use serde::Deserialize;
use toml::Spanned;

use crate::problem::{Place, Report};
use crate::rule::Rule;
use crate::source::Source;
use crate::toml_file::{self, State};

/// The name of the file, in the content folder.
pub const FILE: &str = "adressen.toml";

/// How a file begins that is written for the first time.
const HEAD: &str = "\
# Elk adres dat deze site heeft gehad. Hier gaat nooit een adres uit weg: LEESMIJ.md legt uit hoe het werkt.

# De eigen adressen van de site. `noaber addresses --write` vult deze lijst aan.
";

/// Every address that the site has had.
#[derive(Debug)]
pub struct Ledger {
    /// Addresses that the site has answered at, and that must go on answering.
    pub served: Vec<Entry>,
    pub moved: Vec<Moved>,
    pub gone: Vec<Gone>,
    source: Source,
}

/// A text in the file, and where it stands.
#[derive(Debug)]
pub struct Entry {
    pub text: String,
    offset: usize,
}

/// An old address whose content is on another page now.
#[derive(Debug)]
pub struct Moved {
    pub address: Entry,
    /// A content file, from the content folder; or an address of the site, from its first slash.
    pub to: Entry,
}

/// An old address whose content is gone.
#[derive(Debug)]
pub struct Gone {
    pub address: Entry,
    /// For visitors, as one or two sentences.
    pub reason: String,
    /// The content file of the page that a visitor may want instead.
    pub instead: Entry,
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct RawLedger {
    served: Option<Spanned<Vec<Spanned<String>>>>,
    moved: Option<BTreeMap<Spanned<String>, Spanned<String>>>,
    gone: Option<BTreeMap<Spanned<String>, Spanned<RawGone>>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawGone {
    reason: Option<String>,
    instead: Option<Spanned<String>>,
}

impl Default for Ledger {
    fn default() -> Self {
        Ledger { served: Vec::new(), moved: Vec::new(), gone: Vec::new(), source: Source::new(FILE, "") }
    }
}

impl Ledger {
    /// Where an entry stands.
    pub fn place(&self, entry: &Entry) -> Place {
        self.source.place(entry.offset)
    }
}

/// Reads the file. `None` where it is not TOML.
pub fn read(source: &Source, report: &mut Report) -> Option<Ledger> {
    let raw = toml_file::read::<RawLedger>(source, 0..source.text.len(), report).filter(|read| read.state != State::Damaged)?.raw;
    let entry = |text: Spanned<String>| Entry { offset: text.span().start, text: text.into_inner() };
    let served = raw.served.map(Spanned::into_inner).unwrap_or_default().into_iter().map(entry).collect();
    let moved = raw.moved.unwrap_or_default().into_iter().map(|(address, to)| Moved { address: entry(address), to: entry(to) }).collect();
    let mut gone = Vec::new();
    for (address, raw) in raw.gone.unwrap_or_default() {
        let span = raw.span();
        match raw.into_inner() {
            RawGone { reason: Some(reason), instead: Some(instead) } if !reason.trim().is_empty() => {
                gone.push(Gone { address: entry(address), reason, instead: entry(instead) });
            }
            _ => report.add(
                source.place(span.start),
                Rule::MissingKey,
                "een adres dat weg is, mist een reden of een andere pagina",
                "schrijf { reason = \"Waarom de pagina weg is.\", instead = \"map/bestand.md\" }",
            ),
        }
    }
    Some(Ledger { served, moved, gone, source: source.clone() })
}

/// The text of the file with these addresses as the served ones; all else in it stays as it was. `None` where it is not TOML.
pub fn with_served(text: &str, served: &BTreeSet<&str>) -> Option<String> {
    let list: String = served.iter().map(|address| format!("    \"{address}\",\n")).collect();
    let list = format!("[\n{list}]");
    let source = Source::new(FILE, text);
    let read = toml_file::read::<RawLedger>(&source, 0..text.len(), &mut Report::default());
    let raw = read.filter(|read| read.state != State::Damaged)?.raw;
    Some(match raw.served.map(|served| served.span()) {
        Some(span) => format!("{}{list}{}", &text[..span.start], &text[span.end..]),
        None if text.trim().is_empty() => format!("{HEAD}served = {list}\n"),
        None => format!("served = {list}\n\n{text}"),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use expect_test::expect;

    #[test]
    fn the_list_of_addresses_is_written_and_the_rest_of_the_file_stays() {
        let write = |text: &str, served: &[&str]| with_served(text, &served.iter().copied().collect()).expect("the file is TOML");
        let own = write("", &["/", "/nieuws/"]) + "\n[moved]\n\"/oud\" = \"index.md\" # met reden\n";
        expect![[r#"
            # Elk adres dat deze site heeft gehad. Hier gaat nooit een adres uit weg: LEESMIJ.md legt uit hoe het werkt.

            # De eigen adressen van de site. `noaber addresses --write` vult deze lijst aan.
            served = [
                "/",
                "/contact/",
                "/nieuws/",
            ]

            [moved]
            "/oud" = "index.md" # met reden
        "#]]
        .assert_eq(&write(&own, &["/", "/contact/", "/nieuws/"]));
    }

    #[test]
    fn a_file_that_has_no_list_yet_gets_one() {
        let served = BTreeSet::from(["/"]);
        assert_eq!(
            with_served("[moved]\n\"/oud\" = \"index.md\"\n", &served).as_deref(),
            Some("served = [\n    \"/\",\n]\n\n[moved]\n\"/oud\" = \"index.md\"\n")
        );
        assert_eq!(with_served("[moved\n", &served), None, "what cannot be read is not overwritten");
    }
}
