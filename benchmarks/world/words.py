"""The words that synthetic reports are composed of. Lists only; cities and countries come from the libraries."""

from __future__ import annotations

PRODUCTS = (
    "wheat,barley,maize,rice,soybeans,rapeseed oil,sunflower oil,palm oil,olive oil,beef,mutton,pork,poultry,eggs,milk powder,"
    "cheese,honey,fishmeal,shrimp,tuna,squid,seaweed,bananas,mangoes,avocados,pineapples,durians,dragon fruit,cherries,apples,"
    "citrus fruit,grapes,blueberries,dates,almonds,walnuts,cashew nuts,peanuts,sesame,coffee,cocoa,tea,sugar,spices,vanilla,"
    "cut flowers,cotton,wool,silk,leather,timber,rubber,cement,marble,steel,aluminium,copper concentrate,nickel,cobalt,lithium,"
    "graphite,rare earths,uranium,iron ore,manganese,bauxite,phosphate,potash,fertilizers,ammonia,crude oil,diesel,natural gas,"
    "liquefied natural gas,hydrogen,coal,solar panels,wind turbines,batteries,electric buses,tractors,locomotives,aircraft parts,"
    "medical masks,vaccines,insulin,antibiotics,textiles,carpets,ceramics,furniture,footwear,wine,mineral water,pet food"
).split(",")

FIELDS = (
    "trade facilitation,customs matters,investment protection,double taxation,air services,maritime transport,road transport,"
    "railway cooperation,civil aviation safety,postal services,satellite navigation,outer space,remote sensing,digital economy,"
    "electronic commerce,artificial intelligence,cyber security,data protection,telecommunications,semiconductor supply chains,"
    "critical minerals,geological surveys,nuclear safety,renewable energy,energy efficiency,electricity trade,carbon markets,"
    "climate adaptation,disaster relief,forest protection,desertification control,biodiversity,water management,glacier research,"
    "fisheries,plant quarantine,animal health,seed breeding,food safety,agricultural machinery,rural development,public health,"
    "traditional medicine,pharmaceutical regulation,nursing education,vocational training,mutual recognition of degrees,"
    "language teaching,youth exchanges,sports,cinema,museums,archives,cultural heritage,tourism,media,think tanks,"
    "labour migration,social security,consular affairs,visa facilitation,extradition,mutual legal assistance,prisoner transfer,"
    "money laundering,counter-narcotics,human trafficking,border demarcation,border management,defence industry,"
    "military education,peacekeeping,search and rescue,humanitarian demining,statistics,standards,intellectual property,"
    "public procurement,small enterprises,special economic zones,smart cities,urban planning,housing,sister cities,"
    "currency swaps,banking supervision,Islamic finance,green bonds,development finance,parliamentary exchanges,judicial training"
).split(",")

WORKS = (
    "hydropower plant,solar park,wind farm,gas-fired power plant,nuclear power plant,substation,desalination plant,refinery,"
    "fertilizer plant,cement works,steel mill,textile park,industrial park,logistics centre,dry port,container terminal,"
    "deep-sea port,fishing harbour,international airport,cargo terminal,ring road,metro line,bus depot,stadium,conference centre,"
    "university hospital,cancer centre,vaccine plant,technical college,science park,data centre,ground station,observatory,"
    "irrigation canal,reservoir,grain silo,cold store,slaughterhouse,seed bank,wastewater plant,cultural centre,national museum"
).split(",")

LINES = (
    "railway,high-speed railway,highway,expressway,gas pipeline,oil pipeline,power line,fibre-optic cable,submarine cable,"
    "economic corridor,ferry service,air route,freight train service,toll road,bridge,tunnel"
).split(",")

BODIES = (
    "Joint Economic Commission,Intergovernmental Commission,Strategic Dialogue,Cooperation Committee,Joint Trade Committee,"
    "Political Consultations,Joint Working Group on Agriculture,Energy Dialogue,Defence Dialogue,Business Council,"
    "Human Rights Dialogue,Consular Consultations,Joint Committee on Science and Technology,Maritime Consultations,"
    "Joint Boundary Commission,Tourism Forum,Inter-Parliamentary Group,Economic Partnership Council"
).split(",")

PAPERS = (
    "Agreement on,Memorandum of Understanding on,Protocol on,Treaty on,Convention on,Joint Action Plan on,"
    "Framework Agreement on,Programme of Cooperation on,Roadmap on,Arrangement on"
).split(",")

