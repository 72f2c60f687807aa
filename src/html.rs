//! Safe HTML: a text that is known to be HTML, and the way plain text becomes it.

use std::fmt;
use std::sync::Arc;

use askama::filters::{Escaper, Safe};

/// HTML made by this program. Templates print its [`markup`](Self::markup) as it is; any other text they escape.
///
/// `Html::text("5 < 6")` is `5 &lt; 6`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Html(Arc<str>);

impl Html {
    /// Takes markup that the caller made out of escaped text and tags of its own.
    pub fn from_markup(markup: String) -> Self {
        Html(markup.into())
    }

    pub fn text(text: &str) -> Self {
        let mut html = String::with_capacity(text.len());
        push_escaped(&mut html, text);
        Html::from_markup(html)
    }

    /// As a template prints it.
    pub fn markup(&self) -> Safe<&str> {
        Safe(&self.0)
    }

    /// The markup itself, for who keeps it as well.
    pub fn shared(&self) -> &Arc<str> {
        &self.0
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// How text becomes HTML and XML, fit for element content and for attribute values between double quotes. Templates do so with every
/// text that is not [`Html`].
#[derive(Clone, Copy, Debug)]
pub struct Escape;

impl Escaper for Escape {
    fn write_escaped_str<W: fmt::Write>(&self, mut out: W, text: &str) -> fmt::Result {
        // Most pieces of text have none of these, which is soon seen.
        let is_special = |byte: &u8| matches!(byte, b'&' | b'<' | b'>' | b'"' | b'\'');
        if !text
            .as_bytes()
            .iter()
            .fold(false, |any, byte| any | is_special(byte))
        {
            return out.write_str(text);
        }
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
            out.write_str(&text[done..at])?;
            out.write_str(escaped)?;
            done = at + 1;
        }
        out.write_str(&text[done..])
    }
}

/// Appends `text` to `html`, as [`Escape`] writes it.
pub fn push_escaped(html: &mut String, text: &str) {
    Escape
        .write_escaped_str(html, text)
        .expect("memory takes all that is written");
}

/// Appends the plain text of `html`, which has no tags and was escaped by [`push_escaped`].
pub fn push_unescaped(text: &mut String, html: &str) {
    const ESCAPED: [(&str, char); 5] = [
        ("&amp;", '&'),
        ("&lt;", '<'),
        ("&gt;", '>'),
        ("&quot;", '"'),
        ("&#39;", '\''),
    ];
    let mut rest = html;
    while let Some(at) = rest.find('&') {
        text.push_str(&rest[..at]);
        rest = &rest[at..];
        let (escaped, character) = ESCAPED
            .into_iter()
            .find(|(escaped, _)| rest.starts_with(escaped))
            .unwrap_or(("&", '&'));
        text.push(character);
        rest = &rest[escaped.len()..];
    }
    text.push_str(rest);
}
