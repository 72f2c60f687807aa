//! A paragraph that is another block than it seems: a figure, or the caption of a table.

use pulldown_cmark::{Event, Tag, TagEnd};

use crate::content::chart::ChartShape;
use crate::content::document::{BlockKind, Fill};
use crate::content::markdown::parser::SpannedEvent;
use crate::content::markdown::writer::Writer;
use crate::content::markdown::writer::chart::OpenChart;
use crate::content::markdown::writer::syntax_words::CAPTION_MARKS;

impl Writer<'_> {
    /// True if a paragraph that begins with this may be the title of a note, a figure or the
    /// caption of a table.
    pub fn may_begin_another_block(&self, event: &Event<'_>) -> bool {
        self.note_title.is_some()
            || matches!(event, Event::Start(Tag::Image { .. }))
            || caption_mark(event).is_some()
    }

    /// Writes a paragraph that may be another block than it seems, without its start and its end.
    pub fn paragraph(&mut self, events: Vec<SpannedEvent<'_>>, is_before_table: bool) {
        if let Some(title) = self.note_title.take() {
            return self.note_title(&title, events);
        }
        let mark = caption_mark(&events[0].0);
        if let Some((_, Some(shape))) = mark {
            let asked = events[0].1.clone();
            if is_before_table {
                self.tables.chart = Some(OpenChart::new(*shape, asked));
            } else {
                self.report_chart_without_table(&asked);
            }
        }
        match mark.filter(|_| is_before_table) {
            None if mark.is_some_and(|(_, shape)| shape.is_none()) && is_file_table(&events) => {
                self.file_table(events);
            }
            Some((mark, _)) => self.caption(events, mark),
            None if is_figure(&events) => self.figure(events),
            None => {
                self.block_tag("<p>");
                self.events(events);
                self.block_tag("</p>\n");
            }
        }
    }

    pub(super) fn events(&mut self, events: Vec<SpannedEvent<'_>>) {
        self.enter();
        events
            .into_iter()
            .for_each(|(event, span)| self.event(event, span));
        self.end_run();
        self.leave();
    }

    /// A paragraph before a table that says so is the caption of that table.
    fn caption(&mut self, mut events: Vec<SpannedEvent<'_>>, mark: &str) {
        if let Event::Text(text) = &mut events[0].0 {
            *text = text[mark.len()..].to_owned().into();
        }
        self.flush();
        let before = std::mem::take(&mut self.out);
        self.events(events);
        self.out.end_block(BlockKind::Text);
        let caption = std::mem::replace(&mut self.out, before);
        self.tables.caption = Some((self.text.trim().to_owned(), caption));
        self.flush();
    }

    /// A caption that is a link to a CSV file is that of the table in it.
    fn file_table(&mut self, events: Vec<SpannedEvent<'_>>) {
        let mark = caption_mark(&events[0].0).map_or("", |(mark, _)| mark);
        let links = self.body.links.len();
        self.caption(events, mark);
        self.open_table();
        if self.body.links.len() > links {
            self.out.slot(Fill::Rows(links));
        }
        self.out.push("</table></section>\n");
    }

    /// A paragraph that holds nothing but one image becomes a figure.
    fn figure(&mut self, events: Vec<SpannedEvent<'_>>) {
        self.flush();
        self.alone = true;
        self.events(events);
        self.alone = false;
        self.flush();
        self.out.push("\n");
    }
}

fn caption_mark(event: &Event<'_>) -> Option<&'static (&'static str, Option<ChartShape>)> {
    let Event::Text(text) = event else {
        return None;
    };
    CAPTION_MARKS
        .iter()
        .find(|(mark, _)| text.starts_with(mark))
}

/// True if a paragraph holds nothing but a mark and a link to a CSV file.
fn is_file_table(paragraph: &[SpannedEvent<'_>]) -> bool {
    let is_csv = |event: &Event<'_>| match event {
        Event::Start(Tag::Link { dest_url, .. }) => {
            !dest_url.contains(':') && dest_url.to_ascii_lowercase().ends_with(".csv")
        }
        _ => false,
    };
    let is_end = |event: &Event<'_>| matches!(event, Event::End(TagEnd::Link));
    let [(Event::Text(mark), _), (start, _), inside @ .., (end, _)] = paragraph else {
        return false;
    };
    let is_mark = mark.ends_with(": ") && mark.matches(' ').count() == 1;
    is_mark && is_csv(start) && is_end(end) && !inside.iter().any(|(event, _)| is_end(event))
}

/// True if a paragraph holds nothing but one image.
fn is_figure(paragraph: &[SpannedEvent<'_>]) -> bool {
    let is_start = |event: &Event<'_>| matches!(event, Event::Start(Tag::Image { .. }));
    let is_end = |event: &Event<'_>| matches!(event, Event::End(TagEnd::Image));
    let images = paragraph
        .iter()
        .filter(|(event, _)| is_start(event))
        .count();
    images == 1
        && is_start(&paragraph[0].0)
        && paragraph.last().is_some_and(|(event, _)| is_end(event))
}
