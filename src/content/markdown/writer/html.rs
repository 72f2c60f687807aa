//! HTML in Markdown. A few elements are allowed; of all others the text stays.

use std::ops::Range;

use html5gum::{DefaultEmitter, Error, HtmlString, StartTag, Token, Tokenizer};

use crate::content::document::BlockKind;
use crate::content::markdown::writer::Writer;
use crate::html::push_escaped;
use crate::rule::Rule;

/// The elements of HTML, each with the place of its text (within a line, in a block of its own, or
/// hidden), and with the same thing in Markdown, if there is one.
const ELEMENTS: &str = include_str!("../elements.txt");

/// The elements that are allowed within a line.
const ALLOWED: &[&str] = &["abbr", "kbd", "sub", "sup"];

/// The HTML of a page that is being written.
#[derive(Default)]
pub struct HtmlInMarkdown {
    /// The number of elements of Markdown that are open.
    depth: usize,
    /// The allowed elements that are open. Their tags are written once they end as they should.
    open: Vec<OpenElement>,
    /// The block that is being read.
    block: String,
    span: Range<usize>,
    /// The element within a line whose text is hidden.
    pub hidden: Option<String>,
    /// The tags that are left out of the block of text that is being written.
    refused: Option<Refused>,
    /// The elements of blocks whose start tags were reported: their end tags are not, again.
    reported: Vec<String>,
}

struct OpenElement {
    name: String,
    /// The markup that comes before its content, and that which comes there if it does not end.
    start: String,
    otherwise: String,
    markup_at: usize,
    first_slot: usize,
    depth: usize,
    span: Range<usize>,
}

