"""Who is in a report, for whom they speak, and whom "he" and "the two sides" mean. All people and texts are invented."""

from functools import cache
from itertools import pairwise

import pytest

from communique.read.analyse import analyse
from communique.records import Report


@cache
def scene(text, home=None, title=None):
    return analyse(Report(text=text, path="invented.txt", outlet_country=home, title=title))


def cast(text, home=None):
    return {person.name: person.country for person in scene(text, home).cast}


def mention(text, words, home=None, nth=0):
    """The mention that holds the ``nth`` occurrence of ``words``."""
    found = scene(text, home)
    at = -1
    for _ in range(nth + 1):
        at = text.index(words, at + 1)
    return next((m for m in found.mentions if m.start <= at < m.end or at <= m.start < at + len(words)), None)


def parties(text, words, home=None, nth=0):
    found = mention(text, words, home, nth)
    return found.parties if found else None


def person(text, words, home=None, nth=0):
    found = mention(text, words, home, nth)
    return [p.name for p in found.persons] if found else None


NAMES = [
    # Vietnam, Laos, Cambodia, Myanmar, Thailand
    ("Vietnamese Foreign Minister Trinh Cong Lap met his guest.", "Trinh Cong Lap", "VNM"),
    (
        "Party General Secretary and State President Do Quang Hiep of Vietnam received the guest.",
        "Do Quang Hiep",
        "VNM",
    ),
    ("Vietnamese Deputy Prime Minister Nguyễn Thị Bích Thủy spoke.", "Nguyễn Thị Bích Thủy", "VNM"),
    ("Lao Prime Minister Sonephet Vongdara arrived in Hanoi.", "Sonephet Vongdara", "LAO"),
    ("Cambodian Prime Minister Samdech Thipadei Chea Vuthy spoke.", "Chea Vuthy", "KHM"),
    ("Myanmar's Union Minister U Myat Kyaw met the delegation.", "Myat Kyaw", "MMR"),
    ("Myanmar Foreign Minister Daw Khin Sabei met the delegation.", "Khin Sabei", "MMR"),
    ("Myanmar Deputy Minister Thaung spoke to the press.", "Thaung", "MMR"),
    ("Thai Foreign Minister Anucha Wattanasiri met the delegation.", "Anucha Wattanasiri", "THA"),
    # China, Korea, Japan
    ("Chinese Foreign Minister Lu Wenhao met the delegation.", "Lu Wenhao", "CHN"),
    ("Chinese State Councilor and Foreign Minister Ouyang Shu met the delegation.", "Ouyang Shu", "CHN"),
    ("Tang Ruiqi, spokesperson of the Chinese Foreign Ministry, said that China will take part.", "Tang Ruiqi", "CHN"),
    ("South Korean Foreign Minister Bae Chang-ho met the delegation.", "Bae Chang-ho", "KOR"),
    ("ROK President Seo Min Ah met the delegation.", "Seo Min Ah", "KOR"),
    ("H.E. Mr. HAYAMA Kenji, Minister for Foreign Affairs of Japan, met the delegation.", "HAYAMA Kenji", "JPN"),
    ("Mr. KUROISHI Tomo, State Minister for Foreign Affairs of Japan, paid a courtesy call.", "KUROISHI Tomo", "JPN"),
    ("Japanese Prime Minister Kenji Hayama met the delegation.", "Kenji Hayama", "JPN"),
    # the Arab world, Iran
    (
        "Saudi Foreign Minister Prince Turki bin Nasser bin Abdulaziz met the delegation.",
        "Turki bin Nasser bin Abdulaziz",
        "SAU",
    ),
    ("Omani Foreign Minister Sayyid Hilal bin Saud Al Rawahi met the delegation.", "Hilal bin Saud Al Rawahi", "OMN"),
    (
        "Qatari Prime Minister Sheikh Nasser bin Khalifa Al-Marri met the delegation.",
        "Nasser bin Khalifa Al-Marri",
        "QAT",
    ),
    (
        "UAE Foreign Minister Sheikh Rashid bin Hamdan Al Falasi met the delegation.",
        "Rashid bin Hamdan Al Falasi",
        "ARE",
    ),
    ("Egyptian Foreign Minister Dr. Tamer Abdel-Raouf met the delegation.", "Tamer Abdel-Raouf", "EGY"),
    ("Algerian President Abdelkrim Ould Saïdi met the delegation.", "Abdelkrim Ould Saïdi", "DZA"),
    ("Iraqi Prime Minister Haidar al-Jumaili met the delegation.", "Haidar al-Jumaili", "IRQ"),
    ("Jordan's King Nayef II received the delegation.", "Nayef II", "JOR"),
    ("Iranian Foreign Minister Hossein Amir-Rastgar met the delegation.", "Hossein Amir-Rastgar", "IRN"),
    ("Moroccan Foreign Minister Younes El Khattabi met the delegation.", "Younes El Khattabi", "MAR"),
    # Latin America, Spain, Portugal, Brazil, Angola
    ("Mexican Foreign Secretary Rodrigo Ibarra de la Peña met the delegation.", "Rodrigo Ibarra de la Peña", "MEX"),
    (
        "Spanish Foreign Minister José Manuel Arrieta Lizarraga met the delegation.",
        "José Manuel Arrieta Lizarraga",
        "ESP",
    ),
    ("Cuban President Miguel Ortueta Sanz met the delegation.", "Miguel Ortueta Sanz", "CUB"),
    (
        "Brazilian Foreign Minister João Paulo dos Reis Furtado met the delegation.",
        "João Paulo dos Reis Furtado",
        "BRA",
    ),
    ("Angolan President Manuel da Conceição Neto met the delegation.", "Manuel da Conceição Neto", "AGO"),
    ("Argentine Foreign Minister Lucía Fernández y Castro met the delegation.", "Lucía Fernández y Castro", "ARG"),
    # South Asia
    ("External Affairs Minister Dr. S. Venkataraghavan met the delegation.", "S. Venkataraghavan", "IND"),
    ("Prime Minister Shri Anand Pillai of India met the delegation.", "Anand Pillai", "IND"),
    ("Indian Finance Minister Smt. Kavita Deshpande met the delegation.", "Kavita Deshpande", "IND"),
    ("Sri Lankan Foreign Minister Prof. G. L. Wijesundera met the delegation.", "G. L. Wijesundera", "LKA"),
    (
        "Pakistani Deputy Prime Minister and Foreign Minister Senator Mohammad Asif Gilani met the delegation.",
        "Mohammad Asif Gilani",
        "PAK",
    ),
    (
        "Bangladesh Foreign Secretary Ambassador Rezaul Karim Talukder met the delegation.",
        "Rezaul Karim Talukder",
        "BGD",
    ),
    ("Nepali Prime Minister Bishnu Prasad Adhikari met the delegation.", "Bishnu Prasad Adhikari", "NPL"),
    ("Bhutanese Foreign Minister Lyonpo Karma Tenzin met the delegation.", "Karma Tenzin", "BTN"),
    # Malaysia, Brunei, Indonesia, the Philippines
    ("Malaysian Foreign Minister Dato' Seri Rahmat Jamaluddin met the delegation.", "Rahmat Jamaluddin", "MYS"),
    ("Malaysian Prime Minister Datuk Seri Haji Ismail Yunus met the delegation.", "Ismail Yunus", "MYS"),
    ("Indonesian Foreign Minister Sugito met the delegation.", "Sugito", "IDN"),
    ("Indonesian President Bambang Wirayuda met the delegation.", "Bambang Wirayuda", "IDN"),
    ("Philippine Foreign Affairs Secretary Ma. Teresa Villareal met the delegation.", "Ma. Teresa Villareal", "PHL"),
    # Africa
    ("Ghanaian President Nana Kwabena Ofori-Mensah met the delegation.", "Nana Kwabena Ofori-Mensah", "GHA"),
    ("Nigerian Foreign Minister Alhaji Sule Danladi met the delegation.", "Sule Danladi", "NGA"),
    ("Kenya's Prime Cabinet Secretary Dr. Peninah Wangari met the delegation.", "Peninah Wangari", "KEN"),
    ("Ethiopian Prime Minister Dr. Getachew Bekele met the delegation.", "Getachew Bekele", "ETH"),
    ("Somali President Abdirahman Sheikh Nuur met the delegation.", "Abdirahman Sheikh Nuur", "SOM"),
    ("Mauritanian President Sidi Ould Cheikh met the delegation.", "Sidi Ould Cheikh", "MRT"),
    # Russia, Central Asia, the Caucasus, Turkey
    ("Russian President V. P. Sukhorukov met the delegation.", "V. P. Sukhorukov", "RUS"),
    ("Russian Deputy Foreign Minister A.Yu. Rudakov met the delegation.", "A.Yu. Rudakov", "RUS"),
    ("Kazakh President Yerlan-Zhomart Abdrakhmanov met the delegation.", "Yerlan-Zhomart Abdrakhmanov", "KAZ"),
    ("Tajik Foreign Minister Farrukh Qodirzoda met the delegation.", "Farrukh Qodirzoda", "TJK"),
    ("Azerbaijani President Elchin Mammadzade met the delegation.", "Elchin Mammadzade", "AZE"),
    ("Turkish Foreign Minister Çağlar Özdağlı met the delegation.", "Çağlar Özdağlı", "TUR"),
    ("Türkiye's President Orhan Yıldıztepe met the delegation.", "Orhan Yıldıztepe", "TUR"),
    ("Georgian Foreign Minister Lasha Kvirikadze met the delegation.", "Lasha Kvirikadze", "GEO"),
    # Europe, the Americas
    (
        "French Minister for Europe and Foreign Affairs Jean-Baptiste Le Guennec met the delegation.",
        "Jean-Baptiste Le Guennec",
        "FRA",
    ),
    ("Dutch Prime Minister Pieter van den Hoek met the delegation.", "Pieter van den Hoek", "NLD"),
    ("German Chancellor Friederike von der Aue met the delegation.", "Friederike von der Aue", "DEU"),
    ("Irish Tánaiste and Minister for Foreign Affairs Aoife O'Hanlon met the delegation.", "Aoife O'Hanlon", "IRL"),
    ("UK Foreign Secretary Rhys MacAllister met the delegation.", "Rhys MacAllister", "GBR"),
    ("U.S. Secretary of State Walter J. Penhallow met the delegation.", "Walter J. Penhallow", "USA"),
    ("U.S. Deputy Secretary of State Dana Whitlock-Reyes met the delegation.", "Dana Whitlock-Reyes", "USA"),
    ("Hungarian Minister of Foreign Affairs and Trade Bálint Szőke met the delegation.", "Bálint Szőke", "HUN"),
    ("Icelandic Foreign Minister Guðrún Helgadóttir met the delegation.", "Guðrún Helgadóttir", "ISL"),
    ("Serbian President Đorđe Živanović met the delegation.", "Đorđe Živanović", "SRB"),
    (
        "Jamaican Minister of Foreign Affairs and Foreign Trade Senator the Hon. Orville Pinnock met the delegation.",
        "Orville Pinnock",
        "JAM",
    ),
    ("New Zealand Foreign Minister Rt Hon Tom Harcourt met the delegation.", "Tom Harcourt", "NZL"),
    ("Papua New Guinea Prime Minister Sir Kila Morea met the delegation.", "Kila Morea", "PNG"),
    ("Canadian Minister of Foreign Affairs the Honourable Élise Bergeron met the delegation.", "Élise Bergeron", "CAN"),
    ("Tongan Prime Minister Lord Fakafanua met the delegation.", "Fakafanua", "TON"),
    ("Fijian Prime Minister Ratu Semi Cakau met the delegation.", "Semi Cakau", "FJI"),
]


