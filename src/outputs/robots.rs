//! The rules for crawlers (RFC 9309): they may read everything.

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
        let sitemap = renderer.site.absolute(&sitemap::route());
        output.answer(format!("User-agent: *\nAllow: /\n\nSitemap: {sitemap}\n"))
    },
};
