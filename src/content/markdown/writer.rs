//! Events of the parser become HTML, with what the file holds beside it.

mod address;
mod chart;
mod footnote;
mod gallery;
mod heading;
mod html;
mod link;
mod note;
mod paragraph;
mod picture;
mod syntax_words;
mod table;

use std::ops::Range;

use memchr::memchr;
use pulldown_cmark::{CodeBlockKind, CowStr, Event, Tag, TagEnd};

use crate::content::document::{BlockKind, Body, Fill, Picture};
use crate::content::ids::UniqueIds;
use crate::content::markdown::buffer::Buffer;
use crate::content::markdown::dialect::Dialect;
use crate::content::markdown::parser::heading_id;
use crate::content::markdown::writer::address::may_hold_address;
use crate::content::markdown::writer::footnote::Footnotes;
use crate::content::markdown::writer::gallery::OpenList;
use crate::content::markdown::writer::heading::OpenHeading;
use crate::content::markdown::writer::html::HtmlInMarkdown;
use crate::content::markdown::writer::note::NoteTitle;
use crate::content::markdown::writer::table::Tables;
use crate::content::salvage::report_invisible_character;
use crate::content::typography;
use crate::message;
use crate::message::Message;
use crate::problem::Report;
use crate::rule::Rule;
use crate::source::{Place, is_invisible};
use crate::toml_file::{has_forbidden, is_forbidden, report_hidden_character};

/// A length in bytes that most paragraphs stay below.
const PARAGRAPH: usize = 1024;

const UNREAD: &str = "the parser does not read other marks, nor metadata";

/// Writes a page, event after event.
pub struct Writer<'a> {
    dialect: &'a Dialect<'a>,
    /// The language whose typography is followed.
    language: &'a str,
    /// True if there may be characters that no page can hold, also by their number: `&#1;`.
    may_hide: bool,
    report: &'a mut Report,
    body: Body,
    out: Buffer,
    footnotes: Footnotes,
    /// The pieces of a text that were read one after the other: the parser cuts words, and
    /// typography has to see them whole.
    run: String,
    run_span: Range<usize>,
    /// The text of the block being read.
    text: String,
    /// The links that are open, by number, with the length of `text` at their start.
    links: Vec<(Option<usize>, usize)>,
    /// The image that is open: its alternative is the text inside.
    picture: Option<(Picture, usize)>,
    /// True if the image is all that its paragraph holds.
    alone: bool,
    /// The heading that is open.
    heading: Option<OpenHeading>,
    /// The kind of the text that is being read.
    block_kind: BlockKind,
    tables: Tables,
    lists: Vec<OpenList>,
    /// True where a list before this was a gallery.
    has_gallery: bool,
    /// The ends of the quotes that are open.
    quotes: Vec<&'static str>,
    note_title: Option<NoteTitle>,
    ids: UniqueIds,
    html: HtmlInMarkdown,
}

impl<'a> Writer<'a> {
    /// For the Markdown of a source.
    pub fn new(dialect: &'a Dialect<'a>, language: &'a str, report: &'a mut Report) -> Self {
        let text = dialect.text;
        // Tags make it about this much longer.
        let markup = String::with_capacity(text.len() + text.len() / 4);
        Writer {
            dialect,
            language,
            may_hide: memchr(b'&', text.as_bytes()).is_some() || has_forbidden(text),
            report,
            body: Body::default(),
            out: Buffer {
                markup,
                ..Buffer::default()
            },
            footnotes: Footnotes::of(dialect),
            run: String::with_capacity(PARAGRAPH),
            run_span: 0..0,
            text: String::with_capacity(PARAGRAPH),
            links: Vec::new(),
            picture: None,
            alone: false,
            heading: None,
            block_kind: BlockKind::Text,
            tables: Tables::default(),
            lists: Vec::new(),
            has_gallery: false,
            quotes: Vec::new(),
            note_title: None,
            ids: UniqueIds::default(),
            html: HtmlInMarkdown::default(),
        }
    }

    fn place(&self, span: &Range<usize>) -> Place {
        let dialect = self.dialect;
        dialect.source.place(dialect.offset(span.start))
    }

    fn report(&mut self, span: &Range<usize>, rule: Rule, message: Message, help: Message) {
        let problem = self.dialect.problem(span, rule, message, help);
        self.report.extend([problem]);
    }

