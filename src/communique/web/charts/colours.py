"""The colours of charts, by name: what is drawn has names only, ``static/charts.css`` gives each its colour, by day and night.

A name stands in a chart's specification in the place of a colour, and becomes a class of the SVG's element. The colours
that tell kinds apart are those of Okabe and Ito, which colour-blind people can tell apart, made darker or lighter for
contrast; no chart tells by colour alone.
"""

from __future__ import annotations

INK, SOFT, LINE, LAND, PAPER, ON = "ink", "soft", "line", "land", "paper", "on"
"""``ON`` is for words on the strong colours, ``PAPER`` parts what touches."""
KINDS = ("k1", "k2", "k3", "k4", "k5", "k6")
"""Blue, vermilion, green, purple, sky blue, ochre."""
OTHER = "k0"
STEPS = ("s1", "s2", "s3", "s4", "s5")
"""From little to much."""
FOR, AGAINST = ("f1", "f2", "f3"), ("a1", "a2", "a3")
"""From faint to strong."""
ALL = frozenset((INK, SOFT, LINE, LAND, PAPER, ON, OTHER, *KINDS, *STEPS, *FOR, *AGAINST))
