"""Where sides stand, given right statements; every sentence is ours, [ ] marks the statement in it.

A row: the text, the act, holders and (after ``>``) addressees of the statement, the positions expected.
"""

import pytest

from communique import Reader
from communique.knowledge import load_codebook
from communique.read.analyse import analyse
from communique.read.draft import Draft
from communique.read.positions import positions
from communique.records import Report


def read(marked: str, statement: str) -> list[Draft]:
    """The positions of a text with one statement, given as ``act HOLDER/HOLDER > ADDRESSEE``, or none."""
    start, end = marked.find("["), marked.find("]") - 1
    text = marked.replace("[", "", 1).replace("]", "", 1)
    codebook = load_codebook()
    drafts = []
    if statement:
        head, _, addressees = statement.partition(" > ")
        act, holders = head.split()
        fields = {"act": act, "holders": holders.split("/"), "addressees": addressees.split("/") if addressees else []}
        drafts.append(Draft("statement", fields, [(start, end)], ["acts.yaml/test"]))
    return positions(analyse(Report(text=text), codebook), drafts, codebook)


def told(marked: str, statement: str) -> set[str]:
    """As ``KAZ one-china`` for support, ``KAZ -terrorism`` for opposition."""
    signs = {"support": "", "oppose": "-"}
    return {f"{d.fields['holder']} {signs[d.fields['stance']]}{d.fields['issue']}" for d in read(marked, statement)}


CHINA = [
    ("[Kenya abides by the one-China principle].", "support KEN > CHN", "KEN one-china"),
    ("The minister stressed that [Nepal does not support “Taiwan independence”].", "oppose NPL", "NPL -taiwan-independence"),
    ("[Fiji holds that Taiwan is an inalienable part of China's territory].", "support FJI", "FJI one-china"),
    ("[There is but one China], the envoy said.", "assess CHN", "CHN one-china"),
    ("[The Premier thanked Serbia for its unwavering support on matters of China's core interests].",
     "appreciate CHN > SRB", "SRB core-interests"),
    ("[China appreciates Serbia's firm adherence to the one-China principle].", "appreciate CHN > SRB", "SRB one-china"),
    ("[China appreciates that Serbia firmly adheres to the one-China principle].", "appreciate CHN > SRB", "SRB one-china"),
    ("[China commended Mali's adherence to the one-China principle and its opposition to “Taiwan independence”].",
     "appreciate CHN > MLI", "MLI one-china, MLI -taiwan-independence"),
    ("[China values Mali's support for China's opposition to “Taiwan independence”].", "appreciate CHN > MLI",
     "MLI -taiwan-independence, CHN -taiwan-independence"),
    ("[Russia supports China's efforts to ensure the reunification of the country].", "support RUS > CHN",
     "RUS china-reunification"),
    ("[Mali supports China's position on issues relating to Taiwan, Hong Kong and Xinjiang].", "support MLI > CHN",
     "MLI one-china, MLI hong-kong, MLI xinjiang"),
    ("[Mali regards matters of Hong Kong and Xizang as internal affairs of China].", "support MLI > CHN",
     "MLI hong-kong, MLI xizang"),
    ("[Canada voiced concern over human rights in Xinjiang and Hong Kong].", "complain CAN > CHN", ""),
    ("[Japan reiterated the importance of peace and stability across the Taiwan Strait].", "support JPN",
     "JPN taiwan-status-quo"),
    ("[We oppose any unilateral change to the status quo across the Taiwan Strait].", "oppose AUS/GBR",
     "AUS taiwan-status-quo, GBR taiwan-status-quo"),
    ("[Mali backs the three global initiatives of the Chinese President].", "support MLI", "MLI gdi, MLI gsi, MLI gci"),
    ("[Mali commended the Global Development Initiative].", "appreciate MLI > CHN", "MLI gdi"),
    ("[The two sides will build a China-Mali community with a shared future].", "agree CHN/MLI",
     "CHN shared-future, MLI shared-future"),
    ("[He recalled the building of a China-Mali community with a shared future in 2019].", "assess CHN", ""),
    ("[The minister attended the Belt and Road Forum].", "assess KEN", ""),
    ("[The President will attend the Belt and Road Forum in May].", "pledge KEN", ""),
    ("[Kenya is ready to take part in Belt and Road cooperation].", "pledge KEN", "KEN belt-and-road"),
    ("[China hopes that Nepal will go on supporting its core interests].", "request CHN > NPL", ""),
    ("[China will support Mali in safeguarding its sovereignty and opposing interference in its internal affairs].",
     "pledge CHN > MLI", "CHN non-interference"),
]  # fmt: skip

