"""From a chart to the SVG that stands in a page: drawn once for the same data, by Vega-Lite, without network or files.

vl-convert runs Vega in a JavaScript engine inside this process, and in each that draws: some 60 MB of memory from the
first chart on, and a second or two to start it. ``warming`` starts it before anybody waits for it.
"""

from __future__ import annotations

import hashlib
import json
import re
import textwrap
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from lxml import etree
from markupsafe import Markup

from communique.evaluate.safe import visible
from communique.web.charts import colours
from communique.web.charts.limits import unlimited
from communique.web.charts.safe import HERE, SVG, safe

Data = Mapping[str, Any]
"""What a chart is drawn of: text, numbers, lists and dictionaries."""
Spec = dict[str, Any]

_STOPS = 200
"""With more links than this a chart is no place to go through by key: the same links stand in the page's table."""
_KEPT = 200
"""So many charts are kept."""
LABELS = 300
"""The longest label, in pixels."""
FONT = 12
"""The size of all words, in pixels; a chart is never shown smaller than it is."""


@dataclass(frozen=True)
class Picture:
    """A chart with what it is called and what it says, for those who do not see it.

    ``rows`` is what the chart's ``NamedData`` stand for: Altair, given them itself, would weigh each value for a second.
    ``left`` and ``top`` are the labels on these sides, for which room is left: a page's letters are wider than those that
    Vega measures.
    """

    chart: Any
    title: str
    says: str
    rows: Mapping[str, Sequence[Mapping[str, Any]]]
    left: Sequence[str] = ()
    top: Sequence[str] = ()
    classes: Sequence[str] = ()


_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Letters that no XML may hold (XML 1.0, 2.2). vl-convert does not refuse them: it ends the process."""


def draw(build: Callable[[Any], Picture], data: Data) -> Markup:
    """The SVG of what ``build`` makes of ``data``; what was drawn before is not drawn again."""
    return _drawn(build, json.dumps(_drawable(data), ensure_ascii=False, sort_keys=True, separators=(",", ":")))


def _drawable(value: Any) -> Any:
    """``data`` with U+FFFD for what XML cannot hold."""
    if isinstance(value, str):
        return _NOT_XML.sub("\ufffd", value)
    if isinstance(value, Mapping):
        return {name: _drawable(one) for name, one in value.items()}
    return [_drawable(one) for one in value] if isinstance(value, list | tuple) else value


@lru_cache(maxsize=_KEPT)
def _drawn(build: Callable[[Any], Picture], key: str) -> Markup:
    from altair.utils.schemapi import debug_mode

    with debug_mode(False):  # else Altair weighs each part of each chart against Vega-Lite's schema; the tests do
        picture = build(json.loads(key))
        made = picture.chart.to_dict(validate=False)
    name = hashlib.sha256(f"{build.__module__} {key}".encode()).hexdigest()[:10]
    padding = {"left": 4 + _wider(picture.left), "right": 24, "top": 4 + _wider(picture.top), "bottom": 4}
    whole = {**made, "config": _config(), "padding": padding, "datasets": _leading(picture.rows)}
    spec = unlimited(whole, (*picture.left, *picture.top), FONT)
    return framed(safe(_vega(spec)), picture, name)


def _leading(rows: Mapping[str, Sequence[Mapping[str, Any]]]) -> dict[str, list[dict[str, Any]]]:
    """The rows with their links as Vega takes them; what leads elsewhere leads nowhere."""
    return {
        name: [{**row, "href": f"{HERE}{row['href']}" if row.get("href", "").startswith("/") else None} for row in some]
        for name, some in rows.items()
    }


def _wider(labels: Sequence[str]) -> int:
    """By how much the longest label may come out longer than measured."""
    longest = max((len(line) for label in labels for line in label.split("\n")), default=0)
    return round(min(longest * FONT * 0.55, LABELS) * 0.16)


def _vega(spec: Spec) -> str:
    import altair as alt
    import vl_convert

    version = ".".join(alt.SCHEMA_VERSION.removeprefix("v").split(".")[:2])
    return vl_convert.vegalite_to_svg(spec, vl_version=version, allowed_base_urls=[])


def framed(root: etree._Element, picture: Picture, name: str) -> Markup:
    """An SVG with its title and description; an image, or a group where there is something in it to go to."""
    root.set("class", " ".join(("picture", *picture.classes)))
    links = list(root.iter(f"{{{SVG}}}a"))
    root.set("role", "group" if links else "img")
    for link in links if len(links) > _STOPS else ():
        link.set("tabindex", "-1")
    root.set("aria-labelledby", f"chart-{name}-title")
    root.set("aria-describedby", f"chart-{name}-says")
    for at, (tag, called, words) in enumerate((("title", "title", picture.title), ("desc", "says", picture.says))):
        one = etree.Element(f"{{{SVG}}}{tag}", id=f"chart-{name}-{called}")
        one.text = visible(words)
        root.insert(at, one)
    return Markup(etree.tostring(root, encoding="unicode"))  # noqa: S704 - made of what is allowed


def plain(text: str | None, most: int = 0) -> str:
    """Words of a report for a chart: on one line, nothing in it that steers, at most so many letters."""
    line = visible(" ".join((text or "").split()))
    return line if not most or len(line) <= most else line[: most - 1].rstrip() + "…"


def lanes(texts: Sequence[str], width: int, most: int) -> dict[str, str]:
    """A label for each text: in lines of ``width`` letters, ``most`` lines at most, no two the same."""
    found: dict[str, str] = {}
    used: dict[str, int] = {}
    for text in dict.fromkeys(texts):
        lines = textwrap.wrap(plain(text), width) or ["-"]
        label = (
            "\n".join([*lines[: most - 1], plain(" ".join(lines[most - 1 :]), width)])
            if len(lines) > most
            else "\n".join(lines)
        )
        used[label] = used.get(label, 0) + 1
        found[text] = label if used[label] == 1 else f"{label} ({used[label]})"
    return found


LINES = "split(datum.label, '\\n')"
"""Shows a label in the lines that ``lanes`` has made."""


def _config() -> dict[str, Any]:
    words = {"labelFontSize": FONT, "titleFontSize": FONT, "titleFontWeight": "normal", "labelColor": colours.INK,
             "titleColor": colours.SOFT}  # fmt: skip
    return {
        "background": None, "font": "sans-serif",
        "view": {"stroke": None, "fill": None},
        "axis": {**words, "gridColor": colours.LINE, "domainColor": colours.LINE, "tickColor": colours.LINE,
                 "labelLimit": LABELS, "labelPadding": 5, "labelLineHeight": 14},
        "legend": {**words, "orient": "top", "direction": "horizontal", "title": None, "symbolSize": 90, "offset": 10,
                   "labelLimit": LABELS, "columnPadding": 22, "symbolStrokeWidth": 0, "columns": 4,
                   "layout": {"top": {"direction": "vertical", "anchor": "start", "margin": 4}}},
        "header": {**words, "labelAnchor": "start", "labelOrient": "top", "title": None, "labelColor": colours.SOFT},
        "text": {"fontSize": FONT, "color": colours.INK},
        "title": {"fontSize": FONT, "fontWeight": "normal", "color": colours.SOFT, "anchor": "start", "offset": 8},
        "axisX": {"grid": False},
    }  # fmt: skip