    /// Writes what the parser read next.
    pub fn event(&mut self, mut event: Event<'_>, span: Range<usize>) {
        if self.may_hide {
            self.leave_hidden_out(&mut event, &span);
        }
        self.look_for_gallery(&event);
        if let Event::Text(text) = event {
            if self.run.is_empty() {
                self.run_span = span.clone();
            }
            self.run_span.end = span.end;
            return self.read_text(&text, &span);
        }
        let mut id = None;
        if let Event::End(TagEnd::Heading(_)) = event
            && let Some((at, name)) = heading_id(&self.run)
        {
            id = Some(name.to_owned());
            self.run.truncate(at);
        }
        self.end_run();
        match event {
            Event::Start(Tag::HtmlBlock) => self.open_html(span),
            Event::End(TagEnd::HtmlBlock) => self.close_html(),
            Event::Start(tag) => {
                self.open(tag, span);
                self.enter();
            }
            Event::End(tag) => {
                self.leave();
                self.close(tag, &span, id);
            }
            Event::Code(code) => {
                self.tag("<code>");
                self.words(&code);
                self.tag("</code>");
            }
            Event::SoftBreak => self.words("\n"),
            Event::HardBreak => self.line_break(),
            Event::Rule => self.out.push("<hr>\n"),
            Event::FootnoteReference(name) => self.footnote_reference(&name, &span),
            Event::TaskListMarker(is_done) => self.task(is_done),
            Event::Html(line) => self.html_line(&line),
            Event::InlineHtml(html) => self.inline_html(&html, &span),
            _ => unreachable!("text was handled above, and the parser does not read formulas"),
        }
    }

    /// Adds to the text that was read; quotes that were typed straight are those of the language.
    fn read_text(&mut self, text: &str, span: &Range<usize>) {
        let (typed, behind) = self.dialect.text[span.start..].split_at(span.end - span.start);
        let quote = text.chars().next().filter(|_| matches!(typed, "\"" | "'"));
        match quote {
            Some(quote) => {
                let before = [&*self.text, &*self.run];
                let quote = typography::quote(quote, before, behind, self.language);
                self.run.push(quote);
            }
            None => self.run.push_str(text),
        }
    }

    /// Takes characters out that no page can hold, and reports those that nobody sees.
    fn leave_hidden_out(&mut self, event: &mut Event<'_>, span: &Range<usize>) {
        let dialect = self.dialect;
        let written = &dialect.text[span.clone()];
        let at = dialect.offset(span.start);
        for text in texts(event) {
            // What stands in the file itself is reported already.
            if let Some(c) = text.chars().find(|c| is_invisible(*c))
                && !written.contains(is_invisible)
            {
                report_invisible_character(dialect.source, at, c, self.report);
            }
            // A number that stands for no character is read as this one.
            let is_none = text.contains('\u{fffd}') && !written.contains('\u{fffd}');
            if !has_forbidden(text) && !is_none {
                continue;
            }
            if !has_forbidden(written) {
                report_hidden_character(dialect.source, at, self.report);
            }
            let is_left_out = |c| is_forbidden(c) || is_none && c == '\u{fffd}';
            *text = text.replace(is_left_out, "").into();
        }
    }

