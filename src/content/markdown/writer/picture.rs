//! Pictures: the text inside is their alternative, the title their caption.

use std::ops::Range;

use crate::content::document::{Fill, Picture, Slot};
use crate::content::markdown::target::decoded;
use crate::content::markdown::writer::Writer;
use crate::content::markdown::writer::syntax_words::{decorative, is_decorative};
use crate::message;
use crate::rule::Rule;

impl Writer<'_> {
    pub(super) fn open_picture(&mut self, path: &str, title: &str, span: &Range<usize>) {
        let picture = Picture {
            path: decoded(path),
            alternative: String::new(),
            caption: (!title.is_empty()).then(|| title.to_owned()),
            place: self.place(span),
        };
        self.picture = Some((picture, self.text.len()));
    }

    pub(super) fn close_picture(&mut self) {
        let Some((mut picture, text_at)) = self.picture.take() else {
            return;
        };
        if picture.caption.as_deref().is_some_and(is_decorative) {
            picture.caption = None;
        } else {
            picture.alternative = self.text_from(text_at);
            if picture.alternative.is_empty() {
                self.report.add(
                    picture.place.clone(),
                    Rule::NoAlternative,
                    message!("picture-no-alternative"),
                    message!(
                        "picture-no-alternative-help",
                        mark = decorative(self.language)
                    ),
                );
            }
        }
        self.body.pictures.push(picture);
        let number = self.body.pictures.len() - 1;
        self.out.slot(if self.alone {
            Fill::Figure(number)
        } else {
            Fill::Picture(number)
        });
    }

    /// Takes the captions of pictures that turned out not to be figures, which alone show one.
    pub(super) fn report_lost_captions(&mut self, slots: &[Slot]) {
        let mut is_figure = vec![false; self.body.pictures.len()];
        for slot in slots {
            if let Fill::Figure(number) = slot.fill {
                is_figure[number] = true;
            }
        }
        for (picture, is_figure) in self.body.pictures.iter_mut().zip(is_figure) {
            if let Some(title) = picture.caption.take_if(|_| !is_figure) {
                self.report.add(
                    picture.place.clone(),
                    Rule::LostText,
                    message!("picture-title", title),
                    message!("picture-title-help"),
                );
            }
        }
    }
}
