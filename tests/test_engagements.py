"""Engagements: the list of constructions, and what must hold of any report."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from communique.knowledge import load_codebook
from communique.read.analyse import analyse
from communique.read.engagements import engagements
from communique.records import Engagement, Report
from engagement_constructions import CASES as FIRST
from engagement_constructions_more import MORE

CASES = [*FIRST, *MORE]


def _drafts(meta, text):
    report = Report(text=meta["title"] + "\n\n" + text, **meta)
    return report, engagements(analyse(report), load_codebook())


def _differences(wanted, fields):
    out = []
    if "day" in wanted:
        day = wanted["day"] if isinstance(wanted["day"], tuple) else (wanted["day"], wanted["day"])
        if (fields["date_start"], fields["date_end"]) != day:
            out.append(("day", day, (fields["date_start"], fields["date_end"])))
    if "who" in wanted and set(fields["participants"]) != wanted["who"]:
        out.append(("who", wanted["who"], fields["participants"]))
    out += [
        (k, wanted[k], fields[k])
        for k in ("place", "main", "ordinal", "status", "level")
        if k in wanted and wanted[k] != fields[k]
    ]
    return out


@pytest.mark.parametrize(("name", "meta", "text", "expected"), CASES, ids=[case[0] for case in CASES])
def test_construction(name, meta, text, expected):
    _, drafts = _drafts(meta, text)
    left = [draft.fields for draft in drafts]
    wrong = []
    for wanted in expected:
        fitting = [f for f in left if f["kind"] == wanted["kind"] and set(f["parties"]) == wanted["parties"]]
        best = min(fitting, key=lambda f: len(_differences(wanted, f)), default=None)
        if best is not None:
            left.remove(best)
            wrong += _differences(wanted, best)
        elif not wanted.get("optional"):
            wrong.append(("missed", wanted))
    assert not wrong
    assert not left


@pytest.mark.parametrize(("name", "meta", "text", "expected"), CASES, ids=[case[0] for case in CASES])
def test_drafts_are_records(name, meta, text, expected):
    report, drafts = _drafts(meta, text)
    for draft in drafts:
        evidence = [{"start": s, "end": e, "quote": report.text[s:e]} for s, e in draft.spans]
        Engagement(report=report.id, evidence=evidence, rule=draft.rule, **draft.fields)
        assert all(rule.startswith("engagements.yaml/") for rule in draft.rule)


def test_the_main_occasion_is_told_once():
    meta = {"outlet_country": "PER", "published": "2031-05-20", "title": "Ministers meet in Lima"}
    text = (
        "LIMA, May 20 (Desk) -- Peruvian Foreign Minister Rosa Quispe met with Chilean Foreign Minister Diego Valverde in Lima on Tuesday.\n\n"
        "At the meeting, the two ministers discussed trade. During the talks, Valverde thanked Quispe. The talks were held in a friendly atmosphere. "
        "Quispe said when meeting Valverde that ties are good."
    )
    _, drafts = _drafts(meta, text)
    assert [(d.fields["kind"], d.fields["main"]) for d in drafts] == [("meeting", True)]


def test_reading_again_gives_the_same():
    _, meta, text, _ = CASES[0]
    assert [d.fields for d in _drafts(meta, text)[1]] == [d.fields for d in _drafts(meta, text)[1]]


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "\n\n",
        "(((",
        "visit visit visit to to to",
        "Met. Met with. Held talks. Signed.",
        "🙂 met 中国 in 北京 on Monday",
    ],
)
def test_odd_texts(text):
    report = Report(text=text, published="2031-05-20", outlet_country="PER")
    engagements(analyse(report), load_codebook())


_WORDS = st.sampled_from(
    "President Minister Rosa Quispe met visited with the of Chile Peru Chilean in Lima on Monday 20 May 2031 held talks and his her visit to signed agreement "
    "summit UN , . ; which who by co-chaired 5th meeting committee sidelines letter credentials received was will be last next year told reporters".split()
)


@settings(max_examples=40, deadline=None)
@given(st.lists(_WORDS, max_size=40))
def test_any_words(words):
    report = Report(text=" ".join(words), published="2031-05-20", outlet_country="PER")
    for draft in engagements(analyse(report), load_codebook()):
        for start, end in draft.spans:
            assert 0 <= start < end <= len(report.text)
        evidence = [{"start": s, "end": e, "quote": report.text[s:e]} for s, e in draft.spans]
        Engagement(report=report.id, evidence=evidence, rule=draft.rule, **draft.fields)
