//! The catalogue of the open data, as DCAT-AP-NL 3.0 describes one, in Turtle and in JSON-LD. It is
//! there where the settings name all that the profile asks for: a publisher with an address or
//! identifier, a licence, and an address for questions.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

use crate::outputs::data::{DatasetView, data_route, datasets};
use crate::outputs::format::{Output, OutputFormat, OutputSource};
use crate::outputs::renderer::SiteRenderer;
use crate::route::Route;
use crate::site::Site;
use crate::woo;

pub static DCAT_TURTLE: OutputFormat = OutputFormat {
    media_type: "text/turtle; charset=utf-8",
    link: None,
    outputs: |site| outputs(site, "catalog.ttl", &DCAT_TURTLE),
    write: |renderer, output| output.answer(turtle(&catalog(renderer))),
};

pub static DCAT_JSON_LD: OutputFormat = OutputFormat {
    media_type: "application/ld+json",
    link: None,
    outputs: |site| outputs(site, "catalog.jsonld", &DCAT_JSON_LD),
    write: |renderer, output| output.answer(format!("{:#}\n", json_ld(&catalog(renderer)))),
};

const PREFIXES: [(&str, &str); 5] = [
    ("dcat", "http://www.w3.org/ns/dcat#"),
    ("dct", "http://purl.org/dc/terms/"),
    ("foaf", "http://xmlns.com/foaf/0.1/"),
    ("vcard", "http://www.w3.org/2006/vcard/ns#"),
    ("xsd", "http://www.w3.org/2001/XMLSchema#"),
];

/// Everybody may see the data.
const PUBLIC: &str = "http://publications.europa.eu/resource/authority/access-right/PUBLIC";

/// The theme of data about a region, in the list of the European data portal.
const REGIONS: &str = "http://publications.europa.eu/resource/authority/data-theme/REGI";

/// The addresses of the catalogue: none where something of it is not known.
pub fn routes(site: &Site<'_>) -> Vec<Route> {
    let names = ["catalog.ttl", "catalog.jsonld"].into_iter();
    let routes = names.filter_map(|name| data_route(site, name));
    let is_known = terms(site).is_some();
    routes.filter(|_| is_known).collect()
}

fn outputs(site: &Site<'_>, name: &str, format: &'static OutputFormat) -> Vec<Output> {
    let routes = routes(site).into_iter();
    let own = routes.filter(|route| route.as_str().ends_with(name));
    own.map(|route| Output::new(route, OutputSource::Site, format))
        .collect()
}

/// The terms of the catalogue, all of which it needs.
struct CatalogTerms<'a> {
    publisher: &'a str,
    licence: &'a str,
    contact: &'a str,
}

fn terms<'a>(site: &'a Site<'_>) -> Option<CatalogTerms<'a>> {
    let (publisher, data) = (&site.config.publisher, &site.config.data);
    Some(CatalogTerms {
        publisher: publisher.tooi.as_ref().or(publisher.address.as_ref())?,
        licence: data.licence.as_ref()?,
        contact: data.contact.as_ref()?,
    })
}

