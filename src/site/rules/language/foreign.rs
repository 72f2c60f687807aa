//! Words in another language that are not marked as such, so that a screen reader reads them as Dutch.

use crate::content::prose::PassageKind;
use crate::problem::Problem;
use crate::rule::Rule;
use crate::site::rules::FileText;
use crate::site::rules::language::tokens::Token;

/// Small words of a language that Dutch does not have, with the language.
const LANGUAGES: &[(&str, &str, &[&str])] = &[
    (
        "en",
        "Engels",
        &[
            "the", "and", "for", "from", "with", "your", "our", "their", "this", "that", "these", "which", "are", "was", "were", "has",
            "have", "will", "would", "should", "about", "between", "more", "how", "what", "where", "by", "to", "you", "we", "of",
        ],
    ),
    (
        "de",
        "Duits",
        &[
            "und", "der", "das", "für", "mit", "nicht", "ist", "sind", "auf", "aus", "bei", "zum", "zur", "im", "ein", "eine", "einen",
            "über", "oder", "auch", "wird", "werden", "sie", "ich", "haben", "durch", "zwischen", "vom", "beim", "nach",
        ],
    ),
    (
        "fr",
        "Frans",
        &["les", "des", "est", "et", "dans", "pour", "sur", "avec", "du", "aux", "une", "qui", "nous", "vous", "sont", "mais", "entre"],
    ),
];

/// Dutch has these too, so they count only beside one that it has not.
const SHARED: &[&str] = &["of", "was", "we", "more", "des", "das", "der", "bei", "have", "are", "les", "des", "du", "entre"];

/// Two such words count together when no more words than this stand between them.
const REACH: usize = 4;

/// A place a passage, at the first word.
pub fn judge(text: &FileText<'_>, tokens: &[Vec<Token>], problems: &mut Vec<Problem>) {
    for (passage, tokens) in text.passages.iter().zip(tokens) {
        if passage.kind == PassageKind::Code {
            continue;
        }
        let found = LANGUAGES
            .iter()
            .find_map(|(tag, name, words)| Some((tag, name, first_run(tokens, words, |token| passage.is_apart(&token.range))?)));
        if let Some((tag, name, range)) = found {
            let words = &passage.text[range.clone()];
            let help = match passage.kind {
                PassageKind::Title | PassageKind::Summary => "zeg het in het Nederlands".to_owned(),
                _ => format!("zeg het in het Nederlands, of geef de taal aan: [{words}](lang:{tag})"),
            };
            problems.push(text.problem(Rule::OtherLanguage, passage, &range, format!("`{words}` lijkt {name}"), help));
        }
    }
}

/// From the first to the last of the words of a language that stand close together, at least two of them different.
fn first_run(tokens: &[Token], words: &[&str], is_apart: impl Fn(&Token) -> bool) -> Option<std::ops::Range<usize>> {
    let mut run: Vec<usize> = Vec::new();
    let is_run = |run: &[usize]| {
        let mut own: Vec<&str> = run.iter().map(|at| tokens[*at].lower.as_str()).filter(|word| !SHARED.contains(word)).collect();
        let times = own.len();
        own.sort_unstable();
        own.dedup();
        // `of` is so common in Dutch that it says something only between two that are not.
        let telling = run.iter().filter(|at| tokens[**at].lower != "of").count();
        own.len() >= 2 || own.len() == 1 && (telling >= 3 || times >= 2 && run.len() >= 3)
    };
    for (at, token) in tokens.iter().enumerate() {
        if !words.contains(&token.lower.as_str()) || is_apart(token) {
            continue;
        }
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
