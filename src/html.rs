//! Safe HTML: a text that is known to be HTML, and the way plain text becomes it.

use std::fmt;

/// HTML made by this program. Templates print it as it is; any other text they escape.
///
/// `Html::text("5 < 6")` is `5 &lt; 6`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Html(String);

impl Html {
    /// Takes markup that the caller made out of escaped text and tags of its own.
    pub fn from_markup(markup: String) -> Self {
        Html(markup)
    }

    pub fn text(text: &str) -> Self {
        let mut html = String::with_capacity(text.len());
        push_escaped(&mut html, text);
        Html(html)
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// Appends `text` to `html`, fit for element content and for attribute values between double quotes.
pub fn push_escaped(html: &mut String, text: &str) {
    let mut done = 0;
    for (at, byte) in text.bytes().enumerate() {
        let escaped = match byte {
            b'&' => "&amp;",
            b'<' => "&lt;",
            b'>' => "&gt;",
            b'"' => "&quot;",
            b'\'' => "&#39;",
            _ => continue,
        };
        html.push_str(&text[done..at]);
        html.push_str(escaped);
        done = at + 1;
    }
    html.push_str(&text[done..]);
}

/// Appends the plain text of `html`, which has no tags and was escaped by [`push_escaped`].
pub fn push_unescaped(text: &mut String, html: &str) {
    const ESCAPED: [(&str, char); 5] = [("&amp;", '&'), ("&lt;", '<'), ("&gt;", '>'), ("&quot;", '"'), ("&#39;", '\'')];
    let mut rest = html;
    while let Some(at) = rest.find('&') {
        text.push_str(&rest[..at]);
        rest = &rest[at..];
        let (escaped, character) = ESCAPED.into_iter().find(|(escaped, _)| rest.starts_with(escaped)).unwrap_or(("&", '&'));
        text.push(character);
        rest = &rest[escaped.len()..];
    }
    text.push_str(rest);
}

impl fmt::Display for Html {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}

impl askama::FastWritable for Html {
    fn write_into(&self, out: &mut dyn fmt::Write, _: &dyn askama::Values) -> askama::Result<()> {
        Ok(out.write_str(&self.0)?)
    }
}

impl askama::filters::HtmlSafe for Html {}