SOVEREIGNTY = [
    ("[Both reaffirmed support for the sovereignty and territorial integrity of Georgia and of Moldova].",
     "support USA/EST",
     ", ".join(f"{side} territorial-integrity:{state}" for side in ("USA", "EST") for state in ("GEO", "MDA"))),
    ("[China supports Mali in upholding its sovereignty and territorial integrity].", "support CHN > MLI",
     "CHN territorial-integrity:MLI"),
    ("[Laos and Cuba support each other's sovereignty and territorial integrity].", "support LAO/CUB",
     "LAO territorial-integrity:CUB, CUB territorial-integrity:LAO"),
    ("[They stressed respect for the territorial integrity of all states].", "support BRA/ZAF", ""),
    ("[Ukraine's territorial integrity must be respected].", "assess DEU", "DEU territorial-integrity:UKR"),
    ("[Borders must not be changed by force].", "propose DEU", "DEU -status-quo-change-by-force"),
    ("[Both strongly opposed unilateral attempts to change the status quo by force in the East China Sea].",
     "oppose JPN/GBR", "JPN -status-quo-change-by-force, GBR -status-quo-change-by-force"),
    ("[The minister condemned the interference in Kenya's internal affairs].", "complain KEN", ""),
    ("[They reaffirmed the principle of non-interference in internal affairs].", "support ARE/OMN",
     "ARE non-interference, OMN non-interference"),
    ("[The Prime Minister reiterated Israel's right to defend itself].", "support GBR", "GBR self-defence:ISR"),
    ("[She affirmed support for Egypt's water security].", "support USA > EGY", "USA water-security:EGY"),
    ("[The unity and territorial integrity of Cyprus are not negotiable].", "assess GRC", "GRC territorial-integrity:CYP"),
    ("[reaffirmed Oman's keenness on the unity and stability of Libya].", "pledge OMN", "OMN territorial-integrity:LBY"),
    ("[Both held that attempts to change the status quo by force] cannot be tolerated anywhere.", "support PHL/AUS",
     "AUS -status-quo-change-by-force, PHL -status-quo-change-by-force"),
    ("[Oman rejected any attempt to change the historic and legal status quo of the holy sites].", "oppose OMN", ""),
]  # fmt: skip

