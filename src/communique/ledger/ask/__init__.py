"""The questions that a ledger answers."""

from communique.ledger.ask.questions import Questions

__all__ = ["Questions"]
