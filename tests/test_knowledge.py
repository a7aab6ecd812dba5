"""The codebook: layers, what is wrong by file and line, and that ours is right."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest

from communique.errors import CodebookError
from communique.knowledge import check_codebook, load_codebook
from communique.knowledge.codebook import OURS
from communique.knowledge.sections import SECTIONS, model_of


def _file(folder: Path, text: str, name: str = "mine.yaml") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def _problems(folder: Path, text: str) -> list[tuple[int, str]]:
    path = _file(folder, text)
    found = check_codebook([path])
    assert all(file == str(path) for file, _, _ in found), found
    return [(line, sentence) for _, line, sentence in found]


def test_ours_has_no_problems() -> None:
    assert check_codebook() == []


def test_every_section_has_a_model_and_every_file_a_section() -> None:
    book = load_codebook()
    for name in SECTIONS:
        assert model_of(name) is not None
        assert book.section(name), f"{name} is empty"
    for path in OURS.glob("*.yaml"):
        assert path.read_text(encoding="utf-8").startswith("#"), f"{path.name} says in its first lines what it holds"


def test_ours_is_loaded_once() -> None:
    assert load_codebook() is load_codebook()
    assert load_codebook().section("offices") is load_codebook().section("offices")


def test_rule_names_file_and_entry() -> None:
    assert load_codebook().rule("offices", "prime-minister") == "offices.yaml/prime-minister"
    with pytest.raises(KeyError):
        load_codebook().rule("offices", "prime-monster")


def test_unknown_section_is_told_with_the_nearest_known_name() -> None:
    with pytest.raises(KeyError, match="did you mean `offices`"):
        load_codebook().section("ofices")


def test_an_entry_of_the_users_replaces_ours_as_a_whole(tmp_path: Path) -> None:
    path = _file(tmp_path, "offices:\n  mayor: {words: [Burgomaster], rank: local}\n")
    book = load_codebook([path])
    assert book.section("offices")["mayor"].words == ("Burgomaster",)
    assert book.rule("offices", "mayor") == "mine.yaml/mayor"
    assert "Mayor" in load_codebook().section("offices")["mayor"].words, "ours is left alone"


def test_plus_adds_to_ours(tmp_path: Path) -> None:
    path = _file(tmp_path, "offices:\n  +mayor: {words: [Burgomaster, Mayor], note: also a burgomaster}\n")
    entry = load_codebook([path]).section("offices")["mayor"]
    assert entry.words[0] == "Mayor"
    assert entry.words.count("Mayor") == 1
    assert "Burgomaster" in entry.words
    assert entry.note == "also a burgomaster"


@pytest.mark.parametrize("nothing", ["off", "false", "null", "~", ""])
def test_off_takes_an_entry_away(tmp_path: Path, nothing: str) -> None:
    book = load_codebook([_file(tmp_path, f"offices:\n  mayor: {nothing}\n")])
    assert "mayor" not in book.section("offices")


def test_the_later_file_wins(tmp_path: Path) -> None:
    first = _file(tmp_path, "offices:\n  reeve: {words: [Reeve], rank: local}\n", "a.yaml")
    second = _file(tmp_path, "offices:\n  +reeve: {words: [Shire Reeve]}\n", "b.yaml")
    book = load_codebook([first, second])
    assert book.section("offices")["reeve"].words == ("Reeve", "Shire Reeve")
    assert book.rule("offices", "reeve") == "b.yaml/reeve"


def test_words_that_yaml_takes_for_truth_values_stay_words(tmp_path: Path) -> None:
    path = _file(tmp_path, "offices:\n  odd: {words: [no, off, on, yes, 'null', '12'], rank: local}\n")
    assert load_codebook([path]).section("offices")["odd"].words == ("no", "off", "on", "yes", "null", "12")


def test_all_problems_are_told_at_once_with_file_and_line(tmp_path: Path) -> None:
    text = (
        "offices:\n"
        "  reeve:\n"
        "    wrods: [Reeve]\n"
        "    rank: local\n"
        "  bailiff: {words: [Bailiff], rank: locale}\n"
        "  +foreign-ministr: {words: [x]}\n"
        "ofices:\n"
        "  a: b\n"
    )
    path = _file(tmp_path, text)
    with pytest.raises(CodebookError) as caught:
        load_codebook([path])
    told = [(line, sentence) for file, line, sentence in caught.value.problems if file == str(path)]
    assert (2, "`reeve` lacks the field `words`") in told
    assert (3, "`reeve` cannot have a field `wrods` (did you mean `words`?)") in told
    assert any(line == 5 and "`rank` of `bailiff` is wrong" in sentence for line, sentence in told)
    assert (6, "`offices` has no entry `foreign-ministr` (did you mean `foreign-minister`?)") in told
    assert (7, "there is no section `ofices` (did you mean `offices`?)") in told
    assert f"{path}:3: " in str(caught.value)


def test_a_key_that_stands_twice(tmp_path: Path) -> None:
    text = "offices:\n  reeve: {words: [Reeve], rank: local}\n  reeve: {words: [Shire Reeve], rank: local}\n"
    assert _problems(tmp_path, text) == [(3, "`reeve` stands here a second time; join the two")]


def test_a_word_in_two_entries(tmp_path: Path) -> None:
    text = "offices:\n  burgomaster:\n    words:\n      - Burgomaster\n      - Mayor\n    rank: local\n"
    ((line, sentence),) = _problems(tmp_path, text)
    assert line == 5
    assert sentence == "`Mayor` of `burgomaster` is also in `mayor`; a word may mean one entry only"


def test_a_word_that_stands_twice_in_a_list_is_told_and_taken(tmp_path: Path) -> None:
    text = "undertaking_words:\n  mine:\n    words:\n      - keel\n      - mast\n      - keel\n"
    path = _file(tmp_path, text)
    assert check_codebook([path]) == [(str(path), 6, "`keel` stands twice in `words` of `mine`")]
    assert load_codebook([path]).section("undertaking_words")["mine"].words == ("keel", "mast", "keel")


@pytest.mark.parametrize(
    ("text", "line", "part"),
    [
        ("offices:\n  a: {words: [x\n", 3, "no valid YAML"),
        ("just words\n", 1, "holds sections"),
        ("offices: [a, b]\n", 1, "must hold entries by id"),
        ("offices:\n  a: [x]\n", 2, "`a` is wrong"),
        ("offices:\n\tmayor: off\n", 2, "no valid YAML"),
        ("offices: &a\n  x: *a\n", 1, "contains itself"),
        ("x: " + "[" * 3000, 2, "no valid YAML"),
    ],
)
def test_files_that_are_no_codebook(tmp_path: Path, text: str, line: int, part: str) -> None:
    found = _problems(tmp_path, text)
    assert found
    assert found[0][0] == line
    assert part in found[0][1]


def test_files_that_cannot_be_read(tmp_path: Path) -> None:
    assert check_codebook([tmp_path / "none.yaml"])[0][2] == "the file cannot be read: No such file or directory"
    path = tmp_path / "latin.yaml"
    path.write_bytes("offices:\n  é: off\n".encode("latin-1"))
    assert check_codebook([path]) == [(str(path), 2, "the file is not in UTF-8")]


def test_an_empty_file_changes_nothing(tmp_path: Path) -> None:
    assert check_codebook([_file(tmp_path, "# nothing yet\n")]) == []


def test_digest_tells_codebooks_apart(tmp_path: Path) -> None:
    ours = load_codebook().digest
    theirs = load_codebook([_file(tmp_path, "offices:\n  mayor: off\n")]).digest
    assert len(ours) == 16
    assert ours != theirs
    other = tmp_path / "elsewhere"
    other.mkdir()
    assert load_codebook([_file(other, "offices:\n  mayor: off\n")]).digest == theirs, "the folder does not matter"


def test_a_codebook_goes_to_another_process(tmp_path: Path) -> None:
    book = load_codebook([_file(tmp_path, "offices:\n  mayor: off\n")])
    assert pickle.loads(pickle.dumps(book)).digest == book.digest


def test_memo_is_made_once() -> None:
    made: list[int] = []
    book = load_codebook()
    for _ in range(2):
        book.memo("test", lambda _: made.append(1) or made)
    assert made == [1]


def test_offices_of_every_rank_and_gender() -> None:
    offices = load_codebook().section("offices")
    ranks = {office.rank for office in offices.values()}
    assert {"head-of-state", "head-of-government", "foreign-minister", "deputy", "ambassador", "spokesperson"} <= ranks
    by_word = {word: key for key, office in offices.items() for word in office.words}
    for title, office in {
        "External Affairs Minister": "foreign-minister",
        "Secretary of State": "secretary-of-state",
        "State Councilor": "state-councillor",
        "Deputy Amir": "deputy-emir",
        "Vice Foreign Minister": "deputy-foreign-minister",
        "Politburo Member": "politburo-member",
        "Taoiseach": "taoiseach",
        "Chargé d'affaires": "charge",
        "Under Secretary": "under-secretary",
        "Chairman of the National Assembly": "assembly-chair",
    }.items():
        assert by_word[title] == office
    countries = load_codebook().section("countries")
    for key, office in offices.items():
        assert set(office.countries) <= set(countries), key


def test_no_title_is_two_offices_in_another_case_or_hyphen() -> None:
    seen: dict[str, str] = {}
    for key, office in load_codebook().section("offices").items():
        for word in office.words:
            plain = word.casefold().replace("-", " ")
            assert seen.setdefault(plain, key) == key, word


def test_honorifics_tell_gender() -> None:
    by_word = {word: one.gender for one in load_codebook().section("honorifics").values() for word in one.words}
    assert by_word["Mr."] == by_word["His Majesty"] == by_word["Shri"] == "m"
    assert by_word["Ms."] == by_word["Her Royal Highness"] == by_word["Smt."] == "f"
    assert by_word["H.E."] is None


def test_the_examples_of_the_documentation_are_right(tmp_path: Path) -> None:
    page = (Path(__file__).parent.parent / "docs" / "codebook.md").read_text(encoding="utf-8")
    examples = [block.split("```")[0] for block in page.split("```yaml\n")[1:]]
    assert len(examples) >= 5
    for position, example in enumerate(examples):
        path = _file(tmp_path, example, f"example{position}.yaml")
        assert check_codebook([path]) == [], example
