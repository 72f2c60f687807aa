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
        .any(|kind| is_list_of(kind, route, &config.addresses))
}

fn is_list_of(kind: &KindFolder, route: &Route, words: &Addresses) -> bool {
    let Listing::Paged(divisions) = kind.kind.listing else {
        return false;
    };
    let Some(rest) = route.as_str().strip_prefix(kind.address.as_str()) else {
        return false;
    };
    let parts: Vec<&str> = rest.trim_end_matches('/').split('/').collect();
    match parts.as_slice() {
        [list @ .., page, number] if *page == words.page && is_number(number) => {
            list.is_empty() || is_part(list, divisions, words)
        }
        list => is_part(list, divisions, words),
    }
}

fn is_part(parts: &[&str], divisions: &[Division], words: &Addresses) -> bool {
    let divides = |is_it: fn(&Division) -> bool| divisions.iter().any(is_it);
    match parts {
        [year] => year.len() == 4 && is_number(year) && divides(|by| *by == Division::Year),
        [word, _] => *word == words.theme && divides(|by| matches!(by, Division::Relation(_))),
        _ => false,
    }
}

fn is_number(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}
