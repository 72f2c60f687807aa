//! HTML in Markdown. A few elements are allowed within a line; of all others the text stays.

use std::ops::Range;

use html5gum::{DefaultEmitter, Error, HtmlString, StartTag, Token, Tokenizer};

use crate::content::markdown::writer::Writer;
use crate::html::push_escaped;
use crate::message;
use crate::message::{Message, MessageValue};
use crate::rule::Rule;

/// The elements of HTML, each with the place of its text (within a line, in a block of its own, or
/// hidden), and with the name of what says the same in Markdown, if something does.
const ELEMENTS: &str = include_str!("../elements.txt");

/// The elements that are allowed within a line.
const ALLOWED: &[&str] = &["abbr", "kbd", "sub", "sup"];

/// The attributes that stand without a value. Any other word that does is one of a sentence, in
/// which somebody compares: `a <b and c> d`.
const BARE: &[&str] = &[
    "allowfullscreen",
    "async",
    "autoplay",
    "checked",
    "contenteditable",
    "controls",
    "default",
    "defer",
    "disabled",
    "download",
    "hidden",
    "inert",
    "ismap",
    "itemscope",
    "loop",
    "multiple",
    "muted",
    "nomodule",
    "noshade",
    "novalidate",
    "nowrap",
    "open",
    "playsinline",
    "readonly",
    "required",
    "reversed",
    "selected",
    "webkitallowfullscreen",
    "mozallowfullscreen",
];

/// The attributes that hold words or addresses, which are named where they are left out.
const TELLING: &[&str] = &[
    "action",
    "aria-label",
    "cite",
    "content",
    "data",
    "href",
    "label",
    "placeholder",
    "poster",
    "src",
    "summary",
    "title",
    "value",
];

/// The elements whose text is HTML as well, which a browser that knows them does not show.
const FALLBACKS: &[&str] = &["iframe", "noembed", "noframes", "noscript"];

/// The length of text in which the end of an element is looked for that hides what is in it.
const LONGEST_HIDDEN: usize = 4096;

/// The HTML of a page that is being written.
#[derive(Default)]
pub struct HtmlInMarkdown {
    /// The number of elements of Markdown that are open.
    depth: usize,
    /// The allowed elements that are open.
    open: Vec<OpenElement>,
    /// The block that is being read.
    block: String,
    span: Range<usize>,
    /// The element whose text is hidden.
    pub hidden: Option<String>,
    /// The tags of the block of text that is being written: those that are left out, and those that
    /// stay, as text.
    lost: Option<Refused>,
    shown: Option<Refused>,
}

struct OpenElement {
    name: String,
    depth: usize,
    span: Range<usize>,
}

struct Refused {
    span: Range<usize>,
    tags: Vec<MessageValue>,
    help: Option<Message>,
}

