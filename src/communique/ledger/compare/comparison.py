"""Two readouts side by side."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from communique.ledger.compare.affinity import affinities
from communique.ledger.compare.assignment import assign
from communique.ledger.compare.differences import differences, word_differences
from communique.ledger.compare.matters import Matter, joined, matters
from communique.ledger.compare.voices import Speakers
from communique.ledger.entry import Entry
from communique.ledger.rows import Comparison, Pair, Said


def compare(a: Entry, b: Entry) -> Comparison:
    """What both readouts say, what each alone says, and what they say differently; in the order of the texts."""
    ours, theirs = matters(a), matters(b)
    pairs = assign(affinities(ours, theirs, Speakers.of(a, b)))
    both = tuple(_pair(ours[one], theirs[other]) for one, other in pairs)
    return Comparison(
        a=a.path or a.report,
        b=b.path or b.report,
        only_a=_alone(ours, {one for one, _ in pairs}),
        only_b=_alone(theirs, {other for _, other in pairs}),
        both=both,
        first_named=(first_named(a), first_named(b)),
        topics=(_topics(ours), _topics(theirs)),
        same_order=not any(x[1] > y[1] for x, y in combinations(pairs, 2)),
    )


def first_named(entry: Entry) -> str | None:
    """The party that a report names first: of its main occasion, else of the first record that has parties."""
    for one in sorted(entry.engagements, key=lambda one: (not one.main, one.evidence[0].start, one.id)):
        if len(one.parties) > 1:
            return one.parties[0]
    for said in sorted(entry.statements, key=lambda one: (one.evidence[0].start, one.id)):
        return said.holders[0]
    return None


def _pair(a: Matter, b: Matter) -> Pair:
    return Pair(a.said(), b.said(), differences(a, b), word_differences(a.words, b.words))


def _alone(some: Sequence[Matter], paired: set[int]) -> tuple[Said, ...]:
    """What is told by this readout only: a statement nothing of which is shared as a whole, else its other parts."""
    parts_of: dict[str, list[int]] = {}
    for index, one in enumerate(some):
        parts_of.setdefault(one.whole.id, []).append(index)
    alone = []
    for indices in parts_of.values():
        left = [index for index in indices if index not in paired]
        if left and len(left) == len(indices):
            alone.append(joined([some[index] for index in left]))
        else:
            alone += [some[index] for index in left]
    return tuple(one.said() for one in sorted(alone, key=lambda one: one.place))


def _topics(some: Sequence[Matter]) -> tuple[str, ...]:
    """The topics in the order in which a readout comes to them."""
    return tuple(dict.fromkeys(topic for one in some for topic in one.topics))
