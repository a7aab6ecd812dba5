"""The form of what is derived: by it a ledger knows whether its derived rows can be read, and gone on from."""

from __future__ import annotations

from communique.knowledge import load_codebook

FORM = 1
"""Raise it by one with every change of what a derived row holds (the JSON of threads, lineages, rungs and shares, the
undoings), or of what it means: how mentions are taken, linked and judged, how formulas are followed, which rows are
kept beside the records. A ledger of another form is derived anew by whatever next writes to it.
"""


def form_now() -> str:
    """The form that deriving makes now: ours, and the codebook that linking and wording go by."""
    return f"{FORM} {load_codebook().digest}"


def readable(form: str) -> bool:
    """Whether rows of this form can be read: another codebook makes other rows, of the same shape."""
    return form.partition(" ")[0] == str(FORM)
