"""The parts that several checks share."""

import os
import re
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent.parent

# The libraries that only Node.js has.
NODE_MODULES = Path(os.environ.get("CARGO_TARGET_DIR", PROJECT / "target")).resolve() / "machines/node/node_modules"


def pages(site):
    """Every page that search engines may show."""
    return re.findall(r"<loc>([^<]*)</loc>", site.found("/sitemap.xml").text)
