"""Which stretch of text means whom: the chunks and the cast turned into mentions, sorted, without overlap.

What depends on the run of the text ("the President", "the two sides", "he") is left open here and settled by
``discourse``.
"""

from __future__ import annotations

import re

from communique.read.actors.cast import Cast, name_words
from communique.read.actors.chunks import Chunk, Lexicon
from communique.read.actors.sighting import Sighting
from communique.read.scene import Mention

_SIDES = (
    r"sides|parties|countries|nations|states|governments|peoples|leaders|presidents|ministers|foreign ministers|prime ministers"
    r"|heads of (?:state|government|delegation)(?:s)?(?: and (?:government|delegation)s?)?|delegations|interlocutors|officials|diplomats"
    r"|neighbou?rs|principals|chiefs|capitals|secretaries|statesmen|co-chairs|chairs|chairpersons|secretaries|economies|foreign secretaries"
    r"|(?:top|chief|senior) diplomats|defen[cs]e ministers|PMs|FMs|ministries|parliaments|dignitaries|counterparts|heads|premiers|monarchs|kings|allies|partners|militaries|armies|colleagues|envoys"
)
_JOINT = re.compile(
    rf"\b(?:(?:the|both|our|their|these|all|two|its)\s+)?(?:undersigned\s+)?(?:(?:two|three|four|five|six|both)\s+)?(?:{_SIDES})\b"
    r"|\bboth of (?:them|us)\b|\b(?:the two|the three|the five|the pair|the duo)\b(?=\s+(?:also|then|last|further|both|\w+ed|\w+s|met|held|had|will|are|have|welcomed)\b)"
    r"|\b[Hh]osts? and guests?\b|\b(?:the )?Parties\b"
    r"|\bboth\b(?=\s+(?:also|then|are|were|have|had|will|would|hope|support|agreed|\w+ed|welcome|want|look|stand|believe)\b)|\bparticipants\b",
    re.IGNORECASE,
)
_OPEN_JOINT = re.compile(r"^(?:the|both|our|their|these|all|two)\b", re.IGNORECASE)
_PRONOUN = re.compile(r"\b(?:the latter|The latter|he|she|they|we|him|them|us|He|She|They|We|it|It|I)\b")
_ROYAL = re.compile(r"^(?:His|Her|Their) (?:Imperial |Royal |Serene )?(?:Majesty|Highness|Excellency|Holiness)$|^H\.?[MHE]\.?$|^HRH$")
_PLACE_BEFORE = frozenset("in at to from near outside into through via visit visited visiting reach reached leaving left toward towards around between".split())
_DETERMINERS = frozenset("the his her its their our this that visiting".split())


def build_mentions(text: str, chunks: list[Chunk], sightings: list[Sighting], cast: Cast, lexicon: Lexicon) -> list[Mention]:
    """All mentions of ``text``, sorted; those found first win where two would overlap."""
    taken: list[Mention] = []
    taken.extend(_people(text, chunks, sightings, cast))
    occupied = _Occupied(taken)
    for found in (_sides(chunks, lexicon), _joint(text), _offices(chunks), _countries(chunks), _pronouns(text)):
        for mention in found:
            if occupied.free(mention):
                occupied.add(mention)
                taken.append(mention)
    taken.sort(key=lambda m: m.start)
    return taken


class _Occupied:
    """Which characters are already part of a mention."""

    def __init__(self, mentions: list[Mention]) -> None:
        self._cells: set[int] = set()
        for mention in mentions:
            self.add(mention)

    def add(self, mention: Mention) -> None:
        self._cells.update(range(mention.start, mention.end))

    def free(self, mention: Mention) -> bool:
        return mention.start not in self._cells and mention.end - 1 not in self._cells


