"""What people did, by a link that says the same tomorrow: corrections, merged names and the audit log at a moment."""

from __future__ import annotations

import html
import re
from datetime import UTC, datetime, timedelta

import pytest

pytest.importorskip("fastapi", reason="needs communique[web]")

from communique.records import Reading, Report
from communique.web.moments import checked
from communique.web.people import now
from communique.web.words import moment
from ledger_readings import first, second
from web_app import client, post, shared_memory
from web_rows import as_csv, as_json

REPORT = first().report.id
PLEDGE, OTHER = first().statements[:2]
NAMED = ("Mekong Bridge", "Friendship Bridge")
PAGES = {"/corrections": "corrections", "/merges": "merges", "/audit": "audit"}


@pytest.fixture
def ledger(tmp_path):
    with shared_memory(tmp_path) as made:
        made.add([first(), second()])
        yield made


@pytest.fixture
def browser(ledger):
    return client(ledger, local="mina")


def accept(browser, record, deed="accept", why=""):
    sent = {"deed": deed, "target": record.id, "layer": "statement", "why": why}
    assert post(browser, f"/report/{REPORT}/correct", f"/report/{REPORT}", **sent).status_code == 303


def merge(browser, name, into, why="one and the same"):
    assert post(browser, "/merges", kind="named", name=name, into=into, why=why).status_code == 303


def done(browser):
    """A deed of each kind, so that each page has a row."""
    accept(browser, PLEDGE)
    merge(browser, "bridge", "Friendship Bridge")


def undone(browser, ledger):
    """More of each kind, and what was done taken back."""
    accept(browser, OTHER)
    accept(browser, PLEDGE, "reject", "no pledge of theirs")
    old = ledger.corrections()[-1]
    assert post(browser, f"/corrections/{old.id}/undo", f"/report/{REPORT}").status_code == 303
    (one,) = ledger.merges()
    assert post(browser, f"/merges/{one.id}/undo", "/merges").status_code == 303
    merge(browser, "bridge", "Crossing")


def same_tomorrow(browser, address):
    (link,) = re.findall(r'href="([^"]*)">Link that says the same tomorrow', browser.get(address).text)
    return html.unescape(link)


def forms(link):
    more = "&" if "?" in link else "?"
    return [link, f"{link}{more}format=json", f"{link}{more}format=csv"]


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("asked", ["", "?limit=1"])
def test_the_link_says_the_same_after_more_is_done_and_the_first_undone(browser, ledger, page, asked):
    done(browser)
    link = same_tomorrow(browser, page + asked)
    before = [browser.get(one) for one in forms(link)]
    rows = browser.get(forms(page + asked)[1]).json()[PAGES[page]]
    assert before[1].json()[PAGES[page]] == rows, "what the page has"
    assert rows["rows"]
    undone(browser, ledger)
    after = [browser.get(one) for one in forms(link)]
    assert [one.status_code for one in after] == [200, 200, 200]
    assert [one.content for one in after] == [one.content for one in before]
    assert browser.get(forms(page + asked)[1]).json()[PAGES[page]] != rows, "the page as it stands has changed"
    assert link in html.unescape(after[0].text), "the page of a link has the link"


def test_the_link_says_the_same_after_a_new_version_has_other_words(browser, ledger):
    done(browser)
    link = same_tomorrow(browser, "/corrections")
    before = [browser.get(one).content for one in forms(link)]
    page = first().report
    other = Reading(report=Report(**{**page.model_dump(exclude={"id"}), "text": "All was said already."}), read_by="1")
    assert ledger.add([other], clock=now).kept[0].fate == "new version"
    assert "no longer there" in browser.get("/corrections").text
    assert [browser.get(one).content for one in forms(link)] == before


@pytest.mark.parametrize("page", PAGES)
def test_of_a_ledger_where_nothing_was_done_the_link_says_so_tomorrow(browser, ledger, page):
    link = same_tomorrow(browser, page)
    before = browser.get(link).content
    done(browser)
    undone(browser, ledger)
    assert browser.get(link).content == before


