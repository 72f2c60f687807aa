//! A page in Markdown, for programs that read: made of the page itself when it is asked
//! for, so that it can say nothing else. Every address in it is absolute.

use std::ops::Range;

use html5gum::{DefaultEmitter, HtmlString, StartTag, Token, Tokenizer};

/// The elements whose content is no part of the text: drawings, and the means to go elsewhere.
const LEFT_OUT: &[&str] = &[
    "svg", "script", "style", "form", "search", "button", "nav", "template",
];

/// The way to the next page of a list, which is part of the text all the same.
const PAGER: &str = "pager";

/// The elements that stand in a block of their own.
const BLOCKS: &[&str] = &[
    "address",
    "article",
    "aside",
    "caption",
    "details",
    "div",
    "dl",
    "dt",
    "figcaption",
    "figure",
    "footer",
    "header",
    "hgroup",
    "p",
    "section",
    "summary",
];

/// The elements within a line for which Markdown has no mark of its own.
const AS_HTML: &[&str] = &["abbr", "kbd", "sub", "sup"];

/// The elements without an end.
const VOID: &[&str] = &[
    "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr",
];

/// The Markdown of a page of the site.
pub fn of_page(html: &str) -> String {
    let mut head = Head::default();
    let mut text = Writer::default();
    let mut skipped = 0;
    let mut is_main = false;
    for token in Tokenizer::new_with_emitter(html, DefaultEmitter::default()).flatten() {
        match token {
            Token::StartTag(tag) if skipped > 0 => {
                skipped += usize::from(!is_void(&tag));
            }
            Token::EndTag(tag) if skipped > 0 => {
                skipped -= usize::from(!VOID.contains(&&*string(&tag.name)));
            }
            Token::StartTag(tag) if is_main => {
                if is_left_out(&tag) {
                    skipped = usize::from(!is_void(&tag));
                } else {
                    text.start(&tag, &head.address);
                }
            }
            Token::StartTag(tag) => {
                head.read(&tag);
                is_main = *tag.name == *b"main";
            }
            Token::EndTag(tag) if is_main => {
                if *tag.name == *b"main" {
                    break;
                }
                text.end(&string(&tag.name));
            }
            Token::String(piece) if is_main && skipped == 0 => text.text(&string(&piece)),
            _ => {}
        }
    }
    text.end_block();
    format!("{}\n{}", head.front_matter(), text.finished())
}

fn string(bytes: &HtmlString) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

fn attribute(tag: &StartTag<()>, name: &str) -> Option<String> {
    tag.attributes
        .get(name.as_bytes())
        .map(|value| string(value))
}

fn is_void(tag: &StartTag<()>) -> bool {
    tag.self_closing || VOID.contains(&&*string(&tag.name))
}

fn is_left_out(tag: &StartTag<()>) -> bool {
    let is_pager = attribute(tag, "class").is_some_and(|class| class == PAGER);
    LEFT_OUT.contains(&&*string(&tag.name)) && !is_pager
}

/// The facts in the head of a page that its Markdown tells first.
#[derive(Default)]
struct Head {
    language: String,
    title: String,
    description: String,
    /// The absolute address of the page.
    address: String,
    modified: Option<String>,
}

impl Head {
    fn read(&mut self, tag: &StartTag<()>) {
        let value = |name| attribute(tag, name).unwrap_or_default();
        match (
            &*string(&tag.name),
            &*(value("name") + &value("property") + &value("rel")),
        ) {
            ("html", _) => self.language = value("lang"),
            ("meta", "og:title") => self.title = value("content"),
            ("meta", "description") => self.description = value("content"),
            ("meta", "DCTERMS.modified") => self.modified = Some(value("content")),
            ("link", "canonical") => self.address = value("href"),
            _ => {}
        }
    }

