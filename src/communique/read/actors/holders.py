"""Who holds the office that the text leaves open: "the President", "His Majesty", "his counterpart", "the host"."""

from __future__ import annotations

import re

from communique.read.actors.memory import Memory
from communique.read.scene import Mention, Person, Scene

_HEADS = frozenset({"monarch", "head-of-state", "head-of-government"})
_TOP = _HEADS | {"foreign-minister"}
_ONE_OF_A_RANK = _TOP | {"ambassador", "spokesperson"}
"""Ranks of which a report has so few that the title alone tells who is meant."""
_SECRETARIES = frozenset({"defence-minister", "trade-minister", "finance-minister", "interior-minister"})
"""Ministers whom some states call secretaries."""
_RANKS_OF = {
    "royal:majesty": frozenset({"monarch"}),
    "royal:hm": frozenset({"monarch"}),
    "royal:highness": _HEADS | {"minister", "deputy"},
    "royal:excellency": (_TOP - {"monarch"}) | {"minister", "deputy", "ambassador", "org-head", "parliament"},
}
_STYLE = re.compile(
    r"(?<!Prime )(?<!Deputy )(?<!Vice )\b(?:Cabinet Secretary|Secretary(?![- ]General)|Minister)\b", re.IGNORECASE
)
"""Titles by which a side calls its ministers: "the Secretary" is the one who was introduced as a secretary."""
_THOUGH = re.compile(r"(?:,|;)? (?:but|though|although|while)(?:,[^,]{2,30},)? $")
_MEETS = re.compile(
    r"^[^.;:]{0,60}\b(?:met|meets|received|receives|welcomed|hosted|called on|spoke|saw|held|had|conferred)\b",
    re.IGNORECASE,
)
_BY_PLACE = frozenset({"the host", "the guest", "the visitor", "the visiting guest", "the distinguished guest"})


def settle_office(scene: Scene, mention: Mention, memory: Memory, ranks: dict[str, str], seen: list[Mention]) -> None:
    """Give the ``mention`` of an office its holder; ``seen`` are the mentions before it in the sentence."""
    if mention.name.startswith("royal:"):
        _royal(scene, mention, memory, ranks)
    elif mention.name == "leader":
        _leader(scene, mention, memory, ranks)
    elif mention.name == "counterpart":
        _counterpart(scene, mention, memory, seen)
    else:
        _office(scene, mention, memory, ranks)


def _office(scene: Scene, mention: Mention, memory: Memory, ranks: dict[str, str]) -> None:
    holders = [p for p in scene.cast if mention.name in p.offices] or [
        p for p in scene.cast if any(_same_rank(mention.name, office, ranks) for office in p.offices)
    ]
    styled = [] if mention.parties else _introduced_so(scene, mention)
    holders = [p for p in holders if p in styled] or holders or styled
    nameless = _nameless(mention, memory, ranks)
    if mention.parties:
        _of_party(scene, mention, memory, holders)
    elif nameless is not None and not any(p.country == nameless.country for p in holders):
        _mean(mention, nameless)
    elif holders and not _whom_it_meets(scene, mention, ranks, holders):
        _mean(mention, _likeliest(scene, mention, memory, ranks, holders))
    else:
        _unnamed(scene, mention, memory, ranks)


def _introduced_so(scene: Scene, mention: Mention) -> list[Person]:
    """Who was told of before by name with the title that stands alone here: of the Cabinet Secretary and the Minister of
    Foreign Affairs, who hold one office, the former is "the Secretary".
    """
    title = _STYLE.search(scene.text, mention.start, mention.end)
    if title is None or title.end() != mention.end:
        return []
    word = title[0].lower()
    out: list[Person] = []
    for named in scene.mentions:
        if named.kind != "person" or named.start >= mention.start or len(named.persons) != 1:
            continue
        borne = (found[0].lower() for found in _STYLE.finditer(scene.text, named.start, named.end))
        if any(title == word or title.endswith(" " + word) for title in borne) and named.persons[0] not in out:
            out.append(named.persons[0])
    return out


