"""The structured data of pages: JSON-LD, against the types that schema.org gives its vocabulary."""

import html
import json
import re
import subprocess

from run_support import NODE_MODULES, pages

BLOCK = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.S)

# The kinds of thing that the pages of a folder are about, beside the breadcrumbs.
ABOUT = {
    "/": {"GovernmentOrganization", "WebSite"},
    "/nieuws/": {"ItemList"},
    "/nieuws/brug-open/": {"NewsArticle"},
    "/agenda/": {"ItemList"},
    "/agenda/markt/": {"Event"},
    "/agenda/oogstfeest/": {"Event"},
    "/vergaderingen/raad/": {"Event"},
    "/gemeenten/oever/": {"AdministrativeArea"},
    "/vragen/": {"FAQPage"},
    "/begrippen/kade/": {"DefinedTerm"},
    "/uitleg/": {"Article"},
}


def blocks(site, address):
    return [json.loads(text) for text in BLOCK.findall(site.found(address, "text/html").text)]


def kinds(block):
    return [thing["@type"] for thing in block.get("@graph", [block])]


def without_inputs(value):
    """The value without the actions' inputs, which the vocabulary has no types for."""
    if isinstance(value, list):
        return [without_inputs(item) for item in value]
    if isinstance(value, dict):
        return {key: without_inputs(item) for key, item in value.items() if not key.endswith("-input")}
    return value


def shape(value):
    """The value without its texts: one of each shape is enough for types."""
    if isinstance(value, list):
        return f"[{', '.join(sorted({shape(item) for item in value}))}]"
    if isinstance(value, dict):
        return str({key: item if key == "@type" else shape(item) for key, item in sorted(value.items())})
    return type(value).__name__


def check_every_block_is_of_the_types_of_schema_org(site):
    lines = ['import type { Graph, Thing, WithContext } from "schema-dts";']
    shapes = set()
    for address in pages(site):
        for block in blocks(site, address):
            if shape(block) in shapes:
                continue
            shapes.add(shape(block))
            assert block["@context"] == "https://schema.org", address
            if "@graph" in block:
                kind = "Graph"
            else:
                kind = f'WithContext<Extract<Thing, {{ "@type": "{block["@type"]}" }}>>'
            value = json.dumps(without_inputs(block))
            lines.append(f"// {address}\nexport const b{len(lines)}: {kind} = {value};")
    folder = NODE_MODULES.parent
    (folder / "blocks.ts").write_text("\n".join(lines))
    options = ["--noEmit", "--strict", "--skipLibCheck", "--moduleResolution", "bundler", "--module", "esnext"]
    tsc = ["node", NODE_MODULES / "typescript/bin/tsc", *options, "blocks.ts"]
    result = subprocess.run(tsc, cwd=folder, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stdout[:4000]


def check_each_kind_of_page_says_what_it_is_about(site):
    if not site.is_small():
        return
    for address, about in ABOUT.items():
        found = {kind for block in blocks(site, address) for kind in kinds(block)}
        assert about <= found, f"{address} is about {found}"
        assert address == "/" or "BreadcrumbList" in found, address


def check_what_it_says_stands_on_the_page(site):
    for address in pages(site):
        page = site.found(address).text
        text = re.sub(r"<script.*?</script>|<[^>]*>", "", page, flags=re.S)
        text = re.sub(r"\s+", " ", html.unescape(text))
        for block in blocks(site, address):
            for thing in block.get("@graph", [block]):
                if thing["@type"] in ("BreadcrumbList", "ItemList", "Organization", "GovernmentOrganization", "WebSite"):
                    continue
                name = thing.get("headline") or thing.get("name") or ""
                assert re.sub(r"\s+", " ", name) in text, (address, name)


def check_a_municipality_says_where_it_lies(site):
    if site.is_small():
        return
    (area,) = (block for block in blocks(site, "/gemeenten/almelo/") if block.get("@type") == "AdministrativeArea")
    south, west, north, east = (float(number) for number in area["geo"]["box"].split())
    assert -90 <= south < north <= 90 and -180 <= west < east <= 180, area["geo"]
