//! HTML as a parser reads it.

use tl::{HTMLTag, NodeHandle, ParserOptions, VDom};

/// A page, or a piece of one.
pub struct Document<'a> {
    html: &'a str,
    dom: VDom<'a>,
}

impl<'a> Document<'a> {
    pub fn parse(html: &'a str) -> Self {
        let dom = tl::parse(html, ParserOptions::default()).expect("HTML that can be parsed");
        Document { html, dom }
    }

    fn tags<'b>(&'b self, selector: &'b str) -> impl Iterator<Item = &'b HTMLTag<'a>> {
        let parser = self.dom.parser();
        self.dom
            .query_selector(selector)
            .expect("a selector that can be parsed")
            .filter_map(|handle: NodeHandle| handle.get(parser)?.as_tag())
    }

    /// The number of elements that a selector finds.
    pub fn count(&self, selector: &str) -> usize {
        self.tags(selector).count()
    }

    /// The HTML of the first element that a selector finds, with its own tags.
    pub fn outer(&self, selector: &str) -> Option<&'a str> {
        let (start, end) = self.tags(selector).next()?.boundaries(self.dom.parser());
        self.html.get(start..=end)
    }

    /// The HTML within the first element that a selector finds.
    pub fn inner(&self, selector: &str) -> Option<&'a str> {
        let outer = self.outer(selector)?;
        Some(&outer[outer.find('>')? + 1..outer.rfind("</")?])
    }

    /// The text of each element that a selector finds.
    pub fn texts(&self, selector: &str) -> Vec<String> {
        let parser = self.dom.parser();
        self.tags(selector)
            .map(|tag| tag.inner_text(parser).trim().to_owned())
            .collect()
    }

    /// The values of an attribute of the elements that a selector finds.
    pub fn attributes(&self, selector: &str, name: &str) -> Vec<String> {
        self.tags(selector)
            .filter_map(|tag| Some(tag.attributes().get(name)??.as_utf8_str().into_owned()))
            .collect()
    }
}
