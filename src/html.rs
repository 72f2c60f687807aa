//! Safe HTML: a text that is known to be HTML, and plain text that becomes it.

use std::fmt;
use std::sync::Arc;

use askama::filters::{Escaper, Safe};
use pulldown_cmark_escape::{FmtWriter, escape_html};

/// HTML made by this program. Templates print its [`markup`](Self::markup) as it is; any other text
/// they escape.
///
/// `Html::text("5 < 6")` is `5 &lt; 6`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
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

    pub fn as_str(&self) -> &str {
        &self.0
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// The escaper of the templates, for HTML and XML: it writes text as Markdown is written, so that a
/// page escapes in one way.
#[derive(Clone, Copy, Debug)]
pub struct HtmlEscaper;

impl Escaper for HtmlEscaper {
    fn write_escaped_str<W: fmt::Write>(&self, out: W, text: &str) -> fmt::Result {
        escape_html(FmtWriter(out), text)
    }
}

/// Appends text to markup, fit for element content and for attribute values between quotes.
pub fn push_escaped(html: &mut String, text: &str) {
    escape_html(html, text).expect("a string takes all text");
}