@pytest.mark.parametrize(("text", "name", "country"), NAMES)
def test_a_name_behind_its_title(text, name, country):
    assert cast(text) == {name: country}


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("Pavel Orlenko, Minister of Foreign Affairs of Ukraine, met the delegation.", "Pavel Orlenko", "UKR"),
        ("Pavel Orlenko, the Ukrainian foreign minister, met the delegation.", "Pavel Orlenko", "UKR"),
        ("Pavel Orlenko, Ukraine's foreign minister, met the delegation.", "Pavel Orlenko", "UKR"),
        ("Pavel Orlenko (Minister of Foreign Affairs of Ukraine) met the delegation.", "Pavel Orlenko", "UKR"),
        ("H.E. Pavel Orlenko, President of Ukraine, met the delegation.", "Pavel Orlenko", "UKR"),
        ("The President of Ukraine, H.E. Mr. Pavel Orlenko, met the delegation.", "Pavel Orlenko", "UKR"),
        ("The President of the Republic of Kenya, His Excellency Dr. Juma Otieno, met the delegation.", "Juma Otieno", "KEN"),
        ("The Minister of Foreign Affairs of the Kingdom of Norway, Sindre Halvorsen, met the delegation.", "Sindre Halvorsen", "NOR"),
        ("The Norwegian Foreign Minister, Sindre Halvorsen, met the delegation.", "Sindre Halvorsen", "NOR"),
        ("Norway's foreign minister, Sindre Halvorsen, met the delegation.", "Sindre Halvorsen", "NOR"),
        ("Foreign Minister of Norway Sindre Halvorsen met the delegation.", "Sindre Halvorsen", "NOR"),
        ("Foreign Minister Sindre Halvorsen of Norway met the delegation.", "Sindre Halvorsen", "NOR"),
        ("Minister for Foreign Affairs and Defence of Norway Sindre Halvorsen met the delegation.", "Sindre Halvorsen", "NOR"),
        ("Sindre Halvorsen, who is the Norwegian Foreign Minister, met the delegation.", "Sindre Halvorsen", "NOR"),
        ("Visiting Norwegian Foreign Minister Sindre Halvorsen met the delegation.", "Sindre Halvorsen", "NOR"),
        ("The visiting foreign minister of Norway, Sindre Halvorsen, met the delegation.", "Sindre Halvorsen", "NOR"),
        ("Former Norwegian Prime Minister Sindre Halvorsen met the delegation.", "Sindre Halvorsen", "NOR"),
        ("Norwegian Minister of Trade, Industry and Fisheries Sindre Halvorsen met the delegation.", "Sindre Halvorsen", "NOR"),
        ("Norwegian Minister of Petroleum and Energy, Sindre Halvorsen, met the delegation.", "Sindre Halvorsen", "NOR"),
        ("Sindre Halvorsen, Special Envoy of Norway to the Sahel, met the delegation.", "Sindre Halvorsen", "NOR"),
        ("Norwegian ambassador to China Sindre Halvorsen met the delegation.", "Sindre Halvorsen", "NOR"),
        ("Ambassador of Norway to China Sindre Halvorsen met the delegation.", "Sindre Halvorsen", "NOR"),
        ("Sindre Halvorsen, the ambassador of Norway to China, met the delegation.", "Sindre Halvorsen", "NOR"),
        ("Norway's Ambassador in Beijing, Sindre Halvorsen, met the delegation.", "Sindre Halvorsen", "NOR"),
        ("Chargé d'affaires of Norway Sindre Halvorsen met the delegation.", "Sindre Halvorsen", "NOR"),
        ("Sindre Halvorsen, State Secretary at the Norwegian Ministry of Foreign Affairs, met the delegation.", "Sindre Halvorsen", "NOR"),
        ("Sindre Halvorsen, head of the Norwegian delegation, met the delegation.", "Sindre Halvorsen", "NOR"),
        ("Speaker of the Norwegian Parliament Sindre Halvorsen met the delegation.", "Sindre Halvorsen", "NOR"),
        ("Chairman of the National Assembly of Vietnam Trinh Cong Lap met the delegation.", "Trinh Cong Lap", "VNM"),
        ("Deputy Chairman of the Security Council of Russia Oleg Sukhorukov met the delegation.", "Oleg Sukhorukov", "RUS"),
        ("Member of the Political Bureau of the CPC Central Committee and Foreign Minister Lu Wenhao met the delegation.", "Lu Wenhao", "CHN"),
        ("Lu Wenhao, a member of the Political Bureau of the Communist Party of China Central Committee, met the delegation.", "Lu Wenhao", "CHN"),
        ("General Secretary of the Communist Party of Vietnam Central Committee Do Quang Hiep met the delegation.", "Do Quang Hiep", "VNM"),
        ("High Representative of the European Union Marta Brandstätter met the delegation.", "Marta Brandstätter", "EU"),
        ("EU High Representative for Foreign Affairs and Security Policy Marta Brandstätter met the delegation.", "Marta Brandstätter", "EU"),
        ("European Commission President Marta Brandstätter met the delegation.", "Marta Brandstätter", "EU"),
        ("The President of the European Council, Marta Brandstätter, met the delegation.", "Marta Brandstätter", "EU"),
        ("UN Secretary-General Marta Brandstätter met the delegation.", "Marta Brandstätter", "UN"),
        ("Secretary-General of the United Nations Marta Brandstätter met the delegation.", "Marta Brandstätter", "UN"),
        ("UN Special Envoy for Yemen Lars Brandstätter met the delegation.", "Lars Brandstätter", "UN"),
        ("ASEAN Secretary-General Dr. Rahmat Jamaluddin met the delegation.", "Rahmat Jamaluddin", "ASEAN"),
        ("GCC Secretary General Hilal Al Rawahi met the delegation.", "Hilal Al Rawahi", "GCC"),
        ("NATO Secretary General Lars Brandstätter met the delegation.", "Lars Brandstätter", "NATO"),
        ("Chairperson of the African Union Commission Juma Otieno met the delegation.", "Juma Otieno", "AU"),
        ("SCO Secretary-General Farrukh Qodirzoda met the delegation.", "Farrukh Qodirzoda", "SCO"),
        ("Arab League Secretary-General Tamer Abdel-Raouf met the delegation.", "Tamer Abdel-Raouf", "LAS"),
        ("Head of the EU Delegation Lars Brandstätter met the delegation.", "Lars Brandstätter", "EU"),
        ("Sindre Halvorsen, Norway's permanent representative to the UN, met the delegation.", "Sindre Halvorsen", "NOR"),
        ("Norwegian Defence Chief General Sindre Halvorsen met the delegation.", "Sindre Halvorsen", "NOR"),
        ("Crown Prince of Norway Sindre met the delegation.", "Sindre", "NOR"),
        ("His Royal Highness Crown Prince Turki bin Nasser of Saudi Arabia met the delegation.", "Turki bin Nasser", "SAU"),
        ("His Majesty Sultan Saif bin Hilal of Oman met the delegation.", "Saif bin Hilal", "OMN"),
        ("Custodian of the Two Holy Mosques King Nasser bin Turki met the delegation.", "Nasser bin Turki", "SAU"),
    ],
)  # fmt: skip
def test_titles_of_all_kinds(text, name, country):
    assert cast(text).get(name) == country
    assert len(cast(text)) == 1


