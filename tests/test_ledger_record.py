"""One commitment and one record by themselves."""

import pytest

import ledger_readings as readings
from communique import Ledger, UnknownRecord


@pytest.fixture
def ledger(ledger_url):
    with Ledger.open(ledger_url, create=True) as made:
        made.add([readings.first(), readings.second(), readings.third()])
        yield made


def _of(ledger, layer, words):
    found = [
        one
        for source in ledger.reports()
        for one in ledger.report(source.report).reading.records()
        if one.record == layer and words in one.evidence[0].quote
    ]
    return found[0]


def test_a_commitment_goes_by_its_id_as_of_a_day(ledger):
    bridge = next(row for row in ledger.commitments("VNM") if "bridge" in row.what)
    assert ledger.commitment(bridge.id) == bridge
    assert ledger.commitment(bridge.id, as_of="2030-06").state == "stated"
    with pytest.raises(UnknownRecord, match="as of 2029"):
        ledger.commitment(bridge.id, as_of="2029")
    with pytest.raises(UnknownRecord, match="no commitment"):
        ledger.commitment("nothing")


def test_a_record_has_its_report_and_the_commitments_that_it_is_a_step_of(ledger):
    told = _of(ledger, "outcome", "was opened")
    page = ledger.record(told.id)
    assert page.record == told
    assert page.page.reading.report.title == "A bridge"
    assert [row.what for row in page.commitments] == ["build a bridge at Pakse by the end of 2030"]
    assert (list(page.formulas), list(page.rungs), page.judged) == ([], [], None)
    assert ledger.record(told.id[:8]).record == told


def test_a_position_has_its_step_of_the_wording_and_a_relation_its_rung(ledger):
    page = ledger.record(_of(ledger, "position", "one-China policy").id)
    assert [(row.issue, row.change) for row in page.formulas] == [("one-china", "softened")]
    page = ledger.record(_of(ledger, "relation", "raised their ties").id)
    assert [(row.label, row.event) for row in page.rungs] == [("comprehensive partnership", "upgraded")]


def test_a_record_that_was_edited_is_shown_as_it_counts_by_either_id(ledger):
    told = _of(ledger, "outcome", "was opened")
    said = {"who": "ana", "at": "2031-07-01T10:00:00Z", "why": "begun only"}
    edited = ledger.correct(None, "edit", target=told.id, record={"state": "begun"}, **said)
    for name in (told.id, edited.after.id):
        page = ledger.record(name)
        assert (page.record.state, page.judged.standing, page.judged.before) == ("begun", "edited", told)


def test_a_record_that_is_not_there_is_told(ledger):
    for name in ("0123456789abcdef", "nothing"):
        with pytest.raises(UnknownRecord, match=name):
            ledger.record(name)
