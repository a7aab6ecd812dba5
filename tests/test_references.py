"""References: the constructions of many house styles, one invented sentence each (codebook, 5)."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from communique.knowledge import load_codebook
from communique.read.analyse import analyse
from communique.read.references import references
from communique.read.relations import relations
from communique.records import Report

PIECES = [
    "India", "China-", "the", "Agreement", "on", "of", "and", ",", "(SCO)", "(", ")", "strategic", "partner", "partnership", "between", "with",
    "railway", "Resolution", "2758", "’s", "“", "”", "-", "–", "third", "Joint", "Commission", "to", "community with a shared future", "anniversary",
    "years", "ties", "diplomatic relations", "elevated", "Kazakhstan", "\n\n", "• ", "in 2020", ".", ";", "𝒳", "新", "é́", "memorandum of",
]  # fmt: skip


def read(text: str) -> list[tuple[str, str]]:
    scene = analyse(Report(text=text))
    drafts = references(scene, load_codebook())
    for draft in drafts:
        (start, end), *more = draft.spans
        assert not more
        assert 0 <= start < end <= len(text)
        assert draft.rule
        assert all(".yaml/" in rule for rule in draft.rule)
    return [(draft.fields["kind"], draft.fields["name"]) for draft in drafts]


NAMED = [
    ("The U.S.-Kenya Strategic Trade and Investment Partnership (STIP) will be signed by Kenya.", "instrument",
     "U.S.-Kenya Strategic Trade and Investment Partnership (STIP)"),
    ("The ASEAN-India Trade in Goods Agreement (AITIGA) was reviewed by Malaysia.", "instrument", "ASEAN-India Trade in Goods Agreement (AITIGA)"),
    ("Peru and Chile will hold the XVII Binational Cabinet in Arica.", "mechanism", "Binational Cabinet"),
    ("Qatar and Kuwait signed an agreement waiving visa requirements for students.", "instrument", "agreement waiving visa requirements for students"),
    ("Georgia ratified the Protocol amending the Agreement on Road Transport with Iran.", "instrument", "Protocol amending the Agreement on Road Transport"),
    ("Norland and Suria signed an agreement on mutual visa exemption in Japan.", "instrument", "agreement on mutual visa exemption"),
    ("India and Oman concluded the Agreement on Cooperation in the Charting of Polar Waters last week.", "instrument",
     "Agreement on Cooperation in the Charting of Polar Waters"),
    ("They witnessed the signing of a Memorandum of Understanding on Veterinary and Plant Health between Kenya and Italy.", "instrument",
     "Memorandum of Understanding on Veterinary and Plant Health between Kenya and Italy"),
    ("Both ministers reviewed a draft treaty on the delimitation of the maritime boundary of Ghana.", "instrument",
     "treaty on the delimitation of the maritime boundary of Ghana"),
    ("Peru hopes that the 1973 convention on the lake will be respected by Bolivia.", "instrument", "1973 convention on the lake"),
    ("Japan called for the full implementation of UN Security Council Resolution 1718 by all states.", "instrument",
     "UN Security Council Resolution 1718"),
    ("The EU and Kenya hailed the India-Chile Comprehensive Economic Partnership Agreement (CEPA).", "instrument",
     "India-Chile Comprehensive Economic Partnership Agreement (CEPA)"),
    ("Vietnam and Laos will finalise the action plan for 2027-2031 soon.", "instrument", "action plan for 2027-2031"),
    ("The leaders of Spain and Chile issued a joint declaration.", "instrument", "joint declaration"),
    ("Canada and Brazil opened talks on a double taxation agreement.", "instrument", "double taxation agreement"),
    ("China and Egypt signed an annex to the agreement on air services.", "instrument", "annex to the agreement on air services"),
    ("The sixth meeting of the Mongolian-Turkish intergovernmental commission on trade will take place in Ankara.", "mechanism",
     "Mongolian-Turkish intergovernmental commission on trade"),
    ("Poland and Japan agreed to convene the Joint Working Group on Hydrogen in May.", "mechanism", "Joint Working Group on Hydrogen"),
    ("India and France held the fifth round of consular consultations in Paris.", "mechanism", "consular consultations"),
    ("The U.S.-Kenya Strategic Dialogue will be held in Nairobi.", "mechanism", "U.S.-Kenya Strategic Dialogue"),
    ("Saudi Arabia and Iraq activated the Saudi-Iraqi Coordination Council.", "mechanism", "Saudi-Iraqi Coordination Council"),
    ("Fiji and Japan established a Working Group to combat illegal fishing.", "mechanism", "Working Group to combat illegal fishing"),
    ("Turkey will host the 12th OTS Summit in Bursa.", "forum", "12th OTS Summit"),
    ("Chile spoke at the 81st session of the United Nations General Assembly.", "forum", "81st session of the United Nations General Assembly"),
    ("Uganda will take part in the CIS Council of Defence Ministers with Belarus.", "forum", "CIS Council of Defence Ministers"),
    ("Japan and Cuba coordinated their votes in the Security Council.", "forum", "Security Council"),
    ("Money promised by Italy at the Rome conference on Somalia has arrived.", "forum", "Rome conference on Somalia"),
    ("Ghana supports the African Union's mediation in Sudan.", "forum", "African Union"),
    ("Nepal values India's Neighbourhood First policy.", "initiative", "Neighbourhood First policy"),
    ("Cuba reaffirmed its adherence to the one-China principle.", "initiative", "one-China principle"),
    ("China and Peru deepened Belt and Road cooperation.", "initiative", "Belt and Road"),
    ("China and Mongolia are building a China-Mongolia community with a shared future.", "initiative",
     "China-Mongolia community with a shared future"),
    ("Egypt praised the “Green Bridges” initiative of Kenya.", "initiative", "Green Bridges"),
    ("Relations between Vietnam and Cuba advance under the motto of \"Four Joint Steps\".", "initiative", "Four Joint Steps"),
    ("Samoa thanked Australia for the Pacific Skills Visa Scheme.", "initiative", "Pacific Skills Visa Scheme"),
    ("China and Uzbekistan agreed to start work on the second railway in 2028.", "project", "second railway"),
    ("India will finance a hydropower plant at Dorjelung in Bhutan.", "project", "hydropower plant at Dorjelung"),
    ("Italy and Tunisia reviewed the Elmed interconnector between Partanna and Mlaabi.", "project",
     "Elmed interconnector between Partanna and Mlaabi"),
    ("Turkey will help Niger to rebuild the hospital at Zinder.", "project", "hospital at Zinder"),
    ("Japan provided a loan for the expansion of the port of Toamasina in Madagascar.", "project", "port of Toamasina"),
    ("China and Laos promote the Boten logistics park.", "project", "Boten logistics park"),
    ("Chad and Cameroon spoke about the Ngaoundéré–Ndjamena railway.", "project", "Ngaoundéré–Ndjamena railway"),
    ("Ghana will send police to the West African Union Observer Mission in Togo (WAUMIT).", "forum",
     "West African Union Observer Mission in Togo (WAUMIT)"),
    ("Chad and Peru took part in the Multinational Stabilisation Force in Haiti.", "forum", "Multinational Stabilisation Force in Haiti"),
    ("Zambia owes its relief to the Official Lenders Committee, which France leads.", "forum", "Official Lenders Committee"),
    ("Both ministers referred the quarrel between Chile and Peru to the Permanent Court of Appraisal.", "forum", "Permanent Court of Appraisal"),
    ("Japan thanked Chad for its word in the Nickel Suppliers Group.", "forum", "Nickel Suppliers Group"),
    ("Fiji and Japan fund the Coral Reef Energy Development Organization (CREDO).", "forum", "Coral Reef Energy Development Organization (CREDO)"),
    ("Angola and Zambia praised the Upper Kwango River Basin Commission.", "forum", "Upper Kwango River Basin Commission"),
    ("Laos will host the Annam Growth Triangle and Thailand the Tallinn Process.", "forum", "Annam Growth Triangle"),
    ("Mali hopes for an early reply to the seven-point plan of the Special Envoy.", "initiative", "seven-point plan of the Special Envoy"),
    ("Malta proposed a Central Mediterranean Zone of Peace to Tunisia.", "initiative", "Central Mediterranean Zone of Peace"),
    ("Japan and Chile launched the Japan-Chile Sailors Fellowship for the Coming Decade.", "initiative",
     "Japan-Chile Sailors Fellowship for the Coming Decade"),
    ("India will link Chad to the Sahel Telemedicine Network.", "initiative", "Sahel Telemedicine Network"),
    ("Kenya lauded the International Coalition for the Return of Lost Manuscripts with Mali.", "initiative",
     "International Coalition for the Return of Lost Manuscripts"),
    ("Cuba and Spain agreed on the Framework for Safe Ports, Clean Seas, and Fair Fishing.", "initiative",
     "Framework for Safe Ports, Clean Seas, and Fair Fishing"),
    ("Laos thanked Japan for the repair of Road No. 47.", "project", "Road No. 47"),
    ("Italy and Malta will lay a power cable along the bed of the Sicilian Channel.", "project", "power cable along the bed of the Sicilian Channel"),
    ("Iran and Turkey resumed the Tabriz-Van-Kayseri container train.", "project", "Tabriz-Van-Kayseri container train"),
    ("Uzbekistan will build the Zarafshan textile cluster with Georgia.", "project", "Zarafshan textile cluster"),
    ("Laos asked Vietnam for berths at Ky Xuan port.", "project", "Ky Xuan port"),
    ("Egypt and Jordan will finish the desalination pipeline project next year.", "project", "desalination pipeline project"),
    ("Norway told Kenya that it would pay for the extension of the Nairobi metro.", "project", "Nairobi metro"),
    ("Peru asked for a study of a bridge between Puerto Alto and Villa Luz with Bolivia.", "project", "bridge between Puerto Alto and Villa Luz"),
    ("Korea and Peru will go on with the KX-7 trainer jet project.", "project", "KX-7 trainer jet project"),
    ("Mali and Niger will observe the ceasefire agreement of March 3, 2021.", "instrument", "ceasefire agreement of March 3, 2021"),
    ("Chad recalled the Abéché Ceasefire Agreement with Sudan.", "instrument", "Abéché Ceasefire Agreement"),
    ("France voiced doubts about the Press Licensing (Amendment) Bill, and Malta took note.", "instrument", "Press Licensing (Amendment) Bill"),
    ("Brazil dislikes the EU's packaging regulation.", "instrument", "packaging regulation"),
    ("Both ministers of Chile and Fiji discussed the rules of engagement (ROE).", "instrument", "rules of engagement (ROE)"),
    ("Togo and Benin will soon sign the draft Bilateral Transit Agreement.", "instrument", "Bilateral Transit Agreement"),
    ("Peru, a guarantor with Chile of the Callao Protocol for a lasting settlement, will help.", "instrument", "Callao Protocol"),
    ("Kenya and Italy signed a Memorandum of Understanding (MoU) on Leather and Footwear.", "instrument",
     "Memorandum of Understanding (MoU) on Leather and Footwear"),
    ("Cyprus asked Egypt to heed the relevant UN Security Council resolutions.", "instrument", "UN Security Council resolutions"),
    ("Chad said that the Joint Working Groups on water, grain and fisheries would meet in Niger.", "mechanism",
     "Joint Working Groups on water, grain and fisheries"),
    ("Egypt and Oman held a session of the Cultural Consultation and Follow-up Committee.", "mechanism",
     "Cultural Consultation and Follow-up Committee"),
    ("Peru and Chile will launch a working-level dialogue on inland ports.", "mechanism", "working-level dialogue on inland ports"),
    ("Cuba will speak at the Forum of Islands in Nadi, said Fiji.", "forum", "Forum of Islands"),
    ("Kenya hopes to join Horizon Europe as Malta did.", "initiative", "Horizon Europe"),
    ("Kenya hopes to join Erasmus+ and Creative Europe as Malta did.", "initiative", "Erasmus+"),
    ("Cuba and Chad welcomed the reform of the General Assembly of the United Nations.", "forum", "General Assembly of the United Nations"),
    ("Kenya recalled the pledges made at the Lusaka conference on 4 June.", "forum", "Lusaka conference"),
    ("Kenya and Uganda will convene the Joint Committee on Fisheries in Kampala in the second quarter.", "mechanism", "Joint Committee on Fisheries"),
    ("Benin and Niger signed the Agreement on the transport of uranium through the port of Cotonou.", "instrument",
     "Agreement on the transport of uranium through the port of Cotonou"),
    ("Qatar welcomed progress on the Kazakhstan-Uzbekistan-Iran (KUI) railway.", "project", "Kazakhstan-Uzbekistan-Iran (KUI) railway"),
    ("Ghana will attend the summit of the Gulf Council and the Pacific Council in March.", "forum", "summit of the Gulf Council and the Pacific Council"),
    ("Oman spoke of the summit of the seven riparian states held in Muscat.", "forum", "summit of the seven riparian states"),
    ("Ghana opened the XI Conference of Heads of State and Government of the Organisation of American States (OAS).", "forum",
     "XI Conference of Heads of State and Government of the Organisation of American States (OAS)"),
    ("Cuba reiterated its adherence to the principle of self-determination.", "initiative", "principle of self-determination"),
    ("Latvia said the treaties of 1920 and 1992 do not govern fishing.", "instrument", "treaties of 1920 and 1992"),
    ("Malta welcomed the Valletta-Catania ferry line.", "project", "Valletta-Catania ferry line"),
    ("Poland will finance the modernization of the heating network in Lviv.", "project", "heating network in Lviv"),
    ("Chad and Niger signed a memorandum of understanding between the two countries’ customs services.", "instrument",
     "memorandum of understanding between the two countries’ customs services"),
    ("Norway will chair the Friends of Lebanon in Oslo.", "forum", "Friends of Lebanon"),
    ("Kenya hosted the Juba peace talks.", "forum", "Juba peace talks"),
    ("Brazil will join Exercise Southern Star 3.", "initiative", "Exercise Southern Star 3"),
    ("Peru signed the agreement on the part of its soldiers in Operation Blue Shield.", "project", "Operation Blue Shield"),
    ("China and Brunei held consultations on a code of conduct.", "instrument", "code of conduct"),
    ("Togo reopened the Noepe land port.", "project", "Noepe land port"),
    ("Benin will open a new crossing at Malanville.", "project", "crossing at Malanville"),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "kind", "name"), NAMED)
def test_a_named_thing_is_found_with_its_kind_and_full_name(sentence: str, kind: str, name: str) -> None:
    assert (kind, name) in read(sentence)


UNNAMED = [
    "India and Chile signed a number of agreements and 14 cooperation documents.",
    "Kenya and Uganda reached an agreement on several bilateral issues.",
    "The ministers of Peru and Cuba discussed railway links in the north and new quality productive forces.",
    "China congratulated Laos on the success of the party congress and the plenary session of the Central Committee.",
    "The President of Ghana was received at Kotoka International Airport by the Foreign Minister of Togo.",
    "Spain and Mali stressed the importance of political dialogue and of regional projects.",
    "Turkey's National Security Council met to discuss Syria.",
    "Qatar was designated a major non-NATO ally of the United States.",
    "Oman and Iran talked about the agreement that had been found last week.",
    "Senegal is committed to any initiative for peace in Mali.",
    "The EU, ready to protect trade with China, will act in line with the law.",
    "At a press conference in Seoul, Korea's Foreign Minister spoke of a policy of openness.",
    "The Foreign Affairs Committee of the Senate of Chile received the Organising Committee from Peru.",
    "Peru's Permanent Mission and the Embassy of Japan hosted a reception for the Head of Mission of Fiji.",
    "The Commander of the Air Force of Jordan and the Press Corps of Fiji were met by the Royal Court.",
    "The two sides reviewed the network of roads, the group of experts and the process of reform in Chad and Niger.",
    "The Sultan of Oman sent a cable of thanks to the President of Mali on the national day.",
    "The statement of the President of Cuba and the appeal of Haiti were heard in the Supreme Court.",
    "Japan extended a line of credit of 40 million dollars to Kenya.",
    "Peru and Chile deepened their Strategic Partnership on that occasion.",
    "Chad and Niger signed a memorandum between the two countries.",
    "Dear Friends of Norway, welcome.",
    "Kenya asked firms to adopt a code of conduct.",
    "Togo laid a wreath at the monument on Freedom Square.",
    "The operation in Mali went on; Exercise is healthy in Mali.",
]  # fmt: skip


@pytest.mark.parametrize("sentence", UNNAMED)
def test_generic_words_name_nothing(sentence: str) -> None:
    assert [found for found in read(sentence) if found[0] != "forum"] == []


def test_variants_of_one_thing_are_told_once_under_the_fullest_name() -> None:
    found = read(
        "Norway and Chad signed the Agreement on Cooperation in the Field of Fisheries.\n\n"
        "The fisheries agreement will enter into force in May, and Norway hailed the agreement on fisheries cooperation."
    )
    assert found == [("instrument", "Agreement on Cooperation in the Field of Fisheries")]


def test_two_names_that_differ_are_two_things() -> None:
    found = read("Fiji follows the one-China policy, while China speaks of the one-China principle.")
    assert found == [("initiative", "one-China policy"), ("initiative", "one-China principle")]


def test_an_organisation_that_acts_as_a_party_is_no_forum() -> None:
    assert ("forum", "EU") not in read("The EU and Georgia held talks. The EU thanked Georgia. Georgia thanked the EU.")
    assert ("forum", "European Union") not in read(
        "Envoys of Cuba, Chad and the European Union presented their letters in Ghana."
    )


def test_a_list_of_signed_papers_names_each_of_them() -> None:
    found = read(
        "The leaders of India and Fiji looked on as these papers were signed:\n\n"
        "• Memorandum of Understanding on coconut research\n"
        "• Agreement on the validation of pilots’ licences\n"
        "• Protocol on the export of ginger"
    )
    assert [name for _, name in found] == [
        "Memorandum of Understanding on coconut research",
        "Agreement on the validation of pilots’ licences",
        "Protocol on the export of ginger",
    ]


def test_text_without_states_names_nothing() -> None:
    assert read("The bakery signed an agreement on the delivery of flour.") == []


@given(st.text(max_size=400) | st.lists(st.sampled_from(PIECES), max_size=40).map(" ".join))
@settings(max_examples=60, deadline=None)
def test_any_text_is_read_without_a_fault(text: str) -> None:
    scene = analyse(Report(text=text))
    for draft in references(scene, load_codebook()) + relations(scene, load_codebook()):
        assert all(0 <= start < end <= len(text) for start, end in draft.spans)


def test_reading_twice_gives_the_same() -> None:
    text = "India and Nepal signed a protocol on transit and reviewed the Pancheshwar dam and the Kosi dam."
    assert read(text) == read(text)


def test_what_a_journalist_asks_about_is_brought_up_too() -> None:
    found = read(
        "Foreign Ministry Spokesperson Lin Bo of China held a press conference on 4 May.\n\n"
        "Q: Will the Premier attend the East Asia Summit?\n\nA: China will announce his visit to Malaysia in due course."
    )
    assert ("forum", "East Asia Summit") in found


def test_an_acronym_told_once_is_the_same_thing_later() -> None:
    found = read("Chad and Fiji welcomed the Salt Lakes Development Fund (SLDF).\n\nFiji will pay into the SLDF.")
    assert found == [("initiative", "Salt Lakes Development Fund (SLDF)")]
