"""How each kind of answer is shown: as text for a person, and as lines of CSV."""

from communique.cli.views._view import View, as_csv

__all__ = ["View", "as_csv"]
