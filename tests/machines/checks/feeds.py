"""The feeds, as a feed reader takes them: Atom (RFC 4287, with archives by RFC 5005), JSON Feed 1.1
and RSS 2.0."""

import json
import re
from datetime import datetime

import feedparser

NEWS = "/nieuws/"


def feed(site, address, media_type):
    """A feed that is read without any mercy."""
    reply = site.found(address, media_type)
    again = site.get(address, {"if-none-match": reply.headers["etag"]})
    assert again.status == 304, f"{address} is sent again though nothing changed"
    read = feedparser.parse(reply.body, response_headers={"content-type": reply.media_type})
    assert not read.bozo, f"{address}: {read.bozo_exception}"
    assert read.feed.title and read.feed.links, address
    own = [link.href for link in read.feed.links if link.rel == "self"]
    assert own == [site.base + address], f"{address} says that it is at {own}"
    return read


def addresses(site, end):
    return [address for address in site.addresses() if re.search(end, address)]


def no_relative_address(html, where):
    for address in re.findall(r'(?:href|src)="([^"]*)"', html):
        assert re.match(r"https?://|mailto:|tel:", address), f"{where} leads to {address}"


def check_every_atom_feed_can_be_read(site):
    found = addresses(site, r"/feed(-\d+)?\.xml$")
    assert NEWS + "feed.xml" in found and "/de/feed.xml" in found, found
    assert any("/nieuws/thema/" in address for address in found), found
    assert any("/nieuws/gemeente" in address for address in found), found
    names = {}
    for address in found:
        read = feed(site, address, "application/atom+xml")
        assert read.version == "atom10" and read.feed.author and read.feed.updated, address
        ids = []
        for entry in read.entries:
            assert names.setdefault(entry.link, entry.id) == entry.id, f"{entry.link} has one name"
            assert entry.published and entry.updated and entry.title, entry.link
            assert datetime.fromisoformat(entry.updated) <= datetime.fromisoformat(site.now)
            no_relative_address(entry.content[0].value, entry.link)
            ids += re.findall(r' id="([^"]*)"', entry.content[0].value)
        assert len(set(ids)) == len(ids), f"{address} has an id twice"
    assert len(set(names.values())) == len(names), "no two items have one name"
    for address in names:
        site.found(address, "text/html")


def check_the_archives_hold_all_that_the_feed_has_no_room_for(site):
    for current in addresses(site, r"/feed\.xml$"):
        seen, address = [], current
        while address:
            read = feed(site, address, "application/atom+xml")
            seen += [entry.id for entry in read.entries]
            links = {link.rel: link.href.removeprefix(site.base) for link in read.feed.links}
            if address != current:
                assert links["current"] == current and "fh_archive" in read.feed, address
            address = links.get("prev-archive")
        assert len(set(seen)) == len(seen), f"{current} has an item twice"
        if current == NEWS + "feed.xml":
            listed = [a for a in site.addresses() if re.fullmatch(r"/nieuws/[a-z0-9-]*[a-z]{3}[a-z0-9-]*/", a)]
            assert len(seen) == len(listed), (len(seen), listed)


def check_json_feeds_say_the_same(site):
    found = addresses(site, r"/feed(-\d+)?\.json$")
    assert len(found) == len(addresses(site, r"/feed(-\d+)?\.xml$")), found
    for address in found:
        read = json.loads(site.found(address, "application/feed+json").text)
        atom = feed(site, address.replace(".json", ".xml"), "application/atom+xml")
        assert read["version"] == "https://jsonfeed.org/version/1.1" and read["title"] == atom.feed.title
        assert read["feed_url"] == site.base + address
        older = [link.href for link in atom.feed.links if link.rel == "prev-archive"]
        following = [read["next_url"]] if "next_url" in read else []
        assert following == [link.replace(".xml", ".json") for link in older]
        known = {"id", "url", "title", "summary", "content_html", "image", "date_published", "date_modified", "tags"}
        for item, entry in zip(read["items"], atom.entries, strict=True):
            assert set(item) <= known and isinstance(item["id"], str), item
            assert item["id"] == entry.id and item["url"] == entry.link
            assert item["content_html"] and datetime.fromisoformat(item["date_published"]).tzinfo


def check_rss_says_the_same(site):
    found = addresses(site, r"/rss\.xml$")
    assert NEWS + "rss.xml" in found
    for address in found:
        read = feed(site, address, "application/rss+xml")
        atom = feed(site, address.replace("rss.xml", "feed.xml"), "application/atom+xml")
        assert read.version == "rss20" and read.feed.description, address
        assert [item.id for item in read.entries] == [entry.id for entry in atom.entries]
        for item in read.entries:
            assert not item.guidislink and item.published_parsed


def check_a_page_names_its_feeds(site):
    for page, feeds in (("/", ["/nieuws/feed.xml"]), ("/nieuws/", ["/nieuws/feed.xml"]), ("/de/", ["/de/feed.xml"])):
        html = site.found(page, "text/html").text
        named = re.findall(r'<link rel="alternate" type="application/atom\+xml"[^>]* href="([^"]*)"', html)
        assert [address for address in feeds if address in named] == feeds, (page, named)