@pytest.mark.parametrize(
    ("text", "home", "want"),
    [
        ("Foreign Minister Pavel Orlenko met his Danish counterpart, Mette Lykkegaard, on Tuesday.", "UKR", {"Pavel Orlenko": "UKR", "Mette Lykkegaard": "DNK"}),
        ("Foreign Minister Pavel Orlenko met his counterpart from Denmark Mette Lykkegaard on Tuesday.", "UKR", {"Pavel Orlenko": "UKR", "Mette Lykkegaard": "DNK"}),
        ("Foreign Minister Pavel Orlenko met Danish counterpart Mette Lykkegaard on Tuesday.", "UKR", {"Pavel Orlenko": "UKR", "Mette Lykkegaard": "DNK"}),
        ("Foreign Minister Pavel Orlenko met with his Danish colleague Mette Lykkegaard on Tuesday.", "UKR", {"Pavel Orlenko": "UKR", "Mette Lykkegaard": "DNK"}),
        ("Foreign Minister Pavel Orlenko met his counterpart Mette Lykkegaard in Copenhagen. Ukraine and Denmark are friends. Denmark helps.", "UKR", {"Pavel Orlenko": "UKR", "Mette Lykkegaard": "DNK"}),
        ("The Minister of Foreign Affairs, Pavel Orlenko, met the Minister of Foreign Affairs of Denmark, Mette Lykkegaard.", "UKR", {"Pavel Orlenko": "UKR", "Mette Lykkegaard": "DNK"}),
        ("Prime Minister Pavel Orlenko received Danish Minister of Defence Mette Lykkegaard.", "UKR", {"Pavel Orlenko": "UKR", "Mette Lykkegaard": "DNK"}),
        ("Prime Minister Pavel Orlenko received the Danish ambassador, Mette Lykkegaard.", "UKR", {"Pavel Orlenko": "UKR", "Mette Lykkegaard": "DNK"}),
        ("Prime Minister Pavel Orlenko received the ambassador of Denmark in Kyiv, Mette Lykkegaard.", "UKR", {"Pavel Orlenko": "UKR", "Mette Lykkegaard": "DNK"}),
        ("Ukrainian President Pavel Orlenko and Danish Prime Minister Mette Lykkegaard met.", None, {"Pavel Orlenko": "UKR", "Mette Lykkegaard": "DNK"}),
        ("Presidents Pavel Orlenko of Ukraine and Lars Lykkegaard of Finland met.", None, {"Pavel Orlenko": "UKR", "Lars Lykkegaard": "FIN"}),
        ("The Foreign Ministers of Ukraine and Denmark, Pavel Orlenko and Mette Lykkegaard, met in Kyiv.", None, {"Pavel Orlenko": "UKR", "Mette Lykkegaard": "DNK"}),
        ("Foreign Ministers Pavel Orlenko (Ukraine) and Mette Lykkegaard (Denmark) met in Kyiv.", None, {"Pavel Orlenko": "UKR", "Mette Lykkegaard": "DNK"}),
        ("The talks were attended by Pavel Orlenko (Ukraine), Mette Lykkegaard (Denmark) and Sindre Halvorsen (Norway).", None, {"Pavel Orlenko": "UKR", "Mette Lykkegaard": "DNK", "Sindre Halvorsen": "NOR"}),
        ("Minister Mette Lykkegaard of Denmark thanked President Pavel Orlenko of Ukraine.", None, {"Pavel Orlenko": "UKR", "Mette Lykkegaard": "DNK"}),
        ("Danish Foreign Minister Mette Lykkegaard visited Ukraine. Lykkegaard met President Pavel Orlenko in Kyiv.", None, {"Pavel Orlenko": "UKR", "Mette Lykkegaard": "DNK"}),
        ("President Pavel Orlenko will visit Denmark at the invitation of Prime Minister Mette Lykkegaard.", "UKR", {"Pavel Orlenko": "UKR", "Mette Lykkegaard": "DNK"}),
        ("At the invitation of Foreign Minister Pavel Orlenko, Danish Foreign Minister Mette Lykkegaard will visit Ukraine.", "UKR", {"Pavel Orlenko": "UKR", "Mette Lykkegaard": "DNK"}),
        ("Foreign Minister Pavel Orlenko met in Copenhagen with Prime Minister Mette Lykkegaard. Ukraine thanks Denmark.", "UKR", {"Pavel Orlenko": "UKR", "Mette Lykkegaard": "DNK"}),
        ("State Secretary Pavel Orlenko hosted Denmark's Mette Lykkegaard, Minister of Trade.", "UKR", {"Pavel Orlenko": "UKR", "Mette Lykkegaard": "DNK"}),
        ("Secretary Walter Penhallow met Danish Foreign Minister Mette Lykkegaard.", "USA", {"Walter Penhallow": "USA", "Mette Lykkegaard": "DNK"}),
        ("The Foreign Secretary spoke to Danish Foreign Minister Mette Lykkegaard.", "GBR", {"Mette Lykkegaard": "DNK"}),
        ("Foreign Minister Pavel Orlenko met his French and German counterparts, Claire Monnier and Friederike von der Aue.", "UKR", {"Pavel Orlenko": "UKR", "Claire Monnier": "FRA", "Friederike von der Aue": "DEU"}),
        ("Foreign Minister Prof. Pavel Orlenko met Lt. Gen. Lars Lykkegaard of Denmark.", "UKR", {"Pavel Orlenko": "UKR", "Lars Lykkegaard": "DNK"}),
        ("Foreign Minister Pavel Orlenko, who is on a visit to Denmark, called on Prime Minister Mette Lykkegaard. The Danish side thanked him.", "UKR", {"Pavel Orlenko": "UKR", "Mette Lykkegaard": "DNK"}),
        ("Foreign Minister Pavel Orlenko met his Danish counterpart in Copenhagen. In the afternoon he was received by Prime Minister Mette Lykkegaard.", "UKR", {"Pavel Orlenko": "UKR", "Mette Lykkegaard": "DNK"}),
        ("Admiral Pavel Orlenko met Col. Lars Lykkegaard of Denmark and Maj. Gen. Tom Harcourt of New Zealand.", "UKR", {"Pavel Orlenko": "UKR", "Lars Lykkegaard": "DNK", "Tom Harcourt": "NZL"}),
        ("King Nayef II received Chad's President Idriss Mahamoud.", "JOR", {"Nayef II": "JOR", "Idriss Mahamoud": "TCD"}),
    ],
)  # fmt: skip
def test_whose_officials_they_are(text, home, want):
    assert cast(text, home) == want


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("British Foreign Minister Jordan Ellwood met the delegation.", "Jordan Ellwood", "GBR"),
        ("U.S. Ambassador Chad Whitlock met the delegation.", "Chad Whitlock", "USA"),
        ("Uruguayan Foreign Minister Santiago Ibarra met the delegation.", "Santiago Ibarra", "URY"),
        ("Irish Foreign Minister Kieran Ireland met the delegation.", "Kieran Ireland", "IRL"),
        ("Spanish Foreign Minister Paloma Córdoba met the delegation.", "Paloma Córdoba", "ESP"),
        ("U.S. Special Envoy Austin Whitlock met the delegation.", "Austin Whitlock", "USA"),
        ("Brazilian Foreign Minister Israel Furtado met the delegation.", "Israel Furtado", "BRA"),
        ("U.S. Deputy Secretary of State Georgia Whitlock met the delegation.", "Georgia Whitlock", "USA"),
        ("Dutch Foreign Minister Sydney van den Hoek met the delegation.", "Sydney van den Hoek", "NLD"),
        ("Mexican President Rosario Ibarra met the delegation.", "Rosario Ibarra", "MEX"),
        ("British Trade Minister Jack London met the delegation.", "Jack London", "GBR"),
        ("U.S. Secretary of Defense Harvey Washington met the delegation.", "Harvey Washington", "USA"),
    ],
)
def test_names_that_are_places_too(text, name, country):
    assert cast(text) == {name: country}


