//! The addresses of the lists of a kind: `/nieuws/2022/`, `/nieuws/thema/naam/pagina/2/`.

use crate::config::{Addresses, Config, KindFolder};
use crate::kinds::spec::{Division, Listing};
use crate::route::Route;

/// The address of a page of a list, counted from 1.
pub fn page(first: &Route, number: usize, words: &Addresses) -> Route {
    match number {
        1 => first.clone(),
        number => first.page(&words.page).page(&number.to_string()),
    }
}

/// True for an address that is kept for a list: of a part, or a further page of any. It is, whether
/// or not there is something for that list today.
pub fn is_reserved(route: &Route, config: &Config) -> bool {
    config
        .kinds
        .iter()
        .any(|kind| is_list_of(kind, route, config))
}

fn is_list_of(kind: &KindFolder, route: &Route, config: &Config) -> bool {
    let Listing::Paged(divisions) = kind.kind.listing else {
        return false;
    };
    let Some(rest) = route.as_str().strip_prefix(kind.address.as_str()) else {
        return false;
    };
    let parts: Vec<&str> = rest.trim_end_matches('/').split('/').collect();
    match parts.as_slice() {
        [list @ .., page, number] if *page == config.addresses.page && is_number(number) => {
            list.is_empty() || is_part(list, divisions, config)
        }
        list => is_part(list, divisions, config),
    }
}

fn is_part(parts: &[&str], divisions: &[Division], config: &Config) -> bool {
    let is_year = |text: &str| text.len() == 4 && is_number(text);
    divisions.iter().any(|division| match (division, parts) {
        (Division::Year, [year]) => is_year(year),
        (Division::Month, [month]) => month
            .split_once('-')
            .is_some_and(|(year, month)| is_year(year) && month.len() == 2 && is_number(month)),
        (Division::Past, [word]) | (Division::Relation(_) | Division::Word(..), [word, _]) => {
            *word == config.word_of(division.name())
        }
        _ => false,
    })
}

fn is_number(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}
