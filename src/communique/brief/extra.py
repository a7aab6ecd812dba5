"""Packages that only some forms of the brief need."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from communique.errors import ExtraMissing


def needed(module: str, form: str) -> Any:
    """The module. Raises ``ExtraMissing`` where it is not installed."""
    try:
        return import_module(module)
    except ImportError:
        raise ExtraMissing(
            f"to write the brief as {form}, install what it needs: pip install 'communique[brief]'; "
            "Markdown (.md) needs nothing"
        ) from None
