//! `antwoorden.toml`: answers to what people ask, in the words of an editor. The search shows them
//! before its results.

use std::collections::BTreeSet;

use serde::Deserialize;
use toml::Spanned;

use crate::content::typography;
use crate::content::values::{is_web_address, markdown_in};
use crate::content::word_table::{WordTable, texts};
use crate::message;
use crate::problem::Report;
use crate::rule::Rule;
use crate::source::{LocatedName, Source};
use crate::toml_file;

/// The name of the file, in the content folder. A site can do without it.
pub const FILE: &str = "antwoorden.toml";

/// An answer to whoever searches for one of its words.
#[derive(Debug)]
pub struct DirectAnswer {
    /// The language of the question and of the answer.
    pub language: &'static str,
    /// Words or short names: one of them is enough.
    pub words: Vec<String>,
    /// One or two sentences of plain text.
    pub text: String,
    /// `None` where it is wrong.
    pub link: Option<AnswerLink>,
}

/// The way on from an answer.
#[derive(Debug)]
pub struct AnswerLink {
    pub title: LocatedName,
    pub target: AnswerTarget,
}

#[derive(Debug)]
pub enum AnswerTarget {
    /// The content file, from the content folder.
    File(LocatedName),
    /// An address of the web.
    Elsewhere(String),
}

#[derive(Default, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
struct RawAnswers {
    answer: Vec<Spanned<RawAnswer>>,
}

#[derive(Default, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
struct RawAnswer {
    /// The language, if it is not the site's own.
    language: Option<Spanned<String>>,
    words: Vec<Spanned<String>>,
    text: Option<Spanned<String>>,
    link: Option<Spanned<RawAnswerLink>>,
}

#[derive(Default, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
struct RawAnswerLink {
    title: Option<Spanned<String>>,
    file: Option<Spanned<String>>,
    address: Option<Spanned<String>>,
}

/// Reads the file of a site in this language. What is wrong in it is reported and left out; the
/// rest counts.
pub fn read(source: &Source, own: &'static str, report: &mut Report) -> Vec<DirectAnswer> {
    let Some(read) = toml_file::read::<RawAnswers>(source, report) else {
        return Vec::new();
    };
    let is_reported = |path: &str| read.reported_keys.iter().any(|key| key.path == path);
    let mut table = WordTable {
        source,
        report,
        rule: Rule::Answers,
    };
    let mut answers = Vec::new();
    let mut taken: BTreeSet<(&str, String)> = BTreeSet::new();
    for raw in read.raw.answer {
        let span = raw.span();
        let raw = raw.into_inner();
        let language = match raw.language {
            None => own,
            Some(tag) => match table.language(tag) {
                Some(language) => language,
                None => continue,
            },
        };
        let has_words = !raw.words.is_empty();
        let mut words = table.words(raw.words);
        words.retain(|(word, span)| {
            let is_free = taken.insert((language, word.to_lowercase()));
            if !is_free {
                let message = message!("answer-word-taken", word);
                table.wrong(span.clone(), message, message!("answer-word-taken-help"));
            }
            is_free
        });
        let words = texts(words);
        let keys = [
            ("words", has_words),
            ("text", raw.text.is_some()),
            ("link", raw.link.is_some()),
        ];
        let is_missing =
            |(key, is_there): &(&str, bool)| !is_there && !is_reported(&format!("answer.{key}"));
        if keys.iter().any(is_missing) {
            table.wrong(
                span,
                message!("answer-incomplete"),
                message!("answer-incomplete-help"),
            );
        }
        let text = raw.text.and_then(|text| table.text(text, language));
        let link = raw.link.map(|link| table.link(link));
        if let (Some(text), Some(link), false) = (text, link, words.is_empty()) {
            answers.push(DirectAnswer {
                language,
                words,
                text,
                link,
            });
        }
    }
    answers
}

impl WordTable<'_> {
    fn text(&mut self, text: Spanned<String>, language: &str) -> Option<String> {
        let span = text.span();
        let text = text.into_inner();
        if text.trim().is_empty() {
            let message = message!("answer-text-empty");
            self.wrong(span, message, message!("answer-text-empty-help"));
            return None;
        }
        if let Some(help) = markdown_in(&text, "link") {
            let message = message!("answer-text-markup");
            let place = self.source.place(span.start);
            self.report
                .add(place, Rule::MarkdownInFrontMatter, message, help);
        }
        Some(typography::line(text, language))
    }

    fn link(&mut self, link: Spanned<RawAnswerLink>) -> Option<AnswerLink> {
        let span = link.span();
        let RawAnswerLink {
            title,
            file,
            address,
        } = link.into_inner();
        let title = title.filter(|title| !title.get_ref().trim().is_empty());
        let target = match (file, address) {
            (Some(file), None) => Some(AnswerTarget::File(self.source.located(0, file))),
            (None, Some(address)) if is_web_address(address.get_ref()) => {
                Some(AnswerTarget::Elsewhere(address.into_inner()))
            }
            (None, Some(address)) => {
                let help = message!("answer-no-web-address-help");
                self.wrong(address.span(), message!("answer-no-web-address"), help);
                return None;
            }
            (Some(_), Some(_)) | (None, None) => None,
        };
        let (Some(title), Some(target)) = (title, target) else {
            self.wrong(span, message!("answer-link"), message!("answer-link-help"));
            return None;
        };
        Some(AnswerLink {
            title: self.source.located(0, title),
            target,
        })
    }
}
