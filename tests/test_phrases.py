"""The notation of the codebook's phrases, and the matcher."""

import pytest

from communique.knowledge.phrases import Phrases, expand, words_of


def found(phrase: str, text: str) -> list[str]:
    return [
        text[w.starts[h.first] : w.ends[h.last - 1]] for w in [words_of(text)] for h in Phrases([(phrase, 1)]).find(w)
    ]


@pytest.mark.parametrize(
    ("phrase", "text", "hit"),
    [
        ("one china (principle|policy)", "its One-China policy stands", "One-China policy"),
        ("one china", "one, China", None),
        ("support* ..1 UN", "supporting, with others, the UN", None),
        ("support* ..3 UN", "supports reform of the UN", "supports reform of the UN"),
        ("UN", "un homme", None),
        ("AI", "they use AI", "AI"),
        ("agricultur*", "Agricultural goods", "Agricultural"),
        ("the? sea", "at sea", "sea"),
        ("china's interests", "China’s interests", "China’s interests"),
        ("US army", "the U.S. Army left", "U.S. Army"),
        ("lay down ..2 arms", "lay down. Their arms", None),
        ("code of conduct", "Code of\nConduct", "Code of\nConduct"),
        ("code of conduct", "Code of\n\nConduct", None),
        ("code of conduct", "“Code of Conduct”", "Code of Conduct"),
    ],
)
def test_a_phrase_is_found(phrase: str, text: str, hit: str | None) -> None:
    assert found(phrase, text) == ([hit] if hit else [])


@pytest.mark.parametrize("phrase", ["(a|b", "a|b)", "..3 a", "a ..3", "", "?", "(a|)"])
def test_what_is_not_well_formed_is_refused(phrase: str) -> None:
    with pytest.raises(ValueError, match=r"bracket|must"):
        list(expand(phrase))


def test_alternatives_nest() -> None:
    assert list(expand("a (b (c|d)|e)")) == [("a", "b", "c"), ("a", "b", "d"), ("a", "e")]
