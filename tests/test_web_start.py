"""The start page, the list of countries, and the page of one."""

from __future__ import annotations

import re

import pytest

from communique.records import Engagement, Position, Statement
from ledger_readings import BOTH, first, reading, second, third
from web_app import client, shared_memory
from web_rows import as_csv, as_json

HOSTILE = "Anna <svg onload=alert(1)> met him at <img src=x onerror=alert(2)>. Laos will give <script>alert(3)</script> by 2035. Laos supports </script><b>one China</b>."


def hostile():
    make = [
        (Engagement, "met him at <img src=x onerror=alert(2)>", {
            "kind": "meeting", "status": "held", "parties": BOTH, "main": True, "date_start": "2031-07-01",
            "place": "<img src=x onerror=alert(2)>", "participants": ("Anna <svg onload=alert(1)>",)}),
        (Statement, "will give <script>alert(3)</script> by 2035", {
            "act": "pledge", "holders": ("LAO",), "addressees": ("VNM",), "strength": "firm", "speaker": "Anna <svg onload=alert(1)>",
            "items": ("give <script>alert(3)</script> by 2035",), "due": ("2035",)}),
        (Position, "supports </script><b>one China</b>", {"holder": "LAO", "issue": "one-china", "stance": "support"}),
    ]  # fmt: skip
    return reading(HOSTILE, "2031-07-01", "<b>outlet</b>", "LAO", make, path="h.txt", title="<script>title</script>")


@pytest.fixture(scope="module")
def browser(tmp_path_factory):
    with shared_memory(tmp_path_factory.mktemp("some")) as ledger:
        ledger.add([first(), second(), third()])
        yield client(ledger)


@pytest.fixture(scope="module")
def nothing(tmp_path_factory):
    with shared_memory(tmp_path_factory.mktemp("none")) as ledger:
        yield client(ledger)


def text_of(page):
    """What a page says, without its marks."""
    return " ".join(re.sub(r"<[^>]+>", " ", page.text).split())


def part(page, id_):
    """The section of a page with this id in its heading, up to the next heading of a section."""
    found = re.search(rf'id="{id_}".*?</section>', page.text, re.DOTALL)
    assert found, f"there is no section {id_}"
    return " ".join(re.sub(r"<[^>]+>", " ", found[0]).split())


def test_the_start_page_tells_what_is_new_since_a_day(browser):
    page = browser.get("/?since=2030-12")
    assert "New since December 2030" in text_of(page)
    assert "A bridge" in part(page, "n-reports")
    assert "Talks in Hanoi" not in part(page, "n-reports")
    assert "comprehensive partnership" in part(page, "n-ladders")
    assert "Laos and Vietnam" in part(page, "n-ladders"), "a step says whose it is"
    assert "bridge at Pakse" in part(page, "n-done")
    assert "tariffs on rice" in part(page, "n-stated")
    assert "<ins>policy</ins>" in page.text
    assert "reworded Laos" in part(page, "n-positions")
    assert "call" in part(page, "n-engagements")


def test_by_default_the_time_before_the_newest_report_is_new(browser):
    page = browser.get("/")
    assert "New since 21 May 2031" in text_of(page)
    assert "A bridge" not in part(page, "n-reports")
    assert "since=2031-05-21&amp;as_of=2031-06-20" in page.text


def test_the_start_page_leads_to_what_is_coming_and_to_the_busiest(browser):
    page = browser.get("/?as_of=2030-06")
    assert "visit Vientiane" in part(page, "d-coming")
    assert 'href="/calendar?as_of=2030-06"' in page.text
    assert "visit Vientiane" in part(browser.get("/?as_of=2032"), "d-overdue")
    assert 'href="/dyad/LAO/VNM?as_of=2030-06"' in page.text
    assert "1 engagement, last 15 January 2030" in part(page, "h-dyads")
    assert "2 engagements, last 20 June 2031" in part(browser.get("/"), "h-dyads")


def test_the_map_is_clicked_to_a_country(browser):
    page = browser.get("/").text
    picture = page[page.index("<svg") : page.index("</svg>")]
    assert 'href="/country/LAO"' in picture
    assert 'href="/country/VNM"' in picture
    assert "/country/CHN" not in picture, "who did not engage leads nowhere"
    assert 'href="/country/LAO?as_of=2030-06"' in browser.get("/?as_of=2030-06").text


