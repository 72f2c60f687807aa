//! The rules that a site can break and still be served: how its pages are built, linked, written
//! and kept.
//!
//! Some rules see one file, the others the whole site.

mod care;
mod exemptions;
pub mod front_matter;
pub mod language;
mod links;
mod map;
mod spelling;
mod structure;
mod words;

use std::collections::HashSet;
use std::ops::Range;

use rayon::prelude::*;

use crate::config::{self, Config};
use crate::content::answers;
use crate::content::page::Page;
use crate::content::prose::{self, ProseBlock};
use crate::content::word_list::WordList;
use crate::content::{Content, ContentFile, SourceRetention};
use crate::dictionary::Dictionary;
use crate::fault;
use crate::message;
use crate::message::Message;
use crate::problem::{Problem, Readability, Report};
use crate::progress::Progress;
use crate::rule::Rule;
use crate::site::Site;
use crate::site::rules::language::sentences::Sentence;
use crate::site::rules::language::tokens::{self, WordToken};
use crate::site::rules::spelling::LookUp;
use crate::source::Source;
use crate::visibility::PublishState;

/// The language whose texts all rules can judge; of others they know less.
const DUTCH: &str = "nl";

/// The language that writes its nouns with a capital.
const GERMAN: &str = "de";

/// The extent of the checks. It changes the report, never the site.
#[derive(Clone, Copy)]
pub enum Checks<'a> {
    /// The checks that decide if and how a page is shown: enough to serve the site.
    Essential,
    /// The essential checks, with all that is needed to apply the other rules later, by
    /// [`Compiled::check`](crate::Compiled::check).
    Deferred,
    /// Every rule, also of how the text reads. Spelling only where there is a dictionary.
    All { dictionary: Option<&'a Dictionary> },
}

impl Checks<'_> {
    /// The sources that these checks need after parsing.
    pub fn source_retention(self) -> SourceRetention {
        match self {
            Checks::Essential => SourceRetention::Drop,
            Checks::Deferred | Checks::All { .. } => SourceRetention::Keep,
        }
    }
}

/// The findings of the rules in one file.
struct FileFindings<'a> {
    path: &'a str,
    /// The text, if it could be read.
    source: Option<&'a Source>,
    page: Option<&'a Page>,
    problems: Vec<Problem>,
    readability: Option<Readability>,
    /// Words to look up, each once.
    words: Vec<LookUp>,
}

/// The text of one file, as its rules see it, with what they find wrong with it.
pub struct FileText<'a> {
    pub source: &'a Source,
    pub blocks: &'a [ProseBlock],
    /// The words of each block.
    tokens: &'a [Vec<WordToken<'a>>],
    pub problems: Vec<Problem>,
}

