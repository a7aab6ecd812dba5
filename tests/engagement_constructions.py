"""Sentences of our own, in many house styles, each with the engagements that it tells.

(name, what is known of the report, its text, the engagements expected). An expected engagement gives only the fields
that matter; ``day`` is start and end, ``who`` the participants as a set.
"""

# ruff: noqa: ISC004 -- a text of several sentences is one string

from __future__ import annotations

from typing import Any

Case = tuple[str, dict[str, Any], str, list[dict[str, Any]]]


def _e(kind: str, parties: str, day: str | None = "", place: str | None = "", **more: Any) -> dict[str, Any]:
    out: dict[str, Any] = {"kind": kind, "parties": set(parties.split()), **more}
    if day != "":
        out["day"] = day
    if place != "":
        out["place"] = place
    return out


CASES: list[Case] = [
    ("us-readout-call", {"outlet_country": "USA", "published": "2031-03-04", "title": "Secretary Holloway's Call with Moroccan Foreign Minister Bennani"},
     "Secretary of State Dana Holloway spoke today with Moroccan Foreign Minister Youssef Bennani. The Secretary thanked the Foreign Minister for Morocco's "
     "leadership on regional stability.\n\nThey discussed the situation in the Sahel.",
     [_e("call", "USA MAR", "2031-03-04", None, main=True, who={"Dana Holloway", "Youssef Bennani"})]),
    ("us-readout-meeting", {"outlet_country": "USA", "published": "2031-03-04", "title": "Secretary Holloway's Meeting with Kenyan President Otieno"},
     "Secretary of State Dana Holloway met with Kenyan President Barasa Otieno today in Nairobi. Secretary Holloway and President Otieno discussed trade.",
     [_e("meeting", "USA KEN", "2031-03-04", "Nairobi", main=True, who={"Dana Holloway", "Barasa Otieno"})]),
    ("japan-phone", {"outlet_country": "JPN", "published": "2031-07-18", "title": "Japan-Peru Foreign Ministers' Telephone Talk"},
     "On July 18, commencing at 3:10 p.m. for approximately 20 minutes, Mr. Kenta Morioka, Minister for Foreign Affairs of Japan, held a telephone talk with "
     "H.E. Ms. Rosa Quispe Mamani, Minister of Foreign Affairs of the Republic of Peru. The overview is as follows.",
     [_e("call", "JPN PER", "2031-07-18", None, main=True, who={"Kenta Morioka", "Rosa Quispe Mamani"})]),
    ("japan-courtesy-call", {"outlet_country": "JPN", "published": "2031-07-18", "title": "Courtesy Call on Prime Minister Ando by the Foreign Minister of Malaysia"},
     "On July 18, Mr. Shiro Ando, Prime Minister of Japan, received a courtesy call from Dato' Farid Hamzah, Minister of Foreign Affairs of Malaysia.",
     [_e("meeting", "JPN MYS", "2031-07-18", main=True, who={"Shiro Ando", "Farid Hamzah"})]),
    ("gulf-receives", {"outlet_country": "ARE", "published": "2031-01-09", "title": "UAE President receives Prime Minister of Pakistan"},
     "ABU DHABI, 9th January, 2031 (WAM) -- President His Highness Sheikh Rashid bin Khalifa Al Nahyan today received Adeel Qureshi, Prime Minister of Pakistan, "
     "who is on an official visit to the country.",
     [_e("meeting", "ARE PAK", "2031-01-09", "Abu Dhabi", main=True), _e("visit", "PAK ARE", None, level="official", status="held", main=False)]),
    ("gulf-cable", {"outlet_country": "SAU", "published": "2031-09-16", "title": "Crown Prince Congratulates President of Mexico on Independence Day"},
     "Riyadh, September 16 -- His Royal Highness Crown Prince Turki bin Fahd has sent a cable of congratulations to President Lorena Cárdenas Ibarra of the United "
     "Mexican States on the anniversary of her country's Independence Day.",
     [_e("message", "SAU MEX", "2031-09-16", None, main=True)]),
    ("gulf-phone-received", {"outlet_country": "QAT", "published": "2031-05-02", "title": "Foreign Minister Receives Phone Call from Turkish Counterpart"},
     "Doha, May 2 -- Prime Minister and Minister of Foreign Affairs Sheikh Hamad bin Saud Al Thani received a phone call on Friday from Turkish Foreign Minister "
     "Selim Aksoy. The call dealt with bilateral relations.",
     [_e("call", "QAT TUR", "2031-05-02", None, main=True, who={"Hamad bin Saud Al Thani", "Selim Aksoy"})]),
    ("xinhua-visit-plan", {"outlet_country": "CHN", "published": "2031-06-11", "title": "Chinese vice president to visit Serbia, Greece"},
     "BEIJING, June 11 (Xinhua) -- Chinese Vice President Luo Weiming will visit Serbia and Greece from June 16 to 21, at the invitation of the Serbian and Greek "
     "governments, foreign ministry spokesperson Qiao Lin announced on Wednesday.",
     [_e("visit", "CHN SRB", ("2031-06-16", "2031-06-21"), "Serbia", main=True, status="planned", who={"Luo Weiming"}),
      _e("visit", "CHN GRC", ("2031-06-16", "2031-06-21"), "Greece", main=True, status="planned", who={"Luo Weiming"}),
      _e("briefing", "CHN", "2031-06-11")]),
    ("india-foc", {"outlet_country": "IND", "published": "2031-10-04", "title": "6th India-Ghana Foreign Office Consultations"},
     "The sixth round of India-Ghana Foreign Office Consultations was held in Accra on 3 October 2031. The Indian side was led by Shri Vikram Deshpande, Joint "
     "Secretary, Ministry of External Affairs, and the Ghanaian side by Ms. Efua Mensah, Director in the Ministry of Foreign Affairs.",
     [_e("mechanism", "IND GHA", "2031-10-03", "Accra", main=True, ordinal=6)]),
    ("india-visit", {"outlet_country": "IND", "published": "2031-02-12", "title": "Visit of External Affairs Minister to Vietnam (February 14-16, 2031)"},
     "External Affairs Minister Dr. Kavya Raghunathan will pay an official visit to Vietnam from 14-16 February 2031. During the visit, EAM will call on President "
     "Dang Van Hai and hold talks with Foreign Minister Tran Quoc Bao.",
     [_e("visit", "IND VNM", ("2031-02-14", "2031-02-16"), "Vietnam", main=True, level="official", status="planned", who={"Kavya Raghunathan"}),
      _e("meeting", "IND VNM", None, "Vietnam", status="planned"), _e("meeting", "IND VNM", None, "Vietnam", status="planned")]),
    ("vietnam-receives", {"outlet_country": "VNM", "published": "2031-11-20", "title": "Prime Minister receives Lao Deputy Prime Minister"},
     "Hanoi (VNA) – Prime Minister Vo Thanh Long received visiting Lao Deputy Prime Minister Khampheng Sivilay in Hanoi on November 20.",
     [_e("meeting", "VNM LAO", "2031-11-20", "Hanoi", main=True, who={"Vo Thanh Long", "Khampheng Sivilay"})]),
    ("eu-dialogue", {"outlet_country": "EU", "published": "2031-12-05", "title": "EU-Uzbekistan: 20th Human Rights Dialogue takes place in Tashkent"},
     "On 4 December, the European Union and Uzbekistan held their 20th annual Human Rights Dialogue in Tashkent. The EU was represented by Marc Delorme.",
     [_e("mechanism", "EU UZB", "2031-12-04", "Tashkent", main=True, ordinal=20)]),
    ("uk-call", {"outlet_country": "GBR", "published": "2031-08-08", "title": "PM call with President Okonjo of Nigeria: 8 August 2031"},
     "The Prime Minister spoke to the President of Nigeria, Emeka Okonjo, this morning. They agreed to meet at the Commonwealth Summit in Kigali in October.",
     [_e("call", "GBR NGA", "2031-08-08", None, main=True), _e("meeting", "GBR NGA", "2031-10", "Kigali", status="planned"), _e("multilateral", "GBR NGA", optional=True)]),
    ("akorda-receives", {"outlet_country": "KAZ", "published": "2031-04-02", "title": "President Yerlan Abdirov received Minister of Foreign Affairs of Tajikistan Farrukh Nazarzoda"},
     "2 April 2031\n\nYerlan Abdirov welcomed the guest and noted the high level of cooperation. During the meeting, the prospects of trade were considered. "
     "The Head of State also asked to convey his greetings to the President of Tajikistan.",
     [_e("meeting", "KAZ TJK", "2031-04-02", main=True)]),
    ("latam-agreement", {"outlet_country": "CHL", "published": "2031-05-21", "title": "Chile and Paraguay sign extradition treaty"},
     "Santiago, May 21 – The Minister of Foreign Affairs of Chile, Ignacio Valverde, and his Paraguayan counterpart, Lucía Benítez, signed this Wednesday a treaty "
     "on extradition, within the framework of the third meeting of the Bilateral Commission.",
     [_e("signing", "CHL PRY", "2031-05-21", "Santiago", main=True, who={"Ignacio Valverde", "Lucía Benítez"}), _e("mechanism", "CHL PRY", ordinal=3)]),
    ("africa-arrival", {"outlet_country": "RWA", "published": "2031-07-06", "title": "President of Benin arrives in Kigali for state visit"},
     "President Rodrigue Houngbo of Benin arrived in Kigali on Sunday for a three-day state visit to Rwanda.",
     [_e("visit", "BEN RWA", ("2031-07-06", "2031-07-08"), main=True, level="state", status="held", who={"Rodrigue Houngbo"})]),
    ("sidelines", {"outlet_country": "IDN", "published": "2031-09-25", "title": "Indonesian, Dutch foreign ministers meet in New York"},
     "New York – Foreign Minister Bagus Prasetyo met his Dutch counterpart, Pieter van Houten, on the sidelines of the 86th session of the UN General Assembly on Wednesday.",
     [_e("meeting", "IDN NLD", "2031-09-24", "New York", main=True, who={"Bagus Prasetyo", "Pieter van Houten"}), _e("multilateral", "UN IDN NLD", ordinal=86)]),
    ("summoned", {"outlet_country": "PAK", "published": "2031-03-10", "title": "Ambassador of Sweden summoned"},
     "The Ambassador of Sweden in Islamabad, Karin Lindqvist, was summoned to the Ministry of Foreign Affairs today and a strong protest was conveyed to her.",
     [_e("meeting", "PAK SWE", "2031-03-10", main=True, who={"Karin Lindqvist"})]),
    ("credentials", {"outlet_country": "NAM", "published": "2031-02-03", "title": "Ambassador of Cuba presents credentials"},
     "WINDHOEK, 3 February – The Ambassador of Cuba, Yadira Fonseca, presented her credentials to President Tomas Shilongo at State House on Monday.",
     [_e("ceremony", "NAM CUB", "2031-02-03", "Windhoek", main=True)]),
    ("spokesman-briefing", {"outlet_country": "IRN", "published": "2031-06-02", "title": "Spokesman: talks with Oman to resume"},
     "Tehran – Foreign Ministry spokesman Behrouz Kamali told reporters at a weekly press conference on Monday that talks with Oman would resume.",
     [_e("briefing", "IRN", "2031-06-02", "Tehran", main=True, who={"Behrouz Kamali"})]),
    ("past-mentions", {"outlet_country": "THA", "published": "2031-05-05", "title": "Thai, Lao foreign ministers hold talks"},
     "BANGKOK, May 5 – Thai Foreign Minister Anong Suksawat held talks with Lao Foreign Minister Bounmy Keola in Bangkok on Monday. The two ministers last met in "
     "Luang Prabang in January. The Lao minister recalled the visit of Prime Minister Somchai Rattana to Vientiane in November last year.",
     [_e("meeting", "THA LAO", "2031-05-05", "Bangkok", main=True), _e("meeting", "THA LAO", "2031-01", "Luang Prabang", main=False),
      _e("visit", "THA LAO", "2030-11", "Vientiane", main=False, who={"Somchai Rattana"})]),
    ("next-session", {"outlet_country": "TUR", "published": "2031-05-05", "title": "Türkiye and Hungary hold talks"},
     "Ankara – Foreign Minister Selim Aksoy met with his Hungarian counterpart Bence Varga on 4 May. The next meeting of the High-Level Strategic Cooperation Council "
     "will be held in Budapest in October.",
     [_e("meeting", "TUR HUN", "2031-05-04", "Ankara", main=True), _e("mechanism", "TUR HUN", "2031-10", "Budapest", status="planned")]),
    ("video", {"outlet_country": "DEU", "published": "2031-02-20", "title": "Minister Brandt speaks with Brazilian counterpart"},
     "Foreign Minister Katja Brandt held a videoconference with her Brazilian counterpart, Paulo Teixeira Ramos, on Thursday.",
     [_e("call", "DEU BRA", "2031-02-20", None, main=True, who={"Katja Brandt", "Paulo Teixeira Ramos"})]),
    ("joint-statement", {"outlet_country": "PHL", "published": "2031-08-30", "title": "Joint Statement between the Republic of the Philippines and the Republic of Korea"},
     "1. At the invitation of President Miguel Salonga of the Republic of the Philippines, President Han Seung-woo of the Republic of Korea paid a state visit to the "
     "Philippines from 28 to 30 August 2031.\n2. The two Presidents held a summit meeting in Manila on 29 August.",
     [_e("visit", "KOR PHL", ("2031-08-28", "2031-08-30"), "Philippines", main=True, level="state", who={"Han Seung-woo"}),
      _e("meeting", "PHL KOR", "2031-08-29", "Manila", main=True)]),
    ("multilateral", {"outlet_country": "UZB", "published": "2031-10-10", "title": "Foreign Minister attends SCO meeting"},
     "Foreign Minister Jasur Karimov took part in the meeting of the SCO Council of Foreign Ministers in Bishkek on October 9.",
     [_e("multilateral", "SCO UZB", "2031-10-09", "Bishkek", main=True, who={"Jasur Karimov"})]),
    ("cabinet-meeting-negative", {"outlet_country": "KEN", "published": "2031-10-10", "title": "Company reports record year"},
     "The board met the targets that it had set in January. The company will visit its customers in Kenya and Uganda and signed a contract with a supplier last week.",
     []),
    ("sports-negative", {"outlet_country": "GHA", "published": "2031-10-10", "title": "Ghana beat Togo"},
     "Ghana met Togo in the semi-final in Accra on Saturday. The coach said that his players had received a warm welcome.",
     []),
    ("demand-negative", {"outlet_country": "FRA", "published": "2031-10-10", "title": "Statement on the situation in Haiti"},
     "France calls on all parties to hold talks without delay. It welcomes the proposal to convene a meeting and invites the authorities to visit the camps.",
     []),
    ("co-chaired-here", {"outlet_country": "IND", "published": "2031-06-29", "title": "India, Peru hold 5th Joint Commission meeting"},
     "NEW DELHI, June 29 (Desk) -- External Affairs Minister Kavya Raghunathan and visiting Peruvian Foreign Minister Rosa Quispe Mamani co-chaired the 5th "
     "India-Peru Joint Commission on Bilateral Cooperation here on Sunday. The two ministers had last met in Jakarta on the sidelines of the G20 summit, in November last year. "
     "The next meeting of the Joint Commission will be held in Lima in 2033.",
     [_e("mechanism", "IND PER", "2031-06-29", "New Delhi", main=True, ordinal=5, who={"Kavya Raghunathan", "Rosa Quispe Mamani"}),
      _e("meeting", "IND PER", "2030-11", "Jakarta", main=False), _e("mechanism", "IND PER", "2033", "Lima", status="planned"), _e("multilateral", "G20 IND PER", optional=True)]),
    ("co-chaired-by", {"outlet_country": "PER", "published": "2031-10-22", "title": "Second Joint Commission with the Philippines"},
     "The 2nd Meeting of the Peru-Philippines Joint Commission was held on 21 October 2031, in Lima. The meeting was co-chaired by Rosa Quispe Mamani, Minister of Foreign "
     "Affairs of Peru, and Andres Villareal, Secretary of Foreign Affairs of the Philippines.",
     [_e("mechanism", "PER PHL", "2031-10-21", "Lima", main=True, ordinal=2, who={"Rosa Quispe Mamani", "Andres Villareal"})]),
    ("first-trip", {"outlet_country": "IND", "published": "2031-02-15", "title": "EAM meets Kenyan Foreign Minister"},
     "As part of his first trip to Kenya as External Affairs Minister, Dr. Arvind Chakravarty on Friday met Grace Wanjiru, Cabinet Secretary for Foreign Affairs. The two ministers reviewed "
     "the relationship since the meeting of the Joint Commission that they co-chaired in virtual format in November 2030.",
     [_e("meeting", "IND KEN", "2031-02-14", main=True, who={"Arvind Chakravarty", "Grace Wanjiru"}), _e("visit", "IND KEN", None, "Kenya", ordinal=1, main=False),
      _e("mechanism", "IND KEN", "2030-11", optional=True)]),
    ("jpc-days", {"outlet_country": "ZMB", "published": "2031-02-10", "title": "Zambia, Angola hold first session of defence commission"},
     "Zambia and Angola held the First Session of the Joint Permanent Commission on Defence and Security from 6th to 9th February 2031 in Lusaka, Zambia. The delegations recalled the "
     "memorandum which was signed during the State visit by President Joseph Mulenga to Angola in August, 2030.",
     [_e("mechanism", "ZMB AGO", ("2031-02-06", "2031-02-09"), "Lusaka", main=True, ordinal=1), _e("visit", "ZMB AGO", "2030-08", "Angola", level="state", who={"Joseph Mulenga"}),
      _e("signing", "ZMB AGO", optional=True)]),
    ("session-began", {"outlet_country": "ZWE", "published": "2031-07-30", "title": "8th Zimbabwe-Malawi Joint Permanent Commission begins"},
     "The eighth session of the Zimbabwe-Malawi Joint Permanent Commission of Cooperation began in Harare yesterday with the two governments preparing to sign agreements on trade.",
     [_e("mechanism", "ZWE MWI", "2031-07-29", "Harare", main=True, ordinal=8)]),
    ("gulf-speaker", {"outlet_country": "KWT", "published": "2031-09-17", "title": "Kuwaiti Prime Minister meets Speaker of Moroccan Parliament"},
     "His Highness Sheikh Nasser Fahad Al-Sabah, Prime Minister of Kuwait, met today with Driss Alaoui, Speaker of the Moroccan House of Representatives. "
     "The Speaker arrived in Kuwait yesterday for a three-day official visit.",
     [_e("meeting", "KWT MAR", "2031-09-17", main=True, who={"Nasser Fahad Al-Sabah", "Driss Alaoui"}),
      _e("visit", "MAR KWT", ("2031-09-16", "2031-09-18"), "Kuwait", level="official", main=False, who={"Driss Alaoui"})]),
    ("armenia-receives", {"outlet_country": "ARM", "published": "2031-03-30", "title": "President receives French Minister of State"},
     "YEREVAN, March 30. President of Armenia Aram Petrosyan received on March 30 Minister of State of France Luc Fontaine. Recalling his visit to Paris in January, President Petrosyan noted "
     "that Armenians await the state visit of the French President to Armenia in October. The summit of La Francophonie will be held in Yerevan in autumn.",
     [_e("meeting", "ARM FRA", "2031-03-30", "Yerevan", main=True, who={"Aram Petrosyan", "Luc Fontaine"}), _e("visit", "ARM FRA", "2031-01", "Paris", main=False),
      _e("visit", "FRA ARM", "2031-10", "Armenia", level="state", status="planned"), _e("multilateral", "OIF ARM FRA", "2031", "Yerevan", status="planned")]),
    ("elysee-call", {"outlet_country": "FRA", "published": "2031-05-13", "title": "Telephone conversation with the Prime Minister of Lebanon"},
     "The President of the Republic spoke this Tuesday with Mr. Karim Haddad, Prime Minister of Lebanon. He reaffirmed the commitment of France to the sovereignty of Lebanon. "
     "The President will receive the Prime Minister in Paris on 20 May.",
     [_e("call", "FRA LBN", "2031-05-13", None, main=True), _e("meeting", "FRA LBN", "2031-05-20", "Paris", status="planned", main=False)]),
    ("will-meet-sidelines", {"outlet_country": "GEO", "published": "2031-11-14", "title": "Georgian PM to meet Dutch counterpart"},
     "Georgian Prime Minister Levan Kobakhia and Dutch Prime Minister Pieter van Houten will meet on November 19 in Djerba, Tunisia, on the sidelines of the 18th Francophonie summit.",
     [_e("meeting", "GEO NLD", "2031-11-19", "Djerba", main=True, status="planned", who={"Levan Kobakhia", "Pieter van Houten"}), _e("multilateral", "OIF GEO NLD", ordinal=18, optional=True)]),
    ("presidents-of", {"outlet_country": "ARM", "published": "2031-01-23", "title": "Talks at the presidential palace"},
     "The Presidents of Armenia and Cyprus held high-level talks at the presidential palace in Nicosia today.",
     [_e("meeting", "ARM CYP", "2031-01-23", "Nicosia", main=True)]),
    ("canada-readout", {"outlet_country": "CAN", "published": "2031-03-22", "title": "Minister Tremblay speaks with Minister of Foreign Affairs of Malawi"},
     "Ottawa, Ontario -- Today, the Honourable Chantal Tremblay, Minister of Foreign Affairs, spoke with Thoko Banda, Minister of Foreign Affairs of Malawi. "
     "The ministers agreed to meet at the UN General Assembly in September.",
     [_e("call", "CAN MWI", "2031-03-22", None, main=True, who={"Chantal Tremblay", "Thoko Banda"}), _e("meeting", "CAN MWI", "2031-09", status="planned"),
      _e("multilateral", "UN CAN MWI", optional=True)]),
    ("statedept-trip", {"outlet_country": "USA", "published": "2031-09-02", "title": "Secretary Holloway's Travel to Peru and Chile"},
     "Secretary of State Dana Holloway will travel to Lima, Peru, and Santiago, Chile, September 5-8. In Lima, the Secretary will meet with President Gonzalo Paredes.",
     [_e("visit", "USA PER", ("2031-09-05", "2031-09-08"), "Lima", main=True, status="planned", who={"Dana Holloway"}),
      _e("visit", "USA CHL", ("2031-09-05", "2031-09-08"), "Santiago", main=True, status="planned", who={"Dana Holloway"}),
      _e("meeting", "USA PER", None, "Lima", status="planned", main=False)]),
    ("palace-philippines", {"outlet_country": "PHL", "published": "2031-08-05", "title": "President meets Indian Prime Minister"},
     "President Miguel Salonga met with Indian Prime Minister Arjun Mehrotra on Tuesday (August 5) at Hyderabad House in New Delhi as part of his five-day state visit to India. "
     "The two leaders witnessed the exchange of nine agreements. The President is set to meet Indian President Lata Sen later today.",
     [_e("meeting", "PHL IND", "2031-08-05", "New Delhi", main=True, who={"Miguel Salonga", "Arjun Mehrotra"}), _e("visit", "PHL IND", None, "India", level="state", main=False),
      _e("signing", "PHL IND"), _e("meeting", "PHL IND", "2031-08-05", status="planned", main=False)]),
    ("vietnam-apec", {"outlet_country": "VNM", "published": "2031-11-15", "title": "Foreign Minister meets New Zealand counterpart"},
     "On the occasion of attending the APEC Summit Week, on November 14, Foreign Minister Tran Quoc Bao had a bilateral meeting with Foreign Minister of New Zealand Hone Parata. "
     "The New Zealand side invited Minister Tran Quoc Bao to visit in 2032.",
     [_e("meeting", "VNM NZL", "2031-11-14", main=True, who={"Tran Quoc Bao", "Hone Parata"}), _e("multilateral", "APEC VNM", optional=True)]),
    ("thai-press-release", {"outlet_country": "THA", "published": "2031-06-10", "title": "Outcome of the Foreign Minister's visit to Bhutan"},
     "On 9-10 June 2031, H.E. Mrs. Anong Suksawat, Minister of Foreign Affairs of Thailand, paid an official visit to Bhutan at the invitation of H.E. Mr. Dorji Wangdi, Minister of Foreign "
     "Affairs and External Trade of Bhutan. During the visit, the Foreign Minister had an audience with His Majesty the King of Bhutan. The two Ministers signed a memorandum on tourism.",
     [_e("visit", "THA BTN", ("2031-06-09", "2031-06-10"), "Bhutan", main=True, level="official", who={"Anong Suksawat"}), _e("meeting", "THA BTN", None, "Bhutan"),
      _e("signing", "THA BTN", None, "Bhutan")]),
    ("russia-style", {"outlet_country": "UZB", "published": "2031-04-18", "title": "Consultations held in Tashkent"},
     "On April 17 this year, political consultations between the foreign ministries of Uzbekistan and Slovakia took place in Tashkent. The delegation of Slovakia was headed by State Secretary "
     "Marek Kovac. The parties agreed to hold the next round in Bratislava next year.",
     [_e("mechanism", "UZB SVK", "2031-04-17", "Tashkent", main=True), _e("mechanism", "UZB SVK", "2032", "Bratislava", status="planned")]),
    ("eu-council", {"outlet_country": "EU", "published": "2031-07-02", "title": "EU-Moldova summit"},
     "The European Union and Moldova held their second summit in Chisinau on 1 July 2031. The EU was represented by President of the European Council Sofie Lindgren.",
     [_e("meeting", "EU MDA", "2031-07-01", "Chisinau", main=True, ordinal=2)]),
    ("letter-delivered", {"outlet_country": "QAT", "published": "2031-06-02", "title": "Amir receives written message from President of Senegal"},
     "Doha, June 2 -- His Highness the Amir Sheikh Khalid bin Hamad Al Thani has received a written message from President Ousmane Faye of the Republic of Senegal, pertaining to bilateral "
     "relations. The message was delivered by Senegalese Foreign Minister Awa Diop during a meeting with the Minister of State today.",
     [_e("message", "SEN QAT", "2031-06-02", None, main=True), _e("meeting", "QAT SEN", "2031-06-02", "Doha", optional=True)]),
    ("condolence-letters", {"outlet_country": "BGD", "published": "2031-06-02", "title": "President condoles death of Chilean leader"},
     "President Rahim Chowdhury has sent a condolence message to his Chilean counterpart Ignacia Valverde on the death of former President Pedro Lagos.",
     [_e("message", "BGD CHL", "2031-06-02", None, main=True, who={"Rahim Chowdhury", "Ignacia Valverde"})]),
    ("exchange-congratulations", {"outlet_country": "CHN", "published": "2031-06-02", "title": "Chinese, Togolese presidents exchange congratulations on anniversary of ties"},
     "BEIJING, June 2 (Xinhua) -- Chinese President Luo Weiming and Togolese President Koffi Mensah on Monday exchanged congratulatory messages on the 60th anniversary of diplomatic relations.",
     [_e("message", "CHN TGO", "2031-06-02", None, main=True, who={"Luo Weiming", "Koffi Mensah"})]),
    ("ambassador-call", {"outlet_country": "MNG", "published": "2031-01-14", "title": "Ambassador of Italy pays farewell call"},
     "Prime Minister Bat-Erdene Ganbold received Ambassador of Italy to Mongolia Laura Conti on January 13 on the occasion of the completion of her term of office.",
     [_e("meeting", "MNG ITA", "2031-01-13", main=True, who={"Bat-Erdene Ganbold", "Laura Conti"})]),
    ("trilateral", {"outlet_country": "AZE", "published": "2031-09-12", "title": "Trilateral meeting of foreign ministers held in Batumi"},
     "The foreign ministers of Azerbaijan, Georgia and Türkiye held their ninth trilateral meeting in Batumi on September 11.",
     [_e("multilateral", "AZE GEO TUR", "2031-09-11", "Batumi", main=True, ordinal=9)]),
    ("demarche", {"outlet_country": "LTU", "published": "2031-09-12", "title": "Note of protest handed to Belarus"},
     "On 11 September, the Ministry of Foreign Affairs summoned the chargé d'affaires of Belarus, Igor Sidorenko, and handed him a note of protest over the violation of airspace.",
     [_e("meeting", "LTU BLR", "2031-09-11", main=True, who={"Igor Sidorenko"})]),
    ("arrival-summit", {"outlet_country": "CHN", "published": "2031-09-12", "title": "Luo arrives in Samarkand for SCO summit"},
     "SAMARKAND, Sept. 12 (Xinhua) -- Chinese President Luo Weiming arrived in Samarkand on Friday to attend the 31st meeting of the Council of Heads of State of the Shanghai Cooperation Organization.",
     [_e("multilateral", "SCO CHN", None, "Samarkand", main=True, ordinal=31, who={"Luo Weiming"})]),
    ("invited-only", {"outlet_country": "SVN", "published": "2031-09-12", "title": "Slovenia and Ghana"},
     "Minister Ana Kranjc invited her Ghanaian colleague Kofi Boateng to visit Ljubljana next year. She hoped that a joint commission could be convened soon.",
     []),
    ("company-negative", {"outlet_country": "SGP", "published": "2031-09-12", "title": "Harbour Foods expands in Vietnam"},
     "Harbour Foods said on Monday that its chief executive, Adrian Lim, had signed a supply agreement with a Vietnamese partner in Hanoi. The board will meet in Singapore in October.",
     []),
    ("match-report-negative", {"outlet_country": "KEN", "published": "2031-10-12", "title": "Lions edge Sharks in thriller"},
     "NAIROBI – The Lions of Kenya visited Uganda on Saturday and left with a win. Their captain met fans at the stadium after the match. Coach John Kamau told reporters that "
     "talks with the striker would resume on Monday. The sides will meet again in Nairobi in November.",
     []),
    ("comma-inserted", {"outlet_country": "SAU", "published": "2031-11-04", "title": "Foreign Minister receives Omani envoy"},
     "Riyadh, November 04, 2031 -- Minister of Foreign Affairs Prince Turki bin Fahd received, at the Ministry's headquarters in Riyadh today, the Ambassador of the Sultanate of "
     "Oman to the Kingdom, Faisal bin Salim. On Sunday, Prince Turki took part in the ministerial meeting of the Gulf Cooperation Council in Doha.",
     [_e("meeting", "SAU OMN", "2031-11-04", "Riyadh", main=True, who={"Turki bin Fahd", "Faisal bin Salim"}), _e("multilateral", "GCC SAU", "2031-11-02", "Doha")]),
    ("will-be-received", {"outlet_country": "BRA", "published": "2031-07-22", "title": "Visit to Brazil of the Minister of Foreign Affairs of Morocco"},
     "The Minister of Foreign Affairs of the Kingdom of Morocco, Youssef Bennani, will visit Brasília tomorrow, July 23. He will be received by Minister Paulo Teixeira Ramos for a working "
     "meeting. The ministers will sign an agreement on judicial cooperation. Minister Bennani had visited Brazil in June 2029.",
     [_e("visit", "MAR BRA", "2031-07-23", "Brasília", main=True, status="planned", who={"Youssef Bennani"}), _e("meeting", "BRA MAR", None, "Brasília", status="planned"),
      _e("signing", "BRA MAR", None, "Brasília", status="planned"), _e("visit", "MAR BRA", "2029-06", "Brazil", status="held", main=False)]),
    ("due-to-convene", {"outlet_country": "KWT", "published": "2031-02-19", "title": "HH Crown Prince receives Jordanian Prime Minister"},
     "KUWAIT, Feb 19 (Desk) -- His Highness the Crown Prince Sheikh Nasser Fahd Al-Sabah received at Bayan Palace on Wednesday Jordanian Prime Minister Dr. Omar Khasawneh. The fifth session "
     "of the Joint Higher Committee is due to convene in Amman next April.",
     [_e("meeting", "KWT JOR", "2031-02-19", main=True), _e("mechanism", "KWT JOR", "2031-04", "Amman", status="planned", ordinal=5)]),
    ("three-states", {"outlet_country": "GBR", "published": "2031-09-30", "title": "Foreign Ministers meet in London"},
     "The Foreign Ministers of the United Kingdom, Germany and France met in London today.",
     [_e("multilateral", "GBR DEU FRA", "2031-09-30", "London", main=True)]),
]  # fmt: skip
