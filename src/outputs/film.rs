//! A film as a page shows it: a player of the browser's own, which takes no byte before it plays.

use crate::content::film::BesideFilm;
use crate::html::push_escaped;
use crate::media_type::media_type;
use crate::outputs::renderer::RenderContext;
use crate::text::Text;

/// The player of the film with this key, for who reads it below this address.
pub fn film(cx: &RenderContext<'_>, key: &str, alternative: &str, base: &str) -> String {
    let beside = BesideFilm::find(key, cx.site.assets);
    let address = |key: &str| format!("{base}{}", cx.assets.address(key));
    let film = address(key);
    let mut html = "<video controls preload=\"none\"".to_owned();
    let of_poster = beside
        .poster
        .as_ref()
        .and_then(|key| cx.assets.dimensions(key));
    if let Some((width, height)) = cx.assets.dimensions(key).or(of_poster) {
        html += &format!(" width=\"{width}\" height=\"{height}\"");
    }
    if let Some(poster) = &beside.poster {
        html += &format!(" poster=\"{}\"", address(poster));
    }
    html += " aria-label=\"";
    push_escaped(&mut html, alternative);
    html += &format!("\"><source src=\"{film}\" type=\"{}\">", media_type(key));
    for (language, key) in &beside.captions {
        let captions = address(key);
        html +=
            &format!("<track kind=\"captions\" src=\"{captions}\" srclang=\"{language}\" label=\"");
        let text = Text::load(language);
        let name = text.as_ref().map(|text| text.say("language-name"));
        push_escaped(&mut html, name.unwrap_or(language));
        html.push('"');
        if *language == cx.text().language() {
            html += " default";
        }
        html.push('>');
    }
    // What a browser shows that cannot play it.
    html += &format!("<a href=\"{film}\">");
    push_escaped(&mut html, alternative);
    html += "</a></video>";
    html
}
