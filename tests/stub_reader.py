"""A reader that finds a meeting wherever "met" stands: what the command line is tested with, without spaCy."""

import re
import sys
from types import ModuleType

from communique.records import Engagement, Evidence, Reading, Statement


class Reader:
    """Stands in for communique.read.Reader."""

    def __init__(self, codebook_files=()):
        self.codebook_files = codebook_files

    def read_report(self, report):
        if "STUMBLE" in report.text:
            raise ZeroDivisionError("a [bold]bug[/bold] \x1b[31m")
        if "INTERRUPT" in report.text:
            raise KeyboardInterrupt
        engagements, statements = [], []
        for match in re.finditer(r"[^.\n]*\bmet\b[^.\n]*", report.text):
            words = Evidence(start=match.start(), end=match.end(), quote=match[0])
            common = {"report": report.id, "evidence": (words,)}
            engagements.append(
                Engagement(kind="meeting", status="held", parties=("CHN", "KAZ"), rule=("acts.yaml/met",), **common)
            )
            statements.append(Statement(act="assess", holders=("CHN",), rule=("acts.yaml/said",), **common))
        return Reading(
            report=report,
            dateline="2024-05-21",
            engagements=engagements,
            statements=statements,
            open_count=1,
            read_by=self.name,
        )

    name = "stub/1"

    def read_many(self, reports, n_process=1, on_fault=None):
        for report in reports:
            try:
                yield self.read_report(report)
            except Exception as error:  # noqa: BLE001 - as the reader does
                on_fault(report, error)

    def triggers(self, reading):
        return {record.id: [(record.evidence[0].start, record.evidence[0].start + 3)] for record in reading.records()}


def install(monkeypatch):
    """Make `from communique.read import Reader` give the stand-in."""
    module = ModuleType("communique.read")
    module.Reader = Reader
    monkeypatch.setitem(sys.modules, "communique.read", module)
