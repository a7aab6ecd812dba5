"""What a report has to say to each bucket: worked out once, when its records come, and kept to be followed.

A bucket is two sides (or one, or several) whose undertakings and formulas are followed together. To follow a report
again, as one before it came late, takes its shares and not its records.
"""

from __future__ import annotations

import json
import zlib
from dataclasses import dataclass

from communique.ledger.commitments import Mention, mentions
from communique.ledger.entry import Entry
from communique.ledger.plain import from_plain, to_plain
from communique.ledger.wording.lineages import Said, said_in


@dataclass(frozen=True)
class Share:
    """A report's share in a bucket: ``mentions`` of undertakings, and what is ``said`` where its dealings are the bucket's."""

    mentions: tuple[Mention, ...]
    said: Said | None = None


def shares_of(entry: Entry) -> dict[str, Share]:
    """The shares of a report by bucket. Pure: the same entry gives the same shares."""
    found: dict[str, list[Mention]] = {}
    for one in mentions(entry):
        found.setdefault(one.bucket, []).append(one)
    own = "|".join(entry.sides)
    if own:
        found.setdefault(own, [])
    return {key: Share(tuple(some), said_in(entry) if key == own else None) for key, some in sorted(found.items())}


def packed(entry: Entry) -> dict[str, bytes]:
    """The shares of a report as they are stored."""
    return {key: pack(share) for key, share in shares_of(entry).items()}


def pack(share: Share) -> bytes:
    """A share as bytes: the same share gives the same."""
    written = json.dumps(to_plain(share), ensure_ascii=False, separators=(",", ":"))
    return zlib.compress(written.encode("utf-8", "surrogatepass"))


def unpack(body: bytes) -> Share:
    """The share that ``pack`` made bytes of."""
    return from_plain(Share, json.loads(zlib.decompress(body).decode("utf-8", "surrogatepass")))
