//! Events of the parser become HTML, with what the file holds beside it.

mod footnote;
mod heading;
mod html;
mod link;
mod paragraph;
mod picture;
mod table;

use std::ops::Range;

use memchr::memchr;
use pulldown_cmark::{BlockQuoteKind, CodeBlockKind, CowStr, Event, Tag, TagEnd};

use crate::content::document::{BlockKind, Body, Fill, Picture};
use crate::content::ids::UniqueIds;
use crate::content::markdown::buffer::Buffer;
use crate::content::markdown::writer::footnote::Footnotes;
use crate::content::markdown::writer::heading::OpenHeading;
use crate::content::markdown::writer::html::HtmlInMarkdown;
use crate::content::markdown::writer::table::Tables;
use crate::content::typography;
use crate::problem::Report;
use crate::source::{Place, Source};
use crate::toml_file::{has_forbidden, is_forbidden, report_hidden_character};

pub use paragraph::may_begin_another_block;

/// A length in bytes that most paragraphs stay below.
const PARAGRAPH: usize = 1024;

const UNREAD: &str = "the parser does not read other marks, nor metadata";

/// Writes a page, event after event.
pub struct Writer<'a> {
    source: &'a Source,
    /// Offset of the Markdown in the file.
    start: usize,
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
    ids: UniqueIds,
    html: HtmlInMarkdown,
}

impl<'a> Writer<'a> {
    /// For the Markdown at `range` of the source.
    pub fn new(
        source: &'a Source,
        range: &Range<usize>,
        language: &'a str,
        report: &'a mut Report,
    ) -> Self {
        // Tags make it about this much longer.
        let markup = String::with_capacity(range.len() + range.len() / 4);
        Writer {
            source,
            start: range.start,
            language,
            may_hide: memchr(b'&', &source.text.as_bytes()[range.clone()]).is_some()
                || has_forbidden(&source.text[range.clone()]),
            report,
            body: Body::default(),
            out: Buffer {
                markup,
                ..Buffer::default()
            },
            footnotes: Footnotes::default(),
            run: String::with_capacity(PARAGRAPH),
            text: String::with_capacity(PARAGRAPH),
            links: Vec::new(),
            picture: None,
            alone: false,
            heading: None,
            block_kind: BlockKind::Text,
            tables: Tables::default(),
            ids: UniqueIds::default(),
            html: HtmlInMarkdown::default(),
        }
    }

    fn place(&self, span: &Range<usize>) -> Place {
        self.source.place(self.start + span.start)
    }

