//! A picture as a page shows it: in the sizes in which it can be had, of which a browser takes the
//! one that fits its screen.

use std::sync::Arc;

use crate::html::{Html, push_escaped};
use crate::pictures::SizeFormat;
use crate::route::Route;
use crate::snapshot::derived::DerivedFile;

/// A picture that goes with a page.
#[derive(Clone, Debug)]
pub struct PictureView {
    pub address: Route,
    pub alternative: String,
    /// Width and height in CSS pixels, where they can be told.
    pub size: Option<(u32, u32)>,
    pub sizes: Option<SizesView>,
}

/// A picture in another size than its own.
#[derive(Clone)]
pub struct PictureSize {
    /// In dots.
    pub width: u32,
    pub format: SizeFormat,
    pub address: Route,
    pub derived: Arc<DerivedFile>,
}

/// The sizes in which a picture can be had.
#[derive(Clone, Debug)]
pub struct SizesView {
    format: SizeFormat,
    /// Each with its address and width: `/beeld/foto.320.jpg 320w, /beeld/foto.640.jpg 640w`.
    srcset: String,
    largest: Route,
}

/// The place of a picture on a page, which says how wide it is there.
struct Place {
    /// With a space in front, and empty where it has none.
    class: &'static str,
    sizes: &'static str,
    is_lazy: bool,
}

/// The width of a text, as `--measure` in the style sheet: more exact would be different for each
/// font.
const MEASURE: &str = "(min-width: 45rem) 40rem, 100vw";

/// The width of a picture that waits until it is near the screen: by then a browser knows how wide
/// it is.
const KNOWN_OR_MEASURE: &str = "auto, (min-width: 45rem) 40rem, 100vw";
const KNOWN_OR_THUMBNAIL: &str = "auto, 9rem";

impl PictureView {
    /// Above the text of a page.
    pub fn above_text(&self) -> Html {
        let place = Place {
            class: " class=\"picture\"",
            sizes: MEASURE,
            is_lazy: false,
        };
        Html::from_markup(self.image(&place, &self.alternative))
    }

    /// In a list, where it only decorates: the link beside it says it all.
    pub fn in_list(&self) -> Html {
        let place = Place {
            class: "",
            sizes: KNOWN_OR_THUMBNAIL,
            is_lazy: true,
        };
        Html::from_markup(self.image(&place, ""))
    }

    /// In the text of a page.
    pub fn in_text(&self) -> String {
        let place = Place {
            class: "",
            sizes: KNOWN_OR_MEASURE,
            is_lazy: true,
        };
        self.image(&place, &self.alternative)
    }

    /// In a text that is read elsewhere, below this address.
    pub fn elsewhere(&self, base: &str) -> String {
        let plain = PictureView {
            sizes: None,
            ..self.clone()
        };
        plain
            .in_text()
            .replacen("src=\"", &format!("src=\"{base}"), 1)
    }

    fn image(&self, place: &Place, alternative: &str) -> String {
        let mut html = String::new();
        let sizes = self.sizes.as_ref();
        // A browser that does not know the format of the sizes shows the picture itself.
        let other_format = sizes.filter(|sizes| sizes.format == SizeFormat::WebP);
        if let Some(SizesView { srcset, .. }) = other_format {
            let sizes = place.sizes;
            html += &format!(
                "<picture><source type=\"image/webp\" srcset=\"{srcset}\" sizes=\"{sizes}\">"
            );
        }
        html += &format!("<img{} ", place.class);
        match sizes.filter(|_| other_format.is_none()) {
            Some(SizesView {
                srcset, largest, ..
            }) => {
                let sizes = place.sizes;
                html += &format!("src=\"{largest}\" srcset=\"{srcset}\" sizes=\"{sizes}\"");
            }
            None => html += &format!("src=\"{}\"", self.address),
        }
        html += " alt=\"";
        push_escaped(&mut html, alternative);
        html.push('"');
        if let Some((width, height)) = self.size {
            html += &format!(" width=\"{width}\" height=\"{height}\"");
        }
        if place.is_lazy {
            html += " loading=\"lazy\"";
        }
        html += " decoding=\"async\">";
        if other_format.is_some() {
            html += "</picture>";
        }
        html
    }
}

impl SizesView {
    /// The view of the sizes that there are, the largest of which is the last.
    pub fn of(sizes: &[PictureSize]) -> Option<Self> {
        let largest = sizes.last()?;
        let each = sizes
            .iter()
            .map(|size| format!("{} {}w", size.address, size.width));
        Some(SizesView {
            format: largest.format,
            srcset: each.collect::<Vec<_>>().join(", "),
            largest: largest.address.clone(),
        })
    }
}
