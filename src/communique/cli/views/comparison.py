"""Two readouts of one occasion, matter by matter: what both say, and what each alone says."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from communique.cli._screen import one_line
from communique.cli._sheet import CHANGES, Sheet, words_of
from communique.cli.views._view import View
from communique.ledger.rows import Comparison, Pair, Said

_HANG = " " * 8


def _text(sheet: Sheet, rows: Sequence[Comparison]) -> Iterator[str]:
    for row in rows:
        for name, of in (("A", row.a), ("B", row.b)):
            yield from sheet.wrapped(f"{name}  {_called(sheet, of)}", "", hang="   ")
        yield from _whole(sheet, row)
        yield "\n" + sheet.head(f"Both say ({len(row.both)})")
        for number, pair in enumerate(row.both, 1):
            yield from _pair(sheet, number, pair)
        for name, some in (("A", row.only_a), ("B", row.only_b)):
            yield "\n" + sheet.head(f"Only {name} says ({len(some)})")
            for number, said in enumerate(some, 1):
                yield from _said(sheet, said, f"{number:3}. ")


def _called(sheet: Sheet, path: str) -> str:
    """The report at ``path``: comparisons name reports by path, sources are kept by id."""
    source = next((one for one in sheet.sources.values() if path in (one.path, one.report)), None)
    return sheet.cited(source.report) if source else one_line(path, 200)


def _whole(sheet: Sheet, row: Comparison) -> Iterator[str]:
    """What is said of the two as wholes: who is named first, in which order the matters come."""
    first = [f"{name} names {code} first" for name, code in zip("AB", row.first_named, strict=True) if code]
    order = "in one order" if row.same_order else "in another order"
    parts = first + ([f"what both say comes {order}"] if len(row.both) > 1 else [])
    if parts:
        yield from sheet.wrapped("; ".join(parts), "", "dim")


def _pair(sheet: Sheet, number: int, pair: Pair) -> Iterator[str]:
    differs = "differs in " + ", ".join(pair.differs) if pair.differs else "the same"
    yield f"{number:3}. " + sheet.paint(differs, "yellow" if pair.differs else "green") + "\n"
    if pair.words:
        yield from sheet.marked(one_line(pair.words, 1000), "     ", CHANGES)
    yield from _said(sheet, pair.a, "     A  ")
    yield from _said(sheet, pair.b, "     B  ")


def _said(sheet: Sheet, said: Said, lead: str) -> Iterator[str]:
    yield from sheet.wrapped(one_line(_summary(said)), lead)
    yield from sheet.quote(words_of(said.evidence), _HANG)


def _summary(said: Said) -> str:
    act = " ".join(word for word in (said.strength, said.act or said.layer) if word)
    who = ", ".join(said.holders)
    return " · ".join(part for part in (f"{who}: {act}" if who else act, said.speaker) if part)


def _lines(row: Comparison) -> Iterable[tuple[str, Said | None, Said | None, Sequence[str]]]:
    yield from (("both", pair.a, pair.b, pair.differs) for pair in row.both)
    yield from (("only_a", said, None, ()) for said in row.only_a)
    yield from (("only_b", None, said, ()) for said in row.only_b)


def _of(side: int, field: str) -> Any:
    def value(line: tuple[Any, ...]) -> Any:
        said = line[side]
        if said is None:
            return None
        return words_of(said.evidence) if field == "quote" else getattr(said, field)

    return value


_SAID = ("layer", "holders", "act", "strength", "speaker", "quote", "record")
VIEW = View(
    text=_text,
    columns={
        "said_by": lambda line: line[0],
        "differs": lambda line: line[3],
        **{f"{field}_a": _of(1, field) for field in _SAID},
        **{f"{field}_b": _of(2, field) for field in _SAID},
    },
    lines=_lines,
    cites=lambda row: (),
)
