"""Texts that only borrow the words of diplomacy have no records; short reports of diplomacy have some. All invented."""

from functools import cache

import pytest

from communique.read import Reader


@cache
def reader():
    return Reader()


def records(text, **known):
    return list(reader().read(text, **known).records())


OTHERS = {
    "football": """Rovers sign peace with fans before summit clash

The United coach, Marek Lindqvist, said on Friday that his side was ready to meet Germany's Stahlberg in the cup. "We respect China's Dalong and France's Montclair, but we will defend our territory," Lindqvist said. He urged the fans to support the team. The two sides agreed to swap shirts after the match.

Striker Paulo Reis has accepted an invitation to play for Brazil. Talks on his transfer to Italy have been held.""",
    "merger": """Brewer and bidder agree truce

The chairman of Kessler Brewery plc, Edmund Vail, said the company had reached an agreement with its Danish bidder, Norholm. The two parties will sign a memorandum next week. "We stand ready to cooperate," said Norholm's chief executive, Lise Tang. Shareholders in Britain and Denmark welcomed the deal; the unions rejected it and called on the board to negotiate.

Shares rose 4 per cent in London.""",
    "school": """Students hold model assembly

Pupils of Eastgate School took the parts of China, Russia and the United States in a debate on Friday. The delegate of China, played by Amy Cole, 15, said that she supported the draft. The delegate of Russia rejected it. "We agreed in the end," said the headmaster, Peter Strand, who thanked the teachers. The school will hold another debate in June.""",
    "theatre": """A treaty on stage

In the second act of the play the king of Bohemia meets the queen of Poland, who urges him to keep the peace. "Our two realms will be friends," he pledges. The director, Olga Brandt, said the audience in Vienna and Warsaw had welcomed the production. The film rights have been sold to France. Critics praised the actors.""",
    "court": """Landlord condemned

The magistrate in Leeds rejected the appeal of the landlord, Tom Birtle, on Monday. The defendant said that he would not accept the decision and that talks with the tenants had failed. The two parties had signed an agreement in 2019. A lawyer for the tenants, Ines Ward, expressed regret and urged him to negotiate. The borough will hold a hearing in May.""",
    "council": """Parish ends dispute over allotments

The parish council and the allotment union reached a consensus on Tuesday after talks chaired by the mayor, Joan Pickering. "We are committed to dialogue," Councillor Dean Hart said. The two sides agreed to open the gate. The mayor will pay a visit to the ward on Friday.""",
    "recipe": """Turkish coffee, French toast

Boil the water, then add two spoons of Turkish coffee. Serve with French toast and Danish pastry. Our chef, Marta Leone, recommends Swiss chocolate. She thanked readers from Italy and Spain for their letters. Guests at the restaurant in Rome welcomed the new menu.""",
    "science": """Researchers find treaty between ants

Two colonies of Argentine ants in Spain and Portugal have reached an agreement of sorts, a study said. The professor, Luis Varga of the University of Porto, said that the borders were respected. "They cooperate," he said. The laboratory will study colonies in Chile and Japan. Students from Germany took part.""",
    "election": """Opposition rejects budget vote

The leader of the opposition, Karl Brenner, condemned the coalition's budget on Thursday and called on the finance minister to resign. The minister, Eva Lang, said the government would not accept the demand. The two parties agreed to hold another vote next week. Backbenchers welcomed the truce before the polls.""",
    "strike": """Dockers and port reach accord

The dock workers' union and the port company signed an agreement on wages on Sunday after a strike of three weeks. "We have always stood ready for talks," union leader Piet Maas said. The company welcomed the accord and thanked the mediator. Ships from China, Brazil and South Africa will be unloaded from Monday. The staff will return on Tuesday.""",
    "wedding": """Families united

The bride, whose father is the ambassador of a brewery brand in Mexico, and the groom agreed to hold the wedding in Greece. Guests came from Australia and Canada. "The two families are friends," said her uncle. The couple will visit Thailand in May.""",
    "weather": """Storm reaches the coast

A storm reached the coast of Norway on Monday and will move to Sweden and Finland on Tuesday, forecasters said. Winds of 120 kilometres an hour are expected in Denmark. Schools in Oslo were closed.""",
    "travel": """Ten days in Vietnam

We arrived in Hanoi on 3 May and visited the old quarter. The guide welcomed us and thanked us for our visit. From there we travelled to Laos and Cambodia. The hotel in Vientiane agreed to change our room. We hope to return next year.""",
    "chess": """Draw offered, draw accepted

Grandmaster Lin Yue of China offered a draw to Russia's Oleg Petrukhin after 40 moves in Geneva on Friday and he accepted. "It was a diplomatic solution," said Lin. India's Anand Rao beat Norway's Lars Dahl. The tournament will be held in Dubai next year.""",
    "club presidents": """Clubs agree on transfer

The president of Spain's Real Ribera, Luis Quiroga, met the president of Germany's Stahlberg, Uwe Kranz, in Munich on Friday. The two clubs agreed on the transfer of striker Paulo Reis. "We are ready to sign," Quiroga said. The fans welcomed the deal before the match.""",
    "chairmen": """Breweries sign memorandum

The chairman of Danish brewery Norholm, Lise Tang, and the president of Japan's Hoshi Beer, Kenta Mori, signed a merger memorandum in Osaka on Monday. Both companies will close plants. Shareholders welcomed the merger and the share price rose.""",
    "rectors": """Universities sign agreement

The President of the University of Oslo, Ingrid Dahl, and the Rector of Kyoto's Hoshi University, Kenta Mori, signed an agreement on student exchanges on Monday. The faculty of both universities welcomed the decision. Students will travel to Norway and Japan from the next semester.""",
    "festival": """King of the carnival greets queen

King Momo I and Queen Rosa II of the carnival met in Rio on Monday. The king invited his counterpart to the parade. The audience from Brazil and Argentina praised the costumes, and the jury of the festival thanked the choir.""",
    "crime": """Gang leaders call ceasefire

Leaders of two gangs in Marseille agreed on a ceasefire after talks on Thursday, police said. The mayor welcomed the truce. "We urge all parties to respect it," the prosecutor, Claire Monnier, said. One gang has links to Algeria, the other to Morocco. The defendant in an earlier case was released.""",
}  # fmt: skip