def test_a_place_after_a_title_is_a_place():
    text = "The foreign ministers of Chad and Jordan met in Santiago on Tuesday. Jordan thanked Chad."
    assert cast(text) == {}
    assert parties(text, "Jordan thanked") == ("JOR",)
    assert parties(text, "Chad", nth=1) == ("TCD",)


def test_a_surname_that_is_a_place_is_the_person_later_on():
    text = "British Foreign Minister Jordan Ellwood met Egyptian Foreign Minister Tamer Raouf. Ellwood thanked him."
    assert person(text, "Ellwood thanked") == ["Jordan Ellwood"]


@pytest.mark.parametrize(
    "place",
    [
        "Jordan Valley",
        "Chad Basin",
        "Washington Post",
        "London School of Economics",
        "Paris Agreement",
        "Niger Delta",
        "South China Sea",
        "New Delhi Declaration",
        "Beijing Olympics",
        "Addis Ababa Action Agenda",
        "Kigali Amendment",
        "Geneva Conventions",
        "Tokyo Stock Exchange",
        "Vienna Convention",
        "Paris Club",
        "Baghdad University",
    ],
)
def test_names_that_hold_a_place_are_no_state(place):
    text = f"Norwegian Foreign Minister Sindre Halvorsen spoke of the {place} with Danish Minister Mette Lykkegaard."
    found = mention(text, place)
    assert found is None or found.kind in ("city", "organisation")


