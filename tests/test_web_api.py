"""The HTTP API: pages, cursors, ETags, faults, the document that describes it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from communique import Rows
from communique.web.safety.passwords import hashed
from ledger_readings import FIRST, first, second, third
from web_app import client, shared_memory

ROOT = "/api/v1"


@pytest.fixture
def ledger(tmp_path):
    with shared_memory(tmp_path) as one:
        one.add([first(), second(), third()])
        yield one


@pytest.fixture
def api(ledger):
    return client(ledger)


def reversed_rows(rows):
    return Rows(reversed(rows), rows.total)


QUESTIONS = {
    "reports": lambda one: one.reports(limit=0),
    "timeline?a=LAO": lambda one: one.timeline("LAO", limit=0),
    "calendar": lambda one: one.calendar(limit=0),
    "commitments?a=LAO&b=VNM": lambda one: one.commitments("LAO", "VNM", limit=0),
    "ladder?a=LAO&b=VNM": lambda one: reversed_rows(one.ladder("LAO", "VNM", limit=0)),
    "ladder/gaps?a=LAO&b=VNM": lambda one: one.ladder_gaps("LAO", "VNM"),
    "positions": lambda one: one.positions(limit=0),
    "turns": lambda one: one.turns(limit=0),
    "wording?issue=one-china": lambda one: reversed_rows(one.wording(issue="one-china", limit=0)),
    "search?q=bridge": lambda one: one.search("bridge"),
    "people?country=VNM": lambda one: one.people("VNM", limit=0),
    "parties": lambda one: one.parties(),
    "parties/LAO/partners": lambda one: one.partners("LAO", limit=0),
    "busiest": lambda one: one.busiest(limit=0),
    "presence": lambda one: one.presence(),
    "tally?a=LAO&b=VNM": lambda one: one.tally("LAO", "VNM"),
}


@pytest.mark.parametrize("question", QUESTIONS)
def test_it_answers_as_the_ledger_does(api, ledger, question):
    answer = api.get(f"{ROOT}/{question}")
    assert answer.status_code == 200, answer.text
    rows = QUESTIONS[question](ledger)
    assert answer.json()["rows"] == rows.as_dicts()
    assert answer.json()["total"] == (None if question.startswith("search") else rows.total)


@pytest.mark.parametrize("question", QUESTIONS)
def test_pages_of_one_row_make_the_whole_list(api, ledger, question):
    found, cursor = [], None
    joined = "&" if "?" in question else "?"
    while True:
        answer = api.get(f"{ROOT}/{question}{joined}limit=1" + (f"&cursor={cursor}" if cursor else "")).json()
        found += answer["rows"]
        cursor = answer["next"]
        if cursor is None:
            break
        assert len(found) < 50
    assert found == QUESTIONS[question](ledger).as_dicts()


@pytest.mark.parametrize("cursor", ["x", "AAAA", "MTAuYWJj", "%00", "9" * 200])
def test_a_cursor_of_another_question_is_refused(api, cursor):
    answer = api.get(f"{ROOT}/reports?cursor={cursor}")
    assert answer.status_code == 400
    assert answer.json()["error"]["code"] == "bad_request"


def test_a_cursor_fits_its_own_question_only(api):
    cursor = api.get(f"{ROOT}/reports?limit=1").json()["next"]
    assert api.get(f"{ROOT}/reports?limit=1&cursor={cursor}").status_code == 200
    assert api.get(f"{ROOT}/reports?limit=1&since=2030&cursor={cursor}").status_code == 400


def test_what_has_not_changed_is_not_sent_again(api, ledger):
    first_time = api.get(f"{ROOT}/reports")
    tag = first_time.headers["etag"]
    again = api.get(f"{ROOT}/reports", headers={"if-none-match": f'"other", {tag}'})
    assert (again.status_code, again.content) == (304, b"")
    ledger.add([first(title="Another")])
    assert api.get(f"{ROOT}/reports", headers={"if-none-match": tag}).status_code == 200


@pytest.mark.parametrize(
    ("address", "status", "code"),
    [
        ("reports/ffffffff", 404, "not_found"), ("timeline?a=Atlantis", 404, "not_found"),
        ("nothing", 404, "not_found"), ("reports?since=soon", 422, "bad_request"),
        ("reports?since=2031&until=2030", 400, "bad_request"), ("reports?since=2031-13", 400, "bad_request"),
        ("timeline", 422, "bad_request"), ("search?q=%22", 400, "bad_request"), ("reports?limit=0", 422, "bad_request"),
    ],
)  # fmt: skip
def test_each_fault_has_one_shape(api, address, status, code):
    answer = api.get(f"{ROOT}/{address}")
    assert answer.status_code == status
    assert set(answer.json()) == {"error"}
    assert answer.json()["error"]["code"] == code
    assert answer.json()["error"]["message"].endswith((".", "?", "!"))


def test_another_method_is_a_fault_too(api):
    answer = api.delete(f"{ROOT}/reports")
    assert (answer.status_code, answer.json()["error"]["code"]) == (405, "method_not_allowed")
    assert answer.json()["error"]["message"] == "DELETE cannot be asked of /api/v1/reports."


def test_what_is_no_json_is_told_so(api):
    answer = api.post(f"{ROOT}/read", content=b"{", headers={"content-type": "application/json"})
    assert (answer.status_code, answer.json()["error"]["message"]) == (422, "What was sent is no JSON.")


def test_every_code_of_a_fault_is_in_the_page():
    from communique.web.faults import _CODES

    page = (Path(__file__).parents[1] / "docs" / "api.md").read_text(encoding="utf-8")
    told = {code: numbers for numbers, code in re.findall(r"^\| ([\d, ]+) \| `(\w+)` \|", page, re.MULTILINE)}
    assert set(told) == set(_CODES.values())
    assert all(str(status) in told[code] for status, code in _CODES.items())


def test_a_report_with_its_text_and_records(api):
    reading = first()
    answer = api.get(f"{ROOT}/reports/{reading.report.id}").json()
    assert answer["report"]["text"] == FIRST
    assert {one["id"] for one in answer["records"]} == {one.id for one in reading.records()}
    for record in answer["records"]:
        for part in record["evidence"]:
            assert FIRST[part["start"] : part["end"]] == part["quote"]


def test_comparing(api):
    a, b = first().report.id, second().report.id
    assert api.get(f"{ROOT}/compare?a={a}&b={b}").json()["a"] == "first.txt"


def test_at_a_glance(api, ledger):
    news, glance = api.get(f"{ROOT}/fresh?since=2030").json(), api.get(f"{ROOT}/parties/Laos").json()
    assert news["reports"]["total"] == ledger.fresh("2030").reports.total
    assert [one["report"] for one in news["reports"]["rows"]] == [one.report for one in ledger.fresh("2030").reports]
    assert glance["party"]["code"] == "LAO"
    assert glance["partners"]["rows"][0]["b"] == "VNM"


def test_one_commitment_and_one_record(api, ledger):
    row = ledger.commitments("LAO", "VNM")[0]
    assert api.get(f"{ROOT}/commitments/{row.id}").json()["what"] == row.what
    pledge = first().statements[0]
    found = api.get(f"{ROOT}/records/{pledge.id}").json()
    assert (found["record"]["id"], found["standing"], found["report"]) == (pledge.id, "read", first().report.id)
    assert [one["id"] for one in found["commitments"]] == [one.id for one in ledger.record(pledge.id).commitments]
    assert api.get(f"{ROOT}/records/nothing").status_code == 404


def test_correcting_and_undoing(api, ledger):
    pledge = first().statements[0]
    refused = api.post(f"{ROOT}/corrections", json={"kind": "reject", "target": pledge.id})
    assert (refused.status_code, refused.json()["error"]["code"]) == (400, "bad_request")
    made = api.post(
        f"{ROOT}/corrections", json={"kind": "edit", "target": pledge.id, "record": {"strength": "soft"}, "why": "x"}
    )
    assert made.status_code == 201, made.text
    assert made.json()["after"]["strength"] == "soft"
    assert [one["id"] for one in api.get(f"{ROOT}/corrections").json()["rows"]] == [made.json()["id"]]
    assert api.get(f"{ROOT}/records/{made.json()['after']['id']}").json()["standing"] == "edited"
    undone = api.post(f"{ROOT}/corrections/{made.json()['id']}/undo", json={})
    assert (undone.status_code, undone.json()["effect"]) == (200, "undone")
    assert ledger.unsettled() == 0


@pytest.mark.slow
def test_a_text_is_read_and_added(api, ledger):
    given = {
        "text": "Foreign Minister of Norway Kari Nordmann met with Foreign Minister of Ghana Kofi Mensah in Accra on 4 March 2031. "
        "Nordmann said that Norway will build a school in Tamale by 2033."
    }
    read = api.post(f"{ROOT}/read", json=given).json()
    assert "will build a school" in str(read["records"])
    added = api.post(f"{ROOT}/reports", json=given)
    assert (added.status_code, added.json()["fate"]) == (201, "added")
    assert added.json()["report"] == read["report"]["id"]
    assert api.post(f"{ROOT}/reports", json=given).json()["fate"] == "unchanged"
    assert ledger.audit()[0].act == "add report"


@pytest.mark.parametrize("body", [{}, {"text": ""}, {"text": "x", "colour": "red"}, {"text": 5}])
def test_what_is_no_text_is_refused(api, body):
    assert api.post(f"{ROOT}/read", json=body).status_code == 422


def test_another_site_cannot_write(api):
    answer = api.post(f"{ROOT}/reports", json={"text": "x"}, headers={"origin": "https://evil.example"})
    assert answer.status_code == 403
    assert (
        api.post(f"{ROOT}/reports", content='{"text": "x"}', headers={"content-type": "text/plain"}).status_code == 422
    )


def test_a_program_logs_in_with_a_token(ledger):
    ledger.add_account("rae", "reader", hashed("correct horse battery"), "2026-01-01T00:00:00Z")
    api = client(ledger, login=True)
    assert api.get(f"{ROOT}/reports").status_code == 401
    assert api.post(f"{ROOT}/session", json={"name": "rae", "password": "wrong"}).status_code == 401
    token = api.post(f"{ROOT}/session", json={"name": "rae", "password": "correct horse battery"}).json()["token"]
    with_token = {"authorization": f"Bearer {token}"}
    assert api.get(f"{ROOT}/reports", headers=with_token).status_code == 200
    assert api.post(f"{ROOT}/reports", json={"text": "x"}, headers=with_token).status_code == 403
    assert api.get(f"{ROOT}/reports", headers={"authorization": "Bearer x"}).status_code == 401


def test_the_document_describes_every_question(api):
    document = api.get(f"{ROOT}/openapi.json").json()
    paths = {path.removeprefix(f"{ROOT}/") for path in document["paths"]}
    assert {question.split("?")[0].replace("LAO", "{name}") for question in QUESTIONS} <= paths
    assert all(path.startswith(ROOT) for path in document["paths"])
    for operations in document["paths"].values():
        for operation in operations.values():
            assert operation.get("description") or operation.get("summary")