struct Refused {
    span: Range<usize>,
    tags: Vec<String>,
    help: Option<String>,
    shown: Shown,
}

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Shown {
    Not,
    AsText,
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
        let is_inside = |element: &OpenElement| element.depth > depth;
        let first = self.html.open.iter().position(is_inside);
        self.drop_open(first.unwrap_or(self.html.open.len()));
    }

    /// Leaves the tags of open elements out, from the one of this number on.
    pub(super) fn drop_open(&mut self, first: usize) {
        while self.html.open.len() > first {
            let open = self.html.open.pop().expect("there are more");
            let (at, slot) = (open.markup_at, open.first_slot);
            self.out.insert(at, slot, &open.otherwise);
            let tag = format!("`<{0}>` zonder `</{0}>`", open.name);
            self.refuse_tag(&open.span, tag, remedy(&open.name));
            if open.name == "details" {
                self.report_html();
            }
        }
    }

    fn open_element(&mut self, name: &str, start: String, span: &Range<usize>) {
        self.html.open.push(OpenElement {
            name: name.to_owned(),
            start,
            otherwise: String::new(),
            markup_at: self.out.markup.len(),
            first_slot: self.out.slots.len(),
            depth: self.html.depth,
            span: span.clone(),
        });
    }

    fn close_element(&mut self, name: &str, span: &Range<usize>) {
        let depth = self.html.depth;
        let is_it = |open: &OpenElement| open.name == name && open.depth == depth;
        let Some(number) = self.html.open.iter().rposition(is_it) else {
            let tag = format!("`</{name}>` zonder `<{name}>`");
            return self.refuse_tag(span, tag, remedy(name));
        };
        self.drop_open(number + 1);
        if name == "details" && self.html.open[number].otherwise.is_empty() {
            // Without a summary nobody knows what it holds.
            return self.drop_open(number);
        }
        let open = self.html.open.pop().expect("it was found");
        self.out
            .insert(open.markup_at, open.first_slot, &open.start);
        self.out.push(&format!("</{name}>"));
    }

    /// HTML within a line.
    pub(super) fn inline_html(&mut self, html: &str, span: &Range<usize>) {
        if html.starts_with("<!--") {
            return;
        }
        match Tokenizer::new(html).flatten().next() {
            Some(Token::StartTag(tag)) => self.inline_start(&tag, html, span),
            Some(Token::EndTag(tag)) => {
                let name = text(&tag.name);
                if ALLOWED.contains(&&*name) && self.picture.is_none() {
                    return self.close_element(&name, span);
                }
                if self.html.hidden.as_ref() == Some(&name) {
                    self.html.hidden = None;
                }
                self.refuse_element(&name, html, span);
            }
            _ => self.refuse_tag(span, format!("`{html}`"), None),
        }
    }

    fn inline_start(&mut self, tag: &StartTag<()>, html: &str, span: &Range<usize>) {
        let name = text(&tag.name);
        match &*name {
            "br" => return self.line_break(),
            allowed if ALLOWED.contains(&allowed) && self.picture.is_none() => {
                let mut start = format!("<{name}");
                if let Some(title) = attribute(tag, "title").filter(|_| name == "abbr") {
                    start += " title=\"";
                    push_escaped(&mut start, &title);
                    start.push('"');
                }
                start.push('>');
                return self.open_element(&name, start, span);
            }
            "img" => self.words(&attribute(tag, "alt").unwrap_or_default()),
            _ if place(&name) == Some("hidden") => self.html.hidden = Some(name.clone()),
            _ => {}
        }
        self.refuse_element(&name, html, span);
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

    /// A block of HTML ends: what it says is written.
    pub(super) fn close_html(&mut self) {
        let html = std::mem::take(&mut self.html.block);
        let span = self.html.span.clone();
        let mut emitter = DefaultEmitter::default();
        emitter.naively_switch_states(true);
        let mut words = String::new();
        let mut hidden = None;
        for token in Tokenizer::new_with_emitter(&html, emitter).flatten() {
            match token {
                Token::String(string) if hidden.is_none() => words.push_str(&text(&string)),
                Token::StartTag(tag) => {
                    let name = text(&tag.name);
                    if place(&name) != Some("inline") {
                        self.html_text(&mut words);
                    }
                    if name == "details" {
                        self.open_element(&name, "<details>\n".to_owned(), &span);
                        continue;
                    }
                    if name == "summary" && self.takes_summary() {
                        continue;
                    }
                    if name == "img" {
                        words += &attribute(&tag, "alt").unwrap_or_default();
                    }
                    if place(&name) == Some("hidden") && !tag.self_closing {
                        hidden = Some(name.clone());
                    }
                    self.refuse_element(&name, &format!("<{name}>"), &span);
                    self.html.reported.push(name);
                }
                Token::EndTag(tag) => {
                    let name = text(&tag.name);
                    if name == "summary" && self.takes_summary() {
                        self.summary(&mut words);
                        continue;
                    }
                    if place(&name) != Some("inline") {
                        self.html_text(&mut words);
                    }
                    if hidden.as_ref() == Some(&name) {
                        hidden = None;
                    }
                    if name == "details" {
                        self.close_element(&name, &span);
                        self.out.push("\n");
                        continue;
                    }
                    let is_it = |reported: &String| *reported == name;
                    match self.html.reported.iter().rposition(is_it) {
                        Some(number) => self.html.reported.truncate(number),
                        None => self.refuse_element(&name, &format!("</{name}>"), &span),
                    }
                }
                Token::Doctype(_) => self.refuse_tag(&span, "`<!DOCTYPE>`".to_owned(), None),
                // `<?` and the like hide what is in them as well.
                Token::Comment(comment) if !html.contains(&format!("<!--{}", text(&comment))) => {
                    self.refuse_tag(&span, format!("`<{}>`", text(&comment)), None);
                }
                Token::Error(error) => {
                    let tag = match *error {
                        Error::EofInComment => "een opmerking zonder `-->`",
                        Error::EofInTag => "een `<` zonder `>`",
                        _ => continue,
                    };
                    self.refuse_tag(&span, tag.to_owned(), None);
                }
                _ => {}
            }
        }
        self.html_text(&mut words);
        self.report_html();
    }

    /// The text of a block of HTML as far as it was read becomes a paragraph.
    fn html_text(&mut self, words: &mut String) {
        let text = std::mem::take(words);
        let text: Vec<&str> = text.split_whitespace().collect();
        if !text.is_empty() {
            self.block_tag("<p>");
            self.typed(&text.join(" "));
            self.block_tag("</p>\n");
        }
    }

    /// True directly behind a `<details>`.
    fn takes_summary(&self) -> bool {
        self.html.open.last().is_some_and(|open| {
            open.name == "details"
                && open.otherwise.is_empty()
                && open.markup_at == self.out.markup.len()
        })
    }

    fn summary(&mut self, words: &mut String) {
        let text = std::mem::take(words).trim().to_owned();
        let mut escaped = String::new();
        push_escaped(&mut escaped, &text);
        if let Some(open) = self.html.open.last_mut().filter(|_| !text.is_empty()) {
            open.start += &format!("<summary>{escaped}</summary>\n");
            open.otherwise = format!("<p>{escaped}</p>\n");
            self.out.text = text;
            self.out.end_block(BlockKind::Text);
        }
    }

    /// Remembers that a tag is left out; that of no element stays, as the words that it must be.
    fn refuse_element(&mut self, name: &str, html: &str, span: &Range<usize>) {
        if place(name).is_some() {
            let is_end = html.starts_with("</");
            let start = format!("`<{name}>`");
            let tags = self.html.refused.as_ref().map(|refused| &refused.tags);
            let is_known = tags.is_some_and(|tags| tags.contains(&start));
            let tag = if is_end && !is_known {
                format!("`</{name}>`")
            } else {
                start
            };
            return self.refuse_tag(span, tag, remedy(name));
        }
        self.words(html);
        let help = format!("moet het zo op de pagina staan, zet er dan een \\ voor: `\\{html}`");
        self.refuse(span, format!("`{html}`"), Some(help), Shown::AsText);
    }

    fn refuse_tag(&mut self, span: &Range<usize>, tag: String, help: Option<String>) {
        self.refuse(span, tag, help, Shown::Not);
    }

    fn refuse(&mut self, span: &Range<usize>, tag: String, help: Option<String>, shown: Shown) {
        let refused = self.html.refused.get_or_insert_with(|| Refused {
            span: span.clone(),
            tags: Vec::new(),
            help: None,
            shown,
        });
        refused.span.end = refused.span.end.max(span.end);
        refused.help = refused.help.take().or(help);
        refused.shown = refused.shown.min(shown);
        if !refused.tags.contains(&tag) {
            refused.tags.push(tag);
        }
    }

    /// Reports the tags that were left out of a block of text.
    pub(super) fn report_html(&mut self) {
        self.html.hidden = None;
        let Some(refused) = self.html.refused.take() else {
            return;
        };
        let tags = refused.tags.join(", ");
        let message = if refused.shown == Shown::AsText {
            format!("dit lijkt op HTML, en staat zo op de pagina: {tags}")
        } else {
            format!("HTML mag niet, dus dit staat niet op de pagina: {tags}")
        };
        let help = refused.help.unwrap_or_else(|| {
            "schrijf het in Markdown; wilt u een < laten zien, zet er dan een \\ voor".to_owned()
        });
        self.report(&refused.span, Rule::RawHtml, message, help);
    }
}

fn text(string: &HtmlString) -> String {
    String::from_utf8_lossy(string).into_owned()
}

fn attribute(tag: &StartTag<()>, name: &str) -> Option<String> {
    tag.attributes.get(name.as_bytes()).map(|value| text(value))
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
fn remedy(name: &str) -> Option<String> {
    let (_, remedy) = element(name)?.split_once(' ')?;
    Some(remedy.to_owned())
}