@pytest.mark.parametrize(
    ("text", "words", "want"),
    [
        ("Beijing welcomes the decision. Norway does too.", "Beijing", ("CHN",)),
        ("The Kremlin welcomes the decision. Norway does too.", "Kremlin", ("RUS",)),
        ("Downing Street welcomes the decision. Norway does too.", "Downing Street", ("GBR",)),
        ("The White House welcomes the decision. Norway does too.", "White House", ("USA",)),
        ("The Elysee welcomes the decision. Norway does too.", "Elysee", ("FRA",)),
        ("Brussels welcomes the decision. Norway does too.", "Brussels", ("EU",)),
        ("Ties between Oslo and Beijing are good.", "Beijing", ("CHN",)),
        ("Zhongnanhai welcomes the decision. Norway does too.", "Zhongnanhai", ("CHN",)),
        ("The Blue House welcomes the decision. Norway does too.", "Blue House", ("KOR",)),
        ("The State Department welcomes the decision. Norway does too.", "State Department", ("USA",)),
        ("The Pentagon welcomes the decision. Norway does too.", "Pentagon", ("USA",)),
        ("Whitehall welcomes the decision. Norway does too.", "Whitehall", ("GBR",)),
        ("Foggy Bottom welcomes the decision. Norway does too.", "Foggy Bottom", ("USA",)),
        ("The Quai d'Orsay welcomes the decision. Norway does too.", "Quai d'Orsay", ("FRA",)),
        ("Pyongyang rejects the decision. Norway does not.", "Pyongyang", ("PRK",)),
        ("The Norwegian side welcomes the decision.", "Norwegian side", ("NOR",)),
        ("The Government of Norway welcomes the decision.", "Government of Norway", ("NOR",)),
        ("The Norwegian Foreign Ministry welcomes the decision.", "Norwegian Foreign Ministry", ("NOR",)),
        ("Norway's Ministry of Foreign Affairs welcomes the decision.", "Norway", ("NOR",)),
        ("The Ministry of Foreign Affairs of Norway welcomes the decision.", "Norway", ("NOR",)),
        ("The CPV welcomes the decision of the Lao party.", "CPV", ("VNM",)),
        ("The Communist Party of Vietnam welcomes the decision.", "Communist Party of Vietnam", ("VNM",)),
        ("The CPC welcomes the decision of the CPV.", "CPC", ("CHN",)),
        ("The ANC welcomes the decision of China.", "ANC", ("ZAF",)),
        ("SWAPO welcomes the decision of China.", "SWAPO", ("NAM",)),
        ("The Lao People's Revolutionary Party welcomes the decision of China.", "Lao People's Revolutionary Party", ("LAO",)),
        ("The ROK welcomes the decision of the DPRK.", "ROK", ("KOR",)),
        ("The ROK welcomes the decision of the DPRK.", "DPRK", ("PRK",)),
        ("The UAE welcomes the decision of the KSA.", "UAE", ("ARE",)),
        ("The UAE welcomes the decision of the KSA.", "KSA", ("SAU",)),
        ("The European Union welcomes the decision of Norway.", "European Union", ("EU",)),
        ("The European Commission welcomes the decision of Norway.", "European Commission", ("EU",)),
        ("The Alliance and NATO welcome the decision of Norway.", "NATO", ("NATO",)),
        ("The Czech Republic welcomes the decision of Norway.", "Czech Republic", ("CZE",)),
        ("Myanmar welcomes the decision of Norway.", "Myanmar", ("MMR",)),
        ("Burma welcomes the decision of Norway.", "Burma", ("MMR",)),
        ("Yugoslavia welcomes the decision of Norway.", "Yugoslavia", ("YUG",)),
        ("The Soviet Union welcomes the decision of Norway.", "Soviet Union", ("SUN",)),
        ("Viet Nam welcomes the decision of Norway.", "Viet Nam", ("VNM",)),
        ("Việt Nam welcomes the decision of Norway.", "Việt Nam", ("VNM",)),
        ("Eswatini welcomes the decision of Norway.", "Eswatini", ("SWZ",)),
        ("Turkiye welcomes the decision of Norway.", "Turkiye", ("TUR",)),
        ("The Holy See welcomes the decision of Norway.", "Holy See", ("VAT",)),
        ("The Palestinian Authority welcomes the decision of Norway.", "Palestinian Authority", ("PSE",)),
        ("Kosovo welcomes the decision of Norway.", "Kosovo", ("XKX",)),
        ("The Republic of Congo welcomes the decision of Norway.", "Republic of Congo", ("COG",)),
        ("The DRC welcomes the decision of Norway.", "DRC", ("COD",)),
    ],
)  # fmt: skip
def test_words_for_a_state(text, words, want):
    assert parties(text, words) == want


