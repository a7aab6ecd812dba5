"""The pages of commitments: of a country, of two, one by itself."""

from __future__ import annotations

import re

import pytest

from communique.records import Statement
from ledger_readings import first, reading, second, third
from web_app import client, shared_memory
from web_rows import as_csv, as_json

HOSTILE = "Viet Nam promised to send <script>alert(1)</script> \u202eby 2035."


@pytest.fixture(scope="module")
def ledger(tmp_path_factory):
    with shared_memory(tmp_path_factory.mktemp("some")) as made:
        made.add([first(), second(), third()])
        yield made


@pytest.fixture(scope="module")
def browser(ledger):
    return client(ledger)


@pytest.fixture(scope="module")
def nothing(tmp_path_factory):
    with shared_memory(tmp_path_factory.mktemp("none")) as made:
        yield client(made)


def text_of(page):
    """What a page says, without its marks."""
    return " ".join(re.sub(r"<[^>]+>", " ", page.text).split())


def whats(browser, address):
    return [row["what"] for row in as_json(browser, address)["commitments"]["rows"]]


BRIDGE = "build a bridge at Pakse by the end of 2030"


def test_each_commitment_has_who_owes_whom_how_it_stands_and_its_history(browser):
    page = browser.get("/commitments?a=LAO&b=VNM")
    assert page.status_code == 200
    said = text_of(page)
    card = said[said.index(BRIDGE) :]
    for told in ("Viet Nam", "→ to Laos", "done", "pledge, firm", "due 2030", "complied with (G7 score +1)", "2 steps",
                 "15 January 2030 stated", "The bridge at Pakse was opened on 2 December", "Vientiane Post"):  # fmt: skip
        assert told.replace("Viet Nam", "Vietnam") in card, told
    assert re.search(r"done [^“]*told as done ?; likeness \d\.\d\d", card), card
    bridge = page.text[page.text.index(BRIDGE) :]
    assert "<details><summary>2 steps" in bridge.replace("\n", ""), "its history opens without JavaScript"


def test_commitments_are_chosen_by_filters_in_the_address(browser):
    assert BRIDGE in whats(browser, "/commitments?a=Laos&b=&state=&kind=&as_of=")
    assert whats(browser, "/commitments?a=LAO&state=done") == [BRIDGE]
    assert BRIDGE not in whats(browser, "/commitments?a=LAO&kind=request")
    assert whats(browser, "/commitments?b=Laos&state=done") == [BRIDGE], "one name alone may stand in either field"
    assert BRIDGE not in whats(browser, "/commitments?a=LAO&overdue=true")
    late = as_json(browser, "/commitments?a=LAO&overdue=true&as_of=2032")["commitments"]["rows"]
    assert late, "what was to be done by 2031"
    assert all(row["overdue"] for row in late)
    assert "checked" in browser.get("/commitments?a=LAO&overdue=true").text


def test_as_of_a_day_later_reports_are_not_known_and_the_link_of_today_is_pinned(browser):
    then = browser.get("/commitments?a=LAO&b=VNM&as_of=2030-06")
    assert "was opened" not in then.text
    assert "2031-06-20" not in then.text
    assert "as_of=2031-06-20" in browser.get("/commitments?a=LAO&b=VNM").text


def test_how_many_stand_in_each_state_leads_to_them(browser):
    page = browser.get("/commitments?a=LAO")
    links = re.findall(r'href="(/commitments\?[^"]*state=[a-z-]+)">([a-z-]+) (\d+)<', page.text)
    assert links
    for address, state, number in links:
        rows = as_json(browser, address.replace("&amp;", "&"))["commitments"]
        assert (rows["total"], {row["state"] for row in rows["rows"]}) == (int(number), {state})


def test_without_a_party_one_is_chosen_among_those_of_the_ledger(browser):
    page = browser.get("/commitments?a=&b=")
    assert page.status_code == 200
    assert 'href="/commitments?a=LAO"' in page.text
    assert "Vietnam" in page.text
    assert as_json(browser, "/commitments")["parties"]["total"] == 2


