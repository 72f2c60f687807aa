//! Rules of structure: what a screen reader needs in order to read a page as it looks.

use std::ops::Range;

use crate::content::page::Page;
use crate::content::prose::{LINE_BREAK, ProseBlock, ProseKind};
use crate::content::word_list::WordList;
use crate::problem::Problem;
use crate::rule::Rule;
use crate::site::rules::FileText;
use crate::site::rules::language::tokens::WordToken;
use crate::source::Place;

/// A word of so many capitals is shouted, and so are so many words in a row.
const SHOUTED_LETTERS: usize = 7;
const SHOUTED_WORDS: usize = 3;

/// A bold line of more words is a sentence with much stress rather than a heading.
const LONGEST_HEADING: usize = 12;

/// The rules of structure for one file.
pub fn judge(
    text: &FileText<'_>,
    page: Option<&Page>,
    words: &WordList,
    problems: &mut Vec<Problem>,
) {
    headings(text, problems);
    table_headers(text, problems);
    hand_made_lists(text, problems);
    for (block, tokens) in text.with_tokens() {
        bold_headings(text, block, problems);
        capitals(text, block, tokens, words, problems);
    }
    for picture in page.iter().flat_map(|page| &page.body.pictures) {
        alternative(
            &picture.alternative,
            &picture.path,
            &picture.place,
            problems,
        );
    }
    if let Some(image) = page.and_then(|page| page.meta.image.as_ref()) {
        alternative(
            &image.alternative,
            &image.path.name,
            &image.path.place,
            problems,
        );
    }
}

/// The text of a block without the white space around it.
fn inner(block: &ProseBlock) -> Range<usize> {
    let start = block.text.len() - block.text.trim_start().len();
    start..block.text.trim_end().len().max(start)
}

fn headings(text: &FileText<'_>, problems: &mut Vec<Problem>) {
    let mut above = 1;
    for block in text.blocks {
        let ProseKind::Heading(level) = block.kind else {
            continue;
        };
        let range = inner(block);
        if range.is_empty() && !block.pictured {
            problems.push(text.problem(
                Rule::EmptyHeading,
                block,
                &range,
                "deze kop is leeg",
                "schrijf de kop, of haal de regel weg",
            ));
        }
        if level > above + 1 {
            let marks = |level: u8| "#".repeat(level.into());
            let higher = if above == 1 {
                "erboven staat alleen de titel".to_owned()
            } else {
                format!("de kop erboven heeft {}", marks(above))
            };
            let message = format!("deze kop heeft {}, maar {higher}", marks(level));
            let help = format!("schrijf hem met {}: sla geen niveau over", marks(above + 1));
            problems.push(text.problem(Rule::SkippedLevel, block, &range, message, help));
        }
        above = level.max(2);
    }
}

fn table_headers(text: &FileText<'_>, problems: &mut Vec<Problem>) {
    for head in text
        .blocks
        .chunk_by(|a, b| a.kind == ProseKind::HeaderCell && b.kind == ProseKind::HeaderCell)
    {
        if head[0].kind != ProseKind::HeaderCell {
            continue;
        }
        let is_empty = |cell: &ProseBlock| cell.text.trim().is_empty() && !cell.pictured;
        let Some(column) = head.iter().position(is_empty) else {
            continue;
        };
        let nameless = head.iter().all(is_empty);
        let message = if nameless {
            "deze tabel heeft geen koppen".to_owned()
        } else {
            format!("kolom {} van deze tabel heeft geen kop", column + 1)
        };
        let help = "zet in de bovenste rij boven elke kolom wat erin staat";
        problems.push(text.problem(
            Rule::NoTableHeader,
            &head[column],
            &inner(&head[column]),
            message,
            help,
        ));
    }
}

fn bold_headings(text: &FileText<'_>, block: &ProseBlock, problems: &mut Vec<Problem>) {
    let range = inner(block);
    let line = &block.text[range.clone()];
    let is_heading = block.kind == ProseKind::Paragraph
        && block.bold
        && !line.contains(['\n', LINE_BREAK])
        && !line.ends_with(['.', '!', '…'])
        && line.split_whitespace().count() <= LONGEST_HEADING;
    if is_heading {
        let help = format!("maak er een kop van: ## {}", line.trim_end_matches(':'));
        problems.push(text.problem(
            Rule::BoldHeading,
            block,
            &range,
            "deze vette regel doet dienst als kop",
            help,
        ));
    }
}

/// Lines in one paragraph, or paragraphs in a row, that each start with a sign of a list.
fn hand_made_lists(text: &FileText<'_>, problems: &mut Vec<Problem>) {
    let is_text = |kind| {
        kind == ProseKind::Quote || kind != ProseKind::Summary && ProseKind::is_running_text(kind)
    };
    let is_paragraph = |kind| {
        matches!(
            kind,
            ProseKind::Paragraph | ProseKind::Quote | ProseKind::Note
        )
    };
    let starts_as_point =
        |block: &ProseBlock| is_paragraph(block.kind) && is_point(block.text.trim_start());
    for group in text
        .blocks
        .chunk_by(|a, b| a.kind == b.kind && starts_as_point(a) && starts_as_point(b))
    {
        let lines = || group[0].text.split(['\n', LINE_BREAK]);
        let is_list = group.len() > 1 || is_text(group[0].kind) && is_list(&group[0].text);
        if is_list {
            let at = lines()
                .find(|line| is_point(line.trim_start()))
                .map_or(0, |line| {
                    line.as_ptr().addr() - group[0].text.as_ptr().addr()
                });
            let range = at..inner(&group[0]).end;
            let help = "begin elke regel met een streepje en een spatie, of met 1. en een spatie, en zet een witregel boven de lijst";
            problems.push(text.problem(
                Rule::HandMadeList,
                &group[0],
                &range,
                "dit lijkt een lijst, maar het is geen lijst",
                help,
            ));
        }
    }
}

