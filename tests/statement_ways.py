"""Ways of telling, construction by construction, in sentences of our own: as in ``statement_constructions``, traps among them."""

from __future__ import annotations

Way = tuple[str, str, list[str]]
"""A name, a text after the Indian opening, the statements expected."""

REFLEXIVE: list[Way] = [
    ("declares-oneself-ready", "Dr. Deshpande declared himself ready to lend a tug.", ["pledge.soft IND* lend a tug"]),
    (
        "professes-oneself-willing",
        "Ms. Mensah professed herself willing to wait.",
        ["pledge.soft GHA* willing to wait"],
    ),
    ("shows-itself-disposed", "India showed itself disposed to waive the fee.", ["pledge.soft IND waive the fee"]),
    (
        "engages-oneself",
        "Dr. Deshpande engaged himself to return the archive.",
        ["pledge.firm IND* return the archive"],
    ),
    ("declares-itself-for", "The two sides pronounced themselves for a joint fund.", ["propose IND+GHA joint fund"]),
    ("excused-himself", "Dr. Deshpande excused himself early.", []),
]
LET_KNOWN: list[Way] = [
    (
        "lets-be-known",
        "Dr. Deshpande let it be known that India would pay the freight.",
        ["pledge.firm IND* pay the freight"],
    ),
    (
        "lets-be-seen",
        "Ms. Mensah let it be seen that Ghana would no longer block the loan.",
        ["pledge.firm GHA* block the loan"],
    ),
    ("makes-known", "Ms. Mensah made it known that the port was full.", ["assess GHA* port was full"]),
    (
        "makes-no-secret-of-wish",
        "Ms. Mensah made no secret of her wish that the crew be freed.",
        ["request GHA* crew be freed"],
    ),
    ("has-the-honour", "Ms. Mensah had the honour to thank India for the boats.", ["appreciate GHA* for the boats"]),
    ("lets-the-boat-go", "Ms. Mensah let the boat go.", []),
]
GIVEN_AND_DENIED: list[Way] = [
    ("sees-no-difficulty", "India saw no difficulty in sharing the charts.", ["pledge.soft IND sharing the charts"]),
    ("sees-a-difficulty", "India saw a difficulty in sharing the charts.", ["assess IND sharing the charts"]),
    (
        "stands-not-in-the-way",
        "Dr. Deshpande said that India would not stand in the way of the sale.",
        ["pledge.firm IND* the sale"],
    ),
    ("does-not-exclude", "India did not exclude a second loan.", ["pledge.tentative IND a second loan"]),
    ("drops-objection", "India drops its objection to the pipeline.", ["pledge.firm IND the pipeline"]),
    (
        "gives-consent",
        "Ms. Mensah gave her consent to the transfer of the ship.",
        ["pledge.firm GHA* transfer of the ship"],
    ),
    (
        "receives-assurance",
        "Ms. Mensah received assurances that the crew would be freed.",
        ["pledge.firm IND crew would be freed"],
    ),
    ("is-unable", "Ms. Mensah was unable to accept the offer.", ["oppose GHA* accept the offer"]),
]
ASKED: list[Way] = [
    (
        "would-be-grateful",
        "Ms. Mensah would be grateful for help with the survey.",
        ["request GHA* help with the survey"],
    ),
    (
        "would-be-glad-to",
        "Dr. Deshpande would be glad to look at the lists.",
        ["pledge.tentative IND* look at the lists"],
    ),
    ("was-grateful", "Ms. Mensah was grateful for help with the survey.", ["appreciate GHA* help with the survey"]),
    ("counts-on", "Ms. Mensah counted on India to lift the duty.", ["request GHA* lift the duty"]),
    ("wish-that", "Ms. Mensah formulated the wish that Indian teachers stay.", ["request GHA* Indian teachers stay"]),
    (
        "hope-of-seeing",
        "Ms. Mensah spoke with warmth and voiced the hope of seeing India pay the teachers.",
        ["request GHA* India pay the teachers"],
    ),
    ("would-like-another-to", "Ms. Mensah would like India to buy more cocoa.", ["request GHA* buy more cocoa"]),
    ("it-is-whose-wish", "It is Ghana's wish that India buy more cocoa.", ["request GHA buy more cocoa"]),
    (
        "impresses-upon",
        "Ms. Mensah impressed upon her host that the duty was to go.",
        ["request GHA* the duty was to go"],
    ),
    ("what-is-wished", "What Ghana wants is for the consulate to reopen.", ["request GHA consulate to reopen"]),
    ("conveys-the-request", "Dr. Deshpande would convey the request to Delhi.", []),
]
EAGER: list[Way] = [
    ("eager-that", "Ms. Mensah was eager that India lift the duty.", ["request GHA* India lift the duty"]),
    ("eager-to", "Ms. Mensah was eager to lift the duty.", ["pledge.soft GHA* lift the duty"]),
    ("insistent-that", "Ms. Mensah was insistent that the duty be lifted.", ["request GHA* duty be lifted"]),
    ("were-to-be", "Dr. Deshpande said that two pumps were to be shipped.", ["pledge.firm IND* to be shipped"]),
    ("decision-announced", "The decision was announced at noon.", []),
]
TURNS: list[Way] = [
    ("it-fell-to", "It fell to India to furnish the maps.", ["agree.firm IND+GHA furnish the maps"]),
    ("it-was-left-to", "It was left to the experts to find a date.", ["agree.firm IND+GHA find a date"]),
    (
        "it-behoves",
        "Ms. Mensah said that it behoves India to move first.",
        ["request GHA* behoves India to move first"],
    ),
    ("it-fell-silent", "It fell silent at noon.", []),
]
ARRANGED: list[Way] = [
    ("is-to-be-done", "A protocol is to be drafted before June.", ["agree.firm IND+GHA protocol is to be drafted"]),
    ("is-to-be-studied", "The tariff is to be examined by experts.", ["agree.tentative IND+GHA to be examined"]),
    (
        "is-to-be-done-by",
        "The debt is to be written off by the Indian Government.",
        ["pledge.firm IND to be written off"],
    ),
    ("is-to-meet", "The Ministers are to meet again in June.", []),
    ("settled-that", "It was settled that the ferry should ply by night.", ["agree.firm IND+GHA ply by night"]),
    ("at-one-that", "The two sides were at one that the talks be resumed.", ["agree.firm IND+GHA talks be resumed"]),
    ("at-one-on-facts", "The two sides were at one that the talks were useful.", ["assess IND+GHA talks were useful"]),
    (
        "shook-hands-on",
        "The two Ministers shook hands on an exchange of nurses.",
        ["agree.firm IND+GHA exchange of nurses"],
    ),
    ("shook-hands", "The two Ministers shook hands.", []),
    ("tasked-in-the-passive", "Officials have been tasked to mark the line.", ["agree.firm IND+GHA mark the line"]),
]
PROPOSED: list[Way] = [
    ("floats-the-idea", "Ms. Mensah floated the idea of a common tender.", ["propose GHA* common tender"]),
    ("from-the-side", "From the Ghanaian side a common tender was suggested.", ["propose GHA common tender"]),
    ("considers-it-useful", "Ms. Mensah considered it useful to hold a seminar.", ["propose GHA* hold a seminar"]),
    ("might-usefully", "Ms. Mensah held that the two banks might usefully meet.", ["propose GHA* might usefully meet"]),
    ("it-was-time", "Ms. Mensah said it was time the two countries had an accord.", ["propose GHA* had an accord"]),
    ("advocates-doing", "Ms. Mensah advocated opening the lake to trade.", ["propose GHA* opening the lake"]),
    ("importance-to-early", "The two Ministers attached importance to the early conclusion of the treaty.", ["propose IND+GHA early conclusion"]),
    ("why-not", "Why not, asked the Ghanaian minister, build one bridge for both?", ["propose GHA* build one bridge"]),
    ("would-the-other", "Would India not, the Ghanaian minister wondered, take more cocoa?", ["request GHA* take more cocoa"]),
    ("reporters-question", "Why was the bridge never built?", []),
]  # fmt: skip
INSIDE: list[Way] = [
    (
        "predicate-behind",
        "The interest on the loan, Dr. Deshpande declared, would be written off.",
        ["pledge.firm IND* would be written off"],
    ),
    ("condition-behind", "The mill will reopen, Ms. Mensah said, if the duty is lifted.", ["assess GHA* reopen"]),
    (
        "condition-before",
        "Should the rains fail, Dr. Deshpande said, India would send wheat.",
        ["pledge.firm IND* send wheat"],
    ),
    (
        "condition-at-the-end",
        "India will send wheat, should the rains fail, Dr. Deshpande said.",
        ["pledge.firm IND* send wheat"],
    ),
]
POINTS: list[Way] = [
    (
        "country-to-do",
        "Talks held on 12 May:\n\n- India to waive storage charges on cocoa.",
        ["pledge.firm IND waive storage charges"],
    ),
    (
        "in-principle",
        "Talks held on 12 May:\n\n- Agreement in principle on a single toll.",
        ["agree.firm IND+GHA single toll"],
    ),
    ("title-of-a-paper", "Talks held on 12 May:\n\n- Agreement on Cooperation in Fisheries.", []),
]
ANSWERED: list[Way] = [
    ("took-up-at-once", "Dr. Deshpande offered to lend a tug, an offer which Ms. Mensah took up at once.", ["pledge.firm IND* lend a tug", "pledge.firm GHA* took up at once"]),
    ("to-which-agreed", "Ms. Mensah asked that the crew be freed, to which Dr. Deshpande agreed.", ["request GHA* crew be freed", "pledge.firm IND* agreed"]),
]  # fmt: skip
PASSED_ON: list[Way] = [
    ("which-was-accepted", "Ms. Mensah invited Dr. Deshpande to open the port, which was gladly accepted.", ["request GHA* open the port", "pledge.firm IND which was gladly accepted"]),
    ("which-a-commission-accepted", "Dr. Deshpande asked for the report which was accepted by the commission.", ["request IND* the report"]),
    ("so-decided", "Ghana proposed that the fees be waived, and it was so decided.", ["propose GHA fees be waived", "agree.firm GHA+IND so decided"]),
    ("so-it-was-agreed", "Dr. Deshpande suggested that the survey be shared, and so it was agreed.", ["propose IND* survey be shared", "agree.firm GHA+IND so it was agreed"]),
    ("so-described", "It was so described in the papers.", []),
    ("it-would-do-so", "Dr. Deshpande said that India would pay for the pumps. It would do so this year.", ["pledge.firm IND* pay for the pumps", "pledge.firm IND* do so this year"]),
    ("by-the-same-hands", "A school will be built by India, and a teacher may be sent by the parish.", ["pledge.firm IND A school will be built"]),
    ("for-its-part", "Ghana for its part lifts the ban on rice.", ["pledge.firm GHA lifts the ban"]),
    ("in-return", "In return, Ghana opens the tender to Indian firms.", ["pledge.firm GHA opens the tender"]),
    ("for-its-part-has", "Ghana, for its part, has two ports.", []),
]  # fmt: skip
EACH: list[Way] = [
    ("each", "Each will pay for its own delegation.", ["agree.firm GHA+IND pay for its own"]),
    ("neither", "Until the line is drawn, neither will station troops in the valley.", ["agree.firm GHA+IND neither will station"]),
    ("neither-side", "Neither side will raise its duties before 2033.", ["agree.firm GHA+IND raise its duties"]),
    ("each-is-to", "Each is to name three judges by June.", ["agree.firm GHA+IND name three judges"]),
    ("neither-blamed", "Neither side blamed the other.", []),
    ("neither-may", "Under the treaty neither country may dredge the bar.", []),
    ("each-had", "Each had brought a gift.", []),
    ("by-the-two", "A ferry will be run by the two.", ["agree.firm GHA+IND run by the two"]),
    ("twice-a-year", "The two ministers are to meet twice a year.", ["agree.firm GHA+IND twice a year"]),
    ("on-a-day", "The two ministers will meet in Delhi on 4 June.", []),
    ("delegation-on-a-day", "An Indian delegation will visit Tema in June.", []),
]  # fmt: skip
DEEDS: list[Way] = [
    ("submit", "India will submit the treaty to its parliament in June.", ["pledge.firm IND submit the treaty"]),
    ("hold-back", "India will hold back the last tranche.", ["pledge.firm IND hold back"]),
    ("add", "Ghana will add two berths to the quay.", ["pledge.firm GHA add two berths"]),
    ("say-only", "India would say only that talks went on.", ["assess IND talks went on"]),
    ("pay-in-gold", "Ghana is to pay in gold.", ["pledge.firm GHA pay in gold"]),
    ("pay-a-visit", "India is to pay a visit to Ghana.", []),
    ("experts-would", "Indian engineers would help to repair the dam, Dr. Deshpande said.", ["pledge.firm IND* help to repair"]),
    ("officials-look", "Officials would look at the fees, Dr. Deshpande replied.", ["pledge.tentative IND* look at the fees"]),
    ("will-be-able", "From June, students will be able to work for two years, Dr. Deshpande said.", ["pledge.firm IND* able to work"]),
    ("believed-able", "Dr. Deshpande believed that farmers would be able to cope.", ["assess IND* able to cope"]),
    ("counted-people", "40,000 Ghanaians have found work in India.", []),
    ("asked-nobody", "Would India pay for the dam?", []),
]  # fmt: skip
FAMILIES: list[Way] = [
    ("sees-no-need", "India sees no need for a second bridge.", ["oppose IND a second bridge"]),
    ("sees-a-need", "India sees a need for a second bridge.", ["propose IND a second bridge"]),
    ("will-see-that", "Ghana will see that the road is kept open.", ["pledge.firm GHA kept open"]),
    ("finds-fault", "Ghana finds fault with the scheme.", ["complain GHA the scheme"]),
    ("full-of-praise", "Dr. Deshpande was full of praise for the hospital.", ["appreciate IND* the hospital"]),
    ("was-full-of-people", "The hall was full of people.", []),
    ("means-to", "India and Ghana mean to finish the line by 2033.", ["agree.soft GHA+IND finish the line"]),
    ("speaks-up-for", "Dr. Deshpande spoke up for a lower tariff.", ["propose IND* a lower tariff"]),
]  # fmt: skip
WISHED: list[Way] = [
    ("would-like-a-thing", "Ghana would like the release of the two crews.", ["request GHA release of the two crews"]),
    ("both-would-like", "The two sides would like more flights.", ["agree.soft GHA+IND more flights"]),
    ("would-not-like", "Ghana would not like a delay.", ["oppose GHA a delay"]),
    ("wants-them", "Two drivers are held at Tema. India wants them freed.", ["request IND wants them freed"]),
    ("wishes-them", "Two drivers are held at Tema. India wishes them to be tried at home.", ["request IND tried at home"]),
]  # fmt: skip

