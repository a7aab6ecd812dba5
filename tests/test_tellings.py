"""How many of the tellings of samples/tellings come out right: a floor for each file, which only ever rises."""

from __future__ import annotations

import json
from functools import cache

import pytest

from communique import Reader
from tools import ROOT
from tools.tellings import FOLDER, followed, judged, tellings

FLOORS = json.loads((ROOT / "benchmarks" / "tellings.json").read_text(encoding="utf-8"))


@cache
def reader() -> Reader:
    return Reader()


def test_each_file_has_its_floor() -> None:
    assert sorted(FLOORS) == sorted(file.stem for file in FOLDER.glob("*.yaml"))


@pytest.mark.parametrize("name", sorted(FLOORS))
def test_as_many_come_out_right(name: str) -> None:
    outcomes = [judged(one, followed(reader(), one)[0]) for one in tellings(FOLDER / f"{name}.yaml")]
    right, linked = outcomes.count("right"), outcomes.count("other states")
    floor = FLOORS[name]
    assert right >= floor["right"]
    assert right + linked >= floor["linked"]
    assert outcomes.count("linked wrongly") <= floor["wrongly"]
