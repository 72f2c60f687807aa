//! Links, whose tags are slots: where they lead is known to the site alone.

use std::ops::Range;

use pulldown_cmark::LinkType;

use crate::content::document::{Fill, Link};
use crate::content::markdown::target::target;
use crate::content::markdown::writer::Writer;
use crate::message;
use crate::rule::Rule;

impl Writer<'_> {
    pub(super) fn open_link(
        &mut self,
        kind: LinkType,
        destination: &str,
        title: &str,
        span: &Range<usize>,
    ) {
        if !title.is_empty() {
            let message = message!("link-title", title);
            let help = message!("link-title-help");
            self.report(span, Rule::LostText, message, help);
        }
        let address = match kind {
            LinkType::Email => &format!("mailto:{destination}"),
            _ => destination,
        };
        let number = match target(address) {
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
                self.report
                    .add(self.place(span), Rule::UnsafeLink, message, help);
                None
            }
        };
        self.links.push((number, self.text.len()));
    }

    pub(super) fn close_link(&mut self) {
        let (number, text_at) = self.links.pop().expect("a link was opened");
        let Some(number) = number else { return };
        let text = self.text_from(text_at);
        let link = &mut self.body.links[number];
        if text.is_empty() {
            self.report.add(
                link.place.clone(),
                Rule::EmptyLink,
                message!("link-empty"),
                message!("link-empty-help"),
            );
        }
        link.text = text;
        if self.picture.is_none() {
            self.out.slot(Fill::LinkEnd(number));
        }
    }
}
