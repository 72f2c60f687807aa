//! Curly quotes: the finishing touch where the Markdown parser has put them already, and all of it
//! in titles, which it does not see. And numbers, which do not break from their unit or month.

/// Words that Dutch writes with an apostrophe in front: `'s avonds`, `'t`, `'n`.
const CLIPPED: &[&str] = &["s", "t", "n", "m", "k", "r", "ns"];

/// Words that multiply the number before them, and that may have a unit of their own.
const SCALES: &[&str] = &[
    "miljoen",
    "miljard",
    "million",
    "billion",
    "Million",
    "Millionen",
    "Milliarde",
    "Milliarden",
];

/// Units that stay with the number before them.
const UNITS: &[&str] = &[
    "euro",
    "euros",
    "Euro",
    "procent",
    "percent",
    "Prozent",
    "%",
    "km",
    "m",
    "ha",
    "kilo",
    "kg",
    "kWh",
    "TWh",
    "kilometer",
    "Kilometer",
    "meter",
    "Meter",
    "hectare",
    "Hektar",
    "kilometres",
];

/// Months, in the languages of sites, as they stand in a date.
const MONTHS: &[&str] = &[
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
    "Januar",
    "Februar",
    "März",
    "Mai",
    "Juni",
    "Juli",
    "Oktober",
    "Dezember",
];

/// A line of plain text, such as a title, with curly apostrophes and single quotes: `Thema's`
/// becomes `Thema’s`.
pub fn line(text: String, language: &str) -> String {
    let mut text = text;
    numbers(&mut text);
    let is_german = language == "de";
    let has_quotes = text.contains('\'') || is_german && text.contains('"');
    if !has_quotes {
        return text;
    }
    let mut curly = String::with_capacity(text.len() + 2);
    for (at, c) in text.char_indices() {
        let opens = curly
            .chars()
            .next_back()
            .is_none_or(|before| before.is_whitespace() || "([–“".contains(before));
        let quote = match c {
            '\'' if opens => '‘',
            '\'' => '’',
            '"' if is_german && opens => '“',
            '"' if is_german => '”',
            c => {
                curly.push(c);
                continue;
            }
        };
        let behind = &text[at + c.len_utf8()..];
        curly.push(self::quote(quote, ["", &curly], behind, language));
    }
    if language == "nl" {
        dutch(&mut curly);
    }
    curly
}

/// A quote that was typed straight and read as this one, as the language writes it between what
/// stands before and behind it: `„so“` and `‚so‘` in German. Behind a number it opens nothing: it
/// is a measure, `24″`, or it closes.
pub fn quote(quote: char, before: [&str; 2], behind: &str, language: &str) -> char {
    let is_german = language == "de";
    let (open, close, measure) = match quote {
        '“' | '”' if is_german => ('„', '“', '″'),
        '“' | '”' => ('“', '”', '″'),
        '‘' | '’' if is_german => ('‚', '‘', '′'),
        _ => ('‘', '’', '′'),
    };
    let last = |text: &str| {
        let at = text.rfind([open, close])?;
        Some(text[at..].starts_with(open))
    };
    let [earlier, near] = before;
    let is_open = last(near).or_else(|| last(earlier)).unwrap_or_default();
    let character_before = near
        .chars()
        .next_back()
        .or_else(|| earlier.chars().next_back());
    let opens = matches!(quote, '“' | '‘');
    if opens && character_before.is_some_and(|c| c.is_ascii_digit()) {
        return if is_open { close } else { measure };
    }
    let in_word = behind.starts_with(char::is_alphanumeric)
        && character_before.is_some_and(char::is_alphanumeric);
    match quote {
        '“' | '‘' => open,
        '’' if in_word || !is_open => '’',
        _ => close,
    }
}

/// Binds numbers to what is counted, `€ 5`, `38 miljoen euro`, `64 procent`, and days to their
/// month and year: `2 maart 2022`.
pub fn numbers(text: &mut String) {
    if !text.contains(' ') || !text.bytes().any(|byte| byte.is_ascii_digit()) {
        return;
    }
    let mut bound = String::with_capacity(text.len() + 8);
    // True where the word before belongs to an amount that may go on.
    let mut is_amount = false;
    let mut before = "";
    for (number, word) in text.split(' ').enumerate() {
        let unit = word.trim_end_matches(['.', ',', ';', ':', ')', '!', '?']);
        let is_scale = SCALES.contains(&unit);
        let is_number = before.ends_with(|c: char| c.is_ascii_digit());
        let goes_on = (is_number || is_amount) && (is_scale || UNITS.contains(&unit))
            || before.ends_with('€') && unit.starts_with(|c: char| c.is_ascii_digit())
            || is_day(before) && MONTHS.contains(&unit)
            || MONTHS.contains(&before) && is_year(unit);
        if number > 0 {
            bound.push(if goes_on { '\u{a0}' } else { ' ' });
        }
        bound.push_str(word);
        is_amount = goes_on && is_scale && unit == word;
        before = word;
    }
    *text = bound;
}

/// True for the day of a date, with what stands in front of it: `2`, `(2`, and in German `2.`.
fn is_day(word: &str) -> bool {
    let digits = word.trim_start_matches('(').trim_end_matches('.');
    (1..=2).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit())
}

fn is_year(word: &str) -> bool {
    word.len() == 4 && word.bytes().all(|byte| byte.is_ascii_digit())
}

/// Turns an opening quote that is really a Dutch apostrophe into one: `‘s avonds` becomes `’s
/// avonds`, `‘68` becomes `’68`.
pub fn dutch(text: &mut String) {
    if text.is_ascii() || !text.contains('‘') {
        return;
    }
    let mut fixed = String::with_capacity(text.len());
    let mut rest = text.as_str();
    while let Some(at) = rest.find('‘') {
        let after = &rest[at + '‘'.len_utf8()..];
        let word_end = after
            .find(|c: char| !c.is_alphanumeric())
            .unwrap_or(after.len());
        let word = &after[..word_end];
        let clipped = CLIPPED.contains(&word.to_lowercase().as_str());
        let year = word.len() == 2 && word.bytes().all(|byte| byte.is_ascii_digit());
        fixed.push_str(&rest[..at]);
        fixed.push(if clipped || year { '’' } else { '‘' });
        rest = after;
    }
    fixed.push_str(rest);
    *text = fixed;
}
