"""Issues with the formulas that holders use on them, and the ladders of labels that two sides climb."""

from __future__ import annotations

ISSUES: dict[str, tuple[str, ...]] = {
    "one-china": (
        "the one-China principle",
        "the one-China policy",
        "its one-China policy",
        "the principle of one China",
    ),
    "taiwan-independence": (
        '"Taiwan independence" in any form',
        '"Taiwan independence"',
        'all separatist attempts aimed at "Taiwan independence"',
    ),
    "china-reunification": (
        "all efforts made by the Chinese government to realize national reunification",
        "China's reunification",
        "the peaceful reunification of China",
    ),
    "core-interests": (
        "each other on issues concerning core interests and major concerns",
        "each other's core interests",
        "each other on matters of vital interest",
    ),
    "belt-and-road": (
        "the Belt and Road Initiative",
        "high-quality Belt and Road cooperation",
        "the joint building of the Belt and Road",
    ),
    "gdi": ("the Global Development Initiative", "the Global Development Initiative proposed by China"),
    "gsi": ("the Global Security Initiative", "the Global Security Initiative and its concepts"),
    "gci": ("the Global Civilization Initiative", "the Global Civilisation Initiative"),
    "shared-future": (
        "the building of a community with a shared future for humanity",
        "a community of shared future for mankind",
    ),
    "territorial-integrity": (
        "the sovereignty and territorial integrity of {place}",
        "the territorial integrity of {place} within its recognised borders",
        "the independence, sovereignty and territorial integrity of {place}",
    ),
    "non-interference": (
        "the principle of non-interference in internal affairs",
        "non-interference in the internal affairs of other states",
    ),
    "multilateralism": (
        "true multilateralism",
        "multilateralism with the United Nations at its core",
        "an effective multilateral system",
    ),
    "un-charter": ("the purposes and principles of the UN Charter", "the Charter of the United Nations"),
    "unclos": (
        "the United Nations Convention on the Law of the Sea",
        "the 1982 UNCLOS as the legal framework for all activities in the oceans",
        "international law, including UNCLOS",
    ),
    "freedom-of-navigation": ("freedom of navigation and overflight", "freedom of navigation in the region's waters"),
    "south-china-sea-coc": (
        "an effective and substantive Code of Conduct in the South China Sea",
        "the early conclusion of the Code of Conduct",
    ),
    "south-china-sea-doc": (
        "the full implementation of the Declaration on the Conduct of Parties",
        "the Declaration on the Conduct of Parties in the South China Sea",
    ),
    "two-state-solution": (
        "the two-state solution",
        "a two-state solution on the basis of the 1967 borders",
        "an independent State of Palestine",
    ),
    "ceasefire": (
        "an immediate ceasefire in {place}",
        "a lasting ceasefire in {place}",
        "a humanitarian truce in {place}",
    ),
    "nuclear-nonproliferation": (
        "the Treaty on the Non-Proliferation of Nuclear Weapons",
        "the nuclear non-proliferation regime",
    ),
    "unsc-reform": (
        "a comprehensive reform of the Security Council",
        "the reform of the UN Security Council in both categories",
        "an expanded Security Council",
    ),
    "unsc-permanent-seat": (
        "the permanent membership of {place} in a reformed Security Council",
        "the candidacy of {place} for a permanent seat",
        "a greater role of {place} in the Security Council",
    ),
    "unilateral-sanctions": (
        "unilateral sanctions",
        "unilateral coercive measures",
        "sanctions that bypass the Security Council",
    ),
    "status-quo-change-by-force": (
        "any unilateral attempt to change the status quo by force or coercion",
        "changing borders by force",
    ),
    "rules-based-order": ("the rules-based international order", "an international order based on the rule of law"),
    "terrorism": (
        "terrorism in all its forms and manifestations",
        "terrorism",
        "all acts of terrorism, extremism and separatism",
    ),
    "climate-action": ("ambitious climate action", "common but differentiated responsibilities on climate change"),
    "climate-paris": ("the full implementation of the Paris Agreement", "the goals of the Paris Agreement"),
    "free-trade": (
        "an open and free trading system",
        "the multilateral trading system with the WTO at its core",
        "free and fair trade",
    ),
    "democracy": ("democratic values", "democracy, human rights and the rule of law"),
    "indo-pacific-open": ("a free and open Indo-Pacific", "a free, open and inclusive Indo-Pacific"),
    "asean-centrality": ("ASEAN centrality", "the central role of ASEAN in the regional architecture"),
    "denuclearisation": (
        "the complete denuclearisation of North Korea",
        "the denuclearisation of the Korean Peninsula",
    ),
    "nuclear-non-use": ("the inadmissibility of the use of nuclear weapons", "a world without nuclear weapons"),
    "water-security": ("the water security of {place}", "the right of {place} to its share of the river"),
    "eu-accession": ("the accession of {place} to the European Union", "the European path of {place}"),
    "western-sahara-autonomy": (
        "the autonomy plan for the Sahara",
        "the autonomy initiative as the basis for a solution",
    ),
    "israeli-settlements": ("the expansion of settlements in the occupied territory", "illegal settlement activity"),
    "development-path": (
        "the development path chosen by the people of {place}",
        "each country's right to its own path of development",
    ),
    "hong-kong": ("China's position on Hong Kong", "the principle of one country, two systems in Hong Kong"),
    "xinjiang": ("China's position on Xinjiang", "China's policies in Xinjiang"),
    "xizang": ("China's position on Xizang", "the view that Xizang is China's internal affair"),
}
"""Issue: what the holder supports or opposes, in the different words used for it."""

OPPOSED = frozenset({
    "taiwan-independence", "unilateral-sanctions", "status-quo-change-by-force", "terrorism", "israeli-settlements",
})  # fmt: skip
OF_A_PLACE = frozenset({
    "territorial-integrity", "ceasefire", "unsc-permanent-seat", "water-security", "eu-accession", "development-path",
    "denuclearisation",
})  # fmt: skip
"""Issues whose key names a country."""

FOR = (
    "firmly supports",
    "supports",
    "adheres to",
    "firmly adheres to",
    "is committed to",
    "reaffirmed its support for",
    "reaffirmed its commitment to",
    "respects",
    "endorses",
    "welcomes",
)
AGAINST = ("firmly opposes", "opposes", "rejects", "condemns", "strongly condemns", "reiterated its opposition to")

LADDERS: tuple[tuple[str, ...], ...] = (
    ("friendly cooperative partnership", "comprehensive cooperative partnership", "strategic partnership", "comprehensive strategic partnership",
     "all-weather strategic partnership", "permanent comprehensive strategic partnership", "permanent comprehensive strategic partnership for the new era"),
    ("partnership", "strategic partnership", "special strategic partnership", "comprehensive strategic partnership", "special global partnership"),
    ("cooperation partnership", "comprehensive partnership", "strategic partnership", "extensive strategic partnership", "comprehensive strategic partnership"),
    ("enhanced partnership", "strategic partnership", "enhanced strategic partnership", "strategic alliance"),
    ("dialogue partnership", "strategic dialogue partnership", "strategic partnership", "comprehensive strategic partnership"),
)  # fmt: skip
OTHER_WORDS = {
    "permanent": "eternal",
    "for the new era": "of the new era",
    "comprehensive": "all-round",
    "global": "worldwide",
}
"""How the other side of two may put a label."""
