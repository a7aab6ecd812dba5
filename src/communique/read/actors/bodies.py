"""In a communiqué of an organisation, the bodies that speak for it: "The Supreme Council", "Heads of Government".

A final communiqué names its organisation once, in the title or the first sentence, and then lets its organs speak.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from communique.read.scene import BODY_KINDS, Mention

if TYPE_CHECKING:
    from communique.read.scene import Block, Scene

_TITLE = re.compile(r"communiqu|statement|declaration|conclusions|outcome", re.IGNORECASE)
_BODY = re.compile(
    r"(?:^|(?<=[.;:!?]\s)|(?<=[.;:]\s\s))(?:The |the )?(?:(?:Supreme|Ministerial|Executive|Permanent|Peace and Security|Regional|Extraordinary) )*"
    r"(?:Council|Conference|Heads of (?:State(?: (?:and|or) (?:of )?Government)?|Government|Delegation)|Authority|Assembly|Summit|Meeting|Leaders"
    r"|(?:Foreign )?Ministers|Community|Union|Organi[sz]ation|Commission|Member States)\b(?= (?:also |further |strongly |firmly |\w+ly )*\w+(?:ed|s|t|k)\b)"
)
_GOES_ON = re.compile(r"^(?:[Ii]t|[Tt]hey|[Ww]e)$")


def speaking_body(scene: Scene, speaking: frozenset[str]) -> tuple[str, ...]:
    """The one organisation whose communiqué the text is; ``()`` where it is none's, or an outlet's country speaks."""
    titles = [b for b in scene.blocks if b.kind == "title"]
    if scene.home is not None or not any(_TITLE.search(scene.text, b.start, b.end) for b in titles):
        return ()
    passages = [(b.start, b.end) for b in titles]
    lead = next((b for b in scene.blocks if b.kind in BODY_KINDS), None)
    if lead is not None:
        passages.append((lead.start, min(lead.end, lead.start + 300)))
    for low, high in passages:
        inside = scene.mentions_in(low, high)
        named = {p for m in inside if m.kind in ("organisation", "office") for p in m.parties if p in speaking}
        if len(named) == 1:
            return tuple(named)
        if named:
            return ()
    return ()


def add_bodies(scene: Scene, author: tuple[str, ...]) -> None:
    """Put the organs of ``author`` among the mentions, and the pronouns that go on with them."""
    for block in scene.blocks:
        if block.kind in BODY_KINDS:
            found = _add_organs(scene, block, author)
            _go_on(scene, block, author, found=found)


def _add_organs(scene: Scene, block: Block, author: tuple[str, ...]) -> bool:
    """Add the organs that the paragraph names; whether there are any. What is plainly another's stays."""
    found = False
    for match in _BODY.finditer(scene.text[block.start : block.end]):
        start, end = block.start + match.start(), block.start + match.end()
        over = [m for m in scene.mentions if m.start < end and start < m.end]
        if any(m.parties and m.kind != "joint" and set(m.parties) != set(author) for m in over):
            continue
        scene.mentions = [m for m in scene.mentions if m not in over]
        scene.mentions.append(Mention(start, end, "organisation", author))
        found = True
    scene.mentions.sort(key=lambda m: m.start)
    return found


def _go_on(scene: Scene, block: Block, author: tuple[str, ...], *, found: bool) -> None:
    """Give the pronouns that open a sentence to ``author``: "it" only where an organ of theirs was named."""
    for mention in scene.mentions_in(block.start, block.end):
        words = scene.text[mention.start : mention.end]
        opens = mention.start == block.start or scene.text[mention.start - 2 : mention.start].strip() in (".", ";")
        if mention.kind == "pronoun" and opens and _GOES_ON.match(words) and (found or words.lower() == "we"):
            mention.parties = author