    /// YAML: a JSON string is one of YAML as well.
    fn front_matter(&self) -> String {
        let modified = self.modified.as_deref().unwrap_or_default();
        let lines = [
            ("title", &*self.title),
            ("description", &self.description),
            ("url", &self.address),
            ("language", &self.language),
            ("modified", modified),
        ];
        let lines = lines.iter().filter(|(_, value)| !value.is_empty());
        let lines: String = lines
            .map(|(key, value)| format!("{key}: {}\n", serde_json::Value::from(*value)))
            .collect();
        format!("---\n{lines}---\n")
    }
}

/// An address as it is from anywhere: `page` is the absolute address of the page with the link.
fn absolute(page: &str, address: &str) -> String {
    let host = page.find("://").map_or(0, |at| at + 3);
    let origin = page[host..].find('/').map_or(page, |at| &page[..host + at]);
    match address.as_bytes().first() {
        Some(b'/') => format!("{origin}{address}"),
        Some(b'#' | b'?') => format!("{page}{address}"),
        _ => address.to_owned(),
    }
}

/// A list or quotation that is open.
struct Container {
    /// The mark before its first line; spaces take its place from then on.
    mark: String,
    is_marked: bool,
    /// The number of the next item, in a numbered list.
    number: Option<usize>,
    is_item: bool,
}

/// The text as far as it is written.
#[derive(Default)]
struct Writer {
    out: String,
    /// The block that is being written, without its place in lists.
    block: String,
    /// The mark of the block: `## `, `: `.
    mark: &'static str,
    containers: Vec<Container>,
    /// The ends of the links that are open, each with the start of its text in the block.
    links: Vec<(usize, String)>,
    table: Option<Table>,
    /// True within preformatted text.
    is_preformatted: bool,
    /// The language of preformatted code, where it is known.
    code_language: String,
    /// The stretch of the block that is code, and stays as it is.
    code: Option<usize>,
    /// True where the last block may be followed without an empty line.
    is_tight: bool,
}

#[derive(Default)]
struct Table {
    rows: Vec<Vec<String>>,
}

impl Writer {
    fn start(&mut self, tag: &StartTag<()>, page: &str) {
        let name = string(&tag.name);
        match &*name {
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => {
                self.end_block();
                self.mark = self.heading_mark(&name);
            }
            "ul" | "ol" => {
                self.end_block();
                let first = attribute(tag, "start").and_then(|first| first.parse().ok());
                let number = (name == "ol").then(|| first.unwrap_or(1));
                self.open(String::new(), number, false);
            }
            "li" => {
                self.end_block();
                let mark = self.item_mark();
                self.open(mark, None, true);
            }
            "blockquote" => {
                self.end_block();
                self.open("> ".to_owned(), None, false);
            }
            "dt" => {
                self.end_block();
                self.mark = "";
            }
            "dd" => {
                self.end_block();
                self.is_tight = true;
                self.open(": ".to_owned(), None, false);
            }
            "pre" => {
                self.end_block();
                self.is_preformatted = true;
            }
            "table" => {
                self.end_block();
                self.table = Some(Table::default());
            }
            "tr" => {
                let table = self.table.as_mut();
                table
                    .into_iter()
                    .for_each(|table| table.rows.push(Vec::new()));
            }
            "td" | "th" => self.block.clear(),
            "a" => {
                let address = absolute(page, &attribute(tag, "href").unwrap_or_default());
                self.links.push((self.block.len(), address));
            }
            "img" => {
                let alternative = attribute(tag, "alt").unwrap_or_default();
                let address = absolute(page, &attribute(tag, "src").unwrap_or_default());
                let picture = format!("![{}]({address})", escaped(&alternative));
                self.block.push_str(&picture);
            }
            "input" => {
                let is_done = attribute(tag, "checked").is_some();
                self.block.push_str(if is_done { "[x] " } else { "[ ] " });
            }
            "br" => self.block.push_str("\\\n"),
            "hr" => {
                self.end_block();
                self.block.push_str("---");
                self.end_block();
            }
            "code" if self.is_preformatted => {
                self.code_language = attribute(tag, "data-language").unwrap_or_default();
            }
            "code" => self.code = Some(self.block.len()),
            "time" | "span" => self.space_between(),
            _ if BLOCKS.contains(&&*name) => self.between_blocks(&name),
            "abbr" => {
                let title = attribute(tag, "title").unwrap_or_default();
                let title = title.replace('&', "&amp;").replace('"', "&quot;");
                self.block.push_str(&format!("<abbr title=\"{title}\">"));
            }
            _ if AS_HTML.contains(&&*name) => self.block.push_str(&format!("<{name}>")),
            _ => self.block.push_str(emphasis(&name)),
        }
    }

