import io
import json
import os
import sys
import time
from contextlib import suppress

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from communique.errors import BadSidecar, EmptyInput, InputError, UnreadableInput, WrongLanguage
from communique.load import load_path, load_paths
from communique.records import Report

BODY = "The President of Kazakhstan met the Foreign Minister of China in Astana, and they agreed to cooperate further."


def write(folder, name, text=BODY, **sidecar):
    file = folder / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    if sidecar:
        file.with_name(file.stem + ".meta.json").write_text(json.dumps(sidecar), encoding="utf-8")
    return file


def load_all(*paths):
    faults = []
    return list(load_paths(paths, on_fault=faults.append)), faults


def test_sidecar_wins_over_the_first_line(tmp_path):
    text = f" date 2024-05-21 A title\n\n{BODY}"
    plain, told = (
        write(tmp_path, "a.txt", text),
        write(tmp_path, "b.txt", text, title="T", outlet="O", published="2024"),
    )
    assert (load_path(plain).title, load_path(plain).published) == ("A title", "2024-05-21")
    report = load_path(told)
    assert (report.title, report.outlet, report.published) == ("T", "O", "2024")
    assert report.path == str(told)


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        ("[1, 2]", "no JSON object"),
        ("{'title': 1}", "it is no JSON: .* line 1, column 2"),
        ('{"title": "a", "title": "b"}', 'gives "title" twice'),
        ("[" * 100_000, "no JSON that can be read"),
        ('{"title": ["a"]}', '"title" is a list'),
        ('{"published": "21 May 2024"}', '"published" is no ISO date'),
        ('{"outlet_country": "ZZZ"}', '"outlet_country" is no three-letter country code'),
        ('{"language": "fr"}', "says French, but the text is in English"),
    ],
)
def test_a_bad_sidecar_is_told_and_the_report_read_without_it(tmp_path, content, sentence):
    file = write(tmp_path, "a.txt")
    (tmp_path / "a.meta.json").write_text(content)
    with pytest.raises(BadSidecar, match=sentence):
        load_path(file)
    reports, faults = load_all(file)
    assert [report.text for report in reports] == [BODY]
    assert reports[0].title is None
    assert len(faults) == 1
    assert faults[0].where.endswith("a.meta.json")


def test_a_sidecars_other_values_are_kept(tmp_path):
    file = write(tmp_path, "a.txt", title="Talks", published="soon", note="whatever", outlet=None, url="")
    reports, faults = load_all(file)
    assert (reports[0].title, reports[0].published, len(faults)) == ("Talks", None, 1)


def test_a_folder_is_read_sorted_without_hidden_files_sidecars_and_gold(tmp_path):
    for name in (
        "b.txt",
        "a/z.txt",
        "a/y.md",
        ".hidden.txt",
        ".git/c.txt",
        "x.json",
        "notes.log",
        "README.md",
        "a/licence.TXT",
    ):
        write(tmp_path, name)
    write(tmp_path, "c.txt", title="C")
    reports, faults = load_all(tmp_path)
    assert [os.path.relpath(report.path, tmp_path) for report in reports] == ["b.txt", "c.txt", "a/y.md", "a/z.txt"]
    assert faults == []


def test_a_file_reached_twice_is_read_once(tmp_path):
    file = write(tmp_path, "a.txt")
    assert len(load_all(file, tmp_path, str(file))[0]) == 1


def test_missing_paths_name_the_nearest(tmp_path):
    write(tmp_path, "readout.txt")
    reports, faults = load_all(tmp_path / "raedout.txt", tmp_path / "no" / "such.txt", "a\0b", tmp_path / "readout.txt")
    assert len(reports) == 1
    assert "did you mean" in faults[0].problem
    assert "readout.txt" in faults[0].problem
    assert "nor the folder" in faults[1].problem
    assert "NUL" in faults[2].problem


def test_an_empty_folder_and_a_lone_sidecar_are_no_reports(tmp_path):
    write(tmp_path, "x.json")
    (tmp_path / "lone.meta.json").write_text("{}")
    faults = load_all(tmp_path, tmp_path / "lone.meta.json")[1]
    assert [type(fault) for fault in faults] == [EmptyInput, UnreadableInput]
    assert "no report beside it" in faults[1].problem


def test_a_folder_that_may_not_be_read_is_told_once(tmp_path, monkeypatch):
    def refuse(top, onerror):
        onerror(PermissionError(13, "Permission denied", top))
        return iter(())

    monkeypatch.setattr("os.walk", refuse)
    assert [fault.problem for fault in load_all(tmp_path)[1]] == ["you may not read it"]


