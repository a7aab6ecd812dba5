"""The evaluate room: how near the reader comes to gold that people wrote.

``run`` is what `communique evaluate` calls, ``run_storylines`` with `--storylines`; ``score_documents`` gives the same figures to other code. Nothing is
imported until it is asked for, so that the command line stays quick.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from communique.evaluate.command import run
    from communique.evaluate.documents import Document, collect
    from communique.evaluate.storylines import run_storylines
    from communique.evaluate.tallies import Scores, score_documents

__all__ = ["Document", "Scores", "collect", "run", "run_storylines", "score_documents"]

_HOME = {
    "run": "command",
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
