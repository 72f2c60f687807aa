"""The head of every page: what is shown of it where it is shared, found or kept."""

import json
import re

from run_support import pages


def metas(html):
    found = re.findall(r'<meta (?:name|property)="([^"]*)" content="([^"]*)">', html)
    names = [name for name, _ in found]
    assert len(set(names)) == len(names), f"twice: {names}"
    return dict(found)


def check_what_is_shown_of_a_page_that_is_shared_is_whole(site):
    seen = set()
    for address in pages(site):
        html = site.found(address, "text/html").text
        meta = metas(html)
        for name in ("og:title", "og:type", "og:url", "og:site_name", "og:locale", "theme-color"):
            assert meta.get(name), f"{address} has no {name}"
        assert re.fullmatch(r"[a-z]{2}_[A-Z]{2}", meta["og:locale"]), address
        assert meta["og:url"] == address, address
        image = meta.get("og:image")
        if image:
            assert meta.get("og:image:alt"), f"{address} does not say what its picture shows"
            if image not in seen:
                site.found(image, "image/")
                seen.add(image)
        else:
            assert site.is_small(), f"{address} has no picture"


def check_dublin_core_says_the_same(site):
    for address in pages(site):
        html = site.found(address).text
        meta = metas(html)
        assert '<link rel="schema.DCTERMS" href="http://purl.org/dc/terms/">' in html
        assert meta["DCTERMS.identifier"] == address and meta["DCTERMS.title"] == meta["og:title"]
        assert meta["DCTERMS.language"] == meta["og:locale"].replace("_", "-")
        assert meta["DCTERMS.creator"] and meta["DCTERMS.type"]
        assert re.fullmatch(r"\d{4}-\d\d-\d\d", meta.get("DCTERMS.modified", "2000-01-01"))


def check_a_page_of_results_describes_itself(site):
    html = site.found("/zoeken/?q=water").text
    assert metas(html)["description"] and 'content="noindex"' in html


def check_icons_and_manifest_are_there(site):
    html = site.found("/de/").text
    [manifest] = re.findall(r'<link rel="manifest" href="([^"]*)"', html)
    read = json.loads(site.found(manifest, "application/manifest+json").text)
    assert read["name"] and read["start_url"] == "/" and read["lang"] == "nl"
    for icon in read["icons"]:
        site.found(icon["src"], icon["type"])
    for icon in re.findall(r'<link rel="(?:icon|apple-touch-icon)" href="([^"]*)"', html):
        site.found(icon, "image/")