/// A thing, with its properties in their order.
struct Resource {
    identifier: String,
    class: &'static str,
    properties: Vec<(&'static str, Object)>,
}

/// The value of a property.
enum Object {
    Resource(String),
    /// With the language it is in.
    Text(String, &'static str),
    /// With its type.
    Literal(String, &'static str),
}

fn catalog(renderer: &SiteRenderer<'_>) -> Vec<Resource> {
    let (site, config) = (renderer.site, renderer.site.config);
    let CatalogTerms {
        publisher,
        licence,
        contact,
    } = terms(site).expect("there is a catalogue where its terms are known");
    let tag = config.language();
    let text = |text: &str| Object::Text(text.to_owned(), tag);
    let resource = |address: &str| Object::Resource(address.to_owned());
    let base = data_route(site, "").map(|route| site.absolute(&route));
    let base = base.expect("there is a catalogue where there is data");
    let contact_point = format!("{base}#contact");
    let language = woo::language(tag);
    let mut resources = vec![
        Resource {
            identifier: publisher.to_owned(),
            class: "foaf:Agent",
            properties: vec![("foaf:name", text(&config.publisher.name))],
        },
        Resource {
            identifier: contact_point.clone(),
            class: "vcard:Kind",
            properties: vec![
                ("vcard:fn", text(&config.publisher.name)),
                if contact.starts_with("mailto:") {
                    ("vcard:hasEmail", resource(contact))
                } else {
                    ("vcard:hasURL", resource(contact))
                },
            ],
        },
    ];
    let mut catalog = Resource {
        identifier: format!("{base}#catalog"),
        class: "dcat:Catalog",
        properties: vec![
            ("dct:title", text(&config.name)),
            ("dct:description", text(&config.description)),
            ("dct:publisher", resource(publisher)),
            ("dct:creator", resource(publisher)),
            ("dct:license", resource(licence)),
            ("dcat:contactPoint", resource(&contact_point)),
            ("foaf:homepage", resource(&base)),
        ],
    };
    for of in datasets(renderer) {
        let identifier = format!("{base}#{}", of.name);
        let catalogued = Object::Resource(identifier.clone());
        catalog.properties.push(("dcat:dataset", catalogued));
        let mut dataset = Resource {
            class: "dcat:Dataset",
            properties: vec![
                (
                    "dct:identifier",
                    Object::Literal(identifier.clone(), "xsd:anyURI"),
                ),
                ("dct:title", text(&of.title)),
                ("dct:description", text(&of.description)),
                ("dct:publisher", resource(publisher)),
                ("dct:creator", resource(publisher)),
                ("dcat:contactPoint", resource(&contact_point)),
                ("dcat:theme", resource(REGIONS)),
                ("dct:accessRights", resource(PUBLIC)),
                ("dcat:landingPage", resource(&base)),
            ],
            identifier,
        };
        let languages = language.iter().map(|term| {
            let identifier = Object::Resource(term.identifier.clone());
            ("dct:language", identifier)
        });
        dataset.properties.extend(languages);
        let changed = of.changed.map(|day| {
            let day = Object::Literal(day.to_string(), "xsd:date");
            ("dct:modified", day)
        });
        dataset.properties.extend(changed);
        let distributions = distributions(site, &of, licence);
        let held = distributions.iter().map(|held| {
            let held = Object::Resource(held.identifier.clone());
            ("dcat:distribution", held)
        });
        dataset.properties.extend(held);
        resources.push(dataset);
        resources.extend(distributions);
    }
    resources.push(catalog);
    resources
}

/// The files of a dataset.
fn distributions(site: &Site<'_>, of: &DatasetView, licence: &str) -> Vec<Resource> {
    let file = |(format, route): &(&'static str, Route)| {
        let address = site.absolute(route);
        let (file_type, media_type) = match *format {
            "CSV" => ("CSV", "text/csv"),
            "JSON" => ("JSON", "application/json"),
            _ => ("GEOJSON", "application/geo+json"),
        };
        let file_type =
            format!("http://publications.europa.eu/resource/authority/file-type/{file_type}");
        let media_type = format!("https://www.iana.org/assignments/media-types/{media_type}");
        let mut properties = vec![
            (
                "dct:title",
                Object::Text(format!("{}, {format}", of.title), site.config.language()),
            ),
            ("dcat:accessURL", Object::Resource(address.clone())),
            ("dcat:downloadURL", Object::Resource(address.clone())),
            ("dct:license", Object::Resource(licence.to_owned())),
            ("dct:format", Object::Resource(file_type)),
            ("dcat:mediaType", Object::Resource(media_type)),
        ];
        let schema = of.schema.as_ref().map(|schema| site.absolute(schema));
        properties.extend(schema.map(|schema| ("dct:conformsTo", Object::Resource(schema))));
        Resource {
            identifier: format!("{address}#file"),
            class: "dcat:Distribution",
            properties,
        }
    };
    of.files.iter().map(file).collect()
}

fn turtle(resources: &[Resource]) -> String {
    let mut text = String::new();
    for (prefix, address) in PREFIXES {
        text.push_str(&format!("@prefix {prefix}: <{address}> .\n"));
    }
    for resource in resources {
        text.push_str(&format!("\n<{}> a {}", resource.identifier, resource.class));
        for (property, object) in &resource.properties {
            let object = match object {
                Object::Resource(identifier) => format!("<{identifier}>"),
                Object::Text(text, language) => format!("{}@{language}", Value::from(&**text)),
                Object::Literal(text, kind) => format!("{}^^{kind}", Value::from(&**text)),
            };
            text.push_str(&format!(" ;\n    {property} {object}"));
        }
        text.push_str(" .\n");
    }
    text
}

fn json_ld(resources: &[Resource]) -> Value {
    let context: BTreeMap<&str, &str> = PREFIXES.into_iter().collect();
    let node = |resource: &Resource| {
        let mut node = Map::new();
        node.insert("@id".to_owned(), json!(resource.identifier));
        node.insert("@type".to_owned(), json!(resource.class));
        for (property, object) in &resource.properties {
            let object = match object {
                Object::Resource(identifier) => json!({ "@id": identifier }),
                Object::Text(text, language) => json!({ "@value": text, "@language": language }),
                Object::Literal(text, kind) => json!({ "@value": text, "@type": kind }),
            };
            let values = node.entry(*property).or_insert_with(|| json!([]));
            if let Value::Array(values) = values {
                values.push(object);
            }
        }
        Value::Object(node)
    };
    let nodes: Vec<Value> = resources.iter().map(node).collect();
    json!({ "@context": context, "@graph": nodes })
}
