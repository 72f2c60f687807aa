"""The open data, by readers of CSV, JSON Schema, GeoJSON and RDF."""

import csv
import io
import json
import re

import jsonschema
import pyshacl
import rdflib
import rdflib.compare

DCAT = rdflib.Namespace("http://www.w3.org/ns/dcat#")
DCT = rdflib.Namespace("http://purl.org/dc/terms/")

# The shapes of DCAT-AP-NL 3.0 (and those of DCAT-AP that it stands on) for what is here, by the
# figures of the profile: class, properties that must be there, those of which there is at most one.
PROFILE = {
    "dcat:Dataset": (
        "dct:identifier dct:publisher dct:creator dcat:contactPoint dcat:theme dct:accessRights"
        " dct:language dct:title dct:description",
        "dcat:contactPoint dct:identifier dcat:version",
    ),
    "dcat:Distribution": (
        "dct:license dcat:accessURL",
        "dct:license dcat:accessURL dcat:downloadURL dct:format dcat:mediaType dct:language",
    ),
    "dcat:Catalog": (
        "dcat:contactPoint dcat:dataset dct:title dct:description dct:publisher",
        "dcat:contactPoint dct:publisher",
    ),
    "vcard:Kind": ("vcard:fn", "vcard:fn"),
    "foaf:Agent": ("foaf:name", ""),
}
PREFIXES = """
@prefix sh: <http://www.w3.org/ns/shacl#> . @prefix dcat: <http://www.w3.org/ns/dcat#> .
@prefix dct: <http://purl.org/dc/terms/> . @prefix foaf: <http://xmlns.com/foaf/0.1/> .
@prefix vcard: <http://www.w3.org/2006/vcard/ns#> . @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@prefix of: <urn:shape:> .
"""
CLASSES = {
    "dct:publisher": "foaf:Agent",
    "dct:creator": "foaf:Agent",
    "dcat:contactPoint": "vcard:Kind",
    "dcat:dataset": "dcat:Dataset",
    "dcat:distribution": "dcat:Distribution",
}


def shapes():
    text = PREFIXES
    for number, (kind, (needed, single)) in enumerate(PROFILE.items()):
        text += f"of:s{number} a sh:NodeShape ; sh:targetClass {kind}"
        for path in needed.split():
            text += f" ; sh:property [ sh:path {path} ; sh:minCount 1 ]"
        for path in single.split():
            text += f" ; sh:property [ sh:path {path} ; sh:maxCount 1 ]"
        for path, of in CLASSES.items():
            text += f" ; sh:property [ sh:path {path} ; sh:class {of} ]"
        for path in ("dcat:accessURL", "dcat:downloadURL", "dct:license", "dcat:theme", "dct:accessRights"):
            text += f" ; sh:property [ sh:path {path} ; sh:nodeKind sh:IRI ]"
        text += " ; sh:property [ sh:path dct:modified ; sh:datatype xsd:date ] .\n"
    return rdflib.Graph().parse(data=text, format="turtle")


def names(site):
    page = site.found("/data/", "text/html").text
    found = re.findall(r'href="/data/([a-z-]+)\.json"', page)
    assert len(found) > 4, found
    return found


def check_json_keeps_to_its_schema_and_csv_says_the_same(site):
    for name in names(site):
        data = json.loads(site.found(f"/data/{name}.json", "application/json").body)
        schema = json.loads(site.found(f"/data/{name}.schema.json", "application/schema+json").body)
        assert schema["$id"] == data["$schema"] == f"{site.base}/data/{name}.schema.json"
        judge = jsonschema.Draft202012Validator
        judge.check_schema(schema)
        judge(schema, format_checker=judge.FORMAT_CHECKER).validate(data)
        text = site.found(f"/data/{name}.csv", "text/csv").body.decode()
        rows = list(csv.DictReader(io.StringIO(text, newline=""), strict=True))
        assert len(rows) == len(data["items"])
        for row, item in zip(rows, data["items"]):
            assert list(row) == list(item) or set(row) == set(item)
            for key, value in item.items():
                if isinstance(value, list):
                    assert row[key] == "\n".join(value), (name, key)
                elif isinstance(value, str) or value is None:
                    assert row[key] == (value or ""), (name, key)
                else:
                    assert float(row[key]) == float(value), (name, key)
            site.found(item["address"], "text/html")
            for address in item["files"]:
                site.found(address)


def check_the_map_is_geojson(site):
    data = json.loads(site.found("/data/kaart.geojson", "application/geo+json").body)
    assert data["type"] == "FeatureCollection" and len(data["features"]) > 1
    for feature in data["features"]:
        assert feature["type"] == "Feature" and feature["geometry"]["coordinates"]
        text = json.dumps(feature["geometry"]["coordinates"])
        numbers = [float(number) for number in re.findall(r"-?\d+\.?\d*", text)]
        assert all(-180 <= number <= 180 for number in numbers), feature["properties"]


def check_the_catalogue_keeps_to_the_profile_where_there_is_one(site):
    if "[data]" not in (site.folder / "content/site.toml").read_text():
        assert site.get("/data/catalog.ttl").status == 404, "no licence is claimed"
        return
    turtle = rdflib.Graph().parse(data=site.found("/data/catalog.ttl", "text/turtle").body, format="turtle")
    json_ld = rdflib.Graph().parse(
        data=site.found("/data/catalog.jsonld", "application/ld+json").body, format="json-ld"
    )
    assert rdflib.compare.isomorphic(turtle, json_ld)
    conforms, _, report = pyshacl.validate(turtle, shacl_graph=shapes(), advanced=True)
    assert conforms, report
    broken = rdflib.Graph() + turtle
    broken.remove((None, DCT.license, None))
    assert not pyshacl.validate(broken, shacl_graph=shapes())[0], "the judge sees what is missing"
    files = set(turtle.objects(None, DCAT.downloadURL))
    assert len(files) == 2 * len(names(site)) + 1, files
    for file in files:
        distribution = next(turtle.subjects(DCAT.downloadURL, file))
        kind = str(next(turtle.objects(distribution, DCAT.mediaType)))
        site.found(str(file), kind.split("media-types/")[1])
