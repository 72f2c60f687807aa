//! Words that the site's own list has a simpler one for.

use std::collections::BTreeMap;

use crate::content::prose::ProseKind;
use crate::content::word_list::{HardWord, WordList};
use crate::message;
use crate::rule::Rule;
use crate::site::rules::FileText;
use crate::site::rules::language::tokens;

/// Each hard word once a page, at its first place.
pub fn judge(text: &mut FileText<'_>, words: &WordList) {
    let mut found = BTreeMap::<&str, Vec<_>>::new();
    for (block, tokens) in text.with_tokens() {
        if matches!(block.kind, ProseKind::Quote | ProseKind::Code) {
            continue;
        }
        let mut at = 0;
        while at < tokens.len() {
            // Words in a row have nothing but space between them; a comma or a point parts them.
            let goes_on = |next: &usize| {
                *next == at
                    || tokens::between(&block.text, tokens, next - 1)
                        .trim()
                        .is_empty()
            };
            let row = (at..tokens.len())
                .take_while(goes_on)
                .map(|next| &*tokens[next].lower);
            let Some((length, HardWord { word, simpler })) = words.hard_word(row) else {
                at += 1;
                continue;
            };
            let taken = &tokens[at..at + length];
            let range = taken[0].range.start..taken[length - 1].range.end;
            at += length;
            if !taken.iter().any(|token| token.apart) {
                found.entry(word).or_default().push((block, range, simpler));
            }
        }
    }
    for places in found.into_values() {
        let (block, range, simpler) = &places[0];
        let word = &block.text[range.clone()];
        let message = message!("hard-word", word, count = places.len());
        let help = message!("hard-word-help", simpler = *simpler);
        text.report(Rule::HardWord, block, range, message, help);
    }
}