    fn end(&mut self, name: &str) {
        match name {
            "ul" | "ol" | "li" | "blockquote" | "dd" => {
                self.end_block();
                self.containers.pop();
            }
            "pre" => {
                let text = std::mem::take(&mut self.block);
                let fence = "`".repeat(longest_run(&text).max(2) + 1);
                let language = std::mem::take(&mut self.code_language);
                let text = text.trim_end_matches('\n');
                self.block = format!("{fence}{language}\n{text}\n{fence}");
                self.end_block();
                self.is_preformatted = false;
            }
            "td" | "th" => {
                let cell = squeezed(&self.block.replace("\\\n", " ")).replace('|', "\\|");
                self.block.clear();
                if let Some(row) = self.table.as_mut().and_then(|table| table.rows.last_mut()) {
                    row.push(cell);
                }
            }
            "table" => {
                let table = self.table.take().unwrap_or_default();
                self.block = table.markdown();
                self.end_block();
            }
            "a" => self.end_link(),
            "code" => {
                if let Some(start) = self.code.take() {
                    let text = self.block.split_off(start);
                    let fence = "`".repeat(longest_run(&text) + 1);
                    let space = if text.contains('`') { " " } else { "" };
                    let code = format!("{fence}{space}{text}{space}{fence}");
                    self.block.push_str(&code);
                }
            }
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => self.end_block(),
            _ if BLOCKS.contains(&name) => {
                self.between_blocks(name);
                self.is_tight = name == "dt";
            }
            _ if AS_HTML.contains(&name) => self.block.push_str(&format!("</{name}>")),
            _ => self.block.push_str(emphasis(name)),
        }
    }

    fn text(&mut self, text: &str) {
        if self.is_preformatted || self.code.is_some() {
            return self.block.push_str(text);
        }
        if self.block.is_empty() || self.block.ends_with(char::is_whitespace) {
            let text = escaped(text.trim_start());
            return self.block.push_str(&text);
        }
        self.block.push_str(&escaped(text));
    }

    /// Ends the block at the start or end of an element; the blocks of a cell become one.
    fn between_blocks(&mut self, name: &str) {
        if self.table.is_some() && name != "caption" {
            self.block.push(' ');
        } else {
            self.end_block();
        }
    }

    /// Keeps two pieces of a line apart that stand apart on the page without a space between them.
    fn space_between(&mut self) {
        if self
            .block
            .ends_with(|last: char| last.is_alphanumeric() || last == ')')
        {
            self.block.push(' ');
        }
    }

    fn end_link(&mut self) {
        let Some((start, address)) = self.links.pop() else {
            return;
        };
        let text = squeezed(&self.block.split_off(start));
        if !text.is_empty() {
            let (open, close) = if address.contains([' ', '(', ')']) {
                ("<", ">")
            } else {
                ("", "")
            };
            self.block
                .push_str(&format!("[{text}]({open}{address}{close})"));
        }
    }

