"""The rows of a page in its three forms."""

from __future__ import annotations

import csv
import io


def as_json(browser, address):
    """The whole of a page as JSON."""
    answer = browser.get(_with(address, "format=json"))
    assert answer.status_code == 200, answer.text
    return answer.json()


def as_csv(browser, address, sheet):
    """A sheet of a page as CSV, a dictionary for each row."""
    answer = browser.get(_with(address, f"format=csv&sheet={sheet}"))
    assert answer.status_code == 200, answer.text
    return list(csv.DictReader(io.StringIO(answer.text)))


def _with(address, more):
    return f"{address}{'&' if '?' in address else '?'}{more}"
