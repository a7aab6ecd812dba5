"""The brief as a PDF of A4 pages, set by Typst, which brings its fonts with it and needs no network.

The text goes in as data, never as markup. Letters that no font on this machine has are shown as U+FFFD, and
``uncovered`` says of which scripts they are.
"""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterable
from datetime import UTC, datetime
from functools import cache
from importlib.resources import files
from math import ceil
from typing import Any

from communique.brief.extra import needed
from communique.brief.model import Brief
from communique.brief.saying import last_day
from communique.brief.written import footer, keys, quoted, reference, subtitle

_SIZES = ("9.2", "8.9", "8.6", "8.3", "8")
"""Of the text, in points: the first that leaves it on two pages is taken, else the last."""
_PAGES = 2
_COLUMN = 68
"""Letters in a row of the list of sources."""
_FROM = 0x250
"""Before these, letters are Latin; every font has them."""
_STANDARD = "ua-1"
_PROBE = b'#set document(title: "x")\n#set text(lang: "en", font: "Libertinus Serif")\n#sys.inputs.letters'


def as_pdf(brief: Brief) -> bytes:
    """The brief as a tagged PDF (PDF/UA-1). The same brief gives the same bytes with the same fonts.

    Raises ``ExtraMissing`` where ``communique[brief]`` is not installed.
    """
    typst = needed("typst", "a PDF")
    given = _data(brief)
    lacking = _lacking(_letters(given))
    if lacking:
        given = _without(given, lacking)
        given["unknown"] = [*given["unknown"], _sentence(uncovered(brief))]
    template = files("communique.brief").joinpath("templates/brief.typ").read_bytes()
    inputs = {"brief": json.dumps(given, ensure_ascii=False)}
    size = next((one for one in _SIZES if _pages(typst, template, inputs, one) <= _PAGES), _SIZES[-1])
    made: bytes = typst.compile(
        template, sys_inputs={**inputs, "size": size}, pdf_standards=[_STANDARD], timestamp=_timestamp(brief)
    )
    return made


def uncovered(brief: Brief) -> tuple[str, ...]:
    """The scripts of which this machine's fonts lack letters that are in the brief: "CJK", "Hangul", "Thai"."""
    return tuple(sorted({_script(letter) for letter in _lacking(_letters(_data(brief)))}))


def _sentence(scripts: Iterable[str]) -> str:
    return f"No font of this machine has the letters of {', '.join(scripts)}: they stand as \ufffd. The .html and .md have them."


def _data(brief: Brief) -> dict[str, Any]:
    """The brief as plain values, as the template takes them."""
    day = last_day(brief.as_of or "1970-01-01")
    return {
        "title": brief.title, "subtitle": subtitle(brief), "footer": footer(brief), "unknown": list(brief.unknown),
        "date": [int(part) for part in day.split("-")],
        "sections": [
            {
                "title": section.title, "nothing": section.nothing, "note": section.note,
                "groups": [
                    {
                        "title": group.title, "more": group.more,
                        "lines": [
                            {"runs": [{"text": text, "kind": kind} for text, kind in quoted(line)], "keys": keys(line)}
                            for line in group.lines
                        ],
                    }
                    for group in section.groups
                ],
            }
            for section in brief.sections
        ],
        "sources": _columns([
            {
                "number": str(source.number), "reference": f"{reference(source)}. {source.where}",
                "words": [{"key": one.key, "quote": one.quote} for one in source.citations if not one.told],
            }
            for source in brief.sources
        ]),
    }  # fmt: skip


def _columns(sources: list[dict[str, Any]]) -> list[list[dict[str, Any]]]:
    """The sources in two columns of about one height."""
    heights = [ceil(sum(len(text) for text in _texts(one)) / _COLUMN) + 0.4 for one in sources]
    half = min(range(len(sources), -1, -1), key=lambda at: max(sum(heights[:at]), sum(heights[at:])))
    return [sources[:half], sources[half:]]


def _texts(source: dict[str, Any]) -> list[str]:
    return [source["reference"], *(f"{one['key']} “{one['quote']}” " for one in source["words"])]


def _letters(value: Any) -> frozenset[str]:
    """All letters of the text that may not be in every font."""
    return frozenset(letter for letter in json.dumps(value, ensure_ascii=False) if ord(letter) >= _FROM)


def _lacking(letters: frozenset[str]) -> frozenset[str]:
    """Those that no font has: a script is tried as a whole, and letter by letter where that fails."""
    scripts: dict[str, list[str]] = {}
    for letter in sorted(letters):
        scripts.setdefault(_script(letter), []).append(letter)
    return frozenset(
        letter for some in scripts.values() if not _covered("".join(some)) for letter in some if not _covered(letter)
    )


@cache
def _covered(letters: str) -> bool:
    """Whether this machine's fonts have all of these letters: PDF/UA allows none that is not shown."""
    typst = needed("typst", "a PDF")
    try:
        typst.compile(_PROBE, sys_inputs={"letters": letters}, pdf_standards=[_STANDARD])
    except typst.TypstError as error:
        if "could not be displayed" in str(error):
            return False
        raise
    return True


def _script(letter: str) -> str:
    """The script of a letter, as its name begins."""
    word = unicodedata.name(letter, "unnamed").split(" ")[0].split("-")[0]
    return word if word == "CJK" else word.capitalize()


def _without(value: Any, letters: frozenset[str]) -> Any:
    if isinstance(value, str):
        return "".join("\ufffd" if letter in letters else letter for letter in value)
    if isinstance(value, dict):
        return {key: _without(one, letters) for key, one in value.items()}
    return [_without(one, letters) for one in value] if isinstance(value, list) else value


def _pages(typst: Any, template: bytes, inputs: dict[str, str], size: str) -> int:
    return int(typst.query(template, "<pages>", field="value", one=True, sys_inputs={**inputs, "size": size}))


def _timestamp(brief: Brief) -> datetime:
    """The day of the brief: no clock is in the file."""
    return datetime.fromisoformat(last_day(brief.as_of or "1970-01-01")).replace(tzinfo=UTC)
