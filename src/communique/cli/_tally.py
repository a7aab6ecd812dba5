"""What became of each report of a batch, told at the end: "3 read, 1 failed, 1 skipped"."""

from __future__ import annotations

from communique.cli import _exits
from communique.cli._screen import one_line, say
from communique.errors import BadSidecar, InputError, WrongLanguage

_SHOWN = 200


class Tally:
    """Counts reports and keeps the sentences about those that were not read, or not wholly."""

    def __init__(self) -> None:
        self.read = self.failed = self.skipped = self.flawed = 0
        self.lines: list[tuple[str, str]] = []

    def fault(self, fault: InputError) -> None:
        """A report that cannot be read, is skipped, or is read without a value of its sidecar."""
        if isinstance(fault, WrongLanguage):
            self.skipped += 1
            self._note("skipped", str(fault))
        elif isinstance(fault, BadSidecar):
            self.flawed += 1
            self._note("warning", f"{fault}; read without it")
        else:
            self.failed += 1
            self._note("failed", str(fault))

    def lost_report(self, where: str, error: Exception) -> None:
        """A report over which the reader itself stumbled."""
        self.failed += 1
        self._note(
            "failed", f"{where}: the reader stumbled over it, which is our fault ({type(error).__name__}: {error})"
        )

    def lost_place(self, where: str, start: int, end: int, problem: str) -> None:
        """A place of a report that was read otherwise."""
        self.flawed += 1
        self._note("warning", f"{where}: letters {start} to {end} are not read: {problem}")

    def _note(self, kind: str, sentence: str) -> None:
        self.lines.append((kind, one_line(sentence)))

    @property
    def exit_code(self) -> int:
        """See ``_exits``."""
        if self.failed or self.flawed:
            return _exits.FAILED
        return _exits.SKIPPED if self.skipped else _exits.OK

    def troubles(self) -> list[str]:
        """The parts of the summary about what was not read, or not wholly."""
        parts = [f"{self.failed:,} failed"] if self.failed else []
        parts += [f"{self.skipped:,} skipped"] if self.skipped else []
        parts += [f"{self.flawed:,} {'warning' if self.flawed == 1 else 'warnings'}"] if self.flawed else []
        return parts

    def tell(self) -> None:
        """The summary on standard error; nothing where one report was asked for and read."""
        if not self.lines and self.read <= 1:
            return
        say(", ".join([f"{self.read} read", *self.troubles()]) + (":" if self.lines else "."))
        self.list_lines()

    def list_lines(self) -> None:
        """The sentences, one a line."""
        for kind, sentence in self.lines[:_SHOWN]:
            say(f"  {kind:8} {sentence}")
        if len(self.lines) > _SHOWN:
            say(f"  ... and {len(self.lines) - _SHOWN} more")
