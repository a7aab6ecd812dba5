"""HTML pages and Markdown files: their plain text, and what they say about themselves."""

from __future__ import annotations

import logging
import re
from typing import Any

from communique.errors import EmptyInput, UnreadableInput

Page = tuple[str, dict[str, str]]
"""(plain text, metadata as found, unchecked)"""

_CHARSET = re.compile(
    rb"(?i)<(?:meta|\?xml)[^>]{0,200}?"
    rb"(?:charset|encoding)\s?=\s?[\"']?([\w:.-]{1,40})"
)
_FRONT_MATTER = re.compile(r"---[ \t]*\r?\n(.{0,20000}?)\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|$)", re.DOTALL)
_FRONT_KEYS = {
    "title": "title",
    "date": "published",
    "published": "published",
    "outlet": "outlet",
    "source": "outlet",
    "outlet_country": "outlet_country",
    "url": "url",
    "lang": "language",
    "language": "language",
}


def declared_charset(data: bytes) -> str | None:
    """What an HTML page says about its encoding in its first bytes."""
    match = _CHARSET.search(data[:4096])
    return match[1].decode("ascii", "ignore") if match else None


def html_page(html: str, where: str) -> Page:
    """The article of an HTML page, by trafilatura: no menus, no comments, a paragraph a line."""
    import trafilatura

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)  # it reports to the terminal what we say ourselves
    logging.getLogger("htmldate").setLevel(logging.CRITICAL)
    # A fixed last date: the default is today, and the same page must give the same report tomorrow.
    dates = {"original_date": True, "extensive_search": False, "max_date": "2100-12-31"}
    try:
        found = trafilatura.bare_extraction(
            html, include_comments=False, include_tables=True, with_metadata=True, date_extraction_params=dates
        )
    except Exception as error:  # whatever a page does to the library stays this page's
        raise UnreadableInput(where, "its HTML could not be taken apart") from error
    text = str(getattr(found, "text", None) or "")
    if found is None or not text.strip():
        raise EmptyInput(where, "the page holds no article that could be found")
    fields = {"title": "title", "published": "date", "outlet": "sitename", "url": "url"}
    metadata = {ours: getattr(found, theirs, None) for ours, theirs in fields.items()}
    return text, {key: str(value) for key, value in metadata.items() if value}


def markdown_page(source: str, where: str) -> Page:
    """The text of a Markdown file without its marks, a blank line between paragraphs; its front matter is metadata."""
    from markdown_it import MarkdownIt

    metadata: dict[str, str] = {}
    match = _FRONT_MATTER.match(source)
    if match:
        metadata = _front_matter(match[1])
        source = source[match.end() :]
    try:
        tokens = MarkdownIt("commonmark").enable("table").parse(source)
    except Exception as error:  # as above
        raise UnreadableInput(where, "its Markdown could not be taken apart") from error
    blocks: list[str] = []
    first_heading = None
    for before, token in zip([None, *tokens], tokens, strict=False):
        if token.type != "inline":
            if token.type in ("fence", "code_block"):
                blocks.append(token.content.strip("\n"))
            continue
        block = "".join(map(_inline, token.children or [])).strip()
        if before is not None and before.type == "heading_open" and before.tag == "h1" and first_heading is None:
            first_heading = " ".join(block.split())
        if block:
            blocks.append(block)
    if first_heading:
        metadata.setdefault("title", first_heading)
    return "\n\n".join(blocks), metadata


def _inline(token: Any) -> str:
    if token.type in ("text", "code_inline"):
        return str(token.content)
    return "\n" if token.type in ("softbreak", "hardbreak") else ""


def _front_matter(block: str) -> dict[str, str]:
    """``key: value`` lines; nested YAML is none of ours, so no YAML parser need see a stranger's file."""
    metadata: dict[str, str] = {}
    for line in block.splitlines():
        key, colon, value = line.partition(":")
        name = _FRONT_KEYS.get(key.strip().lower()) if key[:1].strip() else None
        value = value.strip()
        if len(value) >= 2 and value[0] == value[-1] and value[0] in "\"'":
            value = value[1:-1]
        if colon and name and value:
            metadata.setdefault(name, value)
    return metadata
