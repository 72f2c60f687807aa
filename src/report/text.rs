//! The report for people: the worst first, rule by rule, each problem with its line and its remedy.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use unicode_width::UnicodeWidthStr;

use crate::message;
use crate::message::Message;
use crate::problem::{Excerpt, Problem, Readability, Report};
use crate::report::{
    Extent, counts, hidden_count, hidden_line, seen_by_error, seen_message, shown,
};
use crate::rule::{Rule, Severity};
use crate::source::is_invisible;

/// The number of problems of one rule that a capped report shows.
fn cap(severity: Severity) -> usize {
    match severity {
        Severity::Error => 20,
        Severity::Warning => 10,
        Severity::Tip => 5,
    }
}

/// The length of the line that is shown, and of its part before the place, in characters.
const WIDTH: usize = 100;
const BEFORE: usize = 40;

/// The number of the hardest pages that are named.
const HARDEST: usize = 3;

/// The number of the files with the most problems that are named.
const WORST: usize = 5;

pub fn write(report: &Report, content: &Path, extent: Extent) -> String {
    let mut out = String::new();
    let groups = groups(report);
    let mut left_out = push_hidden(&mut out, report, content, extent);
    for ((severity, rule), problems) in &groups {
        let most = match extent {
            Extent::All => problems.len(),
            Extent::Capped => cap(*severity),
        };
        let (first, rest) = sample(problems, most);
        for problem in first {
            push_problem(&mut out, problem, report.language, content);
            if let Some(seen) = seen_by_error(report, problem) {
                out += &format!("  {}\n", seen_message(seen).in_language(report.language));
            }
        }
        if !rest.is_empty() {
            left_out = true;
            let files: BTreeSet<&str> = rest.iter().map(|problem| &*problem.place.file).collect();
            let (count, files, rule) = (rest.len(), files.len(), rule.to_string());
            let more = message!("report-more-of-rule", count, rule, files);
            push_line(&mut out, report, &more);
        }
    }
    if left_out {
        push_overview(&mut out, report, &groups);
        push_worst(&mut out, report, content);
    }
    push_readability(&mut out, report, content, extent);
    for note in &report.notes {
        push_line(&mut out, report, note);
    }
    push_summary(&mut out, report);
    out
}

fn push_line(out: &mut String, report: &Report, line: &Message) {
    *out += &line.in_language(report.language);
    out.push('\n');
}

/// The pages that cannot be shown, before all else. True if some are left out.
fn push_hidden(out: &mut String, report: &Report, content: &Path, extent: Extent) -> bool {
    let most = match extent {
        Extent::All => usize::MAX,
        Extent::Capped => cap(Severity::Error),
    };
    for page in report.hidden.iter().take(most) {
        push_line(out, report, &hidden_line(page, &shown(&page.file, content)));
    }
    let rest = report.hidden.len().saturating_sub(most);
    if rest > 0 {
        push_line(out, report, &message!("report-more-hidden", count = rest));
    }
    rest > 0
}

/// The problems by rule, the worst first, in the order of the codes.
fn groups(report: &Report) -> BTreeMap<(Severity, Rule), Vec<&Problem>> {
    let mut groups: BTreeMap<(Severity, Rule), Vec<&Problem>> = BTreeMap::new();
    for problem in report.problems() {
        groups
            .entry((problem.severity, problem.rule))
            .or_default()
            .push(problem);
    }
    groups
}

