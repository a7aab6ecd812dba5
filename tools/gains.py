"""Records gained, lost and changed by this tree against a base revision, report by report.

    python -m tools.gains [--base REVISION] [--only NAME,...] [--layer LAYER,...] [FOLDER ...]

Reads samples/, ../shared where it is there, and the folders given, once with the package as it stands here and once as
it stood in the base (default: HEAD, the last commit). Where there is gold it says whether a gain or a loss is right. Of
held-out reports it tells counts only.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.text import Text as Styled

from communique.evaluate.coded import coded_from_record
from communique.evaluate.safe import shortened, visible
from communique.evaluate.table import compact
from tools import ROOT
from tools.corpus import HELD_OUT, Text, all_texts
from tools.differences import UNKNOWN, Difference, Verdict, changed_fields, differences
from tools.readings import Reading, ReadingError, read_with, revision

_STYLE = {"better": "green", "worse": "red", "even": "default", UNKNOWN: "dim"}
_SIGNS = {"+": "gained", "-": "lost", "~": "changed"}


def compare(texts: Sequence[Text], root: Path, base: str) -> tuple[dict[Path, Reading], dict[Path, Reading] | None]:
    """Readings of ``texts`` by this tree and by the base; None for a base without a reader."""
    paths = [text.path.resolve() for text in texts]
    now = read_with(root, paths)
    if now is None:
        raise ReadingError(f"{root} has no reader")
    with revision(root, base) as tree:
        return now, read_with(tree, paths)


def _describe(record: dict[str, Any]) -> str:
    told = {name: value for name, value in coded_from_record(record).coded_fields().items() if value}
    words = " ... ".join(shortened(e["quote"], 100) for e in record["evidence"])
    return " ".join(f"{name}={compact(value)}" for name, value in told.items()) + f" | {words}"


def _lines(difference: Difference) -> Iterator[str]:
    old, new = difference.old, difference.new
    verdict = _verdict(difference)
    if old is not None and new is not None:
        words = " ... ".join(shortened(e["quote"], 100) for e in new["evidence"])
        yield f"~ {difference.layer} [{verdict}] | {words}"
        for name in changed_fields(old, new):
            before, after = (_value(record.get(name), name) for record in (old, new))
            yield f"    {name}: {before} -> {after}"
    else:
        yield f"{difference.sign} {difference.layer} [{verdict}] {_describe(new or old or {})}"


def _value(value: Any, name: str) -> str:
    if name == "evidence":
        return " ... ".join(repr(shortened(e["quote"], 100)) for e in value or ())
    return compact(value)


def _verdict(difference: Difference) -> str:
    words = [_word(difference.was, "was "), _word(difference.now, "")]
    told = ", now ".join(word for word in words if word)
    both = difference.was is not None and difference.now is not None
    return f"{told}: {difference.effect}" if both and difference.effect in ("better", "worse") else told


def _word(verdict: Verdict | None, before: str) -> str:
    return "" if verdict is None else verdict.word if verdict.word == UNKNOWN else before + verdict.word


def report(
    texts: Sequence[Text],
    now: dict[Path, Reading],
    then: dict[Path, Reading],
    console: Console,
    layers: frozenset[str] = frozenset(),
) -> Counter[tuple[str, str, str]]:
    """Print the differences of each report and return how many there are by layer, sign and effect."""
    total: Counter[tuple[str, str, str]] = Counter()
    held_out: Counter[tuple[str, str, str]] = Counter()
    for text in texts:
        path = text.path.resolve()
        new, old = now[path], then.get(path, Reading())
        found = differences(old.records, new.records, gold=text.gold, text=new.text or old.text)
        found = [difference for difference in found if not layers or difference.layer in layers]
        counts = Counter((difference.layer, difference.sign, difference.effect) for difference in found)
        if text.group == HELD_OUT:
            held_out += counts
        else:
            _print_report(text, old, new, found, console)
        total += counts
    if held_out:
        console.print()
        console.print("held-out reports, counts only:", style="bold")
        _print_counts(held_out, console)
    return total


def _print_report(text: Text, old: Reading, new: Reading, found: list[Difference], console: Console) -> None:
    if not found and old.fault == new.fault:
        return
    console.print()
    console.print(Styled(f"{visible(text.name)} ({text.group})", style="bold"), soft_wrap=True)
    if old.fault != new.fault:
        console.print(Styled(f"  reading: was {old.fault or 'fine'}, now {new.fault or 'fine'}"), soft_wrap=True)
    for difference in found:
        for line in _lines(difference):
            console.print(Styled("  " + visible(line), style=_STYLE[difference.effect]), soft_wrap=True)


def _print_counts(counts: Counter[tuple[str, str, str]], console: Console) -> None:
    for sign, word in _SIGNS.items():
        for layer in sorted({layer for layer, of, _ in counts if of == sign}):
            effects = {effect: n for (of_layer, of, effect), n in counts.items() if (of_layer, of) == (layer, sign)}
            told = ", ".join(f"{n} {effect}" for effect, n in sorted(effects.items()))
            console.print(f"  {word:8}{layer:12}{sum(effects.values()):4}  ({told})")


def _options(argv: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="*", type=Path, help="more folders of texts (gold in a folder `gold` in them)")
    parser.add_argument("--base", default="HEAD", help="the revision to compare with (default: the last commit)")
    parser.add_argument("--only", default="", help="only texts of these names")
    parser.add_argument("--layer", default="", help="only these layers")
    parser.add_argument("--root", type=Path, default=ROOT, help=argparse.SUPPRESS)
    return parser.parse_args(argv)


def main(argv: Sequence[str] | None = None) -> int:
    """The command. Exit code 0 whatever the differences are, 2 where no comparison could be made."""
    options = _options(argv)
    only = frozenset(filter(None, options.only.split(",")))
    console = Console(highlight=False, markup=False, emoji=False)
    try:
        texts = [text for text in all_texts(options.folders, options.root) if not only or text.name in only]
        if not texts:
            raise ReadingError("there are no texts to read")
        now, then = compare(texts, options.root, options.base)
    except ReadingError as fault:
        print(f"gains: {visible(str(fault))}", file=sys.stderr)
        return 2
    if then is None:
        console.print(f"The base {options.base} has no reader: every record is gained.")
    total = report(texts, now, then or {}, console, frozenset(filter(None, options.layer.split(","))))
    console.print()
    console.print(
        f"{len(texts)} texts, against {options.base}: " + ("" if total else "no record differs"), style="bold"
    )
    _print_counts(total, console)
    unread = sum(reading.fault is not None for reading in now.values())
    if unread:
        console.print(f"{unread} texts could not be read, or only in part, by this tree", style="bold red")
    return 0


if __name__ == "__main__":
    sys.exit(main())