@pytest.mark.parametrize(
    "text",
    [
        "The talks were held in Beijing between Norway and Denmark.",
        "The Norwegian minister arrived in Beijing on Monday.",
        "The Norwegian minister will travel to Beijing on Monday.",
        "The Norwegian minister left Beijing on Monday.",
        "The Beijing-based diplomat of Norway attended.",
        "The Norwegian embassy in Beijing attended.",
        "On his return from Beijing the Norwegian minister spoke.",
        "The Norwegian minister visited Shanghai and Beijing.",
    ],
)
def test_a_capital_as_a_place(text):
    found = mention(text, "Beijing")
    assert found is None or found.kind == "city"


PAIR = "Norwegian Foreign Minister Sindre Halvorsen held talks with Danish Foreign Minister Mette Lykkegaard in Oslo. "


@pytest.mark.parametrize(
    "words",
    [
        "The two sides",
        "Both sides",
        "The two ministers",
        "Both countries",
        "The two countries",
        "The parties",
        "The sides",
        "The two foreign ministers",
        "The two governments",
        "The two delegations",
        "The interlocutors",
        "Both parties",
        "The two neighbours",
        "They",
        "Both",
        "The two Foreign Ministers",
        "Both delegations",
        "The officials",
        "The two states",
        "The two nations",
        "The diplomats",
        "The chief diplomats",
        "The pair",
        "The two",
        "The two top diplomats",
        "The Ministers",
    ],
)
def test_the_two_sides(words):
    text = PAIR + words + " agreed to build a bridge."
    assert sorted(parties(text, words + " agreed") or ()) == ["DNK", "NOR"]


@pytest.mark.parametrize(
    ("tail", "words", "name"),
    [
        ("He thanked his host.", "He", "Sindre Halvorsen"),
        ("She thanked her host.", "She", "Mette Lykkegaard"),
        ("Lykkegaard thanked her host.", "Lykkegaard thanked", "Mette Lykkegaard"),
        ("Minister Lykkegaard thanked her host.", "Minister Lykkegaard", "Mette Lykkegaard"),
        ("Ms. Lykkegaard thanked her host.", "Ms. Lykkegaard", "Mette Lykkegaard"),
        ("FM Lykkegaard thanked her host.", "FM Lykkegaard", "Mette Lykkegaard"),
        ("The Danish minister thanked her host.", "Danish minister thanked", "Mette Lykkegaard"),
        ("The Danish Foreign Minister thanked her host.", "The Danish Foreign Minister", "Mette Lykkegaard"),
        ("The foreign minister of Denmark thanked her host.", "foreign minister of Denmark", "Mette Lykkegaard"),
        ("The Danish top diplomat thanked her host.", "The Danish top diplomat", "Mette Lykkegaard"),
        ("The Danish diplomat thanked her host.", "The Danish diplomat", "Mette Lykkegaard"),
        ("The latter thanked her host.", "The latter", "Mette Lykkegaard"),
        ("For her part, the Danish guest thanked her host.", "Danish guest", "Mette Lykkegaard"),
        ("The visiting minister thanked her host.", "The visiting minister", "Mette Lykkegaard"),
        ("The visiting Danish minister thanked her host.", "The visiting Danish minister", "Mette Lykkegaard"),
        ("The guest thanked her host.", "The guest", "Mette Lykkegaard"),
        ("The host welcomed his guest.", "The host", "Sindre Halvorsen"),
        ("The Norwegian minister welcomed his guest.", "The Norwegian minister", "Sindre Halvorsen"),
        ("His Danish counterpart thanked him.", "His Danish counterpart", "Mette Lykkegaard"),
        ("Halvorsen thanked his counterpart.", "his counterpart", "Mette Lykkegaard"),
        ("Mette Lykkegaard thanked her Norwegian colleague.", "her Norwegian colleague", "Sindre Halvorsen"),
        ("Mette Lykkegaard thanked her Norwegian opposite number.", "her Norwegian opposite number", "Sindre Halvorsen"),
    ],
)  # fmt: skip
def test_who_is_meant_of_two(tail, words, name):
    assert person(PAIR + tail, words, "NOR") == [name]


WOMEN = "Norwegian Foreign Minister Ingrid Halvorsen received Danish Foreign Minister Mette Lykkegaard in Oslo. "


@pytest.mark.parametrize(
    ("tail", "nth", "name"),
    [
        ("Halvorsen welcomed the plan. She praised the bridge.", 0, "Ingrid Halvorsen"),
        ("Lykkegaard welcomed the plan. She praised the bridge.", 0, "Mette Lykkegaard"),
        (
            "Lykkegaard welcomed the plan. She praised the bridge. Halvorsen thanked her. She praised the ferry.",
            1,
            "Ingrid Halvorsen",
        ),
        ("Halvorsen told Lykkegaard that the bridge is open. She praised the builders.", 0, "Ingrid Halvorsen"),
        ("“The bridge is open,” Lykkegaard said. She praised the builders.", 0, "Mette Lykkegaard"),
    ],
)
def test_two_women(tail, nth, name):
    assert person(WOMEN + tail, "She", nth=nth) == [name]


def test_three_sides():
    text = (
        "The foreign ministers of Norway, Denmark and Finland met in Oslo. Norway's Sindre Halvorsen chaired. "
        "The three countries agreed to build a bridge. The three ministers will meet in Helsinki."
    )
    assert sorted(parties(text, "The three countries")) == ["DNK", "FIN", "NOR"]
    assert sorted(parties(text, "The three ministers")) == ["DNK", "FIN", "NOR"]


def test_four_sides():
    text = "Leaders of Kenya, Uganda, Rwanda and Burundi met in Arusha. The four countries agreed to build a railway."
    assert sorted(parties(text, "The four countries")) == ["BDI", "KEN", "RWA", "UGA"]


def test_all_parties_to_a_conflict_are_not_the_two():
    text = PAIR + "They called on all parties to lay down arms in Sudan."
    assert mention(text, "all parties").kind == "third"


