"""Journeys and sittings as newspapers and presidencies tell them: who visits whom, from when to when, and what is none."""

from __future__ import annotations

from functools import cache

import pytest

from communique import Reader

LEAD = (
    "ACCRA, May 14 (GP) - Ghana and Finland agreed in Accra on Wednesday to open a school of forestry together, the Foreign "
    "Ministry said after talks between Ghanaian Foreign Minister Kofi Asare and Finnish Foreign Minister Elina Koskela. "
    "Both sides support free trade and the forestry agreement of 2019.\n\n"
)


@cache
def _reader() -> Reader:
    return Reader()


def _told(passage: str) -> list[tuple[str, str, str | None, str | None, str | None, str]]:
    reading = _reader().read(LEAD + passage, published="2031-05-15", outlet_country="GHA", language="en")
    own = (one for one in reading.engagements if one.evidence[0].start >= len(LEAD))
    return [(o.kind, o.status, o.date_start, o.date_end, o.place, " ".join(o.parties)) for o in own]


@pytest.mark.parametrize(
    ("passage", "wanted"),
    [
        ("Finnish President Juha Salo arrived in the Ghanaian capital on Monday for a three-day state visit.", ("2031-05-12", "2031-05-14", "Accra")),
        ("Finnish President Juha Salo arrived in the capital on Monday.", ("2031-05-12", "2031-05-12", "Accra")),
        ("Finnish President Juha Salo touched down in Accra on Monday.", ("2031-05-12", "2031-05-12", "Accra")),
        ("Finnish President Juha Salo completed on Tuesday a 48-hour official visit to our country.", ("2031-05-12", "2031-05-13", "Ghana")),
        ("Finnish President Juha Salo ended on Tuesday a two-day visit to Ghana.", ("2031-05-12", "2031-05-13", "Ghana")),
        ("Finnish President Juha Salo left Kumasi on Tuesday after a two-day private visit.", ("2031-05-12", "2031-05-13", "Kumasi")),
        ("Finnish President Juha Salo returned home on Tuesday from a two-day visit to Ghana.", ("2031-05-12", "2031-05-13", "Ghana")),
    ],
)  # fmt: skip
def test_a_guest(passage: str, wanted: tuple[str, str, str]) -> None:
    assert _told(passage) == [("visit", "held", *wanted, "FIN GHA")]


def test_a_guest_who_is_due() -> None:
    told = _told(
        "President Ama Owusu of Ghana is due to arrive in the Finnish capital on Friday for a two-day state visit."
    )
    assert told == [("visit", "planned", "2031-05-16", "2031-05-17", "Helsinki", "GHA FIN")]


def test_the_words_of_a_journey_and_its_visit() -> None:
    passage = "Finnish President Juha Salo arrived in Accra on Monday for a three-day state visit, and it rained."
    reading = _reader().read(LEAD + passage, published="2031-05-15", outlet_country="GHA", language="en")
    visit = next(o for o in reading.engagements if o.kind == "visit")
    assert visit.evidence[0].quote.startswith("Finnish President Juha Salo arrived in Accra")
    assert visit.evidence[0].quote.endswith("state visit")


@pytest.mark.parametrize(
    ("passage", "visit"),
    [
        ("Visiting Finnish President Juha Salo and President Ama Owusu planted a tree.", True),
        ("President Ama Owusu thanked the visiting President of Finland, Juha Salo.", True),
        ("President Ama Owusu thanked the visiting Finnish vice-minister, Juha Salo.", False),
        ("Visiting hours were changed, President Ama Owusu said.", False),
        ("Finland undertook to open a school in Tamale.", False),
        ("She reached an agreement in Helsinki, Finnish President Juha Salo said.", False),
        ("Finnish President Juha Salo was seen off by President Ama Owusu on Monday.", False),
        ("Ghanaian Foreign Minister Kofi Asare, who arrived from Lomé on Monday, laid the papers on the table.", False),
    ],
)  # fmt: skip
def test_a_guest_by_the_way(passage: str, visit: bool) -> None:
    told = [one for one in _told(passage) if one[0] in ("visit", "meeting")]
    assert told == ([("visit", "held", None, None, "Accra", "FIN GHA")] if visit else [])


