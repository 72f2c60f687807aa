"""The contact for weak spots, by the judge of internet.nl."""

import re
from datetime import datetime

import sectxt


def check_the_contact_is_valid_where_there_is_one(site):
    address = "/.well-known/security.txt"
    reply = site.get(address)
    if "[security]" not in (site.folder / "content/site.toml").read_text():
        assert reply.status == 404, "nobody is named, so nobody is claimed"
        return
    assert reply.status == 200 and reply.media_type == "text/plain; charset=utf-8"
    judged = sectxt.Parser(reply.body, urls=site.base + address)
    # The judge has the clock of today, the site that of the tests.
    errors = [error for error in judged.errors if error["code"] not in ("expired", "no_sig")]
    assert not errors, errors
    expires = datetime.fromisoformat(re.search(r"Expires: (\S+)", reply.text)[1])
    assert expires > datetime.fromisoformat(site.now)