@pytest.mark.parametrize(
    ("text", "words", "home", "want"),
    [
        ("His Majesty King Nayef II received Egyptian Foreign Minister Tamer Raouf in Amman. His Majesty thanked Egypt.", "His Majesty thanked", "JOR", ["Nayef II"]),
        ("His Majesty the King received Egyptian Foreign Minister Tamer Raouf. His Excellency thanked the Kingdom.", "His Excellency", "JOR", ["Tamer Raouf"]),
        ("HRH the Crown Prince Turki bin Nasser received Egyptian President Tamer Raouf. HRH the Crown Prince welcomed him.", "HRH the Crown Prince welcomed", "SAU", ["Turki bin Nasser"]),
        ("The President received Danish Foreign Minister Mette Lykkegaard. Earlier President Pavel Orlenko had been in Odesa.", "The President received", "UKR", ["Pavel Orlenko"]),
        ("Prime Minister Pavel Orlenko met Danish Prime Minister Mette Lykkegaard. The Prime Minister thanked Denmark.", "The Prime Minister thanked", "UKR", ["Pavel Orlenko"]),
        ("EAM Anand Pillai met Danish Foreign Minister Mette Lykkegaard. EAM thanked Denmark.", "EAM thanked", "IND", ["Anand Pillai"]),
    ],
)  # fmt: skip
def test_titles_alone(text, words, home, want):
    assert person(text, words, home) == want


@pytest.mark.parametrize(
    ("text", "words", "home", "want"),
    [
        ("Saudi Foreign Minister Prince Turki bin Nasser met Egyptian Foreign Minister Tamer Raouf. He thanked the Kingdom for its support.", "the Kingdom", "SAU", ("SAU",)),
        ("The Sultanate welcomes the decision of Egypt.", "The Sultanate", "OMN", ("OMN",)),
        ("Egyptian Foreign Minister Tamer Raouf said that his country welcomes the decision of Oman.", "his country", None, ("EGY",)),
        ("Egyptian Foreign Minister Tamer Raouf met Danish Foreign Minister Mette Lykkegaard. She said that her government welcomes the decision.", "her government", None, ("DNK",)),
        ("Danish Foreign Minister Mette Lykkegaard visited Cairo. \"My country thanks Egypt,\" she said.", "My country", None, ("DNK",)),
        ("Danish Foreign Minister Mette Lykkegaard visited Cairo. \"We thank Egypt,\" she said.", "We", None, ("DNK",)),
        ("Danish Foreign Minister Mette Lykkegaard visited Cairo. “We thank Egypt,” said Lykkegaard.", "We", None, ("DNK",)),
        ("A Foreign Ministry spokesperson said that Norway rejects the decision of Denmark.", "Norway", "NOR", ("NOR",)),
        ("A senior Danish official said that the talks with Norway were good.", "Danish official", None, ("DNK",)),
        ("Danish officials said that the talks with Norway were good.", "Danish officials", None, ("DNK",)),
        ("The Danish delegation said that the talks with Norway were good.", "Danish delegation", None, ("DNK",)),
        ("The ambassador of Denmark said that the talks with Norway were good.", "ambassador of Denmark", None, ("DNK",)),
        ("The Danish ambassador to Norway said that the talks were good.", "Danish ambassador", None, ("DNK",)),
        ("The Danish Ambassador in Oslo said that the talks were good.", "Danish Ambassador", None, ("DNK",)),
        ("The EU ambassador to Norway said that the talks were good.", "EU ambassador", None, ("EU",)),
        ("The Danish Parliament Speaker said that the talks with Norway were good.", "Danish Parliament", None, ("DNK",)),
    ],
)  # fmt: skip
def test_whose_word_it_is(text, words, home, want):
    assert parties(text, words, home) == want


@pytest.mark.parametrize(
    ("text", "home", "want"),
    [
        (PAIR, None, {"NOR", "DNK"}),
        ("Foreign Minister Sindre Halvorsen met Danish Foreign Minister Mette Lykkegaard.\n\nThey discussed Ukraine, Russia and China. Russia attacked Ukraine.", "NOR", {"NOR", "DNK"}),
        ("EU High Representative Marta Brandstätter met Norwegian Foreign Minister Sindre Halvorsen. The EU and Norway are partners.", None, {"NOR", "EU"}),
        ("President Shen Wei met Norwegian Prime Minister Sindre Halvorsen in Beijing. China will import fish. Norway supports the one-China policy.", "CHN", {"NOR", "CHN"}),
        ("The fifth ASEAN-China meeting was held. ASEAN and China agreed to meet.", None, {"ASEAN", "CHN"}),
    ],
)  # fmt: skip
def test_sides(text, home, want):
    assert set(scene(text, home).sides) == want


def test_home_is_told_by_the_agency():
    text = "OSLO, May 3 (KUNA) -- Foreign Minister Sheikh Hamad Al-Marzouq met Norwegian Foreign Minister Sindre Halvorsen."
    assert scene(text).home == "KWT"
    assert cast(text) == {"Hamad Al-Marzouq": "KWT", "Sindre Halvorsen": "NOR"}


@pytest.mark.parametrize(
    ("line", "home"),
    [
        ("BEIJING, May 20 (Xinhua) -- ", "CHN"), ("Hanoi (VNA) – ", "VNM"), ("MOSCOW, September 12. /TASS/. ", "RUS"), ("ABU DHABI, 4th November, 2020 (WAM) -- ", "ARE"), ("Riyadh, March 28, 2023, SPA -- ", "SAU"),
        ("ISLAMABAD, May 3 (APP): ", "PAK"), ("New Delhi, May 3 (ANI): ", "IND"), ("TOKYO, Aug. 9 (Kyodo) -- ", "JPN"), ("DOHA, July 14 (QNA) - ", "QAT"), ("KUALA LUMPUR, June 2 (Bernama) -- ", "MYS"), ("KYIV. October 11 (Ukrinform). ", "UKR"),
        ("ANKARA, June 2 (AA) - ", "TUR"), ("PYONGYANG, June 2 (KCNA) -- ", "PRK"), ("Baku, June 2, AZERTAC ", "AZE"), ("ASTANA. KAZINFORM - ", "KAZ"), ("Havana, May 3 (Prensa Latina) ", "CUB"), ("(ANSA) - ROME, MAY 3 - ", "ITA"), ("Jeddah, SPA -- ", "SAU"),
    ],
)  # fmt: skip
def test_home_of_agencies(line, home):
    text = (
        line
        + "Foreign Minister Ana Orlenko met Danish Foreign Minister Mette Lykkegaard. They agreed to build a bridge."
    )
    assert scene(text, title="Ministers meet").home == home
    assert cast(text).get("Mette Lykkegaard") == "DNK"


@pytest.mark.parametrize(
    "words",
    [
        "Foreign Desk",
        "Prime Minister's Office",
        "President of the Republic",
        "Foreign Ministry Division",
        "Minister of State",
        "Security Council",
        "General Assembly",
        "Human Rights Council",
        "Joint Commission",
        "King Abdullah Port",
        "President Hotel",
        "Prince Sultan Air Base",
        "Governor House",
        "Queen Alia Airport",
        "Prime Minister Abe's house",
    ],
)
def test_what_is_no_person(words):
    text = f"Norwegian Foreign Minister Sindre Halvorsen visited the {words} with Danish Minister Mette Lykkegaard."
    assert set(cast(text)) <= {"Sindre Halvorsen", "Mette Lykkegaard", "Abe"}


