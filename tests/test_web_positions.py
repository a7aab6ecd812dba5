"""The pages of positions and wording: the matrix, one position, what changed, formulas over time."""

from __future__ import annotations

import re

import pytest

from communique.records import Position, Statement
from communique.web.lineages import lineages
from ledger_readings import FIRST, first, reading, second, third
from web_app import client, shared_memory
from web_rows import as_csv, as_json

HOSTILE = (
    'Laos supports <script>alert(1)</script> the "one-China" \u202eprinciple. Peru opposes the "one-China" principle.'
)


def hostile():
    make = [
        (Statement, "Laos supports <script>alert(1)</script> the \"one-China\" \u202eprinciple", {
            "act": "support", "holders": ("LAO",)}),
        (Position, "supports <script>alert(1)</script> the \"one-China\" \u202eprinciple", {
            "holder": "LAO", "issue": "one-china", "stance": "support"}),
        (Position, "Peru opposes the \"one-China\" principle", {"holder": "PER", "issue": "one-china", "stance": "oppose"}),
    ]  # fmt: skip
    return reading(HOSTILE, "2031-07-01", "<script>outlet</script>", "LAO", make, path="h.txt")


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


@pytest.fixture(scope="module")
def many(tmp_path_factory):
    """Thirty holders, the later the busier, on up to thirty issues; and hostile words."""
    codes = [f"A{a}{b}" for a in "ABC" for b in "ABCDEFGHIJ"]
    readings = [hostile()]
    for number, code in enumerate(codes):
        make = [
            (Position, FIRST[place : place + 9], {"holder": code, "issue": f"issue-{place:02}", "stance": "support"})
            for place in range(number + 1)
        ]
        readings.append(reading(FIRST, f"2029-01-{number % 28 + 1:02}", "Courier", code, make, path=f"{code}.txt"))
    with shared_memory(tmp_path_factory.mktemp("many")) as made:
        made.add(readings)
        yield client(made)


def text_of(page):
    """What a page says, without its marks."""
    return " ".join(re.sub(r"<[^>]+>", " ", page.text).split())


def cells(page):
    """The cells of the matrix that lead somewhere: their address and what a screen reader says."""
    return re.findall(r'<td><a class="[^"]*" href="([^"]+)" aria-label="([^"]+)"', page.text)


def test_each_cell_of_the_matrix_says_the_stance_and_opens_its_words(browser):
    found = cells(browser.get("/positions"))
    assert [(address, label.split(":")[0]) for address, label in found] == [
        ("/position/LAO/one-china", "Laos supports adherence to the one-China principle or policy")
    ]
    assert "told 2 times, last on 5 December 2030" in found[0][1]
    page = browser.get(found[0][0])
    assert "Laos adheres to the one-China policy" in page.text


def test_the_matrix_is_as_of_a_day(browser):
    assert "told once" in cells(browser.get("/positions?as_of=2030-06"))[0][1]
    assert "as_of=2031-06-20" in browser.get("/positions").text, "the link that says the same tomorrow"
    assert "as_of=2030-06" in cells(browser.get("/positions?as_of=2030-06"))[0][0]


def test_a_large_matrix_comes_in_pages_of_holders_those_who_speak_most_first(many):
    page = many.get("/positions")
    holders = re.findall(r'<th scope="row"><a href="/positions\?holder=(\w+)"', page.text)
    assert holders[:2] == ["ACJ", "ACI"]
    assert len(holders) == 25
    assert "25 of 32 holders" in text_of(page)
    assert page.text.count('<th scope="col">') == 24
    assert "and 6 more" in text_of(page)
    assert many.get("/positions?issues=all").text.count('<th scope="col">') == 30
    rest = many.get("/positions?page=2")
    assert len(re.findall(r'<th scope="row"><a href="/positions\?holder=(\w+)"', rest.text)) == 7
    named = many.get("/positions?by=name")
    assert re.findall(r'<th scope="row"><a href="/positions\?holder=(\w+)"', named.text)[:2] == ["AAA", "AAB"]
    assert many.get("/positions?page=99").text.count('rel="prev"') == 1, "the last page"


