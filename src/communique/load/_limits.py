"""How much text is one report."""

MAX_SIZE = 5_000_000
"""Bytes of one file. The longest communiqué is under 0.2 MB: five million is a book, or a dump of many reports."""

MAX_SIDECAR_SIZE = 1_000_000
"""Bytes of one sidecar."""


def megabytes(size: int) -> str:
    """``size`` in bytes as a person writes it: ``5 MB``, ``0.3 MB``."""
    return f"{size / 1_000_000:.1f}".removesuffix(".0") + " MB"
