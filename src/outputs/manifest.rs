//! The manifest: name, colour and icons of the site, for who keeps it on a home screen.

use serde::Serialize;

use crate::outputs::format::{Output, OutputFormat, OutputSource};
use crate::outputs::layout::{self, Icon};
use crate::snapshot::Answer;

pub static MANIFEST: OutputFormat = OutputFormat {
    media_type: "application/manifest+json",
    link: None,
    outputs: |_| {
        vec![Output::new(
            layout::manifest(),
            OutputSource::Site,
            &MANIFEST,
        )]
    },
    write: |renderer, output| {
        let (config, cx) = (&renderer.site.config, &renderer.languages[0]);
        let icons = cx.layout.icons.iter();
        let icons = icons.filter(|icon| icon.media_type.starts_with("image/"));
        answer(
            output,
            &Manifest {
                name: &config.name,
                description: &config.description,
                lang: config.language(),
                start_url: "/",
                display: "browser",
                theme_color: cx.layout.theme_color.as_deref(),
                icons: icons.map(shown).collect(),
            },
        )
    },
};

#[derive(Serialize)]
struct Manifest<'a> {
    name: &'a str,
    description: &'a str,
    lang: &'a str,
    start_url: &'static str,
    display: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    theme_color: Option<&'a str>,
    icons: Vec<ManifestIcon<'a>>,
}

#[derive(Serialize)]
struct ManifestIcon<'a> {
    src: &'a str,
    #[serde(rename = "type")]
    media_type: &'static str,
    sizes: &'static str,
}

fn shown(icon: &Icon) -> ManifestIcon<'_> {
    ManifestIcon {
        src: icon.href.as_str(),
        media_type: icon.media_type,
        // A drawing has every size; the other is the one that its name asks for.
        sizes: if icon.media_type == "image/svg+xml" {
            "any"
        } else {
            "180x180"
        },
    }
}

fn answer(output: &Output, manifest: &Manifest<'_>) -> Answer {
    let written = serde_json::to_string(manifest);
    output.answer(written.expect("texts can be written as JSON"))
}
