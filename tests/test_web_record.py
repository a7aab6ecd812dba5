"""One record by itself."""

from __future__ import annotations

import re

import pytest

from communique.records import Position, Reading, Report, Statement
from communique.web.pages.record import AROUND, around
from communique.web.rules import entries
from ledger_readings import evidence, first, reading, second, third
from web_app import client, shared_memory
from web_rows import as_csv, as_json

LONG = "Before it. " * 100 + "Laos supports <script>alert(1)</script> the \u202ecause. " + "After it. " * 100


def hostile():
    make = [(Statement, "Laos supports <script>alert(1)</script> the \u202ecause", {
        "act": "support", "holders": ("LAO",), "speaker": "<b>Thongloun</b>", "topics": ("trade", "media")})]  # fmt: skip
    return reading(LONG, "2031-07-01", "<script>outlet</script>", "LAO", make, path="h.txt", title="<i>Hostile</i>")


def with_rules():
    """A position that real entries of the codebook made, and one that is in no codebook."""
    report = Report(text=LONG, published="2031-08-01", outlet="Post", outlet_country="LAO", path="r.txt")
    own = Position(
        report=report.id, rule=("issues.yaml/one-china", "attitudes.yaml/support", "issues.yaml/no-such"),
        evidence=evidence(LONG, "supports"), holder="LAO", issue="one-china", stance="support",
    )  # fmt: skip
    return Reading(report=report, dateline="2031-08-01", positions=(own,), read_by="hand/1")


@pytest.fixture(scope="module")
def ledger(tmp_path_factory):
    with shared_memory(tmp_path_factory.mktemp("some")) as made:
        made.add([first(), second(), third(), hostile(), with_rules()])
        yield made


@pytest.fixture(scope="module")
def browser(ledger):
    return client(ledger)


def text_of(page):
    """What a page says, without its marks."""
    return " ".join(re.sub(r"<[^>]+>", " ", page.text).split())


def address(records):
    return f"/record/{records[0].id}"


def test_a_record_shows_its_fields_and_its_words_in_their_surroundings(browser):
    page = browser.get(address([one for one in first().statements if one.act == "pledge"]))
    assert page.status_code == 200
    said = text_of(page)
    for told in ("act pledge", "holders Vietnam", "addressees Laos", "strength firm", "topics connectivity",
                 "build a bridge at Pakse by the end of 2030 (by 2030)", "Hanoi Courier", "15 January 2030"):  # fmt: skip
        assert told in said, told
    assert re.search(
        r'<span class="soft">[^<]*in Hanoi\. </span><mark class="layer-statement">Viet Nam will build', page.text
    )
    assert "Laos firmly adheres" in page.text
    assert f'href="/report/{first().report.id}#w-' in page.text


def test_of_a_long_text_some_is_shown_before_and_after():
    (own,) = hostile().statements
    made = around(LONG, own)
    assert "".join(one.text for one in made if one.layer) == own.evidence[0].quote
    assert made[0].text.startswith(" […] ")
    assert made[-1].text.endswith(" […] ")
    assert all(len(one.text) <= AROUND + 10 for one in made)
    two = own.model_copy(update={"evidence": (*evidence(LONG, "Before it"), *own.evidence)})
    assert [one.text.count("[…]") for one in around(LONG, two)] == [0, 1, 0, 1]


def test_it_leads_to_what_is_made_of_it(browser):
    page = browser.get(address(second().outcomes))
    assert "build a bridge at Pakse by the end of 2030" in page.text
    assert re.search(r'href="/commitment/[0-9a-f]+"', page.text)
    assert "told as done" in page.text
    page = browser.get(address(second().positions))
    assert 'href="/position/LAO/one-china"' in page.text
    assert "softened" in page.text
    page = browser.get(address(second().relations))
    assert 'href="/ladder/LAO/VNM"' in page.text
    assert 'href="/timeline?a=LAO&amp;b=VNM"' in browser.get(address(first().engagements)).text
    assert "Nothing: no commitment" in text_of(browser.get(address(hostile().statements)))


def test_other_records_of_the_same_words_are_named(browser):
    (own,) = first().positions
    page = browser.get(f"/record/{own.id}")
    beside = next(one for one in first().statements if one.act == "support")
    assert f'href="/record/{beside.id}"' in page.text
    assert f'href="/record/{own.id}">' not in page.text[page.text.index("Other records") :]


def test_why_it_is_there_is_told_by_the_entries_of_the_codebook(browser):
    page = browser.get(address(with_rules().positions))
    said = text_of(page)
    assert "adherence to the one-China principle or policy" in said
    assert "an entry of the section issues" in said
    assert "attitudes: support: off" in said, "how to switch it off"
    assert "issues.yaml/no-such no longer in the codebook" in said


def test_an_entry_is_found_in_the_users_own_codebook(tmp_path):
    own = tmp_path / "mine.yaml"
    own.write_text("attitudes:\n  cheer: {kind: for, before: [cheer, cheers]}\n", encoding="utf-8")
    ((rule, (entry,)),) = entries(["mine.yaml/cheer"], [str(own)])
    assert (rule, entry.section, dict(entry.says)["before"]) == ("mine.yaml/cheer", "attitudes", "cheer, cheers")
    assert entries(["person:ana"], []) == []


class Reads:
    """A reader that finds one word."""

    def __init__(self, found):
        self.found = found

    def triggers(self, reading):
        return self.found


def test_the_words_that_made_the_rule_apply_are_told_on_demand(browser):
    (own,) = with_rules().positions
    place = own.evidence[0].start
    assert "explain=true" in browser.get(f"/record/{own.id}").text
    browser.app.state.reader = Reads({own.id: ((place, place + 4),)})
    assert "What made the rule apply: supp ." in text_of(browser.get(f"/record/{own.id}?explain=true"))
    browser.app.state.reader = Reads({})
    assert "does not make this record" in text_of(browser.get(f"/record/{own.id}?explain=true"))


def test_the_record_is_the_same_in_each_form(browser):
    (own,) = second().outcomes
    sheets = as_json(browser, f"/record/{own.id}")
    assert [row["id"] for row in sheets["record"]["rows"]] == [own.id]
    assert sheets["commitments"]["total"] == 1
    assert [row["quote"] for row in as_csv(browser, f"/record/{own.id}", "record")] == [own.evidence[0].quote]


def test_what_people_said_of_it_is_told_and_a_rejected_one_counts_for_nothing(tmp_path):
    with shared_memory(tmp_path) as made:
        made.add([first()])
        own = first().relations[0]
        made.correct(None, "reject", target=own.id, who="ana", why="a <b>slip</b>", at="2031-07-01T10:00:00Z")
        page = client(made).get(f"/record/{own.id}")
        assert "A person has rejected this record" in page.text
        assert "a &lt;b&gt;slip&lt;/b&gt;" in page.text


def test_what_a_report_says_is_never_a_mark(browser):
    page = browser.get(address(hostile().statements)).text
    for evil in ("<script>alert", "<script>outlet", "<b>Thongloun", "<i>Hostile", "\u202e"):
        assert evil not in page
    assert "&lt;script&gt;alert(1)" in page


@pytest.mark.parametrize(
    ("asked", "status", "sentence"),
    [("/record/0123456789abcdef", 404, "No record in the ledger"), ("/record/x", 404, "No record"),
     (f"/record/{first().relations[0].id}?explain=perhaps", 400, "neither true nor false")],
)  # fmt: skip
def test_what_is_asked_wrongly_is_told_in_a_sentence(browser, asked, status, sentence):
    page = browser.get(asked)
    assert page.status_code == status
    assert sentence in page.text
