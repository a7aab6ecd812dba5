"""What comes only with an extra, and who sits at the keyboard."""

from __future__ import annotations

import getpass
from importlib.util import find_spec

from communique.errors import ExtraMissing


def needs(module: str, extra: str) -> None:
    """Raises ``ExtraMissing`` where a module that comes with an extra is not installed."""
    if find_spec(module) is None:
        raise ExtraMissing(f"this needs the extra {extra!r}: pip install 'communique[{extra}]'")


def login_name() -> str:
    """The name of the system's user."""
    try:
        return getpass.getuser()
    except (OSError, KeyError):  # no such user, as in some containers
        return "local"
