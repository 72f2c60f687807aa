"""The Markdown twins, as a reader of CommonMark sees them."""

import re

import yaml
from markdown_it import MarkdownIt

PARSER = MarkdownIt("commonmark").enable("table")


def twin_addresses(site):
    return re.findall(r"\]\(([^)]+/index\.md)\)", site.found("/llms.txt", "text/plain").text)


def links(tokens):
    for token in tokens:
        if token.type in ("link_open", "image"):
            yield token.attrs.get("href") or token.attrs.get("src")
        yield from links(token.children or [])


def check_every_page_is_listed_with_its_twin(site):
    listed = {address.removesuffix("index.md") for address in twin_addresses(site)}
    pages = re.findall(r"<loc>([^<]+/)</loc>", site.found("/sitemap.xml").text)
    assert len(listed) > 10
    assert listed <= set(pages), listed - set(pages)


def check_a_twin_can_be_read_and_all_its_links_lead_somewhere(site):
    answered = {}
    for address in twin_addresses(site):
        reply = site.found(address, "text/markdown")
        page = address.removesuffix("index.md")
        assert reply.headers["link"] == f'<{page}>; rel="canonical"', reply.headers["link"]
        _, front, text = reply.text.split("---\n", 2)
        front = yaml.safe_load(front)
        assert front["url"] == page and front["title"], front
        tokens = PARSER.parse(text)
        headings = [token.tag for token in tokens if token.type == "heading_open"]
        assert headings.count("h1") == 1, f"{address} has {headings}"
        assert not [token for token in tokens if token.type.startswith("html")], address
        for link in links(tokens):
            assert re.match(r"(https?://|mailto:|tel:)", link), f"{link} in {address}"
            link = link.split("#")[0]
            if link.startswith(site.base + "/") and link not in answered:
                answered[link] = site.get(link).status
                assert answered[link] == 200, f"{link} in {address} answers {answered[link]}"


def check_what_is_accepted_decides_at_the_address_of_the_page(site):
    for address in twin_addresses(site)[:20]:
        page = address.removesuffix("index.md")
        by_accept = site.get(page, {"Accept": "text/markdown"})
        assert by_accept.body == site.found(address).body
        assert by_accept.headers["vary"].lower().startswith("accept,")
        html = site.found(page, "text/html")
        assert html.headers["etag"] != by_accept.headers["etag"]
        again = site.get(page, {"Accept": "text/markdown", "If-None-Match": by_accept.headers["etag"]})
        assert again.status == 304
