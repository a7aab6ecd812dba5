"""Whose account it is: everything in a brief is somebody's word."""

from __future__ import annotations

from collections.abc import Iterable

from communique.brief.facts import Facts


def account(facts: Facts, reports: Iterable[str]) -> str:
    """ "by CHN's account", "by both sides' accounts": the countries of the outlets of these reports."""
    return account_of(facts, (facts.outlets.get(one) for one in reports))


def account_of(facts: Facts, outlets: Iterable[str | None]) -> str:
    """The same of outlets, given by their countries; None is of no known one."""
    told = tuple(dict.fromkeys(outlets))
    own = [code for code in facts.sides if code in told]
    if len(own) == 2:
        return "by both sides' accounts"
    others = [code for code in told if code not in own]
    if own and not others:
        return f"by {own[0]}'s account"
    named = [*own, *(code or "an outlet of no known country" for code in others)]
    return (
        f"by the accounts of {' and '.join(named)}" if len(named) > 1 else f"by the account of {named[0]}, not a party"
    )


def readout(facts: Facts, report: str) -> str:
    """Whose report it is: "CHN's readout"."""
    country = facts.outlets.get(report)
    return f"{country}'s readout" if country else "a report of unknown origin"