def _nameless(mention: Mention, memory: Memory, ranks: dict[str, str]) -> Person | None:
    """Who was told of by the same title before, and never by name: the outlet's own ("The Foreign Secretary met ...")."""
    known = memory.unnamed.get(mention.name)
    return known or next((p for n, p in memory.unnamed.items() if _same_rank(mention.name, n, ranks)), None)


def _of_party(scene: Scene, mention: Mention, memory: Memory, holders: list[Person]) -> None:
    """Settle "the Chadian minister": a holder of that country, else the only one of its people without an office."""
    own = [p for p in holders if p.country in mention.parties]
    words = scene.text[mention.start : mention.end].lower()
    if not own and words.startswith("the ") and scene.text[: mention.end].endswith("diplomat"):
        own = [p for p in memory.recent if p.country in mention.parties]
    alone = [p for p in scene.cast if p.country in mention.parties and not p.offices]
    if own:
        mention.persons = (memory.latest(own),)
    elif len(alone) == 1:
        mention.persons = (alone[0],)


def _whom_it_meets(scene: Scene, mention: Mention, ranks: dict[str, str], holders: list[Person]) -> bool:
    """ "The President received Mr. X, President of Chad": the only one of that office is he whom the President meets."""
    first = min(p.first for p in holders)
    if first <= mention.end or first - mention.end > 160 or ranks.get(mention.name) not in _TOP:
        return False
    abroad = scene.home is not None and all(p.country != scene.home for p in holders)
    return abroad and bool(_MEETS.match(scene.text[mention.end : first]))


def _likeliest(scene: Scene, mention: Mention, memory: Memory, ranks: dict[str, str], holders: list[Person]) -> Person:
    """Of several holders the one of the outlet's own country for a highest office, else the one named last."""
    if mention.name == "minister":
        holders = [p for p in holders if not any(ranks.get(o) in _HEADS for o in p.offices)] or holders
    holders = [p for p in holders if p.first <= mention.start] or holders
    top = ranks.get(mention.name) in _TOP
    own = [p for p in scene.cast if p.country == scene.home and not p.offices and p.first <= mention.start]
    if own and top:
        styled = _styled(scene, mention, "Highness", "Majesty")
        own = [p for p in own if p not in styled]
    at_home = [p for p in holders if p.country == scene.home]
    if top and len(own) == 1 and not at_home:
        return memory.latest(own)  # the outlet's own head, whom it names without a title
    if not at_home or len(holders) < 2:
        return memory.latest(holders)
    if top:
        return at_home[0]
    if (told_of := _told_beside(scene, mention)) is not None and (its := [p for p in holders if p.country == told_of]):
        return memory.latest(its)
    plain = mention.name == "minister" and scene.text[mention.start : mention.end].lower() == "the minister"
    return memory.latest(at_home if plain else holders)  # "the Minister" of a ministry's own report


def _told_beside(scene: Scene, mention: Mention) -> str | None:
    """ "Ankara will do so, but the minister said": the state that the sentence begins with."""
    start = scene.text.rfind(". ", 0, mention.start) + 2
    if not _THOUGH.search(scene.text, start, mention.start):
        return None
    first = next((m for m in scene.mentions if start <= m.start < mention.start), None)
    if first is None or first.start != start or first.kind not in ("country", "city") or len(first.parties) != 1:
        return None
    return first.parties[0]


def _styled(scene: Scene, mention: Mention, *styles: str) -> list[Person]:
    """Who was named before with a style: "His Highness Sheikh X"."""
    named = (m for m in scene.mentions if m.kind == "person" and m.start < mention.start and len(m.persons) == 1)
    return [m.persons[0] for m in named if any(s in scene.text[m.start : m.end].split() for s in styles)]


def _mean(mention: Mention, person: Person) -> None:
    mention.persons = (person,)
    mention.parties = (person.country,) if person.country else ()