def test_as_of_a_day_the_start_page_knows_no_later_report(browser):
    said = text_of(browser.get("/?since=2030&as_of=2030-06"))
    assert "Talks in Hanoi" in said
    assert "A bridge" not in said
    assert "comprehensive partnership" not in said


def test_the_rows_of_the_start_page_are_the_same_in_each_form(browser):
    whole = as_json(browser, "/?since=2030-12")
    keys = {"reports": "report", "engagements": "date_start", "stated": "what", "done": "what", "positions": "issue",
            "ladders": "label", "dyads": "a", "countries": "code"}  # fmt: skip
    for sheet, key in keys.items():
        rows = whole[sheet]["rows"]
        assert rows, sheet
        assert [row[key] for row in rows] == [row[key] for row in as_csv(browser, "/?since=2030-12", sheet)], sheet
    page = browser.get("/?since=2030-12")
    assert part(page, "n-stated").count("(") == len(whole["stated"]["rows"]), "a citation with its country each"
    for row in whole["stated"]["rows"]:
        assert f'href="/commitment/{row["id"]}"' in page.text


def test_an_empty_ledger_says_what_to_do(nothing):
    page = nothing.get("/")
    assert page.status_code == 200
    assert "communique add FOLDER --ledger" in page.text
    assert 'href="/read"' in page.text
    assert "communique add FOLDER" in nothing.get("/countries").text
    assert as_json(nothing, "/")["reports"] == {"total": 0, "rows": []}
    assert nothing.get("/country/CHN").status_code == 404


def test_reports_without_a_date_are_told_of(tmp_path):
    undated = reading("They met in Lima.", None, "Post", "PER", [
        (Engagement, "They met in Lima", {"kind": "meeting", "status": "held", "parties": BOTH, "main": True})])  # fmt: skip
    with shared_memory(tmp_path) as ledger:
        ledger.add([undated])
        page = client(ledger).get("/")
    assert "No report in the ledger has a date" in text_of(page)
    assert "empty ledger" not in page.text


def test_the_countries_have_their_counts(browser):
    page = browser.get("/countries")
    rows = as_json(browser, "/countries")["countries"]["rows"]
    assert [(row["code"], row["name"], row["reports"]) for row in rows] == [("LAO", "Laos", 3), ("VNM", "Vietnam", 3)]
    assert [row["code"] for row in as_csv(browser, "/countries", "countries")] == ["LAO", "VNM"]
    cells = re.findall(r'<th scope="row"><a href="/country/(\w+)">.*?</tr>', page.text, re.DOTALL)
    assert cells == ["LAO", "VNM"]
    counts = re.search(r'/country/LAO">.*?</tr>', page.text, re.DOTALL)[0]
    assert re.findall(r'class="number">(\d+)', counts) == ["3", "5", "2", "1"]


def test_countries_stand_in_the_order_that_is_asked_for(browser):
    rows = as_json(browser, "/countries?order=statements")["countries"]["rows"]
    assert [row["statements"] for row in rows] == sorted((row["statements"] for row in rows), reverse=True)
    assert as_json(browser, "/countries?order=")["countries"]["rows"][0]["code"] == "LAO"


@pytest.mark.parametrize(
    ("asked", "to"),
    [
        ("a=Laos&b=vietnam", "/dyad/LAO/VNM"),
        ("a=Laos&b=", "/country/LAO"),
        ("a=&b=VNM", "/country/VNM"),
        ("a=LAO&b=VNM&as_of=2030", "/dyad/LAO/VNM?as_of=2030"),
    ],
)
def test_the_chooser_leads_to_a_country_or_to_two(browser, asked, to):
    answer = browser.get(f"/countries?{asked}")
    assert (answer.status_code, answer.headers["location"]) == (303, to)


def test_a_country_at_a_glance(browser):
    page = browser.get("/country/LAO")
    said = text_of(page)
    assert "3 reports about it" in said
    assert 'href="/dyad/LAO/VNM"' in page.text
    assert "met the President of Viet Nam in Hanoi" in said
    assert "adheres to the one-China policy" in said
    assert "Vientiane Post" in said
    assert "A bridge" in said
    assert "request 1 1 answered 1" in said, "commitments by kind, how many are overdue, and by state"