def test_his_visit_to_the_country_is_the_guests() -> None:
    told = _told(
        "Finnish President Juha Salo met President Ama Owusu in Accra in the course of his state visit to the country."
    )
    assert ("visit", "held", None, None, "Ghana", "FIN GHA") in told


def test_the_capital_of_a_region_is_not_the_countrys() -> None:
    told = _told("Finnish President Juha Salo and President Ama Owusu held talks on 3 March in the capital of Ashanti.")
    assert "Accra" not in [one[4] for one in told]


@pytest.mark.parametrize(
    ("passage", "wanted"),
    [
        ("The joint commission decided to hold its next plenary session in the Finnish capital in 2032.", ("planned", "2032", "Helsinki")),
        ("The Joint Commission, which last met in Turku in 2028, will meet again in Kumasi in 2032.", ("planned", "2032", "Kumasi")),
        ("The ministers held in Kumasi on Monday the Third Binational Commission, which had been postponed last year.", ("held", "2031-05-12", "Kumasi")),
        ("The fourth session of the Joint Commission will be timed to coincide with the fair.", ("planned", None, None)),
    ],
)  # fmt: skip
def test_sittings(passage: str, wanted: tuple[str, str | None, str | None]) -> None:
    told = [(status, start, place) for kind, status, start, _, place, _ in _told(passage) if kind == "mechanism"]
    assert wanted in told
    assert len([one for one in told if one[0] == "planned"]) == (wanted[0] == "planned")


def test_so_many_sittings() -> None:
    passage = "The forestry dialogue, which has gathered four times since its launch in Turku, is a success."
    reading = _reader().read(LEAD + passage, published="2031-05-15", outlet_country="GHA", language="en")
    sat = [o for o in reading.engagements if o.kind == "mechanism"]
    assert [(o.status, o.ordinal, o.place) for o in sat] == [("held", None, None)]
    assert sat[0].evidence[0].quote.startswith("The forestry dialogue, which has gathered")


def test_what_somebody_did_who_was_to_come() -> None:
    passage = (
        "Minister Elina Koskela, who opened the fourth session of the Joint Commission in Turku in March, had been "
        "expected in Kumasi by the end of 2030."
    )
    assert ("mechanism", "held", "2031-03", "2031-03", "Turku") in [one[:5] for one in _told(passage)]


def test_a_first_visit_keeps_the_words_that_tell_its_day() -> None:
    passage = (
        "Finnish President Juha Salo arrived in Accra on Monday for a two-day state visit. It is the first visit to Ghana by "
        "a Finnish head of state in ten years."
    )
    reading = _reader().read(LEAD + passage, published="2031-05-15", outlet_country="GHA", language="en")
    visit = next(o for o in reading.engagements if o.kind == "visit")
    assert (visit.date_start, visit.ordinal) == ("2031-05-12", 1)
    assert visit.evidence[0].quote.startswith("Finnish President Juha Salo arrived")


@pytest.mark.parametrize(
    "passage",
    [
        "The Joint Commission is the main channel for the ties laid down in the Charter of May 2019.",
        "The Joint Commission has not met since 2019.",
    ],
)
def test_no_sitting(passage: str) -> None:
    assert not _told(passage)


def test_what_is_going_to_be_signed() -> None:
    assert [
        (o[0], o[1]) for o in _told("The agreement is going to be signed in Accra before the end of the year.")
    ] == [("signing", "planned")]


def test_a_thing_that_somebody_asked_for_arrives_and_pays_no_visit():
    passage = (
        "Maputo, 3 May 1990 - The President of Mozambique, Marcos Nhantumbo, received the Foreign Minister of Thailand, Kamol Sun, on Sunday.\n\n"
        "{} would arrive in Bangkok in November.\n"
    )
    found = {
        subject: [one.kind for one in Reader().read(passage.format(subject)).engagements]
        for subject in ("The 200 tonnes of cashew kernels requested by President Nhantumbo", "President Nhantumbo")
    }
    assert list(found.values()) == [["meeting"], ["meeting", "visit"]]
