//! The rules for crawlers (RFC 9309): they may read everything but what `static/robots.txt` says.

use std::iter;

use crate::outputs::diwoo;
use crate::outputs::format::{Output, OutputFormat, OutputSource};
use crate::outputs::sitemap;
use crate::route::Route;

pub static ROBOTS: OutputFormat = OutputFormat {
    media_type: "text/plain; charset=utf-8",
    link: None,
    outputs: |_| {
        let route = Route::home().file("robots.txt");
        vec![Output::new(route, OutputSource::Site, &ROBOTS)]
    },
    write: |renderer, output| {
        let site = renderer.site;
        let maps = iter::once(sitemap::route()).chain(diwoo::indexes(site));
        let maps: String = maps
            .map(|map| format!("Sitemap: {}\n", site.absolute(&map)))
            .collect();
        let more = renderer.languages[0].assets.text("static/robots.txt");
        let more = more.map(|more| format!("{}\n\n", more.trim()));
        let more = more.unwrap_or_default();
        output.answer(format!("User-agent: *\nAllow: /\n\n{more}{maps}"))
    },
};