def test_a_country_as_of_a_day_knows_no_later_report(browser):
    said = text_of(browser.get("/country/LAO?as_of=2030-06"))
    assert "1 report about it" in said
    assert "A bridge" not in said
    assert "one-China policy" not in said
    assert "one-China principle" in said
    assert "Hanoi Courier" in said


def test_a_country_goes_by_its_name(browser):
    on = browser.get("/country/laos?as_of=2030&format=csv")
    assert (on.status_code, on.headers["location"]) == (303, "/country/LAO?as_of=2030&format=csv")


def test_the_rows_of_a_country_are_the_same_in_each_form(browser):
    whole = as_json(browser, "/country/LAO")
    keys = {"engagements": "date_start", "partners": "b", "tally": "state", "people": "name", "positions": "issue",
            "reports": "report"}  # fmt: skip
    page = browser.get("/country/LAO").text
    for sheet, key in keys.items():
        rows = whole[sheet]["rows"]
        assert [row[key] for row in rows] == [row[key] for row in as_csv(browser, "/country/LAO", sheet)], sheet
        assert f"sheet={sheet}" in page
    assert page.count('<li class="event">') == len(whole["engagements"]["rows"])
    for row in whole["tally"]["rows"]:
        assert f'kind={row["kind"]}&amp;state={row["state"]}">{row["state"]} {row["count"]}</a>' in page


def test_who_is_who_has_the_words(tmp_path):
    text = "President Ana Quispe met the King. Ana Quispe said that Peru supports peace."
    spoke = [
        (Engagement, "President Ana Quispe met the King", {
            "kind": "meeting", "status": "held", "parties": ("NOR", "PER"), "main": True, "date_start": "2030-05-03",
            "participants": ("Ana Quispe",)}),
        (Statement, "Ana Quispe said that Peru supports peace", {"act": "support", "holders": ("PER",), "speaker": "Ana Quispe"}),
    ]  # fmt: skip
    with shared_memory(tmp_path) as ledger:
        ledger.add([reading(text, "2030-05-03", "Lima Post", "PER", spoke)])
        page = client(ledger).get("/country/PER")
    said = text_of(page)
    assert (
        said.index("Who is who")
        < said.index("Ana Quispe , President")
        < said.index("Positions", said.index("Ana Quispe , President"))
    )


@pytest.mark.parametrize("address", ["/?since=2031", "/country/LAO", "/countries"])
def test_hostile_text_is_shown_and_does_nothing(tmp_path, address):
    with shared_memory(tmp_path) as ledger:
        ledger.add([first(), hostile()])
        page = client(ledger).get(address)
    assert page.status_code == 200
    for bad in ("<img src", "<script>alert", "<svg onload", "<b>one", "<b>outlet", "<script>title"):
        assert bad not in page.text
    if address != "/countries":
        assert "&lt;script&gt;alert(3)" in page.text


@pytest.mark.parametrize(
    ("address", "status", "says"),
    [
        ("/?since=last+week", 400, "is no date"),
        ("/?as_of=2030-99", 400, "is no date"),
        ("/countries?order=size", 400, "there is no order"),
        ("/countries?a=Narnia", 404, "Narnia"),
        ("/countries?as_of=x", 400, "is no date"),
        ("/country/Narnia", 404, "Narnia"),
        ("/country/BRA", 404, "no report in the ledger is about"),
        ("/country/LAO?as_of=never", 400, "is no date"),
        ("/?format=xml", 400, "there is no format"),
        ("/?format=csv&sheet=x", 400, "there is no sheet"),
    ],
)
def test_what_cannot_be_asked_is_told_in_a_sentence(browser, address, status, says):
    answer = browser.get(address)
    assert answer.status_code == status
    assert says.lower() in text_of(answer).lower()


@pytest.mark.parametrize(
    "address", ["/", "/countries", "/country/LAO", "/dyad/LAO/VNM", "/calendar", "/timeline?a=LAO", "/ladder/LAO/VNM"]
)
def test_every_link_has_words_and_every_id_is_one(browser, address):
    page = browser.get(address).text
    outside = re.sub(r"<svg.*?</svg>", "", page, flags=re.DOTALL)
    assert not re.search(r"<a [^>]*>\s*</a>", outside)
    ids = re.findall(r' id="([^"]+)"', page)
    assert len(ids) == len(set(ids))
