"""Correcting records in the browser."""

from __future__ import annotations

import json

import pytest

from communique.errors import BadCorrection
from communique.records import LAYERS
from communique.web import fields
from ledger_readings import FIRST, first, second
from web_app import client, form_code, post, shared_memory


@pytest.fixture
def ledger(tmp_path):
    with shared_memory(tmp_path) as one:
        one.add([first(), second()])
        yield one


@pytest.fixture
def browser(ledger):
    return client(ledger, local="mina")


REPORT = first().report.id
PLEDGE = first().statements[0]


def correct(browser, **sent):
    return post(browser, f"/report/{REPORT}/correct", f"/report/{REPORT}", **sent)


def edited(**changes):
    own = {one.name: one.shown(PLEDGE) for one in fields.fields_of("statement")}
    return {
        "deed": "edit",
        "target": PLEDGE.id,
        "layer": "statement",
        "words": PLEDGE.evidence[0].quote,
        "why": "misread",
        **own,
        **changes,
    }


def test_accept_and_undo(browser, ledger):
    answer = correct(browser, deed="accept", target=PLEDGE.id, layer="statement")
    assert answer.status_code == 303
    made = ledger.corrections()[0]
    assert (made.kind, made.who, made.target) == ("accept", "mina", PLEDGE.id)
    page = browser.get(f"/report/{REPORT}").text
    assert "Accepted</strong> by <bdi>mina</bdi>" in page
    assert post(browser, f"/corrections/{made.id}/undo", f"/report/{REPORT}").status_code == 303
    assert ledger.corrections()[0].undone_by == "mina"
    assert "Undone by" in browser.get(f"/report/{REPORT}").text
    assert [one.act for one in ledger.audit()] == ["undo correction", "correct: accept"]


def test_a_rejected_record_counts_no_more_and_can_be_seen(browser, ledger):
    without_reason = correct(browser, deed="reject", target=PLEDGE.id, layer="statement", why="")
    assert without_reason.status_code == 400
    assert len(ledger.commitments("LAO", "VNM", kind="pledge")) == 1
    assert correct(browser, deed="reject", target=PLEDGE.id, layer="statement", why="not a pledge").status_code == 303
    assert len(ledger.commitments("LAO", "VNM", kind="pledge")) == 0
    page = browser.get(f"/report/{REPORT}").text
    assert 'class="record rejected"' in page
    assert "not a pledge" in page
    count = len(list(ledger.report(REPORT).reading.records()))
    assert f">{count} records and 1 rejected</h2>" in page


def test_an_edited_record_stands_in_the_place_of_the_readers(browser, ledger):
    assert correct(browser, **edited(strength="soft")).status_code == 303
    now = [one for one in ledger.report(REPORT).reading.statements if one.items == PLEDGE.items]
    assert [one.strength for one in now] == ["soft"]
    page = browser.get(f"/report/{REPORT}").text
    assert "The reader has" in page


def test_what_cannot_be_is_told_in_the_form_and_nothing_written_is_lost(browser, ledger):
    answer = correct(browser, **edited(holders="nobody at all", why="my reason"))
    assert answer.status_code == 400
    assert "my reason" in answer.text
    assert "nobody at all" in answer.text
    gone = correct(browser, **edited(words="words that are not there"))
    assert gone.status_code == 400
    assert len(ledger.corrections()) == 0


def test_a_record_is_added_with_the_words_that_were_marked(browser, ledger):
    quote = "The two sides called each other special partners"
    start = FIRST.index(quote)
    sent = {
        "deed": "add", "layer": "statement", "act": "assess", "holders": "LAO, VNM", "why": "missed", "words": quote,
        "spans": json.dumps([[start, start + len(quote)]]),
    }  # fmt: skip
    assert correct(browser, **sent).status_code == 303
    added = [one for one in ledger.report(REPORT).reading.statements if one.act == "assess"]
    assert [(one.holders, one.evidence[0].start) for one in added] == [(("LAO", "VNM"), start)]
    assert "added" in browser.get(f"/report/{REPORT}").text


@pytest.mark.parametrize("spans", ["", "x", "[[0,5]]", "[[5,1]]", "[[0,99999]]", "{}", "[null]"])
def test_marks_that_do_not_fit_the_words_are_not_believed(browser, ledger, spans):
    sent = {"deed": "add", "layer": "reference", "words": "one-China principle", "spans": spans, "why": "missed"}
    assert correct(browser, **sent, kind="instrument", name="One-China principle").status_code == 303
    assert [one.after.evidence[0].quote for one in ledger.corrections()] == ["one-China principle"]


def test_only_editors_correct(ledger):
    from communique.web.safety.passwords import hashed

    ledger.add_account("rae", "reader", hashed("correct horse battery"), "2026-01-01T00:00:00Z")
    browser = client(ledger, login=True)
    post(browser, "/login", name="rae", password="correct horse battery")
    page = browser.get(f"/report/{REPORT}").text
    assert "Reject or edit" not in page
    code = form_code(browser.get("/account").text)
    sent = {"csrf": code, "deed": "accept", "target": PLEDGE.id, "layer": "statement"}
    assert browser.post(f"/report/{REPORT}/correct", data=sent).status_code == 403
    assert browser.get(f"/report/{REPORT}/add").status_code == 403
    assert len(ledger.corrections()) == 0


def test_the_list_of_corrections(browser, ledger):
    assert "Nobody has corrected" in browser.get("/corrections").text
    correct(browser, deed="accept", target=PLEDGE.id, layer="statement")
    assert "mina" in browser.get("/corrections?who=mina").text
    rows = browser.get("/corrections?format=json").json()["corrections"]["rows"]
    assert [one["kind"] for one in rows] == ["accept"]
    assert browser.get("/corrections?since=2031&until=2030").status_code == 400


@pytest.mark.parametrize("layer", LAYERS)
def test_each_layer_has_a_form_that_gives_its_record_back(browser, layer):
    page = browser.get(f"/report/{REPORT}/add?layer={layer}").text
    for one in fields.fields_of(layer):
        assert f'name="{one.name}"' in page
    for record in first().records():
        if record.record == layer:
            form = {one.name: one.shown(record) for one in fields.fields_of(layer)}
            several = {name: value for name, value in form.items() if isinstance(value, tuple)}
            back = fields.given(layer, {**form, **dict.fromkeys(several, "")}, several)
            own = record.model_dump(mode="json")
            assert {name: value or None for name, value in back.items()} == {
                name: (own[name] if own[name] not in ([], False) else None) for name in back
            }


def test_no_such_layer(browser):
    assert browser.get(f"/report/{REPORT}/add?layer=opinion").status_code == 400
    with pytest.raises(BadCorrection):
        fields.fields_of("opinion")
