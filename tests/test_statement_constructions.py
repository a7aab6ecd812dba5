"""Statements: the list of constructions, one by one (``statement_constructions``)."""

from __future__ import annotations

import pytest

from communique.knowledge import load_codebook
from communique.read.analyse import analyse
from communique.read.statements import statements
from communique.records import Report
from statement_constructions import CASES, LEFT, STYLES, Case


def _found(case: Case):
    """The statements that the reader finds after the style's opening, as (act.strength, holders, speaker, words)."""
    _, style, text, _ = case
    known = STYLES[style]
    head = f"{known.meta['title']}\n\n{known.opening}\n\n"
    report = Report(text=head + text, **known.meta)
    out = []
    for draft in statements(analyse(report), load_codebook()):
        start, end = draft.spans[0]
        if start < len(head):
            continue
        act = draft.fields["act"] + (f".{draft.fields['strength']}" if draft.fields["strength"] else "")
        out.append((act, frozenset(draft.fields["holders"]), draft.fields["speaker"], report.text[start:end]))
    return out


def _wanted(case: Case):
    known = STYLES[case[1]]
    for line in case[3]:
        act, holders, part = line.split(" ", 2)
        countries = holders.rstrip("*").split("+")
        yield act, frozenset(countries), known.people[countries[0]] if holders.endswith("*") else None, part


@pytest.mark.parametrize(
    "case",
    [
        pytest.param(c, id=c[0], marks=[pytest.mark.xfail(reason=LEFT[c[0]], strict=True)] if c[0] in LEFT else [])
        for c in CASES
    ],
)
def test_construction(case):
    left = _found(case)
    for act, holders, speaker, part in _wanted(case):
        fitting = [f for f in left if f[:3] == (act, holders, speaker) and part in f[3]]
        assert fitting, f"missed {act} {'+'.join(sorted(holders))} {speaker} «{part}», found {left}"
        left.remove(fitting[0])
    assert not left


def test_names_are_unique_and_known():
    names = [case[0] for case in CASES]
    assert len(names) == len(set(names)) >= 250
    assert set(LEFT) <= set(names)
