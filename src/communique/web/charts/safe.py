"""What a drawn chart may hold when it stands in a page: shapes, words and links of ours; no style, script or address else.

What reports say is in its words, and reports are hostile. Only what is listed here is taken over, all else is left out.
"""

from __future__ import annotations

import re
from typing import Final

from lxml import etree

from communique.evaluate.safe import visible
from communique.web.charts.colours import ALL

SVG: Final = "http://www.w3.org/2000/svg"
_XLINK: Final = "{http://www.w3.org/1999/xlink}href"
HERE: Final = "https://here.invalid"
"""Stands before the links of this server in a chart's data: Vega would lead those without it to a server of its own."""
_ELEMENTS: Final = frozenset(("svg", "g", "path", "line", "rect", "circle", "text", "tspan", "a"))
_ATTRIBUTES: Final = frozenset((
    "d", "x", "y", "x1", "x2", "y1", "y2", "cx", "cy", "r", "rx", "ry", "width", "height", "viewBox", "transform",
    "stroke-width", "stroke-dasharray", "stroke-linecap", "stroke-miterlimit", "opacity", "fill-opacity",
    "stroke-opacity", "dx", "dy", "text-anchor", "font-size", "font-weight", "font-style",
))  # fmt: skip
_VALUE: Final = re.compile(r"[\w\s.,()+\-#%]*", re.ASCII)
_PARSER_OPTIONS: Final = {"resolve_entities": False, "no_network": True, "load_dtd": False, "huge_tree": True}


def safe(drawn: str) -> etree._Element:
    """The SVG in ``drawn``, made anew of what is allowed.

    Colours become classes (``colours``), links lead to this server alone, and what a shape or link is called
    (``aria-label``) is also its title, which browsers show.
    """
    root = etree.fromstring(drawn.encode("utf-8"), etree.XMLParser(**_PARSER_OPTIONS))
    made = _made(root)
    assert made is not None
    return made


def _made(old: etree._Element) -> etree._Element | None:
    if not isinstance(old.tag, str) or etree.QName(old).namespace != SVG or old.get("display") == "none":
        return None
    name = etree.QName(old).localname
    if name not in _ELEMENTS or _unseen(old, name):
        return None
    new = etree.Element(f"{{{SVG}}}{name}", nsmap={None: SVG})
    for key, value in old.attrib.items():
        if key in _ATTRIBUTES and _VALUE.fullmatch(str(value)):
            new.set(str(key), str(value))
    _colour(old, new)
    if name == "a" and not _lead(old, new):
        new.tag = f"{{{SVG}}}g"
    if name in ("text", "tspan"):
        new.text = visible(old.text) if old.text else None
        if new.get("font-size"):
            new.set("font-size", new.get("font-size", "").removesuffix("px"))
    for child in old:
        kept = _made(child)
        if kept is not None:
            new.append(kept)
    _call(old, new, name)
    _centre(new)
    if name == "g" and len(new) == 0:
        return None
    return new


def _centre(text: etree._Element) -> None:
    """Lines of one label stand around its middle; Vega has them grow downwards."""
    lines = [one for one in text if one.tag == f"{{{SVG}}}tspan"]
    if len(lines) > 1 and lines[0].get("dy") is None:
        lines[0].set("dy", str(-(len(lines) - 1) * float(lines[1].get("dy") or 0) / 2))


def _unseen(old: etree._Element, name: str) -> bool:
    """The frames that Vega draws around and behind its groups: without a colour, or without a shape."""
    return name == "path" and (old.get("class") in ("background", "foreground") or not old.get("d"))


def _colour(old: etree._Element, new: etree._Element) -> None:
    classes = []
    for part in ("fill", "stroke"):
        value = old.get(part)
        if value in ALL:
            classes.append(f"chart-{part}-{value}")
        elif value in ("none", "transparent"):
            new.set(part, "none")
    if classes:
        new.set("class", " ".join(classes))


def _lead(old: etree._Element, new: etree._Element) -> bool:
    """Take over where a link leads, if that is on this server."""
    address = str(old.get(_XLINK) or old.get("href") or "").removeprefix(HERE)
    if not address.startswith(("/", "#")) or address.startswith(("//", "/\\")) or not address.isprintable():
        return False
    new.set("href", address)
    return True


def _call(old: etree._Element, new: etree._Element, name: str) -> None:
    """A link is called what the shape in it is called; a shape by itself has a title."""
    called = old.get("aria-label") if old.get("aria-roledescription") not in _PARTS else None
    if name == "a":
        called = next((one.get("aria-label") for one in old.iterdescendants() if one.get("aria-label")), None)
        for title in list(new.iter(f"{{{SVG}}}title")):
            parent = title.getparent()
            assert parent is not None
            parent.remove(title)
        if called and new.get("href"):
            new.set("aria-label", visible(str(called)))
    elif name not in ("path", "rect", "circle"):
        return
    if called:
        title = etree.Element(f"{{{SVG}}}title")
        title.text = visible(str(called))
        new.insert(0, title)


_PARTS: Final = frozenset(("axis", "legend", "title", "group mark container"))
