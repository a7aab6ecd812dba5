"""What may be known about a report besides its text, value by value: checked, and brought into one form."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import Any

from communique.load._language import language_code

FIELDS = ("title", "outlet", "outlet_country", "published", "url", "language")

# Organisations publish too. Three capital letters that are no country are taken for a slip unless they stand here.
_ORGANISATIONS = frozenset(
    "ADB AES AIIB APEC ASEAN AU BIMSTEC BRICS CARICOM CELAC CIS CSTO EAC EAEU ECO ECOWAS EU GCC IAEA IGAD IMF IORA LAS "
    "MERCOSUR NATO NDB OAPEC OAS OECD OECS OIC OPEC OSCE OTS PIF SAARC SADC SCO UN WB WHO WTO".split()
)
_PARTIAL = re.compile(r"(\d{4})(?:-(\d{2}))?")
_LONGEST = 2000


def check(values: Mapping[str, Any]) -> tuple[dict[str, str], list[str]]:
    """(the values that can be, the sentences about those that cannot); what is absent, null or blank is left out."""
    good: dict[str, str] = {}
    problems: list[str] = []
    for field in FIELDS:
        value = values.get(field)
        if value is None or (isinstance(value, str) and not value.strip()):
            continue
        try:
            good[field] = _CHECKS[field](_text(value))
        except ValueError as error:
            problems.append(f'its "{field}" {error}')
    return good, problems


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise ValueError(f"is {_kind(value)}, not text")
    line = " ".join(value.split())
    if len(line) > _LONGEST:
        raise ValueError(f"is longer than {_LONGEST} letters")
    try:
        line.encode("utf-8")
    except UnicodeEncodeError:
        raise ValueError("holds half a letter (a lone surrogate)") from None
    return line


def _kind(value: Any) -> str:
    if isinstance(value, bool):
        return "true or false"
    if isinstance(value, int | float):
        return "a number"
    return "a list" if isinstance(value, list) else "an object" if isinstance(value, dict) else type(value).__name__


def published(value: str) -> str:
    """An ISO date, to the day, month or year; of a date with a time, the date."""
    try:
        partial = _PARTIAL.fullmatch(value)
        if partial:
            date(int(partial[1]), int(partial[2] or 1), 1)
            return value
        return datetime.fromisoformat(value).date().isoformat()
    except ValueError:
        raise ValueError(f"is no ISO date (2024-05-21): {_short(value)}") from None


def country(value: str) -> str:
    """An ISO 3166-1 alpha-3 code, or the acronym of an organisation that publishes."""
    import pycountry

    code = value.upper()
    if code in _ORGANISATIONS or code == "XKX" or pycountry.countries.get(alpha_3=code):
        return code
    raise ValueError(f"is no three-letter country code (ISO 3166-1 alpha-3): {_short(value)}")


def language(value: str) -> str:
    """An ISO 639 code, two letters where there are two: of ``en-GB``, ``eng`` and ``English`` it is ``en``."""
    code = language_code(value)
    if code is None:
        raise ValueError(f"is no language (ISO 639): {_short(value)}")
    return code


def _short(value: str) -> str:
    return value if len(value) <= 40 else value[:39] + "…"


_CHECKS: dict[str, Callable[[str], str]] = {
    "title": str,
    "outlet": str,
    "outlet_country": country,
    "published": published,
    "url": str,
    "language": language,
}