def _leader(scene: Scene, mention: Mention, memory: Memory, ranks: dict[str, str]) -> None:
    """Settle "the Chadian leader", "the party chief": the first man or woman of that country in the report."""
    own = [p for p in scene.cast if p.country in mention.parties]
    top = [p for p in own if any(ranks.get(o) in _HEADS for o in p.offices)]
    if top or own:
        mention.persons = (memory.latest(top or own),)


def _unnamed(scene: Scene, mention: Mention, memory: Memory, ranks: dict[str, str]) -> None:
    """Settle a title whose holder the report never names: the outlet's own; a person without a name stands for them."""
    determined = scene.text[mention.start : mention.end][:4].lower() in ("the ", "our ")
    alone = ranks.get(mention.name) in _TOP or mention.name in ("secretary", "minister", "spokesperson")
    if not (scene.home and determined and alone):
        return
    person = memory.unnamed.get(mention.name)
    if person is None:
        person = memory.unnamed[mention.name] = Person("", scene.home, [mention.name], None, mention.start)
    mention.persons = (person,)
    mention.parties = (scene.home,)
    if len(scene.sides) == 1 and scene.home not in scene.sides:
        scene.sides = (scene.home, *scene.sides)


def _royal(scene: Scene, mention: Mention, memory: Memory, ranks: dict[str, str]) -> None:
    """Settle "His Majesty", "Her Highness" alone: the monarch or prince named last, else the one in the cast."""
    majesty = mention.name in ("royal:majesty", "royal:hm")
    wanted = _RANKS_OF.get(mention.name, _RANKS_OF["royal:highness"])
    royal = [p for p in scene.cast if any(ranks.get(o) in wanted for o in p.offices)]
    styled = _styled(scene, mention, scene.text[mention.start : mention.end].split()[-1])
    if styled and not any(ranks.get(o) == "monarch" or "prince" in o for p in royal for o in p.offices):
        _mean(mention, memory.latest(styled))
        return
    if mention.name == "royal:majesty" and not royal:
        royal = [p for p in scene.cast if p.country == scene.home]
    if not royal:
        return
    at_home = [p for p in royal if p.country == scene.home]
    if mention.name in ("royal:highness", "royal:hrh", "royal:hh"):
        by_birth = [p for p in royal if any(ranks.get(o) == "monarch" or "prince" in o for o in p.offices)]
        royal = by_birth or at_home or royal
    _mean(mention, memory.latest(at_home if majesty and at_home else royal))


def _same_rank(named: str, office: str, ranks: dict[str, str]) -> bool:
    """Whether a bare "the Minister" may mean somebody of this office."""
    if named == "minister":
        return ranks.get(office) in ("minister", "foreign-minister")
    if named == "deputy-minister":
        return ranks.get(office) == "deputy" and "minister" in office
    if named == "secretary":
        return "secretary" in office or office in _SECRETARIES
    if named == "head-of-state":
        return ranks.get(office) in ("head-of-state", "monarch")
    return ranks.get(named) == ranks.get(office) and ranks.get(named) in _ONE_OF_A_RANK


def _counterpart(scene: Scene, mention: Mention, memory: Memory, seen: list[Mention]) -> None:
    """Settle "her Chadian counterpart": whoever was named last of that country, or of another than the subject's."""
    subject = next((m.persons[0] for m in seen if len(m.persons) == 1), None) or memory.speaker
    words = scene.text[mention.start : mention.end].lower()
    if not mention.parties and words in _BY_PLACE:
        wanted = [p for p in reversed(memory.recent) if (p.country == scene.home) == ("host" in words)]
        if wanted:
            _mean(mention, wanted[0])
        return
    country = mention.parties[0] if mention.parties else None
    fitting = [
        p
        for p in reversed(memory.recent)
        if p is not subject and (p.country == country if country else subject is None or p.country != subject.country)
    ]
    if fitting:
        mention.persons = (fitting[0],)
        mention.parties = (fitting[0].country,) if fitting[0].country else mention.parties
    elif not mention.parties and subject is not None:
        other = [s for s in scene.sides if s != subject.country]
        mention.parties = tuple(other[:1])
