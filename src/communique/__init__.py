"""communique reads diplomatic readouts into records, each with the words that it came from.

    import communique

    reader = communique.Reader()
    for report in communique.load_paths(["reports"], on_fault=print):
        for record in reader.read_report(report).records():
            print(record.record, record.evidence[0].quote)

    with communique.Ledger.open("communique.db", create=True) as ledger:
        ledger.add(reader.read_many(communique.load_paths(["reports"], on_fault=print)))
        for commitment in ledger.commitments("CHN", "KAZ"):
            print(commitment.what, commitment.state, commitment.history[-1].evidence)

Everything public is here. Nothing is imported before it is used, so that ``import communique`` costs nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from communique.brief.make import make_brief
    from communique.brief.model import Brief, BriefGroup, BriefLine, BriefRun, BriefSection, Citation, CitedReport
    from communique.errors import (
        BadCorrection,
        BadDate,
        BadQuery,
        BadSidecar,
        CodebookError,
        CommuniqueError,
        EmptyInput,
        ExtraMissing,
        InputError,
        LedgerBusy,
        LedgerError,
        LedgerLost,
        LedgerOutdated,
        LedgerReadOnly,
        LedgerTooNew,
        LedgerUnusable,
        ModelMissing,
        NoLedger,
        UnknownAccount,
        UnknownParty,
        UnknownRecord,
        UnknownReport,
        UnreadableInput,
        WorkersLost,
        WrongLanguage,
    )
    from communique.ledger._ledger import Added, Ledger
    from communique.ledger.accounts import Account, Deed, Role
    from communique.ledger.ask.record import RecordPage
    from communique.ledger.ask.rows import (
        Cell,
        Country,
        Coverage,
        Due,
        Dyad,
        Fresh,
        Hit,
        Occasion,
        Page,
        Party,
        Presence,
        Source,
        Tally,
        Told,
        Turn,
    )
    from communique.ledger.corrections.rows import Corrected, Correction, Judged, Merging
    from communique.ledger.ladder import Apart
    from communique.ledger.rows import (
        Commitment,
        Comparison,
        Holder,
        Pair,
        Person,
        Rows,
        Rung,
        Said,
        Step,
        Use,
        Wording,
    )
    from communique.ledger.store.write import Kept
    from communique.load import load_bytes, load_path, load_paths, load_text
    from communique.read import Reader
    from communique.records import (
        ACTS,
        LAYERS,
        TOPICS,
        Engagement,
        Evidence,
        Fault,
        Outcome,
        Position,
        Reading,
        Record,
        Reference,
        Relation,
        Report,
        Statement,
    )

__version__ = "0.1.0"

_ROOMS = {
    "errors": (
        "BadCorrection", "BadDate", "BadQuery", "BadSidecar", "CodebookError", "CommuniqueError", "EmptyInput",
        "ExtraMissing", "InputError", "LedgerBusy", "LedgerError", "LedgerLost", "LedgerOutdated", "LedgerReadOnly",
        "LedgerTooNew", "LedgerUnusable", "ModelMissing", "NoLedger", "UnknownAccount", "UnknownParty",
        "UnknownRecord", "UnknownReport", "UnreadableInput", "WorkersLost", "WrongLanguage",
    ),
    "ledger._ledger": ("Added", "Ledger"),
    "ledger.accounts": ("Account", "Deed", "Role"),
    "ledger.store.write": ("Kept",),
    "ledger.rows": (
        "Commitment", "Comparison", "Holder", "Pair", "Person", "Rows", "Rung", "Said", "Step", "Use", "Wording",
    ),
    "ledger.corrections.rows": ("Corrected", "Correction", "Judged", "Merging"),
    "ledger.ladder": ("Apart",),
    "ledger.ask.record": ("RecordPage",),
    "ledger.ask.rows": (
        "Cell", "Country", "Coverage", "Due", "Dyad", "Fresh", "Hit", "Occasion", "Page", "Party", "Presence", "Source", "Tally", "Told",
        "Turn",
    ),
    "brief.make": ("make_brief",),
    "brief.model": ("Brief", "BriefGroup", "BriefLine", "BriefRun", "BriefSection", "Citation", "CitedReport"),
    "load": ("load_bytes", "load_path", "load_paths", "load_text"),
    "read": ("Reader",),
    "records": (
        "ACTS", "LAYERS", "TOPICS", "Engagement", "Evidence", "Fault", "Outcome", "Position", "Reading", "Record",
        "Reference", "Relation", "Report", "Statement",
    ),
}  # fmt: skip
_HOME = {name: room for room, names in _ROOMS.items() for name in names}

__all__ = [  # noqa: RUF022 - by room, as above
    "BadCorrection", "BadDate", "BadQuery", "BadSidecar", "CodebookError", "CommuniqueError", "EmptyInput",
    "ExtraMissing", "InputError", "LedgerBusy", "LedgerError", "LedgerLost", "LedgerOutdated", "LedgerReadOnly",
    "LedgerTooNew", "LedgerUnusable", "ModelMissing", "NoLedger", "UnknownAccount", "UnknownParty", "UnknownRecord",
    "UnknownReport", "UnreadableInput", "WorkersLost", "WrongLanguage",
    "Added", "Ledger", "Account", "Deed", "Role", "Kept",
    "Commitment", "Comparison", "Holder", "Pair", "Person", "Rows", "Rung", "Said", "Step", "Use", "Wording",
    "Corrected", "Correction", "Judged", "Merging", "Apart", "RecordPage",
    "Cell", "Country", "Coverage", "Due", "Dyad", "Fresh", "Hit", "Occasion", "Page", "Party", "Presence", "Source", "Tally", "Told",
    "Turn",
    "make_brief", "Brief", "BriefGroup", "BriefLine", "BriefRun", "BriefSection", "Citation", "CitedReport",
    "load_bytes", "load_path", "load_paths", "load_text",
    "Reader",
    "ACTS", "LAYERS", "TOPICS", "Engagement", "Evidence", "Fault", "Outcome", "Position", "Reading", "Record",
    "Reference", "Relation", "Report", "Statement",
    "__version__",
]  # fmt: skip


def __getattr__(name: str) -> Any:
    if name not in _HOME:
        raise AttributeError(f"module 'communique' has no attribute {name!r}")
    value = getattr(import_module(f"communique.{_HOME[name]}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted(__all__)
