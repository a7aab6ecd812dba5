"""Ask every page of a ledger, and let many people use it at once.

    python -m benchmarks.web pages LEDGER [--askings 40] [--clock processor|wall]     server time of each page
    python -m benchmarks.web crowd [--seconds 60] [--readers 50] [--editors 5]         on the samples, over loopback

``pages`` draws arguments by lot from the ledger and holds p95 against 200 ms (500 ms with a chart). ``crowd`` starts a server, lets
readers look and editors correct, and says what went wrong: no answer may be a fault, no correction lost.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from benchmarks.ledger.adding import CLOCKS
from benchmarks.machine import describe, pin
from benchmarks.web.crowd import crowd
from benchmarks.web.pages import PAGES, of

PLAIN, CHART = 200, 500
"""Milliseconds that a page may take, and one with a chart."""
_WARM = 2


def pages(file: Path, askings: int, clock: str) -> int:
    """Print p50 and p95 of each page; how many are over what they may take."""
    from starlette.testclient import TestClient

    from communique.ledger._ledger import Ledger
    from communique.web.app import create_app
    from communique.web.charts import warm
    from communique.web.settings import Settings

    warm().join()  # as ``communique serve`` does
    now, over = CLOCKS[clock], 0
    with Ledger.open(file) as ledger:
        browser = TestClient(create_app(ledger, Settings(hosts=("testserver",))))
        dyads = [(one.a, one.b) for one in ledger.busiest(limit=400)]
        lot = random.Random(1)
        print(f"{'milliseconds':44}{'p50':>8}{'p95':>8}{'most':>8}{'may be':>8}")
        for page in PAGES:
            taken, chart, wrong = [], False, ""
            for number in range(askings + _WARM):
                a, b = lot.choice(dyads)
                address = of(page, ledger, a, b, lot)
                begun = now()
                answer = browser.get(address)
                if number >= _WARM:
                    taken.append((now() - begun) * 1000)
                chart = chart or "<svg" in answer.text
                wrong = wrong or (f"  {answer.status_code} at {address}" if answer.status_code >= 500 else "")
            taken.sort()
            p95, may = taken[min(len(taken) - 1, int(len(taken) * 0.95))], CHART if chart else PLAIN
            over += p95 > may or bool(wrong)
            met = "met" if p95 <= may else "NOT MET"
            print(f"{page:44}{taken[len(taken) // 2]:8.1f}{p95:8.1f}{taken[-1]:8.1f}{may:8} {met}{wrong}", flush=True)
    return over


def main(argv: Sequence[str] | None = None) -> int:
    """The command."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.web", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    kinds = parser.add_subparsers(dest="kind", required=True)
    one = kinds.add_parser("pages")
    one.add_argument("ledger", type=Path)
    one.add_argument("--askings", type=int, default=40)
    one.add_argument("--clock", choices=sorted(CLOCKS), default="wall")
    many = kinds.add_parser("crowd")
    many.add_argument("--seconds", type=float, default=60)
    many.add_argument("--readers", type=int, default=50)
    many.add_argument("--editors", type=int, default=5)
    options = parser.parse_args(argv)
    if options.kind == "crowd":
        return crowd(options.readers, options.editors, options.seconds)
    machine = describe()
    print(f"{machine['processor']}, one core ({pin()}), {options.clock} time, load before {machine['load_before']}")
    return min(pages(options.ledger, options.askings, options.clock), 1)


if __name__ == "__main__":
    begun = time.monotonic()
    code = main()
    print(f"({time.monotonic() - begun:.0f} s)", file=sys.stderr)
    sys.exit(code)
