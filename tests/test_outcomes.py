"""Outcomes: sentences of our own, each with what it tells as having happened."""

from __future__ import annotations

import pytest

from communique.knowledge import load_codebook
from communique.read.analyse import analyse
from communique.read.outcomes import outcomes
from communique.records import Outcome, Report

LEAD = "LIMA, May 20 (Desk) -- Peruvian Foreign Minister Rosa Quispe met with Chilean Foreign Minister Diego Valverde in Lima on Tuesday. "

CASES = [
    ("The agreement on water was signed on Monday by the two ministers.", "agreement on water", "done", "2031-05-19"),
    ("The two ministers signed a memorandum on tourism.", "memorandum on tourism", "done", None),
    ("The treaty on extradition entered into force in March.", "treaty on extradition", "done", "2031-03"),
    ("The ban on dairy products has been lifted.", "ban on dairy products", "done", None),
    ("Construction of the bridge began in January.", "Construction of the bridge", "begun", "2031-01"),
    (
        "Negotiations on a new protocol were opened in Arica last month.",
        "Negotiations on a new protocol",
        "begun",
        "2031-04",
    ),
    (
        "The meeting of the joint committee has been postponed until October.",
        "meeting of the joint committee",
        "postponed",
        None,
    ),
    ("Peru ratified the convention in 2029.", "convention", "done", "2029"),
    ("The talks on the border collapsed in April.", "talks on the border", "failed", "2031-04"),
    ("The planned visit was cancelled last week.", "planned visit", "failed", "2031-05"),
    ("The new railway line was inaugurated on 12 May.", "new railway line", "done", "2031-05-12"),
]


def _read(sentence):
    report = Report(
        text="Ministers meet\n\n" + LEAD + sentence,
        outlet_country="PER",
        published="2031-05-20",
        title="Ministers meet",
    )
    return report, outcomes(analyse(report), load_codebook())


@pytest.mark.parametrize(("sentence", "what", "state", "day"), CASES)
def test_told(sentence, what, state, day):
    report, drafts = _read(sentence)
    assert [(d.fields["state"], d.fields["date"]) for d in drafts] == [(state, day)]
    assert what in drafts[0].fields["what"]
    assert set(drafts[0].fields["parties"]) <= {"PER", "CHL"}
    for draft in drafts:
        evidence = [{"start": s, "end": e, "quote": report.text[s:e]} for s, e in draft.spans]
        Outcome(report=report.id, evidence=evidence, rule=draft.rule, **draft.fields)


@pytest.mark.parametrize("sentence", [
    "The agreement will be signed in June.",
    "The agreement has not been signed.",
    "The treaty would be finalised by experts and signed next year.",
    "If the ban is lifted, trade will grow.",
    "The two sides hope that the treaty can be ratified.",
    "She signed the visitors' book and opened the window.",
    "Trade grew and the two sides shared their views.",
])  # fmt: skip
def test_nothing_happened(sentence):
    assert _read(sentence)[1] == []
