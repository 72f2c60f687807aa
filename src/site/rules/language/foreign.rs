//! Words in another language that are not marked as such, so that a screen reader reads them as
//! Dutch.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use crate::content::prose::ProseKind;
use crate::rule::Rule;
use crate::site::rules::FileText;
use crate::site::rules::language::tokens::WordToken;
use crate::site::rules::words::WordFile;

/// Function words that distinguish a language from Dutch, with the language.
static LANGUAGES: [(&str, &str, WordFile); 3] = [
    (
        "en",
        "Engels",
        WordFile::new(include_str!("../words/small-en.txt")),
    ),
    (
        "de",
        "Duits",
        WordFile::new(include_str!("../words/small-de.txt")),
    ),
    (
        "fr",
        "Frans",
        WordFile::new(include_str!("../words/small-fr.txt")),
    ),
];

/// Words that Dutch has too, so that they count only beside one that it has not.
const SHARED: &[&str] = &[
    "of", "was", "we", "more", "des", "das", "der", "bei", "have", "are", "les", "des", "du",
    "entre",
];

/// The most words between two such words that count together.
const REACH: usize = 4;

/// The languages that have each of the words, a bit for each.
static WORDS: LazyLock<FxHashMap<&str, u8>> = LazyLock::new(|| {
    let mut all = FxHashMap::default();
    for (language, (_, _, words)) in LANGUAGES.iter().enumerate() {
        for word in words.words() {
            *all.entry(*word).or_default() |= 1 << language;
        }
    }
    all
});

/// A place a block, at the first word.
pub fn judge(text: &mut FileText<'_>) {
    for (block, tokens) in text.with_tokens() {
        if block.kind == ProseKind::Code {
            continue;
        }
        let languages_of =
            |(at, token): (usize, &WordToken<'_>)| Some((at, *WORDS.get(&*token.lower)?));
        let met: Vec<(usize, u8)> = tokens.iter().enumerate().filter_map(languages_of).collect();
        let found = LANGUAGES
            .iter()
            .enumerate()
            .find_map(|(language, (tag, name, _))| {
                let is_its = |(at, languages): &&(usize, u8)| {
                    languages & 1 << language != 0 && !block.is_apart(&tokens[*at].range)
                };
                Some((
                    tag,
                    name,
                    first_run(tokens, met.iter().filter(is_its).map(|(at, _)| *at))?,
                ))
            });
        if let Some((tag, name, range)) = found {
            let words = &block.text[range.clone()];
            let help = match block.kind {
                ProseKind::Title | ProseKind::Summary => "zeg het in het Nederlands".to_owned(),
                _ => {
                    format!("zeg het in het Nederlands, of geef de taal aan: [{words}](lang:{tag})")
                }
            };
            text.report(
                Rule::OtherLanguage,
                block,
                &range,
                format!("`{words}` lijkt {name}"),
                help,
            );
        }
    }
}

/// From the first to the last of the words of a language that stand close together, at least two of
/// them different. `places` are those of all its words among the tokens.
fn first_run(
    tokens: &[WordToken<'_>],
    places: impl Iterator<Item = usize>,
) -> Option<std::ops::Range<usize>> {
    let mut run: Vec<usize> = Vec::new();
    let is_run = |run: &[usize]| {
        let mut own: Vec<&str> = run
            .iter()
            .map(|at| &*tokens[*at].lower)
            .filter(|word| !SHARED.contains(word))
            .collect();
        let times = own.len();
        own.sort_unstable();
        own.dedup();
        // `of` is so common in Dutch that it says something only between two that are not.
        let telling = run.iter().filter(|at| tokens[**at].lower != "of").count();
        own.len() >= 2 || own.len() == 1 && (telling >= 3 || times >= 2 && run.len() >= 3)
    };
    for at in places {
        if run.last().is_some_and(|last| at - last > REACH) {
            if is_run(&run) {
                break;
            }
            run.clear();
        }
        run.push(at);
    }
    let (first, last) = (*run.first()?, *run.last()?);
    is_run(&run).then(|| tokens[first].range.start..tokens[last].range.end)
}
