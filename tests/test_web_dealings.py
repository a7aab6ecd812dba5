"""The pages of engagements, the ladder, what is due, and two sides."""

from __future__ import annotations

import re

import pytest

from communique.records import Engagement, Position, Relation, Statement
from communique.web import words
from ledger_readings import BOTH, first, reading, second, third
from web_app import client, shared_memory
from web_rows import as_csv, as_json

HOSTILE = (
    "They met at <img src=x onerror=alert(1)>. Viet Nam will give <script>alert(2)</script> by 2035. Laos supports \u202ethe "
    '"one-China" principle. The two are <b onclick="x()">friends</b>.'
)


def hostile():
    make = [
        (Engagement, "met at <img src=x onerror=alert(1)>", {
            "kind": "meeting", "status": "held", "parties": BOTH, "main": True, "date_start": "2031-07-01",
            "place": "<img src=x onerror=alert(1)>", "participants": ("<svg onload=alert(3)>",)}),
        (Statement, "will give <script>alert(2)</script> by 2035", {
            "act": "pledge", "holders": ("VNM",), "addressees": ("LAO",), "strength": "firm",
            "items": ("give <script>alert(2)</script> by 2035",), "due": ("2035",)}),
        (Position, "supports \u202ethe \"one-China\" principle", {"holder": "LAO", "issue": "one-china", "stance": "support"}),
        (Relation, '<b onclick="x()">friends</b>', {"parties": BOTH, "label": '<b onclick="x()">friends</b>', "event": "described"}),
    ]  # fmt: skip
    return reading(HOSTILE, "2031-07-01", "<script>outlet</script>", "VNM", make, path="h.txt", title='"><script>')


@pytest.fixture(scope="module")
def browser(tmp_path_factory):
    with shared_memory(tmp_path_factory.mktemp("some")) as ledger:
        ledger.add([first(), second(), third()])
        yield client(ledger)


@pytest.fixture(scope="module")
def nothing(tmp_path_factory):
    with shared_memory(tmp_path_factory.mktemp("none")) as ledger:
        yield client(ledger)


@pytest.fixture(scope="module")
def attacked(tmp_path_factory):
    with shared_memory(tmp_path_factory.mktemp("hostile")) as ledger:
        ledger.add([first(), hostile()])
        yield client(ledger)


def text_of(page):
    """What a page says, without its marks."""
    return " ".join(re.sub(r"<[^>]+>", " ", page.text).split())


def test_a_timeline_tells_the_engagements_with_their_words_and_reports(browser):
    page = browser.get("/timeline?a=LAO&b=VNM")
    assert page.status_code == 200
    said = text_of(page)
    assert said.index("4 March 2031") < said.index("15 January 2030"), "the newest stands first"
    assert "met the President of Viet Nam in Hanoi" in said
    assert "Hanoi Courier" in said
    assert 'href="/country/LAO"' in page.text


def test_a_timeline_goes_by_names_and_days_and_by_what_was_known(browser):
    named = as_json(browser, "/timeline?a=Laos&b=Viet+Nam&until=2030")["engagements"]["rows"]
    assert [row["date_start"] for row in named] == ["2030-01-15"]
    known = as_json(browser, "/timeline?a=LAO&as_of=2030")["engagements"]["rows"]
    assert {row["date_start"] for row in known} == {"2030-01-15", "2031-03-04"}
    assert as_json(browser, "/timeline?a=LAO&since=2031-05&until=")["engagements"]["total"] == 1


def test_a_timeline_without_a_country_asks_for_one(browser):
    page = browser.get("/timeline?a=&b=")
    assert page.status_code == 200
    assert "Name a country" in page.text
    assert as_json(browser, "/timeline?b=LAO")["engagements"]["total"] == 3, "one name alone may stand in either field"


def test_a_timeline_that_finds_nothing_says_so(browser):
    page = browser.get("/timeline?a=LAO&until=1999")
    assert "No engagement of Laos" in text_of(page)
    assert 'href="/timeline?a=LAO"' in page.text


def test_the_rows_of_a_timeline_are_the_same_in_each_form(browser):
    address = "/timeline?a=LAO&b=VNM&limit=2"
    rows = as_json(browser, address)["engagements"]["rows"]
    assert len(rows) == 2
    assert [row["date_start"] for row in as_csv(browser, address, "engagements")] == [row["date_start"] for row in rows]
    assert browser.get(address).text.count('<li class="event">') == 2
    assert "show more" in browser.get(address).text


def test_the_pinned_link_of_a_page_is_as_of_the_newest_report(browser):
    for address in ("/timeline?a=LAO", "/ladder/LAO/VNM", "/calendar", "/dyad/LAO/VNM"):
        assert "as_of=2031-06-20" in browser.get(address).text, address
        assert "as_of=2031-06-20" not in browser.get(f"{address}{'&' if '?' in address else '?'}as_of=2030").text


