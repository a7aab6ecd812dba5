"""Which found record answers which gold record. The rules are those of the project's ``score.py``, to the last tie.

Each ``match_*`` gives 0 for "not the same" and more for better, so that pairing can go best first.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from communique.evaluate.coded import Coded, Span

_STOP = frozenset({"the", "a", "an", "of", "on", "for", "and", "with", "in", "to", "its", "their"})
_WORD = re.compile(r"[a-z0-9]+")

NEAR = 0.5
"""Spans are of the same words when they share half of the shorter one."""


def tokens(text: str | None) -> set[str]:
    """Words for a lenient comparison: no accents, no case, no small words, no plural s."""
    plain = unicodedata.normalize("NFKD", text or "").encode("ascii", "ignore").decode().lower()
    return {_singular(word) for word in _WORD.findall(plain) if word not in _STOP}


def _singular(word: str) -> str:
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word


def jaccard(a: Iterable[str], b: Iterable[str]) -> float:
    """Shared members over all members; two empty sets are equal."""
    left, right = set(a), set(b)
    return len(left & right) / len(left | right) if left | right else 1.0


def close(a: str, b: str, floor: float = 0.6) -> bool:
    """Whether two phrases have most of their words in common."""
    return jaccard(tokens(a), tokens(b)) >= floor


def overlap(a: Sequence[Span], b: Sequence[Span]) -> float:
    """Shared characters over the shorter span, best over the pairs of spans."""
    best = 0.0
    for start_a, end_a in a:
        for start_b, end_b in b:
            shared = min(end_a, end_b) - max(start_a, start_b)
            if shared > 0:
                best = max(best, shared / max(1, min(end_a - start_a, end_b - start_b)))
    return best


def same_day(a: str | None, b: str | None) -> bool:
    """Whether one date is the other, or the other told less precisely."""
    return bool(a) and bool(b) and (str(a).startswith(str(b)) or str(b).startswith(str(a)))


def match_engagement(gold: Coded, found: Coded) -> float:
    """The same kind, half of the parties, and the words or the day."""
    shared = jaccard(gold["parties"], found.get("parties", []))
    if gold["kind"] != found.get("kind") or shared < 0.5:
        return 0.0
    near = overlap(gold.spans, found.spans) >= NEAR
    day = same_day(gold.get("date_start"), found.get("date_start"))
    return 1 + near + day + shared if near or day else 0.0


def match_statement(gold: Coded, found: Coded) -> float:
    """The same words, act and holders."""
    shared = overlap(gold.spans, found.spans)
    if shared < NEAR or gold["act"] != found.get("act") or not same_holders(gold, found):
        return 0.0
    return shared


def match_statement_span(gold: Coded, found: Coded) -> float:
    """The same words, whatever was made of them: what "given the span" is measured on."""
    shared = overlap(gold.spans, found.spans)
    if shared < NEAR:
        return 0.0
    return shared + bool(gold["act"] == found.get("act")) + same_holders(gold, found)


def same_holders(gold: Coded, found: Coded) -> bool:
    """Whether a statement is of the same countries."""
    return set(gold["holders"]) == set(found.get("holders", []))


def match_position(gold: Coded, found: Coded) -> float:
    """The same holder, issue and stance, wherever it is said."""
    return float(all(gold[key] == found.get(key) for key in ("holder", "issue", "stance")))


def match_relation(gold: Coded, found: Coded) -> float:
    """The same two parties and nearly the same label; the event only decides between equals."""
    if set(gold["parties"]) != set(found.get("parties", [])) or not close(gold["label"], found.get("label", "")):
        return 0.0
    return 1.0 + bool(gold["event"] == found.get("event"))


def match_reference(gold: Coded, found: Coded) -> float:
    """Nearly the same name; the kind only decides between equals."""
    return float(close(gold["name"], found.get("name", ""))) * (1 + bool(gold["kind"] == found.get("kind")))


Matcher = Callable[[Coded, Coded], float]

MATCH: dict[str, Matcher] = {
    "engagement": match_engagement,
    "statement": match_statement,
    "position": match_position,
    "relation": match_relation,
    "reference": match_reference,
}


@dataclass(frozen=True)
class Pairing:
    """Gold and found records of one layer of one report, paired off one to one.

    An optional gold record takes what it matches out of the count: neither missed nor wrong.
    """

    pairs: tuple[tuple[Coded, Coded], ...]
    optional_pairs: tuple[tuple[Coded, Coded], ...]
    missed: tuple[Coded, ...]
    extra: tuple[Coded, ...]

    @property
    def n_gold(self) -> int:
        """How many gold records count."""
        return len(self.pairs) + len(self.missed)

    @property
    def n_found(self) -> int:
        """How many found records count."""
        return len(self.pairs) + len(self.extra)


def pair(gold: Sequence[Coded], found: Sequence[Coded], match: Matcher) -> Pairing:
    """Pair off greedily, best first. Among equals the later in the list goes first, as in ``score.py``."""
    ranked = sorted(((match(g, f), i, j) for i, g in enumerate(gold) for j, f in enumerate(found)), reverse=True)
    used_gold: set[int] = set()
    used_found: set[int] = set()
    taken: list[tuple[Coded, Coded]] = []
    for score, i, j in ranked:
        if score <= 0:
            break
        if i in used_gold or j in used_found:
            continue
        used_gold.add(i)
        used_found.add(j)
        taken.append((gold[i], found[j]))
    return Pairing(
        pairs=tuple(p for p in taken if not p[0].optional),
        optional_pairs=tuple(p for p in taken if p[0].optional),
        missed=tuple(g for i, g in enumerate(gold) if i not in used_gold and not g.optional),
        extra=tuple(f for j, f in enumerate(found) if j not in used_found),
    )
