import dataclasses
import importlib
import inspect
import re

import pytest

import communique
from communique import errors, records

VALUES = {"Literal", "None", "State", "Change", "Difference", "Order", "Fate", "Kind"}
"""What fields hold that is no type of its own: text of a fixed choice."""


def test_all_is_what_is_there():
    for name in communique.__all__:
        if name == "Reader" and importlib.util.find_spec("communique.read") is None:
            continue
        assert getattr(communique, name) is not None
    assert len(set(communique.__all__)) == len(communique.__all__)
    assert dir(communique) == sorted(communique.__all__)
    assert set(communique._HOME) | {"__version__"} == set(communique.__all__)


def test_all_records_and_all_errors_are_in_it():
    public_errors = {name for name, value in vars(errors).items() if inspect.isclass(value)}
    assert public_errors | set(records.__all__) | {"Reader", "load_path", "load_paths", "load_text"} <= set(
        communique.__all__
    )


def test_the_ledger_and_all_that_it_answers_with_is_in_it():
    questions = [value for name, value in inspect.getmembers(communique.Ledger, inspect.isfunction) if name[0] != "_"]
    told = " ".join(str(inspect.signature(question).return_annotation) for question in questions)
    named = {name for name in re.findall(r"\b[A-Z][A-Za-z]+\b", told) if name != "None"}
    assert {"Ledger", "Commitment", "Hit", "Rows"} <= named | {"Ledger"} <= set(communique.__all__)
    rows = [value for value in vars(communique).values() if dataclasses.is_dataclass(value)]
    for row in (*rows, *(getattr(communique, name) for name in named)):
        for field in dataclasses.fields(row) if dataclasses.is_dataclass(row) else ():
            parts = set(re.findall(r"\b[A-Z][A-Za-z]+\b", str(field.type))) - VALUES
            assert parts <= set(communique.__all__), f"{row.__name__}.{field.name}"


def test_another_name_is_an_attribute_error():
    with pytest.raises(AttributeError, match="no attribute 'Raeder'"):
        _ = communique.Raeder


def test_the_names_are_the_rooms_own():
    assert communique.Report is records.Report
    assert communique.WrongLanguage is errors.WrongLanguage