RELATIVES: list[Way] = [
    (
        "who-promised",
        "The letter was brought by Ms. Mensah, who promised that the fees would be paid.",
        ["pledge.firm GHA* fees would be paid"],
    ),
    (
        "which-it-will-study",
        "Ms. Mensah brought the plan of the quay, which New Delhi will study.",
        ["pledge.tentative IND will study"],
    ),
    (
        "for-whom-it-will",
        "The wells will be dug by surveyors, for whom Ghana will arrange the permits.",
        ["pledge.firm GHA arrange the permits"],
    ),
    ("which-it-will-host", "There was a film of the fair, which India will host in Chennai on 3 December 2032.", []),
    ("that-it-promised", "There was a film of the boats that India promised in 1994.", []),
    (
        "responded-favourably",
        "Ghana asked for longer visas, to which Dr. Deshpande responded favourably.",
        ["request GHA longer visas", "pledge.firm IND* responded favourably"],
    ),
    (
        "offer-accepted-by",
        "India offered to train the pilots, an offer which was accepted by Ghana.",
        ["pledge.firm IND train the pilots", "pledge.firm GHA accepted"],
    ),
    (
        "no-difficulty-in-accepting",
        "India asked for an audit, which the Ghanaian side had no difficulty in accepting.",
        ["request IND an audit", "pledge.firm GHA in accepting"],
    ),
    (
        "some-difficulty-in-accepting",
        "India asked for an audit, which the Ghanaian side had difficulty in accepting.",
        ["request IND an audit"],
    ),
]
PEOPLE: list[Way] = [
    ("neither-army", "In the meantime neither army will build new posts.", ["agree.firm IND+GHA new posts"]),
    (
        "their-officers-will-stay",
        "Indian engineers working in Tema will remain there until the spring.",
        ["pledge.firm IND remain there"],
    ),
    ("officers-of-another", "French engineers working in Tema will remain there until the spring.", []),
    (
        "is-to-be-made-by-their-experts",
        "A study of the lagoon is to be undertaken by Indian experts.",
        ["pledge.firm IND study of the lagoon"],
    ),
    (
        "on-the-side",
        "On the Ghanaian side, satisfaction was expressed at the progress of the works.",
        ["appreciate GHA progress of the works"],
    ),
    ("we-agreed", "We agreed to open a consulate in Kumasi.", ["agree.firm IND+GHA a consulate"]),
    (
        "pleaded-with",
        "Ghana has pleaded with India to stop the auction of the boats.",
        ["request GHA stop the auction"],
    ),
    (
        "reciprocated-by",
        "Dr. Deshpande lifted his glass. Ms. Mensah reciprocated by thanking India for the boats.",
        ["appreciate GHA* thanking India"],
    ),
    (
        "commitment-that",
        "Ghana gave its commitment that the nets would be handed back.",
        ["pledge.firm GHA nets would be handed back"],
    ),
    ("commitment-to", "Ghana renewed its commitment to the accord.", ["support GHA the accord"]),
    (
        "citizens-will-be-able",
        "Citizens of both countries will be able to travel with a card, the two ministers announced.",
        ["agree.firm IND+GHA travel with a card"],
    ),
    ("set-aside", "Ghana has set aside land in Tema for the school.", ["pledge.firm GHA land in Tema"]),
    ("set-aside-a-quarrel", "Ghana has set aside the old quarrel.", []),
]
WAYS: list[Way] = [
    *RELATIVES, *PEOPLE,
    *PASSED_ON, *EACH, *DEEDS, *FAMILIES, *WISHED,
    *REFLEXIVE, *LET_KNOWN, *GIVEN_AND_DENIED, *ASKED, *EAGER, *TURNS, *ARRANGED, *PROPOSED, *INSIDE, *POINTS, *ANSWERED,
]  # fmt: skip