    fn open(&mut self, tag: Tag<'_>, span: Range<usize>) {
        match tag {
            Tag::Paragraph => self.block_tag("<p>"),
            Tag::Heading { level, .. } => self.open_heading(level as u8, &span),
            Tag::BlockQuote(_) => self.open_quote(&span),
            Tag::CodeBlock(kind) => {
                if let CodeBlockKind::Fenced(_) = kind {
                    self.report_open_fence(&span);
                }
                self.block_tag("<pre tabindex=\"0\"><code");
                self.block_kind = BlockKind::Code;
                if let CodeBlockKind::Fenced(told) = kind
                    && let Some(language) = told.split_whitespace().next()
                {
                    self.attribute("data-language", language);
                    let title = told.trim_start()[language.len()..].trim();
                    if !title.is_empty() {
                        let message = message!("code-title", title);
                        let help = message!("code-title-help");
                        self.report(&span, Rule::LostText, message, help);
                    }
                }
                self.out.push(">");
            }
            Tag::List(first) => self.open_list(first),
            Tag::Item => self.open_item(&span),
            Tag::FootnoteDefinition(name) => self.open_footnote(&name, &span),
            Tag::DefinitionList => self.block_tag("<dl>\n"),
            Tag::DefinitionListTitle => self.block_tag("<dt>"),
            Tag::DefinitionListDefinition => self.block_tag("<dd>"),
            Tag::Table(columns) => {
                self.tables.columns = columns;
                self.open_table();
            }
            Tag::TableHead => {
                self.tables.open_row();
                self.block_tag("<thead>\n<tr>");
                self.block_kind = BlockKind::HeaderCell;
            }
            Tag::TableRow => {
                self.tables.open_row();
                self.block_tag("<tr>");
            }
            Tag::TableCell => self.open_cell(&span),
            Tag::Emphasis => self.stress(&span, "*", "<em>"),
            Tag::Strong => self.stress(&span, "**", "<strong>"),
            // One `~` is more often a word of its own: about, and not.
            Tag::Strikethrough => self.strike(&span, "<del>"),
            Tag::Link {
                link_type,
                dest_url,
                title,
                ..
            } => self.open_link(link_type, &dest_url, &title, &span),
            Tag::Image {
                dest_url, title, ..
            } => self.open_picture(&dest_url, &title, &span),
            _ => unreachable!("{UNREAD}"),
        }
    }

    fn close(&mut self, tag: TagEnd, span: &Range<usize>, id: Option<String>) {
        match tag {
            TagEnd::Paragraph => self.block_tag("</p>\n"),
            TagEnd::Heading(_) => self.close_heading(id),
            TagEnd::BlockQuote(_) => self.close_quote(),
            TagEnd::Strikethrough => self.strike(span, "</del>"),
            TagEnd::CodeBlock => {
                self.block_tag("</code></pre>\n");
                self.block_kind = BlockKind::Text;
            }
            TagEnd::List(is_ordered) => self.close_list(is_ordered),
            TagEnd::Item => self.block_tag("</li>\n"),
            TagEnd::FootnoteDefinition => self.close_footnote(),
            TagEnd::DefinitionList => self.block_tag("</dl>\n"),
            TagEnd::DefinitionListTitle => self.block_tag("</dt>\n"),
            TagEnd::DefinitionListDefinition => self.block_tag("</dd>\n"),
            TagEnd::Table => {
                self.block_tag("</tbody>\n</table></section>\n");
                self.close_chart();
            }
            TagEnd::TableHead => {
                self.block_tag("</tr>\n</thead>\n<tbody>\n");
                self.block_kind = BlockKind::Text;
            }
            TagEnd::TableRow => self.close_row(span),
            TagEnd::TableCell => {
                if let Some(chart) = &mut self.tables.chart {
                    chart.cell(self.text.trim(), span);
                }
                let is_head = self.block_kind == BlockKind::HeaderCell;
                self.block_tag(if is_head { "</th>" } else { "</td>" });
            }
            TagEnd::Emphasis => self.stress(span, "*", "</em>"),
            TagEnd::Strong => self.stress(span, "**", "</strong>"),
            TagEnd::Link => self.close_link(),
            TagEnd::Image => self.close_picture(),
            _ => unreachable!("{UNREAD}"),
        }
    }

    /// Markup within a line. Inside an image there is none: its text is the alternative.
    fn tag(&mut self, markup: &str) {
        if self.picture.is_none() {
            self.out.push(markup);
        }
    }

    /// Markup between blocks.
    fn block_tag(&mut self, markup: &str) {
        self.flush();
        self.out.push(markup);
    }

    fn attribute(&mut self, name: &str, value: &str) {
        self.out.push(&format!(" {name}=\""));
        self.out.escaped(value);
        self.out.push("\"");
    }

    /// Writes the text that was read since the last event of another kind.
    fn end_run(&mut self) {
        if self.run.is_empty() {
            return;
        }
        let mut run = std::mem::take(&mut self.run);
        if self.links.is_empty() && self.picture.is_none() && may_hold_address(&run) {
            let span = self.run_span.clone();
            self.linked(&run, &span);
        } else {
            self.typeset(&mut run);
            self.words(&run);
        }
        run.clear();
        self.run = run;
    }

