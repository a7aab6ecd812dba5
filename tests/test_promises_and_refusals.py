"""Promises told in the plain future, by a progressive, by a body of both; refusals without a verb of refusing; what is only foretold."""

from __future__ import annotations

import pytest

from communique import Reader

REPORT = (
    "Minister Quispe receives Minister Kowalewski\n\nLima, 4 May 2031\n\nForeign Minister Rosa Quispe Vargas of Peru met the Foreign "
    "Minister of Poland, Jan Kowalewski, in Lima on 4 May 2031.\n\n"
)
JOINT = (
    "Joint statement of the Second Session of the Peru-Poland Economic Commission\n\nLima, 4 May 2031\n\n1. The second session of the "
    "Peru-Poland Economic Commission was held in Lima on 4 May 2031. The Peruvian delegation was headed by Minister Rosa Quispe Vargas and "
    "the Polish delegation by Minister Jan Kowalewski.\n\n"
)


@pytest.fixture(scope="module")
def reader():
    return Reader()


def told(reader, head, sentence):
    reading = reader.read(head + sentence, published="2031-05-04", outlet_country="PER")
    return [
        (one.act + (f".{one.strength}" if one.strength else ""), "+".join(one.holders), one.items, one.speaker)
        for one in reading.statements
        if one.evidence[0].start >= len(head)
    ]


IN_A_REPORT = [
    ("The ministers agreed to ensure that the line is opened in December.", ["agree.firm PER+POL"]),
    ("The ministers agreed to see to it that divers are paid.", ["agree.firm PER+POL"]),
    ("The ministers agreed to note that the trams run well.", ["assess PER+POL"]),
    ("The ministers assigned the two port authorities to draft a plan of work.", ["agree.firm PER+POL"]),
    ("Poland is making a further 12 million zlotys available for the museum.", ["pledge.firm POL"]),
    ("Peru is raising its contribution to the museum fund to 3 million soles.", ["pledge.firm PER"]),
    ("Minister Kowalewski said that Poland was giving Peru a further 12 million zlotys.", ["pledge.firm POL"]),
    ("Poland is currently sending a further 12 nurses every year.", []),
    ("Poland is providing training to Peruvian nurses.", []),
    ("Peru is increasing its exports to Poland by 3 percent.", []),
    ("Poland is paying another price for its policy.", []),
    ("The joint commission will finish the mapping of the shelf by the end of 2032.", ["agree.firm PER+POL"]),
    ("The possibility of a ferry will be examined by a joint working group.", ["agree.tentative PER+POL"]),
    ("Customs officers of the two countries will check the lorries from June.", ["agree.firm PER+POL"]),
    ("The joint commission will meet in June.", []),
    ("The joint commission will play an important part.", []),
    ("Ships of the two countries will call at Callao.", []),
    ("Minister Quispe made known the decision to double the number of places to 80.", ["pledge.firm PER"]),
    ("Minister Quispe told him of the decision to abolish the levy on amber.", ["pledge.firm PER"]),
    ("Minister Quispe told him of her visit to Gdynia.", []),
    ("Minister Kowalewski repeated his offer to mediate.", ["pledge.firm POL"]),
    ("Minister Kowalewski announced 12 million zlotys for the museum.", ["pledge.firm POL"]),
    ("A Polish cultural institute will open in Cusco next year, Minister Kowalewski said.", ["pledge.firm POL"]),
    ("The exhibition will open on Monday, Minister Kowalewski said.", ["assess POL"]),
    ("Minister Kowalewski said that they were determined to carry trade to 5 billion dollars.", ["pledge.firm POL"]),
    ("It is envisaged that 30 pilots will be trained in Gdynia.", ["agree.soft PER+POL"]),
    ("Peru would like the levy dropped.", ["request PER"]),
    ("Peru would like to have the levy dropped.", ["request PER"]),
    ("Peru would like to have a second tunnel.", ["pledge.soft PER"]),
    ("Minister Kowalewski committed himself to a loan.", ["pledge.firm POL"]),
    ("The number of scholarships will rise from 40 to 80, Minister Quispe said.", ["pledge.firm PER"]),
    ("The number of tourists will rise from 40 to 80, Minister Quispe said.", ["assess PER"]),
    ("Minister Kowalewski informed the Peruvian side of the decision to reduce the fee.", ["pledge.firm POL"]),
    ("Minister Kowalewski informed the press of the state of the talks.", []),
    ("Poland will build the hangar and Peru will provide the land.", ["pledge.firm POL", "pledge.firm PER"]),
]
REFUSED = [
    ("Minister Quispe said that it was impossible to waive the fee.", ["oppose PER"]),
    ("Minister Quispe said that it was not possible to see the coast in the fog.", ["assess PER"]),
    ("Minister Quispe said that peace is not possible without talks.", ["assess PER"]),
    ("There will be no exemption for Polish trawlers, Minister Quispe said.", ["oppose PER"]),
    ("There will be no winners in such a war, Minister Quispe said.", ["assess PER"]),
    ("Minister Kowalewski said that a waiver was not on the agenda.", ["oppose POL"]),
    ("Minister Kowalewski said an exemption was ruled out.", ["oppose POL"]),
    ("Minister Kowalewski said he saw no possibility of a loan.", ["oppose POL"]),
    ("Minister Kowalewski said he saw the possibility of a loan.", ["assess POL"]),
    ("Minister Kowalewski replied that the request could not be met.", ["oppose POL"]),
    ("Minister Quispe said that the demand for copper could not be met.", ["assess PER"]),
    ("Minister Kowalewski said Poland was unable to lower the fee.", ["oppose POL"]),
    ("Minister Kowalewski said Poland was unable to attend the fair.", ["assess POL"]),
    ("Nor could Peru abolish the levy on amber at present.", ["oppose PER"]),
    ("The crew would not be handed over, Minister Quispe said.", ["pledge.firm PER"]),
    ("The mast will not be finished this year, Minister Quispe said.", ["assess PER"]),
    ("Minister Kowalewski said no to a loan.", ["oppose POL"]),
    ("Minister Kowalewski would not commit himself.", ["oppose POL"]),
    ("Poland would not budge.", ["oppose POL"]),
    ("Minister Kowalewski's answer was no.", ["oppose POL"]),
    ("The fee can be discussed in the joint commission, Minister Quispe said.", ["pledge.tentative PER"]),
    ("Minister Kowalewski took the request under advisement.", ["pledge.tentative POL"]),
]
FORETOLD = [
    ("Minister Quispe said that the matter will be decided by the voters.", ["assess PER"]),
    ("Minister Quispe said the fair would be attended by 40 firms.", ["assess PER"]),
    ("Minister Quispe said that lives will be lost.", ["assess PER"]),
    ("Minister Quispe said the port would be dredged by Poland.", ["assess PER"]),
    ("Minister Quispe said the road would be built by the Ministry of Transport.", ["pledge.firm PER"]),
    ("Minister Quispe said the road would be built by the end of the year.", ["pledge.firm PER"]),
    ("Minister Quispe said that Peru will benefit from the agreement.", ["assess PER"]),
    ("Peru will need 40 trams.", []),
    ("Peru will hold the presidency of the bloc until June.", []),
    ("Poland will have to pay more for copper.", []),
    ("Poland will face elections in June.", []),
]