def test_the_matrix_and_the_wording_come_as_pictures(many, browser):
    assert "<svg" not in many.get("/positions").text
    page = many.get("/positions?picture=true").text
    assert page.count("<svg") == 1
    assert 'href="/position/ACJ/issue-00"' in page[page.index("<svg") :]
    for address in ("/wording?phrase=one-china", "/position/LAO/one-china"):
        assert browser.get(address).text.count("<svg") == 1, address


def test_the_rows_of_the_matrix_are_its_cells_in_each_form(many):
    address = "/positions?by=name"
    rows = as_json(many, address)["positions"]["rows"]
    shown = [tuple(one.split("/")[2:]) for one, _ in cells(many.get(address))]
    assert [(row["holder"], row["issue"]) for row in rows] == shown
    assert [(row["holder"], row["issue"]) for row in as_csv(many, address, "positions")] == shown


def test_the_positions_of_one_and_on_one_issue_have_their_words(many, browser):
    page = many.get("/positions?issue=one-china")
    assert "supports" in text_of(page)
    assert "opposes" in text_of(page)
    assert "Peru opposes the" in page.text
    assert [row["holder"] for row in as_json(many, "/positions?issue=one-china&holder=")["positions"]["rows"]] == [
        "LAO",
        "PER",
    ]
    own = browser.get("/positions?holder=Laos")
    assert "Positions of Laos" in own.text
    assert "Laos adheres to the one-China policy" in own.text
    assert "Vientiane Post" in own.text


def test_a_position_has_its_course_with_what_changed_in_its_words(browser):
    page = browser.get("/position/LAO/one-china")
    said = text_of(page)
    for told in ("2 times told", "15 January 2030 first said", "5 December 2030 last said", "taken", "softened",
                 "in dealings with Vietnam"):  # fmt: skip
        assert told in said, told
    assert "<del>firmly</del>" in page.text
    assert "<del>principle</del> <ins>policy</ins>" in page.text
    assert "phrase=Laos+adheres+to+the+one-China+policy" in page.text
    then = browser.get("/position/LAO/one-china?as_of=2030-06")
    assert "1 time told" in text_of(then)
    assert "policy</ins>" not in then.text
    sheets = as_json(browser, "/position/LAO/one-china")
    assert [sheets[name]["total"] for name in ("position", "changes", "wording")] == [1, 2, 2]


def test_a_name_in_the_address_of_a_position_leads_to_the_code(browser):
    page = browser.get("/position/Laos/one-china?as_of=2030-06")
    assert page.status_code == 303
    assert page.headers["location"] == "/position/LAO/one-china?as_of=2030-06"


def test_a_position_that_nobody_told_is_not_there(browser):
    page = browser.get("/position/VNM/one-china")
    assert page.status_code == 404
    assert "has Vietnam say anything on adherence to the one-China" in text_of(page)


def test_changes_of_position_are_events_newest_first(browser):
    page = browser.get("/turns?holder=Laos&issue=&since=")
    said = text_of(page)
    assert said.index("5 December 2030 reworded") < said.index("15 January 2030 taken")
    assert "<del>principle</del> <ins>policy</ins>" in page.text
    assert "until=2031-06-20" in page.text
    rows = as_json(browser, "/turns?until=2030-06")["changes"]["rows"]
    assert [row["event"] for row in rows] == ["taken"]
    assert [row["event"] for row in as_csv(browser, "/turns?until=2030-06", "changes")] == ["taken"]
    assert browser.get("/turns?limit=1").text.count('<li class="turn">') == 1


def test_more_changes_are_offered_up_to_what_the_page_gives(many):
    page = many.get("/turns?limit=200")
    (more,) = re.findall(r'<a href="([^"]+)">show more</a>', page.text)
    whole = many.get(more)
    assert whole.status_code == 200
    assert len(as_json(many, more)["changes"]["rows"]) > 200


