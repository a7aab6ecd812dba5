"""Readers and editors at once, over loopback, for a while: what went wrong, and whether every correction is there."""

from __future__ import annotations

import asyncio
import random
import re
import socket
import subprocess
import sys
import tempfile
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

import httpx

from benchmarks.machine import ROOT, environment
from benchmarks.web.pages import PAGES, of
from communique.ledger._ledger import Ledger

_CODE = re.compile(r'name="csrf" value="([0-9a-f]{64})"')


@dataclass
class Seen:
    """What happened."""

    took: list[float] = field(default_factory=list)
    wrong: Counter[str] = field(default_factory=Counter)
    corrected: list[str] = field(default_factory=list)


def crowd(readers: int, editors: int, seconds: float) -> int:
    """Run it; prints what was seen, and returns 1 where an answer was a fault or a correction is lost."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "ledger.db"
        command = [sys.executable, "-m", "communique"]
        subprocess.run([*command, "add", "samples", "--ledger", str(file)], check=True, cwd=ROOT, env=environment())
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        serve = [*command, "serve", "--ledger", str(file), "--port", str(port)]
        server = subprocess.Popen(serve, cwd=ROOT, env=environment())
        try:
            seen = asyncio.run(_all(f"http://127.0.0.1:{port}", file, readers, editors, seconds))
        finally:
            server.terminate()
            server.wait(20)
        return _told(seen, file, readers, editors, seconds)


async def _all(address: str, file: Path, readers: int, editors: int, seconds: float) -> Seen:
    seen = Seen()
    with Ledger.open(file) as ledger:
        pages = [
            of(page, ledger, a, b) for a, b in (("CHN", "KAZ"), ("IND", "PHL")) for page in PAGES if page != "/login"
        ]
        records = [
            (row.report, one.id)
            for row in ledger.reports(limit=0)
            for one in ledger.report(row.report).reading.statements
        ]
    limits = httpx.Limits(max_connections=None)
    async with httpx.AsyncClient(base_url=address, timeout=60, limits=limits) as ready:
        for _ in range(200):
            try:
                await ready.get("/static/icon.svg")
                break
            except httpx.TransportError:
                await asyncio.sleep(0.1)
    until = time.monotonic() + seconds
    share = len(records) // max(editors, 1)
    await asyncio.gather(
        *(_reader(address, pages, until, seen, number) for number in range(readers)),
        *(_editor(address, records[n * share : (n + 1) * share], until, seen, n) for n in range(editors)),
    )
    return seen


async def _reader(address: str, pages: list[str], until: float, seen: Seen, number: int) -> None:
    lot = random.Random(number)
    async with httpx.AsyncClient(base_url=address, timeout=60) as browser:
        while time.monotonic() < until:
            page = lot.choice(pages)
            await _ask(browser, page, seen)
            await asyncio.sleep(lot.uniform(0.2, 1.0))


async def _ask(browser: httpx.AsyncClient, page: str, seen: Seen) -> httpx.Response | None:
    begun = time.monotonic()
    try:
        answer = await browser.get(page)
    except httpx.HTTPError as error:
        seen.wrong[f"{page}: {type(error).__name__}"] += 1
        return None
    seen.took.append(time.monotonic() - begun)
    # what an editor has taken away meanwhile is rightly not there any more
    if answer.status_code >= 400 and not (
        answer.status_code == 404 and page.startswith(("/record/", "/commitment/", "/position/", "/report/"))
    ):
        seen.wrong[f"{page}: {answer.status_code}"] += 1
    return answer


async def _editor(address: str, records: list[tuple[str, str]], until: float, seen: Seen, number: int) -> None:
    lot = random.Random(1000 + number)
    lot.shuffle(records)
    async with httpx.AsyncClient(base_url=address, timeout=60) as browser:
        while time.monotonic() < until and records:
            report, record = records.pop()
            form = await _ask(browser, f"/report/{report}", seen)
            code = _CODE.search(form.text) if form is not None else None
            if code is None:
                continue
            deed = lot.choice(["accept", "accept", "reject"])
            sent = {"csrf": code[1], "deed": deed, "target": record, "layer": "statement", "why": f"editor {number}"}
            try:
                answer = await browser.post(f"/report/{report}/correct", data=sent)
            except httpx.HTTPError as error:
                seen.wrong[f"correct: {type(error).__name__}"] += 1
                continue
            if answer.status_code == 303:
                seen.corrected.append(record)
            else:
                seen.wrong[f"correct: {answer.status_code}"] += 1
            await asyncio.sleep(lot.uniform(0.1, 0.5))


def _told(seen: Seen, file: Path, readers: int, editors: int, seconds: float) -> int:
    with Ledger.open(file) as ledger:
        kept = {one.target for one in ledger.corrections(limit=0)}
    lost = [record for record in seen.corrected if record not in kept]
    took = sorted(seen.took) or [0.0]
    print(
        f"{readers} readers and {editors} editors for {seconds:g} s: {len(seen.took)} pages (p95 {took[int(len(took) * 0.95)]:.2f} s), "
        f"{len(seen.corrected)} corrections, {len(lost)} lost, {seen.wrong.total()} faults"
    )
    for what, times in seen.wrong.most_common(20):
        print(f"  {times} x {what}")
    return 1 if lost or seen.wrong or not seen.corrected else 0
