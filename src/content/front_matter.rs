//! The lines between `+++` at the top of a file: what an editor may write there, and what it means.

use std::ops::Range;

use serde::Deserialize;
use toml::Spanned;
use toml::value::Datetime;

use crate::config::Config;
use crate::content::page::{
    Citation, Contact, Download, Image, Inhabitants, Kind, LocatedName, Municipality, Theme,
    Visibility,
};
use crate::content::typography;
use crate::content::values::{is_email_address, is_phone_number, is_web_address};
use crate::date::{self, Date};
use crate::problem::Report;
use crate::route::is_slug;
use crate::rule::Rule;
use crate::source::{Place, Source};
use crate::toml_file::{self, ParseState, Read};

/// What stands for the summary of a new page until an editor writes one. A page that is no draft cannot keep it.
pub const NO_SUMMARY: &str = "Vul hier in wat de lezer op deze pagina vindt.";

/// Every key that front matter knows. The editor's guide (`content/LEESMIJ.md`) has the same list.
#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct RawFrontMatter {
    title: Option<Spanned<String>>,
    summary: Option<Spanned<String>>,
    date: Option<Spanned<Datetime>>,
    updated: Option<Spanned<Datetime>>,
    publish: Option<Spanned<Datetime>>,
    expires: Option<Spanned<Datetime>>,
    draft: Option<bool>,
    themes: Option<Vec<Spanned<String>>>,
    municipalities: Option<Vec<Spanned<String>>>,
    sources: Option<Vec<Spanned<RawCitation>>>,
    image: Option<Spanned<String>>,
    alt: Option<String>,
    former: Option<Vec<Spanned<String>>>,
    successor: Option<Spanned<String>>,
    translates: Option<Spanned<String>>,
    review: Option<Spanned<Datetime>>,
    owner: Option<String>,
    brief: Option<Vec<Spanned<String>>>,
    downloads: Option<Vec<Spanned<RawDownload>>>,
    contacts: Option<Vec<Spanned<RawContact>>>,
    // themes and questions
    order: Option<Spanned<u32>>,
    hue: Option<Spanned<String>>,
    emblem: Option<Spanned<String>>,
    // municipalities
    seat: Option<Spanned<String>>,
    places: Option<Spanned<Vec<String>>>,
    area: Option<Spanned<f64>>,
    website: Option<Spanned<String>>,
    code: Option<Spanned<String>>,
    outline: Option<Spanned<Vec<[f64; 2]>>>,
    inhabitants: Option<Spanned<RawInhabitants>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct RawCitation {
    title: Option<String>,
    address: Option<Spanned<String>>,
    date: Option<Spanned<Datetime>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct RawDownload {
    title: Option<String>,
    file: Option<Spanned<String>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct RawContact {
    name: Option<String>,
    #[serde(default)]
    address: Vec<String>,
    phone: Option<Spanned<String>>,
    email: Option<Spanned<String>>,
    website: Option<Spanned<String>>,
    hours: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct RawInhabitants {
    number: Option<u32>,
    date: Option<Spanned<Datetime>>,
    source: Option<String>,
}

/// The checked front matter of one file.
pub struct FrontMatter {
    /// Whether a page can be made with it. Otherwise what is wrong or missing has a value that means nothing.
    pub sound: bool,
    pub kind: Kind,
    pub title: String,
    pub summary: String,
    pub title_place: Place,
    pub summary_place: Place,
    pub date: Option<Date>,
    pub updated: Option<Date>,
    pub visibility: Visibility,
    pub themes: Vec<LocatedName>,
    pub municipalities: Vec<LocatedName>,
    pub citations: Vec<Citation>,
    pub image: Option<Image>,
    pub aliases: Vec<LocatedName>,
    pub replaced_by: Option<LocatedName>,
    pub translates: Option<LocatedName>,
    pub review_by: Option<Date>,
    pub owner: Option<String>,
    pub key_points: Vec<String>,
    pub downloads: Vec<Download>,
    pub contacts: Vec<Contact>,
}

/// What the folder and the name of a file say of its kind, before it is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    Home,
    Page,
    NewsList,
    News { date: Date },
    ThemeList,
    Theme,
    MunicipalityList,
    Municipality,
    TermList,
    Term,
    QuestionList,
    Question,
}

/// The TOML of the front matter and the Markdown behind it, as ranges of the text.
pub struct Parts {
    pub front_matter: Range<usize>,
    pub body: Range<usize>,
}

/// Finds the front matter. `None`, with a problem reported, where the file has none.
pub fn split(source: &Source, report: &mut Report) -> Option<Parts> {
    const HELP: &str =
        "begin het bestand met een regel +++, dan de kopregels, dan weer een regel +++";
    let text = &*source.text;
    let start = if text.starts_with('\u{feff}') {
        '\u{feff}'.len_utf8()
    } else {
        0
    };
    let mut lines = Lines { text, at: start };
    if lines
        .next()
        .is_none_or(|line| text[line].trim_end() != "+++")
    {
        report.add(
            source.start(),
            Rule::NoFrontMatter,
            "het bestand begint niet met kopregels",
            HELP,
        );
        return None;
    }
    let front_start = lines.at;
    while let Some(line) = lines.next() {
        if text[line.clone()].trim_end() == "+++" {
            return Some(Parts {
                front_matter: front_start..line.start,
                body: lines.at..text.len(),
            });
        }
    }
    report.add(
        source.start(),
        Rule::NoFrontMatter,
        "de kopregels hebben geen einde",
        HELP,
    );
    None
}

/// The lines of a text as ranges, without their line ends.
struct Lines<'a> {
    text: &'a str,
    at: usize,
}

impl Iterator for Lines<'_> {
    type Item = Range<usize>;

    fn next(&mut self) -> Option<Range<usize>> {
        if self.at >= self.text.len() {
            return None;
        }
        let start = self.at;
        let end = self.text[start..]
            .find('\n')
            .map_or(self.text.len(), |newline| start + newline);
        self.at = (end + 1).min(self.text.len());
        Some(start..end)
    }
}