def test_a_ladder_has_its_steps_and_the_words_of_each(browser):
    page = browser.get("/ladder/LAO/VNM")
    said = text_of(page)
    steps = said[said.rindex("Steps") :]
    assert steps.index("special partnership") < steps.index("comprehensive partnership")
    assert "raised their ties to a comprehensive partnership" in said
    assert "Vientiane Post" in said
    assert "December 2030" in said
    earlier = text_of(browser.get("/ladder/LAO/VNM?as_of=2030-06"))
    assert "comprehensive partnership" not in earlier


def test_the_rows_of_a_ladder_are_the_same_in_each_form(browser):
    whole = as_json(browser, "/ladder/LAO/VNM")
    labels = [row["label"] for row in whole["ladder"]["rows"]]
    assert labels == [row["label"] for row in as_csv(browser, "/ladder/LAO/VNM", "ladder")]
    assert re.findall(r'<th scope="row"><bdi>([^<]*)</bdi>', browser.get("/ladder/LAO/VNM").text) == labels
    assert "differences" in whole


@pytest.mark.parametrize(
    ("address", "pictures"), [("/ladder/LAO/VNM", 1), ("/timeline?a=LAO", 1), ("/dyad/LAO/VNM", 3)]
)
def test_pictures_stand_in_the_page_with_what_they_show_in_words(browser, address, pictures):
    page = browser.get(address).text
    assert page.count('<figure class="pictured">') == pictures
    assert (
        len(
            re.findall(
                r'<figure class="pictured"><div class="chart" tabindex="0" role="region" aria-label="[^"]+"><svg', page
            )
        )
        == pictures
    )
    assert "<script" not in page[page.index("<main") :]
    assert " style=" not in page, "the content security policy forbids it"


def test_the_bars_of_a_timeline_lead_to_their_time(browser):
    page = browser.get("/timeline?a=LAO&limit=50").text
    assert re.search(r'href="/timeline\?a=LAO&amp;limit=50&amp;since=2030-01&amp;until=2030-01"', page)


def test_names_in_an_address_lead_on_to_codes_with_the_filters(browser):
    for page in ("ladder", "dyad"):
        on = browser.get(f"/{page}/laos/Viet%20Nam?as_of=2030&format=json")
        assert on.status_code == 303
        assert on.headers["location"] == f"/{page}/LAO/VNM?as_of=2030&format=json"


def test_a_ladder_without_steps_says_so(attacked):
    page = attacked.get("/ladder/LAO/VNM?as_of=1999")
    assert "No report up to then" in text_of(page)


def test_the_calendar_tells_what_is_coming_and_what_is_overdue(browser):
    said = text_of(browser.get("/calendar?as_of=2030-06"))
    coming = said.index(" Coming ")
    assert coming < said.index("visit Vientiane") < said.index(" Overdue ")
    later = text_of(browser.get("/calendar?as_of=2032"))
    assert later.index(" Overdue ") < later.index("visit Vientiane")


def test_the_calendar_of_a_country_goes_by_name(browser):
    assert as_json(browser, "/calendar?country=Laos&as_of=2030-06")["calendar"]["total"] > 0
    assert "Calendar: Laos" in browser.get("/calendar?country=lao").text
    assert "no word" not in browser.get("/calendar?country=").text


def test_the_rows_of_the_calendar_are_the_same_in_each_form(browser):
    rows = as_json(browser, "/calendar?as_of=2032")["calendar"]["rows"]
    assert rows
    whats = [row["commitment"]["what"] for row in rows]
    assert whats == [row["commitment.what"] for row in as_csv(browser, "/calendar?as_of=2032", "calendar")]
    assert browser.get("/calendar?as_of=2032").text.count('<li class="due">') == len(rows)


def test_a_dyad_tells_all_that_is_between_the_two(browser):
    page = browser.get("/dyad/LAO/VNM")
    said = text_of(page)
    assert "comprehensive partnership" in said
    assert "special partnership" in said
    assert "build a bridge at Pakse" in said
    assert "firmly adheres to the one-China" in said or "adheres to the one-China policy" in said
    for address in ("/brief/LAO/VNM", "/timeline?a=LAO&amp;b=VNM", "/ladder/LAO/VNM", "/commitments?a=LAO&amp;b=VNM"):
        assert f'href="{address}"' in page.text


def test_what_is_found_of_a_dyad_does_not_hang_on_the_order(browser):
    one, other = as_json(browser, "/dyad/LAO/VNM"), as_json(browser, "/dyad/VNM/LAO")
    for name in one:
        if name not in {"title", "address"}:
            assert one[name] == other[name], name


def test_a_dyad_sorts_commitments_by_who_owes_and_how_they_stand(browser):
    said = text_of(browser.get("/dyad/VNM/LAO"))
    begin = said.index("Vietnam to Laos")
    assert begin < said.index("bridge at Pakse", begin) < said.index("Laos to Vietnam", begin)