@pytest.mark.parametrize("name", sorted(OTHERS))
def test_no_records_of_other_domains(name):
    assert [(r.record, r.evidence[0].quote) for r in records(OTHERS[name])] == []


DIPLOMACY = {
    "call": "Ukrainian Foreign Minister Pavel Orlenko spoke by phone on Monday with Danish Foreign Minister Mette Lykkegaard. He thanked Denmark for its support.",
    "wire": "OSLO, May 3 (Xinhua) -- Norwegian Prime Minister Sindre Halvorsen met here Tuesday with visiting Chinese Foreign Minister Lu Wenhao.\n\nLu said that China will import more fish from Norway.",
    "ambassador": "The President of Ghana, Kofi Ansah-Boateng, received the Ambassador of Japan, HAYAMA Kenji, at Jubilee House on 3 May 2011. The Ambassador said that Japan would build a hospital in Tamale.",
    "statement": "Statement of the Ministry of Foreign Affairs of Peru\n\nThe Government of Peru condemns the attack on the Embassy of Ecuador in Lima and expresses its solidarity with the Government of Ecuador.",
    "spokesperson": "Chinese Foreign Ministry spokesperson Tang Ruiqi said on Friday that China firmly opposes the sanctions imposed by the United States.",
    "joint": "Joint Statement of Kenya and Uganda\n\n1. President Juma Otieno of Kenya paid a state visit to Uganda from 3 to 5 May 2011.\n\n2. The two Presidents agreed to build a railway from Malaba to Kampala.",
    "sports minister": "Danish Minister of Sport Mette Lykkegaard met her Norwegian counterpart, Sindre Halvorsen, in Oslo on 3 May 2011. The two ministers agreed to hold a football tournament for the schools of the two countries.",
    "trade": "Indian Commerce Minister Anand Pillai and Australian Trade Minister Fiona Marsh signed a trade agreement in Perth on 3 May 2011. Mr. Pillai said India would cut duties on wine.",
    "eu": "EU High Representative Marta Brandstätter met Uzbek Foreign Minister Bekzod Karimberdiev in Brussels on 3 May 2011. The EU stands ready to support the reforms in Uzbekistan, she said.",
    "un": "UN Secretary-General Lars Brandstätter met Iraqi Prime Minister Haidar al-Jumaili in Baghdad on 3 May 2011. He said the United Nations would keep supporting Iraq.",
    "message": "KUWAIT, May 3 (KUNA) -- His Highness the Amir Sheikh Hamad Al-Marzouq sent a cable of congratulations to the President of Poland, Andrzej Wolski, on his country's national day.",
    "parliament": "Chairman of the National Assembly of Vietnam Trinh Cong Lap held talks with Speaker of the Parliament of Hungary Bálint Szőke in Budapest on 3 May 2011. The two sides agreed to exchange delegations.",
    "defence": "Singapore Defence Minister Dr. Lim Wei Han hosted French Minister of the Armed Forces Claire Monnier at a working lunch in Singapore on 3 May 2011. Both ministers reaffirmed the good ties between the two countries.",
    "note": "The Ministry of Foreign Affairs of Chile summoned the Ambassador of Bolivia on 3 May 2011 and handed her a note of protest.",
    "party": "General Secretary of the Communist Party of Vietnam Central Committee Do Quang Hiep received Lao Deputy Prime Minister Khamphan Sisouk in Hanoi on 3 May 2011. Hiep said that the CPV would help train Lao officials.",
}  # fmt: skip


@pytest.mark.parametrize("name", sorted(DIPLOMACY))
def test_records_of_short_reports(name):
    assert records(DIPLOMACY[name])


@pytest.mark.parametrize("name", ["trade", "sports minister", "parliament", "defence"])
def test_a_longer_report_of_the_same_is_read_as_well(name):
    """There is no length at which one sentence more leaves nothing of a report."""
    more = " The road to the north was discussed at some length, and so were the harbours along the coast."
    whole = DIPLOMACY[name]
    for _ in range(1 + 1300 // len(more)):
        whole += more
        assert records(whole), len(whole)


@pytest.mark.parametrize("text", ["", " ", "Hello.", "It rained.", "The ministers met."])
def test_next_to_nothing(text):
    assert records(text or "x") == []