impl<'a> FileText<'a> {
    /// Each block with its words.
    pub fn with_tokens(
        &self,
    ) -> impl Iterator<Item = (&'a ProseBlock, &'a [WordToken<'a>])> + use<'a> {
        self.blocks
            .iter()
            .zip(self.tokens.iter().map(Vec::as_slice))
    }

    /// The words of a sentence.
    pub fn tokens_in(&self, sentence: &Sentence) -> &'a [WordToken<'a>] {
        let tokens = &self.tokens[sentence.block];
        let before = |end: usize| tokens.partition_point(|token| token.range.start < end);
        &tokens[before(sentence.range.start)..before(sentence.range.end)]
    }

    /// Reports a problem with a part of a block.
    pub fn report(
        &mut self,
        rule: Rule,
        block: &ProseBlock,
        range: &Range<usize>,
        message: Message,
        help: Message,
    ) {
        let (place, length) = block.place(self.source, range);
        let problem = Problem::new(place, rule, message, help).spanning(length);
        self.problems.push(problem);
    }
}

/// Checks the site and its files to the extent of `checks`. What is found goes to the report;
/// `progress` counts every file.
pub fn check(
    site: &Site<'_>,
    content: &Content,
    checks: Checks<'_>,
    progress: Option<&Progress>,
    report: &mut Report,
) {
    let (Checks::All { dictionary }, Some(words)) = (checks, &content.words) else {
        return;
    };
    let judge = |file| {
        let found = judge(file, words, site.config);
        if let Some(progress) = progress {
            progress.advance();
        }
        found
    };
    let files = content.files.par_iter().map(|file| &**file);
    let mut findings: Vec<FileFindings<'_>> = files.map(judge).collect();
    findings.extend(judge_answers(content, words));
    let unpublished = site.unpublished().iter();
    let expired = unpublished.filter(|(_, state)| *state == PublishState::Expired);
    let expired: HashSet<&str> = expired.map(|(page, _)| &*page.file).collect();
    let current: Vec<&FileFindings<'_>> = findings
        .iter()
        .filter(|found| !expired.contains(found.path))
        .collect();
    for found in &current {
        report.extend(found.problems.iter().cloned());
        report.readability.extend(found.readability.clone());
    }
    let pages: Vec<&Page> = current.iter().filter_map(|found| found.page).collect();
    let language = site.config.language();
    let has_rule = site.config.check.severity(Rule::Spelling).is_some();
    let spelling = || {
        let check = || spelling::check(&current, words, dictionary, language);
        fault::contain(config::FILE, check).unwrap_or_else(|problem| Ok(vec![problem]))
    };
    let others = || {
        let mut of_site = |check: &dyn Fn(&mut Report)| {
            fault::contain_in(report, config::FILE, |report| check(report));
        };
        of_site(&|report| front_matter::check(site, &pages, report));
        of_site(&|report| links::check(site, report));
        of_site(&|report| care::check(site, report));
        of_site(&|report| map::check(site, report));
    };
    match rayon::join(spelling, others).0 {
        Ok(problems) => report.extend(problems),
        Err(note) => report.notes.extend(has_rule.then_some(note)),
    }
    if language != DUTCH {
        report.notes.push(message!("language-in-part", language));
    }
    exemptions::check(site.config, content, report);
}

fn judge<'a>(file: &'a ContentFile, words: &WordList, config: &Config) -> FileFindings<'a> {
    let found = FileFindings::nothing(&file.path, file.source.as_ref(), file.page.as_deref());
    let language = config.language_of(&file.path);
    found.with(|found, source| {
        found.judge(source, &prose::read(source), words, language, config);
    })
}

/// The findings in the answers of editors, read as one text. `None` where there are none.
fn judge_answers<'a>(content: &'a Content, words: &WordList) -> Option<FileFindings<'a>> {
    let source = content.table(answers::FILE)?;
    let found = FileFindings::nothing(answers::FILE, Some(source), None);
    let language = content.config.language();
    Some(found.with(|found, source| {
        let blocks = prose::read_answers(source, language);
        found.judge(source, &blocks, words, language, &content.config);
        // It is no page.
        found.readability = None;
    }))
}

impl<'a> FileFindings<'a> {
    fn nothing(path: &'a str, source: Option<&'a Source>, page: Option<&'a Page>) -> Self {
        FileFindings {
            path,
            source,
            page,
            problems: Vec::new(),
            readability: None,
            words: Vec::new(),
        }
    }

    /// These findings with what is found in the text. Where the program fails at it, that is all
    /// that is found.
    fn with(self, find: impl FnOnce(&mut Self, &Source)) -> Self {
        let Some(source) = self.source else {
            return self;
        };
        let (path, page) = (self.path, self.page);
        let found = fault::contain(path, || {
            let mut found = self;
            find(&mut found, source);
            found
        });
        found.unwrap_or_else(|problem| FileFindings {
            problems: vec![problem],
            ..FileFindings::nothing(path, Some(source), page)
        })
    }

    fn judge(
        &mut self,
        source: &Source,
        blocks: &[ProseBlock],
        words: &WordList,
        language: &str,
        config: &Config,
    ) {
        let mut tokens: Vec<_> = blocks.iter().map(words_of).collect();
        let problems = if language == DUTCH {
            language::foreign::judge(source, blocks, &mut tokens)
        } else {
            Vec::new()
        };
        let text = &mut FileText {
            source,
            blocks,
            tokens: &tokens,
            problems,
        };
        structure::judge(text, self.page, words);
        let is_main = language == config.language();
        if is_main || language == DUTCH {
            self.readability = language::judge(text, words, language);
        }
        if is_main {
            self.words = spelling::words(text, language);
        }
        self.problems = std::mem::take(&mut text.problems);
    }
}

/// The words of a block; those of no use to the rules of language are set apart.
fn words_of(block: &ProseBlock) -> Vec<WordToken<'_>> {
    let mut tokens = tokens::of(&block.text);
    if !block.apart.is_empty() {
        for token in &mut tokens {
            token.apart = block.is_apart(&token.range);
        }
    }
    tokens
}
