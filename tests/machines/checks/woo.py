"""The documents under the Woo, by the schema of DiWoo 0.9.8 as the standard gives its figures."""

import re
import tomllib

import sitemap_schema
from lxml import etree

SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
DIWOO = "https://standaarden.overheid.nl/diwoo/metadata/"
TYPES = re.compile(
    r"application/(pdf|rtf|zip|msword|vnd\..+)|text/(html|plain|csv)(;.*)?$", re.IGNORECASE
)


def check_nothing_is_claimed_without_an_identifier(site):
    settings = tomllib.loads((site.folder / "content/site.toml").read_text())
    maps = re.findall(r"^Sitemap: (\S+)$", site.found("/robots.txt").text, re.MULTILINE)
    of_woo = [address for address in maps if "diwoo" in address]
    if "tooi" not in settings["publisher"]:
        assert not of_woo, of_woo
    else:
        assert of_woo, maps


def check_every_index_leads_to_valid_metadata_and_to_documents(site):
    maps = re.findall(r"^Sitemap: (\S+)$", site.found("/robots.txt").text, re.MULTILINE)
    for address in [address for address in maps if "diwoo" in address]:
        name = re.search(r"/sitemapindex-diwoo-infocat0(\d\d)\.xml$", address)
        assert name and 1 <= int(name[1]) <= 18, address
        index = etree.fromstring(site.found(address, "application/xml").body)
        assert index.tag == f"{{{SITEMAP}}}sitemapindex"
        parts = index.findall(f"{{{SITEMAP}}}sitemap/{{{SITEMAP}}}loc")
        assert parts
        for part in parts:
            document = etree.fromstring(site.found(part.text, "application/xml").body)
            sitemap_schema.DIWOO.assertValid(document)
            addresses = document.findall(f"{{{SITEMAP}}}url/{{{SITEMAP}}}loc")
            assert addresses
            for found in addresses:
                reply = site.found(found.text)
                assert TYPES.match(reply.media_type), reply.media_type
            broken = etree.fromstring(etree.tostring(document))
            for of in broken.iter(f"{{{DIWOO}}}publisher"):
                of.set("resource", "https://voorbeeld.example/niemand")
            assert not sitemap_schema.DIWOO.validate(broken), "the judge sees a wrong publisher"
