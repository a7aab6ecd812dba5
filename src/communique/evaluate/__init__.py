"""The evaluate room: how near the reader comes to gold that people wrote.

``run`` is what `communique evaluate` calls, ``run_storylines`` with `--storylines`, ``run_corrections`` and
``run_agreement`` with the options of their names; ``score_documents`` gives the same figures to other code. Nothing is
imported until it is asked for, so that the command line stays quick.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from communique.evaluate.agreeing import run_agreement
    from communique.evaluate.command import run
    from communique.evaluate.corrected import run_corrections
    from communique.evaluate.documents import Document, collect
    from communique.evaluate.storylines import run_storylines
    from communique.evaluate.tallies import Scores, score_documents

__all__ = [
    "Document", "Scores", "collect", "run", "run_agreement", "run_corrections", "run_storylines", "score_documents",
]  # fmt: skip

_HOME = {
    "run": "command",
    "run_agreement": "agreeing",
    "run_corrections": "corrected",
    "run_storylines": "storylines",
    "Document": "documents",
    "collect": "documents",
    "Scores": "tallies",
    "score_documents": "tallies",
}


def __getattr__(name: str) -> Any:
    if name not in _HOME:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(f"communique.evaluate.{_HOME[name]}"), name)