def test_a_dyad_as_of_a_day_knows_no_later_report(browser):
    said = text_of(browser.get("/dyad/LAO/VNM?as_of=2030-06"))
    assert "special partnership" in said
    assert "comprehensive partnership" not in said
    assert "tariffs" not in said


def test_the_rows_of_a_dyad_are_the_same_in_each_form(browser):
    whole = as_json(browser, "/dyad/LAO/VNM")
    keys = {
        "ladder": "label",
        "engagements": "date_start",
        "commitments": "what",
        "positions": "issue",
        "wording": "formula",
    }
    page = browser.get("/dyad/LAO/VNM").text
    for sheet, key in keys.items():
        rows = whole[sheet]["rows"]
        assert [row[key] or "" for row in rows] == [row[key] for row in as_csv(browser, "/dyad/LAO/VNM", sheet)], sheet
        assert f"sheet={sheet}" in page
    assert all(f'href="/commitment/{row["id"]}"' in page for row in whole["commitments"]["rows"])


def test_every_statement_of_a_dyad_has_its_citation(browser):
    page = browser.get("/dyad/LAO/VNM").text
    assert page.count("<blockquote>") <= page.count('<p class="cite"><a href="/report/')
    assert '<p class="cite"></p>' not in page


@pytest.mark.parametrize(
    "address", ["/dyad/LAO/VNM", "/ladder/LAO/VNM", "/timeline?a=LAO&b=VNM", "/calendar?as_of=2036"]
)
def test_hostile_text_is_shown_and_does_nothing(attacked, address):
    page = attacked.get(address)
    assert page.status_code == 200
    for bad in ("<img", "<script>alert", "<svg onload", "<b onclick", "\u202e", "<script>outlet", '"><script'):
        assert bad not in page.text
    assert "&lt;" in page.text


@pytest.mark.parametrize(
    ("address", "status", "says"),
    [
        ("/dyad/LAO/LAO", 400, "one and the same"),
        ("/dyad/LAO/Narnia", 404, "Narnia"),
        ("/dyad/LAO/BRA", 404, "no report in the ledger is about"),
        ("/ladder/LAO/LAO", 400, "one and the same"),
        ("/ladder/LAO/VNM?as_of=soon", 400, "is no date"),
        ("/dyad/LAO/VNM?as_of=2030-13", 400, "is no date"),
        ("/timeline?a=LAO&since=yesterday", 400, "is no date"),
        ("/timeline?a=LAO&since=2031&until=2030", 400, "turn them round"),
        ("/timeline?a=Narnia", 404, "Narnia"),
        ("/calendar?country=Narnia", 404, "Narnia"),
        ("/calendar?as_of=31.12.", 400, "is no date"),
        ("/calendar?limit=0", 400, "limit"),
    ],
)
def test_what_cannot_be_asked_is_told_in_a_sentence(browser, address, status, says):
    answer = browser.get(address)
    assert answer.status_code == status
    assert says.lower() in text_of(answer).lower()


def test_an_empty_ledger_says_what_to_do(nothing):
    assert "Add reports" in text_of(nothing.get("/calendar"))
    assert nothing.get("/timeline").status_code == 200
    page = nothing.get("/dyad/CHN/KAZ")
    assert page.status_code == 404
    assert all(f'href="{way}"' in page.text for way in ("/countries", "/search", "/read")), "it says what to do"


def test_about_tells_how_to_read_it_and_where_the_data_is(browser):
    from communique import __version__
    from communique.ledger.rows import State
    from communique.records import LAYERS

    page = browser.get("/about")
    said = text_of(page)
    assert f"communique {__version__}" in said
    assert "No data leaves this machine" in said
    for layer in LAYERS:
        assert f"tag layer-{layer}" in page.text
    for state in State.__args__:
        assert f'<th scope="row"><span class="tag {state}">{state}</span>' in page.text


@pytest.mark.parametrize(
    ("start", "end", "said"),
    [
        ("2028-10-17", "2028-10-19", "17 to 19 October 2028"),
        ("2028-09-30", "2028-10-02", "30 September to 2 October 2028"),
        ("2028-12-31", "2029-01-02", "31 December 2028 to 2 January 2029"),
        ("2028-10", "2028-11", "October 2028 to November 2028"),
        ("2028-10-17", "2028-10-17", "17 October 2028"),
        (None, "2028", "2028"),
        (None, None, "no date"),
    ],
)
def test_days_are_said_once(start, end, said):
    from communique.web.words import days

    assert days(start, end) == said


@pytest.mark.parametrize(
    ("value", "said"), [(1, "1st"), (2, "2nd"), (3, "3rd"), (11, "11th"), (21, "21st"), (112, "112th")]
)
def test_numbers_in_order(value, said):
    from communique.web.words import ordinal

    assert ordinal(value) == said


@pytest.mark.parametrize(
    ("value", "told"),
    [("2031-02-03", "on 3 February 2031"), ("2031-02", "in February 2031"), ("2031", "in 2031"), (None, "no date")],
)
def test_a_time_in_a_sentence(value, told):
    assert words.on_day(value) == told