ORDER = [
    ("[Brazil supports India's bid for a permanent seat on the Security Council].", "support BRA > IND",
     "BRA unsc-permanent-seat:IND"),
    ("[Both sides called for early reform of the UN Security Council].", "propose IND/BRA",
     "IND unsc-reform, BRA unsc-reform"),
    ("[Canada reiterated its commitment to a rules-based international order].", "support CAN", "CAN rules-based-order"),
    ("[Peace has to rest on the UN Charter].", "assess NOR", "NOR un-charter"),
    ("[Kenya will uphold multilateralism and the purposes of the Charter of the United Nations].", "pledge KEN",
     "KEN multilateralism, KEN un-charter"),
    ("[Both rejected protectionism].", "oppose CHL/SGP", "CHL free-trade, SGP free-trade"),
    ("[They will conclude a free trade agreement].", "agree CHL/SGP", ""),
    ("[Cuba rejects unilateral coercive measures].", "oppose CUB", "CUB -unilateral-sanctions"),
    ("[They recommitted to the Paris Agreement and remain committed to the Paris Agreement].", "support FRA",
     "FRA climate-paris"),
    ("[Both strongly condemned terrorism in all its forms].", "oppose IND/FRA", "IND -terrorism, FRA -terrorism"),
    ("[They agreed to combat terrorism together].", "agree IND/FRA", "IND -terrorism, FRA -terrorism"),
    ("[They agreed to hold counter-terrorism consultations].", "agree IND/FRA", ""),
    ("[They rejected the extraterritorial application of laws].", "oppose PER/CHL", "CHL -unilateral-sanctions, PER -unilateral-sanctions"),
    ("They spoke of reforming the Security Council. [Chile reiterated its backing for the aspiration of India to a permanent seat].",
     "support CHL > IND", "CHL unsc-permanent-seat:IND"),
    ("[Costa Rica would remain carbon neutral].", "assess CRI", "CRI climate-action"),
]  # fmt: skip

