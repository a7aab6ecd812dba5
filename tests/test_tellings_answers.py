"""How undertakings are asked for and answered, read from whole reports: nominal requests, refusals, what is pointed to, talks concluded."""

from __future__ import annotations

import pytest

from communique import Reader
from tools.tellings import Telling, followed

LEAD = "SUVA, 4 May 2031 - The Cabinet Secretary for Foreign Affairs of Kenya, Amos Kipruto, met the Minister of Foreign Affairs of Fiji, Sela Vakatora, in Suva on Sunday."
LATER = "NAIROBI, 9 October 2031 - The Minister of Foreign Affairs of Fiji, Sela Vakatora, held talks with the Cabinet Secretary for Foreign Affairs of Kenya, Amos Kipruto, in Nairobi on Thursday."


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader()


def threads(reader: Reader, first: str, then: str | None = None) -> list[list[str]]:
    """The states that the reports' undertakings go through."""
    told = [("2031-05-04", f"{LEAD}\n\n{first}\n")]
    if then is not None:
        told.append(("2031-10-09", f"{LATER}\n\n{then}\n"))
    found, _ = followed(reader, Telling(("FJI", "KEN"), "...", tuple(told), ()))
    return sorted([step.state for step in thread.steps if step.sure] for thread in found if thread.occasion is None)


ASKED_FIRST = [
    "A request was made by Kenya for the early delivery of two tugs.",
    "A proposal for a tea auction in Suva was put forward by the Kenyan side.",
    "Kenya's interest in Fijian mahogany seedlings was conveyed to the Minister.",
    "The question of a ferry between Kilindini and Lautoka was raised by the Kenyan side.",
    "The Cabinet Secretary asked for a reduction of the berthing fee at Lautoka.",
    "The Kenyan side expressed interest in obtaining six breeding bulls on credit.",
]


@pytest.mark.parametrize("words", ASKED_FIRST)
def test_what_is_put_as_a_noun_is_asked(reader: Reader, words: str) -> None:
    assert threads(reader, words) == [["asked"]]


@pytest.mark.parametrize(
    "words",
    [
        "No request was made by Kenya for the early delivery of two tugs.",
        "A request had been made by Kenya for the early delivery of two tugs.",
        "The question of the day was raised by a reporter.",
    ],
)
def test_what_was_not_put_now_is_not_asked(reader: Reader, words: str) -> None:
    assert threads(reader, words) == []


@pytest.mark.parametrize(
    ("answer", "state"),
    [
        ("The Minister promised to give the idea sympathetic consideration.", "answered"),
        ("The Fijian side responded favourably to the request.", "answered"),
        ("The Fijian side did not find it possible to accept the proposal.", "refused"),
        ("Minister Vakatora expressed her inability to lower the fee.", "refused"),
        ("Minister Vakatora pointed out that the fee was set by the port and could not be changed.", "refused"),
        ("The Minister welcomed the proposal and said that her officials would follow it up.", "answered"),
    ],
)
def test_the_other_side_answers(reader: Reader, answer: str, state: str) -> None:
    asked = "The Cabinet Secretary asked Fiji to lower the berthing fee at Lautoka."
    assert ["asked", state] in threads(reader, f"{asked} {answer}")


@pytest.mark.parametrize(
    "answer",
    [
        "Minister Vakatora thanked Kenya for its support in New York.",
        "The road to Nausori could not be used for a week after the storm.",
    ],
)
def test_what_is_no_answer(reader: Reader, answer: str) -> None:
    asked = "The Cabinet Secretary asked Fiji to lower the berthing fee at Lautoka."
    assert threads(reader, f"{asked} {answer}") == [["asked"]]


def test_assent_is_given_in_the_sentence_that_asks(reader: Reader) -> None:
    words = "Kenya proposed the creation of a sugar council, to which the Fijian side gave its assent."
    assert threads(reader, words) == [["asked", "answered"]]


@pytest.mark.parametrize(
    "words",
    [
        "The Minister drew her guest's attention to the unpaid wages of Fijian drivers in Mombasa. The Cabinet Secretary assured her that the matter would be settled soon.",
        "The Minister raised the case of two Fijian sailors held in Lamu. The Cabinet Secretary undertook to look into their case.",
    ],
)
def test_what_is_pointed_to_is_asked_once_it_is_answered(reader: Reader, words: str) -> None:
    assert threads(reader, words) == [["asked", "answered"]]
    assert threads(reader, words.partition(". ")[0] + ".") == []


