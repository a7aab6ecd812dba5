"""How an undertaking stands as of a date: overdue, lapsed, met with silence. Judged when asked, never by the clock."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from communique.ledger.commitments.stood import OVER
from communique.ledger.rows import Commitment, Step


@dataclass(frozen=True)
class Standing:
    """``overdue``: its date has passed and it is not told as done. ``lapsed``: nothing was reported of it since then.

    ``days`` since it was first told (None without dates); ``silence``: the date of the first later meeting at which
    what was asked met with silence, None where it was answered or they have not met.
    """

    overdue: bool
    lapsed: bool
    days: int | None
    silence: str | None


def standing(one: Commitment, as_of: str, met: Iterable[str] = ()) -> Standing:
    """How ``one``, as it was known by then, stands on the day ``as_of``.

    ``met`` are the dates on which the two sides met (ISO prefixes).
    """
    overdue = one.due is not None and one.state not in OVER and past(one.due, as_of)
    lapsed = overdue and one.due is not None and not past(one.due, _last_told(one))
    asked = asked_last(one)
    later = sorted(day for day in met if asked < day <= as_of) if asked is not None else []
    return Standing(overdue, lapsed, _days(one.history[0].date, as_of), later[0] if later else None)


def judged(one: Commitment, as_of: str, met: Iterable[str] = ()) -> Commitment:
    """``one`` with what is to be said of it on a day: overdue, lapsed, since when it is known, met with silence."""
    stands = standing(one, as_of, met)
    told = _lapsed(one, as_of) if stands.lapsed else one
    return replace(told, overdue=stands.overdue, days=stands.days, silence=stands.silence)


def with_lapse(one: Commitment, as_of: str) -> Commitment:
    """``one`` as of a day; where it has lapsed, with a last step told by nobody and so without evidence."""
    return _lapsed(one, as_of) if standing(one, as_of).lapsed else one


def _lapsed(one: Commitment, as_of: str) -> Commitment:
    last = one.history[-1]
    step = Step(last.report, last.path, as_of, "lapsed", True, f"due {one.due}, nothing reported by {as_of}", None)
    return replace(one, state="lapsed", score=-1, history=(*one.history, step), steps=one.steps + 1)


def past(due: str, day: str) -> bool:
    """Whether all of the time that ``due`` names (a day, month or year) is over on ``day``."""
    return bool(day) and day[: len(due)] > due


def asked_last(one: Commitment) -> str | None:
    """When it was last asked for ('': no date is known), where it was asked for and nothing else is told; else None."""
    return _last_told(one) if one.only_asked else None


def _last_told(one: Commitment) -> str:
    """The date of its last sure step, which is always shown."""
    return next((step.date or "" for step in reversed(one.history) if step.sure), "")


def _days(first: str | None, as_of: str) -> int | None:
    if not first or len(first) < 10 or len(as_of) < 10:
        return None
    return (date.fromisoformat(as_of[:10]) - date.fromisoformat(first[:10])).days


__all__ = ["Standing", "asked_last", "judged", "past", "standing", "with_lapse"]
