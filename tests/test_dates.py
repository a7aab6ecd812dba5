"""Date expressions: sentences of our own, each with what it must give."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from communique.read.dates import duration_days, find_dates

TUESDAY = "2031-05-20"

CASES = [
    # absolute
    ("held on 20 May 2031", None, ("2031-05-20", "2031-05-20")),
    ("held on the 20th of May 2031", None, ("2031-05-20", "2031-05-20")),
    ("held on May 20, 2031", None, ("2031-05-20", "2031-05-20")),
    ("BEIJING, May 20th", "past", ("2031-05-20", "2031-05-20")),
    ("dated 2031-05-21", None, ("2031-05-21", "2031-05-21")),
    ("on 23.03.2031", None, ("2031-03-23", "2031-03-23")),
    ("on 20/05/2031", None, ("2031-05-20", "2031-05-20")),
    ("on 05/20/2031", None, ("2031-05-20", "2031-05-20")),
    ("met in Kigali (18/5)", "past", ("2031-05-18", "2031-05-18")),
    ("met in Kigali (5/18)", "past", ("2031-05-18", "2031-05-18")),
    ("on Thursday (5/6)", "future", ("2031-06-05", "2031-06-05")),
    ("held (18-19/5)", "past", ("2031-05-18", "2031-05-19")),
    ("on 16 and 17 February", "past", ("2031-02-16", "2031-02-17")),
    ("on 16, 17 and 18 February 2030", None, ("2030-02-16", "2030-02-18")),
    ("17–19 October", "future", ("2031-10-17", "2031-10-19")),
    ("from 14-16 June", "future", ("2031-06-14", "2031-06-16")),
    ("May 8 and 9", "past", ("2031-05-08", "2031-05-09")),
    ("from July 2 to 6", "future", ("2031-07-02", "2031-07-06")),
    ("April 12–16, 2027", None, ("2027-04-12", "2027-04-16")),
    ("from 30 May to 2 June 2031", None, ("2031-05-30", "2031-06-02")),
    ("from December 29 to January 2", "future", ("2031-12-29", "2032-01-02")),
    ("from December 29, 2030 to January 2, 2031", None, ("2030-12-29", "2031-01-02")),
    ("Tuesday, 13 May", "past", ("2031-05-13", "2031-05-13")),
    ("Thursday, May 22, 2031", None, ("2031-05-22", "2031-05-22")),
    ("Thursday (May 15)", "past", ("2031-05-15", "2031-05-15")),
    ("in November 2023", None, ("2023-11", "2023-11")),
    ("in 1992", None, ("1992", "1992")),
    ("in the first half of 2032", "future", ("2032", "2032")),
    ("in mid-September", "future", ("2031-09", "2031-09")),
    ("in the second half of July", "future", ("2031-07", "2031-07")),
    ("between January and March 2030", None, None),
    # the year left out
    ("was lifted on 1 January", "past", ("2031-01-01", "2031-01-01")),
    ("will open on 1 January", "future", ("2032-01-01", "2032-01-01")),
    ("met on 3 December", "past", ("2030-12-03", "2030-12-03")),
    ("was held on May 23", "past", ("2031-05-23", "2031-05-23")),  # put out a little late
    ("in February", "past", ("2031-02", "2031-02")),
    ("in February", "future", ("2032-02", "2032-02")),
    ("in December", "past", ("2030-12", "2030-12")),
    ("in May last year", "past", ("2030-05", "2030-05")),
    ("from 1 January next year", "future", ("2032-01-01", None)),
    ("last October", "past", ("2030-10", "2030-10")),
    ("this November", "future", ("2031-11", "2031-11")),
    ("next March", "future", ("2032-03", "2032-03")),
    # weekdays
    ("on Monday", "past", ("2031-05-19", "2031-05-19")),
    ("on Tuesday", "past", ("2031-05-20", "2031-05-20")),
    ("on Wednesday", "past", ("2031-05-14", "2031-05-14")),
    ("on Wednesday", "future", ("2031-05-21", "2031-05-21")),
    ("last Friday", "past", ("2031-05-16", "2031-05-16")),
    ("next Wednesday", "future", ("2031-05-28", "2031-05-28")),
    ("Thursday evening", "past", ("2031-05-15", "2031-05-15")),
    ("Sunday (18)", "past", ("2031-05-18", "2031-05-18")),
    ("on Wednesday (14/5)", "past", ("2031-05-14", "2031-05-14")),
    ("from Friday to Monday", "future", ("2031-05-23", "2031-05-26")),
    ("on Monday of last week", "past", ("2031-05-12", "2031-05-12")),
    # relative
    ("today", None, ("2031-05-20", "2031-05-20")),
    ("yesterday afternoon", "past", ("2031-05-19", "2031-05-19")),
    ("tomorrow (21)", "future", ("2031-05-21", "2031-05-21")),
    ("this morning (20)", "past", ("2031-05-20", "2031-05-20")),
    ("last evening (19)", "past", ("2031-05-19", "2031-05-19")),
    ("last night", "past", ("2031-05-19", "2031-05-19")),
    ("the day before yesterday", "past", ("2031-05-18", "2031-05-18")),
    ("last month", "past", ("2031-04", "2031-04")),
    ("next month", "future", ("2031-06", "2031-06")),
    ("last year", "past", ("2030", "2030")),
    ("earlier this year", "past", ("2031", "2031")),
    ("in the second half of this year", "future", ("2031", "2031")),
    ("in the last quarter of the year", "future", ("2031", "2031")),
    ("this summer", "future", ("2031", "2031")),
    ("in the autumn", "future", ("2031", "2031")),
    ("last autumn", "past", ("2030", "2030")),
    ("in the spring of 2033", "future", ("2033", "2033")),
    ("by the end of the year", "future", ("2031", "2031")),
    ("before the end of 2032", "future", ("2032", "2032")),
    ("before July", "future", ("2031", "2031")),
    ("no later than July 1", "future", ("2031", "2031")),
    ("within two months", "future", ("2031", "2031")),
    ("32 years ago", "past", ("1999", "1999")),
    ("two years ago", "past", ("2029", "2029")),
    ("three months ago", "past", ("2031-02", "2031-02")),
    ("half a century ago", "past", ("1981", "1981")),
    ("a day earlier", "past", ("2031-05-19", "2031-05-19")),
    ("the following day", "past", ("2031-05-21", "2031-05-21")),
    ("since March", "past", ("2031-03", None)),
    ("the 55th anniversary of diplomatic relations", None, ("1976", "1976")),
    ("ties, whose fiftieth anniversary falls in 2032", None, None),
    # no dates
    ("He may visit, and may march on.", None, None),
    ("May peace prevail.", None, None),
    ("the 16th meeting of 24 members with 1,500 guests", None, None),
    ("Article 51 and paragraph 2030 points", None, None),
    ("the fall of the government", None, None),
    ("over the next three years", None, None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "tense", "expected"), CASES)
def test_dates(text, tense, expected):
    found = find_dates(text, TUESDAY, tense)
    if text.startswith("between January"):
        assert found[-1].date_end == "2030-03"
    elif "fiftieth" in text:
        assert (found[0].date_start, found[0].kind) == ("1982", "span")
    elif expected is None:
        assert found == []
    else:
        assert [(d.date_start, d.date_end) for d in found] == [expected]


def test_point_is_the_day_told_before():
    found = find_dates("They met on 3 March and left the following day.", TUESDAY, "past")
    assert [d.date_start for d in found] == ["2031-03-03", "2031-03-04"]
    assert find_dates("On the same day, he left.", TUESDAY, "past", point="2031-05-11")[0].date_start == "2031-05-11"


def test_years_are_counted_back_from_the_day_in_the_sentence():
    found = find_dates("Next Monday will mark 30 years since the two states entered into relations", TUESDAY, "future")
    assert [(d.date_start, d.kind) for d in found] == [("2031-05-26", "weekday"), ("2001-05-26", "span")]
    assert find_dates("Ten years and two days after the Compact was signed", TUESDAY)[0].date_start == "2021-05-18"


@pytest.mark.parametrize(("anchor", "text", "expected"), [
    (None, "on Monday, yesterday and in March", []),
    (None, "on 3 March 2030", ["2030-03-03"]),
    ("2031", "on April 4", ["2031-04-04"]),
    ("2031-05", "yesterday", ["2031-05"]),
    ("nonsense", "on 3 March 2030", ["2030-03-03"]),
    ("9999-12-31", "tomorrow", []),
    ("0001-01-01", "yesterday, last year, 300 years ago", []),
])  # fmt: skip
def test_partial_and_impossible_anchors(anchor, text, expected):
    assert [d.date_start for d in find_dates(text, anchor, "past")] == expected


@pytest.mark.parametrize(("text", "days"), [
    ("for a three-day official visit", 3), ("a 2-day trip", 2), ("a week-long tour", 7), ("a long visit", None), ("a two-year plan", None),
])  # fmt: skip
def test_duration(text, days):
    assert duration_days(text) == days


def test_impossible_days_give_nothing():
    assert find_dates("on 31 February 2030 and 45 May 2030", TUESDAY) == [] or all(
        d.date_start is None or len(d.date_start) < 10 for d in find_dates("on 31 February 2030", TUESDAY)
    )


@settings(max_examples=300, deadline=None)
@given(st.text(max_size=200), st.sampled_from([None, "2031", "2031-05", TUESDAY, "0001-01-01", "9999-12-31", "x"]),
       st.sampled_from([None, "past", "future"]))  # fmt: skip
def test_any_string(text, anchor, tense):
    _check(text, anchor, tense)


_WORDS = st.sampled_from(
    "May march 20 2031 31 last next this Monday Friday to - – , ( ) the of day year years ago since 55th anniversary half a century week in on by "
    "before within two months spring fall Sept. 12/13/2031 2031-02-30 ²³ ٣ 99999999999 earlier end same and".split()
)


@settings(max_examples=400, deadline=None)
@given(
    st.lists(_WORDS, max_size=14),
    st.sampled_from([None, "2031-05", TUESDAY, "0001-01-01", "9999-12-31"]),
    st.sampled_from([None, "past", "future"]),
)
def test_any_words_of_dates(words, anchor, tense):
    _check(" ".join(words), anchor, tense)


def _check(text, anchor, tense):
    found = find_dates(text, anchor, tense)
    reached = 0
    for dated in found:
        assert 0 <= dated.start < dated.end <= len(text)
        assert dated.end > reached
        reached = dated.end
        assert dated.date_start is None or len(dated.date_start) in (4, 7, 10)
    assert find_dates(text, anchor, tense) == found