def test_what_was_to_go_stays(reader: Reader) -> None:
    asked = "The Cabinet Secretary wished to see the levy on Kenyan tea removed."
    assert threads(reader, asked, "The levy on Kenyan tea would remain in place until 2033, Ms Vakatora said.") == [
        ["asked", "refused"]
    ]
    asked = "The Cabinet Secretary asked that the checkpoint at Malindi stay open until ten."
    assert ["asked", "refused"] not in threads(
        reader, asked, "The checkpoint at Malindi would remain open until ten, Ms Vakatora said."
    )


def test_talks_that_were_to_be_concluded_are(reader: Reader) -> None:
    agreed = "Kenya and Fiji committed to concluding negotiations on a fisheries agreement."
    assert threads(reader, agreed, "Negotiations on the fisheries agreement were concluded last month.")[0][:2] == [
        "stated",
        "done",
    ]


def test_an_agreement_is_reaffirmed(reader: Reader) -> None:
    agreed = "Agreement was reached on the exchange of coral specialists."
    assert threads(reader, agreed, "The agreement to exchange coral specialists was reaffirmed.") == [
        ["stated", "restated"]
    ]


def test_the_secretary_is_who_was_introduced_as_one(reader: Reader) -> None:
    text = f"{LEAD}\n\nThe Secretary asked for an air link. The Minister asked for two tugs.\n"
    told = reader.read(text, published="2031-05-04", language="en").statements
    assert [one.holders for one in told] == [("KEN",), ("FJI",)]


ASKED_SECOND = [
    ("Kenya's request for two tugs was discussed.", [["asked"]]),
    ("Kenya's request for two tugs was granted by the Fijian side.", [["asked", "answered"]]),
    ("Kenya looked to Fiji for assistance in dredging the harbour of Lamu.", [["asked"]]),
    ("The Minister inquired about the possibility of buying Kenyan roses.", [["asked"]]),
    ("Kenya would have liked its lorries to be freed of the harbour toll.", [["asked"]]),
    ("The Minister spoke in favour of an air link between Suva and Mombasa.", [["asked"]]),
    ("The Minister spoke in favour of a comprehensive reform of the United Nations Security Council.", []),
    ("Kenya proposed the mutual recognition of seamen's books. The proposal did not find favour with the Fijian side.", [["asked", "refused"]]),
    ("A joint declaration was signed, under which the two countries will set up a tea laboratory.", [["stated"]]),
]  # fmt: skip


@pytest.mark.parametrize(("words", "states"), ASKED_SECOND)
def test_other_ways_to_ask_and_to_answer(reader: Reader, words: str, states: list[list[str]]) -> None:
    assert threads(reader, words) == states


@pytest.mark.parametrize(
    "answer",
    [
        "Minister Vakatora said that this lay outside the scope of the programme.",
        "The Minister replied that the government could not act alone.",
        "Minister Vakatora regretted that the bridge did not fall within the framework of grant aid.",
        "Minister Vakatora explained that the case was before the courts.",
    ],
)
def test_what_the_asked_side_lacks_or_leaves_to_others_declines(reader: Reader, answer: str) -> None:
    asked = "The Cabinet Secretary asked Fiji to finance the bridge at Garsen."
    assert threads(reader, f"{asked} {answer}") == [["asked", "refused"]]
    assert threads(reader, answer) == []


@pytest.mark.parametrize(
    ("answer", "states"),
    [
        ("Minister Vakatora offered to send specialists from Labasa.", [["asked", "answered"]]),
        (
            "The Minister said that Fiji attached importance to the request and would give it priority.",
            [["asked", "answered"]],
        ),
        ("Minister Vakatora said Fiji would buy more coffee from the highlands.", [["asked"], ["stated"]]),
    ],
)
def test_the_next_word_is_an_answer_unless_it_names_another_matter(
    reader: Reader, answer: str, states: list[list[str]]
) -> None:
    asked = "The Cabinet Secretary requested Fijian help in water desalination."
    assert threads(reader, f"{asked} {answer}") == states


