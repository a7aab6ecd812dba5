"""From a ``Report`` to records. ``Reader`` is what others use; the layers take a ``Scene`` (see ``scene``)."""

from communique.read.reader import Reader

__all__ = ["Reader"]
