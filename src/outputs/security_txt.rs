//! The contact for whoever finds a weak spot (RFC 9116).

use crate::outputs::format::{Output, OutputFormat, OutputSource};
use crate::outputs::renderer::SiteRenderer;
use crate::route::Route;
use crate::snapshot::Answer;

pub static SECURITY_TXT: OutputFormat = OutputFormat {
    media_type: "text/plain; charset=utf-8",
    link: None,
    outputs: |site| {
        let route = Route::home().file(".well-known/security.txt");
        let security = site.config.security.iter();
        let output = |_| Output::new(route.clone(), OutputSource::Site, &SECURITY_TXT);
        security.map(output).collect()
    },
    write,
};

fn write(renderer: &SiteRenderer<'_>, output: &Output) -> Answer {
    let (site, config) = (renderer.site, renderer.site.config);
    let security = config.security.as_ref();
    let security = security.expect("there is a file where there is a contact");
    let languages: Vec<&str> = config.languages.iter().map(|of| of.tag).collect();
    let mut lines: Vec<(&str, String)> = Vec::new();
    let contacts = security.contacts.iter().cloned();
    lines.extend(contacts.map(|contact| ("Contact", contact)));
    lines.push(("Expires", security.expires.to_string()));
    for (name, address) in [
        ("Encryption", &security.encryption),
        ("Acknowledgments", &security.acknowledgments),
        ("Policy", &security.policy),
    ] {
        lines.extend(address.clone().map(|address| (name, address)));
    }
    lines.push(("Preferred-Languages", languages.join(", ")));
    lines.push(("Canonical", site.absolute(&output.route)));
    let lines = lines
        .into_iter()
        .map(|(name, value)| format!("{name}: {value}\n"));
    output.answer(lines.collect())
}