def test_a_title_does_not_reach_over_the_end_of_a_sentence(reader: Reader) -> None:
    text = f"{LEAD}\n\nKenya asked for help in geothermal energy. Minister Vakatora offered to send specialists.\n"
    told = reader.read(text, published="2031-05-04", language="en").statements
    assert [one.act for one in told] == ["request", "pledge"]


SAID = [
    ("The Fijian side agreed to allow ships of the Kenya Navy to use the port of Lautoka.", "pledge", "allow ships"),
    ("Minister Vakatora shared that Fiji would offer 60 places a year to Kenyan officials.", "pledge", "offer 60 places"),
    ("The Fijian delegation informed the meeting that Fiji would make available 3 million dollars for the pier.", "pledge", "make available"),
    ("The Minister used the occasion to announce that the scholarships would be raised to 60 a year.", "pledge", "the scholarships would be raised"),
    ("The Minister took the opportunity to invite the President of Kenya to be the chief guest in October.", "request", "be the chief guest"),
    ("Minister Vakatora was able to inform her hosts that Fiji would finance the pier.", "pledge", "finance the pier"),
    ("The head of Fijian diplomacy asked for the return of the drum.", "request", "the return of the drum"),
    ("The Kenyan side were content to share the tidal data.", "pledge", "share the tidal data"),
]  # fmt: skip


@pytest.mark.parametrize(("words", "act", "begins"), SAID)
def test_turns_by_which_a_side_says_or_asks(reader: Reader, words: str, act: str, begins: str) -> None:
    told = reader.read(f"{LEAD}\n\n{words}\n", published="2031-05-04", language="en").statements
    assert [(one.act, one.items[0].startswith(begins)) for one in told] == [(act, True)]


@pytest.mark.parametrize(
    "words",
    [
        "Minister Vakatora shared a meal with her guest.",
        "The Minister used the occasion of the fair for a walk.",
        "The head of the Fijian delegation wore a garland.",
    ],
)
def test_turns_that_say_nothing(reader: Reader, words: str) -> None:
    told = reader.read(f"{LEAD}\n\n{words}\n", published="2031-05-04", language="en").statements
    assert not [one for one in told if one.items]


def test_a_decision_not_to_do_it_is_a_refusal(reader: Reader) -> None:
    agreed = "Fiji would renew the memorandum on hydrography."
    assert threads(
        reader,
        agreed,
        "The Fijian side informed its guests of its decision not to renew the memorandum on hydrography.",
    ) == [["stated", "refused"]]


def test_the_matter_will_be_considered_by_the_asked_side(reader: Reader) -> None:
    asked = (
        "Kenya asked for an agreement on social security. The question will be considered by the competent authorities."
    )
    assert threads(reader, asked) == [["asked", "answered"]]


@pytest.mark.parametrize(
    ("answer", "state"),
    [
        ("The Minister replied that this was feasible from next year.", "answered"),
        ("Minister Vakatora responded by saying that the land was available.", "answered"),
        ("Minister Vakatora apologised that no exceptions could be made.", "refused"),
        ("Minister Vakatora informed that the land could not be granted at this point in time.", "refused"),
        ("The Minister replied that farms were no longer among the priorities of her government.", "refused"),
    ],
)
def test_a_yes_or_a_no_without_a_promise(reader: Reader, answer: str, state: str) -> None:
    asked = "The Cabinet Secretary requested that Kenyan settlers be allotted land on Taveuni."
    assert threads(reader, f"{asked} {answer}") == [["asked", state]]
    assert threads(reader, answer) == []


def test_it_would_be_feasible_only_if(reader: Reader) -> None:
    asked = "The Cabinet Secretary requested that Kenyan settlers be allotted land on Taveuni."
    assert threads(reader, f"{asked} The Minister noted that it was not clear whether land was available.") == [
        ["asked"]
    ]


def test_concurring_answers_in_the_sentence_that_asks(reader: Reader) -> None:
    words = "Kenya proposed the exchange of tidal data between the two navies, with which Fiji concurred."
    assert threads(reader, words) == [["asked", "answered"]]