REGIONS = [
    ("[They called for a durable truce in Gaza].", "propose EGY", "EGY ceasefire:PSE"),
    ("[Kenya backs an immediate ceasefire in Sudan].", "support KEN", "KEN ceasefire:SDN"),
    ("Famine spreads in Sudan. [Both called on the parties to lay down their arms].", "request USA/EGY",
     "USA ceasefire:SDN, EGY ceasefire:SDN"),
    ("[The President welcomed Egypt's efforts for a truce in Gaza].", "appreciate KEN > EGY", ""),
    ("[They voiced concern over violations of the ceasefire in Lebanon].", "complain FRA", ""),
    ("[The two-state solution remains the only road to peace].", "assess NOR", "NOR two-state-solution"),
    ("[The minister did not rule out recognising a Palestinian state].", "assess GBR", ""),
    ("[He affirmed support for the rights of the Palestinian people and the establishment of their independent state].",
     "support OMN", "OMN two-state-solution"),
    ("[He stressed the need for an independent Palestinian state].", "propose SAU", "SAU two-state-solution"),
    ("[They rejected any displacement of Palestinians from their land].", "oppose EGY", "EGY -palestinian-displacement"),
    ("[They condemned Israeli settlement expansion in the West Bank].", "oppose QAT", "QAT -israeli-settlements"),
    ("[They reaffirmed freedom of navigation in accordance with UNCLOS].", "support VNM",
     "VNM freedom-of-navigation, VNM unclos"),
    ("[They urged early conclusion of a substantive Code of Conduct in the South China Sea].", "propose VNM",
     "VNM south-china-sea-coc"),
    ("[They will promote good conduct of the code of ethics].", "pledge VNM", ""),
    ("[Both will work toward the complete denuclearization of North Korea].", "agree JPN/KOR",
     "JPN denuclearisation:PRK, KOR denuclearisation:PRK"),
    ("[Both will cooperate to realize a free and open Indo-Pacific].", "agree JPN/AUS",
     "JPN indo-pacific-open, AUS indo-pacific-open"),
    ("[Australia supports ASEAN centrality].", "support AUS", "AUS asean-centrality"),
    ("[They reiterated the importance of the Five-Point Consensus].", "support THA", "THA asean-five-point-consensus"),
    ("[They stressed that nuclear weapons must never be used].", "support DEU", "DEU nuclear-non-use"),
    ("[They stressed that Iran must never acquire a nuclear weapon].", "support DEU", "DEU nuclear-nonproliferation"),
    ("[They stressed the denuclearisation of the Korean Peninsula].", "assess MNG", "MNG denuclearisation:PRK"),
    ("[Fiji has always stood for a nuclear-weapon-free Korean Peninsula].", "support FJI", "FJI denuclearisation:PRK"),
    ("[On North Korea they urged the elimination of its weapons of mass destruction].", "request CAN", "CAN denuclearisation:PRK"),
    ("[They underlined the urgency of enlarging the UN Security Council].", "propose KEN", "KEN unsc-reform"),
    ("[They hold that a solution of two states offers the only exit for Israel and Palestine].", "assess CHL", "CHL two-state-solution"),
    ("[Mali thanked Cuba for the steady support of Mali's unity and territorial integrity].", "appreciate MLI > CUB",
     "CUB territorial-integrity:MLI"),
    ("[Mali expressed gratitude to Cuba for its backing of its territorial integrity].", "appreciate MLI > CUB",
     "CUB territorial-integrity:MLI"),
    ("They spoke about Yemen. [They voiced support for the country's unity and sovereignty].", "support OMN/ITA",
     "OMN territorial-integrity:YEM, ITA territorial-integrity:YEM"),
    ("[Norway supports Georgia on its path into the European Union].", "support NOR", "NOR eu-accession:GEO"),
    ("[Fiji prizes its ties with China], firmly abides by the one-China policy and seeks trade.", "assess FJI", "FJI one-china"),
    ("[There is only one party which refuses a ceasefire in Gaza].", "assess NOR", ""),
    ("[On the aggression against Ukraine, he asked India to see to it that the ceasefire be observed].", "request NOR > IND", "NOR ceasefire:UKR"),
    ("On the South China Sea he was hopeful. [He hoped that the parties would conclude a code of conduct].", "propose BRN", "BRN south-china-sea-coc"),
    ("On the South China Sea they were plain. [Brunei wishes to see an effective code of conduct concluded].", "request BRN",
     "BRN south-china-sea-coc"),
    ("[Chile firmly supports Malaysia in upholding its national sovereignty].", "support CHL > MYS",
     "CHL territorial-integrity:MYS"),
    ("[Chile supports Malaysia in safeguarding its maritime entitlements].", "support CHL > MYS", "CHL territorial-integrity:MYS"),
    ("The envoy recalled the arbitral award of 2016. [Chile's position on the award has not shifted].", "support CHL",
     "CHL south-china-sea-arbitral-award"),
    ("[She recalled the EU's consistent One China policy].", "assess EU", "EU one-china"),
    ("[They called for an end to unilateral sanctions].", "propose CUB", "CUB -unilateral-sanctions"),
    ("[Fiji insists on an end to Israeli settlements in the West Bank].", "support FJI", "FJI -israeli-settlements"),
    ("[A just peace in the Middle East is only possible through the two-state solution].", "assess FJI", "FJI two-state-solution"),
    ("[The road to peace between Israel and Palestine passes only through the two-state solution].", "assess FJI",
     "FJI two-state-solution"),
    ("[Chile received the award of the chamber of commerce].", "support CHL", ""),
    ("[Norway supports a greater role for Brazil in the Security Council].", "support NOR > BRA", "NOR unsc-permanent-seat:BRA"),
    ("[Norway supports Brazil's aspiration to a larger role in the Security Council].", "support NOR > BRA",
     "NOR unsc-permanent-seat:BRA"),
    ("[Ghana reiterated its call for a more representative Security Council].", "request GHA", "GHA unsc-reform"),
    ("[Only a two-state solution can bring peace to Israelis and Palestinians].", "assess NOR", "NOR two-state-solution"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "statement", "expected"), CHINA + SOVEREIGNTY + ORDER + REGIONS)
def test_words_of_statements(text: str, statement: str, expected: str) -> None:
    assert told(text, statement) == set(filter(None, expected.split(", ")))


