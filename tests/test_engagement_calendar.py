"""Occasions on a calendar: called off, moved, entered in a list, told in the present tense. Sentences of our own."""

from __future__ import annotations

from functools import cache

import pytest

from communique import Reader

LEAD = "Foreign Minister Anna Berg of Norway met Foreign Minister Luis Prado of Peru in Lima on 14 June.\n\n"


@cache
def reader() -> Reader:
    return Reader()


def told(sentence: str) -> list[tuple[str, str, str | None, str | None]]:
    """Kind, status, first day and place of each occasion."""
    reading = reader().read(LEAD + sentence, published="2011-06-15", outlet_country="NOR", language="en")
    found = [one for one in reading.engagements if one.evidence[0].start >= len(LEAD)]
    return [(one.kind, one.status, one.date_start, one.place) for one in found]


@pytest.mark.parametrize(
    "sentence",
    [
        "The session of the Joint Commission, convened for Bergen on 3 October, has been put off.",
        "The visit of President Prado to Oslo planned for May has been cancelled.",
        "President Prado's visit to Oslo in September was called off.",
        "The treaty enters into force after ratification by the National Assembly last month.",
    ],
)
def test_no_occasion(sentence):
    assert told(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        # moved to another day
        ("The meeting in Bergen, which was fixed for 20 July, has been put back to 25 August.", ("meeting", "planned", "2011-08-25", "Bergen")),
        ("President Prado's visit to Oslo was put back to 5 July.", ("visit", "planned", "2011-07-05", "Oslo")),
        ("President Prado's visit to Oslo, first planned for May, will now take place from 3 to 7 July.", ("visit", "planned", "2011-07-03", "Oslo")),
        # entered in a list
        ("- Next round of the fisheries commission: Bergen, 14-15 September", ("mechanism", "planned", "2011-09-14", "Bergen")),
        ("- Next meeting of the Joint Commission: Arequipa, March 2012.", ("mechanism", "planned", "2012-03", "Arequipa")),
        # the present of what is to come
        ("The two ministers meet again in Bergen on 20 July.", ("meeting", "planned", "2011-07-20", "Bergen")),
        ("President Prado arrives in Oslo on 20 July.", ("visit", "planned", "2011-07-20", "Oslo")),
        # the relative clause
        ("They set up a dialogue, the first session of which will be held in Oslo before the end of the year.", ("mechanism", "planned", "2011", "Oslo")),
        # and what stays as it was
        ("The two ministers met in Bergen on 20 May.", ("meeting", "held", "2011-05-20", "Bergen")),
        ("The meeting in Bergen, fixed for 3 June, was held on 4 June.", ("meeting", "held", "2011-06-04", "Bergen")),
    ],
)  # fmt: skip
def test_one_occasion(sentence, wanted):
    assert told(sentence) == [wanted]
