"""The topics of a statement's words, in many house styles; every sentence is ours."""

import pytest

from communique.read.topics import TopicContext, topics_of
from communique.records import TOPICS

SIDES = TopicContext(("KEN", "NOR"))

SENTENCES = [
    ("Prime Minister Larsen congratulated President Okafor on his re-election", "governance"),
    ("The ministers will deepen defence cooperation through joint naval exercises", "defence-security"),
    ("The President thanked Qatar for its part in the release of hostages", "hotspot"),
    ("Both sides agreed to resume direct flights between Tashkent and Lahore", "connectivity"),
    ("They will expand vocational training and student exchanges", "education"),
    ("Japan will provide 3 billion yen in grant aid for hospital equipment", "health development"),
    ("India offered to set up a local currency settlement mechanism", "finance"),
    ("The two sides expressed satisfaction at the excellent state of bilateral ties", "political-trust"),
    ("The Emir affirmed the depth of the fraternal relations of the two brotherly countries", "political-trust"),
    ("He invited the Sultan to visit Kigali", "political-trust"),
    ("The Foreign Minister thanked her counterpart for the warm welcome", "political-trust"),
    ("Both ministers condemned the illegal war against Ukraine", "hotspot"),
    ("The two sides will combat drug trafficking and online scams", "law-enforcement"),
    ("Cambodia would respect the border agreement and continue demarcation", "border"),
    ("They welcomed the entry into force of the visa waiver agreement", "consular-migration"),
    ("The Minister called for measures to reach net-zero emissions", "environment"),
    ("Vietnam proposed closer cooperation between localities and more tourism", "tourism local"),
    ("Argentina reiterated its sovereignty over the Malvinas Islands", "sovereignty"),
    ("The two countries will support each other's candidatures", "multilateral"),
    ("The two ministers shared the view that media exchange should be promoted", "media"),
    ("Turkmenistan is ready to increase natural gas supplies", "energy"),
    ("The two sides will share experience in Party building and State management", "party governance"),
    ("They will cooperate on quantum research and satellites", "science-technology"),
    ("Kenya will import more Norwegian fertiliser at zero tariff", "trade agriculture"),
    ("Norway firmly adheres to the one-China policy", "sovereignty"),
    ("She urged the release of detained writers and respect for human rights", "human-rights"),
    ("They will protect undersea cables and keep the sea lanes open", "maritime defence-security"),
    ("Kenya welcomed the start of nuclear disarmament talks", "nuclear-arms-control"),
    ("Norway will send relief to the victims of the flood", "humanitarian-aid"),
    ("Kenya asked for the renewal of its preferential access", "trade"),
    ("She spoke up for bloggers in jail and for the freedom of the media", "human-rights media"),
    ("They will fight pirates in the Gulf of Guinea", "maritime law-enforcement"),
    ("He asked Norway to regularise Kenyan workers without valid documents", "consular-migration"),
    ("Kenya may take part in Horizon Europe", "science-technology"),
    ("Norway will lend under a soft loan of 3 billion kroner", "finance development"),
    ("Norway regretted the bloodshed in Iraq", "hotspot"),
    ("The talks have borne rich fruit for the friendship between the two countries", "political-trust"),
    ("They spoke of the continental shelf along a median line", "border maritime"),
    ("They deplored the coup of last year", "governance"),
    ("It will send tents and blankets", "humanitarian-aid"),
    ("Hackers had broken in", "digital"),
    ("The arrears will be paid", "finance"),
]


@pytest.mark.parametrize(("text", "topics"), SENTENCES)
def test_words_tell_the_topics(text: str, topics: str) -> None:
    assert set(topics_of(text, SIDES)) == set(topics.split())


@pytest.mark.parametrize(
    ("text", "absent"),
    [
        ("The farm produce of Kenya is known everywhere", "culture"),
        ("They thanked the Government for its hospitality", "health"),
        ("The relief of the tax was agreed", "energy"),
        ("They reaffirmed the peaceful uses of nuclear energy", "nuclear-arms-control"),
        ("They agreed that cultural ties matter", "agriculture"),
        ("They hope for a sound business environment", "environment"),
        ("They will support the victims of the slave trade", "trade"),
        ("They will hold a human rights dialogue", "political-trust"),
        ("They will improve food security", "defence-security"),
        ("The Ministry of Defence hosted the banquet of the two presidents", "defence-security"),
    ],
)
def test_look_alikes_do_not_count(text: str, absent: str) -> None:
    assert absent not in topics_of(text, SIDES)


def test_nothing_fits() -> None:
    assert topics_of("", SIDES) == ()
    assert topics_of("He will.", SIDES) == ()


def test_condolences_have_no_topic() -> None:
    assert topics_of("The King conveyed condolences on the loss of life in the floods", SIDES) == ()


def test_their_own_conflict_is_no_hotspot() -> None:
    text = "The President reaffirmed support for Ukraine in its war of defence"
    assert "hotspot" in topics_of(text, TopicContext(("USA", "NOR")))
    assert "hotspot" not in topics_of(text, TopicContext(("UKR", "USA")))


def test_a_statement_without_words_of_its_own_goes_on_about_the_last_topic() -> None:
    before = "Bilateral ties are close. Kenya asked Norway to lower the tariff on roses. "
    assert topics_of("He promised to look into this", TopicContext(("KEN", "NOR"), before)) == ("trade",)
    assert topics_of("He promised to look into this", SIDES) == ()


def test_the_order_is_the_codebooks() -> None:
    topics = topics_of("tourism, trade, health, culture and political mutual trust", SIDES)
    assert list(topics) == sorted(topics, key=TOPICS.index)
    assert len(topics) == 5


@pytest.mark.parametrize("text", ["🙂" * 50, "中国 和 日本", "a\u0301b " * 30, "''''", "...;;;,,,", "U.S.-U.K. 's 's"])
def test_any_text_can_be_asked(text: str) -> None:
    assert set(topics_of(text, SIDES)) <= set(TOPICS)