def _people(text: str, chunks: list[Chunk], sightings: list[Sighting], cast: Cast) -> list[Mention]:
    out = []
    covered: set[int] = set()
    for seen in sightings:
        person = cast.by_sighting[seen.start]
        out.append(Mention(seen.title_start, seen.end, "person", _parties(person.country), (person,), text[seen.start : seen.end]))
        covered.update(range(seen.title_start, seen.end))
    position = 0
    while position < len(chunks):
        chunk = chunks[position]
        if chunk.kind not in ("cap", "word") or chunk.start in covered or not chunk.text[0].isupper():
            position += 1
            continue
        length = _alias_length(chunks, position, cast)
        if length:
            last = chunks[position + length - 1]
            bearers = cast.named(tuple(w for c in chunks[position : position + length] for w in name_words(c.text)))
            person = bearers[0] if len(bearers) == 1 else min(bearers, key=lambda p: (p.first > chunk.start, -p.mentions))
            start = _with_title(chunks, position, covered)
            person.mentions += 1
            out.append(Mention(start, last.end, "person", _parties(person.country), (person,), text[chunk.start : last.end]))
        position += max(1, length)
    return out


def _alias_length(chunks: list[Chunk], position: int, cast: Cast) -> int:
    best, words = 0, []
    for length in range(1, 6):
        if position + length > len(chunks):
            break
        chunk = chunks[position + length - 1]
        if length > 1 and (chunk.gap not in (" ", "-", ". ") or chunks[position + length - 2].genitive):
            break
        words.extend(name_words(chunk.text))
        if cast.named(tuple(words)):
            best = length
    return best


def _with_title(chunks: list[Chunk], position: int, covered: set[int]) -> int:
    start, at = chunks[position].start, position - 1
    while at >= 0 and chunks[at + 1].gap in (" ", ". ") and chunks[at].kind in ("office", "honorific") and chunks[at].start not in covered:
        start = chunks[at].start
        at -= 1
    return start


def _parties(country: str | None) -> tuple[str, ...]:
    return (country,) if country else ()


def _sides(chunks: list[Chunk], lexicon: Lexicon) -> list[Mention]:
    """"the Kazakh side", "the Government of Oman", "Kazakhstan's foreign ministry", "the Vietnamese government"."""
    out = []
    for at, chunk in enumerate(chunks):
        if chunk.kind not in ("adjective", "country", "capital", "organisation", "people"):
            continue
        after = at + 1
        while after < len(chunks) and after - at < 3 and chunks[after].gap == " " and chunks[after].text.lower() in ("central", "federal", "royal", "foreign", "ruling", "national", "military", "new"):
            after += 1
        bound = after < len(chunks) and chunks[after].gap == " " and (chunk.kind == "adjective" or chunk.genitive or chunk.kind == "country")
        if bound and chunks[after].text.lower() in lexicon.side_nouns and chunks[after].kind != "office":
            if chunks[after].text.lower() in ("foreign",):
                continue
            out.append(Mention(_article(chunks, at), chunks[after].end, "country", (chunk.code,), (), chunk.text))
            continue
        if at >= 2 and chunk.kind == "country" and chunks[at - 1].text == "of" or (at >= 3 and chunk.kind == "country" and chunks[at - 1].text == "the" and chunks[at - 2].text == "of"):
            head = at - 2 if chunks[at - 1].text == "of" else at - 3
            if chunks[head].text.lower() in ("government", "governments", "people", "state", "sultanate", "kingdom", "republic", "ministry", "authorities", "side", "consulate", "embassy", "head"):
                out.append(Mention(_article(chunks, head), chunk.end, "country", (chunk.code,), (), chunk.text))
    return out


def _article(chunks: list[Chunk], at: int) -> int:
    if at > 0 and chunks[at - 1].text.lower() in ("the", "its", "our") and chunks[at].gap == " ":
        return chunks[at - 1].start
    return chunks[at].start


def _joint(text: str) -> list[Mention]:
    out = []
    for match in _JOINT.finditer(text):
        words = match.group()
        if words.lower() in ("all parties", "all sides", "all countries", "all nations", "all states"):
            out.append(Mention(match.start(), match.end(), "third", name=words))
        elif _OPEN_JOINT.match(words) or words.lower() in ("participants", "parties") or "and guest" in words:
            out.append(Mention(match.start(), match.end(), "joint", name=words))
    return out