/// So many problems, from each folder in turn so that each editor finds some of their own, and
/// those that are left.
fn sample<'r>(problems: &[&'r Problem], most: usize) -> (Vec<&'r Problem>, Vec<&'r Problem>) {
    let mut met: BTreeMap<&str, usize> = BTreeMap::new();
    let mut turns: Vec<(usize, usize)> = Vec::new();
    for (at, problem) in problems.iter().enumerate() {
        let (folder, _) = problem.place.file.rsplit_once('/').unwrap_or_default();
        let turn = met.entry(folder).or_default();
        turns.push((*turn, at));
        *turn += 1;
    }
    turns.sort_unstable();
    turns.truncate(most);
    let taken: BTreeSet<usize> = turns.into_iter().map(|(_, at)| at).collect();
    let all = problems.iter().enumerate();
    let (first, rest): (Vec<_>, Vec<_>) = all.partition(|(at, _)| taken.contains(at));
    let problems =
        |all: Vec<(usize, &&'r Problem)>| all.into_iter().map(|(_, problem)| *problem).collect();
    (problems(first), problems(rest))
}

fn push_problem(out: &mut String, problem: &Problem, language: &str, content: &Path) {
    let (place, (said, help)) = (&problem.place, problem.lines(language));
    *out += &format!(
        "{}:{}:{}: {said}\n",
        shown(&place.file, content),
        place.line,
        place.column
    );
    if let Some(excerpt) = problem
        .excerpt
        .as_ref()
        .filter(|excerpt| !is_frame(&excerpt.text))
    {
        push_excerpt(out, problem, excerpt);
    }
    *out += &format!("  {help}\n");
}

/// True if a line is only where a file starts: a problem there is about the file as a whole.
fn is_frame(line: &str) -> bool {
    ["", "+++"].contains(&line.trim()) || line.starts_with("# ")
}

/// The line of a problem, with the place marked. Of a long line the part around the place.
fn push_excerpt(out: &mut String, problem: &Problem, excerpt: &Excerpt) {
    let characters: Vec<char> = excerpt
        .text
        .chars()
        .map(|c| {
            if c.is_control() || is_invisible(c) {
                ' '
            } else {
                c
            }
        })
        .collect();
    let at = problem.place.column.saturating_sub(excerpt.start);
    if at >= characters.len() {
        return;
    }
    let length = if problem.length > 0 {
        problem.length
    } else {
        marked_length(&characters[at..])
    };
    let is_short = excerpt.start == 1 && excerpt.is_whole && characters.len() <= WIDTH;
    let start = if is_short {
        0
    } else {
        at.saturating_sub(BEFORE)
    };
    let end = characters.len().min(start + WIDTH);
    let number = problem.place.line.to_string();
    let part: String = characters[start..end].iter().collect();
    let before = if start > 0 || excerpt.start > 1 {
        "…"
    } else {
        ""
    };
    let after = if end < characters.len() || !excerpt.is_whole {
        "…"
    } else {
        ""
    };
    *out += &format!("{number:>5} | {before}{}{after}\n", part.trim_end());
    // A terminal shows some characters in two columns, and others in none.
    let width = |part: &[char]| part.iter().collect::<String>().width();
    let indent = before.chars().count() + width(&characters[start..at]);
    let marks = width(&characters[at..end.min(at + length)]).max(1);
    *out += &format!("      | {}{}\n", " ".repeat(indent), "^".repeat(marks));
}

/// The length of the text between quotes, the link or the word that starts here.
fn marked_length(rest: &[char]) -> usize {
    let until = |close: char| {
        rest.iter()
            .skip(1)
            .position(|c| *c == close)
            .map(|at| at + 2)
    };
    let end = match rest[0] {
        '"' => until('"'),
        '[' => until(']'),
        '!' if rest.get(1) == Some(&'[') => until(']'),
        '<' => until('>'),
        _ => None,
    };
    end.unwrap_or_else(|| {
        rest.iter()
            .take_while(|c| c.is_alphanumeric() || "-_./:`".contains(**c))
            .count()
    })
    .max(1)
}

/// The number of problems of each rule, for a report that does not show all.
fn push_overview(
    out: &mut String,
    report: &Report,
    groups: &BTreeMap<(Severity, Rule), Vec<&Problem>>,
) {
    out.push('\n');
    push_line(out, report, &message!("report-by-rule"));
    for ((severity, rule), problems) in groups {
        let severity = severity.word().in_language(report.language);
        *out += &format!("{:>7}  {severity}: {rule}\n", problems.len());
    }
    out.push('\n');
}

/// The files with the most problems, the gravest first.
fn push_worst(out: &mut String, report: &Report, content: &Path) {
    let mut files: BTreeMap<&str, [usize; 3]> = BTreeMap::new();
    for problem in report.problems() {
        let of_file = files.entry(&problem.place.file).or_default();
        of_file[problem.severity as usize] += 1;
    }
    let mut worst: Vec<_> = files.into_iter().collect();
    worst.sort_by_key(|(_, counts)| Reverse(*counts));
    push_line(out, report, &message!("report-worst-files"));
    for (file, [errors, warnings, tips]) in worst.into_iter().take(WORST) {
        let counts = counts(errors, warnings, tips).expect("a file with problems");
        let counts = counts.in_language(report.language);
        *out += &format!(
            "{:>7}  {}: {counts}\n",
            errors + warnings + tips,
            shown(file, content)
        );
    }
    out.push('\n');
}

/// The readability scores, with the hardest pages, or with all of them.
fn push_readability(out: &mut String, report: &Report, content: &Path, extent: Extent) {
    let readability = &report.readability;
    if readability.is_empty() {
        return;
    }
    #[expect(clippy::cast_precision_loss, reason = "no site has so many pages")]
    let mean = |of: fn(&Readability) -> f64| {
        readability.iter().map(of).sum::<f64>() / readability.len() as f64
    };
    let flesch_douma = format!("{:.0}", mean(|page| page.flesch_douma));
    let brouwer = format!("{:.0}", mean(|page| page.brouwer));
    let means = message!("report-readability", flesch_douma, brouwer);
    push_line(out, report, &means);
    let mut hardest: Vec<_> = readability.iter().collect();
    hardest.sort_by(|a, b| {
        a.flesch_douma
            .total_cmp(&b.flesch_douma)
            .then_with(|| a.file.cmp(&b.file))
    });
    if extent == Extent::Capped {
        hardest.truncate(HARDEST);
    }
    for page in hardest {
        *out += &format!(
            "{:>5.0} {:>4.0}  {}\n",
            page.flesch_douma,
            page.brouwer,
            shown(&page.file, content)
        );
    }
    push_line(out, report, &message!("report-readability-note"));
}

fn push_summary(out: &mut String, report: &Report) {
    let counts = counts(
        report.count(Severity::Error),
        report.count(Severity::Warning),
        report.count(Severity::Tip),
    );
    let summary = message!(
        "report-summary",
        counts = counts.unwrap_or_else(|| message!("no-errors")),
        files = report.files.len(),
        exempted = report.exempted,
        hidden = hidden_count(report),
    );
    push_line(out, report, &summary);
}
