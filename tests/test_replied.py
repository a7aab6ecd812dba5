"""The next word of the side that was asked, read from whole reports: replies, "the request", which of several; and who speaks."""

from __future__ import annotations

import pytest

from communique import Reader
from tools.tellings import Telling, followed

LEAD = "SUVA, 4 May 2031 - The Cabinet Secretary for Foreign Affairs of Kenya, Amos Kipruto, met the Minister of Foreign Affairs of Fiji, Sela Vakatora, in Suva on Sunday."


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader()


def threads(reader: Reader, words: str) -> list[list[str]]:
    """The states that the report's undertakings go through, in the order in which they begin."""
    found, _ = followed(reader, Telling(("FJI", "KEN"), "...", (("2031-05-04", f"{LEAD}\n\n{words}\n"),), ()))
    found.sort(key=lambda thread: thread.steps[0].start)
    return [[step.state for step in thread.steps if step.sure] for thread in found if thread.occasion is None]


ASKED = "The Kenyan side asked for a licence to fish for tuna off Rotuma."


@pytest.mark.parametrize(
    ("answer", "state"),
    [
        ("The Fijian Minister replied that scientists would first count the stock.", "answered"),
        ("Ms Vakatora responded that trawlers under Fiji's flag would train Kenyan crews.", "answered"),
        ("The Fijian side undertook to put the matter to the Department of Fisheries.", "answered"),
        ("The Fijian Minister said she would raise this with the Treasurer.", "answered"),
        ("The Fijian side said that the question would be examined by the Ministry of Health.", "answered"),
        ("The Fijian side would encourage its canneries in that direction.", "answered"),
        ("The Fijian Minister informed that the licence could not be given this year.", "refused"),
    ],
)
def test_the_next_word_answers(reader: Reader, answer: str, state: str) -> None:
    assert threads(reader, f"{ASKED} {answer}") == [["asked", state]]


@pytest.mark.parametrize(
    "other",
    [
        "The Fijian side would train ten Kenyan sugar chemists.",
        "The Kenyan side said that the question of the sugar mill would be settled by its Treasury.",
        "The Fijian side said that the question of the sugar mill at Labasa would be examined by the Ministry of Health.",
    ],
)
def test_what_is_no_reply_stands_by_itself(reader: Reader, other: str) -> None:
    assert threads(reader, f"{ASKED} {other}") == [["asked"], ["stated"]]


def test_one_of_two_is_answered(reader: Reader) -> None:
    asked = "The Kenyan side asked Fiji to lower the berthing fee at Lautoka and to train two harbour pilots."
    assert threads(reader, f"{asked} Ms Vakatora replied that the second would be considered.") == [
        ["asked"],
        ["asked", "answered"],
    ]
    assert threads(reader, f"{asked} Ms Vakatora replied that the former would be considered.") == [
        ["asked", "answered"],
        ["asked"],
    ]


def test_nobody_weighs_his_own_request(reader: Reader) -> None:
    asked = "Minister Kipruto asked for a licence to fish for tuna off Rotuma."
    assert threads(reader, f"{asked} He said that the request would be evaluated with goodwill.") == [
        ["asked", "answered"]
    ]


def speakers(reader: Reader, words: str, lead: str = LEAD, home: str | None = None) -> list[tuple[str, ...]]:
    """Whose each statement is, in the order of the text."""
    reading = reader.read(f"{lead}\n\n{words}\n", published="2031-05-04", language="en", outlet_country=home)
    return [one.holders for one in sorted(reading.statements, key=lambda one: one.evidence[0].start)]


def test_nobody_replies_to_himself(reader: Reader) -> None:
    asked = "Minister Kipruto asked Fiji to lower the berthing fee."
    assert speakers(reader, f"{asked} He replied that the fee would be lowered.") == [("KEN",), ("FJI",)]
    assert speakers(reader, f"{asked} He added that Kenya would send four pilots.")[-1] == ("KEN",)


@pytest.mark.parametrize(
    "lead",
    [
        "Minister Amos Kipruto paid a visit to Fiji upon the invitation of Sela Vakatora, Deputy Prime Minister and Minister of Foreign Affairs of Fiji.",
        "Minister Amos Kipruto spoke in Suva after a meeting with his counterpart from the Republic of Fiji, Sela Vakatora.",
        "The Minister of Foreign Affairs, Amos Kipruto, visited Fiji and held talks with the Minister of External Relations, Sela Vakatora.",
    ],
)
def test_of_which_country_the_other_is(reader: Reader, lead: str) -> None:
    words = "Minister Kipruto asked for a fishing licence. Minister Vakatora said that a licence would be granted."
    assert speakers(reader, words, lead, "KEN")[-2:] == [("KEN",), ("FJI",)]


MET = (
    "SUVA, 4 May 2031 - Mr Amos Mwangi, Cabinet Secretary for Foreign Affairs of Kenya, met Mr Josefa Koroi, Minister of Foreign Affairs of Fiji, "
    "and Mrs Sela Vakatora, Minister of Fisheries of Fiji, in Suva on Sunday."
)


@pytest.mark.parametrize(
    ("words", "speaker"),
    [
        ("Mr Mwangi asked for ten boats. He replied that the boats were needed at home.", "Josefa Koroi"),
        ("Mr Mwangi asked for ten boats. He rejoined that the boats were needed at home.", "Josefa Koroi"),
        ("Mr Mwangi asked for ten boats. She replied that the boats were needed at home.", "Sela Vakatora"),
        (
            "Mr Mwangi said that Kenya would help. Reporters then wished to know more. He answered that ships would come.",
            "Amos Mwangi",
        ),
    ],
)
def test_he_replies_who_may_be_he(reader: Reader, words: str, speaker: str) -> None:
    said = reader.read(f"{MET}\n\n{words}\n").statements
    assert said[-1].speaker == speaker


def test_what_goes_with_what_is_put_elsewhere_goes_along(reader: Reader) -> None:
    """A refusal of what is known again only when all else is placed stays with it, as the refusal that it is."""
    first = "The Fijian side asked Kenya to give 20 million dollars for new looms for the weavers of the outer islands."
    then = (
        "The Fijian side asked Kenya to ship the last of the looms to Lakeba before the rains. The Kenyan side said that the rates were set by "
        "the port and could not be changed."
    )
    reports = (("2031-05-04", f"{LEAD}\n\n{first}\n"), ("2032-05-04", f"{LEAD.replace('2031', '2032')}\n\n{then}\n"))
    found, _ = followed(reader, Telling(("FJI", "KEN"), "...", reports, ()))
    assert [[step.state for step in thread.steps if step.sure] for thread in found if thread.occasion is None] == [
        ["asked", "restated", "refused"]
    ]
