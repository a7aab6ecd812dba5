"""Any text in: no exception, nothing given up, every record's words stand in the text, the same records again."""

import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from communique import Reader, Report

# Few examples, so that the suite stays fast; `--hypothesis-profile` and a larger number were used to find what they guard.
LOOK = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])

NAMES = ["Aidar Seitkali", "Lin Shaowen", "Prime Minister", "President", "Foreign Minister", "H.E. Mr.", "Ms Quesada",
         "His Highness the Amir", "the Secretary-General", "Ambassador", "spokesperson", "he", "she", "they", "who"]  # fmt: skip
PLACES = ["China", "Kazakhstan's", "the United States", "U.S.", "Côte d’Ivoire", "Beijing", "Georgia", "the EU", "ASEAN", "the two sides",
          "both countries", "his Chinese counterpart", "Washington", "the Lao side", "India-Japan", "新加坡"]  # fmt: skip
VERBS = ["said that", "agreed to", "met with", "asked", "will", "would consider", "is ready to", "thanked", "reaffirmed", "condemned", "signed",
         "was opened by", "visited", "called for", "noting", "and", "but", "if", "not", "to", "that", "in", "on behalf of", "supports", "proposed"]  # fmt: skip
THINGS = ["the one-China principle", "a comprehensive strategic partnership", "the Memorandum of Understanding on Water", "diplomatic relations",
          "the fifth session of the Joint Commission", "the Belt and Road Initiative", "cooperation", "a state visit", "the opening of a consulate",
          "two-state solution", "territorial integrity", "peace", "the railway", "talks", "a letter", "the 16th meeting"]  # fmt: skip
DATES = ["on 5 May", "May 20, 2024", "Tuesday", "last year", "2019-2021", "in the first half of 2027", "31 February", "tomorrow", "(21)", "0000",
         "the 99th anniversary", "on 30-31 June", "next month", "a decade ago", "12/13/14", "1 a.m."]  # fmt: skip
MARKS = [",", ".", ":", ";", "\n", "\n\n", "“", "”", '"', "'", "’s", "(", ")", "- ", "• ", "\n1. ", "\n(a) ", "–", "—", "...", "!", "?", "\t", "\r\n",
         "###", "Q:", "\nMR PRICE: ", "ASTANA, May 20 (Xinhua) --", "* * *", "\u00a0", "\u200b", "\u202e", "é", "e\u0301", "😀", "\x00", "\ufeff", "/", "&"]  # fmt: skip
TEXTS = {
    "words": st.lists(st.sampled_from(NAMES + PLACES + VERBS + THINGS + DATES + MARKS), max_size=60).map(" ".join),
    "glued": st.lists(st.sampled_from(NAMES + PLACES + VERBS + MARKS), max_size=40).map("".join),
    "marks": st.lists(st.sampled_from([*MARKS, "China", "said"]), max_size=40).map("".join),
    "letters": st.text(max_size=120),
    "sentences": st.lists(
        st.tuples(*map(st.sampled_from, (NAMES, ["of"], PLACES, VERBS, THINGS, ["with", "of", "and"], PLACES, DATES, [". ", ".\n\n", ";\n"]))),
        max_size=6,
    ).map(lambda rows: "".join(" ".join(row) for row in rows)),
}  # fmt: skip


# Without it most of these texts are about no states' dealings, and nothing of them is read.
LEAD = "President Sanzhar Temirgali of Kazakhstan met with Chinese Foreign Minister Lin Shaowen in Astana on Tuesday. "


@pytest.fixture(scope="module")
def reader():
    return Reader()


def check(reader, report):
    reading = reader.read_report(report)
    assert [fault.problem for fault in reading.faults] == []
    for record in reading.records():
        assert record.rule
        for part in record.evidence:
            assert report.text[part.start : part.end] == part.quote
    assert reader.read_report(report) == reading


@pytest.mark.parametrize("kind", TEXTS)
def test_any_text_is_read_without_a_fault(kind, reader):
    @LOOK
    @given(
        st.sampled_from(["", LEAD]),
        TEXTS[kind],
        st.sampled_from([None, "CHN", "EU", "XXX"]),
        st.sampled_from([None, "2024", "2024-02", "2024-02-29"]),
    )
    def look(lead, text, country, published):
        reading = reader.read(lead + text, outlet_country=country, published=published)
        check(reader, reading.report)

    look()


@LOOK
@given(TEXTS["sentences"], TEXTS["words"])
def test_any_title_is_read_without_a_fault(reader, text, title):
    check(reader, Report(text=f"{title}\n\n{LEAD}{text}", title=title, outlet=title, published="2024-05-21"))


def test_an_outlets_country_is_a_code(reader):
    with pytest.raises(ValueError, match="outlet_country"):
        reader.read("Talks were held.", outlet_country="usa")


@pytest.mark.parametrize(
    "filler", ["a", "1 ", "Norway, ", "“so ", "Norway Minister ", "China said that it will support Norway and "]
)
def test_a_paragraph_without_sentence_ends_is_given_up_by_place_in_time(filler, reader):
    text = f"{LEAD}\n\n" + filler * (300_000 // len(filler)) + f"\n\n{LEAD}"
    started = time.process_time()
    reading = reader.read(text)
    assert time.process_time() - started < 20
    assert [fault.start in (len(LEAD) + 2, len(LEAD) + 3) for fault in reading.faults] == [True]
    assert "no sentence" in reading.faults[0].problem
    assert reading.engagements


def test_a_visit_of_nobody_known(reader):
    """Found by the texts above: a visit and a meeting, and no country that either is of."""
    reading = reader.read("Ambassador of States a visit the meeting Kazakhstan's .", published="2024-02")
    check(reader, reading.report)