def test_filters_hold_beside_the_moment(browser, ledger):
    done(browser)
    other = client(ledger, local="rae")
    accept(other, OTHER)
    link = same_tomorrow(browser, "/corrections?who=mina")
    accept(browser, OTHER, "reject", "not so")
    assert [row["who"] for row in as_json(browser, link)["corrections"]["rows"]] == ["mina"]
    assert [row["kind"] for row in as_csv(browser, link, "corrections")] == ["accept"]
    assert as_json(browser, same_tomorrow(browser, "/merges?kind=person"))["merges"]["rows"] == []
    audit = same_tomorrow(browser, "/audit?name=rae")
    accept(other, PLEDGE)
    assert [row["act"] for row in as_json(browser, audit)["audit"]["rows"]] == ["correct: accept"]


def test_the_columns_are_those_of_the_page_as_it_stands(browser):
    done(browser)
    for page in PAGES:
        now, then = (browser.get(forms(one)[2]).text.splitlines()[0] for one in (page, same_tomorrow(browser, page)))
        assert now == then


def test_what_is_past_is_not_undone_from_its_page(browser):
    done(browser)
    for page, button in (("/corrections", "Undo this correction"), ("/merges", "Undo: bridge")):
        then = browser.get(same_tomorrow(browser, page)).text
        assert button in browser.get(page).text
        assert button not in then
        assert 'method="post"' not in then
        assert "As it stood at 20" in then
        assert f'href="{page}">As it stands</a>' in then


def test_an_api_question_as_of_a_moment(browser, ledger):
    done(browser)
    then = ledger.last_said()
    before = browser.get("/api/v1/corrections", params={"as_of": then})
    assert [row["effect"] for row in before.json()["rows"]] == ["in-force"]
    undone(browser, ledger)
    after = browser.get("/api/v1/corrections", params={"as_of": then})
    assert (after.content, after.headers["etag"]) == (before.content, before.headers["etag"])
    assert browser.get("/api/v1/corrections").json()["total"] == 3


def coming():
    return f"{datetime.now(UTC) + timedelta(days=2):%Y-%m-%dT%H:%M:%SZ}"


@pytest.mark.parametrize("address", [*PAGES, "/api/v1/corrections"])
@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ("yesterday", "no time"),
        ("2026-02-30", "no date"),
        ("2026-05-01T24:61:00Z", "no time"),
        ("2026-05-01T09:30:00", "time zone"),
        pytest.param(coming()[:10], "not over yet", id="a day to come"),
        pytest.param(coming(), "not over yet", id="a moment to come"),
    ],
)
def test_a_moment_that_is_none_or_to_come_is_told_in_a_sentence(browser, address, given, sentence):
    answer = browser.get(address, params={"as_of": given})
    if address.startswith("/api"):
        assert answer.status_code in {400, 422}
        assert answer.json()["error"]["code"] == "bad_request"
    else:
        assert answer.status_code == 400
        assert sentence in answer.text


def test_a_deed_of_a_clock_that_is_ahead_can_be_asked_for():
    later = coming()
    assert checked(later, lambda: later) == later


def test_deeds_of_one_second_are_told_apart(browser, ledger):
    done(browser)
    moments = [deed.at for deed in ledger.audit()]
    assert len(set(moments)) == len(moments) == 2
    assert all(re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z", one) for one in moments)
    assert not re.search(r"\d:\d\d\.\d", re.sub(r'href="[^"]*"', "", browser.get("/audit").text)), "shown to the second"


@pytest.mark.parametrize("page", PAGES)
def test_printed_the_page_says_as_of_when_and_has_no_forms(browser, page):
    done(browser)
    shown = browser.get(same_tomorrow(browser, page)).text
    main = shown[shown.index("<main") : shown.index("</main>")]
    assert re.search(r'<p class="note">As it stood', main)
    for part in re.findall(r"<form[^>]*>", browser.get(page).text.split("<main")[1]):
        inside = browser.get(page).text.split("<main")[1].split(part)[0]
        assert "screen" in part or inside.rindex('<section class="screen"') > inside.rfind("</section>")


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ("2026-11-22T01:40:00Z", "2026-11-22 01:40:00 UTC"),
        ("2026-11-22T01:40:00.250000Z", "2026-11-22 01:40:00 UTC"),
        ("2026-11-22T01:40:00+02:00", "2026-11-22 01:40:00+02:00"),
        ("2026-11", "November 2026"),
    ],
)
def test_a_moment_as_a_page_says_it(given, said):
    assert moment(given) == said
