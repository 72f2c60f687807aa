//! Old addresses: each leads to the page that has its content now, or says why there is none and what there is instead.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use crate::content::Content;
use crate::content::addresses::{Entry, Ledger};
use crate::content::page::{Mention, Page, Standing};
use crate::problem::Report;
use crate::route::{OldAddress, Route};
use crate::rule::Rule;
use crate::site::hidden::{Hidden, Seen};
use crate::site::links::Finder;
use crate::site::uses::Uses;
use crate::site::{PageId, Site};
use crate::source::Place;

/// What is at an address that is no page any more.
#[derive(Clone, Debug, PartialEq)]
pub enum Outcome {
    Moved(Route),
    Gone {
        reason: Reason,
        /// What a visitor may want instead.
        instead: PageId,
    },
}

/// Why a page is gone.
#[derive(Clone, Debug, PartialEq)]
pub enum Reason {
    /// It was there until its moment.
    Expired { title: String },
    /// In the words of an editor.
    Given(String),
}

/// Settles every old address: those that front matter names, those of expired pages, and those in the ledger.
pub fn settle(site: &mut Site<'_>, content: &Content, hidden: &Hidden, report: &mut Report) {
    let lists = site
        .listings
        .iter()
        .map(|listing| listing.route.clone())
        .collect();
    let mut settler = Settler {
        site,
        content,
        lists,
        hidden,
        ledger: &content.ledger,
        next: BTreeMap::new(),
        old: BTreeMap::new(),
        report,
    };
    settler.former_addresses();
    settler.expired_pages();
    settler.ledger();
    settler.pages_to_come();
    settler.shortened_lists();
    site.old = settler.old;
}

struct Settler<'a> {
    site: &'a Site<'a>,
    content: &'a Content,
    /// Where lists of news stand.
    lists: HashSet<Route>,
    hidden: &'a Hidden,
    ledger: &'a Ledger,
    /// Where each old address of the ledger leads, as it is written there.
    next: BTreeMap<OldAddress, &'a str>,
    old: BTreeMap<OldAddress, Outcome>,
    report: &'a mut Report,
}

impl<'a> Settler<'a> {
    /// The old addresses that pages themselves name.
    fn former_addresses(&mut self) {
        for site_page in &self.site.pages {
            for former in &site_page.page.former {
                if let Some(old) = self.old_address(&former.name, || former.place.clone()) {
                    self.add(old, Outcome::Moved(site_page.page.route.clone()), || {
                        former.place.clone()
                    });
                }
            }
        }
    }

    /// Pages whose moment has passed, with the addresses that they had before.
    fn expired_pages(&mut self) {
        for site_page in &self.site.pages {
            self.successor(&site_page.page, Seen::Now);
        }
        for page in self.hidden.expired() {
            let Some(instead) = self
                .successor(page, Seen::Now)
                .or_else(|| self.nearest_above(&page.route))
            else {
                continue;
            };
            let outcome = Outcome::Gone {
                reason: Reason::Expired {
                    title: page.title.clone(),
                },
                instead,
            };
            let own = Some(OldAddress::One(page.route.clone()))
                .filter(|_| self.site.at(&page.route).is_none());
            let former = page
                .former
                .iter()
                .filter_map(|former| OldAddress::parse(&former.name));
            for old in own.into_iter().chain(former) {
                self.old.entry(old).or_insert_with(|| outcome.clone());
            }
        }
    }

    /// What pages that are still to come say of addresses: told now, not at their moment.
    fn pages_to_come(&mut self) {
        let hidden = self.hidden;
        for (page, seen) in hidden
            .to_come()
            .filter(|(page, _)| !self.site.is_outdated(page))
        {
            self.successor(page, seen);
            for former in &page.former {
                self.former_to_come(page, former, seen);
            }
        }
    }

    fn former_to_come(&mut self, page: &Page, former: &Mention, seen: Seen) {
        let Some(old) = self.old_address(&former.name, || former.place.clone()) else {
            return;
        };
        let OldAddress::One(route) = &old else { return };
        let there = self
            .site
            .at(route)
            .map(|id| self.site.page(id))
            .is_some_and(|other| !seen.misses(other));
        if there || *route == page.route || self.site.own.has(route) || self.lists.contains(route) {
            return occupied(route, former.place.clone(), self.report);
        }
        // A page that has expired by now has given its addresses free.
        if let Some(known @ Outcome::Moved(_)) = self.old.get(&old) {
            let known = known.clone();
            self.contradicts(&old, &known, former.place.clone());
        }
    }

    /// The page that takes the place of this one, when it has expired.
    fn successor(&mut self, page: &Page, seen: Seen) -> Option<PageId> {
        let seen = page
            .visibility
            .expires
            .filter(|_| seen != Seen::Sometime && !self.has_expired(page))
            .map_or(seen, Seen::At);
        Finder::new(self.site, self.content, self.hidden)
            .seen(seen)
            .target(page, page.successor.as_ref()?, self.report)
    }