def _offices(chunks: list[Chunk]) -> list[Mention]:
    """"the President", "his Kazakh counterpart", "the Lao prime minister", without a name."""
    out = []
    for at, chunk in enumerate(chunks):
        if chunk.kind == "honorific" and _ROYAL.match(chunk.text):
            follows = chunks[at + 1] if at + 1 < len(chunks) else None
            named = follows is not None and follows.gap == " " and (follows.kind in ("cap", "office", "honorific") or follows.text == "the")
            if not named:
                out.append(Mention(chunk.start, chunk.end, "office", (), (), "royal:" + chunk.text.split()[-1].lower()))
            continue
        counterpart = chunk.text.lower() in ("counterpart", "opposite number", "colleague", "guest", "interlocutor", "envoy", "host", "visitor", "diplomat", "leader", "chief")
        counterpart = counterpart or (chunk.text.lower() == "number" and at > 0 and chunks[at - 1].text.lower() == "opposite")
        if chunk.kind != "office" and not counterpart:
            continue
        start, back = chunk.start, at - 1
        parties: tuple[str, ...] = (chunk.country,) if chunk.country else ()
        while back >= 0 and chunks[back + 1].gap == " " and chunks[back].text.lower() in ("visiting", "new", "distinguished", "newly", "outgoing", "opposite"):
            back -= 1
        if back >= 0 and chunks[back + 1].gap == " " and chunks[back].kind in ("adjective", "country", "organisation"):
            parties, start = (chunks[back].code,), chunks[back].start
            back -= 1
        definite = back >= 0 and chunks[back + 1].gap == " " and chunks[back].text.lower() in _DETERMINERS
        if definite:
            start = chunks[back].start
        after = chunks[at + 1 : at + 5]
        end = chunk.end
        if chunk.text.lower() in ("leader", "chief") and not parties and not (after and after[0].text == "of"):
            continue
        if after and after[0].text == "of" and (not counterpart or chunk.text.lower() in ("leader", "chief")):
            named = next((c for c in after[1:3] if c.kind in ("country", "adjective", "people", "organisation")), None)
            if named is not None:
                parties, end = (named.code,), named.end
        honorific = chunk.kind == "office" and chunk.text[0].isupper()
        if definite or parties or honorific:
            name = "counterpart" if counterpart and chunk.kind != "office" else chunk.code
            if chunk.text.lower() in ("leader", "chief"):
                if not parties:
                    continue
                name = "leader"
            out.append(Mention(start, end, "office", parties, (), name))
    return out


def _countries(chunks: list[Chunk]) -> list[Mention]:
    out = []
    for at, chunk in enumerate(chunks):
        if chunk.kind in ("country", "seat", "party", "people"):
            out.append(Mention(_article(chunks, at) if chunk.kind != "people" else chunk.start, chunk.end, "country", (chunk.code,), (), chunk.text))
        elif chunk.kind in ("organisation", "part"):
            out.append(Mention(_article(chunks, at), chunk.end, "organisation", (chunk.code,), (), chunk.text))
        elif chunk.kind == "adjective":
            out.append(Mention(chunk.start, chunk.end, "adjective", (chunk.code,), (), chunk.text))
        elif chunk.kind in ("capital", "city"):
            kind = "city" if chunk.kind == "city" or _placed(chunks, at) else "country"
            out.append(Mention(chunk.start, chunk.end, kind, (chunk.code,), (), chunk.text))
    return out


def _placed(chunks: list[Chunk], at: int) -> bool:
    """Whether a capital's name is the place here, not the government."""
    chunk = chunks[at]
    if at + 1 < len(chunks) and chunks[at + 1].gap in ("-", "‑") and chunks[at + 1].text in ("based", "held", "hosted", "born"):
        return True
    if at > 0 and chunks[at - 1].text.lower() in _PLACE_BEFORE and chunk.gap == " ":
        return not (chunks[at - 1].text.lower() in ("to", "from", "between") and chunk.genitive)
    if at + 1 < len(chunks) and chunks[at + 1].gap == ", " and chunks[at + 1].kind == "country" and chunks[at + 1].code == chunk.code:
        return True
    if at > 1 and chunks[at - 1].text == "and" and chunks[at - 2].kind in ("capital", "city"):
        return _placed(chunks, at - 2)
    return at + 1 < len(chunks) and chunks[at + 1].gap == " " and chunks[at + 1].kind == "cap" and not chunk.genitive


def _pronouns(text: str) -> list[Mention]:
    return [Mention(m.start(), m.end(), "pronoun", name=m.group().lower().removeprefix("the ")) for m in _PRONOUN.finditer(text)]