/// Where the text begins of a file whose front matter has no beginning or no end: behind all that looks like front matter.
pub fn body_without_end(source: &Source) -> Range<usize> {
    let text = &*source.text;
    let is_front = |line: &str| {
        let line = line.trim();
        let is_entry = line
            .split_once(['=', ':'])
            .is_some_and(|(key, _)| !key.trim().is_empty() && !key.trim().contains(' '));
        line.is_empty()
            || line == "+++"
            || line == "---"
            || is_entry
            || line.starts_with(['[', ']', '"', '{', '}'])
    };
    let mut lines = Lines { text, at: 0 };
    let start = lines
        .by_ref()
        .find(|line| !is_front(text[line.clone()].trim_start_matches('\u{feff}')))
        .map_or(text.len(), |line| line.start);
    start..text.len()
}

/// Reads the front matter of a file of the given form. What is wrong with it goes to the report.
pub fn read(
    source: &Source,
    range: Range<usize>,
    form: Form,
    config: &Config,
    report: &mut Report,
) -> FrontMatter {
    let start = range.start;
    let Some(Read {
        raw,
        reported_keys,
        state,
    }) = toml_file::read::<RawFrontMatter>(source, range, report)
    else {
        return FrontMatter::unreadable(source);
    };
    let mut check = Check {
        source,
        start,
        config,
        report,
        reported_keys,
        sound: state == ParseState::Ok,
    };
    check.keys_of_other_kinds(&raw, form);
    let (title_place, summary_place) = (check.place(&raw.title), check.place(&raw.summary));
    let title = check.text("title", raw.title);
    let summary = check.text("summary", raw.summary);
    let date = raw.date.as_ref().and_then(|date| check.day(date));
    let updated = raw.updated.as_ref().and_then(|date| check.day(date));
    if let (Some(first), Some(last), Some(written)) = (date, updated, &raw.updated)
        && last < first
    {
        check.wrong(
            written.span(),
            Rule::Dates,
            "`updated` ligt voor `date`",
            "een pagina kan niet gewijzigd zijn voor zij er was: pas een van de twee aan",
        );
    }
    let visibility = check.visibility(raw.draft, raw.publish, raw.expires);
    if !visibility.draft && summary.as_deref() == Some(NO_SUMMARY) {
        let help = "schrijf in één of twee zinnen wat de lezer hier vindt";
        check.report.add(
            summary_place.clone(),
            Rule::MissingKey,
            "de samenvatting is nog niet geschreven",
            help,
        );
        check.sound = false;
    }
    let review_by = raw.review.as_ref().and_then(|date| check.day(date));
    let image = check.image(raw.image, raw.alt);
    let citations = raw
        .sources
        .unwrap_or_default()
        .into_iter()
        .filter_map(|source| check.reference(source))
        .collect();
    let themes = check.mentions(raw.themes);
    let municipalities = check.mentions(raw.municipalities);
    let aliases = check.mentions(raw.former);
    let replaced_by = check.mentions(raw.successor.map(|file| vec![file])).pop();
    let translates = check.translates(raw.translates);
    let key_points = raw
        .brief
        .unwrap_or_default()
        .into_iter()
        .filter_map(|sentence| check.text("brief", Some(sentence)))
        .collect();
    let downloads = raw
        .downloads
        .unwrap_or_default()
        .into_iter()
        .filter_map(|download| check.download(download))
        .collect();
    let contacts = raw
        .contacts
        .unwrap_or_default()
        .into_iter()
        .filter_map(|contact| check.contact(contact))
        .collect();
    let kind = match form {
        Form::Home => Some(Kind::Home),
        Form::Page => Some(Kind::Page),
        Form::NewsList => Some(Kind::NewsList),
        Form::ThemeList => Some(Kind::ThemeList),
        Form::MunicipalityList => Some(Kind::MunicipalityList),
        Form::TermList => Some(Kind::TermList),
        Form::Term => Some(Kind::Term),
        Form::QuestionList => Some(Kind::QuestionList),
        Form::Question => Some(Kind::Question {
            order: raw.order.map_or(u32::MAX, Spanned::into_inner),
        }),
        Form::Theme => check.theme(raw.order, raw.hue, raw.emblem).map(Kind::Theme),
        Form::News { date: named } => check.news(named, raw.date.as_ref(), date),
        Form::Municipality => check
            .municipality(
                raw.seat,
                raw.places,
                raw.area,
                raw.website,
                raw.code,
                raw.outline,
                raw.inhabitants,
            )
            .map(Kind::Municipality),
    };
    FrontMatter {
        sound: check.sound && kind.is_some() && title.is_some() && summary.is_some(),
        kind: kind.unwrap_or(Kind::Page),
        title: title.unwrap_or_default(),
        summary: summary.unwrap_or_default(),
        title_place,
        summary_place,
        date,
        updated,
        visibility,
        themes,
        municipalities,
        citations,
        image,
        aliases,
        replaced_by,
        translates,
        review_by,
        owner: raw.owner,
        key_points,
        downloads,
        contacts,
    }
}

