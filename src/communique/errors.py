"""The exceptions of communique: the tree is the documentation.

    CommuniqueError
    +-- InputError            something given to us cannot be used; the message says what and where
    |   +-- UnreadableInput   a path that is missing, not permitted, binary, or in no known encoding
    |   +-- EmptyInput        nothing to read in it
    |   +-- WrongLanguage     text in a language that the reader does not read; nothing is read (a skip, not a fault)
    |   +-- BadSidecar        a NAME.meta.json that is no JSON object or contradicts itself
    +-- CodebookError         a codebook file is wrong; the message names file and line
    +-- ModelMissing          the language model is not installed; the message says how to install it
    +-- ExtraMissing          what is asked for comes with an extra that is not installed; the message says which
    +-- WorkersLost           a process of `read_many` ended early; the message says what its script must do
    +-- LedgerError           the ledger cannot do it; the message says what and where
    |   +-- NoLedger          there is none at this place
    |   +-- LedgerUnusable    what is there is no ledger, is damaged, or cannot be opened
    |   +-- LedgerTooNew      made by a newer communique
    |   +-- LedgerOutdated    its derived rows are another communique's; the message says how they are made anew
    |   +-- LedgerReadOnly    it can be read, not written to
    |   +-- LedgerBusy        another program is writing, for too long
    |   +-- LedgerLost        the connection to its server broke
    +-- UnknownReport         no report of this id, path or address is in the ledger, or more than one
    +-- UnknownAccount        nobody of this name has an account
    +-- UnknownParty          no country or organisation of this name, or none that the ledger has seen
    +-- BadDate               a date that is none, or a span that ends before it begins
    +-- BadQuery              a question that says nothing, or asks for what there is not
    +-- UnknownRecord         no record, correction or merge of this id is in the ledger, or more than one
    +-- BadCorrection         a correction that cannot be: words that are not there, a field of no such value

Each message is one sentence that a user can act on.
"""

from __future__ import annotations


class CommuniqueError(Exception):
    """Base of all that communique raises on purpose."""


class InputError(CommuniqueError):
    """Something given to us cannot be used.

    ``where`` is the path or address, ``problem`` one clear sentence without it.
    """

    def __init__(self, where: str, problem: str) -> None:
        self.where = where
        self.problem = problem
        super().__init__(f"{where}: {problem}" if where else problem)

    def __reduce__(self) -> tuple[type[InputError], tuple[str, str]]:  # so that it survives a way between processes
        return type(self), (self.where, self.problem)


class UnreadableInput(InputError):
    """The path is missing, not permitted, binary, or in no encoding we know."""


class EmptyInput(InputError):
    """There is nothing to read in it."""


class WrongLanguage(InputError):
    """The text is in a language that the reader does not read: skipped, nothing is read."""


class BadSidecar(InputError):
    """The sidecar is no JSON object or holds values that cannot be."""


class CodebookError(CommuniqueError):
    """A codebook file is wrong: ``problems`` lists (file, line, sentence), all of them."""

    def __init__(self, problems: list[tuple[str, int, str]]) -> None:
        self.problems = problems
        super().__init__("\n".join(f"{file}:{line}: {text}" for file, line, text in problems))

    def __reduce__(self) -> tuple[type[CodebookError], tuple[list[tuple[str, int, str]]]]:
        return type(self), (self.problems,)


class ModelMissing(CommuniqueError):
    """The language model is not installed."""


class ExtraMissing(CommuniqueError):
    """What was asked for comes with an extra that is not installed."""


class WorkersLost(CommuniqueError):
    """A process that was to read reports ended before it had."""


class LedgerError(CommuniqueError):
    """The ledger cannot do what was asked. ``where`` is its path or address, ``problem`` one clear sentence."""

    def __init__(self, where: str, problem: str) -> None:
        self.where = where
        self.problem = problem
        super().__init__(f"{where}: {problem}")


class NoLedger(LedgerError):
    """There is no ledger at this place."""


class LedgerUnusable(LedgerError):
    """What is there is no ledger, is damaged, or cannot be opened."""


class LedgerTooNew(LedgerError):
    """The ledger was made by a newer communique than this one."""


class LedgerOutdated(LedgerError):
    """What the ledger holds of derived answers was derived by another version, and cannot be read."""


class LedgerReadOnly(LedgerError):
    """The ledger can be read, not written to."""


class LedgerBusy(LedgerError):
    """Another program has been writing to the ledger for too long."""


class LedgerLost(LedgerError):
    """The connection to the ledger's server broke. What was committed before is safe."""


class UnknownReport(CommuniqueError):
    """No report of this id, path or address is in the ledger, or more than one is."""


class UnknownAccount(CommuniqueError):
    """Nobody of this name has an account."""


class UnknownParty(CommuniqueError):
    """No country or organisation has this name, or the ledger has never seen it."""


class BadDate(CommuniqueError):
    """A date that is none, or a span that ends before it begins."""


class BadQuery(CommuniqueError):
    """A question that says nothing, or asks for an act, a topic, a layer that there is not."""


class UnknownRecord(CommuniqueError):
    """No record, commitment, correction or merge of this id is in the ledger, or more than one is."""


class BadCorrection(CommuniqueError):
    """A correction that cannot be: its words are not in the report, a field has a value that it cannot have."""
