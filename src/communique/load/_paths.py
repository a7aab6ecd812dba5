"""From the paths that a person gives to the sources to read, each once, in a fixed order."""

from __future__ import annotations

import difflib
import os
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from communique.errors import EmptyInput, InputError, UnreadableInput
from communique.load._bytes import STDIN, shown, why
from communique.load._sidecar import SUFFIX

TEXT_SUFFIXES = frozenset({".txt", ".text"})
MARKDOWN_SUFFIXES = frozenset({".md", ".markdown"})
HTML_SUFFIXES = frozenset({".html", ".htm", ".xhtml"})
_FOLDER_SUFFIXES = TEXT_SUFFIXES | MARKDOWN_SUFFIXES | HTML_SUFFIXES
# These tell of the folder and are no reports; named by themselves, they are read.
_ABOUT_THE_FOLDER = frozenset({"readme", "license", "licence", "changelog"})

OnFault = Callable[[InputError], None]


def find_sources(paths: Iterable[str | os.PathLike[str]], on_fault: OnFault) -> list[str]:
    """The files to read: those given, and the text, Markdown and HTML files of the folders given.

    A folder is taken with its subfolders, sorted by name; hidden files, sidecars, gold JSON and the folder's README
    are left out. A file that is reached twice is read once. What does not exist goes to ``on_fault``.
    """
    sources: dict[str, str] = {}
    for path in paths:
        for source in _expand(os.fspath(path), on_fault):
            sources.setdefault(source if source == STDIN else os.path.realpath(source), source)
    return list(sources.values())


def _expand(path: str, on_fault: OnFault) -> Iterator[str]:
    if path == STDIN:
        yield path
        return
    if "\0" in path:
        on_fault(UnreadableInput(shown(path), "its name holds a NUL, which no file name can"))
    elif not os.path.lexists(path):
        on_fault(UnreadableInput(shown(path), "there is no such file" + _hint(path)))
    elif path.endswith(SUFFIX):
        yield from _reports_beside(path, on_fault)
    elif os.path.isdir(path):
        yield from _folder(path, on_fault)
    else:
        yield path


def _reports_beside(sidecar: str, on_fault: OnFault) -> Iterator[str]:
    """A sidecar, as `read reports/*` names it, stands for its report."""
    reports = [sidecar.removesuffix(SUFFIX) + suffix for suffix in sorted(_FOLDER_SUFFIXES)]
    found = [report for report in reports if os.path.isfile(report)]
    if not found:
        on_fault(UnreadableInput(shown(sidecar), "it is a sidecar, and there is no report beside it"))
    yield from found


def _folder(path: str, on_fault: OnFault) -> Iterator[str]:
    empty = True

    def lost(error: OSError) -> None:
        nonlocal empty
        empty = False  # what is in it is not known
        on_fault(UnreadableInput(shown(str(error.filename or path)), why(error)))

    for folder, subfolders, names in os.walk(path, onerror=lost):
        subfolders[:] = sorted(name for name in subfolders if not name.startswith("."))
        for name in sorted(names):
            file = os.path.join(folder, name)
            stem, suffix = os.path.splitext(name.lower())
            if stem.startswith(".") or stem in _ABOUT_THE_FOLDER or suffix not in _FOLDER_SUFFIXES:
                continue
            if os.path.isfile(file):
                empty = False
                yield file
    if empty:
        on_fault(EmptyInput(shown(path), "the folder holds no .txt, .md or .html file"))


def _hint(path: str) -> str:
    """The name nearest to ``path``'s in its folder, or where the path first leads nowhere."""
    wanted = Path(path)
    try:
        if not wanted.parent.exists():
            return f" (nor the folder {shown(str(wanted.parent))})"
        names = [entry.name for entry in os.scandir(wanted.parent) if not entry.name.endswith(SUFFIX)]
    except OSError:
        return ""
    near = difflib.get_close_matches(wanted.name, sorted(names)[:2000], n=1)
    return f"; did you mean {shown(str(wanted.with_name(near[0])))}?" if near else ""
