//! Postcodes, by which a resident finds the page of a place.

use std::ops::RangeInclusive;

/// Some neighbouring postcodes, as a page names them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Postcodes {
    /// The numbers from the first to the last, of so many digits: Dutch ones have four, without
    /// their letters; Belgian and Austrian ones four; German ones five.
    Numbers(usize, RangeInclusive<u32>),
    /// The first half of a British postcode, such as `HS1`.
    District(String),
}

impl Postcodes {
    /// Postcodes as they are written: `7650-7669`, `48143` or `HS1`.
    pub fn parse(written: &str) -> Option<Self> {
        if written.starts_with(|c: char| c.is_ascii_alphabetic()) {
            let is_district = (2..=4).contains(&written.len())
                && written.bytes().all(|byte| byte.is_ascii_alphanumeric())
                && written.bytes().any(|byte| byte.is_ascii_digit());
            return is_district.then(|| Postcodes::District(written.to_ascii_uppercase()));
        }
        let (first, last) = written.split_once('-').unwrap_or((written, written));
        let (first, last) = (first.trim(), last.trim());
        let (from, to) = (number(first)?, number(last)?);
        (first.len() == last.len() && from <= to)
            .then_some(Postcodes::Numbers(first.len(), from..=to))
    }

    /// True where the postcode that a resident typed is one of these.
    pub fn contains(&self, asked: &str) -> bool {
        let asked: String = asked.split_whitespace().collect();
        match self {
            Postcodes::Numbers(digits, range) => numbers_of(&asked).is_some_and(|asked| {
                asked.len() == *digits
                    && number(asked).is_some_and(|number| range.contains(&number))
            }),
            Postcodes::District(district) => {
                // The second half of a British postcode has three characters.
                let whole = [asked.len(), asked.len().saturating_sub(3)];
                whole.contains(&district.len())
                    && asked.to_ascii_uppercase().starts_with(district.as_str())
            }
        }
    }
}

/// True for what can be nothing but a postcode of figures: `7651`, `7651 AB`, `48143`.
pub fn is_postcode(asked: &str) -> bool {
    let asked: String = asked.split_whitespace().collect();
    numbers_of(&asked).and_then(number).is_some()
}

/// The figures of a postcode, which two letters may follow.
fn numbers_of(asked: &str) -> Option<&str> {
    let figures = asked.trim_end_matches(char::is_alphabetic);
    matches!(asked[figures.len()..].chars().count(), 0 | 2).then_some(figures)
}

/// The number of four or five figures.
fn number(figures: &str) -> Option<u32> {
    let is_number = matches!(figures.len(), 4 | 5) && figures.bytes().all(|b| b.is_ascii_digit());
    is_number.then(|| figures.parse().ok())?
}
