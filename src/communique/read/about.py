"""How a report takes up a matter before it tells of it: "On the ferry, the ministers agreed ...", "As for visas, ...".

What is agreed then often names its matter no more ("to begin talks in May"). The words are kept beside the record, so that
the ledger can tell which matter is meant.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from communique.knowledge import Codebook
    from communique.read.scene import Scene

LONGEST = 110
"""In characters: the longest name of a matter."""
_NUMBERED = r"(?:\(?\d{1,2}\)?[.)]\s+)?"
_WHO_SPEAKS = r"(?:[A-ZÀ-Þ][^:\n]{1,60}:\s+)?"


def about_of(scene: Scene, start: int, codebook: Codebook) -> tuple[int, int] | None:
    """Where the matter stands that the sentence around ``start`` takes up at its beginning; None where it takes up none.

    Offsets are code points of the report. What stands in the words taken up themselves is about nothing else.
    """
    unit = next((unit for unit in scene.units if unit.start <= start < unit.end), None)
    if unit is None:
        return None
    before = unit.attribution  # "On the ferry, he said, talks went on": cut off where it stands first
    begin = min(unit.start, before.start) if before is not None else unit.start
    found = _taking_up(codebook).match(scene.text, begin, unit.end)
    if found is None or found.start() < start < found.end("matter"):
        return None
    return found.span("matter")


def _taking_up(codebook: Codebook) -> re.Pattern[str]:
    """The pattern of the codebook's words for taking up a matter, made once."""
    made: re.Pattern[str] = codebook.memo("taking-up", _compiled)
    return made


def _compiled(codebook: Codebook) -> re.Pattern[str]:
    words = codebook.section("wordlists")
    openers, others = (_alternatives(words[name].words) for name in ("taking-up", "no-matter"))
    return re.compile(
        rf"{_WHO_SPEAKS}{_NUMBERED}(?i:{openers})\s+(?!(?:\d|(?i:{others})\b|\w+day\b))(?P<matter>[^,;:\n]{{3,{LONGEST}}}),\s"
    )


def _alternatives(phrases: tuple[str, ...]) -> str:
    longest_first = sorted(phrases, key=lambda phrase: (-len(phrase), phrase))
    return "|".join(re.escape(phrase).replace(r"\ ", r"\s+") for phrase in longest_first)
