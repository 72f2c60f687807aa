//! The page with the alerts that are over.

use askama::Template;

use crate::outputs::generated::frame;
use crate::outputs::layout::{self, NavState, PageLayout};
use crate::outputs::renderer::RenderContext;
use crate::outputs::template::render_template;
use crate::outputs::view::{PageHeader, PastAlert, Time};
use crate::route::Route;
use crate::site::SiteAlert;

#[derive(Template)]
#[template(path = "alerts.html")]
struct AlertsPage {
    layout: PageLayout,
    header: PageHeader,
    past: Vec<PastAlert>,
}

/// The alerts that are over, below all those that are not.
pub fn render(cx: &RenderContext<'_>, route: &Route) -> String {
    let (layout, header) = frame(cx, route, "alerts");
    let live = cx.layout.alerts.iter();
    let past = cx.site.alerts.past.iter();
    render_template(&AlertsPage {
        layout: PageLayout {
            alerts: live.map(|alert| alert.view.clone()).collect(),
            ..layout
        },
        header,
        past: past.map(|of| past_alert(cx, of)).collect(),
    })
}

fn past_alert(cx: &RenderContext<'_>, of: &SiteAlert<'_>) -> PastAlert {
    let (zone, visibility) = (&cx.site.config.time_zone, &of.alert.visibility);
    let time = |moment| Time::at(moment, zone, cx.text());
    PastAlert {
        alert: layout::alert(cx.site, of, 0, cx.text()),
        from: visibility.publish.map(time),
        until: visibility.expires.map(time),
    }
}