    /// Writes what the parser read next.
    pub fn event(&mut self, mut event: Event<'_>, span: Range<usize>) {
        if self.may_hide {
            self.leave_hidden_out(&mut event, &span);
        }
        if let Event::Text(text) = event {
            return self.run.push_str(&text);
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
                self.close(tag);
            }
            Event::Code(code) => {
                self.tag("<code>");
                self.words(&code);
                self.tag("</code>");
            }
            Event::SoftBreak => self.words("\n"),
            Event::HardBreak => self.line_break(),
            Event::Rule => self.out.push("<hr>\n"),
            Event::FootnoteReference(name) => self.footnote_reference(&name),
            Event::Html(line) => self.html_line(&line),
            Event::InlineHtml(html) => self.inline_html(&html, &span),
            _ => unreachable!(
                "text was handled above, and the parser does not read formulas and task lists"
            ),
        }
    }

    /// Takes characters out that no page can hold.
    fn leave_hidden_out(&mut self, event: &mut Event<'_>, span: &Range<usize>) {
        for text in texts(event) {
            if !has_forbidden(text) {
                continue;
            }
            // One that stands in the file itself is reported already.
            if !has_forbidden(&self.source.text[self.start..][span.clone()]) {
                report_hidden_character(self.source, self.start + span.start, self.report);
            }
            *text = text.replace(is_forbidden, "").into();
        }
    }

    fn open(&mut self, tag: Tag<'_>, span: Range<usize>) {
        match tag {
            Tag::Paragraph => self.block_tag("<p>"),
            Tag::Heading { level, id, .. } => {
                self.open_heading(level as u8, id.map(CowStr::into_string), &span);
            }
            Tag::BlockQuote(kind) => {
                self.flush();
                self.open_quote(kind);
            }
            Tag::CodeBlock(kind) => {
                self.block_tag("<pre tabindex=\"0\"><code");
                self.block_kind = BlockKind::Code;
                if let CodeBlockKind::Fenced(language) = kind
                    && !language.is_empty()
                {
                    self.attribute("data-language", &language);
                }
                self.out.push(">");
            }
            Tag::List(None) => self.block_tag("<ul>\n"),
            Tag::List(Some(1)) => self.block_tag("<ol>\n"),
            Tag::List(Some(first)) => self.block_tag(&format!("<ol start=\"{first}\">\n")),
            Tag::Item => self.block_tag("<li>"),
            Tag::FootnoteDefinition(name) => {
                self.flush();
                self.footnotes.open(
                    name.into_string(),
                    self.place(&span),
                    std::mem::take(&mut self.out),
                );
            }
            Tag::DefinitionList => self.block_tag("<dl>\n"),
            Tag::DefinitionListTitle => self.block_tag("<dt>"),
            Tag::DefinitionListDefinition => self.block_tag("<dd>"),
            Tag::Table(columns) => {
                self.tables.columns = columns;
                self.open_table();
            }
            Tag::TableHead => {
                self.tables.column = 0;
                self.block_tag("<thead>\n<tr>");
                self.block_kind = BlockKind::HeaderCell;
            }
            Tag::TableRow => {
                self.tables.column = 0;
                self.block_tag("<tr>");
            }
            Tag::TableCell => self.open_cell(),
            Tag::Emphasis => self.tag("<em>"),
            Tag::Strong => self.tag("<strong>"),
            Tag::Link {
                link_type,
                dest_url,
                ..
            } => self.open_link(link_type, &dest_url, &span),
            Tag::Image {
                dest_url, title, ..
            } => self.open_picture(&dest_url, &title, &span),
            _ => unreachable!("{UNREAD}"),
        }
    }

    fn close(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Paragraph => self.block_tag("</p>\n"),
            TagEnd::Heading(_) => self.close_heading(),
            TagEnd::BlockQuote(kind) => {
                self.flush();
                self.out.push(if kind.is_some() {
                    "</div>\n"
                } else {
                    "</blockquote>\n"
                });
            }
            TagEnd::CodeBlock => {
                self.block_tag("</code></pre>\n");
                self.block_kind = BlockKind::Text;
            }
            TagEnd::List(true) => self.block_tag("</ol>\n"),
            TagEnd::List(false) => self.block_tag("</ul>\n"),
            TagEnd::Item => self.block_tag("</li>\n"),
            TagEnd::FootnoteDefinition => {
                self.flush();
                self.out = self.footnotes.close(std::mem::take(&mut self.out));
            }
            TagEnd::DefinitionList => self.block_tag("</dl>\n"),
            TagEnd::DefinitionListTitle => self.block_tag("</dt>\n"),
            TagEnd::DefinitionListDefinition => self.block_tag("</dd>\n"),
            TagEnd::Table => self.block_tag("</tbody>\n</table></section>\n"),
            TagEnd::TableHead => {
                self.block_tag("</tr>\n</thead>\n<tbody>\n");
                self.block_kind = BlockKind::Text;
            }
            TagEnd::TableRow => self.block_tag("</tr>\n"),
            TagEnd::TableCell => {
                let is_head = self.block_kind == BlockKind::HeaderCell;
                self.block_tag(if is_head { "</th>" } else { "</td>" });
            }
            TagEnd::Emphasis => self.tag("</em>"),
            TagEnd::Strong => self.tag("</strong>"),
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
        if self.language == "nl" {
            typography::dutch(&mut run);
        }
        self.words(&run);
        run.clear();
        self.run = run;
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

    fn open_quote(&mut self, kind: Option<BlockQuoteKind>) {
        let word = match kind {
            None => return self.out.push("<blockquote>\n"),
            Some(BlockQuoteKind::Note) => "note-note",
            Some(BlockQuoteKind::Tip) => "note-tip",
            Some(BlockQuoteKind::Important) => "note-important",
            Some(BlockQuoteKind::Warning) => "note-warning",
            Some(BlockQuoteKind::Caution) => "note-caution",
        };
        let class = word.replacen('-', "--", 1);
        self.out.push(&format!(
            "<div class=\"note {class}\"><p class=\"note__title\">"
        ));
        self.out.slot(Fill::Word(word));
        self.out.push("</p>\n");
    }

    /// The page, when all is written.
    pub fn finish(mut self) -> Body {
        self.drop_open(0);
        self.flush();
        self.report_unused_footnotes();
        self.write_footnotes();
        let mut out = std::mem::take(&mut self.out);
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