impl Writer<'_> {
    /// An element of Markdown begins.
    pub(super) fn enter(&mut self) {
        self.html.depth += 1;
    }

    /// An element of Markdown ends, and with it all HTML that was opened in it.
    pub(super) fn leave(&mut self) {
        self.html.depth -= 1;
        let depth = self.html.depth;
        let outside = self.html.open.iter().take_while(|open| open.depth <= depth);
        self.end_open(outside.count());
    }

    /// Ends the elements that nothing else ends, from the one of this number on.
    fn end_open(&mut self, first: usize) {
        while self.html.open.len() > first {
            let OpenElement { name, span, .. } = self.html.open.pop().expect("there are more");
            self.tag(&format!("</{name}>"));
            let help = message!("html-unclosed-help", name = &name);
            let message = message!("html-unclosed", name);
            self.report(&span, Rule::RawHtml, message, help);
        }
    }

    /// HTML within a line.
    pub(super) fn inline_html(&mut self, html: &str, span: &Range<usize>) {
        for token in tokens(html) {
            match &token {
                Token::StartTag(tag) if is_sentence(tag, html) => {
                    let words = self.show(html, span);
                    self.words(&words);
                }
                Token::StartTag(tag) if *tag.name == *b"br" => self.line_break(),
                Token::StartTag(tag) if is_allowed(&tag.name) => self.open_element(tag, span),
                Token::EndTag(tag) if is_allowed(&tag.name) => {
                    self.close_element(&text(&tag.name), span);
                }
                _ => {
                    let rest = &self.dialect.text[span.end..];
                    let rest = &rest[..rest.floor_char_boundary(LONGEST_HIDDEN)];
                    let paragraph = rest.split("\n\n").next().unwrap_or_default();
                    let words = self.leave_out(&token, html, span, paragraph);
                    self.words(&words);
                }
            }
        }
    }

    fn open_element(&mut self, tag: &StartTag<usize>, span: &Range<usize>) {
        let name = text(&tag.name);
        let mut markup = format!("<{name}");
        if let Some(title) = attribute(tag, "title").filter(|_| name == "abbr") {
            markup += " title=\"";
            push_escaped(&mut markup, &title);
            markup.push('"');
        }
        self.tag(&(markup + ">"));
        self.html.open.push(OpenElement {
            name,
            depth: self.html.depth,
            span: span.clone(),
        });
    }

    fn close_element(&mut self, name: &str, span: &Range<usize>) {
        let depth = self.html.depth;
        let is_it = |open: &OpenElement| open.name == name && open.depth == depth;
        match self.html.open.iter().rposition(is_it) {
            Some(number) => {
                self.end_open(number + 1);
                self.html.open.pop();
                self.tag(&format!("</{name}>"));
            }
            None => self.refuse(span, format!("`</{name}>`"), remedy(name), false),
        }
    }

    /// A block of HTML begins.
    pub(super) fn open_html(&mut self, span: Range<usize>) {
        self.flush();
        self.html.span = span;
    }

    /// A line of a block of HTML.
    pub(super) fn html_line(&mut self, line: &str) {
        self.html.block.push_str(line);
    }

    /// A block of HTML ends: what it says becomes paragraphs.
    pub(super) fn close_html(&mut self) {
        let mut html = std::mem::take(&mut self.html.block);
        let span = self.html.span.clone();
        let unclosed = take_unclosed_comment(&mut html);
        let tag = take_unclosed_tag(&mut html);
        let mut paragraphs = vec![String::new()];
        self.html_words(&html, &span, &mut paragraphs);
        if let Some(tag) = tag {
            paragraphs.push(self.show(&tag, &span));
        }
        // It takes the rest of the page, which stays as it is written.
        if let Some(comment) = unclosed {
            let help = message!("html-comment-unclosed-help");
            let comment_start = message!("html-comment-unclosed");
            self.refuse(&span, comment_start, Some(help), true);
            paragraphs.extend(comment.split("\n\n").map(str::to_owned));
        }
        self.report_html();
        for paragraph in paragraphs {
            let words: Vec<&str> = paragraph.split_whitespace().collect();
            if !words.is_empty() {
                self.block_tag("<p>");
                self.typed(&words.join(" "));
                self.block_tag("</p>\n");
            }
        }
    }

    /// Adds the words of a piece of HTML to paragraphs.
    fn html_words(&mut self, html: &str, span: &Range<usize>, paragraphs: &mut Vec<String>) {
        let mut is_fallback = false;
        for token in tokens(html) {
            let words = match &token {
                Token::String(_) if self.html.hidden.is_some() => continue,
                Token::String(string) if is_fallback => {
                    self.html_words(&text(string), span, paragraphs);
                    continue;
                }
                Token::String(string) => text(string),
                Token::StartTag(tag) => {
                    let rest = html.get(tag.span.end..).unwrap_or_default();
                    self.leave_out(&token, html, span, rest)
                }
                _ => self.leave_out(&token, html, span, ""),
            };
            is_fallback =
                matches!(&token, Token::StartTag(tag) if FALLBACKS.contains(&&*text(&tag.name)));
            let ends_paragraph = match &token {
                Token::StartTag(tag) => is_block(&tag.name) && !is_sentence(tag, html),
                Token::EndTag(tag) => is_block(&tag.name),
                _ => false,
            };
            if ends_paragraph {
                paragraphs.push(words);
            } else if let Some(last) = paragraphs.last_mut() {
                last.push_str(&words);
            }
        }
    }

    /// Remembers that what looks like a tag is none. Returns the words that it is.
    fn show(&mut self, written: &str, span: &Range<usize>) -> String {
        let named = in_one_line(written);
        let help = message!("html-no-element-help", written = &named);
        self.refuse(span, format!("`{named}`"), Some(help), true);
        written.to_owned()
    }

    /// Remembers that a piece of HTML is left out. Returns the words that stay in its place: a tag
    /// of no element stays as the words that it must be.
    fn leave_out(
        &mut self,
        token: &Token<usize>,
        html: &str,
        span: &Range<usize>,
        rest: &str,
    ) -> String {
        let (tag, tag_span) = match token {
            Token::StartTag(tag) => (text(&tag.name), tag.span),
            Token::EndTag(tag) => (text(&tag.name), tag.span),
            _ => {
                if let Some(piece) = hiding(token, html) {
                    self.refuse(span, piece, None, false);
                }
                return String::new();
            }
        };
        let written = html.get(tag_span.start..tag_span.end).unwrap_or(html);
        let is_words = match token {
            Token::StartTag(start) => is_sentence(start, html),
            _ => written
                .trim_end_matches('>')
                .trim_end()
                .contains(char::is_whitespace),
        };
        if is_words || place(&tag).is_none() {
            return self.show(written, span);
        }
        let Token::StartTag(start) = token else {
            self.html.hidden.take_if(|hidden| *hidden == tag);
            return String::new();
        };
        let is_telling =
            |name: &&str| attribute(start, name).is_some_and(|value| !value.is_empty());
        let named = if TELLING.iter().any(is_telling) {
            in_one_line(written)
        } else {
            format!("<{tag}>")
        };
        self.refuse(span, format!("`{named}`"), remedy(&tag), false);
        if place(&tag) == Some("hidden") && !start.self_closing {
            // Without an end it would hide the rest of the text.
            let end = format!("</{tag}");
            if rest.to_ascii_lowercase().contains(&end) {
                self.html.hidden = Some(tag);
            } else {
                let help = message!("html-unclosed-help", name = &tag);
                let message = message!("html-unclosed", name = tag);
                self.report(span, Rule::RawHtml, message, help);
            }
            return String::new();
        }
        attribute(start, "alt").unwrap_or_default()
    }

    fn refuse(
        &mut self,
        span: &Range<usize>,
        tag: impl Into<MessageValue>,
        help: Option<Message>,
        is_shown: bool,
    ) {
        let tag = tag.into();
        let html = &mut self.html;
        let refused = if is_shown {
            &mut html.shown
        } else {
            &mut html.lost
        };
        let refused = refused.get_or_insert_with(|| Refused {
            span: span.clone(),
            tags: Vec::new(),
            help: None,
        });
        refused.span.end = refused.span.end.max(span.end);
        refused.help = refused.help.take().or(help);
        if !refused.tags.contains(&tag) {
            refused.tags.push(tag);
        }
    }

    /// Reports the tags of a block of text.
    pub(super) fn report_html(&mut self) {
        self.html.hidden = None;
        if let Some(Refused { span, tags, help }) = self.html.lost.take() {
            let message = message!("html-lost", tags = MessageValue::List(tags));
            let help = help.unwrap_or_else(|| message!("html-help"));
            self.report(&span, Rule::RawHtml, message, help);
        }
        if let Some(Refused { span, tags, help }) = self.html.shown.take() {
            let message = message!("html-shown", tags = MessageValue::List(tags));
            let help = help.unwrap_or_else(|| message!("html-help"));
            self.report(&span, Rule::RawHtml, message, help);
        }
    }
}