@pytest.mark.parametrize(("sentence", "wanted"), [*IN_A_REPORT, *REFUSED, *FORETOLD])
def test_in_a_report(reader, sentence, wanted):
    assert [f"{act} {holders}" for act, holders, _, _ in told(reader, REPORT, sentence)] == wanted


IN_A_JOINT_STATEMENT = [
    ("Trade and Energy: The Polish side asked for a longer licence.", ["request POL"]),
    (
        "The Commission heard a report on the quay. It decided to meet again in Gdynia in 2032.",
        ["assess PER+POL", "agree.firm PER+POL"],
    ),
    ("Experts were tasked to finish the survey.", ["agree.firm PER+POL"]),
    ("Polish divers were asked to leave.", ["assess PER+POL"]),
    ("Poland lifts its ban on plums as of today.", ["pledge.firm POL"]),
    ("Trade is to double by 2035.", ["agree.firm PER+POL"]),
    ("Trade is to blame.", ["assess PER+POL"]),
    ("The Polish side explained that the fee could not be reduced before 2033.", ["oppose POL"]),
    ("It provides for a levy of two percent.", ["assess PER+POL"]),
    ("Peru signed the loan, and the sides hoped that it would be paid out next year.", ["agree.soft PER+POL"]),
    ("Peru praised the fair, and undertook to ensure that divers are paid.", ["appreciate PER", "pledge.firm PER"]),
]


@pytest.mark.parametrize(("sentence", "wanted"), IN_A_JOINT_STATEMENT)
def test_in_a_joint_statement(reader, sentence, wanted):
    assert [f"{act} {holders}" for act, holders, _, _ in told(reader, JOINT, sentence)] == wanted


def test_a_chapter_of_a_joint_statement_is_no_speaker(reader):
    text = "Trade and Energy: Peru will dredge the port.\n\nTransport and Tourism: Poland will send a crane."
    assert [(holders, speaker) for _, holders, _, speaker in told(reader, JOINT, text)] == [
        ("PER", None),
        ("POL", None),
    ]


