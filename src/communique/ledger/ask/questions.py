"""All questions of a ledger, by name."""

from __future__ import annotations

from sqlalchemy import Engine


class Questions:
    """What a ledger can be asked. Each method is a module of this package."""

    engine: Engine
