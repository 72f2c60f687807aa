//! Words that the site's own list has a simpler one for.

use std::collections::BTreeMap;

use crate::content::prose::ProseKind;
use crate::content::word_list::{HardWord, WordList};
use crate::problem::Problem;
use crate::rule::Rule;
use crate::site::rules::FileText;

/// Each hard word once a page, at its first place.
pub fn judge(text: &FileText<'_>, words: &WordList, problems: &mut Vec<Problem>) {
    let mut found: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    for (block, tokens) in text.with_tokens() {
        if matches!(block.kind, ProseKind::Quote | ProseKind::Code) {
            continue;
        }
        let mut at = 0;
        while at < tokens.len() {
            // Words in a row have nothing but space between them; a comma or a point parts them.
            let goes_on = |next: &usize| {
                *next == at
                    || block.text[tokens[next - 1].range.end..tokens[*next].range.start]
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
            let range = tokens[at].range.start..tokens[at + length - 1].range.end;
            at += length;
            if block.is_apart(&range) {
                continue;
            }
            found
                .entry(word)
                .and_modify(|(_, times)| *times += 1)
                .or_insert_with(|| {
                    let message = format!(
                        "`{}` is voor veel lezers een moeilijk woord",
                        &block.text[range.clone()]
                    );
                    problems.push(text.problem(
                        Rule::HardWord,
                        block,
                        &range,
                        message,
                        format!("schrijf liever: {simpler}"),
                    ));
                    (problems.len() - 1, 1)
                });
        }
    }
    for (index, times) in found.into_values().filter(|(_, times)| *times > 1) {
        problems[index]
            .message
            .push_str(&format!(" ({times} keer op deze pagina)"));
    }
}
