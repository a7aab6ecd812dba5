"""More sentences of our own, each with the engagements that it tells: clauses joined to others, what is told by the way.

The form is that of ``engagement_constructions``.
"""

# ruff: noqa: ISC004 -- a text of several sentences is one string; the cases are data

from __future__ import annotations

from engagement_constructions import Case, _e

_GHA = {"outlet_country": "GHA", "published": "2031-05-14", "title": "Foreign Minister meets Finnish counterpart"}
_GHA_LEAD = (
    "Accra, 14 May 2031 – Foreign Minister Kofi Asare met Finnish Foreign Minister Elina Koskela in Accra today. "
)
_GHA_MAIN = _e("meeting", "GHA FIN", "2031-05-14", "Accra", main=True, who={"Kofi Asare", "Elina Koskela"})


def _after(name: str, text: str, *expected: dict) -> Case:  # type: ignore[type-arg]
    """A case whose lead is always the same meeting."""
    return (name, _GHA, _GHA_LEAD + text, [_GHA_MAIN, *expected])


MORE: list[Case] = [
    # --- where-clauses: there and then -------------------------------------------------------------------------------
    _after(
        "where-opens",
        "She leaves for Kumasi tomorrow, where she will open a Finnish innovation centre.",
        _e("ceremony", "FIN", "2031-05-15", "Kumasi", status="planned", who={"Elina Koskela"}),
    ),
    _after(
        "where-meets",
        "From Accra, Koskela flew on to Lomé, where she is to meet Togolese Foreign Minister Yao Mensah on Friday.",
        _e("meeting", "FIN TGO", "2031-05-16", "Lomé", status="planned", who={"Elina Koskela", "Yao Mensah"}),
        _e("visit", "FIN TGO", None, "Lomé"),
    ),
    _after(
        "where-held",
        "The Ghanaian Minister will travel to Helsinki on 3 June, where the two sides will hold the second session of their Joint Committee.",
        _e("visit", "GHA FIN", "2031-06-03", "Helsinki", status="planned"),
        _e("mechanism", "GHA FIN", "2031-06-03", "Helsinki", ordinal=2, status="planned"),
    ),
    # --- calls ------------------------------------------------------------------------------------------------------
    _after(
        "called-by-name",
        "Yesterday Koskela had called President Amadou Diarra of Mali to convey her condolences.",
        _e("call", "FIN MLI", "2031-05-13", None, who={"Elina Koskela", "Amadou Diarra"}),
    ),
    _after("called-something", "She called the President of Mali a friend of peace and called the day a milestone."),
    _after("called-to", "She called the President of Mali to account and called for restraint."),
    _after(
        "contacted",
        "On Monday Mr Asare contacted Malian Foreign Minister Seydou Traoré by telephone.",
        _e("call", "GHA MLI", "2031-05-12", None, who={"Kofi Asare", "Seydou Traoré"}),
    ),
    # --- welcome as a meeting -----------------------------------------------------------------------------------------
    (
        "welcomed-to",
        {
            "outlet_country": "GBR",
            "published": "2031-02-03",
            "title": "PM meeting with the Prime Minister of Malaysia: 3 February 2031",
        },
        "The Prime Minister welcomed the Prime Minister of Malaysia, Dato' Azman Yusof, to Chequers this afternoon.",
        [_e("meeting", "GBR MYS", "2031-02-03", main=True)],
    ),
    (
        "welcomed-decision",
        {
            "outlet_country": "GBR",
            "published": "2031-02-03",
            "title": "PM call with President Okonjo of Nigeria: 3 February 2031",
        },
        "The Prime Minister spoke to the President of Nigeria, Emeka Okonjo, today. She welcomed the President's decision to return to the talks in Abuja.",
        [_e("call", "GBR NGA", "2031-02-03", None, main=True)],
    ),
    # --- letters and notes ----------------------------------------------------------------------------------------------
    _after(
        "letter-at-call",
        "Koskela later called on President Nana Boateng and handed him a letter from President Jukka Salminen.",
        _e("meeting", "FIN GHA", "2031-05-14"),
        _e("message", "FIN GHA", "2031-05-14", None),
    ),
    _after(
        "letter-relative",
        "She was received at noon by President Nana Boateng, to whom she delivered a personal message from President Jukka Salminen.",
        _e("meeting", "GHA FIN", "2031-05-14"),
        _e("message", "FIN GHA", "2031-05-14", None),
    ),
    _after(
        "same-message", "The Ministry has delivered the same message to all its partners, a clear message of restraint."
    ),
    (
        "representations",
        {"outlet_country": "CHN", "published": "2031-08-05", "title": "Foreign Ministry Spokesperson's Remarks"},
        "The Foreign Ministry yesterday lodged solemn representations with the Canadian Embassy in Beijing over the ship's passage.",
        [_e("message", "CHN CAN", "2031-08-04", None, main=True)],
    ),
    # --- signing ----------------------------------------------------------------------------------------------------------
    _after(
        "signed-relative",
        "Both praised the Fisheries Agreement that Ghana, Finland and Togo signed in Lomé last November.",
        _e("signing", "GHA FIN TGO", "2030-11", "Lomé"),
    ),
    _after(
        "signed-reduced",
        "They called for the entry into force of the Agreement on the avoidance of double taxation signed in December 2029.",
        _e("signing", "GHA FIN", "2029-12", None),
    ),
    _after(
        "signed-with-third",
        "Mr Asare spoke of the protocol signed with Togo on 2 March.",
        _e("signing", "GHA TGO", "2031-03-02", None),
    ),
    _after(
        "signed-plain",
        "The two ministers signed a memorandum of understanding on forestry.",
        _e("signing", "GHA FIN", "2031-05-14", "Accra", main=False),
    ),
    _after(
        "signed-passive", "Three accords were signed at the Foreign Ministry.", _e("signing", "GHA FIN", "2031-05-14")
    ),
    _after(
        "subscribed", "The ministers subscribed an agreement on air services.", _e("signing", "GHA FIN", "2031-05-14")
    ),
    _after(
        "inked", "The two sides also inked a cooperation agreement on mining.", _e("signing", "GHA FIN", "2031-05-14")
    ),
    _after("not-signed", "A draft agreement on readmission was not signed."),
    # --- bodies -------------------------------------------------------------------------------------------------------------
    _after(
        "whose-session",
        "They reviewed the decisions of the High Level Cooperation Council, whose first session was held in Helsinki in December 2029.",
        _e("mechanism", "GHA FIN", "2029-12", "Helsinki", ordinal=1),
    ),
    _after(
        "of-which",
        "The ministers decided to launch a dialogue on critical minerals, the first meeting of which will be held in Tamale in October.",
        _e("mechanism", "GHA FIN", "2031-10", "Tamale", ordinal=1, status="planned"),
    ),
    _after(
        "second-session",
        "It was agreed to convene the second session in Helsinki in the last week of September.",
        _e("mechanism", "GHA FIN", "2031-09", "Helsinki", ordinal=2, status="planned"),
    ),
    _after(
        "cooperation-mechanism",
        "The two sides also agreed to hold the 6th meeting of the High-Level Dialogue Cooperation Mechanism in Tampere next month.",
        _e("mechanism", "GHA FIN", "2031-06", "Tampere", ordinal=6, status="planned"),
    ),
    _after(
        "roman",
        "On the 12th, the ministers presided over the IV Meeting of the Joint Trade Commission.",
        _e("mechanism", "GHA FIN", "2031-05-12", None, ordinal=4),
    ),
    _after(
        "concurred-on-holding",
        "They concurred on holding the third round of consultations in Oulu at an early date.",
        _e("mechanism", "GHA FIN", None, "Oulu", ordinal=3, status="planned"),
    ),
    _after(
        "consultative-meeting",
        "Defence ministers will report when they convene the 12th Security Consultative Meeting in Turku in November.",
        _e("mechanism", "GHA FIN", "2031-11", "Turku", ordinal=12, status="planned"),
    ),
    _after(
        "bilateral-forum",
        "They agreed that the next session of the Ghana-Finland Bilateral Security Forum should take place in Espoo.",
        _e("mechanism", "GHA FIN", None, "Espoo", status="planned"),
    ),
    _after(
        "body-gathers",
        "To this end the Joint Working Group on Ports will gather in Tema on 9 July.",
        _e("mechanism", "GHA FIN", "2031-07-09", "Tema", status="planned"),
    ),
    _after(
        "on-which-occasion",
        "The Ghanaian Minister will visit Helsinki in March 2032, on which occasion the V Meeting of the Joint Trade Commission will be held.",
        _e("visit", "GHA FIN", "2032-03", "Helsinki", status="planned", who={"Kofi Asare"}),
        _e("mechanism", "GHA FIN", "2032-03", "Helsinki", ordinal=5, status="planned"),
    ),
    # --- gatherings -----------------------------------------------------------------------------------------------------------
    _after(
        "hope-to-meet-at",
        "The ministers hoped to meet again at the African Union summit in Kampala next February.",
        _e("multilateral", "AU GHA FIN", "2032-02", "Kampala", status="planned"),
    ),
    _after(
        "look-forward-meeting-at",
        "The two ministers look forward to meeting again at the Fourth AU Summit in Kampala in December.",
        _e("multilateral", "AU GHA FIN", "2031-12", "Kampala", ordinal=4, status="planned"),
    ),
    _after(
        "seeing-at",
        "Mr Asare looks forward to seeing Minister Koskela at the UN General Assembly in New York in September.",
        _e("multilateral", "UN GHA FIN", "2031-09", "New York", status="planned"),
    ),
    _after(
        "preparations-for",
        "They discussed preparations for the Seventh AU-EU Summit, to be held in Luanda in 2032.",
        _e("multilateral", "AU EU GHA FIN", "2032", "Luanda", ordinal=7, status="planned"),
    ),
    _after(
        "six-party",
        "The Six-Party Talks will be held in Abuja from 2 to 4 June.",
        _e("multilateral", "GHA FIN", ("2031-06-02", "2031-06-04"), "Abuja", status="planned"),
    ),
    _after(
        "china-eu",
        "Koskela said she looked forward to the 30th EU-Japan Summit in Brussels.",
        _e("meeting", "EU JPN", None, "Brussels", ordinal=30, status="planned"),
    ),
    _after("assembly-acts", "Finland's neutrality, which the UN General Assembly recognised in 1995, was recalled."),
    _after(
        "peace-talks",
        "They hoped for progress at the ninth round of the Sudan peace talks, due to open in Jeddah next week.",
    ),
    _after(
        "the-conference-ends",
        "They spoke at the margins of the 12th Conference of the African Union in Accra. The Conference ends today.",
        _e("multilateral", "AU GHA FIN", None, "Accra", ordinal=12),
    ),
    # --- those present ---------------------------------------------------------------------------------------------------------
    (
        "took-part",
        _GHA,
        _GHA_LEAD
        + "The Minister of Trade, Ms Abena Owusu, and the Ambassador of Finland, resident in Abuja, took part in the talks.",
        [
            _e(
                "meeting",
                "GHA FIN",
                "2031-05-14",
                "Accra",
                main=True,
                who={"Kofi Asare", "Elina Koskela", "Abena Owusu"},
            )
        ],
    ),
    # --- visits -------------------------------------------------------------------------------------------------------------
    _after(
        "team-be-in",
        "A team from the Forest Research Centre will be in Helsinki from 2 to 6 June.",
        _e("visit", "GHA FIN", ("2031-06-02", "2031-06-06"), "Helsinki", status="planned"),
    ),
    _after(
        "due-in",
        "A delegation of Finnish entrepreneurs is due in the country on 21 and 22 May.",
        _e("visit", "FIN GHA", ("2031-05-21", "2031-05-22"), "Ghana", status="planned"),
    ),
    _after(
        "wind-up",
        "Koskela will wind up her three-day visit to Ghana on 15 May.",
        _e("visit", "FIN GHA", ("2031-05-13", "2031-05-15"), "Ghana", status="held"),
    ),
    _after(
        "the-state-visit-to",
        "They reviewed the agreements reached during the state visit to Helsinki in August last year.",
        _e("visit", "GHA FIN", "2030-08", "Helsinki", level="state"),
    ),
    _after(
        "since-office",
        "It was the second time that she had visited Ghana since taking office in 2028.",
        _e("visit", "FIN GHA", None, "Ghana", ordinal=2),
    ),
    _after(
        "invitation-to-pay",
        "Koskela expressed thanks for the welcome and extended an invitation to him to pay an official visit to Finland.",
    ),
    _after(
        "travel-for-talks",
        "Mr Asare will visit Finland in the autumn for the annual ministerial talks.",
        _e("visit", "GHA FIN", "2031", "Finland", status="planned"),
        _e("meeting", "GHA FIN", "2031", "Finland", status="planned"),
    ),
    (
        "carried-out",
        {
            "outlet_country": "PRY",
            "published": "2031-09-12",
            "title": "Joint Communiqué of the Foreign Ministers of Paraguay and Chile",
        },
        "Asunción, 12 September 2031\n\nThe Minister of Foreign Affairs of Chile, Ignacio Valverde, carried out an official visit to Asunción on 11 and 12 September 2031, in the course of which he was "
        "received by the President of Paraguay, Mario Benítez Rolón.",
        [
            _e("visit", "CHL PRY", ("2031-09-11", "2031-09-12"), "Asunción", level="official", main=True),
            _e("meeting", "CHL PRY", None, "Asunción"),
        ],
    ),
    # --- said after talks -----------------------------------------------------------------------------------------------------
    (
        "said-after-talks",
        {
            "outlet_country": "ITA",
            "published": "2031-10-22",
            "title": "Rome won't wait for cable, minister says in Tirana",
        },
        "TIRANA, Oct 22 - Italian Foreign Minister Chiara Belluschi said Wednesday that Rome would not let the cable slip after talks here with her Albanian counterpart, Besnik Hoxhaj. "
        "Belluschi was later received by President Arben Kola.",
        [
            _e("meeting", "ITA ALB", "2031-10-22", "Tirana", main=True, who={"Chiara Belluschi", "Besnik Hoxhaj"}),
            _e("meeting", "ITA ALB", "2031-10-22"),
        ],
    ),
    _after(
        "told-press",
        "Mr Asare told a joint press conference that trade would double.",
        _e("briefing", "GHA", "2031-05-14", "Accra", optional=True),
    ),
    _after(
        "before-journalists",
        "Speaking before journalists, Mr Asare called the day a good one.",
        _e("briefing", "GHA", "2031-05-14", "Accra"),
    ),
    # --- meetings told by the way ---------------------------------------------------------------------------------------------
    _after(
        "two-who-last-met",
        "The two, who last met in August, agreed to stay in touch.",
        _e("meeting", "GHA FIN", "2030-08", None),
    ),
    _after(
        "summit-meeting-held",
        "They built on the outcome of the summit meeting held in Turku on April 28.",
        _e("meeting", "GHA FIN", "2031-04-28", "Turku"),
    ),
    _after(
        "led-into-talks",
        "On Tuesday the two prime ministers led their delegations into official talks in Kumasi.",
        _e("meeting", "GHA FIN", "2031-05-13", "Kumasi", optional=True),
    ),
    _after(
        "same-day-courtesy",
        "On the same day, Koskela paid a courtesy call on President Nana Boateng.",
        _e("meeting", "GHA FIN", "2031-05-14"),
    ),
    _after(
        "intend-to-meet",
        "We thank Togo for its pledge, call on the European Union to do more, and intend to meet the Prime Minister of Togo in Lomé in July.",
        _e("meeting", "GHA TGO", "2031-07", "Lomé", status="planned", optional=True),
    ),
    _after("dated-thing", "In a conversation of an hour, they took stock of the partnership, instituted in June 2020."),
    _after(
        "pledges-at",
        "They urged donors to honour the pledges made at the Oslo conference on 12 April.",
        _e("multilateral", "NOR", "2031-04-12", "Oslo", optional=True),
    ),
    # --- ceremonies ---------------------------------------------------------------------------------------------------------
    _after(
        "wreath-earlier",
        "Earlier, Koskela laid a wreath at the Independence Memorial.",
        _e("ceremony", "FIN", "2031-05-14"),
    ),
    _after(
        "floral-tribute",
        "Earlier in the day, she toured the port and paid floral tributes at the Nkrumah Mausoleum.",
        _e("ceremony", "FIN", "2031-05-14"),
    ),
    _after(
        "opened-centre",
        "On Monday she opened a skills development centre in Tamale.",
        _e("ceremony", "FIN", "2031-05-12", "Tamale"),
    ),
    _after("visited-school", "She gave a lecture on Tuesday and visited a school in Tema."),
    _after(
        "thanked-for-hosting",
        "Koskela thanked Ghana for hosting the ECOWAS summit in June last year.",
        _e("multilateral", "ECOWAS GHA", "2030-06", "Ghana"),
    ),
    (
        "press-remarks",
        {
            "outlet_country": "NZL",
            "published": "2031-11-17",
            "title": "Press remarks by Foreign Minister Hone Parata after the meeting with Prime Minister Sione Vake of Tonga",
        },
        "Nuku'alofa, 17 November 2031\n\nThank you, Prime Minister Vake. I am glad to be here. I want to thank Tonga for its welcome. We will provide two patrol boats. I told the Prime Minister that we expect "
        "reforms.",
        [
            _e("briefing", "NZL", "2031-11-17", main=True, optional=True),
            _e("meeting", "NZL TON", "2031-11-17", main=True, optional=True),
        ],
    ),
    _after("opens-up", "Finland will open its market, and Ghana will open talks on ports."),
    _after("due-to-meet", "The Commission on Trade had been due to meet in January, but was twice put off."),
    _after(
        "was-to-have-been",
        "The third session of the Trade Commission, which was to have been held in April, was put off.",
    ),
    _after(
        "go-on-consulting",
        "The two sides agreed to continue consultations and to resume negotiations on fish at an early date.",
    ),
    _after(
        "met-between-commas",
        "President Kwame Asante met on Monday, within his state visit to Finland, with the President of Finland Aino Koski.",
        _e("meeting", "FIN GHA", "2031-05-12"),
        _e("visit", "FIN GHA", optional=True),
    ),
    _after(
        "to-be-discussed-at",
        "Finland will draw up a list of ports, to be discussed at the third session of the Ghana-Finland Trade Commission.",
        _e("mechanism", "GHA FIN", None, status="planned", ordinal=3),
    ),
    _after(
        "was-to-be-discussed-at",
        "The list was to be discussed at the third session of the Ghana-Finland Trade Commission in January.",
        _e("mechanism", "GHA FIN", "2031-01", ordinal=3),
    ),
]
