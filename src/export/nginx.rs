//! The rules for nginx, to include in a `server` block.
//!
//! Headers that all files share stand once. One that differs is a variable, which most files leave
//! at what the home page has: nginx leaves out a header whose value is empty.

use std::collections::{BTreeMap, BTreeSet};

use crate::export::rules::{Headers, LIST, NAMES, PAGE, Replacement, Rules};
use crate::media_type::media_type;
use crate::route::readable;
use crate::snapshot::headers::TRANSPORT_SECURITY;

const INTRODUCTION: &str = "\
# Written by `noaber build`. In nginx: server { listen 80; root FOLDER; include FOLDER/_nginx.conf; }
absolute_redirect off;
gzip_static on;
# With the module of brotli: brotli_static on;
charset off;
error_page 403 =404 /404.html;
error_page 404 /404.html;
error_page 410 $noaber_gone;
set $noaber_gone /404.html;
set $noaber_hsts '';
if ($scheme = https) { set $noaber_hsts 'TRANSPORT_SECURITY'; }
add_header strict-transport-security $noaber_hsts always;
";

/// The answers where no other location says otherwise: a page, or a file.
const FILES: &str = "\
if ($request_uri ~ '^([^?]*/)index\\.html?(\\?.*)?$') { return 301 $1$2; }
location / { try_files ${uri}index.html =404; }
location ~ '[^/]$' {
    if (-f $request_filename/index.html) { return 301 $uri/$is_args$args; }
    try_files $uri =404;
}
";

/// The configuration, whole.
pub fn configuration(rules: &Rules) -> String {
    let shared = SharedHeaders::of(rules);
    let mut text = INTRODUCTION.replace("TRANSPORT_SECURITY", TRANSPORT_SECURITY);
    for (name, value) in &shared.constant {
        text.push_str(&format!("add_header {name} {} always;\n", quoted(value)));
    }
    for name in &shared.varying {
        let value = shared.usual.get(*name).map_or("", String::as_str);
        let variable = variable(name);
        text.push_str(&format!("set {variable} {};\n", quoted(value)));
        text.push_str(&format!("add_header {name} {variable} always;\n"));
    }
    text.push_str(&media_types(rules));
    // Of these the first that fits counts.
    if let Some((link, headers)) = &rules.markdown {
        text.push_str(&markdown(&shared, link, headers));
    }
    text.push_str(FILES);
    let mut locations: BTreeMap<String, Location> = BTreeMap::new();
    for (address, headers) in &rules.files {
        let own = shared.own(address, headers);
        if !own.is_empty() {
            locations.entry(address.clone()).or_default().own = own;
        }
    }
    let not_found = shared.own("404.html", &rules.not_found) + "internal; ";
    locations.insert("/404.html".to_owned(), Location::of(not_found));
    for (file, headers) in &rules.gone {
        let own = shared.own(file, headers) + "internal; ";
        locations.insert(format!("/{file}"), Location::of(own));
    }
    for name in NAMES.into_iter().chain([LIST]) {
        locations.insert(format!("/{name}"), Location::of("return 404; ".to_owned()));
    }
    for (from, target) in &rules.exact {
        let address = readable(from.as_str());
        let rule = respond_with(target, true);
        locations.insert(address, Location::of(rule));
    }
    for (number, (pattern, target)) in rules.patterns.iter().enumerate() {
        let path = readable(&pattern.path);
        match &pattern.query {
            None => text.push_str(&below(number, &path, target)),
            Some(query) => {
                let escaped = escaped(query);
                let end = if pattern.open { "" } else { "$" };
                let rule = respond_with(target, false);
                let rule = format!(
                    "if ($args ~ {}) {{ {rule}}} ",
                    quoted(&format!("^{escaped}{end}"))
                );
                let forms =
                    BTreeSet::from([path.clone(), format!("{}/", path.trim_end_matches('/'))]);
                for form in forms {
                    locations.entry(form).or_default().queries.push_str(&rule);
                }
            }
        }
    }
    for (address, location) in &locations {
        text.push_str(&location.text(address));
    }
    text
}

/// The answer of nginx at one address.
#[derive(Clone, Default)]
struct Location {
    /// Rules for single queries, which go first.
    queries: String,
    own: String,
}

impl Location {
    fn of(own: String) -> Self {
        let queries = String::new();
        Location { queries, own }
    }

    fn text(&self, address: &str) -> String {
        let Location { queries, own } = self;
        let file = if own.contains("return ") {
            ""
        } else if address.ends_with('/') {
            "try_files ${uri}index.html =404; "
        } else {
            "try_files $uri =404; "
        };
        format!("location = {} {{ {queries}{own}{file}}}\n", quoted(address))
    }
}