    fn typeset(&self, text: &mut String) {
        typography::numbers(text);
        if self.language == "nl" {
            typography::dutch(text);
        }
    }

    fn typed(&mut self, text: &str) {
        let mut text = text.to_owned();
        self.typeset(&mut text);
        self.words(&text);
    }

    /// Writes a tag of emphasis; but between two numbers its mark multiplies: `2*3*4 meter`.
    fn stress(&mut self, span: &Range<usize>, mark: &str, tag: &str) {
        let (before, inside) = self.dialect.text.split_at(span.start);
        let is_number = |c: char| c.is_ascii_digit();
        let inside = inside.strip_prefix(mark);
        if before.ends_with(is_number) && inside.is_some_and(|inside| inside.starts_with(is_number))
        {
            self.words(mark);
        } else {
            self.tag(tag);
        }
    }

    fn strike(&mut self, span: &Range<usize>, tag: &str) {
        if self.dialect.text[span.clone()].starts_with("~~") {
            self.tag(tag);
        } else {
            self.words("~");
        }
    }

    /// The mark of a task, which a screen reader tells as well.
    fn task(&mut self, is_done: bool) {
        let (word, mark) = if is_done {
            ("task-done", "☑")
        } else {
            ("task-open", "☐")
        };
        self.out.push("<span role=\"img\" aria-label=\"");
        self.out.slot(Fill::Word(word));
        self.out.push(&format!("\">{mark}</span> "));
    }

    fn report_open_fence(&mut self, span: &Range<usize>) {
        let code = &self.dialect.text[span.clone()];
        let mut lines = code.trim_end().lines();
        let (first, last) = (lines.next().unwrap_or_default(), lines.next_back());
        let mark = &first[..1];
        let fence = first.len() - first.trim_start_matches(mark).len();
        let is_end = |line: &str| {
            let line = line.trim_start_matches(['>', ' ', '\t']).trim_end();
            line.len() >= fence && line.trim_start_matches(mark).is_empty()
        };
        if !last.is_some_and(is_end) {
            let message = message!("code-unclosed");
            let help = message!("code-unclosed-help", fence = &first[..fence]);
            self.report(span, Rule::UnreadMarkup, message, help);
        }
    }

    fn line_break(&mut self) {
        self.tag("<br>");
        self.words("\n");
    }

    fn words(&mut self, words: &str) {
        if self.html.hidden.is_some() {
            return;
        }
        self.text.push_str(words);
        if self.picture.is_none() {
            self.out.words(words);
        }
    }

    /// The text of the block from an offset on.
    fn text_from(&self, at: usize) -> String {
        self.text.get(at..).unwrap_or_default().trim().to_owned()
    }

    /// Ends the block of text that was being read, if there is one.
    fn flush(&mut self) {
        self.report_html();
        self.text.clear();
        self.out.end_block(self.block_kind);
    }

    /// The page, when all is written.
    pub fn finish(mut self) -> Body {
        self.flush();
        self.write_footnotes();
        let mut out = std::mem::take(&mut self.out);
        self.report_lost_captions(&out.slots);
        for picture in &self.body.pictures {
            out.text.push_str(&picture.alternative);
            out.end_block(BlockKind::Text);
            out.text
                .push_str(picture.caption.as_deref().unwrap_or_default());
            out.end_block(BlockKind::Text);
        }
        self.body.markup = out.markup.into();
        self.body.slots = out.slots;
        self.body.blocks = out.blocks;
        // A page is kept for as long as it stands: what was kept free while writing goes back.
        self.body.slots.shrink_to_fit();
        self.body.blocks.shrink_to_fit();
        self.body.links.shrink_to_fit();
        self.body.headings.shrink_to_fit();
        self.body
    }
}

/// The texts of an event, without markup.
fn texts<'e, 'a>(event: &'e mut Event<'a>) -> Vec<&'e mut CowStr<'a>> {
    match event {
        Event::Text(text)
        | Event::Code(text)
        | Event::Html(text)
        | Event::InlineHtml(text)
        | Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(text))) => vec![text],
        Event::Start(
            Tag::Image {
                title, dest_url, ..
            }
            | Tag::Link {
                title, dest_url, ..
            },
        ) => vec![title, dest_url],
        _ => Vec::new(),
    }
}