/// True if two or more lines of a text start as those of a list do.
pub fn is_list(text: &str) -> bool {
    if text.find('\n').is_none() && text.find(LINE_BREAK).is_none() {
        return false;
    }
    let lines = || text.split(['\n', LINE_BREAK]).map(str::trim_start);
    // One capital may be the initial of a name.
    let has = |letter: char| {
        lines().any(|line| {
            line.strip_prefix(letter)
                .is_some_and(|rest| rest.starts_with([')', '.']))
        })
    };
    lines().filter(|line| is_point(line)).count() > 1 || has('A') && has('B') && has('C')
}

/// True if a line starts as one of a list does: `• een`, `-een`, `a) een`, `2. een`.
fn is_point(line: &str) -> bool {
    if let Some(rest) =
        line.strip_prefix(['•', '·', '●', '▪', '◦', '‣', '–', '—', '-', '*', '→', '✓'])
    {
        return rest.trim_start().starts_with(char::is_alphanumeric);
    }
    let number = line.trim_start_matches('(');
    if ["ii)", "iii)", "iv)", "vi)"]
        .iter()
        .any(|mark| number.starts_with(mark))
    {
        return true;
    }
    let digits = number.len()
        - number
            .trim_start_matches(|c: char| c.is_ascii_digit())
            .len();
    let mark = if digits > 0 {
        digits
    } else {
        usize::from(number.starts_with(|c: char| c.is_ascii_lowercase()))
    };
    let ends = if digits > 0 {
        number[mark..].starts_with(['.', ')'])
    } else {
        number[mark..].starts_with(')')
    };
    let is_word =
        |text: &str| text.starts_with(' ') || digits > 0 && text.starts_with(char::is_alphabetic);
    (1..=2).contains(&mark) && ends && is_word(&number[mark + 1..])
}

fn capitals(
    text: &FileText<'_>,
    block: &ProseBlock,
    tokens: &[WordToken<'_>],
    words: &WordList,
    problems: &mut Vec<Problem>,
) {
    if block.kind == ProseKind::Code {
        return;
    }
    let word = |token: &WordToken<'_>| &block.text[token.range.clone()];
    let is_shouted = |token: &WordToken<'_>| {
        let word = word(token);
        word.chars().all(|c| !c.is_lowercase() && !c.is_numeric())
            && word.chars().filter(|c| c.is_alphabetic()).count() > 1
            && !words.is_name(word)
            && !words.is_known_abbreviation(word)
    };
    for run in tokens
        .split(|token| !is_shouted(token))
        .filter(|run| !run.is_empty())
    {
        let longest = run
            .iter()
            .map(|token| word(token).chars().filter(|c| c.is_alphabetic()).count())
            .max()
            .unwrap_or_default();
        let range = run[0].range.start..run[run.len() - 1].range.end;
        if (run.len() >= SHOUTED_WORDS || longest >= SHOUTED_LETTERS) && !block.is_apart(&range) {
            let help = "schrijf het met kleine letters; is het een naam die zo hoort, zet hem dan bij `names` in de woordenlijst";
            problems.push(text.problem(
                Rule::Capitals,
                block,
                &range,
                "hoofdletters lezen lastig en lijken te schreeuwen",
                help,
            ));
        }
    }
}

fn alternative(alternative: &str, path: &str, place: &Place, problems: &mut Vec<Problem>) {
    /// The ends of the names of files.
    const ENDINGS: &[&str] = &[
        ".jpg", ".jpeg", ".png", ".svg", ".gif", ".webp", ".avif", ".heic", ".pdf", ".doc", ".docx",
    ];
    /// The starts of the names that cameras and programs give to pictures, before a number.
    const CAMERAS: &[&str] = &[
        "dscf",
        "dscn",
        "dsc",
        "img",
        "image",
        "pxl",
        "mvimg",
        "scan",
        "foto",
        "screenshot",
        "schermafbeelding",
    ];
    let name = path.rsplit('/').next().unwrap_or_default().to_lowercase();
    let stem = name
        .rsplit_once('.')
        .map_or(name.as_str(), |(stem, _)| stem);
    let lower = alternative.to_lowercase();
    let is_stem =
        lower == stem && stem.contains(|c: char| c == '-' || c == '_' || c.is_ascii_digit());
    let is_one_word = !lower.contains(char::is_whitespace);
    let is_numbered = CAMERAS
        .iter()
        .filter_map(|camera| lower.strip_prefix(camera))
        .any(|number| {
            let is_number = number
                .chars()
                .all(|c| c.is_ascii_digit() || matches!(c, '_' | '-' | ' ' | '(' | ')'));
            is_number && number.chars().filter(char::is_ascii_digit).count() > 2
        });
    if is_stem
        || lower == name
        || is_numbered
        || is_one_word && ENDINGS.iter().any(|ending| lower.ends_with(ending))
    {
        let message = format!("de beschrijving `{alternative}` is de naam van een bestand");
        problems.push(Problem::new(
            place.clone(),
            Rule::FileNameAlternative,
            message,
            "schrijf wat er op het beeld te zien is",
        ));
    }
}
