//! Reading of the files beside the pages that list words: what their entries have in common.

use std::ops::Range;

use toml::Spanned;

use crate::message::Message;
use crate::problem::Report;
use crate::rule::Rule;
use crate::source::Source;
use crate::text::Text;

/// No name that people search for has more words.
const LONGEST: usize = 5;

/// A word with its place in the file.
pub type LocatedWord = (String, Range<usize>);

/// Collects what is wrong with the entries of a file.
pub struct WordTable<'a> {
    pub source: &'a Source,
    pub report: &'a mut Report,
    /// The rule that such a file keeps.
    pub rule: Rule,
}

/// The words without their places.
pub fn texts(words: Vec<LocatedWord>) -> Vec<String> {
    words.into_iter().map(|(word, _)| word).collect()
}

impl WordTable<'_> {
    pub fn wrong(
        &mut self,
        span: Range<usize>,
        message: impl Into<Message>,
        help: impl Into<Message>,
    ) {
        let place = self.source.place(span.start);
        self.report.add(place, self.rule, message, help);
    }

    /// The tag of a language that has texts. `None`, with a problem reported, for another one.
    pub fn language(&mut self, tag: Spanned<String>) -> Option<&'static str> {
        let known = Text::known(tag.get_ref());
        if known.is_none() {
            let message = format!("`{}` is geen taal van de site", tag.get_ref());
            let help = format!("schrijf een van deze: {}", Text::languages().join(", "));
            self.wrong(tag.span(), &message, &help);
        }
        known
    }

    /// The words that can be searched for, each once.
    pub fn words(&mut self, words: impl IntoIterator<Item = Spanned<String>>) -> Vec<LocatedWord> {
        let mut valid: Vec<LocatedWord> = Vec::new();
        for word in words {
            let span = word.span();
            let word = word.into_inner();
            let parts = word.split_whitespace().count();
            if !word.chars().any(char::is_alphanumeric) {
                self.wrong(
                    span,
                    "hier staat geen woord",
                    "schrijf een woord, of haal de lege tekst weg",
                );
            } else if parts > LONGEST {
                let message = format!("`{word}` heeft meer dan {LONGEST} woorden");
                self.wrong(span, &message, "gebruik een woord of een korte naam");
            } else if valid
                .iter()
                .any(|(other, _)| other.to_lowercase() == word.to_lowercase())
            {
                self.wrong(
                    span,
                    format!("`{word}` staat er twee keer"),
                    "haal een van de twee weg",
                );
            } else {
                valid.push((word, span));
            }
        }
        valid
    }
}
