"""Outcomes: sentences of our own, each with what it tells as having happened."""

from __future__ import annotations

import pytest

from communique import Reader
from communique.knowledge import load_codebook
from communique.read.analyse import analyse
from communique.read.outcomes import outcomes
from communique.records import Outcome, Report

LEAD = "LIMA, May 20 (Desk) -- Peruvian Foreign Minister Rosa Quispe met with Chilean Foreign Minister Diego Valverde in Lima on Tuesday. "

CASES = [
    ("The agreement will be signed in June.", "agreement", "planned", None),
    ("The treaty will enter into force once Congress has ratified the agreement.", "The treaty", "planned", None),
    ("Work on the road will begin in June.", "Work on the road", "planned", None),
    ("The observatory is to be opened in August.", "The observatory", "planned", None),
    ("The contract is due to be signed in August.", "The contract", "planned", None),
    ("The 40 apprentices will leave for Arica in July.", "40 apprentices", "planned", None),
    ("Deliveries of seed begin in June.", "Deliveries of seed", "planned", None),
    ("The next edition of the poetry contest will take place in Tacna.", "poetry contest", "planned", None),
    ("Twelve mares were flown to Arica in April.", "Twelve mares", "done", "2031-04"),
    ("The mural went on show in Tacna last month.", "The mural", "done", "2031-04"),
    ("No airline has yet applied for the route to Arica.", "No airline", "failed", None),
    ("The money for the orchard never came.", "The money", "failed", None),
    ("Peru pulled out of the satellite programme in March.", "satellite programme", "done", "2031-03"),
    ("The gauge is no longer read by hand.", "The gauge", "done", None),
    ("The reservoir is filling.", "The reservoir", "begun", None),
    ("There is still no agreement on the fish quota.", "agreement on the fish quota", "failed", None),
    ("The fee waiver, in force since March 3, has helped both.", "The fee waiver", "done", "2031-03-03"),
    ("The text on pensions was ready for signature.", "The text on pensions", "begun", None),
    ("The agreement has not been signed.", "agreement", "failed", None),
    ("The agreement on water was signed on Monday by the two ministers.", "agreement on water", "done", "2031-05-19"),
    ("The two ministers signed a memorandum on tourism.", "memorandum on tourism", "done", None),
    ("The looms from Tacna went on sale in Arica in March.", "looms from Tacna", "done", "2031-03"),
    ("Chilean apples have been arriving at the port of Ilo since March.", "Chilean apples", "done", "2031-03"),
    ("The first consignment of seeds reached Arequipa in April.", "first consignment of seeds", "done", "2031-04"),
    ("Two surgeons were trained in Iquique last year.", "Two surgeons", "done", "2030"),
    ("The foundation of the clinic was laid in April.", "foundation of the clinic", "begun", "2031-04"),
    ("The treaty on extradition entered into force in March.", "treaty on extradition", "done", "2031-03"),
    ("The ban on dairy products has been lifted.", "ban on dairy products", "done", None),
    ("Construction of the bridge began in January.", "Construction of the bridge", "begun", "2031-01"),
    (
        "Negotiations on a new protocol were opened in Arica last month.",
        "Negotiations on a new protocol",
        "begun",
        "2031-04",
    ),
    (
        "The meeting of the joint committee has been postponed until October.",
        "meeting of the joint committee",
        "postponed",
        None,
    ),
    ("Peru ratified the convention in 2029.", "convention", "done", "2029"),
    ("The talks on the border collapsed in April.", "talks on the border", "failed", "2031-04"),
    ("The planned visit was cancelled last week.", "planned visit", "failed", "2031-05"),
    ("The new railway line was inaugurated on 12 May.", "new railway line", "done", "2031-05-12"),
    ("Terms of a loan for the ferry were still being worked out.", "Terms of a loan for the ferry", "begun", None),
    ("The bridge is being built by a Chilean firm.", "bridge", "begun", None),
    ("Work on the bridge is nearing completion.", "Work on the bridge", "begun", None),
    ("Talks on a tax treaty are under way.", "Talks on a tax treaty", "begun", None),
    ("Chile has begun building the port in Ilo.", "building the port in Ilo", "begun", None),
    ("The agreement on visas is in force.", "agreement on visas", "done", None),
    ("The study, due in January, was handed over in March.", "The study", "done", "2031-03"),
    ("Chile handed the study over in April.", "the study", "done", "2031-04"),
    ("The meeting of the commission has been brought forward to June.", "meeting of the commission", "postponed", None),
    ("A ferry from Ilo to Arica was not being pursued at present.", "A ferry from Ilo to Arica", "failed", None),
    ("Beef and lamb, however, remain outside the agreement.", "Beef and lamb", "failed", None),
    ("The upper river is not covered by the treaty.", "The upper river", "failed", None),
    ("The treaty does not cover the upper river.", "the upper river", "failed", None),
    ("The request for a loan was turned down.", "The request for a loan", "failed", None),
    ("Ground was broken for the port in April.", "the port", "begun", "2031-04"),
    ("The protocol on fish that was signed last September is popular.", "protocol on fish", "done", "2030-09"),
    (
        "The survey of the port, due last year, is now expected in December.",
        "The survey of the port",
        "postponed",
        None,
    ),
    ("The review of the law will not be finished before 2033.", "The review of the law", "postponed", None),
    ("The naval drill, already put off once, has been called off.", "naval drill", "failed", None),
    ("The talks on lamb have entered their final round.", "talks on lamb", "begun", None),
    ("The visit will not go ahead.", "The visit", "failed", None),
    ("No agreement was reached on the quota for lamb.", "the quota for lamb", "failed", None),
    ("The visit saw the signing of a protocol on fisheries.", "a protocol on fisheries", "done", None),
    ("Following the entry into force of the waiver in February, travel rose.", "the waiver", "done", "2031-02"),
    ("The swap of 300 million dollars was rolled over in January.", "swap of 300 million dollars", "done", "2031-01"),
    ("Dredging at Ilo began in March.", "Dredging at Ilo", "begun", "2031-03"),
    ("The tunnel is about a third complete.", "The tunnel", "begun", None),
    ("Keys to 900 of the 2,000 houses have been given to their owners.", "houses", "done", None),
    ("The bus from Tacna has been running since February 3.", "The bus from Tacna", "done", "2031-02-03"),
    ("The crossing has been open round the clock since January 10.", "The crossing", "done", "2031-01-10"),
    ("The 12 fishermen were home by May.", "The 12 fishermen", "done", None),
    ("The survey that Chile promised last June has still not been received.", "The survey", "failed", None),
    ("The quota of scholarships was raised to 80 in March.", "The quota of scholarships", "done", "2031-03"),
    ("Ten of the 40 trucks promised to Peru have been handed over.", "Ten of the 40 trucks", "done", None),
    (
        "Flights from Lima to Arica, introduced on March 28, are full.",
        "Flights from Lima to Arica",
        "done",
        "2031-03-28",
    ),
    ("The forum was held today, having been deferred from April.", "The forum", "postponed", None),
    ("The ministers welcomed the opening of the consulate in Ilo last month.", "the consulate", "done", "2031-04"),
]


