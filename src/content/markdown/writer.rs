//! Events of the parser become HTML, with what the file holds beside it.

mod paragraph;

use std::ops::Range;

use memchr::memchr;
use pulldown_cmark::{
    Alignment, BlockQuoteKind, CodeBlockKind, CowStr, Event, LinkType, Tag, TagEnd,
};

use crate::content::document::{BlockKind, Body, Fill, Heading, Link, Picture, Slot, TextBlock};
use crate::content::ids::UniqueIds;
use crate::content::markdown::footnotes::Footnotes;
use crate::content::markdown::target::{decoded, target};
use crate::content::slug::slug;
use crate::content::typography;
use crate::html::push_escaped;
use crate::problem::Report;
use crate::rule::Rule;
use crate::source::{Place, Source};
use crate::toml_file::{has_forbidden, hidden_character};

pub use paragraph::may_begin_another_block;

/// The title that marks an image as mere decoration: `![](../static/beeld/rand.svg "decoratief")`.
const DECORATIVE: &str = "decoratief";

/// A length in bytes that most paragraphs stay below.
const PARAGRAPH: usize = 1024;

/// HTML under construction. Footnotes are written apart and come at the end.
#[derive(Default)]
pub struct Buffer {
    markup: String,
    slots: Vec<Slot>,
    blocks: Vec<TextBlock>,
    /// The plain text of the block that is being written.
    text: String,
}

impl Buffer {
    fn append(&mut self, other: Buffer) {
        let shift = self.markup.len();
        self.markup.push_str(&other.markup);
        self.slots.extend(other.slots.into_iter().map(|slot| Slot {
            at: slot.at + shift,
            ..slot
        }));
        self.blocks.extend(other.blocks);
    }

    fn words(&mut self, words: &str) {
        self.text.push_str(words);
        push_escaped(&mut self.markup, words);
    }

    fn end_block(&mut self, kind: BlockKind) {
        let text = self.text.trim();
        if !text.is_empty() {
            self.blocks.push(TextBlock {
                kind,
                text: text.to_owned(),
            });
        }
        self.text.clear();
    }

    fn slot(&mut self, fill: Fill) {
        self.slots.push(Slot {
            at: self.markup.len(),
            fill,
        });
    }
}

