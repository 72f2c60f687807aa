//! The rules as hosts of static sites read them: `_redirects` and `_headers`, as Netlify and
//! Cloudflare Pages have them.

use crate::export::rules::{Headers, Replacement, Rules};
use crate::media_type::media_type;
use crate::route::UrlPattern;

/// Headers that differ between files in ways that a host follows by itself, or that it would join
/// where two rules fit.
const OF_EACH: [&str; 5] = [
    "cache-control",
    "content-language",
    "content-type",
    "cross-origin-resource-policy",
    "vary",
];

/// One old address a line: `/oud/ /nieuw/ 301`.
pub fn redirects(rules: &Rules) -> String {
    let exact = rules.exact.iter();
    let exact = exact.map(|(from, target)| (from.to_string(), target));
    let patterns = rules.patterns.iter();
    let patterns = patterns.map(|(from, target)| (redirect_source(from), target));
    let line = |(from, target): (String, &Replacement)| match target {
        Replacement::Moved(to) => format!("{from} {to} 301\n"),
        Replacement::Gone(file) => format!("{from} /{} 410\n", file.trim_end_matches("index.html")),
    };
    exact.chain(patterns).map(line).collect()
}

/// The headers of all, then what single files have beside them.
pub fn headers(rules: &Rules) -> String {
    let lines = |address: &str, headers: Vec<(&String, &String)>| {
        let lines = headers
            .into_iter()
            .map(|(name, value)| format!("  {name}: {value}\n"));
        format!("{address}\n{}", lines.collect::<String>())
    };
    let usual = rules.usual();
    let common = usual
        .iter()
        .filter(|(name, _)| !OF_EACH.contains(&name.as_str()));
    let mut text = lines("/*", common.collect());
    for (address, headers) in &rules.files {
        let own: Vec<_> = headers
            .iter()
            .filter(|(name, value)| is_own(usual, address, name, value))
            .collect();
        if !own.is_empty() {
            text.push_str(&lines(address, own));
        }
    }
    text
}

/// True for a header of a file that its host would not give it by itself.
fn is_own(usual: &Headers, address: &str, name: &str, value: &str) -> bool {
    match name {
        "cache-control" => usual.get(name).is_none_or(|usual| usual != value),
        "content-type" => !address.ends_with('/') && media_type(address) != value,
        _ => !OF_EACH.contains(&name) && !usual.contains_key(name),
    }
}

/// A pattern of addresses: `/nieuws/1558-*`, `/ start=:start`.
fn redirect_source(pattern: &UrlPattern) -> String {
    let UrlPattern { path, query, open } = pattern;
    match query {
        None => pattern.to_string(),
        Some(query) => match query.strip_suffix('=').filter(|_| *open) {
            Some(key) => format!("{path} {key}=:{key}"),
            None => format!("{path} {query}"),
        },
    }
}
