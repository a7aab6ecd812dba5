"""Ask a synthetic ledger everything, on one core, and hold the times against what they may be.

    python -m benchmarks.ledger [--statements N [N ...]] [--where FOLDER] [--askings 200] [--only WORDS] [--json] [--check]

For each size a ledger is made in the folder (or taken, where one of that size and seed lies there). Arguments are drawn
by lot from what it holds; times are p50 and p95 in milliseconds. Two sizes are asked by turns, and the growth from the
first to the last is told, with that of the rows of an answer on average: what tells ten times as much of the same two sides
has more to answer. Adding is measured to a copy of the ledger and to an empty one. ``--clock processor`` counts the processor's time
instead of the wall's: for a machine that others use too.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from benchmarks.ledger import adding
from benchmarks.ledger.adding import CLOCKS, Clock
from benchmarks.ledger.askings import QUESTIONS, Lot, Question
from benchmarks.ledger.building import SEED, made
from benchmarks.machine import describe, pin
from communique.errors import CommuniqueError
from communique.ledger._ledger import Ledger

GROWTH, RATIO = 2.0, 1.3
"""The most that a question may grow from 100,000 to 1,000,000 statements, and adding from an empty to a full ledger."""
_WARM = 5


def ask(
    ledgers: Sequence[Ledger], question: Question, times: int, seed: int, clock: Clock = time.perf_counter
) -> list[dict[str, Any]]:
    """p50 and p95 of one question in each ledger, in milliseconds; ``refused`` counts askings without an answer.

    The ledgers are asked by turns: whatever else the machine does slows the small one as it does the large one.
    """
    drawn = [_drawn(question, Lot(ledger, seed), times) for ledger in ledgers]
    for ledger, given in zip(ledgers, drawn, strict=True):
        for one in given[:_WARM]:
            _timed(ledger, question, one, clock)
    each = [
        [_timed(ledger, question, given[at], clock) for ledger, given in zip(ledgers, drawn, strict=True)]
        for at in range(times)
    ]
    return [_figures([turn[at] for turn in each], given) for at, given in enumerate(drawn)]


def _drawn(question: Question, lot: Lot, times: int) -> list[Any]:
    return [question.draw(lot) for _ in range(times)]


def _figures(each: Sequence[tuple[float, int | None]], drawn: Sequence[Any]) -> dict[str, Any]:
    slowest = max(range(len(each)), key=lambda at: each[at][0])
    taken = sorted(seconds * 1000 for seconds, _ in each)
    sizes = [size for _, size in each if size is not None]
    return {
        "p50": taken[len(taken) // 2], "p95": taken[min(len(taken) - 1, int(len(taken) * 0.95))], "most": taken[-1],
        "refused": len(each) - len(sizes), "slowest": drawn[slowest], "rows": sum(sizes) / len(sizes) if sizes else 0.0,
    }  # fmt: skip


def _timed(ledger: Ledger, question: Question, given: Any, clock: Clock) -> tuple[float, int | None]:
    """How long an answer took, and of how many rows it is; None where there is none."""
    start = clock()
    try:
        answer = question.ask(ledger, given)
    except CommuniqueError:
        return clock() - start, None
    return clock() - start, rows_of(answer)


def rows_of(answer: Any) -> int:
    """How many rows an answer has: an answer of several has those of all."""
    if isinstance(answer, list):
        return len(answer)
    several = [value for value in vars(answer).values() if isinstance(value, (list, tuple))]
    return sum(map(len, several)) or 1


def measure(files: Mapping[int, Path], options: argparse.Namespace) -> list[dict[str, Any]]:
    """All figures of each size, by the number of statements."""
    figures = [
        made(file, size, options.seed, lambda line: print(line, file=sys.stderr, flush=True))
        for size, file in files.items()
    ]
    wanted = {name: one for name, one in QUESTIONS.items() if not options.only or options.only in name}
    results: list[dict[str, Any]] = [{"ledger": one, "questions": {}} for one in figures]
    with ExitStack() as stack:
        ledgers = [stack.enter_context(Ledger.open(file)) for file in files.values()]
        for name, question in wanted.items():
            asked = ask(ledgers, question, options.askings, options.seed, CLOCKS[options.clock])
            for result, one in zip(results, asked, strict=True):
                result["questions"][name] = one
    if options.adding and not options.only:
        for result, file in zip(results, files.values(), strict=True):
            reports = result["ledger"]["reports"]
            result["adding"] = adding.measure(
                file, options.adding, options.seed, reports, options.clock, options.rounds
            )
    return results


def lines(results: Sequence[dict[str, Any]], machine: dict[str, Any]) -> list[str]:
    """The figures as text."""
    told = [
        f"{machine['processor']}, one core, Python {machine['python']}, load before {machine['load_before']}, {machine['clock']} time",
        "",
    ]
    for one in results:
        made_of = one["ledger"]
        told.append(
            f"{made_of['statements']} statements of {made_of['reports']} reports, {made_of['threads']} threads, "
            f"{made_of['formulas']} formulas: {made_of['megabytes']:.0f} MB, made in {made_of['build_seconds']:.0f} s"
        )
    told += [
        "",
        f"{'milliseconds':26}"
        + "".join(f"{'p50':>9}{'p95':>9}{'most':>9}" for _ in results)
        + f"{'may be':>9}  growth",
    ]
    for name in results[-1]["questions"]:
        told.append(_line(name, [one["questions"][name] for one in results]))
    told.append("")
    for one in results:
        for kind, own in one.get("adding", {}).items():
            ours = kind != "any"
            told.append(
                f"adding, {_KINDS[kind]:42}{own['empty'] * 1000:8.1f} ms a report to an empty ledger, "
                f"{own['full'] * 1000:8.1f} to one of {one['ledger']['reports']}: {own['ratio']:.2f} "
                + (f"(at most {RATIO}) {_met(own['ratio'] <= RATIO)}" if ours else "(no floor)")
            )
    return told


_KINDS = {
    "new": "of newer dates", "late": "up to thirty days late, ten at a time", "any": "of any dates in forty years",
    "read": "real texts, read and added",
}  # fmt: skip


def _line(name: str, sizes: Sequence[dict[str, Any]]) -> str:
    question, last = QUESTIONS[name], sizes[-1]
    met = last["p95"] <= question.milliseconds
    more = last["rows"] / sizes[0]["rows"] if sizes[0]["rows"] else 1.0
    growth = (
        f"{last['p95'] / sizes[0]['p95']:6.2f} {_growth(question, sizes):8} rows {sizes[0]['rows']:.0f} to {last['rows']:.0f}: {more:.1f}"
        if len(sizes) > 1
        else ""
    )
    refused = f"  ({last['refused']} without an answer)" if last["refused"] else ""
    figures = "".join(f"{one['p50']:9.1f}{one['p95']:9.1f}{one['most']:9.1f}" for one in sizes)
    return f"{name:26}{figures}{question.milliseconds:9.0f} {_met(met):8}{growth}{refused}"


def _growth(question: Question, sizes: Sequence[dict[str, Any]]) -> str:
    return _met(sizes[-1]["p95"] <= GROWTH * sizes[0]["p95"]) if question.indexed else ""


def _met(met: bool) -> str:
    return "met" if met else "NOT MET"


def all_met(results: Sequence[dict[str, Any]]) -> bool:
    """Whether every floor is met."""
    last = results[-1]
    quick = all(own["p95"] <= QUESTIONS[name].milliseconds for name, own in last["questions"].items())
    grown = len(results) < 2 or all(
        own["p95"] <= GROWTH * results[0]["questions"][name]["p95"]
        for name, own in last["questions"].items() if QUESTIONS[name].indexed
    )  # fmt: skip
    added = all(own["ratio"] <= RATIO for kind, own in last.get("adding", {}).items() if kind != "any")
    return quick and grown and added


def main(argv: Sequence[str] | None = None) -> int:
    """The command."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.ledger", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--statements", type=int, nargs="+", default=[100_000])
    parser.add_argument("--where", type=Path, default=Path("build/ledgers"), help="a folder for the ledgers")
    parser.add_argument("--askings", type=int, default=200, help="of each question (default: 200)")
    parser.add_argument("--adding", type=int, default=300, help="reports to add (default: 300; 0: none)")
    parser.add_argument("--rounds", type=int, default=3, help="of adding, the median of which counts (default: 3)")
    parser.add_argument("--only", help="only the questions with these words in their name")
    parser.add_argument("--clock", choices=sorted(CLOCKS), default="wall")
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--check", action="store_true", help="exit code 1 where a floor is not met")
    options = parser.parse_args(argv)
    options.where.mkdir(parents=True, exist_ok=True)
    machine = {**describe(), "core": pin(), "clock": options.clock}
    files = {size: options.where / f"world-{options.seed}-{size}.db" for size in sorted(options.statements)}
    results = measure(files, options)
    print(
        json.dumps({"machine": machine, "sizes": results}, indent=1)
        if options.json
        else "\n".join(lines(results, machine))
    )
    return 1 if options.check and not all_met(results) else 0


if __name__ == "__main__":
    sys.exit(main())
