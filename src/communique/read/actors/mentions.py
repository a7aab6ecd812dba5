"""Which stretch of text means whom: the chunks and the cast turned into mentions, sorted, without overlap.

What depends on the run of the text ("the President", "the two sides", "he") is left open here and settled by
``discourse``.
"""

from __future__ import annotations

import re

from communique.read.actors.cast import Cast, name_words
from communique.read.actors.chunks import Chunk, Lexicon
from communique.read.actors.sighting import Sighting
from communique.read.scene import Mention, Person

_SIDES = (
    r"sides|parties|countries|nations|states|governments|peoples|leaders|presidents|ministers|foreign ministers|prime ministers"
    r"|heads of (?:state|government|delegation)(?:s)?(?: and (?:government|delegation)s?)?|delegations|interlocutors|officials|diplomats"
    r"|neighbou?rs|principals|chiefs|capitals|secretaries|statesmen|co-chairs|chairs|chairpersons|secretaries|economies|foreign secretaries"
    r"|(?:top|chief|senior) diplomats|defen[cs]e ministers|PMs|FMs|ministries|parliaments|dignitaries|counterparts|heads|premiers|monarchs|kings|allies|partners|militaries|armies|colleagues|envoys"
)
_KIN = (
    r"(?:neighbou?ring|adjoining|bordering|brotherly|fraternal|friendly|sister|sisterly|allied|respective|sovereign"
    r"|government|state|party|top|senior|visiting|island|landlocked|Arab|African|Asian|European|Nordic|Baltic|Balkan"
    r"|Caribbean|Pacific|Gulf|Andean|(?:South|Central|Latin|North|West|East|Southern)[ -](?:American|Asian|African))"
)
"""Between "the two" and "countries": "the two brotherly countries", "the two Government leaders"."""
_JOINT = re.compile(
    rf"\b(?:(?:the|our|their|these)\s+two|both)\s+(?:{_KIN}\s+){{1,2}}(?:{_SIDES})\b|"
    rf"\b(?:(?:the|both|our|their|these|all|two|its)\s+)?(?:undersigned\s+)?(?:(?:two|three|four|five|six|both)\s+)?(?:{_SIDES})\b"
    r"|\b(?:the )?two (?:men|women)\b|\bboth of (?:them|us)\b|\b(?:the two|the three|the five|the pair|the duo)\b(?=\s+(?:also|then|last|further|both|\w+ed|\w+s|met|held|had|will|are|have|welcomed)\b)"
    r"|\b[Hh]osts? and guests?\b|\b(?:the )?Parties\b"
    r"|\bboth\b(?=\s+(?:also|then|are|were|have|had|will|would|hope|support|agreed|\w+ed|welcome|want|look|stand|believe)\b)|\bparticipants\b",
    re.IGNORECASE,
)
_OPEN_JOINT = re.compile(r"^(?:the|both|our|their|these|all|two)\b", re.IGNORECASE)
_PRONOUN = re.compile(r"\b(?:the latter|The latter|he|she|they|we|him|them|us|He|She|They|We|it|It|I)\b")
_ROYAL = re.compile(
    r"^(?:His|Her|Their) (?:Imperial |Royal |Serene )?(?:Majesty|Highness|Excellency|Holiness)$|^H\.?[MHE]\.?$|^HRH$"
)
_PLACE_BEFORE = frozenset(
    "in at to from near outside into through via visit visited visiting reach reached leaving left toward towards around between".split()
)
_DETERMINERS = frozenset("the his her its their our this that visiting".split())
_EPITHETS = frozenset("visiting new distinguished newly outgoing opposite".split())
_PARTS = frozenset(
    {"opposite number"}
    | set("counterpart colleague guest interlocutor envoy host visitor diplomat leader chief".split())
)
_STATELY = frozenset("central federal royal foreign ruling national military new".split())
"""What may stand between a country and its "government"."""
_GOVERNING = frozenset(
    "government governments people state sultanate kingdom republic ministry authorities side consulate embassy head".split()
)


def build_mentions(
    text: str, chunks: list[Chunk], sightings: list[Sighting], cast: Cast, lexicon: Lexicon
) -> list[Mention]:
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
    """The people where they were sighted, and where any part of their name stands alone."""
    out = []
    covered: set[int] = set()
    for seen in sightings:
        person = cast.by_sighting[seen.start]
        out.append(_person(seen.title_start, seen.end, person, text[seen.start : seen.end]))
        covered.update(range(seen.title_start, seen.end))
    position = 0
    while position < len(chunks):
        chunk = chunks[position]
        if chunk.kind not in ("cap", "word") or chunk.start in covered or not chunk.text[0].isupper():
            position += 1
            continue
        length = _alias_length(chunks, position, cast)
        if length:
            named = chunks[position : position + length]
            bearers = cast.named(tuple(w for c in named for w in name_words(c.text)))
            person = min(bearers, key=lambda p: (p.first > chunk.start, -p.mentions))
            person.mentions += 1
            start, end = _with_title(chunks, position, covered), named[-1].end
            out.append(_person(start, end, person, text[chunk.start : end]))
        position += max(1, length)
    return out


