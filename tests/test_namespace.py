import importlib
import inspect

import pytest

import communique
from communique import errors, records


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


def test_another_name_is_an_attribute_error():
    with pytest.raises(AttributeError, match="no attribute 'Raeder'"):
        _ = communique.Raeder


def test_the_names_are_the_rooms_own():
    assert communique.Report is records.Report
    assert communique.WrongLanguage is errors.WrongLanguage
