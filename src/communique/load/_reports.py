"""From a file or a text to a ``Report``: bytes, letters, metadata and language put together."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from communique.errors import BadSidecar, EmptyInput, InputError, UnreadableInput, WrongLanguage
from communique.load._binary import looks_like_html
from communique.load._bytes import STDIN, read_bytes, shown
from communique.load._decode import decode
from communique.load._heading import dated_title
from communique.load._language import READ, language_name, language_of
from communique.load._limits import MAX_SIZE
from communique.load._metadata import FIELDS, check
from communique.load._pages import declared_charset, html_page, markdown_page
from communique.load._paths import HTML_SUFFIXES, MARKDOWN_SUFFIXES, OnFault, find_sources
from communique.load._sidecar import read_sidecar, sidecar_of
from communique.records import Report

_SENTENCE_END = re.compile(r"[.!?。…][\"”’»)\]]*(?:\s|$)")

_HALF_LETTER = re.compile("[\ud800-\udfff]")


def load_text(text: str, *, path: str | None = None, **metadata: str | None) -> Report:
    """A report from a text in memory.

    ``metadata``: ``title``, ``outlet``, ``outlet_country``, ``published``, ``url``, ``language``, as in a sidecar.
    Raises ``InputError`` for a value that cannot be, ``EmptyInput`` and ``WrongLanguage``.
    """
    unknown = sorted(set(metadata) - set(FIELDS))
    if unknown:
        raise TypeError(f"a report has no {unknown[0]!r}; it has {', '.join(FIELDS)}")
    good, problems = check(metadata)
    where = path or "the text"
    if problems:
        raise InputError(where, problems[0])
    return _build(text, good, {}, where=where, path=path, on_fault=None)


def load_bytes(data: bytes, name: str, **metadata: str | None) -> Report:
    """A report from the bytes of a file that is not on this machine's disk: an upload.

    ``name`` is what the file is called; its ending says what it is, as for a path. ``metadata`` as for ``load_text``;
    it wins over what the document says of itself. The report has no path. Raises ``InputError`` and its kin.
    """
    good, problems = check(metadata)
    if problems:
        raise InputError(name, problems[0])
    name = name if name != STDIN else "the upload"
    text, found = _unpack(name, data, name)
    _refuse_title_only(text, good.get("title"), name)
    return _build(text, good, found, where=name, path=None, on_fault=None)


def load_path(path: str | os.PathLike[str], *, on_fault: OnFault | None = None, max_size: int = MAX_SIZE) -> Report:
    """The report in one file: plain text, Markdown (``.md``) or HTML (``.html``), with its sidecar if it has one.

    Raises ``InputError`` for what cannot be read. A sidecar value that cannot be is raised too, as ``BadSidecar``,
    unless ``on_fault`` takes it: then the report is read without that value. For a folder use ``load_paths``.
    """
    faults: list[InputError] = []
    sources = find_sources([path], faults.append) if not os.path.isdir(path) else [os.fspath(path)]
    if faults:
        raise faults[0]
    return load_source(sources[0], on_fault=on_fault, max_size=max_size)


def load_paths(
    paths: Iterable[str | os.PathLike[str]], *, on_fault: OnFault, max_size: int = MAX_SIZE
) -> Iterator[Report]:
    """The reports in files, folders and ``-`` (standard input), in order; what cannot be read goes to ``on_fault``."""
    for source in find_sources(paths, on_fault):
        try:
            yield load_source(source, on_fault=on_fault, max_size=max_size)
        except InputError as fault:
            on_fault(fault)


def load_source(source: str, *, on_fault: OnFault | None = None, max_size: int = MAX_SIZE) -> Report:
    """As ``load_path``, for one of ``find_sources``."""
    where = shown(source)
    data = read_bytes(source, max_size)
    known: dict[str, str] = {}
    if source != STDIN:
        known, bad = read_sidecar(Path(source))
        for fault in bad:
            if on_fault is None:
                raise fault
            on_fault(fault)
    text, found = _unpack(source, data, where)
    where_sidecar = where if source == STDIN else shown(str(sidecar_of(Path(source))))
    _refuse_title_only(text, known.get("title"), where)
    path = STDIN if source == STDIN else where
    return _build(text, known, found, where=where, path=path, on_fault=on_fault, where_sidecar=where_sidecar)


def _unpack(source: str, data: bytes, where: str) -> tuple[str, dict[str, str]]:
    """(text, metadata found in the document itself)."""
    suffix = os.path.splitext(source)[1].lower() if source != STDIN else ""
    is_html = suffix in HTML_SUFFIXES
    if looks_like_html(data) and not is_html:
        if source != STDIN:
            raise UnreadableInput(where, "it is an HTML page; give it a name that ends in .html")
        is_html = True
    text = decode(data, where, declared_charset(data) if is_html else None)
    if not text.strip():
        raise EmptyInput(where, "it is empty" if not text else "it holds nothing but spaces and line ends")
    if is_html:
        return html_page(text, where)
    if suffix in MARKDOWN_SUFFIXES:
        return markdown_page(text, where)
    return text, {}


def _refuse_title_only(text: str, title: str | None, where: str) -> None:
    """Titles yield no records (codebook, common rules), so a file that is one title is not worth reading."""
    day, _, body = dated_title(text)
    rest = body.strip()
    if day and not rest:
        raise EmptyInput(where, "it has a title and no text")
    if len(rest) > 300 or "\n" in rest or "\r" in rest:
        return
    if rest == title or not _SENTENCE_END.search(rest):
        raise EmptyInput(where, "it has only a title, no sentence")


def _build(
    text: str,
    known: dict[str, str],
    found: dict[str, str],
    *,
    where: str,
    path: str | None,
    on_fault: OnFault | None,
    where_sidecar: str | None = None,
) -> Report:
    """``known`` was given beside the text and wins over ``found``, which the document says itself."""
    if not text.strip():
        raise EmptyInput(where, "it is empty")
    if _HALF_LETTER.search(text):
        raise InputError(where, "it holds half a letter (a lone surrogate), which no text has")
    metadata, _ = check(found)  # what a page says wrongly about itself is not our user's fault, and left out
    day, title, _ = dated_title(text)
    metadata |= {key: value for key, value in (("published", day), ("title", title)) if value} | known
    fault = _settle_language(text, metadata, where, where_sidecar or where)
    if fault is not None:
        if on_fault is None:
            raise fault
        on_fault(fault)
    return Report(text=text, path=path, **metadata)


def _settle_language(text: str, metadata: dict[str, Any], where: str, where_sidecar: str) -> BadSidecar | None:
    """Puts the language into ``metadata`` or raises ``WrongLanguage``; gives back a contradiction of what was said."""
    said, seen = metadata.get("language"), language_of(text)
    if seen is not None and seen != READ:
        raise WrongLanguage(where, f"it is in {language_name(seen)}; only English is read")
    if said is not None and said != READ and seen is None:
        raise WrongLanguage(where, f"it is said to be in {language_name(said)}; only English is read")
    metadata.pop("language", None)
    if seen or said:
        metadata["language"] = READ
    if said is None or said == READ:
        return None
    return BadSidecar(where_sidecar, f'its "language" says {language_name(said)}, but the text is in English')
