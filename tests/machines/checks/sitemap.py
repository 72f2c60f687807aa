"""The site map, against a schema with the rules of its protocol, and `robots.txt` (RFC 9309)."""

import re
import subprocess
import tempfile
from datetime import date, datetime
from pathlib import Path
from xml.etree import ElementTree

from protego import Protego

NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"
XHTML = "http://www.w3.org/1999/xhtml"

# The figures of the protocol: 50,000 addresses of at most 2,048 characters, each with a day.
SCHEMA = f"""<?xml version="1.0" encoding="UTF-8"?>
<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns="{NAMESPACE}"
    targetNamespace="{NAMESPACE}" elementFormDefault="qualified">
  <xs:simpleType name="address"><xs:restriction base="xs:anyURI">
    <xs:minLength value="12"/><xs:maxLength value="2048"/><xs:pattern value="https?://.+"/>
  </xs:restriction></xs:simpleType>
  <xs:simpleType name="day"><xs:union memberTypes="xs:date xs:dateTime xs:gYear xs:gYearMonth"/></xs:simpleType>
  <xs:complexType name="entry"><xs:sequence>
    <xs:element name="loc" type="address"/>
    <xs:element name="lastmod" type="day" minOccurs="0"/>
    <xs:any namespace="##other" minOccurs="0" maxOccurs="unbounded" processContents="lax"/>
  </xs:sequence></xs:complexType>
  <xs:element name="urlset"><xs:complexType><xs:sequence>
    <xs:element name="url" type="entry" maxOccurs="50000"/>
  </xs:sequence></xs:complexType></xs:element>
  <xs:element name="sitemapindex"><xs:complexType><xs:sequence>
    <xs:element name="sitemap" type="entry" maxOccurs="50000"/>
  </xs:sequence></xs:complexType></xs:element>
</xs:schema>"""


def validated(body):
    """The document, which xmllint finds to be as the schema says."""
    with tempfile.TemporaryDirectory() as folder:
        schema, document = Path(folder, "schema.xsd"), Path(folder, "map.xml")
        schema.write_text(SCHEMA)
        document.write_bytes(body)
        xmllint = ["xmllint", "--nonet", "--noout", "--huge", "--schema", schema, document]
        result = subprocess.run(xmllint, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stderr
    assert len(body) <= 52_428_800
    return ElementTree.fromstring(body)


def entries(site):
    root = validated(site.found("/sitemap.xml", "application/xml").body)
    if root.tag == f"{{{NAMESPACE}}}sitemapindex":
        parts = [part.findtext(f"{{{NAMESPACE}}}loc") for part in root]
        return [entry for part in parts for entry in validated(site.found(part).body)]
    return list(root)


def location(entry):
    return entry.findtext(f"{{{NAMESPACE}}}loc")


def versions(entry):
    return {link.get("hreflang"): link.get("href") for link in entry.iter(f"{{{XHTML}}}link")}


def check_every_address_is_a_page_that_calls_itself_so(site):
    locations = [location(entry) for entry in entries(site)]
    assert len(set(locations)) == len(locations)
    for address in locations:
        html = site.found(address, "text/html").text
        assert f'<link rel="canonical" href="{address}">' in html, address
        assert 'name="robots"' not in html, address


def check_its_days_are_honest(site):
    today = datetime.fromisoformat(site.now).date()
    days = [entry.findtext(f"{{{NAMESPACE}}}lastmod") for entry in entries(site)]
    known = [date.fromisoformat(day) for day in days if day]
    assert len(known) > len(days) / 2 and max(known) <= today


def check_versions_name_each_other_and_the_page_says_the_same(site):
    named = {location(entry): versions(entry) for entry in entries(site)}
    translated = {address: of for address, of in named.items() if of}
    assert translated
    for address, of in translated.items():
        assert "x-default" in of and address in of.values(), address
        assert all(named[other] == of for other in of.values()), address
        html = site.found(address).text
        head = re.findall(r'<link rel="alternate" hreflang="([^"]*)" href="([^"]*)">', html)
        assert dict(head) == of, address


def check_every_picture_is_there(site):
    pictures = [e.text for entry in entries(site) for e in entry.iter() if e.tag.endswith("sitemap-image/1.1}loc")]
    for address in pictures:
        site.found(address, "image/")


def check_robots_may_read_everything_and_find_the_map(site):
    reply = site.found("/robots.txt", "text/plain")
    assert "utf-8" in reply.media_type and len(reply.body) < 500 * 1024
    rules = Protego.parse(reply.text)
    assert site.base + "/sitemap.xml" in list(rules.sitemaps)
    for address in ("/", "/nieuws/", "/static/site.svg"):
        assert rules.can_fetch(site.base + address, "Googlebot"), address
    if site.is_small():
        assert not rules.can_fetch(site.base + "/proef/", "Googlebot"), "what static/robots.txt adds counts"
