//! The links through a list of several pages.

/// The number of pages that are offered before and after the current one.
const NEIGHBOURS: usize = 2;

/// The links through a list of several pages.
pub struct Pager {
    pub previous: Option<String>,
    pub next: Option<String>,
    pub steps: Vec<PagerStep>,
}

/// One link: the first page, the last, and those around the current one.
pub enum PagerStep {
    Current(usize),
    Page {
        number: usize,
        href: String,
    },
    /// Some pages are left out here, so that a long list does not stand on each of its own pages.
    Gap,
}

impl Pager {
    /// The pager on one page of a list, where `href` is the address of each page.
    pub fn new(current: usize, last: usize, href: impl Fn(usize) -> String) -> Self {
        Pager {
            previous: (current > 1).then(|| href(current - 1)),
            next: (current < last).then(|| href(current + 1)),
            steps: steps(current, last, href),
        }
    }
}

fn steps(current: usize, last: usize, href: impl Fn(usize) -> String) -> Vec<PagerStep> {
    let step = |number: usize| {
        if number == current {
            PagerStep::Current(number)
        } else {
            PagerStep::Page {
                number,
                href: href(number),
            }
        }
    };
    let mut numbers: Vec<usize> = (current.saturating_sub(NEIGHBOURS)..=current + NEIGHBOURS)
        .filter(|number| (2..last).contains(number))
        .collect();
    numbers.insert(0, 1);
    numbers.extend((last > 1).then_some(last));
    let mut steps = Vec::new();
    let mut before = 0;
    for number in numbers {
        // A gap of one page is no shorter than that page.
        match number - before {
            0 | 1 => {}
            2 => steps.push(step(before + 1)),
            _ => steps.push(PagerStep::Gap),
        }
        steps.push(step(number));
        before = number;
    }
    steps
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(current: usize, count: usize, expected: &str) {
        let shown = |step: &PagerStep| match step {
            PagerStep::Current(number) => format!("[{number}]"),
            PagerStep::Page { number, .. } => number.to_string(),
            PagerStep::Gap => "…".to_owned(),
        };
        assert_eq!(
            steps(current, count, |number| number.to_string())
                .iter()
                .map(shown)
                .collect::<Vec<_>>()
                .join(" "),
            expected
        );
    }

    #[test]
    fn a_pager_is_as_long_for_a_thousand_pages_as_for_ten() {
        check(1, 1, "[1]");
        check(2, 5, "1 [2] 3 4 5");
        check(1, 9, "[1] 2 3 … 9");
        check(5, 9, "1 2 3 4 [5] 6 7 8 9");
        check(500, 1000, "1 … 498 499 [500] 501 502 … 1000");
        check(1000, 1000, "1 … 998 999 [1000]");
    }
}
