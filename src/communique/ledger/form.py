"""The form of what is derived: by it a ledger knows whether its derived rows can be read, and gone on from."""

from __future__ import annotations

from communique import __version__
from communique.knowledge import load_codebook

FORM = 7
"""Raise it by one with every change of what a derived row holds: the JSON of threads, their steps, lineages, rungs and formulas, what
takes a report back, a report's shares. Rows of another form cannot be read, and are made anew.
"""


def form_now() -> str:
    """The form that deriving makes now: the shape of the rows, and by which version and codebook they are made.

    Another version may link and judge otherwise, another codebook has other words. What they derived is not gone on
    from: a ledger must be the same whether its reports came before an update or after it.
    """
    return f"{FORM} {__version__}/{load_codebook().digest}"


def readable(form: str) -> bool:
    """Whether rows of this form can be read, whoever made them."""
    return form.partition(" ")[0] == str(FORM)