/// The headers that all files share, and the names of those in which they differ.
struct SharedHeaders<'a> {
    usual: &'a Headers,
    constant: Vec<(&'a str, &'a str)>,
    varying: Vec<&'a str>,
}

impl<'a> SharedHeaders<'a> {
    fn of(rules: &'a Rules) -> Self {
        let usual = rules.usual();
        let all = || {
            let markdown = rules.markdown.iter().map(|(_, headers)| headers);
            let gone = rules.gone.values().chain([&rules.not_found]);
            rules.files.values().chain(gone).chain(markdown)
        };
        let names: BTreeSet<&str> = all()
            .flat_map(BTreeMap::keys)
            .map(String::as_str)
            .chain(rules.markdown.as_ref().map(|_| "link"))
            .filter(|name| *name != "content-type")
            .collect();
        let is_constant = |name: &&str| {
            let value = usual.get(*name);
            *name != "link" && value.is_some() && all().all(|headers| headers.get(*name) == value)
        };
        let (constant, varying): (Vec<_>, Vec<_>) = names.into_iter().partition(is_constant);
        SharedHeaders {
            usual,
            constant: constant
                .into_iter()
                .filter_map(|name| Some((name, usual.get(name)?.as_str())))
                .collect(),
            varying,
        }
    }

    /// The directives by which a file differs from what is usual.
    fn own(&self, address: &str, headers: &Headers) -> String {
        let mut text = String::new();
        for name in &self.varying {
            let (value, usual) = (headers.get(*name), self.usual.get(*name));
            if value != usual {
                let value = quoted(value.map_or("", String::as_str));
                text.push_str(&format!("set {} {value}; ", variable(name)));
            }
        }
        if let Some(media_type) = headers.get("content-type")
            && usual_type(address) != *media_type
        {
            text.push_str(&format!(
                "types {{ }} default_type {}; ",
                quoted(media_type)
            ));
        }
        text
    }
}

/// The media type that a file has by its name.
fn usual_type(address: &str) -> &'static str {
    media_type(if address.ends_with('/') {
        "index.html"
    } else {
        address
    })
}

/// The media types by the extensions that occur.
fn media_types(rules: &Rules) -> String {
    let names = rules
        .files
        .keys()
        .map(String::as_str)
        .chain(["index.html", "index.md"]);
    let known: BTreeMap<&str, &str> = names
        .filter(|name| !name.ends_with('/'))
        .filter_map(|name| Some((name.rsplit_once('.')?.1, media_type(name))))
        .filter(|(extension, _)| extension.bytes().all(|byte| byte.is_ascii_alphanumeric()))
        .collect();
    let lines = known
        .into_iter()
        .map(|(extension, media_type)| format!("    {} {extension};\n", quoted(media_type)));
    format!(
        "types {{\n{}}}\ndefault_type application/octet-stream;\n",
        lines.collect::<String>()
    )
}

/// The directives that answer for an address that is no file. Of one that has moved, the query goes
/// along.
fn respond_with(target: &Replacement, keeps_query: bool) -> String {
    match target {
        Replacement::Moved(to) => {
            let query = if keeps_query { "$is_args$args" } else { "" };
            format!("return 301 {to}{query}; ")
        }
        Replacement::Gone(file) => {
            format!(
                "set $noaber_gone {}; return 410; ",
                quoted(&format!("/{file}"))
            )
        }
    }
}

/// The answers at all addresses that start alike and are no files.
fn below(number: usize, path: &str, target: &Replacement) -> String {
    format!(
        "location ^~ {} {{ try_files $uri ${{uri}}index.html @noaber_{number}; }}\n\
         location @noaber_{number} {{ {}}}\n",
        quoted(path),
        respond_with(target, false)
    )
}

/// The forms of pages for programs.
fn markdown(shared: &SharedHeaders<'_>, link: &str, headers: &Headers) -> String {
    let own = shared.own("index.md", headers);
    let link = quoted(link).replace(PAGE, "$noaber_page");
    format!(
        "location ~ '^(?<noaber_page>/(.*/)?)index\\.md$' {{ \
         {own}set $noaber_link {link}; try_files $uri =404; }}\n"
    )
}

fn variable(name: &str) -> String {
    format!("$noaber_{}", name.replace('-', "_"))
}

/// A text in quotes. No value here has a variable of nginx in it.
fn quoted(text: &str) -> String {
    format!("'{}'", text.replace('\\', "\\\\").replace('\'', "\\'"))
}

/// A text in which no character has a meaning of its own in a regular expression.
fn escaped(text: &str) -> String {
    let escape = |c: char| match c {
        c if c.is_alphanumeric() || "-_=&%/;:,".contains(c) => c.to_string(),
        c => format!("\\{c}"),
    };
    text.chars().map(escape).collect()
}