def test_the_wording_of_a_phrase_tells_who_uses_it_since_when(browser):
    page = browser.get("/wording?phrase=one-China+policy&holder=&issue=&counterpart=")
    said = text_of(page)
    assert "Who uses it" in said
    assert "first use 5 December 2030" in said
    rows = as_json(browser, "/wording?phrase=one-china")
    assert [(row["holder"], row["first"], row["last"], row["reports"]) for row in rows["users"]["rows"]] == [
        ("LAO", "2030-01-15", "2030-12-05", 2)
    ]
    assert [row["formula"] for row in as_csv(browser, "/wording?phrase=one-china", "wording")] == [
        row["formula"] for row in rows["wording"]["rows"]
    ]


def test_the_wording_of_a_holder_on_an_issue_shows_word_by_word_what_changed(browser):
    page = browser.get("/wording?holder=LAO&issue=one-china")
    assert "<del>principle</del> <ins>policy</ins>" in page.text
    assert "Who uses the latest words" in page.text
    then = as_json(browser, "/wording?holder=LAO&issue=one-china&as_of=2030-06")
    assert [row["change"] for row in then["wording"]["rows"]] == ["first"]
    assert as_json(browser, "/wording?holder=LAO&issue=one-china&counterpart=VNM")["wording"]["total"] == 2
    cut = as_json(browser, "/wording?holder=LAO&issue=one-china&limit=1")["wording"]
    assert (len(cut["rows"]), cut["total"]) == (1, 2)


def test_wording_without_anything_asked_offers_the_issues(browser):
    page = browser.get("/wording?phrase=&holder=")
    assert 'href="/wording?issue=one-china"' in page.text


def test_each_formula_is_told_against_the_one_before_towards_the_same_counterpart(ledger):
    rows = ledger.wording(holder="LAO", issue="one-china")
    other = type(rows[0])(**{**vars(rows[1]), "counterpart": "PER"})
    (made,) = lineages([rows[0], other, rows[1]])
    assert [before for _, before in made.steps] == [None, None, rows[0].formula]


def test_what_a_report_says_is_never_a_mark(many):
    for address in ("/positions?issue=one-china", "/position/LAO/one-china", "/turns?issue=one-china",
                    "/wording?issue=one-china", "/wording?phrase=one-china"):  # fmt: skip
        page = many.get(address).text
        assert "<script>alert" not in page, address
        assert "<script>outlet" not in page, address
        assert "\u202e" not in page, address
        assert "&lt;script&gt;" in page, address
    asked = many.get("/wording?phrase=%3Cscript%3Ealert(1)%3C/script%3E").text
    assert "<script>alert" not in asked


def test_nothing_to_show_says_what_to_do(browser, nothing):
    for address in ("/positions", "/turns"):
        assert "communique add" in nothing.get(address).text, address
    assert "Search the reports for them" in nothing.get("/wording?phrase=nobody+says+so").text
    assert "See who takes which" in browser.get("/positions?issue=terrorism").text
    assert "All changes" in browser.get("/turns?issue=terrorism").text


@pytest.mark.parametrize(
    ("address", "status", "sentence"),
    [
        ("/positions?holder=Atlantis", 404, "Atlantis"), ("/positions?by=size", 400, "There is no order"),
        ("/positions?page=0", 400, "Page"), ("/positions?picture=big", 400, "neither true nor false"), ("/positions?as_of=soon", 400, "is no date"),
        ("/position/Atlantis/one-china", 404, "Atlantis"), ("/turns?holder=Atlantis", 404, "Atlantis"),
        ("/turns?since=2031&until=2030", 400, "turn them round"), ("/wording?holder=Atlantis", 404, "Atlantis"),
        ("/wording?phrase=%3F%3F", 400, "has no words"),
    ],
)  # fmt: skip
def test_what_is_asked_wrongly_is_told_in_a_sentence(browser, address, status, sentence):
    page = browser.get(address)
    assert page.status_code == status
    assert sentence in page.text