def test_whose_words_go_on_is_said_of_what_follows(reader):
    text = (
        "Minister Kowalewski said that the ferry was late. The mole will be repaired by May, and Poland will send a crane. "
        "The Peruvian side thanked him for the crane."
    )
    found = told(reader, REPORT, text)
    assert [(act, speaker) for act, _, _, speaker in found] == [
        ("assess", "Jan Kowalewski"),
        ("pledge.firm", "Jan Kowalewski"),
        ("appreciate", None),
    ]
    assert found[1][2] == ("The mole will be repaired by May", "Poland will send a crane")


def test_this_was_not_possible_refuses_what_was_asked(reader):
    asked = (
        "Minister Kowalewski asked Peru to waive the fee. Minister Quispe said that this was not possible at present."
    )
    assert [act for act, *_ in told(reader, REPORT, asked)] == ["request", "oppose"]
    alone = "Minister Quispe said that this was not possible in the past."
    assert [act for act, *_ in told(reader, REPORT, alone)] == ["assess"]


def test_a_request_repeated_is_for_what_was_asked(reader):
    text = "Minister Kowalewski asked Peru to waive the fee. Minister Quispe expressed regret. Minister Kowalewski repeated the request."
    assert [(act, items) for act, _, items, _ in told(reader, REPORT, text)] == [
        ("request", ("waive the fee",)),
        ("complain", ()),
        ("request", ("waive the fee",)),
    ]
    assert [items for _, _, items, _ in told(reader, REPORT, "Minister Kowalewski renewed his request.")] == [()]


@pytest.mark.parametrize(
    ("sentence", "items"),
    [
        (
            "Minister Kowalewski asked that the tariff on plums be reduced and the quota for apples be raised.",
            ("the tariff on plums be reduced", "the quota for apples be raised"),
        ),
        (
            "Minister Kowalewski asked that the tariff be reduced, the quota be raised and the fee be dropped.",
            ("the tariff be reduced", "the quota be raised", "the fee be dropped"),
        ),
        ("Minister Quispe asked him for 40 trams and for help with the tunnel.", ("40 trams", "help with the tunnel")),
        ("Minister Quispe asked Poland for permission to film.", ("permission to film",)),
        ("The proposal to open a ferry was accepted by Peru.", ("open a ferry",)),
        ("Poland will send a crane and a tug and will pay the crew.", ("send a crane and a tug", "pay the crew")),
    ],
)
def test_each_thing_to_be_done_is_an_item(reader, sentence, items):
    assert told(reader, REPORT, sentence)[0][2] == items


@pytest.mark.parametrize(
    ("sentence", "act"),
    [
        ("Poland does not wish to take part in the second phase of the tramway.", "oppose"),
        ("Poland does not, however, wish to enter into fixed dates for the tramway.", "oppose"),
        ("Minister Kowalewski said that Poland did not intend to lower the fee for pilots.", "oppose"),
        ("Minister Kowalewski said that Poland did not plan to sell the shipyard.", "oppose"),
        ("Poland was unwilling to prolong the lease of the pier.", "oppose"),
        ("Peru is reluctant to open its market for plums.", "oppose"),
        ("Minister Kowalewski said that Poland wished to sell the shipyard.", "pledge.soft"),
        ("Minister Kowalewski said that Poland did not wish to comment on the shipyard.", "assess"),
    ],
)
def test_who_does_not_wish_to_do_a_thing_refuses_it(reader, sentence, act):
    assert [one[0] for one in told(reader, REPORT, sentence)] == [act]


@pytest.mark.parametrize(
    ("sentence", "acts"),
    [
        ("The Peru Development Fund will finance a hospital in Gdynia.", ["pledge PER"]),
        (
            "In the social field, the Polish Export Credit Bank is prepared to open a credit of ten million zlotys.",
            ["pledge POL"],
        ),
        ("The Peruvian Navy has accepted the Polish suggestion of joint exercises.", ["pledge PER"]),
        ("The Polish hosts again asked for a place in Lima where applications can be handed in.", ["request POL"]),
        (
            "The Minister informed the guest that Peru has adopted the decision to abolish visas for students.",
            ["pledge PER"],
        ),
        ("The Peru-Poland Joint Commission will review the tariffs in May.", []),
        ("The Peru Ceramics Fair will delight the Polish public.", []),
    ],
)
def test_institutions_speak_for_their_country(reader, sentence, acts):
    heard = told(reader, REPORT, sentence)
    assert [
        f"{act.split('.')[0]} {holders}" for act, holders, _, _ in heard if act.startswith(("pledge", "request"))
    ] == acts