    fn has_expired(&self, page: &Page) -> bool {
        self.hidden
            .of_file(&page.file)
            .is_some_and(|(_, standing)| *standing == Standing::Expired)
    }

    fn ledger(&mut self) {
        let ledger = self.ledger;
        for moved in &ledger.moved {
            if let Some(old) = OldAddress::parse(&moved.address.text) {
                self.next.insert(old, &moved.to.text);
            }
        }
        for moved in &ledger.moved {
            let place = || ledger.place(&moved.address);
            if let (Some(old), Some(outcome)) = (
                self.old_address(&moved.address.text, place),
                self.destination(&moved.address, &moved.to),
            ) {
                self.add(old, outcome, place);
            }
        }
        for gone in &ledger.gone {
            let place = || ledger.place(&gone.address);
            let Some(old) = self.old_address(&gone.address.text, place) else {
                continue;
            };
            if let Some(instead) = self.instead(&gone.instead) {
                self.old.remove(&old);
                self.add(
                    old,
                    Outcome::Gone {
                        reason: Reason::Given(gone.reason.clone()),
                        instead,
                    },
                    place,
                );
            }
        }
    }

    /// Where the ledger says that an old address leads.
    fn destination(&mut self, from: &Entry, to: &Entry) -> Option<Outcome> {
        if to.text.starts_with('/') {
            return self.address(from, to);
        }
        let hidden = self.hidden.of_file(&to.text);
        if let Some((page, Standing::Expired)) = hidden {
            return self.old.get(&OldAddress::One(page.route.clone())).cloned();
        }
        self.page(to)
            .map(|id| Outcome::Moved(self.site.page(id).route.clone()))
    }

    /// The page of a file that the ledger names.
    fn page(&mut self, file: &Entry) -> Option<PageId> {
        let found = self.site.of_file(&file.text);
        if found.is_none() {
            let place = self.ledger.place(file);
            if self.hidden.of_file(&file.text).is_some() {
                let message = format!("bezoekers zien `{}` niet", file.text);
                self.report.add(
                    place,
                    Rule::HiddenTarget,
                    message,
                    "noem een pagina die te zien is",
                );
            } else if self.content.file(&file.text).is_none() {
                self.site.missing_file(&file.text, place, self.report);
            }
        }
        found
    }

    /// The page that the ledger offers instead of one that is gone. Where that one has expired in its turn, which is told,
    /// it is what comes instead of it: no address is lost by the clock.
    fn instead(&mut self, file: &Entry) -> Option<PageId> {
        let hidden = self.hidden;
        self.page(file)
            .or_else(|| match hidden.of_file(&file.text)? {
                (page, Standing::Expired) => {
                    match self.old.get(&OldAddress::One(page.route.clone())) {
                        Some(Outcome::Gone { instead, .. }) => Some(*instead),
                        _ => self.site.at(&page.route),
                    }
                }
                (page, _) => self.nearest_above(&page.route),
            })
    }

    /// An address that the ledger names as the destination of another one.
    fn address(&mut self, from: &Entry, to: &Entry) -> Option<Outcome> {
        let target = OldAddress::parse(&to.text);
        if let Some(OldAddress::One(route)) = &target
            && self.answers_at(route)
        {
            return Some(Outcome::Moved(route.clone()));
        }
        let mut seen = BTreeSet::from([from.text.as_str()]);
        let mut last = to.text.as_str();
        let looped = loop {
            if !seen.insert(last) {
                break true;
            }
            match OldAddress::parse(last).and_then(|address| self.next.get(&address).copied()) {
                Some(further) => last = further,
                None => break false,
            }
        };
        let place = self.ledger.place(to);
        if looped {
            let message = format!("`{}` leidt langs `{}` naar zichzelf", from.text, to.text);
            self.report.add(
                place,
                Rule::AddressLoop,
                message,
                "laat een van deze adressen naar een bestand leiden",
            );
        } else if seen.len() > 2 {
            let message = format!(
                "`{}` leidt naar een adres dat zelf weer verder leidt",
                from.text
            );
            self.report.add(
                place,
                Rule::AddressChain,
                message,
                format!("laat het meteen naar `{last}` leiden"),
            );
        } else {
            let message = format!("op `{}` staat geen pagina", to.text);
            self.report.add(
                place,
                Rule::BrokenLink,
                message,
                "noem het bestand van de pagina, zoals `nieuws/index.md`",
            );
        }
        None
    }

    fn old_address(&mut self, address: &str, place: impl Fn() -> Place) -> Option<OldAddress> {
        let old = OldAddress::parse(address);
        if old.is_none() {
            let message = format!("`{address}` is geen adres binnen de site");
            self.report.add(
                place(),
                Rule::FormerAddress,
                message,
                "schrijf het oude adres vanaf de eerste schuine streep: /map/naam",
            );
        }
        old
    }