/// Takes the text of a comment that nothing ends from the end of a block of HTML.
fn take_unclosed_comment(html: &mut String) -> Option<String> {
    let closed = html.rfind("-->").map_or(0, |end| end + "-->".len());
    let start = closed + html[closed..].find("<!--")?;
    let comment = html.split_off(start);
    Some(comment["<!--".len()..].to_owned())
}

/// Takes the text from the end of a block of HTML that begins like a tag, and never ends.
fn take_unclosed_tag(html: &mut String) -> Option<String> {
    let (mut is_open, mut done) = (false, 0);
    for token in tokens(html) {
        match token {
            Token::StartTag(tag) => done = tag.span.end,
            Token::EndTag(tag) => done = tag.span.end,
            Token::Comment(comment) => done = comment.span.end,
            Token::Error(error) => is_open |= matches!(*error, Error::EofInTag),
            _ => {}
        }
    }
    let rest = html.get(done..).filter(|_| is_open)?;
    let is_start = |at: &usize| {
        let behind = rest[at + 1..].chars().next();
        behind.is_some_and(|c| c.is_ascii_alphabetic() || c == '/')
    };
    let start = rest.match_indices('<').map(|(at, _)| at).find(is_start)?;
    Some(html.split_off(done + start))
}

fn in_one_line(html: &str) -> String {
    let words: Vec<&str> = html.split_whitespace().collect();
    words.join(" ")
}