@pytest.mark.parametrize(
    ("text", "statement"),
    [
        ("[The minister supports his mother's business].", "support FRA"),
        ("[The minister supports the proposal of the coach].", "support FRA"),
        ("[The President supports the unity of the team and the independence of its coach].", "support KEN"),
        ("[The minister opposes interference by parents in the affairs of the school].", "oppose KEN"),
        ("[The minister will uphold the quality of dairy goods].", "pledge KEN"),
        ("[They agreed to work on the basis of shared values of democracy].", "agree CHL"),
        ("[The Democratic Republic of the Congo supports the plan].", "support COD"),
        ("[The shop sells one china cup and a sea view].", "announce KEN"),
    ],
)
def test_ordinary_words_are_no_position(text: str, statement: str) -> None:
    assert told(text, statement) == set()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The note recalled Hungary's adherence to the one-China principle.", "HUN one-china"),
        ("Kenya supports the two-state solution. The visit lasted three days.", "KEN two-state-solution"),
        ("The two sides discussed Serbia's support for the Belt and Road Initiative.", ""),
        ("They met students who support a ceasefire in Gaza.", ""),
        ("The two-state solution was the subject of a lecture.", ""),
    ],
)
def test_words_outside_statements_need_somebody_named(text: str, expected: str) -> None:
    assert told(text, "") == set(filter(None, [expected]))


def test_every_position_has_words_and_rules() -> None:
    text = "[Kenya firmly adheres to the one-China principle] and likes tea. Kenya adheres to the one-China principle."
    drafts = read(text, "support KEN")
    assert len(drafts) == 1
    (start, end), plain = drafts[0].spans[0], text.replace("[", "").replace("]", "")
    assert plain[start:end] == "Kenya firmly adheres to the one-China principle"
    assert drafts[0].rule == ["issues.yaml/one-china", "attitudes.yaml/adhere"]


def test_a_report_without_issues_has_none() -> None:
    assert read("", "") == []
    assert read("🙂 Nothing here.", "") == []


@pytest.mark.parametrize(
    "said",
    [
        "She denounced the blockade as a flagrant violation of the Charter of the United Nations.",
        "She condemned the strikes, which violate the United Nations Charter.",
    ],
)
def test_who_condemns_a_harm_holds_to_what_is_harmed(said):
    opening = "Foreign Minister Ana Ruiz of Bolivia met Minister Ahmad Zain of Brunei. "
    found = Reader().read(opening + said, outlet_country="BOL", published="2020-01-01").positions
    assert [(p.holder, p.issue, p.stance) for p in found] == [("BOL", "un-charter", "support")]


def spans(text: str, statement: str) -> dict[str, list[str]]:
    """The words of each position."""
    plain = text.replace("[", "", 1).replace("]", "", 1)
    return {
        f"{d.fields['holder']} {d.fields['issue']}": [plain[start:end] for start, end in d.spans]
        for d in read(text, statement)
    }


def test_what_the_same_statement_says_further_on_belongs_to_the_position() -> None:
    text = "[Mali abides by the one-China principle, holds that Taiwan is a part of China, and wishes to trade]."
    assert spans(text, "support MLI > CHN")["MLI one-china"] == [
        "Mali abides by the one-China principle, holds that Taiwan is a part of China"
    ]


def test_the_holders_own_words_go_before_anothers_account_of_them() -> None:
    text = (
        "China lauded Mali's strict adherence to the one-China principle. [Mali follows the one-China policy], he said."
    )
    codebook = load_codebook()
    first, second = text.index("China"), text.index("Mali follows")
    drafts = [
        Draft("statement", {"act": "appreciate", "holders": ["CHN"], "addressees": ["MLI"]}, [(first, 62)], ["acts.yaml/test"]),
        Draft("statement", {"act": "support", "holders": ["MLI"], "addressees": ["CHN"]},
              [(second - 1, second + 34)], ["acts.yaml/test"]),
    ]  # fmt: skip
    plain = text.replace("[", "").replace("]", "")
    (found,) = positions(analyse(Report(text=plain), codebook), drafts, codebook)
    assert [plain[start:end] for start, end in found.spans] == ["Mali follows the one-China policy"]
