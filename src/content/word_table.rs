//! Reading of the files beside the pages that list words: what their entries have in common.

use std::ops::Range;

use toml::Spanned;

use crate::message;
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
    pub fn wrong(&mut self, span: Range<usize>, message: Message, help: Message) {
        let place = self.source.place(span.start);
        self.report.add(place, self.rule, message, help);
    }

    /// The tag of a language that has texts. `None`, with a problem reported, for another one.
    pub fn language(&mut self, tag: Spanned<String>) -> Option<&'static str> {
        let known = Text::known(tag.get_ref());
        if known.is_none() {
            let message = message!("words-language", name = tag.get_ref());
            let languages = Text::languages().join(", ");
            let help = message!("words-language-help", languages);
            self.wrong(tag.span(), message, help);
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
                self.wrong(span, message!("words-none"), message!("words-none-help"));
            } else if parts > LONGEST {
                let message = message!("words-long", word, most = LONGEST);
                self.wrong(span, message, message!("words-long-help"));
            } else if valid
                .iter()
                .any(|(other, _)| other.to_lowercase() == word.to_lowercase())
            {
                self.wrong(
                    span,
                    message!("words-twice", word),
                    message!("words-twice-help"),
                );
            } else {
                valid.push((word, span));
            }
        }
        valid
    }
}