/// True for what is written like a tag, and holds words that are none of HTML.
fn is_sentence(tag: &StartTag<usize>, html: &str) -> bool {
    let written = html.get(tag.span.start..tag.span.end).unwrap_or(html);
    let has_value = |name: &str| {
        let mut behind = written.split(name).skip(1);
        behind.any(|behind| behind.trim_start().starts_with('='))
    };
    tag.attributes.iter().any(|(name, value)| {
        let name = text(name);
        value.is_empty() && !BARE.contains(&&*name) && !has_value(&name)
    })
}

fn tokens(html: &str) -> impl Iterator<Item = Token<usize>> {
    let mut emitter = DefaultEmitter::new_with_span();
    emitter.naively_switch_states(true);
    Tokenizer::new_with_emitter(html, emitter).flatten()
}

fn text(string: &HtmlString) -> String {
    String::from_utf8_lossy(string).into_owned()
}

fn attribute(tag: &StartTag<usize>, name: &str) -> Option<String> {
    tag.attributes.get(name.as_bytes()).map(|value| text(value))
}

fn is_allowed(name: &HtmlString) -> bool {
    ALLOWED.contains(&&*text(name))
}

/// True for an element whose text stands apart from that around it.
fn is_block(name: &HtmlString) -> bool {
    place(&text(name)).is_some_and(|place| place != "inline")
}

/// The name of a piece of HTML that is no tag and hides what is in it; but for comments.
fn hiding(token: &Token<usize>, html: &str) -> Option<MessageValue> {
    match token {
        Token::Doctype(_) => Some("`<!DOCTYPE>`".into()),
        Token::Comment(comment) => {
            let comment = text(comment);
            (!html.contains(&format!("<!--{comment}"))).then(|| format!("`<{comment}>`").into())
        }
        _ => None,
    }
}

/// The line about an element, without its name.
fn element(name: &str) -> Option<&'static str> {
    let mut lines = ELEMENTS.lines();
    lines.find_map(|line| line.strip_prefix(name)?.strip_prefix(' '))
}

/// The place of the text of an element; `None` where there is no such element.
fn place(name: &str) -> Option<&'static str> {
    element(name)?.split(' ').next()
}

/// The remedy for an element, where there is one of its own.
fn remedy(name: &str) -> Option<Message> {
    let (_, means) = element(name)?.split_once(' ')?;
    Some(message!("html-instead", means))
}