def _read(sentence):
    report = Report(
        text="Ministers meet\n\n" + LEAD + sentence,
        outlet_country="PER",
        published="2031-05-20",
        title="Ministers meet",
    )
    return report, outcomes(analyse(report), load_codebook())


@pytest.mark.parametrize(("sentence", "what", "state", "day"), CASES)
def test_told(sentence, what, state, day):
    report, drafts = _read(sentence)
    assert [(d.fields["state"], d.fields["date"]) for d in drafts] == [(state, day)]
    assert what in drafts[0].fields["what"]
    assert set(drafts[0].fields["parties"]) <= {"PER", "CHL"}
    for draft in drafts:
        evidence = [{"start": s, "end": e, "quote": report.text[s:e]} for s, e in draft.spans]
        Outcome(report=report.id, evidence=evidence, rule=draft.rule, **draft.fields)


@pytest.mark.parametrize("sentence", [
    "The agreement was to have been signed.",
    "The treaty would be finalised by experts and signed next year.",
    "If the ban is lifted, trade will grow.",
    "The two sides hope that the treaty can be ratified.",
    "She signed the visitors' book and opened the window.",
    "Trade grew and the two sides shared their views.",
    "The ministers welcomed the planned opening of the consulate in Ilo.",
    "Chile called for the lifting of the ban on lamb.",
    "The two countries will open a school and set up a joint station.",
    "The embassy continues to issue advice.",
    "The pact will help firms and boost trade.",
    "Exports of copper rose by a third.",
    "The talks lasted for two hours.",
    "The bridge might be opened if the money came.",
    "She bought a house.",
])  # fmt: skip
def test_nothing_happened(sentence):
    assert _read(sentence)[1] == []


def test_each_of_two_has_its_own_words():
    said = "The cap on trucks was lifted on 1 January and the start of construction, which had been due this year, has been moved to 2033."
    found = Reader().read(LEAD + said, outlet_country="PER", published="2031-05-20").outcomes
    assert [(one.evidence[0].quote, one.state, one.date) for one in found] == [
        ("The cap on trucks was lifted on 1 January", "done", "2031-01-01"),
        ("the start of construction, which had been due this year, has been moved to 2033", "postponed", None),
    ]
