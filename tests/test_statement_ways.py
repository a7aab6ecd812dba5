"""Statements: ways of telling, construction by construction (``statement_ways``)."""

from __future__ import annotations

import pytest

from communique.knowledge import load_codebook
from communique.read.analyse import analyse
from communique.read.sentences import find_attribution
from communique.read.statements import statements
from communique.records import Report
from statement_constructions import STYLES
from statement_ways import WAYS, Way

INDIAN = STYLES["in"]


def _found(text: str) -> list[tuple[str, frozenset[str], str | None, str]]:
    head = f"{INDIAN.meta['title']}\n\n{INDIAN.opening}\n\n"
    report = Report(text=head + text, **INDIAN.meta)
    out = []
    for draft in statements(analyse(report), load_codebook()):
        start, end = draft.spans[0]
        strength = draft.fields["strength"]
        act = draft.fields["act"] + (f".{strength}" if strength else "")
        if start >= len(head):
            out.append((act, frozenset(draft.fields["holders"]), draft.fields["speaker"], report.text[start:end]))
    return out


@pytest.mark.parametrize("way", [pytest.param(way, id=way[0]) for way in WAYS])
def test_way_of_telling(way: Way) -> None:
    _, text, wanted = way
    left = _found(text)
    for line in wanted:
        act, holders, part = line.split(" ", 2)
        who = holders.rstrip("*").split("+")
        speaker = INDIAN.people[who[0]] if holders.endswith("*") else None
        fitting = [f for f in left if f[:3] == (act, frozenset(who), speaker) and part in f[3]]
        assert fitting, f"missed {line}, found {left}"
        left.remove(fitting[0])
    assert not left


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("The loan, the Minister said, would be repaid.", "The loan, the Minister said, would be repaid."),
        ("He will be back, he said, on the first of May.", "He will be back, he said, on the first of May."),
        ("The bridge will open, the Minister said, adding that the road would follow.", "The bridge will open"),
        ("Why not, asked the Minister, wait?", "Why not, asked the Minister, wait?"),
    ],
)
def test_what_goes_on_behind_an_attribution(text: str, content: str) -> None:
    cut = find_attribution(text, 0, len(text))
    assert cut.content is not None
    assert cut.attribution is not None
    assert text[slice(*cut.content)] == content


def test_names_are_unique() -> None:
    names = [way[0] for way in WAYS]
    assert len(names) == len(set(names))