    /// The mark of a heading. In a list it is a line in bold: there it is the name of the item.
    fn heading_mark(&self, name: &str) -> &'static str {
        match name {
            _ if !self.containers.is_empty() => "",
            "h1" => "# ",
            "h2" => "## ",
            "h3" => "### ",
            "h4" => "#### ",
            "h5" => "##### ",
            _ => "###### ",
        }
    }

    fn open(&mut self, mark: String, number: Option<usize>, is_item: bool) {
        self.containers.push(Container {
            is_marked: false,
            mark,
            number,
            is_item,
        });
    }

    /// The mark of the next item of the list that is open.
    fn item_mark(&mut self) -> String {
        let number = self
            .containers
            .last_mut()
            .and_then(|list| list.number.as_mut());
        number.map_or_else(
            || "- ".to_owned(),
            |number| {
                *number += 1;
                format!("{}. ", *number - 1)
            },
        )
    }

    /// Writes the block, behind the marks of the lists that it stands in.
    fn end_block(&mut self) {
        let block = std::mem::take(&mut self.block);
        let text = if self.is_preformatted || block.contains("\n| ") {
            block
        } else {
            squeezed(&block)
        };
        let mark = std::mem::take(&mut self.mark);
        if text.is_empty() {
            return;
        }
        let last = self.containers.last();
        let begins_item = last.is_some_and(|of| of.is_item && !of.is_marked);
        if !self.out.is_empty() {
            let is_close = self.is_tight || begins_item && self.last_was_item();
            self.out.push_str(if is_close { "\n" } else { "\n\n" });
        }
        self.is_tight = false;
        let start = if mark.is_empty() {
            safe_start(&text)
        } else {
            text
        };
        for (number, line) in format!("{mark}{start}").split('\n').enumerate() {
            if number > 0 {
                self.out.push('\n');
            }
            for of in &mut self.containers {
                if of.is_marked && of.mark != "> " {
                    self.out.push_str(&" ".repeat(of.mark.len()));
                } else {
                    self.out.push_str(&of.mark);
                }
                of.is_marked = true;
            }
            self.out.push_str(line);
        }
    }

    /// True where the line above is of a list too.
    fn last_was_item(&self) -> bool {
        let last = self.out.lines().last().unwrap_or_default().trim_start();
        let is_numbered = || last.starts_with(|first: char| first.is_ascii_digit());
        last.starts_with("- ") || is_numbered()
    }

    fn finished(self) -> String {
        self.out + "\n"
    }
}

impl Table {
    fn markdown(&self) -> String {
        let columns = self.rows.iter().map(Vec::len).max().unwrap_or(0);
        let line = |cells: &[String]| {
            let cells = (0..columns).map(|at| cells.get(at).map_or("", String::as_str));
            let cells: Vec<&str> = cells.collect();
            format!("| {} |", cells.join(" | "))
        };
        let mut lines: Vec<String> = self.rows.iter().map(|row| line(row)).collect();
        if !lines.is_empty() {
            lines.insert(1, line(&vec!["---".to_owned(); columns]));
        }
        lines.join("\n")
    }
}

/// The length of the longest run of backticks: a fence around them is longer.
fn longest_run(code: &str) -> usize {
    let runs = code.split(|c: char| c != '`').map(str::len);
    runs.max().unwrap_or(0)
}

/// The mark around the text of an element within a line.
fn emphasis(name: &str) -> &'static str {
    match name {
        "em" | "i" => "*",
        "strong" | "b" => "**",
        "del" | "s" => "~~",
        _ => "",
    }
}

/// Text with the white space of HTML as one space each, but for forced ends of lines.
fn squeezed(text: &str) -> String {
    let lines = text.split("\\\n").map(|line| {
        let words: Vec<&str> = line.split_ascii_whitespace().collect();
        words.join(" ")
    });
    let lines: Vec<String> = lines.collect();
    lines.join("\\\n")
}

/// Text in which nothing is read as a mark.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        if matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '~' | '&') {
            escaped.push('\\');
        }
        escaped.push(c);
    }
    escaped
}

/// The text of a block that does not begin as another kind of block does.
fn safe_start(text: &str) -> String {
    let digits: Range<usize> = 0..text.bytes().take_while(u8::is_ascii_digit).count();
    let behind = &text[digits.end..];
    if !digits.is_empty() && behind.starts_with(['.', ')']) {
        return format!("{}\\{behind}", &text[digits]);
    }
    let is_mark = text.starts_with(['#', '>', '+', '=', ':']) || text.starts_with("- ");
    if is_mark {
        format!("\\{text}")
    } else {
        text.to_owned()
    }
}
