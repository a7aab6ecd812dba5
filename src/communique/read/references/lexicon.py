"""What the codebook says about references, as tables made for looking up: once per codebook, not per report."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from communique.knowledge.gazetteer import gazetteer

if TYPE_CHECKING:
    from communique.knowledge import Codebook
    from communique.knowledge.gazetteer import Gazetteer
    from communique.knowledge.models.references import ReferenceHead

WORD = re.compile(r"[^\W_]+(?:\.[^\W_](?=\.|\b))*(?:\+\w*)?")
"""A word of a name: letters and digits; "U.S" and "C5+1" are one."""


_SAME = " = "
"""Stands between the names of one thing, where an entry holds several things."""


@dataclass(frozen=True, slots=True)
class Known:
    """One way to write a known name. ``words`` in lower case, ``written`` as in the codebook."""

    words: tuple[str, ...]
    written: tuple[str, ...]
    kind: str
    rule: str
    key: str
    party: str | None = None
    not_before: frozenset[str] = frozenset()

    def fits(self, found: list[str]) -> bool:
        """Whether the words of the text have the capitals that the name asks for."""
        return all(
            mine == theirs if mine.isupper() and len(mine) > 1 else not mine[0].isupper() or theirs[0].isupper()
            for mine, theirs in zip(self.written, found, strict=True)
        )


@dataclass(frozen=True, slots=True)
class Head:
    """One way to write a noun that names are built on: ``words`` in lower case, with the codebook's ``entry``."""

    words: tuple[str, ...]
    entry: ReferenceHead
    rule: str
    plural: bool


@dataclass(frozen=True, slots=True)
class Lexicon:
    """``known`` and ``heads`` by their first word, longest first; the word lists as sets; ``stops``: heads' nouns."""

    known: dict[str, tuple[Known, ...]]
    heads: dict[str, tuple[Head, ...]]
    lists: dict[str, frozenset[str]]
    stops: frozenset[str]
    generic_rule: str
    called_rule: str
    gazetteer: Gazetteer

    def is_capital_city(self, name: str) -> bool:
        """Whether the name is a capital's and no country's: "the Nairobi railway" is in a place, not of a state."""
        kinds = {kind for kind, _ in self.gazetteer.lookup(name)}
        return "capital" in kinds and "country" not in kinds


def lexicon(codebook: Codebook) -> Lexicon:
    """The tables of this codebook, made once."""
    return codebook.memo("references", _build)  # type: ignore[no-any-return]


def _build(codebook: Codebook) -> Lexicon:
    known: dict[str, list[Known]] = {}
    for key, entry in codebook.section("known_references").items():
        rule = codebook.rule("known_references", key)
        for line in entry.names:
            for name in line.split(_SAME) if entry.each else (line,):
                thing = f"{key}:{line}" if entry.each else key
                _file(known, name, entry.kind, rule, thing, None, frozenset(entry.not_before))
    lists = {
        key: frozenset(word.lower() for word in entry.words)
        for key, entry in codebook.section("reference_words").items()
    }
    for key, entry in codebook.section("organisations").items():
        rule = codebook.rule("organisations", key)
        names = entry.names if entry.silent_id else (key, *entry.names)
        for name in names:
            if not _derived(name, names, lists["members"]):
                _file(known, name, "forum", rule, f"org:{key}", key)
        for part in entry.parts:
            if not lists["organs"].isdisjoint(part.lower().split()):
                _file(known, part, "forum", rule, f"org:{key}:{part}", key)
    heads: dict[str, list[Head]] = {}
    for key, entry in codebook.section("reference_heads").items():
        rule = codebook.rule("reference_heads", key)
        for phrase in entry.words:
            for form, many in _forms(phrase):
                words = tuple(tokens_of(form))
                heads.setdefault(words[0], []).append(Head(words, entry, rule, many))
    return Lexicon(
        {
            first: tuple(sorted(found, key=lambda k: (-len(k.words), k.key, k.written)))
            for first, found in known.items()
        },
        {first: tuple(sorted(found, key=lambda h: (-len(h.words), h.rule, h.words))) for first, found in heads.items()},
        lists,
        frozenset(
            head.words[0] if "of" in head.words else head.words[-1]
            for found in heads.values()
            for head in found
            if _opens_a_name(head)
        ),
        codebook.rule("reference_words", "slogans"),
        codebook.rule("reference_words", "called"),
        gazetteer(codebook),
    )


def _opens_a_name(head: Head) -> bool:
    """Whether the noun after "and" begins a thing of its own, even in lower case: then the name before it is over."""
    if "for" in head.words or head.words[0] == "exchange":
        return False
    return "never" not in head.entry.common and not head.entry.seated


def _derived(name: str, names: tuple[str, ...], members: frozenset[str]) -> bool:
    """ "BRICS countries" beside "BRICS": the organisation's members or house, for which its own name is enough."""
    if name.split()[-1].lower() not in members or " of " in name:
        return False
    return any(name.startswith(other + " ") for other in names)


def _file(
    known: dict[str, list[Known]],
    name: str,
    kind: str,
    rule: str,
    key: str,
    party: str | None,
    not_before: frozenset[str] = frozenset(),
) -> None:
    written = tuple(WORD.findall(name))
    if written:
        words = tuple(word.lower() for word in written)
        known.setdefault(words[0], []).append(Known(words, written, kind, rule, key, party, not_before))


_PIECE = re.compile(r"[^\W_]+(?:['’][^\W_]+)*|['’]|[^\s\w]")


def tokens_of(phrase: str) -> list[str]:
    """A head's phrase cut as the parser cuts text: hyphens and apostrophes are words of their own."""
    return [piece.lower() for piece in re.findall(r"[^\W_]+|['’]s?\b|[^\s\w]", phrase.replace("'", "’"))]


def _forms(phrase: str) -> list[tuple[str, bool]]:
    """The phrase and its plural ("memorandum of understanding": "memoranda", "memorandums of understanding")."""
    forms = [(phrase, False)]
    first, of, rest = phrase.partition(" of ")
    base, tail = (first, of + rest) if of else (phrase, "")
    if base.endswith(("s", "rail")):
        return forms
    if base.endswith("memorandum"):
        forms.append((base[:-2] + "a" + tail, True))
    if base.endswith("y") and base[-2] not in "aeo":
        forms.append((base[:-1] + "ies" + tail, True))
    else:
        forms.append((base + "s" + tail, True))
    return forms
