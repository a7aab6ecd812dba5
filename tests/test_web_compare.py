"""Two readouts side by side."""

from __future__ import annotations

import re

import pytest

from communique.records import Engagement, Statement
from communique.web.words import apart, differences, reworded
from ledger_readings import BOTH, first, reading
from web_app import client, shared_memory
from web_rows import as_csv, as_json

OURS = (
    "The Prime Minister of Laos met the President of Viet Nam. Viet Nam will build a bridge at Pakse by the end of 2031. "
    "Viet Nam asked Laos to protect the forests of Attapeu."
)
THEIRS = (
    "The President of Viet Nam met the Prime Minister of Laos. Viet Nam is ready to build a bridge at Pakse. "
    "Laos thanked Viet Nam for <script>alert(1)</script> rice."
)


def readout(text, country, outlet, statements, **metadata):
    held = text[: text.index(".")]
    sides = BOTH if country == "LAO" else BOTH[::-1]
    make = [(Engagement, held, {"kind": "meeting", "status": "held", "parties": sides, "main": True,
                                "date_start": "2031-05-04", "date_end": "2031-05-04"})]  # fmt: skip
    make += [(Statement, quote, values) for quote, values in statements]
    return reading(text, "2031-05-04", outlet, country, make, title=f"Talks as {outlet} has them", **metadata)


def ours():
    return readout(OURS, "LAO", "Vientiane Post", [
        ("Viet Nam will build a bridge at Pakse by the end of 2031", {
            "act": "pledge", "holders": ("VNM",), "addressees": ("LAO",), "strength": "firm", "topics": ("connectivity",),
            "items": ("build a bridge at Pakse by the end of 2031",)}),
        ("Viet Nam asked Laos to protect the forests of Attapeu", {
            "act": "request", "holders": ("VNM",), "addressees": ("LAO",), "topics": ("environment",),
            "items": ("protect the forests of Attapeu",)}),
    ], path="ours.txt")  # fmt: skip


def theirs():
    return readout(THEIRS, "VNM", "<b>Hanoi</b> Courier", [
        ("Viet Nam is ready to build a bridge at Pakse", {
            "act": "pledge", "holders": ("VNM",), "addressees": ("LAO",), "strength": "soft", "topics": ("connectivity",),
            "items": ("build a bridge at Pakse",)}),
        ("Laos thanked Viet Nam for <script>alert(1)</script> rice", {
            "act": "appreciate", "holders": ("LAO",), "addressees": ("VNM",), "topics": ("trade",)}),
    ], path="theirs.txt")  # fmt: skip


@pytest.fixture(scope="module")
def browser(tmp_path_factory):
    with shared_memory(tmp_path_factory.mktemp("some")) as made:
        made.add([ours(), theirs(), first()])
        yield client(made)


A, B, ALONE = ours().report.id, theirs().report.id, first().report.id


def text_of(page):
    """What a page says, without its marks."""
    return " ".join(re.sub(r"<[^>]+>", " ", page.text).split())


def column(page, name):
    """The words of one of the three columns."""
    return re.search(rf'<section aria-labelledby="{name}">(.*?)</section>', page.text, re.DOTALL)[1]


def test_what_both_say_stands_between_what_each_alone_says(browser):
    page = browser.get(f"/compare/{A}/{B}")
    assert page.status_code == 200
    assert "protect the forests of Attapeu" in column(page, "only-a")
    assert "rice" in column(page, "only-b")
    both = column(page, "both")
    assert both.index("by the end of 2031") < both.index("is ready to")
    assert '<span class="tag possibly">strength</span>' in both
    assert "pledge, firm" in both
    assert "pledge, soft" in both
    for one in ("rice", "Attapeu"):
        assert one not in both


def test_only_the_words_that_the_other_has_not_are_marked_and_lead_into_the_texts(browser):
    both = column(browser.get(f"/compare/{A}/{B}"), "both")
    marked = re.findall(r"<mark>(.*?)</mark>", both)
    assert any("by the end of 2031" in one for one in marked)
    assert not any("bridge" in one for one in marked)
    records = {one.id for one in ours().statements}
    assert set(re.findall(rf'href="/report/{A}#w-([0-9a-f]+)"', both)) <= records
    assert f'href="/report/{B}#w-' in both