CAUSES = (
    "the crisis in {place},the situation around {place},the blockade of {place},the shelling of {place},"
    "the detention of fishermen off {place},the closure of the {place} crossing,the new tariffs on {product},"
    "the ban on {product},the attack on a convoy near {place},the floods in {place},the earthquake near {place},"
    "the drought around {place},the outbreak of disease in {place},the expulsion of diplomats from {place}"
).split(",")

PRAISE = (
    "the hospitality of the people of {place},the help given after the floods in {place},the support for its candidacy to the Security Council,"
    "the success of the summit in {place},the release of the fishermen held in {place},the donation of {product},"
    "the evacuation of its citizens from {place},the scholarships granted to students from {place},the decades of friendship,"
    "the election of the new government,the contribution of the community living in {place},the progress made on {field}"
).split(",")

JUDGED = (
    "trade between the two countries reached {amount} million dollars last year",
    "cooperation on {field} has become a pillar of their relations",
    "relations are at their best in history",
    "the potential of {field} is far from exhausted",
    "exchanges between {place} and {other} have grown {times} since the last meeting",
    "exports of {product} rose by {percent} percent in the first half of the year",
    "{number} students from {place} are now studying in {other}",
    "political trust has been the foundation on which work on {field} rests",
    "the {product} sector faces common difficulties on both sides",
    "the region around {place} is becoming a hub of {field}",
    "the world is undergoing changes that no country can meet alone",
    "{number} companies are registered in the industrial zone of {place}",
    "flights between {place} and {other} have resumed after a pause of {months} months",
    "the memory of those who built the first school in {place} lives on",
    "peace in the region depends on dialogue and not on pressure",
)

ANNOUNCED = (
    "a consulate would be opened in {place}",
    "an exhibition of {product} would be held in {place}",
    "companies of the country would invest {amount} million dollars in the {field} sector",
    "a year of {field} had been declared",
    "a new ambassador had been appointed",
    "{number} new scholarships had been set aside for students from {place}",
)

OPPOSED = (
    "any interference in the internal affairs of {place}",
    "the politicization of {field}",
    "unilateral measures that hurt the exporters of {product}",
    "attempts to settle the dispute over {place} by force",
    "double standards on {field}",
    "the building of blocs in the region of {place}",
)

BACKED = (
    "the efforts of the government to develop {field}",
    "the candidacy of {place} to host the world exhibition",
    "the reform of the organisations that deal with {field}",
    "the peace process launched in {place}",
    "companies of its country in opening branches in {place}",
    "a larger role of the region in {field}",
)

NAMED = (
    ("instrument", "{paper} {field}"), ("instrument", "{paper} {field}"), ("project", "{city}-{other} {line}"),
    ("project", "{city} {work}"), ("initiative", "Belt and Road Initiative"), ("initiative", "{city} Initiative on {field}"),
    ("forum", "Shanghai Cooperation Organization"), ("forum", "World Trade Organization"), ("forum", "{city} Forum"),
    ("forum", "United Nations General Assembly"), ("forum", "Asia-Pacific Economic Cooperation"),
)  # fmt: skip
"""Named things: their kind, and their name with places to fill."""
WITH_REGARD = ("in the light of", "with regard to", "as shown by", "beyond", "in the spirit of", "under")

FAMILY_STARTS = "Al Ba Be Bo Bra Ca Cha Da Del Du El Fa Fer Ga Gri Ha Hol I Ja Ka Ki Kol La Li Lo Ma Me Mo Na Ne Nor O Pa Pe Ra Ro Sa She So Su Ta Te Tor U Va Ve Wa Ya Za Zhu".split()
FAMILY_MIDDLES = "ba be bi da di do ga gi la le li lo ma mi mo na ne ni no ra re ri ro sa se ta te ti va".split()
FAMILY_ENDS = (
    "dov gov kar lan lin man mir nen nov ra rez ris ro san sen shi ski son tani tar tov vić wa yan yev zi zade".split()
)
GIVEN_STARTS = "A Be Bo Ca Da De E Fa Ga Ha I Ja Ka La Li Ma Mi Na Ni O Pa Ra Ru Sa Se Ta Te U Va Vi Ya Za".split()
GIVEN_ENDS = "bek da dar dia drin fa fael gul hir jan kil lan lia lim lina man mara mas mina mir na nara nis ra rat ren ria rin ro san shat sim ta tor via zar".split()