impl FrontMatter {
    /// That of a file of which nothing is known.
    pub fn unreadable(source: &Source) -> Self {
        FrontMatter {
            sound: false,
            kind: Kind::Page,
            title: String::new(),
            summary: String::new(),
            title_place: source.start(),
            summary_place: source.start(),
            date: None,
            updated: None,
            visibility: Visibility::default(),
            themes: Vec::new(),
            municipalities: Vec::new(),
            citations: Vec::new(),
            image: None,
            aliases: Vec::new(),
            replaced_by: None,
            translates: None,
            review_by: None,
            owner: None,
            key_points: Vec::new(),
            downloads: Vec::new(),
            contacts: Vec::new(),
        }
    }
}

/// Collects what is wrong with one file's front matter. A mistake that leaves no sound page clears `sound`.
struct Check<'a> {
    source: &'a Source,
    start: usize,
    config: &'a Config,
    report: &'a mut Report,
    /// Keys that are there but wrong, and reported.
    reported_keys: Vec<String>,
    sound: bool,
}

impl Check<'_> {
    fn wrong(&mut self, span: Range<usize>, rule: Rule, message: &str, help: &str) {
        self.sound = false;
        self.report.add(
            self.source.place(self.start + span.start),
            rule,
            message,
            help,
        );
    }

    /// Where a text starts; the start of the file where there is none.
    fn place(&self, value: &Option<Spanned<String>>) -> Place {
        value.as_ref().map_or_else(
            || self.source.start(),
            |value| self.source.place(self.start + value.span().start),
        )
    }

    fn required<T>(&mut self, key: &str, value: Option<T>) -> Option<T> {
        if value.is_none() {
            self.sound = false;
        }
        if value.is_none()
            && !self
                .reported_keys
                .iter()
                .any(|reported_keys| reported_keys == key)
        {
            let help = format!("voeg een regel `{key} = …` toe aan de kopregels");
            self.report.add(
                self.source.start(),
                Rule::MissingKey,
                format!("`{key}` ontbreekt"),
                help,
            );
        }
        value
    }

    /// A text that readers see, with curly quotes.
    fn text(&mut self, key: &str, value: Option<Spanned<String>>) -> Option<String> {
        let value = self.required(key, value)?;
        if value.get_ref().trim().is_empty() {
            self.wrong(
                value.span(),
                Rule::MissingKey,
                &format!("`{key}` is leeg"),
                "schrijf de tekst tussen de aanhalingstekens",
            );
        }
        if let Some(help) = markdown_in(value.get_ref()) {
            let place = self.source.place(self.start + value.span().start);
            self.report.add(
                place,
                Rule::MarkdownInFrontMatter,
                format!("in `{key}` staat opmaak, en die is daar gewoon te lezen"),
                help,
            );
        }
        Some(self.line(value.into_inner()))
    }

    fn line(&self, text: String) -> String {
        typography::line(text, self.config.language_of(&self.source.path))
    }

    fn day(&mut self, value: &Spanned<Datetime>) -> Option<Date> {
        let day = date::day(*value.get_ref());
        if day.is_none() && !self.is_out_of_reach(value) {
            self.wrong(
                value.span(),
                Rule::WrongType,
                "hier hoort een datum",
                "schrijf een datum als 2026-03-31",
            );
        }
        day
    }

    /// Reports a date in a year that no page can name.
    fn is_out_of_reach(&mut self, value: &Spanned<Datetime>) -> bool {
        let far = value
            .get_ref()
            .date
            .filter(|date| !i16::try_from(date.year).is_ok_and(|year| date::YEARS.contains(&year)));
        if let Some(date) = far {
            let help = format!(
                "schrijf een jaar van {} tot en met {}",
                date::YEARS.start(),
                date::YEARS.end()
            );
            self.wrong(
                value.span(),
                Rule::WrongType,
                &format!("het jaar {:04} kan hier niet", date.year),
                &help,
            );
        }
        far.is_some()
    }

    fn visibility(
        &mut self,
        draft: Option<bool>,
        publish: Option<Spanned<Datetime>>,
        expires: Option<Spanned<Datetime>>,
    ) -> Visibility {
        let mut moment = |value: &Option<Spanned<Datetime>>| {
            let value = value.as_ref()?;
            let moment = date::moment(*value.get_ref(), &self.config.time_zone);
            if moment.is_none() && !self.is_out_of_reach(value) {
                self.wrong(
                    value.span(),
                    Rule::WrongType,
                    "hier hoort een datum, met of zonder tijd",
                    "schrijf 2026-03-31 of 2026-03-31T09:00:00",
                );
            }
            moment
        };
        let visibility = Visibility {
            draft: draft.unwrap_or(false),
            publish: moment(&publish),
            expires: moment(&expires),
        };
        if let (Some(from), Some(to), Some(written)) =
            (visibility.publish, visibility.expires, &expires)
            && to <= from
        {
            self.wrong(
                written.span(),
                Rule::Dates,
                "`expires` ligt niet na `publish`",
                "zet bij `expires` een later moment dan bij `publish`",
            );
        }
        visibility
    }

    fn image(
        &mut self,
        path: Option<Spanned<String>>,
        alternative: Option<String>,
    ) -> Option<Image> {
        let path = path?;
        let place = self.source.place(self.start + path.span().start);
        match alternative {
            Some(alternative) => Some(Image {
                path: LocatedName {
                    name: path.into_inner(),
                    place,
                },
                alternative,
            }),
            None => {
                let help = "voeg `alt = \"…\"` toe met wat er te zien is, of `alt = \"\"` als het beeld alleen versiert";
                self.wrong(
                    path.span(),
                    Rule::NoAlternative,
                    "het beeld heeft geen beschrijving",
                    help,
                );
                None
            }
        }
    }

    /// Only what is not in the site's own language can be a translation.
    fn translates(&mut self, file: Option<Spanned<String>>) -> Option<LocatedName> {
        let file = file?;
        if self.config.language_of(&self.source.path) == self.config.language() {
            let help = "haal de regel weg, of zet het bestand in de map van een andere taal; LEESMIJ.md zegt hoe";
            self.wrong(
                file.span(),
                Rule::Translation,
                "deze pagina is geen vertaling: zij is in de taal van de site zelf",
                help,
            );
            return None;
        }
        Some(self.mention(file))
    }

    fn reference(&mut self, raw: Spanned<RawCitation>) -> Option<Citation> {
        let span = raw.span();
        let raw = raw.into_inner();
        let date = raw.date.as_ref().and_then(|date| self.day(date));
        let (Some(title), Some(address)) = (raw.title, raw.address) else {
            self.incomplete(
                span,
                &["title", "address"],
                "deze bron mist `title` of `address`",
                "geef elke bron een titel en een webadres",
            );
            return None;
        };
        if !is_web_address(address.get_ref()) {
            self.wrong(
                address.span(),
                Rule::UnsafeLink,
                "dit is geen webadres",
                "schrijf het hele adres, met https:// ervoor",
            );
        }
        Some(Citation {
            title: self.line(title),
            address: address.into_inner(),
            date,
        })
    }

    fn download(&mut self, raw: Spanned<RawDownload>) -> Option<Download> {
        let span = raw.span();
        let RawDownload {
            title: Some(title),
            file: Some(file),
        } = raw.into_inner()
        else {
            let help = "geef elk bestand een titel, en het pad ernaartoe vanaf deze pagina";
            self.incomplete(
                span,
                &["title", "file"],
                "dit bestand mist `title` of `file`",
                help,
            );
            return None;
        };
        Some(Download {
            title,
            file: self.mention(file),
        })
    }

    fn contact(&mut self, raw: Spanned<RawContact>) -> Option<Contact> {
        let span = raw.span();
        let raw = raw.into_inner();
        let Some(name) = raw.name else {
            self.incomplete(
                span,
                &["name"],
                "dit contact mist `name`",
                "schrijf wie de lezer hier kan bereiken",
            );
            return None;
        };
        let mut sound = |value: Option<Spanned<String>>,
                         is_sound: fn(&str) -> bool,
                         message: &str,
                         help: &str| {
            if let Some(value) = value.as_ref().filter(|value| !is_sound(value.get_ref())) {
                self.wrong(value.span(), Rule::WrongType, message, help);
            }
            value.map(Spanned::into_inner)
        };
        Some(Contact {
            name,
            address: raw.address,
            phone: sound(
                raw.phone,
                is_phone_number,
                "dit is geen telefoonnummer",
                "schrijf cijfers met spaties: 0123 45 67 89",
            ),
            email: sound(
                raw.email,
                is_email_address,
                "dit is geen e-mailadres",
                "schrijf een adres als naam@voorbeeld.nl",
            ),
            website: sound(
                raw.website,
                is_web_address,
                "dit is geen webadres",
                "schrijf het hele adres, met https:// ervoor",
            ),
            hours: raw.hours,
        })
    }

    /// A block that misses something. It is told, unless what it misses is there and is wrong.
    fn incomplete(&mut self, span: Range<usize>, keys: &[&str], message: &str, help: &str) {
        self.sound = false;
        if !self
            .reported_keys
            .iter()
            .any(|reported_keys| keys.contains(&reported_keys.as_str()))
        {
            self.wrong(span, Rule::MissingKey, message, help);
        }
    }

    fn mention(&self, name: Spanned<String>) -> LocatedName {
        LocatedName {
            place: self.source.place(self.start + name.span().start),
            name: name.into_inner(),
        }
    }

    fn mentions(&self, names: Option<Vec<Spanned<String>>>) -> Vec<LocatedName> {
        names
            .unwrap_or_default()
            .into_iter()
            .map(|name| self.mention(name))
            .collect()
    }

    fn news(
        &mut self,
        named: Date,
        written: Option<&Spanned<Datetime>>,
        date: Option<Date>,
    ) -> Option<Kind> {
        self.required("date", written)?;
        if let (Some(date), Some(written)) = (date, written)
            && date != named
        {
            let message = format!("`date` is {date}, maar de bestandsnaam zegt {named}");
            self.wrong(written.span(), Rule::Dates, &message, "maak de twee gelijk");
        }
        Some(Kind::News { date: named })
    }

    fn theme(
        &mut self,
        order: Option<Spanned<u32>>,
        hue: Option<Spanned<String>>,
        emblem: Option<Spanned<String>>,
    ) -> Option<Theme> {
        let order = self.required("order", order);
        if let Some(hue) = hue.as_ref().filter(|hue| !is_slug(hue.get_ref())) {
            self.wrong(
                hue.span(),
                Rule::WrongType,
                "dit is geen naam van een kleur",
                "kies een naam uit `static/css/parts/hue.css`",
            );
        }
        if let Some(emblem) = emblem
            .as_ref()
            .filter(|emblem| !is_path_data(emblem.get_ref()))
        {
            self.wrong(
                emblem.span(),
                Rule::WrongType,
                "dit is geen tekening",
                "schrijf de lijnen als SVG-pad: letters zoals M en L, en getallen",
            );
        }
        let hue_place = self.place(&hue);
        let text =
            |value: Option<Spanned<String>>| value.map(Spanned::into_inner).unwrap_or_default();
        Some(Theme {
            order: order?.into_inner(),
            hue: text(hue),
            hue_place,
            emblem: text(emblem),
        })
    }

    #[expect(clippy::too_many_arguments, reason = "one argument a key of the kind")]
    fn municipality(
        &mut self,
        seat: Option<Spanned<String>>,
        places: Option<Spanned<Vec<String>>>,
        area: Option<Spanned<f64>>,
        website: Option<Spanned<String>>,
        code: Option<Spanned<String>>,
        outline: Option<Spanned<Vec<[f64; 2]>>>,
        inhabitants: Option<Spanned<RawInhabitants>>,
    ) -> Option<Municipality> {
        let seat = self.text("seat", seat);
        let places = self.required("places", places);
        let area = self.required("area", area);
        let website = self.required("website", website);
        let code = self.required("code", code);
        let inhabitants = self
            .required("inhabitants", inhabitants)
            .and_then(|raw| self.inhabitants(raw));
        if let Some(area) = area
            .as_ref()
            .filter(|area| !area.get_ref().is_finite() || *area.get_ref() <= 0.0)
        {
            self.wrong(
                area.span(),
                Rule::WrongType,
                "dit is geen oppervlakte",
                "schrijf een getal boven 0, in vierkante kilometers: 176.83",
            );
        }
        if let Some(code) = code
            .as_ref()
            .filter(|code| !is_municipality_code(code.get_ref()))
        {
            self.wrong(
                code.span(),
                Rule::WrongType,
                "dit is geen gemeentecode",
                "schrijf GM en vier cijfers, zoals het CBS: GM0141",
            );
        }
        if let Some(places) = places.as_ref().filter(|places| {
            !places
                .get_ref()
                .iter()
                .any(|place| !place.trim().is_empty())
        }) {
            self.wrong(
                places.span(),
                Rule::MissingKey,
                "`places` noemt geen plaats",
                "noem de plaatsen in de gemeente: [\"een\", \"twee\"]",
            );
        }
        if let Some(website) = website
            .as_ref()
            .filter(|website| !is_web_address(website.get_ref()))
        {
            self.wrong(
                website.span(),
                Rule::UnsafeLink,
                "dit is geen webadres",
                "schrijf het hele adres, met https:// ervoor",
            );
        }
        Some(Municipality {
            seat: seat?,
            places: places?.into_inner(),
            area: area?.into_inner(),
            inhabitants: inhabitants?,
            website: website?.into_inner(),
            code: code?.into_inner(),
            outline: outline.map(Spanned::into_inner).unwrap_or_default(),
        })
    }

    fn inhabitants(&mut self, raw: Spanned<RawInhabitants>) -> Option<Inhabitants> {
        let span = raw.span();
        let raw = raw.into_inner();
        let date = raw.date.as_ref().and_then(|date| self.day(date));
        let (Some(number), Some(date), Some(source)) = (raw.number, date, raw.source) else {
            self.incomplete(
                span,
                &["number", "date", "source"],
                "`inhabitants` mist `number`, `date` of `source`",
                "een inwonertal heeft een getal, een peildatum en een bron nodig",
            );
            return None;
        };
        Some(Inhabitants {
            number,
            date,
            source,
        })
    }

    /// A key that belongs to another kind of page would be left unused without a word.
    fn keys_of_other_kinds(&mut self, raw: &RawFrontMatter, form: Form) {
        let in_row = [("order", raw.order.as_ref().map(Spanned::span))];
        let theme = [
            ("hue", raw.hue.as_ref().map(Spanned::span)),
            ("emblem", raw.emblem.as_ref().map(Spanned::span)),
        ];
        let municipality = [
            ("seat", raw.seat.as_ref().map(Spanned::span)),
            ("places", raw.places.as_ref().map(Spanned::span)),
            ("area", raw.area.as_ref().map(Spanned::span)),
            ("website", raw.website.as_ref().map(Spanned::span)),
            ("code", raw.code.as_ref().map(Spanned::span)),
            ("outline", raw.outline.as_ref().map(Spanned::span)),
            ("inhabitants", raw.inhabitants.as_ref().map(Spanned::span)),
        ];
        let strange = in_row
            .into_iter()
            .filter(|_| !matches!(form, Form::Theme | Form::Question))
            .chain(theme.into_iter().filter(|_| form != Form::Theme))
            .chain(
                municipality
                    .into_iter()
                    .filter(|_| form != Form::Municipality),
            );
        for (key, span) in strange {
            if let Some(span) = span {
                let message = format!("`{key}` hoort niet bij dit soort pagina");
                self.wrong(
                    span,
                    Rule::UnknownKey,
                    &message,
                    "haal de regel weg, of zet het bestand in de goede map",
                );
            }
        }
    }
}

/// What to do about Markdown in a text that is shown as it is, where there is any.
fn markdown_in(text: &str) -> Option<&'static str> {
    let has_link = text
        .split_once("](")
        .is_some_and(|(before, behind)| before.contains('[') && behind.contains(')'));
    if has_link {
        return Some("schrijf alleen de woorden, en zet de link in de tekst van de pagina");
    }
    (text.matches("**").count() > 1).then_some("haal de sterretjes weg")
}

/// Whether a text holds nothing but the commands and numbers of an SVG path.
fn is_path_data(text: &str) -> bool {
    text.chars()
        .all(|c| "MmLlHhVvCcSsQqTtAaZz .,-".contains(c) || c.is_ascii_digit())
}

/// Whether a text is a code of Statistics Netherlands for a municipality.
fn is_municipality_code(code: &str) -> bool {
    code.strip_prefix("GM")
        .is_some_and(|digits| digits.len() == 4 && digits.bytes().all(|byte| byte.is_ascii_digit()))
}
