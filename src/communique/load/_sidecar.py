"""``NAME.meta.json`` beside ``NAME.txt``: what a person or a crawler knows about a report."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from communique.errors import BadSidecar, UnreadableInput
from communique.load._bytes import read_bytes, shown
from communique.load._decode import decode
from communique.load._limits import MAX_SIDECAR_SIZE
from communique.load._metadata import check

SUFFIX = ".meta.json"


def sidecar_of(path: Path) -> Path:
    """Where the sidecar of ``path`` would be."""
    return path.with_name(path.stem + SUFFIX)


def read_sidecar(path: Path) -> tuple[dict[str, str], list[BadSidecar]]:
    """(the values that can be used, what is wrong with the others) of the sidecar beside ``path``, if there is one."""
    sidecar = sidecar_of(path)
    try:
        if not sidecar.exists():
            return {}, []
    except OSError:  # its name is too long, or the folder closed to us: the text itself will tell
        return {}, []
    where = shown(str(sidecar))
    try:
        values = _parse(decode(read_bytes(str(sidecar), MAX_SIDECAR_SIZE), where), where)
    except UnreadableInput as error:
        return {}, [BadSidecar(where, error.problem)]
    except BadSidecar as error:
        return {}, [error]
    good, problems = check(values)
    return good, [BadSidecar(where, problem) for problem in problems]


def _parse(text: str, where: str) -> dict[str, Any]:
    try:
        values = json.loads(text, object_pairs_hook=_once)
    except _TwiceError as error:
        raise BadSidecar(where, f'it gives "{error}" twice, with different values') from error
    except json.JSONDecodeError as error:
        raise BadSidecar(where, f"it is no JSON: {error.msg} in line {error.lineno}, column {error.colno}") from error
    except (ValueError, RecursionError) as error:  # a number of ten thousand digits; a thousand nested lists
        raise BadSidecar(where, "it is no JSON that can be read") from error
    if not isinstance(values, dict):
        raise BadSidecar(where, 'it is no JSON object: {"title": ..., "published": ...}')
    return values


class _TwiceError(ValueError):
    pass


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    values: dict[str, Any] = {}
    for key, value in pairs:
        if key in values and values[key] != value:
            raise _TwiceError(key[:40])
        values[key] = value
    return values