/// Writes a page, event after event.
pub struct Writer<'a> {
    source: &'a Source,
    /// Offset of the Markdown in the file.
    start: usize,
    /// The language whose typography is followed.
    language: &'a str,
    /// True if characters may be written by their number or name: `&#160;`.
    has_references: bool,
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
    /// The heading that is open: its level, the name it asks for, its place, and what the markup
    /// and the slots had before it.
    heading: Option<(u8, Option<String>, Place, usize, usize)>,
    columns: Vec<Alignment>,
    column: usize,
    /// The kind of the text that is being read.
    block_kind: BlockKind,
    tables: usize,
    /// The caption of the table that comes next: its text, and the same as HTML.
    caption: Option<(String, Buffer)>,
    ids: UniqueIds,
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
            has_references: memchr(b'&', &source.text.as_bytes()[range.clone()]).is_some(),
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
            columns: Vec::new(),
            column: 0,
            block_kind: BlockKind::Text,
            tables: 0,
            caption: None,
            ids: UniqueIds::default(),
        }
    }

    fn place(&self, span: &Range<usize>) -> Place {
        self.source.place(self.start + span.start)
    }

    fn refuse(&mut self, span: &Range<usize>, rule: Rule, message: &str, help: &str) {
        self.body.refused = true;
        self.report.add(self.place(span), rule, message, help);
    }

    /// Writes what the parser read next.
    pub fn event(&mut self, event: Event<'_>, span: Range<usize>) {
        // One that stands in the file itself is reported already.
        if self.has_references
            && has_hidden(&event)
            && !has_forbidden(&self.source.text[self.start..][span.clone()])
        {
            let (message, help) = hidden_character();
            self.refuse(&span, Rule::HiddenCharacter, message, help);
        }
        if let Event::Text(text) = event {
            return self.run.push_str(&text);
        }
        self.end_run();
        match event {
            Event::Start(tag) => self.open(tag, span),
            Event::End(tag) => self.close(tag),
            Event::Code(code) => {
                self.tag("<code>");
                self.words(&code);
                self.tag("</code>");
            }
            Event::SoftBreak => self.words("\n"),
            Event::HardBreak => {
                self.tag("<br>");
                self.words("\n");
            }
            Event::Rule => self.out.markup.push_str("<hr>\n"),
            Event::FootnoteReference(name) => self.footnote_reference(&name),
            Event::Html(_) | Event::InlineHtml(_) => self.refuse(
                &span,
                Rule::RawHtml,
                "HTML in de tekst mag niet",
                "schrijf het in Markdown; wilt u een < laten zien, zet er dan een \\ voor",
            ),
            Event::Text(_)
            | Event::InlineMath(_)
            | Event::DisplayMath(_)
            | Event::TaskListMarker(_) => {
                unreachable!(
                    "text was handled above, and the parser does not read formulas and task lists"
                )
            }
        }
    }

    fn open(&mut self, tag: Tag<'_>, span: Range<usize>) {
        match tag {
            Tag::Paragraph => self.block_tag("<p>"),
            Tag::Heading { level, id, .. } => {
                self.flush();
                self.block_kind = BlockKind::Heading;
                let (markup, slots) = (self.out.markup.len(), self.out.slots.len());
                self.heading = Some((
                    level as u8,
                    id.map(CowStr::into_string),
                    self.place(&span),
                    markup,
                    slots,
                ));
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
                self.out.markup.push('>');
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
                self.columns = columns;
                self.open_table();
            }
            Tag::TableHead => {
                self.column = 0;
                self.block_tag("<thead>\n<tr>");
                self.block_kind = BlockKind::HeaderCell;
            }
            Tag::TableRow => {
                self.column = 0;
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
            } => {
                let caption = (!title.is_empty()).then(|| title.to_string());
                let place = self.place(&span);
                let picture = Picture {
                    path: decoded(&dest_url),
                    alternative: String::new(),
                    caption,
                    place,
                };
                self.picture = Some((picture, self.text.len()));
            }
            Tag::HtmlBlock => {}
            Tag::Strikethrough | Tag::Superscript | Tag::Subscript | Tag::MetadataBlock(_) => {
                unreachable!("the parser does not read these")
            }
        }
    }

    fn close(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Paragraph => self.block_tag("</p>\n"),
            TagEnd::Heading(_) => self.close_heading(),
            TagEnd::BlockQuote(kind) => {
                self.flush();
                self.out.markup.push_str(if kind.is_some() {
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
            TagEnd::HtmlBlock => {}
            TagEnd::Strikethrough
            | TagEnd::Superscript
            | TagEnd::Subscript
            | TagEnd::MetadataBlock(_) => {
                unreachable!("the parser does not read these")
            }
        }
    }

    /// Markup within a line. Inside an image there is none: its text is the alternative.
    fn tag(&mut self, markup: &str) {
        if self.picture.is_none() {
            self.out.markup.push_str(markup);
        }
    }

    /// Markup between blocks.
    fn block_tag(&mut self, markup: &str) {
        self.flush();
        self.out.markup.push_str(markup);
    }

    fn attribute(&mut self, name: &str, value: &str) {
        self.out.markup.push_str(&format!(" {name}=\""));
        push_escaped(&mut self.out.markup, value);
        self.out.markup.push('"');
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

    fn words(&mut self, words: &str) {
        self.text.push_str(words);
        if self.picture.is_none() {
            self.out.words(words);
        }
    }

    /// Ends the block of text that was being read, if there is one.
    fn flush(&mut self) {
        self.text.clear();
        self.out.end_block(self.block_kind);
    }

    fn open_quote(&mut self, kind: Option<BlockQuoteKind>) {
        let (name, word) = match kind {
            None => return self.out.markup.push_str("<blockquote>\n"),
            Some(BlockQuoteKind::Note) => ("note", "note-note"),
            Some(BlockQuoteKind::Tip) => ("tip", "note-tip"),
            Some(BlockQuoteKind::Important) => ("important", "note-important"),
            Some(BlockQuoteKind::Warning) => ("warning", "note-warning"),
            Some(BlockQuoteKind::Caution) => ("caution", "note-caution"),
        };
        self.out.markup.push_str(&format!(
            "<div class=\"note note--{name}\"><p class=\"note__title\">"
        ));
        self.out.slot(Fill::Word(word));
        self.out.markup.push_str("</p>\n");
    }

    fn close_heading(&mut self) {
        let (level, wanted, place, at, slots) = self.heading.take().expect("a heading was opened");
        let text = self.text.trim().to_owned();
        if level == 1 {
            self.report.add(
                place.clone(),
                Rule::SecondTitle,
                "de pagina heeft al een titel: die uit de kopregels",
                "schrijf deze kop met ## ervoor",
            );
        }
        let level = level.max(2);
        let base = slug(wanted.as_deref().unwrap_or(&text));
        let id = self.ids.take(if base.is_empty() {
            "kop".to_owned()
        } else {
            base
        });
        let tag = format!("<h{level} id=\"{id}\">");
        self.out.markup.insert_str(at, &tag);
        for slot in &mut self.out.slots[slots..] {
            slot.at += tag.len();
        }
        self.block_tag(&format!("</h{level}>\n"));
        self.block_kind = BlockKind::Text;
        self.body.headings.push(Heading {
            level,
            id,
            text,
            place,
        });
    }

    /// A table scrolls by itself on a narrow screen, so it can be focused and has a name of its
    /// own.
    fn open_table(&mut self) {
        self.flush();
        self.tables += 1;
        self.out
            .markup
            .push_str("<section class=\"table\" tabindex=\"0\" aria-label=\"");
        match self.caption.take() {
            Some((text, html)) => {
                push_escaped(&mut self.out.markup, &text);
                self.out.markup.push_str("\"><table>\n<caption>");
                self.out.append(html);
                self.out.markup.push_str("</caption>\n");
            }
            None => {
                self.out.slot(Fill::Word("table"));
                self.out.markup.push_str(&format!(" {}", self.tables));
                if let Some(heading) = self.body.headings.last() {
                    self.out.markup.push_str(": ");
                    push_escaped(&mut self.out.markup, &heading.text);
                }
                self.out.markup.push_str("\"><table>\n");
            }
        }
    }

    fn open_cell(&mut self) {
        self.block_tag(if self.block_kind == BlockKind::HeaderCell {
            "<th scope=\"col\""
        } else {
            "<td"
        });
        self.out
            .markup
            .push_str(match self.columns.get(self.column) {
                Some(Alignment::Right) => " class=\"number\">",
                Some(Alignment::Center) => " class=\"centre\">",
                _ => ">",
            });
        self.column += 1;
    }

    fn open_link(&mut self, kind: LinkType, destination: &str, span: &Range<usize>) {
        let destination = if kind == LinkType::Email {
            format!("mailto:{destination}")
        } else {
            destination.to_owned()
        };
        let number = match target(&destination) {
            Ok(target) => {
                self.body.links.push(Link {
                    target,
                    text: String::new(),
                    place: self.place(span),
                });
                let number = self.body.links.len() - 1;
                if self.picture.is_none() {
                    self.out.slot(Fill::LinkStart(number));
                }
                Some(number)
            }
            Err((message, help)) => {
                self.refuse(span, Rule::UnsafeLink, &message, &help);
                None
            }
        };
        self.links.push((number, self.text.len()));
    }

    fn close_link(&mut self) {
        let (number, text_at) = self.links.pop().expect("a link was opened");
        let Some(number) = number else { return };
        let text = self
            .text
            .get(text_at..)
            .unwrap_or_default()
            .trim()
            .to_owned();
        if text.is_empty() {
            let place = self.body.links[number].place.clone();
            self.report.add(
                place,
                Rule::EmptyLink,
                "deze link heeft geen tekst",
                "zet tussen de vierkante haken waar de link heen gaat",
            );
        }
        self.body.links[number].text = text;
        if self.picture.is_none() {
            self.out.slot(Fill::LinkEnd(number));
        }
    }

    fn close_picture(&mut self) {
        let Some((mut picture, text_at)) = self.picture.take() else {
            return;
        };
        let alternative = self
            .text
            .get(text_at..)
            .unwrap_or_default()
            .trim()
            .to_owned();
        let decorative = picture.caption.as_deref() == Some(DECORATIVE);
        if decorative {
            picture.caption = None;
        } else if alternative.is_empty() {
            self.report.add(
                picture.place.clone(),
                Rule::NoAlternative,
                "de afbeelding heeft geen beschrijving",
                format!("schrijf tussen de vierkante haken wat er te zien is, of zet \"{DECORATIVE}\" achter het pad"),
            );
        }
        picture.alternative = if decorative {
            String::new()
        } else {
            alternative
        };
        self.body.pictures.push(picture);
        let number = self.body.pictures.len() - 1;
        self.out.slot(if self.alone {
            Fill::Figure(number)
        } else {
            Fill::Picture(number)
        });
    }

    fn footnote_reference(&mut self, name: &str) {
        // The text that stands in for an image has no room for one.
        if self.picture.is_some() {
            return;
        }
        let (number, is_first) = self.footnotes.cite(name);
        self.tag(&format!("<sup><a href=\"#fn-{number}\""));
        if is_first {
            self.tag(&format!(" id=\"fnref-{number}\""));
        }
        self.tag(" aria-label=\"");
        self.out.slot(Fill::Word("footnote"));
        self.tag(&format!(" {number}\">{number}</a></sup>"));
    }

    /// A footnote that nothing refers to is not shown.
    fn report_unused_footnotes(&mut self) {
        for (name, place) in self.footnotes.unused() {
            self.report.add(
                place.clone(),
                Rule::Footnote,
                format!("naar de voetnoot `[^{name}]` verwijst de tekst niet, dus zij staat niet op de pagina"),
                format!("zet `[^{name}]` achter de woorden waar zij bij hoort, of haal haar weg"),
            );
        }
    }

    fn write_footnotes(&mut self) {
        let footnotes = std::mem::take(&mut self.footnotes).into_cited();
        if footnotes.is_empty() {
            return;
        }
        self.out
            .markup
            .push_str("<section class=\"footnotes\" aria-label=\"");
        self.out.slot(Fill::Word("footnotes"));
        self.out.markup.push_str("\"><ol>\n");
        for (number, footnote) in (1..).zip(footnotes) {
            self.out
                .markup
                .push_str(&format!("<li id=\"fn-{number}\">"));
            self.out.append(footnote);
            self.out
                .markup
                .push_str(&format!("<a href=\"#fnref-{number}\">"));
            self.out.slot(Fill::Word("footnote-back"));
            self.out.markup.push_str(&format!(" {number}</a></li>\n"));
        }
        self.out.markup.push_str("</ol></section>\n");
    }

    /// The page, when all is written.
    pub fn finish(mut self) -> Body {
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

/// True if an event has a character that no page can hold, which Markdown lets people write by its
/// number.
fn has_hidden(event: &Event<'_>) -> bool {
    match event {
        Event::Text(text) => has_forbidden(text),
        Event::Start(
            Tag::Image {
                title, dest_url, ..
            }
            | Tag::Link {
                title, dest_url, ..
            },
        ) => has_forbidden(title) || has_forbidden(dest_url),
        Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(language))) => has_forbidden(language),
        _ => false,
    }
}
