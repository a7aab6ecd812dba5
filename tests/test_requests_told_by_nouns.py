"""Requests told by a noun and what is asked behind it, and visits on which a traveller only went next."""

import pytest

from communique import Reader

LEAD = "Suva, 14 May 2031\n\nPresident Seru Vaniqi of Fiji met the President of Mauritius, Anil Ramgoolaye, in Suva on 14 May 2031.\n\n"


@pytest.fixture(scope="module")
def reader():
    return Reader()


@pytest.mark.parametrize(
    ("sentence", "asked"),
    [
        ("President Vaniqi reiterated the request that Mauritius lift its levy on tuna.", True),
        ("President Vaniqi renewed his request that Mauritius lift its levy on tuna.", True),
        ("President Vaniqi reiterated the demand that Mauritius lift its levy on tuna.", True),
        ("President Vaniqi recalled the request made in March.", False),
    ],
)
def test_a_request_that_somebody_do_something_is_one(reader, sentence, asked):
    reading = reader.read(LEAD + sentence, published="2031-05-14", outlet_country="FJI")
    found = [one for one in reading.statements if one.act == "request"]
    assert bool(found) is asked
    assert all(one.items == ("lift its levy on tuna",) for one in found)


@pytest.mark.parametrize(
    ("sentence", "asked"),
    [
        ("President Vaniqi also raised the return of four carved canoes.", ("the return of four carved canoes",)),
        ("President Vaniqi raised the release of two fishermen.", ("the release of two fishermen",)),
        ("President Vaniqi raised the flag.", None),
    ],
)
def test_what_is_raised_is_asked_for_where_it_is_something_to_be_done(reader, sentence, asked):
    reading = reader.read(LEAD + sentence, published="2031-05-14", outlet_country="FJI")
    assert [one.items for one in reading.statements if one.act == "request"] == ([asked] if asked else [])


def test_where_the_visitor_went_next_is_not_what_the_report_is_about(reader):
    text = (
        "Foreign Minister visits Suva\n\nSuva, 14 May 2031\n\nThe Foreign Minister of Mauritius, Devi Luchmun, visited Suva today. She held "
        "talks with Foreign Minister Tomasi Kuru of Fiji. They spoke of tuna and of flights. They agreed to meet again. "
        "She departed for Nairobi in the evening."
    )
    reading = reader.read(text, published="2031-05-14", outlet_country="MUS")
    visits = {one.place: one.main for one in reading.engagements if one.kind == "visit"}
    assert visits["Suva"] is True
    assert visits.get("Nairobi", False) is False