def test_one_person_by_many_names():
    text = (
        "Danish Foreign Minister Mette Sofie Lykkegaard visited Oslo. Minister Lykkegaard met the press. FM Mette Lykkegaard said that Denmark is glad. "
        "M. S. Lykkegaard then left. Lykkegaard's visit was the first."
    )
    assert cast(text) == {"Mette Sofie Lykkegaard": "DNK"}


@pytest.mark.parametrize(
    ("full", "short"),
    [
        ("Vietnamese Prime Minister Trinh Cong Lap", "Prime Minister Lap"), ("Vietnamese Prime Minister Trinh Cong Lap", "PM Trinh Cong Lap"), ("Chinese President Shen Guangyi", "Shen"), ("Chinese President Shen Guangyi", "President Shen"),
        ("South Korean Foreign Minister Bae Chang-ho", "Minister Bae"), ("Mexican Foreign Secretary Rodrigo Ibarra de la Peña", "Ibarra"), ("Saudi Foreign Minister Prince Turki bin Nasser bin Abdulaziz", "Prince Turki"),
        ("Omani Foreign Minister Sayyid Hilal bin Saud Al Rawahi", "Al Rawahi"), ("Omani Foreign Minister Sayyid Hilal bin Saud Al-Rawahi", "Al-Rawahi"), ("Dutch Prime Minister Pieter van den Hoek", "Van den Hoek"), ("Dutch Prime Minister Pieter van den Hoek", "Prime Minister van den Hoek"),
        ("German Chancellor Friederike von der Aue", "von der Aue"), ("Japanese Foreign Minister HAYAMA Kenji", "Foreign Minister Hayama"), ("Japanese Foreign Minister HAYAMA Kenji", "Minister HAYAMA"), ("Irish Foreign Minister Aoife O'Hanlon", "O'Hanlon"), ("Irish Foreign Minister Aoife O’Hanlon", "O'Hanlon"),
        ("Algerian President Abdelkrim Ould Saïdi", "Ould Saïdi"), ("Kazakh President Yerlan-Zhomart Abdrakhmanov", "Abdrakhmanov"), ("Turkish Foreign Minister Çağlar Özdağlı", "Özdağlı"), ("Brazilian Foreign Minister João dos Reis Furtado", "Furtado"), ("Indonesian Foreign Minister Sugito", "Sugito"),
        ("Myanmar Foreign Minister U Myat Kyaw", "U Myat Kyaw"), ("Indian Prime Minister Shri Anand Pillai", "Shri Pillai"), ("Ethiopian Prime Minister Getachew Bekele", "Prime Minister Getachew"), ("Fijian Prime Minister Ratu Semi Cakau", "Prime Minister Cakau"),
        ("Russian President V. P. Sukhorukov", "Vladimir Sukhorukov"), ("Hungarian Foreign Minister Bálint Szőke", "Balint Szoke"),
    ],
)  # fmt: skip
def test_the_same_person_by_a_shorter_name(full, short):
    text = f"{full} met Norwegian Foreign Minister Sindre Halvorsen. {short} praised the bridge."
    found = mention(text, f"{short} praised")
    assert found is not None
    assert len(scene(text).cast) == 2
    assert [p.country for p in found.persons] == [next(p.country for p in scene(text).cast if p.country != "NOR")]


def test_two_people_of_one_surname():
    text = "Vietnamese President Nguyen Hai Son met Vietnamese Prime Minister Nguyen Ba Thanh. President Nguyen Hai Son then received Lao President Khamphan Sisouk."
    assert set(cast(text)) == {"Nguyen Hai Son", "Nguyen Ba Thanh", "Khamphan Sisouk"}


def test_mentions_are_sorted_and_do_not_overlap():
    text = (
        PAIR
        + "They agreed. The two sides, the Danish minister said, will build a bridge for the Kingdom of Norway and her country."
    )
    found = scene(text).mentions
    assert all(a.end <= b.start for a, b in pairwise(found))


def test_a_text_without_people():
    assert cast("It rained in the morning.") == {}
    assert scene("It rained in the morning.").sides == ()


def test_the_same_every_time():
    text = PAIR + "They agreed. She thanked him."
    one, two = (analyse(Report(text=text, path="a.txt")) for _ in range(2))
    assert [(m.start, m.end, m.kind, m.parties) for m in one.mentions] == [
        (m.start, m.end, m.kind, m.parties) for m in two.mentions
    ]


def test_a_portfolio_in_brackets_lies_between_title_and_name():
    text = "The delegation was led by Director General (Americas) Ilse Vantongeren. She thanked the hosts."
    assert cast(text, "BEL") == {"Ilse Vantongeren": "BEL"}


def test_a_bare_deputy_title_means_the_deputy_named():
    text = (
        "Deputy Foreign Minister Jaan Kask met Ambassador Ada Okafor of Nigeria. The Deputy Minister praised the fair."
    )
    assert person(text, "The Deputy Minister", "EST") == ["Jaan Kask"]


def test_two_men_are_the_two_sides():
    text = "Foreign Minister Jaan Kask met Foreign Minister Obi Okafor of Nigeria. The two men agreed to meet again."
    assert set(parties(text, "The two men", "EST")) == {"EST", "NGA"}


def test_a_state_is_called_brotherly_inside_a_title():
    text = "The Crown Prince received the Prime Minister of the sisterly Republic of Iraq, Laith Al-Rumi, and his delegation."
    assert cast(text, "KWT") == {"Laith Al-Rumi": "IRQ"}


def test_a_portfolio_of_several_words_is_nobody():
    text = "The session was attended by the Minister of Electricity, Water and Renewable Energy, Hala Al-Ruwaished."
    assert cast(text, "KWT") == {"Hala Al-Ruwaished": "KWT"}


def test_a_headline_all_in_capitals_names_nobody_that_the_body_does_not_know():
    body = (
        "LIMA, May 4 - President Ada Okafor of Peru met Foreign Minister Sten Falk of Norway. Okafor thanked Norway.\n"
    )
    for headline in ("Minister Brings Cod, Larger Fish Quota to Lima", "President Okafor Wins Home Larger Fish Quota"):
        assert set(cast(f"{headline}\n\n{body}")) == {"Ada Okafor", "Sten Falk"}
    full = "President Ada Okafor Thanks Norway for Fish\n\nLIMA, May 4 - President Okafor of Peru thanked Norway.\n"
    assert set(cast(full)) == {"Ada Okafor"}, "a full name that only the headline has is kept"