def _person(start: int, end: int, person: Person, name: str) -> Mention:
    return Mention(start, end, "person", _parties(person.country), (person,), name)


def _alias_length(chunks: list[Chunk], position: int, cast: Cast) -> int:
    best = 0
    words: list[str] = []
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
    while (
        at >= 0
        and chunks[at + 1].gap in (" ", ". ")
        and chunks[at].kind in ("office", "honorific")
        and chunks[at].start not in covered
    ):
        start = chunks[at].start
        at -= 1
    return start


def _parties(country: str | None) -> tuple[str, ...]:
    return (country,) if country else ()


def _sides(chunks: list[Chunk], lexicon: Lexicon) -> list[Mention]:
    """Countries by what acts for them: "the Chadian side", "the Government of Chad", "Chad's foreign ministry"."""
    out = []
    for at, chunk in enumerate(chunks):
        if chunk.kind not in ("adjective", "country", "capital", "organisation", "people"):
            continue
        noun = _side_noun(chunks, at, lexicon) or _institution(chunks, at, lexicon)
        head = _government(chunks, at)
        if noun is not None:
            if noun.text.lower() != "foreign":
                out.append(Mention(_article(chunks, at), noun.end, "country", (chunk.code,), (), chunk.text))
        elif head is not None:
            out.append(Mention(_article(chunks, head), chunk.end, "country", (chunk.code,), (), chunk.text))
    return out


def _side_noun(chunks: list[Chunk], at: int, lexicon: Lexicon) -> Chunk | None:
    """The "side" or "government" behind the country at ``at``."""
    chunk = chunks[at]
    after = at + 1
    while (
        after < len(chunks) and after - at < 3 and chunks[after].gap == " " and chunks[after].text.lower() in _STATELY
    ):
        after += 1
    if after >= len(chunks) or chunks[after].gap != " ":
        return None
    bound = chunk.kind in ("adjective", "country") or chunk.genitive
    noun = chunks[after]
    return noun if bound and noun.text.lower() in lexicon.side_nouns and noun.kind != "office" else None


_NAME = 4
"""So many words stand at most between a country and the noun of an institution's name."""


def _institution(chunks: list[Chunk], at: int, lexicon: Lexicon) -> Chunk | None:
    """The last word of an institution's name that begins with the country at ``at``: "the Kenyan Export Credit Bank"."""
    if chunks[at].kind not in ("adjective", "country"):
        return None
    for chunk in chunks[at + 1 : at + 2 + _NAME]:
        if (
            chunk.gap != " "
            or chunk.kind in ("office", "country", "adjective", "person")
            or not chunk.text[:1].isupper()
        ):
            return None
        if chunk.text.lower() in lexicon.institution_nouns:
            return chunk
    return None


def _government(chunks: list[Chunk], at: int) -> int | None:
    """Index of the "government" in "government of (the)" before the country at ``at``."""
    if chunks[at].kind != "country":
        return None
    of = at - 2 if at >= 3 and chunks[at - 1].text == "the" else at - 1
    if of < 1 or chunks[of].text != "of":
        return None
    return of - 1 if chunks[of - 1].text.lower() in _GOVERNING else None


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
    """Offices without a name: "the President", "his Chadian counterpart", "Her Majesty"."""
    out = []
    for at, chunk in enumerate(chunks):
        royal = chunk.kind == "honorific" and _ROYAL.match(chunk.text) is not None
        mention = _royal(chunks, at) if royal else _office(chunks, at)
        if mention is not None:
            out.append(mention)
    return out


def _royal(chunks: list[Chunk], at: int) -> Mention | None:
    """A "His Majesty" that stands alone; before a title or name it is a part of that."""
    chunk = chunks[at]
    for follows in chunks[at + 1 : at + 2]:
        if follows.gap == " " and (follows.kind in ("cap", "office", "honorific") or follows.text == "the"):
            return None
    return Mention(chunk.start, chunk.end, "office", (), (), "royal:" + chunk.text.split()[-1].lower())


