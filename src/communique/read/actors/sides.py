"""Whom the report is mainly about, and what kind of text it is."""

from __future__ import annotations

import re

from communique.read.scene import BODY_KINDS, Block, Mention

_JOINT_TITLE = re.compile(
    r"\bjoint (?:\w+['’]? )?(?:statement|communiqu[eé]|declaration|leaders['’]? statement|press (?:statement|release|communiqu[eé])|vision|action plan)|^(?:\w+ )?declaration (?:of|on|by)\b",
    re.IGNORECASE,
)
_OWN_TITLE = re.compile(
    r"\b(?:official|press|foreign ministry|mfa)\s+communiqu|^communiqu|\bstatement (?:by|of|from|on|regarding|concerning)\b|^(?:official |press )?statement\b|\bdeclaration (?:by|of) the\b|\bspokesperson(?:['’]s)? statement\b",
    re.IGNORECASE,
)
_OF_SEVERAL = re.compile(
    r"\b(?:ministers|presidents|leaders|heads of (?:state|government)|governments|ambassadors)\b[^,]*\bof\b[^,]+,[^,]+(?:,| and )",
    re.IGNORECASE,
)
_SAID = re.compile(
    r"[,”\"»]\s+(?:said|noted|added|stressed)\s+(?:the )?[A-Z]|[,”\"»]\s+(?:the )?[A-Z][\w’'. -]{2,50}\s(?:said|noted|added|stressed|concluded)\b"
)
_FIRST_PERSON = re.compile(r"\b(?:I|my|me)\b")
_WE = re.compile(r"(?:^|[.!?]\s+)(?:We|Our)\b")
_WE_MET_SOMEBODY = re.compile(
    r"\b[Ww]e (?:have )?met (?:with )?(?:(?:the|our|his|her) )?(?!(?:[A-Z]\w+day|Today)\b)[A-Z]\w+"
)
"""Not the two sides, but one that met "Foreign Minister X"."""
_WEIGHTS = {"person": 1.5, "country": 1.0, "office": 0.7, "organisation": 1.0}
"""What a mention counts for its party; others, such as adjectives, count less than any of these."""


def joint_sides(mentions: list[Mention], blocks: list[Block], speaking: frozenset[str]) -> tuple[str, ...]:
    """Of a joint document: all that its title names as parties, else all of the first list in its opening sentence."""
    title_end = max((b.end for b in blocks if b.kind == "title"), default=-1)
    lead = next((b for b in blocks if b.kind in BODY_KINDS), None)
    for low, high in ((-1, title_end), (lead.start, min(lead.end, lead.start + 600)) if lead else (0, 0)):
        named: list[str] = []
        for mention in mentions:
            if low <= mention.start < high and mention.kind in ("country", "organisation", "person", "adjective"):
                named.extend(
                    p for p in mention.parties if p not in named and (mention.kind != "organisation" or p in speaking)
                )
        if len(named) >= 2:
            return tuple(named)
    return ()


def statement_author(
    mentions: list[Mention], blocks: list[Block], text: str, speaking: frozenset[str]
) -> tuple[str, ...]:
    """The organisation that a statement's title names as its author ("G7 Foreign Ministers' Statement on ...")."""
    for block in blocks:
        if block.kind != "title":
            continue
        at = text.lower().find("statement", block.start, block.end)
        by = re.search(r"\b(?:by|of|on behalf of)\b", text[at : block.end]) if at >= 0 else None
        for mention in mentions:
            ahead = block.start <= mention.start < at
            after = by is not None and 0 <= mention.start - (at + by.end()) < 12
            if mention.kind == "organisation" and (ahead or after) and set(mention.parties) & speaking:
                return mention.parties
    return ()


def find_sides(
    mentions: list[Mention], blocks: list[Block], home: str | None, speaking: frozenset[str]
) -> tuple[str, ...]:
    """The parties the report is mainly about, weightiest first, home leading if it is one of them.

    ``speaking`` are the organisations that act with a voice of their own; others never are a side.
    """
    weight: dict[str, float] = {}
    title_end = max((b.end for b in blocks if b.kind == "title"), default=-1)
    lead_end = next((b.end for b in blocks if b.kind in BODY_KINDS), -1)
    for mention in mentions:
        factor = 5.0 if mention.start < title_end else 2.5 if mention.end <= lead_end else 1.0
        for party in mention.parties:
            if len(party) != 3 or not party.isalpha() or mention.kind == "organisation":
                if party not in speaking:
                    continue
                factor *= 0.6
            weight[party] = weight.get(party, 0.0) + factor * _WEIGHTS.get(mention.kind, 0.35)
    if home is not None and home in weight:
        weight[home] += 4
    ranked = sorted(weight, key=lambda p: (-weight[p], p))
    if not ranked:
        return ()
    first = home if home is not None and home in weight else ranked[0]
    others = [p for p in ranked if p != first and weight[p] >= 2.0]
    return (first, *others[:1])


def find_genre(text: str, title: str | None, blocks: list[Block]) -> str:
    """``joint``, ``transcript``, ``chronicle``, ``first-person`` or ``report`` (see ``Scene.genre``)."""
    body = [b for b in blocks if b.kind in BODY_KINDS]
    if sum(1 for b in body if b.date) >= 2:
        return "chronicle"
    if any(b.kind == "question" for b in blocks) and not _remarks_first(text, body):
        return "transcript"
    if title and _JOINT_TITLE.search(title):
        return "joint"
    if title and _OWN_TITLE.search(title):
        return "joint" if _OF_SEVERAL.search(title) else "communique"
    outside = " ".join(
        _without_quotes(text[b.start : b.end]) for b in body if not b.turn and not _SAID.search(text, b.start, b.end)
    )
    if len(_FIRST_PERSON.findall(outside)) >= 3:
        return "first-person"
    if len(_WE.findall(outside)) >= 3:
        opening = text[: body[0].end] if body else ""
        together = " we met" in outside.lower() or "our two countries" in outside.lower()
        together = together and not _WE_MET_SOMEBODY.search(outside)
        return "joint" if together or _JOINT_TITLE.search(opening) else "first-person"
    if body and _JOINT_TITLE.search(text[:300]) and "issued the following" in text[:600]:
        return "joint"
    return "report"


def _remarks_first(text: str, body: list[Block]) -> bool:
    """Whether one person's remarks, with no label, are the most of it, and questions only follow them."""
    before = " ".join(text[b.start : b.end] for b in body if not b.turn)
    return len(_FIRST_PERSON.findall(before)) >= 3 and len(before) > sum(b.end - b.start for b in body if b.turn)


def _without_quotes(words: str) -> str:
    return re.sub(r"[\"“][^\"”]*[\"”]?", " ", words)