def test_silence_and_who_is_named_first_are_told(browser):
    said = text_of(browser.get(f"/compare/{A}/{B}"))
    assert "A is silent on 1 that B tells; B is silent on 1 that A tells." in said
    page = browser.get(f"/compare/{A}/{B}").text
    assert re.findall(r'names first: </span><a href="/country/(\w+)"', page) == ["LAO", "VNM"]


def test_the_order_of_the_two_is_the_readers(browser):
    page = browser.get(f"/compare/{B}/{A}")
    assert "rice" in column(page, "only-a")
    assert "Attapeu" in column(page, "only-b")


def test_reports_go_by_id_path_and_beginning_and_the_other_is_found(browser):
    for address in (f"/compare?a={A[:8]}&b=theirs.txt", f"/compare?a={A}&b=", f"/compare?a={A}"):
        page = browser.get(address)
        assert page.status_code == 200, address
        assert "Attapeu" in column(page, "only-a"), address
        assert f'href="/compare/{A}/{B}"' in page.text, "the link that says the same tomorrow"


def test_a_readout_that_has_no_other_says_so(browser):
    page = browser.get(f"/compare?a={ALONE}")
    assert page.status_code == 200
    assert "No other report in the ledger is of the occasion" in page.text
    assert f'value="{ALONE}"' in page.text


def test_without_a_readout_it_says_how_to_ask(browser):
    page = browser.get("/compare?a=&b=")
    assert page.status_code == 200
    assert 'name="a"' in page.text
    assert 'href="/reports"' in page.text


def test_the_rows_are_the_same_in_each_form(browser):
    address = f"/compare/{A}/{B}"
    sheets = as_json(browser, address)
    assert {name: sheets[name]["total"] for name in ("both", "only_a", "only_b", "readouts")} == {
        "both": 1, "only_a": 1, "only_b": 1, "readouts": 2,
    }  # fmt: skip
    (row,) = as_csv(browser, address, "both")
    assert (row["a.quote"], row["differs"]) == (
        sheets["both"]["rows"][0]["a"]["evidence"][0]["quote"], "; ".join(sheets["both"]["rows"][0]["differs"]),
    )  # fmt: skip


def test_what_a_report_says_is_never_a_mark(browser):
    page = browser.get(f"/compare/{A}/{B}").text
    assert "<script>alert" not in page
    assert "<b>Hanoi" not in page
    assert "&lt;script&gt;alert(1)" in page


@pytest.mark.parametrize(
    ("address", "status", "sentence"),
    [
        ("/compare/0000/1111", 404, "No report in the ledger"), (f"/compare/{A}/{A}", 400, "one and the same"),
        (f"/compare?a={A}&b=nothing", 404, "nothing"),
    ],
)  # fmt: skip
def test_what_is_asked_wrongly_is_told_in_a_sentence(browser, address, status, sentence):
    page = browser.get(address)
    assert page.status_code == status
    assert sentence in page.text


def test_differences_are_of_whole_words_with_space_between():
    told = differences("firmly adheres to the one-China principle.", "adheres to the one-China policy.")
    assert str(told) == "<del>firmly</del> adheres to the one-China <del>principle</del> <ins>policy</ins>."
    assert str(differences("Laos's stand", "Laos stands")) == "<del>Laos&#39;s stand</del> <ins>Laos stands</ins>"
    assert str(differences("The same", "the same")) == "the same", "capitals are no difference"


def test_words_with_little_in_common_are_not_marked():
    assert [str(one) for one in apart("we built a bridge", "rice is cheap here")] == [
        "we built a bridge",
        "rice is cheap here",
    ]
    assert [str(one) for one in apart("we <i> built it", "we built it")] == [
        "we <mark>&lt;i&gt;</mark> built it",
        "we built it",
    ]
    assert str(reworded("all is new under the sun", "nobody said <b>that</b>")) == "nobody said &lt;b&gt;that&lt;/b&gt;"
    assert str(reworded(None, "now")) == "now"


def test_very_long_wordings_are_not_compared():
    long = " ".join(f"word{number}" for number in range(3000))
    assert str(differences(long, long + " more")) == long + " more"
    assert "<mark>" not in apart(long, long + " more")[1]