def test_a_sidecar_stands_for_its_report(tmp_path):
    file = write(tmp_path, "a.txt", title="A")
    reports, faults = load_all(file.with_name("a.meta.json"), file)
    assert ([report.title for report in reports], faults) == (["A"], [])


def test_unreadable_file(tmp_path, monkeypatch):
    file = write(tmp_path, "a.txt")

    def refuse(*_args, **_kwargs):
        raise PermissionError(13, "Permission denied", str(file))

    monkeypatch.setattr("pathlib.Path.open", refuse)
    with pytest.raises(UnreadableInput, match="you may not read it"):
        load_path(file)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_unreadable_file_really(tmp_path):
    file = write(tmp_path, "a.txt")
    file.chmod(0)
    with pytest.raises(UnreadableInput, match="you may not read it"):
        load_path(file)


@pytest.mark.parametrize(
    "text", ["", "\n \n", "Chinese, Kazakh ministers hold talks\n", " date 2024-05-21 A title\n\n"]
)
def test_nothing_but_a_title(tmp_path, text):
    with pytest.raises(EmptyInput):
        load_path(write(tmp_path, "a.txt", text))


def test_another_language_is_a_skip_that_names_it(tmp_path):
    text = (
        "El Presidente recibió al canciller de Perú en el Palacio Nacional y ambos acordaron cooperar en comercio. " * 2
    )
    with pytest.raises(WrongLanguage, match="Spanish"):
        load_path(write(tmp_path, "a.txt", text, language="en"))


def test_standard_input(monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(BODY.encode())))
    reports, faults = load_all("-")
    assert (reports[0].text, reports[0].path, faults) == (BODY, "-", [])


def test_too_long_is_said_with_the_limit(tmp_path):
    file = write(tmp_path, "a.txt", "The minister met him. " * 20)
    with pytest.raises(UnreadableInput, match="longer than 0"):
        load_path(file, max_size=100)
    assert load_path(file, max_size=10_000)


@pytest.mark.skipif(not os.path.exists("/dev/zero"), reason="no endless device here")
def test_an_endless_device_ends(tmp_path):
    with pytest.raises(UnreadableInput):
        load_path("/dev/zero", max_size=100_000)


@pytest.mark.parametrize(("name", "words"), [("line.txt", "The president met them and "), ("mark.md", "*a [b]( `")])
def test_long_texts_take_no_longer_than_their_length(tmp_path, name, words):
    """Eight times the length: were the time to grow with its square, it would be sixty-four times as much."""

    def seconds(times):
        path = write(tmp_path, name, words * times)
        started = time.process_time()
        with suppress(InputError):  # either way is fine, but it must be quick
            load_path(path)
        return time.process_time() - started

    short = max(seconds(15_000), 0.02)
    assert seconds(120_000) / short < 24


def test_a_link_to_itself_and_a_link_to_nothing(tmp_path):
    (tmp_path / "loop.txt").symlink_to(tmp_path / "loop.txt")
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nowhere")
    faults = load_all(tmp_path / "loop.txt", tmp_path / "gone.txt")[1]
    assert ["leads back" in faults[0].problem, "no such file" in faults[1].problem] == [True, True]


@pytest.mark.skipif(sys.platform != "linux", reason="file names that are no text exist on Linux")
def test_a_file_name_that_is_no_text(tmp_path):
    name = os.fsencode(tmp_path) + b"/\xff\xfe.txt"
    with open(name, "wb") as file:
        file.write(BODY.encode())
    reports, faults = load_all(tmp_path)
    assert faults == []
    assert reports[0].path.endswith("\\xff\\xfe.txt")


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    data=st.binary(max_size=300),
    suffix=st.sampled_from([".txt", ".md", ".html"]),
    sidecar=st.none() | st.binary(max_size=60),
)
def test_any_bytes_in_any_file_give_a_report_or_an_input_error(tmp_path, data, suffix, sidecar):
    file = tmp_path / f"a{suffix}"
    file.write_bytes(data)
    (tmp_path / "a.meta.json").unlink(missing_ok=True)
    if sidecar is not None:
        (tmp_path / "a.meta.json").write_bytes(sidecar)
    try:
        assert isinstance(load_path(file, on_fault=lambda fault: None), Report)
    except InputError:
        return