    fn add(&mut self, old: OldAddress, outcome: Outcome, place: impl Fn() -> Place) {
        match self.old.get(&old) {
            Some(known) if *known != outcome => {
                let known = known.clone();
                self.contradicts(&old, &known, place());
            }
            _ => {
                self.old.insert(old, outcome);
            }
        }
    }

    fn contradicts(&mut self, old: &OldAddress, known: &Outcome, place: Place) {
        let leads = match known {
            Outcome::Moved(route) => format!("leidt al naar {route}"),
            Outcome::Gone { .. } => "is al weg om een andere reden".to_owned(),
        };
        let help =
            "een oud adres kan maar naar een pagina leiden: haal het bij een van de twee weg";
        self.report
            .add(place, Rule::FormerAddress, format!("`{old}` {leads}"), help);
    }

    /// A list of news that has become shorter leads to its beginning.
    fn shortened_lists(&mut self) {
        let news = &self.site.config.kinds.news.address;
        let words = &self.site.config.addresses;
        for served in &self.ledger.served {
            let Some(rest) = served.text.strip_prefix(news.as_str()) else {
                continue;
            };
            let first = rest.split('/').next().unwrap_or_default();
            let is_year = first.len() == 4 && first.bytes().all(|byte| byte.is_ascii_digit());
            let Some(route) = Route::parse(&served.text)
                .filter(|_| is_year || first == words.page || first == words.theme)
            else {
                continue;
            };
            if self.answers_at(&route) {
                continue;
            }
            if let Some(above) = std::iter::successors(route.parent(), Route::parent)
                .find(|above| self.answers_at(above))
            {
                self.old
                    .entry(OldAddress::One(route))
                    .or_insert(Outcome::Moved(above));
            }
        }
    }

    /// Whether a page or a list stands at this address.
    fn answers_at(&self, route: &Route) -> bool {
        self.site.at(route).is_some() || self.site.own.has(route) || self.lists.contains(route)
    }

    fn nearest_above(&self, route: &Route) -> Option<PageId> {
        std::iter::successors(route.parent(), Route::parent).find_map(|above| self.site.at(&above))
    }
}

/// What answers at an address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answers {
    Nothing,
    /// A page, a list or a file.
    Itself,
    /// A move to another address, or word that it is gone.
    Old,
}

/// Holds the old and the served addresses against what answers at them in the end.
pub fn check_addresses(
    content: &Content,
    site: &Site<'_>,
    answers: impl Fn(&str) -> Answers,
    report: &mut Report,
) {
    let ledger = &content.ledger;
    let mut check = |address: &str, place: &dyn Fn() -> Place| {
        if let Some(OldAddress::One(route)) = OldAddress::parse(address)
            && answers(route.as_str()) == Answers::Itself
        {
            occupied(&route, place(), report);
        }
    };
    for former in site
        .pages
        .iter()
        .flat_map(|site_page| &site_page.page.former)
    {
        check(&former.name, &|| former.place.clone());
    }
    for address in ledger
        .moved
        .iter()
        .map(|moved| &moved.address)
        .chain(ledger.gone.iter().map(|gone| &gone.address))
    {
        check(&address.text, &|| ledger.place(address));
    }
    let is_nothing = |address: &str| answers(address) == Answers::Nothing;
    let in_other_form = |served: &Entry| matches!(OldAddress::parse(&served.text), Some(OldAddress::One(route)) if !is_nothing(route.as_str()));
    let is_lost = |served: &&Entry| is_nothing(&served.text) && !in_other_form(served);
    let lost: Vec<&Entry> = ledger.served.iter().filter(is_lost).collect();
    if !lost.is_empty() {
        report_lost(content, &lost, report);
    }
}

fn occupied(route: &Route, place: Place, report: &mut Report) {
    let message = format!("op `{route}` staat nu een andere pagina");
    report.add(
        place,
        Rule::FormerAddress,
        message,
        "haal het oude adres weg, of geef die pagina een ander adres",
    );
}

fn report_lost(content: &Content, lost: &[&Entry], report: &mut Report) {
    let uses = Uses::by_address(content);
    for entry in lost {
        let address = &entry.text;
        let mut help = format!(
            "zet `former = [\"{address}\"]` in de kopregels van de pagina die ervoor in de plaats komt, of zet het adres in dit bestand onder [gone]"
        );
        if let Some(users) = uses.told(address) {
            help += &format!("; er wordt nog naar verwezen in {users}");
        }
        report.add(
            content.ledger.place(entry),
            Rule::LostAddress,
            format!("het adres {address} was er, en is er niet meer"),
            help,
        );
    }
}