def test_the_rows_are_the_same_in_each_form(browser):
    address = "/commitments?a=LAO&limit=2"
    rows = as_json(browser, address)["commitments"]
    assert rows["total"] > len(rows["rows"]) == 2
    assert [row["id"] for row in as_csv(browser, address, "commitments")] == [row["id"] for row in rows["rows"]]
    page = browser.get(address).text
    assert re.findall(r'<article class="commitment" id="c-([0-9a-f]+)"', page) == [row["id"] for row in rows["rows"]]
    assert "show more" in page


def test_one_commitment_by_itself(browser, ledger):
    row = next(one for one in ledger.commitments("LAO") if one.what == BRIDGE)
    page = browser.get(f"/commitment/{row.id}")
    assert page.status_code == 200
    assert f"<h1><bdi>{BRIDGE}</bdi></h1>" in page.text
    assert "The bridge at Pakse was opened on 2 December" in page.text
    assert "was opened" not in browser.get(f"/commitment/{row.id}?as_of=2030-02").text
    assert [one["id"] for one in as_json(browser, f"/commitment/{row.id}")["commitment"]["rows"]] == [row.id]


def test_a_step_that_is_left_open_is_told_as_possibly(browser):
    from communique.ledger.rows import Step
    from communique.web.templating import environment

    made = environment().from_string('{% import "commitment.html" as shown %}{{ shown.step(one, {}) }}')
    page = made.render(one=Step("r", None, "2030-01-01", "done", sure=False, reason="alike", likeness=0.4))
    assert "possibly" in page
    assert "likeness 0.40" in page
    assert "/report/r" not in page, "what no report tells has no citation"
    assert "possibly" not in made.render(one=Step("r", None, "2030-01-01", "done"))


def test_what_a_report_says_is_never_a_mark(tmp_path):
    make = [(Statement, HOSTILE, {"act": "pledge", "holders": ("VNM",), "addressees": ("LAO",), "strength": "firm",
                                  "items": ("send <script>alert(1)</script> \u202eby 2035",), "due": ("2035",)})]  # fmt: skip
    with shared_memory(tmp_path) as made:
        made.add([reading(HOSTILE, "2031-07-01", "<script>outlet</script>", "VNM", make, path="h.txt")])
        browser = client(made)
        row = made.commitments("VNM")[0]
        for address in ("/commitments?a=VNM", f"/commitment/{row.id}"):
            page = browser.get(address).text
            assert "<script>alert" not in page
            assert "<script>outlet" not in page
            assert "\u202e" not in page
            assert "&lt;script&gt;alert(1)" in page


def test_nothing_to_show_says_what_to_do(browser, nothing):
    assert "communique add" in nothing.get("/commitments").text
    page = browser.get("/commitments?a=LAO&b=VNM&state=refused")
    assert "No report tells of such a commitment between Laos and Vietnam" in text_of(page)
    assert "state=refused" not in re.search(r'class="empty".*?</div>', page.text, re.DOTALL)[0]


@pytest.mark.parametrize(
    ("address", "status", "sentence"),
    [
        ("/commitments?a=Atlantis", 404, "Atlantis"), ("/commitments?a=LAO&b=Laos", 400, "one and the same"),
        ("/commitments?a=LAO&state=lost", 400, "There is no state &#39;lost&#39;"),
        ("/commitments?a=LAO&kind=gift", 400, "There is no kind &#39;gift&#39;"),
        ("/commitments?a=LAO&overdue=maybe", 400, "neither true nor false"),
        ("/commitments?a=LAO&as_of=soon", 400, "is no date"), ("/commitments?a=LAO&limit=0", 400, "Limit"),
        ("/commitment/0123", 404, "No commitment in the ledger is called"),
    ],
)  # fmt: skip
def test_what_is_asked_wrongly_is_told_in_a_sentence(browser, address, status, sentence):
    page = browser.get(address)
    assert page.status_code == status
    assert sentence in page.text