def _office(chunks: list[Chunk], at: int) -> Mention | None:
    """The office or "counterpart" at ``at`` with its article and country; ``None`` where it means nobody in particular."""
    chunk = chunks[at]
    counterpart = _counterpart(chunks, at)
    if chunk.kind != "office" and not counterpart:
        return None
    leader = chunk.text.lower() in ("leader", "chief") or _head_of_diplomacy(chunks, at)
    start, parties, definite = _before_office(chunks, at)
    end = chunk.end
    of = at + 1 < len(chunks) and chunks[at + 1].text == "of"
    named = _party_of(chunks, at) if of and (leader or not counterpart) else None
    if named is not None:
        parties, end = (named.code,), named.end
    if leader and not parties:
        return None
    titled = chunk.kind == "office" and chunk.text[0].isupper()
    if not (definite or parties or titled):
        return None
    name = "leader" if leader else "counterpart" if chunk.kind != "office" else chunk.code
    return Mention(start, end, "office", parties, (), name)


def _head_of_diplomacy(chunks: list[Chunk], at: int) -> bool:
    """ "the head of Chadian diplomacy": the foreign minister."""
    words = [chunk.text.lower() for chunk in chunks[at : at + 4]]
    return len(words) == 4 and words[:2] == ["head", "of"] and words[3] == "diplomacy"


def _counterpart(chunks: list[Chunk], at: int) -> bool:
    """Whether the word means somebody by their part in the meeting, or leading, with no office told."""
    word = chunks[at].text.lower()
    return (
        word in _PARTS
        or _head_of_diplomacy(chunks, at)
        or (word == "number" and at > 0 and chunks[at - 1].text.lower() == "opposite")
    )


def _before_office(chunks: list[Chunk], at: int) -> tuple[int, tuple[str, ...], bool]:
    """What stands before the office: where the mention begins, the country told, whether there is an article."""
    start, back = chunks[at].start, at - 1
    parties = _parties(chunks[at].country)
    while back >= 0 and chunks[back + 1].gap == " " and chunks[back].text.lower() in _EPITHETS:
        back -= 1
    if back >= 0 and chunks[back + 1].gap == " " and chunks[back].kind in ("adjective", "country", "organisation"):
        start, parties = chunks[back].start, (chunks[back].code,)
        back -= 1
    definite = back >= 0 and chunks[back + 1].gap == " " and chunks[back].text.lower() in _DETERMINERS
    return chunks[back].start if definite else start, parties, definite


def _party_of(chunks: list[Chunk], at: int) -> Chunk | None:
    """The party in "President of (the) ..."."""
    kinds = ("country", "adjective", "people", "organisation")
    return next((c for c in chunks[at + 2 : at + 4] if c.kind in kinds), None)


def _countries(chunks: list[Chunk]) -> list[Mention]:
    """Every country, organisation and city by its own name."""
    out = []
    for at, chunk in enumerate(chunks):
        if chunk.kind in ("country", "seat", "party"):
            out.append(_named(_article(chunks, at), chunk, "country"))
        elif chunk.kind == "people":
            out.append(_named(chunk.start, chunk, "country"))
        elif chunk.kind in ("organisation", "part"):
            out.append(_named(_article(chunks, at), chunk, "organisation"))
        elif chunk.kind == "adjective":
            out.append(_named(chunk.start, chunk, "adjective"))
        elif chunk.kind in ("capital", "city"):
            place = chunk.kind == "city" or _placed(chunks, at)
            out.append(_named(chunk.start, chunk, "city" if place else "country"))
    return out


def _named(start: int, chunk: Chunk, kind: str) -> Mention:
    return Mention(start, chunk.end, kind, (chunk.code,), (), chunk.text)


def _placed(chunks: list[Chunk], at: int) -> bool:
    """Whether a capital's name is the place here, not the government."""
    chunk = chunks[at]
    after = chunks[at + 1] if at + 1 < len(chunks) else None
    before = chunks[at - 1].text.lower() if at > 0 else ""
    if after is not None and after.gap in ("-", "‑") and after.text in ("based", "held", "hosted", "born"):
        return True
    if before in _PLACE_BEFORE and chunk.gap == " ":
        return not (before in ("to", "from", "between") and chunk.genitive)
    if after is not None and after.gap == ", " and after.kind == "country" and after.code == chunk.code:
        return True
    if at > 1 and chunks[at - 1].text == "and" and chunks[at - 2].kind in ("capital", "city"):
        return _placed(chunks, at - 2)
    return after is not None and after.gap == " " and after.kind == "cap" and not chunk.genitive


def _pronouns(text: str) -> list[Mention]:
    return [
        Mention(m.start(), m.end(), "pronoun", name=m.group().lower().removeprefix("the "))
        for m in _PRONOUN.finditer(text)
    ]
