"""What the ledger makes of connected reports does not fall under the floors of benchmarks/storylines.json."""

import json

import pytest

from tools import storylines


@pytest.mark.slow
@pytest.mark.parametrize("name", storylines.SETS)
def test_no_figure_falls_under_its_floor(name):
    floors = json.loads(storylines.FLOORS.read_text(encoding="utf-8")).get(name, {})
    scores = storylines.measure(name)
    if scores is None:
        pytest.skip("../shared is not beside the repository")
    now = storylines.figures(scores)
    fallen = {key: (round(now[key], 3), floor) for key, floor in floors.items() if now[key] < floor}
    assert not fallen


def test_a_floor_only_rises():
    assert storylines.raised({}, "dev", {"links recall": 0.51239}) == {"dev": {"links recall": 0.512}}
    floors = {"dev": {"links recall": 0.6}, "shared": {"links recall": 0.8}}
    assert storylines.raised(floors, "dev", {"links recall": 0.5}) == floors
    assert storylines.raised(floors, "dev", {"links recall": 0.7})["dev"] == {"links recall": 0.7}
