//! The rendering of templates.

use askama::Template;

use crate::html::Html;

const RENDERS: &str = "a template prints finished values into memory, which does not fail";

pub fn render_template(template: &impl Template) -> String {
    template.render().expect(RENDERS)
}

/// Renders a template that is part of others.
pub fn render_fragment(template: &impl Template) -> Html {
    Html::from_markup(render_template(template))
}
