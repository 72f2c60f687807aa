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
