"""Reading pages as people do."""

from __future__ import annotations

import html
import re


def links(page: str) -> set[str]:
    """The paths that a page leads to."""
    return {html.unescape(path) for path in re.findall(r'href="([^"]+)"', page)}


def words(page: str) -> str:
    """What a page says, without its marks."""
    return " ".join(html.unescape(re.sub(r"<[^>]*>", " ", page)).split())


def main(page: str) -> str:
    """What a page says between head and foot."""
    return words(page[page.index("<main") : page.index("</main>")])
