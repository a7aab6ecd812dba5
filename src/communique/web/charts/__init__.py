"""Charts for the pages: rows of the ledger in, SVG to stand in a page out; None where there is nothing to show.

Each is a pure function of its rows: the same rows give the same SVG, byte for byte. Nothing is loaded from elsewhere, and
nothing in them runs. Colours come from ``static/charts.css``.
"""

from communique.web.charts.commitments import commitments_chart, tally_chart
from communique.web.charts.engagements import engagements_chart, partners_chart
from communique.web.charts.ladder import ladder_chart
from communique.web.charts.positions import positions_heatmap
from communique.web.charts.warming import warm
from communique.web.charts.wording import wording_chart
from communique.web.charts.world import on_map, source, world_map

__all__ = [
    "commitments_chart", "engagements_chart", "ladder_chart", "on_map", "partners_chart", "positions_heatmap", "source",
    "tally_chart", "warm", "wording_chart", "world_map",
]  # fmt: skip
